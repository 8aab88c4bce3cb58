//! «Опроверг слухи о C», «отверг намёк, будто C»: what a noun for what is told tells under a denial is a claim of its own, of
//! whoever the noun belongs to, or of nobody.

mod english;

use super::lexicon::{COMP, CONJ, DET, POSS, PREP};
use super::others;
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
    (Certainty::Reported, &["слух*", "сплетн*", "молв*", "разговор*", "толк*", "пересуд*", "сообщени*", "извести*", "информаци*", "сведени*", "рассказ*", "домыс*", "новост*", "публикаци*", "репортаж*", "стать*", "данные", "доклад*"]),
    (Certainty::Alleged, &["обвинени*", "упрек*", "подозрени*", "жалоб*", "претензи*"]),
    (Certainty::Claimed, &["утверждени*", "довод*", "аргумент*", "тезис*", "верси*"]),
    (Certainty::Believed, &["предположени*", "гипотез*", "мнени*", "опасени*", "прогноз*"]),
    (Certainty::Stated, &["намек*", "слова", "слов", "словам", "словами", "заявлени*", "показани*", "инсинуаци*", "вывод*", "подсчет*", "объяснени*"]),
];

/// The same in English.
#[rustfmt::skip]
const ENGLISH: [(Certainty, &[&str]); 4] = [
    (Certainty::Reported, &["rumour", "rumours", "rumor", "rumors", "report", "reports", "story", "stories", "tale", "tales", "talk", "gossip", "speculation", "news", "word", "whispers"]),
    (Certainty::Alleged, &["allegation", "allegations", "accusation", "accusations", "charge", "charges", "complaint", "complaints", "suspicion", "suspicions"]),
    (Certainty::Claimed, &["claim", "claims", "assertion", "assertions", "contention", "contentions"]),
    (Certainty::Stated, &["finding", "findings", "statement", "statements", "testimony", "evidence", "account", "accounts", "version", "warning", "warnings", "description"]),
];

/// The same in Spanish.
#[rustfmt::skip]
const SPANISH: [(Certainty, &[&str]); 5] = [
    (Certainty::Reported, &["rumor*", "versi*", "noticia*", "informaci*", "reporte*", "especie", "habladur*", "chisme*", "bulo", "bulos", "publicaci*", "relato*", "historia*"]),
    (Certainty::Alleged, &["acusaci*", "denuncia*", "señalamiento*", "imputaci*", "queja*"]),
    (Certainty::Claimed, &["argumento*", "alegato*", "tesis"]),
    (Certainty::Believed, &["teoría*", "hipótesis", "creencia*", "temor*", "sospecha*"]),
    (Certainty::Stated, &["afirmaci*", "declaraci*", "aseveraci*", "insinuaci*", "conclusi*", "explicaci*", "testimoni*", "palabras"]),
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
                Language::Ru | Language::Es => told(view, reading),
            }?;
            Some((told, reading.source))
        })
        .collect();
    let deniers: Vec<(usize, Span)> = found
        .iter()
        .filter_map(|(reading, denier)| Some((reading.sentence, (*denier)?)))
        .collect();
    let idle = |other: &Reading| {
        let denies = |source: Span| {
            let mut all = deniers.iter();
            all.any(|(sentence, it)| *sentence == other.sentence && it.overlaps(source))
        };
        other.source.is_none_or(denies)
    };
    for (reading, denier) in found {
        let meets = |other: &&mut Reading| matches!((other.cue, reading.cue), (Some(a), Some(b)) if a.overlaps(b));
        match readings.iter_mut().find(meets) {
            // Who denies it did not tell it, and what the tagger ties to the noun ends too early.
            Some(other) if meets_source(other, denier) => *other = reading,
            Some(other) if views[other.sentence].english() => *other = reading,
            Some(other) if matches!(other.rule, "trained" | RULE) && idle(other) => {
                *other = reading;
            }
            Some(_) => {}
            None => readings.push(reading),
        }
    }
    reading::sort(readings);
}

/// Whether who denies a thing is taken for who tells it.
fn meets_source(other: &Reading, denier: Option<Span>) -> bool {
    let both = other.source.zip(denier);
    both.is_some_and(|(source, denier)| {
        source == denier || other.rule == RULE && denier.contains(source)
    })
}

