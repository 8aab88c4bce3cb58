//! «Опроверг слухи о C», «отверг намёк, будто C»: what a noun for what is told tells under a denial is a claim of its own, of
//! whoever the noun belongs to, or of nobody.

mod english;

use super::lexicon::{COMP, CONJ, DET, POSS, PREP};
use super::reading::{self, Reading};
use super::untold::tokens;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity, Span};

/// The rule of such readings.
const RULE: &str = "noun-clause";
/// The most words before the noun: «эти новые слухи».
const LEAD: usize = 3;
/// The most words of whoever the noun belongs to.
const OWNER: usize = 5;

/// How surely what a noun names was told. A word ending in `*` stands for all that begin so.
#[rustfmt::skip]
const NOUNS: [(Certainty, &[&str]); 5] = [
    (Certainty::Reported, &["слух*", "сплетн*", "молв*", "разговор*", "толк*", "пересуд*", "сообщени*", "извести*", "информаци*", "сведени*", "рассказ*", "домыс*", "новост*", "публикаци*"]),
    (Certainty::Alleged, &["обвинени*", "упрек*", "подозрени*", "жалоб*", "претензи*"]),
    (Certainty::Claimed, &["утверждени*", "довод*"]),
    (Certainty::Believed, &["предположени*", "верси*", "гипотез*"]),
    (Certainty::Stated, &["намек*", "слова", "слов", "словам", "заявлени*", "показани*", "инсинуаци*"]),
];

/// Adds what nouns tell under the denials.
pub(super) fn add(views: &[View<'_>], readings: &mut Vec<Reading>) {
    let found: Vec<(Reading, Option<Span>)> = readings
        .iter()
        .filter(|reading| {
            let sourced = reading.source.is_some() || reading.own || reading.dropped;
            reading.polarity == Polarity::Denied && sourced && reading.rule != RULE
        })
        .filter_map(|reading| {
            let view = &views[reading.sentence];
            let told = match view.lexicon.language {
                Language::En | Language::Unknown => english::told(view, reading),
                Language::Ru => told(view, reading),
                Language::Es => None,
            }?;
            Some((told, reading.source))
        })
        .collect();
    for (reading, denier) in found {
        let meets = |other: &&mut Reading| matches!((other.cue, reading.cue), (Some(a), Some(b)) if a.overlaps(b));
        match readings.iter_mut().find(meets) {
            // Who denies it did not tell it.
            Some(other) if denier.is_some() && other.source == denier => *other = reading,
            Some(other) if views[other.sentence].english() => *other = reading,
            Some(_) => {}
            None => readings.push(reading),
        }
    }
    reading::sort(readings);
}

/// How surely the noun at the token says that a thing was told.
fn certainty(view: &View<'_>, at: usize) -> Option<Certainty> {
    let lower = view.lower(at);
    let names = |word: &&str| match word.strip_suffix('*') {
        Some(stem) => lower.starts_with(stem),
        None => *word == lower,
    };
    let found = NOUNS.iter().find(|(_, words)| words.iter().any(names));
    found.map(|(certainty, _)| *certainty)
}

/// What the noun at the head of a denied content tells.
fn told(view: &View<'_>, denial: &Reading) -> Option<Reading> {
    if view.lexicon.language != Language::Ru {
        return None;
    }
    let content = *denial.content.first()?;
    let inside: Vec<usize> = tokens(view, content).collect();
    let first = inside.first()? + usize::from(view.has(*inside.first()?, CONJ));
    let end = inside.last()? + 1;
    let bars = |at: usize| view.has(at, PREP | COMP) || !view.tokens[at].is_wordy();
    let noun = (first..end.min(first + LEAD + 1))
        .take_while(|at| !bars(*at))
        .find(|at| certainty(view, *at).is_some())?;
    let charges = certainty(view, noun) == Some(Certainty::Alleged);
    let hints = view.lower(noun).starts_with("намек");
    let (link, from) = (noun + 1..end.min(noun + 2 + OWNER)).find_map(|at| {
        let clause = view.comma(at) && matches!(view.lower(at + 1), "что" | "будто");
        let about = matches!(view.lower(at), "о" | "об" | "обо");
        let near = at == noun + 1 || view.is(at + 1, "том") || view.is(at + 1, "то");
        let of = match view.lower(at) {
            "в" | "во" => charges && near && !view.is(at + 1, "адрес"),
            "на" => hints && near,
            _ => false,
        };
        (clause || about || of).then_some((at, at + usize::from(clause)))
    })?;
    let plain = |at: usize| !view.has(at, PREP | COMP) && !view.comma(at);
    if !(noun + 1..link).all(plain) {
        return None;
    }
    let behind = Run::new(noun + 1, link).filter(|run| !view.has(run.from, CONJ));
    let before = (first..noun).find(|at| view.has(*at, POSS) && !view.has(*at, DET));
    let owner = behind.or_else(|| before.and_then(|at| Run::new(at, at + 1)));
    let mut reading = Reading::unknown(denial.sentence, RULE, view.tokens[noun].span);
    reading.source = owner.and_then(|run| view.span(run));
    reading.content.push(view.span(Run::new(from, end)?)?);
    reading.certainty = certainty(view, noun)?;
    reading.polarity = Polarity::Denied;
    reading.kind = Kind::Fact;
    reading.heard = denial.heard;
    Some(reading)
}
