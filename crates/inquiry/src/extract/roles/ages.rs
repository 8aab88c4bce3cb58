//! Minors by the age beside a name, in digits or words.

use super::{give, pairs, young};
use crate::extract::around::{Scene, within};
use crate::extract::needs::Pattern;
use crate::extract::values::spoken;
use model::{Language, Mention, Role, RoleSaid, Span};
use std::sync::LazyLock;

/// An age after the name: ", 17,", " (17)", ", de 17 años", ", 17 лет", "had been 17".
static AGE_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,? \(?(?P<plain>\d{1,2})(?:[,)](?:\D|$)|$)|,? (?:\(|aged |de |, )?(?P<years>\d{1,2}|[\p{L}]+(?: y \p{L}+)?)[ -](?:years? old|years?-old|años|лет|года)|[^.;:]{0,70}?\b(?:was|tenía|tiene|было|исполнилось|есть)(?: только| solo| only| just)? (?P<told>\d{1,2}|\p{L}+)(?:,| (?:años|лет|years|y once meses|when|at the time)))",
    )
});

/// An age before the name: "17-year-old X", "17-летний X".
static AGE_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?P<years>\d{1,2}|\p{L}+)[ -](?:years?[ -]old|летн\p{L}+)(?: [\p{Ll}]+){0,2} $",
    )
});

/// An age under eighteen beside one mention.
pub(super) fn told(
    scene: &Scene<'_>,
    mention: &Mention,
    (left, right): (Span, Span),
    found: &mut Vec<RoleSaid>,
) {
    let after = scene.captures(&AGE_AFTER, right).and_then(|hit| {
        let age = ["plain", "years", "told"]
            .iter()
            .find_map(|name| hit.name(name))?;
        let behind = &scene.at(right)[hit.get(0)?.end()..];
        (is_minor(scene, age.as_str()) && !young::is_no_age(behind)).then(|| within(right, age))
    });
    let before = scene.captures(&AGE_BEFORE, left).and_then(|hit| {
        let age = hit.name("years")?;
        is_minor(scene, age.as_str()).then(|| within(left, age))
    });
    for cue in after
        .into_iter()
        .chain(before)
        .chain(young::told(scene, left, right))
    {
        give(scene, mention, Role::Minor, cue, found);
    }
    for (who, cue) in pairs::told(scene, mention, right) {
        give(scene, who, Role::Minor, cue, found);
    }
}

/// Whether an age, in digits or words, is under eighteen. "Once" is eleven in Spanish alone.
pub(super) fn is_minor(scene: &Scene<'_>, age: &str) -> bool {
    if age.eq_ignore_ascii_case("once") && scene.speaks(Language::En) {
        return false;
    }
    let years = age.parse::<u64>().ok().or_else(|| spoken(age));
    years.is_some_and(|years| (3..18).contains(&years))
}
