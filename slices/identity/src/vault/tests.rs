//! What is sealed opens where it was sealed, and nowhere else.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use proptest::prelude::*;

use super::*;

fn vault(seed: u8) -> Vault {
    Vault::of(&[seed; 32]).unwrap()
}

/// A key file in a folder of its own.
fn file(text: &str, mode: u32) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twiza.key");
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    (folder, path)
}

proptest! {
    #[test]
    fn what_is_sealed_opens(owner in "[0-9a-f]{32}", field in "[a-z_]{1,20}", plain in ".*") {
        let vault = vault(1);
        let (key, wrapped) = vault.new_key(&owner).unwrap();
        let sealed = key.seal(&field, &plain).unwrap();
        let again = vault.open_key(&owner, &wrapped).unwrap();
        prop_assert_eq!(again.open(&field, &sealed).unwrap().to_string(), plain);
    }

    #[test]
    fn what_was_changed_does_not_open(plain in ".{0,40}", at: prop::sample::Index, bit in 0..8_u32, cut: prop::sample::Index) {
        let vault = vault(1);
        let (key, wrapped) = vault.new_key("a").unwrap();
        let sealed = key.seal("name", &plain).unwrap();
        for whole in [&sealed, &wrapped] {
            let mut changed = whole.clone();
            changed[at.index(whole.len())] ^= 1 << bit;
            let cut = &whole[..cut.index(whole.len())];
            for bad in [changed.as_slice(), cut, &[whole.as_slice(), &[0]].concat()] {
                prop_assert_eq!(key.open("name", bad), Err(NotOpened));
                prop_assert_eq!(vault.open_key("a", bad).map(drop), Err(NotOpened));
            }
        }
    }

    #[test]
    fn what_was_moved_or_is_of_another_key_does_not_open(owner in "[a-c]{1,3}", other in "[a-c]{1,3}", plain in ".{0,40}") {
        prop_assume!(owner != other);
        let (one, two) = (vault(1), vault(2));
        let (key, wrapped) = one.new_key(&owner).unwrap();
        let sealed = key.seal("name", &plain).unwrap();
        prop_assert_eq!(key.open("email", &sealed), Err(NotOpened));
        prop_assert_eq!(one.new_key(&owner).unwrap().0.open("name", &sealed), Err(NotOpened));
        prop_assert_eq!(one.open_key(&other, &wrapped).map(drop), Err(NotOpened));
        prop_assert_eq!(two.open_key(&owner, &wrapped).map(drop), Err(NotOpened));
        // The right key under another person's name.
        let bytes = one.unwrapped(&owner, &wrapped).unwrap();
        prop_assert_eq!(Key::of(&other, &bytes).open("name", &sealed), Err(NotOpened));
    }

    #[test]
    fn a_mark_is_the_same_for_the_same_value_of_the_same_field_alone(value in ".{0,40}", other in ".{0,40}") {
        prop_assume!(value != other);
        let mark = vault(1).mark("email", &value);
        prop_assert_eq!(&mark, &vault(1).mark("email", &value));
        prop_assert_eq!(mark.len(), 64);
        for different in [vault(1).mark("email", &other), vault(1).mark("phone", &value), vault(2).mark("email", &value)] {
            prop_assert_ne!(&mark, &different);
        }
    }
}

#[test]
fn the_same_value_is_never_sealed_alike() {
    let (key, _) = vault(1).new_key("a").unwrap();
    assert_ne!(key.seal("name", "Fatima").unwrap(), key.seal("name", "Fatima").unwrap());
}

#[test]
fn no_key_shows_in_debug() {
    let vault = vault(0x5a);
    let (key, wrapped) = vault.new_key("a").unwrap();
    let bytes = vault.unwrapped("a", &wrapped).unwrap();
    let said = format!("{vault:?} {key:?}");
    assert_eq!(said, format!("Vault({}) Key(a)", vault.fingerprint()));
    for secret in [[0x5a; 32], *bytes] {
        assert!(!said.contains(&hex::hex(&secret[..4])) && !said.contains(&format!("{:?}", &secret[..4])), "{said}");
    }
}

#[test]
fn fingerprint_and_marks_stay_what_they_are() {
    // What is in databases depends on them. Computed apart, by RFC 5869 and RFC 2104.
    assert_eq!(vault(7).fingerprint(), "143d46a17afbe6a1");
    let mark = "b73a53794cd6e7a1e621ba73b2d65038141ceccf064562afe8c7a4bb8340f1d3";
    assert_eq!(vault(7).mark("email", "fatima@example.ma"), mark);
}

#[test]
fn a_key_file_is_made_once_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twiza.key");
    assert!(matches!(Vault::open(&path), Err(NoVault::Missing(missing)) if missing == path));
    let made = Vault::open_or_make(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_to_string(&path).unwrap().len(), 65);
    for again in [Vault::open_or_make(&path), Vault::open(&path)] {
        assert_eq!(again.unwrap().fingerprint(), made.fingerprint());
    }
    put(&path, &"0".repeat(64)).unwrap();
    assert_eq!(Vault::open(&path).unwrap().fingerprint(), made.fingerprint());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    assert!(matches!(Vault::open_or_make(Path::new("/nowhere/twiza.key")), Err(NoVault::File(..))));
}

#[test]
fn many_who_make_a_key_file_at_once_get_the_same_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twiza.key");
    let make = || Vault::open_or_make(&path).unwrap().fingerprint().to_owned();
    let made: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(make)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(made.iter().all(|one| *one == made[0]), "{made:?}");
}

#[test]
fn a_file_that_is_none_of_a_key_is_refused() {
    for text in ["", "abc", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64), &"0".repeat(5000), "\u{666}\u{666}"] {
        let (_folder, path) = file(text, 0o600);
        let refused = Vault::open_or_make(&path);
        assert!(
            matches!(&refused, Err(NoVault::NotAKeyFile(at, length)) if *at == path && *length == text.len() as u64)
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), *text);
    }
}

#[test]
fn a_file_that_others_may_read_is_refused() {
    for mode in [0o640, 0o604, 0o644, 0o660, 0o601] {
        let (_folder, path) = file(&"0".repeat(64), mode);
        let refused = Vault::open(&path);
        assert!(matches!(refused, Err(NoVault::TooOpen(_, found)) if found == mode), "{refused:?}");
    }
    for mode in [0o600, 0o400] {
        let (_folder, path) = file(&format!("{}\n", "0".repeat(64)), mode);
        Vault::open(&path).unwrap();
    }
}

#[test]
fn a_key_from_the_environment_is_64_digits() {
    assert_eq!(Vault::from_hex(&format!(" {}\n", "07".repeat(32))).unwrap().fingerprint(), vault(7).fingerprint());
    let refused = Vault::from_hex("secret-secret").unwrap_err();
    assert!(matches!(refused, NoVault::NotAKey));
    assert!(!format!("{refused} {refused:?}").contains("secret"));
}
