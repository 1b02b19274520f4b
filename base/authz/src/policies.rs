//! The policies of all slices, and the decision.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use cedar_policy::{
    Authorizer, Decision, Entities, Entity as CedarEntity, EntityId, EntityTypeName, EntityUid, Request,
    RestrictedExpression, Schema,
};

use crate::{Denied, Entity, Faulty, Flaw, PolicyText, Principal, Resource, Value, action::Action, schema, text::OWN};

/// The policies of all slices, checked and ready.
#[derive(Debug)]
pub struct Policies {
    authorizer: Authorizer,
    schema: Schema,
    actions: BTreeMap<String, Action>,
    types: HashMap<String, EntityTypeName>,
}

impl Policies {
    /// Puts the policies of slices together.
    ///
    /// # Errors
    /// When a text cannot be read, or does not fit the others; the first fault that is found.
    pub fn new(texts: &[PolicyText<'_>]) -> Result<Self, Faulty> {
        let texts = [&[OWN], texts].concat();
        let (schema, mut actions) = schema::merge(&texts)?;
        let mut known = HashSet::new();
        for text in &texts {
            for policy in text.read(&schema, &mut known)? {
                for action in actions.values_mut().filter(|action| action.concerns(&policy)) {
                    let same = |_| text.faulty(Flaw::SameId(policy.id().to_string()));
                    action.policies.add(policy.clone()).map_err(same)?;
                }
            }
        }
        let types = schema.entity_types().map(|name| (name.to_string(), name.clone())).collect();
        Ok(Self { authorizer: Authorizer::new(), schema, actions, types })
    }

    /// Whether `principal` may do this now.
    ///
    /// # Errors
    /// When no policy permits it, one forbids it, or it cannot be judged.
    pub fn permits(&self, principal: &Principal, action: &str, resource: &Resource) -> Result<(), Denied> {
        let denied = |forbidden_by, faults| {
            Err(Denied { action: action.to_owned(), resource: resource.entity.clone(), forbidden_by, faults })
        };
        let Some(known) = self.actions.get(action) else {
            return denied(Vec::new(), vec!["there is no such action".to_owned()]);
        };
        let (request, entities) = match self.ask(principal, known, resource) {
            Ok(asked) => asked,
            Err(fault) => return denied(Vec::new(), vec![fault]),
        };
        let answer = self.authorizer.is_authorized(&request, &known.policies, &entities);
        let mut reasons = answer.diagnostics().reason().map(ToString::to_string).collect::<Vec<_>>();
        let faults = answer.diagnostics().errors().map(ToString::to_string).collect::<Vec<_>>();
        match answer.decision() {
            Decision::Allow if faults.is_empty() => Ok(()),
            // What permitted it forbids nothing; what could not be judged might have.
            Decision::Allow => denied(Vec::new(), faults),
            Decision::Deny => {
                reasons.sort();
                denied(reasons, faults)
            }
        }
    }

    /// All actions, each with the types of resources to which it applies.
    pub fn actions(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.actions.iter().map(|(name, action)| (name.as_str(), action.resources.iter().map(String::as_str)))
    }

    /// All that a scope of a token can be: the names of actions and of their groups.
    pub fn scopes(&self) -> BTreeSet<&str> {
        self.actions.values().flat_map(|action| &action.scopes).map(String::as_str).collect()
    }

    /// The question, as policies see it, held against the schema.
    fn ask(&self, principal: &Principal, action: &Action, resource: &Resource) -> Result<(Request, Entities), String> {
        let context = action.context(principal.second_factor, principal.scopes.as_deref())?;
        let who = self.uid(&principal.entity())?;
        let roles = principal.roles.iter().map(|role| self.uid(role)).collect::<Result<HashSet<_>, _>>()?;
        let what = self.uid(&resource.entity)?;
        let attributes = resource.attributes.iter().map(|(name, value)| Ok(((*name).to_owned(), self.value(value)?)));
        let attributes = attributes.collect::<Result<HashMap<_, _>, String>>()?;
        let what_it_is =
            CedarEntity::new(what.clone(), attributes, HashSet::new()).map_err(|error| error.to_string())?;
        let known = [CedarEntity::new_no_attrs(who.clone(), roles), what_it_is];
        let entities = action.entities.clone().add_entities(known, Some(&self.schema));
        let request = Request::new(who, action.uid.clone(), what, context, Some(&self.schema));
        Ok((request.map_err(|error| error.to_string())?, entities.map_err(|error| chain(&error))?))
    }

    fn uid(&self, entity: &Entity) -> Result<EntityUid, String> {
        let kind = self.types.get(&entity.kind).ok_or_else(|| format!("{entity}: there is no such type"))?;
        Ok(EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(&entity.id)))
    }

    fn value(&self, value: &Value) -> Result<RestrictedExpression, String> {
        let entity = |entity| self.uid(entity).map(RestrictedExpression::new_entity_uid);
        Ok(match value {
            Value::Text(text) => RestrictedExpression::new_string(text.clone()),
            Value::Bool(value) => RestrictedExpression::new_bool(*value),
            Value::Long(value) => RestrictedExpression::new_long(*value),
            Value::Entity(one) => entity(one)?,
            Value::Entities(some) => {
                RestrictedExpression::new_set(some.iter().map(entity).collect::<Result<Vec<_>, _>>()?)
            }
        })
    }
}

/// An error and everything that caused it.
fn chain(error: &dyn std::error::Error) -> String {
    let mut says = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        says.push_str(&format!(": {error}"));
        cause = error.source();
    }
    says
}
