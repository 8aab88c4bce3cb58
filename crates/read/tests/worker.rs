//! The worker as a process: this test binary runs itself again in its place.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test without the harness, so that it can be the worker"
)]

#[path = "worker/texts.rs"]
mod texts;

use model::{EvidenceId, ReadState, Reading};
use read::{Hint, Limits, worker};
use std::collections::BTreeMap;

/// Set for the process that is to be the worker; the value says what it does there.
const ROLE: &str = "--worker-for-test";

fn hint(bytes: &[u8], name: &str) -> Hint {
    Hint {
        evidence: EvidenceId::of(bytes),
        name: name.to_owned(),
        settings: BTreeMap::new(),
    }
}

fn read(role: &str, bytes: &[u8], name: &str, limits: &Limits) -> Reading {
    let program = std::env::current_exe().expect("a program");
    worker::read(&program, &[ROLE, role], bytes, &hint(bytes, name), limits)
}

fn why(reading: &Reading) -> &str {
    match &reading.state {
        ReadState::Refused(why) => why,
        other => panic!("{other:?}"),
    }
}

fn reads_like_the_same_process() {
    let text = "Source: The Harbour Post\n\nA title\n\nShe said that he left.\n";
    let limits = Limits::default();
    let there = read("serve", text.as_bytes(), "a.txt", &limits);
    assert_eq!(
        there,
        read::document(text.as_bytes(), &hint(text.as_bytes(), "a.txt"), &limits)
    );
    assert_eq!(there.state, ReadState::Read);
    assert!(there.faults.is_empty(), "{:?}", there.faults);
}

fn deaths_are_told_apart() {
    let limits = Limits {
        memory_bytes: 64 << 20,
        seconds: 1,
        ..Limits::default()
    };
    let told = |role: &str| why(&read(role, b"text", "a.txt", &limits)).to_owned();
    assert!(told("hang").contains("longer than 1 s"));
    assert!(told("spin").contains("longer than 1 s"));
    assert!(told("abort").contains("memory (limit 64 MiB)"));
    assert!(told("silent").contains("without an answer"));
    let large = vec![b'a'; 17 << 20];
    let refused = read("serve", &large, "a.txt", &limits);
    assert!(why(&refused).contains("larger than 16 MiB"));
}

fn confined_readers_can_do_nothing() {
    for role in ["open", "connect", "spawn"] {
        let reading = read(role, b"", "a.txt", &Limits::default());
        assert!(
            why(&reading).contains("exit status: 77"),
            "{role}: {reading:?}"
        );
    }
}

/// All processes: number, number of the parent, whether it still runs.
#[cfg(target_os = "linux")]
fn processes() -> Vec<(u32, u32, bool)> {
    let entries = std::fs::read_dir("/proc").expect("a list of processes");
    let stat = |entry: std::fs::DirEntry| {
        let pid = entry.file_name().to_str()?.parse().ok()?;
        let text = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        let mut words = text.rsplit_once(") ")?.1.split(' ');
        let runs = words.next()? != "Z";
        Some((pid, words.next()?.parse().ok()?, runs))
    };
    entries.flatten().filter_map(stat).collect()
}

/// Tries until it holds, for at most ten seconds.
#[cfg(target_os = "linux")]
fn within_ten_seconds<T>(mut found: impl FnMut() -> Option<T>) -> Option<T> {
    (0..200).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        found()
    })
}

#[cfg(target_os = "linux")]
fn no_worker_outlives_its_caller(role: &str) {
    let program = std::env::current_exe().expect("a program");
    let mut caller = std::process::Command::new(program)
        .args([ROLE, role])
        .spawn()
        .expect("a caller");
    let child_of = |parent: u32| {
        let mut all = processes().into_iter();
        all.find(|&(_, above, runs)| above == parent && runs)
    };
    let (worker, ..) = within_ten_seconds(|| child_of(caller.id())).expect("a worker");
    // It has to come as far as to serve; then it lingers.
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert!(child_of(caller.id()).is_some(), "the worker lingers");
    caller.kill().expect("killed");
    caller.wait().expect("ended");
    let gone = || {
        (!processes()
            .iter()
            .any(|&(pid, _, runs)| pid == worker && runs))
        .then_some(())
    };
    assert!(
        within_ten_seconds(gone).is_some(),
        "the worker was left behind"
    );
}

/// What the process does in the worker's place.
fn play(role: &str) -> std::process::ExitCode {
    let denied = |worked: bool| std::process::ExitCode::from(if worked { 1 } else { 77 });
    match role {
        "hang" => {
            std::thread::sleep(std::time::Duration::from_mins(1));
            std::process::ExitCode::SUCCESS
        }
        "spin" => loop {
            std::hint::spin_loop();
        },
        "abort" => std::process::abort(),
        "caller" => {
            read("linger", b"text", "a.txt", &Limits::default());
            std::process::ExitCode::SUCCESS
        }
        "keeper" => {
            let program = std::env::current_exe().expect("a program");
            let mut reader = worker::Reader::new(&program, &[ROLE, "linger"]);
            reader.read(b"text", &hint(b"text", "a.txt"), &Limits::default());
            std::thread::sleep(std::time::Duration::from_mins(1));
            std::process::ExitCode::SUCCESS
        }
        "linger" => {
            let code = worker::serve();
            std::thread::sleep(std::time::Duration::from_mins(1));
            code
        }
        "silent" => std::process::ExitCode::SUCCESS,
        "open" | "connect" | "spawn" if cfg!(target_os = "linux") => {
            let before = std::fs::read("/proc/self/stat").is_ok();
            assert_eq!(worker::serve(), std::process::ExitCode::SUCCESS);
            let worked = match role {
                "open" => std::fs::read("/proc/self/stat").is_ok(),
                "connect" => std::net::UdpSocket::bind("127.0.0.1:0").is_ok(),
                _ => std::process::Command::new("/bin/true").status().is_ok(),
            };
            denied(worked || !before)
        }
        "open" | "connect" | "spawn" => denied(false),
        _ => match role.strip_prefix("unsound ") {
            Some(how) => texts::unsound(how),
            None => worker::serve(),
        },
    }
}

fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(ROLE) {
        return play(&arguments.next().unwrap_or_default());
    }
    reads_like_the_same_process();
    deaths_are_told_apart();
    confined_readers_can_do_nothing();
    texts::one_worker_reads_many();
    texts::what_is_no_text_goes_to_another();
    texts::a_kept_worker_reads_text_alone();
    texts::what_an_unsound_worker_says_is_not_taken();
    texts::threads_read_beside_each_other();
    texts::real_texts_read_as_by_fresh_workers();
    #[cfg(target_os = "linux")]
    for role in ["caller", "keeper"] {
        no_worker_outlives_its_caller(role);
    }
    println!("worker: all passed");
    std::process::ExitCode::SUCCESS
}
