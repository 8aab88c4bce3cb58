//! "C, versión desmentida por X", "C, un extremo que fue rechazado por X": a noun for what was said before the comma, and who
//! denies it.

use super::{agent, denied};
use crate::extract::claims::called;
use crate::extract::claims::lexicon::{BE, DET, HAVE, NEG, TIME};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};

/// Nouns that stand for the clause before them, besides those for what is told.
const NOUNS: &str = "extremo|extremos|cosa|circunstancia|circunstancias|coartada|coartadas|hecho|supuesto|supuestos|posibilidad|vinculación|atribución|\
    atribuciones|asunto|dato|datos|detalle|idea|suposición|interpretación|lectura|tesis";
/// Participles by which whoever is named behind "por" denies.
const PARTICIPLES: &str = "desmentido|desmentida|desmentidos|desmentidas|negado|negada|negados|negadas|rechazado|rechazada|rechazados|rechazadas|\
    refutado|refutada|refutados|refutadas|rebatido|rebatida|rebatidos|rebatidas|contradicho|contradicha|contradichos|contradichas|descartado|descartada|\
    descartados|descartadas|desautorizado|desautorizada|desautorizados|desautorizadas|desacreditado|desacreditada|desmontado|desmontada|desmontados|desmontadas";
/// What a judge turns down, and calls untrue in no way.
const COMPLAINTS: &str = "denuncia|denuncias|queja|quejas|demanda|demandas|querella|querellas";

/// Where the noun stands that begins behind the comma at `comma` and stands for the clause before it: "un extremo", "versión".
pub(in super::super) fn named(view: &View<'_>, comma: usize) -> Option<usize> {
    let article = matches!(view.lower(comma + 1), "un" | "una" | "unos" | "unas");
    let noun = comma + 1 + usize::from(article);
    let told = called::is_told(view, noun) || fits(view.lower(noun), NOUNS);
    (told && !view.has(noun, DET)).then_some(noun)
}

/// The denial by a participle behind the first such noun.
pub(super) fn read(view: &View<'_>, index: usize) -> Option<Reading> {
    let (comma, noun) = places(view).next()?;
    let (from, by) = participle(view, noun)?;
    let source = agent(view, by + 1)?;
    denied(
        view,
        index,
        Run::new(from, by + 1)?,
        Some(source),
        Run::new(comma + 1, from)?,
    )
}

/// Ends at the comma what others say before such a noun.
pub(super) fn cut(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for (comma, noun) in places(view) {
        let denies = participle(view, noun).is_some();
        let Some(mark) = view.tokens.get(comma).filter(|_| denies) else {
            continue;
        };
        for reading in readings.iter_mut().filter(|it| it.sentence == index) {
            for content in &mut reading.content {
                let over = content.start < mark.span.start && content.end > mark.span.end;
                if over && reading.cue.is_some_and(|cue| cue.end <= mark.span.start) {
                    content.end = mark.span.start;
                }
            }
        }
    }
}

/// The commas before such nouns that a participle of denying follows, with the nouns.
fn places<'v>(view: &'v View<'_>) -> impl Iterator<Item = (usize, usize)> + 'v {
    (2..view.len())
        .filter(|at| view.comma(*at) && !view.is_quoted(*at))
        .filter_map(|comma| Some((comma, named(view, comma)?)))
        .filter(|(_, noun)| participle(view, *noun).is_some())
}

/// Where the participle behind the noun begins, with its auxiliaries, and its "por".
fn participle(view: &View<'_>, noun: usize) -> Option<(usize, usize)> {
    let which = matches!(view.lower(noun + 1), "que" | "cual");
    let from = noun + 1 + usize::from(which);
    let helps = |at: usize| view.has(at, BE | HAVE) || view.is(at, "quedó");
    let mut at = from;
    while helps(at) || view.adverb(at) && !view.has(at, NEG) {
        at += 1;
    }
    let helped = (from..at).any(helps);
    let complaint = fits(view.lower(noun), COMPLAINTS);
    let plain = fits(view.lower(at), PARTICIPLES) && helped == which && !complaint;
    let mut by = at + 1;
    while view.adverb(by) || view.has(by, TIME) || view.has(by, DET) && view.has(by + 1, TIME) {
        by += 1;
    }
    let date = view.has(by + 1, TIME)
        || matches!(
            view.lower(by + 1),
            "escrito" | "completo" | "carta" | "falta" | "tanto"
        );
    (plain && view.is(by, "por") && !date).then_some((from, by))
}
