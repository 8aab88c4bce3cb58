//! Which files may go to a worker that is kept: found out without reading them.

use crate::Hint;
use crate::draft::extension;

/// Most bytes of a text that a kept worker reads.
pub(super) const MOST: usize = 1 << 20;

/// Whether a file looks like plain text from outside: a name that says so or nothing, small, sound UTF-8, no control
/// characters but tabs and line ends. What such bytes may still be, the worker finds out.
pub(super) fn is_plain(bytes: &[u8], hint: &Hint) -> bool {
    bytes.len() <= MOST
        && matches!(extension(&hint.name).as_str(), "" | "txt" | "md")
        && std::str::from_utf8(bytes).is_ok_and(|text| {
            !text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn told_from_outside() {
        let plain = |bytes: &[u8], name: &str| {
            let hint = Hint {
                evidence: model::EvidenceId::of(bytes),
                name: name.to_owned(),
                settings: BTreeMap::new(),
            };
            is_plain(bytes, &hint)
        };
        for name in ["a.txt", "a.MD", "notes", "a.b.txt"] {
            assert!(plain("\u{feff}Она сказала:\r\n\t«нет»\n".as_bytes(), name));
        }
        for name in ["a.csv", "a.eml", "a.txt.html", "a.mbox", "a.pdf"] {
            assert!(!plain(b"words", name), "{name}");
        }
        let large = vec![b'a'; MOST + 1];
        assert!(plain(&large[1..], "a.txt") && !plain(&large, "a.txt"));
        let others: [&[u8]; 6] = [
            b"PK\x03\x04",
            b"a\0b",
            b"\xff\xfea\0",
            b"caf\xe9",
            b"a\x1b[0m",
            b"a\xc2\x85b",
        ];
        for bytes in others {
            assert!(!plain(bytes, "a.txt"), "{bytes:?}");
        }
    }
}
