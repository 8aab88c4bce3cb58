//! Who is named in one breath with somebody harmed, where somebody denies to have known either: "never met A or B".

use super::settled::{Names, bearers};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use model::{Certainty, Mention, Role, RoleSaid, Span};
use std::sync::LazyLock;

/// Between two names of which one or the other, or neither, is meant.
static OR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^,? (?:or|nor|ni|o|u|или|ни)(?: al?| with| con| с)? $"));

/// What denies it, before the two.
static DENIES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:never|not|neither|den(?:y|ied|ies|ying)|no|nunca|jamás|ni|neg(?:ó|aba|ado)|niega|не|никогда|ни|отрица\p{L}+)(?:$|[^\p{L}])|n['’]t ",
    )
});

/// Roles of possible victims for those who are named so beside a victim of the document, and run nothing.
pub(super) fn told(scenes: &[Scene<'_>], names: &Names<'_>, all: &[RoleSaid]) -> Vec<RoleSaid> {
    let harmed = bearers(all, names, |role| {
        matches!(role, Role::Recruit | Role::Victim | Role::PossibleVictim)
    });
    let mut found = Vec::new();
    if harmed.is_empty() {
        return found;
    }
    let run = bearers(all, names, Role::runs);
    for scene in scenes.iter().filter(|scene| scene.is_told()) {
        let people: Vec<&Mention> = scene.people().collect();
        for pair in people.windows(2) {
            let (one, other) = (pair[0], pair[1]);
            let gap = Span::new(one.place.span.end, other.place.span.start);
            let lead = Span::new(scene.sentence.span.start, one.place.span.start);
            if !OR.is_match(scene.at(gap)) || !DENIES.is_match(scene.at(lead)) {
                continue;
            }
            for (victim, who) in [(one, other), (other, one)] {
                let known = harmed.contains(victim.text.as_str());
                let fresh = !harmed.contains(who.text.as_str()) && !run.contains(who.text.as_str());
                if known && fresh {
                    found.push(beside(scene, who, victim.place.span));
                }
            }
        }
    }
    found
}

fn beside(scene: &Scene<'_>, who: &Mention, victim: Span) -> RoleSaid {
    RoleSaid {
        who: who.id.clone(),
        role: Role::PossibleVictim,
        place: scene.place(victim),
        certainty: Certainty::Alleged,
        claim: scene.claim(victim).map(|claim| claim.id().clone()),
    }
}
