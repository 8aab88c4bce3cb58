//! The walk over the XML of a word-processor document.

use crate::Limits;
use crate::draft::Writer;
use model::{BlockKind, PartKind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// How the XML writes its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Office Open XML: words stand in elements of their own.
    Office,
    /// The same, and all of it stands beside the body.
    Notes(Beside),
    /// `OpenDocument`: words stand right in the paragraph.
    OpenDocument,
}

/// What stands beside the body, each in a part of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Beside {
    /// Tracked changes: words that were taken out or moved.
    Deleted,
    /// Words with the property "hidden".
    Hidden,
    /// Notes and comments inside the text (`OpenDocument`).
    Notes,
    /// Running heads.
    Headers,
    /// Running feet.
    Footers,
    /// Notes at the foot of the page.
    Footnotes,
    /// Notes at the end.
    Endnotes,
    /// Comments in the margin.
    Comments,
    /// What a speaker is to say to a slide.
    Speaker,
}

impl Beside {
    /// What kind of part it goes to.
    pub(super) const fn kind(self) -> PartKind {
        match self {
            Self::Deleted | Self::Hidden => PartKind::Unseen,
            _ => PartKind::Aside,
        }
    }

    /// How people name the part.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Deleted => "deleted text",
            Self::Hidden => "hidden text",
            Self::Notes => "notes and comments",
            Self::Headers => "page headers",
            Self::Footers => "page footers",
            Self::Footnotes => "footnotes",
            Self::Endnotes => "endnotes",
            Self::Comments => "comments",
            Self::Speaker => "speaker notes",
        }
    }
}

/// What is being put together.
pub(super) struct Walk {
    /// What a reader sees.
    pub(super) body: Writer,
    /// What stands beside it or is not seen.
    pub(super) beside: BTreeMap<Beside, Writer>,
    limits: Limits,
    dialect: Dialect,
    words: String,
    deleted: String,
    hidden: String,
    heading: bool,
    /// Open elements that matter.
    in_text: usize,
    in_deleted: usize,
    in_note: usize,
    note: String,
    run_hidden: bool,
    /// Cells of the row that is open; tables inside its cells belong to the cell.
    row: Option<Vec<String>>,
    rows: usize,
    nested: usize,
}

impl Walk {
    pub(super) fn new(limits: &Limits, dialect: Dialect) -> Self {
        Self {
            body: Writer::new(limits),
            beside: BTreeMap::new(),
            limits: *limits,
            dialect,
            words: String::new(),
            deleted: String::new(),
            hidden: String::new(),
            heading: false,
            in_text: 0,
            in_deleted: 0,
            in_note: 0,
            note: String::new(),
            run_hidden: false,
            row: None,
            rows: 0,
            nested: 0,
        }
    }

    fn is_open_document(&self) -> bool {
        self.dialect == Dialect::OpenDocument
    }

