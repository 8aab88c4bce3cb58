//! What the whole text says of roles that its sentences gave: some are taken back, some are added.

use super::beside;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::standing;
use model::{Mention, MentionId, Role, RoleSaid, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Takes back what the whole text speaks against, and adds who is named in one breath with somebody harmed.
pub(super) fn settle(scenes: &[Scene<'_>], soft: &[usize], all: &mut Vec<RoleSaid>) {
    let mentions = scenes.iter().flat_map(|scene| scene.mentions);
    let names: Names<'_> = mentions.map(|it| (&it.id, it.text.as_str())).collect();
    let accused: BTreeSet<&str> = scenes.iter().flat_map(accused).collect();
    without_presumptions_on_those_who_run(&names, &accused, soft, all);
    without_accused_witnesses(&names, &accused, scenes, all);
    let beside = beside::told(scenes, &names, all);
    all.extend(beside);
}

/// The names of mentions.
pub(super) type Names<'a> = BTreeMap<&'a MentionId, &'a str>;

/// The names of those who hold roles that fit.
pub(super) fn bearers<'n>(
    all: &[RoleSaid],
    names: &Names<'n>,
    fits: impl Fn(Role) -> bool,
) -> BTreeSet<&'n str> {
    let said = all.iter().filter(|said| fits(said.role));
    said.filter_map(|said| names.get(&said.who).copied())
        .collect()
}

/// The names of those whom a scene calls accused or convicted.
fn accused<'a>(scene: &Scene<'a>) -> Vec<&'a str> {
    let lead = |who: &Mention| Span::new(scene.sentence.span.start, who.place.span.start);
    let people = scene.people();
    people
        .filter(|who| standing::is_accused(scene.at(lead(who))))
        .map(|who| who.text.as_str())
        .collect()
}

/// Takes back that somebody may be a victim for being threatened, looked for or called somebody's child alone, where he is
/// said to recruit or exploit people, or stands accused: rivals and victims' kin threaten him too.
fn without_presumptions_on_those_who_run(
    names: &Names<'_>,
    accused: &BTreeSet<&str>,
    soft: &[usize],
    all: &mut Vec<RoleSaid>,
) {
    let run = bearers(all, names, Role::runs);
    let freed = |at: usize, said: &RoleSaid| {
        let name = names.get(&said.who);
        soft.contains(&at) && name.is_some_and(|name| run.contains(name) || accused.contains(name))
    };
    let mut places = 0..;
    all.retain(|said| !places.next().is_some_and(|at| freed(at, said)));
}

/// Takes back that somebody accused is a witness for what he tells a court: he defends himself.
fn without_accused_witnesses(
    names: &Names<'_>,
    accused: &BTreeSet<&str>,
    scenes: &[Scene<'_>],
    all: &mut Vec<RoleSaid>,
) {
    static CALLED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:witness|testigo|свидетел)"));
    let stands = |name: &str| {
        let mut accused = accused.iter();
        accused.any(|one| *one == name || one.split(' ').next_back() == Some(name))
    };
    let called = |said: &RoleSaid| {
        let here = scenes.iter().find(|scene| {
            scene.part == said.place.part && scene.sentence.span.contains(said.place.span)
        });
        here.is_some_and(|scene| CALLED.is_match(scene.at(said.place.span)))
    };
    all.retain(|said| {
        let name = names.get(&said.who);
        said.role != Role::Witness || called(said) || !name.is_some_and(|name| stands(name))
    });
}
