//! Roles that the row of a table gives.

use super::cues::NOUNS;
use super::{Cues, births, compiled, give};
use crate::extract::around::Scene;
use model::{Role, RoleSaid};
use std::sync::LazyLock;

/// A row: the roles its other cells name are those of its first person.
pub(super) fn told(scene: &Scene<'_>, written: Option<&str>, found: &mut Vec<RoleSaid>) {
    static NAMED: LazyLock<Cues> = LazyLock::new(|| {
        let passive = [(Role::Recruit, r"recruited|reclutad[oa]|завербован[аы]?")];
        let table: Vec<(Role, &str)> = NOUNS.iter().copied().chain(passive).collect();
        compiled(&table, |words| {
            format!(r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])")
        })
    });
    let Some(person) = scene.people().next() else {
        return;
    };
    for (role, regex) in NAMED.iter().filter(|(_, regex)| scene.may(regex)) {
        let cue = regex.captures_iter(scene.words()).filter_map(|hit| {
            hit.name("cue")
                .map(|cue| scene.span(cue.start(), cue.end()))
        });
        let outside = cue
            .into_iter()
            .find(|cue| !scene.people().any(|other| other.place.span.overlaps(*cue)));
        if let Some(cue) = outside {
            give(scene, person, *role, cue, found);
        }
    }
    if let Some(cue) = births::age_in_row(scene) {
        give(scene, person, Role::Minor, cue, found);
    }
    for (_, cue) in births::in_text(scene, &[], written) {
        give(scene, person, Role::Minor, cue, found);
    }
    if let Some(cue) = births::in_row(scene, written) {
        give(scene, person, Role::Minor, cue, found);
    }
}
