//! The schemas of all slices as one.

use std::collections::BTreeMap;

use cedar_policy::{Entities, EntityTypeName, Schema, SchemaFragment};

use crate::{Faulty, Flaw, PolicyText, Said, action::Action, text::OWN};

/// Puts the schemas of all slices together; what can be done by them, under its name.
pub(crate) fn merge(texts: &[PolicyText<'_>]) -> Result<(Schema, BTreeMap<String, Action>), Faulty> {
    let fragments = texts.iter().map(fragment).collect::<Result<Vec<_>, _>>()?;
    // Which types there are is known only when all are together; which of them are roles, then.
    let mut types: Vec<_> = whole(texts, &fragments, &[])?.entity_types().map(ToString::to_string).collect();
    types.sort();
    types.retain(|name| fragments.iter().any(|one| one.entity_type_annotation(None, name, "role").is_some()));
    let schema = whole(texts, &fragments, &types)?;
    // What schemas declare together has been found fit to be entities.
    let all = schema.action_entities().unwrap_or_else(|_| Entities::empty());
    let mut actions = BTreeMap::new();
    for (text, fragment) in texts.iter().zip(&fragments) {
        for uid in schema.actions().filter(|uid| fragment.action_annotations(None, uid.id()).is_some()) {
            if let Some(action) = Action::new(uid, &schema, &all).map_err(|flaw| text.faulty(flaw))? {
                actions.insert(uid.id().unescaped().to_owned(), action);
            }
        }
        for name in schema.entity_types().filter(|name| declares(fragment, name)) {
            if schema.ancestors(name).is_some_and(|mut above| above.next().is_some()) {
                let says = "has `in`, but nobody says in which others it stands: make that an attribute";
                return Err(text.faulty(Flaw::Entity(name.to_string(), says)));
            }
        }
    }
    Ok((schema, actions))
}

/// Whether a type is declared here.
fn declares(fragment: &SchemaFragment, name: &EntityTypeName) -> bool {
    fragment.entity_type_annotations(None, name.basename()).is_some()
}

/// Reads the schema of a slice.
fn fragment(text: &PolicyText<'_>) -> Result<SchemaFragment, Faulty> {
    let wrong = |said| text.faulty(Flaw::Schema(said));
    let (fragment, mut warnings) =
        SchemaFragment::from_cedarschema_str(text.schema).map_err(|error| wrong(Said::about(text.schema, &error)))?;
    if let Some(warning) = warnings.next() {
        return Err(wrong(Said::about(text.schema, &warning)));
    }
    if fragment.namespaces().flatten().next().is_some() {
        return Err(wrong(Said { line: None, says: "namespaces are not used here: declare all outside".to_owned() }));
    }
    Ok(fragment)
}

/// The schema of all, in which an account stands in these roles.
fn whole(texts: &[PolicyText<'_>], fragments: &[SchemaFragment], roles: &[String]) -> Result<Schema, Faulty> {
    let place = if roles.is_empty() { String::new() } else { format!(" in [{}]", roles.join(", ")) };
    let account = PolicyText { schema: &format!("entity Account{place};"), ..OWN };
    let account = fragment(&account)?;
    let first = |count: usize| {
        let some = fragments.iter().take(count).cloned();
        Schema::from_schema_fragments(std::iter::once(account.clone()).chain(some))
            .map_err(|error| Said { line: None, ..Said::about("", &error) })
    };
    first(fragments.len()).map_err(|said| {
        // To blame is the first with which it goes wrong in this way; without those after it, it may in another.
        let fails = |count: usize| first(count).is_err_and(|other| other == said);
        let blamed = (1..=texts.len()).zip(texts).find(|(count, _)| fails(*count)).map(|(_, text)| text);
        blamed.unwrap_or(&OWN).faulty(Flaw::Schema(said))
    })
}
