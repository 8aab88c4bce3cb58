//! "Dismissed as fabricated a report that C", "called the report that C a lie", "rejected claims that C": whoever says it
//! denies C.

mod orders;
mod shapes;
mod words;

use super::clause;
use super::lexicon::{AUX, BE, BY, COMP, CONJ, Cue, DET, HAVE, INF, NEG, POSS, PREP, SUB};
use super::patterns;
use super::places;
use super::reading::Reading;
use super::verbs::{
    behind_participle, coordinate, falls_short, group_start, is_raised, near_start, twin_subject,
};
use super::view::{Run, View};
use model::Language;
use shapes::{Caller, Found};
use words::{Words, is, may_call, words};

/// The rule of such readings.
pub(super) const RULE: &str = "called-false";

/// The most tokens of what something is called.
const LONGEST: usize = 8;

/// Whether the token is a noun for what is told.
pub(super) fn is_told(view: &View<'_>, at: usize) -> bool {
    is(words(view).told, view.lower(at))
}

/// Whether the token is a verb that gives a thing a name.
pub(super) fn is_calling(view: &View<'_>, at: usize) -> bool {
    is(words(view).calling, view.lower(at))
}

/// Whether the tokens call something false, and nothing else.
pub(super) fn is_name(view: &View<'_>, from: usize, to: usize) -> bool {
    let words = words(view);
    let lies = |at: usize| is(words.lies, view.lower(at));
    let plain = |at: usize| {
        !view.tokens[at].is_wordy()
            || lies(at)
            || view.adverb(at)
            || view.has(at, DET)
            || is(words.beside, view.lower(at))
    };
    (from..to).any(lies) && (from..to).all(plain)
}

/// Where the words end by which the verb at the token calls false what stands before it, if it has no object: "(which) X called
/// a lie".
pub(super) fn calls(view: &View<'_>, at: usize) -> Option<usize> {
    let words = words(view);
    let turns = is(words.turning, view.lower(at)) || is(words.calling, view.lower(at));
    let from = at + 1 + usize::from(is(words.link, view.lower(at + 1)));
    let over = |at: &usize| view.stop(*at) || view.comma(*at) || view.dash(*at);
    let end = (from..view.len())
        .take(LONGEST)
        .find(over)
        .unwrap_or(view.len());
    (turns && from < end && is_name(view, from, end)).then_some(end)
}

/// Whether a Russian word has the ending of a short passive participle.
fn is_short(lower: &str) -> bool {
    let stem = lower.trim_end_matches(['а', 'о', 'ы']);
    ["гнут", "ен", "ан", "ян"]
        .iter()
        .any(|end| stem.ends_with(end))
        && !lower.ends_with("ено")
        || lower.ends_with("шено")
}

/// Whether a Russian word is a short participle by which a thing is called something.
fn names_passively(lower: &str) -> bool {
    let stem = lower.trim_end_matches(['а', 'о', 'ы']);
    ["назван", "признан", "сочтен", "объявлен"].contains(&stem)
}

/// Where the verb at the token ends, if it turns down by itself: "rejected", "waved away".
pub(super) fn turned_down(view: &View<'_>, at: usize) -> Option<usize> {
    let words = words(view);
    if view.lexicon.language == Language::Ru && is_short(view.lower(at)) {
        return None;
    }
    let particle = parted(view, words, at);
    let turns = particle.is_some() || is(words.turning, view.lower(at));
    turns.then(|| at + 1 + particle.unwrap_or(0))
}

/// Where a Russian verb ends that turns down where it is negated, if the "not" at the token does: «не принимает».
pub(super) fn refused(view: &View<'_>, at: usize) -> Option<usize> {
    let verb = at + 1;
    let negated = view.lexicon.language == Language::Ru && view.is(at, "не");
    (negated && is(words(view).taking, view.lower(verb))).then_some(verb + 1)
}

/// How many words behind the verb at the token it turns down with, if it does: "brushed off", "took exception to".
fn parted(view: &View<'_>, words: &Words, at: usize) -> Option<usize> {
    let with = |(verb, behind): &&(&str, &str)| {
        is(&[verb], view.lower(at)) && patterns::end(view, at + 1, behind).is_some()
    };
    let (_, behind) = words.parted.iter().find(with)?;
    Some(patterns::end(view, at + 1, behind)? - at - 1)
}

