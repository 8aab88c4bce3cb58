//! "La negación de T por parte de X", "la negativa de X a reconocer T", "su negación de T": who denies by a noun, whatever verb
//! stands behind.

use super::{agent, denied, is_nobody};
use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::conceded;
use crate::extract::claims::lexicon::{AUX, COMP, CONJ, NEG, POSS, PREP};
use crate::extract::claims::patterns::{fits, listed, longest};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};

/// Nouns of denying, and those of turning down, which deny only what is told.
const NOUNS: &str =
    "negación|negaciones|desmentido|desmentidos|desmentida|desmentidas|mentís|refutación";
const REFUSALS: &str = "rechazo|rechazos|descarte";
/// What parts a thing from who denies it.
const PART: [&str; 2] = ["por parte de|del", "de parte de|del"];
/// What whoever will not say so does not own to.
const OWNS: &str = "reconocer|reconocerlo|reconocerlos|admitir|admitirlo|confesar";
/// What is kept from somebody, and who only rules on a thing.
const KEPT: &str = "asistencia auxilio beneficios comida derechos justicia prestaciones prestación servicio servicios socorro trato";
const COURTS: &str = "juez jueza jueces tribunal tribunales juzgado corte sala cámara audiencia magistrado magistrada magistrados";
/// The most tokens between such a noun and who denies, and of who will not own to a thing.
const FAR: usize = 28;
const NEAR: usize = 12;

/// The denials of a sentence by such nouns.
pub(super) fn read(view: &View<'_>, index: usize) -> Option<Reading> {
    (0..view.len())
        .filter(|at| !view.is_quoted(*at))
        .find_map(|at| {
            let lower = view.lower(at);
            let refuses = fits(lower, REFUSALS);
            if refuses || fits(lower, NOUNS) {
                return by(view, index, (at, refuses)).or_else(|| own(view, index, at));
            }
            fits(lower, "negativa|negativas|resistencia")
                .then(|| unwilling(view, index, at))
                .flatten()
        })
}

/// Where what the noun at the token denies begins, with the "de" before it.
fn of(view: &View<'_>, noun: usize) -> Option<usize> {
    let firm = |at: usize| {
        fits(
            view.lower(at),
            "rotund*|categóric*|tajante|tajantes|reiterad*|firme|firmes|enérgic*|total|cerrad*|públic*|oficial",
        )
    };
    let link = noun + 1 + usize::from(firm(noun + 1));
    matches!(view.lower(link), "de" | "del" | "a" | "al" | "sobre").then_some(link)
}

/// "La negación de T por parte de X".
fn by(view: &View<'_>, index: usize, (noun, refuses): (usize, bool)) -> Option<Reading> {
    let link = of(view, noun)?;
    let part = (link + 2..view.len().min(link + FAR))
        .take_while(|at| !view.stop(*at) && !view.is(*at, ";"))
        .find(|at| longest(view, *at, &PART).is_some())?;
    let start = longest(view, part, &PART)?;
    let told = (link..link + 4).any(|at| called::is_told(view, at)) || view.is(link + 1, "que");
    let clausal = (link..part).any(|at| view.has(at, COMP) && !view.has(at, PREP));
    let verb = (link..part).any(|at| view.is_past_form(at));
    // "Del exconcejal": the article stands in the preposition.
    let from = start - usize::from(view.is(start - 1, "del"));
    let source = Run::new(from, agent(view, start)?.to)?;
    // "La negación de auxilio por parte de X", "el rechazo de la acusación por parte del juez": nobody calls a thing untrue.
    let kept = conceded::is_asked(view, link + 1, part) || listed(KEPT, view.lower(link + 1));
    let ruled = refuses && (source.from..source.to).any(|at| listed(COURTS, view.lower(at)));
    if kept || ruled {
        return None;
    }
    let fits = (clausal || !verb) && (!refuses || told) && !negated(view, noun);
    let cue = Run::new(noun, noun + 1).filter(|_| fits)?;
    denied(view, index, cue, Some(source), Run::new(link, part)?)
}

/// "Su negación de los hechos".
fn own(view: &View<'_>, index: usize, noun: usize) -> Option<Reading> {
    let whose = noun
        .checked_sub(1)
        .filter(|at| matches!(view.lower(*at), "su" | "sus") && view.has(*at, POSS))?;
    let plain = fits(view.lower(noun), NOUNS);
    let link = of(view, noun).filter(|link| plain && view.lower(*link).starts_with("de"))?;
    let verb = |at: &usize| {
        view.comma(*at)
            || view.stop(*at)
            || view.has(*at, NEG | CONJ)
            || view.is_past_form(*at)
            || view.is_finite(*at)
    };
    let clausal = view.is(link + 1, "que");
    let end = (link + 2..view.len()).find(verb).unwrap_or(view.len());
    let content = Run::new(link, end).filter(|_| !clausal)?;
    denied(
        view,
        index,
        Run::new(noun, noun + 1)?,
        Run::new(whose, noun),
        content,
    )
}

/// "La negativa de X a reconocer T": who will not own to it denies it.
fn unwilling(view: &View<'_>, index: usize, noun: usize) -> Option<Reading> {
    let whose = noun
        .checked_sub(1)
        .filter(|at| matches!(view.lower(*at), "su" | "sus"));
    let owns = (noun + 1..view.len().min(noun + NEAR))
        .find(|at| view.is(*at, "a") && fits(view.lower(at + 1), OWNS))?;
    let source = match whose {
        Some(whose) if owns == noun + 1 => Run::new(whose, noun)?,
        None if matches!(view.lower(noun + 1), "de" | "del") => Run::new(noun + 2, owns)?,
        _ => return None,
    };
    let from = owns + 2;
    let over = |at: &usize| {
        let ends = view.comma(*at) || view.stop(*at) || view.has(*at, CONJ | NEG);
        ends || view.is_past_form(*at) || view.has(*at, AUX)
    };
    let end = if view.has(from, COMP) {
        clause::clause_end(view, from)
    } else {
        (from + 1..view.len()).find(over).unwrap_or(view.len())
    };
    let end = (from + 1..end).find(|at| view.comma(*at)).unwrap_or(end);
    let content =
        Run::new(from, end).filter(|_| !negated(view, noun) && !is_nobody(view, source))?;
    denied(
        view,
        index,
        Run::new(noun, noun + 1)?,
        Some(source),
        content,
    )
}

/// Whether the noun is one that there is not: "sin negación alguna de", "no hubo desmentido".
fn negated(view: &View<'_>, noun: usize) -> bool {
    (noun.saturating_sub(3)..noun).any(|at| view.has(at, NEG) || view.is(at, "sin"))
}
