//! Who acts for a new cooperative: founders who run it and confirmed by an account of their own, as long as what they confirmed stands.

use crate::{
    doors::{cookie, post},
    people,
    project::{ENTERS, Hands, WOMAN, decide, hand_in, handed_in_last_year, open, ready, registered, step},
    served::Site,
};

const OPENER: &str = "visitor@demo.example";
const OTHER: &str = "manager@demo.example";
const AGENT: &str = "agent.kenitra@demo.example";
const CLERK: &str = "clerk.kenitra@demo.example";

/// Founders of [`ready`] as their form says them: the first and the second, who has not signed.
fn first(more: &str) -> String {
    let woman = WOMAN.replace("founder=0", "founder=1").replace("GK654321", "GK654320");
    format!("{woman}&runs=yes{more}")
}

fn second(more: &str) -> String {
    let woman = WOMAN.replace("founder=0", "founder=2").replace("Amina", "Fatima");
    format!("{}{more}", woman.replace("signed=PV", "signed="))
}

fn page(site: &Site, who: &str, page: &str) -> String {
    site.get(page, &[("cookie", who)]).text()
}

/// Has the second founder confirm by an account, by a link that whoever prepares the project hands on.
fn confirm(site: &Site, opener: &str, project: &str, hers: &str) {
    let asked = post(site, &format!("{project}/founders/2/link"), &[("cookie", opener)], "").text();
    let start = asked.find("/fr/confirmations/").unwrap_or_else(|| panic!("{asked}"));
    let link = asked[start..].split('"').next().unwrap();
    assert_eq!(step(site, hers, link, "identity_number=GK654321").status, 303);
}

/// Enters a project that is ready in both registers; what the agent was shown before she decided, and the cooperative.
fn enter(site: &Site, hands: &Hands<'_>, project: &str) -> (String, String) {
    hand_in(site, hands.founder, project);
    handed_in_last_year(site);
    decide(site, (project, hands.founder), hands.clerk, ENTERS);
    let mine = page(site, hands.agent, "/fr/projects/mine");
    let start = mine.find("/fr/submissions/").unwrap_or_else(|| panic!("{mine}"));
    let before = page(site, hands.agent, mine[start..].split('"').next().unwrap());
    let entry = decide(site, (project, hands.founder), hands.agent, "decision=accept");
    let after = page(site, hands.agent, &entry);
    let start = after.find("/fr/cooperatives/").unwrap_or_else(|| panic!("{after}"));
    (before, after[start..].split('"').next().unwrap().to_owned())
}

#[test]
fn whoever_opened_the_project_and_runs_the_cooperative_acts_for_it_until_the_term_ends() {
    let site = Site::up();
    let cooperative = registered(&site);
    let opener = cookie(&site, OPENER);
    assert_eq!(site.get(&format!("{cooperative}/requests"), &[("cookie", &opener)]).status, 200);
    let account = page(&site, &opener, "/fr/account");
    assert!(account.contains("20 novembre 2028"), "three years from the entry: {account}");
}

#[test]
fn who_only_helps_gets_no_mandate_and_a_second_who_runs_it_does() {
    let site = Site::up();
    let [opener, other, agent, clerk] = [OPENER, OTHER, AGENT, CLERK].map(|email| cookie(&site, email));
    let hands = Hands { founder: &opener, agent: &agent, clerk: &clerk, commune: "04.281.01.01" };
    let project = ready(&site, &hands);
    let founders = format!("{project}/founders");
    // Whoever opened it is no founder after all; the first signed on paper.
    assert_eq!(step(&site, &opener, &founders, &first("")).status, 303);
    assert_eq!(step(&site, &opener, &founders, &second("&runs=yes")).status, 303);
    confirm(&site, &opener, &project, &other);
    let (before, cooperative) = enter(&site, &hands, &project);
    assert!(!before.contains("n’a confirmé par son propre compte"), "{before}");
    let requests = format!("{cooperative}/requests");
    let status = |who: &str| site.get(&requests, &[("cookie", who)]).status;
    assert_eq!((status(&opener), status(&other)), (403, 200));
    assert!(page(&site, &other, "/fr/account").contains("20 novembre 2028"), "her term ends too");
}

