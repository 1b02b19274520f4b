//! The roll against the register's own fold, through whatever happens.

use jiff::civil::date;
use kernel::{Currency, Date, Timestamp};
use ledger::{Act, Hash};
use proptest::prelude::*;
use register::{
    Departure, Life, Sex,
    acts::{Age, Capital, CooperativeAct, MemberAdmitted, Registered},
    store::subject,
};

use crate::{
    change,
    effect::after,
    roll::{Line, Roll, Unvalued},
};

const TODAY: Date = date(2026, 3, 1);

fn registered() -> CooperativeAct {
    CooperativeAct::Registered(Box::new(Registered {
        branch: None,
        categories: Vec::new(),
        characteristics: Vec::new(),
        ice: None,
        level: register::Level::Cooperative,
        name_ar: None,
        name_fr: Some("Miel".into()),
        origin: None,
        place: None,
        sector: None,
        cooperative_type: None,
    }))
}

fn member(id: &str, sex: Option<Sex>, born_on: Date, shares: Option<i64>) -> MemberAdmitted {
    MemberAdmitted { age: Some(Age::of(born_on, TODAY)), legal_person: false, member: id.into(), sex, shares }
}

fn capital(amount_minor: i64) -> Capital {
    Capital { amount_minor, currency: Currency::Mad }
}

/// A journal of one cooperative.
struct Journal(Vec<Act>);

impl Journal {
    /// Five women with two shares of 100 dirhams each.
    fn new() -> Self {
        let mut journal = Self(Vec::new());
        journal.say(TODAY, &[registered()]);
        let women = (0..5).map(|n| member(&format!("m{n}"), Some(Sex::Female), date(1990 + n, 1, 1), Some(2)));
        journal.say(TODAY, &women.map(CooperativeAct::MemberAdmitted).collect::<Vec<_>>());
        journal.say(TODAY, &[CooperativeAct::CapitalSubscribed(capital(100_000))]);
        journal
    }

    fn say(&mut self, on: Date, acts: &[CooperativeAct]) {
        for act in acts {
            self.0.push(Act {
                seq: self.0.len() as i64 + 1,
                subject: subject("KEN-000001"),
                kind: act.kind().to_owned(),
                effective_on: Some(on),
                recorded_at: Timestamp::UNIX_EPOCH,
                author: "account/x".into(),
                document: None,
                voids: None,
                body: act.body(),
                hash: Hash::ZERO,
            });
        }
    }

    fn life(&self) -> Life {
        Life::of(&self.0.iter().collect::<Vec<_>>()).unwrap().unwrap()
    }

    fn roll(&self) -> Roll {
        Roll::of(&self.life(), TODAY)
    }
}

#[test]
fn who_founded_a_cooperative_is_on_its_roll_with_shares_that_make_its_capital() {
    let roll = Journal::new().roll();
    assert_eq!(roll.members().map(|member| member.id.as_str()).collect::<Vec<_>>(), ["m0", "m1", "m2", "m3", "m4"]);
    assert_eq!((roll.shares(), roll.share_minor()), (Some(10), Ok((10_000, Currency::Mad))));
}

#[test]
fn what_a_share_is_worth_is_said_only_if_it_can_be_known() {
    let mut journal = Journal::new();
    journal.say(TODAY, &[CooperativeAct::CapitalIncreased(capital(1))]);
    assert_eq!(journal.roll().share_minor(), Err(Unvalued::Uneven));
    journal.say(TODAY, &[CooperativeAct::MemberAdmitted(member("x", None, TODAY, None))]);
    assert_eq!(journal.roll().share_minor(), Err(Unvalued::Shares));
    assert_eq!(Roll::default().share_minor(), Err(Unvalued::Capital));
}

#[test]
fn who_leaves_takes_the_worth_of_the_shares_or_hands_them_on() {
    let mut journal = Journal::new();
    let roll = journal.roll();
    let acts = change::leaving(&roll, roll.present("m0").unwrap(), Departure::Withdrew, None).unwrap();
    assert_eq!(
        acts.iter().map(CooperativeAct::kind).collect::<Vec<_>>(),
        ["shares_moved", "capital_reduced", "member_left"]
    );
    journal.say(TODAY, &acts);
    let roll = journal.roll();
    assert_eq!((roll.capital, roll.shares()), (Some((80_000, Currency::Mad)), Some(8)));
    let acts = change::leaving(&roll, roll.present("m1").unwrap(), Departure::Died, Some("m2")).unwrap();
    journal.say(TODAY, &acts);
    let roll = journal.roll();
    assert_eq!((roll.capital, roll.shares()), (Some((80_000, Currency::Mad)), Some(8)));
    assert_eq!(roll.present("m2").unwrap().lines.last().unwrap().1, Line::Got(2, "m1".into()));
    let gone = roll.memberships.iter().find(|member| member.id == "m1").unwrap();
    assert_eq!((gone.left.unwrap().why, gone.shares), (Some(Departure::Died), Some(0)));
}

