//! Cues that are no verbs with a subject: nouns, "according to", hedges, "is believed to", headings.

use super::clause;
use super::lexicon::{
    AUX, BE, BY, COMP, Cue, DET, INF, INFINITIVE, OBJECT, POSS, PREP, PRON, Sort,
};
use super::reading::Reading;
use super::view::{Run, View};
use crate::extract::text::Setting;
use model::{Certainty, Kind, Polarity, Span};

/// "X's claim that C", "the promise to C", "criticism of C".
pub(super) fn noun(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let owner = owner(view, at);
    // "His lawyers claim that": a verb behind a plural.
    let plural = at > 0 && view.tokens[at - 1].is_wordy() && view.lower(at - 1).ends_with('s');
    if owner.is_none() && plural && !view.has(at - 1, DET | PREP | POSS) && view.has(at + 1, COMP) {
        return None;
    }
    let nominal =
        owner.is_some() || (at > 0 && (view.has(at - 1, DET | PREP) || in_phrase(view, at)));
    if !nominal {
        return None;
    }
    let (rule, from) = if view.is(after, "that")
        || view.is(after, "que")
        || view.is(after, "de") && view.is(after + 1, "que")
        || view.is(after, "о") && view.is(after + 1, "том")
        || view.comma(after) && view.is(after + 1, "что")
    {
        ("noun-clause", after)
    } else if view.has(after, INF) && cue.frames & INFINITIVE != 0 {
        ("noun-infinitive", after)
    } else if view.has(after, PREP) && cue.frames & OBJECT != 0 {
        ("noun-object", after + 1)
    } else {
        return None;
    };
    let end = if rule == "noun-clause" {
        clause::clause_end(view, from)
    } else {
        clause::object_end(view, from)
    };
    let mut reading = Reading::new(sentence, rule, cue, view.span(Run::new(at, after)?));
    reading.content.push(view.span(Run::new(from, end)?)?);
    reading.source = owner.and_then(|run| view.span(run));
    Some(reading)
}

/// The possessor of the noun at `at`: "X 's recent claim", "his claim".
fn owner(view: &View<'_>, at: usize) -> Option<Run> {
    for back in 1..=3 {
        let before = at.checked_sub(back)?;
        if view.is(before, "'s") || view.is(before, "'") {
            return clause::phrase_left(view, before);
        }
        if view.has(before, POSS) {
            return Run::new(before, before + 1);
        }
        if view.has(before, DET | PREP | AUX) || !view.tokens[before].is_wordy() {
            return None;
        }
    }
    None
}

/// Whether a determiner stands up to two words before.
fn in_phrase(view: &View<'_>, at: usize) -> bool {
    at > 1 && view.has(at - 2, DET)
}

/// "According to X, C." / "C, according to X."
pub(super) fn phrase(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    // "по его словам": the source stands inside the cue.
    let inner = (at..after)
        .find(|at| view.has(*at, POSS))
        .and_then(|at| Run::new(at, at + 1));
    let source = match inner {
        Some(run) => run,
        None => clause::phrase_right(view, after)?,
    };
    let source = without_content(view, at, source);
    let mut reading = Reading::new(sentence, "according", cue, view.span(Run::new(at, after)?));
    reading.source = view.span(source);
    let mut next = source.to.max(after);
    while next < view.len()
        && !view.comma(next)
        && !view.stop(next)
        && next < source.to.max(after) + 12
    {
        next += 1;
    }
    let first = at == 0 || (at == 1 && !view.tokens[0].is_wordy());
    if first {
        let from = if view.comma(next) {
            next + 1
        } else {
            source.to.max(after)
        };
        reading
            .content
            .push(view.span(Run::new(from, clause::clause_end(view, from))?)?);
        return Some(reading);
    }
    reading
        .content
        .extend(Run::new(0, at).and_then(|run| view.span(run)));
    if view.comma(next) && !view.stop(next + 1) && at > 0 && view.comma(at - 1) {
        let end = clause::clause_end(view, next + 1);
        reading
            .content
            .extend(Run::new(next + 1, end).and_then(|run| view.span(run)));
    }
    (!reading.content.is_empty()).then_some(reading)
}

/// A source at the start of a sentence, cut at its comma where the content would be left empty.
fn without_content(view: &View<'_>, at: usize, source: Run) -> Run {
    let comma = (source.from..source.to).find(|at| view.comma(*at));
    let left = (source.to..view.len()).any(|at| view.tokens[at].is_wordy());
    // "по словам адвоката, депутат утверждает": behind the comma somebody else speaks.
    let speaks = |cut: Run| {
        (cut.to..source.to).any(|at| {
            view.lexicon
                .cues(view.tokens, at)
                .any(|cue| cue.sort == Sort::Verb)
        })
    };
    let romance = view.lexicon.language != model::Language::En;
    match comma.and_then(|comma| Run::new(source.from, comma)) {
        Some(cut)
            if at <= 1 && (!left || (romance && view.has(cut.to + 1, DET)) || speaks(cut)) =>
        {
            cut
        }
        _ => source,
    }
}

