//! What addresses are about, made once for a place and found again by its real ids: a cooperative with its roll, what it asks for,
//! visits to it, projects in three states, and what is one person's own.

use crate::{
    doors::{Door, cookie, doors, post, token},
    founding::{SHEET, WOMAN, step},
    papers,
    people::{self, People, Place, take},
    project::{self, ENTERS, Hands},
    served::Site,
};

/// How things are called in the list: an address as `routes.txt` says it, in which state the thing is, and its real address.
pub(crate) struct Thing {
    address: &'static str,
    state: &'static str,
    path: String,
}

/// The things of one place.
pub(crate) struct Things(Vec<Thing>);

/// A site with all that is of Kénitra.
pub(crate) struct Inhabited {
    pub(crate) site: Site,
    pub(crate) people: People,
    pub(crate) things: Things,
}

impl Inhabited {
    pub(crate) fn up() -> Self {
        let site = Site::up();
        let people = People::of(&site);
        let things = Things::of(&site, &people, &people.kenitra);
        Self { site, people, things }
    }

    /// The cookie of somebody, by what `doors.txt` calls them.
    pub(crate) fn cookie(&self, name: &str) -> &str {
        let asking = self.people.at(&self.people.kenitra);
        let known = asking.into_iter().find(|(known, _)| *known == name);
        known.and_then(|(_, cookie)| cookie).unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// Every line of `doors.txt` with the real address of what it is about.
    pub(crate) fn doors(&self) -> Vec<(Door, String)> {
        let real = |door: Door| {
            let all = self.things.at(door.address);
            let path = all.into_iter().find(|(state, _)| *state == door.state).map(|(_, path)| path);
            let path = path.unwrap_or_else(|| panic!("{} is never `{}`", door.address, door.state));
            (door, path)
        };
        doors().map(real).collect()
    }
}

impl Things {
    /// Makes them.
    pub(crate) fn of(site: &Site, people: &People, place: &Place) -> Self {
        let mut things = Self(Vec::new());
        things.add("/{lang}", "", "/fr".to_owned());
        things.of_everyone(site, people, place);
        let cooperative = things.of_a_cooperative(site, place);
        things.of_a_desk(site, place, &cooperative);
        things.of_founders(site, place);
        things.of_persons(site, place);
        things
    }

    fn add(&mut self, address: &'static str, state: &'static str, path: String) {
        self.0.push(Thing { address, state, path });
    }

    /// The addresses of all of them.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|thing| thing.path.as_str())
    }

    /// All that an address of `routes.txt` stands for here: in which state, and the real address.
    pub(crate) fn at(&self, address: &str) -> Vec<(&'static str, String)> {
        let rest = |thing: &Thing| {
            let rest = address.strip_prefix(thing.address)?;
            (rest.is_empty() || rest.starts_with('/')).then(|| rest.to_owned())
        };
        let fitting = self.0.iter().filter_map(|thing| Some((thing, rest(thing)?)));
        let nearest = fitting.clone().map(|(thing, _)| thing.address.len()).max();
        let nearest = fitting.filter(|(thing, _)| Some(thing.address.len()) == nearest);
        let found: Vec<_> = nearest.map(|(thing, rest)| (thing.state, format!("{}{rest}", thing.path))).collect();
        if found.is_empty() {
            assert!(!address.contains('{'), "nothing real is known for {address}: make it in things.rs");
            return vec![("", address.to_owned())];
        }
        let open = found.iter().find(|(_, path)| path.contains('{'));
        assert!(open.is_none(), "nothing real is known for {address}: make it in things.rs");
        found
    }

