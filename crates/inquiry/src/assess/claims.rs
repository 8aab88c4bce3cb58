//! Claims by what they are about, and which pairs of them are worth holding against each other.

use super::lexicon;
use super::text::{Case, Text};
use crate::fold::{Word, skeleton, stem, words};
use model::{
    Claim, ClaimId, DocumentId, EntityId, Kind, Language, Mention, MentionKind, Origin,
    PartialDate, Place, Polarity, Resolution,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a stretch of text is about, in a form that does not depend on inflection, and where it can be helped not on language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Feature {
    /// A concept of the lexicon.
    Concept(usize),
    /// Consonants of a capitalised word.
    Name(String),
    /// A stem; only to be compared within one language.
    Stem(String),
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Count {
    /// The number.
    pub(super) value: u64,
    /// What is counted: the first word after it that says something.
    pub(super) unit: Option<Feature>,
    /// What is counted by a word before it: "verdicts in eight cases".
    pub(super) of: Option<usize>,
    /// The nearest thing that happens: "detained 17 people".
    pub(super) event: Option<usize>,
    /// From the number to the end of the unit.
    pub(super) span: model::Span,
    /// Whether it counts a share of something said before: "three of them", "eight other men".
    pub(super) share: bool,
}

/// Features and numbers of a run of words.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    pub(super) features: BTreeSet<Feature>,
    pub(super) counts: Vec<Count>,
    pub(super) negations: usize,
    /// Whether somebody is said to have done it himself.
    pub(super) by_self: bool,
    /// An age in years, where the words are about one.
    pub(super) age: Option<u64>,
}

/// Reads a run of words. The first word's capital letter says nothing.
pub(super) fn frame(words: &[Word]) -> Frame {
    let mut frame = Frame::default();
    for (at, word) in words.iter().enumerate() {
        if let Some(value) = lexicon::number(&word.folded) {
            frame.counts.push(count(words, at, value));
            continue;
        }
        frame.negations += usize::from(lexicon::is_negation(&word.folded));
        frame.by_self |= lexicon::is_self(&word.folded);
        frame.features.extend(feature(word, at == 0));
    }
    frame.age = age(words);
    if frame.age.is_some_and(|age| age < 18) {
        frame
            .features
            .extend(lexicon::named("minor").map(Feature::Concept));
    }
    frame
}

/// Words right before a number that make it somebody's age.
const AGED: [&str; 14] = [
    "old",
    "aged",
    "age",
    "edad",
    "tenia",
    "tiene",
    "tengo",
    "cumplio",
    "было",
    "исполнилось",
    "летнии",
    "was",
    "pasaporte",
    "dice",
];

/// An age between ten and ninety-nine: "was eighteen", "tenía diecisiete años", "было восемнадцать".
fn age(words: &[Word]) -> Option<u64> {
    let near = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| AGED.contains(&word.folded.as_str()))
    };
    let years = |at: usize| {
        let word = words.get(at).map(|word| word.folded.as_str());
        matches!(word, Some("year" | "years" | "anos" | "лет" | "года"))
    };
    (0..words.len()).find_map(|at| {
        let value = lexicon::number(&words[at].folded).filter(|value| (10..=99).contains(value))?;
        let before = at.checked_sub(1).is_some_and(near);
        let plain = at + 1 == words.len() || years(at + 1) || words[at + 1].folded == "china";
        let old = words.get(at + 2).is_some_and(|word| word.folded == "old");
        ((before && plain) || (years(at + 1) && old)).then_some(value)
    })
}

/// The event nearest to a word, the one before it where two are as near.
fn event(words: &[Word], at: usize) -> Option<usize> {
    let of = |index: usize| {
        lexicon::concepts(&words[index].folded).find(|concept| lexicon::is_scope(*concept))
    };
    (1..words.len()).find_map(|step| {
        let before = at.checked_sub(step).and_then(of);
        before.or_else(|| (at + step < words.len()).then(|| of(at + step)).flatten())
    })
}

/// The concept before a preposition before a number.
fn counted_before(words: &[Word], at: usize) -> Option<usize> {
    let word = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let joined =
        word(1).is_some_and(|word| matches!(word.folded.as_str(), "in" | "en" | "по" | "в"));
    word(2)
        .filter(|_| joined)
        .and_then(|word| lexicon::concepts(&word.folded).next())
}

/// What one word is about; nothing for stop words, hedges and negations.
fn feature(word: &Word, first: bool) -> Option<Feature> {
    let folded = word.folded.as_str();
    if lexicon::is_stop(folded)
        || lexicon::is_negation(folded)
        || lexicon::is_hedge(folded)
        || folded.len() < 3
    {
        return None;
    }
    if let Some(concept) = lexicon::concepts(folded).next() {
        return Some(Feature::Concept(concept));
    }
    if word.capital && !first {
        return Some(Feature::Name(skeleton(folded)));
    }
    Some(Feature::Stem(stem(folded)))
}

