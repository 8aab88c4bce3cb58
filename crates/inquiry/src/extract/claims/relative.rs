//! Relative clauses: "X, who according to Y C, denied D" (D is denied by X), "X, whom Y accuses of C" (Y accuses), "X, who
//! police say was sold" (police say it), "C, which he denies" (he denies C).

mod denied;
mod fronted;
mod within;

pub(super) use denied::RULE as DENIED;

use super::clause;
use super::lexicon::{
    AUX, BE, BY, CLAUSE, COMP, CONJ, Cue, DET, NEG, POSS, PREP, PRON, REL, Sort, TIME,
};
use super::reading::{self, Reading};
use super::verbs::{group_start, in_group};
use super::view::{Run, View};
use model::{Certainty, Language, Polarity, Span};

/// The rule of what is told of a name in a relative clause.
const RULE: &str = "relative";
/// The most tokens of a relative clause.
const LONGEST: usize = 45;

/// A relative clause between its commas.
#[derive(Clone, Copy, Debug)]
struct Clause {
    /// The comma before it.
    open: usize,
    /// The first token behind its pronoun.
    from: usize,
    /// The comma behind it, or the end of the sentence.
    close: usize,
}

/// Gives each clause of a sentence with relative clauses its own source.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        denied::settle(view, index, readings);
        fronted::settle(view, index, readings);
        within::settle(view, index, readings);
        for clause in clauses(view) {
            bound(view, index, clause, readings);
            if let Some(found) = told(view, index, clause) {
                replace(view, clause, found, readings);
            }
            if let Some(name) = topic(view, clause) {
                main(view, index, (name, clause), readings);
            }
        }
    }
    reading::sort(readings);
}

/// The relative clauses of a sentence, in text order.
fn clauses(view: &View<'_>) -> Vec<Clause> {
    (1..view.len())
        .filter(|at| view.comma(*at))
        .filter_map(|open| {
            let from = behind_pronoun(view, open + 1)?;
            let close = close(view, from)?;
            Some(Clause { open, from, close })
        })
        .collect()
}

/// The token behind the relative pronoun at `at`: "who", "a quien", «которого».
fn behind_pronoun(view: &View<'_>, at: usize) -> Option<usize> {
    let link = at + usize::from(view.has(at, PREP));
    match view.lexicon.language {
        Language::En | Language::Unknown => view.has(link, REL).then_some(link + 1),
        Language::Es => {
            if matches!(
                view.lower(link),
                "que" | "quien" | "quienes" | "cuyo" | "cuya"
            ) {
                return Some(link + 1);
            }
            let article = matches!(view.lower(link), "el" | "la" | "los" | "las");
            let named = matches!(view.lower(link + 1), "que" | "cual" | "cuales");
            (article && named).then_some(link + 2)
        }
        Language::Ru => {
            let lower = view.lower(link);
            let pronoun =
                lower.starts_with("котор") || matches!(lower, "чей" | "чья" | "чьи" | "чье");
            pronoun.then_some(link + 1)
        }
    }
}

/// Where a relative clause ends: at the first comma that closes no aside in it and before which something is told.
fn close(view: &View<'_>, from: usize) -> Option<usize> {
    let end = view.len().min(from + LONGEST);
    let mut told = 0;
    let mut at = from;
    while at < end {
        if view.stop(at) || view.is(at, ";") || view.open(at) {
            break;
        }
        if view.comma(at) {
            // "Who, according to the union, took": an aside.
            let next = (at + 1..end).find(|next| view.comma(*next) || view.stop(*next));
            match next.filter(|next| told == 0 && view.comma(*next)) {
                Some(next) => {
                    at = next + 1;
                    continue;
                }
                None if told > 0 && resumes(view, at + 1) => return Some(at),
                None => {}
            }
        }
        told += usize::from(view.tokens[at].is_wordy());
        at += 1;
    }
    (told > 0 && view.stop(at)).then_some(at)
}

/// Whether the main clause can go on at the token: no further phrase of a list, no further description.
fn resumes(view: &View<'_>, at: usize) -> bool {
    let mut verb = at;
    while in_group(view, verb) || view.has(verb, NEG) || clitic(view, verb) {
        verb += 1;
    }
    let known = view
        .lexicon
        .cues(view.tokens, verb)
        .any(|cue| cue.sort == Sort::Verb);
    let helped = (at..verb).any(|at| view.has(at, AUX));
    known || helped || view.is_finite(verb) || view.english() && is_past(view.lower(verb))
}

