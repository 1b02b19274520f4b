//! The text of a yearly bulletin, drafted from what is counted: no number is typed.

use kernel::{Date, Level};
use ledger::{Question, Refusal};
use web::Speaker;

use super::asker::Asker;
use crate::breakdown::{code, part, ranked};

/// Drafts the text of a place's year in one language.
pub(crate) struct Draft<'a, 'b> {
    pub(crate) speaker: &'a Speaker<'a>,
    pub(crate) asker: &'a mut Asker<'b>,
    pub(crate) has: &'a dyn Fn(&str) -> bool,
    pub(crate) level: Level,
    pub(crate) place: &'a str,
    /// The question about all cooperatives of the place.
    pub(crate) question: &'a Question,
    pub(crate) day: Date,
}

impl Draft<'_, '_> {
    pub(crate) fn write(&mut self) -> Result<String, Refusal> {
        let t = self.speaker.t;
        let name = self.speaker.value(self.level.code(), self.place);
        let year = self.day.year().to_string();
        let title = format!("observatory-bulletin-title-{}", self.level.code());
        let mut blocks = vec![format!("# {}", t.with(&title, &[("place", &name), ("year", &year)]))];
        blocks.extend(self.provinces());
        blocks.extend(self.stocks());
        blocks.extend(self.flows(&year));
        blocks.extend(self.sectors()?);
        let below = match self.level {
            Level::Country => ("observatory-by-region", "cooperatives", Level::Region.code()),
            _ => ("observatory-by-province", "cooperatives", Level::Province.code()),
        };
        let sectors = ("observatory-by-sector", "cooperatives", "sector");
        let sexes = ("observatory-members-by-sex", "members", "sex");
        for (heading, measure, by) in [below, sectors, sexes].into_iter().filter(|(_, measure, _)| (self.has)(measure))
        {
            blocks.push(format!("## {}", t.get(heading)));
            blocks.push(self.reference("table", measure, &format!(" by={by}")));
        }
        blocks.push(t.get("observatory-rounded"));
        Ok(blocks.join("\n\n"))
    }

    /// `{figure measure=members where=delegation=KEN …}`
    fn reference(&self, kind: &str, measure: &str, more: &str) -> String {
        let place = match self.level {
            Level::Country => String::new(),
            level => format!(" where={level}={}", self.place),
        };
        format!("{{{kind} measure={measure}{place}{more}}}")
    }

    /// Which provinces a delegation has.
    fn provinces(&self) -> Option<String> {
        let Speaker { t, territory, day, .. } = self.speaker;
        let provinces = territory.on(*day).filter(|place| place.delegation.as_deref() == Some(self.place));
        let names: Vec<_> = provinces.map(|place| self.speaker.value("province", &place.code)).collect();
        let all = names.join(&format!("{} ", t.get("observatory-comma")));
        (self.level == Level::Delegation).then(|| t.with("observatory-bulletin-covers", &[("places", &all)]))
    }

    /// Cooperatives, members and capital, then the women among them.
    fn stocks(&self) -> Vec<String> {
        let figure = |measure: &str, more: &str| self.reference("figure", measure, more);
        let says = |key: &str, texts: &[(&str, String)]| {
            let texts: Vec<_> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
            self.speaker.t.with(key, &texts)
        };
        let all = ["cooperatives", "members", "share_capital"].into_iter().all(self.has);
        let stock = all.then(|| {
            let texts = [
                ("day", self.speaker.t.day(self.day)),
                ("cooperatives", figure("cooperatives", "")),
                ("members", figure("members", "")),
                ("capital", figure("share_capital", "")),
            ];
            says("observatory-bulletin-stock", &texts)
        });
        let women = ["members", "womens_cooperatives"].into_iter().all(self.has).then(|| {
            let texts = [
                ("women", figure("members", " where=sex=female")),
                ("share", self.reference("share", "members", " part=sex=female")),
                ("womens", figure("womens_cooperatives", "")),
            ];
            says("observatory-bulletin-women", &texts)
        });
        stock.into_iter().chain(women).collect()
    }

    /// How many came and how many left in the course of the year.
    fn flows(&self, year: &str) -> Option<String> {
        let period = format!(" from={year}-01-01 to={year}-12-31");
        let figure = |measure: &str| self.reference("figure", measure, &period);
        let texts = [("year", year), ("registered", &figure("registrations")), ("removed", &figure("removals"))];
        let told = || self.speaker.t.with("observatory-bulletin-year", &texts);
        ["registrations", "removals"].into_iter().all(self.has).then(told)
    }

    /// The largest sectors with their shares, and that of all others.
    fn sectors(&mut self) -> Result<Option<String>, Refusal> {
        let t = self.speaker.t;
        let answer = self.asker.ask(&self.question.clone().by("sector"))?;
        let lines = ranked(&answer);
        let (large, small) = part(&lines, answer.total());
        let share = |more: &str| self.reference("share", "cooperatives", more);
        let item = |line: &&ledger::Line| {
            let (name, share) =
                (self.speaker.value("sector", code(line)), share(&format!(" part=sector={}", code(line))));
            t.with("observatory-bulletin-item", &[("name", &name), ("share", &share)])
        };
        let mut items: Vec<_> = large.iter().map(item).collect();
        if !small.is_empty() {
            let but: String = large.iter().map(|line| format!(" but=sector={}", code(line))).collect();
            items.push(t.with("observatory-bulletin-others", &[("share", &share(&but))]));
        }
        let list = items.join(&format!("{} ", t.get("observatory-comma")));
        Ok((!items.is_empty()).then(|| t.with("observatory-bulletin-sectors", &[("list", &list)])))
    }
}