    /// What is open to everyone, and links that were sent to somebody.
    fn of_everyone(&mut self, site: &Site, people: &People, place: &Place) {
        let (number, proof) = site.extract();
        let css = site.get("/fr", &[]).text();
        let css = css.split("href=\"").find(|link| link.starts_with("/assets/")).unwrap().split('"').next().unwrap();
        for (address, path) in [
            ("/api/v1/cooperatives/{number}", format!("/api/v1/cooperatives/{number}")),
            ("/api/v1/templates/{name}", "/api/v1/templates/register.xlsx".to_owned()),
            ("/assets/{name}", css.to_owned()),
            ("/data/{name}", "/data/terms.csv".to_owned()),
            ("/sitemap/{part}", "/sitemap/1.xml".to_owned()),
            ("/verify/{text}", format!("/verify/{proof}")),
            ("/{lang}/verify/{text}", format!("/fr/verify/{proof}")),
            ("/{lang}/bulletins/{number}", link(site, None, "/fr/bulletins", "/fr/bulletins/")),
            ("/{lang}/territories/{code}", "/fr/territories/04.281".to_owned()),
        ] {
            self.add(address, "", path);
        }
        let [kept, invited] = ["kept", "invited"].map(|name| {
            let contact = format!("{name}.{}@demo.example", place.commune);
            (people::invite(site, &people.administrator, &contact), people::invitation(site, &contact))
        });
        take(site, &people.administrator, &format!("{}/mandates", kept.0), "role=Agent&of=SAF&since=2026-01-01&until=");
        let mandate = link(site, Some(&people.administrator), &kept.0, &format!("{}/mandates/", kept.0));
        self.add("/{lang}/accounts/{id}/mandates/{mandate}", "", mandate.strip_suffix("/end").unwrap().to_owned());
        self.add("/{lang}/accounts/{id}", "", kept.0);
        self.add("/{lang}/links/{secret}", "", invited.1);
    }

    /// A cooperative that its manager founded, with a member on its roll; gives its page.
    fn of_a_cooperative(&mut self, site: &Site, place: &Place) -> String {
        let cooperative = project::founded(site, &hands(place, &place.manager));
        let roll = format!("{cooperative}/members");
        let text = site.get(&roll, &[("cookie", &place.manager)]).text();
        let begins = format!("\"{roll}/");
        let ids = text.split(&begins).skip(1).filter_map(|rest| rest.split('"').next());
        let member = ids.into_iter().find(|id| id.len() == 32).unwrap_or_else(|| panic!("no member: {text}"));
        let offices = format!("{cooperative}/offices");
        let body =
            format!("function=manager&holder={member}&outsider=&outsider_number=&until=2028-12-01&paper=PV&sure=yes");
        let appointed = step(site, &place.manager, &offices, &format!("{body}&on=2026-01-01"));
        assert_eq!(appointed.status, 303, "{}", appointed.text());
        let office = link(site, Some(&place.manager), &offices, &format!("{offices}/"));
        self.add("/{lang}/cooperatives/{number}/offices/{nth}", "", office);
        self.add("/{lang}/cooperatives/{number}/members/{id}", "", format!("{roll}/{member}"));
        self.add("/{lang}/cooperatives/{number}", "", cooperative.clone());
        cooperative
    }

