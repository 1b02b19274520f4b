//! What of foundings waits for whoever asks: the desk shows it beside everything else.

use web::{App, Page, Problem, Task, Visitor};

use crate::{court, dossier::Dossier, store, submission::Submission};

/// The submissions about which whoever asks may decide.
pub(crate) fn tasks(app: &App, page: &Page, visitor: &Visitor) -> Result<Vec<Task>, Problem> {
    let ledger = &app.ledger;
    let waiting = ledger.db().read(|conn| {
        let mut waiting = Vec::new();
        for submission in store::waiting(conn)? {
            let dossier = Dossier::read(conn, submission.project, ledger.zone())?;
            waiting.extend(dossier.map(|dossier| (dossier, submission)));
        }
        Ok::<_, db::Error>(waiting)
    })?;
    let mut mine = Vec::new();
    for (dossier, submission) in waiting {
        let resource = court::resource(ledger, &dossier, submission.kind)?;
        let mut actions = submission.kind.actions().iter();
        if actions.any(|action| app.policies().permits(&visitor.0, action, &resource).is_ok()) {
            mine.push((dossier, submission));
        }
    }
    let task = |(dossier, submission): (Dossier, Submission)| Task {
        under: "register-desk-projects",
        what: page.t.get(&format!("founding-submission-{}", submission.kind.code())),
        title: dossier.title(),
        path: format!("/submissions/{}", submission.id),
        filed_on: dossier.filed_on(&submission),
        until: dossier.until(&submission),
    };
    Ok(mine.into_iter().map(task).collect())
}
