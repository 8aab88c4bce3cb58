//! Formats that are text: which of them a text is, and the plain ones.

mod head;
mod plain;
mod records;

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

fn choose(input: &Input<'_>, text: String) -> Draft {
    let extension = input.extension();
    let named = |names: &[&str]| names.contains(&extension.as_str());
    if html::is_html(&text, named(&["html", "htm", "xhtml"])) {
        return html::read(&text, input.limits);
    }
    if records::is_table(&text, named(&["csv", "tsv", "tab", "psv"])) {
        return records::read(input, text);
    }
    plain::read(text, named(&["md", "markdown", "mdown"]))
}

pub(crate) use head::Head;
pub(crate) use records::contacts;
