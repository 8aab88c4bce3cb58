//! Every command once, as the help tells it.

use crate::support::{
    case_of, clew, copy, corpus, custody, demo, demo_lines, done, exported, field, hashes, json,
    of_type,
};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

const COMMANDS: [&str; 17] = [
    "new", "add", "run", "status", "claims", "entities", "links", "network", "findings", "show",
    "search", "judge", "report", "export", "verify", "extract", "demo",
];

#[test]
fn every_command_helps_with_an_example() {
    let folder = Path::new(".");
    let overview = done(folder, &["--help"]).text();
    let listed: BTreeSet<&str> = overview
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .filter(|word| *word != "help" && COMMANDS.contains(word))
        .collect();
    assert_eq!(listed, COMMANDS.into_iter().collect());
    for name in COMMANDS {
        let help = done(folder, &[name, "--help"]).text();
        let (_, example) = help.split_once("\nExample").unwrap_or_else(|| {
            panic!("the help of {name} has no example");
        });
        assert!(
            example.contains(&format!("clew {name}")),
            "{name}: {example}"
        );
        assert!(
            !help.contains('`'),
            "{name}: a mark of the sources shows: {help}"
        );
    }
}

#[test]
fn examples_of_the_help_are_understood() {
    // A flag that an example uses stands among the options above it, too.
    for name in COMMANDS {
        let help = done(Path::new("."), &[name, "--help"]).text();
        for flag in help
            .split_whitespace()
            .skip_while(|word| !word.starts_with("Example"))
            .filter(|word| word.starts_with("--"))
        {
            let known = help.matches(flag).count() > 1;
            assert!(
                known,
                "the example of {name} uses {flag}, which it does not have"
            );
        }
    }
}

#[test]
fn new_makes_a_case_once() {
    let folder = tempfile::tempdir().unwrap();
    let said = done(
        folder.path(),
        &["new", "harbour", "--name", "Operation Harbour"],
    )
    .text();
    assert!(
        said.contains("Operation Harbour") && said.contains("clew add harbour"),
        "{said}"
    );
    let entries = custody(&folder.path().join("harbour"));
    assert_eq!(field(&entries[0], "action"), "created");
    assert_eq!(field(&entries[0], "who"), "tester");
    let before = hashes(folder.path());
    let again = clew(folder.path(), &["new", "harbour"]);
    assert_eq!(again.code, 3);
    assert_eq!(hashes(folder.path()), before);
    let value = &json(folder.path(), &["new", "other"])[0];
    assert_eq!(
        (field(value, "type"), field(value, "name")),
        ("case", "other")
    );
}

/// An archive of one text in a folder.
fn archive(path: &Path, inside: &str, text: &str) {
    let mut zip = zip::ZipWriter::new(fs::File::create(path).unwrap());
    zip.start_file(inside, zip::write::SimpleFileOptions::default())
        .unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap();
}

/// A case to which a file with particulars, a folder and an archive were added.
fn mixed_case(at: &Path) {
    done(at, &["new", "case"]);
    fs::create_dir_all(at.join("heap/below")).unwrap();
    fs::write(
        at.join("one.txt"),
        "The port office said that a ship had left.",
    )
    .unwrap();
    fs::write(
        at.join("heap/two.txt"),
        "The harbour police said that nobody was hurt.",
    )
    .unwrap();
    fs::write(
        at.join("heap/below/three.txt"),
        "The crew said that the hold was empty.",
    )
    .unwrap();
    archive(
        &at.join("four.zip"),
        "mail/inside.txt",
        "The agent said that the fare had been paid.",
    );
    let particulars = [
        "--publisher",
        "The Pier",
        "--date",
        "2024-05",
        "--from",
        "a sailor",
        "--basis",
        "open source",
    ];
    let add: Vec<&str> = ["add", "case", "one.txt"]
        .into_iter()
        .chain(particulars)
        .collect();
    done(at, &add);
    let said = done(at, &["add", "case", "heap", "four.zip"]).text();
    assert!(
        said.contains('3') && said.contains("clew run case"),
        "{said}"
    );
    assert!(
        said.contains("--basis"),
        "a missing legal basis is said: {said}"
    );
}

