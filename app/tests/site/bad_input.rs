//! Whatever is asked of a page, a page is the answer.

use crate::{
    page,
    served::{LANGUAGES, Site, Visited},
};

/// What people and programs put behind the question mark.
fn queries() -> Vec<String> {
    let plain = [
        "date=2022-02-30",
        "date=31/12/2022",
        "date=9999-12-31&known=9999-12-31",
        "date=-1",
        "known=2999-01-01",
        "since=2999-01-01&known=2000-01-01",
        "measure=nothing",
        "measure=cooperatives&where=delegation=NOWHERE",
        "measure=cooperatives&where=region%3D99&by=nothing",
        "measure=cooperatives&by=sector&by=sector&by=sector",
        "page=99999999999999999999&after=99999999999999999999",
        "after=-1&page=0",
        "q=%FF%FE%80",
        "q=%",
        "q=%00&kind=%00&year=%00",
        "%E0%A4%A=1&=&&&==",
        "q=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "q=a&q=b&date=2022-12-31&date=2023-12-31&measure=members&measure=cooperatives",
        "from=2023-01-01&to=2022-01-01&measure=registrations",
        "tree=1066-10-14&sector=%F0%9F%90%AA&status=maybe&sort=sideways&view=upside-down",
    ];
    let long = ["q=", "measure=", "where=", "known="].map(|name| format!("{name}{}", "x".repeat(10_000)));
    let many = (0..2_000).map(|n| format!("a{n}=1")).collect::<Vec<_>>().join("&");
    plain.into_iter().map(str::to_owned).chain(long).chain([many]).collect()
}

/// Names of things that are not there.
const STRANGERS: [&str; 7] =
    ["NOWHERE", "0", "99.999", "%FF%FE", "%00", "..%2F..%2Fetc%2Fpasswd", "%D8%AA%D8%A7%D8%B2"];

#[test]
fn bad_input_gets_a_whole_page_in_its_language_that_is_never_a_fault() {
    let site = Site::up();
    let mut faults = Vec::new();
    for lang in LANGUAGES {
        let mut asked = Vec::new();
        for (route, path) in site.one_of_each(lang) {
            let path = path.split('?').next().unwrap().to_owned();
            asked.extend(queries().into_iter().map(|query| format!("{path}?{query}")));
            if let Some((before, _)) = route.replacen("{lang}", lang, 1).split_once('{') {
                asked.extend(STRANGERS.map(|name| format!("{before}{name}")));
                asked.push(format!("{before}{}", "x".repeat(10_000)));
            }
        }
        asked.extend(STRANGERS.map(|name| format!("/{lang}/{name}")));
        for file in ["figures/picture.svg", "figures/table.xlsx", "cooperatives/map.svg", "cooperatives/list.xlsx"] {
            asked.extend(queries().into_iter().map(|query| format!("/{lang}/{file}?{query}")));
        }
        for path in asked {
            let answer = site.get(&path, &[]);
            let shown: String = path.chars().take(100).collect();
            if ![200, 400, 404, 414].contains(&answer.status) {
                faults.push(format!("{shown}: {}", answer.status));
            }
            let is_page = answer.status != 200 || answer.header("content-type").starts_with("text/html");
            if answer.status != 414 && is_page {
                faults.extend(page::faults(&Visited { path: shown, route: "", from: "bad input".to_owned(), answer }));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
