//! HTML: its blocks in order, kept apart; navigation and the like as furniture; what it says about itself.
//!
//! A stream of tokens is walked with a stack of open elements; no tree is built, so depth costs nothing.

mod elements;
mod meta;

use crate::draft::{Draft, Writer};
use crate::text::Head;
use crate::{Limits, dates};
use elements::{Class, Open, class_of, is_boilerplate};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};
use meta::Meta;
use model::{BlockKind, Format, Part, PartKind};
use std::collections::BTreeMap;

/// Reads a page.
pub(crate) fn read(text: &str, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Html);
    let Walked { body, meta, cut } = walk(text, limits);
    let part = body.part;
    if part
        .blocks
        .iter()
        .all(|block| block.kind == BlockKind::Furniture)
    {
        let why = "the page holds no text of its own (it may be drawn by a script)";
        draft = Draft::no_text(Format::Html, why);
    }
    if cut {
        draft.partial("the page is larger than is read");
    }
    draft.faults.extend(body.fault);
    draft.title = meta.title();
    draft.date = meta.date();
    draft.publisher = meta.publisher();
    if !part.blocks.is_empty() {
        draft.parts.push(part);
    }
    draft.parts.extend(body.unseen);
    draft
}

/// The body text of a mail that comes as HTML.
pub(crate) fn body(text: &str, limits: &Limits) -> Body {
    walk(text, limits).body
}

/// The text of a page.
pub(crate) struct Body {
    /// What its readers see.
    pub(crate) part: Part,
    /// What they do not see.
    pub(crate) unseen: Option<Part>,
    /// What is to be said of it.
    pub(crate) fault: Option<String>,
}

/// What a walk over a page gives.
struct Walked {
    body: Body,
    meta: Meta,
    /// The page is larger than is read.
    cut: bool,
}

