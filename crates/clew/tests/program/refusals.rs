//! What is not done is said: skipped files, refused values, failures as JSON, verdicts nobody reads to the end.

use crate::support::{clew, command, copy, custody, demo, done, field, json, of_type};
use serde_json::Value;
use std::fs;
use std::process::Stdio;

/// The one JSON object on standard error.
fn complaint(err: &str) -> Value {
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 1, "{err}");
    serde_json::from_str(lines[0]).unwrap_or_else(|error| panic!("{error}: {err}"))
}

#[test]
fn a_case_is_not_its_own_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    fs::write(at.join("a.txt"), "One.").unwrap();
    for own in ["case", "case/custody.jsonl", "./case/../case"] {
        let answer = clew(at, &["add", "case", own]);
        assert_eq!(answer.code, 3, "{own}: {}", answer.err);
        assert!(
            answer.err.contains("belongs to the case itself"),
            "{}",
            answer.err
        );
        assert!(answer.err.contains("try: "), "{}", answer.err);
    }
    assert_eq!(custody(&at.join("case")).len(), 1, "nothing was added");
    let said = done(at, &["add", "case", "."]).text();
    assert!(
        said.contains("Skipped") && said.contains("the case itself"),
        "{said}"
    );
    assert!(said.contains("Added 1 file;"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_of_a_folder_is_no_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    fs::create_dir(at.join("heap")).unwrap();
    fs::write(at.join("outside.txt"), "Two.").unwrap();
    fs::write(at.join("heap/a.txt"), "One.").unwrap();
    std::os::unix::fs::symlink(at.join("outside.txt"), at.join("heap/link.txt")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(at.join("heap/pipe"))
        .status();
    assert!(made.unwrap().success());
    let said = done(at, &["add", "case", "heap"]).text();
    for words in ["link.txt: a link", "pipe: a pipe", "Added 1 file;"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let lines = json(at, &["add", "case", "heap"]);
    let skipped = of_type(&lines, "skipped");
    assert_eq!(skipped.len(), 2);
    assert!(
        skipped
            .iter()
            .any(|it| field(it, "file").ends_with("link.txt"))
    );
    // A pipe is not waited for, and a link that is named is what it points at.
    assert_eq!(clew(at, &["add", "case", "heap/pipe"]).code, 3);
    done(at, &["add", "case", "heap/link.txt"]);
    done(at, &["verify", "case"]);
}

#[test]
fn values_that_mean_nothing_are_refused_with_what_does() {
    for (arguments, right) in [
        (&["add", ".", "x", "--region", "ZZ"][..], "ISO 3166"),
        (&["add", ".", "x", "--map", "foo=bar"], "from=2,to=3"),
        (&["add", ".", "x", "--map", "from"], "from=2,to=3"),
        (&["add", ".", "x", "--map", "to=1,to=2"], "twice"),
        (&["run", ".", "--jobs", "0"], "1 or more"),
        (&["run", ".", "--seconds", "0"], "1..="),
        (&["run", ".", "--memory", "0"], "32..="),
        (&["claims", ".", "--limit", "0"], "leave --limit out"),
        (&["entities", ".", "--limit", "0"], "leave --limit out"),
        (&["links", ".", "--limit", "0"], "leave --limit out"),
        (&["findings", ".", "--limit", "0"], "leave --limit out"),
        (&["search", ".", "word", "--limit", "0"], "1 or more"),
        (&["show", ".", ""], "name what is to be shown"),
        (&["show", ".", " "], "name what is to be shown"),
        (&["findings", ".", "--kind", "rumour"], "two_sided"),
        (
            &["claims", ".", "--since", "2025-03", "--until", "2025-01"],
            "--since 2025-01 --until 2025-03",
        ),
        (
            &["links", ".", "--since", "2025", "--until", "2024"],
            "--since 2024 --until 2025",
        ),
    ] {
        let answer = clew(demo(), arguments);
        assert_eq!(answer.code, 2, "{arguments:?}: {}", answer.err);
        assert!(answer.err.contains(right), "{arguments:?}: {}", answer.err);
        assert!(answer.out.is_empty());
    }
    done(
        demo(),
        &["claims", ".", "--since", "2025-02", "--until", "2025"],
    );
}

#[test]
fn paths_that_lead_nowhere_are_told_as_they_were_asked() {
    let (folder, _case) = copy(demo());
    let at = folder.path();
    fs::write(at.join("a.txt"), "One.").unwrap();
    for command in [
        &["run", "a.txt"][..],
        &["verify", "a.txt"],
        &["claims", "a.txt"],
    ] {
        let answer = clew(at, command);
        assert_eq!(answer.code, 3, "{command:?}: {}", answer.err);
        for words in ["a.txt is a file", "try: ", "clew extract"] {
            assert!(answer.err.contains(words), "{command:?}: {}", answer.err);
        }
    }
    for command in [
        &["report", "case", "-o", "nowhere/x.html"][..],
        &["export", "case", "--as", "jsonl", "-o", "nowhere/x.html"],
    ] {
        let answer = clew(at, command);
        assert_eq!(answer.code, 4, "{}", answer.err);
        assert!(answer.err.contains("nowhere/x.html: "), "{}", answer.err);
        assert!(!answer.err.contains(".part"), "{}", answer.err);
        assert!(
            answer.err.contains("try: there is no folder nowhere"),
            "{}",
            answer.err
        );
    }
    let answer = clew(at, &["add", "case", "no-such-file.txt"]);
    assert!(answer.err.contains("try: "), "{}", answer.err);
}

#[test]
fn failures_under_json_are_one_object() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("a.txt"), "One.").unwrap();
    for (arguments, code, kind, hint) in [
        (&["status", "missing"][..], 3, "case", "clew new missing"),
        (&["add", "missing", "a.txt"], 3, "case", "clew new missing"),
        (
            &["claims", ".", "--certainty", "sure"],
            2,
            "usage",
            "--help",
        ),
        (&["frobnicate"], 2, "usage", "--help"),
    ] {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        let answer = clew(at, &arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {}", answer.err);
        let said = complaint(&answer.err);
        assert_eq!(field(&said, "type"), "error");
        assert_eq!(field(&said, "kind"), kind, "{said}");
        assert!(!field(&said, "message").is_empty(), "{said}");
        assert!(field(&said, "hint").contains(hint), "{said}");
        assert!(answer.out.is_empty());
    }
    let help = done(at, &["claims", "--help", "--json"]);
    assert!(help.text().contains("Usage"));
}

#[test]
fn an_unsound_case_is_unsound_whoever_reads_on() {
    let (_folder, case) = copy(demo());
    let log = case.join("custody.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen("open source", "OPEN source", 1)).unwrap();
    for arguments in [&["verify", "."][..], &["verify", ".", "--json"]] {
        for _ in 0..3 {
            let mut child = command(&case, arguments)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            drop(child.stdout.take());
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(1), "{arguments:?}");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        }
    }
}

#[test]
fn the_filters_of_the_readme_find_something() {
    // The organiser is named in sentences whose alleged content is but a piece of them.
    let found = json(
        demo(),
        &["claims", ".", "--certainty", "alleged", "--person", "Rojas"],
    );
    assert!(!found.is_empty());
    for claim in &found {
        assert_eq!(field(claim, "certainty"), "alleged");
    }
    let readme = include_str!("../../../../README.md");
    assert!(readme.contains("claims malecon.clew --certainty alleged --person Rojas"));
}

#[test]
fn a_person_is_found_in_the_sentence_of_a_claim() {
    let (_folder, case) = crate::support::case_of(&[(
        "a.txt",
        "Kravets is alleged to have promised a work contract. The court said that Kravets, 40, had left. The police said that nine men were held.\n",
    )]);
    let found = json(
        &case,
        &[
            "claims",
            ".",
            "--certainty",
            "alleged",
            "--person",
            "kravets",
        ],
    );
    assert_eq!(found.len(), 1, "{found:?}");
    let found = json(&case, &["claims", ".", "--person", "Kravets"]);
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn no_word_of_the_evidence_steers_the_terminal() {
    let (folder, _case) = crate::support::case_of(&[(
        "a.txt",
        "Police said that \u{1b}[31mred\u{1b}[0m \u{7} men \u{202e}gnp.exe were held. \u{1b}]0;pwned\u{7}\n",
    )]);
    for command in [
        &["claims", "case"][..],
        &["show", "case", "a.txt"],
        &["search", "case", "held"],
        &["status", "case", "--files"],
    ] {
        let text = done(folder.path(), command).text();
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }
    let text = done(folder.path(), &["claims", "case"]).text();
    assert!(text.contains("\u{241b}[31mred"), "{text}");
}

#[test]
fn a_name_that_is_asked_for_may_be_masked_and_the_way_to_it_is_told() {
    let (_folder, case) = crate::support::case_of(&[(
        "a.txt",
        "The police said that Oleg Kravets had left. The police said that nine men were held.\n",
    )]);
    for filter in [
        &["--person", "Kravets"][..],
        &["--person", "Nobody Atall"],
        &["--source", "police"],
        &["--source", "Nobody Atall"],
    ] {
        let asked: Vec<&str> = ["claims", "."].iter().chain(filter).copied().collect();
        let said = done(&case, &asked).text();
        assert!(said.contains("--person with the e-.. identifier"), "{said}");
        let unmasked: Vec<&str> = asked.iter().copied().chain(["--unmask", "test"]).collect();
        assert!(!done(&case, &unmasked).text().contains("masked text"));
    }
    let said = done(&case, &["claims", "."]).text();
    assert!(!said.contains("masked text"), "{said}");
}

#[test]
fn a_path_in_a_hint_can_be_pasted() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (case, quoted) in [
        ("Fall \u{dc} neu", "'Fall \u{dc} neu'"),
        ("it's $HOME", r"'it'\''s $HOME'"),
        ("plain-1.2", "plain-1.2"),
    ] {
        let missing = clew(at, &["run", case]);
        let hint = format!("`clew new {quoted}`");
        assert!(missing.err.contains(&hint), "{}", missing.err);
        let made = done(at, &["new", case]).text();
        assert!(made.contains(&format!("clew add {quoted} FILES")), "{made}");
        fs::write(at.join("a.txt"), "One.").unwrap();
        done(at, &["add", case, "a.txt"]);
        let answer = clew(at, &["claims", case]);
        let hint = format!("try: clew run {quoted}\n");
        assert!(answer.err.contains(&hint), "{}", answer.err);
    }
}

#[test]
fn a_map_of_columns_that_are_not_there_is_refused_before_anything_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let rows = "a,b,c,d,e,f\n1,+5350000110,+5350000111,2025-01-20 06:30:00,60,x\n1,+5350000110,+5350000112,2025-01-21 06:30:00,60,x\n";
    fs::write(at.join("calls.csv"), rows).unwrap();
    let answer = clew(at, &["add", "case", "calls.csv", "--map", "from=9"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    for words in ["calls.csv", "from", "\"9\"", "try: --map"] {
        assert!(answer.err.contains(words), "{words}: {}", answer.err);
    }
    assert!(json(at, &["status", "case", "--files"]).is_empty());
    done(
        at,
        &["add", "case", "calls.csv", "--map", "from=1,to=2,start=3"],
    );
}
