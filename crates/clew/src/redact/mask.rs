//! The mask: finds every form of every protected name in any text and puts a pseudonym there.

use super::born;
use super::codes::{Codes, Sort};
use super::initials::Initials;
use super::names::{Finder, Person};
use super::schools::Schools;
use super::{Hidden, Unmasking};
use crate::casefile::Study;
use inquiry::network::calls::{End, Records};
use model::{DocumentId, Entity, EntityId, EntityKind, Layer, MentionKind, Protection, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What stands for a word that leads to several people, or that an unprotected person carries too.
pub(super) const WITHHELD: &str = "[name withheld]";

/// A stretch of text that must not be shown.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What is shown instead.
    pub label: String,
}

/// Replaces every form of every protected entity's name, numbers and addresses by a pseudonym.
///
/// Pseudonyms are numbered in the order of identifiers, which says nothing about names.
#[derive(Clone, Debug, Default)]
pub struct Mask {
    /// Who sees everything and why; `None` where protected people are masked.
    pub(super) open: Option<Unmasking>,
    pub(super) hidden: Vec<Hidden>,
    pub(super) number: BTreeMap<EntityId, usize>,
    names: Finder,
    initials: Initials,
    codes: Codes,
    schools: Schools,
    places: BTreeMap<(DocumentId, usize), Vec<(Span, usize)>>,
}

impl Mask {
    /// The mask of a case.
    pub fn of(study: &Study) -> Self {
        let mut mask = Self::default();
        for entity in study
            .resolution
            .entities
            .iter()
            .filter(|e| e.is_protected())
        {
            let number = mask.hidden.len();
            mask.number.insert(entity.id.clone(), number);
            mask.hidden.push(Hidden::new(entity, number + 1));
        }
        mask.read_names(study);
        mask.codes = Codes::new(mask.read_codes(study).into_iter());
        mask.schools = Schools::of(&mask, study);
        mask
    }

    /// A mask that hides nothing, for somebody who said why.
    pub fn none(why: &Unmasking) -> Self {
        Self {
            open: Some(why.clone()),
            ..Self::default()
        }
    }

    /// The pseudonym of an entity, if it is protected and masked.
    pub fn pseudonym(&self, entity: &EntityId) -> Option<&str> {
        let number = self.number.get(entity)?;
        Some(&self.hidden[*number].label)
    }

    /// Whether all that is shown of an entity's name is that it is withheld: it may be, or tell, a protected person's.
    pub fn withholds(&self, entity: &Entity) -> bool {
        self.text(&entity.name) == WITHHELD
    }

    /// Everybody's names, and the places of those that must not be seen.
    fn read_names(&mut self, study: &Study) {
        let mut forms: BTreeMap<&EntityId, BTreeSet<&str>> = BTreeMap::new();
        for mention in study.facts.iter().flat_map(|facts| &facts.mentions) {
            let Some(entity) = study.resolution.of_mention.get(&mention.id) else {
                continue;
            };
            if mention.kind == MentionKind::Person {
                forms.entry(entity).or_default().insert(&mention.text);
            }
            if let (Some(&owner), true) =
                (self.number.get(entity), mention.kind != MentionKind::Role)
            {
                let at = (mention.place.document.clone(), mention.place.part);
                self.places
                    .entry(at)
                    .or_default()
                    .push((mention.place.span, owner));
            }
        }
        let (mut hidden, mut open) = (Vec::new(), Vec::new());
        let kin = self.kin(study);
        let people = study.resolution.entities.iter();
        for entity in people.filter(|it| it.kind == EntityKind::Person) {
            let mut all = forms.remove(&entity.id).unwrap_or_default();
            all.insert(&entity.name);
            all.extend(entity.aliases.iter().map(String::as_str));
            let number = self.number.get(&entity.id).copied();
            let runs = entity.roles.iter().any(|held| held.role.runs());
            let one = Person {
                number: number.unwrap_or_default(),
                named: runs && !kin.contains(&entity.id),
                forms: all.into_iter().collect(),
            };
            if let Some(number) = number {
                for form in &one.forms {
                    self.initials.add(number, form);
                }
                hidden.push(one);
            } else {
                open.push(one);
            }
        }
        self.names = Finder::new(&hidden, &open);
    }

