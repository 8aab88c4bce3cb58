//! Word-processor documents: .docx, .odt, and the slides of .pptx and .odp.
//!
//! What a reader of the printed page does not see (deleted and hidden words, comments) goes to an aside part.

use crate::draft::{Draft, Writer};
use crate::package::Package;
use crate::text::Head;
use crate::{Limits, dates};
use model::{BlockKind, Format, PartKind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Reads a .docx package.
pub(crate) fn docx(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, false);
    member(package, "word/document.xml", &mut walk, &mut draft);
    if walk.body.is_empty()
        && draft.faults.is_empty()
        && package.find("word/document.xml").is_none()
    {
        return Draft::refused(Format::Word, "a .docx without its document: damaged");
    }
    let mut beside = Walk::new(limits, false);
    for name in [
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/comments.xml",
    ] {
        beside.note_as = name
            .split(['/', '.'])
            .nth(1)
            .unwrap_or("note")
            .trim_end_matches('s')
            .to_owned();
        member(package, name, &mut beside, &mut draft);
    }
    draft.title = title(package, "docProps/core.xml");
    finish(draft, walk, beside, package)
}

/// Reads an .odt (or .odp) package.
pub(crate) fn odt(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, true);
    if package.find("content.xml").is_none() {
        return Draft::refused(
            Format::Word,
            "an OpenDocument file without its content: damaged",
        );
    }
    if package
        .text("META-INF/manifest.xml")
        .is_some_and(|manifest| manifest.is_ok_and(|text| text.contains("encryption-data")))
    {
        return Draft::refused(Format::Word, "encrypted: it needs a password");
    }
    member(package, "content.xml", &mut walk, &mut draft);
    draft.title = title(package, "meta.xml");
    finish(draft, walk, Walk::new(limits, true), package)
}

/// Reads the slides of a .pptx package, in the order of their numbers.
pub(crate) fn pptx(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, false);
    for number in 1..=2_000 {
        let name = format!("ppt/slides/slide{number}.xml");
        if package.find(&name).is_none() {
            break;
        }
        member(package, &name, &mut walk, &mut draft);
    }
    draft.title = title(package, "docProps/core.xml");
    finish(draft, walk, Walk::new(limits, false), package)
}

/// Walks one XML member; says what went wrong.
fn member(package: &mut Package<'_>, name: &str, walk: &mut Walk, draft: &mut Draft) {
    match package.text(name) {
        None => {}
        Some(Err(why)) => draft.partial(&format!("{name}: {why}")),
        Some(Ok(xml)) => {
            if let Err(why) = walk.read(&xml) {
                draft.partial(&format!("{name} is damaged: {why}"));
            }
        }
    }
}

