//! Walks through XML members of packages: elements by local name, with the words inside them.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// One step of a walk through an XML member.
pub(crate) enum Step<'a, 'b> {
    /// An element begins, empty ones included.
    Open(&'a BytesStart<'b>, &'a str),
    /// An element ends: its local name, and the words since the last element that stands apart began or ended.
    Close(&'a str, &'a str),
}

/// Elements whose words are not part of the words around them.
const APART: [&str; 7] = [
    "annotation",
    "author",
    "comment",
    "creator",
    "date",
    "table-cell",
    "threadedComment",
];

/// Walks the elements of a member; a damaged one is walked up to where it is damaged.
pub(crate) fn walk(xml: &str, mut at: impl FnMut(Step<'_, '_>)) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut words = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                let local = tag.local_name();
                if APART.contains(&local.as_ref()) {
                    words.clear();
                }
                at(Step::Open(&tag, local.as_ref()));
            }
            Ok(Event::Empty(tag)) => at(Step::Open(&tag, tag.local_name().as_ref())),
            Ok(Event::End(tag)) => {
                let local = tag.local_name();
                at(Step::Close(local.as_ref(), &words));
                if APART.contains(&local.as_ref()) {
                    words.clear();
                } else if local.as_ref() == "p" {
                    words.push('\n');
                }
            }
            Ok(Event::Text(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(entity)) => words.push(letter(&entity)),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// Goes through the beginnings of elements alone.
pub(crate) fn each(xml: &str, mut at: impl FnMut(&BytesStart<'_>, &str)) {
    walk(xml, |step| {
        if let Step::Open(tag, name) = step {
            at(tag, name);
        }
    });
}

/// The letter that an entity stands for; a space for one that is not known.
pub(crate) fn letter(entity: &BytesRef<'_>) -> char {
    let numbered = entity.resolve_char_ref().ok().flatten();
    numbered.unwrap_or_else(|| match entity.xml10_content().as_ref() {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => ' ',
    })
}

/// The value of an attribute by its local name; empty if there is none.
pub(crate) fn value(tag: &BytesStart<'_>, name: &str) -> String {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| unescaped(&attribute.value))
        .unwrap_or_default()
}

/// The value of an attribute with its entities resolved; as it stands where they are wrong.
pub(crate) fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value)
        .map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}