fn walk(text: &str, limits: &Limits) -> Walked {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut walker = Walker::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => walker.start(&tag),
            Token::EndTag(tag) => walker.end(&utf8(&tag.name)),
            Token::String(words) => walker.words(&utf8(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walker.finish(limits)
}

fn utf8(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A block as it was found.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the block"
)]
struct Found {
    words: String,
    heading: bool,
    /// Inside an element that is furniture by its name.
    furniture: bool,
    /// Inside an element that looks like furniture by its class.
    looks: bool,
    /// Bytes of the words that are links.
    linked: usize,
    /// Inside an element that no reader sees.
    hidden: bool,
    /// Inside an element that is kept from those who have the page read to them.
    veiled: bool,
}

/// What the part of hidden words is called.
const UNSEEN: &str = "hidden text";
/// Open elements that are kept; deeper ones change nothing.
const MAX_OPEN: usize = 2_000;

#[derive(Default)]
struct Walker {
    open: Vec<Open>,
    found: Vec<Found>,
    words: String,
    linked: usize,
    /// Words of the elements that no reader sees.
    unseen: String,
    meta: Meta,
    /// How many open elements hold no text.
    silent: usize,
    /// How many open elements are links.
    links: usize,
    /// How many are an article or the main part.
    articles: usize,
    /// How many are furniture by their name.
    furniture: usize,
    /// How many look like furniture.
    looks: usize,
    /// How many hide their text.
    hidden: usize,
    /// How many are kept from those who have the page read to them.
    veiled: usize,
    /// Text of the `title` or of a JSON-LD script that is open.
    aside: Option<(bool, String)>,
}

impl Walker {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = utf8(&tag.name);
        let attributes: BTreeMap<String, String> = tag
            .attributes
            .iter()
            .take(64)
            .map(|(key, value)| (utf8(key), utf8(value)))
            .collect();
        let class = class_of(&name);
        match name.as_str() {
            "meta" => self.meta.element(&attributes),
            "time" => self.meta.time(&attributes),
            "br" if self.silent == 0 => self.buffer().push('\n'),
            "title" if self.silent == 0 => self.aside = Some((false, String::new())),
            "script"
                if attributes
                    .get("type")
                    .is_some_and(|t| t.contains("ld+json")) =>
            {
                self.aside = Some((true, String::new()));
            }
            _ => {}
        }
        if class == Class::Heading || class == Class::Block {
            self.flush();
        }
        // A paragraph or list item that is not closed ends where the next begins.
        if matches!(
            name.as_str(),
            "p" | "li" | "td" | "th" | "tr" | "dt" | "dd" | "option"
        ) && self.open.last().is_some_and(|open| open.name == name)
        {
            self.pop();
        }
        if class == Class::Void || tag.self_closing && class == Class::Silent {
            self.aside = None;
            return;
        }
        if self.open.len() < MAX_OPEN {
            let hidden = elements::is_hidden(&attributes);
            let veiled = elements::is_veiled(&attributes);
            if hidden || veiled {
                self.flush_unseen();
            }
            let open = Open {
                hidden,
                veiled,
                furniture: elements::is_furniture(&name, self.articles > 0),
                looks: is_boilerplate(&name, &attributes),
                class,
                name,
            };
            self.silent += usize::from(class == Class::Silent);
            self.links += usize::from(open.name == "a");
            self.articles += usize::from(open.is_article());
            self.furniture += usize::from(open.furniture);
            self.looks += usize::from(open.looks);
            self.hidden += usize::from(open.hidden);
            self.veiled += usize::from(open.veiled);
            self.open.push(open);
        }
    }

    fn end(&mut self, name: &str) {
        if name == "title" || name == "script" {
            match self.aside.take() {
                Some((true, text)) => self.meta.linked_data(&text),
                Some((false, text)) => self.meta.page_title(&text),
                None => {}
            }
        }
        if matches!(class_of(name), Class::Heading | Class::Block) {
            self.flush();
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            return;
        };
        while self.open.len() > at {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(open) = self.open.pop() {
            if open.hidden || open.veiled {
                self.flush_unseen();
            }
            self.hidden -= usize::from(open.hidden);
            self.veiled -= usize::from(open.veiled);
            self.silent -= usize::from(open.class == Class::Silent);
            self.links -= usize::from(open.name == "a");
            self.articles -= usize::from(open.is_article());
            self.furniture -= usize::from(open.furniture);
            self.looks -= usize::from(open.looks);
        }
    }

    fn words(&mut self, words: &str) {
        if let Some((_, text)) = &mut self.aside {
            text.push_str(words);
            return;
        }
        if self.silent > 0 {
            return;
        }
        let exact = self
            .open
            .iter()
            .rev()
            .take(8)
            .any(|open| open.name == "pre");
        let seen = self.hidden + self.veiled == 0;
        let taken = self.buffer();
        let before = taken.len();
        for c in words.chars() {
            if exact || !c.is_whitespace() || c == '\u{a0}' {
                taken.push(c);
            } else if !taken.is_empty() && !taken.ends_with([' ', '\n']) {
                taken.push(' ');
            }
        }
        let more = taken.len() - before;
        if seen && self.links > 0 {
            self.linked += more;
        }
    }

    /// Where words go: what no reader sees tears no sentence apart.
    fn buffer(&mut self) -> &mut String {
        if self.hidden + self.veiled > 0 {
            &mut self.unseen
        } else {
            &mut self.words
        }
    }

    /// Keeps the words that no reader sees as a passage of their own.
    fn flush_unseen(&mut self) {
        let words = std::mem::take(&mut self.unseen);
        let trimmed = words.trim();
        // A sign for the eye alone says nothing.
        let says = self.hidden > 0 || trimmed.chars().any(char::is_alphanumeric);
        if !trimmed.is_empty() && says {
            self.found.push(Found {
                heading: false,
                furniture: false,
                looks: false,
                hidden: self.hidden > 0,
                veiled: self.hidden == 0,
                words: tidy(trimmed),
                linked: 0,
            });
        }
    }

    fn flush(&mut self) {
        self.flush_unseen();
        let words = std::mem::take(&mut self.words);
        let linked = std::mem::take(&mut self.linked);
        let trimmed = words.trim();
        if trimmed.is_empty() {
            return;
        }
        self.found.push(Found {
            heading: self
                .open
                .iter()
                .rev()
                .take(6)
                .any(|open| open.class == Class::Heading),
            furniture: self.furniture > 0,
            looks: self.looks > 0,
            hidden: false,
            veiled: false,
            words: tidy(trimmed),
            linked,
        });
    }

    fn finish(mut self, limits: &Limits) -> Walked {
        self.flush();
        self.unveil();
        // Where nearly all text looks like furniture by its class, the classes mislead.
        let size = |looks: bool| -> usize {
            let kept = self
                .found
                .iter()
                .filter(|f| f.looks == looks && !f.furniture && !f.hidden);
            kept.filter(|f| f.linked * 2 < f.words.len())
                .map(|f| f.words.len())
                .sum()
        };
        let misled = size(false) < 200 && size(true) > 3 * size(false);
        let mut writer = Writer::new(limits);
        let mut unseen = Writer::new(limits);
        for (index, found) in self.found.iter().enumerate() {
            if found.hidden {
                unseen.block(&found.words, BlockKind::Paragraph);
                continue;
            }
            let furniture = found.furniture || found.looks && !misled || linked_list(found);
            let kind = if furniture {
                BlockKind::Furniture
            } else if found.heading {
                self.meta.heading(&found.words);
                BlockKind::Heading
            } else {
                self.line(index, &found.words)
            };
            writer.block(&found.words, kind);
        }
        let hidden = self.found.iter().filter(|found| found.hidden).count();
        let fault = || {
            format!(
                "{hidden} passages are hidden from readers of the page: they are kept in a part of their own, \"{UNSEEN}\""
            )
        };
        Walked {
            cut: writer.cut || unseen.cut,
            body: Body {
                part: writer.part(PartKind::Body, "body"),
                fault: (hidden > 0).then(fault),
                unseen: (!unseen.is_empty()).then(|| unseen.part(PartKind::Unseen, UNSEEN)),
            },
            meta: self.meta,
        }
    }

    /// Takes veiled passages for hidden ones, unless they are most of the page: behind an open dialogue all of it is veiled.
    fn unveil(&mut self) {
        let size = |veiled: bool| -> usize {
            let kept = self.found.iter();
            let kept = kept.filter(|found| !found.hidden && found.veiled == veiled);
            kept.map(|found| found.words.len()).sum()
        };
        if size(true) < size(false) {
            for found in &mut self.found {
                found.hidden |= found.veiled;
            }
        }
    }

    /// A date line or byline near the top is furniture that says something.
    fn line(&self, index: usize, words: &str) -> BlockKind {
        if index > 40 {
            return BlockKind::Paragraph;
        }
        if let Some(author) = Head::byline(words) {
            self.meta.byline(author);
            return BlockKind::Furniture;
        }
        match Head::date_line(words) {
            Some(date) => {
                self.meta.line(date);
                BlockKind::Furniture
            }
            None => BlockKind::Paragraph,
        }
    }
}

/// A short block that is nearly all link is a menu entry.
fn linked_list(found: &Found) -> bool {
    !found.heading && found.words.len() < 200 && found.linked * 10 >= found.words.len() * 8
}

/// No white space around line breaks, and no more than one break.
fn tidy(words: &str) -> String {
    let mut lines = words
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty());
    let mut tidy = lines.next().unwrap_or("").to_owned();
    for line in lines {
        tidy.push('\n');
        tidy.push_str(line);
    }
    tidy
}

