//! What only looks like a denial: one that is supposed, planned or put off ("would deny it if asked", "plans to deny it"), and
//! a refusal ("denied the couple a loan", "le negó un contrato").

use super::called;
use super::lexicon::{AUX, COMP, CONJ, DET, INF, POSS, PREP, PRON, TIME};
use super::patterns::{fits, listed};
use super::reading::Reading;
use super::relative;
use super::untold::tokens;
use super::view::{Run, View};
use model::{Language, Polarity};

/// The most tokens before "to deny" in which it is told that it is only planned.
const NEAR: usize = 6;
/// Words behind which "to deny" is not done.
const PLANS: &str = "plan plans planned planning expected expects likely unlikely intends intend intended due bound \
    refused refuses refusing declined declines declining prepared preparing ready wants wanted hopes hoped tempted about unable \
    failed free able willing unwilling reluctant try";
/// What is refused without an article: "denied Anna money".
const REFUSED: &str = "money access entry bail visa visas asylum food water medicine care treatment parole leave pay wages permission \
    shelter citizenship custody contact visits sleep rest funding help aid credit work justice refuge medication";
/// Spanish verb forms of denying by their stems.
const DENIES: &str = "neg*|nieg*|desmient*|desmint*|desment*";

/// Whether what is taken for a denial is none.
pub(super) fn is_none(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue.filter(|_| reading.polarity == Polarity::Denied) else {
        return false;
    };
    let verb = tokens(view, cue)
        .rev()
        .find(|at| match view.lexicon.language {
            Language::Es => fits(view.lower(*at), DENIES),
            Language::Ru => false,
            _ => fits(view.lower(*at), "deny|denies|denied|denying"),
        });
    let Some(verb) = verb else {
        return false;
    };
    if view.english() {
        is_planned(view, verb) || is_supposed(view, verb) || is_refused(view, verb, reading)
    } else {
        is_open(view, verb) || is_kept(view, verb, reading)
    }
}

/// "Plans to deny it", "refused to confirm or deny it".
fn is_planned(view: &View<'_>, verb: usize) -> bool {
    let from = verb.saturating_sub(NEAR);
    let to = (from..verb)
        .rev()
        .find(|at| view.has(*at, INF) || view.is(*at, "to"));
    let Some(to) = to
        .filter(|to| (to + 1..verb).all(|at| !view.has(at, DET | PREP | POSS) && !view.comma(at)))
    else {
        return false;
    };
    let near = (from.min(to)..to).rev().take_while(|at| !view.comma(*at));
    near.into_iter().any(|at| listed(PLANS, view.lower(at)))
}

/// "Would deny it if asked", "should the club deny it, C".
fn is_supposed(view: &View<'_>, verb: usize) -> bool {
    let bare = view.is(verb, "deny");
    let would = (verb.saturating_sub(3)..verb).any(|at| matches!(view.lower(at), "would" | "'d"));
    let condition = |at: usize| view.is(at, "if") || view.is(at, "were") && view.has(at + 1, PRON);
    let asked = (0..view.len()).any(condition);
    bare && (would && asked || matches!(view.lower(0), "should" | "were") && verb < 9)
}

/// "Denied the couple a loan", "denied Anna money", "denied her the right to vote".
fn is_refused(view: &View<'_>, verb: usize, reading: &Reading) -> bool {
    let [content] = reading.content[..] else {
        return false;
    };
    let first = verb + 1;
    // "Denied that he had a car"
    if view.has(first, COMP) {
        return false;
    }
    if view
        .tokens
        .get(first)
        .is_none_or(|it| it.span.start != content.start)
    {
        return false;
    }
    let end = (first..view.len())
        .find(|at| !view.tokens[*at].is_wordy() || view.has(*at, PREP | CONJ | AUX | INF))
        .unwrap_or(view.len());
    let pronoun = view.has(first, PRON) && !view.has(first, POSS)
        || matches!(
            view.lower(first),
            "him" | "her" | "them" | "us" | "me" | "you"
        );
    let whom = if pronoun {
        first + 1
    } else if view.capital(first) {
        (first..end).find(|at| !view.capital(*at)).unwrap_or(end)
    } else if view.has(first, DET | POSS) && first + 2 < end {
        let further = |at: &usize| view.has(*at, DET | POSS) || listed(REFUSED, view.lower(*at));
        (first + 2..end.min(first + 5)).find(further).unwrap_or(end)
    } else {
        return false;
    };
    let told = (first..whom).any(|at| called::is_told(view, at) || view.is(at, "'s"));
    whom < end && !told && is_given(view, whom, end)
}

/// Whether a thing that somebody is given begins at the token: "a loan", "the right to", "money".
fn is_given(view: &View<'_>, at: usize, end: usize) -> bool {
    let verb = |at: usize| view.is_finite(at) || relative::is_past(view.lower(at));
    let dated = matches!(
        view.lower(at + 1),
        "second" | "third" | "few" | "day" | "week" | "month" | "year" | "moment" | "minute"
    );
    let article = matches!(view.lower(at), "a" | "an" | "any") || view.has(at, POSS);
    let right = view.is(at, "the")
        && matches!(
            view.lower(at + 1),
            "right" | "chance" | "vote" | "opportunity" | "use" | "benefit" | "means"
        );
    let thing = article && at + 1 < end && !dated && !view.has(at + 1, TIME);
    let told = (at..end).any(|at| called::is_told(view, at) || verb(at) || view.gerund(at));
    (thing || right || listed(REFUSED, view.lower(at))) && !told
}

/// "Podría negar los cargos", "se espera que niegue los cargos", "pocos niegan": nobody does, or it is only supposed.
fn is_open(view: &View<'_>, verb: usize) -> bool {
    let lower = view.lower(verb);
    let before = |at: usize| verb.checked_sub(at).map_or("", |at| view.lower(at));
    let may = view.infinitive(verb)
        && fits(
            before(1),
            "podría|podrían|puede|pueden|podrá|podrán|pudiera|piensa|planea|prevé|suele",
        );
    let wished = fits(lower, "niegue|nieguen|desmienta|desmientan");
    let granted = (0..verb).any(|at| matches!(view.lower(at), "aunque" | "mientras"));
    let few = matches!(before(1), "pocos" | "pocas");
    may || wished && !granted || few
}

/// "Le negó un contrato", "le negaron la pensión": a thing is kept from somebody, unless it is told.
fn is_kept(view: &View<'_>, verb: usize, reading: &Reading) -> bool {
    const TOLD: &str = "autoría|culpa|responsabilidad|participación|relación|vínculo|vínculos|existencia|robo|delito|todo|verdad|romance|crimen|hecho|\
        aventura|infidelidad|viaje|pago|soborno|encuentro";
    let [content] = reading.content[..] else {
        return false;
    };
    let whom = verb.checked_sub(1).is_some_and(|at| {
        let helped = usize::from(view.has(at, AUX) && at > 0);
        matches!(view.lower(at - helped), "le" | "les" | "nos" | "me" | "te")
    });
    let inside: Vec<usize> = tokens(view, content).collect();
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return false;
    };
    let thing = view.has(*first, DET) && !view.has(*first, PREP);
    let run = Run::new(*first, (*last + 1).min(first + 4));
    let told = run.is_some_and(|run| {
        (run.from..run.to).any(|at| called::is_told(view, at) || fits(view.lower(at), TOLD))
    });
    fits(view.lower(verb), "neg*|nieg*") && whom && thing && !told
}
