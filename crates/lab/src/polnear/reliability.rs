//! Whether claims of which so much confidence is said were right as often.

use super::gold::Article;
use super::{covered, float, matches};
use model::{Claim, Span};

/// Which claims are right: those with a source as [`matches`] has it, the author's own where gold gives the half of them to
/// nobody else.
pub(super) fn right(article: &Article, claims: &[Claim]) -> Vec<bool> {
    let (_, told) = matches(&article.claims, claims);
    let others: Vec<Span> = article
        .claims
        .iter()
        .flat_map(|gold| gold.content.clone())
        .collect();
    claims
        .iter()
        .zip(told)
        .map(|(claim, told)| {
            if claim.is_authors() || claim.is_nobodys() {
                !covered(&claim.content, &others)
            } else {
                told
            }
        })
        .collect()
}

/// A table: for each tenth of confidence how many claims there are, what is said of them, and what holds; then the mean
/// distance of the two over all claims (expected calibration error, Naeini and others 2015).
pub(crate) fn table(claims: &[(f32, bool)]) -> Vec<String> {
    let mut out = vec!["confidence   claims   said  right".to_owned()];
    let mut apart = 0.0;
    for tenth in 0..10_u8 {
        let least = f32::from(tenth) / 10.0;
        let inside = |said: f32| said >= least && (said < least + 0.1 || tenth == 9);
        let bin: Vec<_> = claims.iter().filter(|(said, _)| inside(*said)).collect();
        if bin.is_empty() {
            continue;
        }
        let said = bin.iter().map(|(said, _)| f64::from(*said)).sum::<f64>() / float(bin.len());
        let held = float(bin.iter().filter(|(_, right)| *right).count()) / float(bin.len());
        apart += (said - held).abs() * float(bin.len());
        out.push(format!(
            "{least:.1} to {:.1}  {:>8}  {:>5.1}  {:>5.1}",
            least + 0.1,
            bin.len(),
            100.0 * said,
            100.0 * held
        ));
    }
    out.push(format!(
        "expected calibration error {:.1} points over {} claims",
        100.0 * apart / float(claims.len().max(1)),
        claims.len()
    ));
    out
}
