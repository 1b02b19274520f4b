//! What happens to members: heirs of who died, shares that move, exclusions; and the roll as a file, to print and to bring.

use std::{
    io::{BufReader, Read, Write},
    net::TcpStream,
};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use testkit::http::Answer;

use super::{AGENT, FOUNDER, MANAGED, WOMAN, counted, lies_in_plain, send, version};
use crate::{
    doors::{cookie, post},
    founding::registered,
    house,
    served::Site,
};

/// A cooperative of five founders who hold ten shares each of 100 dirhams, with who keeps its roll.
struct Room {
    site: Site,
    founder: String,
    cooperative: String,
}

impl Room {
    fn new() -> Self {
        let site = Site::up();
        let cooperative = registered(&site);
        let founder = cookie(&site, FOUNDER);
        Self { site, founder, cooperative }
    }

    fn page(&self, rest: &str) -> String {
        let page = self.site.get(&format!("{}/{rest}", self.cooperative), &[("cookie", &self.founder)]);
        assert_eq!(page.status, 200, "{rest}");
        page.text()
    }

    /// The id of a member of the roll.
    fn id(&self, name: &str) -> String {
        let roll = self.page("members");
        let end = roll.find(&format!("\"><bdi>{name}</bdi>")).unwrap_or_else(|| panic!("{name}: {roll}"));
        roll[..end].rsplit('/').next().unwrap().to_owned()
    }

    fn send(&self, rest: &str, body: &str) -> Answer {
        send(&self.site, &self.founder, &format!("{}/{rest}", self.cooperative), body)
    }

    /// Sends a form of which it was seen what it does, and gives the status.
    fn sure(&self, rest: &str, body: &str) -> u16 {
        self.send(rest, &format!("{body}&sure=yes")).status
    }

    /// The share capital in centimes, and what a member holds as the roll shows it.
    fn holds(&self, name: &str) -> (i64, String) {
        let number = self.cooperative.rsplit('/').next().unwrap();
        let said = self.site.get(&format!("/api/v1/cooperatives/{number}"), &[]).text();
        let said: serde_json::Value = said.parse().unwrap();
        let capital = said["state"]["share_capital"]["amount_minor"].as_i64().unwrap_or_else(|| panic!("{said}"));
        let roll = self.page("members");
        let row = roll.split("<li>").find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}: {roll}"));
        let shares = row.split(" · ").find(|part| part.contains("part")).unwrap_or_else(|| panic!("{row}"));
        (capital, shares.split("</small>").next().unwrap().replace(['\u{2068}', '\u{2069}'], ""))
    }
}

#[test]
fn heirs_are_admitted_with_the_shares_of_who_died_who_then_leaves() {
    let room = Room::new();
    let said = room.id("Said Secrete");
    let heir = |shares: i64, rest: &str| {
        let heir =
            WOMAN.replace("shares=3", &format!("shares={shares}")).replace("GK222222", &format!("GK22222{shares}"));
        format!("{heir}&from={said}&on=2025-12-01{rest}")
    };
    let before = counted(&room.site, &room.cooperative);
    let bad = |body: &str| {
        let answer = room.send("members/admit", &format!("{body}&sure=yes"));
        assert!(answer.status == 422 && answer.text().contains("class=\"errors\""), "{body}: {}", answer.text());
    };
    bad(&heir(11, ""));
    bad(&heir(4, "").replace(&said, "nobody"));
    bad(&heir(4, "").replace("2025-12-01", "2025-11-19"));
    let looked = room.send("members/admit", &heir(4, ""));
    assert!(looked.text().contains("name=\"sure\"") && !looked.text().contains("Capital social"), "{}", looked.text());
    assert_eq!(room.sure("members/admit", &heir(4, "")), 303);
    assert_eq!(room.holds("Rahma Secrete"), (500_000, "4 parts".to_owned()));
    assert_eq!(room.holds("Said Secrete").1, "6 parts");
    bad(&heir(7, ""));
    let second = heir(6, "").replace("Rahma+Secrete", "Zineb+Secrete");
    assert_eq!(room.sure("members/admit", &second), 303);
    assert_eq!(counted(&room.site, &room.cooperative), (before.0 + 2, before.1 + 2));
    let died = "why=died&to=&ground=&notice_on=&reason=&paper=Acte&on=2025-12-01";
    let died = died.replace("&to=", "");
    assert_eq!(room.sure(&format!("members/{said}"), &died), 303);
    assert_eq!(counted(&room.site, &room.cooperative), (before.0 + 1, before.1 + 2));
    assert_eq!(room.holds("Zineb Secrete"), (500_000, "6 parts".to_owned()));
    let shown = room.page(&format!("members/{said}"));
    assert!(shown.contains("Rahma Secrete") && shown.contains("Zineb Secrete"), "where they went: {shown}");
}

