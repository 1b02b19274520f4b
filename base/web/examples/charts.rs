//! Writes every kind of drawing as pages and files into a folder, to be looked at in a browser: `charts FOLDER`.
//!
//! Places and their inhabitants are those of the census; the series over years are made up.

use std::{error::Error, fs, path::Path, sync::Arc};

use askama::Template;
use kernel::{Lang, Level};
use web::{Area, Caption, Figure, ICONS, Map, Messages, Phrasebook, Point, STYLE, Series, icon, shapes};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say into which folder")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    let files = [Level::Region, Level::Province].into_iter().filter_map(shapes).map(|shapes| &shapes.asset);
    for asset in files.chain([&*STYLE, &*ICONS]) {
        fs::write(folder.join(asset.path.trim_start_matches('/')), asset.text())?;
    }
    let book = Arc::new(Phrasebook::new(&[])?);
    for lang in Lang::ALL {
        page(folder, &Messages::new(lang, &book))?;
    }
    Ok(())
}

/// Rows of a file of `data`, each with the columns asked for.
fn rows<const N: usize>(text: &str, columns: [&str; N]) -> Result<Vec<[String; N]>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let at = columns.map(|column| header.iter().position(|name| name == column).unwrap_or(usize::MAX));
    reader
        .records()
        .map(|row| row.map(|row| at.map(|at| row.get(at).unwrap_or_default().to_owned())))
        .map(|row| Ok(row?))
        .collect()
}

fn caption(t: &Messages, ar: &str, fr: &str) -> Caption {
    let title = if t.lang() == Lang::Ar { ar } else { fr }.to_owned();
    Caption { description: title.clone(), title, lang: t.lang() }
}

fn page(folder: &Path, t: &Messages) -> Result<(), Box<dyn Error>> {
    let (lang, dir) = (t.lang(), t.lang().dir());
    let mut html = format!(
        "<!doctype html><html lang=\"{lang}\" dir=\"{dir}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Drawings</title><link rel=\"stylesheet\" href=\"{}\"><body><main class=\"wide\"><h1>Drawings</h1><div class=\"two half\">",
        STYLE.path
    );
    for (name, (caption, figure)) in
        ["lines", "series", "columns", "many", "below", "bars", "shares", "dots"].iter().zip(figures(t)?)
    {
        html += &format!("<section><h2>{}</h2>{figure}</section>", caption.title);
        fs::write(folder.join(format!("{name}-{lang}.svg")), figure.to_svg())?;
    }
    let regions = include_str!("../../../data/geo/regions.csv");
    for (level, text) in [(Level::Region, regions), (Level::Province, include_str!("../../../data/geo/provinces.csv"))]
    {
        let caption = caption(t, "السكان", "Population");
        let map = Map::new(t, shapes(level).ok_or("no shapes")?, caption.title.clone(), areas(t, text)?, false, |n| {
            t.number(n)
        });
        html += &format!("<section><h2>{}</h2>{}</section>", caption.title, map.render()?);
        fs::write(folder.join(format!("map-{}-{lang}.svg", level.code())), map.to_svg(&caption))?;
    }
    html += "</div><h2>Icons</h2><ul class=\"tags\">";
    for id in ICONS.text().split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        html += &format!("<li><span class=\"tag\">{} {id}</span></li>", icon(id));
    }
    fs::write(folder.join(format!("{lang}.html")), html + "</ul></main>")?;
    Ok(())
}

fn areas(t: &Messages, text: &str) -> Result<Vec<Area>, Box<dyn Error>> {
    let name = if t.lang() == Lang::Ar { "name_ar" } else { "name_fr" };
    let area = |[code, label, amount]: [String; 3]| -> Result<Area, Box<dyn Error>> {
        let amount = amount.parse()?;
        Ok(Area { address: format!("/territories/{code}"), code, label, value: t.number(amount), amount })
    };
    rows(text, ["code", name, "population_2024"])?.into_iter().map(area).collect()
}

fn figures(t: &Messages) -> Result<Vec<(Caption, Figure)>, Box<dyn Error>> {
    let write = |amount: i64| t.number(amount);
    let mut regions: Vec<_> = areas(t, include_str!("../../../data/geo/regions.csv"))?
        .into_iter()
        .map(|area| (area.label, area.amount))
        .collect();
    regions.sort_by_key(|(_, amount)| std::cmp::Reverse(*amount));
    let periods: Vec<_> = (2008..=2025).map(|year| year.to_string()).collect();
    let rising = |from: i64, by: i64| (0..18).map(|year| Some(from + by * year * year)).collect::<Vec<_>>();
    let series = |ar: &str, fr: &str, amounts| Series { label: caption(t, ar, fr).title, amounts };
    let several = [
        series("الرجال", "Hommes", rising(300_000, 650)),
        series("النساء", "Femmes", rising(60_000, 660)),
        series(
            "الشباب",
            "Jeunes",
            rising(12_000, 120).into_iter().enumerate().map(|(at, amount)| amount.filter(|_| at > 3)).collect(),
        ),
    ];
    let years =
        |from: usize| periods.iter().skip(from).zip([3, 5, 4, 8, 9, 12, 7, 10, 14, 13, 17, 21, 25, 19, 30, 28, 33, 31]);
    let flow = |from: usize, by: i64, less: i64| {
        years(from).map(|(year, n)| (year.clone(), n * by - less)).collect::<Vec<_>>()
    };
    let of = |ar: &str, fr: &str| caption(t, ar, fr);
    let alone = [Series { label: String::new(), amounts: rising(6_000, 205) }];
    let captions = [
        of("عدد التعاونيات", "Coopératives"),
        of("الأعضاء", "Membres"),
        of("التعاونيات المسجلة كل سنة", "Coopératives immatriculées par an"),
        of("التعاونيات المسجلة كل سنة، سلسلة طويلة", "Coopératives immatriculées par an, série longue"),
        of("الفرق عن السنة السابقة", "Différence avec l’année précédente"),
        of("السكان حسب الجهات", "Population par région"),
        of("حصص الجهات", "Parts des régions"),
        of("سكان الجماعات", "Population des communes"),
    ];
    let other = t.get("web-chart-other");
    let [stock, members, few, many, below, bars, shares, dots] = &captions;
    let figures = [
        web::lines(stock, &periods, &alone, write),
        web::lines(members, &periods, &several, write),
        web::columns(few, &flow(11, 151, 0), write),
        web::columns(many, &flow(0, 151, 0), write),
        web::columns(below, &flow(10, 20, 90), write),
        web::bars(bars, &regions, write),
        web::shares(shares, &regions, &other, write),
        web::dots(dots, shapes(Level::Region).ok_or("no shapes")?, t.get("web-map-credit"), communes(t)?, write),
    ];
    Ok(captions.iter().cloned().zip(figures.into_iter().flatten()).collect())
}

fn communes(t: &Messages) -> Result<Vec<Point>, Box<dyn Error>> {
    let name = if t.lang() == Lang::Ar { "name_ar" } else { "name_fr" };
    let communes = rows(include_str!("../../../data/geo/communes.csv"), ["code", name, "population_2024"])?;
    let points = rows(include_str!("../../../data/geo/communes_points.csv"), ["code", "lon", "lat"])?;
    let mut found = Vec::new();
    for [code, lon, lat] in points {
        let Some([_, label, amount]) = communes.iter().find(|[other, ..]| *other == code) else { continue };
        found.push(Point { label: label.clone(), at: (lon.parse()?, lat.parse()?), amount: amount.parse()? });
    }
    Ok(found)
}