/// Pronouns that stand before a Spanish verb.
pub(super) fn clitic(view: &View<'_>, at: usize) -> bool {
    view.lexicon.language == Language::Es
        && matches!(
            view.lower(at),
            "se" | "lo" | "la" | "le" | "los" | "las" | "les"
        )
}

/// English verbs whose past has no ending of its own.
const PAST: &str = "became began bought broke brought built came caught chose drew drove fell fled flew forced forgot found \
    fought gave got grew had held hid hit hurt kept knew laid led left let lost made meant met paid put ran rode rose sat sent \
    set shot slept sold spent spoke stole stood struck taught took threw went were won wore";

/// Whether the word is the past of an irregular English verb.
pub(super) fn is_past(lower: &str) -> bool {
    super::patterns::listed(PAST, lower)
}

/// The name before a relative clause where that is the subject of the sentence.
fn topic(view: &View<'_>, clause: Clause) -> Option<Run> {
    topic_at(view, clause.open)
}

/// The name that ends before the token where that is the subject of the sentence.
fn topic_at(view: &View<'_>, end: usize) -> Option<Run> {
    let name = clause::phrase_left(view, end)?;
    let mark = |at: &usize| view.is(*at, ":") || view.is(*at, ";");
    let free = (0..name.from)
        .rev()
        .take_while(|at| !mark(at))
        .all(|at| !view.tells(at) && !view.has(at, COMP | AUX) && !view.open(at));
    (free && !view.is_quoted(name.from)).then_some(name)
}

/// Gives the verb behind a relative clause its subject: the name before the clause.
fn main(view: &View<'_>, index: usize, (name, clause): (Run, Clause), readings: &mut [Reading]) {
    let Some(subject) = view.span(name) else {
        return;
    };
    let mut head = clause.close + 1;
    while in_group(view, head) || view.has(head, NEG) || clitic(view, head) {
        head += 1;
    }
    let (Some(first), Some(verb)) = (view.tokens.get(clause.close + 1), view.tokens.get(head))
    else {
        return;
    };
    let near = Span::new(first.span.start, verb.span.end);
    let mut cues = view.lexicon.cues(view.tokens, head);
    if !cues.any(|cue| cue.sort == Sort::Verb) {
        return;
    }
    // "The story, which appeared in a book, was denied by Cole"
    let helped = (clause.close + 1..head).any(|at| view.has(at, BE));
    if helped && (head + 1..view.len().min(head + 5)).any(|at| view.has(at, BY)) {
        return;
    }
    let whole = Span::new(subject.start, view.tokens[clause.close].span.end);
    for reading in readings
        .iter_mut()
        .filter(|reading| reading.sentence == index)
    {
        let Some(cue) = reading.cue.filter(|cue| cue.overlaps(near)) else {
            continue;
        };
        if reading.is_aside() || cue.start < near.start || reading.own {
            continue;
        }
        // Who is accused is no source.
        let unsourced = reading.source.is_none() && !reading.dropped;
        let meant = reading.source == Some(subject)
            || reading
                .source
                .is_some_and(|it| it.start == subject.start && it.end + 2 >= whole.end);
        if unsourced || meant {
            continue;
        }
        reading.source = Some(subject);
        reading.dropped = false;
        let misplaced = reading
            .content
            .iter()
            .any(|content| content.overlaps(whole));
        if misplaced {
            reading.content.clear();
            let from = clause::after_adjuncts(view, head + 1);
            let behind = Run::new(from, clause::clause_end(view, from));
            reading
                .content
                .extend(behind.and_then(|run| view.span(run)));
        }
    }
}

/// Ends what is told in a relative clause where the clause ends.
fn bound(view: &View<'_>, index: usize, clause: Clause, readings: &mut [Reading]) {
    if clause.close + 1 >= view.len() {
        return;
    }
    let inside = Span::new(
        view.tokens[clause.open].span.end,
        view.tokens[clause.close].span.start,
    );
    for reading in readings
        .iter_mut()
        .filter(|reading| reading.sentence == index)
    {
        if !reading.cue.is_some_and(|cue| inside.contains(cue)) || reading.is_aside() {
            continue;
        }
        let from_inside = |content: &Span| inside.start <= content.start;
        for content in reading.content.iter_mut().filter(|it| from_inside(it)) {
            content.end = content.end.min(inside.end.max(content.start));
        }
        reading.content.retain(|content| !content.is_empty());
    }
}

