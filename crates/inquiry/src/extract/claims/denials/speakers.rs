//! Who speaks behind a Russian verb whose object stands before it, by the endings and the number of both.

use super::parsing::told;
use crate::extract::claims::clause;
use crate::extract::claims::endings::{agrees, is_many, is_nominative};
use crate::extract::claims::lexicon::{
    ADV, AUX, COMP, CONJ, NEG, POSS, PREP, PRON, REL, SPEECH, SUB, TIME,
};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::places;
use crate::extract::claims::preposed::is_denied;
use crate::extract::claims::view::{Run, View};
use crate::extract::text::Token;

/// Words between the verb and who speaks.
const BESIDE: &str = "только|лишь|даже|и|также|тоже|уже|наконец|тогда|сразу|вскоре|позднее|позже|потом|затем|однако|вчера|сегодня|лично|вновь|снова|накануне|категорически|сначала|сперва|самолично";
/// Words for some who are not named.
const SEVERAL: &str = "оба|обе|двое|трое|четверо|пятеро|шестеро|семеро|многие|некоторые|все|большинство|несколько|десятки|сотни|один|одна|одни|никто|другие|остальные|сами";
/// Words that end as nouns do and are none.
const ADVERBS: &str = "наотрез|вслух|вскользь|напрочь|дважды|трижды|однажды|опять|отчасти|впрямь|почти|вряд|вчистую|наперебой|хором|дома|раз|разом|подряд";
/// How the nouns end for those who can speak.
#[rustfmt::skip]
const PEOPLE: [&str; 21] = [
    "тели", "ники", "ицы", "цы", "ане", "яне", "исты", "логи", "оры", "еры", "чики", "щики", "соседи", "врачи", "власти", "коллеги",
    "эксперты", "адвокаты", "депутаты", "друзья", "медики",
];
/// How nouns end that name no one who speaks.
const THINGS: [&str; 5] = ["ость", "ение", "ание", "ения", "ания"];

/// Who speaks.
pub(super) struct Speaker {
    pub(super) run: Run,
    /// Whether nothing but the ending of a plural tells it.
    pub(super) plain: bool,
    /// Whether a man or an office of a man is named, of whom the object would have another ending.
    pub(super) person: bool,
    /// Whether the name or noun cannot be the genitive of what stands before it.
    pub(super) firm: bool,
}

/// Who speaks behind the words that end at `after`, of the verb at `verb`.
pub(super) fn behind(view: &View<'_>, after: usize, verb: usize) -> Option<Speaker> {
    let start = first(view, after);
    let Some(run) = places::behind(view, start, verb) else {
        return named(view, start, verb);
    };
    let dated = places::is_circumstance(view.lower(run.from));
    let last = run.to - usize::from(view.has(run.to - 1, CONJ));
    (!dated).then_some(Speaker {
        run: Run::new(run.from, last)?,
        plain: false,
        person: false,
        firm: true,
    })
}

/// Who speaks, named from the token on.
pub(super) fn named(view: &View<'_>, start: usize, verb: usize) -> Option<Speaker> {
    let bars = view.has(start, PREP | COMP | NEG | SUB | REL | TIME | AUX) || view.stop(start);
    let thing = told(view, start).is_some() || is_denied(view.lower(start));
    if bars || thing || view.open(start) || fits(view.lower(start), ADVERBS) {
        return None;
    }
    let run = clause::phrase_right(view, start)?;
    let run = Run::new(run.from, end(view, run))?;
    let run = Run::new(run.from, twin_end(view, run))?;
    let plain = subject(view, run, verb)?;
    let head = noun(view, run)?;
    let bare = view
        .lower(head)
        .ends_with(|last| !"аеёиоуыэюям".contains(last));
    let title = crate::extract::is_noun_word(view.lower(head));
    Some(Speaker {
        run: Run::new(run.from, behind_quoted(view, run.to))?,
        plain,
        firm: !view.lower(head).ends_with(['а', 'я']) && (!plain || !is_plural(view.lower(head))),
        person: title && bare && !view.lower(head).ends_with("ов"),
    })
}

/// Where a name in quotation marks behind who speaks ends: «компания «Уют»».
fn behind_quoted(view: &View<'_>, to: usize) -> usize {
    let close = (to + 1..view.len().min(to + 7)).find(|at| view.close(*at));
    let named = view.open(to) && view.tokens.get(to + 1).is_some_and(|token| token.capital);
    close.filter(|_| named).map_or(to, |close| close + 1)
}

/// The first word behind particles and times.
fn first(view: &View<'_>, after: usize) -> usize {
    let mut at = after;
    loop {
        let dated = view.has(at, PREP) && view.has(at + 1, TIME) && !view.capital(at + 1);
        if dated {
            at += 2;
        } else if fits(view.lower(at), BESIDE) || view.has(at, ADV | TIME) {
            at += 1;
        } else {
            return at;
        }
    }
}

/// Where who speaks ends: before a circumstance.
fn end(view: &View<'_>, run: Run) -> usize {
    let spoken = |at: usize| (at + 1..at + 4).any(|at| view.has(at, SPEECH | TIME));
    let cut = |at: &usize| {
        let led = matches!(
            view.lower(*at),
            "на" | "после" | "перед" | "во" | "в" | "по"
        );
        led && (spoken(*at) || view.capital(*at - 1))
            || view.has(*at, TIME | ADV) && !view.capital(*at)
    };
    (run.from + 1..run.to).find(cut).unwrap_or(run.to)
}

