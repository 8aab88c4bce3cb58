//! Verbs of telling by which nothing is told: "stopped short of denying", "not once did X say so", "neither confirmed nor denied",
//! "phone calls were".

use super::is_raised;
use crate::extract::claims::lexicon::{BE, BY, HAVE, INF, MODAL, NEG, Sort};
use crate::extract::claims::patterns::listed;
use crate::extract::claims::view::View;

/// Whether the word at `at`, whose group begins at `group`, is no verb with a subject before it: "phone calls were", "a judgment
/// published by", «знало ли», "failed to deny reports".
pub(super) fn is_noun(view: &View<'_>, (group, at): (usize, usize), after: usize) -> bool {
    const OBJECTS: &str = "reports claims charges rumours rumors answers notes";
    let noun = view.english()
        && view.lower(at).ends_with('s')
        && view.has(after, BE | HAVE | MODAL)
        && !view.gerund(after);
    let alone = view.english() && group == at;
    let reduced = alone && view.lower(at).ends_with("ed") && view.has(after, BY);
    let behind_verb =
        || at > 0 && (view.gerund(at - 1) || at > 1 && view.has(at - 2, INF) || view.tells(at - 1));
    let object = alone && listed(OBJECTS, view.lower(at)) && behind_verb();
    noun || reduced || object || view.is(after, "ли")
}

/// "Not once did X dispute it", "At no point did X say so": whether the sentence negates the verb whose group begins at `group`.
pub(in crate::extract::claims) fn turned_about(view: &View<'_>, group: usize) -> bool {
    const HELPS: [&str; 6] = ["did", "does", "do", "has", "have", "had"];
    let denied = view.is(0, "not") && view.is(1, "once")
        || matches!(view.lower(0), "never" | "nowhere")
        || view.is(0, "at") && view.is(1, "no");
    view.english() && denied && (1..group).any(|at| HELPS.contains(&view.lower(at)))
}

/// Whether what is told was not: "stopped short of denying", "did not go so far as to deny", "failed to deny", "hardly disputes".
pub(in crate::extract::claims) fn falls_short(view: &View<'_>, group: usize) -> bool {
    const SHORT: &str = "wrong foolish futile pointless impossible hard difficult useless idle silly failed fails failing unable attempt \
        effort bothered cared reluctant unwilling nothing yet forgot hesitated struggled";
    let before =
        |back: usize, word: &str| group.checked_sub(back).is_some_and(|at| view.is(at, word));
    if turned_about(view, group) {
        return true;
    }
    let first = |at: usize| matches!(view.lower(at), "hardly" | "scarcely" | "barely");
    let fails = (group..view.len().min(group + 3)).find(|at| view.has(*at, INF));
    let fails = fails
        .and_then(|to| to.checked_sub(1))
        .is_some_and(|at| listed(SHORT, view.lower(at)));
    // "Without denying it", "far from denying it"
    let spared = view.gerund(group)
        && (before(1, "without")
            || before(1, "of") && before(2, "instead")
            || before(1, "from") && before(2, "far")
            || before(1, "than") && before(2, "rather"));
    let barely = first(group) || group > 0 && first(group - 1);
    if view.english() && (spared || barely || fails) {
        return true;
    }
    before(1, "of") && before(2, "short") || before(1, "as") && before(2, "far")
}

/// Whether a Spanish or Russian form tells nothing by itself: an infinitive that no "tras" or "al" brings in, a
/// participle without an auxiliary or agent, the verb of "según informó".
pub(in crate::extract::claims) fn foreign_nominal(view: &View<'_>, at: usize) -> bool {
    let before = |words: &[&str]| at > 0 && words.contains(&view.lower(at - 1));
    if before(&["según", "como", "как"]) {
        return !before(&["como", "как"]);
    }
    if view.infinitive(at) {
        return !before(&["al", "tras"]) && !is_raised(view, at);
    }
    let participle = [
        "ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas", "cho",
    ]
    .iter()
    .any(|end| view.lower(at).ends_with(end));
    let helped = (at.saturating_sub(3)..at).any(|at| view.has(at, HAVE | BE));
    view.lexicon.language == model::Language::Es && participle && !helped && !view.has(at + 1, BY)
}

/// Whether a negation before goes on over the verb: "neither confirmed nor denied", "did not confirm or deny".
pub(in crate::extract::claims) fn coordinate(view: &View<'_>, group: usize) -> bool {
    let Some(link) = group.checked_sub(1) else {
        return false;
    };
    if matches!(view.lower(link), "ni" | "nor" | "neither" | "ни") {
        return true;
    }
    matches!(view.lower(link), "or" | "o" | "или")
        && (link.saturating_sub(4)..link).any(|at| view.has(at, NEG))
        && (link.saturating_sub(2)..link).any(|at| {
            view.lexicon
                .cues(view.tokens, at)
                .any(|cue| cue.sort == Sort::Verb)
        })
}
