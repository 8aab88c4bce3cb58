//! Word-processor documents: .docx, .odt, and the slides of .pptx and .odp.
//!
//! What a reader of the printed page does not see (deleted and hidden words, comments) goes to an aside part.

mod walk;

use crate::draft::Draft;
use crate::package::Package;
use crate::text::{Head, turns};
use crate::{Limits, dates};
use model::{BlockKind, Format, PartKind};
use walk::{Dialect, Walk};

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
    let mut beside = Walk::new(limits, Dialect::Notes);
    for name in [
        "word/footnotes.xml",
        "word/endnotes.xml",
        "word/comments.xml",
    ] {
        member(package, name, &mut beside, &mut draft);
    }
    draft.title = title(package, "docProps/core.xml");
    finish(draft, walk, beside, package)
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
    finish(
        draft,
        walk,
        Walk::new(limits, Dialect::OpenDocument),
        package,
    )
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
    draft.title = title(package, "docProps/core.xml");
    finish(draft, walk, Walk::new(limits, Dialect::Office), package)
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
    for aside in [walk.aside, beside.aside] {
        if !aside.is_empty() {
            draft
                .parts
                .push(aside.part(PartKind::Aside, "notes, comments, deleted and hidden text"));
        }
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(xml: &str, dialect: Dialect) -> (model::Part, model::Part) {
        let mut walk = Walk::new(&Limits::default(), dialect);
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
        let (body, aside) = walked(xml, Dialect::Office);
        assert_eq!(body.text, "Title\n\nHe & she\n\na\tb c");
        assert_eq!(body.blocks[0].kind, BlockKind::Heading);
        assert!(matches!(&body.blocks[2].kind, BlockKind::Row { cells, .. } if cells.len() == 2));
        assert_eq!(aside.text, "never\n\nsecret");
    }

    #[test]
    fn open_document_text() {
        let xml = "<office:text><text:h>Title</text:h><text:p>One<text:s/>two<office:annotation><text:p>note</text:p></office:annotation> three</text:p></office:text>";
        let (body, aside) = walked(xml, Dialect::OpenDocument);
        assert_eq!(body.text, "Title\n\nOne two three");
        assert_eq!(aside.text, "note");
    }
}
