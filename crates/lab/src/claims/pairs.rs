//! Which claims of two sides are the same claim.

use super::claim::Claim;
use model::{Source, Span};

/// Shortest word that tells one source from another.
const TELLING: usize = 4;

/// Bytes of some spans.
fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

/// Bytes that two sets of spans share.
fn shared(a: &[Span], b: &[Span]) -> usize {
    a.iter().flat_map(|a| b.iter().map(|b| a.shared(*b))).sum()
}

/// Whether at least half of `content` lies in `cover`.
pub(crate) fn covered(content: &[Span], cover: &[Span]) -> bool {
    let whole = length(content);
    whole > 0 && 2 * shared(content, cover) >= whole
}

/// Whether the sources are the same: their spans overlap, both are speakers, or neither is named.
///
/// The mention that stands for an unspoken subject may be any that shares a telling word with it.
pub(crate) fn same_source(text: &str, gold: &Claim, found: &Claim) -> bool {
    match (&gold.source, &found.source) {
        (Source::Speaker { .. }, Source::Speaker { .. })
        | (Source::Nobody | Source::Publisher, Source::Nobody | Source::Publisher) => true,
        (Source::Named { span: a }, Source::Named { span: b }) => {
            a.overlaps(*b) || (gold.dropped && share_a_word(text, *a, *b))
        }
        _ => false,
    }
}

fn share_a_word(text: &str, a: Span, b: Span) -> bool {
    let words = |span: Span| -> Vec<String> {
        span.of(text)
            .unwrap_or_default()
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.chars().count() >= TELLING)
            .map(str::to_lowercase)
            .collect()
    };
    let others = words(b);
    words(a).iter().any(|word| others.contains(word))
}

/// Whether the claims are one, with half of either content in the other.
pub(crate) fn alike(text: &str, a: &Claim, b: &Claim) -> bool {
    let either = same_source(text, a, b) || same_source(text, b, a);
    either && covered(&a.content, &b.content) && covered(&b.content, &a.content)
}

/// Whether the found claim meets the gold one, with half of one content in the other.
pub(crate) fn meets(text: &str, gold: &Claim, found: &Claim) -> bool {
    same_source(text, gold, found)
        && (covered(&gold.content, &found.content) || covered(&found.content, &gold.content))
}

/// Pairs of indices, each claim used once, those with most in common first.
pub(crate) fn pairs(
    a: &[Claim],
    b: &[Claim],
    fits: impl Fn(&Claim, &Claim) -> bool,
) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    for (left, one) in a.iter().enumerate() {
        for (right, other) in b.iter().enumerate() {
            if fits(one, other) {
                let both = length(&one.content) + length(&other.content);
                let cover = 2000 * shared(&one.content, &other.content) / both.max(1);
                let cue = one.cue.zip(other.cue).is_some_and(|(a, b)| a.overlaps(b));
                open.push((cover + 500 * usize::from(cue), left, right));
            }
        }
    }
    open.sort_by_key(|(score, left, right)| (std::cmp::Reverse(*score), *left, *right));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, left, right) in open {
        if pairs.iter().all(|pair| pair.0 != left && pair.1 != right) {
            pairs.push((left, right));
        }
    }
    pairs.sort_unstable();
    pairs
}
