//! New cooperatives: how many, where, when, with which name.

use crate::{Category, Characteristic, CooperativeType, Level};

use super::{
    Unfit, branches,
    chance::Chance,
    cooperative::{Cooperative, Fact, KNOWN_LATE, Members, Seat, What},
    country::{Country, Need, Stretch},
    day::{Day, Moment},
    names::{Bearer, Naming},
};

/// The years up to the plan's first date, each with its weight: cooperatives were few at first.
const EARLY_YEARS: [(i32, i32, f64); 7] = [
    (1937, 1955, 3.0),
    (1956, 1969, 12.0),
    (1970, 1979, 45.0),
    (1980, 1983, 90.0),
    (1984, 1989, 140.0),
    (1990, 1999, 190.0),
    (2000, 2004, 260.0),
];

/// A cooperative that is about to be founded.
#[derive(Clone, Copy, Debug)]
pub(super) struct Founding {
    pub(super) born: Day,
    pub(super) province: usize,
    pub(super) sector: usize,
    pub(super) level: Level,
    pub(super) women_only: bool,
    /// When it is written down, if not in the usual time.
    pub(super) recorded: Option<Moment>,
}

impl Country {
    /// Founds as many as the plan wants.
    pub(super) fn found(&mut self, stretch: &Stretch, need: &Need) -> Result<(), Unfit> {
        let mut foundings = Vec::new();
        for ((province, sector), count) in need {
            if *count < 0 {
                return Err(Unfit::Stock { at: stretch.until.date(), by: -count });
            }
            for _ in 0..*count {
                let born = self.founding_day(stretch);
                let level = self.level(*province, *sector, born);
                let recorded = self.backlog(born);
                let (province, sector) = (*province, *sector);
                foundings.push(Founding { born, province, sector, level, women_only: false, recorded });
            }
        }
        self.choose_womens(&mut foundings, stretch);
        foundings.sort_by_key(|founding| founding.born);
        for founding in foundings {
            let cooperative = self.founded(founding);
            self.all.push(cooperative);
        }
        if stretch.at == 0 {
            self.found_forgotten(need);
        }
        Ok(())
    }

    /// A day on which offices are open; fewer in August.
    fn founding_day(&mut self, stretch: &Stretch) -> Day {
        let chance = &mut self.chance;
        for _ in 0..20 {
            let day = if stretch.at == 0 {
                let weights = EARLY_YEARS.map(|(from, to, weight)| ((from, to), weight * f64::from(to - from + 1)));
                let (from, to) = chance.weighted(&weights).copied().unwrap_or((2000, 2004));
                Day(chance.between(Day::of(from, 1, 1).0, Day::of(to, 12, 31).0))
            } else {
                stretch.day(stretch.from, chance).unwrap_or(stretch.until)
            };
            if stretch.has(Some(day)) && day.works() && (day.calendar().1 != 8 || chance.hits(0.5)) {
                return day;
            }
        }
        stretch.until.min(KNOWN_LATE).or_last_open()
    }

    /// Law 112-12 took the register to the courts, and what they registered in 2018 and 2019 reached the central register
    /// only in 2020, in half of the cases: why a year's published totals could jump by a half within months.
    fn backlog(&mut self, born: Day) -> Option<Moment> {
        let concerned = (2018..=2019).contains(&born.year()) && self.chance.hits(0.55);
        let day = Day(self.chance.between(Day::of(2020, 2, 3).0, Day::of(2020, 10, 30).0)).or_next_open();
        concerned.then(|| day.at_work(&mut self.chance))
    }

    /// One of a hundred is a union, a few are federations.
    fn level(&mut self, province: usize, sector: usize, born: Day) -> Level {
        let code = self.tables.sector_code(sector);
        let unions = matches!(code, "AGR" | "ARG" | "ART" | "PEC" | "FOR" | "PMA") && born.year() >= 1970;
        if !unions || !self.chance.hits(0.011) {
            return Level::Cooperative;
        }
        let capital = matches!(self.tables.province_code(province), "04.421" | "06.141" | "09.001");
        if capital && self.chance.hits(0.3) { Level::Federation } else { Level::Union }
    }

