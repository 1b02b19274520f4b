//! Who is overdue with what, today, for all cooperatives: kept in memory, a few bytes each, and kept up with the journal and the day.
//!
//! A cooperative is folded again when an act changes it, and on the first day on which it may be otherwise without one.

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    io,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use kernel::{Date, Level, Territory};
use ledger::{Error, Ledger, standing, store as journal};
use web::{App, Chore};

use crate::{Life, directory::Directory, risk::Times, store};

/// How often it is looked what is new.
const LOOK: Duration = Duration::from_secs(5);

/// Keeps what is in memory, who is overdue and the directory, up with the journal and the day, so that nobody waits for it, until
/// what it gives is dropped.
///
/// # Errors
/// When the system gives no thread.
pub fn keep_watch(app: App) -> io::Result<Chore> {
    Chore::start("watch", LOOK, move || {
        let (watch, directory) = (app.memory::<Watch>(), app.memory::<Directory>());
        if let Err(error) = watch.refresh(&app.ledger).and_then(|()| directory.refresh(&app.ledger)) {
            tracing::error!(%error, "what is kept in memory cannot be kept up");
        }
    })
}

/// All cooperatives as their delegations watch over them.
#[derive(Default)]
pub(crate) struct Watch(RwLock<Held>);

#[derive(Default)]
struct Held {
    /// Those that are or were in the register, in the order of their numbers.
    rows: Vec<Watched>,
    /// The last act that has been taken in.
    seen: i64,
    /// The day, and how many places there were.
    of: Option<(Date, usize)>,
    /// The seats of each place.
    seats: HashMap<Option<String>, Arc<Seat>>,
}

/// Where a cooperative has its seat.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seat {
    place: Option<String>,
    /// The delegation that works for it; none if nobody knows.
    pub(crate) delegation: Option<String>,
    /// The province.
    pub(crate) province: Option<String>,
}

/// A cooperative.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Watched {
    /// Its register number.
    pub(crate) number: Box<str>,
    /// Where it has its seat.
    pub(crate) seat: Arc<Seat>,
    /// The day it was registered; none if nobody knows.
    pub(crate) registered_on: Option<Date>,
    /// Whether it is in the register.
    pub(crate) is_there: bool,
    /// What is overdue.
    pub(crate) times: Times,
    /// The first day on which that may be otherwise without an act.
    changes_on: Date,
}

impl Seat {
    /// The code of the place, the finest that is known.
    pub(crate) fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }
}

impl Watch {
    /// Takes in what has been recorded since the last time, and what the day brings.
    ///
    /// # Errors
    /// When the database cannot, or an act cannot be read.
    pub(crate) fn refresh(&self, ledger: &Ledger) -> Result<(), Error> {
        ledger.refresh()?;
        let (head, today, territory) = {
            let (projection, today) = (ledger.projection(), ledger.today());
            let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if held.seen == projection.head() && held.of == Some((today, projection.territory().len())) {
                return Ok(());
            }
            (projection.head(), today, projection.territory().clone())
        };
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let held = &mut *held;
        held.turn(today, &territory);
        let done = ledger.db().read(|conn| {
            let mut changed = Vec::new();
            let last = store::changed(conn, held.seen, |listed| changed.push(listed.number))?;
            let known = held.rows.iter().filter(|row| row.changes_on <= today).map(|row| row.number.to_string());
            changed.extend(known);
            held.fold(conn, changed, today, &territory)?;
            // A registration that was voided leaves no row behind.
            if journal::voids_after(conn, held.seen)? && store::count(conn)? != held.rows.len() as i64 {
                held.rows.clear();
                let mut all = Vec::new();
                store::changed(conn, 0, |listed| all.push(listed.number))?;
                held.fold(conn, all, today, &territory)?;
            }
            Ok::<_, Error>(last)
        });
        match done {
            Ok(last) => held.seen = head.max(last),
            // Half of it is taken in: begin anew next time.
            Err(_) => *held = Held::default(),
        }
        done.map(drop)
    }

    /// Hands over each cooperative of the register.
    pub(crate) fn each(&self, each: impl FnMut(&Watched)) {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.rows.iter().filter(|row| row.is_there).for_each(each);
    }

    /// Where a cooperative has its seat; none if there is no such cooperative.
    pub(crate) fn seat(&self, number: &str) -> Option<Arc<Seat>> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let at = held.rows.binary_search_by(|row| (*row.number).cmp(number)).ok()?;
        held.rows.get(at).map(|row| Arc::clone(&row.seat))
    }
}

impl Held {
    /// Places lie elsewhere on another day.
    fn turn(&mut self, today: Date, territory: &Territory) {
        if self.of == Some((today, territory.len())) {
            return;
        }
        if self.of.is_some_and(|(before, _)| today < before) {
            // Nobody knows what was so on a day that has been left.
            (self.rows, self.seen) = (Vec::new(), 0);
        }
        self.of = Some((today, territory.len()));
        self.seats.clear();
        let mut rows = std::mem::take(&mut self.rows);
        for row in &mut rows {
            row.seat = self.seat(row.seat.place.as_deref(), territory, today);
        }
        self.rows = rows;
    }

    fn seat(&mut self, place: Option<&str>, territory: &Territory, today: Date) -> Arc<Seat> {
        let place = place.map(str::to_owned);
        let seat = self.seats.entry(place).or_insert_with_key(|place| {
            let at = |level| Some(territory.ancestor(place.as_deref()?, level, today)?.code.clone());
            let (delegation, province) = (at(Level::Delegation), at(Level::Province));
            Arc::new(Seat { place: place.clone(), delegation, province })
        });
        Arc::clone(seat)
    }

    /// Folds cooperatives anew.
    fn fold(
        &mut self,
        conn: &mut db::Conn,
        mut numbers: Vec<String>,
        today: Date,
        territory: &Territory,
    ) -> Result<(), Error> {
        numbers.sort_unstable();
        numbers.dedup();
        let mut new = Vec::new();
        for number in numbers {
            let acts = journal::acts_of(conn, &store::subject(&number))?;
            let Some(life) = Life::of(&standing(&acts)).map_err(Error::Broken)? else { continue };
            let cooperative = life.on(Some(today));
            let (times, changes_on) = Times::until(&cooperative, today);
            let row = Watched {
                number: number.into(),
                seat: self.seat(cooperative.place.as_deref(), territory, today),
                registered_on: cooperative.registered_on,
                is_there: cooperative.removal.is_none(),
                times,
                changes_on: if cooperative.removal.is_none() { changes_on } else { Date::MAX },
            };
            let at = self.rows.binary_search_by(|known| known.number.cmp(&row.number));
            match at.ok().and_then(|at| self.rows.get_mut(at)) {
                Some(known) => *known = row,
                None => new.push(row),
            }
        }
        if !new.is_empty() {
            self.rows.append(&mut new);
            self.rows.sort_unstable_by(|one, other| one.number.cmp(&other.number));
        }
        Ok(())
    }
}
