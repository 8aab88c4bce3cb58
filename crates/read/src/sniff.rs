//! Which reader a file goes to: by its content first, by its extension second.

use crate::draft::{Draft, Input};
use crate::package::Package;
use crate::sheets::{self, Book};
use crate::{decode, email, pdf, text, word};
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
    if let Some(draft) = container(input).or_else(|| binary(bytes)) {
        return draft;
    }
    if email::is_mailbox(bytes) {
        return email::mailbox(bytes, input.limits);
    }
    if email::is_message(bytes, &input.extension()) {
        return email::read(bytes, input.limits);
    }
    match decode::decode(bytes) {
        Some(decoded) => text::read(input, decoded),
        None => Draft::refused(Format::Other, "binary data of an unknown kind"),
    }
}

/// Reads a member as [`read`] does if it is a text in UTF-8 without markup; what it is not is found out, and nothing else done.
pub(crate) fn plain(input: &Input<'_>) -> Option<Draft> {
    let bytes = input.bytes;
    let other = bytes.is_empty()
        || kind(bytes).is_some()
        || binary(bytes).is_some()
        || email::is_mailbox(bytes)
        || email::is_message(bytes, &input.extension());
    if other || std::str::from_utf8(bytes).is_err() {
        return None;
    }
    let decoded = decode::decode(bytes).filter(|decoded| decoded.faults.is_empty())?;
    text::plain(input, decoded.text)
}

/// What files are kept in.
enum Kind {
    Pdf,
    Compound,
    Zip,
}

/// The container that the bytes are, by their first ones.
fn kind(bytes: &[u8]) -> Option<Kind> {
    let top = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    if top.windows(5).any(|five| five == b"%PDF-") {
        return Some(Kind::Pdf);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(Kind::Compound);
    }
    let zipped = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
    let is_zip = zipped.iter().any(|magic| bytes.starts_with(*magic));
    is_zip.then_some(Kind::Zip)
}

/// PDF, zip packages and compound files.
fn container(input: &Input<'_>) -> Option<Draft> {
    let bytes = input.bytes;
    match kind(bytes)? {
        Kind::Pdf => return Some(pdf::read(bytes, input.limits)),
        Kind::Compound => return Some(compound(input)),
        Kind::Zip => {}
    }
    let mut package = match Package::open(bytes, input.limits) {
        Ok(package) => package,
        Err(why) => return Some(Draft::refused(Format::Archive, &why)),
    };
    let kind = package
        .find("mimetype")
        .and_then(|at| package.read(at).ok());
    let kind = String::from_utf8_lossy(kind.as_deref().unwrap_or_default()).into_owned();
    let has = |name: &str| package.find(name).is_some();
    Some(if kind.contains("opendocument.spreadsheet") {
        sheets::read(input, Book::Ods)
    } else if kind.contains("opendocument") {
        word::odt(&mut package, input.limits)
    } else if has("word/document.xml")
        || package.is_torn() && has("[Content_Types].xml") && has_under(&package, "word/")
    {
        word::docx(&mut package, input.limits)
    } else if has("xl/workbook.bin") {
        sheets::read(input, Book::Xlsb)
    } else if has_under(&package, "xl/") {
        sheets::read(input, Book::Xlsx)
    } else if has_under(&package, "ppt/slides/") {
        word::pptx(&mut package, input.limits)
    } else {
        Draft::new(Format::Archive)
    })
}

fn has_under(package: &Package<'_>, folder: &str) -> bool {
    (0..package.len().min(20_000))
        .filter_map(|index| package.name(index))
        .any(|name| {
            name.trim_start_matches('/')
                .replace('\\', "/")
                .starts_with(folder)
        })
}

/// Compound files: old Excel workbooks are read; the names of their streams tell the others.
fn compound(input: &Input<'_>) -> Draft {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        input.bytes.windows(wide.len()).any(|piece| piece == wide)
    };
    if holds("EncryptedPackage") {
        return Draft::refused(Format::Other, "encrypted: it needs a password");
    }
    if holds("WordDocument") {
        return Draft::refused(
            Format::Word,
            "an old Word document (.doc); save it as .docx",
        );
    }
    if holds("PowerPoint Document") {
        return Draft::refused(
            Format::Other,
            "an old presentation (.ppt); save it as .pptx or PDF",
        );
    }
    if holds("__properties_version1.0") {
        return Draft::refused(Format::Email, "an Outlook message (.msg); save it as .eml");
    }
    sheets::read(input, Book::Xls)
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
