//! The cooperatives of the demo country that exist outside it: those whose names the office's pages print.
//!
//! Nothing is said of them that their page does not say. A date of which the page gives only the year is the last day of
//! that year. Where a page gives a name in Latin script only, the Arabic is our transliteration.

use super::{
    cooperative::{Cooperative, Members, Seat, What, recording},
    country::{Country, Stretch},
    day::Day,
    names::Naming,
};

const KENITRA_YEAR: &str = "https://www.odco.gov.ma/kenitra-delegation/?lang=en (gives the year only)";
const SAFI: &str = "https://www.odco.gov.ma/delegation-de-safi/?lang=en";
const SAFI_YEAR: &str = "https://www.odco.gov.ma/delegation-de-safi/?lang=en (gives the year only)";
const PANDEMIC: &str = "odco.gov.ma: Moroccan Women's Cooperatives in Times of the Pandemic";

/// A cooperative as its page tells of it.
struct Told {
    name_ar: &'static str,
    name_fr: &'static str,
    sector: &'static str,
    branch: Option<&'static str>,
    province: Option<&'static str>,
    founded: Option<Day>,
    women: Option<i64>,
    page: &'static str,
}

impl Told {
    const fn unplaced(name_ar: &'static str, name_fr: &'static str) -> Self {
        let (sector, branch) = ("ART", Some("COU"));
        Self { name_ar, name_fr, sector, branch, province: None, founded: None, women: None, page: PANDEMIC }
    }
}

/// Those of which the date is known, and those that only the page of the pandemic names.
const TOLD: [Told; 7] = [
    Told {
        name_ar: "تعاونية الخضراء",
        name_fr: "Coopérative AL KHADRAE",
        sector: "AGR",
        branch: Some("CAP"),
        province: Some("07.431"),
        founded: Some(Day::of(2011, 12, 31)),
        women: None,
        page: SAFI_YEAR,
    },
    Told {
        name_ar: "تعاونية الميمنة",
        name_fr: "Coopérative Al Maymana",
        sector: "ART",
        branch: Some("COU"),
        province: Some("04.481"),
        founded: Some(Day::of(2012, 12, 31)),
        women: Some(7),
        page: KENITRA_YEAR,
    },
    Told {
        name_ar: "تعاونية تزافين",
        name_fr: "Coopérative TAZAFINE",
        sector: "ART",
        branch: Some("COU"),
        province: Some("07.431"),
        founded: Some(Day::of(2016, 11, 24)),
        women: Some(5),
        page: SAFI,
    },
    Told {
        name_ar: "تعاونية بيوليف",
        name_fr: "Coopérative BIOLIVE",
        sector: "COS",
        branch: None,
        province: Some("04.281"),
        founded: Some(Day::of(2020, 12, 31)),
        women: Some(5),
        page: KENITRA_YEAR,
    },
    Told::unplaced("تعاونية الأصالة", "Coopérative Al ASSALA"),
    Told::unplaced("تعاونية تيزرة", "Coopérative Tizra"),
    Told::unplaced("تعاونية أطلس موض", "Coopérative Atlas Mode"),
];

impl Country {
    /// Enters the real ones that were founded in this stretch; those without a date at the beginning of 2024, so that
    /// figures which were published before, and as known then, do not count them.
    pub(super) fn remember_real(&mut self, stretch: &Stretch) {
        for told in &TOLD {
            let entered = told.founded.or(self.whole.then_some(Day::of(2024, 1, 15)));
            let seat = match told.province {
                Some(code) => self.tables.province(code).map(Seat::Province),
                None => Some(Seat::Unknown),
            };
            let Some((sector, seat)) = self.tables.sector(told.sector).zip(seat) else { continue };
            let Some(day) = entered.filter(|day| stretch.has(Some(*day))) else { continue };
            let branches = self.tables.sectors.get(sector).map_or(&[][..], |sector| sector.branches.as_slice());
            let branch = branches.iter().position(|branch| Some(branch.as_str()) == told.branch);
            let naming = Naming::Attested(told.name_ar, told.name_fr);
            let mut cooperative = Cooperative::unborn(naming, sector, branch, seat);
            cooperative.page = Some(told.page);
            cooperative.born = told.founded;
            cooperative.enter(told.founded, recording(day, &mut self.chance));
            if let Some(women) = told.women {
                cooperative.women_only = true;
                cooperative.members = Members { women, ..Members::default() };
                cooperative.tell_at_entry(told.founded, What::Declared(cooperative.members));
            }
            self.all.push(cooperative);
        }
    }
}