/// A number in its surroundings. "204 тысячи" and "five thousand" are multiplied out.
fn count(words: &[Word], at: usize, value: u64) -> Count {
    let mut next = at + 1;
    let mut value = value;
    if words.get(next).is_some_and(|word| {
        lexicon::number(&word.folded) == Some(1000) && !word.folded.starts_with('1')
    }) {
        value = value.saturating_mul(1000);
        next += 1;
    }
    let is_other = |word: &Word| {
        matches!(
            word.folded.as_str(),
            "other"
                | "others"
                | "more"
                | "another"
                | "otros"
                | "otras"
                | "mas"
                | "других"
                | "другие"
                | "еще"
        )
    };
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let of = words
        .get(next)
        .is_some_and(|word| matches!(word.folded.as_str(), "of" | "de" | "из"))
        && words.get(next + 1).is_some_and(|word| {
            matches!(
                word.folded.as_str(),
                "them" | "ellos" | "ellas" | "них" | "the" | "los" | "las"
            )
        });
    let share = of || before.is_some_and(is_other) || words.get(next).is_some_and(is_other);
    let unit = words[next.min(words.len())..]
        .iter()
        .take(3)
        .find_map(|word| Some((feature(word, true)?, word.span.end)));
    Count {
        value,
        of: counted_before(words, at),
        event: event(words, at),
        span: model::Span::new(
            words[at].span.start,
            unit.as_ref()
                .map_or(words[next - 1].span.end, |(_, end)| *end),
        ),
        unit: unit.map(|(unit, _)| unit),
        share,
    }
}

/// A claim with what is known about it.
pub(super) struct Said<'a> {
    pub(super) claim: &'a Claim,
    pub(super) frame: Frame,
    /// Countries named by the source or before the first event of the content: whose authorities act.
    pub(super) actors: BTreeSet<usize>,
    /// Days that the content names.
    pub(super) days: BTreeSet<PartialDate>,
    /// Who is on record, if it can be told.
    pub(super) source: Option<&'a EntityId>,
    /// How many sources stand between it and the publisher.
    pub(super) depth: usize,
    /// Whose age it gives, if it gives one and it can be told.
    pub(super) aged: Option<&'a EntityId>,
    /// The origin of its document.
    pub(super) origin: Option<usize>,
    pub(super) date: Option<PartialDate>,
    pub(super) language: Language,
    /// Weight of all its features, and of those that hold across languages.
    weight: (f64, f64),
}

/// All claims that state something, by date, document and place.
pub(super) struct Claims<'a> {
    pub(super) all: Vec<Said<'a>>,
    weights: BTreeMap<Feature, f64>,
}

/// Two claims, earlier first, with how much of what they are about they share.
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    /// Dice coefficient over the weighted features, numbers left out; 0 to 1.
    pub(super) alike: f64,
    /// How many features they share.
    pub(super) shared: usize,
}

/// Features in more claims than this find no pairs: they are too common to say anything.
const COMMON: usize = 60;

/// Under this, two claims are not looked at.
const WORTH: f64 = 0.3;

impl<'a> Claims<'a> {
    pub(super) fn new(case: &Case<'a>, origins: &[Origin], resolution: &'a Resolution) -> Self {
        let mut of_document: BTreeMap<&DocumentId, usize> = BTreeMap::new();
        for (at, origin) in origins.iter().enumerate() {
            of_document.extend(origin.documents.iter().map(|document| (document, at)));
        }
        let mut all: Vec<Said<'a>> = Vec::new();
        for text in &case.texts {
            let origin = of_document.get(&text.document.id).copied();
            all.extend(said(text, origin, resolution));
        }
        all.sort_by_cached_key(|said| {
            (
                said.date.is_none(),
                said.date,
                said.claim.place(),
                said.claim.id().clone(),
            )
        });
        let weights = weights(&all);
        for said in &mut all {
            for feature in &said.frame.features {
                let weight = weights.get(feature).copied().unwrap_or(0.0);
                said.weight.0 += weight;
                if !matches!(feature, Feature::Stem(_)) {
                    said.weight.1 += weight;
                }
            }
        }
        Self { all, weights }
    }

