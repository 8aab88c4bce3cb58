//! Runs of the program, the demonstration case that tests share, and small cases of their own.

use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// What a run of the program gave.
pub(crate) struct Answer {
    /// The exit code; -1 where a signal ended it.
    pub code: i32,
    /// Bytes of standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub err: String,
}

/// The program with these arguments in this folder, not started yet.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clew"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CLEW_WHO", "tester")
        .stdin(Stdio::null());
    command
}

/// Runs the program in a folder.
pub(crate) fn clew(folder: &Path, arguments: &[&str]) -> Answer {
    let output = command(folder, arguments).output().unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        out: output.stdout,
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program and expects that it does what it was asked.
pub(crate) fn done(folder: &Path, arguments: &[&str]) -> Answer {
    let answer = clew(folder, arguments);
    assert_eq!(answer.code, 0, "clew {arguments:?}: {}", answer.err);
    answer
}

/// Runs a command with `--json` and gives its objects.
pub(crate) fn json(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let arguments: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
    done(folder, &arguments).objects()
}

impl Answer {
    /// Standard output as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    /// Standard output as JSON Lines: every line one object with a type.
    pub(crate) fn objects(&self) -> Vec<Value> {
        let object = |line: &str| {
            let value: Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(value.is_object(), "{line}");
            value
        };
        self.text().lines().map(object).collect()
    }
}

/// Text of a field; empty where there is none.
pub(crate) fn field<'value>(value: &'value Value, name: &str) -> &'value str {
    value[name].as_str().unwrap_or_default()
}

/// Identifiers of objects, in their order.
pub(crate) fn ids(values: &[Value]) -> Vec<&str> {
    values.iter().map(|value| field(value, "id")).collect()
}

/// Objects of one type.
pub(crate) fn of_type<'value>(values: &'value [Value], name: &str) -> Vec<&'value Value> {
    values
        .iter()
        .filter(|value| value["type"] == name)
        .collect()
}

/// The demonstration case, made once; tests that write to a case take a [`copy`] of it.
pub(crate) fn demo() -> &'static Path {
    static CASE: OnceLock<PathBuf> = OnceLock::new();
    CASE.get_or_init(|| {
        let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
        sweep(base);
        let folder = base.join(format!("demo-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        done(&folder, &["demo", "--folder", "malecon.clew"]);
        folder.join("malecon.clew")
    })
}

/// Takes away demonstration cases that test runs of an hour ago and more left behind.
fn sweep(base: &Path) {
    for entry in fs::read_dir(base).into_iter().flatten().flatten() {
        let age = entry
            .metadata()
            .and_then(|found| found.modified())
            .ok()
            .and_then(|time| time.elapsed().ok());
        let ours = entry.file_name().to_string_lossy().starts_with("demo-");
        if ours && age.is_some_and(|age| age.as_secs() > 3600) {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// Everything in the demonstration case, masked, as the JSON Lines export has it.
pub(crate) fn demo_lines() -> &'static [Value] {
    static LINES: OnceLock<Vec<Value>> = OnceLock::new();
    LINES.get_or_init(|| done(demo(), &["export", ".", "--as", "jsonl"]).objects())
}

/// A copy of a case in a folder of its own: the folder, and the case in it.
pub(crate) fn copy(case: &Path) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("case");
    copy_tree(case, &to);
    (folder, to)
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A new case "case" with these files, added one by one in this order, and run.
pub(crate) fn case_of(files: &[(&str, &str)]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &["new", "case"]);
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
        done(folder.path(), &["add", "case", name, "--basis", "test"]);
    }
    done(folder.path(), &["run", "case"]);
    let case = folder.path().join("case");
    (folder, case)
}

/// SHA-256 of every file under a folder.
pub(crate) fn hashes(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let digest = Sha256::digest(fs::read(&path).unwrap());
                all.insert(path, format!("{digest:x}"));
            }
        }
    }
    all
}

/// The custody log's entries.
pub(crate) fn custody(case: &Path) -> Vec<Value> {
    let text = fs::read_to_string(case.join("custody.jsonl")).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A file of the demonstration corpus.
pub(crate) fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

/// The bytes of a JSON Lines export.
pub(crate) fn exported(case: &Path) -> String {
    done(case, &["export", ".", "--as", "jsonl"]).text()
}
