//! What others told whoever speaks: in "“The agent promised us a kitchen,” she said" the promise is the agent's. The taggers tie
//! one level only, and the corpus they learned from seldom marks what stands inside a quotation.

use super::called;
use super::clause;
use super::lexicon::{
    ADDRESSEE, AUX, BE, CLAUSE, COMP, CONJ, Cue, DET, INF, MODAL, NEG, POSS, PREP, PRON, REFUSAL,
    REL, SUB, Sort,
};
use super::nest;
use super::reading::{self, Heard, Reading};
use super::remarks;
use super::sure::Reader;
use super::verbs;
use super::view::{Run, View};
use crate::extract::text::{Setting, TokenKind};
use model::{Certainty, Kind, Polarity, Span};

/// Who is no third person, and what is nobody.
const NOT_OTHERS: [&str; 17] = [
    "i", "we", "you", "it", "this", "that", "these", "those", "which", "what", "there", "one",
    "me", "us", "him", "them", "her",
];
/// What whoever speaks tells of having said: he is on record for it, as others are.
const SAID: [&str; 9] = [
    "told",
    "asked",
    "said",
    "begged",
    "warned",
    "complained",
    "promised",
    "reported",
    "informed",
];
/// Verbs by which one person tells another, by how they begin.
const TELL: [&str; 36] = [
    "say",
    "said",
    "tell",
    "told",
    "promis",
    "warn",
    "ask",
    "order",
    "assur",
    "threaten",
    "swear",
    "swore",
    "claim",
    "insist",
    "deny",
    "denie",
    "admit",
    "confess",
    "inform",
    "advis",
    "beg",
    "instruct",
    "remind",
    "complain",
    "repl",
    "answer",
    "explain",
    "announc",
    "demand",
    "offer",
    "guarantee",
    "confirm",
    "vow",
    "pledg",
    "wrote",
    "forb",
];
/// Those of them that say to whom before what.
const TO_WHOM: [&str; 16] = [
    "tell",
    "told",
    "ask",
    "promis",
    "order",
    "warn",
    "assur",
    "advis",
    "inform",
    "instruct",
    "beg",
    "remind",
    "threaten",
    "forb",
    "offer",
    "guarantee",
];
/// Verbs of which a thing is the content: "promised me a job", "asked me for money".
const THINGS: [&str; 4] = ["promis", "offer", "guarantee", "demand"];

/// Words before what was not said: "if he says so", "I wish he had said so".
const UNREAL: [&str; 6] = ["if", "unless", "whoever", "whatever", "wish", "though"];