    /// What the cooperative asks for and is asked for, and visits to it.
    fn of_a_desk(&mut self, site: &Site, place: &Place, cooperative: &str) {
        let requests = format!("{cooperative}/requests");
        let body = "document=PV&effective_on=2026-01-01";
        let change = take(site, &place.manager, &requests, &format!("kind=dissolved&{body}"));
        let removal = take(site, &place.agent, &requests, &format!("kind=struck_off&ground=court&{body}"));
        self.add("/{lang}/requests/{id}/files/{file}", "", papers::sent(site, &place.manager, &change));
        self.add("/{lang}/requests/{id}", "a change", change);
        self.add("/{lang}/requests/{id}", "a striking off", removal);

        let visits = format!("{cooperative}/visits");
        let text = site.get(&visits, &[("cookie", &place.agent)]).text();
        let today = text.split("name=\"planned_on\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let [planned, held] = ["regular", "creation"]
            .map(|purpose| take(site, &place.agent, &visits, &format!("planned_on={today}&purpose={purpose}")));
        let photos = [&planned, &held].map(|visit| papers::sent(site, &place.agent, visit));
        take(site, &place.agent, &held, &format!("step=report&held_on={today}&saw=Vu&heard="));
        for (state, visit, photo) in [("planned", planned, &photos[0]), ("with a report", held, &photos[1])] {
            self.add("/{lang}/visits/{id}/files/{file}", state, photo.clone());
            self.add("/{lang}/visits/{id}", state, visit);
        }
    }

    /// Projects: one that waits for its entry, one that is at the court, and one that founders prepare.
    fn of_founders(&mut self, site: &Site, place: &Place) {
        let hands = hands(place, &place.founder);
        let handed_in = |project: &str| project::handed_in(site, &place.founder, project);
        let granted = project::filed(site, &hands);
        project::decide(site, (&granted, &place.founder), &place.clerk, ENTERS);
        self.add("/{lang}/submissions/{id}", "an entry", handed_in(&granted));
        let filed = project::filed(site, &hands);
        self.add("/{lang}/submissions/{id}", "a file", handed_in(&filed));
        let all = site.get(&filed, &[("cookie", &place.founder)]).text();
        let names = all.split("href=\"").filter(|link| link.starts_with("/fr/submissions/"));
        let name = names.last().unwrap().split('"').next().unwrap();
        self.add("/{lang}/submissions/{id}/certificate", "", format!("{name}/certificate"));

        let project = project::open(site, &place.founder, "Tapis");
        let sent = |page: &str, body: &str| {
            let answer = step(site, &place.founder, &format!("{project}/{page}"), body);
            assert_eq!(answer.status, 303, "{page}: {}", answer.text());
        };
        sent("sheet", &SHEET.replace("04.281.01.01", place.commune));
        sent("founders", &WOMAN.replace("signed=PV", "signed="));
        sent("name", "ar1=زرابي&fr1=Tapis&ar2=&fr2=&ar3=&fr3=&hand_in=yes");
        self.add("/{lang}/submissions/{id}", "a name", handed_in(&project));
        let founder = format!("{project}/founders/1");
        let asks = [(format!("{founder}/link"), ""), (format!("{project}/helpers"), "invite=yes")];
        let [confirmation, invitation] =
            asks.map(|(page, body)| post(site, &page, &[("cookie", &place.founder)], body).text());
        self.add("/{lang}/confirmations/{secret}", "", first(&confirmation, "/fr/confirmations/"));
        self.add("/{lang}/invitations/{secret}", "", first(&invitation, "/fr/invitations/"));
        self.add("/{lang}/projects/{id}/founders/{founder}", "", founder);
        let files = format!("{project}/deposit/files");
        let scan = papers::added(site, &place.founder, &format!("{project}/capital"), &files);
        self.add("/{lang}/projects/{id}/{paper}/files/{file}", "", scan);
        self.add("/{lang}/projects/{id}/{paper}/files", "", files);
        for project in [&granted, &filed, &project] {
            let asked = post(site, &format!("{project}/helpers"), &[("cookie", &place.founder)], "invite=yes").text();
            take(site, &place.helper, &first(&asked, "/fr/invitations/"), "agree=yes");
        }
        self.add("/{lang}/projects/{id}", "in preparation", project);
        self.add("/{lang}/projects/{id}", "at the court", filed);
    }

    /// A session and a token of the founder, a passkey of the manager.
    fn of_persons(&mut self, site: &Site, place: &Place) {
        let [founder, manager] = place.contacts;
        let key = people::passkey(site, manager);
        self.add("/{lang}/account/passkeys/{id}", "", key.strip_suffix("/end").unwrap().to_owned());
        token(site, &place.founder, "&scope=reading");
        cookie(site, founder);
        let account = site.get("/fr/account", &[("cookie", &place.founder)]).text();
        for (address, begins) in [
            ("/{lang}/account/sessions/{id}", "/fr/account/sessions/"),
            ("/{lang}/account/tokens/{id}", "/fr/account/tokens/"),
        ] {
            // The session of who looks has no button by which it ends.
            let line = account.split("<li>").find(|line| line.contains(begins) && line.contains("<button"));
            let id = line.and_then(|line| line.split(begins).nth(1)).and_then(|rest| rest.split('/').next());
            self.add(address, "", format!("{begins}{}", id.unwrap_or_else(|| panic!("no {begins}: {account}"))));
        }
    }
}

fn hands<'a>(place: &'a Place, founder: &'a str) -> Hands<'a> {
    Hands { founder, agent: &place.agent, clerk: &place.clerk, commune: place.commune }
}

/// The first address on a page that begins so.
fn link(site: &Site, who: Option<&str>, page: &str, begins: &str) -> String {
    let headers: Vec<_> = who.map(|cookie| ("cookie", cookie)).into_iter().collect();
    first(&site.get(page, &headers).text(), begins)
}

/// The first address in a text that begins so.
fn first(text: &str, begins: &str) -> String {
    let start = text.find(begins).unwrap_or_else(|| panic!("{begins} is not in {text}"));
    text[start..].split(['"', '<', '?']).next().unwrap().to_owned()
}
