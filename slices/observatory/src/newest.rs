//! The newest cooperatives of the country or of a place in it.

use ledger::{Act, Projection, Question, Refusal, When};
use web::{App, Page, Problem, Told};

use crate::tiles::Scope;

/// How many are shown, and among how many of the last acts they are looked for.
const NEWEST: usize = 5;
const LOOKED_AT: usize = 40;

/// The last acts behind the registrations of the year until the day, the last one first.
///
/// # Errors
/// The refusal of a question.
pub(crate) fn candidates(projection: &Projection, scope: &Scope) -> Result<Vec<i64>, Refusal> {
    let schema = projection.schema();
    let described = schema.measure("registrations").and_then(|id| schema.describe(id));
    if !described.is_some_and(|measure| measure.dimensions.contains(&"place")) {
        return Ok(Vec::new());
    }
    let from = scope.date.checked_sub(jiff::Span::new().years(1)).ok();
    let question = Question { when: When::During { from, to: scope.date }, ..scope.ask("registrations") };
    Ok(projection.causes(&question)?.iter().rev().take(LOOKED_AT).map(|(seq, _)| *seq).collect())
}

/// The newest cooperatives: of these acts the registrations that none of the others voids.
///
/// # Errors
/// When the database cannot.
pub(crate) fn tell(app: &App, page: &Page, acts: &[i64]) -> Result<Vec<Told>, Problem> {
    let acts = app.ledger.acts(acts.iter().copied())?;
    let voided: Vec<_> = acts.iter().filter_map(|act| act.voids).collect();
    let is_registration = |act: &Act| act.kind == "registered" && !voided.contains(&act.seq);
    let mut registered: Vec<_> = acts.iter().filter(|act| is_registration(act)).cloned().collect();
    registered.sort_by_key(|act| std::cmp::Reverse(act.effective_on));
    registered.truncate(NEWEST);
    Ok(web::tell(app, page, &registered, true)?)
}