#[test]
fn add_takes_files_folders_and_archives_with_what_is_said_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    mixed_case(at);
    done(at, &["run", "case"]);
    let lines = done(at, &["export", "case", "--as", "jsonl"]).objects();
    let names: BTreeSet<&str> = of_type(&lines, "evidence")
        .iter()
        .map(|it| field(it, "file"))
        .collect();
    let below = if cfg!(windows) {
        "below\\three.txt"
    } else {
        "below/three.txt"
    };
    assert_eq!(
        names,
        BTreeSet::from(["one.txt", "two.txt", below, "four.zip"])
    );
    let one = *of_type(&lines, "evidence")
        .iter()
        .find(|it| it["file"] == "one.txt")
        .unwrap();
    for (name, value) in [
        ("publisher", "The Pier"),
        ("date", "2024-05"),
        ("from", "a sailor"),
        ("basis", "open source"),
    ] {
        assert_eq!(field(one, name), value, "{name}");
    }
    let inside = of_type(&lines, "document");
    let inside = inside
        .iter()
        .find(|it| it["path"] == "mail/inside.txt")
        .unwrap();
    assert_eq!(field(inside, "file"), "four.zip/mail/inside.txt");
    let document = of_type(&lines, "document");
    let document = document.iter().find(|it| it["file"] == "one.txt").unwrap();
    assert_eq!(
        (field(document, "publisher"), field(document, "date")),
        ("The Pier", "2024-05")
    );
}

#[test]
fn add_takes_the_zone_and_region_of_call_records() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let rows = "caller,callee,start,duration\n53500110,53500111,2024-10-12 10:00:00,65\n53500111,53500110,2024-10-12 11:30:00,5\n53500110,53500112,2024-10-13 09:00:00,12\n";
    fs::write(at.join("calls.csv"), rows).unwrap();
    done(
        at,
        &[
            "add",
            "case",
            "calls.csv",
            "--zone",
            "America/Havana",
            "--region",
            "CU",
            "--basis",
            "court order",
        ],
    );
    done(at, &["run", "case"]);
    let lines = done(at, &["export", "case", "--as", "jsonl"]).objects();
    let document = of_type(&lines, "document")[0];
    let receipt = &document["receipt"];
    assert_eq!(receipt["map"]["zone"], "America/Havana");
    assert_eq!(receipt["rows_in"], 3);
    // Havana is four hours behind in October.
    let contacts = of_type(&lines, "contact");
    assert_eq!(contacts.len(), 3);
    assert!(
        contacts
            .iter()
            .any(|it| it["start"] == "2024-10-12T14:00:00Z" && it["seconds"] == 65)
    );
    let entries = custody(&at.join("case"));
    assert_eq!(
        entries
            .iter()
            .filter(|it| it["action"] == "imported")
            .count(),
        1
    );
}

#[test]
fn a_time_is_read_in_the_zone_of_the_imports_and_refused_where_they_have_several() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let rows = "caller,callee,start,duration\n53500110,53500111,2025-01-20 06:40:00,65\n53500111,53500110,2025-01-21 11:30:00,5\n53500110,53500112,2025-01-22 09:00:00,12\n";
    let import = |file: &str, rows: &str, zone: &str| {
        fs::write(at.join(file), rows).unwrap();
        done(at, &["add", "case", file, "--zone", zone, "--region", "CU"]);
        done(at, &["run", "case"]);
    };
    import("calls.csv", rows, "America/Havana");
    let asked = ["calls", "case", "after", "2025-01-20 06:30"];
    let said = done(at, &asked).text();
    assert!(
        said.contains("Zone: America/Havana, that of all imports") && !said.contains("Nobody"),
        "{said}"
    );
    import("more.csv", &rows.replace("2025", "2024"), "+03:00");
    let answer = clew(at, &asked);
    assert_eq!(answer.code, 3, "{}", answer.err);
    for words in ["(+03:00, America/Havana)", "--zone America/Havana"] {
        assert!(answer.err.contains(words), "{words}: {}", answer.err);
    }
    for zone in ["America/Havana", "+03:00"] {
        let given: Vec<&str> = asked.iter().copied().chain(["--zone", zone]).collect();
        let said = done(at, &given).text();
        assert!(said.contains(&format!("Zone: {zone}, as given")), "{said}");
        assert_eq!(said.contains("Nobody"), zone == "+03:00", "{said}");
    }
}

