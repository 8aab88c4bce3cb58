//! What stands beside the pages of a PDF: notes laid over them, values of form fields, attached files, and text
//! that is drawn so that nobody sees it.

use crate::Limits;
use crate::draft::{Draft, Inner, Writer};
use model::{BlockKind, PartKind};
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Notes of a document that are read.
const MAX_NOTES: usize = 20_000;
/// Form fields of a document that are read.
const MAX_FIELDS: usize = 20_000;
/// How deep fields and names may be nested.
const MAX_DEPTH: usize = 32;
/// Annotations that say nothing of their own: links, windows of notes, fields (read from the form).
const SILENT: [&[u8]; 3] = [b"Link", b"Popup", b"Widget"];
/// Ways to draw text (PDF 32000-1, table 106) that leave nothing on the page.
const UNSEEN: [i64; 2] = [3, 7];

/// Reads what stands beside the pages; a damaged corner of the document costs that corner.
pub(super) fn read(document: &Document, pages: &[(u32, ObjectId)], limits: &Limits) -> Draft {
    let mut draft = Draft::new(model::Format::Pdf);
    let mut notes = 0;
    let mut unseen = Vec::new();
    for &(number, id) in pages {
        let said = guarded(|| self::notes(document, id)).unwrap_or_default();
        let room = MAX_NOTES.saturating_sub(notes);
        notes += said.len().min(room);
        let mut writer = Writer::new(limits);
        for note in said.iter().take(room) {
            writer.block(note, BlockKind::Paragraph);
        }
        if !writer.is_empty() {
            let label = format!("notes on page {number}");
            draft.parts.push(writer.part(PartKind::Aside, &label));
        }
        if guarded(|| hides(document, id)).unwrap_or(false) {
            unseen.push(number);
        }
    }
    if notes == MAX_NOTES {
        draft.partial(&format!("more than {MAX_NOTES} notes"));
    }
    if !unseen.is_empty() {
        draft.faults.push(format!(
            "text on pages {} is drawn so that nobody sees it (behind a scanned picture, or hidden): it was read with the rest",
            super::list(&unseen)
        ));
    }
    let fields = guarded(|| fields(document)).unwrap_or_default();
    if fields.len() == MAX_FIELDS {
        draft.partial(&format!("more than {MAX_FIELDS} form fields"));
    }
    let mut writer = Writer::new(limits);
    for (index, (name, value)) in fields.into_iter().enumerate() {
        writer.row(index + 1, &[name, value], false);
    }
    if !writer.is_empty() {
        draft
            .parts
            .push(writer.part(PartKind::Sheet, "form fields"));
    }
    attached(document, limits, &mut draft);
    draft
}

/// What a reader of damaged objects gives, unless it stumbles.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}

/// The words of the notes on a page, each with who wrote it and what it is.
fn notes(document: &Document, page: ObjectId) -> Vec<String> {
    let annotations = document.get_page_annotations(page).unwrap_or_default();
    let said = annotations.into_iter().filter_map(|note| {
        let kind = note.get(b"Subtype").and_then(Object::as_name).ok()?;
        if SILENT.contains(&kind) {
            return None;
        }
        let words = text(document, note, b"Contents").filter(|words| !words.trim().is_empty())?;
        let kind = String::from_utf8_lossy(kind).to_lowercase();
        Some(match text(document, note, b"T") {
            Some(author) => format!("{kind} ({author}): {words}"),
            None => format!("{kind}: {words}"),
        })
    });
    said.take(MAX_NOTES).collect()
}

/// Whether a page draws text that leaves nothing on it.
fn hides(document: &Document, page: ObjectId) -> bool {
    let Ok(Ok(content)) = document
        .get_page_content(page)
        .map(|bytes| Content::decode(&bytes))
    else {
        return false;
    };
    let (mut unseen, mut kept) = (false, Vec::new());
    for step in &content.operations {
        match step.operator.as_str() {
            "q" => kept.push(unseen),
            "Q" => unseen = kept.pop().unwrap_or(false),
            "Tr" => {
                let mode = step.operands.first().and_then(|mode| mode.as_i64().ok());
                unseen = mode.is_some_and(|mode| UNSEEN.contains(&mode));
            }
            "Tj" | "TJ" | "'" | "\"" if unseen => return true,
            _ => {}
        }
    }
    false
}

/// Names and values of the filled fields of the form.
fn fields(document: &Document) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let form = document
        .catalog()
        .and_then(|catalog| followed(document, catalog, b"AcroForm")?.as_dict());
    if let Ok(form) = form {
        let mut seen = BTreeSet::new();
        below(
            document, form, b"Fields", "", MAX_DEPTH, &mut seen, &mut found,
        );
    }
    found
}

