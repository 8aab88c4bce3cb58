//! Marks of layout inside running text: emphasis and links of Markdown, tags of captions. They say nothing.
//!
//! The text of such a part is the file itself, so marks cannot be taken out of it. Extraction reads a copy in which blanks
//! stand in their place, byte for byte: every span of the copy is a span of the text.

use super::values::pattern;
use model::{Document, Format};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A tag, but no address in angle brackets and no voice (`<v Ana>`), which names who speaks.
static TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"</?(?:[a-zA-Z]|font|span|ruby|lang|small|strong|sub|sup|code|mark|del|ins|div|img|br|em|rt|th|td|tr)(?:[ .][^<>@]{0,200})?/?>|<\d\d:\d\d[\d:.]*>|\{\\an?\d\}",
    )
});

/// Where a Markdown link leads, with the bracket that closes its words.
static TARGET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"\]\([^()\s]{0,900}(?:\s+"[^"\n]{0,200}")?\)|\]\[[^\[\]\n]{0,80}\]"#)
});

/// The document as it is to be read: itself, or a copy with blanks for marks.
pub(super) fn without(document: &Document) -> Cow<'_, Document> {
    let blank: fn(&str) -> Option<String> = match document.format {
        Format::Markdown => markdown,
        Format::Transcript => tags,
        _ => return Cow::Borrowed(document),
    };
    let mut read = Cow::Borrowed(document);
    for (index, part) in document.parts.iter().enumerate() {
        if let Some(text) = blank(&part.text)
            && let Some(part) = read.to_mut().parts.get_mut(index)
        {
            part.text = text;
        }
    }
    read
}

/// Puts blanks for bytes; only for whole characters, and never for line ends.
fn blank(bytes: &mut [u8], from: usize, to: usize) {
    for byte in bytes.get_mut(from..to).unwrap_or_default() {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

/// The text without tags; `None` if there are none.
fn tags(text: &str) -> Option<String> {
    if !text.contains(['<', '{']) {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    for tag in TAG.find_iter(text) {
        if !is_voice(tag.as_str()) {
            blank(&mut bytes, tag.start(), tag.end());
        }
    }
    String::from_utf8(bytes).ok()
}

fn is_voice(tag: &str) -> bool {
    tag.starts_with("<v ") || tag.starts_with("<v.")
}

/// The text without emphasis, code marks, link targets and tags; `None` if there are none.
fn markdown(text: &str) -> Option<String> {
    if !text.contains(['*', '_', '`', '~', '[', '<', '|']) {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    for target in TARGET.find_iter(text) {
        let line = text.get(..target.start())?.rsplit('\n').next()?;
        let Some(open) = line.rfind('[') else {
            continue;
        };
        let open = target.start() - (line.len() - open);
        let image = text.get(..open)?.ends_with('!');
        blank(&mut bytes, open - usize::from(image), open + 1);
        blank(&mut bytes, target.start(), target.end());
    }
    for tag in TAG.find_iter(text) {
        blank(&mut bytes, tag.start(), tag.end());
    }
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let after = text.get(at + c.len_utf8()..)?.chars().next().unwrap_or(' ');
        // Inside a word an underscore is a letter: ana_ruiz, @_ana.
        let edge = !before.is_alphanumeric() && !matches!(before, '@' | '/' | '.' | '-')
            || !(after.is_alphanumeric() || matches!(after, '@' | '_' | '.' | '-'));
        if matches!(c, '*' | '`' | '~' | '|') || c == '_' && edge {
            blank(&mut bytes, at, at + 1);
        }
        before = c;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_blanks_of_the_same_length() {
        for (text, read) in [
            ("*Ana Pell* said", " Ana Pell  said"),
            ("**Bob** _Crane_ paid", "  Bob    Crane  paid"),
            ("ask ana_ruiz or @_ana", "ask ana_ruiz or @_ana"),
            (
                "a [list](http://x.y/z \"t\") of",
                "a  list                    of",
            ),
            ("![a photo](p.png).", "  a photo        ."),
            ("<b>Ива</b> <ana@x.example>", "   Ива     <ana@x.example>"),
            ("[not a link] (yet)", "[not a link] (yet)"),
        ] {
            let without = markdown(text).unwrap_or_else(|| text.to_owned());
            assert_eq!(without, read);
            assert_eq!(without.len(), text.len(), "{text}");
        }
        assert_eq!(
            tags("<v Ana Pell>never <i>anyone</i>.</v> {\\an8}<00:01.000>").as_deref(),
            Some("<v Ana Pell>never    anyone    .                      ")
        );
        assert_eq!(tags("1 < 2"), Some("1 < 2".to_owned()));
    }
}
