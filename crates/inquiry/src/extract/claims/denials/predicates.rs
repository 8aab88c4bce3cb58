//! «Слухи о C высосаны из пальца, сказал X», "X sostuvo que las versiones de que C no se sostienen": what is told is denied by
//! whoever says so of it.

use super::deny;
use super::labels::is_label;
use super::leading;
use super::parsing::{certainty, russian, speaker, teller, tells, told};
use crate::extract::claims::lexicon::{COMP, CONJ, Cue, DOUBT, MODAL, NEG, PREP, SUB};
use crate::extract::claims::patterns::{head, heads, longest};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use model::Polarity;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What is said of a thing that is not so.
#[rustfmt::skip]
const RUSSIAN: &[&str] = &[
    "?абсолютно|совершенно|никак|полностью не соответству* действительности|истине|правде|фактам|реальности",
    "не име* ничего общего с действительностью|правдой|истиной|реальностью|фактами",
    "не име* ?под ?собой ?никак*|каких-либо|реальн*|ни|малейш* ?малейших оснований|основания|почвы",
    "не име* ?никакого отношения к действительности|реальности|правде",
    "лишен* ?всяк*|каких-либо|какого-либо|всяческ*|малейш*|любых оснований|основания|почвы|смысла",
    "не лишен* смысла|оснований",
    "далек* от действительности|истины|реальности|правды",
    "?целиком|полностью высосан* из пальца",
    "взят* с потолка|неба", "взят* из головы|воздуха",
    "не выдержива* ?никакой|даже|малейшей ?самой критики|проверки",
    "не выдержа* ?никакой критики|проверки",
    "шит* белыми нитками",
    "противореч* действительности|фактам|истине|реальности",
    "не основан* ни на чем", "не основан* на фактах",
    "оказал* ?абсолютно|совершенно|полностью|обычной|обычным|чистой|очередной|газетной ложн*|лжив*|выдумк*|выдуман*|вымысл*|уткой|фейк*|недостоверн*|неверн*|вздором|неправд*|мифом|ложью|фальшивк*",
    "не подтвердился|подтвердилась|подтвердилось|подтвердились|подтверждается|подтверждаются", "не нашел|нашла|нашло|нашли|находит|находят|получил|получила|получили ?никакого подтверждения|подтверждений",
    "придуман* ?от|кем-то ?начала ?до ?конца", "сфабрикован*", "сочинен* ?от ?начала ?до ?конца",
    "не отвеч* действительности|истине", "расход* с действительностью|фактами|реальностью",
    "притянут* за уши", "не сто* ?и выеденного|ломаного яйца|гроша", "гроша ломаного не сто*", "не заслужива* ?никакого доверия",
    "из разряда|области фантастики|сказок|фантазий|анекдотов|небылиц", "плод* ?его|чьей-то|больной|чьего-то ?больного фантазии|воображения",
    "ничем не подтвержден*|подкреплен*", "ни на чем не основан*|держ*|зиждет*",
    "?абсолютно|совершенно|полностью|заведомо|целиком|просто|столь ложна|ложны|ложно|ложен|лжива|лживы|лживо|лжив|неверна|неверны|неверно|недостоверна|недостоверны|недостоверно|надумана|надуманна|надуманны|надуманы",
    "?абсолютно|совершенно|полностью|целиком|просто выдумана|выдуманы|выдумано|выдуман|голословна|голословны|голословно|несостоятельна|несостоятельны|несостоятельно|вымышлена|вымышлены",
    "?абсолютно|совершенно|полностью|просто абсурдна|абсурдны|нелепа|нелепы|смехотворна|смехотворны|ошибочна|ошибочны|безосновательна|безосновательны|беспочвенна|беспочвенны|беспочвенно|необоснованна|необоснованны|необоснованы",
    "не ?совсем верна|верны|верно",
    "?сильно|явно|значительно|заметно|вдвое|втрое|изрядно завышен*|занижен*|преувеличен*|искажен* ?вдвое|втрое|вчетверо|впятеро|вдесятеро|стократ ?раза|раз",
    "расход* с правдой|истиной|фактами", "построен* на песке|лжи|домыслах|слухах|догадках", "держ* на честном|одних слове|домыслах|слухах", "сшит* белыми нитками", "вилами по|на воде писан*", "не стыку* с фактами|действительностью|реальностью",
    "грешит|грешат против истины", "разбива* о факты|документы", "не|никакой критики не выдержива*", "есть|являе* ?полный|чистый|сущий|полная|чистая|наглая|полным|чистым|полной|чистой|наглой абсурд|бред|вымысел|ложь|клевета|выдумка|чушь|неправда|абсурдом|бредом|вымыслом|ложью|клеветой|выдумкой|чушью|неправдой",
    "ложна|ложны|лжива|лживы ?от ?начала|первого ?до ?последнего|конца ?слова",
];
#[rustfmt::skip]
const SPANISH: &[&str] = &[
    "es|son|era|eran|fue|fueron|resultó|resultaron|resulta|resultan ?absolutamente|completamente|totalmente|rotundamente|categóricamente|radicalmente|pura|una ?burda falso|falsa|falsos|falsas|mentira|mentiras|inventado|inventada|inventados|inventadas|infundado|infundada|infundados|infundadas",
    "no es|son|era|eran ?en ?absoluto cierto|cierta|ciertos|ciertas|verdad",
    "no se sostien*|sosten* ?por|en|de ?ningún|ninguna|modo ?lado|parte|forma|manera",
    "no tien* ?el|la|ni|ningún|ninguna ?más|menor|mínimo|mínima ?pies|fundamento|sustento|asidero|base|sentido ?ni|alguno|alguna ?cabeza",
    "carec* de ?todo|toda|cualquier|total ?fundamento|base|sustento|asidero|veracidad|rigor|sentido",
    "no se ajusta* a la verdad|realidad", "no se correspond* con la verdad|realidad", "no correspond* a|con la verdad|realidad", "no respond* a la verdad|realidad",
    "falta* a la verdad", "está* lejos|muy ?lejos de la realidad|verdad", "no resiste* ?el ?menor|mínimo análisis|examen",
    "no es|son|era|eran más ?que un|una|puro|pura ?mero|mera invento|invención|bulo|cuento|rumor|patraña|fantasía|infundio|montaje|mentira",
    "es|son|era|eran|fue|fueron un|una|puro|pura|unos|unas ?puro|pura|burda|burdo|vil|mero|mera invento|inventos|invención|bulo|cuento|patraña|fantasía|infundio|montaje|mentira|leyenda|disparate|embuste ?urbana|chino",
    "hace* agua ?por", "no tien* nada que ver con la realidad|verdad",
];

