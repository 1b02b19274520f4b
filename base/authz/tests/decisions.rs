//! Decisions as text: each file in `decisions/` is a table of who may do what on what.

use std::{fs, path::Path};

use authz::{Entity, Principal, Resource};

use crate::toy::{account, book, policies};

#[test]
fn every_decision_is_what_its_line_says() {
    let policies = policies();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decisions");
    let mut decisions = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let cells: Vec<_> = line.split('|').map(str::trim).collect();
            let [who, action, what, expected] = cells.as_slice() else { panic!("not a decision: {line}") };
            let decided = match policies.permits(&principal(who), action, &resource(what)) {
                Ok(()) => "yes".to_owned(),
                Err(denied) => {
                    assert!(denied.faults.is_empty(), "{line}: {denied}");
                    ["no".to_owned()].into_iter().chain(denied.forbidden_by).collect::<Vec<_>>().join(" ")
                }
            };
            assert_eq!(decided, *expected, "{}: {line}", path.display());
            decisions += 1;
        }
    }
    assert!(decisions >= 35);
}

/// `visitor`, or `account 7 Librarian=RBA twice scopes=see,lend`.
fn principal(text: &str) -> Principal {
    let mut words = text.split_whitespace();
    let mut principal = match words.next() {
        Some("visitor") => Principal::default(),
        Some("account") => account(words.next().unwrap(), &[]),
        _ => panic!("not somebody: {text}"),
    };
    for word in words {
        match word.split_once('=') {
            Some(("scopes", scopes)) => {
                let scopes = scopes.split(',').filter(|scope| !scope.is_empty());
                principal.scopes = Some(scopes.map(str::to_owned).collect());
            }
            Some((role, of)) => principal.roles.push(Entity::new(role, of)),
            None => {
                assert_eq!(word, "twice");
                principal.second_factor = true;
            }
        }
    }
    principal
}

/// `Book town=RBA lent_to=7 lent_days=59 rare`.
fn resource(text: &str) -> Resource {
    let mut words = text.split_whitespace();
    assert_eq!(words.next(), Some("Book"));
    let mut resource = book("none");
    for word in words {
        resource = match word.split_once('=') {
            Some(("town", town)) => book(town),
            Some(("lent_to", id)) => resource.with("lent_to", Entity::new("Account", id)),
            Some(("lent_days", days)) => resource.with("lent_days", days.parse::<i64>().unwrap()),
            _ => {
                assert_eq!(word, "rare");
                resource.with("rare", true)
            }
        };
    }
    resource
}
