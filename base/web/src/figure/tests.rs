use kernel::Level;
use proptest::prelude::*;

use super::*;
use crate::{Point, Series, bars, columns, dots, lines, shapes, shares};

fn caption(lang: Lang) -> Caption {
    Caption { title: "Members & \"women\"".into(), description: "By <year>".into(), lang }
}

fn amounts(amounts: &[i64]) -> Vec<(String, i64)> {
    amounts.iter().enumerate().map(|(at, amount)| (format!("{}", 2015 + at), *amount)).collect()
}

fn line(amounts: &[Option<i64>]) -> Option<Figure> {
    let periods: Vec<_> = (0..amounts.len()).map(|at| (2015 + at).to_string()).collect();
    let series = Series { label: "members".into(), amounts: amounts.to_vec() };
    lines(&caption(Lang::Fr), &periods, &[series], |amount| amount.to_string())
}

#[test]
fn nothing_makes_no_drawing() {
    let write = |amount: i64| amount.to_string();
    assert!(bars(&caption(Lang::Fr), &[], write).is_none());
    assert!(columns(&caption(Lang::Fr), &[], write).is_none());
    assert!(shares(&caption(Lang::Fr), &amounts(&[0, -3]), "other", write).is_none());
    assert!(line(&[]).is_none() && line(&[Some(1)]).is_none() && line(&[None, None]).is_none());
    assert!(line(&[Some(0), Some(0)]).is_some());
}

#[test]
fn one_thing_alone_makes_a_drawing() {
    let write = |amount: i64| amount.to_string();
    let bar = bars(&caption(Lang::Fr), &amounts(&[7]), write).unwrap();
    assert!(bar.body.contains("<rect class=\"fill\" x=\"0\" y=\"20\" width=\"400\""), "{}", bar.body);
    let share = shares(&caption(Lang::Fr), &amounts(&[7]), "other", write).unwrap();
    assert!(share.body.contains("width=\"400\"") && share.legend.len() == 1);
    assert!(columns(&caption(Lang::Fr), &amounts(&[7]), write).unwrap().body.contains(">7</text>"));
}

#[test]
fn what_is_below_zero_goes_the_other_way() {
    let figure = bars(&caption(Lang::Fr), &amounts(&[30, -10]), |amount| amount.to_string()).unwrap();
    assert!(figure.body.contains("<rect class=\"fill\" x=\"100\" y=\"20\" width=\"300\""), "{}", figure.body);
    assert!(figure.body.contains("<rect class=\"minus\" x=\"0\" y=\"58\" width=\"100\""), "{}", figure.body);
    let figure = columns(&caption(Lang::Fr), &amounts(&[30, -10]), |amount| amount.to_string()).unwrap();
    assert!(figure.body.contains("class=\"minus\""));
}

#[test]
fn a_gap_breaks_the_line() {
    let figure = line(&[Some(1), Some(2), None, Some(4)]).unwrap();
    let path = figure.body.split("<path class=\"l1\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(path.matches('M').count(), 2, "{path}");
    assert_eq!(figure.body.matches("class=\"m1\"").count(), 3);
}

#[test]
fn layout_is_mirrored_in_arabic_but_time_is_not() {
    let places = |figure: Figure, class: &str| {
        let before = format!("<rect class=\"{class}\" x=\"");
        let rects = figure.body.split(&before).skip(1);
        rects.map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap()).collect::<Vec<_>>()
    };
    let write = |amount: i64| amount.to_string();
    let bars = |lang| places(bars(&caption(lang), &amounts(&[4, 1]), write).unwrap(), "fill");
    assert_eq!([bars(Lang::Fr), bars(Lang::Ar)], [[0.0, 0.0], [0.0, 300.0]]);
    let columns = |lang| places(columns(&caption(lang), &amounts(&[4, 1]), write).unwrap(), "fill");
    assert!(columns(Lang::Ar).is_sorted() && columns(Lang::Ar) == columns(Lang::Fr));
}