/// How the predicates of either language begin: without such a word the tables need not be tried.
static HEADS: LazyLock<[FxHashSet<[char; 2]>; 2]> =
    LazyLock::new(|| [heads(SPANISH), heads(RUSSIAN)]);

/// Where a predicate begins and ends.
pub(super) type Found = (usize, usize);

/// Denies what such predicates are said of.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if let Some((from, end)) = leading::find(view) {
        let inside = Run::new(from, end).and_then(|run| view.span(run));
        let told = |reading: &&mut Reading| {
            let holds = |thing| {
                reading
                    .content
                    .first()
                    .is_some_and(|content| content.contains(thing))
            };
            reading.sentence == index && reading.source.is_some() && inside.is_some_and(holds)
        };
        if let Some(reading) = readings.iter_mut().find(told) {
            reading.content.truncate(1);
            if let Some(thing) = inside {
                deny(reading, thing);
            }
        } else if let Some(reading) = liar(view, index, (from, end)) {
            readings.push(reading);
        }
    }
    let mut at = 1;
    while at < view.len() {
        let Some(end) = predicate(view, at) else {
            at += 1;
            continue;
        };
        if leading::parted(view, index, (at, end), readings) {
            return;
        }
        if let Some(from) = thing(view, at) {
            said(view, index, from, (at, end), readings);
        }
        at = end;
    }
}

/// "«Miente quien diga que C», soltó X": the denial by a quotation whose verb no table has.
fn liar(view: &View<'_>, index: usize, (from, end): Found) -> Option<Reading> {
    let open = (0..view.len().min(3)).find(|at| view.open(*at) && *at < from)?;
    let source = speaker(view, end).filter(|_| view.close(end))?;
    let words = view.span(Run::new(open + 1, from)?);
    let mut reading = Reading::new(index, super::RULE, &Cue::denial(""), words);
    reading.source = view.span(source);
    reading.content.push(view.span(Run::new(from, end)?)?);
    Some(reading)
}

