//! The mask: finds every form of every protected name in any text and puts a pseudonym there.

use super::born;
use super::codes::Codes;
use super::fold::{ENDINGS, fold, is_cyrillic, skeletons, words};
use super::forms::{Entry, Index, shared};
use super::words::{JOINTS, NEVER, WORDS_TOO};
use super::{Hidden, Unmasking};
use crate::casefile::Study;
use aho_corasick::AhoCorasick;
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
    index: Index,
    inside: Option<AhoCorasick>,
    codes: Codes,
    places: BTreeMap<(DocumentId, usize), Vec<(Span, usize)>>,
}

/// A word of the text that may belong to a protected name.
struct Hit {
    range: Range<usize>,
    owners: BTreeSet<usize>,
    shared: bool,
    brief: bool,
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
        let inside: Vec<&String> = mask.index.inside.keys().collect();
        if !inside.is_empty() {
            mask.inside = AhoCorasick::new(inside).ok();
        }
        mask.codes = Codes::new(mask.read_codes(study).into_iter());
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

    /// Whether all that is shown of a protected entity's name is that it is withheld: it may be that of several.
    pub fn withholds(&self, entity: &Entity) -> bool {
        self.number.contains_key(&entity.id) && self.text(&entity.name) == WITHHELD
    }

    /// Names and mentions of protected people, into the index and the list of places.
    fn read_names(&mut self, study: &Study) {
        let open = |entity: &&Entity| !entity.is_protected() && entity.kind == EntityKind::Person;
        let people = study.resolution.entities.iter().filter(open);
        let shared = shared(people.flat_map(|entity| {
            std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
        }));
        for entity in study
            .resolution
            .entities
            .iter()
            .filter(|e| e.is_protected())
        {
            if entity.kind == EntityKind::Person {
                let owner = self.number[&entity.id];
                for form in std::iter::once(&entity.name).chain(&entity.aliases) {
                    self.index.add(owner, form, &shared);
                }
            }
        }
        for mention in study.facts.iter().flat_map(|facts| &facts.mentions) {
            let owner = study.resolution.of_mention.get(&mention.id);
            let Some(&owner) = owner.and_then(|entity| self.number.get(entity)) else {
                continue;
            };
            if mention.kind == MentionKind::Person {
                self.index.add(owner, &mention.text, &shared);
            }
            if mention.kind != MentionKind::Role {
                let at = (mention.place.document.clone(), mention.place.part);
                self.places
                    .entry(at)
                    .or_default()
                    .push((mention.place.span, owner));
            }
        }
    }