    /// Chooses which of them are women's, so that each block has as many as the plan says.
    fn choose_womens(&mut self, foundings: &mut [Founding], stretch: &Stretch) {
        let blocks: &[&[&str]] = if self.whole { &[&["R10"], &["R11"], &["KEN", "SAF", "REST"]] } else { &[&["KEN"]] };
        for block in blocks {
            let planned: i64 = block.iter().filter_map(|b| self.tables.total(b, "women_only", stretch.at)).sum();
            let there = |cooperative: &&Cooperative| {
                cooperative.lives() && cooperative.members.women_only() && block.contains(&self.block(cooperative))
            };
            let wanted = planned - self.all.iter().filter(there).count() as i64;
            let province_in = |founding: &Founding| {
                let province = self.tables.provinces.get(founding.province);
                let of = province.map_or("", |province| match (province.delegation.as_str(), province.code.get(..2)) {
                    (_, Some("10")) => "R10",
                    (_, Some("11")) => "R11",
                    ("KEN", _) => "KEN",
                    _ => "REST",
                });
                block.contains(&of)
            };
            let candidates: Vec<bool> = foundings.iter().map(province_in).collect();
            let mut scored: Vec<(f64, &mut Founding)> = Vec::new();
            for (founding, _) in foundings.iter_mut().zip(candidates).filter(|(_, candidate)| *candidate) {
                let weight = womens_weight(self.tables.sector_code(founding.sector));
                if weight > 0.0 && founding.level == Level::Cooperative {
                    scored.push(((1.0 - self.chance.unit()) / weight, founding));
                }
            }
            scored.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (_, founding) in scored.into_iter().take(usize::try_from(wanted).unwrap_or(0)) {
                founding.women_only = true;
            }
        }
    }

    /// A cooperative as it is on the day of its foundation, without members and capital yet.
    pub(super) fn founded(&mut self, founding: Founding) -> Cooperative {
        let Founding { born, province, sector, level, women_only, recorded } = founding;
        let seat = self.seat(province, sector);
        let branch = self.branch(sector, province, born);
        let (kind, categories) = self.kind(sector);
        let Self { tables, chance, names, .. } = self;
        let bearer = Bearer {
            sector: tables.sector_code(sector),
            province: tables.province_code(province),
            seat,
            women_only,
            level,
        };
        let naming = names.give(bearer, tables, chance);
        let mut cooperative = Cooperative::unborn(naming, sector, branch, seat);
        (cooperative.born, cooperative.level, cooperative.women_only) = (Some(born), level, women_only);
        (cooperative.kind, cooperative.categories) = (kind, categories);
        cooperative.characteristics = characteristics(bearer.sector, born, chance);
        cooperative.has_ice = born.year() >= 2019 && chance.hits(0.2);
        cooperative.tell(born, What::Registered, chance);
        if let Some((fact, recorded)) = cooperative.facts.first_mut().zip(recorded) {
            fact.recorded = recorded;
        }
        cooperative
    }

    /// Founds and ends some that were gone before the plan's first date, which no figure counts any more.
    fn found_forgotten(&mut self, need: &Need) {
        for ((province, sector), count) in need {
            for _ in 0..*count {
                let born = Day(self.chance.between(Day::of(1940, 1, 2).0, Day::of(1992, 1, 2).0)).or_next_open();
                if !self.chance.hits(0.06) {
                    continue;
                }
                let (province, sector) = (*province, *sector);
                let level = Level::Cooperative;
                let mut cooperative =
                    self.founded(Founding { born, province, sector, level, women_only: false, recorded: None });
                self.begin_as_it_likes(&mut cooperative, 40.0);
                let gone = Day(self.chance.between(born.0 + 1_500, Day::of(2003, 11, 30).0)).or_next_open();
                (cooperative.gone, cooperative.closed) = (Some(gone), Some(gone));
                cooperative.tell(gone, What::StruckOff, &mut self.chance);
                self.all.push(cooperative);
            }
        }
    }

    /// Members and capital that no planned total asks for.
    pub(super) fn begin_as_it_likes(&mut self, cooperative: &mut Cooperative, mean: f64) {
        let chance = &mut self.chance;
        let total = 5 + ((mean - 5.0) * 0.6 * chance.skewed(0.9)) as i64;
        let women = if cooperative.women_only { total } else { (total as f64 * 0.3 * chance.unit()) as i64 };
        cooperative.members = Members { women, men: total - women, ..Members::default() };
        cooperative.capital = 1_000 + 100 * (total as f64 * 3.0 * chance.skewed(0.8)) as i64;
        cooperative.tell_at_entry(cooperative.born, What::Subscribed(cooperative.capital));
        cooperative.tell_at_entry(cooperative.born, What::Declared(cooperative.members));
    }