    /// Pairs of claims that share rare features, of different documents or by different sources.
    pub(super) fn pairs(&self) -> Vec<Pair> {
        let mut holders: BTreeMap<&Feature, Vec<usize>> = BTreeMap::new();
        for (at, said) in self.all.iter().enumerate() {
            for feature in &said.frame.features {
                holders.entry(feature).or_default().push(at);
            }
        }
        let mut numbers: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, said) in self.all.iter().enumerate() {
            for value in said.telling() {
                numbers.entry(value).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        let mut met: Vec<usize> = vec![usize::MAX; self.all.len()];
        for (a, said) in self.all.iter().enumerate() {
            let by_feature = said
                .frame
                .features
                .iter()
                .filter_map(|feature| holders.get(feature));
            let telling = said.telling();
            let by_number = telling.iter().filter_map(|value| numbers.get(value));
            let lists = by_feature
                .map(|list| (list, WORTH))
                .chain(by_number.map(|list| (list, 0.0)));
            for (list, worth) in lists.filter(|(list, _)| list.len() <= COMMON) {
                let from = list.partition_point(|at| *at <= a);
                for &b in &list[from..] {
                    if met[b] != a {
                        let pair = self.pair(a, b, worth);
                        // One that shares too little may still share a number.
                        met[b] = if pair.is_some() || worth <= 0.0 {
                            a
                        } else {
                            met[b]
                        };
                        pairs.extend(pair);
                    }
                }
            }
        }
        pairs
    }

    /// The two held against each other, if they share at least this much.
    fn pair(&self, a: usize, b: usize, worth: f64) -> Option<Pair> {
        let (left, right) = (&self.all[a], &self.all[b]);
        let same = left.claim.document == right.claim.document;
        let nested = same
            && left.claim.part == right.claim.part
            && left.claim.place().span.overlaps(right.claim.place().span);
        if nested {
            return None;
        }
        let one_language = left.language == right.language;
        let (mut both, mut shared) = (0.0, 0);
        for feature in left.frame.features.intersection(&right.frame.features) {
            if one_language || !matches!(feature, Feature::Stem(_)) {
                both += self.weights.get(feature).copied().unwrap_or(0.0);
                shared += 1;
            }
        }
        let total = if one_language {
            left.weight.0 + right.weight.0
        } else {
            left.weight.1 + right.weight.1
        };
        // A number in common, one origin or a denial is reason enough to look closer.
        let closer = worth <= 0.0
            || left.denied() != right.denied()
            || left.frame.by_self != right.frame.by_self
            || (left.origin.is_some() && left.origin == right.origin);
        if shared == 0 || (shared < 2 && !closer) || total <= 0.0 {
            return None;
        }
        let alike = 2.0 * both / total;
        (alike >= worth || closer).then_some(Pair {
            a,
            b,
            alike,
            shared,
        })
    }

    /// Identifiers of a pair, the earlier first.
    pub(super) fn ids(&self, a: usize, b: usize) -> Vec<ClaimId> {
        vec![
            self.all[a].claim.id().clone(),
            self.all[b].claim.id().clone(),
        ]
    }

    /// Places of a pair, the earlier first.
    pub(super) fn places(&self, a: usize, b: usize) -> Vec<Place> {
        vec![self.all[a].claim.place(), self.all[b].claim.place()]
    }
}

impl Said<'_> {
    /// Numbers by which claims find each other even where nothing else is alike.
    fn telling(&self) -> BTreeSet<u64> {
        self.values()
            .map(|count| count.value)
            .filter(|value| *value >= 15)
            .collect()
    }

    /// Whether the source denies it.
    pub(super) fn denied(&self) -> bool {
        self.claim.polarity == Polarity::Denied
    }

    /// Numbers that stand for themselves: no shares, no years, no parts of dates.
    pub(super) fn values(&self) -> impl Iterator<Item = &Count> {
        self.frame.counts.iter().filter(|count| {
            let percent = matches!(&count.unit, Some(Feature::Stem(unit)) if unit.starts_with("percent") || unit.starts_with("процент"));
            let dated =
                matches!(count.unit, Some(Feature::Concept(unit)) if lexicon::is_month(unit));
            !(count.share || percent || dated || (1900..=2100).contains(&count.value))
        })
    }
}

/// The claims of one document that state something.
fn said<'a>(text: &Text<'a>, origin: Option<usize>, resolution: &'a Resolution) -> Vec<Said<'a>> {
    let Some(facts) = text.facts else {
        return Vec::new();
    };
    let mut named = Named::default();
    for mention in &facts.mentions {
        named.add(mention, resolution);
    }
    let facts = facts.claims.iter().filter(|claim| claim.kind == Kind::Fact);
    facts
        .filter_map(|claim| {
            let part = text.document.parts.get(claim.part)?;
            let words = words_of(&part.text, &claim.content);
            let source = claim
                .source
                .span()
                .and_then(|span| span.of(&part.text))
                .unwrap_or_default();
            let speaker = resolution.of_claim.get(claim.id());
            let frame = frame(&words);
            let aged = frame.age.and_then(|_| named.aged(claim, &words, speaker));
            Some(Said {
                actors: actors(source, &words),
                days: named.days(claim),
                source: speaker,
                depth: claim.chain.len(),
                aged,
                origin,
                date: text.document.date,
                language: text.document.language,
                weight: (0.0, 0.0),
                frame,
                claim,
            })
        })
        .collect()
}

