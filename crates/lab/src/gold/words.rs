//! Texts as runs of words, and how much of one stands in another.

/// The words of a text: lower-case runs of letters and digits; everything else separates.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Length of the longest common subsequence of two runs of words.
pub(crate) fn shared(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0usize; b.len() + 1];
    for one in a {
        let mut diagonal = 0;
        for (column, other) in b.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if one == other {
                diagonal + 1
            } else {
                above.max(row[column])
            };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// The harmonic mean of both covers, if at least half of each run lies in the other.
pub(crate) fn covers(a: &[String], b: &[String]) -> Option<f64> {
    let common = shared(a, b);
    let enough = common > 0 && 2 * common >= a.len() && 2 * common >= b.len();
    enough.then(|| 2.0 * count(common) / count(a.len() + b.len()))
}

/// Whether at least half of the shorter run lies in the longer one.
pub(crate) fn meets(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let common = shared(&a, &b);
    common > 0 && 2 * common >= a.len().min(b.len())
}

/// Whether one run stands in the other without a break.
pub(crate) fn holds(outer: &[String], inner: &[String]) -> bool {
    !inner.is_empty() && outer.windows(inner.len()).any(|window| window == inner)
}

/// A count as a number to divide; counts here are far below 2^53.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words and mentions are small"
)]
pub(crate) const fn count(n: usize) -> f64 {
    n as f64
}
