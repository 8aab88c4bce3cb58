//! «Слухи о вербовке опровергли ректор и декан», «Вину признал только водитель», «Слова хозяйки назвал ложью адвокат»: a Russian
//! thing opens the clause, and who denies, admits or confirms it, or calls it untrue, stands behind the verb.

use super::RULE;
use super::fronted::{accusative, denies, opening};
use super::parsing::{group, russian, told};
use super::speakers::{Speaker, acts_alone, behind};
use crate::extract::claims::called;
use crate::extract::claims::lexicon::{
    ADV, COMP, CONJ, Cue, DET, NEG, OBJECT, POSS, PREP, PRON, REL, SUB, Sort, TIME,
};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::preposed::is_denied;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::{Certainty, Polarity};

/// What is denied or admitted and can do neither itself.
const DEEDS: &str = "побои|избиени*|насили*|убийств*|похищени*|нападени*|хищени*|мошенничеств*|вымогательств*|подкуп|сговор|заговор|\
    побег|преступлени*|нарушени*|задержани*|увольнени*|исчезновени*|отравлени*|ошибк*|угроз*|долги|гибель|смерть|арест|обыск|обыски|побеги|сделк*";
/// Things that may bear out another as well as be borne out.
const EVIDENCE: &str =
    "показани*|сообщени*|рассказ*|слова|сведени*|данные|информаци*|вывод*|факт*|доклад*|публикаци*";
/// Pronouns for what was said, alone before the verb.
const THIS: [&str; 3] = ["?все это|этого ?же|все", "то же ?самое", "последнее"];
/// What points at a thing and is in no table.
const SUCH: &str = "эту|такую|такие|такое|подобн*|прозвучавш*|появивш*";
/// The most words of what a thing is called.
const LONGEST: usize = 5;

/// What is denied or confirmed, by whom and with which words.
pub(super) struct Inverse {
    pub(super) source: Run,
    pub(super) cue: Run,
    pub(super) object: Run,
    /// What the thing is held to be: «доказанной».
    pub(super) held: Option<Run>,
    pub(super) verb: usize,
    /// The lexicon's word for what is done where nothing is called untrue.
    pub(super) known: Option<Cue>,
}

/// Puts such readings in the place of what else was read of their verbs.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !russian(view) {
        return;
    }
    for found in (1..view.len()).filter_map(|at| read(view, at)) {
        put(view, index, &found, readings);
    }
}

/// Reads the verb at the token.
fn read(view: &View<'_>, at: usize) -> Option<Inverse> {
    let (known, end) = act(view, at)?;
    let group = group(view, at)?;
    let from = behind_lead(view, opening(view, group), group);
    let held = held(view, at).filter(|_| known.is_some());
    let speaker = behind(view, held.map_or(end, |run| run.to), at).filter(|_| from < group)?;
    let fits = is_object(view, (from, group), at, known.as_ref(), &speaker);
    fits.then_some(Inverse {
        source: speaker.run,
        held,
        cue: Run::new(group, end)?,
        object: Run::new(from, group)?,
        verb: at,
        known,
    })
}

/// What the finite verb at the token does to a thing, and where its words end.
pub(super) fn act(view: &View<'_>, at: usize) -> Option<(Option<Cue>, usize)> {
    if view.is_quoted(at) || view.infinitive(at) || view.gerund(at) {
        return None;
    }
    if let Some(end) = name_end(view, at) {
        return Some((None, end));
    }
    Some((Some(answers(view, at)?.clone()), at + 1))
}

/// «Вину признали доказанной присяжные»: what the thing is held to be.
fn held(view: &View<'_>, at: usize) -> Option<Run> {
    let instrumental = |at: &usize| {
        let ends = ["ой", "ым", "ыми", "ими"];
        ends.iter().any(|end| view.lower(*at).ends_with(end)) && !view.capital(*at)
    };
    let many = (at + 1..view.len()).take_while(instrumental).count();
    let admits = view.lower(at).starts_with("призна");
    Run::new(at + 1, at + 1 + many).filter(|_| admits)
}

/// The lexicon's word that denies, admits or confirms a thing at the token.
fn answers<'v>(view: &'v View<'_>, at: usize) -> Option<&'v Cue> {
    let mut cues = view.lexicon.cues(view.tokens, at);
    let answers = |cue: &&Cue| {
        cue.sort == Sort::Verb
            && cue.words.len() == 1
            && cue.frames & OBJECT != 0
            && (cue.certainty == Certainty::Confirmed || cue.polarity == Polarity::Denied)
    };
    let turned = || called::turned_down(view, at).is_some();
    cues.find(answers)
        .filter(|cue| cue.polarity == Polarity::Affirmed || denies(view, at) || turned())
}

/// Where the words end by which the verb at the token calls a thing untrue: «назвал ложью».
fn name_end(view: &View<'_>, at: usize) -> Option<usize> {
    if !is_calling(view, at) {
        return None;
    }
    (at + 2..view.len().min(at + 2 + LONGEST))
        .take_while(|end| called::is_name(view, at + 1, *end))
        .filter(|end| !view.has(end - 1, CONJ))
        .last()
}

/// Whether an active verb that gives a thing a name stands at the token.
pub(super) fn is_calling(view: &View<'_>, at: usize) -> bool {
    let passive = ["ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены"];
    let passive = passive.iter().any(|end| view.lower(at).ends_with(end));
    called::is_calling(view, at) && !passive
}

