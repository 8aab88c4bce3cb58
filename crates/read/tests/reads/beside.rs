//! What files keep out of sight: hidden rows, comments, notes, form fields, unseen text, attached files.

use crate::made::{pdf_of, zip};
use crate::{kept, read};
use model::{BlockKind, PartKind, ReadState, Reading};

/// The labels and texts of the parts beside the body or sheet.
fn beside(reading: &Reading) -> Vec<(&str, &str)> {
    let parts = reading.documents[0].parts.iter();
    parts
        .filter(|part| part.kind == PartKind::Aside || part.label == "form fields")
        .map(|part| (part.label.as_str(), part.text.as_str()))
        .collect()
}

fn faults(reading: &Reading) -> Vec<&str> {
    let faults = reading.faults.iter();
    faults.map(|fault| fault.what.as_str()).collect()
}

/// A workbook with hidden rows and columns, and members named in the relations of its only sheet.
fn xlsx(relations: &str, members: &[(&str, &[u8])]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let cell = |at: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{at}</t></is></c>");
    let sheet = format!(
        "<worksheet xmlns=\"{main}\"><cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{}{}</row><row r=\"2\" hidden=\"1\">{}</row><row r=\"3\" hidden=\"true\">{}</row><row r=\"5\" hidden=\"0\">{}</row><row r=\"7\" hidden=\"1\">{}</row></sheetData></worksheet>",
        cell("A1"),
        cell("B1"),
        cell("A2"),
        cell("A3"),
        cell("A5"),
        cell("A7")
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Pay &amp; debts\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"
    );
    let top = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let sheets = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId7\" Type=\"{office}/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"
    );
    let own = format!("<Relationships xmlns=\"{package}\">{relations}</Relationships>");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", sheets.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/_rels/sheet1.xml.rels", own.as_bytes()),
    ];
    all.extend(members);
    zip(&all)
}

const OLD: &str = "<Relationship Id=\"rId1\" Type=\"http://x.example/relationships/comments\" Target=\"../comments1.xml\"/>";
const THREAD: &str = "<Relationship Id=\"rId2\" Type=\"http://x.example/relationships/threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/>";
const COMMENTS: &[u8] = b"<comments><authors><author>Ana</author><author>Li &amp; Co</author></authors><commentList><comment ref=\"A2\" authorId=\"1\"><text><r><t>Paid </t></r><r><t>twice &lt;see list&gt;</t></r></text></comment></commentList></comments>";

#[test]
fn hidden_rows_and_comments_of_a_workbook() {
    let reading = read(&xlsx(OLD, &[("xl/comments1.xml", COMMENTS)]), "a.xlsx");
    assert_eq!(kept::broken(&reading), None);
    assert_eq!(reading.documents[0].parts[0].text, "A1\tB1\nA2\nA3\nA5\nA7");
    assert_eq!(
        faults(&reading),
        [
            "sheet Pay & debts: rows 2-3, 7 are hidden in the workbook; what they hold was read",
            "sheet Pay & debts: columns B are hidden in the workbook; what they hold was read",
        ]
    );
    assert_eq!(
        beside(&reading),
        [(
            "comments on sheet Pay & debts",
            "A2 (Li & Co): Paid twice <see list>"
        )]
    );
}

#[test]
fn a_thread_of_comments_is_kept_once() {
    let thread = b"<ThreadedComments><threadedComment ref=\"B1\" personId=\"{P}\"><text>Who paid?</text></threadedComment><threadedComment ref=\"B1\" personId=\"{Q}\"><text>The firm.</text></threadedComment></ThreadedComments>";
    let people = b"<personList><person displayName=\"Ana\" id=\"{P}\"/></personList>";
    let members: [(&str, &[u8]); 3] = [
        ("xl/comments1.xml", COMMENTS),
        ("xl/threadedComments/threadedComment1.xml", thread),
        ("xl/persons/person.xml", people),
    ];
    let reading = read(&xlsx(&format!("{OLD}{THREAD}"), &members), "a.xlsx");
    assert_eq!(
        beside(&reading),
        [(
            "comments on sheet Pay & debts",
            "B1 (Ana): Who paid?\n\nB1: The firm."
        )]
    );
}

