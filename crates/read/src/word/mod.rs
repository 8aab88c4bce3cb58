//! Word-processor documents: .docx, .odt, and the slides of .pptx and .odp.
//!
//! What stands beside the text or is not seen on the printed page (running heads, notes, comments, deleted and hidden
//! words) goes to aside parts named as such; files embedded in a package are read as attachments.

mod walk;

use crate::draft::{Draft, Inner, Writer};
use crate::package::Package;
use crate::text::{Head, turns};
use crate::{Limits, dates};
use model::{BlockKind, Format, PartKind};
use std::collections::BTreeMap;
use walk::{Beside, Dialect, Walk};

/// Members of one kind (`header1.xml`, `header2.xml` ...) that are read.
const MAX_NUMBERED: usize = 500;

/// Reads a .docx package.
pub(crate) fn docx(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, Dialect::Office);
    member(package, "word/document.xml", &mut walk, &mut draft);
    if walk.body.is_empty()
        && draft.faults.is_empty()
        && package.find("word/document.xml").is_none()
    {
        return Draft::refused(Format::Word, "a .docx without its document: damaged");
    }
    for (stem, beside) in [
        ("word/header", Beside::Headers),
        ("word/footer", Beside::Footers),
        ("word/footnotes", Beside::Footnotes),
        ("word/endnotes", Beside::Endnotes),
        ("word/comments", Beside::Comments),
    ] {
        around(package, stem, beside, &mut walk, limits, &mut draft);
    }
    draft.title = title(package, "docProps/core.xml");
    embedded(package, "word/embeddings/", limits, &mut draft);
    finish(draft, walk, package)
}

/// Reads the members `stem.xml`, `stem1.xml`, `stem2.xml` ... into one part beside the body.
fn around(
    package: &mut Package<'_>,
    stem: &str,
    beside: Beside,
    walk: &mut Walk,
    limits: &Limits,
    draft: &mut Draft,
) {
    let mut found = Walk::new(limits, Dialect::Notes(beside));
    member(package, &format!("{stem}.xml"), &mut found, draft);
    for number in 1..=MAX_NUMBERED {
        let name = format!("{stem}{number}.xml");
        if package.find(&name).is_none() {
            break;
        }
        member(package, &name, &mut found, draft);
    }
    walk.take_beside(found);
}

/// Hands on the files that were put into the document whole.
fn embedded(package: &mut Package<'_>, folder: &str, limits: &Limits, draft: &mut Draft) {
    for index in 0..package.len() {
        let Some(name) = package
            .name(index)
            .and_then(|name| name.strip_prefix(folder).map(str::to_owned))
            .filter(|name| !name.is_empty())
        else {
            continue;
        };
        if draft.inner.len() >= limits.members {
            draft.partial("it holds more embedded files than are read");
            return;
        }
        match package.read(index) {
            Ok(bytes) => draft.inner.push(Inner {
                path: format!("embedded file: {name}"),
                name,
                bytes,
            }),
            Err(why) => draft.partial(&format!("embedded file {name}: {why}")),
        }
    }
}

/// Reads an .odt (or .odp) package.
pub(crate) fn odt(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, Dialect::OpenDocument);
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
    finish(draft, walk, package)
}

/// Reads the slides of a .pptx package, in the order of their numbers.
pub(crate) fn pptx(package: &mut Package<'_>, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Word);
    let mut walk = Walk::new(limits, Dialect::Office);
    for number in 1..=2_000 {
        let name = format!("ppt/slides/slide{number}.xml");
        if package.find(&name).is_none() {
            break;
        }
        member(package, &name, &mut walk, &mut draft);
    }
    around(
        package,
        "ppt/notesSlides/notesSlide",
        Beside::Speaker,
        &mut walk,
        limits,
        &mut draft,
    );
    draft.title = title(package, "docProps/core.xml");
    embedded(package, "ppt/embeddings/", limits, &mut draft);
    finish(draft, walk, package)
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

fn finish(mut draft: Draft, walk: Walk, package: &Package<'_>) -> Draft {
    if package.is_torn() {
        draft.partial("the end of the file is missing; what stands before it was read");
    }
    if walk.body.is_empty() && walk.beside.is_empty() {
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
    let mut body = walk.body.part(PartKind::Body, "body");
    let rows = body
        .blocks
        .iter()
        .any(|block| matches!(block.kind, BlockKind::Row { .. }));
    if !rows && let Some(blocks) = turns(&body.text, &mut draft) {
        body.blocks = blocks;
    }
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
    stand_beside(&mut draft, walk.beside);
    draft
}

/// Puts what stands beside the body behind it, and says what is there.
fn stand_beside(draft: &mut Draft, all: BTreeMap<Beside, Writer>) {
    let labels: Vec<&str> = all.keys().map(|beside| beside.label()).collect();
    if !labels.is_empty() {
        draft.faults.push(format!(
            "it holds more than its text: {}; each is a part of its own, and what is claimed there is shown as such",
            labels.join(", ")
        ));
    }
    for (beside, writer) in all {
        if writer.cut {
            draft.partial(&format!("{} larger than is read", beside.label()));
        }
        draft.parts.push(writer.part(beside.kind(), beside.label()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str, dialect: Dialect) -> (model::Part, Vec<(&'static str, String)>) {
        let mut walk = Walk::new(&Limits::default(), dialect);
        assert!(walk.read(xml).is_ok());
        let beside = walk.beside.into_iter().map(|(beside, writer)| {
            let part = writer.part(PartKind::Aside, "aside");
            (beside.label(), part.text)
        });
        let beside = beside.collect();
        (walk.body.part(PartKind::Body, "body"), beside)
    }

    #[test]
    fn paragraphs_headings_tables_and_what_is_hidden() {
        let xml = r#"<w:document xmlns:w="w"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">He &amp; </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>she</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            </w:body></w:document>"#;
        let (body, aside) = walked(xml, Dialect::Office);
        assert_eq!(body.text, "Title\n\nHe & she\n\na\tb c");
        assert_eq!(body.blocks[0].kind, BlockKind::Heading);
        assert!(matches!(&body.blocks[2].kind, BlockKind::Row { cells, .. } if cells.len() == 2));
        assert_eq!(
            aside,
            [
                ("deleted text", "never".to_owned()),
                ("hidden text", "secret".to_owned())
            ]
        );
    }

    #[test]
    fn open_document_text() {
        let xml = "<office:text><text:h>Title</text:h><text:p>One<text:s/>two<office:annotation><text:p>note</text:p></office:annotation> three</text:p></office:text>";
        let (body, aside) = walked(xml, Dialect::OpenDocument);
        assert_eq!(body.text, "Title\n\nOne two three");
        assert_eq!(aside, [("notes and comments", "note".to_owned())]);
    }
}
