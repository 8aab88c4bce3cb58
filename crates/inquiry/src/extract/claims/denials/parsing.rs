//! Who tells behind a verb, and where a thing that is told begins and ends.

use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::endings::{self, is_nominative};
use crate::extract::claims::lexicon::{
    AUX, COMP, CONJ, DET, NEG, POSS, PREP, PRON, REL, SPEECH, SUB, Sort, TIME,
};
use crate::extract::claims::places;
use crate::extract::claims::verbs;
use crate::extract::claims::view::{Run, View};
use model::{Certainty, Language};

/// The most words before a noun for what is told: «эти новые слухи».
const LEAD: usize = 3;
/// The most words of a circumstance or of who is told, between a verb and its subject.
const FAR: usize = 12;
/// Beginnings of verbs that bring a retort, and of some that calm whoever hears it.
#[rustfmt::skip]
const RETORTS: [&str; 39] = [
    "отрез", "отозв", "отреагир", "отклик", "отчекан", "огрызн", "отшут", "отмахн", "бросил", "успоко", "прокоммент", "парир", "возраз", "ответ",
    "отвеч", "настаива", "увер", "завер", "утвержда", "убежд", "считает", "полага", "обруб", "припечат", "ataj", "zanj", "replic",
    "contest", "respond", "despach", "sentenci", "repus", "cort", "tercia", "terció", "tranquiliz", "aclar", "insist", "matiz",
];

/// Whether the language is Russian.
pub(super) fn russian(view: &View<'_>) -> bool {
    view.lexicon.language == Language::Ru
}

/// Whether a verb of telling in a finite form stands at the token, and nothing takes it back.
pub(super) fn tells(view: &View<'_>, at: usize) -> bool {
    let retort = RETORTS.iter().any(|stem| view.lower(at).starts_with(stem));
    let plain = view.kind(at) == Some(crate::extract::text::TokenKind::Word);
    let negated = at > 0 && view.has(at - 1, NEG);
    plain && !negated && (retort || view.tells(at)) && !view.infinitive(at) && !view.capital(at)
}

/// How sure who tells by the verb at the token is of it: only a belief weakens a denial, and what is claimed.
pub(super) fn certainty(view: &View<'_>, at: usize) -> Certainty {
    let mut cues = view.lexicon.cues(view.tokens, at);
    let cue = cues.find(|cue| cue.sort == Sort::Verb && cue.words.len() == 1);
    match cue.map(|cue| cue.certainty) {
        Some(weak @ (Certainty::Believed | Certainty::Claimed)) => weak,
        _ => Certainty::Stated,
    }
}

/// The noun for what is told at the head of what begins at the token.
pub(super) fn told(view: &View<'_>, from: usize) -> Option<usize> {
    let bars = |at: usize| {
        !view.tokens[at].is_wordy()
            || view.has(at, PREP | COMP | CONJ | SUB | NEG)
            || view.has(at, AUX) && !view.has(at, POSS)
    };
    let noun = (from..view.len().min(from + LEAD + 1))
        .take_while(|at| !bars(*at))
        .find(|at| called::is_told(view, *at))?;
    let tensed = (from..noun).any(|at| view.is_finite(at) && !view.has(at, DET | POSS));
    let led = (from..noun).all(|at| !russian(view) || qualifies(view, at));
    let bare = view.is(noun, "данные") && noun > from || view.is(noun, "то");
    (!tensed && led && !bare).then_some(noun)
}

/// Whether the token can stand before a Russian noun of one phrase: an adjective by its ending, or a pronoun.
fn qualifies(view: &View<'_>, at: usize) -> bool {
    const ENDS: [&str; 21] = [
        "ые", "ие", "ую", "юю", "ый", "ий", "ой", "ое", "ее", "ая", "яя", "ых", "их", "ым", "им",
        "ыми", "ими", "ого", "его", "ому", "ему",
    ];
    let lower = view.lower(at);
    let pronoun = view.has(at, DET | POSS) || view.adverb(at) || lower == "все";
    pronoun || ENDS.iter().any(|end| lower.ends_with(end))
}

