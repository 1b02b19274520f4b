//! What a slice brings, and how its policies are read.

use std::collections::HashSet;

use cedar_policy::{Policy, PolicyId, PolicySet, Schema, ValidationMode, Validator};

use crate::{Faulty, Flaw, Said};

/// What a slice brings.
#[derive(Clone, Copy, Debug)]
pub struct PolicyText<'a> {
    /// Its name, with which the names of its policies begin.
    pub slice: &'a str,
    /// Its entity types, roles and actions: `schema.cedarschema`.
    pub schema: &'a str,
    /// Its policies: `policy.cedar`.
    pub policies: &'a str,
}

/// What stands here: types that all know, and policies that hold for all.
pub(crate) const OWN: PolicyText<'static> =
    PolicyText { slice: "authz", schema: include_str!("schema.cedarschema"), policies: include_str!("policy.cedar") };

/// How far a policy may look: at attributes of the resource, not at attributes of those. Nobody would have given them, and a
/// `forbid` would never apply.
const LEVEL: u32 = 1;

impl PolicyText<'_> {
    /// This slice is at fault.
    pub(crate) fn faulty(&self, flaw: Flaw) -> Faulty {
        Faulty { slice: self.slice.to_owned(), flaw }
    }

    /// Its policies under names that are not yet `known`, checked against the schema of all.
    pub(crate) fn read(&self, schema: &Schema, known: &mut HashSet<String>) -> Result<Vec<Policy>, Faulty> {
        let set: PolicySet =
            self.policies.parse().map_err(|error| self.faulty(Flaw::Policies(Said::about(self.policies, &error))))?;
        if let Some(template) = set.templates().next() {
            return Err(self.faulty(Flaw::Template(template.annotation("id").unwrap_or_default().to_owned())));
        }
        let mut named = Vec::new();
        for policy in set.policies() {
            let id = self.id(policy)?;
            if !known.insert(id.to_owned()) {
                return Err(self.faulty(Flaw::SameId(id.to_owned())));
            }
            named.push(policy.new_id(PolicyId::new(id)));
        }
        self.check(&named, schema)?;
        Ok(named)
    }

    /// The name of a policy.
    fn id<'p>(&self, policy: &'p Policy) -> Result<&'p str, Faulty> {
        let Some(id) = policy.annotation("id") else {
            let beginning = policy.to_string().split_whitespace().take(8).collect::<Vec<_>>().join(" ");
            return Err(self.faulty(Flaw::NoId(beginning)));
        };
        let what = id.strip_prefix(self.slice).and_then(|rest| rest.strip_prefix('.'));
        if what.is_none_or(str::is_empty) {
            return Err(self.faulty(Flaw::ForeignId(id.to_owned())));
        }
        Ok(id)
    }

    /// Refuses policies that do not fit the schema, and those of a slice that never apply or that look otherwise than they are.
    fn check(&self, policies: &[Policy], schema: &Schema) -> Result<(), Faulty> {
        let set = PolicySet::from_policies(policies.iter().cloned())
            .map_err(|error| self.faulty(Flaw::Policies(Said::about(self.policies, &error))))?;
        let result = Validator::new(schema.clone()).validate_with_level(&set, ValidationMode::Strict, LEVEL);
        let wrong = |id: &PolicyId, error| {
            let mut said = Said::about(self.policies, error);
            said.says = said.says.replace(&format!("for policy `{id}`, "), "");
            Err(self.faulty(Flaw::Policy(id.to_string(), said)))
        };
        if let Some(error) = result.validation_errors().next() {
            return wrong(error.policy_id(), error);
        }
        match result.validation_warnings().next() {
            // What holds for all applies to nothing as long as there is nothing.
            Some(warning) if self.slice != OWN.slice => wrong(warning.policy_id(), warning),
            _ => Ok(()),
        }
    }
}