#[test]
fn shares_move_between_members_and_are_paid_back() {
    let room = Room::new();
    let [amina, said] = ["Amina Secrete", "Said Secrete"].map(|name| room.id(name));
    let page = format!("members/{amina}/shares");
    let body = |deed: &str, shares: &str, to: &str, on: &str| {
        format!("deed={deed}&shares={shares}&receiver={to}&paid=no&on={on}&paper=PV")
    };
    for (bad, why) in [
        (body("give", "10", &said, "2025-12-01"), "who gives all leaves"),
        (body("give", "11", &said, "2025-12-01"), "more than there are"),
        (body("give", "0", &said, "2025-12-01"), "none"),
        (body("give", "-3", &said, "2025-12-01"), "fewer than none"),
        (body("give", "3", "", "2025-12-01"), "to nobody"),
        (body("give", "3", &amina, "2025-12-01"), "to herself"),
        (body("give", "3", "0123456789abcdef0123456789abcdef", "2025-12-01"), "to another's member"),
        (body("give", "3", &said, "2025-11-19"), "before the founding"),
        (body("give", "3", &said, "2990-01-01"), "one day"),
        (body("keep", "3", &said, "2025-12-01"), "no deed"),
        (body("back", "10", "", "2025-12-01"), "who is paid back all leaves"),
    ] {
        let answer = room.send(&page, &format!("{bad}&sure=yes"));
        assert_eq!(answer.status, 422, "{why}: {}", answer.text());
        assert!(answer.text().contains("class=\"errors\"") && !answer.text().contains("roll-wrong-"), "{why}");
    }
    assert_eq!(room.holds("Amina Secrete"), (500_000, "10 parts".to_owned()));
    let give = body("give", "3", &said, "2025-12-01");
    let looked = room.send(&page, &give);
    assert!(looked.text().contains("name=\"sure\""), "{}", looked.text());
    let sure = format!("version={}&{give}&sure=yes", version(&looked));
    let address = format!("{}/{page}", room.cooperative);
    assert_eq!(post(&room.site, &address, &[("cookie", &room.founder)], &sure).status, 303);
    assert_eq!(post(&room.site, &address, &[("cookie", &room.founder)], &sure).status, 422, "the same form twice");
    assert_eq!(room.holds("Amina Secrete"), (500_000, "7 parts".to_owned()));
    assert_eq!(room.holds("Said Secrete"), (500_000, "13 parts".to_owned()));
    assert_eq!(room.sure(&page, &body("give", "1", &said, "2025-11-30")), 422, "something happened after that");
    assert_eq!(room.sure(&page, &body("back", "2", "", "2025-12-02")), 303);
    assert_eq!(room.holds("Amina Secrete"), (480_000, "5 parts".to_owned()));
    assert_eq!(room.sure(&page, &body("take", "1", "", "2025-12-03").replace("paid=no", "paid=yes")), 303);
    assert_eq!(room.holds("Amina Secrete"), (490_000, "6 parts".to_owned()));
    let shown = room.page(&format!("members/{amina}"));
    assert!(shown.contains("A cédé \u{2068}\u{2068}3\u{2069} parts") || shown.contains("A cédé"), "{shown}");
    let shown = room.page(&format!("members/{said}"));
    assert!(shown.contains("A reçu") && shown.contains("Amina Secrete"), "{shown}");
}

