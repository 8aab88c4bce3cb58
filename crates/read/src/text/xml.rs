//! XML of any other kind (feeds, exports): the text of its elements, an element a paragraph.

use crate::draft::{Draft, Writer};
use crate::{Limits, html};
use model::{BlockKind, Format, PartKind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Whether a text is XML.
pub(crate) fn is_xml(text: &str) -> bool {
    let top = text.trim_start_matches(crate::lines::blank);
    top.starts_with("<?xml")
        || ["<rss", "<feed", "<rdf:RDF"]
            .iter()
            .any(|tag| top.starts_with(tag))
}

/// Reads the text of the elements; markup inside them is taken off as HTML is.
pub(crate) fn read(text: &str, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Other);
    let mut writer = Writer::new(limits);
    let mut reader = Reader::from_str(text.trim_start_matches(crate::lines::blank));
    reader.config_mut().check_end_names = false;
    let mut words = String::new();
    let mut values = Values::new(limits);
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => words.push(crate::xml::letter(&entity)),
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                flush(&mut words, &mut writer, limits);
                values.take(&tag);
            }
            Ok(Event::End(_)) => flush(&mut words, &mut writer, limits),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                draft.partial(&format!("damaged XML: {error}"));
                break;
            }
        }
    }
    flush(&mut words, &mut writer, limits);
    // Exports of telephones (messages, call lists) say everything in attributes.
    let telling = !values.writer.is_empty() && values.bytes > writer.bytes();
    if writer.is_empty() && !telling {
        let why = draft.state.why().unwrap_or("XML without text").to_owned();
        return match draft.state {
            model::ReadState::Read => Draft::no_text(Format::Other, &why),
            _ => Draft::refused(Format::Other, &why),
        };
    }
    if writer.cut {
        draft.partial("there is more text than is read");
    }
    if telling {
        draft
            .faults
            .push("what the attributes of its elements say was read as a list".to_owned());
        draft
            .parts
            .push(values.writer.part(PartKind::Sheet, "attributes"));
    } else if values.bytes > 0 {
        draft.faults.push(format!(
            "attributes of its elements ({} bytes) are not read, only the text",
            values.bytes
        ));
    }
    if !writer.is_empty() {
        draft.parts.push(writer.part(PartKind::Body, "body"));
    }
    draft
}

/// What the attributes of elements say: a row an element.
struct Values {
    writer: Writer,
    rows: usize,
    bytes: usize,
}

impl Values {
    fn new(limits: &Limits) -> Self {
        Self {
            writer: Writer::new(limits),
            rows: 0,
            bytes: 0,
        }
    }

    fn take(&mut self, tag: &BytesStart<'_>) {
        let mut cells = vec![tag.local_name().as_ref().to_owned()];
        for attribute in tag.attributes().flatten().take(100) {
            let name = attribute.key.as_ref();
            let said = crate::xml::unescaped(&attribute.value);
            if name.starts_with("xml") || said.trim().is_empty() || said == "null" {
                continue;
            }
            self.bytes += said.len();
            cells.push(format!("{name}: {said}"));
        }
        if cells.len() > 1 {
            self.rows += 1;
            self.writer.row(self.rows, &cells, false);
        }
    }
}

fn flush(words: &mut String, writer: &mut Writer, limits: &Limits) {
    let taken = std::mem::take(words);
    if taken.contains('<') && taken.contains('>') {
        let part = html::body(&taken, limits).part;
        for block in &part.blocks {
            writer.block(block.span.of(&part.text).unwrap_or(""), block.kind.clone());
        }
    } else {
        writer.block(&taken, BlockKind::Paragraph);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_in_attributes() {
        let text = "<?xml version='1.0'?><smses count=\"1\"><sms address=\"+5350000123\" body=\"Come &amp; see\" subject=\"null\"/></smses>";
        let draft = read(text, &Limits::default());
        assert_eq!(
            draft.parts[0].text,
            "smses\tcount: 1\nsms\taddress: +5350000123\tbody: Come & see"
        );
    }

    #[test]
    fn a_feed() {
        let text = "<?xml version=\"1.0\"?><rss><item><title>A &amp; B</title><description><![CDATA[<p>One</p><p>Two</p>]]></description></item></rss>";
        assert!(is_xml(text));
        assert_eq!(
            read(text, &Limits::default()).parts[0].text,
            "A & B\n\nOne\n\nTwo"
        );
        assert!(matches!(
            read("<?xml version=\"1.0\"?><a>x<", &Limits::default()).state,
            model::ReadState::Partial(_)
        ));
    }
}
