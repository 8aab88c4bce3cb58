//! What must hold whatever is in a case: nothing is written in vain, nothing is lost, order does not matter.

use crate::support::{
    Answer, case_of, clew, command, copy, custody, demo, done, exported, field, hashes, json,
    of_type,
};
use std::fs;
use std::process::Stdio;

const FIRST: &str = "The Ministry of Labour said on 3 February 2025 that nine men had left Gibara. Ana Ruiz denied it.\n";
const SECOND: &str =
    "El fiscal dijo que Pedro Salas reclutó a tres jóvenes. Los nombres no han sido revelados.\n";
const THIRD: &str = "Адвокат Павел Сотников сообщил, что паспорта забрал начальник лагеря.\n";

#[test]
fn a_run_without_change_writes_nothing() {
    let (_folder, case) = copy(demo());
    let before = hashes(&case);
    let said = done(&case, &["run", "."]).text();
    assert!(said.contains("nothing was written"), "{said}");
    assert_eq!(hashes(&case), before);
}

#[test]
fn looking_writes_nothing() {
    let (folder, case) = copy(demo());
    let before = hashes(&case);
    for arguments in [
        &["status", "case"][..],
        &["claims", "case"],
        &["entities", "case"],
        &["links", "case"],
        &["findings", "case"],
        &["search", "case", "passport"],
        &["show", "case", "01-declaracion"],
        &["judge", "case", "list"],
        &["verify", "case"],
    ] {
        done(folder.path(), arguments);
        assert_eq!(hashes(&case), before, "{arguments:?}");
    }
}

#[test]
fn derived_state_comes_back_the_same() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    fs::remove_file(case.join("derived.db")).unwrap();
    done(&case, &["run", "."]);
    assert_eq!(exported(&case), before);
    done(&case, &["verify", "."]);
}

