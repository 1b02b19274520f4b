//! The demo country against the published figures, by a fold of our own that shares no code with the register's.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Date, Timestamp};
use sha2::{Digest, Sha256};

use super::{
    Lived, LivedAct, Plan,
    published::{Expected, Part, Published, Rounding, published},
};
use crate::{
    Origin, Sex,
    acts::{Age, CooperativeAct},
};

const SEED: u64 = 2026;

/// What a cooperative is on a day, as known at a moment.
#[derive(Clone, Debug, Default)]
struct Standing {
    province: String,
    delegation: String,
    sector: String,
    women: i64,
    members: i64,
    young: i64,
    capital: i64,
}

/// What happened to each cooperative: its recordings with the place of each in the order.
type Lives = BTreeMap<String, Vec<(usize, Lived)>>;

fn lives(acts: Vec<Lived>) -> Lives {
    let mut lives = Lives::new();
    for (place, lived) in acts.into_iter().enumerate() {
        lives.entry(lived.subject.clone()).or_default().push((place, lived));
    }
    lives
}

fn country() -> Lives {
    lives(Plan::country(SEED).unwrap().acts().collect())
}

/// The acts that count: recorded by `known`, not void by then, ordered by effect. Without a date: `undated`.
fn counting(life: &[(usize, Lived)], known: Timestamp, undated: Date) -> Vec<(Date, &CooperativeAct)> {
    let heard: Vec<_> = life.iter().filter(|(_, lived)| lived.recorded_at <= known).collect();
    let void =
        |(_, lived): &&(usize, Lived)| if let LivedAct::Void { which, .. } = lived.act { Some(which) } else { None };
    let void: HashSet<usize> = heard.iter().filter_map(|one| void(one)).collect();
    let mut acts = Vec::new();
    for (place, lived) in heard.into_iter().filter(|(place, _)| !void.contains(place)) {
        if let LivedAct::Act(act) = &lived.act {
            acts.push((lived.effective_on.unwrap_or(undated), *place, act));
        }
    }
    acts.sort_by_key(|(on, place, _)| (*on, *place));
    acts.into_iter().map(|(on, _, act)| (on, act)).collect()
}

/// What it is on a day; none if the register does not have it then.
fn standing(acts: &[(Date, &CooperativeAct)], on: Date, delegations: &HashMap<String, String>) -> Option<Standing> {
    let mut now: Option<Standing> = None;
    let mut roll: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    let mut rolled = false;
    let settle = |now: &mut Standing, place: &Option<String>| {
        now.province = place.as_deref().unwrap_or_default().chars().take(6).collect();
        now.delegation = delegations.get(&now.province).cloned().unwrap_or_default();
    };
    for (_, act) in acts.iter().filter(|(effective, _)| *effective <= on) {
        if let CooperativeAct::Registered(registered) = act {
            let mut fresh = Standing { sector: registered.sector.clone().unwrap_or_default(), ..Standing::default() };
            settle(&mut fresh, &registered.place);
            now = Some(fresh);
            continue;
        }
        let Some(standing) = now.as_mut() else { continue };
        match act {
            CooperativeAct::StruckOff | CooperativeAct::Merged(_) => return None,
            CooperativeAct::SeatMoved(moved) => settle(standing, &moved.place),
            CooperativeAct::ActivityChanged(changed) => standing.sector = changed.sector.clone().unwrap_or_default(),
            CooperativeAct::MembershipDeclared(declared) => {
                standing.women = declared.women.unwrap_or(0);
                standing.members = declared.total().unwrap_or(0);
                standing.young = declared.women_young.unwrap_or(0) + declared.men_young.unwrap_or(0);
            }
            CooperativeAct::MemberAdmitted(admitted) => {
                let young = matches!(admitted.age, Some(Age::YoungUntil(birthday)) if on < birthday);
                roll.insert(&admitted.member, (admitted.sex == Some(Sex::Female), young));
                rolled = true;
            }
            CooperativeAct::MemberLeft(left) => assert!(roll.remove(left.member.as_str()).is_some()),
            CooperativeAct::CapitalSubscribed(capital) => standing.capital = capital.amount_minor,
            CooperativeAct::CapitalIncreased(capital) => standing.capital += capital.amount_minor,
            CooperativeAct::CapitalReduced(capital) => standing.capital -= capital.amount_minor,
            _ => {}
        }
    }
    let mut standing = now?;
    if rolled {
        let count = |of: fn(&(bool, bool)) -> bool| roll.values().filter(|member| of(member)).count() as i64;
        (standing.members, standing.women, standing.young) = (count(|_| true), count(|one| one.0), count(|one| one.1));
    }
    assert!(standing.capital >= 0 && standing.members >= standing.women && standing.members >= standing.young);
    Some(standing)
}

