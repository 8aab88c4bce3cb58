//! Formats that are text: which of them a text is, and the plain ones.

mod captions;
mod chat;
mod dashes;
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
    let limits = input.limits;
    let mut draft = match words(input, text) {
        Ok(draft) => draft,
        Err((Marked::Cards, text)) => vcard::read(&text, limits),
        Err((Marked::Page, text)) => html::read(&text, limits),
        Err((Marked::Xml, text)) => xml::read(&text, limits),
        Err((Marked::Entities, text)) => ftm::read(&text, limits),
        Err((Marked::Table, text)) => records::read(input, text),
    };
    // Faults of decoding come first: they explain what follows.
    draft.faults.splice(0..0, faults);
    draft
}

/// Reads a text if nothing marks it up but its lines, as [`read`] does; calls no library.
pub(crate) fn plain(input: &Input<'_>, text: String) -> Option<Draft> {
    words(input, text).ok()
}

/// What marks up a text that is more than lines of words.
enum Marked {
    Cards,
    Page,
    Xml,
    Entities,
    Table,
}

/// Tries the signs from the surest to the weakest; a text that is marked up comes back as it is.
fn words(input: &Input<'_>, text: String) -> Result<Draft, (Marked, String)> {
    let extension = input.extension();
    let named = |names: &[&str]| names.contains(&extension.as_str());
    if vcard::is_vcard(&text) {
        return Err((Marked::Cards, text));
    }
    if html::is_html(&text, named(&["html", "htm", "xhtml"])) {
        return Err((Marked::Page, text));
    }
    if xml::is_xml(&text) {
        return Err((Marked::Xml, text));
    }
    if ftm::is_ftm(&text) {
        return Err((Marked::Entities, text));
    }
    let table = named(&["csv", "tsv", "tab", "psv"]);
    if !table && let Some(draft) = captions::read(&text).or_else(|| chat::read(&text)) {
        return Ok(draft);
    }
    if records::is_table(&text, table) {
        return Err((Marked::Table, text));
    }
    let markdown = named(&["md", "markdown", "mdown"]);
    let turns = turns::read(&text).or_else(|| dashes::read(&text));
    Ok(match turns.filter(|_| !markdown) {
        Some(draft) => draft,
        None => plain::read(text, markdown),
    })
}

pub(crate) use head::Head;
pub(crate) use records::contacts;
pub(crate) use turns::blocks as turns;
