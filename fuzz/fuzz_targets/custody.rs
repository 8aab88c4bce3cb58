//! Opening a case with any log: never a panic, and what opens can be written to and verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use vault::{Action, Case};

/// SHA-256 in hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes each line as the body of an entry and seals it, so that the fuzzer need not guess a hash.
fn sealed(data: &[u8]) -> Vec<u8> {
    let mut log = Vec::new();
    let mut previous = "0".repeat(64);
    for body in data.split(|byte| *byte == b'\n') {
        let mut line = body.to_vec();
        line.extend(format!(",\"previous\":\"{previous}\"").bytes());
        let seal = sha256(&line);
        line.extend(format!(",\"seal\":\"{seal}\"}}").bytes());
        previous = sha256(&line);
        log.extend(line);
        log.push(b'\n');
    }
    log
}

fuzz_target!(|data: &[u8]| {
    let Ok(folder) = tempfile::tempdir() else {
        return;
    };
    let path = folder.path();
    let (first, rest) = data.split_first().unwrap_or((&0, &[]));
    let log = if first % 2 == 0 { rest.to_vec() } else { sealed(rest) };
    std::fs::create_dir(path.join("evidence")).expect("a folder");
    std::fs::write(path.join("custody.jsonl"), log).expect("a file");
    let before = vault::verify(path).expect("verify reads anything");
    let Ok(mut case) = Case::open(path) else {
        assert!(!before.is_sound(), "what verifies opens");
        return;
    };
    let entries = case.entries().len();
    let action = Action::Unmasked {
        why: "fuzzing".to_owned(),
        output: String::new(),
    };
    case.log(&action, "fuzzer").expect("what opens can be written to");
    drop(case);
    let case = Case::open(path).expect("what was written opens");
    assert!(case.entries().len() > entries);
});
