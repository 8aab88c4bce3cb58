//! People and bodies, with the roles that are said of them.

use super::{Desk, EntityLine, RoleLine};
use model::{Entity, EntityKind};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most citations of one role; the rest are reached from there.
const MOST: usize = 12;

/// People, then organisations and groups: those with roles first, then those named most widely.
///
/// Never sorted by name: the order of masked people must not give their names away.
pub(super) fn lines(desk: &mut Desk<'_>) -> (Vec<EntityLine>, Vec<EntityLine>) {
    let mut on_record: BTreeMap<_, usize> = BTreeMap::new();
    for (claim, entity) in &desk.study.resolution.of_claim {
        if desk.claims.contains_key(claim) {
            *on_record.entry(entity).or_default() += 1;
        }
    }
    let mut entities: Vec<&Entity> = desk.study.resolution.entities.iter().collect();
    entities.sort_by_key(|one| {
        (
            one.roles.is_empty(),
            Reverse(one.documents.len()),
            one.id.clone(),
        )
    });
    let (mut people, mut bodies) = (Vec::new(), Vec::new());
    for entity in entities {
        let number = people.len() + bodies.len() + 1;
        let claims = on_record.get(&entity.id).copied().unwrap_or(0);
        match entity.kind {
            EntityKind::Person => people.push(line(desk, entity, number, claims)),
            EntityKind::Organisation | EntityKind::Group => {
                bodies.push(line(desk, entity, number, claims));
            }
            EntityKind::Place | EntityKind::Phone | EntityKind::Document | EntityKind::Address => {}
        }
    }
    (people, bodies)
}

fn line(desk: &mut Desk<'_>, entity: &Entity, number: usize, claims: usize) -> EntityLine {
    let mut protected = entity.protected.clone();
    protected.sort();
    let mut roles: Vec<_> = entity.roles.iter().collect();
    roles.sort_by_key(|held| (held.role, held.certainty));
    let roles = roles
        .into_iter()
        .map(|held| RoleLine {
            role: held.role.as_str(),
            certainty: held.certainty.as_str(),
            judged: held.judgement.is_some(),
            cites: held
                .places
                .iter()
                .take(MOST)
                .map(|place| desk.places.cite(place))
                .collect(),
        })
        .collect();
    // Other forms of a protected name would only repeat the pseudonym.
    let open = |forms: Vec<String>| {
        if protected.is_empty() {
            forms
        } else {
            Vec::new()
        }
    };
    EntityLine {
        number,
        name: desk.name(&entity.id),
        kind: entity.kind.as_str(),
        aliases: open(other_forms(&entity.name, &entity.aliases)),
        identifiers: open(entity.identifiers.clone()),
        protected: protected.iter().map(|reason| reason.as_str()).collect(),
        roles,
        documents: entity.documents.len(),
        claims,
        reasons: entity.reasons.clone(),
    }
}

/// Aliases that say something new: not the same words in another order, case or punctuation.
fn other_forms(name: &str, aliases: &[String]) -> Vec<String> {
    let words = |form: &str| -> BTreeSet<String> {
        let pieces = form.split(|letter: char| !letter.is_alphanumeric());
        pieces
            .filter(|piece| !piece.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let mut told = vec![words(name)];
    let mut forms = Vec::new();
    for alias in aliases {
        let its = words(alias);
        if !told.contains(&its) {
            told.push(its);
            forms.push(alias.clone());
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_told_once() {
        let aliases = ["QUINTANA SOSA, MARTA", "la profe", "La Profe", "Marta"].map(str::to_owned);
        assert_eq!(
            other_forms("Marta Quintana Sosa", &aliases),
            ["la profe", "Marta"]
        );
    }
}