fn below(
    document: &Document,
    parent: &Dictionary,
    key: &[u8],
    path: &str,
    depth: usize,
    seen: &mut BTreeSet<ObjectId>,
    found: &mut Vec<(String, String)>,
) {
    let Ok(kids) = followed(document, parent, key).and_then(Object::as_array) else {
        return;
    };
    for kid in kids {
        let fresh = kid.as_reference().map_or(true, |id| seen.insert(id));
        let Ok((_, Object::Dictionary(field))) = document.dereference(kid) else {
            continue;
        };
        if !fresh || depth == 0 || found.len() >= MAX_FIELDS {
            return;
        }
        let name = match (path, text(document, field, b"T")) {
            (path, None) => path.to_owned(),
            ("", Some(name)) => name,
            (path, Some(name)) => format!("{path}.{name}"),
        };
        if let Some(value) = chosen(document, field) {
            found.push((name.clone(), value));
        }
        below(document, field, b"Kids", &name, depth - 1, seen, found);
    }
}

/// The value of a field, unless it is empty or an unticked box.
fn chosen(document: &Document, field: &Dictionary) -> Option<String> {
    let value = match followed(document, field, b"V").ok()? {
        Object::Name(name) if name != b"Off" => String::from_utf8_lossy(name).into_owned(),
        Object::Array(several) => {
            let several: Vec<String> = several.iter().filter_map(string).collect();
            several.join(", ")
        }
        other => string(other)?,
    };
    (!value.trim().is_empty()).then_some(value)
}

/// Hands on the files that are attached to the document.
fn attached(document: &Document, limits: &Limits, draft: &mut Draft) {
    let mut files = Vec::new();
    let _ = guarded(|| {
        let names = document
            .catalog()
            .and_then(|catalog| followed(document, catalog, b"Names")?.as_dict())
            .and_then(|names| followed(document, names, b"EmbeddedFiles")?.as_dict());
        if let Ok(tree) = names {
            leaves(document, tree, MAX_DEPTH, &mut files);
        }
    });
    if files.len() > limits.members {
        draft.partial("it holds more attached files than are read");
    }
    for (name, stream) in files.into_iter().take(limits.members) {
        let Object::Stream(stream) = stream else {
            continue;
        };
        match guarded(|| {
            stream
                .decompressed_content()
                .or_else(|_| stream.get_plain_content())
        }) {
            Some(Ok(bytes)) => draft.inner.push(Inner {
                path: format!("attached file: {name}"),
                name,
                bytes,
            }),
            _ => draft.partial(&format!("attached file {name}: damaged")),
        }
    }
}

/// The file specifications under a node of a name tree, as names with their streams.
fn leaves<'a>(
    document: &'a Document,
    node: &'a Dictionary,
    depth: usize,
    files: &mut Vec<(String, &'a Object)>,
) {
    let array = |key: &[u8]| {
        let array = followed(document, node, key).and_then(Object::as_array);
        array.map_or(&[][..], Vec::as_slice)
    };
    for entry in array(b"Names") {
        if let Ok((_, Object::Dictionary(file))) = document.dereference(entry)
            && let Ok(streams) = followed(document, file, b"EF").and_then(Object::as_dict)
            && let Ok(stream) = followed(document, streams, b"F")
        {
            let name = text(document, file, b"UF").or_else(|| text(document, file, b"F"));
            let name = name.unwrap_or_else(|| format!("file {}", files.len() + 1));
            files.push((name, stream));
        }
    }
    for kid in array(b"Kids") {
        if depth > 0
            && files.len() < MAX_FIELDS
            && let Ok((_, Object::Dictionary(kid))) = document.dereference(kid)
        {
            leaves(document, kid, depth - 1, files);
        }
    }
}

/// The value under a key, through references.
fn followed<'a>(
    document: &'a Document,
    of: &'a Dictionary,
    key: &[u8],
) -> Result<&'a Object, pdf_extract::Error> {
    Ok(document.dereference(of.get(key)?)?.1)
}

/// A text string under a key.
fn text(document: &Document, of: &Dictionary, key: &[u8]) -> Option<String> {
    string(followed(document, of, key).ok()?)
}

/// A text string (PDF 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a mark, otherwise as Windows-1252, which is nearest to its own set.
pub(super) fn string(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        other => std::str::from_utf8(other).map_or_else(
            |_| encoding_rs::WINDOWS_1252.decode(other).0.into_owned(),
            str::to_owned,
        ),
    };
    Some(text.replace('\r', "\n"))
}
