//! The four formats, read back by others' readers.

use crate::support::{clew, copy, demo, demo_lines, done, field, ids, of_type};
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

#[test]
fn graphml_is_xml_whose_edges_join_its_nodes() {
    let text = done(demo(), &["export", ".", "--as", "graphml"]).text();
    let mut reader = quick_xml::Reader::from_str(&text);
    reader.config_mut().check_end_names = true;
    let (mut nodes, mut ends, mut edges) = (BTreeSet::new(), BTreeSet::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let mut attributes = BTreeMap::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    let name =
                        String::from_utf8(attribute.key.as_ref().as_bytes().to_vec()).unwrap();
                    attributes.insert(
                        name,
                        String::from_utf8_lossy(attribute.value.as_bytes()).into_owned(),
                    );
                }
                match tag.name().as_ref().as_bytes() {
                    b"node" => assert!(nodes.insert(attributes["id"].clone()), "a node twice"),
                    b"edge" => {
                        edges += 1;
                        ends.insert(attributes["source"].clone());
                        ends.insert(attributes["target"].clone());
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    assert_eq!(edges, of_type(demo_lines(), "link").len());
    assert!(edges > 0 && ends.is_subset(&nodes));
}

#[test]
fn csv_tables_hold_what_json_lines_hold() {
    let (folder, _case) = copy(demo());
    let at = folder.path();
    let said = done(at, &["export", "case", "--as", "csv", "--output", "tables"]).text();
    assert!(said.contains("cannot carry"), "{said}");
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(at.join("tables")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|it| it != "csv") {
            assert_eq!(path.file_name().unwrap(), "losses.txt");
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut reader = csv::ReaderBuilder::new()
            .flexible(false)
            .from_path(&path)
            .unwrap();
        assert_eq!(&reader.headers().unwrap()[0], "id", "{name}");
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let found: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
        let right: Vec<&str> = of_type(demo_lines(), &name)
            .iter()
            .map(|it| field(it, "id"))
            .collect();
        assert_eq!(found, right, "{name}");
        for cell in rows.iter().flat_map(|row| row.iter()) {
            let formula = cell.starts_with(['=', '@', '\t']);
            assert!(!formula, "a spreadsheet would run {cell}");
        }
        seen.insert(name);
    }
    for name in [
        "evidence",
        "document",
        "claim",
        "entity",
        "link",
        "finding",
        "gap",
        "proceeding",
        "contact",
    ] {
        assert!(seen.contains(name), "{name}");
    }
    let refused = clew(at, &["export", "case", "--as", "csv"]);
    assert_eq!(refused.code, 3);
    assert!(refused.err.contains("--output"), "{}", refused.err);
}

#[test]
fn ftm_lines_are_entities_that_point_at_each_other() {
    let lines = done(demo(), &["export", ".", "--as", "ftm"]).objects();
    let held: BTreeSet<&str> = ids(&lines).into_iter().collect();
    assert_eq!(held.len(), lines.len(), "identifiers are unique");
    let schemas = [
        "Document",
        "Person",
        "Organization",
        "Address",
        "LegalEntity",
        "Note",
        "Call",
        "Family",
        "Payment",
        "UnknownLink",
    ];
    let pointing = [
        "subject",
        "object",
        "person",
        "relative",
        "payer",
        "beneficiary",
        "caller",
        "receiver",
        "proof",
        "entity",
    ];
    for line in &lines {
        assert!(schemas.contains(&field(line, "schema")), "{line}");
        let properties = line["properties"].as_object().unwrap();
        for (name, values) in properties {
            let values = values.as_array().unwrap();
            assert!(!values.is_empty(), "{name}: {line}");
            for value in values {
                let value = value.as_str().unwrap();
                assert!(!value.trim().is_empty());
                if pointing.contains(&name.as_str()) {
                    assert!(
                        held.contains(value),
                        "{name} points at {value}, which is not there"
                    );
                }
            }
        }
    }
    let count = |schema: &str| lines.iter().filter(|it| it["schema"] == schema).count();
    assert_eq!(count("Document"), of_type(demo_lines(), "document").len());
    assert_eq!(count("Call"), of_type(demo_lines(), "contact").len());
}

#[test]
fn json_lines_hold_every_noun_and_point_at_what_is_there() {
    let lines = demo_lines();
    for name in [
        "evidence",
        "document",
        "mention",
        "claim",
        "gap",
        "proceeding",
        "contact",
        "entity",
        "link",
        "origin",
        "finding",
    ] {
        assert!(!of_type(lines, name).is_empty(), "{name}");
    }
    let held = |name: &str| -> BTreeSet<&str> {
        of_type(lines, name)
            .into_iter()
            .map(|it| field(it, "id"))
            .collect()
    };
    let (claims, entities, documents) = (held("claim"), held("entity"), held("document"));
    let points = |values: &Value, to: &BTreeSet<&str>| {
        values
            .as_array()
            .unwrap()
            .iter()
            .all(|id| to.contains(id.as_str().unwrap()))
    };
    for link in of_type(lines, "link") {
        assert!(
            entities.contains(field(link, "from")) && entities.contains(field(link, "to")),
            "{link}"
        );
        assert!(points(&link["claims"], &claims), "{link}");
        let ground = ["claims", "contacts", "places"]
            .iter()
            .any(|name| !link[name].as_array().unwrap().is_empty());
        assert!(ground, "a link rests on something: {link}");
    }
    for finding in of_type(lines, "finding") {
        assert!(points(&finding["claims"], &claims), "{finding}");
    }
    for entity in of_type(lines, "entity") {
        assert!(points(&entity["documents"], &documents), "{entity}");
    }
    let mut in_origins = Vec::new();
    for origin in of_type(lines, "origin") {
        in_origins.extend(
            origin["documents"]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| field(it, "id")),
        );
    }
    let once: BTreeSet<&str> = in_origins.iter().copied().collect();
    assert_eq!(once.len(), in_origins.len(), "a document has one origin");
    assert!(once.is_subset(&documents));
}

#[test]
fn a_file_is_written_whole_with_its_losses_beside_it() {
    let (folder, _case) = copy(demo());
    let at = folder.path();
    for format in ["ftm", "graphml", "jsonl"] {
        let name = format!("out.{format}");
        let said = done(at, &["export", "case", "--as", format, "--output", &name]).text();
        let piped = done(at, &["export", "case", "--as", format]).text();
        assert_eq!(
            fs::read_to_string(at.join(&name)).unwrap(),
            piped,
            "{format}"
        );
        let losses = fs::read_to_string(at.join(format!("{name}.losses.txt"))).unwrap();
        assert!(!losses.trim().is_empty());
        for loss in losses.lines() {
            assert!(said.contains(loss), "{loss}");
        }
        assert!(!at.join(format!("{name}.part")).exists());
    }
    let nowhere = clew(
        at,
        &[
            "export",
            "case",
            "--as",
            "ftm",
            "--output",
            "no/such/folder/x.json",
        ],
    );
    assert_eq!(nowhere.code, 4, "{}", nowhere.err);
    assert!(nowhere.err.contains("error (file)"));
}