/// Adds the claims that stand inside what others say.
pub(super) fn add(views: &[View<'_>], readings: &mut Vec<Reading>) {
    let mut found: Vec<Reading> = Vec::new();
    for (index, view) in views.iter().enumerate() {
        if !view.english() || view.sentence.setting != Setting::Running {
            continue;
        }
        for at in 0..view.len() {
            let span = view.tokens[at].span;
            let meets = |reading: &Reading| reading.cue.is_some_and(|cue| cue.overlaps(span));
            if readings.iter().chain(&found).any(meets) {
                continue;
            }
            let held = |reading: &&Reading| {
                (reading.source.is_some() || reading.dropped)
                    && reading.content.iter().any(|content| content.contains(span))
            };
            let Some(around) = readings.iter().find(held) else {
                continue;
            };
            let inner = Inner::at(view, index, at).and_then(|inner| inner.read());
            let inner = inner.filter(|reading| {
                !nest::says_nobody(views, reading) && !remarks::is_supposed(view, reading)
            });
            found.extend(inner.map(|mut reading| {
                reading.heard = Heard {
                    reader: Reader::Unheard,
                    ..around.heard
                };
                reading
            }));
        }
    }
    readings.append(&mut found);
    reading::sort(readings);
}

/// A verb of telling inside a quotation.
struct Inner<'v, 'a> {
    view: &'v View<'a>,
    sentence: usize,
    cue: &'v Cue,
    /// Where the quoted sentence begins and ends that the verb stands in.
    bounds: Run,
    /// The first token of the verb group, and the verb.
    group: usize,
    head: usize,
    /// The token behind the cue.
    after: usize,
}

impl<'v, 'a> Inner<'v, 'a> {
    fn at(view: &'v View<'a>, sentence: usize, at: usize) -> Option<Self> {
        if view.kind(at) != Some(TokenKind::Word) {
            return None;
        }
        let cue = view.lexicon.cues(view.tokens, at).find(|cue| tells(cue))?;
        let mark = |at: usize| view.open(at) || view.close(at) || view.stop(at);
        let from = (0..at).rev().find(|at| mark(*at)).map_or(0, |at| at + 1);
        let to = (at..view.len()).find(|at| mark(*at)).unwrap_or(view.len());
        let group = verbs::group_start(view, from, at);
        let lower = view.lower(at);
        // "In order to", "the promise that": a form that is a noun too needs a pronoun before it.
        let plain = !["ed", "s", "said", "told", "ing", "swore", "wrote"]
            .iter()
            .any(|end| lower.ends_with(end));
        let pronoun = group > from && view.has(group - 1, PRON) && !view.has(group - 1, POSS);
        if !TELL.iter().any(|stem| lower.starts_with(stem)) || view.capital(at) || plain && !pronoun
        {
            return None;
        }
        // "He would order it" tells of nothing that was said.
        let bars = |at: usize| view.has(at, NEG | INF | MODAL);
        if (group..at).any(bars) || view.gerund(at) && !(group..at).any(|at| view.has(at, BE)) {
            return None;
        }
        Some(Self {
            view,
            sentence,
            cue,
            bounds: Run::new(from, to)?,
            group,
            head: at,
            after: at + cue.words.len(),
        })
    }

    fn read(&self) -> Option<Reading> {
        let view = self.view;
        let passive = self.is_passive();
        let agent = passive.then(|| self.agent()).flatten();
        // "Recalled being told that C": whoever recalls it was told.
        let being = passive && view.is(self.group, "being");
        if passive && self.cue.polarity == Polarity::Denied {
            return None;
        }
        let subject = if being { None } else { Some(self.subject()?) };
        let content = self.content(agent.map_or(self.after, |run| run.to))?;
        let rule = if passive { "passive-clause" } else { "clause" };
        let cue = view.span(Run::new(self.group, self.after)?);
        let mut reading = Reading::new(self.sentence, rule, self.cue, cue);
        reading.source = match agent {
            Some(run) => view.span(run),
            None => subject.filter(|_| !passive),
        };
        reading.content.push(content);
        Some(reading)
    }

    fn is_passive(&self) -> bool {
        let view = self.view;
        !view.gerund(self.head) && (self.group..self.head).any(|at| view.has(at, BE))
    }

    /// Who tells in a passive: "was told by an officer that C".
    fn agent(&self) -> Option<Run> {
        let view = self.view;
        let mut run =
            clause::phrase_right(view, self.after + 1).filter(|_| view.is(self.after, "by"))?;
        let ends =
            |at: &usize| view.has(*at, COMP | INF) && !view.has(*at, PREP) || view.is(*at, "to");
        run.to = (run.from + 1..run.to).find(ends).unwrap_or(run.to);
        (run.to < self.bounds.to).then_some(run)
    }

    /// Who says it: a pronoun or a phrase right before the verb.
    fn subject(&self) -> Option<Span> {
        let view = self.view;
        let last = self
            .group
            .checked_sub(1)
            .filter(|at| *at >= self.bounds.from)?;
        let mut run =
            clause::subject(view, self.group).filter(|run| run.from >= self.bounds.from)?;
        // "Merrill says Machado promised"
        let teller = (run.from..run.to)
            .rev()
            .find(|at| view.tells(*at) && !view.capital(*at));
        run.from = teller.map_or(run.from, |at| at + 1);
        let word = view.lower(last);
        let passive = self.is_passive();
        let speaks =
            matches!(word, "i" | "we") && (passive || SAID.contains(&view.lower(self.head)));
        let article = view.has(last, DET | POSS) && !view.has(last, PRON);
        if NOT_OTHERS.contains(&word) && !speaks
            || article
            || view.has(last, REL)
            || view.comma(last)
            || view.has(last, CONJ)
        {
            return None;
        }
        // A noun needs its article or name: "people said"; but "patients denied treatment told".
        let many = run.len() == 1 && (view.lower(last).ends_with('s') || view.is(last, "police"));
        let named = view.has(run.from, DET | POSS | PRON) || view.capital(run.from) || many;
        let before = run.from.checked_sub(1).filter(|at| *at >= self.bounds.from);
        // "None of us said", "when I asked for it", "the rumour that he said so".
        let within = before.is_some_and(|at| {
            view.is(at, "of")
                || view.is(at, "when") && matches!(word, "i" | "we")
                || view.has(at, COMP) && at > 0 && called::is_told(view, at - 1)
        });
        let clean = (run.from..run.to).all(|at| !view.comma(at) && !view.has(at, COMP | SUB));
        // "If he says so" tells of nothing that was said.
        let may = (self.bounds.from..run.from).any(|at| UNREAL.contains(&view.lower(at)));
        // What is asked is not told.
        let asked = view.lower(self.bounds.to).contains('?');
        (named && clean && !may && !within && !asked)
            .then(|| view.span(run))
            .flatten()
    }

    /// What is told from `from` on, behind the verb, up to the end of its sentence or to the next who tells.
    fn content(&self, from: usize) -> Option<Span> {
        let view = self.view;
        let mut at = from;
        let lower = view.lower(self.head);
        if TO_WHOM.iter().any(|stem| lower.starts_with(stem)) {
            at = self.addressee(at).unwrap_or(at);
        }
        // "Said to me that C"
        at += 2 * usize::from(view.is(at, "to") && view.has(at + 1, PRON));
        let forbids = matches!(view.lower(at), "not" | "never") && view.is(at + 1, "to");
        if !view.has(at, INF) && !forbids {
            let behind = clause::after_adjuncts(view, at);
            at = if behind < self.bounds.to { behind } else { at };
        }
        let from = self.begins(at)?;
        let end = self.ends(from);
        Run::new(from, end).and_then(|run| view.span(run))
    }

    /// Behind who is told: "told us", "told my mother".
    fn addressee(&self, at: usize) -> Option<usize> {
        let view = self.view;
        if view.has(at, PRON) && !(view.has(at, POSS) && self.is_named(at + 1)) {
            let subject = matches!(view.lower(at), "i" | "he" | "she" | "they" | "we" | "it");
            return (!subject).then_some(at + 1);
        }
        if !view.has(at, DET | POSS) && !view.capital(at) {
            return None;
        }
        let end = (at + 1..self.bounds.to.min(at + 6)).find(|at| {
            view.has(*at, COMP | INF | PRON | AUX) || view.comma(*at) || view.is(*at, "for")
        })?;
        (!view.has(end, AUX)).then_some(end)
    }

    /// Whether a noun stands at the token.
    fn is_named(&self, at: usize) -> bool {
        let view = self.view;
        at < self.bounds.to
            && view.kind(at) == Some(TokenKind::Word)
            && !view.has(at, COMP | INF | PRON | DET | POSS | PREP | AUX)
    }

    /// Where the content begins: a clause with or without "that", an infinitive, words behind a comma, a thing.
    fn begins(&self, at: usize) -> Option<usize> {
        let view = self.view;
        if at >= self.bounds.to {
            return None;
        }
        let speech = self.cue.frames & (CLAUSE | ADDRESSEE) != 0;
        let clause = |from: usize| {
            let subject = view.has(from, PRON | DET | POSS) || view.capital(from);
            let mut near = from + 1..self.ends(from);
            subject && near.any(|at| view.has(at, AUX) || view.is_finite(at) || view.shortened(at))
                || view.shortened(from)
        };
        if view.has(at, COMP) && !view.has(at, PREP) && at + 1 < self.bounds.to {
            return Some(at);
        }
        if matches!(view.lower(at), "not" | "never") && view.is(at + 1, "to") {
            return Some(at);
        }
        if view.is(at, "to") && !view.has(at + 1, DET | PRON | POSS) {
            return Some(at);
        }
        let says = ["said", "says", "say", "told", "tells"].contains(&view.lower(self.head));
        if says && (view.comma(at) || view.is(at, ":")) && at + 1 < self.bounds.to {
            return Some(at + 1);
        }
        if view.is(at, "for") && matches!(self.cue.kind, Kind::Question | Kind::Order) {
            return Some(at);
        }
        // "Denied us food": a thing that is kept from somebody is no thing that is denied.
        if self.cue.polarity == Polarity::Denied {
            let thing = matches!(
                view.lower(at),
                "it" | "that" | "this" | "everything" | "having"
            );
            let told = (at..self.bounds.to.min(at + 4)).any(|at| called::is_told(view, at));
            return (thing || told || view.gerund(at)).then_some(at);
        }
        let thing = THINGS
            .iter()
            .any(|stem| view.lower(self.head).starts_with(stem));
        (speech && clause(at) || thing && (view.has(at, DET | POSS | PRON) || self.is_named(at)))
            .then_some(at)
    }

    /// Where the content that begins at `from` ends.
    fn ends(&self, from: usize) -> usize {
        let view = self.view;
        let next = |at: usize| {
            let comma = usize::from(view.comma(at));
            let joined = view.has(at + comma, CONJ);
            let mut near = (at + comma + 1..self.bounds.to.min(at + comma + 5))
                .take_while(|at| !view.comma(*at));
            (joined || comma > 0)
                && near.any(|at| view.tells(at) && !view.has(at - 1, DET | POSS | INF | MODAL))
                || comma > 0 && view.is(at + 1, "which")
        };
        // "The ring promised jobs, according to the statement"
        let sourced = |at: usize| {
            let mut cues = view.lexicon.cues(view.tokens, at + 1);
            view.comma(at) && cues.any(|cue| cue.sort == Sort::Phrase)
        };
        (from + 1..self.bounds.to)
            .find(|at| view.is(*at, ";") || view.dash(*at) || sourced(*at) || next(*at))
            .unwrap_or(self.bounds.to)
    }
}

/// Whether a verb tells of words that were said, and not of what somebody thinks or is for.
fn tells(cue: &Cue) -> bool {
    let denies = cue.polarity == Polarity::Denied && cue.frames & CLAUSE != 0;
    cue.sort == Sort::Verb
        && !cue.learned
        && cue.frames & REFUSAL == 0
        && cue.words.len() == 1
        && !matches!(cue.certainty, Certainty::Believed | Certainty::Possible)
        && cue.kind != Kind::Position
        && (cue.frames & (CLAUSE | ADDRESSEE) != 0 || denies || cue.kind == Kind::Promise)
}
