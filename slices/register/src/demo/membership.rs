//! Who declares how many members when, so that each block has as many as the plan says on each reference date.

use crate::Level;

use super::{
    Unfit,
    chance::Chance,
    cooperative::{Cooperative, Declares, Members, What},
    country::{Country, Stretch},
    day::Day,
    split,
};

/// A declaration that is being worked out.
#[derive(Debug)]
struct Declaration {
    /// Whose, as a place in the list.
    of: usize,
    block: &'static str,
    how: Declares,
    women_only: bool,
    /// The declaration does not tell women from men.
    unsexed: bool,
    /// The declaration tells who is under 35.
    aged: bool,
    /// What it had declared before.
    before: Members,
    total: i64,
    women: i64,
    young: i64,
    /// How many of a hundred are women, if the totals allow.
    lean: f64,
}

impl Country {
    /// Lets new cooperatives declare their members, and some of the others theirs once more.
    pub(super) fn declare_members(&mut self, stretch: &Stretch) -> Result<(), Unfit> {
        self.begin_unions(stretch);
        self.keep_rolls(stretch);
        let mut declarations = self.declarations(stretch);
        for block in self.blocks() {
            self.share_members(block, &mut declarations, stretch)?;
        }
        self.share_women(&mut declarations, stretch)?;
        self.share_young(&mut declarations, stretch)?;
        for declaration in declarations {
            if let Some(cooperative) = self.all.get_mut(declaration.of) {
                declare(cooperative, &declaration, stretch, &mut self.chance);
            }
        }
        Ok(())
    }

    /// A new union has cooperatives as members, a federation unions.
    fn begin_unions(&mut self, stretch: &Stretch) {
        for union in self.all.iter_mut().filter(|one| one.level != Level::Cooperative && stretch.has(one.born)) {
            let most = if union.level == Level::Union { 14 } else { 6 };
            union.members = Members { legal_persons: i64::from(self.chance.between(3, most)), ..Members::default() };
            union.tell_at_entry(union.born, What::Declared(union.members));
        }
    }

    /// Who declares in this stretch.
    fn declarations(&mut self, stretch: &Stretch) -> Vec<Declaration> {
        let (rate, aged_again) = match stretch.until.year() {
            ..=2017 => (0.08, 0.0),
            2018..=2020 => (0.11, 0.02),
            _ => (0.14, 0.06),
        };
        let mut declarations = Vec::new();
        for of in 0..self.all.len() {
            let Some(cooperative) = self.all.get(of).filter(|cooperative| cooperative.plain()) else { continue };
            let (block, born) = (self.block(cooperative), cooperative.born.unwrap_or(stretch.from));
            let (chance, first) = (&mut self.chance, stretch.has(cooperative.born));
            let how = if first {
                Declares::First
            } else {
                let day =
                    stretch.day(born.plus(150), chance).filter(|_| chance.hits((rate * stretch.years()).min(0.7)));
                let Some(day) = day else { continue };
                Declares::Again(day)
            };
            let before = cooperative.members;
            let unsexed = if first {
                born.year() < 1995 && chance.hits(0.2)
            } else {
                before.unspecified > 0 && stretch.until.year() < 2012
            };
            let unsexed = unsexed && !cooperative.women_only;
            let aged = !unsexed
                && if first {
                    chance.hits(ages_known(born))
                } else {
                    before.young.is_some() || chance.hits(aged_again)
                };
            let women_only = cooperative.women_only;
            let usual = self.tables.sector_code(cooperative.sector);
            let lean = if first || before.unspecified > 0 {
                usual_women(usual) * chance.skewed(0.8)
            } else {
                before.women as f64 / before.total().max(1) as f64 * chance.skewed(0.2)
            };
            let (total, women, young) = (0, 0, 0);
            declarations.push(Declaration {
                of,
                block,
                how,
                women_only,
                unsexed,
                aged,
                before,
                total,
                women,
                young,
                lean,
            });
            if let Some(cooperative) = self.all.get_mut(of) {
                cooperative.declares = Some(how);
            }
        }
        declarations
    }

    /// The total of what a measure is for those that live and do not declare now.
    fn unchanged(&self, block: Option<&str>, measure: impl Fn(&Cooperative) -> i64) -> i64 {
        let counted = |cooperative: &&Cooperative| {
            cooperative.lives()
                && cooperative.declares.is_none()
                && block.is_none_or(|block| self.block(cooperative) == block)
        };
        self.all.iter().filter(counted).map(measure).sum()
    }

    /// How many members each declares: those that declare again nearly as many as before, the new ones what is left.
    fn share_members(&mut self, block: &str, declarations: &mut [Declaration], stretch: &Stretch) -> Result<(), Unfit> {
        let unfit = || Unfit::Total { block: block.to_owned(), measure: "members", at: stretch.until.date() };
        let planned = self.tables.total(block, "members", stretch.at).ok_or_else(unfit)?;
        let free = planned - self.unchanged(Some(block), |cooperative| cooperative.members.total());
        let ours = |declaration: &&mut Declaration| declaration.block == block;
        let (mut again, mut first) = (Vec::new(), Vec::new());
        for declaration in declarations.iter_mut().filter(ours) {
            match declaration.how {
                // Women's cooperatives are smaller: 17 members on average in 2015, when all had 32.
                Declares::First if declaration.women_only => first.push(0.35 * self.chance.skewed(0.5)),
                Declares::First => first.push(self.chance.skewed(1.0)),
                Declares::Again(_) => {
                    let like_before = declaration.before.total() as f64 * self.chance.skewed(0.12);
                    again.push((like_before as i64).max(5) as f64);
                }
            }
        }
        // The new ones are as large as new ones are at the time; if that leaves too much or too little, those that declare
        // again grow or shrink.
        let count = first.len() as i64;
        let most = match stretch.at {
            0 => i64::MAX / 1_000_000,
            1 => 34,
            2 | 3 => 24,
            4 => 14,
            _ => 9,
        };
        let usual: i64 = again.iter().map(|total| *total as i64).sum();
        let for_first = (free - usual).clamp(count * 27 / 5, count.saturating_mul(most));
        let for_first = if again.is_empty() { free } else { for_first };
        let again = split::exactly(free - for_first, &again, 5, 1).ok_or_else(unfit)?;
        let first = split::exactly(for_first, &first, 5, 1).ok_or_else(unfit)?;
        let (mut again, mut first) = (again.into_iter(), first.into_iter());
        for declaration in declarations.iter_mut().filter(ours) {
            let next = if declaration.how == Declares::First { first.next() } else { again.next() };
            declaration.total = next.unwrap_or_default();
        }
        Ok(())
    }