fn delegations() -> HashMap<String, String> {
    let rows = super::tables::rows("provinces.csv", include_str!("../../../../data/geo/provinces.csv")).unwrap();
    rows.iter().map(|row| (row[0].to_owned(), row[9].to_owned())).collect()
}

/// Everything the register has on a day, as known at a moment.
fn standings(lives: &Lives, on: Date, known: Timestamp, undated: Date) -> Vec<Standing> {
    let delegations = delegations();
    lives.values().filter_map(|life| standing(&counting(life, known, undated), on, &delegations)).collect()
}

/// Our number for a published figure: the part and the whole.
fn ours(figure: &Published, standings: &[Standing]) -> (i64, i64) {
    let (mut part, mut whole) = (0, 0);
    for standing in standings {
        let inside = match figure.level.as_str() {
            "country" => true,
            "region" => standing.province.starts_with(&figure.territory),
            _ => standing.delegation == figure.territory,
        };
        let measured = match figure.metric.as_str() {
            "cooperatives" => 1,
            "members" => standing.members,
            "capital" => standing.capital,
            "women_only_cooperatives" => i64::from(standing.members > 0 && standing.women == standing.members),
            "women_members" => standing.women,
            "young_members" => standing.young,
            other => panic!("{other}"),
        };
        let matching = match &figure.part {
            Part::All => true,
            Part::Sector(sector) => standing.sector == *sector,
            Part::SectorsBut(sectors) => !sectors.contains(&standing.sector),
            Part::Province(province) => standing.province == *province,
            Part::Programme(_) => false,
        };
        whole += if inside { measured } else { 0 };
        part += if inside && matching { measured } else { 0 };
    }
    (part, whole)
}

/// Compares a country with the published figures that are to be met; gives back those that are not.
fn unmet(lives: &Lives, wanted: impl Fn(&Published) -> bool, undated: Date) -> Vec<String> {
    let mut seen: HashMap<(Date, Timestamp), Vec<Standing>> = HashMap::new();
    let mut unmet = Vec::new();
    for figure in published().unwrap().iter().filter(|figure| wanted(figure) && figure.level != "programme") {
        let at = (figure.on, figure.known());
        let standings = seen.entry(at).or_insert_with(|| standings(lives, at.0, at.1, undated));
        let (part, whole) = ours(figure, standings);
        let met = figure.is_met_by(part, whole);
        let (printed, expected) = (figure.printed(part, whole), figure.expected());
        println!(
            "{:12} {:3} {:10} {:24} {:14} {printed:>18} met={met} {expected:?}",
            figure.id, figure.territory, figure.as_of, figure.metric, figure.value
        );
        if expected == Expected::Met && !met {
            unmet.push(format!("{} is {printed}, published {}", figure.id, figure.value));
        }
    }
    unmet
}

#[test]
fn the_country_meets_every_published_figure_that_is_not_refused() {
    let lives = country();
    assert_eq!(unmet(&lives, |_| true, Date::MIN), [""; 0]);
    // Whether an act without a date counts always or from its recording on makes no difference to them.
    assert_eq!(unmet(&lives, |figure| figure.rounding == Rounding::Exact, Date::constant(2024, 1, 15)), [""; 0]);
}
