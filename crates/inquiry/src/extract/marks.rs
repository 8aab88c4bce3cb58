//! Marks of layout inside running text: comments, tags, stars of emphasis, links of Markdown, colours of a terminal, what an
//! export of a chat puts for what it leaves out. They say nothing.
//!
//! The text of a part is often the file itself, so marks cannot be taken out of it. Extraction reads a copy in which blanks
//! stand in their place, byte for byte: every span of the copy is a span of the text.

use super::text::{is_letter, is_space};
use crate::alphabet::{Regex, pattern};
use model::{BlockKind, Document, Format, Part};
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

/// Control sequences of terminals (ECMA-48): colours, titles of windows, and what is left of others.
static ESCAPE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]|\x1b|\u{9b}[0-?]*[ -/]*[@-~]",
    )
});

/// What an export of a chat puts for pictures and recordings, and behind changed messages, in three languages.
static LEFT_OUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)<[^<>@\n]{0,80}(?:omitted|omitid[oa]|медиафайл|опущен|пропущен|отсутствует|attached:|adjunto:|прикреплено:|вложение:|was edited|se editó|изменено)[^<>@\n]{0,120}>",
    )
});

/// A comment longer than this is not looked through, so that no text takes quadratic time.
const COMMENT: usize = 4096;
/// The longest tag in text of which nobody says that it has tags.
const NEAR: usize = 40;
/// Tags that such text carries all the same.
const TAGS: [&str; 14] = [
    "i", "b", "u", "s", "em", "strong", "c", "v", "lang", "ruby", "rt", "font", "span", "br",
];

/// The document as it is to be read: itself, or a copy with blanks for marks.
pub(super) fn without(document: &Document) -> Cow<'_, Document> {
    let blank: fn(&str) -> Option<String> = match document.format {
        Format::Markdown => markdown,
        Format::Transcript => captions,
        Format::Chat => chat,
        _ => |text| plain(text, Voices::Marks),
    };
    let mut read = Cow::Borrowed(document);
    for (index, part) in document.parts.iter().enumerate() {
        let own = blank(&part.text);
        let shown = own.as_deref().unwrap_or(&part.text);
        let escaped = escapes(shown);
        let shown = escaped.as_deref().unwrap_or(shown);
        let numbered = (document.format == Format::Transcript)
            .then(|| numbers(part, shown))
            .flatten();
        if let Some(text) = numbered.or(escaped).or(own)
            && let Some(part) = read.to_mut().parts.get_mut(index)
        {
            part.text = text;
        }
    }
    read
}

/// The text without control sequences of terminals; `None` if there are none.
fn escapes(text: &str) -> Option<String> {
    text.contains(['\u{1b}', '\u{9b}'])
        .then(|| without_hits(text, &ESCAPE))
        .flatten()
}

/// The text of a chat without what stands for pictures; `None` if there is nothing to leave out.
fn chat(text: &str) -> Option<String> {
    let own = text
        .contains('<')
        .then(|| without_hits(text, &LEFT_OUT))??;
    Some(plain(&own, Voices::Marks).unwrap_or(own))
}

fn without_hits(text: &str, marks: &Regex) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for hit in marks.find_iter(text) {
        blank(&mut bytes, hit.start(), hit.end());
    }
    String::from_utf8(bytes).ok()
}

/// The text of captions without their first word and the numbers between them; `None` if there are none.
fn numbers(part: &Part, text: &str) -> Option<String> {
    const HEADER: &str = "WEBVTT";
    let mut bytes = Cow::Borrowed(text.as_bytes());
    let furniture = part.blocks.iter();
    for block in furniture.filter(|block| block.kind == BlockKind::Furniture) {
        let words = block.span.of(text)?;
        let length = if words.starts_with(HEADER) {
            HEADER.len()
        } else if words.bytes().all(|byte| byte.is_ascii_digit()) {
            words.len()
        } else {
            continue;
        };
        blank(bytes.to_mut(), block.span.start, block.span.start + length);
    }
    match bytes {
        Cow::Borrowed(_) => None,
        Cow::Owned(bytes) => String::from_utf8(bytes).ok(),
    }
}

