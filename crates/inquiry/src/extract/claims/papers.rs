//! Papers and pictures in which something stands: «В протоколе записано, что», «Из акта следует», "En el acta consta que".
//!
//! The verb has no subject, or none that is on record: the source is what stands behind the preposition.

use super::clause;
use super::lexicon::{BE, PREP, PRON, SPEECH, TIME};
use super::reading::Reading;
use super::view::{Run, View};
use model::{Certainty, Language, Polarity, Span};

/// What is written, wherever it stands.
const WRITTEN: &[&str] = &[
    "записано",
    "записан",
    "записана",
    "записаны",
    "сказано",
    "говорится",
    "говорилось",
    "написано",
    "указано",
    "указывается",
    "значится",
    "значатся",
    "отмечается",
    "отмечено",
    "утверждается",
    "сообщается",
    "сообщалось",
    "числится",
    "зафиксировано",
    "отражено",
    "прописано",
    "consta",
    "constan",
    "constaba",
    "constaban",
    "figura",
    "figuran",
    "figuraba",
    "figuraban",
    "lee",
    "leía",
    "indica",
    "indicaba",
    "señala",
    "señalaba",
    "afirma",
    "afirmaba",
    "dice",
    "decía",
    "establece",
    "detalla",
    "especifica",
    "recoge",
    "menciona",
    "asegura",
];
/// What is seen in a picture or follows from a paper.
const SHOWN: &[&str] = &[
    "видно",
    "слышно",
    "следует",
    "следовало",
    "вытекает",
    "явствует",
    "desprende",
    "desprendía",
    "deduce",
    "ve",
    "veía",
    "aprecia",
    "apreciaba",
    "oye",
    "oía",
    "observa",
];
/// Beginnings of nouns for papers, pictures and recordings, folded.
const PAPERS: &[&str] = &[
    "протокол",
    "журнал",
    "записк",
    "запис",
    "заключени",
    "заявлени",
    "письм",
    "документ",
    "договор",
    "контракт",
    "акт",
    "справк",
    "отчет",
    "доклад",
    "тетрад",
    "фото",
    "сним",
    "видео",
    "кадр",
    "переписк",
    "сообщени",
    "объявлени",
    "расписани",
    "ведомост",
    "материал",
    "инструкц",
    "приговор",
    "решени",
    "постановлени",
    "определени",
    "жалоб",
    "анкет",
    "книг",
    "квитанц",
    "чек",
    "выписк",
    "распечатк",
    "реестр",
    "списк",
    "список",
    "ответ",
    "показани",
    "экспертиз",
    "телеграмм",
    "паспорт",
    "билет",
    "график",
    "табел",
    "накладн",
    "счет",
    "план",
    "схем",
    "дневник",
    "рапорт",
    "бумаг",
    "лист",
    "съемк",
    "пленк",
    "аудио",
    "счит",
    "декларац",
    "acta",
    "actas",
    "informe",
    "contrato",
    "carta",
    "nota",
    "documento",
    "expediente",
    "sentencia",
    "fallo",
    "auto",
    "foto",
    "imagen",
    "imágenes",
    "video",
    "vídeo",
    "grabaci",
    "registro",
    "libro",
    "cuaderno",
    "recibo",
    "factura",
    "planilla",
    "mensaje",
    "correo",
    "audio",
    "chat",
    "lista",
    "boleto",
    "billete",
    "denuncia",
    "dictamen",
    "peritaje",
    "comunicado",
    "escrito",
    "captura",
    "cinta",
    "extracto",
    "historial",
    "parte",
];

/// The most tokens between the preposition and the cue.
const LONGEST: usize = 12;

