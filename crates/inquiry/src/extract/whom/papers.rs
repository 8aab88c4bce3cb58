//! Papers that are taken from somebody: by whoever holds people, or by the law.

use super::gender::gender;
use super::in_office;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::fold::Gender;
use model::{Mention, Span};
use std::sync::LazyLock;

/// Verbs that say that a thing is taken from somebody by force or deceit.
static ROBS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:le|les)? ?(?:quit|arrebat|rob)|^(?:за|ото)бра|^отн[яи]|^отбир|^забир|^укра|^stole|^thr[eo]w|^burn|^destroy|^tore|^dump|^toss",
    )
});

/// Verbs by which nobody takes what is his own.
static OF_ANOTHER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:confiscat|withh|stole|steal|snatch|seiz)"));

/// Those who take papers by law.
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:police|officers?|detectives?|court|judge|customs|border|immigration|prosecutors?|investigators?|authorities|embassy|policía|agentes|juez|jueza|tribunal|fiscalía|fiscal|migración|aduanas?|fronter\p{L}+|autoridades|guardia|embajada|consulado|полици\p{L}+|следовател\p{L}+|суд\p{L}{0,3}|пограничник\p{L}*|таможен\p{L}+|власт\p{L}+|прокур\p{L}+|приста\p{L}+|посольств\p{L}+)(?:$|[^\p{L}])",
    )
});

/// Whether papers are taken by the law, or are those of who takes them, or of nobody who can be told: no harm.
pub(super) fn are_lawful(
    scene: &Scene<'_>,
    (verb, pron): (Span, Span),
    by: Option<&Mention>,
) -> bool {
    let words = scene.at(verb);
    let Some(by) = by else {
        return !ROBS.is_match(words) || LAW.is_match(scene.words());
    };
    let own = Gender::of_pronoun(scene.at(pron));
    let possessive = matches!(scene.at(pron).to_lowercase().as_str(), "his" | "her");
    let his = possessive && own.fits(gender(by)) && !OF_ANOTHER.is_match(words);
    in_office(scene, by) || his
}

/// Whether whose papers are taken is named right behind: "le quitó el pasaporte a X".
pub(super) fn is_named(scene: &Scene<'_>, verb: Span) -> bool {
    static TO: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^ al?(?: (?:la|el|su|joven|menor|niñ[oa]|chic[oa]))* $"));
    let next = scene.people().find(|who| who.place.span.start >= verb.end);
    next.is_some_and(|who| TO.is_match(scene.at(Span::new(verb.end, who.place.span.start))))
}