/// "C, reportedly": nobody's claim, the clause around the adverb.
pub(super) fn hedge(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let from = (0..at)
        .rev()
        .find(|index| {
            view.comma(*index)
                || view.is(*index, ";")
                || view.has(*index, COMP) && !view.has(*index, PREP)
        })
        .map_or(0, |index| index + 1);
    let from = if at == from || at - from > 12 {
        0
    } else {
        from
    };
    let end = clause::object_end(view, after);
    let mut reading = Reading::new(sentence, "hedge", cue, view.span(Run::new(at, after)?));
    reading
        .content
        .extend(Run::new(from, at).and_then(|run| view.span(run)));
    reading
        .content
        .extend(Run::new(after, end).and_then(|run| view.span(run)));
    (!reading.content.is_empty()).then_some(reading)
}

/// "the alleged recruiter": nobody's claim about one phrase.
pub(super) fn adjective(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let phrase = clause::phrase_right(view, after)?;
    let mut reading = Reading::new(
        sentence,
        "hedge-adjective",
        cue,
        view.span(Run::new(at, after)?),
    );
    reading.content.push(view.span(phrase)?);
    Some(reading)
}

/// "X is believed to C", "it is said that C".
pub(super) fn agentless(view: &View<'_>, sentence: usize, at: usize, cue: &Cue) -> Option<Reading> {
    let after = at + cue.words.len();
    let mut group = at;
    while group > 0 && (view.has(group - 1, AUX) || view.adverb(group - 1)) {
        group -= 1;
    }
    // English needs "is believed"; "se cree" and "считается" are passive by themselves.
    let passive = view.lexicon.language != model::Language::En
        || (group..at).any(|index| view.has(index, BE));
    let by = (after..(after + 8).min(view.len())).any(|index| view.has(index, BY));
    if !passive || by {
        return None;
    }
    let mut reading = Reading::new(
        sentence,
        "agentless",
        cue,
        view.span(Run::new(group, after)?),
    );
    let after = if view.comma(after) && view.has(after + 1, COMP) {
        after + 1
    } else {
        after
    };
    if view.has(after, COMP) {
        let end = clause::clause_end(view, after);
        reading.content.push(view.span(Run::new(after, end)?)?);
    } else if view.has(after, INF | PREP) {
        let subject = clause::subject(view, group)?;
        let end = clause::object_end(view, after);
        reading.content.push(view.span(subject)?);
        reading.content.push(view.span(Run::new(after, end)?)?);
    } else {
        return None;
    }
    Some(reading)
}

/// Headlines: "X: C", "C - X".
pub(super) fn heading(view: &View<'_>, sentence: usize) -> Option<Reading> {
    if view.sentence.setting != Setting::Heading {
        return None;
    }
    let colon = (1..view.len()).find(|at| view.is(*at, ":"));
    let dash = (1..view.len())
        .rev()
        .find(|at| view.dash(*at) && view.tokens[*at].spaced);
    let (source, content, cue) = match (colon, dash) {
        (Some(at), _) if at <= 5 && at + 3 < view.len() && !(0..at).any(|it| view.comma(it)) => {
            (Run::new(0, at)?, Run::new(at + 1, view.len())?, at)
        }
        (_, Some(at)) if at >= 3 && view.len() - at <= 6 => {
            (Run::new(at + 1, view.len())?, Run::new(0, at)?, at)
        }
        _ => return None,
    };
    let mark = view.tokens[cue].span;
    Some(Reading {
        sentence,
        source: Some(view.span(source)?),
        cue: Some(mark),
        head: view.lower(cue).to_owned(),
        content: vec![view.span(content)?],
        certainty: Certainty::Stated,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        rule: "heading",
    })
}

/// "NAME: words" at the start of a paragraph of running text.
pub(super) fn label(view: &View<'_>, sentence: usize) -> Option<Reading> {
    let colon = (1..view.len().min(8)).find(|at| view.is(*at, ":"))?;
    let named = (0..colon).all(|at| {
        view.tokens[at].capital || view.has(at, PREP | DET) || !view.tokens[at].is_wordy()
    });
    if !named || view.has(0, PRON) || colon + 2 >= view.len() {
        return None;
    }
    Some(Reading {
        sentence,
        source: Some(view.span(Run::new(0, colon)?)?),
        cue: Some(view.tokens[colon].span),
        head: ":".to_owned(),
        content: vec![view.span(Run::new(colon + 1, view.len())?)?],
        certainty: Certainty::Stated,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        rule: "label",
    })
}

/// The span of a quotation that fills (most of) the sentence, if one does.
pub(super) fn whole_quote(view: &View<'_>) -> Option<Span> {
    let wordy = (0..view.len()).filter(|at| view.tokens[*at].is_wordy());
    let (quoted, all) = wordy.fold((0, 0), |(quoted, all), at| {
        (quoted + usize::from(view.is_quoted(at)), all + 1)
    });
    (quoted == all && all > 0).then_some(view.sentence.span)
}