#[test]
fn who_comes_back_is_a_member_anew() {
    let mut journal = Journal::new();
    let roll = journal.roll();
    journal.say(TODAY, &change::leaving(&roll, roll.present("m0").unwrap(), Departure::Withdrew, None).unwrap());
    let back = member("m0", Some(Sex::Female), date(1990, 1, 1), Some(1));
    journal.say(TODAY, &change::admission(&journal.roll(), back, None).unwrap());
    let roll = journal.roll();
    assert_eq!(roll.memberships.iter().filter(|member| member.id == "m0").count(), 2);
    assert_eq!((roll.members().count(), roll.shares()), (5, Some(9)));
}

#[test]
fn a_member_is_young_until_the_day_before_the_thirty_fifth_birthday() {
    let young = |born_on| {
        let mut journal = Journal::new();
        journal.say(TODAY, &[CooperativeAct::MemberAdmitted(member("x", None, born_on, Some(1)))]);
        journal.roll().present("x").unwrap().is_young(TODAY)
    };
    assert_eq!(young(date(1991, 3, 2)), Some(true));
    assert_eq!(young(date(1991, 3, 1)), Some(false));
}

/// Something that people do.
#[derive(Clone, Debug)]
enum Deed {
    Admit(Option<Sex>, i16, i64),
    Leave(usize, usize, Option<usize>),
}

fn deed() -> impl Strategy<Value = Deed> {
    let sex = prop_oneof![Just(None), Just(Some(Sex::Female)), Just(Some(Sex::Male))];
    prop_oneof![
        (sex, 1950_i16..2005, 1_i64..9).prop_map(|(sex, year, shares)| Deed::Admit(sex, year, shares)),
        (any::<usize>(), 0_usize..4, prop::option::of(any::<usize>()))
            .prop_map(|(who, why, to)| Deed::Leave(who, why, to)),
    ]
}

proptest! {
    #[test]
    fn the_roll_is_what_the_register_folds_and_its_shares_make_the_capital(deeds in prop::collection::vec(deed(), 0..40)) {
        let mut journal = Journal::new();
        for (n, deed) in deeds.into_iter().enumerate() {
            let roll = journal.roll();
            let acts = match deed {
                Deed::Admit(sex, year, shares) => {
                    change::admission(&roll, member(&format!("n{n}"), sex, date(year, 6, 1), Some(shares)), None).unwrap()
                }
                Deed::Leave(who, why, to) => {
                    let members: Vec<_> = roll.members().collect();
                    if members.len() == 1 {
                        continue;
                    }
                    let leaves = members[who % members.len()];
                    let to = to.map(|to| members[to % members.len()].id.as_str()).filter(|to| *to != leaves.id);
                    change::leaving(&roll, leaves, Departure::ALL[why], to).unwrap()
                }
            };
            journal.say(TODAY, &acts);
        }
        let (roll, state) = (journal.roll(), journal.life().last());
        let folded: Vec<_> = state.roll.iter().flatten().map(|(id, member)| (id.clone(), member.shares)).collect();
        let mut ours: Vec<_> = roll.members().map(|member| (member.id.clone(), member.shares)).collect();
        ours.sort();
        prop_assert_eq!(ours, folded);
        prop_assert_eq!(state.capital.unwrap().0, roll.shares().unwrap() * 10_000);
        prop_assert_eq!(roll.share_minor(), Ok((10_000, Currency::Mad)));
        // Counted by hand.
        let members = state.members_on(Some(TODAY)).unwrap();
        let women: Vec<_> = roll.members().filter(|member| member.sex == Some(Sex::Female)).collect();
        prop_assert_eq!(members.women.iter().sum::<i64>(), women.len() as i64);
        let young = women.iter().filter(|member| member.is_young(TODAY) == Some(true));
        prop_assert_eq!(members.women[0], young.count() as i64);
        prop_assert_eq!(members.total(), roll.members().count() as i64);
        prop_assert_eq!(after(&state, &[]), state);
    }
}