/// Where a thing ends that begins at the token: with its clause, else before a mark, a verb of its own or what is set against it.
pub(super) fn thing_end(view: &View<'_>, from: usize) -> usize {
    let clause = (from..view.len().min(from + 12))
        .find(|at| view.has(*at, COMP) && !view.has(*at, PREP) || view.has(*at, REL));
    let end = match clause {
        Some(_) => clause::clause_end(view, from),
        None => clause::object_end(view, from),
    };
    let over = |at: &usize| {
        let against = matches!(
            view.lower(at + 1),
            "а" | "но" | "однако" | "pero" | "aunque" | "y"
        );
        let far = clause.is_none_or(|clause| *at > clause);
        view.stop(*at)
            || view.dash(*at) && (view.comma(at - 1) || view.stop(at - 1) || view.close(at - 1))
            || view.comma(*at) && against && far
            || view.close(*at) && !(from..*at).any(|at| view.open(at))
    };
    (from + 1..end).find(over).unwrap_or(end)
}

/// Who speaks behind the verb at `head`, between `from` and `to`: behind circumstances and whoever is told.
pub(super) fn teller(view: &View<'_>, (from, to): (usize, usize), head: usize) -> Option<Run> {
    let mut start = from;
    while start < to && (view.adverb(start) && !view.has(start, DET) || view.has(start, TIME)) {
        start += 1;
    }
    if view.has(start, PREP) && view.has(start + 1, TIME) {
        start += 2;
    }
    let office = places::behind(view, start, head);
    let addressed = (start + 1..to.min(start + 4)).find_map(|at| {
        let near = (start..at).all(|at| view.tokens[at].is_wordy() && !view.has(at, PREP));
        near.then(|| places::behind(view, at, head)).flatten()
    });
    let mut run = match office.or(addressed) {
        Some(run) => run,
        None => clause::phrase_right(view, subject(view, (start, to), head)?)?,
    };
    run.to = run.to.min(to);
    let adjunct = |at: &usize| {
        matches!(view.lower(*at), "на" | "после" | "перед" | "ante" | "tras")
            || matches!(view.lower(*at), "в" | "во" | "en" | "a" | "al" | "по") && spoken(view, *at)
    };
    let cut = (run.from + 1..run.to).find(adjunct);
    Run::new(run.from, cut.unwrap_or(run.to)).filter(|run| view.span(*run).is_some())
}

/// Who speaks a quotation that closes at the token, behind whatever verb follows it: "«C», leyó la directora".
pub(super) fn speaker(view: &View<'_>, close: usize) -> Option<Run> {
    let mut verb = close + 1;
    while view.comma(verb) || view.dash(verb) {
        verb += 1;
    }
    let told = tells(view, verb) || view.is_finite(verb) || view.is_past_form(verb);
    let over = verb > close + 1 && verb + 1 < view.len();
    teller(view, (verb + 1, view.len()), verb).filter(|_| told && over)
}

/// Whether a circumstance of saying begins at the preposition: "en una rueda de prensa", «в среду», «по телефону».
fn spoken(view: &View<'_>, at: usize) -> bool {
    (at + 1..at + 4).any(|at| view.has(at, SPEECH | TIME) || view.is(at, "телефону"))
}