/// An `OpenDocument` workbook whose sheet "Hoja" has these columns and rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:body><office:spreadsheet><table:table table:name=\"Hoja\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zip(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn cells_without_a_type_are_read_as_text() {
    let rows = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row><table:table-cell><text:p>Ana</text:p><text:p>Ruiz</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"string\"><text:p>dos</text:p></table:table-cell><table:table-cell><office:annotation><text:p>No</text:p></office:annotation><text:p>tres</text:p></table:table-cell></table:table-row>";
    let reading = read(&ods(rows), "a.ods");
    assert_eq!(reading.state, ReadState::Read);
    let part = &reading.documents[0].parts[0];
    assert_eq!(part.text, "Ana Ruiz\t\t\tdos\ttres");
    assert!(matches!(
        part.blocks[0].kind,
        BlockKind::Row { number: 3, .. }
    ));
    assert_eq!(beside(&reading), [("comments on sheet Hoja", "E3: No")]);
}

#[test]
fn hidden_rows_and_comments_of_an_open_document() {
    let rows = "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column table:visibility=\"collapse\"/><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\"><text:p>uno</text:p></table:table-cell></table:table-row><table:table-row table:visibility=\"filter\"><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>Eva</dc:creator><dc:date>2024-05-01T10:00:00</dc:date><text:p>No es</text:p><text:p>suyo</text:p></office:annotation><text:p>dos</text:p></table:table-cell></table:table-row>";
    let reading = read(&ods(rows), "a.ods");
    assert_eq!(
        faults(&reading),
        [
            "sheet Hoja: rows 3 are hidden in the workbook; what they hold was read",
            "sheet Hoja: columns C are hidden in the workbook; what they hold was read",
        ]
    );
    assert_eq!(
        beside(&reading),
        [("comments on sheet Hoja", "C3 (Eva): No es suyo")]
    );
}

/// Objects 6 to 12: a note, a link, a field with a kid, a ticked and an unticked box, and an attached file with its bytes.
const OBJECTS: [&str; 7] = [
    "<< /Type /Annot /Subtype /Text /Contents (Ask her again.) /T (Ana) >>",
    "<< /Type /Annot /Subtype /Link /Contents (nothing) >>",
    "<< /T (contract) /Kids [9 0 R 10 0 R 8 0 R] >>",
    "<< /T (salary) /FT /Tx /V (2,000 dollars) >>",
    "<< /T (signed) /FT /Btn /V /Off >>",
    "<< /Type /Filespec /F (a.txt) /EF << /F 12 0 R >> >>",
    "<< /Type /EmbeddedFile /Length 22 >>\nstream\nShe said that he left.\nendstream",
];

#[test]
fn notes_fields_and_files_of_a_pdf() {
    let catalogue =
        "/AcroForm << /Fields [8 0 R] >> /Names << /EmbeddedFiles << /Names [(a.txt) 11 0 R] >> >>";
    let stream = "BT /F1 12 Tf 72 700 Td (She left.) Tj ET";
    let bytes = pdf_of(stream, catalogue, "/Annots [6 0 R 7 0 R]", &OBJECTS, false);
    let reading = read(&bytes, "a.pdf");
    assert_eq!(kept::broken(&reading), None);
    assert_eq!(reading.state, ReadState::Read);
    assert_eq!(
        beside(&reading),
        [
            ("notes on page 1", "text (Ana): Ask her again."),
            ("form fields", "contract.salary\t2,000 dollars"),
        ]
    );
    assert_eq!(reading.documents[1].parts[0].text, "She said that he left.");
}

#[test]
fn text_that_nobody_sees_is_said() {
    let hidden = "BT /F1 12 Tf 72 700 Td 3 Tr (She left.) Tj ET";
    let reading = read(&pdf_of(hidden, "", "", &[], false), "a.pdf");
    assert_eq!(reading.documents[0].parts[0].text, "She left.");
    assert!(faults(&reading)[0].starts_with("text on pages 1 is drawn so that nobody sees it"));
    let restored = "q BT 3 Tr ET Q BT /F1 12 Tf 72 700 Td (She left.) Tj ET";
    assert!(
        read(&pdf_of(restored, "", "", &[], false), "a.pdf")
            .faults
            .is_empty()
    );
}

#[test]
fn a_form_on_pages_without_text_is_read_in_part() {
    let bytes = pdf_of("", "/AcroForm << /Fields [8 0 R] >>", "", &OBJECTS, false);
    let reading = read(&bytes, "a.pdf");
    assert!(
        matches!(&reading.state, ReadState::Partial(why) if why.contains("OCR") && why.contains("beside the pages"))
    );
}
