//! Projects of founders as tests begin with them: opened, handed in, become a cooperative.

use db::Db;
use testkit::http::Answer;

use crate::{
    doors::{cookie, post},
    migrations,
    served::Site,
};

/// Opens a project, and gives its page.
pub(crate) fn open(site: &Site, who: &str, title: &str) -> String {
    let answer = post(site, "/fr/projects/mine", &[("cookie", who)], &format!("title={title}"));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").strip_suffix("/sheet").unwrap().to_owned()
}

/// The version of a project that whoever looks sees.
pub(crate) fn version(site: &Site, who: &str, page: &str) -> String {
    let text = site.get(page, &[("cookie", who)]).text();
    let start = text.find("name=\"version\" value=\"").unwrap_or_else(|| panic!("{text}")) + 22;
    text[start..].split('"').next().unwrap().to_owned()
}

/// Sends the form of a step as it now is.
pub(crate) fn step(site: &Site, who: &str, page: &str, body: &str) -> Answer {
    let version = version(site, who, page);
    post(site, page, &[("cookie", who)], &format!("version={version}&{body}"))
}

pub(crate) const SHEET: &str =
    "title=Miel&idea=Vendre&place=04.281.01.01&branch=AGR.API&categories=supplies&type=&community=";
pub(crate) const WOMAN: &str = "founder=0&who=person&name=Amina+Secrete&identity_number=GK654321&born_on=1990-01-01&sex=female\
    &cash_shares=10&kind_shares=0&signed=PV&land=";

/// Who has a hand in a project: who founds, the delegation and the court, and where it will be.
pub(crate) struct Hands<'a> {
    pub(crate) founder: &'a str,
    pub(crate) agent: &'a str,
    pub(crate) clerk: &'a str,
    pub(crate) commune: &'a str,
}

/// What was handed in and stands first on a page.
pub(crate) fn handed_in(site: &Site, who: &str, page: &str) -> String {
    let text = site.get(page, &[("cookie", who)]).text();
    let start = text.find("/fr/submissions/").unwrap_or_else(|| panic!("{text}"));
    text[start..].split('"').next().unwrap().to_owned()
}

/// Decides about what was handed in last of a project, which stands first there; gives its page.
pub(crate) fn decide(site: &Site, (project, founder): (&str, &str), who: &str, body: &str) -> String {
    let page = handed_in(site, founder, project);
    let answer = post(site, &page, &[("cookie", who)], &format!("reason=&{body}"));
    assert_eq!(answer.status, 303, "{page}: {}", answer.text());
    page
}

/// What the court says when it enters a cooperative.
pub(crate) const ENTERS: &str = "decision=accept&local_number=1/2025&entered_on=2025-11-20";

/// A project of five founders, the first of whom prepares and runs it, with nothing missing; gives its page.
pub(crate) fn ready(site: &Site, hands: &Hands<'_>) -> String {
    let project = open(site, hands.founder, "Miel");
    let sent = |page: &str, body: &str| {
        let answer = step(site, hands.founder, &format!("{project}/{page}"), body);
        assert_eq!(answer.status, 303, "{page}: {}", answer.text());
    };
    sent("sheet", &SHEET.replace("04.281.01.01", hands.commune));
    // No name is granted twice.
    let number = project.rsplit('/').next().unwrap();
    sent("name", &format!("ar1=عسل+سبو+{number}&fr1=Miel+du+Sebou+{number}&ar2=&fr2=&ar3=&fr3=&hand_in=yes"));
    decide(site, (&project, hands.founder), hands.agent, "decision=accept&choice=0");
    sent(
        "statutes",
        "object=Vendre&area=Kenitra&duration_years=99&organ=managers&term_years=3&shares_min=1&notice_days=15\
         &legal_reserve_percent=10&education_reserve_percent=2",
    );
    sent("capital", "share=100&paid=5000&bank=B&deposit=1&report=");
    // What founders confirm holds as long as statutes and shares stay as they are.
    for (at, name) in ["Amina", "Fatima", "Khadija", "Said", "Youssef"].into_iter().enumerate() {
        let sex = if at < 3 { "female" } else { "male" };
        let woman = WOMAN.replace("Amina", name).replace("GK654321", &format!("GK65432{at}")).replace("female", sex);
        sent("founders", &format!("{woman}{}", if at == 0 { "&runs=yes&own=yes" } else { "" }));
    }
    project
}

/// A project like that which was handed in at the court, last year; gives its page.
pub(crate) fn filed(site: &Site, hands: &Hands<'_>) -> String {
    let project = ready(site, hands);
    hand_in(site, hands.founder, &project);
    handed_in_last_year(site);
    project
}

/// Hands the file of a project in at the court.
pub(crate) fn hand_in(site: &Site, who: &str, project: &str) {
    let answer = step(site, who, &format!("{project}/filing"), "minutes=PV&receipt=R");
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Puts what waits at the court into last year: what the court enters then is recorded late.
pub(crate) fn handed_in_last_year(site: &Site) {
    let url = format!("sqlite:{}", site.folder().join("twiza-demo-small.db").display());
    let sql = "update submission set filed_at = '2025-11-03T09:00:00.000000Z' where kind = 'filing' and state = 'open'";
    let db = Db::open(&url, &migrations::all()).unwrap();
    assert!(db.write_alone(|conn| conn.execute(sql, &[])).unwrap() > 0, "nothing waits at the court");
}

/// A cooperative of five founders, of whom the first is its manager; gives its page.
pub(crate) fn founded(site: &Site, hands: &Hands<'_>) -> String {
    let project = filed(site, hands);
    let project = (project.as_str(), hands.founder);
    decide(site, project, hands.clerk, ENTERS);
    let entry = decide(site, project, hands.agent, "decision=accept");
    let text = site.get(&entry, &[("cookie", hands.agent)]).text();
    let start = text.find("/fr/cooperatives/").unwrap_or_else(|| panic!("{text}"));
    text[start..].split('"').next().unwrap().to_owned()
}

/// A cooperative of Kénitra that the founder of the demo founds.
pub(crate) fn registered(site: &Site) -> String {
    let [founder, agent, clerk] =
        ["visitor", "agent.kenitra", "clerk.kenitra"].map(|who| cookie(site, &format!("{who}@demo.example")));
    founded(site, &Hands { founder: &founder, agent: &agent, clerk: &clerk, commune: "04.281.01.01" })
}
