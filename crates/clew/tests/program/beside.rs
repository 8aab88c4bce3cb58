//! Words that stand beside the text of a document are shown as such wherever they are shown.

use crate::support::{done, field, json, of_type};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// A word-processor file with a deleted, a hidden and a commented sentence.
fn docx(path: &Path) {
    let body = "<w:document><w:body>\
        <w:p><w:r><w:t>Police said that six men were held in Gibara.</w:t></w:r></w:p>\
        <w:p><w:del><w:r><w:delText>Eva Lund said that Paul Reed recruited Ana Pell.</w:delText></w:r></w:del></w:p>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Bob Crane said that he was paid.</w:t></w:r></w:p>\
        </w:body></w:document>";
    let comments = "<w:comments><w:comment><w:p><w:r><w:t>The editor said that it is wrong.</w:t></w:r></w:p></w:comment></w:comments>";
    let mut zip = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", body),
        ("word/comments.xml", comments),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
fn deleted_words_are_named_wherever_they_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    docx(&at.join("a.docx"));
    done(at, &["new", "case"]);
    done(at, &["add", "case", "a.docx"]);
    done(at, &["run", "case"]);
    let claims = json(at, &["claims", "case"]);
    let of = |words: &str| {
        let holds = |claim: &&serde_json::Value| {
            claim["content"]
                .as_array()
                .unwrap()
                .iter()
                .any(|it| field(it, "text").contains(words))
        };
        claims
            .iter()
            .find(holds)
            .unwrap_or_else(|| panic!("{words}: {claims:?}"))
    };
    assert!(of("six men")["beside"].is_null());
    assert_eq!(field(of("recruited"), "beside"), "deleted text");
    assert_eq!(field(of("was paid"), "beside"), "hidden text");
    assert_eq!(field(of("wrong"), "beside"), "comments");
    let list = done(at, &["claims", "case"]).text();
    assert!(
        list.contains("deleted text") && list.contains("hidden text"),
        "{list}"
    );
    let shown = done(at, &["show", "case", field(of("recruited"), "id")]).text();
    assert!(shown.contains("stands in  deleted text"), "{shown}");
    done(at, &["report", "case"]);
    let page = fs::read_to_string(at.join("case.html")).unwrap();
    assert!(page.contains("deleted text"));
    let notes = done(at, &["export", "case", "--as", "ftm"]).text();
    assert!(notes.contains("in deleted text"), "{notes}");
    done(at, &["export", "case", "--as", "csv", "-o", "tables"]);
    assert!(
        fs::read_to_string(at.join("tables/claim.csv"))
            .unwrap()
            .contains("deleted text")
    );
    let files = json(at, &["status", "case", "--files"]);
    assert!(
        files[0]["faults"].to_string().contains("deleted text"),
        "{files:?}"
    );
    // Who took it back no longer says it: it ties nobody and makes nobody anything but protected.
    let lines = done(at, &["export", "case", "--as", "jsonl"]).objects();
    let layers: Vec<&str> = of_type(&lines, "link")
        .iter()
        .map(|it| field(it, "layer"))
        .collect();
    assert!(!layers.contains(&"recruited"), "{layers:?}");
    let roles = of_type(&lines, "entity")
        .iter()
        .map(|it| it["roles"].to_string())
        .collect::<String>();
    assert!(!roles.contains("\"recruiter\""), "{roles}");
}

#[test]
fn marks_of_layout_are_no_part_of_names() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("a.md"), "# Report\n\n*Ana Pell* said that **Bob** Crane paid [the fare](http://x.example/y).\n\n<!-- Eva Lund said no -->\n").unwrap();
    fs::write(at.join("t.vtt"), "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Ana Pell>Bob paid for the tickets.\n\n00:00:04.000 --> 00:00:06.000\n<v Bob Crane>I never paid <i>anyone</i>.\n").unwrap();
    fs::write(at.join("t.txt"), "Transcript\n\nANA PELL: Bob paid.\nBOB CRANE: I did not.\n[inaudible]\nANA PELL (crying): He said he would.\n").unwrap();
    done(at, &["new", "case"]);
    done(at, &["add", "case", "a.md", "t.vtt", "t.txt"]);
    done(at, &["run", "case"]);
    let people: Vec<String> = json(at, &["entities", "case", "--kind", "person"])
        .iter()
        .map(|it| format!("{} {}", field(it, "name"), it["aliases"]))
        .collect();
    for name in &people {
        assert!(!name.contains(['*', '<', '(']), "{people:?}");
    }
    let claims = json(at, &["claims", "case", "--authors"]);
    let text = serde_json::to_string(&claims).unwrap();
    assert!(
        !text.contains("Eva Lund") && !text.contains("anyone<"),
        "{text}"
    );
    assert!(text.contains("\"Ana Pell\""), "{text}");
    let files = json(at, &["status", "case", "--files"]);
    assert!(
        files
            .iter()
            .any(|it| it["faults"].to_string().contains("comments")),
        "{files:?}"
    );
}

#[test]
fn emphasis_uncovers_no_protected_name() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("a.md"), "# Report\n\n**Lidia** Campos, 15, was trafficked by Paul Reed, police said. *Lidia Campos* was a victim, the court said.\n").unwrap();
    done(at, &["new", "case"]);
    done(at, &["add", "case", "a.md"]);
    done(at, &["run", "case"]);
    for command in [
        &["claims", "case", "--authors"][..],
        &["entities", "case"],
        &["export", "case", "--as", "jsonl"],
    ] {
        let text = done(at, command).text();
        assert!(
            !text.contains("Campos") && !text.contains("Lidia"),
            "{command:?}: {text}"
        );
    }
}
