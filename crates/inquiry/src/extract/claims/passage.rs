//! A paragraph: all readings of its sentences, and quotations that run over several.

use super::according;
use super::lexicon::{ADDRESSEE, Cue, NEG, REFUSAL, Sort};
use super::reading::Reading;
use super::view::View;
use super::{called, is_noun_like, neither, others, refuted, verbs};
use crate::extract::text::{Sentence, Setting, TokenKind, is_section};
use model::{Certainty, Kind, Polarity, Span};

/// The sentences of a paragraph as the rules see them.
pub(super) fn views(sentences: &[Sentence]) -> Vec<View<'_>> {
    let mut open = false;
    sentences
        .iter()
        .map(|sentence| {
            let view = View::new(sentence, open);
            open = view.ends_quoted;
            view
        })
        .collect()
}

/// All readings of a paragraph, in the order of their sentences.
pub(super) fn readings(views: &[View<'_>]) -> Vec<Reading> {
    let mut out: Vec<Reading> = Vec::new();
    for (index, view) in views.iter().enumerate() {
        let first = out.len();
        sentence(view, index, &mut out);
        extend_back(views, index, &mut out[first..]);
        // «C, — сказал X, — C»: the source stands inside the quotation.
        let interrupted = out[first..].iter().any(|reading| {
            !view.english()
                && reading.rule == "inverted"
                && (reading.content.len() > 1
                    || reading.source.is_some_and(|source| ends_with(view, source)))
        });
        let quoted = others::whole_quote(view).is_some() && !interrupted;
        if out.len() == first || quoted {
            out.truncate(first);
            continue_quote(views, index, &mut out);
        }
    }
    drop_inner_hedges(&mut out);
    out
}

/// Whether nothing but a stop follows the source in its sentence: the quotation goes on in the next.
fn ends_with(view: &View<'_>, source: Span) -> bool {
    let mut behind = (0..view.len()).filter(|at| view.tokens[*at].span.start >= source.end);
    // «C —dijo X—.»
    behind.all(|at| view.stop(at) || view.dash(at))
}

/// The readings of one sentence.
fn sentence(view: &View<'_>, index: usize, out: &mut Vec<Reading>) {
    // A headline stands for what follows: nobody is on record by it.
    if view.sentence.setting == Setting::Heading || is_section(view.tokens) {
        return;
    }
    if view.sentence.setting == Setting::Running {
        out.extend(others::label(view, index));
    }
    let first = out.len();
    let mut at = 0;
    while at < view.len() {
        // What is told in a relative clause puts nobody on record for the main one.
        let main = out[first..].iter().filter(|reading| !reading.is_aside());
        let before = main.rev().find_map(|reading| reading.source);
        let quoted = view.is_quoted(at) && view.sentence.setting != Setting::Turn;
        let mut step = 1;
        if let Some(reading) = according::russian_phrase(view, index, at) {
            out.push(reading);
            step = 2;
        } else if let Some(reading) = (!quoted).then(|| refuted::read(view, index, at)).flatten() {
            out.push(reading);
        } else if let Some(reading) = (!quoted || opens_with(view, at))
            .then(|| called::read(view, index, at, before))
            .flatten()
        {
            out.push(reading);
        } else if let Some(reading) = (!quoted).then(|| neither::read(view, index, at)).flatten() {
            out.push(reading);
        } else if view.kind(at) == Some(TokenKind::Word) {
            for cue in view.lexicon.cues(view.tokens, at) {
                if quoted && !tells(cue) && !denies_himself(view, at, cue) {
                    continue;
                }
                if cue.frames & REFUSAL != 0 {
                    step = cue.words.len();
                    break;
                }
                let found = match cue.sort {
                    Sort::Verb => verbs::read(view, index, at, cue, before),
                    Sort::Noun => others::noun(view, index, at, cue),
                    Sort::Phrase => according::phrase(view, index, at, cue),
                    Sort::Hedge => others::hedge(view, index, at, cue),
                    Sort::HedgeAdjective => others::adjective(view, index, at, cue),
                    Sort::Agentless => others::agentless(view, index, at, cue),
                };
                if let Some(reading) = found {
                    if !is_noun_like(cue.sort) || reading.source.is_some() {
                        step = cue.words.len();
                    }
                    out.push(reading);
                    break;
                }
            }
        }
        at += step;
    }
}

/// Whether a quotation begins with the verb group of the verb at `at`, whose subject stands before: "The ministry “rejects claims".
fn opens_with(view: &View<'_>, at: usize) -> bool {
    let open = verbs::group_start(view, 0, at).checked_sub(1);
    open.is_some_and(|open| view.open(open) && open > 0 && view.tokens[open - 1].is_wordy())
}

/// Whether the cue can attribute inside a quotation: plain telling, nothing that is only mood.
fn tells(cue: &Cue) -> bool {
    cue.sort == Sort::Verb
        && !cue.learned
        && cue.kind == Kind::Fact
        && cue.frames & ADDRESSEE != 0
        && cue.certainty == Certainty::Stated
}

/// "“I deny it,” X said", "“We do not believe that C”": who speaks denies it himself inside the quotation.
fn denies_himself(view: &View<'_>, at: usize, cue: &Cue) -> bool {
    let group = verbs::group_start(view, 0, at);
    let negated = (group..at).any(|at| view.has(at, NEG));
    let denies =
        cue.polarity == Polarity::Denied && !negated || negated && &*cue.words[0] == "believe";
    let subject = group.checked_sub(1);
    let speaker = subject.is_some_and(|at| {
        view.is_quoted(at) && matches!(view.lower(at), "i" | "we" | "client" | "clients")
    });
    view.english() && cue.sort == Sort::Verb && !cue.learned && denies && speaker
}

/// Drops hedges that stand inside what a source says: they lower that claim and make none of their own.
fn drop_inner_hedges(out: &mut Vec<Reading>) {
    let taken: Vec<(usize, Vec<Span>)> = out
        .iter()
        .filter(|reading| reading.source.is_some())
        .map(|reading| (reading.sentence, reading.content.clone()))
        .collect();
    let cues: Vec<Span> = out
        .iter()
        .filter(|reading| reading.is_told())
        .filter_map(|reading| reading.cue)
        .collect();
    out.retain(|reading| {
        let hedge = matches!(reading.rule, "hedge" | "hedge-adjective");
        let beside = reading.cue.is_some_and(|cue| {
            cues.iter()
                .any(|other| *other != cue && other.contains(cue))
        });
        let inside = beside
            || reading.cue.is_some_and(|cue| {
                taken.iter().any(|(sentence, content)| {
                    *sentence == reading.sentence && content.iter().any(|span| span.contains(cue))
                })
            });
        !(hedge && inside)
    });
}

/// A quotation that closes before "X said" began in an earlier sentence: takes it in whole.
fn extend_back(views: &[View<'_>], index: usize, readings: &mut [Reading]) {
    if !views[index].opens_quoted {
        return;
    }
    let start = views[index].sentence.span.start;
    let mut first = index;
    while first > 0 && views[first].opens_quoted {
        first -= 1;
    }
    let view = &views[first];
    let Some(open) = (0..view.len()).rev().find(|at| view.open(*at)) else {
        return;
    };
    let from = view.tokens[open].span.start;
    for reading in readings {
        if let Some(content) = reading
            .content
            .first_mut()
            .filter(|content| content.start == start)
        {
            content.start = from;
        }
    }
}

/// A sentence that is all quotation goes on with the quotation attributed before it.
fn continue_quote(views: &[View<'_>], index: usize, out: &mut [Reading]) {
    let view = &views[index];
    let Some(span) = others::whole_quote(view) else {
        return;
    };
    let Some(last) = out
        .iter_mut()
        .rev()
        .find(|reading| reading.sentence + 6 > index && is_speech(reading))
    else {
        return;
    };
    if let Some(end) = last.content.last_mut().filter(|end| end.end <= span.start) {
        let gap = views[..=index]
            .iter()
            .any(|view| view.sentence.span.start >= end.end && view.sentence.span.end < span.start);
        if end.end + 3 >= span.start && !gap {
            end.end = span.end;
        } else {
            last.content.push(span);
        }
    }
}

/// Whether a quotation can go on with this reading.
pub(super) fn is_speech(reading: &Reading) -> bool {
    matches!(
        reading.rule,
        "postposed"
            | "inverted"
            | "quote-after"
            | "clause"
            | "bare-clause"
            | "label"
            | "quote-continued"
            | "trained"
    ) && (reading.source.is_some() || reading.dropped)
}
