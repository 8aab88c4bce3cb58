//! "C, a la que X se opone", "la prórroga que había pedido X", "Z, que acusó a Y de C": what is told in a relative clause that the
//! word before it, or its own pronoun, is part of.

use super::{is_nobody, told, valued};
use crate::extract::claims::clause;
use crate::extract::claims::lexicon::{AUX, COMP, CONJ, DET, NEG, PREP, TIME};
use crate::extract::claims::patterns::fits;
use crate::extract::claims::reading::Reading;
use crate::extract::claims::view::{Run, View};
use crate::extract::text::Token;
use model::{Certainty, Kind};

/// Verbs of asking for a thing, alone and behind "haber".
const ASKED: &str = "pidió|pidieron|pedía|pedían|solicitó|solicitaron|reclamó|reclamaron|exigió|exigieron|demandó|demandaron";
const ASKED_FOR: &str = "pedido|solicitado|reclamado|exigido|demandado";
/// Who asks a court or an office for a thing.
const PARTIES: &str = "defensa|defensas|querella|querellas|fiscalía|fiscalías|fiscal|acusación|acusaciones|abogado|abogada|abogados|gobierno|ministerio|\
    oposición|familia|familias|sindicato|sindicatos|víctimas|imputado|imputada|acusado|acusada|procesado|procesada|procuraduría|policía|embajada|consulado|empresa|gerente";
/// Verbs of being against a thing, and of accusing somebody.
const OPPOSES: &str = "opone|oponen|opuso|opusieron|oponía|oponían|opondrá|opondrán|opuesto";
const ACCUSES: &str = "acus*|culp*|responsabiliz*|inculp*";
/// The most tokens of who is named in such a clause, and between an accusing verb and its charge.
const NEAR: usize = 10;

/// What the relative clauses of a sentence tell.
pub(super) fn read(view: &View<'_>, index: usize) -> Vec<Reading> {
    let that = |at: &usize| matches!(view.lower(*at), "que" | "cual" | "quien" | "quienes");
    (1..view.len())
        .filter(|at| that(at) && !view.is_quoted(*at))
        .filter_map(|at| {
            opposed(view, index, at)
                .or_else(|| asked(view, index, at))
                .or_else(|| accuses(view, index, at))
        })
        .collect()
}

/// "A la que el partido se opone", "al que se opone X".
fn opposed(view: &View<'_>, index: usize, that: usize) -> Option<Reading> {
    let to = match view.lower(that - 1) {
        "al" => that - 1,
        "la" | "los" | "las" | "lo" => that.checked_sub(2).filter(|at| view.is(*at, "a"))?,
        _ => return None,
    };
    let near = that + 1..view.len().min(that + NEAR);
    let verb = near.clone().find(|at| fits(view.lower(*at), OPPOSES))?;
    let oneself = near
        .clone()
        .find(|at| view.is(*at, "se"))
        .filter(|at| *at < verb)?;
    let bars = |at: usize| view.has(at, NEG | COMP) || view.comma(at) || view.stop(at);
    if (that + 1..verb).any(bars) {
        return None;
    }
    let too = (that + 1..oneself)
        .take_while(|at| view.adverb(*at))
        .count();
    let before = Run::new(that + 1 + too, oneself);
    let source = match before {
        Some(run) => run,
        None => clause::phrase_right(view, verb + 1).map(|run| until_mark(view, run))?,
    };
    let cue = Run::new(oneself, verb + 1).filter(|_| !is_nobody(view, source))?;
    let found = told(view, index, cue, Some(source), &[Run::new(to, that + 1)?])?;
    Some(valued(found, Kind::Position, Certainty::Stated))
}

/// "La prórroga que había pedido la defensa".
fn asked(view: &View<'_>, index: usize, that: usize) -> Option<Reading> {
    let helped = matches!(view.lower(that + 1), "ha" | "han" | "había" | "habían");
    let verb = that + 1 + usize::from(helped);
    let list = if helped { ASKED_FOR } else { ASKED };
    let article = view.has(verb + 1, DET);
    let party = article && fits(view.lower(verb + 2), PARTIES);
    let named = view.capital(verb + 1) && !view.has(verb + 1, TIME);
    if !view.is(that, "que") || !fits(view.lower(verb), list) || !(party || named) {
        return None;
    }
    let source = until_mark(view, clause::phrase_right(view, verb + 1)?);
    let thing = (that.saturating_sub(6)..that)
        .rev()
        .take_while(|at| view.tokens[*at].is_wordy() && !view.has(*at, AUX | COMP))
        .find(|at| view.has(*at, DET) && !view.has(*at, PREP))?;
    let person = view.capital(that - 1) || view.comma(that - 1);
    let cue = Run::new(that + 1, verb + 1).filter(|_| !person)?;
    let found = told(
        view,
        index,
        cue,
        Some(source),
        &[Run::new(thing, that + 1)?],
    )?;
    Some(valued(found, Kind::Order, Certainty::Stated))
}

/// "La diputada, que había acusado al departamento de C".
fn accuses(view: &View<'_>, index: usize, that: usize) -> Option<Reading> {
    let related = view.comma(that - 1) && matches!(view.lower(that), "que" | "quien" | "quienes");
    let mut verb = that + 1;
    let whom = matches!(view.lower(verb), "lo" | "la" | "los" | "las" | "le" | "les");
    verb += usize::from(whom);
    let from = verb;
    while matches!(view.lower(verb), "ha" | "han" | "había" | "habían")
        || view.adverb(verb) && !view.has(verb, NEG)
    {
        verb += 1;
    }
    let helped = verb > from;
    let lower = view.lower(verb);
    let past = view.is_past_form(verb)
        || ["aba", "aban", "a", "an"]
            .iter()
            .any(|end| lower.ends_with(end));
    let finite = if helped { lower.ends_with("ado") } else { past };
    let next = verb + 1;
    let led = matches!(view.lower(next), "a" | "al");
    if !related || !fits(lower, ACCUSES) || !finite || led == whom {
        return None;
    }
    let of = (next + usize::from(led)..view.len().min(next + NEAR))
        .take_while(|at| !view.comma(*at) && !view.stop(*at))
        .find(|at| matches!(view.lower(*at), "de" | "del") && charge(view, at + 1))?;
    let start = if led { next } else { of };
    let over = |at: &usize| view.comma(*at) || view.stop(*at) || view.is(*at, ";");
    let end = (of + 1..view.len()).find(over).unwrap_or(view.len());
    let cue = Run::new(from, verb + 1)?;
    let mut content = Vec::new();
    if whom {
        content.extend(Run::new(from - 1, from));
    }
    content.push(Run::new(start, end)?);
    let found = told(view, index, cue, Run::new(that, that + 1), &content)?;
    Some(valued(found, Kind::Fact, Certainty::Alleged))
}

/// Whether a charge begins at the token: an infinitive or a noun without an article.
fn charge(view: &View<'_>, at: usize) -> bool {
    let wordy = view.tokens.get(at).is_some_and(Token::is_wordy);
    view.infinitive(at) || view.is(at, "haber") || wordy && !view.has(at, DET) && !view.capital(at)
}

/// A phrase up to its first mark or conjunction before a verb.
fn until_mark(view: &View<'_>, run: Run) -> Run {
    let over = |at: &usize| view.comma(*at) || view.has(*at, CONJ) && view.is_past_form(at + 1);
    let to = (run.from + 1..run.to).find(over).unwrap_or(run.to);
    Run { to, ..run }
}