/// How surely the noun at the token says that a thing was told.
fn certainty(view: &View<'_>, at: usize) -> Option<Certainty> {
    let lower = view.lower(at);
    let names = |word: &&str| match word.strip_suffix('*') {
        Some(stem) => lower.starts_with(stem),
        None => *word == lower,
    };
    let nouns: &[(Certainty, &[&str])] = match view.lexicon.language {
        Language::Es => &SPANISH,
        Language::Ru => &NOUNS,
        Language::En | Language::Unknown => &ENGLISH,
    };
    let found = nouns.iter().find(|(_, words)| words.iter().any(names));
    found.map(|(certainty, _)| *certainty)
}

/// What the noun at the head of a denied content tells.
fn told(view: &View<'_>, denial: &Reading) -> Option<Reading> {
    let content = *denial.content.first()?;
    let inside: Vec<usize> = tokens(view, content).collect();
    let first = inside.first()? + usize::from(view.has(*inside.first()?, CONJ));
    let end = inside.last()? + 1;
    let bars = |at: usize| view.has(at, PREP | COMP) || !view.tokens[at].is_wordy();
    let noun = (first..end.min(first + LEAD + 1))
        .take_while(|at| !bars(*at))
        .find(|at| certainty(view, *at).is_some())?;
    if view.lexicon.language == Language::Es {
        return spanish(view, denial, (noun, end));
    }
    let charges = certainty(view, noun) == Some(Certainty::Alleged);
    let hints = view.lower(noun).starts_with("намек");
    let complains = view.lower(noun).starts_with("жалоб");
    let (link, from) = (noun + 1..end.min(noun + 2 + OWNER)).find_map(|at| {
        let clause = view.comma(at) && matches!(view.lower(at + 1), "что" | "будто");
        // «Подсчёты союза, по которым C»
        let by = matches!(view.lower(at + 1), "по" | "согласно")
            && view.lower(at + 2).starts_with("котор");
        if view.comma(at) && by {
            return Some((at, at + 3));
        }
        let about = matches!(view.lower(at), "о" | "об" | "обо");
        let near = at == noun + 1 || view.is(at + 1, "том") || view.is(at + 1, "то");
        let of = match view.lower(at) {
            "в" | "во" => charges && near && !view.is(at + 1, "адрес"),
            "на" => (hints || complains) && near,
            _ => false,
        };
        (clause || about || of).then_some((at, at + usize::from(clause)))
    })?;
    let plain = |at: usize| !view.has(at, PREP | COMP) && !view.comma(at);
    if !(noun + 1..link).all(plain) {
        return None;
    }
    let particle = |at: usize| matches!(view.lower(at), "же" | "ли" | "бы" | "тоже" | "также");
    let behind =
        Run::new(noun + 1, link).filter(|run| !view.has(run.from, CONJ) && !particle(run.from));
    let before = (first..noun).find(|at| view.has(*at, POSS) && !view.has(*at, DET));
    let owner = behind.or_else(|| before.and_then(|at| Run::new(at, at + 1)));
    inner(view, denial, noun, (owner, Run::new(from, end)?))
}

/// "La versión de X de que C", "los rumores según los cuales C".
fn spanish(view: &View<'_>, denial: &Reading, (noun, end): (usize, usize)) -> Option<Reading> {
    let that = |at: usize| {
        let of = view.is(at, "de") && view.is(at + 1, "que");
        let which = matches!(view.lower(at + 2), "cual" | "cuales");
        of || view.is(at, "según") && which
    };
    let link = noun + 1 + usize::from(view.comma(noun + 1));
    let owned = others::possessor(view, noun + 1);
    let (owner, from) = match owned {
        Some((owner, from)) => (Some(owner), from),
        None if that(link) => (None, link),
        None => return None,
    };
    let own = noun
        .checked_sub(1)
        .filter(|at| view.is(*at, "su") || view.is(*at, "sus"));
    let owner = owner.or_else(|| own.and_then(|at| Run::new(at, at + 1)));
    inner(view, denial, noun, (owner, Run::new(from, end)?))
}

/// What the noun tells under the denial, of whoever it belongs to.
fn inner(
    view: &View<'_>,
    denial: &Reading,
    noun: usize,
    (owner, content): (Option<Run>, Run),
) -> Option<Reading> {
    let mut reading = Reading::unknown(denial.sentence, RULE, view.tokens[noun].span);
    reading.source = owner.and_then(|run| view.span(run));
    reading.content.push(view.span(content)?);
    reading.certainty = match certainty(view, noun)? {
        // What somebody's own report tells he says.
        Certainty::Reported if owner.is_some() => Certainty::Stated,
        certainty => certainty,
    };
    reading.polarity = Polarity::Denied;
    reading.kind = Kind::Fact;
    reading.heard = denial.heard;
    Some(reading)
}
