//! How long a decision takes, with sixty policies of ten slices.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run says so by a panic")]

use std::fmt::Write;

use authz::{Entity, Policies, PolicyText, Principal, Resource};
use divan::Bencher;
use sha2::{Digest, Sha256};

fn main() {
    divan::main();
}

/// Six actions of a slice, each permitted by a policy.
fn slice(name: &str) -> (String, String) {
    let mut schema = format!(
        "@role entity Agent_{name};
         entity File_{name} = {{ agents: Set<Agent_{name}>, owner: Account, open: Bool, days: Long, title: String }};"
    );
    let mut policies = String::new();
    for (number, condition) in [
        "resource.open",
        "principal in resource.agents",
        "principal in resource.agents && context.second_factor",
        "resource.owner == principal && resource.days < 60",
        "principal in resource.agents && resource.title != \"closed\"",
    ]
    .iter()
    .enumerate()
    {
        let group = if number == 0 { "reading" } else { "changing" };
        let _ = write!(
            schema,
            "action do_{number}_{name} in [{group}]
             appliesTo {{ principal: [Account, Visitor], resource: File_{name}, context: Request }};"
        );
        let _ = write!(
            policies,
            "@id(\"{name}.{number}\")
             permit (principal is Account, action == Action::\"do_{number}_{name}\", resource is File_{name})
             when {{ {condition} }};"
        );
    }
    let _ = write!(
        policies,
        "@id(\"{name}.closed\") forbid (principal, action in Action::\"changing\", resource is File_{name})
         when {{ resource.days > 1000 }};"
    );
    (schema, policies)
}

fn policies() -> Policies {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let texts = names.map(slice);
    let texts: Vec<_> =
        names.iter().zip(&texts).map(|(slice, (schema, policies))| PolicyText { slice, schema, policies }).collect();
    Policies::new(&texts).unwrap()
}

fn agent() -> Principal {
    let roles = vec![Entity::new("Agent_e", "KEN"), Entity::new("Agent_f", "KEN")];
    Principal { account: Some("0190f3c2".to_owned()), roles, second_factor: true, ..Principal::default() }
}

fn file() -> Resource {
    Resource::new("File_e", "123")
        .with("agents", vec![Entity::new("Agent_e", "KEN"), Entity::new("Agent_e", "RBA")])
        .with("owner", Entity::new("Account", "8"))
        .with("open", false)
        .with("days", 12)
        .with("title", "Argane Tiznit")
}

/// The measure: SHA-256 of 1 KiB.
#[divan::bench]
fn hash_1_kib(bencher: Bencher) {
    let text = [7_u8; 1024];
    bencher.bench(|| Sha256::digest(divan::black_box(&text)));
}

#[divan::bench]
fn permitted(bencher: Bencher) {
    let policies = policies();
    bencher.bench(|| policies.permits(&agent(), "do_2_e", &file()).unwrap());
}

#[divan::bench]
fn denied(bencher: Bencher) {
    let policies = policies();
    bencher.bench(|| policies.permits(&agent(), "do_3_e", &file()).unwrap_err());
}

#[divan::bench]
fn permitted_to_a_token(bencher: Bencher) {
    let policies = policies();
    let token = Principal { scopes: Some(vec!["do_2_e".to_owned(), "reading".to_owned()]), ..agent() };
    bencher.bench(|| policies.permits(&token, "do_2_e", &file()).unwrap());
}

/// Once, when the program starts.
#[divan::bench]
fn read_and_check_all() -> Policies {
    policies()
}
