//! PDF: a part a page; pages without text are said, and what stands beside the pages is kept apart.

mod beside;
mod hyphens;
mod repair;

use crate::Limits;
use crate::draft::{Draft, block};
use crate::lines::{lines, trimmed};
use crate::text::Head;
use model::{Block, BlockKind, Format, Part, PartKind, ReadState, Span};
use pdf_extract::{Document, PlainTextOutput};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pages that are read.
const MAX_PAGES: usize = 5_000;
/// What is said of a document that is locked.
const LOCKED: &str = "encrypted: it needs a password";

/// Reads a PDF; one whose table of objects is lost is repaired first.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Draft {
    let draft = attempt(bytes, limits);
    let refused = matches!(&draft.state, ReadState::Refused(why) if why != LOCKED);
    if !refused {
        return draft;
    }
    let repaired = catch_unwind(AssertUnwindSafe(|| repair::repair(bytes)));
    let Some(repaired) = repaired.ok().flatten() else {
        return draft;
    };
    let mut second = attempt(&repaired, limits);
    if second.parts.is_empty() {
        return draft;
    }
    second.partial("the file is damaged: its table of objects was put together again");
    second
}

fn attempt(bytes: &[u8], limits: &Limits) -> Draft {
    let mut document = match load(bytes) {
        Ok(document) => document,
        Err(why) => return Draft::refused(Format::Pdf, &why),
    };
    // Many files are locked against changes only: they open with an empty password.
    if document.is_encrypted() {
        let opened = catch_unwind(AssertUnwindSafe(|| document.decrypt("").is_ok()));
        if !opened.unwrap_or(false) {
            return Draft::refused(Format::Pdf, LOCKED);
        }
    }
    let mut draft = Draft::new(Format::Pdf);
    let pages = catch_unwind(AssertUnwindSafe(|| document.get_pages())).unwrap_or_default();
    let (mut empty, mut broken) = (Vec::new(), Vec::new());
    for &number in pages.keys().take(MAX_PAGES) {
        match page(&document, number) {
            Some(text) if text.chars().any(char::is_alphanumeric) => {
                draft.parts.push(part(number, tidy(&text)));
            }
            Some(_) => empty.push(number),
            None => broken.push(number),
        }
    }
    judge(&mut draft, pages.len(), &empty, &broken);
    about(&mut draft, &document);
    let read: Vec<_> = pages.into_iter().take(MAX_PAGES).collect();
    join(&mut draft, beside::read(&document, &read, limits));
    draft
}

/// Puts what stands beside the pages behind them.
fn join(draft: &mut Draft, beside: Draft) {
    let bare = draft.parts.is_empty();
    if bare
        && !beside.parts.is_empty()
        && let Some(why) = draft.state.why().map(str::to_owned)
    {
        draft.state =
            ReadState::Partial(format!("{why}; only what stands beside the pages was read"));
    }
    if let Some(why) = beside.state.why() {
        draft.partial(why);
    }
    draft.parts.extend(beside.parts);
    draft.faults.extend(beside.faults);
    draft.inner.extend(beside.inner);
}

fn load(bytes: &[u8]) -> Result<Document, String> {
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem(bytes)));
    let stumbled = "a PDF so damaged that its reader stumbled over it";
    loaded.map_err(|_| stumbled.to_owned())?.map_err(|error| {
        let why = error.to_string();
        let small = why.to_lowercase();
        if small.contains("password") || small.contains("decrypt") {
            LOCKED.to_owned()
        } else {
            format!("a damaged PDF: {why}")
        }
    })
}

/// The text of one page; `None` if its reader stumbled.
fn page(document: &Document, number: u32) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| {
        let mut text = String::new();
        let mut output = PlainTextOutput::new(&mut text);
        let outcome = pdf_extract::output_doc_page(document, &mut output, number);
        // What was written before a fault is text all the same.
        (outcome.is_ok() || !text.trim().is_empty()).then_some(text)
    }))
    .ok()
    .flatten()
}

/// No control characters, no white space at line ends, no more than one empty line.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split('\n') {
        let line: String = line
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let line = line.trim_end();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        tidy.push_str(line);
    }
    hyphens::joined(&tidy)
}

fn part(number: u32, text: String) -> Part {
    Part {
        kind: PartKind::Page,
        label: format!("page {number}"),
        blocks: paragraphs(&text),
        text,
    }
}

/// Paragraphs of a page: runs of lines without an empty one between them.
fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in lines(text) {
        let line = trimmed(text, line);
        if line.is_empty() {
            open = false;
            continue;
        }
        match blocks.last_mut().filter(|_| open) {
            Some(last) => last.span = Span::new(last.span.start, line.end),
            None => blocks.push(block(line, BlockKind::Paragraph)),
        }
        open = true;
    }
    blocks
}

/// Page numbers, the first of many.
fn list(numbers: &[u32]) -> String {
    let shown: Vec<String> = numbers.iter().take(12).map(u32::to_string).collect();
    let more = if numbers.len() > 12 { " ..." } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// The state, from the pages that gave no text.
fn judge(draft: &mut Draft, pages: usize, empty: &[u32], broken: &[u32]) {
    if pages == 0 {
        draft.state = ReadState::Refused("a damaged PDF: no page can be found in it".to_owned());
    } else if draft.parts.is_empty() && broken.is_empty() {
        let why = format!("no text on any of its pages ({pages}): it needs OCR");
        draft.state = ReadState::NoText(why);
    } else if draft.parts.is_empty() {
        draft.state = ReadState::Refused(format!(
            "a damaged PDF: pages {} cannot be read",
            list(broken)
        ));
    } else {
        if !broken.is_empty() {
            draft.partial(&format!("pages {} are damaged", list(broken)));
        }
        if !empty.is_empty() {
            draft.partial(&format!("no text on pages {}: they need OCR", list(empty)));
        }
        if pages > MAX_PAGES {
            draft.partial(&format!(
                "only the first {MAX_PAGES} of {pages} pages were read"
            ));
        }
    }
}

/// Title from the document's own properties, date from a line at the top.
fn about(draft: &mut Draft, document: &Document) {
    let title = catch_unwind(AssertUnwindSafe(|| {
        let info = document.trailer.get(b"Info").ok()?;
        let (_, info) = document.dereference(info).ok()?;
        let title = info.as_dict().ok()?.get(b"Title").ok()?;
        let text = beside::string(title)?;
        let text = text.trim().to_owned();
        let named =
            !text.is_empty() && !matches!(text.as_str(), "untitled" | "(anonymous)" | "Untitled");
        named.then_some(text)
    }));
    draft.title = title.ok().flatten();
    let Some(first) = draft.parts.first() else {
        return;
    };
    draft.date = lines(&first.text)
        .take(12)
        .filter_map(|line| line.of(&first.text))
        .find_map(|line| Head::date_line(line.trim()));
}
