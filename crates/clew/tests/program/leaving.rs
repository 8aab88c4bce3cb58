//! What leaves the case is written down, and what the call records say is shown with its row.

use crate::support::{copy, custody, demo, demo_lines, done, field, json, of_type};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::Path;

#[test]
fn what_leaves_the_case_is_in_its_log_with_its_hash() {
    let (folder, case) = copy(demo());
    let before = custody(&case).len();
    done(folder.path(), &["report", "case", "--output", "page.html"]);
    done(
        folder.path(),
        &["export", "case", "--as", "jsonl", "--output", "all.jsonl"],
    );
    done(
        folder.path(),
        &["export", "case", "--as", "csv", "--output", "tables"],
    );
    let log = custody(&case);
    let new: Vec<&Value> = log[before..].iter().collect();
    assert!(new.iter().all(|entry| entry["action"] == "exported"));
    assert_eq!(field(new[0], "format"), "html");
    assert_eq!(field(new[0], "output"), "page.html");
    for entry in &new {
        let name = field(entry, "output");
        let csv = Path::new(name).extension().is_some_and(|it| it == "csv");
        let path = if csv {
            Path::new("tables").join(name)
        } else {
            name.into()
        };
        let bytes = fs::read(folder.path().join(path)).unwrap();
        assert_eq!(
            field(entry, "sha256"),
            format!("{:x}", Sha256::digest(&bytes)),
            "{name}"
        );
    }
    assert!(new.len() > 5, "each table is logged: {new:?}");
    done(folder.path(), &["verify", "case"]);
    // The case stays as current as it was: a run finds nothing to do.
    let ran = &json(folder.path(), &["run", "case"])[0];
    assert_eq!(ran["run"]["derived"], false, "{ran}");
}

#[test]
fn a_contact_is_shown_with_its_row() {
    let contact = of_type(demo_lines(), "contact")[0];
    let said = done(demo(), &["show", ".", field(contact, "id")]).text();
    for word in ["CONTACT", "from", "start", "as recorded", "link "] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let shown = &json(demo(), &["show", ".", field(contact, "id")])[0];
    assert_eq!(shown, contact);
}
