//! Who acts for a new cooperative: founders who run it and confirmed by an account of their own, as long as what they confirmed stands.

use crate::{
    doors::{cookie, post},
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
