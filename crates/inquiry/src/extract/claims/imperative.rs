//! Orders without a subject: "Don't tell his mother", "Please delete these messages", "No firme nada", «Не пишите имён».

use super::lexicon::{AUX, CONJ, NEG, PREP};
use super::patterns::listed;
use super::reading::Reading;
use super::view::View;
use model::Language;

/// English verbs that people are told by to do something. Those that are nouns as often are not here.
const ENGLISH: &str = "ask be believe bring buy check choose come delete describe do explain find follow forgive get give go hide \
    hold imagine keep leave let listen make phone pick put read remember say send show sign sit speak stay stop take talk tell think \
    trust try use wait walk watch write";
/// Words that ask for it.
const PLEASE: [&str; 4] = ["please", "favor", "пожалуйста", "pls"];

/// Spanish verbs in the form of an order that forbids.
const FORBIDDEN: [&str; 20] = [
    "firme", "firmes", "firmen", "vaya", "vayas", "vayan", "diga", "digas", "digan", "haga",
    "hagas", "hagan", "llame", "llames", "venga", "vengas", "pague", "pagues", "escriba",
    "escribas",
];

/// Russian verbs that tell somebody to do something.
const TOLD: [&str; 14] = [
    "скажи",
    "скажите",
    "расскажи",
    "расскажите",
    "удали",
    "удалите",
    "позвони",
    "позвоните",
    "напиши",
    "напишите",
    "покажи",
    "покажите",
    "подожди",
    "подождите",
];

/// Whether the sentence tells somebody to do something.
pub(super) fn is_order(view: &View<'_>) -> bool {
    let Some(at) = first(view) else {
        return false;
    };
    let asked = (0..=at).any(|at| PLEASE.contains(&view.lower(at)));
    match view.lexicon.language {
        Language::En | Language::Unknown => {
            let forbids = view.is(at, "don't")
                || view.is(at, "do") && (view.is(at + 1, "not") || view.is(at + 1, "n't"))
                || view.is(at, "never") && listed(ENGLISH, view.lower(at + 1));
            forbids
                || listed(ENGLISH, view.lower(at)) && !view.has(at + 1, AUX)
                || asked && view.tokens[at].is_wordy() && at > 0 && !view.has(at, PREP)
        }
        Language::Es => {
            enclitic(view.lower(at))
                || (at..view.len()).any(|at| view.is(at, "favor")) && view.tokens[at].is_wordy()
                || asked
                || view.is(at, "no") && FORBIDDEN.contains(&view.lower(at + 1))
        }
        Language::Ru => {
            let verb = if view.has(at, NEG) { at + 1 } else { at };
            let lower = view.lower(verb);
            let polite = (at..view.len()).any(|at| PLEASE.contains(&view.lower(at)));
            asked
                || polite
                || TOLD.contains(&lower)
                || lower.chars().count() > 5
                    && (lower.ends_with("йте") || lower.ends_with("ите") && view.has(at, NEG))
        }
    }
}

/// Whether the cue of a reading that nobody is on record for is what somebody is told to do: "Ask him who was there".
pub(super) fn is_told_to(views: &[View<'_>], reading: &Reading) -> bool {
    let view = &views[reading.sentence];
    let free = reading.source.is_none() && !reading.own && view.english();
    let Some(cue) = reading.cue.filter(|_| free) else {
        return false;
    };
    let bare =
        |at: usize| listed(ENGLISH, view.lower(at)) || view.is(at, "thank") || view.is(at, "call");
    first(view).is_some_and(|at| cue.contains(view.tokens[at].span) && bare(at))
}

/// The first word that is no "and", "then", "please".
fn first(view: &View<'_>) -> Option<usize> {
    let skipped = |at: usize| {
        let lower = view.lower(at);
        !view.tokens[at].is_wordy()
            || view.has(at, CONJ)
            || PLEASE.contains(&lower)
            || matches!(
                lower,
                "then" | "just" | "so" | "now" | "por" | "только" | "и" | "y"
            )
    };
    (0..view.len()).find(|at| !skipped(*at))
}

/// Whether a Spanish verb tells somebody to do something by its accent and pronoun: "dígame", "cuéntanos".
fn enclitic(lower: &str) -> bool {
    let pronoun = ["me", "nos", "le", "les", "lo", "la"]
        .iter()
        .any(|end| lower.ends_with(end));
    pronoun && lower.chars().count() > 5 && lower.contains(['á', 'é', 'í', 'ó', 'ú'])
}
