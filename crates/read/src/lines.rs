//! Lines of a text with their places.

use model::Span;

/// The lines of `text` without their ends (`\n`, `\r\n`, or `\r` where there is no `\n`), empty ones included.
///
/// A byte-order mark at the start belongs to no line.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let raw = rest.find(end).map_or(rest, |len| &rest[..len]);
        let span = Span::new(at, at + raw.trim_end_matches('\r').len());
        at += (raw.len() + 1).min(rest.len());
        Some(span)
    })
}

/// The same without white space at both ends; empty where there is nothing else.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let Some(raw) = span.of(text) else {
        return Span::new(span.start, span.start);
    };
    let lead = raw.len() - raw.trim_start_matches(blank).len();
    let start = span.start + lead;
    Span::new(start, start + raw.trim_matches(blank).len())
}

/// White space, and the marks of no width that exports put between words.
pub(crate) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts() {
        let texts = |text: &'static str| {
            lines(text)
                .map(|span| span.of(text).unwrap_or("?"))
                .collect::<Vec<_>>()
        };
        assert_eq!(texts("\u{feff}a\r\n\nb"), ["a", "", "b"]);
        assert_eq!(texts("a\rb\r"), ["a", "b"]);
        assert!(texts("").is_empty());
        assert_eq!(trimmed("  é ", Span::new(0, 5)), Span::new(2, 4));
    }
}
