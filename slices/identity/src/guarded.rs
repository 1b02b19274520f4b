//! Which roles ask for a second factor.

use authz::{Entity, Principal};
use web::Role;

/// The roles that give nothing to whoever came in by one factor; none unless somebody says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guarded(Vec<&'static str>);

/// A name that is none of a role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is no role that could ask for a second factor: choose among {}", known.join(", "))]
pub struct NoSuchRole {
    name: String,
    known: Vec<String>,
}

impl Guarded {
    /// The roles of these names, of those that there are. A name is the role's type in any letters: `agent` is `Agent`.
    ///
    /// # Errors
    /// When there is no role of a name: one that was mistyped would guard nothing.
    pub fn read(names: &[String], roles: impl Iterator<Item = &'static Role>) -> Result<Self, NoSuchRole> {
        let kinds: Vec<_> = roles.map(|role| role.kind).collect();
        let names = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let guarded = names.map(|name| {
            kinds.iter().copied().find(|kind| kind.eq_ignore_ascii_case(name)).ok_or_else(|| {
                let mut known: Vec<_> = kinds.iter().map(|kind| kind.to_ascii_lowercase()).collect();
                known.sort();
                NoSuchRole { name: name.to_owned(), known }
            })
        });
        guarded.collect::<Result<_, _>>().map(Self)
    }

    /// Somebody who is proved by so many factors, as policies are to see them. Whoever holds a role that asks for two and showed one
    /// has no role at all: one may forbid what another allows, as an agent's own cooperative is, and must not be missing alone.
    pub fn withhold(&self, factors: i64, principal: Principal) -> Principal {
        let is_guarded = |role: &Entity| self.0.contains(&role.kind.as_str());
        if factors > 1 || !principal.roles.iter().any(is_guarded) {
            return principal;
        }
        Principal { withheld: principal.roles, roles: Vec::new(), ..principal }
    }
}

#[cfg(test)]
mod tests {
    use web::Of;

    use super::*;

    const ROLES: &[Role] = &[
        Role { kind: "Manager", name: "", of: Of::Country },
        Role { kind: "Agent", name: "", of: Of::Country },
        Role { kind: "Auditor", name: "", of: Of::Country },
    ];

    fn guarded(names: &str) -> Result<Guarded, NoSuchRole> {
        let names: Vec<_> = names.split(',').map(str::to_owned).collect();
        Guarded::read(&names, ROLES.iter())
    }

    #[test]
    fn a_role_that_asks_for_two_factors_is_withheld_from_whoever_showed_one() {
        for (named, factors, holds, gets, waits) in [
            // As long as nobody says anything, everyone has what they hold.
            ("", 1, "Agent Auditor", "Agent Auditor", ""),
            ("agent", 1, "Agent", "", "Agent"),
            ("agent", 2, "Agent", "Agent", ""),
            ("agent", 0, "Agent", "", "Agent"),
            ("manager", 1, "Agent Manager", "", "Agent Manager"),
            ("Agent, AUDITOR", 1, "Agent Auditor Manager", "", "Agent Auditor Manager"),
            ("Agent, AUDITOR", 1, "Manager", "Manager", ""),
            ("agent,auditor", 2, "Agent Auditor Manager", "Agent Auditor Manager", ""),
            ("auditor", 1, "Agent Agent Manager", "Agent Agent Manager", ""),
            ("agent", 1, "", "", ""),
        ] {
            let roles = holds.split_whitespace().map(|kind| Entity::new(kind, "KEN")).collect();
            let asks = Principal { account: Some("7".into()), roles, ..Principal::default() };
            let seen = guarded(named).unwrap().withhold(factors, asks);
            let kinds = |roles: &[Entity]| roles.iter().map(|role| role.kind.clone()).collect::<Vec<_>>().join(" ");
            assert_eq!(
                (kinds(&seen.roles).as_str(), kinds(&seen.withheld).as_str(), seen.account.as_deref()),
                (gets, waits, Some("7")),
                "{named}, {factors} factors, {holds}"
            );
        }
    }

    #[test]
    fn a_name_that_is_no_role_is_told_with_those_that_are() {
        let told = guarded("agent,agnet").unwrap_err().to_string();
        assert_eq!(told, "`agnet` is no role that could ask for a second factor: choose among agent, auditor, manager");
        assert_eq!(guarded(" , ,agent,").unwrap(), Guarded(vec!["Agent"]));
    }
}
