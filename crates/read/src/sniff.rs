//! Which reader a file goes to: by its content first, by its extension second.

use crate::draft::{Draft, Input};
use crate::{decode, text};
use model::Format;

/// A beginning that tells a format which is not read, and what to say of it.
struct Known {
    magic: &'static [u8],
    at: usize,
    format: Format,
    what: &'static str,
}

const fn known(magic: &'static [u8], format: Format, what: &'static str) -> Known {
    Known {
        magic,
        at: 0,
        format,
        what,
    }
}

/// Formats that hold no text to read, or none that is read yet.
const KNOWN: &[Known] = &[
    known(b"\x89PNG\r\n", Format::Image, ""),
    known(b"\xff\xd8\xff", Format::Image, ""),
    known(b"GIF8", Format::Image, ""),
    known(b"BM\x00", Format::Image, ""),
    known(b"II*\0", Format::Image, ""),
    known(b"MM\0*", Format::Image, ""),
    known(b"8BPS", Format::Image, ""),
    known(b"\x00\x00\x00\x0cjP  ", Format::Image, ""),
    known(b"\x1f\x8b", Format::Archive, "a gzip archive"),
    known(b"BZh", Format::Archive, "a bzip2 archive"),
    known(b"\xfd7zXZ\0", Format::Archive, "an xz archive"),
    known(b"7z\xbc\xaf\x27\x1c", Format::Archive, "a 7-Zip archive"),
    known(b"Rar!\x1a\x07", Format::Archive, "a RAR archive"),
    known(b"(\xb5/\xfd", Format::Archive, "a Zstandard archive"),
    known(b"SQLite format 3\0", Format::Other, "a SQLite database"),
    known(b"\x7fELF", Format::Other, "a program"),
    known(b"MZ", Format::Other, "a program"),
    known(
        b"ID3",
        Format::Other,
        "a sound recording; hand in its transcript",
    ),
    known(
        b"OggS",
        Format::Other,
        "a sound recording; hand in its transcript",
    ),
    known(
        b"fLaC",
        Format::Other,
        "a sound recording; hand in its transcript",
    ),
    known(
        b"#!AMR",
        Format::Other,
        "a sound recording; hand in its transcript",
    ),
    known(
        b"\x1aE\xdf\xa3",
        Format::Other,
        "a film; hand in its transcript",
    ),
    known(
        b"\xffWPC",
        Format::Other,
        "a WordPerfect document; save it as .docx",
    ),
    known(
        b"!BDN",
        Format::Other,
        "an Outlook mailbox; export it as .mbox or .eml",
    ),
    Known {
        magic: b"ftyp",
        at: 4,
        format: Format::Other,
        what: "a film or sound recording; hand in its transcript",
    },
    Known {
        magic: b"ustar",
        at: 257,
        format: Format::Archive,
        what: "a tar archive",
    },
];

/// Reads a member with the reader its content asks for.
pub(crate) fn read(input: &Input<'_>) -> Draft {
    let bytes = input.bytes;
    if bytes.is_empty() {
        return Draft::no_text(Format::Other, "the file is empty");
    }
    if let Some(draft) = binary(bytes) {
        return draft;
    }
    match decode::decode(bytes) {
        Some(decoded) => text::read(input, decoded),
        None => Draft::refused(Format::Other, "binary data of an unknown kind"),
    }
}

/// Formats that are told by their first bytes.
fn binary(bytes: &[u8]) -> Option<Draft> {
    let found = KNOWN.iter().find(|known| {
        bytes
            .get(known.at..)
            .is_some_and(|rest| rest.starts_with(known.magic))
    });
    let image = found.is_some_and(|known| known.format == Format::Image) || is_riff_image(bytes);
    if image {
        return Some(Draft::no_text(
            Format::Image,
            "an image; its text needs OCR",
        ));
    }
    let known = found.filter(|known| known.magic.len() > 2 || !decode::is_text(bytes))?;
    let what = if known.format == Format::Archive {
        format!("{}; unpack it first", known.what)
    } else {
        known.what.to_owned()
    };
    Some(Draft::refused(known.format, &what))
}

fn is_riff_image(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
}
