//! "She disputes that: he promised C", "X denied that and said C": "that" stands for what was told before, and what follows is said.

use super::lexicon::CONJ;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::Span;

/// Ends the content of such readings with "that".
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings {
        let view = &views[reading.sentence];
        let Some(content) = reading.content.first().copied() else {
            continue;
        };
        if let Some(that) = pronoun(view, content) {
            reading.content = vec![that];
        }
    }
}

/// The "that" with which a content begins and that opens no clause.
fn pronoun(view: &View<'_>, content: Span) -> Option<Span> {
    let that = tokens(view, content).next()?;
    if !view.english() || !view.is(that, "that") {
        return None;
    }
    let joined = view.has(that + 1, CONJ) && view.tells(that + 2);
    let over = view.is(that + 1, ":") || view.is(that + 1, ";") || joined;
    over.then(|| view.tokens[that].span)
}