/// Whether the words before the group of the verb at `verb` are what the speaker behind it answers.
fn is_object(
    view: &View<'_>,
    (from, group): (usize, usize),
    verb: usize,
    known: Option<&Cue>,
    speaker: &Speaker,
) -> bool {
    let this = longest(view, from, &THIS) == Some(group);
    let noun = thing(view, from).filter(|noun| *noun < group);
    let deed = known.is_some() && accusative(view, from) && !view.capital(from + 1);
    let bare = known.is_some() && speaker.person && is_bare(view, from, group);
    let Some(noun) = noun.or_else(|| (deed || bare || this).then_some(from)) else {
        return false;
    };
    let confirmed = known.is_some_and(|cue| cue.polarity == Polarity::Affirmed);
    let unclear = confirmed && speaker.plain && fits(view.lower(noun), EVIDENCE);
    let plain = |at: usize| view.tokens[at].is_wordy() && !view.has(at, COMP | SUB | REL | NEG);
    let relative = view.comma(noun + 1) || view.comma(group - 1);
    let soft = group > noun + 1 && acts_alone(view, group - 1, verb) && !view.has(group - 2, PREP);
    let free = !(noun + 1..group).any(|at| is_subject(view, at, group, verb));
    let free = free && (speaker.firm || !soft);
    !unclear && free && ((from..group).all(plain) || relative)
}

/// Whether the token before the verb is its subject: «Слухи она опровергла», «Слухи министр опроверг».
fn is_subject(view: &View<'_>, at: usize, group: usize, verb: usize) -> bool {
    let personal = ["я", "он", "она", "оно", "мы", "вы", "они"].contains(&view.lower(at));
    let soft = view.lower(at).ends_with(['а', 'я', 'ы', 'и']);
    let last = at + 1 == group && acts_alone(view, at, verb) && !soft;
    (personal || last) && !view.has(at - 1, PREP)
}

/// Whether a noun and what belongs to it stand before the verb of a man who is named behind it: «Подлог отрицает нотариус».
fn is_bare(view: &View<'_>, from: usize, group: usize) -> bool {
    let noun = !view.has(
        from,
        PREP | PRON | CONJ | COMP | SUB | REL | ADV | TIME | NEG | DET,
    ) && view.tokens[from].is_wordy()
        && !view.is_finite(from)
        && !crate::extract::is_noun_word(view.lower(from))
        && view.lower(from).chars().count() > 3;
    let ends = ["ом", "ем", "ами", "ями", "ах", "ях", "о"];
    let adverb = ends.iter().any(|end| view.lower(from).ends_with(end));
    noun && !adverb && !(from + 1..group).any(|at| view.is_finite(at))
}

/// The noun for a thing at the head of what begins at the token.
pub(super) fn thing(view: &View<'_>, from: usize) -> Option<usize> {
    let such = usize::from(fits(view.lower(from), SUCH));
    let held = |at: usize| view.has(at, DET | POSS);
    let noun = from + such.max(usize::from(held(from)));
    let quality = view.lower(noun).ends_with("ость") && view.lower(noun).chars().count() > 7;
    let data = fits(view.lower(noun), "данные|сказанное|услышанное");
    let named = is_denied(view.lower(noun)) || fits(view.lower(noun), DEEDS);
    told(view, from + such).or_else(|| (named || quality || data).then_some(noun))
}

/// The token behind what leads in a clause: «Но вчера слухи», «В среду слухи».
pub(super) fn behind_lead(view: &View<'_>, from: usize, group: usize) -> usize {
    let mut at = from;
    while at < group {
        if view.has(at, PREP) && view.has(at + 1, TIME) {
            at += 2;
        } else if view.has(at, CONJ | ADV | TIME) && !view.has(at, DET | NEG) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Puts one in the place of what was read of its verb; what its thing tells ends with it.
pub(super) fn put(view: &View<'_>, index: usize, one: &Inverse, readings: &mut Vec<Reading>) {
    let (Some(cue), Some(object), Some(source)) = (
        view.span(one.cue),
        view.span(one.object),
        view.span(one.source),
    ) else {
        return;
    };
    let over = |reading: &Reading| {
        reading.sentence == index && reading.cue.is_some_and(|own| own.overlaps(cue))
    };
    let heard = readings.iter().find(|it| over(it)).map(|it| it.heard);
    readings.retain(|reading| !over(reading));
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        let inner = reading.cue.is_some_and(|own| object.contains(own));
        let cut = |it: &&mut model::Span| inner && it.start < object.end;
        for content in reading.content.iter_mut().filter(cut) {
            content.end = content.end.min(object.end);
        }
        reading.content.retain(|it| !inner || it.start < object.end);
        let outside = |own: model::Span| !object.contains(own);
        if inner && reading.source.is_some_and(outside) {
            reading.source = None;
        }
    }
    readings.retain(|reading| !reading.content.is_empty());
    let denial = Cue::denial(view.lower(one.verb));
    let affirmed = |cue: &&Cue| cue.polarity == Polarity::Affirmed;
    let known = one.known.as_ref().filter(affirmed);
    let rule = if known.is_some() { "object" } else { RULE };
    let mut reading = Reading::new(index, rule, known.unwrap_or(&denial), Some(cue));
    reading.heard = heard.unwrap_or_default();
    reading.source = Some(source);
    reading.content = vec![object];
    reading
        .content
        .extend(one.held.and_then(|run| view.span(run)));
    readings.push(reading);
}
