//! Which Russian words can be the subject of a verb by the endings of both.

use super::lexicon::{COMP, CONJ, DET, NEG, POSS, PREP};
use super::view::{Run, View};

/// Nouns in "a" for who heads what the genitive behind them names.
const HEADS: [&str; 6] = [
    "глава",
    "хозяйка",
    "владелица",
    "начальница",
    "директриса",
    "жена",
];
/// Whether a Russian noun or adjective can be a subject by its ending.
pub(super) fn is_nominative(lower: &str) -> bool {
    const OBLIQUE: [&str; 17] = [
        "ов", "ев", "ей", "ах", "ях", "ам", "ям", "ами", "ями", "ом", "ем", "ым", "им", "ых", "их",
        "ого", "его",
    ];
    lower.chars().count() > 2
        && !OBLIQUE.iter().any(|end| lower.ends_with(end))
        && (!lower.ends_with(['у', 'ю', 'е']) || lower.ends_with("ые") || lower.ends_with("ие"))
}

/// The ending of a Russian verb in the past, without what makes it reflexive.
pub(super) fn past(verb: &str) -> Option<&'static str> {
    let endings = ["ла", "ло", "ли", "л"];
    endings.into_iter().find(|end| bare(verb).ends_with(end))
}

/// Whether a Russian verb is of many.
pub(super) fn is_many(verb: &str) -> bool {
    let endings = ["ли", "ют", "ят", "ут", "ат"];
    endings.iter().any(|end| bare(verb).ends_with(end))
}

/// A Russian verb without what makes it reflexive.
fn bare(verb: &str) -> &str {
    verb.trim_end_matches("ся").trim_end_matches("сь")
}

/// Whether a Russian noun may be the subject of a past verb by their endings.
pub(super) fn agrees(noun: &str, verb: &str) -> bool {
    let verb = bare(verb);
    if verb.ends_with("ло") {
        noun.ends_with(['о', 'е'])
    } else if verb.ends_with("ла") {
        noun.ends_with(['а', 'я', 'ь'])
    } else if verb.ends_with("ли") {
        noun.ends_with(['ы', 'и'])
    } else {
        // «Отнёс», «пресёк»
        let without = ["верг", "нес", "сек", "рек"];
        (verb.ends_with('л') || without.iter().any(|end| verb.ends_with(end)))
            && !noun.ends_with(['а', 'я', 'о', 'е', 'у', 'ю', 'ы', 'и', 'м', 'х'])
    }
}

/// Where a subject without a name begins that ends at `last`: its noun, or the one before that a genitive belongs to, «врач больницы».
pub(super) fn common(view: &View<'_>, (from, last): (usize, usize), verb: usize) -> Option<usize> {
    let governed = |at: usize| at > 0 && view.has(at - 1, PREP);
    let word = |at: usize| {
        let plain = !view.has(at, PREP | CONJ | COMP | NEG | DET | POSS);
        at > from && view.tokens[at].is_wordy() && plain && !governed(at)
    };
    let single = acts(view, last, verb) && !view.lower(last).ends_with(['а', 'я', 'ы', 'и']);
    if single {
        return word(last).then_some(last);
    }
    let soft = ["ой", "ей", "ого", "его", "ых", "их"];
    let held = soft.iter().any(|end| view.lower(last - 1).ends_with(end));
    let owner = (last - 1).checked_sub(usize::from(held))?;
    let many = view.lower(last).ends_with(['ы', 'и']) && acts(view, last, verb);
    let owns = word(owner) && acts(view, owner, verb) && {
        let lower = view.lower(owner);
        let clear = !lower.ends_with(['а', 'я', 'ы', 'и']) && !lower.ends_with(['о', 'е']);
        clear || many || HEADS.contains(&lower) || !acts(view, last, verb)
    };
    if owns {
        return Some(owner);
    }
    (word(last) && acts(view, last, verb)).then_some(last)
}

/// Whether the words can be the subject of the verb by the endings of all: nobody else is taken for who does it.
pub(super) fn does(view: &View<'_>, run: Run, verb: usize) -> bool {
    let (first, told) = (view.lower(run.from), view.lower(verb));
    let past = ["л", "ла", "ло", "ли", "верг"]
        .iter()
        .any(|end| told.ends_with(end));
    let fits = |ends: &[&str]| !past || ends.iter().any(|end| told.ends_with(end));
    match first {
        "он" => return fits(&["л", "верг"]),
        "она" | "мать" | "дочь" | "свекровь" => return fits(&["ла"]),
        "они" | "мы" | "вы" => return fits(&["ли"]),
        "я" => return true,
        "его" | "ее" | "их" if run.len() > 1 => {}
        "матери" | "дочери" | "его" | "ее" | "их" | "себя" | "никого" | "всех" | "всем" =>
        {
            return false;
        }
        _ => {}
    }
    let oblique = [
        "ого", "его", "ому", "ему", "ых", "их", "ым", "им", "ую", "юю",
    ];
    let named = !oblique.iter().any(|end| first.ends_with(end)) || first.ends_with("ний");
    let acts = (run.from..run.to).any(|at| acts(view, at, verb) && !view.has(at, PREP));
    named && acts && !first.ends_with(['у', 'ю'])
}

/// Whether the word can be the subject of the verb by the endings of both.
pub(super) fn acts(view: &View<'_>, at: usize, verb: usize) -> bool {
    let (noun, verb) = (view.lower(at), view.lower(verb));
    let past = ["л", "ла", "ло", "ли", "верг"];
    if past.iter().any(|end| verb.ends_with(end)) {
        return agrees(noun, verb);
    }
    let many = ["ют", "ят", "ут", "ат"]
        .iter()
        .any(|end| verb.ends_with(end));
    is_nominative(noun) && (many == noun.ends_with(['ы', 'и']))
}