#[test]
fn a_text_has_the_direction_of_its_first_letter() {
    let mut figure = Figure::new(&caption(Lang::Ar), 10.0);
    figure.text("ink", (400.0, 0.0), Side::Left, "تعاونية");
    figure.text("ink", (400.0, 0.0), Side::Left, "12 Argan");
    let texts = "<text class=\"ink\" x=\"400\" y=\"0\" text-anchor=\"end\">\u{2067}تعاونية\u{2069}</text>\
                 <text class=\"ink\" x=\"400\" y=\"0\" text-anchor=\"end\">12 Argan</text>";
    assert_eq!(figure.body, texts);
}

#[test]
fn many_parts_become_one() {
    let parts = amounts(&[9, 8, 7, 6, 5, 4, 3, 2]);
    let figure = shares(&caption(Lang::Fr), &parts, "other", |amount| amount.to_string()).unwrap();
    let legend: Vec<_> = figure.legend.iter().map(|key| (&*key.class, &*key.label, &*key.value)).collect();
    assert_eq!(legend.len(), 7);
    assert_eq!(legend[0], ("part1", "2015", "9"));
    assert_eq!(legend[6], ("part0", "other", "5"));
}

#[test]
fn labels_are_escaped_in_pages_and_files() {
    let figure = bars(&caption(Lang::Fr), &[("<b>\"Argan\" & co".into(), 1)], |amount| amount.to_string()).unwrap();
    for text in [figure.render().unwrap(), figure.to_svg(&[])] {
        assert!(text.contains("&lt;b&gt;") && !text.contains("<b>\"") && !text.contains("& co"), "{text}");
    }
}

#[test]
fn a_file_brings_along_its_looks_and_shapes() {
    let point = Point { label: "Safi".into(), at: (-9.24, 32.3), amount: 12 };
    let shapes = shapes(Level::Region).unwrap();
    let figure = dots(&caption(Lang::Ar), shapes, "© OSM".into(), vec![point], |amount| amount.to_string()).unwrap();
    assert!(figure.render().unwrap().contains(&format!("<use href=\"{}#p01\"", shapes.asset.path)));
    let file = figure.to_svg(&[]);
    assert!(!file.contains("class=") && !file.contains("<use") && !file.contains("style=") && file.contains("© OSM"));
}

#[test]
fn the_style_sheet_knows_every_class() {
    let sheets = concat!(include_str!("../../assets/twiza.css"), include_str!("../../assets/charts.css"));
    for (class, _) in LOOKS {
        assert!(sheets.contains(&format!(".{class}{{")) || sheets.contains(&format!(".{class},")), "{class}");
    }
}

#[test]
fn a_text_too_long_is_cut() {
    assert_eq!(fit("Souss-Massa", 200.0), "Souss-Massa");
    assert!(fit("Tanger-Tétouan-Al Hoceima", 80.0).ends_with('…'));
    assert!(width(&fit("Tanger-Tétouan-Al Hoceima", 80.0)) <= 80.0);
}

proptest! {
    #[test]
    fn any_amounts_can_be_drawn(list in prop::collection::vec(any::<i64>(), 1..60), lang in prop::sample::select(&Lang::ALL[..])) {
        let (write, caption, list) = (|amount: i64| amount.to_string(), caption(lang), amounts(&list));
        let periods: Vec<_> = list.iter().map(|(period, _)| period.clone()).collect();
        let series = Series { label: String::new(), amounts: list.iter().map(|(_, amount)| Some(*amount)).collect() };
        let figures = [
            bars(&caption, &list, write),
            columns(&caption, &list, write),
            shares(&caption, &list, "other", write),
            lines(&caption, &periods, &[series], write),
        ];
        for figure in figures.into_iter().flatten() {
            prop_assert!(!figure.body.contains("NaN") && !figure.body.contains("inf"), "{}", figure.body);
        }
    }
}
