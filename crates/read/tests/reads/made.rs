//! Valid files of every format, made in the test.
#![expect(
    clippy::expect_used,
    clippy::format_push_string,
    reason = "only tests make these files"
)]

use std::io::Write;

/// A zip package of these members.
pub(crate) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).expect("a member");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a package").into_inner()
}

/// A .docx with two paragraphs.
pub(crate) fn docx() -> Vec<u8> {
    let xml = "<w:document><w:body><w:p><w:r><w:t>She said that he left.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Two</w:t></w:r></w:p></w:body></w:document>";
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", xml.as_bytes()),
    ])
}

/// A workbook whose sheet has these rows of XML; the second sheet is hidden.
pub(crate) fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    );
    let book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Calls\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Old\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>";
    let relation = |id: u8| {
        format!(
            "<Relationship Id=\"rId{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>"
        )
    };
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}</Relationships>",
        relation(1),
        relation(2)
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", sheet.as_bytes()),
    ])
}

/// Rows of a small sheet: text with a plus and zeros, a number, a header.
pub(crate) const ROWS: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>phone</t></is></c></row>\
    <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Ana</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>+0053</t></is></c><c r=\"D3\"><v>5350000123</v></c></row>";

/// A PDF of one page with these words, its table of objects left out if `torn`.
pub(crate) fn pdf(words: &str, torn: bool) -> Vec<u8> {
    let stream = format!("BT /F1 12 Tf 72 700 Td ({words}) Tj ET");
    pdf_of(&stream, "", "", &[], torn)
}

/// A PDF of one page with this stream, these entries of its catalogue and its page, and further objects from number 6 on.
pub(crate) fn pdf_of(
    stream: &str,
    catalogue: &str,
    page: &str,
    further: &[&str],
    torn: bool,
) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {page} >>"
        ),
        format!(
            "<< /Length {} >>\nstream\n{stream}\nendstream",
            stream.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    objects.extend(further.iter().map(|&object| object.to_owned()));
    let mut file = String::from("%PDF-1.4\n");
    let mut table = String::new();
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    if !torn {
        let (start, size) = (file.len(), objects.len() + 1);
        file.push_str(&format!(
            "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ));
    }
    file.into_bytes()
}

/// A message with an attachment.
pub(crate) const MAIL: &str = "From: a@x.example\r\nTo: b@x.example\r\nSubject: List\r\nMessage-ID: <1@x.example>\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n\
    He has the list.\r\n--B\r\nContent-Type: text/csv; name=\"a.csv\"\r\n\
    Content-Disposition: attachment; filename=\"a.csv\"\r\n\r\nx;y\r\n1;2\r\n--B--\r\n";

/// One valid file of every format, by name.
pub(crate) fn valid() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        (
            "a.txt",
            text(
                "Source: The Post\n\nA title\n\nShe said that he left.\n\nВ Туле сообщили, что он уехал.\n",
            ),
        ),
        ("a.md", text("# Title\n\n- one\n- two\n")),
        (
            "a.html",
            text("<!doctype html><title>T</title><p>One<p>Two <nav>x</nav>"),
        ),
        ("a.eml", text(MAIL)),
        ("a.docx", docx()),
        ("a.xlsx", xlsx(ROWS)),
        ("a.pdf", pdf("She said that he left.", false)),
        ("a.csv", text("name;phone\n\"Ana; R\";+53 5\n")),
        (
            "a.vcf",
            text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+53 5\nEND:VCARD\n"),
        ),
        (
            "a.vtt",
            text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hola.</v>\n"),
        ),
        (
            "b.txt",
            text("ANA: Hola.\nPAUL: No.\nANA: ¿Y?\nPAUL: Sí.\n"),
        ),
        (
            "c.txt",
            text("5/11/24, 20:03 - Ana: Hola\ndos\n5/11/24, 20:04 - Paul: No\n"),
        ),
        (
            "a.json",
            text("{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}\n"),
        ),
        (
            "a.xml",
            text("<?xml version=\"1.0\"?><a><b>One &amp; two</b></a>"),
        ),
        (
            "a.zip",
            zip(&[("x/a.txt", b"She said so."), ("b.docx", &docx())]),
        ),
    ]
}
