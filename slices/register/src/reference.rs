//! The reference data of Morocco: its places with the delegations, its sectors and branches. Sources: `data/*/SOURCE.md`.

use std::collections::HashMap;

use kernel::{Level, Names, Place};
use ledger::store::Term;

const REGIONS: &str = include_str!("../../../data/geo/regions.csv");
const PROVINCES: &str = include_str!("../../../data/geo/provinces.csv");
const COMMUNES: &str = include_str!("../../../data/geo/communes.csv");
const ARRONDISSEMENTS: &str = include_str!("../../../data/geo/arrondissements.csv");
const DELEGATIONS: &str = include_str!("../../../data/geo/odco_delegations.csv");
const DELEGATION_PROVINCES: &str = include_str!("../../../data/geo/odco_delegation_provinces.csv");
const SECTORS: &str = include_str!("../../../data/catalogue/sectors.csv");
const PRODUCTS: &str = include_str!("../../../data/catalogue/products.csv");
const BRANCHES: &str = include_str!("../../../data/catalogue/branches.csv");

/// The code of the country.
const COUNTRY: &str = "MA";

/// The places of Morocco and the terms of its code lists.
///
/// # Errors
/// When a file of ours is not readable; a test reads them all.
pub fn morocco() -> Result<(Vec<Place>, Vec<Term>), csv::Error> {
    Ok((places()?, terms()?))
}

fn places() -> Result<Vec<Place>, csv::Error> {
    let names = Names { ar: Some("المغرب".into()), fr: Some("Maroc".into()), en: Some("Morocco".into()) };
    let mut places = vec![place(COUNTRY, Level::Country, None, None, names)];
    for row in rows(REGIONS)? {
        places.push(place(&row.get("code"), Level::Region, Some(COUNTRY), None, row.names()));
    }
    for row in rows(DELEGATIONS)? {
        places.push(place(&row.get("code"), Level::Delegation, Some(COUNTRY), None, row.names()));
    }
    let delegations = rows(DELEGATION_PROVINCES)?;
    let delegations: HashMap<_, _> =
        delegations.iter().map(|row| (row.get("province_code"), row.get("delegation"))).collect();
    for row in rows(PROVINCES)? {
        let code = row.get("code");
        let delegation = delegations.get(&code).cloned();
        places.push(place(&code, Level::Province, Some(&row.get("region_code")), delegation, row.names()));
    }
    for row in rows(COMMUNES)? {
        places.push(place(&row.get("code"), Level::Commune, Some(&row.get("province_code")), None, row.names()));
    }
    for row in rows(ARRONDISSEMENTS)? {
        places.push(place(&row.get("code"), Level::Commune, Some(&row.get("commune_code")), None, row.names()));
    }
    Ok(places)
}

fn place(code: &str, level: Level, parent: Option<&str>, delegation: Option<String>, names: Names) -> Place {
    let (code, parent) = (code.to_owned(), parent.map(str::to_owned));
    Place { code, level, parent, delegation, names, from: None, until: None }
}

fn terms() -> Result<Vec<Term>, csv::Error> {
    let term =
        |dimension: &str, code: String, row: &Row| Term { dimension: dimension.into(), code, names: row.names() };
    let sectors = rows(SECTORS)?;
    let branches = rows(BRANCHES)?;
    let branch_code = |row: &Row| branch_code(&row.get("sector"), &row.get("code"));
    let branches = branches.iter().map(|row| term("branch", branch_code(row), row));
    Ok(sectors.iter().map(|row| term("sector", row.get("code"), row)).chain(branches).collect())
}

/// What cooperatives make: terms whose code begins with the sector.
///
/// # Errors
/// When the file is not readable.
pub(crate) fn products() -> Result<Vec<Term>, csv::Error> {
    let product = |row: &Row| Term {
        dimension: "product".into(),
        code: format!("{}.{}", row.get("sector"), row.get("code")),
        names: row.names(),
    };
    Ok(rows(PRODUCTS)?.iter().map(product).collect())
}

/// The code of a branch in figures: codes of branches are unique within their sector only.
pub(crate) fn branch_code(sector: &str, branch: &str) -> String {
    format!("{sector}.{branch}")
}

/// A row by the names of its columns.
struct Row(HashMap<String, String>);

impl Row {
    fn get(&self, column: &str) -> String {
        self.0.get(column).cloned().unwrap_or_default()
    }

    fn names(&self) -> Names {
        let name = |column| self.0.get(column).filter(|name| !name.is_empty()).cloned();
        Names { ar: name("name_ar"), fr: name("name_fr"), en: name("name_en") }
    }
}

fn rows(text: &str) -> Result<Vec<Row>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.map(Row)).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::Territory;

    use super::*;

    #[test]
    fn every_commune_lies_in_a_province_a_region_a_delegation_and_the_country() {
        let (places, terms) = morocco().unwrap();
        let mut tree = Territory::default();
        places.iter().cloned().for_each(|place| tree.add(place));
        let of = |level| places.iter().filter(|place| place.level == level).count();
        assert_eq!([Level::Region, Level::Province, Level::Delegation].map(of), [12, 75, 16]);
        let today = date(2026, 1, 1);
        for commune in places.iter().filter(|place| place.level == Level::Commune) {
            for level in [Level::Province, Level::Region, Level::Delegation, Level::Country] {
                assert!(tree.ancestor(&commune.code, level, today).is_some(), "{} has no {level}", commune.code);
            }
        }
        assert_eq!(terms.iter().filter(|term| term.dimension == "sector").count(), 27);
        assert_eq!(tree.ancestor("07.431", Level::Delegation, today).unwrap().code, "SAF");
    }
}