/// What the tag of a voice is: a mark like others, or a name that is to stay.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voices {
    Marks,
    Names,
}

/// The text without comments, tags and stars of emphasis; `None` if there are none.
fn plain(text: &str, voices: Voices) -> Option<String> {
    let mut bytes = Cow::Borrowed(text.as_bytes());
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find(['<', '*'])) {
        at += next;
        let before = text[..at].chars().next_back();
        let named = voices == Voices::Names && is_voice(&text[at..]);
        let length = length(&text[at..], before).filter(|_| !named).unwrap_or(0);
        if length > 0 {
            blank(bytes.to_mut(), at, at + length);
        }
        at += length.max(1);
    }
    match bytes {
        Cow::Borrowed(_) => None,
        Cow::Owned(bytes) => String::from_utf8(bytes).ok(),
    }
}

/// How many bytes of marks `text` begins with, behind the character `before`.
fn length(text: &str, before: Option<char>) -> Option<usize> {
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
    let near = text.as_bytes().get(..NEAR.min(text.len()))?;
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

/// Puts blanks for bytes; only for whole characters, and never for line ends.
fn blank(bytes: &mut [u8], from: usize, to: usize) {
    for byte in bytes.get_mut(from..to).unwrap_or_default() {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

/// The text of captions without comments, tags and stars, but with the names of voices; `None` if there are none.
fn captions(text: &str) -> Option<String> {
    if !text.contains(['<', '{', '*']) {
        return None;
    }
    let mut bytes = text.as_bytes().to_vec();
    for tag in TAG.find_iter(text) {
        if !is_voice(tag.as_str()) {
            blank(&mut bytes, tag.start(), tag.end());
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    Some(plain(&text, Voices::Names).unwrap_or(text))
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
    let text = String::from_utf8(bytes).ok()?;
    Some(plain(&text, Voices::Marks).unwrap_or(text))
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
            captions("<v Ana Pell>never <i>anyone</i>.</v> {\\an8}<00:01.000>").as_deref(),
            Some("<v Ana Pell>never    anyone    .                      ")
        );
        assert_eq!(captions("1 < 2"), Some("1 < 2".to_owned()));
        assert_eq!(
            chat("<Media omitted>\nsee <i>it</i> <Без медиафайлов> <ana@x.example>").as_deref(),
            Some("               \nsee    it                                     <ana@x.example>")
        );
        assert_eq!(
            escapes("\u{1b}[1;31mRosa\u{1b}[0m Bell\u{1b}]0;é\u{7}\u{1b}(B.").as_deref(),
            Some("       Rosa     Bell          .")
        );
        assert_eq!(escapes("[31m"), None);
    }

    #[test]
    fn the_furniture_of_captions_names_nobody() {
        let text = "WEBVTT - Ana Pell\n\n12\n00:01.000 --> 00:02.000\n<v Bob Crane>I left.\n";
        let mut document = Document::of_text("a.vtt", text, model::Language::En);
        document.format = Format::Transcript;
        let furniture = |from: usize, to: usize| model::Block {
            span: model::Span::new(from, to),
            kind: BlockKind::Furniture,
            language: None,
        };
        document.parts[0].blocks = vec![furniture(0, 17), furniture(19, 21)];
        let read = without(&document);
        assert_eq!(
            read.parts[0].text,
            text.replacen("WEBVTT", "      ", 1).replacen("12", "  ", 1)
        );
    }

    #[test]
    fn marks_in_plain_text_are_told_from_words() {
        for (text, read) in [
            ("<!-- a --> b", "           b"),
            ("<i>b</i> c", "   b     c"),
            ("a</v> b", "a     b"),
            ("say **Ana** now", "say   Ana   now"),
            ("**Ана** — да", "  Ана   — да"),
        ] {
            assert_eq!(plain(text, Voices::Marks).as_deref(), Some(read));
        }
        for text in [
            "a\n* b",
            "a * b",
            "<ana@example.org>",
            "<media omitted>",
            "1 < 2",
        ] {
            assert_eq!(plain(text, Voices::Marks), None, "{text}");
        }
    }
}