#[test]
fn an_exclusion_waits_for_its_notice_and_says_its_ground_to_those_who_see_the_roll() {
    let room = Room::new();
    let said = room.id("Said Secrete");
    let member = format!("members/{said}");
    let excluded =
        "why=excluded&to=&ground=unpaid&notice_on=2026-01-15&reason=Parts+non+versees&on=2026-04-16&paper=PV";
    for (good, bad) in [
        ("ground=unpaid", "ground="),
        ("ground=unpaid", "ground=envy"),
        ("notice_on=2026-01-15", "notice_on="),
        ("notice_on=2026-01-15", "notice_on=2990-01-15"),
        ("notice_on=2026-01-15", "notice_on=soon"),
        ("on=2026-04-16", "on="),
    ] {
        let bad = excluded.replacen(&format!("&{good}"), &format!("&{bad}"), 1);
        let answer = room.send(&member, &format!("{bad}&sure=yes"));
        assert!(answer.status == 422 && answer.text().contains("class=\"errors\""), "{bad}: {}", answer.text());
    }
    // A ground that the statutes name needs no notice.
    let other = excluded.replace("unpaid", "other").replace("2026-01-15", "");
    assert!(room.send(&member, &other).text().contains("name=\"sure\""));
    let before = counted(&room.site, &room.cooperative);
    let early = room.send(&member, &format!("{}&sure=yes", excluded.replace("2026-04-16", "2026-04-15")));
    let text = early.text();
    assert!(early.status == 200 && text.contains("Impossible") && text.contains("15 avril 2026"), "{text}");
    assert!(!text.contains("name=\"sure\""), "{text}");
    assert_eq!(counted(&room.site, &room.cooperative), before, "too soon");
    assert_eq!(room.sure(&member, excluded), 303);
    assert_eq!(counted(&room.site, &room.cooperative), (before.0 - 1, before.1));

    let says = ["Parts appelées non payées", "15 janvier 2026", "Parts non versees"];
    let [agent, auditor] = [AGENT, "auditor@demo.example"].map(|email| cookie(&room.site, email));
    let page = format!("{}/{member}", room.cooperative);
    for who in [&room.founder, &agent, &auditor] {
        let shown = room.site.get(&page, &[("cookie", who)]).text();
        assert!(says.iter().all(|says| shown.contains(says)), "{shown}");
    }
    let stranger = cookie(&room.site, "headquarters@demo.example");
    assert_eq!(room.site.get(&page, &[("cookie", &stranger)]).status, 403);
    let roll = room.page("members");
    assert!(roll.contains("Exclusion") && !says.iter().any(|says| roll.contains(says)), "the fact alone: {roll}");
    let log = room.site.get("/fr/audit?event=read", &[("cookie", &auditor)]).text();
    let about = format!(">{}<", &said[..8]);
    assert!(log.contains(&about), "that it was read is noted: {log}");
    assert!(!room.site.get(&room.cooperative, &[]).text().contains("non versees"));
    assert!(!lies_in_plain(&room.site, "non versees"));
}

