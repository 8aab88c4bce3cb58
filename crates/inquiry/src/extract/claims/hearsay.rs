//! What people say without anybody who is on record: "They say C" at the head of a text, "Dicen que C", "people say".

use super::lexicon::{AUX, CONJ, Sort};
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

/// Lowers what is only talk, and takes out readings that make a source of the word for "according to".
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain(|reading| !says_according(&views[reading.sentence], reading));
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        let told = reading.certainty == Certainty::Stated && reading.polarity == Polarity::Affirmed;
        if told && is_talk(view, reading) {
            reading.certainty = Certainty::Reported;
        }
    }
}

/// Whether what should be a source is "según" alone: "según me contó X".
fn says_according(view: &View<'_>, reading: &Reading) -> bool {
    let Some(source) = reading.source.filter(|_| reading.rule != "according") else {
        return false;
    };
    let phrase = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Phrase && cue.words.len() == 1)
    };
    let mut inside = tokens(view, source);
    let first = inside.next();
    inside.next().is_none() && first.is_some_and(phrase)
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