/// Gives readings of nobody whose cue is what stands in a paper that paper for their source, and drops what is seen or
/// follows where there is none: "se ve que no duerme".
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain_mut(|reading| {
        let view = &views[reading.sentence];
        let open =
            reading.source.is_none() && !reading.own && reading.polarity == Polarity::Affirmed;
        let Some(cue) = reading.cue.filter(|_| open) else {
            return true;
        };
        let Some(source) = source(view, cue).filter(|source| apart(reading, *source)) else {
            return !is_shown(view, cue);
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

/// Whether the cue tells what is seen or follows: «видно», "se desprende".
fn is_shown(view: &View<'_>, cue: Span) -> bool {
    let impersonal = |at: usize| match view.lexicon.language {
        Language::Ru => true,
        Language::Es => at > 0 && view.is(at - 1, "se"),
        Language::En | Language::Unknown => false,
    };
    (0..view.len())
        .filter(|at| cue.contains(view.tokens[*at].span))
        .any(|at| is_listed(SHOWN, view.lower(at)) && impersonal(at))
}

/// Whether the source stands outside what is told, but for the edge where the content begins with it.
fn apart(reading: &Reading, source: Span) -> bool {
    !reading
        .content
        .iter()
        .any(|content| content.overlaps(source))
}

/// The paper in which it stands, before the cue or right behind it.
fn source(view: &View<'_>, cue: Span) -> Option<Span> {
    let head = (0..view.len())
        .filter(|at| cue.contains(view.tokens[*at].span))
        .find(|at| is_listed(WRITTEN, view.lower(*at)) || is_listed(SHOWN, view.lower(*at)))?;
    if view.lexicon.language == Language::Es && !is_impersonal(view, head) {
        return None;
    }
    let only_papers = is_listed(SHOWN, view.lower(head));
    let run = before(view, head).or_else(|| behind(view, head + 1))?;
    let named = (run.from..run.to).any(|at| is_paper(view.lower(at)));
    let pronoun =
        run.len() == 1 && matches!(view.lower(run.from), "него" | "нее" | "них" | "ней" | "нем");
    (named || pronoun || !only_papers && view.lexicon.language == Language::Ru)
        .then(|| view.span(run))
        .flatten()
}

fn is_listed(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

fn is_paper(word: &str) -> bool {
    PAPERS.iter().any(|stem| word.starts_with(stem))
}

/// "Se lee", "consta": a Spanish verb without a subject.
fn is_impersonal(view: &View<'_>, head: usize) -> bool {
    let own = matches!(
        view.lower(head),
        "consta"
            | "constan"
            | "constaba"
            | "constaban"
            | "figura"
            | "figuran"
            | "figuraba"
            | "figuraban"
    );
    own || head > 0 && view.is(head - 1, "se")
}

/// Whether a paper may stand behind this preposition.
fn leads(view: &View<'_>, at: usize) -> bool {
    match view.lexicon.language {
        Language::Ru => matches!(view.lower(at), "в" | "во" | "на" | "из" | "по"),
        Language::Es => matches!(view.lower(at), "en" | "de" | "del"),
        Language::En | Language::Unknown => false,
    }
}

/// The phrase from a preposition at the head of the clause to the cue: «На обороте снимка было написано».
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
    let from = match stop {
        Some(comma) if closed && view.comma(comma) => {
            (least..comma).rev().find(bounds).map_or(least, |at| at + 1)
        }
        Some(at) => at + 1,
        None => least,
    };
    let lead = (from..to).find(|at| leads(view, *at) && !view.has(at + 1, TIME))?;
    let first = lead + 1;
    // «В тот же день сказано», "en el interior se lee".
    if first >= to || view.has(first, PREP | SPEECH) && first + 1 == to && view.has(first, PREP) {
        return None;
    }
    if view.has(first, PRON) && first + 1 < to {
        return None;
    }
    Run::new(first, to)
}

/// The phrase behind the cue: «говорится в расписании».
fn behind(view: &View<'_>, at: usize) -> Option<Run> {
    if !leads(view, at) || view.has(at + 1, TIME) {
        return None;
    }
    clause::phrase_right(view, at + 1)
}