/// Where the predicate ends that begins at the token.
fn predicate(view: &View<'_>, at: usize) -> Option<usize> {
    let table = if russian(view) { RUSSIAN } else { SPANISH };
    let doubted = view.has(at - 1, NEG | MODAL | DOUBT);
    let named = || {
        let over = |end: &usize| view.comma(*end) || view.close(*end) || view.stop(*end);
        // «Слухи, по словам X, — пустой звук»
        let aside = (1..at.saturating_sub(2))
            .any(|from| view.comma(from) && (view.is(from + 1, "по") || tells(view, from + 1)));
        let dash = russian(view) && view.dash(at) && (!view.comma(at - 1) || aside);
        let end = (at + 2..view.len().min(at + 10))
            .find(over)
            .filter(|_| dash)?;
        // «— не более чем газетная утка»
        let lead = longest(
            view,
            at + 1,
            &[
                "не более чем|, ?чем",
                "не что иное , как",
                "всего лишь",
                "лишь",
                "просто",
                "это ?все|не",
            ],
        );
        let from = lead.unwrap_or(at + 1);
        is_label(view, from.min(end), end).then_some(end)
    };
    let heads = &HEADS[usize::from(russian(view))];
    let may = head(view.lower(at)).is_some_and(|head| heads.contains(&head));
    let found = may
        .then(|| longest(view, at, table))
        .flatten()
        .or_else(named)?;
    let kept = view.lower(at) == "не" && view.lower(at + 1).starts_with("лишен");
    (!doubted && !kept).then_some(found)
}

/// Where what the predicate is said of begins: a noun for what is told, at the head of its clause.
fn thing(view: &View<'_>, predicate: usize) -> Option<usize> {
    let heads = |at: &usize| {
        let edge = *at == 0
            || view.open(at - 1)
            || view.comma(at - 1)
            || view.has(at - 1, COMP | CONJ) && !view.has(at - 1, PREP);
        let what = matches!(view.lower(*at), "lo" | "eso" | "aquello")
            && (view.has(at + 1, COMP)
                || matches!(view.lower(at + 1), "de" | "publicado" | "dicho"))
            || russian(view) && view.is(*at, "то") && view.comma(at + 1) && view.is(at + 2, "что");
        let noun =
            told(view, *at).is_some_and(|noun| noun < predicate && goes(view, noun, predicate));
        edge && (noun || what)
    };
    (0..predicate).find(heads)
}

/// Whether no verb but that of a clause of its own stands between a noun and what is said of it.
fn goes(view: &View<'_>, noun: usize, predicate: usize) -> bool {
    let clause = (noun + 1..predicate).find(|at| view.comma(*at) || view.has(*at, COMP));
    let end = clause.unwrap_or(predicate);
    let plain = |at: usize| !view.is_finite(at) && !view.has(at, SUB) && !view.stop(at);
    (noun + 1..end).all(plain)
}

/// Gives the denial to whoever says it behind the predicate, or before what it is said of.
fn said(view: &View<'_>, index: usize, from: usize, (at, end): Found, readings: &mut Vec<Reading>) {
    let Some(thing) = Run::new(from, at).and_then(|run| view.span(run)) else {
        return;
    };
    let mut verb = end;
    while view.close(verb) || view.comma(verb) || view.dash(verb) {
        verb += 1;
    }
    let behind = verb > end && tells(view, verb);
    let near = |reading: &&mut Reading| {
        let cue = reading.cue.is_some_and(|cue| {
            behind
                && view
                    .tokens
                    .get(verb)
                    .is_some_and(|token| cue.overlaps(token.span))
        });
        let before = reading.content.iter().any(|content| {
            content.start <= thing.start
                && content.end > thing.end
                && (reading.rule == "according"
                    || reading.cue.is_some_and(|cue| cue.end <= thing.start))
        });
        let direct = before && from.checked_sub(1).is_none_or(|at| !view.has(at, CONJ));
        let named = reading.source.is_some() || reading.dropped || reading.own;
        reading.sentence == index && (cue || !behind && direct && named)
    };
    let teller = || teller(view, (verb + 1, view.len()), verb).and_then(|run| view.span(run));
    // Of several around it, the nearest speaks.
    let found = readings
        .iter_mut()
        .filter(near)
        .max_by_key(|reading| reading.cue.map(|cue| cue.start));
    if let Some(reading) = found {
        if reading.polarity == Polarity::Affirmed || reading.content.first() != Some(&thing) {
            deny(reading, thing);
        }
        reading.source = reading.source.or_else(teller);
        return;
    }
    let Some(source) = behind.then(teller).flatten() else {
        return;
    };
    let words = Run::new(at, end).and_then(|run| view.span(run));
    let mut reading = Reading::new(index, super::RULE, &Cue::denial(view.lower(verb)), words);
    reading.certainty = certainty(view, verb);
    reading.source = Some(source);
    reading.content.push(thing);
    readings.push(reading);
}
