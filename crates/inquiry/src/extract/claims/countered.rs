//! "He said A, but I saw B": B is told by who speaks himself, and is no part of what he says that another said. «По словам X, A,
//! Y же настаивает, что B»: no more is B a part of what X says.

use super::endings;
use super::lexicon::{COMP, CONJ, NEG, Sort};
use super::own::{IRREGULAR, PRONOUNS, is_first};
use super::reading::Reading;
use super::relative;
use super::untold::tokens;
use super::view::{Run, View};
use crate::extract::text::Setting;
use model::{Language, Span};

/// Spanish forms of the first person that are too short for their endings to tell.
const SHORT: [&str; 4] = ["vi", "fui", "di", "oí"];
/// Spanish words that end as the first person of the past and are no verbs.
const NO_VERBS: [&str; 7] = ["así", "aquí", "allí", "ahí", "mí", "sí", "qué"];

/// Ends what somebody else says where the speaker answers it.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        // «Y же»
        if let Some(source) = reading.source.as_mut() {
            let last = tokens(view, *source)
                .next_back()
                .filter(|at| view.is(*at, "же"));
            if let Some(name) = last.and_then(|at| at.checked_sub(1)) {
                source.end = view.tokens[name].span.end.max(source.start);
            }
        }
        for content in &mut reading.content {
            if let Some(comma) = tokens(view, *content)
                .skip(1)
                .find(|at| contrasts(view, *at) || turns(view, *at))
            {
                content.end = view.tokens[comma - 1].span.end.max(content.start);
            }
        }
        if !is_anothers(view, reading) {
            continue;
        }
        for content in &mut reading.content {
            if let Some(at) = tokens(view, *content).skip(1).find(|at| answers(view, *at)) {
                let last = (at - 1).saturating_sub(usize::from(view.comma(at - 1)));
                content.end = view.tokens[last].span.end.max(content.start);
            }
        }
    }
}

/// What the author of running text answers himself in the sentence at `index`, where others are on record there and nobody
/// for the answer.
pub(super) fn rest(view: &View<'_>, index: usize, readings: &[Reading]) -> Option<Span> {
    if view.sentence.setting != Setting::Running {
        return None;
    }
    let at = (1..view.len()).find(|at| answers(view, *at))?;
    let from = view.tokens[at].span.start;
    let here = || readings.iter().filter(|reading| reading.sentence == index);
    let behind = |span: &Span| span.end > from;
    let free = here().all(|reading| {
        !reading.cue.as_ref().is_some_and(behind) && !reading.content.iter().any(behind)
    });
    let told = here().any(|reading| is_anothers(view, reading));
    view.span(Run::new(at + 1, view.len())?)
        .filter(|_| free && told)
}

/// Whether what another says begins behind the comma at the token: «, Y же настаивает».
fn contrasts(view: &View<'_>, comma: usize) -> bool {
    let name = (comma + 1..view.len().min(comma + 4)).take_while(|at| view.capital(*at));
    let Some(last) = name.last() else {
        return false;
    };
    let mut cues = view
        .lexicon
        .cues(view.tokens, (last + 2).min(view.len() - 1));
    view.comma(comma)
        && !view.is_quoted(comma)
        && view.is(last + 1, "же")
        && cues.any(|cue| cue.sort == Sort::Verb)
}

/// Whether the author goes on behind the comma in a Russian "that" clause: «, однако камера засняла его», «, зато окно разбили».
fn turns(view: &View<'_>, comma: usize) -> bool {
    let against = view.comma(comma) && matches!(view.lower(comma + 1), "однако" | "зато");
    if !against || view.is_quoted(comma) || view.lexicon.language != Language::Ru {
        return false;
    }
    let over = |at: &usize| !view.tokens[*at].is_wordy();
    let end = (comma + 2..view.len()).find(over).unwrap_or(view.len());
    let told = (0..comma).rev().find(|at| view.comma(*at));
    let clause = told.is_some_and(|at| matches!(view.lower(at + 1), "что" | "будто"));
    let past = |at: usize| view.is_finite(at) && endings::past(view.lower(at)).is_some();
    let supposed = (comma + 2..end).any(|at| view.is(at, "бы") || view.has(at, COMP));
    clause && !supposed && (comma + 2..end).any(past)
}

/// Whether a reading puts somebody other than who speaks on record.
fn is_anothers(view: &View<'_>, reading: &Reading) -> bool {
    (reading.source.is_some() || reading.dropped) && !is_first(view, reading)
}

/// Whether the speaker begins to answer at the token: "but I saw", "pero nunca cobré", «но я видел».
fn answers(view: &View<'_>, at: usize) -> bool {
    if !matches!(view.lower(at), "but" | "pero" | "но") || view.is_quoted(at) {
        return false;
    }
    let next = view.lower(at + 1);
    let pronoun = next.split_once('\'').map_or(next, |(pronoun, _)| pronoun);
    if PRONOUNS.contains(&pronoun) {
        return true;
    }
    let idle = |at: usize| {
        view.has(at, NEG) && !view.has(at, CONJ)
            || relative::clitic(view, at)
            || matches!(view.lower(at), "me" | "nos")
    };
    let Some(verb) = (at + 1..view.len().min(at + 4)).find(|at| !idle(*at)) else {
        return false;
    };
    let lower = view.lower(verb);
    let ends = lower.ends_with(['é', 'í'])
        || ["amos", "emos", "imos"]
            .iter()
            .any(|end| lower.ends_with(end));
    view.lexicon.language == Language::Es
        && (SHORT.contains(&lower)
            || IRREGULAR.contains(&lower)
            || ends && lower.chars().count() > 3 && !NO_VERBS.contains(&lower))
}
