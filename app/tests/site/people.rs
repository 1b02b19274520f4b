//! Everyone who may stand before a door: each role of Kénitra, its like from Safi, and those of the whole country.

use std::time::{Duration, Instant};

use testkit::browser::{Browser, DESKTOP, Reader};

use crate::{
    coming_in::fill,
    doors::{cookie, post},
    journeys::follow,
    served::Site,
};

/// The password of every account of the demo.
const PASSWORD: &str = "four goats in the argan tree";

/// The accounts that the demo does not have.
const INVITED: [&str; 6] = [
    "founder.safi@demo.example",
    "manager.safi@demo.example",
    "agent.safi@demo.example",
    "clerk.safi@demo.example",
    "helper.safi@demo.example",
    "helper.kenitra@demo.example",
];

/// A place, and the cookies of those who have a role there.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Where a new cooperative has its seat.
    pub(crate) commune: &'static str,
    pub(crate) founder: String,
    /// Walks the path with the founder.
    pub(crate) helper: String,
    pub(crate) manager: String,
    pub(crate) agent: String,
    pub(crate) clerk: String,
    /// How the founder and the manager sign in.
    pub(crate) contacts: [&'static str; 2],
}

/// All of them.
pub(crate) struct People {
    pub(crate) kenitra: Place,
    pub(crate) safi: Place,
    pub(crate) headquarters: String,
    pub(crate) auditor: String,
    pub(crate) administrator: String,
}

impl People {
    /// Signs in everyone; those of Safi are invited first.
    pub(crate) fn of(site: &Site) -> Self {
        let [administrator, headquarters, auditor, founder, manager, agent, clerk] =
            ["administrator", "headquarters", "auditor", "visitor", "manager", "agent.kenitra", "clerk.kenitra"]
                .map(|name| cookie(site, &format!("{name}@demo.example")));
        let invited = INVITED.map(|contact| invite(site, &administrator, contact));
        for (account, role) in invited.iter().skip(2).zip(["role=Agent&of=SAF", "role=Clerk&of=07.431"]) {
            let mandates = format!("{account}/mandates");
            take(site, &administrator, &mandates, &format!("{role}&since=2026-01-01&until="));
        }
        let [safi_founder, safi_manager, safi_agent, safi_clerk, safi_helper, helper] = INVITED.map(|contact| {
            let body = format!("password={}", PASSWORD.replace(' ', "+"));
            assert_eq!(post(site, &invitation(site, contact), &[], &body).status, 303, "{contact}");
            cookie(site, contact)
        });
        let contacts = ["visitor@demo.example", "manager@demo.example"];
        let kenitra = Place { commune: "04.281.01.01", founder, helper, manager, agent, clerk, contacts };
        let safi = Place {
            commune: "07.431.01.03",
            founder: safi_founder,
            helper: safi_helper,
            manager: safi_manager,
            agent: safi_agent,
            clerk: safi_clerk,
            contacts: [INVITED[0], INVITED[1]],
        };
        Self { kenitra, safi, headquarters, auditor, administrator }
    }

    /// Everyone who asks for what is of one place: by what they are called in `doors.txt`, whose things it is last.
    pub(crate) fn at<'a>(&'a self, home: &'a Place) -> [(&'static str, Option<&'a str>); 14] {
        let other = if home.commune == self.safi.commune { &self.kenitra } else { &self.safi };
        [
            ("visitor", None),
            ("administrator", Some(&self.administrator)),
            ("auditor", Some(&self.auditor)),
            ("headquarters", Some(&self.headquarters)),
            ("another clerk", Some(&other.clerk)),
            ("another agent", Some(&other.agent)),
            ("another manager", Some(&other.manager)),
            ("another helper", Some(&other.helper)),
            ("another founder", Some(&other.founder)),
            ("clerk", Some(&home.clerk)),
            ("agent", Some(&home.agent)),
            ("manager", Some(&home.manager)),
            ("helper", Some(&home.helper)),
            ("founder", Some(&home.founder)),
        ]
    }
}

/// Sends a form that must be taken, and gives where it leads.
pub(crate) fn take(site: &Site, who: &str, page: &str, body: &str) -> String {
    let answer = post(site, page, &[("cookie", who)], body);
    assert_eq!(answer.status, 303, "{page} {body}: {}", answer.text());
    answer.header("location").to_owned()
}

/// Invites somebody, and gives the page of the account.
pub(crate) fn invite(site: &Site, administrator: &str, contact: &str) -> String {
    take(site, administrator, "/fr/accounts", &format!("name=Zineb&invited={contact}"))
}

/// The page of somebody's account, as those who keep accounts find it.
pub(crate) fn account(site: &Site, administrator: &str, contact: &str) -> String {
    take(site, administrator, "/fr/accounts/find", &format!("contact={contact}"))
}

/// The link that somebody was sent.
pub(crate) fn invitation(site: &Site, contact: &str) -> String {
    let begun = Instant::now();
    loop {
        let messages = site.get("/fr/messages", &[]).text();
        let letter = messages.split("<article").find(|letter| letter.contains(contact));
        let link = letter.and_then(|letter| letter.split("href=\"").nth(1)).and_then(|rest| rest.split('"').next());
        if let Some(link) = link {
            return link.to_owned();
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody wrote to {contact}: {messages}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// Adds a passkey to an account, and gives the address by which it is ended.
pub(crate) fn passkey(site: &Site, contact: &str) -> String {
    let url = |path: &str| format!("http://localhost:{}{path}", site.address.port());
    let browser = Browser::open_for(Reader { size: DESKTOP, script: true, languages: "fr" }).unwrap();
    let device = browser.plug_in().unwrap();
    device.unlocks(true).unwrap();
    browser.go(&url("/fr/sign-in?next=%2Ffr%2Faccount%2Fpasskeys")).unwrap();
    fill(&browser, "#contact", contact);
    fill(&browser, "#password", PASSWORD);
    follow(&browser, "main form[action$='/sign-in'] button");
    fill(&browser, "#name", "Clé");
    follow(&browser, "#passkey");
    let end = browser.find("main .results form").unwrap().property("action").unwrap();
    end.split_once("//").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned())).unwrap()
}