    /// A commune of the province: in the country or in town as the sector is.
    pub(super) fn seat(&mut self, province: usize, sector: usize) -> Seat {
        let code = self.tables.sector_code(sector);
        let rural = match code {
            "AGR" | "FOR" | "ARG" | "PMA" => 0.85,
            "ART" | "TOU" | "DEN" | "PEC" | "CAR" => 0.45,
            _ => 0.1,
        };
        let Some(of) = self.tables.provinces.get(province) else { return Seat::Province(province) };
        let out = self.chance.hits(rural);
        let weigh = |wanted: bool| {
            let weight = |commune: &super::tables::Commune| {
                if commune.rural == wanted { f64::from(commune.population) + 500.0 } else { 0.0 }
            };
            of.communes.iter().map(weight).enumerate().collect::<Vec<(usize, f64)>>()
        };
        let weights = [weigh(out), weigh(!out)].into_iter().find(|weights| weights.iter().any(|(_, w)| *w > 0.0));
        let commune = weights.and_then(|weights| self.chance.weighted(&weights).copied());
        commune.map_or(Seat::Province(province), |commune| Seat::Commune(province, commune))
    }

    /// A branch of the sector that can exist in the province.
    pub(super) fn branch(&mut self, sector: usize, province: usize, born: Day) -> Option<usize> {
        let of = self.tables.sectors.get(sector)?;
        let province = self.tables.province_code(province);
        let weigh = |branch: &String| branches::weight(&of.code, branch, province, born.year() < 2005);
        let weights: Vec<(usize, f64)> = of.branches.iter().map(weigh).enumerate().collect();
        self.chance.weighted(&weights).copied()
    }

    /// The type and what it does for its members, as is usual in the sector.
    fn kind(&mut self, sector: usize) -> (Option<CooperativeType>, Vec<Category>) {
        let of = self.tables.sectors.get(sector);
        let other = of.map(|of| of.other_type.as_str()).filter(|other| !other.is_empty());
        let other = other.filter(|_| self.chance.hits(0.15));
        let kind: Option<CooperativeType> =
            other.or(of.map(|of| of.usual_type.as_str())).and_then(|kind| kind.parse().ok());
        let first = match kind {
            Some(CooperativeType::Producer) => Category::Supplies,
            Some(CooperativeType::ConsumerUser) => Category::Serves,
            _ => Category::Employs,
        };
        let mut categories = vec![first];
        if first != Category::Serves && self.chance.hits(0.18) {
            categories.push(Category::Serves);
        }
        (kind, categories)
    }
}

impl Cooperative {
    /// One of which nothing is known but this.
    pub(super) fn unborn(naming: Naming, sector: usize, branch: Option<usize>, seat: Seat) -> Self {
        Self {
            naming,
            born: None,
            level: Level::Cooperative,
            kind: None,
            categories: Vec::new(),
            characteristics: Vec::new(),
            has_ice: false,
            first: (seat, sector, branch),
            seat,
            sector,
            branch,
            gone: None,
            closed: None,
            page: None,
            mistaken: false,
            women_only: false,
            members: Members::default(),
            roll: Vec::new(),
            declares: None,
            capital: 0,
            facts: Vec::with_capacity(6),
        }
    }

    /// Enters the register at a moment, on a day that may not be known.
    pub(super) fn enter(&mut self, on: Option<Day>, recorded: Moment) {
        self.facts.push(Fact { on, recorded, what: What::Registered });
    }
}

/// How likely a cooperative of the sector is a women's cooperative, against others.
fn womens_weight(sector: &str) -> f64 {
    match sector {
        "HAB" | "TRA" | "CAR" | "MOE" | "CAN" => 0.0,
        "ARG" => 40.0,
        "ART" | "DEN" | "COS" => 5.0,
        "PMA" | "EDU" => 3.0,
        "AGR" => 0.7,
        "PEC" | "FOR" => 0.3,
        _ => 1.0,
    }
}

/// What is said of the members.
fn characteristics(sector: &str, born: Day, chance: &mut Chance) -> Vec<Characteristic> {
    let mut said = Vec::new();
    if born.year() >= 2008 && chance.hits(0.05) {
        said.push(Characteristic::Graduates);
    }
    if sector == "AGR" && born.year() >= 1995 && chance.hits(0.04) {
        said.push(Characteristic::CollectiveLand);
    }
    said
}
