//! PDF files whose table of objects is lost or wrong: the objects are looked for, and a new table is put behind them.

use std::collections::BTreeMap;
use std::fmt::Write;

/// Objects that are looked for.
const MAX_OBJECTS: usize = 200_000;
/// How far behind the word `obj` the type of an object is looked for, in bytes.
const LOOK: usize = 400;

/// The file with a new table of objects at its end; `None` if no catalogue of pages can be found in it.
pub(super) fn repair(bytes: &[u8]) -> Option<Vec<u8>> {
    let (objects, catalogue) = scan(bytes);
    let root = named(bytes, b"/Root").or(catalogue)?;
    let size = objects.keys().next_back()?.checked_add(1)?;
    let mut table = String::from("\nxref\n0 1\n0000000000 65535 f \n");
    for (number, (offset, generation)) in &objects {
        // Writing to a string cannot fail.
        let _ = write!(table, "{number} 1\n{offset:010} {generation:05} n \n");
    }
    let _ = write!(
        table,
        "trailer\n<< /Size {size} /Root {} {} R",
        root.0, root.1
    );
    for key in ["/Info", "/Encrypt"] {
        if let Some((number, generation)) = named(bytes, key.as_bytes()) {
            let _ = write!(table, " {key} {number} {generation} R");
        }
    }
    let start = bytes.len() + 1;
    let _ = write!(table, " >>\nstartxref\n{start}\n%%EOF\n");
    Some([bytes, table.as_bytes()].concat())
}

/// Offset and generation by object number; of several of one number the last counts.
type Objects = BTreeMap<u32, (usize, u32)>;

/// The objects, and the catalogue.
fn scan(bytes: &[u8]) -> (Objects, Option<(u32, u32)>) {
    let mut objects = BTreeMap::new();
    let mut catalogue = None;
    let mut at = 0;
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), b" obj") {
        let end = at + found;
        at = end + 4;
        let Some((number, generation, start)) = heading(bytes, end) else {
            continue;
        };
        if objects.len() >= MAX_OBJECTS {
            break;
        }
        objects.insert(number, (start, generation));
        let head = bytes
            .get(at..(at + LOOK).min(bytes.len()))
            .unwrap_or_default();
        let head = find(head, b"endobj").map_or(head, |end| head.get(..end).unwrap_or(head));
        if find(head, b"/Catalog").is_some() {
            catalogue = Some((number, generation));
        }
    }
    (objects, catalogue)
}

/// The two numbers before `end`, and where the first begins.
fn heading(bytes: &[u8], end: usize) -> Option<(u32, u32, usize)> {
    let (generation, at) = number_before(bytes, end)?;
    let space = at.checked_sub(1)?;
    if !bytes.get(space)?.is_ascii_whitespace() {
        return None;
    }
    let (number, start) = number_before(bytes, space)?;
    (generation <= 65_535 && number <= 10_000_000).then_some((number, generation, start))
}

/// The number whose digits end at `end`, and where they begin.
fn number_before(bytes: &[u8], end: usize) -> Option<(u32, usize)> {
    let before = bytes.get(..end)?;
    let digits = before
        .iter()
        .rev()
        .take(10)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let start = end - digits;
    let text = std::str::from_utf8(bytes.get(start..end)?).ok()?;
    Some((text.parse().ok()?, start))
}

/// The reference behind the last `key` (`/Root 1 0 R`).
fn named(bytes: &[u8], key: &[u8]) -> Option<(u32, u32)> {
    let at = bytes.windows(key.len()).rposition(|piece| piece == key)? + key.len();
    let rest = bytes.get(at..(at + 40).min(bytes.len()))?;
    let text = String::from_utf8_lossy(rest);
    let mut words = text.split_ascii_whitespace();
    let (number, generation) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    words
        .next()?
        .starts_with('R')
        .then_some((number, generation))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|piece| piece == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_and_listed() {
        let file = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< >>\nendobj\n";
        let repaired = repair(file).expect("a catalogue");
        let text = String::from_utf8(repaired).expect("text");
        assert!(text.contains("1 1\n0000000009 00000 n \n2 1\n"));
        assert!(text.contains("/Size 3 /Root 1 0 R >>"));
        assert_eq!(repair(b"%PDF-1.4 obj 0 obj"), None);
    }
}
