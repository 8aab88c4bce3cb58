//! Every format end to end, with files made here: what comes out, and in which state.

use crate::made::{MAIL, ROWS, docx, pdf, valid, xlsx, zip};
use crate::{kept, read};
use model::{Format, PartKind, ReadState, Reading};

/// Which part kinds a reading has, in order.
fn kinds(reading: &Reading) -> Vec<PartKind> {
    let parts = reading
        .documents
        .iter()
        .flat_map(|document| &document.parts);
    parts.map(|part| part.kind).collect()
}

#[test]
fn one_valid_file_of_each() {
    use Format::{
        Archive, Chat, Email, Ftm, Html, Markdown, Other, Pdf, Table, Text, Transcript, Vcard, Word,
    };
    let formats = [
        Text, Markdown, Html, Email, Word, Table, Pdf, Table, Vcard, Transcript, Transcript, Chat,
        Ftm, Other, Archive,
    ];
    for ((name, bytes), format) in valid().into_iter().zip(formats) {
        let reading = read(&bytes, name);
        assert_eq!(reading.state, ReadState::Read, "{name}");
        assert_eq!(reading.documents[0].format, format, "{name}");
        assert_eq!(kept::broken(&reading), None, "{name}");
    }
}

#[test]
fn a_workbook_keeps_what_cells_say() {
    let reading = read(&xlsx(ROWS), "a.xlsx");
    assert_eq!(
        reading.documents[0].parts[0].text,
        "name\tphone\nAna\t+0053\t\t5350000123"
    );
    assert_eq!(kinds(&reading), [PartKind::Sheet, PartKind::Sheet]);
    assert!(
        reading
            .faults
            .iter()
            .any(|fault| fault.what == "sheet Old is hidden in the workbook")
    );
    let corners = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let reading = read(&xlsx(corners), "far.xlsx");
    assert_eq!(reading.state, ReadState::Read);
    assert_eq!(reading.documents[0].parts[0].blocks.len(), 2);
}

#[test]
fn pdf_pages_with_and_without_text() {
    let reading = read(&pdf("She said that he left.", false), "a.pdf");
    assert_eq!(reading.documents[0].parts[0].text, "She said that he left.");
    assert!(
        matches!(read(&pdf("", false), "a.pdf").state, ReadState::NoText(why) if why.contains("OCR"))
    );
    let torn = read(&pdf("She said that he left.", true), "a.pdf");
    assert!(matches!(torn.state, ReadState::Partial(why) if why.contains("put together again")));
    assert_eq!(torn.documents[0].parts[0].text, "She said that he left.");
}

#[test]
fn members_are_named_and_counted() {
    let inner = zip(&[("deep.txt", b"Deep words here.")]);
    let outer = zip(&[
        ("a/b.docx", &docx()),
        ("inner.zip", &inner),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
    ]);
    let reading = read(&outer, "a.zip");
    let paths: Vec<_> = reading
        .documents
        .iter()
        .map(|d| d.path.as_deref())
        .collect();
    assert_eq!(
        paths,
        [
            None,
            Some("a/b.docx"),
            Some("inner.zip"),
            Some("inner.zip / deep.txt"),
            Some("a.png")
        ]
    );
    assert!(reading.documents[3].id.as_str().ends_with(".3"));
    assert!(matches!(reading.state, ReadState::Partial(why) if why.starts_with("a.png: an image")));
    let mail = read(MAIL.as_bytes(), "a.eml");
    assert_eq!(
        mail.documents[1].path.as_deref(),
        Some("attachment 1: a.csv")
    );
}