/// Days and persons named in a document, by part and first byte.
#[derive(Default)]
struct Named<'a> {
    days: BTreeMap<(usize, usize), PartialDate>,
    people: BTreeMap<(usize, usize), &'a EntityId>,
}

impl<'a> Named<'a> {
    fn add(&mut self, mention: &Mention, resolution: &'a Resolution) {
        let at = (mention.place.part, mention.place.span.start);
        match mention.kind {
            MentionKind::Date => {
                let day = mention.value.as_deref().and_then(PartialDate::parse);
                self.days.extend(day.map(|day| (at, day)));
            }
            MentionKind::Person => {
                self.people.extend(
                    resolution
                        .of_mention
                        .get(&mention.id)
                        .map(|entity| (at, entity)),
                );
            }
            _ => {}
        }
    }

    /// Whole days that a claim's content names, else the day it speaks of.
    fn days(&self, claim: &Claim) -> BTreeSet<PartialDate> {
        let inside = claim
            .content
            .iter()
            .flat_map(|span| self.days.range(range(claim, *span)));
        let mut days: BTreeSet<PartialDate> = inside
            .map(|(_, day)| *day)
            .filter(|day| day.day().is_some())
            .collect();
        if days.is_empty() {
            days.extend(
                claim
                    .time
                    .as_ref()
                    .map(|time| time.value)
                    .filter(|day| day.day().is_some()),
            );
        }
        days
    }

    /// Whose age a claim gives: the only person it names, or who speaks of himself.
    fn aged(
        &self,
        claim: &Claim,
        words: &[Word],
        speaker: Option<&'a EntityId>,
    ) -> Option<&'a EntityId> {
        const SELF: [&str; 6] = ["yo", "i", "мне", "tenia", "tengo", "my"];
        let inside = claim
            .content
            .iter()
            .flat_map(|span| self.people.range(range(claim, *span)));
        let named: BTreeSet<&EntityId> = inside.map(|(_, entity)| *entity).collect();
        match named.first() {
            Some(only) => (named.len() == 1).then_some(*only),
            None => speaker.filter(|_| {
                words
                    .iter()
                    .any(|word| SELF.contains(&word.folded.as_str()))
            }),
        }
    }
}

/// A span of a claim's part as a range of part and byte.
fn range(claim: &Claim, span: model::Span) -> std::ops::Range<(usize, usize)> {
    (claim.part, span.start)..(claim.part, span.end.max(span.start))
}

/// Words of several spans of a text, with spans in the text.
pub(super) fn words_of(text: &str, spans: &[model::Span]) -> Vec<Word> {
    let mut found = Vec::new();
    for span in spans {
        for mut word in words(span.of(text).unwrap_or_default()) {
            word.span.start += span.start;
            word.span.end += span.start;
            found.push(word);
        }
    }
    found
}

/// Countries in the source's words and in the content before its first event. Whose people act is said there.
fn actors(source: &str, content: &[Word]) -> BTreeSet<usize> {
    let event = |word: &Word| {
        lexicon::concepts(&word.folded).any(|concept| {
            lexicon::is_scope(concept) || Some(concept) == lexicon::named("dismantle")
        })
    };
    let before = content.iter().take_while(|word| !event(word));
    let countries = |word: &Word| {
        lexicon::concepts(&word.folded)
            .filter(|c| lexicon::is_country(*c))
            .collect::<Vec<_>>()
    };
    words(source)
        .iter()
        .flat_map(countries)
        .chain(before.flat_map(countries))
        .collect()
}

/// The rarer a feature, the more it says: ln((n + 1) / holders).
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of claims are far below 2^52"
)]
fn weights(all: &[Said<'_>]) -> BTreeMap<Feature, f64> {
    let mut holders: BTreeMap<&Feature, usize> = BTreeMap::new();
    for feature in all.iter().flat_map(|said| &said.frame.features) {
        *holders.entry(feature).or_default() += 1;
    }
    // With few claims everything is common; then all features count alike.
    let n = (all.len() + 1).max(200) as f64;
    holders
        .into_iter()
        .map(|(feature, held)| (feature.clone(), (n / held as f64).ln().max(0.1)))
        .collect()
}
