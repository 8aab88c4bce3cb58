//! Quotations over several sentences and paragraphs: every quoted sentence belongs to whoever is on record for it.

use super::nest;
use super::others;
use super::passage;
use super::reading::Reading;
use super::view::{self, View};
use crate::extract::text::{Sentence, Setting, TokenKind};
use model::Span;

/// A quotation over more paragraphs than this is a mark that was never closed.
const LONGEST: usize = 12;
/// How many sentences after its cue a new quotation is still that speaker's.
const REACH: usize = 6;

/// The sentences of the first paragraph, with the paragraphs over which a quotation of it runs on.
pub(super) fn passage(sentences: &[Sentence]) -> &[Sentence] {
    let mut length = 0;
    let mut open = false;
    for _ in 0..LONGEST {
        let rest = &sentences[length..];
        let Some(first) = rest.first() else { break };
        let goes_on = length == 0 || open && first.setting == Setting::Running && reopens(first);
        if !goes_on {
            break;
        }
        let paragraph = rest
            .iter()
            .take_while(|sentence| sentence.paragraph == first.paragraph);
        for sentence in paragraph {
            open = view::ends_quoted(sentence, open);
            length += 1;
        }
        if first.setting != Setting::Running {
            break;
        }
    }
    &sentences[..length]
}

/// All passages of a part.
pub(super) fn passages(sentences: &[Sentence]) -> impl Iterator<Item = &[Sentence]> {
    let mut rest = sentences;
    std::iter::from_fn(move || {
        let next = passage(rest);
        rest = &rest[next.len()..];
        (!next.is_empty()).then_some(next)
    })
}

/// Whether a paragraph begins with a mark by which a quotation goes on: an opening one, or "»" in Spanish.
fn reopens(first: &Sentence) -> bool {
    first
        .tokens
        .first()
        .is_some_and(|token| matches!(token.kind, TokenKind::Open | TokenKind::Close))
}

/// Gives every quoted sentence that no reading holds to the speaker of the quotation.
pub(super) fn complete(views: &[View<'_>], readings: &mut [Reading]) {
    if views
        .iter()
        .any(|view| view.sentence.setting != Setting::Running)
    {
        return;
    }
    // Forward: what goes on, and what is said in new marks shortly after.
    for index in 0..views.len() {
        let Some(span) = loose(views, readings, index) else {
            continue;
        };
        let view = &views[index];
        let holder = if view.opens_quoted {
            holder(views, readings, index.wrapping_sub(1))
        } else {
            let after = |reading: &&mut Reading| {
                reading.sentence < index
                    && reading.sentence + REACH > index
                    && passage::is_speech(reading)
            };
            readings
                .iter_mut()
                .filter(after)
                .max_by_key(|reading| reading.sentence)
        };
        if let Some(reading) = holder {
            reading.content.push(span);
            reading.content.sort();
        }
    }
    // Backward: what stands before the sentence in which the quotation is attributed.
    for index in (0..views.len()).rev() {
        let Some(span) = loose(views, readings, index) else {
            continue;
        };
        if views[index].ends_quoted
            && let Some(reading) = holder(views, readings, index + 1)
        {
            reading.content.push(span);
            reading.content.sort();
        }
    }
}

/// Gives readings whose subject is left out the source named last before them, else the `topic` before their content, with
/// which a sentence may begin; nobody who is named before the reading's floor.
/// Returns the source named last; `last` is that of the passage before.
pub(super) fn left_out(
    text: &str,
    readings: &mut [Reading],
    floors: &[usize],
    last: Option<Span>,
    topic: impl Fn(usize) -> Option<(Span, bool)>,
    other: impl Fn(usize, Span) -> Option<Span>,
) -> Option<Span> {
    let mut last = last;
    // Who speaks inside what another says does not go on speaking behind it, nor is he whoever spoke before.
    let above: Vec<Option<usize>> = (0..readings.len())
        .map(|at| nest::parent(readings, at))
        .collect();
    for at in 0..readings.len() {
        let around = above[at].and_then(|above| readings[above].source);
        let inside = above[at].is_some();
        let reading = &mut readings[at];
        if reading.dropped && reading.source.is_none() {
            let start = reading.content.first().map_or(0, |content| content.start);
            let floor = floors.get(at).copied().unwrap_or(0);
            let near = last.filter(|last| last.end <= start && last.start >= floor);
            // Whom a later sentence begins with is nearer than who spoke last.
            let (named, leads) = topic(start).filter(|it| it.0.start >= floor).unzip();
            let nearer = named.filter(|named| {
                leads == Some(true) && near.is_none_or(|near| near.end <= named.start)
            });
            reading.source = if inside {
                around
            } else {
                nearer.or(near).or(named)
            };
        }
        if !(inside || reading.is_aside() && is_spanish(text, reading)) {
            last = reading
                .source
                .filter(|source| !is_relative(text, *source))
                .or(last);
        }
    }
    not_himself(text, readings, other);
    last
}

/// Whether a relative clause with its own source opens with a Spanish "que" alone: whoever says it does not go on.
fn is_spanish(text: &str, reading: &Reading) -> bool {
    let first = reading.content.first().and_then(|it| it.of(text));
    first == Some("que")
}

/// What was told to whoever speaks, he did not say himself: whoever else was named last did, or nobody who is named.
fn not_himself(text: &str, readings: &mut [Reading], other: impl Fn(usize, Span) -> Option<Span>) {
    for at in 0..readings.len() {
        let around = nest::parent(readings, at).and_then(|above| readings[above].source);
        let reading = &mut readings[at];
        let Some(speaker) = around.filter(|_| reading.source == around) else {
            continue;
        };
        if told_him(text, reading) {
            let start = reading.content.first().map_or(0, |content| content.start);
            reading.source = other(start, speaker);
        }
    }
}

/// Whether it was told to whoever speaks: "me dijo", «мне сказали». He did not say it himself.
fn told_him(text: &str, reading: &Reading) -> bool {
    const HIM: [&str; 5] = ["me", "nos", "мне", "нам", "меня"];
    let Some(cue) = reading.cue else {
        return false;
    };
    let before = text.get(..cue.start).unwrap_or_default();
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let first = cue.of(text).unwrap_or_default();
    let first = first.split_whitespace().next().unwrap_or_default();
    let bare = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    HIM.contains(&&*bare(last)) || HIM.contains(&&*bare(first))
}

/// Whether a source is a relative pronoun, which stands for nobody outside its clause.
fn is_relative(text: &str, source: Span) -> bool {
    const RELATIVE: [&str; 6] = ["que", "quien", "quienes", "who", "which", "that"];
    let words = source.of(text).unwrap_or_default().to_lowercase();
    RELATIVE.contains(&&*words) || words.starts_with("котор") && !words.contains(' ')
}

/// The sentence at `index` where it is all quotation and nobody's yet.
fn loose(views: &[View<'_>], readings: &[Reading], index: usize) -> Option<Span> {
    let span = others::whole_quote(&views[index])?;
    let held = readings
        .iter()
        .any(|reading| reading.content.iter().any(|content| content.overlaps(span)));
    (!held).then_some(span)
}

/// The reading on whose record the sentence at `index` is.
fn holder<'r>(
    views: &[View<'_>],
    readings: &'r mut [Reading],
    index: usize,
) -> Option<&'r mut Reading> {
    let span = views.get(index)?.sentence.span;
    readings
        .iter_mut()
        .filter(|reading| passage::is_speech(reading))
        .find(|reading| reading.content.iter().any(|content| content.overlaps(span)))
}
