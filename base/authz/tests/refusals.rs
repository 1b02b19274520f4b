//! Texts that are at fault are refused at start: whose they are, on which line, and what is wrong.

use authz::{Faulty, Flaw, Policies, PolicyText, Said};

use crate::toy::TOY;

fn refusal(texts: &[PolicyText<'_>]) -> Faulty {
    Policies::new(texts).unwrap_err()
}

/// What is said of the toy with these policies in place of its own begins so; the rest is Cedar's advice.
#[track_caller]
fn policies(policies: &str, says: &str) {
    let refusal = refusal(&[PolicyText { policies, ..TOY }]).to_string();
    assert!(refusal.starts_with(says), "{refusal}");
}

/// What is said of the toy with this added to its schema begins so.
#[track_caller]
fn schema(more: &str, says: &str) {
    let refusal = refusal(&[PolicyText { schema: &format!("{}{more}", TOY.schema), ..TOY }]).to_string();
    assert!(refusal.starts_with(says), "{refusal}");
}

#[test]
fn a_policy_that_cannot_be_read_is_found_by_its_line() {
    policies("\n\npermit (principal action, resource);", "toy: policies, line 3: unexpected token `action`");
    policies("permit (principal, action,\nresource) when { 1 + };", "toy: policies, line 2: unexpected token `}`");
    let text = "permit (principal, action, resource)";
    let found = refusal(&[PolicyText { policies: text, ..TOY }]);
    assert_eq!(found.slice, "toy");
    assert!(matches!(found.flaw, Flaw::Policies(Said { line: Some(1), .. })), "{found:?}");
}

#[test]
fn a_policy_has_a_name_of_its_own_that_begins_with_the_slice() {
    let named = |id: &str| format!("@id(\"{id}\") permit (principal, action == Action::\"see\", resource);");
    policies(&named("toy.a").replace("@id(\"toy.a\") ", ""), "toy: the policy `permit (principal, action ==");
    for foreign in ["fairs.see", "toyshop.see", "toy", "toy.", "authz.scope"] {
        policies(&named(foreign), &format!("toy: `{foreign}` is not a name for a policy of this slice"));
    }
    policies(&[named("toy.see"), named("toy.see")].concat(), "toy: two policies are called `toy.see`");
    let other = PolicyText { slice: "toy", schema: "", policies: &named("toy.see") };
    assert_eq!(refusal(&[TOY, other]).flaw, Flaw::SameId("toy.see".to_owned()));
}

#[test]
fn a_policy_fits_the_schema() {
    let see = "@id(\"toy.a\")\npermit (principal, action == Action::\"see\", resource is Book)\nwhen";
    for (condition, says) in [
        ("resource.colour == \"red\"", "attribute `colour` on entity type `Book` not found"),
        ("resource.title == 5", "the types Long and String are not compatible"),
        ("principal in Sultan::\"MA\"", "unrecognized entity type `Sultan`"),
        ("resource.lent_to == principal", "unable to guarantee safety of access to optional attribute `lent_to`"),
        ("context.scopes.contains(\"a\")", "unable to guarantee safety of access to optional attribute `scopes`"),
    ] {
        policies(&format!("{see} {{ {condition} }};"), &format!("toy: policy `toy.a`, line 3: {says}"));
    }
    let burn = "@id(\"toy.a\") permit (principal, action == Action::\"burn\", resource);";
    policies(burn, "toy: policy `toy.a`, line 1: unrecognized action `Action::\"burn\"`");
    let template = "@id(\"toy.a\") permit (principal == ?principal, action, resource);";
    policies(template, "toy: the policy `toy.a` is a template");
}

#[test]
fn a_policy_that_never_applies_or_looks_otherwise_is_refused() {
    let never = "@id(\"toy.a\") permit (principal, action == Action::\"see\", resource is Town);";
    policies(never, "toy: policy `toy.a`, line 1: unable to find an applicable action");
    let hidden = "@id(\"toy.a\") forbid (principal, action, resource == Book::\"\u{202e}1\");";
    policies(hidden, "toy: policy `toy.a`, identifier `\u{202e}1` contains BIDI control characters");
}

/// Nobody gives attributes of attributes, or what stands in what: a `forbid` by them would never apply.
#[test]
fn a_policy_looks_no_further_than_what_handlers_give() {
    let shelf = "entity Shelf = { book: Book };
                 action dust in [changing] appliesTo { principal: Account, resource: Shelf, context: Request };";
    let far = "@id(\"toy.far\") forbid (principal, action == Action::\"dust\", resource) when { resource.book.rare };";
    let texts = [PolicyText { schema: &format!("{}{shelf}", TOY.schema), policies: far, ..TOY }];
    let refusal = refusal(&texts).to_string();
    assert!(refusal.contains("this policy requires level 2"), "{refusal}");
    schema("entity Page in [Book];", "toy: entity `Page`: has `in`, but nobody says in which others it stands");
}

#[test]
fn a_schema_that_cannot_be_read_or_does_not_fit_is_found() {
    let found = refusal(&[PolicyText { schema: "entity Book;\nentity;", ..TOY }]);
    assert!(matches!(found.flaw, Flaw::Schema(Said { line: Some(2), .. })), "{found:?}");
    schema("entity Account;", "toy: schema, duplicate entity type `Account`");
    schema("entity Film = { town: Village };", "toy: schema, failed to resolve type: Village");
    schema("namespace Inner { entity Film; }", "toy: schema, namespaces are not used here");
}

#[test]
fn of_two_slices_that_do_not_fit_the_one_at_fault_is_named() {
    let text = |slice, schema| PolicyText { slice, schema, policies: "" };
    let taken = refusal(&[TOY, text("fairs", "action lend;")]);
    assert_eq!(taken.to_string(), "fairs: schema, duplicate action `Action::\"lend\"`");
    let film = text("film", "entity Film = { town: Village };");
    assert!(Policies::new(&[film, text("village", "entity Village;")]).is_ok());
    assert_eq!(refusal(&[film, TOY]).slice, "film");
    assert_eq!(refusal(&[TOY, film]).slice, "film");
}

#[test]
fn an_action_says_what_it_is_and_who_asks() {
    let book = "appliesTo { principal: Account, resource: Book, context: Request }";
    for (action, says) in [
        (book.to_owned(), "put it in one of the groups `reading` and `changing`"),
        (format!("in [reading, changing] {book}"), "put it in one of the groups `reading` and `changing`"),
        (format!("in [reading, lending] {book}"), "put it in one of the groups `reading` and `changing`"),
        (format!("in [reading] {}", book.replace("Request", "{ hour: Long }")), "give it `context: Request`"),
        (format!("in [reading] {}", book.replace(", context: Request", "")), "give it `context: Request`"),
        (format!("in [reading] {}", book.replace("Account", "Keeper")), "only an Account or a Visitor asks"),
        (format!("in [reading] {}", book.replace("Book", "[Book, Account]")), "an Account or a Visitor is who asks"),
    ] {
        schema(&format!("action burn {action};"), &format!("toy: action `burn`: {says}"));
    }
}
