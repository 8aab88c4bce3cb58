//! Who has no told part in a text of harm: no office, no accusation, no deed. He may be one of those who suffered it, or
//! somebody by whom they are found; he is masked until a source or a person says what he is.
//!
//! That somebody suffers is told in more ways than can be listed. That somebody accuses, judges or offends is told plainly,
//! and whoever is masked by mistake is shown by one judgement.

use super::node::Case;
use super::protect::{Forms, harmful};
use super::public;
use super::roles::{Index, runs, ties};
use crate::belongings;
use crate::offered;
use crate::standing;
use crate::turns;
use crate::weighed;
use model::{
    BlockKind, Document, Entity, EntityKind, Facts, Layer, Mention, MentionKind, Part, Protection,
    Role, Span,
};
use std::collections::BTreeSet;

/// Protects everybody without a told part whom a text of harm names. `cleared` are those of whom a person judged that they
/// are no victim, witness or kin.
pub(super) fn protect(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    cleared: &BTreeSet<usize>,
    reasons: &mut [BTreeSet<Protection>],
) {
    // What a protected person uses is protected as he is.
    let used: BTreeSet<usize> = ties(case, Layer::Uses, index)
        .into_iter()
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .filter(|(who, _)| !reasons[*who].is_empty())
        .map(|(_, what)| what)
        .collect();
    let mut standing = standing(case, index, entities, cleared);
    // What single words do not tell is weighed: whoever is said to do, hold or head what those in public do.
    let weighed = public::weigh(case, index, entities);
    let public = weighed.iter().filter(|(_, odds)| **odds > 0.0);
    standing.extend(public.map(|(at, _)| *at));
    let far = weighed.iter().filter(|(_, odds)| **odds < FAR);
    let mut named = named_in_harm(case, index, reasons, &far.map(|(at, _)| *at).collect());
    named.retain(|at| reasons[*at].is_empty());
    let public: Vec<(usize, Forms)> = standing
        .iter()
        .filter(|at| reasons[**at].is_empty())
        .map(|at| (*at, Forms::of(&entities[*at])))
        .collect();
    for &at in &named {
        if entities[at].kind != EntityKind::Person || standing.contains(&at) {
            continue;
        }
        let own = Forms::of(&entities[at]);
        let beside = |other: usize| {
            let mut documents = entities[at].documents.iter();
            documents.any(|id| entities[other].documents.contains(id))
        };
        // Many bear one given name: it is an official's only where he himself is named. Of who runs the network it stays open,
        // as his own name is.
        let is_piece = |(other, forms): &(usize, Forms)| {
            own.may_be(forms)
                && (forms.is_full() || !own.is_full())
                && (!own.is_given_of(forms) || beside(*other) || runs(&entities[*other]))
        };
        if public.iter().any(is_piece) {
            standing.insert(at);
        } else {
            reasons[at].insert(Protection::RoleNotTold);
        }
    }
    let mut told = numbers_told(case, index, entities, &standing);
    told.extend(threatening(case, index));
    for at in named {
        if entities[at].kind == EntityKind::Phone && !told.contains(&at) && !used.contains(&at) {
            reasons[at].insert(Protection::RoleNotTold);
        }
    }
}

/// Log-odds below which somebody is far from a part in public.
const FAR: f32 = -1.0;

/// The people and numbers that texts of harm name. `far` are those who are far from a part in public.
fn named_in_harm(
    case: &Case<'_>,
    index: &Index<'_>,
    reasons: &[BTreeSet<Protection>],
    far: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let mut named = BTreeSet::new();
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let protected = |mention: &Mention| {
            let at = index.entity(&mention.id);
            at.is_some_and(|at| !reasons[at].is_empty())
        };
        let tells = |part: &Part| {
            turns::speakers(part).next().is_some()
                || belongings::is_statement(&part.text)
                || weighed::tells_harm(&part.text, document.language)
        };
        if facts.mentions.iter().any(protected) || document.parts.iter().any(tells) {
            let mentions = in_prose(document, facts, index, far).into_iter();
            named.extend(mentions.filter_map(|mention| index.entity(&mention.id)));
        }
    }
    named
}

/// Numbers that are said to be those of an organisation or of somebody with a part.
fn numbers_told(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    standing: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let known = |at: usize| entities[at].kind == EntityKind::Organisation || standing.contains(&at);
    let uses = ties(case, Layer::Uses, index).into_iter();
    uses.flat_map(|(one, other)| [(one, other), (other, one)])
        .filter(|(who, _)| known(*who))
        .map(|(_, what)| what)
        .collect()
}