/// Whether a text is HTML: it begins like it, or is named so and has a tag.
pub(crate) fn is_html(text: &str, named: bool) -> bool {
    let top = text.trim_start_matches(crate::lines::blank);
    let top = top
        .get(..top.floor_char_boundary(1_024))
        .unwrap_or(top)
        .to_ascii_lowercase();
    let begins = ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| top.starts_with(tag));
    let inside = top.starts_with('<')
        && ["<html", "<head>", "<body"]
            .iter()
            .any(|tag| top.contains(tag));
    begins || inside || named && top.contains('<')
}

/// The date a `datetime` attribute or meta element gives.
fn attribute_date(value: &str) -> Option<model::PartialDate> {
    dates::find(value, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::PartialDate;

    const PAGE: &str = r#"<!DOCTYPE html><html lang=en><head><title>Bricks | The Post</title>
        <meta property="og:site_name" content="The Harbour Post"><style>p{}</style>
        <script type="application/ld+json">{"@graph":[{"datePublished":"2025-02-05T10:00:00Z","headline":"Bricks"}]}</script>
        </head><body><nav><a href=/>Home</a></nav><div class="cookie-banner">We use cookies</div>
        <article><header><h1>Promised bricks</h1></header><p class=date>5 February 2025</p><p>By Anna Reed</p>
        <p>She said   that<br>he &laquo;left&raquo;.<p>Second <b>para</b>graph.
        <script>var x = "<p>no</p>";</script></article><footer>All rights</footer></body></html>"#;

    fn blocks(draft: &Draft) -> Vec<(&str, bool)> {
        let part = &draft.parts[0];
        part.blocks
            .iter()
            .filter(|block| block.kind != BlockKind::Furniture)
            .map(|block| {
                (
                    block.span.of(&part.text).unwrap_or("?"),
                    block.kind == BlockKind::Heading,
                )
            })
            .collect()
    }

    #[test]
    fn a_news_page() {
        let draft = read(PAGE, &Limits::default());
        assert_eq!(
            blocks(&draft),
            [
                ("Promised bricks", true),
                ("She said that\nhe «left».", false),
                ("Second paragraph.", false)
            ]
        );
        assert_eq!(draft.title.as_deref(), Some("Bricks"));
        assert_eq!(draft.date, PartialDate::parse("2025-02-05"));
        assert_eq!(draft.publisher.as_deref(), Some("The Harbour Post"));
    }

    #[test]
    fn hidden_text_is_kept_and_said() {
        let page = "<!doctype html><body><p>Seen <b style='Display: none'>not seen</b> again, <i aria-hidden=true>*</i> twice.</p><h2 hidden>Gone</h2><p style=\"visibility:hidden\">Nor this.</p><span aria-hidden=\"true\">Nor <b hidden>that</b></span><p style='font-size: 0 !important'>So small</p><p style='font-size:0.9em; opacity:0.5'>Read me.</p>";
        let draft = read(page, &Limits::default());
        assert_eq!(
            blocks(&draft),
            [("Seen again, twice.", false), ("Read me.", false)]
        );
        let [body, unseen] = draft.parts.as_slice() else {
            panic!("{:?}", draft.parts);
        };
        assert!(!body.text.contains("not seen"));
        assert_eq!(
            (unseen.kind, unseen.label.as_str(), unseen.text.as_str()),
            (
                PartKind::Unseen,
                "hidden text",
                "not seen\n\nGone\n\nNor this.\n\nNor\n\nthat\n\nSo small"
            )
        );
        assert!(
            draft.faults[0].starts_with("6 passages are hidden"),
            "{:?}",
            draft.faults
        );
        // Behind an open dialogue the whole page is kept from those who have it read to them, but everybody sees it.
        let page = "<body><main aria-hidden=true><p>She said that he left.</p></main><dialog>Sign in</dialog>";
        assert_eq!(
            blocks(&read(page, &Limits::default())),
            [("She said that he left.", false)]
        );
    }

    #[test]
    fn deep_and_unclosed() {
        let text = format!("<p>start{}<p>end", "<div>".repeat(100_000));
        assert_eq!(
            blocks(&read(&text, &Limits::default())),
            [("start", false), ("end", false)]
        );
        assert!(matches!(
            read("<html></html>", &Limits::default()).state,
            model::ReadState::NoText(_)
        ));
    }
}
