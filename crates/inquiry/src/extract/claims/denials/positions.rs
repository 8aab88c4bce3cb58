//! "Rechazó la propuesta de C", «отклонили план слияния»: who turns a plan down is against it, and calls nothing untrue.

use super::parsing::{before, group, russian};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{CONJ, Cue, DET, POSS};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::{Kind, Polarity};

const RUSSIAN: &str = "отклонил*|отклоня*|отверг*|забраковал*|отринул*|отмел*|провалил*|завернул*";
const SPANISH: &str = "rechazó|rechazaron|rechaza|rechazan|rechazaba|desestimó|desestimaron|desechó|desecharon|tumbó|tumbaron|vetó|vetaron";
/// What is planned or proposed.
const PLANS: &str = "план|планы|проект|проекты|законопроект|законопроекты|график|графики|кандидатуру|кандидатуры|смету|маршрут|предложение|предложения|инициативу|инициативы|идею|идеи|поправку|поправки|резолюцию|реформу|\
    propuesta|propuestas|plan|planes|proyecto|proyectos|oferta|ofertas|iniciativa|iniciativas|idea|enmienda|enmiendas|moción|mociones|reforma|ley|ultimátum|traslado|trazado|calendario|reapertura|candidatura|recorte|recortes|planteo";

/// Makes positions of what is read as the denial of a plan, and reads those that nobody read.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    rule_out(view, index, readings);
    for at in 1..view.len() {
        if let Some(found) = read(view, index, at) {
            let cue = found.cue;
            readings.retain(|other| !other.cue.zip(cue).is_some_and(|(a, b)| a.overlaps(b)));
            readings.push(found);
        }
    }
}

/// "Descartó dimitir": who rules out what he would do himself is against it; "descartó haberla visto" denies it.
fn rule_out(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    const STATES: &str = "haber*|tener*|ser|estar|conocer*|saber|existir|formar|pertenecer|deber|poseer|guardar|mantener|cualquier";
    let own = readings.iter_mut().filter(|reading| {
        reading.sentence == index
            && (reading.head.starts_with("descart") || reading.head.starts_with("rechaz"))
    });
    for reading in own {
        let first = reading
            .content
            .first()
            .and_then(|it| tokens(view, *it).next());
        let acts = first.is_some_and(|at| {
            view.infinitive(at) && !view.has(at, DET) && !fits(view.lower(at), STATES)
        });
        if acts && !russian(view) {
            reading.polarity = Polarity::Affirmed;
            reading.kind = Kind::Position;
        }
    }
}

fn read(view: &View<'_>, index: usize, at: usize) -> Option<Reading> {
    let list = if russian(view) { RUSSIAN } else { SPANISH };
    let may = |begin: &char| view.lower(at).starts_with(*begin);
    if !['о', 'з', 'п', 'r', 'd', 't', 'v'].iter().any(may) {
        return None;
    }
    if !fits(view.lower(at), list) || view.is_quoted(at) {
        return None;
    }
    let group = group(view, at)?;
    // "Rechazó por un voto el plan"
    let noun = (at + 1..view.len().min(at + 6)).find(|at| fits(view.lower(*at), PLANS))?;
    // "El tribunal rechazó el planteo de nulidad": a ruling.
    let ruled = fits(view.lower(noun), "planteo|planteos")
        || fits(
            view.lower(noun + 2),
            "nulidad|inconstitucionalidad|recusación|prescripción",
        );
    if ruled {
        return None;
    }
    // A job that is turned down: nobody is for or against anything.
    let job = (noun + 1..noun + 3).any(|at| {
        fits(
            view.lower(at),
            "trabajo|empleo|matrimonio|работе|работы|трудоустройстве|браке",
        )
    });
    let mut from = noun;
    while from > at + 1
        && (view.has(from - 1, DET | POSS) || fits(view.lower(from - 1), "нов*|спорн*|nuev*"))
    {
        from -= 1;
    }
    let plain = (at + 1..from).all(|at| view.tokens[at].is_wordy());
    let source = before(view, group, at).filter(|_| plain && !job && !view.has(group - 1, CONJ))?;
    let mut end = clause::object_end(view, from);
    let verb = |at: &usize| {
        view.has(*at, CONJ)
            && (view.is_past_form(at + 1) || russian(view) && view.is_finite(at + 1))
    };
    end = (from + 1..end).find(verb).unwrap_or(end);
    let cue = view.span(Run::new(at, at + 1)?);
    let mut reading = Reading::new(index, "object", &Cue::denial(view.lower(at)), cue);
    reading.polarity = Polarity::Affirmed;
    reading.kind = Kind::Position;
    reading.source = view.span(source);
    reading.content.push(view.span(Run::new(from, end)?)?);
    Some(reading)
}
