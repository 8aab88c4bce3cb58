//! Plain text and Markdown: the file byte for byte, with its paragraphs, headings and header lines.

use super::head;
use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use model::{BlockKind, Format, Part, PartKind, Span};

/// A run of lines without an empty one between them.
type Run = Vec<Span>;

/// Lines longer than this (in characters) are not wrapped by hand: each line is a paragraph.
const UNWRAPPED: usize = 160;

/// Reads a text whose structure is its empty lines.
pub(crate) fn read(text: String, markdown: bool) -> Draft {
    let format = if markdown {
        Format::Markdown
    } else {
        Format::Text
    };
    if text.trim_matches(crate::lines::blank).is_empty() {
        return Draft::no_text(format, "there is nothing but white space in it");
    }
    let mut draft = Draft::new(format);
    let head = head::read(&text);
    draft.title.clone_from(&head.title);
    draft.date = head.date;
    draft.publisher = head.publisher.clone().or_else(|| head.author.clone());
    let mut blocks: Vec<_> = head
        .lines
        .iter()
        .map(|&line| block(line, BlockKind::Furniture))
        .collect();
    let runs = runs(&text, head.end);
    if markdown {
        blocks.extend(markdown_blocks(&text, &runs, &mut draft));
        let found = comments(&text);
        if !found.is_empty() {
            draft.faults.push(format!(
                "it holds {} comments that no reader of the page sees: they are kept as furniture, no claim is taken from them",
                found.len()
            ));
            blocks = cut_out(&text, blocks, &found);
        }
    } else {
        blocks.extend(plain_blocks(&text, &runs, &mut draft));
    }
    draft.parts.push(Part {
        kind: PartKind::Body,
        label: "body".to_owned(),
        text,
        blocks,
    });
    draft
}

/// Runs of filled lines from byte `from` on; lines of an unwrapped text are runs of their own.
fn runs(text: &str, from: usize) -> Vec<Run> {
    let behind = |line: &Span| line.start >= from && !(from > 0 && line.end <= from);
    let unwrapped = lines(text).filter(behind).any(|line| {
        line.of(text)
            .is_some_and(|raw| raw.chars().count() > UNWRAPPED)
    });
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    for line in lines(text).filter(behind) {
        let line = trimmed(text, line);
        if line.is_empty() {
            open = false;
        } else if open && !unwrapped {
            if let Some(run) = runs.last_mut() {
                run.push(line);
            }
        } else {
            runs.push(vec![line]);
            open = true;
        }
    }
    runs
}

fn whole(run: &Run) -> Span {
    let start = run.first().map_or(0, |line| line.start);
    Span::new(start, run.last().map_or(start, |line| line.end))
}

/// How many runs at the top may be title, byline or date.
const TOP: usize = 5;

fn plain_blocks(text: &str, runs: &[Run], draft: &mut Draft) -> Vec<model::Block> {
    let mut blocks = Vec::with_capacity(runs.len());
    let mut titled = false;
    let mut at_top = true;
    for (index, run) in runs.iter().enumerate() {
        let span = whole(run);
        let words = span.of(text).unwrap_or("");
        at_top &= index < TOP;
        let single = run.len() == 1;
        let mut kind = BlockKind::Paragraph;
        if at_top && single {
            if let Some(author) = head::byline(words) {
                draft.publisher.get_or_insert_with(|| author.to_owned());
                kind = BlockKind::Furniture;
            } else if let Some(date) =
                head::date_line(words).filter(|_| index > 0 || runs.len() > 1)
            {
                draft.date.get_or_insert(date);
                kind = BlockKind::Furniture;
            } else if !titled && runs.len() > 1 && head::is_title(words) && apart(text, span) {
                titled = true;
                draft.title.get_or_insert_with(|| words.to_owned());
                kind = BlockKind::Heading;
            } else {
                at_top = false;
            }
        } else {
            at_top = false;
        }
        if !at_top && single && words.chars().any(char::is_alphabetic) && shouts(words) {
            kind = BlockKind::Heading;
        }
        if words.chars().all(|c| !c.is_alphanumeric()) {
            kind = BlockKind::Furniture;
        }
        blocks.push(block(span, kind));
    }
    blocks
}

