//! Drift: how the wording of one report changed from its head to each copy.
//!
//! Sentences are lined up one to one, the most alike first; a sentence that stands nowhere else may have been drawn into
//! one that is taken, if it is as good as the same.

use super::frame::{Feature, Frame, frame};
use super::lexicon;
use super::text::{Case, Sentence, Text};
use crate::fold::Word;
use model::{Drift, Finding, FindingKind, Origin, Place, Polarity, Span};
use std::collections::BTreeSet;

/// Changes shown for one copy, at most.
const SHOWN: usize = 12;

/// A sentence ready to be lined up.
struct Line<'a> {
    sentence: &'a Sentence,
    frame: Frame,
    /// Whether a claim in it denies.
    denies: bool,
    /// Words that lower certainty.
    hedge: Option<Span>,
    /// Whether it limits the rest: a hedge, a denial, something not known.
    limits: bool,
}

/// All changes from the head of an origin to its copies, in the order of the copies.
pub(super) fn drifts(case: &Case<'_>, origin: &Origin) -> Vec<Drift> {
    let texts: Vec<&Text<'_>> = origin
        .documents
        .iter()
        .filter_map(|id| case.index.get(id))
        .map(|at| &case.texts[*at])
        .collect();
    let Some((head, copies)) = texts.split_first() else {
        return Vec::new();
    };
    let before = lines(head);
    let mut found = Vec::new();
    for copy in copies {
        let mut changes = changes(head, &before, copy, &lines(copy));
        changes.sort_by_key(|(rank, at, _)| (*rank, *at));
        changes.truncate(SHOWN);
        found.extend(changes.into_iter().map(|(_, _, drift)| drift));
    }
    found
}

/// One finding for each origin whose wording drifted.
pub(super) fn findings(origins: &[Origin]) -> Vec<Finding> {
    origins
        .iter()
        .filter(|origin| !origin.drifts.is_empty())
        .filter_map(|origin| {
            let whats: BTreeSet<&str> = origin
                .drifts
                .iter()
                .map(|drift| drift.what.as_str())
                .collect();
            let summary = format!(
                "{} pages, 1 origin; the wording drifted in {} places ({}).",
                origin.documents.len(),
                origin.drifts.len(),
                whats.into_iter().collect::<Vec<_>>().join(", ")
            );
            let mut places: Vec<Place> = Vec::new();
            for drift in &origin.drifts {
                places.push(drift.before.clone());
                places.extend(drift.after.clone());
            }
            Finding::new(FindingKind::Drift, summary, Vec::new(), places)
        })
        .collect()
}

fn lines<'a>(text: &'a Text<'_>) -> Vec<Line<'a>> {
    text.sentences
        .iter()
        .filter(|sentence| sentence.words.len() >= 4)
        .map(|sentence| {
            let overlaps =
                |part: usize, span: Span| part == sentence.part && span.overlaps(sentence.span);
            let denies = text.facts.is_some_and(|facts| {
                facts.claims.iter().any(|claim| {
                    claim.polarity == Polarity::Denied && overlaps(claim.part, claim.place().span)
                })
            });
            let gap = text.facts.is_some_and(|facts| {
                facts
                    .gaps
                    .iter()
                    .any(|gap| overlaps(gap.place.part, gap.place.span))
            });
            let hedge = sentence
                .words
                .iter()
                .find(|word| is_hedge(word))
                .map(|word| word.span);
            Line {
                sentence,
                frame: frame(&sentence.words),
                denies,
                limits: gap || denies || hedge.is_some(),
                hedge,
            }
        })
        .collect()
}

/// Whether a word lowers certainty; "May" is a month.
fn is_hedge(word: &Word) -> bool {
    lexicon::is_hedge(&word.folded) && !(word.capital && word.folded == "may")
}

type Change = (usize, usize, Drift);