/// Where the subject behind the verb begins.
fn subject(view: &View<'_>, (from, to): (usize, usize), head: usize) -> Option<usize> {
    let verb = view.lower(head);
    let past = ["л", "ла", "ло", "ли"]
        .iter()
        .any(|end| verb.ends_with(end));
    let begins = |at: &usize| {
        let lower = view.lower(*at);
        let governed = *at > from && view.has(at - 1, PREP | CONJ);
        let bare = *at > from + 1 && view.has(at - 1, DET | POSS) && view.has(at - 2, PREP);
        if !view.tokens[*at].is_wordy()
            || governed
            || bare
            || view.has(*at, PREP | CONJ | COMP | TIME | NEG)
        {
            return false;
        }
        if !russian(view) {
            return begins_spanish(view, *at, from);
        }
        let named = view.capital(*at) && !view.capital(at - 1);
        let genitive = ["ов", "ев"].iter().any(|end| lower.ends_with(end)) && !named;
        let ours = matches!(lower, "его" | "ее" | "их" | "наш" | "наша" | "сам" | "сама");
        named
            || ours
            || view.has(*at, PRON) && !view.has(*at, POSS) && is_subject_pronoun(lower)
            || !genitive
                && if past {
                    endings::agrees(lower, verb)
                } else {
                    is_nominative(lower)
                }
    };
    let start = (from..to.min(from + FAR))
        .take_while(|at| !view.stop(*at))
        .find(begins)?;
    // «Выразила врач Инна Рок»: a masculine noun for what a woman does agrees with no verb in the feminine.
    let title = start > from
        && russian(view)
        && view.capital(start)
        && view.tokens[start - 1].is_wordy()
        && !view.capital(start - 1)
        && !view.adverb(start - 1)
        && !view.has(start - 1, PREP | CONJ | COMP | TIME | NEG | PRON | DET)
        && view.lower(start - 1).chars().count() > 2
        && view
            .lower(start - 1)
            .ends_with(|last| !"аеёиоуыэюямх".contains(last))
        && !["ов", "ев", "ей", "ой"]
            .iter()
            .any(|end| view.lower(start - 1).ends_with(end));
    Some(start - usize::from(title))
}

/// Whether a Spanish subject begins at the token: an article or a name of two words, no stretch of time, at once behind the verb
/// also one word.
fn begins_spanish(view: &View<'_>, at: usize, from: usize) -> bool {
    const STRETCHES: [&str; 9] = [
        "noche", "mañana", "tarde", "víspera", "semana", "lunes", "martes", "viernes", "día",
    ];
    let named = view.capital(at) && (at == from || view.capital(at + 1) && !view.capital(at - 1));
    let dated = STRETCHES.contains(&view.lower(at + 1)) || view.has(at + 1, TIME);
    (named || view.has(at, DET | POSS | PRON))
        && !dated
        && !matches!(view.lower(at), "lo" | "la" | "le" | "se") | (view.is(at, "la") && !dated)
}

fn is_subject_pronoun(lower: &str) -> bool {
    matches!(lower, "он" | "она" | "оно" | "они" | "мы" | "вы" | "я")
}

/// The first wordy token of a sentence that joins it to nothing.
pub(super) fn first(view: &View<'_>) -> Option<usize> {
    let begins = |at: &usize| view.tokens[*at].is_wordy() && !view.has(*at, CONJ);
    (0..view.len().min(4)).find(begins)
}

/// The start of the group of the verb at the token, if nothing negates it.
pub(super) fn group(view: &View<'_>, head: usize) -> Option<usize> {
    let group = verbs::group_start(view, 0, head);
    let negated = (group..head).any(|at| view.has(at, NEG)) || verbs::coordinate(view, group);
    (!negated).then_some(group)
}

/// The subject before the verb whose group begins at the token, without the circumstances between the two.
pub(super) fn before(view: &View<'_>, group: usize, head: usize) -> Option<Run> {
    let run = clause::subject(view, group)?;
    let run = places::office(view, run, head);
    let adjunct = |at: &usize| {
        let place = matches!(view.lower(*at), "в" | "во" | "на" | "en" | "a" | "por");
        place && (view.capital(at - 1) || spoken(view, *at))
    };
    let cut = (run.from + 1..run.to).find(adjunct);
    Run::new(run.from, cut.unwrap_or(run.to))
}