#[test]
fn status_gives_every_file_one_state() {
    let lines = json(demo(), &["status", ".", "--files"]);
    let held = fs::read_dir(corpus().join("malecon")).unwrap().count();
    assert_eq!(lines.len(), held);
    for line in &lines {
        let state = field(line, "state");
        assert!(
            ["read", "partial", "no_text", "refused"].contains(&state),
            "{line}"
        );
        assert_eq!(
            state == "read",
            line["why"].is_null(),
            "a reason for what was not read: {line}"
        );
    }
    let table = done(demo(), &["status", ".", "--files"]).text();
    for line in &lines {
        assert!(table.contains(&field(line, "id")[..12]));
    }
    let summary = &json(demo(), &["status", "."])[0];
    let total: u64 = summary["evidence"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(serde_json::Value::as_u64)
        .sum();
    assert_eq!(total, held as u64);
    // Both summaries count persons, and persons only.
    let people = summary["persons"].as_u64().unwrap();
    let line = format!(
        "PEOPLE {people} named, {} of them protected",
        summary["protected"]
    );
    let text = done(demo(), &["status", "."]).text();
    assert!(text.contains(&line), "{line} is not in {text}");
}

#[test]
fn an_end_that_contradicts_the_duration_is_remarked_wherever_the_receipt_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    fs::write(
        at.join("calls.csv"),
        "Caller;Called;Start;End;Duration (s)\n+34600111222;+34600333444;2024-05-01 09:00;2024-05-01 09:01;60\n\
         +34600111222;+34600333444;2024-05-01 10:00;2024-05-01 10:02;60\n",
    )
    .unwrap();
    done(at, &["add", "case", "calls.csv"]);
    done(at, &["run", "case"]);
    let remark =
        "the row is kept with its duration as written, the end is not used: 1 times (row 3)";
    let summary = &json(at, &["status", "case"])[0]["receipts"][0];
    assert_eq!(
        (&summary["rows_kept"], &summary["adds_up"]),
        (&2.into(), &true.into())
    );
    assert!(
        summary["remarks"][0].as_str().unwrap().ends_with(remark),
        "{summary}"
    );
    assert!(done(at, &["status", "case"]).text().contains(remark));
    done(at, &["report", "case", "--output", "out.html"]);
    let page = fs::read_to_string(at.join("out.html")).unwrap();
    assert!(page.matches(remark).count() >= 2);
}

#[test]
fn status_tells_the_next_step() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    assert!(
        done(at, &["status", "case"])
            .text()
            .contains("clew add case")
    );
    let value = &json(at, &["status", "case"])[0];
    assert_eq!(
        (field(value, "type"), field(value, "next")),
        ("summary", "add")
    );
    fs::write(
        at.join("a.txt"),
        "The port office said that a ship had left.",
    )
    .unwrap();
    done(at, &["add", "case", "a.txt"]);
    assert!(
        done(at, &["status", "case"])
            .text()
            .contains("clew run case")
    );
    assert_eq!(field(&json(at, &["status", "case"])[0], "next"), "run");
    done(at, &["run", "case"]);
    fs::write(
        at.join("b.txt"),
        "The port office denied that a ship had left.",
    )
    .unwrap();
    done(at, &["add", "case", "b.txt"]);
    let late = done(at, &["status", "case"]);
    assert!(late.err.contains("clew run case"), "{}", late.err);
}

#[test]
fn search_finds_other_forms_and_quotes_what_stands_there() {
    let hits = json(demo(), &["search", ".", "паспорт", "--limit", "50"]);
    assert!(
        hits.iter()
            .any(|hit| field(hit, "text").to_lowercase().contains("паспорта"))
    );
    let one = json(demo(), &["search", ".", "паспорт", "--limit", "1"]);
    assert_eq!(one.len(), 1);
    let table = done(demo(), &["search", ".", "паспорт"]).text();
    assert!(table.contains("bytes "), "{table}");
    let nothing = done(demo(), &["search", ".", "xylophone"]).text();
    assert!(nothing.contains("Nothing found"), "{nothing}");
    assert!(json(demo(), &["search", ".", "xylophone"]).is_empty());
}

#[test]
fn verify_finds_a_changed_byte_and_names_the_file() {
    let (_folder, case) = copy(demo());
    let sound = done(&case, &["verify", "."]).text();
    assert!(sound.starts_with("sound"), "{sound}");
    assert_eq!(json(&case, &["verify", "."]).last().unwrap()["sound"], true);
    let victim = hashes(&case.join("evidence")).into_keys().next().unwrap();
    let mut bytes = fs::read(&victim).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::remove_file(&victim).unwrap();
    fs::write(&victim, bytes).unwrap();
    let broken = clew(&case, &["verify", "."]);
    assert_eq!(broken.code, 1, "{}", broken.err);
    let name = victim.file_name().unwrap().to_string_lossy().into_owned();
    assert!(broken.text().contains(&name), "{}", broken.text());
    let broken = clew(&case, &["verify", ".", "--json"]);
    assert_eq!(broken.code, 1);
    let objects = broken.objects();
    assert!(field(&objects[0], "where").contains(&name));
    assert_eq!(objects.last().unwrap()["sound"], false);
}

