//! What a request would do: to the cooperative, and to figures.

use std::collections::BTreeMap;

use kernel::Level;
use ledger::{Act, Entry, Ledger, MeasureId, Refusal, Subjects as _, difference, standing};
use web::{Fault, Messages, Nomenclature, Problem, Speaker};

use super::{
    Request,
    judge::{self, Says},
};
use crate::{
    Cooperative, Cooperatives, Life, Threshold, acts::OrganAppointed, reference::branch_code, store::REMOVED, tell,
};

/// What a request would do.
#[derive(Default)]
pub(super) struct Effect {
    /// What would be otherwise of the cooperative: what, before, after.
    pub(super) changes: Vec<[String; 3]>,
    /// What would be otherwise of figures: which, of which province, by how much.
    pub(super) figures: Vec<[String; 3]>,
    /// What confirmed rules say against it, each with its rule: it cannot be accepted.
    pub(super) stops: Vec<(String, &'static Threshold)>,
    /// What other rules say, and what would be overdue then.
    pub(super) warnings: Vec<(String, &'static Threshold)>,
    /// Why it cannot be recorded.
    pub(super) refusal: Option<Refusal>,
}

impl Effect {
    fn refused(refusal: Refusal) -> Self {
        Self { refusal: Some(refusal), ..Self::default() }
    }

    /// Whether nothing stands against it.
    pub(super) fn can_be(&self) -> bool {
        self.refusal.is_none() && self.stops.is_empty()
    }
}

/// What a request would do to a cooperative with these acts, were it recorded now.
///
/// # Errors
/// When the database cannot, or an act cannot be read.
pub(super) fn of(
    ledger: &Ledger,
    t: &Messages,
    names: &Nomenclature,
    acts: &[Act],
    asked: &Request,
) -> Result<Effect, Problem> {
    let fault = |says: String| Problem::Fault(Fault::says(says));
    let subjects = Cooperatives::new(ledger.schema());
    let act = asked.as_act(acts.last().map_or(0, |act| act.seq) + 1);
    let today = ledger.today();
    if asked.effective_on > today {
        return Ok(Effect::refused(Refusal::Future { effective_on: asked.effective_on, today }));
    }
    let before = standing(acts);
    let admitted = if act.voids.is_some() { Ok(()) } else { subjects.admit(&before, &act) };
    let refusal = ledger.db().read(|conn| judge::refusal(conn, acts, asked))?;
    if let Some(refusal) = admitted.err().or(refusal) {
        return Ok(Effect::refused(refusal));
    }
    let all: Vec<Act> = acts.iter().cloned().chain([act]).collect();
    let after = standing(&all);
    let posted = difference(&subjects.fold(&after).map_err(fault)?, &subjects.fold(&before).map_err(fault)?);
    let projection = ledger.projection();
    let speaker = Speaker { t, names, territory: projection.territory(), day: today };
    let lives = (Life::of(&before).map_err(fault)?, Life::of(&after).map_err(fault)?);
    let (Some(old), Some(new)) = lives else { return Ok(Effect::default()) };
    let says = judge::says(&old, &new, asked, today);
    let (stops, warnings): (Vec<_>, Vec<_>) = says.iter().partition(|says| says.stops());
    let told = |says: Vec<&Says>| says.into_iter().filter_map(|says| Some((says.tell(t), says.rule()?))).collect();
    Ok(Effect {
        changes: changes(&speaker, &old.last(), &new.last()),
        figures: figures(ledger, &speaker, &posted),
        stops: told(stops),
        warnings: told(warnings),
        refusal: None,
    })
}

/// What entries add to figures: which, of which province, by how much.
fn figures(ledger: &Ledger, speaker: &Speaker<'_>, posted: &[Entry]) -> Vec<[String; 3]> {
    let (t, today) = (speaker.t, speaker.day);
    let place = ledger.schema().dimension("place").unwrap_or_default();
    let mut sums: BTreeMap<(MeasureId, String), i64> = BTreeMap::new();
    for entry in posted {
        let code = entry.cell.get(place).map(|code| ledger.schema().codes().text(code));
        let province = code.and_then(|code| {
            let province = speaker.territory.ancestor(&code, Level::Province, today)?;
            Some(province.code.clone())
        });
        *sums.entry((entry.measure, province.unwrap_or_else(|| ledger::UNKNOWN.to_owned()))).or_default() +=
            entry.amount;
    }
    let figures = sums.into_iter().filter(|(_, amount)| *amount != 0).filter_map(|((measure, province), amount)| {
        let measure = ledger.schema().describe(measure)?;
        let what = t.find(&format!("measure-{}", measure.code))?;
        let shown = match measure.unit {
            ledger::Unit::Money => t.money(amount, kernel::Currency::Mad),
            _ => t.number(amount),
        };
        let sign = if amount > 0 { "+" } else { "" };
        Some([what, speaker.value("province", &province), format!("{sign}{shown}")])
    });
    figures.collect()
}

/// Its status; of one that has left the register, that it has.
fn status(cooperative: &Cooperative) -> &'static str {
    if cooperative.removal.is_some() { REMOVED } else { cooperative.status.code() }
}

/// What is otherwise between two states of a cooperative.
fn changes(speaker: &Speaker<'_>, old: &Cooperative, new: &Cooperative) -> Vec<[String; 3]> {
    let t = speaker.t;
    let told = |cooperative: &Cooperative| {
        let members = cooperative.members_on(Some(speaker.day));
        let number = |n: Option<i64>| n.map(|n| t.number(n));
        let sum = |ages: Option<[i64; 3]>| ages.map(|ages| ages.iter().sum::<i64>());
        let branch = cooperative.sector.as_deref().zip(cooperative.branch.as_deref());
        let run = cooperative.organ.map(|(organ, persons, until)| {
            let appointed = OrganAppointed { organ, persons, until };
            (tell::organ(speaker, &appointed), until.map(|until| t.day(until)))
        });
        let (organ, until) = run.unzip();
        [
            ("register-field-name_ar", cooperative.name_ar.clone()),
            ("register-field-name_fr", cooperative.name_fr.clone()),
            ("register-ice", cooperative.ice.map(|ice| ice.to_string())),
            ("web-dimension-commune", cooperative.place.as_deref().map(|place| speaker.value("place", place))),
            ("register-field-sector", cooperative.sector.as_deref().map(|sector| speaker.value("sector", sector))),
            (
                "register-field-branch",
                branch.map(|(sector, branch)| speaker.value("branch", &branch_code(sector, branch))),
            ),
            ("register-measure-members", number(members.as_ref().map(|members| members.total()))),
            ("register-field-women", number(sum(members.as_ref().map(|members| members.women)))),
            ("register-field-men", number(sum(members.as_ref().map(|members| members.men)))),
            ("register-measure-share_capital", cooperative.capital.map(|(minor, currency)| t.amount(minor, currency))),
            ("register-act-capital_paid_up", paid_up(t, cooperative)),
            ("register-field-organ", organ),
            ("register-field-until", until.flatten()),
            ("register-act-accounts_filed", cooperative.accounts.as_ref().map(|accounts| accounts.year.to_string())),
            (
                "register-act-general_meeting_held",
                (!cooperative.meetings.is_empty()).then(|| years(&cooperative.meetings)),
            ),
            ("register-field-status", Some(speaker.value("status", status(cooperative)))),
        ]
    };
    let or_unknown = |value: Option<String>| value.unwrap_or_else(|| t.get("web-unknown"));
    let both = told(old).into_iter().zip(told(new));
    let differ = both.filter(|((_, before), (_, after))| before != after);
    differ.map(|((key, before), (_, after))| [t.get(key), or_unknown(before), or_unknown(after)]).collect()
}

/// How much of its capital is paid up.
fn paid_up(t: &Messages, cooperative: &Cooperative) -> Option<String> {
    let (_, currency) = cooperative.capital?;
    Some(t.amount(cooperative.paid_up_minor?, currency))
}

/// The financial years of meetings.
fn years<T>(meetings: &BTreeMap<i16, T>) -> String {
    meetings.keys().map(i16::to_string).collect::<Vec<_>>().join(" · ")
}