/// The title that the properties of a document name.
fn title(package: &mut Package<'_>, name: &str) -> Option<String> {
    let xml = package.text(name)?.ok()?;
    let from = xml.find("<dc:title>")? + "<dc:title>".len();
    let rest = xml.get(from..)?;
    let title = rest.get(..rest.find('<')?)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

fn finish(mut draft: Draft, walk: Walk, beside: Walk, package: &Package<'_>) -> Draft {
    if package.is_torn() {
        draft.partial("the end of the file is missing; what stands before it was read");
    }
    if walk.body.is_empty() && walk.aside.is_empty() {
        if draft.state == model::ReadState::Read {
            draft.state = model::ReadState::NoText("there is no text in it".to_owned());
        } else if let Some(why) = draft.state.why() {
            draft.state = model::ReadState::Refused(why.to_owned());
        }
        return draft;
    }
    if walk.body.cut {
        draft.partial("the document is larger than is read");
    }
    let body = walk.body.part(PartKind::Body, "body");
    if draft.title.is_none() {
        let heading = body
            .blocks
            .iter()
            .find(|block| block.kind == BlockKind::Heading);
        draft.title = heading
            .and_then(|block| block.span.of(&body.text))
            .map(str::to_owned);
    }
    for block in body.blocks.iter().take(6) {
        let line = block.span.of(&body.text).unwrap_or("");
        draft.date = draft.date.or_else(|| Head::date_line(line)).or_else(|| {
            let (key, value) = line.split_once(':')?;
            let key = key.to_lowercase();
            matches!(key.as_str(), "date" | "fecha" | "дата")
                .then(|| dates::find(value, None))
                .flatten()
        });
    }
    draft.parts.push(body);
    for aside in [walk.aside, beside.aside] {
        if !aside.is_empty() {
            draft
                .parts
                .push(aside.part(PartKind::Aside, "notes, comments, deleted and hidden text"));
        }
    }
    draft
}

/// What is being put together.
struct Walk {
    body: Writer,
    aside: Writer,
    /// `OpenDocument`: words stand right in the paragraph, not in elements of their own.
    open_document: bool,
    /// If not empty, everything is a note of this kind.
    note_as: String,
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
    fn new(limits: &Limits, open_document: bool) -> Self {
        Self {
            body: Writer::new(limits),
            aside: Writer::new(limits),
            open_document,
            note_as: String::new(),
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

    /// Walks the events of an XML text up to its end or its first fault.
    fn read(&mut self, xml: &str) -> Result<(), String> {
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
                    let c = entity.resolve_char_ref().ok().flatten();
                    let named = match entity.xml10_content().as_ref() {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    };
                    if let Some(c) = c.or(named) {
                        self.text(c.encode_utf8(&mut [0; 4]));
                    }
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
                self.in_text += usize::from(self.open_document);
            }
            "h" if self.open_document => {
                self.paragraph();
                self.in_text += 1;
                self.heading = true;
            }
            "pStyle" | "outlineLvl" => self.heading |= is_heading(tag),
            "t" | "delText" => self.in_text += usize::from(!self.open_document),
            "r" => self.run_hidden = false,
            "vanish" | "webHidden" => {
                self.run_hidden |= !attribute(tag, "val").is_some_and(|v| v == "0" || v == "false")
            }
            "del" | "moveFrom" | "deletion" => self.in_deleted += 1,
            "annotation" | "note-body" if self.open_document => self.in_note += 1,
            "tab" if !self.open_document || self.in_text > 0 => self.text_unchecked("\t"),
            "s" if self.open_document => self.text_unchecked(" "),
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
                self.in_text = self.in_text.saturating_sub(usize::from(self.open_document));
            }
            "h" if self.open_document => {
                self.paragraph();
                self.in_text = self.in_text.saturating_sub(1);
            }
            "t" | "delText" => {
                self.in_text = self
                    .in_text
                    .saturating_sub(usize::from(!self.open_document))
            }
            "del" | "moveFrom" | "deletion" => {
                self.paragraph_of_aside();
                self.in_deleted = self.in_deleted.saturating_sub(1);
            }
            "annotation" | "note-body" if self.open_document => {
                self.in_note = self.in_note.saturating_sub(1);
                let note = std::mem::take(&mut self.note);
                self.aside.block(&note, BlockKind::Paragraph);
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
        if !self.note_as.is_empty() {
            self.aside.block(&words, BlockKind::Paragraph);
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

    /// Writes what was deleted or hidden in the paragraph to the aside.
    fn paragraph_of_aside(&mut self) {
        for words in [
            std::mem::take(&mut self.deleted),
            std::mem::take(&mut self.hidden),
        ] {
            self.aside.block(&words, BlockKind::Paragraph);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str, open_document: bool) -> (model::Part, model::Part) {
        let mut walk = Walk::new(&Limits::default(), open_document);
        assert!(walk.read(xml).is_ok());
        (
            walk.body.part(PartKind::Body, "body"),
            walk.aside.part(PartKind::Aside, "aside"),
        )
    }

    #[test]
    fn paragraphs_headings_tables_and_what_is_hidden() {
        let xml = r#"<w:document xmlns:w="w"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">He &amp; </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>she</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            </w:body></w:document>"#;
        let (body, aside) = walked(xml, false);
        assert_eq!(body.text, "Title\n\nHe & she\n\na\tb c");
        assert_eq!(body.blocks[0].kind, BlockKind::Heading);
        assert!(matches!(&body.blocks[2].kind, BlockKind::Row { cells, .. } if cells.len() == 2));
        assert_eq!(aside.text, "never\n\nsecret");
    }

    #[test]
    fn open_document_text() {
        let xml = "<office:text><text:h>Title</text:h><text:p>One<text:s/>two<office:annotation><text:p>note</text:p></office:annotation> three</text:p></office:text>";
        let (body, aside) = walked(xml, true);
        assert_eq!(body.text, "Title\n\nOne two three");
        assert_eq!(aside.text, "note");
    }
}
