//! Ctrl-C during a run: the case stays sound, and the next run goes on to the same end.

#![cfg(unix)]

use crate::support::{clew, command, custody, done, exported, field, json};
use std::fmt::Write as _;
use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Enough files that a run is still reading when it is stopped.
const FILES: usize = 150;

fn case_of_many(folder: &Path) {
    fs::create_dir(folder.join("heap")).unwrap();
    for number in 0..FILES {
        let mut text = String::new();
        for line in 0..20 {
            writeln!(text, "Officer {number} said that {line} men had left Gibara. The names remain undisclosed.").unwrap();
        }
        fs::write(folder.join(format!("heap/{number:03}.txt")), text).unwrap();
    }
    done(folder, &["new", "case"]);
    done(folder, &["add", "case", "heap"]);
}

/// Runs one file at a time in a process group of its own, and sends the whole group SIGINT once it reads, as a
/// terminal does. Gives the exit code and what was said.
fn run_and_stop(folder: &Path, times: usize) -> (i32, String) {
    let case = folder.join("case");
    let child = command(folder, &["run", "case", "--jobs", "2"])
        .process_group(0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let running = || {
        custody(&case)
            .iter()
            .any(|it| it["action"] == "run_started")
    };
    while !running() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
    }
    std::thread::sleep(Duration::from_millis(120));
    for _ in 0..times {
        let group = format!("-{}", child.id());
        let sent = Command::new("kill")
            .args(["-INT", "--", &group])
            .status()
            .unwrap();
        assert!(sent.success());
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn stopping_a_run_keeps_what_was_read_and_the_next_run_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    case_of_many(at);
    let (code, said) = run_and_stop(at, 1);
    assert_eq!(code, 130, "{said}");
    assert!(
        said.contains("error (stopped)") && said.contains("try: clew run case"),
        "{said}"
    );
    done(at, &["verify", "case"]);
    let early = clew(at, &["claims", "case"]);
    assert_eq!(early.code, 3, "nothing is shown of half a run");
    let summary = &json(at, &["run", "case"])[0];
    let count = |name: &str| summary["run"][name].as_u64().unwrap();
    assert_eq!(count("read") + count("kept"), FILES as u64);
    assert!(count("read") > 0, "it was stopped before its end");
    for line in json(at, &["status", "case", "--files"]) {
        assert_eq!(
            field(&line, "state"),
            "read",
            "a stopped reader costs no file: {line}"
        );
    }
    let resumed = exported(&at.join("case"));
    fs::remove_file(at.join("case/derived.db")).unwrap();
    done(at, &["run", "case"]);
    assert_eq!(exported(&at.join("case")), resumed);
}

#[test]
fn stopping_at_once_leaves_a_sound_case_too() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    case_of_many(at);
    let (code, _) = run_and_stop(at, 2);
    assert_ne!(code, 0);
    done(at, &["verify", "case"]);
    done(at, &["run", "case"]);
    for line in json(at, &["status", "case", "--files"]) {
        assert_eq!(field(&line, "state"), "read", "{line}");
    }
}

#[test]
fn stopping_an_addition_keeps_what_was_acknowledged() {
    // Two full batches and some: whichever is at hand when it is stopped, files are left.
    const MANY: usize = 1200;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir(at.join("heap")).unwrap();
    for number in 0..MANY {
        let text = format!("Officer {number} said that nine men had left.");
        fs::write(at.join(format!("heap/{number:04}.txt")), text).unwrap();
    }
    done(at, &["new", "case"]);
    let child = command(at, &["add", "case", "heap"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let lines = || {
        let log = fs::read_to_string(at.join("case/custody.jsonl")).unwrap();
        log.lines().count()
    };
    while lines() < 2 && begun.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let sent = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let kept = custody(&at.join("case")).len() - 1;
    assert!(
        kept > 0 && kept < MANY,
        "it was stopped in the middle: {kept}"
    );
    assert_eq!(output.status.code(), Some(130), "{said}");
    for words in [
        format!("{kept} files added so far"),
        format!("{} files not added", MANY - kept),
        "try: the same clew add case again".to_owned(),
    ] {
        assert!(said.contains(&words), "{words}: {said}");
    }
    let verified = done(at, &["verify", "case"]).text();
    assert!(
        !verified.contains("note"),
        "nothing half-way is left: {verified}"
    );
    done(at, &["add", "case", "heap"]);
    assert_eq!(json(at, &["status", "case"])[0]["evidence"]["unread"], MANY);
}
