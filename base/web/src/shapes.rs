//! The shapes of places, as one drawing that pages refer to and only colour. Source and licence: `data/shapes/SOURCE.md`.

use std::{collections::BTreeMap, fmt::Write, sync::LazyLock};

use kernel::Level;
use serde::Deserialize;

use crate::asset::Asset;

/// The shapes of all places of one kind.
#[derive(Clone, Debug)]
pub struct Shapes {
    /// The width of the drawing; its height.
    pub size: (i32, i32),
    /// For each code, the path that draws it.
    pub paths: BTreeMap<String, String>,
    /// The drawing as a file, each shape under an id made of its code.
    pub asset: Asset,
    boxes: BTreeMap<String, (i32, i32, i32, i32)>,
    origin: (f64, f64),
    scale: (f64, f64),
}

/// The width of a drawing, in units of its coordinates.
const WIDTH: f64 = 2000.0;

static REGIONS: LazyLock<Option<Shapes>> =
    LazyLock::new(|| Shapes::read("regions", include_str!("../../../data/shapes/regions.geojson")));

static PROVINCES: LazyLock<Option<Shapes>> =
    LazyLock::new(|| Shapes::read("provinces", include_str!("../../../data/shapes/provinces.geojson")));

/// The shapes of regions or provinces; other places have none.
pub fn shapes(level: Level) -> Option<&'static Shapes> {
    match level {
        Level::Region => REGIONS.as_ref(),
        Level::Province => PROVINCES.as_ref(),
        _ => None,
    }
}

/// Where communes lie: their longitude and latitude by their code. Source and licence: `data/geo/SOURCE.md`.
static POINTS: LazyLock<BTreeMap<&str, (f64, f64)>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/geo/communes_points.csv").lines().skip(1);
    let point = |line: &'static str| {
        let [code, lat, lon] = line.split(',').collect::<Vec<_>>()[..] else { return None };
        Some((code, (lon.parse().ok()?, lat.parse().ok()?)))
    };
    lines.filter_map(point).collect()
});

/// Where a commune lies: its longitude and latitude; none if nobody has told.
pub fn point(commune: &str) -> Option<(f64, f64)> {
    POINTS.get(commune).copied()
}

/// The id of a place's shape: codes begin with digits and have points, which ids in style sheets do not like.
pub(crate) fn id(code: &str) -> String {
    format!("p{}", code.replace('.', "-"))
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Ring>),
    MultiPolygon(Vec<Vec<Ring>>),
}

/// Points as longitude and latitude.
type Ring = Vec<[f64; 2]>;

impl Shapes {
    /// Reads shapes from GeoJSON; none if it is none.
    fn read(name: &str, text: &str) -> Option<Self> {
        let collection: Collection = serde_json::from_str(text).ok()?;
        let rings: Vec<(String, Vec<Ring>)> = collection
            .features
            .into_iter()
            .map(|feature| {
                let rings = match feature.geometry {
                    Geometry::Polygon(rings) => rings,
                    Geometry::MultiPolygon(polygons) => polygons.concat(),
                };
                (feature.properties.code, rings)
            })
            .collect();
        let points = || rings.iter().flat_map(|(_, rings)| rings.iter().flatten());
        let edge = |axis: fn(&[f64; 2]) -> f64, pick: fn(f64, f64) -> f64| points().map(axis).reduce(pick);
        let (west, east) = (edge(|[lon, _]| *lon, f64::min)?, edge(|[lon, _]| *lon, f64::max)?);
        let (south, north) = (edge(|[_, lat]| *lat, f64::min)?, edge(|[_, lat]| *lat, f64::max)?);
        // A degree of longitude is as long as one of latitude times the cosine of the latitude in the middle.
        let x = WIDTH / (east - west);
        let y = x / f64::midpoint(south, north).to_radians().cos();
        let mut shapes = Self {
            size: (WIDTH as i32, ((north - south) * y).ceil() as i32),
            paths: BTreeMap::new(),
            boxes: BTreeMap::new(),
            asset: Asset::new(name, "svg", "image/svg+xml", String::new()),
            origin: (west, north),
            scale: (x, y),
        };
        shapes.paths = rings.iter().map(|(code, rings)| (code.clone(), shapes.path(rings))).collect();
        shapes.boxes = rings.iter().filter_map(|(code, rings)| Some((code.clone(), shapes.around(rings)?))).collect();
        shapes.asset = Asset::new(name, "svg", "image/svg+xml", shapes.drawing());
        Some(shapes)
    }

    /// Whether any of these places has a shape here.
    pub fn draw(&self, areas: &[crate::Area]) -> bool {
        areas.iter().any(|area| self.paths.contains_key(&area.code))
    }

    /// Where a point lies in the drawing.
    pub fn at(&self, lon: f64, lat: f64) -> (i32, i32) {
        let ((west, north), (x, y)) = (self.origin, self.scale);
        (((lon - west) * x).round() as i32, ((north - lat) * y).round() as i32)
    }

    /// The box around a shape: west, north, east, south.
    pub(crate) fn bounds(&self, code: &str) -> Option<(i32, i32, i32, i32)> {
        self.boxes.get(code).copied()
    }

    /// A path through rings, each from its first point on by steps: short numbers weigh less.
    fn path(&self, rings: &[Ring]) -> String {
        let mut path = String::new();
        for ring in rings {
            let mut last = None;
            for [lon, lat] in ring {
                let at = self.at(*lon, *lat);
                // Writing into a text does not fail.
                let _ = match last {
                    None => write!(path, "M{} {}l", at.0, at.1),
                    Some(before) if before == at => continue,
                    Some((x, y)) => {
                        write!(path, "{}{}", number(at.0 - x, path.ends_with('l')), number(at.1 - y, false))
                    }
                };
                last = Some(at);
            }
            path.push('z');
        }
        path
    }

    fn around(&self, rings: &[Ring]) -> Option<(i32, i32, i32, i32)> {
        let points = rings.iter().flatten().map(|[lon, lat]| self.at(*lon, *lat));
        let boxes = points.map(|(x, y)| (x, y, x, y));
        boxes.reduce(|one, other| (one.0.min(other.0), one.1.min(other.1), one.2.max(other.2), one.3.max(other.3)))
    }

    fn drawing(&self) -> String {
        let (width, height) = self.size;
        let paths = self.paths.iter().map(|(code, path)| {
            format!("<path id=\"{}\" vector-effect=\"non-scaling-stroke\" d=\"{path}\"/>", id(code))
        });
        let paths: String = paths.collect();
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{paths}</svg>")
    }
}

/// A number in a path: a minus parts it from the one before as well as a space.
fn number(number: i32, first: bool) -> String {
    if first || number < 0 { number.to_string() } else { format!(" {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_and_province_has_a_shape() {
        assert_eq!(shapes(Level::Region).unwrap().paths.len(), 12);
        assert_eq!(shapes(Level::Province).unwrap().paths.len(), 75);
        assert!(shapes(Level::Commune).is_none());
    }

    #[test]
    fn a_path_goes_by_steps_and_closes() {
        let square = r#"{"features":[{"properties":{"code":"1.2"},"geometry":{"type":"Polygon",
            "coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}"#;
        let shapes = Shapes::read("square", square).unwrap();
        assert_eq!(shapes.paths["1.2"], "M0 2000l2000 0 0-2000-2000 0 0 2000z");
        assert!(shapes.asset.text().contains("<path id=\"p1-2\" "));
    }
}