#[test]
fn what_does_not_fit_together_is_told_and_not_passed_over() {
    let room = Room::new();
    let said = room.id("Said Secrete");
    let member = format!("members/{said}");
    let leave = "to=&notice_on=&on=2025-12-01&paper=PV";
    // Whoever names a ground means an exclusion, and whoever hands all shares on says to whom.
    for said in
        ["why=withdrew&ground=other&reason=", "why=withdrew&ground=&reason=Querelle", "why=transferred&ground=&reason="]
    {
        let answer = room.send(&member, &format!("{said}&{leave}&sure=yes"));
        assert!(answer.status == 422 && answer.text().contains("class=\"errors\""), "{said}: {}", answer.text());
        assert!(!answer.text().contains("roll-wrong-"), "{said}");
    }
    // Nobody is admitted before being born.
    let unborn = format!("{WOMAN}&from=&on=2025-12-01&sure=yes").replace("2000-02-03", "2025-12-01");
    assert_eq!(room.send("members/admit", &unborn).status, 422);
    // Nobody is corrected into somebody else.
    let name = format!("members/{said}/name");
    let page = room.page(&name);
    let before = page.split("name=\"before\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let before: String = form_urlencoded::byte_serialize(before.as_bytes()).collect();
    let rename = |number: &str| {
        let body = format!("before={before}&name=Said+Secret&name_fr=&identity_number={number}&phone=");
        let address = format!("{}/{name}", room.cooperative);
        post(&room.site, &address, &[("cookie", &room.founder)], &body).status
    };
    assert_eq!((rename("GK654320"), rename("GK654323")), (422, 303));
    assert!(room.page("members").contains("Said Secret<"));
}

#[test]
fn a_member_is_found_with_its_own_cooperative_only() {
    let room = Room::new();
    let said = room.id("Said Secrete");
    let agent = cookie(&room.site, AGENT);
    // She keeps both rolls, and none of the other's members here.
    for rest in ["", "/name", "/shares"] {
        let here = format!("{}/members/{said}{rest}", room.cooperative);
        let there = format!("{MANAGED}/members/{said}{rest}");
        let answer = |path: &str| room.site.get(path, &[("cookie", &agent)]).status;
        assert_eq!((answer(&here), answer(&there)), (200, 404), "{rest}");
        let body = "version=1&before=&why=withdrew&deed=take&shares=1&on=2025-12-01&paper=PV&sure=yes";
        assert_eq!(post(&room.site, &there, &[("cookie", &agent)], body).status, 404, "{rest}");
    }
}

#[test]
fn the_roll_is_printed_for_who_may_see_it() {
    let room = Room::new();
    let pdf = format!("{}/members/pdf", room.cooperative);
    let printed = |who: &str| room.site.get(&pdf, &[("cookie", who)]);
    let answer = printed(&room.founder);
    if house::press().is_some() {
        assert_eq!((answer.status, answer.header("content-type")), (200, "application/pdf"));
        assert!(answer.bytes.starts_with(b"%PDF"), "{} bytes", answer.bytes.len());
        assert!(answer.header("content-disposition").contains("members-KEN-"));
    } else {
        assert_eq!(answer.status, 503, "{}", answer.text());
    }
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(printed(&cookie(&room.site, "headquarters@demo.example")).status, 403);
    assert_eq!(room.site.get(&pdf, &[]).status, 303);
}

/// Sends a workbook as a browser does: its bytes are no text.
fn bring(site: &Site, who: &str, page: &str, fields: &[(&str, &str)], book: &[u8]) -> String {
    let part = |name: &str, more: &str| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    let mut body: Vec<u8> =
        fields.iter().flat_map(|(name, value)| format!("{}{value}\r\n", part(name, "")).into_bytes()).collect();
    body.extend(part("file", "; filename=\"membres.xlsx\"").into_bytes());
    body.extend(book);
    body.extend(b"\r\n--b--\r\n");
    let mut stream = TcpStream::connect(site.address).unwrap();
    let head = format!(
        "POST {page} HTTP/1.0\r\nhost: {}\r\ncookie: {who}\r\nsec-fetch-site: same-origin\r\n\
         content-type: multipart/form-data; boundary=b\r\ncontent-length: {}\r\n\r\n",
        site.address,
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&body).unwrap();
    let mut answer = Vec::new();
    BufReader::new(stream).read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

/// Three members in a workbook as people make one: a day is a day, a number a number.
fn workbook(number: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    for (column, head) in (0..).zip(["Nom", "CIN", "Date de naissance", "Sexe", "Parts"]) {
        sheet.write(0, column, head).unwrap();
    }
    let members = [
        ("Amina Secrete", "GK100001", 1980, 5.0),
        ("Rahma Secrete", number, 2001, 3.0),
        ("Zineb", "GK100003", 1999, 2.0),
    ];
    for (row, (name, number, year, shares)) in (1..).zip(members) {
        sheet.write(row, 0, name).unwrap();
        sheet.write(row, 1, number).unwrap();
        sheet.write_with_format(row, 2, ExcelDateTime::from_ymd(year, 12, 31).unwrap(), &day).unwrap();
        sheet.write(row, 3, "femme").unwrap();
        sheet.write(row, 4, shares).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_roll_is_opened_by_a_workbook() {
    let site = Site::up();
    let manager = cookie(&site, "manager@demo.example");
    let import = format!("{MANAGED}/members/import");
    let before = counted(&site, MANAGED);
    let seen = version(&site.get(&import, &[("cookie", &manager)]));
    let fields = |sure: &'static str| {
        [("version", seen.as_str()), ("on", "2025-12-01"), ("paper", "PV"), ("table", ""), ("sure", sure)]
    };
    let bad = bring(&site, &manager, &import, &fields("yes"), &workbook("100002"));
    assert!(bad.starts_with("HTTP/1.0 200") && bad.contains("AB123456") && bad.contains("<bdi>3</bdi>"), "{bad}");
    assert_eq!(counted(&site, MANAGED), before);
    let looked = bring(&site, &manager, &import, &fields("no"), &workbook("GK100002"));
    assert!(looked.contains("name=\"sure\"") && looked.contains("Amina Secrete"), "{looked}");
    assert_eq!(counted(&site, MANAGED), before, "nothing is recorded before it was seen");
    // What was read stands in the page as a table: it is sent again without the file.
    let start = looked.find("<textarea id=\"table\"").unwrap();
    let table = looked[start..].split_once('>').unwrap().1.split("</textarea>").next().unwrap().replace("&#34;", "\"");
    let table: String = form_urlencoded::byte_serialize(table.as_bytes()).collect();
    let taken = send(&site, &manager, &import, &format!("table={table}&on=2025-12-01&paper=PV&sure=yes"));
    assert_eq!(taken.status, 303, "{}", taken.text());
    assert_eq!(counted(&site, MANAGED), (3, 3));
    let again = version(&site.get(&import, &[("cookie", &manager)]));
    let again = [("version", again.as_str()), ("on", "2025-12-01"), ("paper", "PV"), ("table", ""), ("sure", "yes")];
    let again = bring(&site, &manager, &import, &again, &workbook("GK100002"));
    assert!(again.starts_with("HTTP/1.0 200") && !again.contains("name=\"sure\""), "nothing is new: {again}");
    let roll = site.get(&format!("{MANAGED}/members"), &[("cookie", &manager)]).text();
    assert!(roll.contains("Rahma Secrete") && roll.contains("parts"), "{roll}");
}