/// What somebody tells of the name in a relative clause: "whom Y accuses of C", "who police say was sold".
fn told(view: &View<'_>, sentence: usize, clause: Clause) -> Option<Reading> {
    let pronoun = Run::new(clause.open + 1, clause.from)?;
    let (head, cue) = (clause.from..clause.close).find_map(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        Some((at, cues.find(|cue| cue.sort == Sort::Verb && !cue.learned)?))
    })?;
    let accuses = cue.certainty == Certainty::Alleged && cue.polarity == Polarity::Affirmed;
    if accuses {
        return accused(view, sentence, (pronoun, clause), (head, cue));
    }
    says(view, sentence, (pronoun, clause), (head, cue))
}

/// "Whom the opposition accuses of C", "a quien la oposición acusa de C", «которого оппозиция обвиняет в C».
fn accused(
    view: &View<'_>,
    sentence: usize,
    (pronoun, clause): (Run, Clause),
    (head, cue): (usize, &Cue),
) -> Option<Reading> {
    let object = match view.lexicon.language {
        Language::En | Language::Unknown => {
            let begins = view.has(clause.from, DET | PRON) || view.capital(clause.from);
            let helped = (clause.from..head).any(|at| view.has(at, BE));
            pronoun.len() == 1 && !helped && (view.is(pronoun.from, "whom") || begins)
        }
        Language::Es => matches!(view.lower(pronoun.from), "a" | "al"),
        Language::Ru => {
            let lower = view.lower(pronoun.to - 1);
            pronoun.len() == 1 && ["ого", "ую", "ых"].iter().any(|end| lower.ends_with(end))
        }
    };
    let group = group_start(view, clause.from, head);
    let negated = (clause.from..head).any(|at| view.has(at, NEG));
    if !object || negated || view.has(group, AUX) && view.english() && group == clause.from {
        return None;
    }
    let after = head + cue.words.len();
    let charge = |at: &usize| {
        matches!(
            view.lower(*at),
            "of" | "de" | "del" | "в" | "во" | "with" | "por"
        )
    };
    let from = (after..clause.close).find(charge)?;
    let before = Run::new(clause.from, group).filter(|run| view.span(*run).is_some());
    let behind = Run::new(after, from);
    let mut reading = Reading::new(sentence, RULE, cue, view.span(Run::new(group, after)?));
    reading.source = before.or(behind).and_then(|run| view.span(run));
    reading.content.extend(view.span(pronoun));
    reading
        .content
        .push(view.span(Run::new(from, clause.close)?)?);
    Some(reading)
}

/// "Who police say was sold": what is said goes on right behind the verb of saying.
fn says(
    view: &View<'_>,
    sentence: usize,
    (pronoun, clause): (Run, Clause),
    (head, cue): (usize, &Cue),
) -> Option<Reading> {
    let after = head + cue.words.len();
    let next = view.tokens.get(after)?;
    let verb = next.is_wordy()
        && !next.capital
        && !view.has(
            after,
            DET | POSS | PRON | COMP | PREP | CONJ | REL | TIME | BY,
        );
    let fits = view.english()
        && pronoun.len() == 1
        && !view.is(pronoun.from, "whose")
        && cue.frames & CLAUSE != 0
        && cue.polarity == Polarity::Affirmed
        && head > clause.from
        && verb
        && after < clause.close;
    if !fits {
        return None;
    }
    let group = group_start(view, clause.from, head);
    let subject = Run::new(clause.from, group)?;
    if view.has(subject.from, AUX | COMP | PREP)
        || (subject.from..subject.to).any(|at| view.comma(at))
    {
        return None;
    }
    let mut reading = Reading::new(sentence, RULE, cue, view.span(Run::new(group, after)?));
    reading.source = view.span(subject);
    reading.content.extend(view.span(pronoun));
    reading
        .content
        .push(view.span(Run::new(after, clause.close)?)?);
    Some(reading)
}

/// Puts a reading of a relative clause in the place of those that meet its cue.
fn replace(view: &View<'_>, clause: Clause, found: Reading, readings: &mut Vec<Reading>) {
    let Some(cue) = found.cue else {
        return;
    };
    let inside = Span::new(
        view.tokens[clause.open].span.start,
        view.tokens
            .get(clause.close)
            .map_or(view.sentence.span.end, |token| token.span.end),
    );
    readings.retain(|reading| {
        reading
            .cue
            .is_none_or(|other| !other.overlaps(cue) || !inside.contains(other))
    });
    readings.push(found);
}
