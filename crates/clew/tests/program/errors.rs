//! What goes wrong has an exit code, a kind, and a way out.

use crate::support::{clew, copy, custody, demo, done, hashes};
use std::fs;

#[test]
fn a_folder_that_is_no_case_is_refused_by_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("plain")).unwrap();
    fs::write(at.join("a.txt"), "text").unwrap();
    for case in ["missing", "plain"] {
        for arguments in [
            &["add", case, "a.txt"][..],
            &["run", case],
            &["status", case],
            &["claims", case],
            &["entities", case],
            &["links", case],
            &["findings", case],
            &["show", case, "c-00000000"],
            &["search", case, "word"],
            &["judge", case, "list"],
            &["judge", case, "role", "x", "victim", "--why", "y"],
            &["report", case],
            &["export", case, "--as", "jsonl"],
            &["verify", case],
        ] {
            let before = hashes(at);
            let answer = clew(at, arguments);
            assert_eq!(answer.code, 3, "{arguments:?}: {}", answer.err);
            assert!(answer.out.is_empty(), "{arguments:?}");
            assert!(
                answer.err.starts_with("error (case): "),
                "{arguments:?}: {}",
                answer.err
            );
            assert!(
                answer.err.contains("clew new") && answer.err.contains(case),
                "{arguments:?}: {}",
                answer.err
            );
            assert_eq!(hashes(at), before, "{arguments:?}");
        }
    }
}

#[test]
fn a_case_that_was_not_run_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    fs::write(
        at.join("a.txt"),
        "The ministry said that nine men had left.\n",
    )
    .unwrap();
    done(at, &["add", "case", "a.txt"]);
    for arguments in [
        &["claims", "case"][..],
        &["entities", "case"],
        &["links", "case"],
        &["findings", "case"],
        &["show", "case", "c-00000000"],
        &["search", "case", "word"],
        &["report", "case"],
        &["export", "case", "--as", "jsonl"],
        &["judge", "case", "role", "x", "victim", "--why", "y"],
    ] {
        let answer = clew(at, arguments);
        assert_eq!(answer.code, 3, "{arguments:?}: {}", answer.err);
        assert!(
            answer.err.contains("try: clew run case"),
            "{arguments:?}: {}",
            answer.err
        );
    }
    assert!(!at.join("case.html").exists());
}

#[test]
fn wrong_words_are_answered_with_the_right_ones() {
    for (arguments, right) in [
        (&["claims", ".", "--certainty", "sure"][..], "alleged"),
        (&["claims", ".", "--polarity", "no"], "denied"),
        (&["claims", ".", "--kind", "lie"], "promise"),
        (&["claims", ".", "--since", "2024-13"], "YYYY-MM-DD"),
        (&["claims", ".", "--until", "yesterday"], "YYYY-MM-DD"),
        (&["entities", ".", "--kind", "ship"], "organisation"),
        (&["entities", ".", "--role", "boss"], "organiser"),
        (&["links", ".", "--layer", "loves"], "named_together"),
        (&["links", ".", "--since", "31.12.2024"], "YYYY-MM-DD"),
        (&["export", ".", "--as", "pdf"], "graphml"),
        (&["add", ".", "x", "--date", "May"], "YYYY-MM-DD"),
        (&["add", ".", "x", "--zone", "Havana"], "America/Havana"),
        (&["add", ".", "x", "--region", "Cuba"], "CU"),
        (&["frobnicate"], "--help"),
        (&["claims"], "--help"),
    ] {
        let answer = clew(demo(), arguments);
        assert_eq!(answer.code, 2, "{arguments:?}: {}", answer.err);
        assert!(
            answer.err.starts_with("error: "),
            "{arguments:?}: {}",
            answer.err
        );
        assert!(answer.err.contains(right), "{arguments:?}: {}", answer.err);
        assert!(answer.out.is_empty());
    }
}

#[test]
fn names_are_shown_only_for_a_reason() {
    let (folder, case) = copy(demo());
    let before = hashes(folder.path());
    for command in [
        &["claims", "."][..],
        &["entities", "."],
        &["links", "."],
        &["findings", "."],
        &["status", "."],
        &["search", ".", "word"],
        &["show", ".", "01-declaracion"],
        &["report", "."],
        &["export", ".", "--as", "jsonl"],
    ] {
        for why in ["", "  \t"] {
            let arguments: Vec<&str> = command.iter().copied().chain(["--unmask", why]).collect();
            let answer = clew(&case, &arguments);
            assert_eq!(answer.code, 3, "{arguments:?}: {}", answer.err);
            assert!(answer.out.is_empty());
            assert!(
                answer.err.contains("reason") && answer.err.contains("--unmask"),
                "{}",
                answer.err
            );
        }
        let arguments: Vec<&str> = command.iter().copied().chain(["--unmask"]).collect();
        assert_eq!(clew(&case, &arguments).code, 2, "{arguments:?}");
    }
    assert_eq!(hashes(folder.path()), before);
    assert_eq!(
        custody(&case)
            .iter()
            .filter(|it| it["action"] == "unmasked")
            .count(),
        0
    );
}

#[test]
fn files_that_are_not_there_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let answer = clew(at, &["add", "case", "no-such-file.txt"]);
    assert_eq!(answer.code, 4, "{}", answer.err);
    assert!(
        answer.err.contains("error (file)") && answer.err.contains("no-such-file.txt"),
        "{}",
        answer.err
    );
    fs::create_dir(at.join("empty")).unwrap();
    let answer = clew(at, &["add", "case", "empty"]);
    assert_eq!(answer.code, 3);
    assert_eq!(custody(&at.join("case")).len(), 1);
}

#[test]
fn a_damaged_case_is_called_damaged() {
    let (_folder, case) = copy(demo());
    let log = case.join("custody.jsonl");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, text.replacen("open source", "OPEN source", 1)).unwrap();
    for arguments in [&["claims", "."][..], &["run", "."], &["report", "."]] {
        let answer = clew(&case, arguments);
        assert_eq!(answer.code, 5, "{arguments:?}: {}", answer.err);
        assert!(
            answer.err.starts_with("error (corrupt)") && answer.err.contains("clew verify"),
            "{}",
            answer.err
        );
    }
}

#[test]
fn extract_says_what_it_cannot_open_and_the_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("papers")).unwrap();
    fs::write(at.join("empty.txt"), "").unwrap();
    for (file, hint) in [
        ("missing.txt", "look at how the path is written"),
        ("papers", "clew add CASE FOLDER"),
    ] {
        let answer = clew(at, &["extract", file]);
        assert_eq!(answer.code, 4, "{}", answer.err);
        let lines = answer.err.contains(file) && answer.err.contains("\n  try: ");
        assert!(lines && answer.err.contains(hint), "{}", answer.err);
    }
    let answer = done(at, &["extract", "empty.txt"]);
    assert!(answer.out.is_empty());
    assert!(
        answer.err.contains("note: empty.txt: no text: "),
        "{}",
        answer.err
    );
}
