//! Founders confirm by an account of their own. What they confirmed lapses once it is something else: each is told so once, with a
//! link by which to read it again and to confirm anew.

use db::Conn;
use identity::Secret;
use jiff::SignedDuration;
use kernel::Timestamp;
use register::shortened;
use web::{Messages, Messenger, Notice, Problem};

use crate::dossier::Dossier;

pub(crate) mod store;

/// How long a link is good.
pub(crate) const GOOD_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A founder whose confirmation holds no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lapsed {
    /// The number among the founders of the project.
    pub(crate) founder: i64,
    /// The account by which it was confirmed.
    pub(crate) account: String,
}

/// Sends a link to whoever confirmed what does not hold any more, within the change by which it lapsed. Whoever made that change sees
/// it on the page, and is sent none.
///
/// # Errors
/// When the database cannot, or another master key is in force.
pub(crate) fn ask_anew(
    conn: &mut Conn,
    messenger: &dyn Messenger,
    dossier: &Dossier,
    lapsed: &[Lapsed],
    (by, now): (Option<&str>, Timestamp),
) -> Result<(), Problem> {
    for one in lapsed.iter().filter(|one| by != Some(one.account.as_str())) {
        let secret = Secret::new().map_err(identity::Error::from)?;
        // It may have been confirmed anew within the same change.
        if !store::renew(conn, (dossier.project.id, one.founder), &secret.digest(), now + GOOD_FOR)? {
            continue;
        }
        messenger.tell(conn, &one.account, &|t| notice(t, &dossier.title(), secret.as_str()))?;
    }
    Ok(())
}

/// What is written: which project, that something changed, and where to read and confirm it. Nothing about anybody else.
fn notice(t: &Messages, project: &str, secret: &str) -> Notice {
    let of = |key: &str, project: &str| t.with(key, &[("project", project)]);
    Notice {
        subject: of("founding-letter-lapsed-subject", &shortened(project)),
        says: format!("{}\n\n{}", of("founding-letter-lapsed", project), t.get("founding-letter-lapsed-how")),
        path: format!("/confirmations/{secret}"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::Lang;
    use web::Phrasebook;

    use super::*;

    #[test]
    fn a_letter_says_which_project_and_where_to_confirm_in_every_language() {
        for lang in Lang::ALL {
            let words = [register::SLICE.words.unwrap(), crate::SLICE.words.unwrap()];
            let t = Messages::new(lang, &Arc::new(Phrasebook::new(&words).unwrap()));
            let Notice { subject, says, path } = notice(&t, "Miel", "1");
            for text in [subject, says] {
                assert!(text.contains("Miel") && !text.contains("founding-"), "{lang}: {text}");
            }
            assert_eq!(path, "/confirmations/1");
        }
    }
}
