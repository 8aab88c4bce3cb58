//! Markup in plain text, which is no word and no mark of the language: comments, tags of captions, stars of emphasis.

use super::token::{is_letter, is_space};

/// A comment longer than this is not looked through, so that no text takes quadratic time.
const COMMENT: usize = 4096;
/// The longest tag.
const TAG: usize = 40;
/// Tags that captions and Markdown carry.
const TAGS: [&str; 14] = [
    "i", "b", "u", "s", "em", "strong", "c", "v", "lang", "ruby", "rt", "font", "span", "br",
];

/// How many bytes of markup `text` begins with, behind the character `before`.
pub(super) fn length(text: &str, before: Option<char>) -> Option<usize> {
    match text.as_bytes().first()? {
        b'<' => comment(text).or_else(|| tag(text)),
        b'*' => stars(text, before),
        _ => None,
    }
}

/// `<!-- words -->`
fn comment(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("<!--")?;
    let near = inner.as_bytes().get(..COMMENT.min(inner.len()))?;
    let end = near.windows(3).position(|window| window == b"-->")?;
    Some(4 + end + 3)
}

/// `<i>`, `</v>`, `<c.loud>`
fn tag(text: &str) -> Option<usize> {
    let near = text.as_bytes().get(..TAG.min(text.len()))?;
    let end = near.iter().position(|byte| *byte == b'>')?;
    let inner = text.get(1..end)?;
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let name = name.split([' ', '.', '/']).next().unwrap_or(name);
    (TAGS.contains(&name.to_ascii_lowercase().as_str()) && !inner.contains(['<', '@', '\n']))
        .then_some(end + 1)
}

/// `*`, `**` at the beginning or end of words; a star between spaces marks an entry of a list.
fn stars(text: &str, before: Option<char>) -> Option<usize> {
    let run = text.len() - text.trim_start_matches('*').len();
    let next = text[run..].chars().next();
    let opens = next.is_some_and(|c| is_letter(c) || matches!(c, '"' | '«' | '“'))
        && before.is_none_or(|c| !is_letter(c));
    let closes = before.is_some_and(|c| !is_space(c) && c != '*')
        && next.is_none_or(|c| !is_letter(c) && c != '*');
    (run <= 3 && (opens || closes)).then_some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_words() {
        assert_eq!(length("<!-- a --> b", None), Some(10));
        assert_eq!(length("<i>b</i>", Some(' ')), Some(3));
        assert_eq!(length("</v> b", Some('a')), Some(4));
        assert_eq!(length("**Ana** b", Some(' ')), Some(2));
        assert_eq!(length("* b", Some('a')), Some(1));
        assert_eq!(length("* b", Some(' ')), None, "an entry of a list");
        assert_eq!(length("<ana@example.org>", None), None);
        assert_eq!(length("<media omitted>", None), None);
    }
}
