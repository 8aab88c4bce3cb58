//! Whose words a pronoun's are: "Ella dice que C" is said by the woman who was named last, never by who tells it, and by
//! nobody of whom it is not clear.

use super::node::Case;
use crate::fold::Gender;
use crate::possessors;
use crate::turns;
use model::{Block, BlockKind, Claim, EntityKind, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How far back, in bytes, a pronoun may look for who is meant.
const REACH: usize = 700;
/// How far before a name the noun for who bears it may begin, in bytes.
const NOUN: usize = 60;

/// Pronouns of one person as a subject.
const SUBJECTS: [&str; 6] = ["he", "she", "él", "ella", "он", "она"];

/// Who people are, and where sentences end: what a pronoun is read by.
pub(super) struct People<'c, 'a> {
    case: &'c Case<'a>,
    /// The entity of each node.
    roots: &'c [usize],
    /// Whether the people of an entity are men or women.
    genders: BTreeMap<usize, Gender>,
    /// The sentences of each part of each document, in text order.
    sentences: BTreeMap<(usize, usize), Vec<Span>>,
    /// Those who write "I" in a part of a document.
    writers: BTreeSet<(usize, usize, usize)>,
}

impl<'c, 'a> People<'c, 'a> {
    pub(super) fn new(case: &'c Case<'a>, roots: &'c [usize]) -> Self {
        let mut people = Self {
            case,
            roots,
            genders: BTreeMap::new(),
            sentences: BTreeMap::new(),
            writers: BTreeSet::new(),
        };
        for (node, it) in case.nodes.iter().enumerate() {
            if it.kind != EntityKind::Person {
                continue;
            }
            let own = match people.by_noun(node) {
                Gender::Open => Gender::of_name(&it.name),
                known => known,
            };
            let held = people.genders.entry(roots[node]).or_insert(own);
            if *held == Gender::Open {
                *held = own;
            } else if !held.fits(own) {
                // Two people may have been taken for one: the name does not tell.
                *held = Gender::Open;
            }
        }
        people.alone();
        for (document, facts) in case.facts.iter().enumerate() {
            for claim in &facts.claims {
                let key = (document, claim.part);
                people
                    .sentences
                    .entry(key)
                    .or_default()
                    .push(claim.sentence);
                people.write(document, claim);
            }
        }
        for sentences in people.sentences.values_mut() {
            sentences.sort();
            sentences.dedup();
        }
        people
    }

    /// Whoever goes by one name alone is called by a given name; what nobody's full name holds.
    fn alone(&mut self) {
        let mut longest: BTreeMap<usize, &[String]> = BTreeMap::new();
        for (node, it) in self.case.nodes.iter().enumerate() {
            if it.kind == EntityKind::Person {
                let held = longest.entry(self.roots[node]).or_insert(&it.name);
                if it.name.len() > held.len() {
                    *held = &it.name;
                }
            }
        }
        for (root, name) in longest {
            let open = self.genders.get(&root) == Some(&Gender::Open);
            if let ([only], true) = (name, open) {
                self.genders.insert(root, Gender::of_only(only));
            }
        }
    }

    /// What the noun before a name tells of its bearer; not that of whom the name only belongs to: «брат Дины».
    fn by_noun(&self, node: usize) -> Gender {
        let node = &self.case.nodes[node];
        let (Some(document), Some(place)) = (node.document, node.place.as_ref()) else {
            return Gender::Open;
        };
        let Some(text) = self.part(document, place.part) else {
            return Gender::Open;
        };
        let before = text.get(..place.span.start).unwrap_or_default();
        let from = before.ceil_char_boundary(before.len().saturating_sub(NOUN));
        let before = &before[from..];
        if possessors::is_possessor(before, &node.text, "") {
            return Gender::Open;
        }
        // A title may be part of the name: "Don Chema".
        let title = node.text.split_once(' ').map_or("", |(first, _)| first);
        match Gender::of_noun(&format!(" {title} ")) {
            Gender::Open => Gender::of_noun(before),
            known => known,
        }
    }

    /// Keeps who writes "I" outside turns and quotations: "My name is X", "I, X, state".
    fn write(&mut self, document: usize, claim: &Claim) {
        let Some(text) = self.part(document, claim.part) else {
            return;
        };
        if self
            .turn(document, claim.part, claim.sentence.start)
            .is_some()
        {
            return;
        }
        let own = |node: &usize| {
            let span = self.case.nodes[*node].place.as_ref().map(|it| it.span);
            span.is_some_and(|span| turns::gives_name(text, claim.sentence, span))
        };
        let named = self.within(document, claim.part, claim.sentence);
        let roots: Vec<usize> = named
            .into_iter()
            .filter(own)
            .map(|it| self.roots[it])
            .collect();
        self.writers
            .extend(roots.into_iter().map(|root| (document, claim.part, root)));
    }

    fn part(&self, document: usize, part: usize) -> Option<&'a str> {
        let document = self.case.documents[document]?;
        document.parts.get(part).map(|part| part.text.as_str())
    }

    /// The people named in a stretch.
    fn within(&self, document: usize, part: usize, stretch: Span) -> Vec<usize> {
        let mut nodes = self.case.overlapping(document, part, stretch);
        nodes.retain(|node| self.case.nodes[*node].kind == EntityKind::Person);
        nodes
    }

    /// Who is meant by a pronoun of one person at `span`; `last` is who was on record last, and where. Who was meant by "he" once
    /// is no "she" later.
    pub(super) fn meant(
        &mut self,
        document: usize,
        claim: &Claim,
        (span, pronoun): (Span, &str),
        last: Option<(usize, usize)>,
    ) -> Option<usize> {
        let node = self.find(document, claim, (span, pronoun), last)?;
        let held = self.genders.entry(self.roots[node]).or_insert(Gender::Open);
        if *held == Gender::Open && claim.chain.len() < 2 {
            *held = Gender::of_pronoun(pronoun);
        }
        Some(node)
    }

    fn find(
        &self,
        document: usize,
        claim: &Claim,
        (span, pronoun): (Span, &str),
        last: Option<(usize, usize)>,
    ) -> Option<usize> {
        let part = claim.part;
        let gender = Gender::of_pronoun(pronoun);
        let mut speaking = self.speaking(document, part, span.start);
        if let Some(text) = self.part(document, part)
            && tells_me(text, claim)
        {
            let tellers = claim.chain.iter();
            let tellers = tellers.flat_map(|said| self.within(document, part, *said));
            speaking.extend(tellers.map(|node| self.roots[node]));
        }
        let fits = |node: &usize| {
            let root = self.roots[*node];
            let own = self.genders.get(&root).copied().unwrap_or(Gender::Open);
            gender.fits(own)
                && !speaking.contains(&root)
                && !self.writers.contains(&(document, part, root))
        };
        let near = last
            .filter(|(node, end)| *end <= span.start && span.start - end <= REACH && fits(node));
        let sure = |node: &usize| self.genders.get(&self.roots[*node]) == Some(&gender);
        let mut sentences = self.before(document, part, span.start);
        // In its own sentence whoever else is named is meant, if he alone can be.
        let here = Span::new(claim.sentence.start.min(span.start), span.start);
        let named = self.distinct(document, part, here, &fits);
        if let [only] = named[..] {
            return Some(only);
        }
        sentences.retain(|sentence| sentence.end <= here.start);
        let reach = if speaking.is_empty() {
            REACH / 2
        } else {
            REACH
        };
        for stretch in sentences.into_iter().rev() {
            if span.start - stretch.end > reach && near.is_none() {
                break;
            }
            if let Some((node, _)) = near.filter(|(_, end)| *end > stretch.start) {
                return Some(node);
            }
            let named = self.distinct(document, part, stretch, &fits);
            let sure: Vec<usize> = named.iter().copied().filter(sure).collect();
            match (&named[..], &sure[..]) {
                ([], _) => {}
                ([only], _) | (_, [only]) => {
                    return self.goes_over(document, part, (stretch, *only), near);
                }
                _ => {
                    return near
                        .map(|(node, _)| node)
                        .filter(|it| self.is_among(*it, &named));
                }
            }
        }
        // No claim is made in some sentences: "X said nothing".
        let all = Span::new(span.start.saturating_sub(REACH / 2), span.start);
        let named = self.distinct(document, part, all, &fits);
        let only = (named.len() == 1).then(|| named[0]);
        near.map(|(node, _)| node).or(only)
    }

    /// Whom a sentence names after somebody else was on record: he is meant where the sentence begins with him, or nobody else
    /// can be.
    fn goes_over(
        &self,
        document: usize,
        part: usize,
        (stretch, only): (Span, usize),
        near: Option<(usize, usize)>,
    ) -> Option<usize> {
        let Some((held, _)) = near else {
            return Some(only);
        };
        if self.roots[held] == self.roots[only] {
            return Some(only);
        }
        let text = self.part(document, part)?;
        let start = self.case.nodes[only].place.as_ref()?.span.start;
        let lead = Span::new(stretch.start, start.max(stretch.start)).of(text)?;
        // "She lived with X": who was on record is still spoken of.
        let first = lead.split_whitespace().next().map(str::to_lowercase);
        if first.is_some_and(|word| SUBJECTS.contains(&&*word)) {
            return Some(held);
        }
        (lead.split_whitespace().count() < 3).then_some(only)
    }

    fn is_among(&self, node: usize, named: &[usize]) -> bool {
        named.iter().any(|it| self.roots[*it] == self.roots[node])
    }

    /// One node for each of the people in a stretch that fit.
    fn distinct(
        &self,
        document: usize,
        part: usize,
        stretch: Span,
        fits: &dyn Fn(&usize) -> bool,
    ) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut nodes = self.within(document, part, stretch);
        nodes.retain(|node| fits(node) && seen.insert(self.roots[*node]));
        nodes
    }

    /// The sentences that end before `at`, the last of them nearest.
    fn before(&self, document: usize, part: usize, at: usize) -> Vec<Span> {
        let Some(all) = self.sentences.get(&(document, part)) else {
            return Vec::new();
        };
        let to = all.partition_point(|sentence| sentence.start < at);
        let from = all.partition_point(|sentence| sentence.start + 2 * REACH < at);
        all.get(from..to).unwrap_or_default().to_vec()
    }

    fn blocks(&self, document: usize, part: usize) -> &'a [Block] {
        self.case.documents[document]
            .and_then(|document| document.parts.get(part))
            .map_or(&[][..], |part| &part.blocks[..])
    }

    /// The label of the turn at `at`.
    fn turn(&self, document: usize, part: usize, at: usize) -> Option<Span> {
        let blocks = self.blocks(document, part);
        let block = blocks.iter().rfind(|block| block.span.start <= at)?;
        label(block).filter(|_| block.span.end > at)
    }

    /// Whether a claim is made in somebody's turn.
    pub(super) fn is_turn(&self, document: usize, claim: &Claim) -> bool {
        self.turn(document, claim.part, claim.sentence.start)
            .is_some()
    }

    /// Who speaks in the turn at `at` and whom he answers: neither is "he" or "she" there.
    fn speaking(&self, document: usize, part: usize, at: usize) -> BTreeSet<usize> {
        let Some(own) = self.turn(document, part, at) else {
            return BTreeSet::new();
        };
        let text = self.part(document, part).unwrap_or_default();
        let earlier = self
            .blocks(document, part)
            .iter()
            .filter(|block| block.span.end <= own.start)
            .filter_map(label)
            .rfind(|other| other.of(text) != own.of(text));
        std::iter::once(own)
            .chain(earlier)
            .filter_map(|span| self.case.speaker(document, part, span))
            .map(|node| self.roots[node])
            .collect()
    }
}

/// Whether a claim inside another's words is told to the one who tells it: "He told me that C," X said. X is not he.
fn tells_me(text: &str, claim: &Claim) -> bool {
    const ME: [&str; 6] = ["me", "us", "мне", "нам", "nos", "mí"];
    let source = claim.source.span().map(|span| span.end);
    let cue = claim.cue.map(|cue| cue.end);
    let (Some(from), Some(to)) = (source, cue) else {
        return false;
    };
    let is_me = |word: &str| ME.contains(&word.trim_matches(',').to_lowercase().as_str());
    let inside = text.get(from.min(to)..to).unwrap_or_default();
    let behind = text.get(to..).unwrap_or_default();
    inside.split_whitespace().any(is_me) || behind.split_whitespace().next().is_some_and(is_me)
}

/// The label of a turn.
fn label(block: &Block) -> Option<Span> {
    match block.kind {
        BlockKind::Turn { speaker, .. } => speaker,
        _ => None,
    }
}
