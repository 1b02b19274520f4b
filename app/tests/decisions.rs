//! Who may do what: the policies of all slices together, against the table `decisions.txt`.

use authz::{Entity, Principal, Resource};
use db::Db;
use jiff::tz::TimeZone;
use kernel::Clock;
use ledger::Ledger;
use web::App;

/// `visitor`, or `account Agent=KEN twice scopes=reading`.
fn principal(text: &str) -> Principal {
    let mut words = text.split_whitespace();
    let account = (words.next() == Some("account")).then(|| "7".to_owned());
    let mut principal = Principal { account, ..Principal::default() };
    for word in words {
        match word.split_once('=') {
            Some(("scopes", scopes)) => principal.scopes = Some(scopes.split(',').map(str::to_owned).collect()),
            Some((role, of)) => principal.roles.push(Entity::new(role, of)),
            None => {
                assert_eq!(word, "twice");
                principal.second_factor = true;
            }
        }
    }
    principal
}

/// `Door`; `Cooperative 7 KEN`: its number, and the delegation in which it is; `Removal 7 KEN by 8`, and which account entered it;
/// or a `Project` of that delegation, opened by who asks (`own`) or by another, who asks being a founder (`founder`) or a
/// helper (`helper`) or not, entered on paper (`paper`) or not, handed in at
/// its court (`filed`) or not, of which no clerk uses Twiza (`away`) or one does.
fn resource(text: &str) -> Resource {
    match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["Door"] => Resource::new("Door", "/{lang}/somewhere"),
        ["Cooperative", number, delegation] => Resource::new("Cooperative", *number)
            .with("agents", vec![Entity::new("Agent", *delegation)])
            .with("managers", vec![Entity::new("Manager", *number)]),
        ["Project", facts @ ..] => {
            let is = |fact| facts.contains(&fact);
            let clerks = is("filed").then(|| Entity::new("Clerk", "04.281"));
            Resource::new("Project", "3")
                .with("openers", vec![Entity::new("Account", if is("own") { "7" } else { "8" })])
                .with("helpers", if is("helper") { vec![Entity::new("Account", "7")] } else { Vec::new() })
                .with("founders", if is("founder") { vec![Entity::new("Account", "7")] } else { Vec::new() })
                .with("agents", vec![Entity::new("Agent", "KEN")])
                .with("clerks", clerks.into_iter().collect::<Vec<_>>())
                .with("on_paper", is("paper"))
                .with("court_away", is("away"))
        }
        ["Removal", number, delegation, "by", author] => Resource::new("Removal", *number)
            .with("agents", vec![Entity::new("Agent", *delegation)])
            .with("managers", vec![Entity::new("Manager", *number)])
            .with("author", Entity::new("Account", *author)),
        _ => panic!("nothing that is asked about: {text}"),
    }
}

#[test]
fn every_decision_is_what_its_line_says() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("a.db").display());
    let migrations = [ledger::store::MIGRATIONS, register::store::MIGRATIONS].concat();
    let db = Db::open(&url, &migrations).unwrap();
    let ledger = Ledger::open(db, Clock::System, TimeZone::UTC, &[register::LEDGER]).unwrap();
    let app = App::new(
        ledger,
        &[register::SLICE, founding::SLICE, reminders::SLICE, roll::SLICE, observatory::SLICE, identity::SLICE],
    )
    .unwrap();
    let mut decisions = 0;
    for line in include_str!("../decisions.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let [who, action, what, expected] = cells.as_slice() else { panic!("not a decision: {line}") };
        let decided = match app.policies().permits(&principal(who), action, &resource(what)) {
            Ok(()) => "yes".to_owned(),
            Err(denied) => {
                assert!(denied.faults.is_empty(), "{line}: {denied}");
                ["no".to_owned()].into_iter().chain(denied.forbidden_by).collect::<Vec<_>>().join(" ")
            }
        };
        assert_eq!(decided, *expected, "{line}");
        decisions += 1;
    }
    assert!(decisions > 50, "{decisions} decisions");
}
