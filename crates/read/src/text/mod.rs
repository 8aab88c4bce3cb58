//! Formats that are text: which of them a text is, and the plain ones.

mod captions;
mod chat;
mod ftm;
mod head;
mod plain;
mod records;
mod turns;
mod vcard;
mod xml;

use crate::decode::Decoded;
use crate::draft::{Draft, Input};
use crate::html;

/// Reads a decoded text with the reader its content asks for.
pub(crate) fn read(input: &Input<'_>, decoded: Decoded) -> Draft {
    let Decoded { text, faults } = decoded;
    let mut draft = choose(input, text);
    // Faults of decoding come first: they explain what follows.
    draft.faults.splice(0..0, faults);
    draft
}

/// Tries the readers from the surest sign to the weakest.
fn choose(input: &Input<'_>, text: String) -> Draft {
    let extension = input.extension();
    let named = |names: &[&str]| names.contains(&extension.as_str());
    let limits = input.limits;
    if vcard::is_vcard(&text) {
        return vcard::read(&text, limits);
    }
    if html::is_html(&text, named(&["html", "htm", "xhtml"])) {
        return html::read(&text, limits);
    }
    if xml::is_xml(&text) {
        return xml::read(&text, limits);
    }
    if ftm::is_ftm(&text) {
        return ftm::read(&text, limits);
    }
    let table = named(&["csv", "tsv", "tab", "psv"]);
    if !table && let Some(draft) = captions::read(&text).or_else(|| chat::read(&text)) {
        return draft;
    }
    if records::is_table(&text, table) {
        return records::read(input, text);
    }
    let markdown = named(&["md", "markdown", "mdown"]);
    match turns::read(&text).filter(|_| !markdown) {
        Some(draft) => draft,
        None => plain::read(text, markdown),
    }
}

pub(crate) use head::Head;
pub(crate) use records::contacts;
pub(crate) use turns::blocks as turns;
