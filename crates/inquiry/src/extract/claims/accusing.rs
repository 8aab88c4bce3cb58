//! "According to the prosecution, C", "según la acusación", «по версии следствия»: what those who accuse go by is alleged, and
//! what an inquiry goes by is its claim, however neutral the words that bring it in.

use super::lexicon::Sort;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Certainty, Language};

/// How the words for those who accuse, and for their papers, begin.
const ACCUSERS: [&str; 9] = [
    "prosecut",
    "indictment",
    "accusation",
    "acusaci",
    "fiscal",
    "querella",
    "imputaci",
    "обвинени",
    "обвинител",
];
/// How the words for an inquiry begin.
const INQUIRIES: [&str; 5] = [
    "investigation",
    "investigators",
    "inquiry",
    "investigaci",
    "следстви",
];
/// How the words begin by which a court is named, which weighs what they say.
const COURTS: [&str; 6] = ["court", "judge", "tribunal", "sentencia", "суд", "приговор"];

/// Lowers what is told by "according to" those who accuse or inquire.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
            continue;
        };
        let phrase = tokens(view, cue).any(|at| {
            let mut cues = view.lexicon.cues(view.tokens, at);
            cues.any(|cue| cue.sort == Sort::Phrase)
        });
        if !phrase {
            continue;
        }
        let names = |stems: &[&str]| {
            let head = if view.lexicon.language == Language::En {
                6
            } else {
                3
            };
            tokens(view, source)
                .take(head)
                .any(|at| stems.iter().any(|stem| view.lower(at).starts_with(stem)))
        };
        if names(&COURTS) {
            continue;
        }
        if names(&ACCUSERS) {
            reading.certainty = reading.certainty.weaker(Certainty::Alleged);
        } else if names(&INQUIRIES) {
            reading.certainty = reading.certainty.weaker(Certainty::Claimed);
        }
    }
}
