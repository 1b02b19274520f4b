//! What a request would do: to the cooperative, and to figures.

use std::collections::BTreeMap;

use kernel::{Level, Timestamp};
use ledger::{Act, Hash, Ledger, MeasureId, Refusal, Subjects as _, difference, standing};
use web::{Messages, Nomenclature, Speaker};

use super::Request;
use crate::{
    Cooperative, Cooperatives, Life, Threshold,
    acts::{CooperativeAct, OrganAppointed},
    breaches,
    reference::branch_code,
    store::{REMOVED, subject},
    tell,
};

/// What a request would do.
#[derive(Default)]
pub(super) struct Effect {
    /// What would be otherwise of the cooperative: what, before, after.
    pub(super) changes: Vec<[String; 3]>,
    /// What would be otherwise of figures: which, of which province, by how much.
    pub(super) figures: Vec<[String; 3]>,
    /// What rules say against it that are not confirmed, each with its rule.
    pub(super) warnings: Vec<(String, &'static Threshold)>,
    /// Why it cannot be recorded.
    pub(super) refusal: Option<Refusal>,
}

/// What a request would do to a cooperative with these acts, were it recorded now.
pub(super) fn of(
    ledger: &Ledger,
    t: &Messages,
    names: &Nomenclature,
    acts: &[Act],
    asked: &Request,
) -> Result<Effect, String> {
    let subjects = Cooperatives::new(ledger.schema());
    let act = Act {
        seq: acts.last().map_or(0, |act| act.seq) + 1,
        subject: subject(&asked.number),
        kind: asked.kind.clone(),
        effective_on: Some(asked.effective_on),
        recorded_at: Timestamp::MAX,
        author: String::new(),
        document: None,
        voids: None,
        body: asked.body.clone(),
        hash: Hash::ZERO,
    };
    let today = ledger.today();
    if asked.effective_on > today {
        let refusal = Some(Refusal::Future { effective_on: asked.effective_on, today });
        return Ok(Effect { refusal, ..Effect::default() });
    }
    let before = standing(acts);
    if let Err(refusal) = subjects.admit(&before, &act) {
        return Ok(Effect { refusal: Some(refusal), ..Effect::default() });
    }
    let all: Vec<Act> = acts.iter().cloned().chain([act]).collect();
    let after = standing(&all);
    let posted = difference(&subjects.fold(&after)?, &subjects.fold(&before)?);
    let projection = ledger.projection();
    let speaker = Speaker { t, names, territory: projection.territory(), day: today };
    let (Some(old), Some(new)) = (Life::of(&before)?, Life::of(&after)?) else { return Ok(Effect::default()) };
    let changes = changes(&speaker, &old.last(), &new.last());
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
    Ok(Effect { changes, figures: figures.collect(), warnings: warnings(t, asked), refusal: None })
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

/// What rules say against what is asked for, in words.
fn warnings(t: &Messages, asked: &Request) -> Vec<(String, &'static Threshold)> {
    let Ok(CooperativeAct::AccountsFiled(accounts)) = CooperativeAct::read(&asked.kind, &asked.body) else {
        return Vec::new();
    };
    let amount = |minor| t.amount(minor, accounts.currency);
    let told = breaches(&accounts).into_iter().map(|breach| {
        let said = breach.said_minor.map_or_else(|| t.get("register-breach-nothing"), amount);
        let texts = [("said", said.as_str()), ("asked", &amount(breach.asked_minor))];
        (t.with(&format!("register-breach-{}", breach.rule.rule), &texts), breach.rule)
    });
    told.collect()
}
