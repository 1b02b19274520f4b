//! The lists whose profiles are shipped, read completely.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on says so by a panic")]

use std::{
    collections::{BTreeMap, HashSet},
    convert::Infallible,
    path::{Path, PathBuf},
};

use intake::{Entry, Outcome, Profile, Rejects, Report};

fn house(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn profile(name: &str) -> Profile {
    Profile::load(&house("profiles").join(name)).unwrap()
}

/// Takes in a list and returns the report and the rejected rows.
fn take_in(profile: &Profile, path: &Path, mut take: impl FnMut(&mut Entry<'_>)) -> (Report, String) {
    let mut table = profile.open(path).unwrap();
    let mut rejects = Rejects::new(Vec::new(), table.source());
    let taken = table.take_in(&mut rejects, |entry| -> Result<_, Infallible> {
        take(entry);
        Ok(Outcome::Taken)
    });
    (taken.unwrap(), String::from_utf8(rejects.finish().unwrap()).unwrap())
}

fn tally(counts: &mut BTreeMap<String, u32>, value: Option<String>) {
    *counts.entry(value.unwrap_or_default()).or_default() += 1;
}

#[test]
fn the_british_organisations_are_read_to_the_last_row() {
    let (mut nations, mut types, mut sectors) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    let (mut live, mut undated, mut unions, mut endless_dead) = (0, 0, 0, 0);
    let list = house("data/cooperatives/coops-uk-2016/organisations_2016-06.csv.gz");
    let (report, rejects) = take_in(&profile("coops-uk-2016.toml"), &list, |entry| {
        assert!(entry.text("number").is_some() && entry.text("name_fr").is_some());
        tally(&mut nations, entry.place("place").map(|place| place.code));
        tally(&mut types, entry.code("type"));
        tally(&mut sectors, entry.code("sector"));
        undated += u32::from(entry.date("registered_on").is_none());
        unions += u32::from(entry.code("level").as_deref() == Some("union"));
        let is_live = entry.code("status").as_deref() == Some("registered");
        let ended = entry.date("struck_off_on").is_some();
        live += u32::from(is_live);
        endless_dead += u32::from(!is_live && !ended);
        if is_live && ended {
            entry.note("live with a date of dissolution");
        }
        assert!(entry.is_sound(), "{:?}", entry.faults());
    });
    assert_eq!(rejects, "");
    assert_eq!((report.read(), report.of(Outcome::Taken), report.of(Outcome::Repeated)), (8037, 8019, 18));
    assert_eq!(report.notes()[0].count, 2);
    assert_eq!((live, undated, unions, endless_dead), (6797, 201, 17, 6));
    let nations: Vec<_> = nations.into_iter().collect();
    let expected =
        [("", 156), ("GB-ENG", 6402), ("GB-NIR", 257), ("GB-SCT", 657), ("GB-WLS", 541), ("GG", 3), ("JE", 3)];
    assert_eq!(nations, expected.map(|(code, count)| (code.to_owned(), count)));
    assert_eq!(types.values().sum::<u32>(), 8019);
    assert_eq!(sectors.len(), 17);
    assert_eq!((sectors["HAB"], sectors["UK-finance"]), (797, 659));
}

#[test]
fn the_british_accounts_are_read_to_the_last_row() {
    let (mut years, mut groups, mut subjects) = (BTreeMap::new(), BTreeMap::new(), HashSet::new());
    let (mut dateless, mut turnover_2016, mut members_2016) = (0, 0, 0);
    let list = house("data/cooperatives/coops-uk-2016/economy_2016-06.csv.gz");
    let (report, rejects) = take_in(&profile("coops-uk-2016.toml"), &list, |entry| {
        let year = entry.year("financial_year").unwrap();
        *years.entry(year).or_insert(0) += 1;
        if let Some(group) = entry.group() {
            *groups.entry(group.to_owned()).or_insert(0) += 1;
            subjects.insert(entry.text("number").unwrap());
        }
        dateless += u32::from(entry.date("statement_on").is_none());
        let (turnover, members) = (entry.amount("turnover"), entry.count("members"));
        let _ =
            (entry.amount("surplus"), entry.amount("members_funds"), entry.count("employees"), entry.place("place"));
        if year == 2016 {
            turnover_2016 += turnover.unwrap_or(0);
            members_2016 += members.unwrap_or(0);
        }
        assert!(entry.is_sound(), "{:?}", entry.faults());
    });
    assert_eq!(rejects, "");
    assert_eq!((report.read(), report.of(Outcome::Taken)), (32_292, 32_292));
    let expected = [(2011, 5406), (2012, 5393), (2013, 5367), (2014, 5413), (2015, 5410), (2016, 5303)];
    assert_eq!(years.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!((groups["unregistered"], groups["credit-unions"]), (6, 22));
    assert_eq!(subjects.len(), 5, "{subjects:?}");
    assert_eq!(dateless, 6);
    // The report of that year says 34.1 billion pounds and 17.5 million memberships.
    assert_eq!((turnover_2016, members_2016), (3_407_147_766_167, 17_495_913));
}

/// The list itself may not be handed on, so it is read only where somebody has put it: the folder is named by `TOGO_LIST`.
#[test]
fn the_togolese_list_is_read_to_the_last_row() {
    let profile = profile("togo.toml");
    let Some(folder) = std::env::var_os("TOGO_LIST") else { return };
    let (mut regions, mut places, mut types, mut forms) =
        (BTreeMap::new(), HashSet::new(), BTreeMap::new(), BTreeMap::new());
    let (report, rejects) = take_in(&profile, &Path::new(&folder).join("cooperatives.csv.gz"), |entry| {
        let located = entry.place("place").unwrap();
        tally(&mut regions, located.code.split('/').next().map(str::to_owned));
        places.extend(located.derived);
        tally(&mut types, entry.code("type"));
        tally(&mut forms, entry.code("legal_form"));
        let _ = (entry.codes("activities"), entry.text("number"));
        assert!(!entry.text("name_fr").unwrap().starts_with("Coopérative "));
        assert!(entry.is_sound(), "{:?}", entry.faults());
    });
    assert_eq!(rejects, "");
    assert_eq!(report.of(Outcome::Taken), 6859);
    let regions: Vec<_> = regions.into_iter().collect();
    let expected = [("TG-C", 1302), ("TG-K", 791), ("TG-M", 1186), ("TG-P", 2243), ("TG-S", 1337)];
    assert_eq!(regions, expected.map(|(code, count)| (code.to_owned(), count)));
    assert_eq!(places.len(), 39 + 116);
    assert_eq!((forms["simplified"], forms["with_board"], forms[""]), (1566, 2448, 2845));
    assert_eq!((types["producer"], types[""]), (6493, 366));
}

#[test]
fn the_places_of_a_profile_hang_together() {
    let places: Vec<_> = profile("togo.toml").places().collect();
    assert_eq!(places.len(), 6);
    assert_eq!(places[1].parent.as_deref(), Some("TG"));
    assert_eq!(profile("coops-uk-2016.toml").places().count(), 7);
    assert_eq!(profile("twiza.toml").files.len(), 2);
}
