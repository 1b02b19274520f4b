//! What of foundings waits for whoever asks: the desk shows it beside everything else.

use web::{App, Page, Problem, Task, Visitor};

use crate::{dossier::Dossier, pages::resource, store, submission::Submission};

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
    let mine = waiting.into_iter().filter(|(dossier, submission)| {
        app.policies().permits(&visitor.0, submission.kind.decided_by(), &resource(ledger, dossier)).is_ok()
    });
    let task = |(dossier, submission): (Dossier, Submission)| Task {
        what: page.t.get(&format!("founding-submission-{}", submission.kind.code())),
        title: dossier.title(),
        path: format!("/submissions/{}", submission.id),
        filed_on: dossier.filed_on(&submission),
        until: dossier.until(&submission),
    };
    Ok(mine.map(task).collect())
}