    /// Numbers and addresses of protected people, and of what is linked to them as used by them.
    fn read_codes(&self, study: &Study) -> Vec<(String, bool, usize)> {
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
                    .map(|form| (form.clone(), is_phone(form), owner)),
            );
        }
        for (party, entity) in &study.resolution.of_party {
            if let Some(&owner) = owner_of.get(entity) {
                codes.push((party.clone(), is_phone(party), owner));
            }
        }
        // A row may name the handset and SIM of either end.
        let records = Records::of(&study.contacts);
        let bearers = records.bearers();
        for contact in &study.contacts {
            let bearer = match bearers.get(&contact.id) {
                Some(End::To) => &contact.to,
                _ => &contact.from,
            };
            let entity = study.resolution.of_party.get(bearer.key());
            if let Some(&owner) = entity.and_then(|entity| owner_of.get(entity)) {
                let handset = contact.imei.iter().chain(&contact.imsi);
                codes.extend(handset.map(|code| (code.clone(), false, owner)));
            }
        }
        for mention in study.facts.iter().flat_map(|facts| &facts.mentions) {
            let coded = matches!(
                mention.kind,
                MentionKind::Phone | MentionKind::Document | MentionKind::Address
            );
            let entity = study.resolution.of_mention.get(&mention.id);
            if let (true, Some(&owner)) = (coded, entity.and_then(|entity| owner_of.get(entity))) {
                let forms = std::iter::once(&mention.text).chain(&mention.value);
                let phone = mention.kind == MentionKind::Phone;
                codes.extend(forms.map(|form| (form.clone(), phone, owner)));
            }
        }
        codes.extend(
            born::dates(self, study)
                .into_iter()
                .map(|(date, owner)| (date, false, owner)),
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
        let mut cuts = self.names(text);
        for (range, owner) in known {
            if text.get(range.clone()).is_some() {
                let label = self.hidden[*owner].label.clone();
                cuts.push(Cut {
                    range: range.clone(),
                    label,
                });
            }
        }
        for (range, owner) in self.codes.find(text) {
            cuts.push(Cut {
                range,
                label: self.hidden[owner].code(),
            });
        }
        merge(cuts)
    }

    /// Runs of words that make up protected names.
    fn names(&self, text: &str) -> Vec<Cut> {
        let mut cuts = Vec::new();
        let mut run: Option<Hit> = None;
        for range in words(text) {
            let Some(hit) = self.look_up(text, range) else {
                continue;
            };
            run = Some(match run.take() {
                Some(mut run) if continues(text, &run, &hit) => {
                    run.owners.retain(|owner| hit.owners.contains(owner));
                    run.range.end = hit.range.end;
                    run.shared &= hit.shared;
                    run.brief = false;
                    run
                }
                Some(run) => {
                    cuts.extend(self.close(text, run));
                    hit
                }
                None => hit,
            });
        }
        cuts.extend(run.and_then(|run| self.close(text, run)));
        cuts
    }

    /// A finished run as a cut, with the initials around it.
    fn close(&self, text: &str, run: Hit) -> Option<Cut> {
        if run.brief {
            return None;
        }
        let label = match (run.owners.first(), run.owners.len(), run.shared) {
            (Some(&owner), 1, false) => self.hidden[owner].label.clone(),
            _ => WITHHELD.to_owned(),
        };
        let mut range = run.range;
        while let Some(start) = initial_before(text, range.start) {
            range.start = start;
        }
        let letters: BTreeSet<char> = run
            .owners
            .iter()
            .filter_map(|owner| self.index.initials.get(owner))
            .flatten()
            .copied()
            .collect();
        while let Some(end) = initial_after(text, range.end, &letters) {
            range.end = end;
        }
        Some(Cut { range, label })
    }

    /// Whether the word at `range` may belong to a protected name.
    fn look_up(&self, text: &str, range: Range<usize>) -> Option<Hit> {
        let word = &text[range.clone()];
        let folded = fold(word);
        let capital = word.chars().any(char::is_uppercase);
        if NEVER.binary_search(&folded.as_str()).is_ok() {
            return None;
        }
        let hit = |entry: &Entry, brief: bool| Hit {
            range: range.clone(),
            owners: entry.owners.clone(),
            shared: entry.shared,
            brief,
        };
        if let Some(entry) = self.index.words.get(&folded) {
            return (capital || !entry.capital).then(|| hit(entry, false));
        }
        if let Some(entry) = self.index.brief.get(&folded) {
            return capital.then(|| hit(entry, true));
        }
        if !capital && WORDS_TOO.contains(&folded.as_str()) {
            return None;
        }
        let found = self.spelled(&folded).or_else(|| self.within(&folded))?;
        (capital || !found.capital).then(|| hit(found, false))
    }

    /// The word in another spelling, script or case of its declension.
    fn spelled(&self, folded: &str) -> Option<&Entry> {
        if folded.len() < 3 {
            return None;
        }
        for bones in skeletons(folded) {
            if let Some(entry) = self.index.bones.get(&bones) {
                return Some(entry);
            }
        }
        if !is_cyrillic(folded) {
            return None;
        }
        let stems = ENDINGS
            .iter()
            .filter_map(|ending| folded.strip_suffix(ending));
        stems
            .chain(std::iter::once(folded))
            .flat_map(skeletons)
            .find_map(|bones| self.index.stems.get(&bones))
    }

    /// A long name inside the word.
    fn within(&self, folded: &str) -> Option<&Entry> {
        let hit = self.inside.as_ref()?.find(folded)?;
        self.index.inside.get(&folded[hit.range()])
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

/// Whether `next` goes on with the name that `run` began.
fn continues(text: &str, run: &Hit, next: &Hit) -> bool {
    let between = &text[run.range.end..next.range.start];
    let gap = |letter: char| letter.is_whitespace() || "-_'’.\u{a0}".contains(letter);
    let joined = between.chars().count() <= 12
        && between
            .split(gap)
            .filter(|piece| !piece.is_empty())
            .all(|piece| JOINTS.contains(&piece.to_lowercase().as_str()));
    joined && run.owners.intersection(&next.owners).next().is_some()
}

/// Where an initial ("Y. ") begins that stands right before `at`.
fn initial_before(text: &str, at: usize) -> Option<usize> {
    let before = text[..at]
        .trim_end_matches([' ', '\u{a0}'])
        .strip_suffix('.')?;
    let (start, letter) = before.char_indices().next_back()?;
    let alone = !before[..start]
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    (letter.is_uppercase() && alone).then_some(start)
}

/// Where an initial (" Y.") ends that stands right after `at` and is one of `letters`.
fn initial_after(text: &str, at: usize, letters: &BTreeSet<char>) -> Option<usize> {
    let rest = &text[at..];
    let after = rest.trim_start_matches([' ', '\u{a0}']);
    let letter = after
        .chars()
        .next()
        .filter(|letter| letter.is_uppercase())?;
    let end = text.len() - after.len() + letter.len_utf8();
    let known = skeletons(&fold(&letter.to_string())).iter().any(|bones| {
        bones
            .chars()
            .next()
            .is_some_and(|first| letters.contains(&first))
    });
    (known && text[end..].starts_with('.')).then_some(end + 1)
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
    }
}
