//! What is stored of projects, on both engines.

use db::Db;

use super::*;
use crate::{
    confirming::store::{ask, asked, confirm, renew},
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
        assert_eq!(save(conn, project, 1, &titled, later(1))?, Some(vec![]));
        assert_eq!(lapsed(conn)?, None);
        let dearer = Plan { funds: Funds { share_minor: Some(20_000), ..Funds::default() }, ..titled.clone() };
        assert_eq!(save(conn, project, 1, &dearer, later(2))?, None, "somebody else was faster");
        assert_eq!(lapsed(conn)?, None);
        assert_eq!(
            save(conn, project, 2, &dearer, later(3))?,
            Some(vec![Lapsed { founder: one, account: "a".into() }])
        );
        assert_eq!(lapsed(conn)?, Some(later(3)));
        // Who was asked and has not confirmed confirms what stands now.
        assert!(confirm(conn, (project, other), ("2", "b"), later(4))?);
        let mut moved = dearer.clone();
        moved.sheet.place = Some("04.281.01.01".into());
        let anew = save(conn, project, 3, &moved, later(5))?;
        assert_eq!(anew, Some(vec![Lapsed { founder: other, account: "b".into() }]), "the statutes name the seat");
        assert_eq!(lapsed(conn)?, Some(later(3)), "since when it does not hold stays");
        assert!(founders(conn, project)?.iter().all(|founder| founder.confirms().is_none()));
        assert_eq!(asked(conn, "1", later(6))?, None, "a link that was used stays so");
        assert!(renew(conn, (project, one), "3", later(10))?);
        assert_eq!((asked(conn, "3", later(6))?, asked(conn, "3", later(10))?), (Some((project, one)), None));
        assert!(confirm(conn, (project, one), ("3", "a"), later(6))?);
        assert!(!renew(conn, (project, one), "4", later(10))?, "it holds");
        assert_eq!(asked(conn, "3", later(6))?, None);
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

#[test]
fn a_scan_of_before_lies_where_it_can_only_belong_and_stays_where_nobody_can_tell() {
    for database in testkit::databases() {
        let all = [identity::store::MIGRATIONS, MIGRATIONS].concat();
        let before: Vec<_> = all.iter().copied().filter(|one| one.name < "20261222").collect();
        let founders = [(1, 2, 0), (2, 0, 2), (3, 2, 2), (3, 2, 0), (12, 0, 1), (12, 1, 0)];
        let db = Db::open(&database.url, &before).unwrap();
        let made = db.write_alone(|conn| {
            conn.execute("insert into master_key (fingerprint, since) values ('f', '2026')", &[])?;
            for project in [1, 2, 3, 4, 12] {
                conn.execute(
                    "insert into project (id, opened_by, opened_at, on_paper, version, plan)
                     values ($1, 'a', '2026', 0, 1, '{}')",
                    params![project],
                )?;
                for step in ["capital", "founders"] {
                    let (id, with) = (format!("{step}-{project}"), format!("project/{project}/{step}"));
                    conn.execute(
                        "insert into attachment (id, kept_with, mark, wrapped_key, master, sha256, content, size, name, at)
                         values ($1, $2, 'm', $3, 'f', 's', 'pdf', 1, $3, '2026')",
                        params![&id, &with, &b"x".to_vec()],
                    )?;
                }
            }
            for (project, cash, kind) in founders {
                put_founder(conn, project, &Founder { cash_shares: cash, kind_shares: kind, ..founder() })?;
            }
            Ok::<_, db::Error>(())
        });
        made.unwrap();
        drop(db);
        let db = Db::open(&database.url, &all).unwrap();
        let sql = "select id, kept_with from attachment where id like 'capital%' order by id";
        let kept = db.read(|conn| conn.query(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))).unwrap();
        let expected: [(&str, &str); 5] = [
            ("capital-1", "project/1/deposit"),
            ("capital-12", "project/12/capital"),
            ("capital-2", "project/2/valuation"),
            ("capital-3", "project/3/capital"),
            ("capital-4", "project/4/deposit"),
        ];
        assert_eq!(kept, expected.map(|(id, with)| (id.to_owned(), with.to_owned())));
        let signed = "select count(*) from attachment where kept_with like 'project/%/founders'";
        assert_eq!(db.read(|conn| conn.scalar::<i64>(signed, &[])).unwrap(), 5, "what else lies there stays");
    }
}

#[test]
fn what_was_handed_in_before_it_could_be_taken_back_stays_as_it_was() {
    for database in testkit::databases() {
        let all = [identity::store::MIGRATIONS, MIGRATIONS].concat();
        let before: Vec<_> = all.iter().copied().filter(|one| one.name < "20261223").collect();
        let db = Db::open(&database.url, &before).unwrap();
        let made = db.write_alone(|conn| {
            conn.batch(
                "insert into project (id, opened_by, opened_at, on_paper, version, plan)
                 values (1, 'a', '1970-01-01T00:00:00.000000Z', 0, 1, '{}');
                 insert into submission (id, project, kind, body, filed_by, filed_at, state)
                 values (1, 1, 'filing', '{}', 'a', '1970-01-01T00:00:00.000000Z', 'open');
                 insert into submission (id, project, kind, body, filed_by, filed_at, state, decided_by, decided_at, reason,
                     outcome, told_at)
                 values (2, 1, 'name', '[]', 'a', '1970-01-01T00:00:01.000000Z', 'accepted', 'b',
                     '1970-01-01T00:00:02.000000Z', 'r', '{}', '1970-01-01T00:00:03.000000Z');
                 update founding_number set last_given = 2 where kind = 'submission'",
            )
        });
        made.unwrap();
        drop(db);
        let db = Db::open(&database.url, &all).unwrap();
        let read = db.write_alone(|conn| {
            let name = submission(conn, 2)?.unwrap();
            assert_eq!((name.state, name.decided_by.as_deref(), name.file), (State::Accepted, Some("b"), None));
            assert_eq!((name.filed_at, name.decided_at, name.told_at), (later(1), Some(later(2)), Some(later(3))));
            assert_eq!((name.reason.as_deref(), name.outcome.as_deref()), (Some("r"), Some("{}")));
            assert_eq!(waiting(conn)?.len(), 1);
            // What nobody has decided about is taken back once, and then nobody decides about it.
            assert!(withdraw(conn, 1, "a", later(4))?);
            assert!(!withdraw(conn, 1, "a", later(5))? && !withdraw(conn, 2, "a", later(5))?);
            assert!(!decide(conn, 1, State::Returned, ("b", Some("r")), None, later(5))?);
            let filing = submission(conn, 1)?.unwrap();
            assert_eq!((filing.state, filing.decided_by.as_deref()), (State::Withdrawn, Some("a")));
            assert_eq!(filing.decided_at, Some(later(4)));
            // It is no decision that somebody else took.
            assert_eq!(decided(conn, 9)?.iter().map(|one| one.id).collect::<Vec<_>>(), [2]);
            assert_eq!(waiting(conn)?, []);
            // So it is handed in anew, under a number of its own.
            let again = submit(conn, (1, Kind::Filing, "{}"), "a", later(6))?;
            keep_file(conn, again, "{}")?;
            assert_eq!(submission(conn, again)?.unwrap().file.as_deref(), Some("{}"));
            Ok::<_, db::Error>(())
        });
        read.unwrap();
    }
}