#[test]
fn the_agent_is_told_before_she_decides_that_nobody_would_act_and_lets_somebody() {
    let site = Site::up();
    let [opener, agent, clerk] = [OPENER, AGENT, CLERK].map(|email| cookie(&site, email));
    let hands = Hands { founder: &opener, agent: &agent, clerk: &clerk, commune: "04.281.01.01" };
    let project = ready(&site, &hands);
    assert_eq!(step(&site, &opener, &format!("{project}/founders"), &first("")).status, 303);
    let (before, cooperative) = enter(&site, &hands, &project);
    assert!(before.contains("n’a confirmé par son propre compte"), "{before}");
    assert_eq!(site.get(&format!("{cooperative}/requests"), &[("cookie", &opener)]).status, 403);

    // She lets somebody act, and no longer; of herself, of nobody, and for long ago she cannot.
    let acting = format!("{cooperative}/acting");
    let asks = |who: &str, body: &str| post(&site, &acting, &[("cookie", who)], body);
    assert!(page(&site, &agent, &acting).contains("Personne n’agit ici"));
    for body in [
        "contact=&acts_until=",
        "contact=nobody%40demo.example&acts_until=",
        "contact=agent.kenitra%40demo.example&acts_until=",
        "contact=visitor%40demo.example&acts_until=2025-01-01",
    ] {
        let answer = asks(&agent, body);
        assert!(answer.status == 422 && answer.text().contains("class=\"errors\""), "{body}: {}", answer.text());
    }
    assert_eq!(asks(&opener, "contact=visitor%40demo.example&acts_until=").status, 403);
    assert_eq!(asks(&agent, "contact=visitor%40demo.example&acts_until=2999-12-31").status, 303);
    assert_eq!(site.get(&format!("{cooperative}/requests"), &[("cookie", &opener)]).status, 200);
    assert!(page(&site, &opener, &acting).contains("31 décembre 2999"), "whoever acts sees who does");
    assert_eq!(asks(&opener, "contact=manager%40demo.example&acts_until=").status, 403, "and lets nobody else");
    let shown = page(&site, &agent, &acting);
    assert!(shown.contains(">visitor<"), "{shown}");
    let id = shown.split("name=\"end\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(asks(&agent, &format!("end={id}")).status, 303);
    assert_eq!(site.get(&format!("{cooperative}/requests"), &[("cookie", &opener)]).status, 403);
}

#[test]
fn a_confirmation_holds_until_the_statutes_or_the_value_of_a_share_change() {
    let site = Site::up();
    let [opener, other, agent, clerk] = [OPENER, OTHER, AGENT, CLERK].map(|email| cookie(&site, email));
    let hands = Hands { founder: &opener, agent: &agent, clerk: &clerk, commune: "04.281.01.01" };
    let project = ready(&site, &hands);
    let founders = format!("{project}/founders");
    assert_eq!(step(&site, &opener, &founders, &first("&own=yes").replace("signed=PV", "signed=")).status, 303);
    assert_eq!(step(&site, &opener, &founders, &second("")).status, 303);
    confirm(&site, &opener, &project, &other);
    let confirmed = || page(&site, &opener, &founders).matches("a confirmé par son compte").count();
    let lapsed = || page(&site, &opener, &founders).matches("à confirmer de nouveau").count();
    assert_eq!((confirmed(), lapsed()), (2, 0));
    // What is only about papers changes nothing of what they accepted.
    let capital = format!("{project}/capital");
    assert_eq!(step(&site, &opener, &capital, "share=100&paid=5000&bank=Autre&deposit=2&report=").status, 303);
    assert_eq!((confirmed(), lapsed()), (2, 0));
    assert_eq!(step(&site, &opener, &capital, "share=200&paid=10000&bank=Autre&deposit=2&report=").status, 303);
    assert_eq!((confirmed(), lapsed()), (0, 2));
    assert!(page(&site, &opener, &format!("{project}/filing")).contains("signature"), "the file lacks their agreement");
    // Each confirms anew; who had confirmed still sees what was changed.
    assert_eq!(site.get(&project, &[("cookie", &other)]).status, 200);
    assert_eq!(step(&site, &opener, &founders, &first("&own=yes").replace("signed=PV", "signed=")).status, 303);
    confirm(&site, &opener, &project, &other);
    assert_eq!((confirmed(), lapsed()), (2, 0));
    assert_eq!(step(&site, &opener, &format!("{project}/statutes"), "object=Acheter").status, 303);
    assert_eq!((confirmed(), lapsed()), (0, 2));
}

#[test]
fn nobody_confirms_what_was_changed_meanwhile_or_for_two() {
    let site = Site::up();
    let [opener, other] = [OPENER, OTHER].map(|email| cookie(&site, email));
    let project = open(&site, &opener, "Miel");
    let founders = format!("{project}/founders");
    let one = WOMAN.replace("GK654321", "GK654320") + "&own=yes";
    assert_eq!(step(&site, &opener, &founders, &one).status, 303);
    assert_eq!(step(&site, &opener, &founders, &second("").replace("founder=2", "founder=0")).status, 303);
    let both = step(&site, &opener, &founders, &second("&own=yes"));
    assert!(both.status == 422 && both.text().contains("autre fondateur"), "{}", both.text());
    let asked = post(&site, &format!("{founders}/2/link"), &[("cookie", &opener)], "").text();
    let link = &asked[asked.find("/fr/confirmations/").unwrap()..];
    let link = link.split('"').next().unwrap();
    let read = crate::project::version(&site, &other, link);
    assert_eq!(step(&site, &opener, &format!("{project}/statutes"), "object=Acheter").status, 303);
    let body = format!("version={read}&identity_number=GK654321");
    let late = post(&site, link, &[("cookie", &other)], &body);
    assert!(late.status == 422 && late.text().contains("pendant votre lecture"), "{}", late.text());
    assert_eq!(step(&site, &other, link, "identity_number=GK654321").status, 303);
}

#[test]
fn a_founder_who_confirmed_sees_who_read_her_data_and_of_which_project() {
    let site = Site::up();
    let [opener, other, agent, clerk] = [OPENER, OTHER, AGENT, CLERK].map(|email| cookie(&site, email));
    let hands = Hands { founder: &opener, agent: &agent, clerk: &clerk, commune: "04.281.01.01" };
    let project = ready(&site, &hands);
    let founders = format!("{project}/founders");
    assert_eq!(step(&site, &opener, &founders, &second("")).status, 303);
    let reads = |action: &str| {
        let log = page(&site, &other, "/fr/account/log");
        let lines = log.split("<li>").filter(|line| line.contains(action) && !line.contains("class=\"tag\""));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(reads("see_project"), Vec::<String>::new(), "nobody knows yet whose data they are");
    confirm(&site, &opener, &project, &other);
    let before = reads("see_project").len();
    assert_eq!(site.get(&founders, &[("cookie", &agent)]).status, 200);
    let after = reads("see_project");
    let number = project.rsplit('/').next().unwrap();
    assert_eq!(after.len(), before + 1, "{after:?}");
    assert!(after.iter().all(|line| line.contains("Project") && line.contains(number)), "{after:?}");
    // What is known of somebody else under the same number is no longer hers.
    let edited = second("").replace("Fatima", "Zineb").replace("GK654321", "GK999999");
    assert_eq!(step(&site, &opener, &founders, &edited).status, 303);
    assert_eq!(reads("see_project"), Vec::<String>::new());
}

/// A cooperative that came by a list: no roll is kept of it.
const LISTED: &str = "/fr/cooperatives/KEN-000101";

/// Lets an account act for a cooperative until a day, as an administrator may.
pub(crate) fn mandate(site: &Site, email: &str, number: &str, until: &str) {
    let admin = cookie(site, "administrator@demo.example");
    let account = people::account(site, &admin, email);
    let body = format!("role=Manager&of={number}&since=2026-01-01&until={until}");
    assert_eq!(post(site, &format!("{account}/mandates"), &[("cookie", &admin)], &body).status, 303);
}

/// Has a new term recorded, and gives the page of the request.
fn appoint(site: &Site, agent: &str, until: &str) -> String {
    let who = [("cookie", agent)];
    let body =
        format!("kind=organ_appointed&organ=managers&persons=2&until={until}&document=PV&effective_on=2026-02-01");
    let filed = post(site, &format!("{LISTED}/requests"), &who, &body);
    assert_eq!(filed.status, 303, "{}", filed.text());
    let request = filed.header("location").to_owned();
    let body = format!("decision=accept&reason=&seen={}", crate::desk::seen(site, agent, &request));
    assert_eq!(post(site, &request, &who, &body).status, 303);
    request
}

/// The mandate that a button of the page lets go on.
fn again(shown: &str) -> Option<&str> {
    shown.split("name=\"again\" value=\"").nth(1).and_then(|rest| rest.split('"').next())
}

#[test]
fn from_every_room_an_agent_gets_to_who_acts_though_no_roll_is_kept() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    let acting = format!("{LISTED}/acting");
    for room in ["requests", "standing", "governance", "visits", "members", "offices", "acting"] {
        let shown = page(&site, &agent, &format!("{LISTED}/{room}"));
        assert!(shown.contains(&format!("href=\"{acting}\"")), "{room}: {shown}");
    }
    for who in [AGENT, "auditor@demo.example", "headquarters@demo.example", "clerk.kenitra@demo.example"] {
        let who = cookie(&site, who);
        let [room, acts] =
            ["requests", "acting"].map(|of| site.get(&format!("{LISTED}/{of}"), &[("cookie", &who)]).status);
        assert_eq!(room, acts, "whoever comes in sees who acts");
    }
}

#[test]
fn who_acted_last_acts_again_by_one_click_until_the_end_of_the_new_term() {
    let site = Site::up();
    let [agent, other] = [AGENT, OPENER].map(|email| cookie(&site, email));
    mandate(&site, OPENER, "KEN-000101", "2026-01-31");
    let acting = format!("{LISTED}/acting");
    let there = format!("href=\"{acting}\"");
    let desk = || page(&site, &agent, "/fr/desk");
    let listed = desk();
    assert!(listed.contains("Plus personne n’agit pour elles") && listed.contains(&there), "{listed}");
    assert!(listed.contains("personne n’agit depuis le \u{2068}1er février 2026"), "{listed}");
    assert!(!page(&site, &other, "/fr/desk").contains(&there), "whose mandate is over sees no desk of others");
    let shown = page(&site, &agent, &acting);
    assert!(shown.contains("Personne n’agit ici") && shown.contains("Qui a agi en dernier"), "{shown}");
    assert_eq!(again(&shown), None, "nobody knows until when");

    let request = page(&site, &agent, &appoint(&site, &agent, "2029-01-15"));
    assert!(request.contains("laissez agir") && request.contains(&there), "{request}");
    let shown = page(&site, &agent, &acting);
    assert!(shown.contains("Laisser agir jusqu’au \u{2068}15 janvier 2029"), "{shown}");
    assert_eq!(shown.matches("name=\"acts_until\"").count(), 2, "{shown}");
    let asks = |body: &str| post(&site, &acting, &[("cookie", &agent)], body);
    let id = again(&shown).unwrap();
    assert_eq!(asks(&format!("again={id}&acts_until=2025-01-01")).status, 422, "a day that is over");
    assert_eq!(site.get(&format!("{LISTED}/requests"), &[("cookie", &other)]).status, 403);
    for _ in 0..2 {
        assert_eq!(asks(&format!("again={id}&acts_until=2029-01-15")).status, 303);
    }
    assert_eq!(site.get(&format!("{LISTED}/requests"), &[("cookie", &other)]).status, 200);
    let shown = page(&site, &agent, &acting);
    assert_eq!((again(&shown), shown.matches("name=\"end\"").count()), (None, 1), "once: {shown}");
    assert!(!desk().contains(&there));

    // A longer term lets whoever acts go on.
    appoint(&site, &agent, "2030-01-15");
    let shown = page(&site, &agent, &acting);
    assert_eq!(asks(&format!("again={}&acts_until=2030-01-15", again(&shown).unwrap())).status, 303);
    let shown = page(&site, &agent, &acting);
    assert!(shown.contains("15 janvier 2030") && !shown.contains("15 janvier 2029"), "{shown}");
    assert_eq!(shown.matches("name=\"end\"").count(), 1, "{shown}");
    assert_eq!(post(&site, &acting, &[("cookie", &other)], &format!("again={id}")).status, 403);
}

#[test]
fn nobody_lets_themself_act_again() {
    let site = Site::up();
    let agent = cookie(&site, AGENT);
    mandate(&site, AGENT, "KEN-000101", "2026-01-31");
    appoint(&site, &agent, "2029-01-15");
    let acting = format!("{LISTED}/acting");
    let shown = page(&site, &agent, &acting);
    let body = format!("again={}&acts_until=2029-01-15", again(&shown).unwrap());
    let answer = post(&site, &acting, &[("cookie", &agent)], &body);
    assert!(answer.status == 422 && answer.text().contains("soi-même"), "{}", answer.text());
}