/// Numbers from which somebody is said to be threatened.
fn threatening(case: &Case<'_>, index: &Index<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let numbers = facts.mentions.iter();
        for mention in numbers.filter(|it| it.kind == MentionKind::Phone) {
            let place = &mention.place;
            let text = document.parts.get(place.part).map(|part| &part.text);
            let before = text.and_then(|text| text.get(..place.span.start));
            let behind = text.and_then(|text| text.get(place.span.end..));
            if let (Some(before), Some(behind)) = (before, behind)
                && belongings::threatens(before, behind)
            {
                found.extend(index.entity(&mention.id));
            }
        }
    }
    found
}

/// Those of whom some source tells a part that is no victim's.
fn standing(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    cleared: &BTreeSet<usize>,
) -> BTreeSet<usize> {
    let in_office = |entity: &Entity| {
        let mut held = entity.roles.iter();
        held.any(|held| matches!(held.role, Role::Official | Role::Lawyer | Role::Journalist))
    };
    let mut found: BTreeSet<usize> = cleared.clone();
    found
        .extend((0..entities.len()).filter(|at| runs(&entities[*at]) || in_office(&entities[*at])));
    found.extend(harmful(case, index));
    for layer in [Layer::Recruited, Layer::Commanded] {
        found.extend(ties(case, layer, index).into_iter().map(|(from, _)| from));
    }
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let people = facts.mentions.iter();
        for mention in people.filter(|it| it.kind == MentionKind::Person) {
            if is_told(document, facts, mention) {
                found.extend(index.entity(&mention.id));
            }
        }
    }
    found
}

/// Whether a proceeding against him, or the words beside one mention, tell its bearer's part.
fn is_told(document: &Document, facts: &Facts, mention: &Mention) -> bool {
    let place = &mention.place;
    let party = facts.proceedings.iter().any(|step| {
        step.place.part == place.part && step.who.is_some_and(|who| who.overlaps(place.span))
    });
    let Some(part) = document.parts.get(place.part) else {
        return party;
    };
    let before = part.text.get(..place.span.start).unwrap_or_default();
    let behind = part.text.get(place.span.end..).unwrap_or_default();
    party || standing::is_told(&mention.text, before, behind)
}

/// Whether people talk to each other in a part, with nobody who asks: whom they name they know in private.
fn is_private(part: &Part) -> bool {
    let mut speakers = turns::speakers(part).peekable();
    let label = |speaker: Span| turns::label(speaker.of(&part.text).unwrap_or_default());
    speakers.peek().is_some()
        && !turns::is_in_print(part)
        && !speakers.any(|it| turns::is_asker(&label(it)))
}

/// The labels of those who tell of themselves what is done to people who are held, or are offered work.
fn lured(part: &Part) -> BTreeSet<String> {
    let turns = part.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Turn { speaker, .. } => {
            let words = block.span.of(&part.text)?;
            let label = speaker?.of(&part.text)?;
            Some((turns::label(label), words))
        }
        _ => None,
    });
    let turns: Vec<(String, &str)> = turns.collect();
    let mut found = offered::labels(&turns);
    let suffer = turns.into_iter();
    found.extend(suffer.filter_map(|(label, words)| belongings::suffers(words).then_some(label)));
    found
}

/// The people whom running text names, and the numbers in it. Rows of tables, and those who talk to each other under their own names, are read
/// by what their cells and words say.
fn in_prose<'f>(
    document: &Document,
    facts: &'f Facts,
    index: &Index<'_>,
    far: &BTreeSet<usize>,
) -> Vec<&'f Mention> {
    let mut apart: BTreeSet<(usize, Span)> = BTreeSet::new();
    for (number, part) in document.parts.iter().enumerate() {
        if is_private(part) {
            let lured = lured(part);
            let label = |span: Span| turns::label(span.of(&part.text).unwrap_or_default());
            let talk = turns::speakers(part).filter(|span| !lured.contains(&label(*span)));
            apart.extend(talk.map(|span| (number, span)));
        }
        let rows = part.blocks.iter();
        let rows = rows.filter(|block| matches!(block.kind, BlockKind::Row { .. }));
        apart.extend(rows.map(|block| (number, block.span)));
    }
    let mut found: Vec<&Mention> = facts.mentions.iter().collect();
    found.retain(|mention| {
        let place = &mention.place;
        let kept = mention.kind == MentionKind::Person
            && index
                .entity(&mention.id)
                .is_some_and(|at| far.contains(&at));
        matches!(mention.kind, MentionKind::Person | MentionKind::Phone)
            && (kept
                || !apart
                    .range((place.part, Span::new(0, 0))..)
                    .take_while(|(part, span)| {
                        *part == place.part && span.start <= place.span.start
                    })
                    .any(|(_, span)| span.overlaps(place.span)))
    });
    found
}
