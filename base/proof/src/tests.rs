//! The bytes stay as they are, and nothing that was changed holds.

use std::collections::BTreeMap;

use jiff::civil::date;
use kernel::Date;
use proptest::prelude::*;

use super::*;

/// The private key of the first test of RFC 8032, section 7.1: known to everyone, so it signs nothing but this.
const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
/// The proof that `docs/proofs.md` takes apart.
const EXTRACT: &str = include_str!("../tests/extract.txt");
/// A certificate of good standing, signed with the same key.
const STANDING: &str = include_str!("../tests/standing.txt");

/// A name certificate, signed with the same key.
const NAME: &str = include_str!("../tests/name.txt");

fn key(digits: &str) -> SigningKey {
    let byte = |at: usize| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap();
    SigningKey::from_seed(&std::array::from_fn(byte))
}

fn extract() -> Statement {
    let facts = [
        ('a', "تعاونية تازافين"),
        ('c', "150000.00 MAD"),
        ('f', "Coopérative Tazafine"),
        ('i', "001525713000060"),
        ('m', "23"),
        ('p', "04.281.01.05"),
        ('r', "2012-03-15"),
        ('s', "active"),
        ('t', "producer"),
        ('w', "AGR"),
    ];
    Statement {
        kind: Kind::Extract,
        issued_on: date(2026, 11, 26),
        on: date(2026, 11, 25),
        head: Head { seq: 48_211, hash: [0x9f, 0x86, 0xd0, 0x81, 0x88, 0x4c, 0x7d, 0x65] },
        subject: "KEN-000123".into(),
        facts: facts.into_iter().map(|(letter, text)| (letter, text.to_owned())).collect(),
    }
}

fn good_standing() -> Statement {
    let facts = [
        ('a', "تعاونية تازافين"),
        ('f', "Coopérative Tazafine"),
        ('i', "001525713000060"),
        ('r', "2012-03-15"),
        ('v', "2027-02-26"),
    ];
    Statement {
        kind: Kind::GoodStanding,
        on: date(2026, 11, 26),
        facts: facts.into_iter().map(|(letter, text)| (letter, text.to_owned())).collect(),
        ..extract()
    }
}

#[test]
fn a_proof_has_these_letters_for_ever() {
    let proof = extract().sign(&key(SEED)).unwrap();
    assert_eq!(proof.text(), EXTRACT.trim());
    assert_eq!(proof.key().to_string(), "21fe31df");
}

#[test]
fn a_proof_of_the_first_version_is_read_for_ever() {
    let proof = Proof::read(EXTRACT).unwrap();
    assert_eq!(*proof.statement(), extract());
    assert!(proof.holds(&key(SEED).public()));
    let pasted = format!(" https://example.ma/fr/verify/{}\n", EXTRACT.trim().to_lowercase());
    assert_eq!(Proof::read(&pasted), Ok(proof));
}

#[test]
fn a_certificate_of_good_standing_has_these_letters_for_ever() {
    let proof = good_standing().sign(&key(SEED)).unwrap();
    assert_eq!(proof.text(), STANDING.trim());
    let read = Proof::read(STANDING).unwrap();
    assert_eq!(*read.statement(), good_standing());
    assert!(read.holds(&key(SEED).public()));
    assert!(STANDING.starts_with("AFD"));
}

#[test]
fn a_name_certificate_has_these_letters_for_ever() {
    let facts = [('a', "تعاونية تازافين"), ('f', "Coopérative Tazafine"), ('v', "2027-11-25")];
    let facts = facts.into_iter().map(|(letter, text)| (letter, text.to_owned())).collect();
    let (kind, subject) = (Kind::Name, "KEN-N-000012".to_owned());
    let statement = Statement { kind, head: Head::default(), subject, facts, ..extract() };
    assert_eq!(statement.sign(&key(SEED)).unwrap().text(), NAME.trim());
    let read = Proof::read(NAME).unwrap();
    assert!(*read.statement() == statement && read.holds(&key(SEED).public()));
    assert!(NAME.starts_with("AFH"), "{NAME}");
}

#[test]
fn a_proof_fits_a_code_that_any_telephone_reads() {
    // 419 letters and digits fit version 12 (65 modules a side) at level M; an address takes more room for each letter.
    assert!(EXTRACT.trim().len() < 419, "{}", EXTRACT.trim().len());
}

