//! Roles of whom only a pronoun names: "X says Y recruited her", "X said she was seventeen".

use super::give;
use super::young;
use crate::extract::around::Scene;
use crate::extract::whom;
use model::{Certainty, Mention, Role, RoleSaid};

/// Gives the roles that harms to a pronoun tell, and takes back what their words gave anybody else.
pub(super) fn told<'a>(scene: &Scene<'a>, near: &[&'a Mention], found: &mut Vec<RoleSaid>) {
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
            give(scene, who, role, deed.verb, found);
        }
        if let Some(doer) = deed.doer.filter(|_| deed.recruits) {
            let before = found.len();
            give(scene, doer, Role::Recruiter, deed.verb, found);
            if let Some(said) = found.get_mut(before).filter(|_| deed.charged) {
                said.certainty = said.certainty.weaker(Certainty::Alleged);
            }
        }
    }
    for (them, cue) in whom::several(scene, near) {
        for who in them {
            give(scene, who, Role::PossibleVictim, cue, found);
        }
    }
    if let Some((who, cue)) = young::of_pronoun(scene, near) {
        give(scene, who, Role::Minor, cue, found);
    }
}