#[test]
fn bombs_and_nests_are_stopped() {
    let zeros = vec![b'a'; 3 << 20];
    let bomb = zip(&[("bomb.txt", &zeros), ("fine.txt", b"Fine words.")]);
    let reading = read(&bomb, "bomb.zip");
    assert!(
        matches!(&reading.state, ReadState::Partial(why) if why.contains("zip bomb")),
        "{:?}",
        reading.state
    );
    let mut nest = zip(&[("a.txt", b"Words.")]);
    for _ in 0..8 {
        nest = zip(&[("n.zip", &nest)]);
    }
    let reading = read(&nest, "nest.zip");
    assert!(
        reading
            .faults
            .iter()
            .any(|fault| fault.what.contains("nested deeper")),
        "{:?}",
        reading.faults
    );
    let names: Vec<String> = (0..60).map(|n| format!("{n}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"Words.".as_slice()))
        .collect();
    assert_eq!(
        read(&zip(&many), "many.zip").documents.len(),
        kept::limits().members + 1
    );
}

#[test]
fn what_stands_beside_a_word_document_is_named() {
    let notes = |words: &str| format!("<w:x><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:x>");
    let body = "<w:document><w:body><w:p><w:r><w:t>Body.</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p></w:body></w:document>";
    let members: Vec<(&str, String)> = vec![
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", body.to_owned()),
        ("word/header1.xml", notes("Head.")),
        ("word/header2.xml", notes("Other head.")),
        ("word/footer1.xml", notes("Foot.")),
        ("word/footnotes.xml", notes("Footnote.")),
        ("word/endnotes.xml", notes("Endnote.")),
        ("word/comments.xml", notes("Comment.")),
        (
            "word/embeddings/list.txt",
            "She said that he left.".to_owned(),
        ),
    ];
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let reading = read(&zip(&members), "a.docx");
    assert_eq!(reading.state, ReadState::Read);
    let said = &reading.faults[0].what;
    assert!(
        said.contains("deleted text") && said.contains("comments"),
        "{said}"
    );
    let kinds: Vec<PartKind> = reading.documents[0]
        .parts
        .iter()
        .map(|part| part.kind)
        .collect();
    assert_eq!(
        kinds[..3],
        [PartKind::Body, PartKind::Unseen, PartKind::Aside]
    );
    let parts: Vec<(&str, &str)> = reading.documents[0]
        .parts
        .iter()
        .map(|part| (part.label.as_str(), part.text.as_str()))
        .collect();
    assert_eq!(
        parts,
        [
            ("body", "Body."),
            ("deleted text", "Gone."),
            ("page headers", "Head.\n\nOther head."),
            ("page footers", "Foot."),
            ("footnotes", "Footnote."),
            ("endnotes", "Endnote."),
            ("comments", "Comment."),
        ]
    );
    let inside = &reading.documents[1];
    assert_eq!(inside.path.as_deref(), Some("embedded file: list.txt"));
    assert_eq!(inside.parts[0].text, "She said that he left.");
    assert_eq!(kept::broken(&reading), None);
}

#[test]
fn a_torn_word_document_is_read_as_far_as_it_goes() {
    let mut bytes = docx();
    bytes.truncate(bytes.len() - 60);
    let reading = read(&bytes, "torn.docx");
    assert!(
        matches!(reading.state, ReadState::Partial(_)),
        "{:?}",
        reading.state
    );
    assert!(reading.documents[0].parts[0].text.starts_with("She said"));
}

#[test]
fn what_cannot_be_read_says_why() {
    for (bytes, name, state, why) in [
        (b"".as_slice(), "a.txt", "no_text", "empty"),
        (b"\xff\xd8\xff\xe0jpeg", "a.jpg", "no_text", "OCR"),
        (b"\x1f\x8b\x08\0", "a.gz", "refused", "unpack"),
        (b"\x7fELF\x01\x01\x01\0\0\0", "a", "refused", "program"),
        (b"%PDF-1.4 nothing", "a.pdf", "refused", "damaged"),
        (b"PK\x03\x04 nothing", "a.zip", "refused", "damaged"),
    ] {
        let reading = read(bytes, name);
        assert_eq!(reading.state.as_str(), state, "{name}");
        assert!(
            reading.state.why().is_some_and(|said| said.contains(why)),
            "{:?}",
            reading.state
        );
    }
}
