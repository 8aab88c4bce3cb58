//! What is set off behind a name and names somebody or something else: "Maisie T., a nurse from Ipswich, was recruited".
//!
//! What follows is told of the name before it, not of the name inside.

use super::around::Scene;
use super::predicate;
use crate::alphabet::{Regex, pattern};
use model::{Mention, MentionKind, Span};
use std::sync::LazyLock;

/// Words set off behind a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Aside {
    /// The name that stands before.
    pub(crate) head: Span,
    /// From the end of that name up to, and with, the mark that closes what is set off.
    pub(crate) span: Span,
}

/// Longest words that are set off, in bytes.
const LONGEST: usize = 200;

/// Most commas inside.
const COMMAS: usize = 4;

/// What opens it: a mark and a word in small letters that joins nothing and begins no clause about somebody else's deed.
static OPENS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?P<mark>, | \(| — | – )(?P<word>[\p{Ll}\d][\p{L}\d’'-]*)(?P<next> \p{Ll}+)?")
});

/// Words that do not open what is set off.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "and", "or", "but", "whom", "whose", "y", "e", "o", "pero", "sino", "и", "а", "но", "или", "что", "que", "так",
    "которого", "которую", "которых", "которой", "которому", "чья", "чей", "if", "si", "если",
];

/// Everything that is set off in a sentence with a name inside and a verb behind, in text order.
pub(crate) fn asides(scene: &Scene<'_>) -> Vec<Aside> {
    let told = |who: &Mention| {
        let span = behind(scene, who)?;
        Some(Aside {
            head: who.place.span,
            span,
        })
    };
    scene.people().filter_map(told).collect()
}

/// What is set off behind one name.
fn behind(scene: &Scene<'_>, head: &Mention) -> Option<Span> {
    let start = head.place.span.end;
    let rest = scene.at(scene.rest(start));
    let opens = OPENS.captures(rest)?;
    let word = opens.name("word")?.as_str();
    let whom = opens.name("next").is_some_and(|next| {
        matches!(word, "a" | "al" | "de" | "с" | "у" | "к")
            && matches!(
                next.as_str(),
                " quien" | " quienes" | " que" | " la" | " cual"
            )
    });
    if OTHERS.contains(&word) || whom {
        return None;
    }
    let closing = match opens.name("mark")?.as_str() {
        " (" => ")",
        ", " => ",",
        dash => dash.trim(),
    };
    let from = opens.name("word")?.start();
    let mut at = from;
    for _ in 0..COMMAS {
        let mark = rest.get(at..)?.find(closing)? + at;
        let end = mark + closing.len();
        if end > LONGEST || rest[from..mark].contains([';', ':', '«', '“', '"', '?', '!']) {
            return None;
        }
        let span = Span::new(start, start + end);
        if predicate::follows(rest.get(end..)?) {
            return holds(scene, span).then_some(span);
        }
        at = end;
    }
    None
}

/// Whether a name stands inside, and none that is set off by commas itself: that one may act.
fn holds(scene: &Scene<'_>, span: Span) -> bool {
    static PLACE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?:^|[^\p{L}])(?:from|in|of|at|near|de|en|из|в|под) [\p{L} -]{2,40},? ?$")
    });
    let named = |mention: &&Mention| {
        matches!(
            mention.kind,
            MentionKind::Person | MentionKind::Organisation | MentionKind::Place
        ) && span.contains(mention.place.span)
    };
    let mut inside = scene.mentions.iter().filter(named).peekable();
    inside.peek().is_some()
        && inside
            .filter(|it| it.kind == MentionKind::Person)
            .all(|mention| {
                let before = scene.at(Span::new(span.start, mention.place.span.start));
                let after = scene.at(Span::new(mention.place.span.end, span.end));
                // A list goes on: ", and Maisie T., her neighbour, were".
                let listed = [", and", ", y", ", e", ", и"]
                    .iter()
                    .any(|and| before.trim_end().ends_with(and));
                let alone = before.ends_with(", ") && after.starts_with(',');
                !listed && (!alone || PLACE.is_match(before.trim_end()))
            })
}
