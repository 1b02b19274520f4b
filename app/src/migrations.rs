//! The tables of the journal and of all slices. Tests and benchmarks open databases with the same list.

use db::Migration;

/// All migrations, in the order in which they are made.
pub(crate) fn all() -> Vec<Migration> {
    [
        ledger::store::MIGRATIONS,
        register::store::MIGRATIONS,
        observatory::store::MIGRATIONS,
        identity::store::MIGRATIONS,
        founding::store::MIGRATIONS,
        reminders::store::MIGRATIONS,
        roll::store::MIGRATIONS,
    ]
    .concat()
}
