//! What can be done, prepared for decisions.

use std::collections::BTreeSet;

use cedar_policy::{
    ActionConstraint, Context, Entities, EntityTypeName, EntityUid, Policy, PolicySet, ResourceConstraint,
    RestrictedExpression, Schema,
};

use crate::Flaw;

/// An action that can be asked for.
#[derive(Debug)]
pub(crate) struct Action {
    pub(crate) uid: EntityUid,
    /// It and its groups.
    pub(crate) entities: Entities,
    /// The policies that concern it: those of all slices would take ten times as long.
    pub(crate) policies: PolicySet,
    /// The types to which it applies.
    pub(crate) resources: BTreeSet<String>,
    /// The scopes that let a token do it: its name and those of its groups.
    pub(crate) scopes: BTreeSet<String>,
    /// What policies see of a request by a person, without and with a second factor.
    once: Context,
    twice: Context,
}

impl Action {
    /// The action, refused if what is asked of it could never be judged. None for a group.
    pub(crate) fn new(uid: &EntityUid, schema: &Schema, all: &Entities) -> Result<Option<Self>, Flaw> {
        let resources = names(schema.resources_for_action(uid));
        let principals = names(schema.principals_for_action(uid));
        let refused = |says| Err(Flaw::Action(uid.id().unescaped().to_owned(), says));
        if resources.is_empty() && principals.is_empty() {
            return Ok(None);
        }
        if !principals.iter().all(|name| ["Account", "Visitor"].contains(&name.as_str())) {
            return refused("only an Account or a Visitor asks: let it be one of them who is in a role");
        }
        // Nothing is known of the roles of another account.
        if resources.contains("Account") || resources.contains("Visitor") {
            return refused("an Account or a Visitor is who asks: declare a type for what is asked about");
        }
        let groups: Vec<_> = all.ancestors(uid).into_iter().flatten().cloned().collect();
        let scopes: BTreeSet<_> = groups.iter().chain([uid]).map(|one| one.id().unescaped().to_owned()).collect();
        if scopes.contains("reading") == scopes.contains("changing") {
            return refused("put it in one of the groups `reading` and `changing`");
        }
        let entities = groups.iter().chain([uid]).filter_map(|one| all.get(one)).cloned();
        let (Ok(entities), Ok(once), Ok(twice)) =
            (Entities::from_entities(entities, None), context(&scopes, false, None), context(&scopes, true, None))
        else {
            return refused("cannot be prepared");
        };
        let action = Self { uid: uid.clone(), entities, policies: PolicySet::new(), resources, scopes, once, twice };
        for scopes in [None, Some(&[][..])] {
            if !action.context(true, scopes).is_ok_and(|context| context.validate(schema, uid).is_ok()) {
                return refused("give it `context: Request`");
            }
        }
        Ok(Some(action))
    }

    /// Whether a policy can say something about it, by what its first line names.
    pub(crate) fn concerns(&self, policy: &Policy) -> bool {
        let to_action = match policy.action_constraint() {
            ActionConstraint::Any => true,
            ActionConstraint::Eq(uid) => uid == self.uid,
            ActionConstraint::In(uids) => uids.iter().any(|uid| self.entities.get(uid).is_some()),
        };
        let to_resource = match policy.resource_constraint() {
            ResourceConstraint::Is(kind) | ResourceConstraint::IsIn(kind, _) => {
                self.resources.contains(&kind.to_string())
            }
            _ => true,
        };
        to_action && to_resource
    }

    /// What policies see of a request besides who asks.
    pub(crate) fn context(&self, second_factor: bool, scopes: Option<&[String]>) -> Result<Context, String> {
        match scopes {
            None => Ok(if second_factor { &self.twice } else { &self.once }.clone()),
            scopes => context(&self.scopes, second_factor, scopes),
        }
    }
}

/// The context of a request for an action that these scopes cover.
fn context(covered_by: &BTreeSet<String>, second_factor: bool, scopes: Option<&[String]>) -> Result<Context, String> {
    let mut pairs = vec![
        ("second_factor".to_owned(), RestrictedExpression::new_bool(second_factor)),
        ("covered_by".to_owned(), texts(covered_by)),
    ];
    if let Some(scopes) = scopes {
        pairs.push(("scopes".to_owned(), texts(scopes)));
    }
    Context::from_pairs(pairs).map_err(|error| error.to_string())
}

fn names<'a>(types: Option<impl Iterator<Item = &'a EntityTypeName>>) -> BTreeSet<String> {
    types.into_iter().flatten().map(ToString::to_string).collect()
}

fn texts<'a>(texts: impl IntoIterator<Item = &'a String>) -> RestrictedExpression {
    RestrictedExpression::new_set(texts.into_iter().cloned().map(RestrictedExpression::new_string))
}
