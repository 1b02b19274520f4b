//! The reference data and the plan that the demo country is made from, as read from `data/`.

use std::collections::{BTreeMap, HashMap};

use super::{Unfit, day::Day};

const STOCKS: &str = include_str!("../../../../data/demo/stocks.csv");
const TOTALS: &str = include_str!("../../../../data/demo/totals.csv");
const PROVINCES: &str = include_str!("../../../../data/geo/provinces.csv");
const COMMUNES: &str = include_str!("../../../../data/geo/communes.csv");
const SECTORS: &str = include_str!("../../../../data/catalogue/sectors.csv");
const BRANCHES: &str = include_str!("../../../../data/catalogue/branches.csv");
const NAMES: &str = include_str!("../../../../data/names/coop_name_parts.csv");

/// A province and the communes in it.
#[derive(Clone, Debug)]
pub(super) struct Province {
    pub(super) code: String,
    pub(super) delegation: String,
    pub(super) communes: Vec<Commune>,
}

/// A commune.
#[derive(Clone, Debug)]
pub(super) struct Commune {
    pub(super) code: String,
    pub(super) fr: String,
    pub(super) ar: String,
    pub(super) rural: bool,
    pub(super) population: i32,
}

/// A sector and the branches within it.
#[derive(Clone, Debug)]
pub(super) struct Sector {
    pub(super) code: String,
    pub(super) usual_type: String,
    pub(super) other_type: String,
    pub(super) branches: Vec<String>,
}

/// A part of a name in Latin and Arabic script.
#[derive(Clone, Debug)]
pub(super) struct NamePart {
    pub(super) fr: String,
    pub(super) ar: String,
    pub(super) amazigh: bool,
}

/// Everything that was read.
#[derive(Debug)]
pub(super) struct Tables {
    /// The reference dates of the plan, in order.
    pub(super) dates: Vec<Day>,
    pub(super) provinces: Vec<Province>,
    pub(super) sectors: Vec<Sector>,
    pub(super) names: Vec<NamePart>,
    pub(super) patterns: Vec<NamePart>,
    /// By province and sector (their places in the lists): how many cooperatives on each date.
    pub(super) stocks: Stocks,
    /// By block and measure: its total on each date.
    pub(super) totals: HashMap<(String, String), Vec<i64>>,
}

impl Tables {
    /// Reads everything, or the part of it that a country of these delegations needs.
    pub(super) fn read(delegation: Option<&str>) -> Result<Self, Unfit> {
        let provinces = provinces(delegation)?;
        let sectors = sectors()?;
        let (dates, stocks) = stocks(&provinces, &sectors)?;
        let mut totals = HashMap::new();
        for row in rows("totals.csv", TOTALS)? {
            let amounts = row.iter().skip(2).map(|cell| number(cell, "totals.csv")).collect::<Result<_, _>>()?;
            totals.insert((cell(&row, 0), cell(&row, 1)), amounts);
        }
        let parts = |kind: &str| -> Result<Vec<NamePart>, Unfit> {
            let of_kind = rows("coop_name_parts.csv", NAMES)?.into_iter().filter(|row| row.get(0) == Some(kind));
            Ok(of_kind
                .map(|row| NamePart { fr: cell(&row, 1), ar: cell(&row, 2), amazigh: row.get(4) == Some("amazigh") })
                .collect())
        };
        Ok(Self { dates, provinces, sectors, names: parts("name")?, patterns: parts("pattern")?, stocks, totals })
    }

    /// The planned total of a block on the date with this place in the list.
    pub(super) fn total(&self, block: &str, measure: &str, at: usize) -> Option<i64> {
        self.totals.get(&(block.to_owned(), measure.to_owned()))?.get(at).copied()
    }

    /// The place of a sector in the list.
    pub(super) fn sector(&self, code: &str) -> Option<usize> {
        self.sectors.iter().position(|sector| sector.code == code)
    }