/// «Опровергать слухи он не стал»: whether what the Russian infinitive tells is not done.
fn is_left(view: &View<'_>, at: usize) -> bool {
    const UNDONE: &str = "стал*|стан*|буд*|намерен*|собира*|собрал*|берется|берусь|берутся|взял*|решил*|решает*|смог*|захотел*|хочет|хотят|хотел*|пожелал*|торопи*|спеши*|может|могут|мог|могла|могли|надо|нужно|стоит|имеет|пыта*|попыта*|удал*|удастся|удается";
    const WISHES: &str = "пытаясь|желая|стараясь|намереваясь|надеясь|собираясь";
    let infinitive = view.lexicon.language == Language::Ru && view.infinitive(at);
    if infinitive && at > 0 && patterns::fits(view.lower(at - 1), WISHES) {
        return true;
    }
    let over = |at: &usize| view.stop(*at) || view.is(*at, ";");
    let end = (at..view.len()).find(over).unwrap_or(view.len());
    let undone = |at: usize| {
        let not = view.is(at, "не") && patterns::fits(view.lower(at + 1), UNDONE);
        let might = matches!(view.lower(at), "мог" | "могла" | "могли") && view.is(at + 1, "бы");
        not || might || patterns::fits(view.lower(at), "отказал*|отказыва*|попрос*")
    };
    infinitive && (at + 1..end).any(undone)
}

/// Reads the verb at token `at` where it calls false what is told; `before` is the sentence's last source.
pub(super) fn read(
    view: &View<'_>,
    sentence: usize,
    at: usize,
    before: Option<model::Span>,
) -> Option<Reading> {
    let words = words(view);
    let lower = view.lower(at);
    if !may_call(view, lower) {
        return None;
    }
    let parted = parted(view, words, at);
    let group = group_start(view, 0, at);
    if is_other(view, group, at) {
        return None;
    }
    let negated = (group..at).any(|at| view.has(at, NEG));
    // «Суд не принял доводы»
    let refuses = negated && is(words.taking, lower);
    let turns = parted.is_some() || refuses || is(words.turning, lower);
    if !turns && !is(words.calling, lower) {
        return None;
    }
    let infinitive = (group..at).any(|at| view.has(at, INF)) && !is_raised(view, at);
    let first = || infinitive.then(|| main_subject(view, group)).flatten();
    let before = before.or_else(first);
    let short = view.english() && falls_short(view, group) || is_left(view, at);
    if negated && !refuses || short || coordinate(view, group) || infinitive && before.is_none() {
        return None;
    }
    let behind = at + 1 + parted.unwrap_or(0);
    let after = behind_manner(view, words, behind, parted.is_some());
    let caller = Caller {
        view,
        words,
        verb: at,
        turns,
        parted: parted.is_some(),
        after,
    };
    let passive = (near_start(view, group, at)..at).any(|at| view.has(at, BE)) && !view.gerund(at)
        || names_passively(lower);
    let found = if passive {
        caller.passive(group)
    } else {
        caller.active(group)
    }?;
    let found = before_main(view, found, (group, at));
    let mut cued = found.cue(view, (group, at), (after, behind));
    if refuses && !view.english() {
        cued.from = (group..at).find(|at| view.is(*at, "не")).unwrap_or(at);
    }
    // "Ha negado"
    cued.from -= usize::from(cued.from == at && at > group && view.has(at - 1, HAVE));
    let mut reading = Reading::new(sentence, RULE, &Cue::denial(lower), view.span(cued));
    reading.content.push(view.span(found.content)?);
    if passive {
        let by = found.by.and_then(|by| view.span(by));
        reading.source = by.or_else(|| agent(view, found.called.map_or(after, |run| run.to)));
        return Some(reading);
    }
    reading.source = if infinitive {
        before
    } else {
        source(view, &found, (group, at), before)
    };
    reading.dropped = reading.source.is_none() && !view.english() && !view.gerund(at);
    Some(reading)
}

/// "X took to the radio to dismiss claims": the subject of the verb that begins the sentence.
fn main_subject(view: &View<'_>, group: usize) -> Option<model::Span> {
    let run = clause::phrase_right(view, 0).filter(|run| run.to < group && run.len() < 12)?;
    let verb = view.english() && view.is_finite(run.to);
    view.span(run).filter(|_| verb)
}

/// The token behind words of manner at `behind`: «отвёл от себя», "rechaza de plano".
fn behind_manner(view: &View<'_>, words: &Words, behind: usize, parted: bool) -> usize {
    let mut after = behind + usize::from(parted && view.is(behind, "себя"));
    while view.adverb(after) && !view.has(after, DET) {
        after += 1;
    }
    let flatly = view.is(after, "de") && matches!(view.lower(after + 1), "plano" | "lleno");
    after += 2 * usize::from(flatly);
    behind_circumstance(view, words, after).unwrap_or(after)
}

