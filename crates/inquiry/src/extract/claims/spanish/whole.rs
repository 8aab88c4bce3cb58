//! "Desconoce todo vínculo con X", "excluye cualquier agresión", "desconoció haber firmado": verbs that deny only the whole of a
//! thing, or a deed of one's own.

use super::denied;
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{COMP, CONJ, DET, NEG, POSS, PREP, TIME};
use crate::extract::claims::patterns::{self, fits};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};

/// Verbs that deny a thing behind "todo" or "cualquier", and those that deny a deed of one's own.
const WHOLE: &str = "desconoce|desconocen|desconoció|desconocieron|desconocía|desconocían|excluye|excluyen|excluyó|excluyeron|repele|repelen|repelió|\
    repelieron|repudia|repudió|repudiaron|rehúye|rehuyó|descarta|descartan|descartó|descartaron";
const OWN: &str = "desconoce|desconocen|desconoció|desconocieron|desconocía|desconocían";

/// What a court does not find proved.
const PROVED: &str = "halla|halló|hallaron|encuentra|encontró|encontraron|considera|consideró|consideraron|estima|estimó|entiende|entendió|aprecia|apreció|\
    tiene|tuvo|da|dio|dieron ?por probado|probada|probados|probadas|acreditado|acreditada|acreditados|acreditadas|demostrado|demostrada";

/// The denial by the first such verb of the sentence, for which nothing else stands.
pub(super) fn read(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Reading> {
    (0..view.len())
        .filter(|at| !view.is_quoted(*at))
        .find_map(|at| {
            let whole = fits(view.lower(at), WHOLE);
            let denial = || denial(view, index, at, readings);
            whole
                .then(denial)
                .flatten()
                .or_else(|| unproved(view, index, at))
        })
}

/// "No halló probado el engaño": a thing that no clause tells.
fn unproved(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    let no = matches!(view.lower(at), "no" | "tampoco");
    let from = no.then(|| patterns::end(view, at + 1, PROVED)).flatten()?;
    let end = clause::object_end(view, from);
    let thing = view.has(from, DET | POSS) && !view.has(from, PREP);
    let clausal = (from..end).any(|at| view.has(at, COMP) && !view.has(at, PREP));
    let subject = clause::subject(view, at)
        .filter(|run| !view.has(run.from, PREP | TIME) && !view.has(run.to - 1, CONJ));
    let content = Run::new(from, end).filter(|_| thing && !clausal)?;
    let mut found = denied(view, index, Run::new(at, from)?, subject, content)?;
    found.dropped = found.source.is_none();
    Some(found)
}

fn denial(view: &View<'_>, index: usize, at: usize, readings: &[Reading]) -> Option<Reading> {
    let mut from = at + 1;
    while view.adverb(from) && !view.has(from, NEG) {
        from += 1;
    }
    let whole = matches!(view.lower(from), "todo" | "toda" | "cualquier") && !view.stop(from + 1);
    let own = fits(view.lower(at), OWN) && view.is(from, "haber");
    let group = verbs::group_start(view, 0, at);
    let negated = (group..at).any(|at| view.has(at, NEG));
    if !whole && !own || negated || view.comma(from + 1) {
        return None;
    }
    let end = clause::object_end(view, from);
    let over =
        |at: &usize| view.has(*at, CONJ) && (view.is(at + 1, "se") || view.is_past_form(at + 1));
    let end = (from + 1..end).find(over).unwrap_or(end);
    let content = Run::new(from, end)?;
    let subject = clause::subject(view, group).filter(|_| group == 0 || !view.has(group - 1, CONJ));
    let mut found = denied(view, index, Run::new(at, at + 1)?, subject, content)?;
    let known = readings
        .iter()
        .find(|it| it.cue.zip(found.cue).is_some_and(|(a, b)| a.overlaps(b)));
    if let Some(known) = known {
        found.source = known.source.or(found.source);
    }
    found.dropped = found.source.is_none();
    Some(found)
}