    /// Everybody who is said, or denied, to be kin of somebody protected.
    fn kin<'a>(&self, study: &'a Study) -> BTreeSet<&'a EntityId> {
        let links = study.network.links.iter();
        links
            .filter(|link| link.layer == Layer::Kin)
            .flat_map(|link| [(&link.from, &link.to), (&link.to, &link.from)])
            .filter(|(one, _)| self.number.contains_key(*one))
            .map(|(_, other)| other)
            .collect()
    }

    /// Numbers and addresses of protected people, and of what is linked to them as used by them.
    fn read_codes(&self, study: &Study) -> Vec<(String, Sort, usize)> {
        let mut owner_of = self.number.clone();
        for link in study
            .network
            .links
            .iter()
            .filter(|link| link.layer == Layer::Uses)
        {
            for (person, thing) in [(&link.from, &link.to), (&link.to, &link.from)] {
                if let Some(&owner) = self.number.get(person) {
                    owner_of.entry(thing.clone()).or_insert(owner);
                }
            }
        }
        let mut codes = Vec::new();
        for entity in &study.resolution.entities {
            let Some(&owner) = owner_of.get(&entity.id) else {
                continue;
            };
            let mut forms: Vec<&String> = entity.identifiers.iter().collect();
            if !matches!(entity.kind, EntityKind::Person | EntityKind::Group) {
                forms.push(&entity.name);
                forms.extend(&entity.aliases);
            }
            codes.extend(
                forms
                    .into_iter()
                    .map(|form| (form.clone(), sort_of(form), owner)),
            );
        }
        for (party, entity) in &study.resolution.of_party {
            if let Some(&owner) = owner_of.get(entity) {
                codes.push((party.clone(), sort_of(party), owner));
            }
        }
        codes.extend(gear(study, &owner_of));
        for mention in study.facts.iter().flat_map(|facts| &facts.mentions) {
            let coded = matches!(
                mention.kind,
                MentionKind::Phone | MentionKind::Document | MentionKind::Address
            );
            let entity = study.resolution.of_mention.get(&mention.id);
            if let (true, Some(&owner)) = (coded, entity.and_then(|entity| owner_of.get(entity))) {
                let forms = std::iter::once(&mention.text).chain(&mention.value);
                let sort = match mention.kind {
                    MentionKind::Phone => Sort::Phone,
                    _ => Sort::Other,
                };
                codes.extend(forms.map(|form| (form.clone(), sort, owner)));
            }
        }
        codes.extend(
            born::dates(self, study)
                .into_iter()
                .map(|(date, owner)| (date, Sort::Other, owner)),
        );
        codes.sort();
        codes.dedup();
        codes
    }

    /// The text with every protected name replaced.
    pub fn text(&self, text: &str) -> String {
        apply(text, &self.cuts(text, &[]))
    }

    /// Protected names known to stand in these bytes of a part, as ranges from `start` on.
    pub(super) fn known(
        &self,
        document: &DocumentId,
        part: usize,
        start: usize,
        len: usize,
    ) -> Vec<(Range<usize>, usize)> {
        let window = Span::new(start, start + len);
        let all = self.places.get(&(document.clone(), part));
        all.into_iter()
            .flatten()
            .filter(|(span, _)| window.contains(*span))
            .map(|(span, owner)| (span.start - start..span.end - start, *owner))
            .collect()
    }

    /// Everything in the text that must not be shown, in order, not overlapping.
    pub(super) fn cuts(&self, text: &str, known: &[(Range<usize>, usize)]) -> Vec<Cut> {
        if self.open.is_some() || self.hidden.is_empty() {
            return Vec::new();
        }
        let named = self.names.find(text).into_iter();
        let mut cuts: Vec<Cut> = named
            .map(|found| Cut {
                range: found.range,
                label: found.owner.map_or_else(
                    || WITHHELD.to_owned(),
                    |owner| self.hidden[owner].label.clone(),
                ),
            })
            .collect();
        let initials = self.initials.find(text).into_iter();
        cuts.extend(initials.map(|(range, owner)| Cut {
            range,
            label: owner.map_or_else(|| WITHHELD.to_owned(), |it| self.hidden[it].label.clone()),
        }));
        for (range, owner) in known {
            if text.get(range.clone()).is_some() {
                let label = self.hidden[*owner].label.clone();
                cuts.push(Cut {
                    range: range.clone(),
                    label,
                });
            }
        }
        for (range, sort, owner) in self.codes.find(text) {
            cuts.push(Cut {
                range,
                label: self.hidden[owner].code(sort),
            });
        }
        let schools = self.schools.find(text).into_iter();
        cuts.extend(schools.map(|(range, owner)| Cut {
            range,
            label: owner.map_or_else(|| "[school]".to_owned(), |it| self.hidden[it].school()),
        }));
        cuts.extend(self.addresses(text, &cuts));
        merge(cuts)
    }

    /// Mailboxes and handles in which a protected name stands, or of whose words they are put together.
    fn addresses(&self, text: &str, cuts: &[Cut]) -> Vec<Cut> {
        let part = |letter: char| letter.is_alphanumeric() || "._%+-".contains(letter);
        let mut found = Vec::new();
        for (at, _) in text.match_indices('@') {
            let local = text[..at].trim_end_matches(part).len()..at;
            let rest = &text[at + 1..];
            let domain = at + 1..at + 1 + (rest.len() - rest.trim_start_matches(part).len());
            for range in [local, domain] {
                let touched = cuts
                    .iter()
                    .find(|cut| cut.range.start < range.end && range.start < cut.range.end);
                let label = touched.map(|cut| cut.label.clone()).or_else(|| {
                    let owner = self.names.put_together(&text[range.clone()])?;
                    Some(self.hidden[owner].label.clone())
                });
                if let Some(label) = label.filter(|_| !range.is_empty()) {
                    found.push(Cut { range, label });
                }
            }
        }
        found
    }
}