/// Whether the token is no such verb: "en su desmentido de que C", a noun; «им отвергнуты выводы», of which what is denied is the
/// subject.
fn is_other(view: &View<'_>, group: usize, at: usize) -> bool {
    let lower = view.lower(at);
    match view.lexicon.language {
        Language::Es => lower.starts_with("desmentid") && at > 0 && view.has(at - 1, DET | POSS),
        Language::Ru => {
            let helped = (group..at).any(|at| view.has(at, BE)) || names_passively(lower);
            is_short(lower) && !helped
        }
        Language::En | Language::Unknown => false,
    }
}

/// What a participle that opens a Spanish or Russian sentence calls false, up to the main clause: «Отмахнувшись от слов, что C, X».
fn before_main(view: &View<'_>, found: Found, at: (usize, usize)) -> Found {
    let main = behind_participle(view, at, found.content.from).filter(|_| !view.english());
    match main {
        Some((comma, _)) if found.content.from < comma => Found {
            content: Run {
                to: found.content.to.min(comma),
                ..found.content
            },
            ..found
        },
        _ => found,
    }
}

/// Where what is told begins behind a circumstance that parts it from its Russian verb: «опроверг в интервью газете слухи».
fn behind_circumstance(view: &View<'_>, words: &Words, from: usize) -> Option<usize> {
    const FAR: usize = 7;
    const OBLIQUE: [&str; 10] = ["ов", "ев", "ий", "ей", "ах", "ях", "ам", "ям", "ом", "ем"];
    let russian = view.lexicon.language == Language::Ru;
    if !russian || !view.has(from, PREP) || matches!(view.lower(from), "из" | "от" | "к" | "против")
    {
        return None;
    }
    let wordy = |at: &usize| view.tokens[*at].is_wordy() && !view.has(*at, COMP | CONJ | AUX | SUB);
    let mut near = (from + 1..view.len().min(from + FAR))
        .take_while(wordy)
        .skip(1);
    near.find(|at| {
        let lower = view.lower(*at);
        let oblique = OBLIQUE.iter().any(|end| lower.ends_with(end)) || lower.ends_with("ами");
        is(words.told, lower) && !oblique && !view.has(at - 1, PREP) && !lower.ends_with('е')
    })
}

/// Who calls it so by the verb at `at`, whose group begins at `group`; `before` is the sentence's last source.
fn source(
    view: &View<'_>,
    found: &Found,
    (group, at): (usize, usize),
    before: Option<model::Span>,
) -> Option<model::Span> {
    if group > 0 && view.has(group - 1, CONJ) {
        return before.or_else(|| view.span(twin_subject(view, group)?));
    }
    if let Some(by) = found.by {
        return view.span(by);
    }
    let behind = || view.span(behind_participle(view, (group, at), found.content.to)?.1);
    subject(view, found.content, (group, at))
        .or(before)
        .or_else(behind)
}

/// The subject of the verb at `at`, whose group begins at `group`: it stands outside what is called false.
fn subject(view: &View<'_>, content: Run, (group, at): (usize, usize)) -> Option<model::Span> {
    let end = if content.to == group {
        content.from
    } else {
        group
    };
    let run = clause::subject(view, end)
        .filter(|run| run.from >= content.to || run.to <= content.from)?;
    view.span(places::office(view, run, at))
}

/// Who a "by" behind a passive names.
fn agent(view: &View<'_>, end: usize) -> Option<model::Span> {
    let by = (end..(end + 3).min(view.len())).find(|at| view.has(*at, BY))?;
    view.span(clause::phrase_right(view, by + 1)?)
}

/// Cuts what others read inside a content that is called false to it. What nobody turns down, nobody tells.
pub(super) fn settle(readings: &mut Vec<Reading>) {
    let called: Vec<(model::Span, bool)> = readings
        .iter()
        .filter(|reading| reading.rule == RULE)
        .filter_map(|reading| Some((*reading.content.first()?, reading.source.is_some())))
        .collect();
    if called.is_empty() {
        return;
    }
    readings.retain_mut(|reading| {
        let Some(cue) = reading.cue.filter(|_| reading.rule != RULE) else {
            return true;
        };
        let Some((around, sourced)) = called.iter().find(|(content, _)| content.contains(cue))
        else {
            return true;
        };
        for content in &mut reading.content {
            content.end = content.end.min(around.end).max(content.start);
        }
        reading.content.retain(|content| !content.is_empty());
        *sourced || reading.source.is_some()
    });
}
