//! Who does the first deed of a content, where the words before it name him and nobody else.

use super::frame::Feature;
use super::lexicon;
use super::named::Named;
use super::said::Said;
use crate::fold::{Word, skeleton};
use model::EntityId;
use std::collections::BTreeSet;

/// The first deed of a content and who does it.
#[derive(Debug)]
pub(super) struct Doer<'a> {
    acts: BTreeSet<usize>,
    /// The words of his name.
    names: BTreeSet<Feature>,
    /// Who he is, where the case knows it.
    who: Option<&'a EntityId>,
    /// The name right behind the verb: in Spanish and Russian its bearer may do it.
    behind: Option<Feature>,
}

impl Doer<'_> {
    /// Whether he is not the source of a denial, who denies such a deed of his own.
    pub(super) fn is_another(&self, denial: &Said<'_>) -> bool {
        let known = denial.source.is_some() && self.who == denial.source;
        let his = |name: &Feature| denial.source_features.contains(name);
        !known
            && !denial.source_features.is_empty()
            && !self.acts.is_disjoint(&denial.acts)
            && !self.names.iter().any(his)
            && !self.behind.as_ref().is_some_and(his)
    }
}

/// Words before a verb that make what stands before it suffer the deed.
const PASSIVE: [&str; 17] = [
    "was",
    "were",
    "been",
    "being",
    "is",
    "are",
    "got",
    "fue",
    "fueron",
    "sido",
    "ser",
    "siendo",
    "был",
    "была",
    "были",
    "было",
    "будет",
];

/// Words before a Spanish verb that make what stands first its object.
const OBJECT: [&str; 8] = ["a", "al", "la", "lo", "las", "los", "le", "les"];

/// Who does the first deed of a content.
pub(super) fn doer<'a>(
    words: &[Word],
    part: usize,
    named: &Named<'a>,
    is_name: &dyn Fn(&Word) -> bool,
) -> Option<Doer<'a>> {
    let acts = |word: &Word| -> BTreeSet<usize> {
        let all = lexicon::concepts(&word.folded);
        all.filter(|concept| lexicon::is_act(*concept)).collect()
    };
    let first = words.iter().position(|word| !acts(word).is_empty())?;
    let (lead, verb) = (&words[..first], &words[first]);
    let folded = |word: &Word, list: &[&str]| list.contains(&word.folded.as_str());
    if lead
        .iter()
        .any(|word| folded(word, &PASSIVE) || folded(word, &OBJECT))
    {
        return None;
    }
    let said = |word: &&Word| {
        !lexicon::is_stop(&word.folded)
            && !lexicon::is_hedge(&word.folded)
            && !lexicon::is_negation(&word.folded)
    };
    let held: Vec<&Word> = lead.iter().filter(said).collect();
    let last = held
        .last()
        .filter(|_| held.iter().all(|word| is_name(word)))?;
    if is_object(&last.folded, &verb.folded) {
        return None;
    }
    let name = |word: &Word| Feature::Name(skeleton(&word.folded));
    let behind = words.get(first + 1).filter(|word| is_name(word));
    Some(Doer {
        acts: acts(verb),
        names: held.iter().map(|word| name(word)).collect(),
        who: held.first().and_then(|word| named.person_at(part, word)),
        behind: behind.map(name),
    })
}

/// Whether a Russian name before a verb is its object: by its case, or because the verb is of another gender.
fn is_object(name: &str, verb: &str) -> bool {
    let accusative = name.ends_with(['у', 'ю']);
    let feminine = name.ends_with(['а', 'я']) && verb.ends_with('л');
    accusative || feminine
}
