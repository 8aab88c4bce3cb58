//! Roles of whom only a pronoun names: "X says Y recruited her", "X said she was seventeen".

use super::young;
use super::{admit, give, harm, threats};
use crate::extract::around::Scene;
use crate::extract::whom::{self, Near, Told};
use model::{Certainty, Mention, Role, RoleSaid};

/// Gives the roles that harms to a pronoun tell, and takes back what their words gave anybody else; `before` are the roles
/// of the sentences before.
pub(super) fn told<'a>(
    scene: &Scene<'a>,
    near: &Near<'a>,
    before: &[RoleSaid],
    found: &mut Vec<RoleSaid>,
) {
    for deed in whom::deeds(scene, near) {
        found.retain(|said| {
            let protects = said.role.protects().is_some() && said.role != Role::Minor;
            let theirs = deed.whom.is_some_and(|who| who.id == said.who);
            theirs || !(protects && said.place.span.overlaps(deed.verb))
        });
        if let Some(who) = deed.whom {
            let role = if deed.recruits && deed.sure {
                Role::Recruit
            } else {
                Role::PossibleVictim
            };
            admit(
                scene,
                who,
                (role, deed.verb),
                deed.told != Told::Suffered,
                found,
            );
        }
        let does = match (deed.recruits, harm::exploits(scene.at(deed.verb))) {
            (true, _) => Some(Role::Recruiter),
            (false, true) => Some(Role::Exploiter),
            _ => None,
        };
        if let Some((doer, role)) = deed.doer.zip(does) {
            let before = found.len();
            give(scene, doer, role, deed.verb, found);
            if let Some(said) = found.get_mut(before).filter(|_| deed.told == Told::Charged) {
                said.certainty = said.certainty.weaker(Certainty::Alleged);
            }
        }
    }
    for (them, cue) in whom::several(scene, near) {
        for who in them {
            admit(scene, who, (Role::PossibleVictim, cue), true, found);
        }
    }
    if let Some((who, cue)) = threats::of_subject(scene, &near.last) {
        admit(scene, who, (Role::PossibleVictim, cue), false, found);
    }
    // Who recruits, judges or speaks for somebody is not the child of whom the next sentence tells the age.
    let other = |said: &RoleSaid| said.role.protects().is_none();
    let acts = |who: &Mention| before.iter().any(|said| said.who == who.id && other(said));
    let young: Vec<&Mention> = near.last.iter().copied().filter(|who| !acts(who)).collect();
    if let Some((who, cue)) = young::of_pronoun(scene, &young) {
        give(scene, who, Role::Minor, cue, found);
    }
}
