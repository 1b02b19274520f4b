//! Striking a cooperative off, and voiding that: entered by an agent of its delegation, decided by somebody else.

use authz::{Entity, Resource};
use ledger::Ledger;
use web::{Query, Speaker, Wrong};

use super::form::Input;
use crate::{
    Ground,
    acts::{CooperativeAct, StruckOff},
};

/// The kind of such a request.
pub(super) const KIND: &str = "struck_off";
/// The kind of a request that a striking off be voided.
pub(super) const VOID: &str = "removal_voided";

/// Whether requests of a kind are about a striking off.
pub(super) fn is_removal(kind: &str) -> bool {
    kind == KIND || kind == VOID
}

/// What a request of this kind is about, as policies see it: the cooperative or, where a striking off is asked for or is to be
/// voided, the striking off with who entered it. Every question about a request is asked of this.
pub(super) fn concern(ledger: &Ledger, number: &str, place: Option<&str>, (kind, author): (&str, &str)) -> Resource {
    if !is_removal(kind) {
        return super::pages::resource(ledger, number, place);
    }
    let removal = Resource::new("Removal", number).with("author", Entity::new("Account", author));
    super::with_people(removal, ledger.projection().territory(), number, place, ledger.today())
}

/// The grounds to choose from; none is chosen beforehand.
pub(super) fn grounds(speaker: &Speaker<'_>) -> Input {
    let ground = |ground: &Ground| (ground.to_string(), speaker.t.get(&format!("register-ground-{ground}")));
    let none = (String::new(), speaker.t.get("register-ground-none"));
    Input::Choice(std::iter::once(none).chain(Ground::ALL.iter().map(ground)).collect())
}

/// The act that the form says.
pub(super) fn read(sent: &mut Query, wrong: &mut Vec<Wrong>) -> CooperativeAct {
    let typed = sent.one("ground").unwrap_or_default();
    let ground = typed.parse().ok();
    if ground.is_none() {
        wrong.push(Wrong::new("ground", &typed, "choose a ground").told("register-wrong-ground"));
    }
    CooperativeAct::StruckOff(StruckOff { ground })
}
