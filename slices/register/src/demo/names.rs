//! Names of cooperatives, made of the parts in `data/names`: no two alike, none a person's.

use std::collections::HashSet;

use crate::Level;

use super::{
    chance::Chance,
    cooperative::Seat,
    tables::{NamePart, Tables},
};

/// A name, as places in the lists of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Naming {
    /// As its page writes it, in Arabic and in Latin script.
    Attested(&'static str, &'static str),
    /// A pattern with one or two names, and where it is if that tells it apart.
    Made {
        /// The pattern; none for a union or federation.
        pattern: Option<u8>,
        /// The name.
        name: u8,
        /// A second name, joined by "and".
        second: Option<u8>,
        /// The province and commune.
        place: Option<(u8, u8)>,
        /// The level, as unions and federations say it in their name.
        level: Level,
    },
}

/// What decides which names fit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer<'a> {
    pub(super) sector: &'a str,
    pub(super) province: &'a str,
    pub(super) seat: Seat,
    pub(super) women_only: bool,
    pub(super) level: Level,
}

/// The names that were given.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: HashSet<Naming>,
}

impl Names {
    /// A name that nobody has yet.
    pub(super) fn give(&mut self, bearer: Bearer<'_>, tables: &Tables, chance: &mut Chance) -> Naming {
        let fitting = fitting(bearer, tables);
        let mut naming = Naming::Attested("", "");
        for attempt in 0..60 {
            let name = chance.weighted(&fitting).copied().unwrap_or(0);
            // Single Arabic words join by "and"; what is itself made of several does not.
            let joins = |part: &NamePart| !part.amazigh && part.fr.split(' ').count() < 3;
            let arabic = |i: u8| tables.names.get(usize::from(i)).is_some_and(joins);
            let second =
                chance.weighted(&fitting).copied().filter(|second| arabic(*second) && arabic(name) && *second != name);
            let second = second.filter(|_| chance.hits(if attempt == 0 { 0.3 } else { 0.8 }));
            let place = match bearer.seat {
                Seat::Commune(province, commune) if chance.hits(if attempt == 0 { 0.35 } else { 0.8 }) => {
                    u8::try_from(province).ok().zip(u8::try_from(commune).ok())
                }
                _ => None,
            };
            let pattern = pattern(bearer, chance);
            naming = Naming::Made { pattern, name, second, place, level: bearer.level };
            if self.given.insert(naming) {
                break;
            }
        }
        naming
    }
}

/// The names that fit, each with its weight.
fn fitting(bearer: Bearer<'_>, tables: &Tables) -> Vec<(u8, f64)> {
    let amazigh_weight = match bearer.province.get(..2).unwrap_or_default() {
        "08" | "09" | "10" => 2.0,
        "03" | "05" | "07" => 0.6,
        _ => 0.15,
    };
    let weigh = |part: &NamePart| match part.fr.as_str() {
        "Al Bahr" | "Al Marsa" => {
            if bearer.sector == "PEC" {
                4.0
            } else {
                0.0
            }
        }
        "Al Ghaba" => {
            if bearer.sector == "FOR" {
                4.0
            } else {
                0.0
            }
        }
        "Azzaytouna" | "Annakhil" | "Annahla" | "Tazart" | "Tamment" => {
            if bearer.sector == "AGR" {
                1.0
            } else {
                0.0
            }
        }
        "Azzaatar" => {
            if bearer.sector == "PMA" {
                3.0
            } else {
                0.0
            }
        }
        "Chabab Al Khadra" => {
            if bearer.sector == "AGR" {
                0.7
            } else {
                0.0
            }
        }
        "Argan N Tmazirt" => {
            if bearer.sector == "ARG" {
                2.0
            } else {
                0.0
            }
        }
        "Azetta" | "Al Mahara" | "Al Ibdaa" => {
            if bearer.sector == "ART" {
                1.5
            } else {
                0.0
            }
        }
        "Nissae Al Ghad" | "Tislit" | "Al Anamil Addahabiya" => {
            if bearer.women_only {
                1.0
            } else {
                0.0
            }
        }
        _ if part.amazigh => amazigh_weight,
        _ => 1.0,
    };
    tables.names.iter().zip(0..).map(|(part, i)| (i, weigh(part))).collect()
}

/// The place of a pattern in the list: plain, agricultural, women's, handicraft, fishing, housing, forestry.
fn pattern(bearer: Bearer<'_>, chance: &mut Chance) -> Option<u8> {
    if bearer.level != Level::Cooperative {
        return None;
    }
    if bearer.women_only && chance.hits(0.5) {
        return Some(2);
    }
    let own = match bearer.sector {
        "AGR" => 1,
        "ART" => 3,
        "PEC" => 4,
        "HAB" => 5,
        "FOR" => 6,
        _ => 0,
    };
    Some(if chance.hits(0.65) { own } else { 0 })
}

impl Naming {
    /// The name in Arabic and in Latin script.
    pub(super) fn written(self, tables: &Tables) -> (String, String) {
        let (pattern, name, second, place, level) = match self {
            Self::Attested(ar, fr) => return (ar.to_owned(), fr.to_owned()),
            Self::Made { pattern, name, second, place, level } => (pattern, name, second, place, level),
        };
        let part = |i: u8| tables.names.get(usize::from(i));
        let (mut ar, mut fr) = part(name).map(|part| (part.ar.clone(), part.fr.clone())).unwrap_or_default();
        if let Some(second) = second.and_then(part) {
            ar = format!("{ar} و{}", second.ar);
            fr = format!("{fr} Wa {}", second.fr);
        }
        let of = |i: u8| tables.patterns.get(usize::from(i));
        (ar, fr) = match (level, pattern.and_then(of)) {
            (Level::Union, _) => (format!("اتحاد تعاونيات {ar}"), format!("Union des coopératives {fr}")),
            (Level::Federation, _) => (format!("فيدرالية تعاونيات {ar}"), format!("Fédération des coopératives {fr}")),
            (_, Some(pattern)) => (pattern.ar.replace("{name}", &ar), pattern.fr.replace("{name}", &fr)),
            (_, None) => (ar, fr),
        };
        let commune = place.and_then(|(province, commune)| {
            tables.provinces.get(usize::from(province))?.communes.get(usize::from(commune))
        });
        if let Some(commune) = commune {
            ar = format!("{ar} ب{}", commune.ar);
            fr = format!("{fr} à {}", commune.fr);
        }
        (ar, fr)
    }
}