/// What changed from the head to one copy, with rank and order.
fn changes(
    head: &Text<'_>,
    before: &[Line<'_>],
    copy: &Text<'_>,
    after: &[Line<'_>],
) -> Vec<Change> {
    let one_language = head.document.language == copy.document.language;
    let mut found: Vec<Change> = Vec::new();
    let mut reworded = None;
    let lined_up = lined_up(before, after, one_language);
    for ((at, line), pair) in before.iter().enumerate().zip(lined_up) {
        let Some((score, other)) = pair.map(|(score, other)| (score, &after[other])) else {
            if line.limits {
                let drift = Drift {
                    before: head.place(line.sentence),
                    after: None,
                    what: "dropped".to_owned(),
                };
                found.push((4, at, drift));
            }
            continue;
        };
        let mut put = |rank: usize, what: &str, a: Span, b: Span| {
            let place = |text: &Text<'_>, part: usize, span: Span| Place {
                document: text.document.id.clone(),
                part,
                span,
            };
            let drift = Drift {
                before: place(head, line.sentence.part, a),
                after: Some(place(copy, other.sentence.part, b)),
                what: what.to_owned(),
            };
            found.push((rank, at, drift));
        };
        let seen = compare(line, other, &mut put);
        if !seen && one_language && score < 0.75 && reworded.is_none() {
            reworded = Some((
                5,
                at,
                Drift {
                    before: head.place(line.sentence),
                    after: Some(copy.place(other.sentence)),
                    what: "wording".to_owned(),
                },
            ));
        }
    }
    found.extend(reworded);
    found
}

/// Least likeness of two sentences that are one.
const ONE: f64 = 0.3;

/// The same where another sentence is more like the second.
const DRAWN_IN: f64 = 0.5;

/// For each sentence of the head the sentence of the copy that it became, with how alike they are.
fn lined_up(
    before: &[Line<'_>],
    after: &[Line<'_>],
    one_language: bool,
) -> Vec<Option<(f64, usize)>> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (a, line) in before.iter().enumerate() {
        for (b, other) in after.iter().enumerate() {
            let score = alike(line, other, one_language);
            if score >= ONE {
                pairs.push((score, a, b));
            }
        }
    }
    // Of two that are as alike, those that stand in the same order.
    pairs.sort_by(|(x, a, b), (y, c, d)| {
        y.total_cmp(x)
            .then_with(|| a.abs_diff(*b).cmp(&c.abs_diff(*d)))
            .then_with(|| (a, b).cmp(&(c, d)))
    });
    let mut found = vec![None; before.len()];
    let mut taken = vec![false; after.len()];
    for (score, a, b) in &pairs {
        if found[*a].is_none() && !taken[*b] {
            found[*a] = Some((*score, *b));
            taken[*b] = true;
        }
    }
    for (score, a, b) in &pairs {
        if found[*a].is_none() && *score >= DRAWN_IN {
            found[*a] = Some((*score, *b));
        }
    }
    found
}

/// Dice coefficient over features, numbers among them; stems only within one language.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn alike(a: &Line<'_>, b: &Line<'_>, one_language: bool) -> f64 {
    let kept = |frame: &Frame| {
        frame
            .features
            .iter()
            .filter(|f| one_language || !matches!(f, Feature::Stem(_)))
            .count() as f64
    };
    let shared = a
        .frame
        .features
        .intersection(&b.frame.features)
        .filter(|f| one_language || !matches!(f, Feature::Stem(_)))
        .count() as f64;
    let numbers = |frame: &Frame| {
        frame
            .counts
            .iter()
            .map(|count| count.value)
            .collect::<BTreeSet<u64>>()
    };
    let (left, right) = (numbers(&a.frame), numbers(&b.frame));
    let both = left.intersection(&right).count() as f64;
    let total = kept(&a.frame) + kept(&b.frame) + (left.len() + right.len()) as f64;
    if total <= 0.0 || shared + both < 2.0 {
        0.0
    } else {
        2.0 * (shared + both) / total
    }
}

/// What changed between two sentences that are one; whether anything did.
fn compare(a: &Line<'_>, b: &Line<'_>, put: &mut impl FnMut(usize, &str, Span, Span)) -> bool {
    let mut seen = false;
    for (before, after) in numbers(a, b) {
        put(0, "number", before, after);
        seen = true;
    }
    let by = |line: &Line<'_>, fits: &dyn Fn(usize) -> bool| concepts(&line.sentence.words, fits);
    for (rank, what, fits) in [
        (0, "number", &lexicon::is_month as &dyn Fn(usize) -> bool),
        (1, "actor", &lexicon::is_country),
    ] {
        let (left, right) = (by(a, fits), by(b, fits));
        if let (Some((x, before)), Some((y, after))) = (left.first(), right.first())
            && left.iter().all(|(l, _)| right.iter().all(|(r, _)| l != r))
            && x != y
        {
            put(rank, what, *before, *after);
            seen = true;
        }
    }
    if a.denies != b.denies {
        put(2, "predicate", a.sentence.span, b.sentence.span);
        seen = true;
    } else if let Some((before, after)) = predicate(a, b) {
        put(2, "predicate", before, after);
        seen = true;
    }
    if let (Some(hedge), None) = (a.hedge, b.hedge) {
        put(
            3,
            "hedge dropped",
            Span::new(hedge.start, a.sentence.span.end),
            b.sentence.span,
        );
        seen = true;
    }
    seen
}

/// Numbers of one unit that differ, where each side has a number the other has not.
fn numbers(a: &Line<'_>, b: &Line<'_>) -> Vec<(Span, Span)> {
    let lacks = |frame: &Frame, value: u64| frame.counts.iter().all(|count| count.value != value);
    let mut found = Vec::new();
    for left in a
        .frame
        .counts
        .iter()
        .filter(|count| lacks(&b.frame, count.value))
    {
        let right = b.frame.counts.iter().find(|count| {
            count.unit == left.unit && left.unit.is_some() && lacks(&a.frame, count.value)
        });
        if let Some(right) = right {
            found.push((left.span, right.span));
        }
    }
    found
}

/// Concepts of a kind with their words, in text order.
fn concepts(words: &[Word], fits: &dyn Fn(usize) -> bool) -> Vec<(usize, Span)> {
    words
        .iter()
        .filter_map(|word| {
            Some((
                lexicon::concepts(&word.folded)
                    .next()
                    .filter(|c| fits(*c))?,
                word.span,
            ))
        })
        .collect()
}

/// The events of two sentences, where a number stayed and what is said of it changed.
fn predicate(a: &Line<'_>, b: &Line<'_>) -> Option<(Span, Span)> {
    let stays = a
        .frame
        .counts
        .iter()
        .any(|left| b.frame.counts.iter().any(|right| left.value == right.value));
    let events = |line: &Line<'_>| concepts(&line.sentence.words, &lexicon::is_scope);
    let (left, right) = (events(a), events(b));
    let lost = left
        .iter()
        .find(|(l, _)| right.iter().all(|(r, _)| l != r))?;
    let new = right
        .iter()
        .find(|(r, _)| left.iter().all(|(l, _)| l != r))?;
    stays.then_some((lost.1, new.1))
}