/// Whether an empty line follows.
fn apart(text: &str, span: Span) -> bool {
    let rest = text.get(span.end..).unwrap_or("");
    rest.bytes()
        .take_while(u8::is_ascii_whitespace)
        .filter(|&b| b == b'\n' || b == b'\r')
        .count()
        >= 2
}

/// A short line all in capitals is a heading.
fn shouts(words: &str) -> bool {
    words.split_whitespace().count() <= 10
        && words.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && !words.chars().any(char::is_lowercase)
        && !words.ends_with(['.', '!', '?'])
}

/// Markdown blocks: `#` and underlined headings, rules and fences as furniture, list marks left out of the words.
fn markdown_blocks(text: &str, runs: &[Run], draft: &mut Draft) -> Vec<model::Block> {
    let mut state = Markdown {
        text,
        blocks: Vec::new(),
        fenced: false,
    };
    for run in runs {
        state.run(run);
    }
    let first = state
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Heading)
        .and_then(|block| block.span.of(text));
    if let Some(first) = first {
        draft.title.get_or_insert_with(|| first.to_owned());
    }
    state.blocks
}

struct Markdown<'a> {
    text: &'a str,
    blocks: Vec<model::Block>,
    fenced: bool,
}

impl Markdown<'_> {
    fn run(&mut self, run: &Run) {
        let mut open: Option<Span> = None;
        for &line in run {
            let words = line.of(self.text).unwrap_or("");
            let fence = words.starts_with("```") || words.starts_with("~~~");
            let rule = words.len() >= 3
                && words
                    .chars()
                    .all(|c| matches!(c, '-' | '*' | '_' | '=' | ' ' | '|' | ':'));
            if rule
                && !self.fenced
                && let Some(title) = open.take()
            {
                let underline = run.first().is_some_and(|first| first.start == title.start);
                let heading = underline && words.starts_with(['=', '-']);
                self.push(
                    title,
                    if heading {
                        BlockKind::Heading
                    } else {
                        BlockKind::Paragraph
                    },
                );
                self.push(line, BlockKind::Furniture);
            } else if fence || rule || self.fenced {
                self.close(&mut open);
                self.fenced ^= fence;
                self.push(line, BlockKind::Furniture);
            } else if words.starts_with('#') {
                self.close(&mut open);
                let words = words.trim_start_matches('#').trim();
                let at = self
                    .text
                    .get(line.start..line.end)
                    .and_then(|l| l.find(words))
                    .unwrap_or(0);
                let start = line.start + at;
                self.push(
                    Span::new(start, start + words.trim_end_matches(['#', ' ']).len()),
                    BlockKind::Heading,
                );
            } else if let Some(mark) = list_mark(words) {
                self.close(&mut open);
                open = Some(Span::new(line.start + mark, line.end));
            } else {
                open = Some(open.map_or(line, |o| Span::new(o.start, line.end)));
            }
        }
        self.close(&mut open);
    }

    fn close(&mut self, open: &mut Option<Span>) {
        if let Some(span) = open.take() {
            self.push(span, BlockKind::Paragraph);
        }
    }

    fn push(&mut self, span: Span, kind: BlockKind) {
        if !span.is_empty() {
            self.blocks.push(block(span, kind));
        }
    }
}

/// Comments (`<!-- words -->`), also over several paragraphs; one that is not closed is none.
fn comments(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("<!--")) {
        let from = at + open;
        let Some(close) = text.get(from + 4..).and_then(|rest| rest.find("-->")) else {
            break;
        };
        at = from + 4 + close + 3;
        found.push(Span::new(from, at));
    }
    found
}

/// The blocks without these stretches, which become furniture of their own.
fn cut_out(text: &str, blocks: Vec<model::Block>, cuts: &[Span]) -> Vec<model::Block> {
    let mut out: Vec<_> = cuts
        .iter()
        .map(|&cut| block(cut, BlockKind::Furniture))
        .collect();
    let mut cuts = cuts.iter().peekable();
    for model::Block { span, kind, .. } in blocks {
        let mut from = span.start;
        // A comment may begin in one block and end in another.
        while let Some(cut) = cuts.peek().filter(|cut| cut.start < span.end) {
            if cut.end > from {
                let before = trimmed(text, Span::new(from, cut.start.max(from)));
                if !before.is_empty() {
                    out.push(block(before, kind.clone()));
                }
                from = cut.end;
            }
            if cut.end > span.end {
                break;
            }
            cuts.next();
        }
        if from < span.end {
            let rest = trimmed(text, Span::new(from, span.end));
            if !rest.is_empty() {
                out.push(block(rest, kind));
            }
        }
    }
    out.sort_by_key(|block| block.span.start);
    out
}

