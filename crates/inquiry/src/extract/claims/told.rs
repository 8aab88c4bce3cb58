//! Whom a thing is told is not who tells it: "A la víctima le dijeron que C", «Потерпевшей сказали, что C», «Мне агент сказал».

use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use model::{Certainty, Language, Span};

/// Russian pronouns in the dative.
const HIM: [&str; 8] = ["мне", "нам", "ему", "ей", "им", "тебе", "вам", "себе"];
/// Endings of Russian nouns and adjectives in the dative singular.
const DATIVE: [&str; 6] = ["у", "ю", "ой", "ей", "ому", "ему"];

/// Takes whoever is told out of the sources.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
            continue;
        };
        match view.lexicon.language {
            // "A la ministra le consta que C": she knows it.
            Language::Es
                if reading.certainty != Certainty::Believed && spanish(view, source, cue) =>
            {
                reading.source = None;
            }
            Language::Ru => reading.source = russian(view, source, cue),
            _ => continue,
        }
        reading.dropped &= reading.source.is_some();
    }
}

/// "A la víctima le dijeron": behind "a", and again before the verb.
fn spanish(view: &View<'_>, source: Span, cue: Span) -> bool {
    let Some(first) = tokens(view, source).next() else {
        return false;
    };
    let to = view.is(first, "al") || first > 0 && matches!(view.lower(first - 1), "a" | "al");
    let again = (first..view.len())
        .take_while(|at| view.tokens[*at].span.start < cue.end)
        .any(|at| {
            view.tokens[at].span.start >= source.end && matches!(view.lower(at), "le" | "les")
        });
    let own = tokens(view, cue).any(|at| {
        ["const", "parec"]
            .iter()
            .any(|stem| view.lower(at).starts_with(stem))
    });
    to && again && !own
}

/// What is left of a source without whom it tells: «мне» is nobody, «мне агент» the agent, «потерпевшей сказали» nobody.
fn russian(view: &View<'_>, source: Span, cue: Span) -> Option<Span> {
    let inside: Vec<usize> = tokens(view, source).collect();
    let first = *inside.first()?;
    // «Нам известно», «им отвергнуто»: he knows it, he did it.
    let past = tokens(view, cue).any(|at| {
        ["л", "ла", "ли", "ло", "ят", "ют", "ут", "ат"]
            .iter()
            .any(|end| view.lower(at).ends_with(end))
    });
    if past && HIM.contains(&view.lower(first)) {
        let rest = inside.get(1).map(|at| view.tokens[*at].span.start);
        return rest.map(|start| Span::new(start, source.end));
    }
    let many = tokens(view, cue).any(|at| {
        let lower = view.lower(at);
        lower.ends_with("али") || lower.ends_with("или") || lower.ends_with("ели")
    });
    let dative = DATIVE.iter().any(|end| view.lower(first).ends_with(end));
    let before = source.end <= cue.start;
    (!(many && dative && before)).then_some(source)
}
