//! "Eso lo niega X", "así lo desmintió X", "una acusación que niega X y confirma Y": what is denied or confirmed stands before the
//! verb, and whoever does it behind.

use super::{agent, is_nobody, told};
use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{CONJ, DET, HAVE, NEG, POSS, PREP, Sort, TIME};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold::tokens;
use crate::extract::claims::view::{Run, View};
use model::Polarity;

/// Verbs of denying and of bearing out.
const DENIES: &str = "niega|niegan|negó|negaron|negaba|negaban|negado|desmiente|desmienten|desmintió|desmintieron|desmentido|rechaza|rechazan|rechazó|\
    rechazaron|rechazado|refuta|refutan|refutó|refutaron|refutado";
const BEARS: &str = "confirma|confirman|confirmó|confirmaron|sostiene|sostienen|sostuvo|sostuvieron|mantiene|mantienen|mantuvo|mantuvieron|avala|avalan|avaló";
/// Whoever denies or bears out a thing, and is no thing that is denied.
const PARTIES: &str = "empresa|empresas|policía|gobierno|ministerio|ministro|ministra|oposición|defensa|fiscalía|fiscal|abogado|abogada|abogados|alcalde|\
    alcaldesa|ayuntamiento|familia|vecinos|vecino|vecina|director|directora|dirección|gerente|banco|club|compañía|sindicato|sindicatos|partido|ejército|acusado|\
    acusada|acusados|portavoz|presidente|presidenta|dueño|dueña|propietario|propietaria|testigos|embajada|obispado|iglesia|médicos|hospital|universidad|naviera";

/// Such denials of a sentence, with who bears out the same.
pub(super) fn read(view: &View<'_>, index: usize) -> Vec<Reading> {
    let mut found: Vec<Reading> = that(view, index).into_iter().collect();
    let related = (2..view.len()).filter(|at| view.is(*at, "que") && !view.is_quoted(*at));
    for that in related {
        found.extend(both(view, index, that));
    }
    found
}

/// Drops what is read of the noun itself: "acusación que niega X" tells no clause.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    readings.retain(|it| {
        let first = it.content.first().and_then(|it| tokens(view, *it).next());
        let Some(that) = first.filter(|at| view.is(*at, "que") && it.rule.starts_with("noun"))
        else {
            return true;
        };
        let alone = it.content.iter().all(|it| tokens(view, *it).count() == 1);
        it.sentence != index || !alone && party(view, that + 1, true).is_none_or(|it| !it.1)
    });
}

/// "Eso lo niega X", "eso X lo niega", "así lo desmintió ayer X".
fn that(view: &View<'_>, index: usize) -> Option<Reading> {
    let first = usize::from(view.has(0, CONJ));
    if !matches!(
        view.lower(first),
        "eso" | "esto" | "ello" | "aquello" | "así"
    ) {
        return None;
    }
    let near = first + 1..view.len().min(first + 9);
    let lo = near.clone().find(|at| view.is(*at, "lo"))?;
    let mut verb = lo + 1;
    while view.has(verb, HAVE) {
        verb += 1;
    }
    let barred = (first + 1..=verb).any(|at| view.has(at, NEG) || view.comma(at));
    if barred || !fits(view.lower(verb), DENIES) {
        return None;
    }
    let also = lo - usize::from(view.adverb(lo - 1) && lo > first + 1);
    let before = Run::new(first + 1, also).filter(|run| view.span(*run).is_some());
    let mut from = verb + 1;
    while (view.adverb(from) || view.has(from, TIME)) && !view.has(from, DET) {
        from += 1;
    }
    let source = before.or_else(|| agent(view, from))?;
    let over = before.is_none() || view.stop(verb + 1) || view.comma(verb + 1);
    if is_nobody(view, source) || !over {
        return None;
    }
    let cue = Run::new(lo + 1, verb + 1)?;
    let mut reading = told(
        view,
        index,
        cue,
        Some(source),
        &[Run::new(first, first + 1)?],
    )?;
    reading.polarity = Polarity::Denied;
    Some(reading)
}

/// "Una acusación que niega la empresa y confirma la policía".
fn both(view: &View<'_>, index: usize, that: usize) -> Vec<Reading> {
    let noun = that - 1;
    let article = noun.checked_sub(1).filter(|at| view.has(*at, DET));
    let (true, Some(article)) = (called::is_told(view, noun), article) else {
        return Vec::new();
    };
    let thing = Run::new(article, noun + 1);
    let mut found = Vec::new();
    let mut verb = that + 1;
    while let Some((party, denies)) = party(view, verb, found.is_empty()) {
        let told = thing.and_then(|thing| {
            told(
                view,
                index,
                Run::new(verb, verb + 1)?,
                Some(party),
                &[thing],
            )
        });
        if let Some(mut reading) = told {
            if denies {
                reading.polarity = Polarity::Denied;
            } else {
                let mut cues = view.lexicon.cues(view.tokens, verb);
                let word = cues.find(|cue| cue.sort == Sort::Verb);
                reading.certainty = word.map_or(reading.certainty, |cue| cue.certainty);
            }
            found.push(reading);
        }
        if !view.has(party.to, CONJ) {
            break;
        }
        verb = party.to + 1 + usize::from(view.is(party.to + 1, "que"));
    }
    if found.iter().all(|it| it.polarity == Polarity::Affirmed) {
        found.clear();
    }
    found
}

/// Who stands behind the verb of denying or bearing out at the token, and whether it denies.
fn party(view: &View<'_>, verb: usize, first: bool) -> Option<(Run, bool)> {
    let denies = fits(view.lower(verb), DENIES);
    let named = view.capital(verb + 1)
        || view.has(verb + 1, DET)
            && (view.capital(verb + 2) || fits(view.lower(verb + 2), PARTIES));
    let own = matches!(view.lower(verb + 1), "su" | "sus");
    let plain = !first && view.has(verb + 1, DET | POSS) && !view.has(verb + 1, PREP);
    let counts = denies || fits(view.lower(verb), BEARS);
    if !counts || !(named || plain || own && fits(view.lower(verb + 2), PARTIES)) {
        return None;
    }
    let mut run = clause::phrase_right(view, verb + 1)?;
    let further = |at: &usize| view.has(*at, CONJ) || view.is(*at, "que") || view.comma(*at);
    run.to = (run.from + 1..run.to).find(further).unwrap_or(run.to);
    Some((run, denies))
}