/// How many bytes the mark of a list item or quotation takes.
fn list_mark(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    let mark = if digits > 0 && digits < 4 {
        rest.starts_with(['.', ')']).then_some(digits + 1)?
    } else {
        line.starts_with(['-', '*', '+', '>']).then_some(1)?
    };
    let behind = line.get(mark..)?;
    let spaces = behind.len() - behind.trim_start().len();
    (spaces > 0 && spaces < behind.len()).then_some(mark + spaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(draft: &Draft) -> Vec<(&'static str, &str)> {
        let part = &draft.parts[0];
        part.blocks
            .iter()
            .map(|block| {
                let kind = match block.kind {
                    BlockKind::Heading => "heading",
                    BlockKind::Furniture => "furniture",
                    _ => "paragraph",
                };
                (kind, block.span.of(&part.text).unwrap_or("?"))
            })
            .collect()
    }

    #[test]
    fn a_news_text() {
        let text = "\u{feff}Fuente: Costa Norte\r\nFecha: 8 de febrero de 2025\r\n\r\nLes prometieron ladrillos\r\n\r\nPor Ana Ruiz\r\n\r\nUna mujer\r\ndijo que no.\r\n";
        let draft = read(text.to_owned(), false);
        assert_eq!(draft.parts[0].text, text);
        assert_eq!(
            kinds(&draft),
            [
                ("furniture", "Fuente: Costa Norte"),
                ("furniture", "Fecha: 8 de febrero de 2025"),
                ("heading", "Les prometieron ladrillos"),
                ("furniture", "Por Ana Ruiz"),
                ("paragraph", "Una mujer\r\ndijo que no.")
            ]
        );
        assert_eq!(draft.title.as_deref(), Some("Les prometieron ladrillos"));
        assert_eq!(draft.publisher.as_deref(), Some("Costa Norte"));
        assert_eq!(draft.date, model::PartialDate::parse("2025-02-08"));
    }

    #[test]
    fn a_lone_line_is_no_title() {
        assert_eq!(
            kinds(&read("Only these words".to_owned(), false)),
            [("paragraph", "Only these words")]
        );
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let text = format!("A title\n\n{}\nShort one.\n", "word ".repeat(50));
        assert_eq!(read(text, false).parts[0].blocks.len(), 3);
    }

    #[test]
    fn markdown() {
        let text = "# Title #\n\nOne\ntwo\n- item\n- item 2\n\nUnder\n=====\ntext\n\n```\ncode\n```\n1. first\n";
        assert_eq!(
            kinds(&read(text.to_owned(), true)),
            [
                ("heading", "Title"),
                ("paragraph", "One\ntwo"),
                ("paragraph", "item"),
                ("paragraph", "item 2"),
                ("heading", "Under"),
                ("furniture", "====="),
                ("paragraph", "text"),
                ("furniture", "```"),
                ("furniture", "code"),
                ("furniture", "```"),
                ("paragraph", "first")
            ]
        );
    }

    #[test]
    fn comments_are_furniture() {
        let text = "# Title\n\nOne <!-- two\n\nthree --> four.\n\n<!-- five -->\nSix <!-- open\n";
        let draft = read(text.to_owned(), true);
        assert_eq!(
            kinds(&draft),
            [
                ("heading", "Title"),
                ("paragraph", "One"),
                ("furniture", "<!-- two\n\nthree -->"),
                ("paragraph", "four."),
                ("furniture", "<!-- five -->"),
                ("paragraph", "Six <!-- open")
            ]
        );
        assert!(draft.faults[0].starts_with("it holds 2 comments"));
        assert!(read("a <!-- b -->".to_owned(), false).faults.is_empty());
    }
}