    /// The place of a province in the list.
    pub(super) fn province(&self, code: &str) -> Option<usize> {
        self.provinces.iter().position(|province| province.code == code)
    }

    /// The code of the sector with this place in the list.
    pub(super) fn sector_code(&self, sector: usize) -> &str {
        self.sectors.get(sector).map_or("", |sector| sector.code.as_str())
    }

    /// The code of the province with this place in the list.
    pub(super) fn province_code(&self, province: usize) -> &str {
        self.provinces.get(province).map_or("", |province| province.code.as_str())
    }
}

fn provinces(delegation: Option<&str>) -> Result<Vec<Province>, Unfit> {
    let mut communes: HashMap<String, Vec<Commune>> = HashMap::new();
    for row in rows("communes.csv", COMMUNES)? {
        let population = number(&cell(&row, 5), "communes.csv")?;
        communes.entry(cell(&row, 4)).or_default().push(Commune {
            code: cell(&row, 0),
            fr: cell(&row, 1),
            ar: cell(&row, 2),
            rural: row.get(3) == Some("rural"),
            population: i32::try_from(population).unwrap_or(i32::MAX),
        });
    }
    let mut provinces = Vec::new();
    for row in rows("provinces.csv", PROVINCES)? {
        if delegation.is_none_or(|wanted| row.get(9) == Some(wanted)) {
            let code = cell(&row, 0);
            let communes = communes.remove(&code).unwrap_or_default();
            provinces.push(Province { code, delegation: cell(&row, 9), communes });
        }
    }
    Ok(provinces)
}

fn sectors() -> Result<Vec<Sector>, Unfit> {
    let branches = rows("branches.csv", BRANCHES)?;
    let of = |code: &str| branches.iter().filter(|row| row.get(0) == Some(code)).map(|row| cell(row, 1)).collect();
    let rows = rows("sectors.csv", SECTORS)?;
    Ok(rows
        .iter()
        .map(|row| Sector {
            code: cell(row, 0),
            usual_type: cell(row, 6),
            other_type: cell(row, 7),
            branches: of(&cell(row, 0)),
        })
        .collect())
}

/// How many cooperatives each province and sector has on each date.
pub(super) type Stocks = BTreeMap<(usize, usize), Vec<i32>>;

fn stocks(provinces: &[Province], sectors: &[Sector]) -> Result<(Vec<Day>, Stocks), Unfit> {
    let header = STOCKS.lines().next().unwrap_or_default();
    let dates = header.split(',').skip(2).map(day).collect::<Result<_, _>>()?;
    let mut stocks = BTreeMap::new();
    for row in rows("stocks.csv", STOCKS)? {
        let province = provinces.iter().position(|province| Some(province.code.as_str()) == row.get(0));
        let sector = sectors.iter().position(|sector| Some(sector.code.as_str()) == row.get(1));
        if let Some(at) = province.zip(sector) {
            let counts = row.iter().skip(2).map(|cell| Ok(i32::try_from(number(cell, "stocks.csv")?).unwrap_or(0)));
            stocks.insert(at, counts.collect::<Result<_, Unfit>>()?);
        }
    }
    Ok((dates, stocks))
}

/// The rows below a file's header.
pub(super) fn rows(file: &'static str, text: &str) -> Result<Vec<csv::StringRecord>, Unfit> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().collect::<Result<_, _>>().map_err(|error| Unfit::File { file, what: error.to_string() })
}

pub(super) fn cell(row: &csv::StringRecord, column: usize) -> String {
    row.get(column).unwrap_or_default().to_owned()
}

fn number(text: &str, file: &'static str) -> Result<i64, Unfit> {
    text.parse().map_err(|_| Unfit::File { file, what: format!("`{text}` is not a whole number") })
}

fn day(text: &str) -> Result<Day, Unfit> {
    let date = kernel::read_day(text).map_err(|error| Unfit::File { file: "stocks.csv", what: error.to_string() })?;
    Ok(Day::of(i32::from(date.year()), i32::from(date.month()), i32::from(date.day())))
}
