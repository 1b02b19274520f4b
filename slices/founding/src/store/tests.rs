//! What is stored of projects, on both engines.

use db::Db;

use super::*;
use crate::{
    legal::Legal,
    project::{Funds, Sheet},
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// The same on both engines.
fn each(test: impl Fn(&mut Conn) -> db::Result<()>) {
    for database in testkit::databases() {
        let db = Db::open(&database.url, &[identity::store::MIGRATIONS, MIGRATIONS].concat()).unwrap();
        db.write_alone(&test).unwrap();
    }
}

fn later(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap()
}

fn founder() -> Founder {
    Founder {
        id: 0,
        who: Who::Legal(Legal { name: "Miel".into(), number: None, representative: None }),
        cash_shares: 1,
        kind_shares: 0,
        kind_what: None,
        kind_value_minor: None,
        runs: true,
        land_list: None,
        land: None,
        signed: None,
        confirmed: None,
    }
}

#[test]
fn everything_that_waits_and_every_name_that_was_granted_is_found_however_much_it_is() {
    each(|conn| {
        conn.batch(
            "with recursive number (n) as (select 1 union all select n + 1 from number where n < 2100)
             insert into project (id, opened_by, opened_at, on_paper, version, plan)
             select n, 'a', '1970-01-01T00:00:00.000000Z', 1, 1, '{}' from number;
             insert into submission (id, project, kind, body, filed_by, filed_at, state)
             select id, id, 'filing', '{}', 'a', opened_at, 'open' from project;
             insert into submission (id, project, kind, body, filed_by, filed_at, state, decided_at, outcome)
             select id + 10000, id, 'name', '[]', 'a', opened_at, 'accepted', opened_at, '{}' from project",
        )?;
        assert_eq!((waiting(conn)?.len(), granted(conn)?.len()), (2100, 2100));
        assert_eq!((opened_by(conn, "a")?.len(), on_paper(conn)?.len()), (2100, 2100));
        Ok(())
    });
}

#[test]
fn what_was_confirmed_lapses_with_what_founders_accept_and_with_nothing_else() {
    each(|conn| {
        let plan = Plan { funds: Funds { share_minor: Some(10_000), ..Funds::default() }, ..Plan::default() };
        let project = open(conn, "a", false, &plan, NOW)?;
        let one = put_founder(conn, project, &founder())?;
        let other = put_founder(conn, project, &founder())?;
        ask(conn, (project, one), "1", later(10))?;
        ask(conn, (project, other), "2", later(10))?;
        assert!(confirm(conn, (project, one), ("1", "a"), NOW)?);
        assert!(!confirm(conn, (project, other), ("2", "a"), NOW)?, "an account confirms for one founder");
        let lapsed = |conn: &mut Conn| {
            let found = founders(conn, project)?;
            let one = found.iter().find(|founder| founder.id == one).and_then(|founder| founder.confirmed.clone());
            Ok::<_, db::Error>(one.unwrap().lapsed_at)
        };
        let titled = Plan { sheet: Sheet { title: "Miel".into(), ..Sheet::default() }, ..plan.clone() };
        assert!(save(conn, project, 1, &titled, later(1))?);
        assert_eq!(lapsed(conn)?, None);
        let dearer = Plan { funds: Funds { share_minor: Some(20_000), ..Funds::default() }, ..titled.clone() };
        assert!(!save(conn, project, 1, &dearer, later(2))?, "somebody else was faster");
        assert_eq!(lapsed(conn)?, None);
        assert!(save(conn, project, 2, &dearer, later(3))?);
        assert_eq!(lapsed(conn)?, Some(later(3)));
        // Who was asked and has not confirmed confirms what stands now.
        assert!(confirm(conn, (project, other), ("2", "b"), later(4))?);
        let mut moved = dearer.clone();
        moved.sheet.place = Some("04.281.01.01".into());
        assert!(save(conn, project, 3, &moved, later(5))?, "the statutes name the seat");
        assert_eq!(lapsed(conn)?, Some(later(3)), "since when it does not hold stays");
        assert!(founders(conn, project)?.iter().all(|founder| founder.confirms().is_none()));
        ask(conn, (project, one), "3", later(10))?;
        assert!(confirm(conn, (project, one), ("3", "a"), later(6))?);
        assert_eq!(lapsed(conn)?, None, "it was confirmed anew");
        Ok(())
    });
}

#[test]
fn a_helper_agrees_once_and_in_time_and_is_one_until_that_is_taken_back() {
    use crate::helping::store::{agree, end, invite, invited, of, projects};
    each(|conn| {
        let project = open(conn, "a", false, &Plan::default(), NOW)?;
        for digest in ["1", "2"] {
            invite(conn, project, digest, later(10))?;
        }
        assert_eq!((invited(conn, "1", later(9))?, invited(conn, "1", later(10))?), (Some(project), None));
        assert!(!agree(conn, "1", "b", later(10))?, "the link is over");
        assert!(agree(conn, "1", "b", later(9))?);
        assert!(!agree(conn, "1", "c", later(9))?, "a link is good once");
        assert_eq!(invited(conn, "1", later(9))?, None);
        let helpers = of(conn, project)?;
        let agreed: Vec<_> = helpers.into_iter().map(|helper| (helper.id, helper.agreed)).collect();
        assert_eq!(agreed, [(1, Some(("b".to_owned(), later(9)))), (2, None)]);
        assert_eq!((projects(conn, "b")?, projects(conn, "c")?), (vec![project], vec![]));
        end(conn, project, 1)?;
        assert_eq!((projects(conn, "b")?, of(conn, project)?.len()), (vec![], 1));
        delete(conn, project)?;
        assert_eq!(invited(conn, "2", NOW)?, None);
        Ok(())
    });
}