    /// Walks the events of an XML text up to its end or its first fault.
    pub(super) fn read(&mut self, xml: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
        reader.config_mut().check_end_names = false;
        let outcome = loop {
            match reader.read_event() {
                Err(error) => break Err(error.to_string()),
                Ok(Event::Eof) => break Ok(()),
                Ok(Event::Start(tag)) => self.start(&tag),
                Ok(Event::Empty(tag)) => {
                    self.start(&tag);
                    self.end(tag.local_name().as_ref());
                }
                Ok(Event::End(tag)) => self.end(tag.local_name().as_ref()),
                Ok(Event::Text(text)) => self.text(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text(&text.xml10_content()),
                Ok(Event::GeneralRef(entity)) => {
                    self.text(crate::xml::letter(&entity).encode_utf8(&mut [0; 4]));
                }
                Ok(_) => {}
            }
        };
        self.paragraph();
        self.end_row();
        outcome
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "p" => {
                self.paragraph();
                self.in_text += usize::from(self.is_open_document());
            }
            "h" if self.is_open_document() => {
                self.paragraph();
                self.in_text += 1;
                self.heading = true;
            }
            "pStyle" | "outlineLvl" => self.heading |= is_heading(tag),
            "t" | "delText" => self.in_text += usize::from(!self.is_open_document()),
            "r" => self.run_hidden = false,
            "vanish" | "webHidden" => {
                self.run_hidden |= !attribute(tag, "val").is_some_and(|v| v == "0" || v == "false");
            }
            "del" | "moveFrom" | "deletion" => self.in_deleted += 1,
            "annotation" | "note-body" if self.is_open_document() => self.in_note += 1,
            "tab" if !self.is_open_document() || self.in_text > 0 => self.text_unchecked("\t"),
            "s" if self.is_open_document() => self.text_unchecked(" "),
            "br" | "line-break" | "cr" => self.text_unchecked("\n"),
            "tr" | "table-row" => {
                self.paragraph();
                if self.row.is_some() {
                    self.nested += 1;
                } else {
                    self.row = Some(Vec::new());
                }
            }
            "tc" | "table-cell" if self.nested == 0 => {
                if let Some(row) = &mut self.row {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                self.paragraph();
                self.in_text = self
                    .in_text
                    .saturating_sub(usize::from(self.is_open_document()));
            }
            "h" if self.is_open_document() => {
                self.paragraph();
                self.in_text = self.in_text.saturating_sub(1);
            }
            "t" | "delText" => {
                self.in_text = self
                    .in_text
                    .saturating_sub(usize::from(!self.is_open_document()));
            }
            "del" | "moveFrom" | "deletion" => {
                self.paragraph_of_aside();
                self.in_deleted = self.in_deleted.saturating_sub(1);
            }
            "annotation" | "note-body" if self.is_open_document() => {
                self.in_note = self.in_note.saturating_sub(1);
                let note = std::mem::take(&mut self.note);
                self.aside(Beside::Notes, &note);
            }
            "tr" | "table-row" => {
                if self.nested > 0 {
                    self.nested -= 1;
                } else {
                    self.end_row();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_text > 0 {
            self.text_unchecked(words);
        }
    }

    fn text_unchecked(&mut self, words: &str) {
        let into = if self.in_note > 0 {
            &mut self.note
        } else if self.in_deleted > 0 {
            &mut self.deleted
        } else if self.run_hidden {
            &mut self.hidden
        } else {
            &mut self.words
        };
        into.push_str(words);
    }

    /// Ends the paragraph that is open.
    fn paragraph(&mut self) {
        if self.in_note > 0 {
            self.note.push('\n');
            return;
        }
        let words = std::mem::take(&mut self.words);
        let heading = std::mem::take(&mut self.heading);
        self.paragraph_of_aside();
        if let Dialect::Notes(beside) = self.dialect {
            self.aside(beside, &words);
        } else if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() && !words.trim().is_empty() {
                cell.push(' ');
            }
            cell.push_str(words.trim());
        } else {
            let kind = if heading {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            self.body.block(&words, kind);
        }
    }

    /// Writes what was deleted or hidden in the paragraph to parts of their own.
    fn paragraph_of_aside(&mut self) {
        let (deleted, hidden) = (
            std::mem::take(&mut self.deleted),
            std::mem::take(&mut self.hidden),
        );
        self.aside(Beside::Deleted, &deleted);
        self.aside(Beside::Hidden, &hidden);
    }

    fn aside(&mut self, beside: Beside, words: &str) {
        if !words.trim().is_empty() {
            let limits = &self.limits;
            let writer = self.beside.entry(beside);
            let writer = writer.or_insert_with(|| Writer::new(limits));
            writer.block(words, BlockKind::Paragraph);
        }
    }

    /// Takes over what another walk found beside the body.
    pub(super) fn take_beside(&mut self, other: Self) {
        self.beside.extend(other.beside);
    }

    fn end_row(&mut self) {
        if let Some(cells) = self.row.take() {
            self.rows += 1;
            self.body.row(self.rows, &cells, false);
        }
    }
}

/// The value of an attribute by its local name.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.to_string())
}

/// Whether a paragraph style is one of headings, in three languages.
fn is_heading(tag: &BytesStart<'_>) -> bool {
    if tag.local_name().as_ref() == "outlineLvl" {
        return attribute(tag, "val").is_some_and(|level| level.trim() != "9");
    }
    let style = attribute(tag, "val").unwrap_or_default().to_lowercase();
    [
        "heading",
        "title",
        "ttulo",
        "título",
        "titulo",
        "заголовок",
        "название",
    ]
    .iter()
    .any(|name| style.starts_with(name))
        || style.len() == 1 && style.bytes().all(|b| b.is_ascii_digit())
}