#[test]
fn the_order_of_adding_does_not_matter() {
    let files = [("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)];
    let (_one, straight) = case_of(&files);
    let turned: Vec<_> = files.into_iter().rev().collect();
    let (_two, turned) = case_of(&turned);
    assert_eq!(exported(&straight), exported(&turned));
}

#[test]
fn how_many_are_read_at_a_time_does_not_matter() {
    let (_folder, case) = copy(demo());
    let before = exported(&case);
    for jobs in ["1", "5"] {
        fs::remove_file(case.join("derived.db")).unwrap();
        done(&case, &["run", ".", "--jobs", jobs]);
        assert_eq!(exported(&case), before);
    }
}

#[test]
fn the_same_bytes_twice_are_one_piece_of_evidence() {
    let (folder, case) = case_of(&[("a.txt", FIRST)]);
    let at = folder.path();
    fs::write(at.join("same.txt"), FIRST).unwrap();
    let said = done(at, &["add", "case", "same.txt", "--from", "somebody else"]).text();
    assert!(said.contains("already in the case"), "{said}");
    done(at, &["run", "case"]);
    let lines = done(at, &["export", "case", "--as", "jsonl"]).objects();
    assert_eq!(of_type(&lines, "evidence").len(), 1);
    assert_eq!(of_type(&lines, "document").len(), 1);
    let deposits: Vec<_> = custody(&case)
        .into_iter()
        .filter(|it| it["action"] == "deposited")
        .collect();
    assert_eq!(deposits.len(), 2);
    assert_eq!(deposits[0]["evidence"], deposits[1]["evidence"]);
    assert_eq!(deposits[1]["deposit"]["from"], "somebody else");
}

#[test]
fn only_what_is_new_is_read() {
    let (folder, _case) = case_of(&[("a.txt", FIRST), ("b.txt", SECOND)]);
    let at = folder.path();
    fs::write(at.join("c.txt"), THIRD).unwrap();
    done(at, &["add", "case", "c.txt"]);
    let summary = &json(at, &["run", "case"])[0];
    assert_eq!(summary["run"]["read"], 1);
    assert_eq!(summary["run"]["kept"], 2);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    for arguments in [
        &["export", ".", "--as", "jsonl"][..],
        &["export", ".", "--as", "ftm"],
        &["claims", ".", "--authors"],
        &["entities", ".", "--json"],
        &["status", "."],
        &["--help"],
    ] {
        let mut child = command(demo(), arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let answer = Answer {
            code: output.status.code().unwrap_or(-1),
            out: output.stdout,
            err: String::from_utf8(output.stderr).unwrap(),
        };
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn an_empty_case_says_so_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let said = done(at, &["run", "case"]).text();
    assert!(
        said.contains("clew add case"),
        "the next step of an empty case: {said}"
    );
    for (list, what) in [
        ("claims", "No claims"),
        ("entities", "No entities"),
        ("links", "No links"),
        ("findings", "No findings"),
    ] {
        let said = done(at, &[list, "case"]).text();
        assert!(said.starts_with(what), "{list}: {said}");
        assert!(said.contains("Next: clew add case"), "{list}: {said}");
        assert!(!said.contains("filters"), "{list}: {said}");
        assert!(json(at, &[list, "case"]).is_empty());
    }
    let said = done(at, &["network", "case"]).text();
    assert!(said.contains("Next: clew add case"), "{said}");
    assert!(json(at, &["network", "case"]).is_empty());
    for plan in ["nodes", "k=2"] {
        let answer = clew(at, &["dismantle", "case", "--plan", plan]);
        assert_eq!(answer.code, 3, "{}", answer.err);
        assert!(answer.err.contains("try: clew add case"), "{}", answer.err);
    }
    assert!(
        done(at, &["judge", "case", "list"])
            .text()
            .contains("No judgements")
    );
    assert!(
        done(at, &["search", "case", "passport"])
            .text()
            .contains("Nothing found")
    );
    done(at, &["report", "case"]);
    let page = fs::read_to_string(at.join("case.html")).unwrap();
    assert!(page.contains("</html>"));
    for format in ["ftm", "graphml", "jsonl"] {
        done(at, &["export", "case", "--as", format]);
    }
    done(at, &["export", "case", "--as", "csv", "--output", "tables"]);
    done(at, &["verify", "case"]);
}

#[test]
fn no_line_ends_in_blanks() {
    for arguments in [
        &["status", "."][..],
        &["claims", ".", "--limit", "5"],
        &["entities", ".", "--limit", "5"],
        &["findings", ".", "--limit", "5"],
    ] {
        for line in done(demo(), arguments).text().lines() {
            assert_eq!(line.trim_end(), line, "{arguments:?}");
        }
    }
}

#[test]
fn a_reader_that_dies_costs_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["new", "case"]);
    let long = "The ministry said on Monday that nine men had left the port. ".repeat(200_000);
    fs::write(at.join("large.txt"), long).unwrap();
    fs::write(at.join("small.txt"), FIRST).unwrap();
    done(at, &["add", "case", "large.txt", "small.txt"]);
    let died = done(at, &["run", "case", "--memory", "80"]).text();
    assert!(died.contains("large.txt - refused"), "{died}");
    let states = |lines: Vec<serde_json::Value>| -> Vec<(String, String)> {
        let state =
            |it: &serde_json::Value| (field(it, "file").to_owned(), field(it, "state").to_owned());
        let mut states: Vec<_> = lines.iter().map(state).collect();
        states.sort();
        states
    };
    let expect = |large: &str| {
        vec![
            ("large.txt".to_owned(), large.to_owned()),
            ("small.txt".to_owned(), "read".to_owned()),
        ]
    };
    assert_eq!(
        states(json(at, &["status", "case", "--files"])),
        expect("refused")
    );
    let lines = done(at, &["export", "case", "--as", "jsonl"]).objects();
    assert!(
        !of_type(&lines, "mention").is_empty(),
        "the other file was read"
    );
    done(at, &["verify", "case"]);
    let before = hashes(&at.join("case"));
    done(at, &["run", "case", "--memory", "80"]);
    assert_eq!(
        hashes(&at.join("case")),
        before,
        "the same limits find the same"
    );
}
