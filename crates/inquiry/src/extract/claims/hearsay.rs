//! What people say without anybody who is on record: "They say C" at the head of a text, "Dicen que C", "people say".

use super::lexicon::{AUX, CONJ};
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Certainty, Language, Polarity};

/// Verbs in the present by which talk is told.
const SAY: [&str; 8] = [
    "say",
    "dicen",
    "cuentan",
    "comentan",
    "murmuran",
    "говорят",
    "болтают",
    "рассказывают",
];
/// Who says it: everybody.
const PEOPLE: [&str; 8] = [
    "people",
    "folks",
    "everyone",
    "everybody",
    "gente",
    "люди",
    "народ",
    "все",
];

/// Lowers what is only talk.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings {
        let view = &views[reading.sentence];
        let told = reading.certainty == Certainty::Stated && reading.polarity == Polarity::Affirmed;
        if told && is_talk(view, reading) {
            reading.certainty = Certainty::Reported;
        }
    }
}

/// Whether nobody in particular says it, in the present and at the head of a sentence.
fn is_talk(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue else {
        return false;
    };
    let says = tokens(view, cue).all(|at| SAY.contains(&view.lower(at)));
    let head =
        |from: usize| (0..from).all(|at| !view.tokens[at].is_wordy() || view.has(at, CONJ | AUX));
    match reading.source {
        None => {
            let first = tokens(view, cue).next();
            !reading.own
                && !reading.dropped
                && view.lexicon.language != Language::En
                && says
                && first.is_some_and(head)
        }
        Some(source) => {
            let source: Vec<usize> = tokens(view, source).collect();
            let last = source.last().map_or("", |at| view.lower(*at));
            let people = source.len() < 3 && PEOPLE.contains(&last);
            // With nobody named before it "they" are people.
            let they = last == "they" && source.len() == 1 && reading.sentence == 0;
            let says = tokens(view, cue).all(|at| {
                SAY.contains(&view.lower(at))
                    || people && ["dice", "says"].contains(&view.lower(at))
            });
            says && (people || they) && source.first().is_some_and(|at| head(*at))
        }
    }
}