    /// How many of them are women: all in a women's cooperative, and in the others never all.
    fn share_women(&mut self, declarations: &mut [Declaration], stretch: &Stretch) -> Result<(), Unfit> {
        for declaration in declarations.iter_mut().filter(|declaration| declaration.women_only) {
            declaration.women = declaration.total;
        }
        let all: i64 = declarations.iter().map(|declaration| declaration.women).sum();
        let free = self.planned("women", stretch) - all - self.unchanged(None, |cooperative| cooperative.members.women);
        let mixed = |declaration: &&mut Declaration| !declaration.women_only && !declaration.unsexed;
        let (mut weights, mut caps) = (Vec::new(), Vec::new());
        for declaration in declarations.iter_mut().filter(mixed) {
            weights.push(declaration.total as f64 * declaration.lean.clamp(0.01, 0.9));
            caps.push(declaration.total - 1);
        }
        let unfit = || Unfit::Total { block: "MA".to_owned(), measure: "women", at: stretch.until.date() };
        let women = split::capped(free, &weights, &caps).ok_or_else(unfit)?;
        for (declaration, women) in declarations.iter_mut().filter(mixed).zip(women) {
            declaration.women = women;
        }
        Ok(())
    }

    /// How many of them are under 35, where ages are known.
    fn share_young(&mut self, declarations: &mut [Declaration], stretch: &Stretch) -> Result<(), Unfit> {
        let free =
            self.planned("young", stretch) - self.unchanged(None, |cooperative| cooperative.young_on(stretch.until));
        let aged = |declaration: &&mut Declaration| declaration.aged;
        let (mut weights, mut caps) = (Vec::new(), Vec::new());
        for declaration in declarations.iter_mut().filter(aged) {
            weights.push(declaration.total as f64 * (0.2 + self.chance.unit()));
            caps.push(declaration.total);
        }
        let unfit = || Unfit::Total { block: "MA".to_owned(), measure: "young", at: stretch.until.date() };
        let young = split::capped(free, &weights, &caps).ok_or_else(unfit)?;
        for (declaration, young) in declarations.iter_mut().filter(aged).zip(young) {
            declaration.young = young;
        }
        Ok(())
    }
}

/// Makes a declaration; a new cooperative of which the stretch is long may have declared otherwise at first.
fn declare(cooperative: &mut Cooperative, declaration: &Declaration, stretch: &Stretch, chance: &mut Chance) {
    let members = declaration.members();
    cooperative.members = members;
    cooperative.declares = None;
    let born = cooperative.born.unwrap_or(stretch.from);
    match declaration.how {
        Declares::Again(day) => cooperative.tell(day, What::Declared(members), chance),
        Declares::First => {
            let second = stretch.day(born.plus(700), chance).filter(|_| stretch.years() > 2.0 && chance.hits(0.4));
            let Some(second) = second else {
                return cooperative.tell_at_entry(Some(born), What::Declared(members));
            };
            let total = ((members.total() as f64 * chance.skewed(0.25)) as i64).max(5);
            let women = if members.women_only() {
                total
            } else {
                (total * members.women / members.total().max(1)).min(total - 1)
            };
            let at_first = if members.unspecified > 0 {
                Members { unspecified: total, ..Members::default() }
            } else {
                Members { women, men: total - women, ..Members::default() }
            };
            cooperative.tell_at_entry(Some(born), What::Declared(at_first));
            cooperative.tell(second, What::Declared(members), chance);
        }
    }
}

impl Declaration {
    /// What it declares.
    fn members(&self) -> Members {
        if self.unsexed {
            return Members { unspecified: self.total, ..Members::default() };
        }
        let men = self.total - self.women;
        let women_young = (self.young * self.women / self.total.max(1)).max(self.young - men);
        let young = self.aged.then_some((women_young, self.young - women_young));
        Members { women: self.women, men, young, ..Members::default() }
    }
}

/// How likely a new cooperative tells its members' ages: the form asks for them since 2019.
fn ages_known(born: Day) -> f64 {
    match born.year() {
        ..=2018 => 0.0,
        2019 => 0.15,
        2020 => 0.2,
        2021 => 0.25,
        2022 => 0.3,
        2023 => 0.35,
        2024 => 0.42,
        _ => 0.5,
    }
}

/// How many of a hundred members are women where both are members.
fn usual_women(sector: &str) -> f64 {
    match sector {
        "ART" | "ARG" | "DEN" | "COS" => 0.5,
        "AGR" | "FOR" | "PEC" => 0.2,
        "HAB" | "TRA" | "CAR" => 0.12,
        _ => 0.35,
    }
}
