//! "Does not believe her and told me that C": an object ends before a further verb of telling of the same subject, and what
//! that one tells the first neither denies nor believes.

use super::clause;
use super::lexicon::{AUX, BE, CLAUSE, COMP, CONJ, DET, INF, PREP, REL, Sort};
use super::relative;
use super::trained::sentence_of;
use super::untold::tokens;
use super::view::View;
use crate::extract::tagger::Tied;
use model::{Polarity, Span};

/// Verbs of telling behind which a clause needs no "that".
const SAYS: [&str; 4] = ["said", "says", "told", "tells"];

/// Ends what the tagger ties to each cue before such a verb, where it sees no cue in it.
pub(super) fn settle(views: &[View<'_>], tied: &mut [Tied]) {
    let others = tied.to_vec();
    for it in tied.iter_mut() {
        let Some(view) = sentence_of(views, it.cue).map(|at| &views[at]) else {
            continue;
        };
        let between = |from: usize, to: usize| {
            let apart = |at: &usize| view.is(*at, ";") && !view.is_quoted(*at);
            let inside = |at: &usize| (from..to).contains(&view.tokens[*at].span.start);
            (0..view.len()).find(|at| apart(at) && inside(at))
        };
        // "The maid says A; X, twice, says B": nobody speaks over a semicolon.
        let far = |source: Span| {
            let gap = (source.end.min(it.cue.end), source.start.max(it.cue.start));
            between(gap.0, gap.1).is_some()
        };
        it.source = it.source.filter(|source| !far(*source));
        let cue = it.cue;
        do_else(view, it);
        let others = || others.iter();
        let own = it.source;
        let Some(last) = it.content.last_mut().filter(|last| last.start >= cue.end) else {
            continue;
        };
        let mark = between(last.start, last.end);
        if let Some(mark) = mark.filter(|at| others().any(|other| speaks(view, *at, *last, other)))
        {
            last.end = view.tokens[mark - 1].span.end;
        }
        let inside: Vec<usize> = tokens(view, *last).collect();
        let (Some(from), Some(to)) = (inside.first(), inside.last()) else {
            continue;
        };
        // What the same subject goes on to tell by a cue of its own: "doubts the story and says C".
        let heard = |verb: usize| {
            let span = view.tokens[verb].span;
            let mut all = others().filter(|other| other.cue.overlaps(span));
            all.any(|other| other.source.is_none() || other.source != own)
        };
        let accused = tokens(view, it.cue).next_back().is_some_and(|of| {
            let participle = of.checked_sub(1).is_some_and(|at| view.is(at, "accused"));
            participle && !(of.saturating_sub(4)..of).any(|at| view.has(at, BE))
        });
        let end = if accused {
            (*from + 1..*to).find(|at| tells_on(view, *at) && !heard(*at))
        } else {
            ends(view, *from, *to)
                .filter(|(_, verb)| !heard(*verb))
                .map(|(end, _)| end)
        };
        if let Some(end) = end {
            last.end = view.tokens[end - 1].span.end;
        }
    }
}

/// "Denied wrongdoing but settled the case": ends what is denied before what the same subject does.
fn do_else(view: &View<'_>, it: &mut Tied) {
    let denies = tokens(view, it.cue).any(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Verb && cue.polarity == Polarity::Denied)
    });
    let (Some(first), Some(last)) = (it.content.first(), it.content.last()) else {
        return;
    };
    if !denies || first.start < it.cue.end {
        return;
    }
    let whole = Span::new(first.start, last.end);
    let inside: Vec<usize> = tokens(view, whole).collect();
    let Some(from) = inside
        .first()
        .filter(|at| !view.has(**at, COMP) && !view.is_quoted(**at))
    else {
        return;
    };
    let goes_on = |at: &&usize| view.has(**at, CONJ) && clause::deed_follows(view, *from, **at);
    let Some(end) = inside.iter().skip(1).find(goes_on) else {
        return;
    };
    let end = view.tokens[end - 1].span.end;
    it.content.retain(|part| part.start < end);
    if let Some(last) = it.content.last_mut() {
        last.end = last.end.min(end);
    }
}

/// Whether another speaks in `content` behind the semicolon at `mark`.
fn speaks(view: &View<'_>, mark: usize, content: Span, other: &Tied) -> bool {
    let from = view.tokens[mark].span.end;
    let behind = |span: Span| span.start >= from && content.contains(span);
    behind(other.cue) && other.source.is_some_and(behind)
}

/// Where an object that begins at `from` ends before such a verb, and the verb.
pub(super) fn ends(view: &View<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let object = |at: &usize| {
        !view.has(*at, AUX | COMP) && !view.is_quoted(*at) && !relative::is_past(view.lower(*at))
    };
    if matches!(view.lower(from), "i" | "he" | "she" | "we" | "they") {
        return None;
    }
    let mut near = (from..to).take_while(object).skip(1);
    near.find_map(|at| Some((at, further(view, at)?)))
}

/// Whether the token is a verb of telling in the past that goes on with the subject of a participle before it: "a man accused
/// of C told the court".
pub(super) fn tells_on(view: &View<'_>, at: usize) -> bool {
    let mut cues = view.lexicon.cues(view.tokens, at);
    let finite = view.is_finite(at) || is_past(view.lower(at));
    finite
        && !view.has(at - 1, DET | PREP | INF | CONJ | COMP | REL | AUX)
        && cues.any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & CLAUSE != 0)
}

/// Whether an English verb form is one of the past, or tells anyhow.
pub(super) fn is_past(lower: &str) -> bool {
    SAYS.contains(&lower) || relative::is_past(lower)
}

/// The verb of telling that the "and" at the token joins to the one before: "and told me that".
fn further(view: &View<'_>, at: usize) -> Option<usize> {
    if !view.is(at, "and") {
        return None;
    }
    let verb = at + 1 + usize::from(view.adverb(at + 1));
    let lower = view.lower(verb);
    let finite = lower.ends_with('s') || lower.ends_with("ed") || is_past(lower);
    let mut cues = view.lexicon.cues(view.tokens, verb.min(view.len() - 1));
    let tells = cues.any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.frames & CLAUSE != 0);
    let clause = (verb + 1..verb + 6).any(|at| view.is(at, "that"))
        || SAYS.contains(&lower) && !view.has(verb + 1, CONJ) && !view.comma(verb + 1);
    (finite && tells && clause).then_some(verb)
}