#[test]
fn verify_finds_a_changed_custody_entry_and_names_its_line() {
    let (_folder, case) = copy(demo());
    let log = case.join("custody.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen("open source", "open sourcE", 1)).unwrap();
    let broken = clew(&case, &["verify", "."]);
    assert_eq!(broken.code, 1, "{}", broken.err);
    assert!(broken.text().contains("NOT SOUND"));
    let line = 1 + text
        .lines()
        .position(|it| it.contains("open source"))
        .unwrap();
    assert!(
        broken.text().contains(&line.to_string()),
        "{}",
        broken.text()
    );
}

#[test]
fn demo_run_again_neither_fails_nor_duplicates() {
    let (folder, case) = copy(demo());
    let before = (hashes(&case), exported(&case));
    let said = done(folder.path(), &["demo", "--folder", "case"]).text();
    assert_eq!((hashes(&case), exported(&case)), before);
    for word in [
        "READ",
        "CLAIMS",
        "CONTRADICTIONS",
        "ORIGINS",
        "PEOPLE",
        "NOT KNOWN",
        "PROCEEDINGS",
        "case.html",
        "clew claims case",
    ] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let summary = &json(folder.path(), &["demo", "--folder", "case"])[0];
    assert_eq!(summary["run"]["read"], 0);
    assert_eq!(summary["run"]["derived"], false);
    let other = tempfile::tempdir().unwrap();
    done(other.path(), &["new", "mine"]);
    assert_eq!(clew(other.path(), &["demo", "--folder", "mine"]).code, 3);
}

#[test]
fn run_remembers_that_it_was_asked_to_read_deep() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    fs::write(
        at.join("a.txt"),
        "The minister said that nobody was paid.\n",
    )
    .unwrap();
    done(at, &["add", "case", "a.txt"]);
    let read = |more: &[&str]| {
        let all = [&["run", "case"], more].concat();
        json(at, &all)[0]["run"]["read"].clone()
    };
    assert_eq!(read(&[]), 1);
    assert_eq!(read(&["--deep"]), 1);
    assert_eq!(read(&["--deep"]), 0);
    assert_eq!(read(&[]), 0);
    fs::remove_file(at.join("case/derived.db")).unwrap();
    assert_eq!(read(&[]), 1);
    let claims = json(at, &["claims", "case"]);
    let told = claims
        .iter()
        .any(|claim| claim.to_string().contains("nobody was paid"));
    assert!(told, "{claims:?}");
    let log = fs::read_to_string(at.join("case/custody.jsonl")).unwrap();
    assert_eq!(log.matches("\"depth\":\"deep\"").count(), 1, "{log}");
    assert_eq!(read(&["--plain"]), 1);
    assert_eq!(read(&[]), 0);
}

#[test]
fn report_is_one_page_that_needs_nothing_else() {
    let (folder, _case) = copy(demo());
    let said = done(folder.path(), &["report", "case"]).text();
    assert!(said.contains("case.html"), "{said}");
    let page = fs::read_to_string(folder.path().join("case.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") || page.starts_with("<!doctype html>"));
    for outside in ["src=\"http", "href=\"http", "@import", "url(http", "<link"] {
        assert!(!page.contains(outside), "the page asks for {outside}");
    }
    let claims = of_type(demo_lines(), "gap");
    assert!(
        claims.iter().any(|it| page.contains(field(it, "id"))),
        "gaps can be found again"
    );
    done(
        folder.path(),
        &["report", "case", "--output", "elsewhere.html"],
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("elsewhere.html")).unwrap(),
        page
    );
    let value = &json(folder.path(), &["report", "case"])[0];
    assert_eq!(
        (field(value, "type"), &value["masked"]),
        ("report", &true.into())
    );
}

#[test]
fn every_command_speaks_json() {
    let (folder, _case) = case_of(&[(
        "a.txt",
        "The ministry said that nine men had left. The names remain undisclosed.\n",
    )]);
    let at = folder.path();
    fs::write(
        at.join("b.txt"),
        "The ministry denied that nine men had left.\n",
    )
    .unwrap();
    let mut asked: Vec<Vec<&str>> = vec![
        vec!["new", "second"],
        vec!["add", "case", "b.txt"],
        vec!["run", "case"],
        vec!["run", "case"],
        vec!["run", "second"],
        vec!["search", "case", "ministry"],
        vec!["judge", "case", "grade", "a.txt", "B2", "--why", "known"],
        vec!["judge", "case", "list"],
        vec!["report", "case"],
        vec!["extract", "a.txt", "b.txt"],
        vec!["export", "case", "--as", "csv", "--output", "tables"],
        vec![
            "export",
            "case",
            "--as",
            "graphml",
            "--output",
            "net.graphml",
        ],
        vec!["verify", "case"],
        vec!["demo", "--folder", "tour"],
    ];
    for list in ["status", "claims", "entities", "links", "findings"] {
        asked.push(vec![list, "case"]);
        asked.push(vec![list, "second"]);
    }
    asked.push(vec!["status", "case", "--files"]);
    asked.push(vec!["status", "second", "--files"]);
    for arguments in asked {
        for object in json(at, &arguments) {
            assert!(
                !field(&object, "type").is_empty(),
                "{arguments:?}: {object}"
            );
        }
    }
}
