//! What is not clearly permitted is denied, whoever asks and however.

use authz::{Denied, Entity, Policies, PolicyText, Principal, Resource};
use proptest::{collection, prelude::*, sample};

use crate::toy::{TOY, account, book, policies};

const ACTIONS: [&str; 5] = ["see", "see_lender", "lend", "prolong", "discard"];

fn denied(principal: &Principal, action: &str, resource: &Resource) -> Denied {
    policies().permits(principal, action, resource).unwrap_err()
}

/// Asked by somebody to whom the toy would permit much.
fn fault(action: &str, resource: &Resource) -> String {
    let denied = denied(&account("7", &[("Inspector", "MA"), ("Librarian", "RBA")]), action, resource);
    assert!(denied.forbidden_by.is_empty());
    denied.faults.join("; ")
}

#[test]
fn without_a_policy_everything_is_denied() {
    let policies = Policies::new(&[PolicyText { policies: "", ..TOY }]).unwrap();
    let mut keeper = account("7", &[("Librarian", "RBA"), ("Keeper", "RBA"), ("Inspector", "MA")]);
    keeper.second_factor = true;
    for who in [Principal::default(), keeper] {
        for action in ACTIONS {
            let denied = policies.permits(&who, action, &book("RBA")).unwrap_err();
            assert_eq!((denied.forbidden_by, denied.faults), (vec![], vec![]), "{action}");
        }
    }
}

#[test]
fn without_slices_there_is_nothing_to_be_permitted() {
    let policies = Policies::new(&[]).unwrap();
    assert_eq!(policies.actions().count(), 0);
    assert!(policies.permits(&Principal::default(), "see", &book("RBA")).is_err());
}

#[test]
fn an_action_or_a_type_that_nobody_declared_is_denied() {
    assert_eq!(fault("burn", &book("RBA")), "there is no such action");
    assert_eq!(fault("reading", &book("RBA")), "there is no such action");
    assert_eq!(fault("see", &Resource::new("Film", "1")), "Film::\"1\": there is no such type");
    assert!(fault("see", &Resource::new("Town", "RBA")).contains("Town"));
    let impostor = account("7", &[("Sultan", "MA")]);
    assert_eq!(denied(&impostor, "see", &book("RBA")).faults, ["Sultan::\"MA\": there is no such type"]);
}

#[test]
fn only_roles_can_be_held_and_only_by_accounts() {
    let lent_out = account("7", &[("Book", "1")]);
    assert!(!denied(&lent_out, "see", &book("RBA")).faults.is_empty());
    let visitor = Principal { roles: vec![Entity::new("Inspector", "MA")], ..Principal::default() };
    assert!(!denied(&visitor, "see_lender", &book("RBA")).faults.is_empty());
}

#[test]
fn a_handler_that_says_something_else_than_the_schema_is_found() {
    let bare = Resource::new("Book", "1").with("rare", false);
    assert!(fault("see", &bare).contains("to have attribute"));
    assert!(fault("see", &book("RBA").with("colour", "red")).contains("colour"));
    assert!(fault("see", &book("RBA").with("rare", "no")).contains("rare"));
    assert!(fault("see", &book("RBA").with("town", Entity::new("Account", "RBA"))).contains("town"));
    assert!(fault("see", &book("RBA").with("town", Entity::new("Village", "RBA"))).contains("Village"));
}

#[test]
fn what_cannot_be_judged_is_denied_though_a_policy_permits_it() {
    let sum = "@id(\"toy.sum\") forbid (principal, action == Action::\"see\", resource is Book)
               when { resource.lent_days + 1 == 5 };";
    let texts = [PolicyText { policies: &format!("{}{sum}", TOY.policies), ..TOY }];
    let policies = Policies::new(&texts).unwrap();
    let who = Principal::default();
    assert_eq!(policies.permits(&who, "see", &book("RBA")), Ok(()));
    let denied = policies.permits(&who, "see", &book("RBA").with("lent_days", i64::MAX)).unwrap_err();
    assert!(denied.forbidden_by.is_empty());
    assert!(denied.to_string().contains("toy.sum"), "{denied}");
}

