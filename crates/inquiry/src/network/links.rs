//! One link for each layer and pair of entities, with every claim and contact under it.

use model::{
    Certainty, Claim, ClaimId, Contact, ContactKind, Document, DocumentId, EntityId, EntityKind,
    Facts, Interval, Layer, Link, LinkId, MentionId, Polarity, Resolution,
};
use std::collections::{BTreeMap, BTreeSet};

type Key = (Layer, EntityId, EntityId);

/// What is gathered for one link before it is finished.
#[derive(Default)]
struct Draft {
    certainty: Option<Certainty>,
    denied: bool,
    claims: BTreeSet<ClaimId>,
    ties: u64,
    contacts: Vec<(Option<String>, model::ContactId)>,
    count: u64,
    places: BTreeSet<model::Place>,
    times: BTreeSet<String>,
}

/// All links, sorted by layer, then by the two ends.
pub(super) fn links(
    facts: &[Facts],
    documents: &[Document],
    contacts: &[Contact],
    resolution: &Resolution,
) -> Vec<Link> {
    let mut drafts: BTreeMap<Key, Draft> = BTreeMap::new();
    let published: BTreeMap<&DocumentId, String> = documents
        .iter()
        .filter_map(|document| Some((&document.id, document.date?.to_string())))
        .collect();
    for one in facts {
        from_ties(one, &published, resolution, &mut drafts);
        named_together(one, resolution, &mut drafts);
    }
    from_contacts(contacts, resolution, &mut drafts);
    drafts
        .into_iter()
        .filter(|((layer, ..), draft)| *layer == Layer::NamedTogether || !draft.only_denied())
        .map(|(key, draft)| finish(key, draft))
        .collect()
}

impl Draft {
    /// Whether all who speak of it deny it, and no contact shows it: then there is no link, only the denials.
    fn only_denied(&self) -> bool {
        self.denied && self.certainty.is_none() && self.contacts.is_empty()
    }
}

/// The key of a tie; the ends of a layer without direction are put in order. `None` for a tie to itself.
fn key(layer: Layer, from: &EntityId, to: &EntityId) -> Option<Key> {
    if from == to {
        return None;
    }
    let swap = !layer.is_directed() && to < from;
    let (from, to) = if swap { (to, from) } else { (from, to) };
    Some((layer, from.clone(), to.clone()))
}

fn from_ties(
    facts: &Facts,
    published: &BTreeMap<&DocumentId, String>,
    resolution: &Resolution,
    drafts: &mut BTreeMap<Key, Draft>,
) {
    let claims: BTreeMap<&ClaimId, &Claim> = facts.claims.iter().map(|c| (c.id(), c)).collect();
    for tie in &facts.ties {
        let ends = (
            resolution.of_mention.get(&tie.from),
            resolution.of_mention.get(&tie.to),
        );
        let (Some(from), Some(to)) = ends else {
            continue;
        };
        let Some(key) = key(tie.layer, from, to) else {
            continue;
        };
        let draft = drafts.entry(key).or_default();
        let claim = tie.claim.as_ref().and_then(|id| claims.get(id));
        let denied = claim.is_some_and(|claim| claim.polarity == Polarity::Denied);
        // That two are named in one sentence nobody denies.
        draft.denied |= denied && tie.layer != Layer::NamedTogether;
        if !denied {
            // A denial makes nothing surer, and no link by itself.
            draft.certainty = Some(
                draft
                    .certainty
                    .map_or(tie.certainty, |held| held.min(tie.certainty)),
            );
        }
        draft.claims.extend(tie.claim.clone());
        draft.ties += 1;
        draft.places.insert(tie.place.clone());
        let time = claim
            .and_then(|claim| claim.time.as_ref())
            .map(|time| time.value.to_string());
        // Without a time of its own a tie is known as of the day of publication at the latest.
        if let Some(time) = time.or_else(|| published.get(&facts.document).cloned()) {
            draft.times.insert(time);
        }
    }
}

