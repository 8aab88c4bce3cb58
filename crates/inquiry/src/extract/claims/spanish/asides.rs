//! "Los documentos, aseguró, se custodiaban allí": a verb of saying without a subject between the commas of what is said.

use super::told;
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{CLAUSE, COMP, CONJ, QUOTE, SUB, Sort};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::{Kind, Polarity};

/// The most tokens before the first comma.
const NEAR: usize = 16;

/// What stands around the first such verb of the sentence.
pub(super) fn read(view: &View<'_>, index: usize) -> Option<Reading> {
    (1..view.len().min(NEAR))
        .filter(|at| view.comma(*at) && !view.is_quoted(*at))
        .find_map(|comma| around(view, index, comma))
}

fn around(view: &View<'_>, index: usize, comma: usize) -> Option<Reading> {
    let mut verb = comma + 1;
    let mark = |at: &usize| view.is(*at, ";") || view.is(*at, ":");
    let start = (0..comma).rev().find(mark).map_or(0, |at| at + 1);
    while view.adverb(verb) || view.has(verb, CONJ) {
        verb += 1;
    }
    let close = verb + 1;
    let cue = view.lexicon.cues(view.tokens, verb).find(|cue| {
        cue.sort == Sort::Verb
            && cue.kind == Kind::Fact
            && cue.polarity == Polarity::Affirmed
            && cue.frames & (CLAUSE | QUOTE) == CLAUSE | QUOTE
            && cue.words.len() == 1
    })?;
    let finite = !view.infinitive(verb) && !view.gerund(verb) && !view.lower(verb).ends_with("ado");
    let lead = Run::new(start, comma)?;
    // A verb before the first comma tells of a row of deeds: "Llegó, dijo, y se fue".
    let bare = (lead.from..lead.to).all(|at| {
        let mark = view.open(at) || view.close(at);
        (view.tokens[at].is_wordy() || mark)
            && !view.has(at, COMP | SUB)
            && !view.is_past_form(at)
            && !view.tells(at)
    });
    let opens = (lead.from..lead.to).any(|at| view.tokens[at].is_wordy());
    let behind = Run::new(close + 1, clause::clause_end(view, close + 1))?;
    let neither = view.is(start, "ni") && view.is(behind.from, "ni");
    let joined = view.has(behind.from, CONJ | COMP) && !neither;
    if !(view.comma(close) && finite && bare && opens && !joined) {
        return None;
    }
    let mut reading = told(view, index, Run::new(verb, close)?, None, &[lead, behind])?;
    reading.certainty = cue.certainty;
    reading.dropped = true;
    Some(reading)
}
