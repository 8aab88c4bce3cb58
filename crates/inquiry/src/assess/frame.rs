//! What a run of words is about: concepts, names, stems, and numbers with what they count.

use super::lexicon;
use crate::fold::{Word, skeleton, stem};
use std::collections::BTreeSet;

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
    frame_of(words, &|_| false)
}

/// Reads a run of words of which some are known to be names.
pub(super) fn frame_of(words: &[Word], is_name: &dyn Fn(&Word) -> bool) -> Frame {
    let mut frame = Frame::default();
    for (at, word) in words.iter().enumerate() {
        if let Some(value) = lexicon::number(&word.folded) {
            frame.counts.push(count(words, at, value));
            continue;
        }
        frame.negations += usize::from(lexicon::is_negation(&word.folded));
        frame.by_self |= lexicon::is_self(&word.folded);
        let own = || feature(word, at == 0 && !is_name(word));
        let held = held(words, at).map(Feature::Concept);
        frame.features.extend(held.or_else(own));
    }
    frame.age = age(words, is_name);
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

/// An age between ten and ninety-nine: "was eighteen", "was 17 when", "tenía diecisiete años", "было восемнадцать", "17-летний".
fn age(words: &[Word], is_name: &dyn Fn(&Word) -> bool) -> Option<u64> {
    let folded = |at: usize| words.get(at).map(|word| word.folded.as_str());
    let is = |at: Option<usize>, known: &[&str]| {
        at.and_then(folded)
            .is_some_and(|word| known.contains(&word))
    };
    let years = |at: usize| is(Some(at), &["year", "years", "anos", "лет", "года", "год"]);
    (0..words.len()).find_map(|at| {
        let value = lexicon::number(&words[at].folded).filter(|value| (10..=99).contains(value))?;
        let before = is(at.checked_sub(1), &AGED);
        let plain = at + 1 == words.len()
            || years(at + 1)
            || is(
                Some(at + 1),
                &["china", "when", "cuando", "когда", "and", "y", "и"],
            );
        let old = is(Some(at + 2), &["old"]);
        let summers = folded(at + 1).is_some_and(|word| word.starts_with("летн"));
        // "At the age of 17", "un joven de 17 años"; "una condena de 17 años" is no age.
        let of = is(at.checked_sub(1), &["of"]) && is(at.checked_sub(2), &["age"]);
        let young = at
            .checked_sub(2)
            .and_then(folded)
            .and_then(|word| lexicon::concepts(word).next())
            .is_some_and(lexicon::is_people);
        let de = is(at.checked_sub(1), &["de"]) && years(at + 1) && young;
        let los = is(at.checked_sub(1), &["los", "con"]) && years(at + 1);
        let before = before || tells_age(words, at, is_name);
        ((before && plain) || (years(at + 1) && old) || summers || of || de || los).then_some(value)
    })
}

/// "Held" and the like, where it is done to people: "12 women were held in the flat", "kept nine girls".
fn held(words: &[Word], at: usize) -> Option<usize> {
    const BE: [&str; 7] = ["was", "were", "been", "being", "is", "are", "be"];
    let word = words.get(at)?.folded.as_str();
    if !matches!(word, "held" | "kept" | "locked" | "imprisoned") {
        return None;
    }
    let counts = |word: &Word| {
        let mut concepts = lexicon::concepts(&word.folded);
        let he = matches!(
            word.folded.as_str(),
            "he" | "she" | "they" | "who" | "girls" | "girl"
        );
        he || concepts.any(lexicon::is_people)
    };
    let lead = &words[..at];
    let passive = lead
        .iter()
        .rev()
        .take(2)
        .any(|word| BE.contains(&word.folded.as_str()));
    let behind = words[at + 1..].iter().take(3);
    let number = |word: &Word| lexicon::number(&word.folded).is_some();
    let counted = behind.clone().any(number) && behind.clone().any(counts);
    (passive && lead.iter().any(counts) || counted)
        .then(|| lexicon::named("captive"))
        .flatten()
}

/// Whether a name or pronoun and "is" stand right before a number, or nothing but a name: "Daniel is 17", «Даниэлю 17 лет».
fn tells_age(words: &[Word], at: usize, is_name: &dyn Fn(&Word) -> bool) -> bool {
    match &words[..at] {
        [.., who, is] if is.folded == "is" => {
            is_name(who) || matches!(who.folded.as_str(), "he" | "she")
        }
        [that, names @ ..] if that.folded == "что" => {
            let pronoun = |word: &Word| matches!(word.folded.as_str(), "еи" | "ему");
            !names.is_empty() && names.iter().all(|word| is_name(word) || pronoun(word))
        }
        [pronoun] if matches!(pronoun.folded.as_str(), "еи" | "ему") => true,
        names => !names.is_empty() && names.iter().all(is_name),
    }
}

/// The event nearest to a word, the one before it where two are as near.
fn event(words: &[Word], at: usize) -> Option<usize> {
    let of = |index: usize| {
        let own = lexicon::concepts(&words[index].folded);
        held(words, index)
            .into_iter()
            .chain(own)
            .find(|concept| lexicon::is_scope(*concept))
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
pub(super) fn feature(word: &Word, first: bool) -> Option<Feature> {
    let folded = word.folded.as_str();
    if lexicon::is_stop(folded)
        || lexicon::is_negation(folded)
        || lexicon::is_hedge(folded)
        || lexicon::is_contraction(folded)
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