fn words() -> web::Messages {
    let words = [register::SLICE.words.unwrap(), crate::SLICE.words.unwrap()];
    web::Messages::new(kernel::Lang::Fr, &std::sync::Arc::new(web::Phrasebook::new(&words).unwrap()))
}

fn imported(table: &str, people: &crate::people::People) -> crate::import::Sheet {
    crate::import::read(&words(), ("table.csv", table.as_bytes().into()), people, TODAY).unwrap()
}

#[test]
fn a_table_is_read_as_people_fill_it_in_and_what_is_wrong_is_told_by_row_and_column() {
    let table = "Nom,CIN,Date de naissance,Sexe,Parts\n\
        Amina,GK123456,31/12/1980,femme,5\n\
        Said,123456,1/2/1970,M,3\n\
        Rahma,GK222222,31/02/1990,F,0\n\
        Coopérative Sœur,,,,2\n";
    let sheet = imported(table, &Default::default());
    let bad: Vec<_> = sheet.bad.iter().map(|bad| (bad.row, bad.column.as_str(), bad.seen.as_str())).collect();
    assert_eq!(
        bad,
        [
            (3, "CIN", "123456"),
            (4, "Date de naissance", "31/02/1990"),
            (4, "Parts", "0"),
            (5, "CIN", ""),
            (5, "Date de naissance", ""),
            (5, "Sexe", ""),
        ]
    );
    assert!(sheet.bad[0].says.contains("AB123456"), "{}", sheet.bad[0].says);
    assert_eq!(sheet.newcomers.len(), 1);
    let rejects = String::from_utf8(sheet.rejects).unwrap();
    assert!(rejects.contains("Said") && !rejects.contains("Amina"), "{rejects}");
    // What is mended is taken, from the rejected rows too.
    let mended = rejects.replace("Said,123456", "Said,GK333333").replace("31/02/1990", "28/02/1990");
    let mended = mended.replace("F,0", "F,1").replace("Sœur,,,,2", "Sœur,GK444444,1/1/2000,F,2");
    let sheet = imported(&mended, &Default::default());
    assert_eq!((sheet.bad.len(), sheet.newcomers.len()), (0, 3), "{:?}", sheet.bad);
}

#[test]
fn a_table_with_tabs_is_read_and_its_text_is_the_same_table() {
    let table = "who\tname\tshares\nlegal\tSociété, \"X\"\t4\n";
    let sheet = imported(table, &Default::default());
    assert_eq!((sheet.bad.len(), sheet.newcomers.len()), (0, 1), "{:?}", sheet.bad);
    let again = imported(&sheet.text, &Default::default());
    assert_eq!(again.text, sheet.text);
    assert_eq!(again.newcomers[0].legal_name(), Some("Société, \"X\""));
}

#[test]
fn who_stands_twice_in_a_table_with_different_words_is_not_taken() {
    let row = |name: &str| format!("{name},GK123456,1980-12-31,female,5\n");
    let table = format!("name,identity_number,born_on,sex,shares\n{}{}{}", row("Amina"), row("Amina"), row("Aminata"));
    let sheet = imported(&table, &Default::default());
    assert!(sheet.newcomers.is_empty() && !sheet.bad.is_empty(), "{:?}", sheet.bad);
    let table = format!("name,identity_number,born_on,sex,shares\n{}{}", row("Amina"), row("Amina"));
    let sheet = imported(&table, &Default::default());
    assert_eq!((sheet.newcomers.len(), sheet.bad.len()), (1, 0), "a row that repeats another says nothing new");
}

#[test]
fn a_roll_is_opened_with_the_capital_that_there_is_and_grows_by_who_comes_later() {
    let mut journal = Journal(Vec::new());
    journal.say(TODAY, &[registered(), CooperativeAct::CapitalSubscribed(capital(70_000))]);
    let sheet = imported("who,name,shares\nlegal,A,4\nlegal,B,3\n", &Default::default());
    journal.say(TODAY, &change::admissions(&journal.roll(), &sheet.newcomers, TODAY).unwrap());
    assert_eq!(journal.roll().share_minor(), Ok((10_000, Currency::Mad)));
    let mut later = change::admissions(&journal.roll(), &sheet.newcomers[..1], TODAY).unwrap();
    assert_eq!(later.pop(), Some(CooperativeAct::CapitalIncreased(capital(40_000))));
}

proptest! {
    #[test]
    fn reading_a_table_never_panics(table in ".{0,200}") {
        let _ = crate::import::read(&words(), ("t.csv", table.as_bytes().into()), &Default::default(), TODAY);
    }
}
