//! Papers and pictures in which something stands: «В протоколе записано, что», «Из акта следует», "En el acta consta que".
//!
//! The verb has no subject, or none that is on record: the source is what stands behind the preposition.

use super::clause;
use super::lexicon::{BE, PREP, PRON, TIME};
use super::reading::Reading;
use super::untold::tokens;
use super::view::{Run, View};
use model::{Certainty, Language, Polarity, Span};

/// What is written, in Russian.
#[rustfmt::skip]
const WRITTEN: &[&str] = &[
    "записано", "записан", "записана", "записаны", "сказано", "говорится", "говорилось", "написано", "указано", "указывается",
    "значится", "значатся", "отмечается", "отмечено", "утверждается", "сообщается", "сообщалось", "числится", "зафиксировано",
    "отражено", "прописано",
];
/// What is written, in Spanish.
#[rustfmt::skip]
const STANDS: &[&str] = &[
    "consta", "constan", "constaba", "constaban", "figura", "figuran", "figuraba", "figuraban",
];
/// The same behind "se".
#[rustfmt::skip]
const IS_WRITTEN: &[&str] = &[
    "lee", "leía", "indica", "indicaba", "señala", "señalaba", "afirma", "afirmaba", "dice", "decía", "establece", "detalla",
    "especifica", "recoge", "menciona", "asegura",
];
/// What is seen in a picture or follows from a paper, in Russian.
const SHOWN: &[&str] = &[
    "видно",
    "слышно",
    "следует",
    "следовало",
    "вытекает",
    "явствует",
];
/// The same in Spanish, behind "se".
#[rustfmt::skip]
const IS_SHOWN: &[&str] = &[
    "desprende", "desprendía", "deduce", "ve", "veía", "aprecia", "apreciaba", "oye", "oía", "observa",
];
/// Beginnings of nouns for papers, pictures and recordings, folded.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "протокол", "журнал", "запис", "заключени", "заявлени", "письм", "документ", "договор", "контракт", "акт", "справк",
    "отчет", "доклад", "тетрад", "фото", "сним", "видео", "кадр", "переписк", "сообщени", "объявлени", "расписани",
    "ведомост", "материал", "инструкц", "приговор", "решени", "постановлени", "определени", "жалоб", "анкет", "книг",
    "квитанц", "чек", "выписк", "распечатк", "реестр", "списк", "список", "ответ", "показани", "экспертиз", "телеграмм",
    "паспорт", "билет", "график", "табел", "накладн", "счет", "план", "схем", "дневник", "рапорт", "бумаг", "лист", "съемк",
    "пленк", "аудио", "счит", "декларац", "acta", "informe", "contrato", "carta", "nota", "documento", "expediente",
    "sentencia", "fallo", "auto", "foto", "imagen", "imágenes", "video", "vídeo", "grabaci", "registro", "libro", "cuaderno",
    "recibo", "factura", "planilla", "mensaje", "correo", "audio", "chat", "lista", "boleto", "billete", "denuncia",
    "dictamen", "peritaje", "comunicado", "escrito", "captura", "cinta", "extracto", "historial", "parte",
];

/// The most tokens between the preposition and the cue.
const LONGEST: usize = 12;

/// How a cue tells that something stands somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Written,
    /// Only papers and pictures show anything: «В полдень стало видно».
    Shown,
}

/// Gives readings of nobody whose cue is what stands in a paper that paper for their source, and drops what is seen or
/// follows where there is none: "se ve que no duerme".
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain_mut(|reading| {
        let view = &views[reading.sentence];
        let open =
            reading.source.is_none() && !reading.own && reading.polarity == Polarity::Affirmed;
        let cue = reading.cue.filter(|_| open);
        let Some((head, way)) = cue.and_then(|cue| told(view, cue)) else {
            return true;
        };
        let apart = |source: &Span| !reading.content.iter().any(|it| it.overlaps(*source));
        let Some(source) = source(view, head, way).filter(apart) else {
            // "Consta que C": nobody is left out.
            reading.dropped = false;
            return way == Way::Written;
        };
        reading.source = Some(source);
        reading.dropped = false;
        // Without a paper it was hearsay.
        if reading.certainty == Certainty::Reported {
            reading.certainty = Certainty::Stated;
        }
        true
    });
}

/// The word of a cue by which something stands somewhere.
fn told(view: &View<'_>, cue: Span) -> Option<(usize, Way)> {
    tokens(view, cue).find_map(|at| {
        let lower = view.lower(at);
        let se = at > 0 && view.is(at - 1, "se");
        let way = match view.lexicon.language {
            Language::Ru if WRITTEN.contains(&lower) => Way::Written,
            Language::Ru if SHOWN.contains(&lower) => Way::Shown,
            Language::Es if STANDS.contains(&lower) => Way::Written,
            Language::Es if se && IS_WRITTEN.contains(&lower) => Way::Written,
            Language::Es if se && IS_SHOWN.contains(&lower) => Way::Shown,
            _ => return None,
        };
        Some((at, way))
    })
}

/// The paper in which it stands, before the verb or right behind it.
fn source(view: &View<'_>, head: usize, way: Way) -> Option<Span> {
    let run = before(view, head).or_else(|| behind(view, head + 1))?;
    let paper = |at: usize| PAPERS.iter().any(|stem| view.lower(at).starts_with(stem));
    let pronoun =
        run.len() == 1 && matches!(view.lower(run.from), "него" | "нее" | "них" | "ней" | "нем");
    let anywhere = way == Way::Written && view.lexicon.language == Language::Ru;
    let named = anywhere || pronoun || (run.from..run.to).any(paper);
    named.then(|| view.span(run)).flatten()
}

/// Whether a paper may stand behind this preposition.
fn leads(view: &View<'_>, at: usize) -> bool {
    let before = match view.lexicon.language {
        Language::Ru => matches!(view.lower(at), "в" | "во" | "на" | "из" | "по"),
        Language::Es => matches!(view.lower(at), "en" | "de" | "del"),
        Language::En | Language::Unknown => false,
    };
    before && !view.has(at + 1, TIME)
}

/// The phrase from a preposition at the head of the clause to the verb: «На обороте снимка было написано».
fn before(view: &View<'_>, head: usize) -> Option<Run> {
    let mut to = head;
    while to > 0 && (view.has(to - 1, BE) || view.is(to - 1, "se") || view.adverb(to - 1)) {
        to -= 1;
    }
    let least = to.saturating_sub(LONGEST);
    let bounds = |at: &usize| !view.tokens[*at].is_wordy() && !view.is_quoted(*at);
    // A participle between commas describes the paper.
    let closed = to > 0 && view.comma(to - 1);
    let stop = (least..to - usize::from(closed)).rev().find(bounds);
    let stop = match stop {
        Some(comma) if closed && view.comma(comma) => (least..comma).rev().find(bounds),
        stop => stop,
    };
    let from = stop.map_or(least, |at| at + 1);
    let first = (from..to).find(|at| leads(view, *at))? + 1;
    let alone = first + 1 == to;
    // «В тот же день сказано»
    let idle = view.has(first, PREP) && alone || view.has(first, PRON) && !alone;
    Run::new(first, to).filter(|_| !idle)
}

/// The phrase behind the verb: «говорится в расписании».
fn behind(view: &View<'_>, at: usize) -> Option<Run> {
    leads(view, at)
        .then(|| clause::phrase_right(view, at + 1))
        .flatten()
}
