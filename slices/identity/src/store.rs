//! The migrations of the slice. Its tables are named in the `store.rs` beside whatever they keep.

use db::Migration;

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "20261126_identity_person",
        sql: include_str!("../../../migrations/20261126_identity_person.sql"),
    },
    Migration {
        name: "20261127_identity_message",
        sql: include_str!("../../../migrations/20261127_identity_message.sql"),
    },
    Migration {
        name: "20261128_identity_account",
        sql: include_str!("../../../migrations/20261128_identity_account.sql"),
    },
    Migration {
        name: "20261129_identity_signing_key",
        sql: include_str!("../../../migrations/20261129_identity_signing_key.sql"),
    },
    Migration {
        name: "20261204_identity_passkey",
        sql: include_str!("../../../migrations/20261204_identity_passkey.sql"),
    },
    Migration {
        name: "20261206_identity_attachment",
        sql: include_str!("../../../migrations/20261206_identity_attachment.sql"),
    },
    Migration {
        name: "20261210_identity_account_person",
        sql: include_str!("../../../migrations/20261210_identity_account_person.sql"),
    },
    Migration {
        name: "20261221_identity_token_factors",
        sql: include_str!("../../../migrations/20261221_identity_token_factors.sql"),
    },
    Migration {
        name: "20261227_identity_mandate_scope",
        sql: include_str!("../../../migrations/20261227_identity_mandate_scope.sql"),
    },
    Migration {
        name: "20261229_identity_link_next",
        sql: include_str!("../../../migrations/20261229_identity_link_next.sql"),
    },
];
