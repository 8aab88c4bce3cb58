//! What the header of a table calls its columns.

use crate::fold::fold;
use model::Span;

/// Headers of whoever pays, folded.
pub(crate) const PAYS: &[&str] = &[
    "payer",
    "paid by",
    "pagador",
    "pagado por",
    "плательщик",
    "оплатил",
    "кто платил",
];

/// The first column whose header holds a word of one of the lists, folded.
pub(crate) fn column(text: &str, header: &[Span], lists: &[&[&str]]) -> Option<usize> {
    header.iter().position(|cell| {
        let cell = fold(cell.of(text).unwrap_or_default());
        lists
            .iter()
            .copied()
            .flatten()
            .any(|word| cell.contains(word))
    })
}
