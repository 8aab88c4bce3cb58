//! One line of `custody.jsonl`: written, read and checked on its own.
//!
//! A line ends in `,"seal":"<64 digits>"}` where the digits are the SHA-256 of every byte of the line
//! before that comma. So a changed byte is found even in the last line, which no other line covers yet.

use crate::action::Action;
use crate::disk::sha256;
use serde::{Deserialize, Serialize};

/// What stands before the seal.
const SEAL: &str = ",\"seal\":\"";
/// Bytes from the comma before the seal to the end of the line.
const SEAL_LENGTH: usize = SEAL.len() + 64 + 2;
/// The hash that the first line names as the one before it.
pub(crate) const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One entry of the custody log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number, from 1; also its line.
    pub number: u64,
    /// When, RFC 3339 in UTC.
    pub when: String,
    /// Who.
    pub who: String,
    /// The program that wrote it, with its version.
    pub tool: String,
    /// What was done.
    #[serde(flatten)]
    pub action: Action,
    /// SHA-256 of the line before, without its line end; 64 zeros in the first.
    pub previous: String,
    /// SHA-256 of this line, without its line end.
    #[serde(skip)]
    pub hash: String,
}

/// The line of an entry, without the line end. Fails only on values that JSON cannot hold.
pub(crate) fn write(entry: &Entry) -> Result<String, String> {
    let mut line = serde_json::to_string(entry).map_err(|error| error.to_string())?;
    // The closing brace moves behind the seal.
    let _brace = line.pop();
    let seal = sha256(line.as_bytes());
    line.push_str(SEAL);
    line.push_str(&seal);
    line.push_str("\"}");
    Ok(line)
}

/// Reads a line (without its line end) and checks its seal; says what is wrong with it.
pub(crate) fn read(line: &[u8]) -> Result<Entry, String> {
    let cut = line
        .len()
        .checked_sub(SEAL_LENGTH)
        .ok_or("the line was cut or changed: it has no seal")?;
    let (body, seal) = line.split_at(cut);
    let digits = seal
        .strip_prefix(SEAL.as_bytes())
        .and_then(|rest| rest.strip_suffix(b"\"}"))
        .ok_or("the line was cut or changed: it does not end in a seal")?;
    if digits != sha256(body).as_bytes() {
        return Err("the line was changed: its seal does not fit".to_owned());
    }
    let mut entry: Entry = serde_json::from_slice(line)
        .map_err(|error| format!("the line is sealed but not an entry: {error}"))?;
    entry.hash = sha256(line);
    Ok(entry)
}

/// Whether bytes without a line end can be what a crash left of entry `number`: the beginning of a line,
/// perhaps followed by the zeros of a block that was never written.
pub(crate) fn may_be_torn(bytes: &[u8], number: u64) -> bool {
    let filled = bytes
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |at| at + 1);
    let bytes = &bytes[..filled];
    let start = format!("{{\"number\":{number},\"when\":\"");
    let shared = bytes.len().min(start.len());
    let begins = bytes[..shared] == start.as_bytes()[..shared];
    // A whole line followed by something else is no torn line: its end was changed.
    let overrun = bytes
        .len()
        .checked_sub(1)
        .is_some_and(|last| read(&bytes[..last]).is_ok());
    begins && !overrun
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            number: 1,
            when: "2024-06-03T08:00:00.000Z".to_owned(),
            who: "ana \"la jefa\"".to_owned(),
            tool: "clew 0.1.0".to_owned(),
            action: Action::Created {
                name: "Malecón".to_owned(),
            },
            previous: NO_HASH.to_owned(),
            hash: String::new(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let line = write(&entry()).unwrap();
        let read = read(line.as_bytes()).unwrap();
        assert_eq!(read.hash, sha256(line.as_bytes()));
        assert_eq!(
            Entry {
                hash: String::new(),
                ..read
            },
            entry()
        );
    }

    #[test]
    fn any_change_of_any_byte_breaks_the_seal() {
        let line = write(&entry()).unwrap().into_bytes();
        for at in 0..line.len() {
            for flip in 1..=255 {
                let mut changed = line.clone();
                changed[at] ^= flip;
                assert!(read(&changed).is_err(), "byte {at} xor {flip}");
            }
        }
    }

    #[test]
    fn a_beginning_is_torn_and_a_changed_line_end_is_not() {
        let line = write(&entry()).unwrap().into_bytes();
        for cut in 0..=line.len() {
            assert!(may_be_torn(&line[..cut], 1), "cut at {cut}");
        }
        let mut longer = line.clone();
        longer.push(b'x');
        assert!(!may_be_torn(&longer, 1));
        assert!(!may_be_torn(b"{\"number\":2,", 1));
    }

    #[test]
    fn an_action_of_a_later_version_is_read_as_unknown() {
        let line = write(&entry())
            .unwrap()
            .replace("\"action\":\"created\"", "\"action\":\"beamed\"");
        let body = &line[..line.len() - SEAL_LENGTH];
        let line = format!("{body}{SEAL}{}\"}}", sha256(body.as_bytes()));
        assert_eq!(read(line.as_bytes()).unwrap().action, Action::Unknown);
    }
}
