//! What a reader gets and gives: one member's bytes in, a draft of its document out.

use crate::{Hint, Limits};
use model::{
    Block, BlockKind, Contact, DocumentId, Format, Part, PartKind, PartialDate, ReadState, Receipt,
    Span,
};

/// One member of the evidence (or the evidence itself) that is to be read.
pub(crate) struct Input<'a> {
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    /// Its file name.
    pub(crate) name: &'a str,
    /// The document it becomes.
    pub(crate) id: &'a DocumentId,
    /// What the depositor said.
    pub(crate) hint: &'a Hint,
    /// What it may cost.
    pub(crate) limits: &'a Limits,
}

impl Input<'_> {
    /// The extension of the name in small letters, without the dot; empty if there is none.
    pub(crate) fn extension(&self) -> String {
        extension(self.name)
    }
}

/// The extension of a file name in small letters, without the dot; empty if there is none.
pub(crate) fn extension(name: &str) -> String {
    name.rsplit_once('.')
        .map_or_else(String::new, |(_, ext)| ext.to_lowercase())
}

/// A file inside: an attachment, or a message of a mailbox.
pub(crate) struct Inner {
    /// Its file name.
    pub(crate) name: String,
    /// How it is found in the evidence: `attachment 1: name`.
    pub(crate) path: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What a reader made of a member.
pub(crate) struct Draft {
    /// What it was read as.
    pub(crate) format: Format,
    /// How it went.
    pub(crate) state: ReadState,
    /// Title, where the document has one.
    pub(crate) title: Option<String>,
    /// Date, where the document says it.
    pub(crate) date: Option<PartialDate>,
    /// Publisher or author, where the document says it.
    pub(crate) publisher: Option<String>,
    /// The text.
    pub(crate) parts: Vec<Part>,
    /// Contacts, if it is a table of calls.
    pub(crate) contacts: Vec<Contact>,
    /// The receipt, if it is a table of calls.
    pub(crate) receipt: Option<Receipt>,
    /// What was not as it should be.
    pub(crate) faults: Vec<String>,
    /// Files inside.
    pub(crate) inner: Vec<Inner>,
}

impl Draft {
    /// A document read as `format`, with nothing in it yet.
    pub(crate) const fn new(format: Format) -> Self {
        Self {
            format,
            state: ReadState::Read,
            title: None,
            date: None,
            publisher: None,
            parts: Vec::new(),
            contacts: Vec::new(),
            receipt: None,
            faults: Vec::new(),
            inner: Vec::new(),
        }
    }

    /// A document of which nothing could be read.
    pub(crate) fn refused(format: Format, why: &str) -> Self {
        let mut draft = Self::new(format);
        draft.state = ReadState::Refused(why.to_owned());
        draft
    }

    /// A document without text.
    pub(crate) fn no_text(format: Format, why: &str) -> Self {
        let mut draft = Self::new(format);
        draft.state = ReadState::NoText(why.to_owned());
        draft
    }

    /// Says that only some of it was read; the first reason stands.
    pub(crate) fn partial(&mut self, why: &str) {
        if self.state == ReadState::Read {
            self.state = ReadState::Partial(why.to_owned());
        } else {
            self.faults.push(why.to_owned());
        }
    }
}

/// Builds the text of a part block by block, with empty lines between blocks.
pub(crate) struct Writer {
    text: String,
    blocks: Vec<Block>,
    /// Bytes after which nothing more is taken.
    most: usize,
    /// Whether something was left out because of `most`.
    pub(crate) cut: bool,
}

impl Writer {
    /// A writer that takes up to `limits.part_bytes`.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            text: String::new(),
            blocks: Vec::new(),
            most: usize::try_from(limits.part_bytes).unwrap_or(usize::MAX),
            cut: false,
        }
    }

    /// Whether nothing was written.
    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Bytes written so far.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Adds a block of these words, trimmed; nothing if there are none.
    pub(crate) fn block(&mut self, words: &str, kind: BlockKind) {
        let words = words.trim();
        if words.is_empty() || !self.room(words.len()) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        self.push(Span::new(start, self.text.len()), kind);
    }

    /// Adds a row of cells on a line of its own, tabs between them.
    pub(crate) fn row(&mut self, number: usize, cells: &[String], header: bool) -> Vec<Span> {
        let bytes: usize = cells.iter().map(|cell| cell.len() + 1).sum();
        if cells.iter().all(|cell| cell.trim().is_empty()) || !self.room(bytes) {
            return Vec::new();
        }
        if !self.text.is_empty() {
            let after_row = matches!(
                self.blocks.last().map(|block| &block.kind),
                Some(BlockKind::Row { .. })
            );
            self.text.push_str(if after_row { "\n" } else { "\n\n" });
        }
        let start = self.text.len();
        let mut spans = Vec::with_capacity(cells.len());
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push('\t');
            }
            let from = self.text.len();
            // A tab or line end inside a cell would tear the row apart.
            self.text.extend(cell.trim().chars().map(|c| match c {
                '\t' | '\n' | '\r' => ' ',
                other => other,
            }));
            spans.push(Span::new(from, self.text.len()));
        }
        let kind = BlockKind::Row {
            number,
            cells: spans.clone(),
            header,
        };
        self.push(Span::new(start, self.text.len()), kind);
        spans
    }

    /// Turns the last block into the header row, if it is a row.
    pub(crate) fn span_of_last(&self) -> Span {
        self.blocks
            .last()
            .map_or(Span::new(0, 0), |block| block.span)
    }

    fn room(&mut self, bytes: usize) -> bool {
        let fits = self.text.len().saturating_add(bytes) <= self.most;
        self.cut |= !fits;
        fits
    }

    fn push(&mut self, span: Span, kind: BlockKind) {
        self.blocks.push(Block {
            span,
            kind,
            language: None,
        });
    }

    /// The part.
    pub(crate) fn part(self, kind: PartKind, label: &str) -> Part {
        Part {
            kind,
            label: label.to_owned(),
            text: self.text,
            blocks: self.blocks,
        }
    }
}

/// A block over a span that exists already.
pub(crate) const fn block(span: Span, kind: BlockKind) -> Block {
    Block {
        span,
        kind,
        language: None,
    }
}
