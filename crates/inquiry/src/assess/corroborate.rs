//! Corroboration: what independent origins affirm. Copies of one report count once, and so does one source in two reports.

use super::claims::{Claims, Pair};
use super::said::Said;
use super::same;
use super::who::Who;
use crate::fold::tokens;
use model::{Claim, Finding, FindingKind, Source};
use std::collections::BTreeSet;

/// One finding for each statement that at least two independent origins affirm.
pub(super) fn corroborations(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<Finding> {
    same::statements(claims, pairs)
        .into_iter()
        .filter(|group| !claims.all[group[0]].denied())
        .filter_map(|group| {
            let first = independent(claims, &group);
            let origins = first.len();
            if origins < 2 {
                return None;
            }
            let ids = group
                .iter()
                .map(|at| claims.all[*at].claim.id().clone())
                .collect();
            let places = first
                .iter()
                .map(|at| claims.all[*at].claim.place())
                .collect();
            Finding::new(
                FindingKind::Corroboration { origins },
                format!("Said in {origins} independent origins."),
                ids,
                places,
            )
        })
        .collect()
}

/// The earliest claim of each origin that rests on nobody on whom an earlier one may rest. Hearsay of nobody counts for
/// nothing: it may go back to any of them.
fn independent(claims: &Claims<'_>, group: &[usize]) -> Vec<usize> {
    // What a document says in its own words, it has from whom it cites for the same.
    let cites: BTreeSet<_> = group
        .iter()
        .map(|at| claims.all[*at].claim)
        .filter(|claim| !claim.is_authors())
        .map(|claim| &claim.document)
        .collect();
    let mut origins = BTreeSet::new();
    let mut held: Vec<Rest> = Vec::new();
    let mut first = Vec::new();
    for &at in group {
        let said = &claims.all[at];
        let fresh = said.origin.is_some_and(|origin| !origins.contains(&origin));
        if !fresh || (said.claim.is_authors() && cites.contains(&said.claim.document)) {
            continue;
        }
        let rest = Rest::of(claims, said);
        let told = first
            .iter()
            .any(|other| one_quotation(&claims.all[*other], said));
        if told || rest.is_nobody() || held.iter().any(|other| rest.may_share(other)) {
            continue;
        }
        origins.extend(said.origin);
        held.push(rest);
        first.push(at);
    }
    first
}

/// Most words that two people say alike by chance.
const CHANCE: usize = 7;

/// Whether both quote the same words: one utterance, whoever is said to have made it.
fn one_quotation(a: &Said<'_>, b: &Said<'_>) -> bool {
    let quoted = |said: &Said<'_>| -> Option<Vec<String>> {
        let place = said.claim.place().span;
        // The marks may stand just outside the content.
        let around = said.text.get(..place.start)?.chars().next_back();
        let content = place.of(said.text)?;
        let mark = |letter: char| matches!(letter, '"' | '“' | '”' | '«' | '»' | '„');
        (around.is_some_and(mark) || content.contains(mark)).then(|| tokens(content))
    };
    let (Some(left), Some(right)) = (quoted(a), quoted(b)) else {
        return false;
    };
    let runs: BTreeSet<&[String]> = left.windows(CHANCE + 1).collect();
    right.windows(CHANCE + 1).any(|run| runs.contains(run))
}

/// On whom a claim rests.
struct Rest {
    /// Whether its publisher says it in his own words.
    own: bool,
    publisher: Option<Who>,
    /// Everybody between the publisher and the content: the chain, the source, whoever is quoted inside the content.
    chain: Vec<Who>,
    /// Whom the document cites around its own words, which may come from any of them.
    cited: BTreeSet<Who>,
}

impl Rest {
    fn of(claims: &Claims<'_>, said: &Said<'_>) -> Self {
        let own = said.claim.is_authors();
        let mut chain = Vec::new();
        let mut cited = BTreeSet::new();
        for other in claims.of_document(&said.claim.document) {
            let other = &claims.all[other];
            if other.claim.is_authors() {
                continue;
            }
            if own && is_near(other.claim, said.claim) {
                cited.extend(claims.whos(other).into_iter().filter(|who| !who.is_bare()));
            } else if !own
                && (other.claim.id() == said.claim.id() || is_within(other.claim, said.claim))
            {
                chain.extend(claims.whos(other));
            }
        }
        Self {
            own,
            publisher: said.publisher.map(|name| Who::worded(name, None)),
            chain,
            cited,
        }
    }

    /// Whether it cannot be told on whom it rests.
    fn is_nobody(&self) -> bool {
        if self.own {
            self.publisher.as_ref().is_none_or(Who::is_bare)
        } else {
            self.chain.iter().all(Who::is_bare)
        }
    }

    /// Whether the two may rest on one.
    fn may_share(&self, other: &Self) -> bool {
        let meet = |some: &[Who], others: &[Who]| {
            some.iter()
                .any(|one| others.iter().any(|two| one.may_be(two)))
        };
        let published = |rest: &Self| rest.publisher.iter().cloned().collect::<Vec<_>>();
        let (here, there) = (published(self), published(other));
        let cited = |rest: &Self| rest.cited.iter().cloned().collect::<Vec<_>>();
        match (self.own, other.own) {
            (true, true) => {
                meet(&here, &there)
                    || meet(&cited(self), &cited(other))
                    || meet(&cited(self), &there)
                    || meet(&here, &cited(other))
            }
            (true, false) => {
                meet(&here, &other.chain)
                    || meet(&cited(self), &other.chain)
                    || meet(&cited(self), &there)
            }
            (false, true) => other.may_share(self),
            (false, false) => {
                meet(&self.chain, &other.chain)
                    || meet(&self.chain, &there)
                    || meet(&here, &other.chain)
            }
        }
    }
}

/// Whether a claim stands within a paragraph or two of another.
fn is_near(claim: &Claim, other: &Claim) -> bool {
    const REACH: usize = 600;
    let (here, there) = (claim.sentence, other.sentence);
    claim.part == other.part && here.start < there.end + REACH && there.start < here.end + REACH
}

/// Whether a claim is told inside the content of another by somebody further from the reader.
fn is_within(inner: &Claim, outer: &Claim) -> bool {
    inner.part == outer.part
        && inner.chain.len() > outer.chain.len()
        && inner.source != Source::Publisher
        && inner
            .content
            .iter()
            .any(|inner| outer.content.iter().any(|content| content.contains(*inner)))
}
