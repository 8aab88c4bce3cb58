//! "Los malos tratos han sido negados por la dirección", "quedó desmentida por X", "Negada por el ayuntamiento, la venta sigue": what
//! is denied is the subject of a Spanish passive, or of what its participle opens.

use super::Denial;
use super::parsing::{russian, thing_end, told};
use crate::extract::claims::clause;
use crate::extract::claims::conceded;
use crate::extract::claims::lexicon::{BE, COMP, CONJ, DET, HAVE, NEG, PREP, TIME};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::view::{Run, View};
use model::Certainty;

/// Participles that call untrue whatever is their subject, and those by which a thing may only be refused.
const PLAIN: &str = "desmentido|desmentida|desmentidos|desmentidas|refutado|refutada|refutados|refutadas|rebatido|rebatida|rebatidos|rebatidas|desautorizado|\
    desautorizada|desautorizados|desautorizadas|contradicho|contradicha|contradichos|contradichas|desvirtuado|desvirtuada|desvirtuados|desvirtuadas|desmontado|desmontada|desmontados|desmontadas";
const REFUSED: &str = "negado|negada|negados|negadas|rechazado|rechazada|rechazados|rechazadas|descartado|descartada|descartados|descartadas|impugnado|impugnada";
/// Verbs that help a passive besides "ser".
const HELPS: &str = "quedó|quedaron|queda|quedan|resultó|resultaron|viene|vino|siendo|sido|visto|vista|vistos|vistas|vio|vieron|se";
/// The most words between a participle and its "por".
const NEAR: usize = 4;

/// The denial by the first such participle of the sentence.
pub(super) fn read(view: &View<'_>) -> Option<Denial> {
    if russian(view) {
        return None;
    }
    (0..view.len()).find_map(|at| {
        let may = ["do", "da", "dos", "das", "cho", "cha", "chos", "chas"];
        let may = may.iter().any(|end| view.lower(at).ends_with(end));
        if !may {
            return None;
        }
        let plain = fits(view.lower(at), PLAIN);
        let done = plain || fits(view.lower(at), REFUSED);
        let by = done.then(|| by(view, at)).flatten()?;
        let source = agent(view, by + 1)?;
        let (from, thing) = before(view, at)
            .or_else(|| Some((at, behind(view, at, source.to)?)))
            .or_else(|| Some((at, aside(view, at)?)))?;
        let denied = told(view, thing.from).is_some();
        let asked = conceded::is_asked(view, thing.from, thing.to);
        let refused = view.lower(at).starts_with("rechaz") || view.lower(at).starts_with("impugn");
        let complaint = fits(view.lower(thing.from + 1), "denuncia*|queja*|reclam*");
        let only = !plain && (asked || refused) && (!denied || complaint);
        let nobody = fits(view.lower(source.from), "nadie|ningun*|ningún");
        let cue = Run::new(from, at + 1)?;
        (!only && !nobody && thing.to - thing.from > 1).then_some(Denial {
            source: Some(source),
            cue: Some(cue),
            content: thing,
            over: cue,
            certainty: Certainty::Stated,
        })
    })
}

/// The "por" behind the participle.
fn by(view: &View<'_>, at: usize) -> Option<usize> {
    let near = (at + 1..view.len().min(at + 1 + NEAR)).find(|at| view.is(*at, "por"))?;
    let plain = (at + 1..near)
        .all(|at| view.has(at, TIME) || view.adverb(at) || view.tokens[at].is_wordy());
    let dated = view.has(near + 1, TIME)
        || matches!(
            view.lower(near + 1),
            "lo" | "tanto" | "completo" | "escrito" | "falta" | "unanimidad"
        );
    (plain && !dated).then_some(near)
}

/// Who denies it, up to a relative clause or a circumstance.
fn agent(view: &View<'_>, from: usize) -> Option<Run> {
    let mut run = clause::phrase_right(view, from)?;
    // "Negado por el gobierno y defendido por la ONU": another does the other.
    let other = |at: &usize| {
        let ends = ["ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas"];
        view.is(*at, "y") && ends.iter().any(|end| view.lower(at + 1).ends_with(end))
    };
    run.to = (run.from + 1..run.to).find(other).unwrap_or(run.to);
    let over = |at: &usize| {
        // "Negado por el armador el trueque"
        let article = view.has(*at, DET) && !view.has(*at, PREP);
        let other = article && !view.has(at - 1, PREP | CONJ | DET);
        view.comma(*at) || other || matches!(view.lower(*at), "en" | "ante" | "tras" | "durante")
    };
    let end = (run.from + 1..run.to).find(over).unwrap_or(run.to);
    Run::new(run.from, end)
}

/// "X han sido negados": what is denied, with the first token of the verb.
fn before(view: &View<'_>, at: usize) -> Option<(usize, Run)> {
    let helps = |at: usize| {
        view.has(at, BE | HAVE)
            || fits(view.lower(at), HELPS)
            || view.adverb(at)
            || view.has(at, TIME)
    };
    let mut from = at;
    while from > 0 && helps(from - 1) {
        from -= 1;
    }
    let helped = (from..at).any(|at| view.has(at, BE) || fits(view.lower(at), HELPS));
    if from == 0 || !helped || (from - 1..at).any(|at| view.has(at, NEG)) {
        return None;
    }
    let edge =
        |at: &usize| view.stop(*at) || view.is(*at, ";") || view.is(*at, ":") || view.open(*at);
    let start = (0..from).rev().find(edge).map_or(0, |at| at + 1);
    let start = start + usize::from(view.has(start, CONJ));
    let thing = Run::new(start, from).filter(|run| !view.has(run.from, PREP | COMP | TIME))?;
    let verb = (thing.from..thing.to)
        .take_while(|at| !view.comma(*at) && !view.has(*at, COMP))
        .any(|at| view.is_past_form(at));
    (!verb).then_some((from, thing))
}

/// "Negada por X, la venta sigue": what stands behind.
fn behind(view: &View<'_>, at: usize, by: usize) -> Option<Run> {
    let opens = (0..at).all(|at| !view.tokens[at].is_wordy() || view.adverb(at))
        || at > 0 && view.stop(at - 1);
    if opens && view.has(by, DET) {
        return Run::new(by, thing_end(view, by));
    }
    let comma = (by..view.len().min(by + 12)).find(|at| view.comma(*at))?;
    let run = clause::phrase_right(view, comma + 1).filter(|_| opens)?;
    let verb = |at: &usize| {
        let lower = view.lower(*at);
        view.is_finite(*at)
            || matches!(
                lower,
                "sigue"
                    | "siguen"
                    | "es"
                    | "está"
                    | "están"
                    | "continúa"
                    | "vuelve"
                    | "se"
                    | "no"
                    | "parece"
            )
    };
    Run::new(
        run.from,
        (run.from + 1..run.to).find(verb).unwrap_or(run.to),
    )
}

/// "El acuerdo, desmentido por X, ..": what stands before the comma.
fn aside(view: &View<'_>, at: usize) -> Option<Run> {
    let comma = at.checked_sub(1).filter(|at| view.comma(*at))?;
    let run = clause::phrase_left(view, comma)?;
    let run = Run::new(run.from, thing_end(view, run.from).min(comma))?;
    let further = |at: usize| fits(view.lower(at), PLAIN) || fits(view.lower(at), REFUSED);
    let plain = (run.from..run.to).all(|at| !view.stop(at) && !further(at));
    (plain && !view.has(run.from, PREP)).then_some(run)
}
