//! What people come for, done in a real browser, once with scripts and once without.

use std::{
    fs,
    time::{Duration, Instant},
};

use testkit::browser::{Browser, DESKTOP, PHONE, Reader};

use crate::{
    house,
    served::{LANGUAGES, Site},
};

/// Tab and Enter on the keyboard.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// The delegation of Kénitra at the end of 2022 as its bulletin of 2023 knew it.
const KENITRA: &str = "date=2022-12-31&known=2023-12-31&where=delegation%3DKEN";

/// Does it with scripts and without.
pub(crate) fn both_ways(size: (u32, u32), languages: &str, journey: impl Fn(&Site, &Browser)) {
    let site = Site::up();
    for script in [true, false] {
        let browser = Browser::open_for(Reader { size, script, languages }).unwrap();
        journey(&site, &browser);
    }
}

/// The text of the first element that a selector finds.
pub(crate) fn said(browser: &Browser, selector: &str) -> String {
    browser.find(selector).unwrap_or_else(|error| panic!("{selector}: {error}")).text().unwrap()
}

/// Clicks on what leads to another page, and waits until that is there.
pub(crate) fn follow(browser: &Browser, selector: &str) {
    browser.evaluate("document.left = true").unwrap();
    browser.find(selector).unwrap().click().unwrap_or_else(|error| panic!("{selector}: {error}"));
    let begun = Instant::now();
    let there = "!document.left && document.readyState === 'complete'";
    while !browser.evaluate(there).is_ok_and(|there| there == true) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{selector} leads nowhere");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The address of the page, without the server.
pub(crate) fn here(site: &Site, browser: &Browser) -> String {
    let url = browser.url().unwrap();
    url.strip_prefix(&site.url("")).unwrap_or_else(|| panic!("{url} is elsewhere")).to_owned()
}

/// A whole number as it is written in any of the languages.
fn number(text: &str) -> i64 {
    let digits: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '-').collect();
    digits.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

/// The cells of a table's body, row by row.
fn table(browser: &Browser) -> Vec<Vec<String>> {
    let rows = browser.evaluate(
        "[...document.querySelectorAll('main tbody tr')].map(row => [...row.cells].map(cell => cell.textContent.trim()))",
    );
    serde_json::from_value(rows.unwrap()).unwrap()
}

#[test]
fn the_front_page_comes_in_the_language_of_the_browser() {
    let site = Site::up();
    for (languages, lang) in [("ar-MA,fr", "ar"), ("fr-MA,ar", "fr"), ("de,en-GB", "en")] {
        let browser = Browser::open_for(Reader { size: PHONE, script: false, languages }).unwrap();
        browser.go(&site.url("/")).unwrap();
        assert_eq!(here(&site, &browser), format!("/{lang}"));
    }
}

#[test]
fn whoever_changes_the_language_stays_on_the_page_and_is_remembered() {
    both_ways(PHONE, "ar", |site, browser| {
        let question = "/figures?measure=cooperatives&date=2022-12-31&by=province";
        browser.go(&site.url(&format!("/ar{question}"))).unwrap();
        let in_arabic = table(browser);
        for (lang, dir) in [("fr", "ltr"), ("en", "ltr"), ("ar", "rtl"), ("fr", "ltr")] {
            follow(browser, &format!(".languages a[hreflang={lang}]"));
            assert_eq!(here(site, browser), format!("/{lang}{question}"));
            assert_eq!(browser.find("html").unwrap().property("lang").unwrap(), lang);
            assert_eq!(browser.find("html").unwrap().property("dir").unwrap(), dir);
        }
        let counts = |rows: &[Vec<String>]| rows.iter().map(|row| number(&row[1])).collect::<Vec<_>>();
        assert_eq!(counts(&table(browser)), counts(&in_arabic));
        browser.go(&site.url("/")).unwrap();
        assert_eq!(here(site, browser), "/fr");
    });
}

#[test]
fn a_cooperative_is_found_in_arabic_on_a_phone_however_its_name_is_written() {
    both_ways(PHONE, "ar", |site, browser| {
        for written in ["بيوليف", "biolive", "BIOLÎV"] {
            browser.go(&site.url("/")).unwrap();
            assert_eq!(here(site, browser), "/ar");
            browser.find("#q").unwrap().type_in(written).unwrap();
            browser.press(ENTER).unwrap();
            wait_for(browser, ".results a");
            assert!(here(site, browser).starts_with("/ar/cooperatives?q="));
            follow(browser, ".results a");
            wait_for(browser, "main .acts li");
            assert!(here(site, browser).starts_with("/ar/cooperatives/"));
            assert!(said(browser, "main").contains("بيوليف"), "{written}: {}", said(browser, "main"));
        }
        follow(browser, ".languages a[hreflang=fr]");
        assert!(here(site, browser).starts_with("/fr/cooperatives/"));
        assert!(said(browser, "main").to_lowercase().contains("biolive"));
    });
}

/// Waits for what comes with the next page: a key that is pressed waits for nothing.
fn wait_for(browser: &Browser, selector: &str) {
    let begun = Instant::now();
    while browser.find(selector).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{selector} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_figures_of_the_bulletin_of_2022_are_found_as_they_were_published() {
    both_ways(DESKTOP, "fr", |site, browser| {
        for (measure, figure) in [
            ("cooperatives", "1\u{202f}572"),
            ("members", "19\u{202f}204"),
            ("share_capital", "344\u{202f}155\u{202f}329,00"),
        ] {
            browser.go(&site.url(&format!("/fr/figures?measure={measure}&{KENITRA}"))).unwrap();
            assert_eq!(said(browser, "main .n"), figure);
        }
        browser.go(&site.url(&format!("/fr/figures?measure=cooperatives&{KENITRA}&by=province"))).unwrap();
        let shares: Vec<_> = table(browser).into_iter().map(|row| (row[0].clone(), row[2].clone())).collect();
        let shares: Vec<_> = shares.iter().map(|(name, share)| (name.as_str(), number(share))).collect();
        assert_eq!(shares, [("Kénitra", 38), ("Sidi Kacem", 32), ("Sidi Slimane", 31)]);
    });
}

#[test]
fn the_page_of_the_delegation_of_kenitra_carries_the_bulletin_of_2022() {
    both_ways(PHONE, "fr", |site, browser| {
        browser.go(&site.url("/fr/territories")).unwrap();
        follow(browser, "main a[href*='/territories/KEN']");
        assert_eq!(said(browser, "h1 bdi"), "Kénitra");
        let [address, _] = KENITRA.split("&where").collect::<Vec<_>>()[..] else { panic!("{KENITRA}") };
        browser.go(&site.url(&format!("/fr/territories/KEN?{address}"))).unwrap();
        let figures: Vec<_> = browser.find_all(".figure .n").unwrap().iter().map(|it| it.text().unwrap()).collect();
        for figure in ["1\u{202f}572", "19\u{202f}204", "344\u{202f}155\u{202f}329,00"] {
            assert!(figures.iter().any(|shown| shown == figure), "{figure} is not among {figures:?}");
        }
        let rows = table(browser);
        for (province, count, share) in
            [("Kénitra", "592", "38"), ("Sidi Kacem", "498", "32"), ("Sidi Slimane", "482", "31")]
        {
            let row =
                rows.iter().find(|row| row[0].contains(province)).unwrap_or_else(|| panic!("{province}: {rows:?}"));
            assert!(row[1] == count && row[2].starts_with(share), "{row:?}");
        }
    });
}

#[test]
fn a_number_opens_into_acts_that_add_up_to_it() {
    both_ways(PHONE, "fr", |site, browser| {
        browser.go(&site.url("/fr")).unwrap();
        let figure = number(&said(browser, ".figure .n"));
        follow(browser, ".figure .behind a");
        assert!(here(site, browser).starts_with("/fr/figures/acts?"));
        assert_eq!(number(&said(browser, "main .n")), figure);
        // Kinds one below the other: registrations less removals.
        let kinds: i64 =
            table(browser).iter().take_while(|row| row[0].parse::<i32>().is_err()).map(|row| number(&row[1])).sum();
        assert!(kinds >= figure, "{kinds} acts for {figure}");
        follow(browser, "main a[rel=next]");
        assert!(here(site, browser).contains("after="));
        assert!(!browser.find_all(".acts li").unwrap().is_empty());
        follow(browser, ".acts a");
        assert!(here(site, browser).starts_with("/fr/cooperatives/"), "{}", here(site, browser));
        assert!(!said(browser, "h1").is_empty());
    });
}

#[test]
fn what_has_changed_between_two_days_of_knowledge_is_told_with_its_acts() {
    both_ways(DESKTOP, "en", |site, browser| {
        browser.go(&site.url(&format!("/en/figures?measure=cooperatives&{KENITRA}"))).unwrap();
        assert!(said(browser, ".since").contains("1,575"));
        follow(browser, ".since a");
        assert!(here(site, browser).starts_with("/en/figures/changes?"));
        let figures = browser.find_all(".figure .n").unwrap();
        let figures: Vec<_> = figures.iter().map(|figure| number(&figure.text().unwrap().replace('+', ""))).collect();
        assert_eq!(figures, [1572, 1575, 3]);
        assert_eq!(browser.find_all(".acts li").unwrap().len(), 3);
        // The other way round, chosen in the form: nothing was known yet that is not known on that day.
        browser.evaluate("document.querySelector('#known').value = '2023-12-31'").unwrap();
        follow(browser, "main form button");
        let figures = browser.find_all(".figure .n").unwrap();
        let figures: Vec<_> = figures.iter().map(|figure| number(&figure.text().unwrap())).collect();
        assert_eq!(figures, [1572, 1572, 0]);
    });
}

#[test]
fn a_table_that_is_downloaded_says_what_the_page_says() {
    both_ways(DESKTOP, "fr", |site, browser| {
        browser.go(&site.url(&format!("/fr/figures?measure=cooperatives&{KENITRA}&by=province"))).unwrap();
        let shown: Vec<_> = table(browser).iter().map(|row| number(&row[1])).collect();
        browser.find("main a[href*='format=csv']").unwrap().click().unwrap();
        let file = downloaded(browser);
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let at = reader.headers().unwrap().iter().position(|name| name == "value").unwrap();
        let given: Vec<_> = reader.records().map(|record| number(&record.unwrap()[at])).collect();
        assert_eq!((given.iter().sum::<i64>(), given), (1572, shown));
    });
}

#[test]
fn the_bulletin_of_kenitra_for_2022_is_found_read_and_taken_along() {
    both_ways(PHONE, "fr", |site, browser| {
        browser.go(&site.url("/fr")).unwrap();
        follow(browser, ".menu a[href$='/bulletins']");
        follow(browser, "main a[href$='/bulletins/2022-KEN']");
        let says = said(browser, "main");
        for figure in ["1\u{202f}572", "19\u{202f}204", "344\u{202f}155\u{202f}329,00"] {
            assert!(says.contains(figure), "{figure}: {says}");
        }
        let shares: Vec<_> = table(browser).iter().take(3).map(|row| (row[0].clone(), number(&row[2]))).collect();
        let shares: Vec<_> = shares.iter().map(|(name, share)| (name.as_str(), *share)).collect();
        assert_eq!(shares, [("Kénitra", 38), ("Sidi Kacem", 32), ("Sidi Slimane", 31)]);
        assert!(said(browser, "section.since").contains("1\u{202f}575"), "what is known today stands apart");
        let pdf = browser.find("main a[href$='/pdf']").unwrap().property("href").unwrap();
        let pdf = site.get(pdf.strip_prefix(&site.url("")).unwrap(), &[]);
        if house::press().is_some() {
            assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"));
            assert!(pdf.bytes.starts_with(b"%PDF-"));
        } else {
            assert_eq!(pdf.status, 503);
            assert!(pdf.text().contains("twiza-press"), "{}", pdf.text());
        }
    });
}

#[test]
fn cooperatives_are_seen_on_a_map_and_the_list_is_near() {
    both_ways(PHONE, "ar", |site, browser| {
        browser.go(&site.url("/ar/cooperatives?sector=AGR")).unwrap();
        let count = number(&said(browser, "main .when"));
        follow(browser, "main a[href*='view=map']");
        assert_eq!(number(&said(browser, "main .when")), count);
        assert_eq!(browser.evaluate("document.querySelector('img.map').naturalWidth > 0").unwrap(), true);
        let communes = browser.find_all("main section .facets li").unwrap();
        assert!(!communes.is_empty() && communes.len() <= 20, "{}", communes.len());
        follow(browser, "main section .facets a");
        assert!(here(site, browser).contains("commune="), "{}", here(site, browser));
        assert!(number(&said(browser, "main .when")) < count);
    });
}

#[test]
fn a_figure_is_taken_along_as_a_drawing_a_picture_and_a_workbook() {
    let site = Site::up();
    let question = format!("measure=cooperatives&{KENITRA}&by=province");
    for lang in LANGUAGES {
        let file = |name: &str| site.get(&format!("/{lang}/figures/{name}?{question}"), &[]);
        let svg = file("picture.svg");
        assert_eq!((svg.status, svg.header("content-type")), (200, "image/svg+xml"));
        assert!(!svg.text().contains("<use") && !svg.text().contains("href="), "a file needs nothing else");
        assert_eq!(svg.text().matches("<path").count(), 3, "three provinces: {}", svg.text());
        let png = file("picture.png");
        assert!(
            if house::press().is_some() { png.bytes.starts_with(b"\x89PNG") } else { png.status == 503 },
            "{}",
            png.status
        );
        let workbook = file("table.xlsx");
        assert!(workbook.status == 200 && workbook.bytes.starts_with(b"PK"), "{}", workbook.status);
        let list = site.get(&format!("/{lang}/cooperatives/list.xlsx?sector=AGR"), &[]);
        assert!(list.status == 200 && list.bytes.starts_with(b"PK"), "{}", list.status);
    }
    let nothing = site.get("/fr/figures/picture.svg?measure=cooperatives", &[]);
    assert_eq!(nothing.status, 404, "a single number makes no picture");
}

/// The text of the one file that was downloaded, once it is whole.
fn downloaded(browser: &Browser) -> String {
    let begun = Instant::now();
    loop {
        let files = fs::read_dir(browser.downloads()).into_iter().flatten().flatten();
        let mut whole = files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|it| it == "csv"));
        if let Some(text) = whole.next().and_then(|path| fs::read_to_string(path).ok()).filter(|text| !text.is_empty())
        {
            return text;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing is downloaded; the page is {:?}", browser.url());
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_keyboard_alone_reaches_everything_and_shows_where_it_is() {
    both_ways(DESKTOP, "fr", |site, browser| {
        browser.go(&site.url("/fr")).unwrap();
        browser.press(TAB).unwrap();
        let skip = browser.focused().unwrap();
        assert!(skip.property("href").unwrap().ends_with("#main"));
        assert_eq!(browser.evaluate(FOCUS).unwrap(), "seen");
        browser.press(ENTER).unwrap();
        browser.press(TAB).unwrap();
        assert_eq!(browser.evaluate("document.activeElement.closest('main') !== null").unwrap(), true);
        browser.go(&site.url("/fr/figures")).unwrap();
        let count = browser.evaluate(REACHABLE).unwrap().as_u64().unwrap();
        let mut met = 0;
        for _ in 0..count {
            browser.press(TAB).unwrap();
            assert_eq!(browser.evaluate(FOCUS).unwrap(), "seen");
            met += browser
                .evaluate("document.activeElement.met ? 0 : (document.activeElement.met = 1)")
                .unwrap()
                .as_u64()
                .unwrap();
        }
        assert_eq!(met, count, "the keyboard is caught on its way");
    });
}

/// How many things the keyboard must reach.
const REACHABLE: &str =
    "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex]')]
    .filter(it => it.checkVisibility() && it.tabIndex >= 0).length";

/// Whether one sees where the keyboard is.
const FOCUS: &str = "(it => {
    const box = it.getBoundingClientRect(), style = getComputedStyle(it);
    if (it === document.body) return 'nothing has the keyboard';
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + it.outerHTML;
    return box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
        ? 'seen' : 'out of sight: ' + it.outerHTML;
})(document.activeElement)";

#[test]
fn a_printed_extract_is_checked_by_the_address_in_its_code() {
    both_ways(PHONE, "fr", |site, browser| {
        let (number, proof) = site.extract();
        browser.go(&site.url(&format!("/fr/cooperatives/{number}"))).unwrap();
        let name = said(browser, "h1");
        let extract = browser.find("main a[href$='/extract']").unwrap().property("href").unwrap();
        let pdf = site.get(extract.strip_prefix(&site.url("")).unwrap(), &[]);
        if house::press().is_some() {
            let code = format!("({}{proof})", site.url("/verify/"));
            let holds = pdf.bytes.windows(code.len()).any(|bytes| bytes == code.as_bytes());
            assert!(pdf.status == 200 && holds, "{code} is not in the PDF");
        }
        browser.go(&site.url(&format!("/verify/{proof}"))).unwrap();
        assert_eq!(here(site, browser), format!("/fr/verify/{proof}"));
        assert_eq!(said(browser, "h1"), name);
        assert!(said(browser, "main").contains("Ce document est authentique."));
        assert!(said(browser, "main").contains("Le registre dit la même chose au"));
        follow(browser, ".crumbs a");
        browser.find("#proof").unwrap().type_in(&site.url(&format!("/verify/{}", proof.to_lowercase()))).unwrap();
        follow(browser, "main form button");
        assert_eq!(here(site, browser), format!("/fr/verify/{proof}"));
        browser.go(&site.url(&format!("/fr/verify/{}", &proof[..300]))).unwrap();
        assert!(said(browser, ".errors").contains("Scannez le code à nouveau"));
    });
}
