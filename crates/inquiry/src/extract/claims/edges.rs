//! Edges of what the English tagger ties: words that end a source by mistake, and clauses that a content runs on into.

use super::clause;
use super::lexicon::{AUX, COMP, DET, POSS, PRON, REL};
use super::reading::Reading;
use super::relative;
use super::trained::sentence_of;
use super::untold::{self, tokens};
use super::view::View;
use crate::extract::tagger::Tied;
use model::{Polarity, Span};

/// Words that open a clause behind a source: "said X when he was shown it".
const OPENERS: [&str; 9] = [
    "when", "while", "after", "before", "as", "because", "since", "if", "although",
];

/// Takes such a word from the end of each source, and from the content what stands behind it where more is said; and gives a
/// source that is only a relative clause whom it tells of.
pub(super) fn settle(views: &[View<'_>], tied: &mut [Tied]) {
    for it in tied {
        *it = untold::spoken(views, it);
        let Some(source) = it.source else { continue };
        let Some(view) = sentence_of(views, source).map(|at| &views[at]) else {
            continue;
        };
        if let Some(whole) = related(view, source) {
            it.source = Some(whole);
            continue;
        }
        let inside: Vec<usize> = tokens(view, source).collect();
        let [.., before, last] = inside[..] else {
            continue;
        };
        if !OPENERS.contains(&view.lower(last)) {
            continue;
        }
        it.source = Some(Span::new(source.start, view.tokens[before].span.end));
        let behind = |content: &Span| {
            let first = tokens(view, *content).next();
            first.is_some_and(|first| first == last + 1)
        };
        if it.content.iter().any(|content| !behind(content)) {
            it.content.retain(|content| !behind(content));
        }
    }
}

/// Leaves what is said in a later sentence outside quotation marks to who is on record for it there: "That he paid, he admits.
/// That they were beaten, prosecutors say."
pub(super) fn without_later(views: &[View<'_>], readings: &mut [Reading]) {
    let told: Vec<(usize, Span)> = readings
        .iter()
        .filter(|reading| reading.source.is_some())
        .flat_map(|reading| reading.content.iter().map(|it| (reading.sentence, *it)))
        .collect();
    for reading in readings.iter_mut().filter(|it| it.content.len() > 1) {
        let own = reading.sentence;
        reading.content.retain(|content| {
            let at = sentence_of(views, *content).unwrap_or(own);
            let quoted = tokens(&views[at], *content).any(|token| views[at].is_quoted(token));
            let others =
                |(sentence, other): &(usize, Span)| *sentence == at && content.start == other.start;
            at <= own || quoted || !told.iter().any(others)
        });
    }
}

/// Ends who says it behind the cue before the circumstance in which he does: "said the driver as he left court".
pub(super) fn without_circumstance(views: &[View<'_>], readings: &mut [Reading]) {
    for reading in readings {
        let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
            continue;
        };
        if source.start < cue.end {
            continue;
        }
        // Who says it is nothing that he says.
        if reading.content.len() > 1 {
            reading.content.retain(|it| it.start != source.start);
        }
        let view = &views[reading.sentence];
        let inside: Vec<usize> = tokens(view, source).collect();
        // What a description behind a comma tells of him stays with him.
        let bare = |at: &&usize| view.tokens[**at].is_wordy() && !view.has(**at, AUX | REL);
        let mut behind = inside.iter().take_while(bare).skip(1);
        if let Some(opener) = behind.find(|at| opens_clause(view, **at, &inside)) {
            let end = view.tokens[opener - 1].span.end;
            reading.source = Some(Span::new(source.start, end));
        }
    }
}

/// Whether a clause with a subject and a verb of its own begins at a token of a source.
fn opens_clause(view: &View<'_>, at: usize, source: &[usize]) -> bool {
    let verb =
        |at: usize| view.has(at, AUX) || view.is_finite(at) || relative::is_past(view.lower(at));
    let begins = view.has(at + 1, DET | POSS | PRON) || view.capital(at + 1);
    let within = source.iter().any(|it| *it > at + 1 && verb(*it));
    // "When police asked": the source may end before the verb.
    let next = view.tokens.get(at + 1);
    let bare = next.is_some_and(crate::extract::text::Token::is_wordy) && verb(at + 2);
    OPENERS.contains(&view.lower(at)) && (begins && within || bare)
}

/// The source with whom its relative clause tells of: "a boy who walked into a hostel" said.
fn related(view: &View<'_>, source: Span) -> Option<Span> {
    let inside: Vec<usize> = tokens(view, source).collect();
    let who = *inside.first()?;
    let clause = inside.len() > 2 && matches!(view.lower(who), "who" | "which" | "that");
    let run = clause::phrase_left(view, who).filter(|_| clause && !view.comma(who - 1))?;
    Some(Span::new(view.span(run)?.start, source.end))
}

/// Whether the tagger's content of a reading cannot be right and the rule's stays.
pub(super) fn is_wrong(views: &[View<'_>], reading: &Reading, it: &Tied) -> bool {
    leaps(reading, it) || breaks_off(views, reading, it) || runs_on(views, reading, it)
}

/// Whether the tagger leaves out the object right behind the cue for what stands in apposition to it: "I deny it, every word".
fn leaps(reading: &Reading, it: &Tied) -> bool {
    let (Some(own), Some(other)) = (reading.content.first(), it.content.first()) else {
        return false;
    };
    let cue = reading.cue.filter(|cue| cue.overlaps(it.cue));
    cue.is_some_and(|cue| own.start <= cue.end + 1 && own.start >= cue.end)
        && own.end < other.start
        && reading.polarity == Polarity::Denied
}

/// Whether the tagger adds to the clause behind the cue no more than words before it that are no quotation.
pub(super) fn is_behind(views: &[View<'_>], told: &[Span], it: &Tied) -> bool {
    let ([own], [before @ .., last]) = (told, &it.content[..]) else {
        return false;
    };
    let plain = |span: &Span| {
        let at = sentence_of(views, *span);
        span.end <= it.cue.start
            && at.is_some_and(|at| {
                !tokens(&views[at], *span).any(|token| views[at].is_quoted(token))
            })
    };
    own == last && own.start >= it.cue.end && !before.is_empty() && before.iter().all(plain)
}

/// Whether the tagger ends a "that" clause before its verb: "That the girls" were locked in is denied.
fn breaks_off(views: &[View<'_>], reading: &Reading, it: &Tied) -> bool {
    let ([own, ..], [other]) = (&reading.content[..], &it.content[..]) else {
        return false;
    };
    let Some(view) = sentence_of(views, *own).map(|at| &views[at]) else {
        return false;
    };
    let verb = |span: Span| tokens(view, span).any(|at| view.has(at, AUX) || view.is_finite(at));
    let opens = tokens(view, *own)
        .next()
        .is_some_and(|at| view.has(at, COMP));
    let rest = Span::new(other.end, own.end.max(other.end));
    opens && own.start == other.start && own.end > other.end && !verb(*other) && verb(rest)
}

/// Whether the rule names with the source the clause behind its comma that tells of it: "X, whom police suspect, said".
pub(super) fn tells_of(views: &[View<'_>], own: Span, other: Span) -> bool {
    let Some(view) = sentence_of(views, own).map(|at| &views[at]) else {
        return false;
    };
    let relative = tokens(view, own).any(|at| {
        let who = matches!(view.lower(at), "who" | "whom" | "whose");
        let near = || at > 0 && view.comma(at - 1) && view.tokens[at - 1].span.start <= other.end;
        who && (other.contains(view.tokens[at].span) || near())
    });
    own.start == other.start && own.end > other.end && relative
}

/// Whether a content that nobody is on record for runs on over a comma at which the rule ends it: "alleged head of the ring,
/// left in May".
fn runs_on(views: &[View<'_>], reading: &Reading, it: &Tied) -> bool {
    if reading.source.is_some() || it.source.is_some() {
        return false;
    }
    let (Some(own), Some(other)) = (reading.content.last(), it.content.last()) else {
        return false;
    };
    let Some(view) = sentence_of(views, *own).map(|at| &views[at]) else {
        return false;
    };
    let comma = |at: usize| view.comma(at) && view.tokens[at].span.start == own.end;
    own.start == other.start && own.end < other.end && (0..view.len()).any(comma)
}

/// Drops what nobody tells but who tells another thing: "a claim the owners reject" has no content of its own.
pub(super) fn without_names(readings: &mut Vec<Reading>) {
    let said: Vec<Span> = readings
        .iter()
        .filter_map(|reading| {
            let (source, cue) = (reading.source?, reading.cue?);
            Some(Span::new(
                source.start.min(cue.start),
                source.end.max(cue.end),
            ))
        })
        .collect();
    readings.retain(|reading| {
        let nobodys = reading.source.is_none() && !reading.own && !reading.dropped;
        let only = matches!(reading.content[..], [only] if said.contains(&only));
        !(nobodys && only)
    });
}