#[test]
fn the_key_of_the_standard_signs_as_the_standard_says() {
    let key = key(SEED);
    assert_eq!(key.public().base64url(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    let signature: String = key.sign(b"").iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(signature.starts_with("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"), "{signature}");
    assert_eq!(*key.seed(), *SigningKey::from_seed(&key.seed()).seed());
    assert_eq!(format!("{key:?}"), "SigningKey(21fe31df)");
}

#[test]
fn what_is_no_proof_is_refused_with_the_reason() {
    let cut = &EXTRACT[..EXTRACT.trim().len() - 8];
    let cases = [
        ("", NotAProof::Empty),
        ("https://example.ma/verify/", NotAProof::Letter(':')),
        ("hello world", NotAProof::Incomplete),
        ("AE", NotAProof::Incomplete),
        ("AI", NotAProof::Version(2)),
        ("HELLO", NotAProof::Incomplete),
        ("AFC1", NotAProof::Letter('1')),
        (&"A".repeat(9000), NotAProof::TooLong),
    ];
    for (text, error) in cases {
        let read = Proof::read(text);
        assert!(read == Err(error) || error == NotAProof::Letter(':') && read.is_err(), "{text:.40}: {read:?}");
    }
    assert!(Proof::read(cut).is_ok_and(|proof| !proof.holds(&key(SEED).public())) || Proof::read(cut).is_err());
    let other = base32::write(&[&[1, b'Z'][..], &[0; 100]].concat());
    assert_eq!(Proof::read(&other), Err(NotAProof::Kind(b'Z')));
}

#[test]
fn what_does_not_fit_is_not_signed() {
    let sign = |change: fn(&mut Statement)| {
        let mut statement = extract();
        change(&mut statement);
        statement.sign(&key(SEED)).map(drop)
    };
    assert!(sign(|one| one.subject = "x".repeat(256)).is_err());
    assert!(sign(|one| drop(one.facts.insert('a', "x".repeat(256)))).is_err());
    assert!(sign(|one| drop(one.facts.insert('A', "x".into()))).is_err());
    assert!(sign(|one| drop(one.facts.insert('a', String::new()))).is_err());
    assert!(sign(|one| one.head.seq = 1 << 48).is_err());
    assert!(sign(|one| one.on = date(-1, 1, 1)).is_err());
    assert_eq!(sign(|one| one.head.seq = (1 << 48) - 1), Ok(()));
}

fn days() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn statements() -> impl Strategy<Value = Statement> {
    let facts = prop::collection::btree_map(prop::char::range('a', 'z'), ".{1,40}", 0..8);
    let kinds = prop::sample::select(Kind::ALL);
    (kinds, days(), days(), 0_u64..1 << 48, any::<[u8; 8]>(), ".{0,40}", facts).prop_map(
        |(kind, issued_on, on, seq, hash, subject, facts): (_, _, _, _, _, _, BTreeMap<_, _>)| Statement {
            kind,
            issued_on,
            on,
            head: Head { seq, hash },
            subject,
            facts,
        },
    )
}

proptest! {
    #[test]
    fn what_is_signed_is_read_as_it_was_and_holds_by_its_key_alone(
        statement in statements(), seed: [u8; 32], other: [u8; 32]
    ) {
        let key = SigningKey::from_seed(&seed);
        let proof = statement.sign(&key).unwrap();
        let read = Proof::read(&proof.text()).unwrap();
        prop_assert_eq!(read.statement(), &statement);
        prop_assert_eq!(&read.text(), &proof.text());
        prop_assert!(read.holds(&key.public()));
        prop_assert_eq!(read.holds(&PublicKey::new(other)), false);
    }

    #[test]
    fn no_proof_holds_of_which_one_letter_was_changed(
        statement in statements(), at: prop::sample::Index, letter in "[A-Z2-7]"
    ) {
        let key = key(SEED);
        let mut text = statement.sign(&key).unwrap().text();
        let at = at.index(text.len());
        prop_assume!(text[at..=at] != letter);
        text.replace_range(at..=at, &letter);
        prop_assert!(!Proof::read(&text).is_ok_and(|proof| proof.holds(&key.public())), "{}", text);
    }

    #[test]
    fn reading_never_panics(text in ".{0,200}", letters in "[A-Z2-7]{0,300}", bytes: Vec<u8>) {
        let _ = (Proof::read(&text), Proof::read(&letters), Proof::read(&base32::write(&bytes)));
        let _ = Proof::read(&base32::write(&[&[1, b'E'][..], &bytes].concat()));
    }

    #[test]
    fn bytes_survive_being_written_and_read(bytes: Vec<u8>) {
        prop_assert_eq!(base32::read(&base32::write(&bytes)), Ok(bytes));
    }
}
