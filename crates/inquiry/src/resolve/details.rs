//! Papers, handles, mailboxes and homes in a text of harm that no source gives to an office or to somebody with a told part:
//! they lead to one of those who suffered it. And numbers that a text gives out as those of an office, which lead to nobody.

use super::node::Case;
use super::roles::{Index, ties};
use crate::private::{self, Whose};
use crate::turns;
use crate::weighed;
use model::{
    BlockKind, Document, Entity, EntityKind, Facts, Layer, Mention, MentionKind, Place, Protection,
    Role,
};
use std::collections::BTreeSet;

/// Protects what is private in texts of harm, and shows numbers of offices. Runs when it is settled which people are protected.
pub(super) fn protect(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    reasons: &mut [BTreeSet<Protection>],
) {
    let talkers = talkers(case, index);
    let open = |at: usize| match entities[at].kind {
        EntityKind::Person => {
            reasons[at].is_empty() && (!talkers.contains(&at) || has_part(&entities[at]))
        }
        EntityKind::Organisation => true,
        _ => false,
    };
    let uses = ties(case, Layer::Uses, index).into_iter();
    let pairs: Vec<(usize, usize)> = uses
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .collect();
    let used = |wanted: bool| -> BTreeSet<usize> {
        let of = pairs.iter().filter(|(who, _)| open(*who) == wanted);
        of.map(|(_, what)| *what).collect()
    };
    let (told, theirs) = (used(true), used(false));
    let mut private: BTreeSet<usize> = BTreeSet::new();
    let (mut offices, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let protected = |mention: &Mention| {
            let at = index.entity(&mention.id);
            let bears = matches!(mention.kind, MentionKind::Person | MentionKind::Role);
            bears && at.is_some_and(|at| !reasons[at].is_empty())
        };
        let harm = facts.mentions.iter().any(protected)
            || (document.parts.iter())
                .any(|part| weighed::tells_harm(&part.text, document.language));
        for thing in things(document, facts) {
            let Some(at) = index.entity(&thing.mention.id) else {
                continue;
            };
            if thing.mention.kind == MentionKind::Phone {
                let of = if thing.is_offices() {
                    &mut offices
                } else {
                    &mut others
                };
                of.insert(at);
            } else if harm && !told.contains(&at) && thing.is_private(&open, index) {
                private.insert(at);
            }
        }
    }
    for at in private {
        if reasons[at].is_empty() {
            reasons[at].insert(Protection::RoleNotTold);
        }
    }
    // Nothing but that it stands in a text of harm protects a number that is everywhere an office's.
    for &at in offices.difference(&others) {
        if !theirs.contains(&at) {
            reasons[at].remove(&Protection::RoleNotTold);
        }
    }
}

/// Whoever speaks under a label in some text: that he is not masked does not say that he has a part.
fn talkers(case: &Case<'_>, index: &Index<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let parts = document.iter().flat_map(|it| it.parts.iter().enumerate());
        let labels: BTreeSet<(usize, usize)> = parts
            .flat_map(|(number, part)| turns::speakers(part).map(move |span| (number, span.start)))
            .collect();
        let heads = facts.mentions.iter();
        let heads = heads.filter(|it| labels.contains(&(it.place.part, it.place.span.start)));
        found.extend(heads.filter_map(|it| index.entity(&it.id)));
    }
    found
}

/// Whether somebody is told to hold an office or to run the network.
fn has_part(entity: &Entity) -> bool {
    let mut roles = entity.roles.iter().map(|held| held.role);
    roles
        .any(|role| role.runs() || matches!(role, Role::Official | Role::Lawyer | Role::Journalist))
}

/// A thing in running text.
struct Thing<'a> {
    mention: &'a Mention,
    /// What stands before it and behind it in its part.
    around: (&'a str, &'a str),
    /// The person or organisation that is named last before it.
    named: Option<&'a Mention>,
}

/// The numbers, papers and addresses of a document's running text; rows of tables are read by what their columns say.
fn things<'a>(document: &'a Document, facts: &'a Facts) -> Vec<Thing<'a>> {
    let mut found = Vec::new();
    let mut named: Option<&Mention> = None;
    for mention in &facts.mentions {
        if matches!(
            mention.kind,
            MentionKind::Person | MentionKind::Organisation
        ) {
            named = Some(mention);
        }
        let thing = matches!(
            mention.kind,
            MentionKind::Phone | MentionKind::Document | MentionKind::Address
        );
        let place = &mention.place;
        let text = document.parts.get(place.part).map(|part| &part.text);
        let around = text.and_then(|text| {
            let before = text.get(..place.span.start)?;
            Some((before, text.get(place.span.end..)?))
        });
        if let (Some(around), true) = (around, thing && !is_row(document, place)) {
            let named = named.filter(|it| it.place.part == place.part);
            found.push(Thing {
                mention,
                around,
                named,
            });
        }
    }
    found
}

/// Whether a place is in a row of a table.
fn is_row(document: &Document, place: &Place) -> bool {
    let blocks = document.parts.get(place.part).map(|part| &part.blocks);
    let mut blocks = blocks.into_iter().flatten();
    blocks
        .any(|block| matches!(block.kind, BlockKind::Row { .. }) && block.span.overlaps(place.span))
}

impl Thing<'_> {
    /// Whether an office gives it out.
    fn is_offices(&self) -> bool {
        let (before, behind) = self.around;
        match private::whose(before) {
            Whose::Office => true,
            Whose::Own => false,
            Whose::Untold => private::is_offices(behind),
        }
    }

    /// Whether it leads to somebody who may have suffered; `open` says who is not protected.
    fn is_private(&self, open: &dyn Fn(usize) -> bool, index: &Index<'_>) -> bool {
        let (before, _) = self.around;
        let words = self.mention.text.as_str();
        if self.mention.kind == MentionKind::Document {
            return private::is_paper(before);
        }
        let whose = private::whose(before);
        if self.is_offices() || whose != Whose::Own && self.is_named_open(open, index) {
            return false;
        }
        if words.contains("//") || words.to_lowercase().starts_with("www.") {
            false
        } else if words.contains(' ') {
            whose == Whose::Own || private::is_home(words)
        } else {
            !private::is_public_mailbox(words)
        }
    }

    /// Whether the last name before it, in its sentence, is that of an organisation or of somebody with a told part.
    fn is_named_open(&self, open: &dyn Fn(usize) -> bool, index: &Index<'_>) -> bool {
        self.named.is_some_and(|named| {
            let (before, _) = self.around;
            let gap = before.get(named.place.span.end..).unwrap_or_default();
            let near = gap.chars().count() <= NEAR && !gap.contains(['.', '!', '?', '\n']);
            near && index.entity(&named.id).is_some_and(open)
        })
    }
}

/// How far behind a name what is its bearer's may stand, in characters.
const NEAR: usize = 60;