/// Handsets and SIMs in which numbers of protected people were, with whose they are. Where somebody has several they are
/// numbered, in the order of the records, so that they can be told apart.
fn gear(study: &Study, owner_of: &BTreeMap<EntityId, usize>) -> Vec<(String, Sort, usize)> {
    // A row may name the handset and SIM of either end.
    let records = Records::of(&study.contacts);
    let bearers = records.bearers();
    // Each by whether it is a SIM, with whose it is and the first row that names it.
    let mut found: BTreeMap<(bool, &str), (usize, usize)> = BTreeMap::new();
    for (row, contact) in study.contacts.iter().enumerate() {
        let bearer = match bearers.get(&contact.id) {
            Some(End::To) => &contact.to,
            _ => &contact.from,
        };
        let entity = study.resolution.of_party.get(bearer.key());
        let Some(&owner) = entity.and_then(|entity| owner_of.get(entity)) else {
            continue;
        };
        let handset = contact.imei.iter().map(|code| (false, code.as_str()));
        let sim = contact.imsi.iter().map(|code| (true, code.as_str()));
        for one in handset.chain(sim) {
            let held = found.entry(one).or_insert((owner, row));
            held.0 = held.0.min(owner);
        }
    }
    let mut owned: BTreeMap<(bool, usize), Vec<(usize, &str)>> = BTreeMap::new();
    for ((is_sim, code), (owner, row)) in found {
        owned.entry((is_sim, owner)).or_default().push((row, code));
    }
    let mut gear = Vec::new();
    for ((is_sim, owner), mut all) in owned {
        all.sort_unstable();
        let several = all.len() > 1;
        for (at, (_, code)) in all.into_iter().enumerate() {
            let number = if several { at + 1 } else { 0 };
            let sort = if is_sim {
                Sort::Sim(number)
            } else {
                Sort::Handset(number)
            };
            gear.push((code.to_owned(), sort, owner));
        }
    }
    gear
}

/// What an identifier is by how it is written.
fn sort_of(code: &str) -> Sort {
    if is_phone(code) {
        Sort::Phone
    } else {
        Sort::Other
    }
}

/// Whether an identifier is a telephone number: nothing but digits and what stands between them.
fn is_phone(code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5
        && code
            .chars()
            .all(|c| c.is_ascii_digit() || " +-().".contains(c))
}

/// Puts cuts in order; where two overlap, the longer one's label stands over both.
fn merge(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.sort_by_key(|cut| (cut.range.start, std::cmp::Reverse(cut.range.end)));
    let mut merged: Vec<Cut> = Vec::with_capacity(cuts.len());
    for cut in cuts {
        match merged.last_mut() {
            Some(last) if cut.range.start < last.range.end => {
                if last.label == WITHHELD || cut.range.len() > last.range.len() {
                    last.label = cut.label;
                }
                last.range.end = last.range.end.max(cut.range.end);
            }
            _ => merged.push(cut),
        }
    }
    merged
}

/// The text with the cuts replaced.
pub(super) fn apply(text: &str, cuts: &[Cut]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        out.push_str(&text[at..cut.range.start]);
        out.push_str(&cut.label);
        at = cut.range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The gravest reason in words, for a pseudonym.
pub(super) const fn gravest(reason: Protection) -> &'static str {
    match reason {
        Protection::Minor => "minor",
        Protection::Victim => "victim",
        Protection::PossibleVictim => "possible victim",
        Protection::Witness => "witness",
        Protection::Relative => "relative",
        Protection::RoleNotTold => "role not told",
    }
}