#[test]
fn a_denial_says_what_was_asked_and_who_forbade_it() {
    let token = Principal { scopes: Some(vec![]), ..account("7", &[]) };
    let says = denied(&token, "discard", &book("RBA").with("rare", true)).to_string();
    assert_eq!(says, "`discard` on Book::\"9789954\" is denied, forbidden by authz.scope, toy.rare");
    let odd = Resource::new("Book", "a\"\n");
    assert!(denied(&token, "see", &odd).to_string().starts_with("`see` on Book::\"a\\\"\\n\" is denied"));
}

#[test]
fn all_actions_are_listed_with_what_they_apply_to() {
    let policies = policies();
    let actions: Vec<_> = policies.actions().map(|(name, types)| (name, types.collect::<Vec<_>>())).collect();
    let mut names = ACTIONS;
    names.sort_unstable();
    assert_eq!(actions, names.map(|name| (name, vec!["Book"])));
    let scopes: Vec<_> = policies.scopes().into_iter().collect();
    assert_eq!(scopes, ["changing", "discard", "lend", "lending", "prolong", "reading", "see", "see_lender"]);
}

/// What somebody would write who wants out of the quotes.
const NASTY: [&str; 10] =
    ["", "\"", "RBA\"", "\n", "\0", "\\", "جهة الرباط", "\u{202e}RBA", "Librarian::\"RBA\"", "RBA\" || true || \""];

fn id() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), sample::select(&NASTY[..]).prop_map(str::to_owned)]
}

proptest! {
    #[test]
    fn an_id_is_only_itself_whatever_stands_in_it(mine in id(), theirs in id()) {
        let policies = policies();
        let librarian = account(&mine, &[("Librarian", &mine)]);
        prop_assert_eq!(policies.permits(&librarian, "lend", &book(&mine)), Ok(()));
        prop_assert_eq!(policies.permits(&librarian, "lend", &book(&theirs)).is_ok(), mine == theirs);
        let lent = book("RBA").with("lent_to", Entity::new("Account", &theirs)).with("title", mine.as_str());
        prop_assert_eq!(policies.permits(&account(&mine, &[]), "prolong", &lent).is_ok(), mine == theirs);
    }

    #[test]
    fn a_name_that_is_not_declared_permits_nothing(kind in id(), action in id(), of in id()) {
        let policies = policies();
        prop_assert!(policies.permits(&account("7", &[]), &action, &book("RBA")).is_err());
        prop_assert!(policies.permits(&account("7", &[]), "see", &Resource::new(&kind, &of)).is_err());
        prop_assert!(policies.permits(&account("7", &[(&kind, &of)]), "see", &book("RBA")).is_err());
    }

    #[test]
    fn a_token_without_scopes_or_with_unknown_ones_does_nothing(scopes in collection::vec(id(), 0..3)) {
        let mut token = account("7", &[("Librarian", "RBA"), ("Keeper", "RBA"), ("Inspector", "MA")]);
        token.second_factor = true;
        token.scopes = Some(scopes);
        let lent = book("RBA").with("lent_to", Entity::new("Account", "7"));
        for action in ACTIONS {
            let denied = policies().permits(&token, action, &lent).unwrap_err();
            prop_assert_eq!(denied.forbidden_by, ["authz.scope"]);
        }
    }

    #[test]
    fn an_inspector_reads_all_and_changes_nothing(id in id(), town in id(), rare: bool, days: i64, twice: bool) {
        let mut inspector = account(&id, &[("Inspector", "MA")]);
        inspector.second_factor = twice;
        let book = book(&town).with("rare", rare).with("lent_days", days);
        for action in ACTIONS {
            let reads = action.starts_with("see");
            prop_assert_eq!(policies().permits(&inspector, action, &book).is_ok(), reads);
        }
    }
}