/// Persons and organisations named in one sentence of a claim; sentences with many names (lists) tie nobody.
fn named_together(facts: &Facts, resolution: &Resolution, drafts: &mut BTreeMap<Key, Draft>) {
    const CROWD: usize = 6;
    let kinds: BTreeMap<&EntityId, EntityKind> = resolution
        .entities
        .iter()
        .map(|e| (&e.id, e.kind))
        .collect();
    let mut sentences: BTreeMap<(usize, model::Span), Vec<ClaimId>> = BTreeMap::new();
    for claim in &facts.claims {
        sentences
            .entry((claim.part, claim.sentence))
            .or_default()
            .push(claim.id().clone());
    }
    let mut mentions: Vec<(usize, model::Span, &MentionId)> = facts
        .mentions
        .iter()
        .map(|mention| (mention.place.part, mention.place.span, &mention.id))
        .collect();
    mentions.sort();
    for ((part, sentence), claims) in sentences {
        let from = mentions.partition_point(|(p, s, _)| (*p, s.start) < (part, sentence.start));
        let named: BTreeSet<&EntityId> = mentions
            .iter()
            .skip(from)
            .take_while(|(p, s, _)| *p == part && s.start < sentence.end)
            .filter_map(|(_, _, id)| resolution.of_mention.get(*id))
            .filter(|id| {
                matches!(
                    kinds.get(id),
                    Some(EntityKind::Person | EntityKind::Organisation)
                )
            })
            .collect();
        if named.len() > CROWD {
            continue;
        }
        let named: Vec<&EntityId> = named.into_iter().collect();
        for (at, from) in named.iter().enumerate() {
            for to in &named[at + 1..] {
                let Some(key) = key(Layer::NamedTogether, from, to) else {
                    continue;
                };
                let draft = drafts.entry(key).or_default();
                draft.ties += 1;
                draft.claims.extend(claims.iter().cloned());
                draft.places.insert(model::Place {
                    document: facts.document.clone(),
                    part,
                    span: sentence,
                });
            }
        }
    }
}

fn from_contacts(contacts: &[Contact], resolution: &Resolution, drafts: &mut BTreeMap<Key, Draft>) {
    for contact in contacts {
        let layer = match contact.kind {
            ContactKind::Call => Layer::Called,
            ContactKind::Message => Layer::Messaged,
            ContactKind::Meeting => Layer::Met,
            // A data session ties nobody to anybody.
            ContactKind::Other => continue,
        };
        let ends = (
            resolution.of_party.get(contact.from.key()),
            resolution.of_party.get(contact.to.key()),
        );
        let (Some(from), Some(to)) = ends else {
            continue;
        };
        let Some(key) = key(layer, from, to) else {
            continue;
        };
        let draft = drafts.entry(key).or_default();
        draft
            .contacts
            .push((contact.start.clone(), contact.id.clone()));
        draft.count = draft.count.saturating_add(contact.count);
        draft.times.extend(contact.start.clone());
    }
}

fn finish((layer, from, to): Key, mut draft: Draft) -> Link {
    draft.contacts.sort();
    draft.contacts.dedup();
    let shown = !draft.contacts.is_empty();
    let certainty = draft.certainty;
    let claims: Vec<ClaimId> = draft.claims.into_iter().collect();
    let weight = if shown {
        draft.count
    } else if claims.is_empty() {
        draft.ties
    } else {
        claims.len() as u64
    };
    Link {
        id: LinkId::derive(&[layer.as_str(), from.as_str(), to.as_str()]),
        interval: Interval {
            first: draft.times.first().cloned(),
            last: draft.times.last().cloned(),
        },
        weight,
        alleged_only: !shown && certainty.is_some_and(|surest| surest >= Certainty::Alleged),
        certainty,
        denied: draft.denied,
        claims,
        contacts: draft.contacts.into_iter().map(|(_, id)| id).collect(),
        places: draft.places.into_iter().collect(),
        from,
        to,
        layer,
    }
}
