//! A new name that is kept for somebody who has no cooperative yet: none is renamed to it.

use db::Conn;
use kernel::Date;
use web::App;

use super::Request;
use crate::{
    acts::CooperativeAct,
    directory::{Likeness, likeness},
};

/// The names, a script each, that a request would give a cooperative; none if it asks for something else.
pub(super) fn names(request: &Request) -> Vec<String> {
    match CooperativeAct::read(&request.kind, &request.body) {
        Ok(CooperativeAct::Renamed(renamed)) => [renamed.name_ar, renamed.name_fr].into_iter().flatten().collect(),
        _ => Vec::new(),
    }
}

/// The names that are kept on a day and could be taken for one of these, each with how alike they are.
pub(super) fn alike(
    app: &App,
    conn: &mut Conn,
    names: &[String],
    today: Date,
) -> Result<Vec<(Likeness, String)>, db::Error> {
    let like = |texts: &[String]| {
        let pairs = texts.iter().flat_map(|text| names.iter().map(move |name| likeness(text, name)));
        pairs.flatten().min()
    };
    let kept = app.kept_names(conn, today)?.into_iter();
    Ok(kept.filter_map(|kept| Some((like(&kept.texts)?, kept.texts.join(" · ")))).collect())
}

/// Whether a request asks for a name that is kept: by the same words, whatever it only resembles.
pub(super) fn is_asked(app: &App, conn: &mut Conn, request: &Request, today: Date) -> Result<bool, db::Error> {
    let names = names(request);
    if names.is_empty() {
        return Ok(false);
    }
    Ok(alike(app, conn, &names, today)?.iter().any(|(likeness, _)| *likeness == Likeness::Same))
}