/// Where a further one who speaks ends: «и машинист, и диспетчер».
fn twin_end(view: &View<'_>, run: Run) -> usize {
    let twin = run.from > 0
        && view.is(run.from - 1, "и")
        && view.comma(run.to)
        && view.is(run.to + 1, "и");
    let rest = clause::phrase_right(view, run.to + 2).filter(|_| twin);
    rest.map_or(run.to, |rest| end(view, rest))
}

/// Whether the words can be the subject of the verb, and whether only a plural ending tells it.
fn subject(view: &View<'_>, run: Run, verb: usize) -> Option<bool> {
    let (lower, told) = (view.lower(run.from), view.lower(verb));
    let thing = THINGS.iter().any(|end| lower.ends_with(end)) && !view.capital(run.from);
    if thing {
        return None;
    }
    if view.has(run.from, PRON) && !view.has(run.from, POSS) {
        return matches!(lower, "он" | "она" | "они" | "мы" | "я").then_some(false);
    }
    if fits(lower, SEVERAL) {
        return Some(false);
    }
    let many = is_many(told);
    let head = noun(view, run)?;
    let noun = view.lower(head);
    if is_verb(view, head) {
        return None;
    }
    if many {
        let joined = (head + 1..run.to).any(|at| joins(view, at));
        let plural = noun.ends_with(['ы', 'и', 'е', 'я']) && is_nominative_plural(noun);
        let speaks = |at: usize| {
            let lower = view.lower(at);
            let people = PEOPLE.iter().any(|end| lower.ends_with(end));
            people || view.capital(at) || crate::extract::is_noun_word(lower)
        };
        let people = (head..run.to).any(speaks);
        let two = joined && is_nominative(noun);
        return (two || plural).then_some(!people);
    }
    let alone = acts_alone(view, head, verb);
    let title = told.ends_with("ла") && is_title(view, head, run);
    (alone
        || title
        || present(told) && (is_nominative(noun) || noun == "отчим") && !is_plural(noun))
    .then_some(false)
}

/// Whether the word is a verb by its ending: «подал», no «жители», no «генерал».
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    let noun =
        crate::extract::is_noun_word(lower) || lower.ends_with("тели") || lower == "персонал";
    view.is_finite(at) && !noun
}

/// The noun of a phrase behind its adjectives, which agree with it.
fn noun(view: &View<'_>, run: Run) -> Option<usize> {
    const ENDS: [&str; 8] = ["ый", "ий", "ая", "яя", "ое", "ые", "ие", "ой"];
    let led = |at: &usize| {
        let lower = view.lower(*at);
        let held = ENDS.iter().any(|end| lower.ends_with(end)) && !view.capital(*at + 1);
        held || matches!(lower, "сам" | "сама" | "сами") || view.has(*at, POSS)
    };
    let mut at = run.from;
    while at + 1 < run.to && led(&at) {
        at += 1;
    }
    Some(at).filter(|at| *at < run.to && view.tokens[*at].is_wordy() && !view.has(*at, PREP))
}

/// Whether the verb is in the present singular.
fn present(told: &str) -> bool {
    ["ет", "ит", "ёт"].iter().any(|end| told.ends_with(end))
}

fn is_plural(noun: &str) -> bool {
    noun.ends_with(['ы', 'и'])
}

/// Whether a noun can be the nominative of a plural: no «масштабе», no «вине».
fn is_nominative_plural(noun: &str) -> bool {
    let rare = ["ане", "яне", "ья", "теля", "ора", "тора", "ые", "ие"];
    is_plural(noun) || rare.iter().any(|end| noun.ends_with(end))
}

/// Whether "and" stands at the token before a further one who speaks.
fn joins(view: &View<'_>, at: usize) -> bool {
    let next = at + 1;
    let lower = view.lower(next);
    let named = view.tokens.get(next).is_some_and(Token::is_wordy);
    view.is(at, "и")
        && named
        && !view.has(next, PREP | CONJ | COMP | NEG)
        && lower.chars().count() > 1
}

/// Whether the one word can be the subject of the verb in the singular by the endings of both.
pub(super) fn acts_alone(view: &View<'_>, at: usize, verb: usize) -> bool {
    let (noun, told) = (view.lower(at), view.lower(verb));
    let genitive = ["ов", "ев", "ей"].iter().any(|end| noun.ends_with(end)) && !view.capital(at);
    let clear = is_nominative(noun) || view.capital(at);
    view.tokens[at].is_wordy()
        && !is_many(told)
        && !present(told)
        && clear
        && !genitive
        && agrees(noun, told)
}

/// Whether a masculine noun for what a woman does: «опровергла директор», «подтвердила врач Инна Рок».
fn is_title(view: &View<'_>, at: usize, run: Run) -> bool {
    let lower = view.lower(at);
    let bare = lower.ends_with(|last| !"аеёиоуыэюямхй".contains(last)) && lower.chars().count() > 3;
    let oblique = ["ов", "ев", "ей", "ой"]
        .iter()
        .any(|end| lower.ends_with(end));
    bare && !oblique && at < run.to
}
