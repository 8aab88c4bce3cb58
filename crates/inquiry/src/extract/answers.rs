//! Numbers of papers that are given as an answer: "Your passport number?" - "N1234567".
//!
//! The number stands bare in its turn; what it is stands in the question before. It is the paper of whoever answers, or of
//! who was named last where the question asks for his or hers.

use super::around::{Scene, within};
use super::needs::{Pattern, Sheet};
use super::values;
use crate::alphabet::{Regex, pattern};
use model::{BlockKind, Certainty, Document, Layer, Mention, MentionKind, Part, Place, Span, Tie};
use std::cmp::Reverse;
use std::sync::LazyLock;

/// How much of the end of a question, and of the beginning of an answer, is looked at, in bytes.
const REACH: usize = 240;
/// Fewest digits of a number that only the question tells.
const DIGITS: usize = 5;

/// How many sentences before an answer are looked through for whose paper it is.
const NEAR: usize = 24;

/// A question for the number of a paper.
static ASKED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?:passports?|identity (?:card|document|number)|id(?: card| number)?|(?:document|card|licen[cs]e|visa|permit) number|number (?:of|on) (?:\p{L}+ ){0,2}(?:document|card|permit|visa|licen[cs]e)",
        r"|pasaportes?|carn[ée]t?(?: de identidad)?|c[ée]dula|dni|documento|identificaci[óo]n|visado|visa",
        r"|(?:загран)?паспорт\p{L}*|удостоверени\p{L}+|документ\p{L}*|виз[аыу]|снилс|инн|военн\p{L}+ билет\p{L}*)(?:$|[^\p{L}])",
    ))
});

/// A number that may be a paper's.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^\p{L}\p{N}])(?P<code>(?:[A-ZА-ЯЁ]{1,3}[ -]?|\p{L})?(?:№ ?)?\d(?:(?: ?[-–№/] ?| )?\d){4,}(?:[ -]?[A-ZА-ЯЁ]{1,2})?)(?:$|[^\p{L}\p{N}])",
    )
});

/// A question for the paper of somebody else.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:^|[^\p{L}])(?:his|her|their|его|е[её]|их|de (?:él|ella))(?:$|[^\p{L}])")
});

/// The turns of a part: where the speaker is named, and what is said.
fn turns(part: &Part) -> impl Iterator<Item = Span> {
    part.blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Turn { .. }))
        .map(|block| block.span)
}

/// The words of a span up to `REACH` bytes from its start, or from its end.
fn reach(text: &str, span: Span, end: bool) -> Span {
    if span.len() <= REACH {
        return span;
    }
    let at = if end {
        span.end - REACH
    } else {
        span.start + REACH
    };
    let at = text.ceil_char_boundary(at);
    if end {
        Span::new(at, span.end)
    } else {
        Span::new(span.start, at)
    }
}

/// Numbers given as answers, each with the question: places in the text of the part.
fn given(part: &Part) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let mut question: Option<Span> = None;
    for said in turns(part) {
        let answer = reach(&part.text, said, false);
        let words = answer.of(&part.text).unwrap_or_default();
        if let Some(question) = question.filter(|_| words.contains(|c: char| c.is_ascii_digit())) {
            found.extend(CODE.captures_iter(words).filter_map(|hit| {
                let code = hit.name("code")?;
                let digits = code.as_str().chars().filter(char::is_ascii_digit).count();
                let span = within(answer, code);
                let phone = words[..code.start()].ends_with('+');
                (digits >= DIGITS && !phone).then_some((span, question))
            }));
        }
        let asks = reach(&part.text, said, true);
        let words = asks.of(&part.text).unwrap_or_default();
        // "Series 75 12. And the number?" - the question goes on.
        let goes_on = question.is_some() && words.ends_with('?');
        let papers = Sheet::of(words).may(&ASKED) && ASKED.is_match(words);
        question = if papers {
            Some(asks)
        } else {
            question.filter(|_| goes_on)
        };
    }
    found
}

/// Puts papers whose numbers are given as answers among the mentions, in place of bare numbers.
pub(super) fn papers(document: &Document, mentions: &mut Vec<Mention>) {
    let parts = document.parts.iter().enumerate();
    let mut found: Vec<(usize, Span)> = parts
        .flat_map(|(index, part)| given(part).into_iter().map(move |(span, _)| (index, span)))
        .collect();
    for mention in mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Document)
    {
        if let Some(at) = met(&found, mention) {
            found.remove(at);
        }
    }
    if found.is_empty() {
        return;
    }
    mentions.retain(|mention| met(&found, mention).is_none());
    mentions.extend(found.into_iter().map(|(index, span)| {
        let words = document
            .parts
            .get(index)
            .and_then(|part| span.of(&part.text))
            .unwrap_or_default();
        let place = Place {
            document: document.id.clone(),
            part: index,
            span,
        };
        Mention::new(place, MentionKind::Document, words, values::code(words))
    }));
    mentions.sort_by_key(|mention| {
        let span = mention.place.span;
        (mention.place.part, span.start, Reverse(span.end))
    });
}

/// Which of the places, in text order, overlaps a mention.
fn met(places: &[(usize, Span)], mention: &Mention) -> Option<usize> {
    let own = (mention.place.part, mention.place.span.start);
    let at = places.partition_point(|(part, span)| (*part, span.end) <= own);
    let (part, span) = places.get(at)?;
    (*part == mention.place.part && span.overlaps(mention.place.span)).then_some(at)
}

/// Whose the papers are: who answers uses them, or who was named last in or before a question for his or hers.
pub(super) fn uses(document: &Document, scenes: &[Scene<'_>]) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (index, part) in document.parts.iter().enumerate() {
        for (span, question) in given(part) {
            let at = scenes.partition_point(|scene| {
                (scene.part, scene.sentence.span.end) <= (index, span.start)
            });
            let Some(scene) = scenes.get(at).filter(|scene| scene.part == index) else {
                continue;
            };
            let paper = scene.mentions.iter().find(|mention| {
                mention.kind == MentionKind::Document && mention.place.span.overlaps(span)
            });
            let other = OTHERS
                .is_match(question.of(&part.text).unwrap_or_default())
                .then(|| named_last(&scenes[..at], index, question))
                .flatten();
            let owner = other.or(scene.speaker).or(scene.label);
            if let (Some(paper), Some(owner)) = (paper, owner) {
                ties.push(Tie {
                    from: owner.id.clone(),
                    to: paper.id.clone(),
                    layer: Layer::Uses,
                    place: paper.place.clone(),
                    certainty: Certainty::Stated,
                    claim: None,
                });
            }
        }
    }
    ties
}

/// The person named last before the end of a question.
fn named_last<'a>(scenes: &[Scene<'a>], part: usize, question: Span) -> Option<&'a Mention> {
    scenes
        .iter()
        .rev()
        .take(NEAR)
        .filter(|scene| scene.part == part)
        .find_map(|scene| {
            let named = scene
                .people()
                .filter(|person| person.place.span.end <= question.end);
            named.last()
        })
}
