//! Dialogue with dashes: "—C —said X—. D." Behind the dash that ends the naming the words are the speaker's again.

use super::passage;
use super::reading::Reading;
use super::view::{Run, View};
use crate::extract::text::Setting;
use model::{Language, Span};

/// How many tokens from a dash to the end of the verb of saying behind it: «— тихо сказал X».
const NEAR: usize = 3;

/// Gives the speaker of a paragraph that opens with a dash what stands before and behind his naming, up to its end.
pub(super) fn complete(views: &[View<'_>], readings: &mut [Reading]) {
    let mut from = 0;
    for paragraph in views.chunk_by(|a, b| a.sentence.paragraph == b.sentence.paragraph) {
        let to = from + paragraph.len();
        if opens(&paragraph[0]) {
            give(views, (from, to), readings);
        }
        from = to;
    }
}

/// Whether a paragraph begins as a turn of a dialogue does. English prints dialogue in quotation marks.
fn opens(view: &View<'_>) -> bool {
    view.sentence.setting == Setting::Running && !view.english() && view.dash(0)
}

/// Follows the dashes of one paragraph: from speech to who speaks, and back.
fn give(views: &[View<'_>], (from, to): (usize, usize), readings: &mut [Reading]) {
    let mut holder: Option<usize> = None;
    let mut speech = true;
    let mut waiting: Vec<Span> = Vec::new();
    for (index, view) in views.iter().enumerate().take(to).skip(from) {
        let mut begin = speech.then_some(0);
        let mut named = None;
        for at in (0..view.len()).filter(|at| view.dash(*at)) {
            if !speech {
                speech = true;
                begin = Some(at + 1);
                continue;
            }
            let teller = teller(view, index, readings, at);
            if at > 0 && (teller.is_some() || narrates(view, at)) {
                waiting.extend(run(view, begin.take(), at));
                speech = false;
                named = named.or(teller);
            }
        }
        waiting.extend(run(view, begin, view.len()));
        if let Some(teller) = named {
            holder = Some(teller);
            let own = view.sentence.span;
            readings[teller]
                .content
                .retain(|content| !content.overlaps(own));
        }
        let Some(holder) = holder.and_then(|at| readings.get_mut(at)) else {
            continue;
        };
        holder.content.append(&mut waiting);
        holder.content.sort();
    }
}

/// The words from `begin` to `end`, if there are any.
fn run(view: &View<'_>, begin: Option<usize>, end: usize) -> Option<Span> {
    view.span(Run::new(begin?, end)?)
}

/// The reading whose verb of saying stands right behind the dash.
fn teller(view: &View<'_>, index: usize, readings: &[Reading], dash: usize) -> Option<usize> {
    let near = (dash + 1..view.len().min(dash + 1 + NEAR))
        .take_while(|at| !view.comma(*at) && !view.dash(*at) && !view.stop(*at));
    let spans: Vec<Span> = near.map(|at| view.tokens[at].span).collect();
    readings.iter().position(|reading| {
        reading.sentence == index
            && passage::is_speech(reading)
            && reading
                .cue
                .is_some_and(|cue| spans.iter().any(|span| cue.contains(*span)))
    })
}

/// Whether the dash opens a remark by how it is printed: with a blank before it and none behind it, in Spanish.
fn narrates(view: &View<'_>, dash: usize) -> bool {
    view.lexicon.language == Language::Es
        && view.tokens[dash].spaced
        && view.tokens.get(dash + 1).is_some_and(|next| !next.spaced)
}
