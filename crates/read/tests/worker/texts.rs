//! A worker that is kept for plain texts: what comes out is what fresh workers give, whatever it does.

use super::{ROLE, hint, read};
use model::{EvidenceId, ReadState, Reading};
use read::{Hint, Limits, worker};
use serde_json::Value;
use std::io::{BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// What a fresh worker of the unsound kind says beside its reading, so that it is known who has read.
const FRESH: &str = "read by a fresh worker";

fn program() -> PathBuf {
    std::env::current_exe().expect("a program")
}

fn text(number: usize) -> String {
    format!("Source: The Harbour Post\n\nTitle {number}\n\nShe said that he left {number} times.\n")
}

/// The number of the worker that is kept, where the system tells it.
fn kept() -> Option<u32> {
    #[cfg(target_os = "linux")]
    {
        let own = std::process::id();
        let mut all = super::processes().into_iter();
        all.find(|&(_, above, runs)| above == own && runs)
            .map(|(pid, ..)| pid)
    }
    #[cfg(not(target_os = "linux"))]
    None
}

pub(super) fn one_worker_reads_many() {
    let (program, limits) = (program(), Limits::default());
    let mut reader = worker::Reader::new(&program, &[ROLE, "serve"]);
    let mut workers = Vec::new();
    for number in 0..70 {
        let text = text(number);
        let bytes = text.as_bytes();
        let reading = reader.read(bytes, &hint(bytes, "a.txt"), &limits);
        assert_eq!(
            reading,
            read::document(bytes, &hint(bytes, "a.txt"), &limits)
        );
        assert_eq!(
            (&reading.state, reading.faults.len()),
            (&ReadState::Read, 0)
        );
        workers.extend(kept());
    }
    workers.dedup();
    if cfg!(target_os = "linux") {
        assert_eq!(workers.len(), 2, "one is kept for 64 texts");
    }
    // Other limits are another worker's.
    let less = Limits {
        memory_bytes: 256 << 20,
        ..limits
    };
    let text = text(0);
    let bytes = text.as_bytes();
    let reading = reader.read(bytes, &hint(bytes, "a.txt"), &less);
    assert_eq!(reading, read::document(bytes, &hint(bytes, "a.txt"), &less));
    assert!(kept().is_none_or(|worker| !workers.contains(&worker)));
    drop(reader);
    assert_eq!(kept(), None, "a worker was left behind");
}

/// A mailbox of one message, with a packed file that no kept worker may unpack.
fn mailbox() -> String {
    let packed =
        "UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAAAAAABQAAAGEudHh0UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";
    format!(
        "From a@x.example Wed Feb 12 18:05:00 2025\nFrom: a@x.example\nTo: b@x.example\nSubject: List\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\nHe has the list.\n--B\n\
         Content-Type: application/zip; name=\"a.zip\"\nContent-Transfer-Encoding: base64\n\
         Content-Disposition: attachment; filename=\"a.zip\"\n\n{packed}\n--B--\n"
    )
}

pub(super) fn what_is_no_text_goes_to_another() {
    let (program, limits) = (program(), Limits::default());
    let mut reader = worker::Reader::new(&program, &[ROLE, "serve"]);
    let (text, mailbox) = (text(1), mailbox());
    let mut all = |bytes: &[u8], name: &str| {
        let reading = reader.read(bytes, &hint(bytes, name), &limits);
        assert_eq!(reading, read("serve", bytes, name, &limits), "{name}");
        (reading, kept())
    };
    let (_, worker) = all(text.as_bytes(), "a.txt");
    let (reading, after) = all(mailbox.as_bytes(), "a.txt");
    let paths: Vec<&str> = reading
        .documents
        .iter()
        .filter_map(|document| document.path.as_deref())
        .collect();
    assert_eq!(
        paths,
        ["message 1", "message 1 / attachment 1: a.zip"],
        "{reading:?}"
    );
    assert_eq!(after, worker);
    let page = "<html><body><p>She said that he left.</p></body></html>";
    for (bytes, name) in [
        (page.as_bytes(), "a.txt"),
        (page.as_bytes(), "a.html"),
        (b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n", "a.md"),
        (b"a,b\n1,2\n", "a.csv"),
        (b"caf\xe9 con leche", "a.txt"),
        (b"words \x1b[0m", "a.txt"),
    ] {
        assert_eq!(all(bytes, name).1, worker);
    }
    // What has nothing in it is for another to decide, who takes the place of this one.
    for bytes in [&b""[..], b" \n\t"] {
        assert!(matches!(all(bytes, "a.txt").0.state, ReadState::NoText(_)));
    }
    assert_eq!(all(text.as_bytes(), "a.txt").0.state, ReadState::Read);
}

/// A worker to which the test speaks itself.
fn by_hand(role: &str) -> Child {
    Command::new(program())
        .args([ROLE, role])
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a worker")
}

fn request(bytes: &[u8], text: bool) -> Vec<u8> {
    let line = serde_json::json!({"hint": hint(bytes, "a.txt"), "limits": Limits::default(), "text": text.then_some(bytes.len())});
    [line.to_string().as_bytes(), b"\n", bytes].concat()
}

/// Sends all requests, closes the stream, and gives what was answered and how it ended.
fn said(role: &str, requests: &[Vec<u8>]) -> (Vec<u8>, std::process::ExitStatus) {
    let mut child = by_hand(role);
    let mut stdin = child.stdin.take().expect("a stream");
    for request in requests {
        // One that has refused the request before listens no longer.
        drop(stdin.write_all(request));
    }
    drop(stdin);
    let output = child.wait_with_output().expect("ended");
    (output.stdout, output.status)
}

pub(super) fn a_kept_worker_reads_text_alone() {
    let text = text(1);
    let (text, mailbox) = (text.as_bytes(), mailbox());
    let mailbox = mailbox.as_bytes();
    let (before, status) = said("serve", &[request(text, true)]);
    assert!(
        status.success() && before.len() > 8,
        "it ends when the stream does"
    );
    let (answers, status) = said("serve", &[request(text, true), request(mailbox, true)]);
    assert!(status.success());
    assert_eq!(answers, [before.as_slice(), &[0; 8]].concat());
    // Neither a file of any format nor other limits come after a text, nor a text of another size.
    let other = String::from_utf8(request(text, true)).expect("text");
    let more = other.replace("\"memory_bytes\":", "\"memory_bytes\":1");
    let large = other.replace("\"text\":", "\"text\":9");
    for second in [request(mailbox, false), more.into_bytes(), large.into()] {
        let (answers, status) = said("serve", &[request(text, true), second]);
        assert_eq!((answers, status.code()), (before.clone(), Some(1)));
    }
    // It has no more rights than one that reads a single file.
    for role in ["open", "connect", "spawn"] {
        if cfg!(not(target_os = "linux")) {
            break;
        }
        let (answers, status) = said(role, &[request(text, true), request(text, true)]);
        assert_eq!(answers, [before.as_slice(), &before].concat());
        assert_eq!(status.code(), Some(77), "{role}");
    }
}

/// Everything a worker may do instead of answering.
const UNSOUND: [&str; 12] = [
    "dies", "aborts", "late", "deaf", "cut", "huge", "nonsense", "other", "refuses", "partial",
    "altered", "twice",
];

pub(super) fn what_an_unsound_worker_says_is_not_taken() {
    let program = program();
    for how in UNSOUND {
        // A worker is kept only while it has taken less than a quarter of that, on a busy machine too.
        let limits = Limits {
            seconds: if matches!(how, "late" | "deaf") {
                3
            } else {
                20
            },
            ..Limits::default()
        };
        let role = format!("unsound {how}");
        let arguments = [ROLE, role.as_str()];
        let mut reader = worker::Reader::new(&program, &arguments);
        let begun = Instant::now();
        let by_fresh: Vec<bool> = (0..4)
            .map(|number| {
                // More than a pipe holds, where nobody listens.
                let repeated = if number % 2 == 1 { 12_000 } else { 1 };
                let long = "He left. ".repeat(repeated);
                let text = text(number) + &long;
                let bytes = text.as_bytes();
                let mut reading = reader.read(bytes, &hint(bytes, "a.txt"), &limits);
                let said = reading.faults.len();
                reading.faults.retain(|fault| fault.what != FRESH);
                assert_eq!(
                    reading,
                    read::document(bytes, &hint(bytes, "a.txt"), &limits),
                    "{how}"
                );
                reading.faults.len() < said
            })
            .collect();
        assert_eq!(by_fresh, [false, true, false, true], "{how}");
        assert!(begun.elapsed() < Duration::from_mins(1), "{how}");
        drop(reader);
        assert_eq!(kept(), None, "{how}: a worker was left behind");
    }
}

/// A worker that answers its first text, and to the second does what its role says; files of any format it reads well.
pub(super) fn unsound(how: &str) -> ExitCode {
    let mut input = std::io::BufReader::new(std::io::stdin());
    let mut output = std::io::stdout();
    let mut write = |bytes: &[u8]| {
        drop(output.write_all(bytes).and_then(|()| output.flush()));
    };
    for turn in 0.. {
        let mut line = String::new();
        if input.read_line(&mut line).is_err() || line.is_empty() {
            break;
        }
        let request: Value = serde_json::from_str(&line).expect("a request");
        let hint: Hint = serde_json::from_value(request["hint"].clone()).expect("a hint");
        let limits: Limits = serde_json::from_value(request["limits"].clone()).expect("limits");
        if turn == 1 && how == "deaf" {
            std::thread::sleep(Duration::from_mins(1));
        }
        let mut bytes = Vec::new();
        let size = request["text"].as_u64();
        let mut rest = input.by_ref().take(size.unwrap_or(u64::MAX));
        rest.read_to_end(&mut bytes).expect("bytes");
        let mut reading = read::document(&bytes, &hint, &limits);
        if size.is_none() {
            reading.faults.push(model::Fault {
                path: None,
                what: FRESH.to_owned(),
            });
            write(&serde_json::to_vec(&reading).expect("an answer"));
            break;
        }
        let sound = framed(&reading);
        if turn == 0 && how != "twice" {
            write(&sound);
            continue;
        }
        match how {
            "aborts" => std::process::abort(),
            "late" => std::thread::sleep(Duration::from_mins(1)),
            "cut" => write(&sound[..sound.len() / 2]),
            "huge" => write(&u64::MAX.to_le_bytes()),
            "nonsense" => write(b"\x04\0\0\0\0\0\0\0null"),
            "twice" => write(&[sound.as_slice(), &sound].concat()),
            "other" | "refuses" | "partial" | "altered" => {
                spoil(&mut reading, how);
                write(&framed(&reading));
            }
            _ => break,
        }
        if how == "cut" {
            break;
        }
    }
    ExitCode::SUCCESS
}

fn framed(reading: &Reading) -> Vec<u8> {
    let answer = serde_json::to_vec(reading).expect("an answer");
    [&(answer.len() as u64).to_le_bytes(), answer.as_slice()].concat()
}

fn spoil(reading: &mut Reading, how: &str) {
    let document = reading.documents.first_mut().expect("a document");
    match how {
        "other" => document.evidence = EvidenceId::of(b"other"),
        "refuses" => reading.state = ReadState::Refused("no".to_owned()),
        "partial" => reading.state = ReadState::Partial("no more".to_owned()),
        _ => document.parts[0].text = document.parts[0].text.replace("He left", "He came"),
    }
}

pub(super) fn threads_read_beside_each_other() {
    let (program, limits) = (program(), Limits::default());
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let program = &program;
            scope.spawn(move || {
                let mut reader = worker::Reader::new(program, &[ROLE, "serve"]);
                for number in 0..40 {
                    let mut text = text(thread * 1000 + number);
                    if number % 10 == 9 {
                        text.insert_str(0, "<html><body>");
                    }
                    let bytes = text.as_bytes();
                    assert_eq!(
                        reader.read(bytes, &hint(bytes, "a.txt"), &limits),
                        read::document(bytes, &hint(bytes, "a.txt"), &limits)
                    );
                }
            });
        }
    });
    assert_eq!(kept(), None, "a worker was left behind");
}

/// Every text of a folder and the folders in it.
fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|it| it == "md" || it == "txt") {
            found.push(path);
        }
    }
}

pub(super) fn real_texts_read_as_by_fresh_workers() {
    let (program, limits) = (program(), Limits::default());
    let mut paths = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["gold/claims/train", "demo", "docs", "cases"] {
        texts(&root.join(folder), &mut paths);
    }
    paths.sort();
    assert!(paths.len() > 300, "{} texts", paths.len());
    let mut reader = worker::Reader::new(&program, &[ROLE, "serve"]);
    for path in paths {
        let bytes = std::fs::read(&path).expect("bytes");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let reading = reader.read(&bytes, &hint(&bytes, &name), &limits);
        let fresh = read("serve", &bytes, &name, &limits);
        assert_eq!(reading, fresh, "{}", path.display());
    }
}
