//! Text out of bytes: UTF-8, UTF-16, UTF-32, and the eight-bit encodings told by how their words look.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, MACINTOSH, WINDOWS_1251, X_MAC_CYRILLIC};

/// A decoded text.
pub(crate) struct Decoded {
    /// The text; for valid UTF-8, the bytes themselves.
    pub(crate) text: String,
    /// What to tell the person who handed it in, where the encoding was guessed or bytes were bad.
    pub(crate) faults: Vec<String>,
}

/// Decodes bytes; `None` if they are no text.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some(decoded) = wide(bytes) {
        return looks_like_text(&decoded.text).then_some(decoded);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return looks_like_text(text).then(|| Decoded {
            text: text.to_owned(),
            faults: Vec::new(),
        });
    }
    if !is_text(bytes) {
        return None;
    }
    Some(nearly_utf8(bytes).unwrap_or_else(|| eight_bit(bytes)))
}

/// Decodes with the encoding a container names; falls back to finding it out.
pub(crate) fn decode_as(bytes: &[u8], label: &str) -> Option<Decoded> {
    match Encoding::for_label(label.as_bytes()) {
        Some(encoding) if std::str::from_utf8(bytes).is_err() || encoding.is_single_byte() => {
            Some(with(encoding, bytes, false))
        }
        _ => decode(bytes),
    }
}

/// Whether the bytes hold few enough control characters to be a text in some eight-bit encoding.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    let looked = bytes.get(..bytes.len().min(8192)).unwrap_or(bytes);
    let odd = looked
        .iter()
        .filter(|&&b| b == 0x7f || (b < 32 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)))
        .count();
    odd * 50 <= looked.len()
}

fn looks_like_text(text: &str) -> bool {
    let odd = text
        .chars()
        .take(8192)
        .filter(|&c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}'))
        // What a terminal writes: bell, backspace, escape.
        .filter(|&c| !matches!(c, '\u{7}' | '\u{8}' | '\u{1b}'))
        .count();
    odd * 50 <= text.chars().take(8192).count()
}

/// UTF-16 and UTF-32, by mark or by where the zeros stand.
fn wide(bytes: &[u8]) -> Option<Decoded> {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"\xff\xfe\0\0") || starts(b"\0\0\xfe\xff") {
        return utf32(bytes, starts(b"\0\0"));
    }
    if starts(b"\xff\xfe") {
        return Some(with(encoding_rs::UTF_16LE, bytes, false));
    }
    if starts(b"\xfe\xff") {
        return Some(with(encoding_rs::UTF_16BE, bytes, false));
    }
    let looked = bytes.get(..bytes.len().min(4096))?;
    let mut zeros = [0_usize; 4];
    for (index, _) in looked.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        if let Some(count) = zeros.get_mut(index % 4) {
            *count += 1;
        }
    }
    let quarter = looked.len() / 4;
    let most = |count: usize| quarter > 0 && count * 10 >= quarter * 8;
    let few = |count: usize| count * 10 <= quarter;
    // Cyrillic text has no zeros, but a high byte of 4: neither is a letter in an eight-bit text.
    let high = |first: usize| {
        let bytes = looked.iter().skip(first).step_by(2);
        bytes.filter(|byte| matches!(byte, 0 | 4)).count()
    };
    let half = looked.len() / 2;
    let (even, odd) = (high(0), high(1));
    if half >= 3 && zeros.iter().sum::<usize>() * 4 <= looked.len() * 3 {
        if odd * 10 >= half * 8 && even * 10 <= half {
            return Some(with(encoding_rs::UTF_16LE, bytes, true));
        }
        if even * 10 >= half * 8 && odd * 10 <= half {
            return Some(with(encoding_rs::UTF_16BE, bytes, true));
        }
    }
    match zeros {
        [a, _, c, d] if few(a) && most(c) && most(d) => utf32(bytes, false),
        [a, b, _, d] if most(a) && most(b) && few(d) => utf32(bytes, true),
        [a, b, c, d] if few(a) && few(c) && b + d > quarter / 8 && b > 0 => {
            Some(with(encoding_rs::UTF_16LE, bytes, true))
        }
        [a, b, c, d] if few(b) && few(d) && a + c > quarter / 8 && a > 0 => {
            Some(with(encoding_rs::UTF_16BE, bytes, true))
        }
        _ => None,
    }
}

fn utf32(bytes: &[u8], big: bool) -> Option<Decoded> {
    let text: String = bytes
        .chunks_exact(4)
        .filter_map(|four| <[u8; 4]>::try_from(four).ok())
        .map(|four| {
            let code = if big {
                u32::from_be_bytes(four)
            } else {
                u32::from_le_bytes(four)
            };
            char::from_u32(code).unwrap_or('\u{fffd}')
        })
        .collect();
    let bad = text.chars().filter(|&c| c == '\u{fffd}').count();
    (bad * 10 <= text.len()).then(|| Decoded {
        text: text.trim_start_matches('\u{feff}').to_owned(),
        faults: vec!["decoded from UTF-32".to_owned()],
    })
}

/// UTF-8 with a few bad bytes: far more sound sequences than broken ones.
fn nearly_utf8(bytes: &[u8]) -> Option<Decoded> {
    let (mut sound, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (sound >= 3 && sound >= bad * 4).then(|| Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        faults: vec![format!("{bad} broken UTF-8 sequences were replaced")],
    })
}

fn with(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, bad) = encoding.decode_with_bom_removal(bytes);
    let mut faults = Vec::new();
    let how = if guessed { " (guessed)" } else { "" };
    faults.push(format!("decoded from {}{how}", encoding.name()));
    if bad {
        faults.push(format!(
            "bytes that {} does not have were replaced",
            encoding.name()
        ));
    }
    Decoded {
        text: text.into_owned(),
        faults,
    }
}

/// Cyrillic encodings that Russian text comes in; the detector below confuses them on short texts.
const CYRILLIC: [&Encoding; 5] = [WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC];

fn eight_bit(bytes: &[u8]) -> Decoded {
    let looked = bytes.get(..bytes.len().min(64 << 10)).unwrap_or(bytes);
    let russian = CYRILLIC
        .into_iter()
        .map(|encoding| {
            (
                russianness(&encoding.decode_without_bom_handling(looked).0),
                encoding,
            )
        })
        .max_by_key(|(score, encoding)| (*score, encoding.name() == "windows-1251"));
    if let Some((score, encoding)) = russian
        && score >= 40
    {
        return with(encoding, bytes, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(looked, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    // No western text in three languages comes as classic Macintosh unless its marks say so.
    let encoding = if encoding == MACINTOSH {
        encoding_rs::WINDOWS_1252
    } else {
        encoding
    };
    with(encoding, bytes, true)
}

/// The commonest pairs of letters in Russian running text (counted over `UD_Russian-GSD` and Taiga, dev files).
const PAIRS: &str = "то на по ст но ен ра ов ро ко го не ал пр ос та ни во ли ер ть ет ло ор ат ка ол ел от ил ре \
    ва ан ем ес ль да ом ом ла ог ин ся ло де ит со ас ны он ле од им ов че бы об ая ый ие ия ых их ой ий ам ми";

/// Marks beyond ASCII that stand before a word.
const OPENING: &str = "«„“‚‘—–…\u{a0}№";

/// How Russian a decoded text looks, in hundredths of what Russian text has: the share of letter pairs among its Cyrillic words that are common
/// ones, less what is impossible (a capital after a small letter, signs inside words).
fn russianness(text: &str) -> usize {
    let cyrillic = |c: char| matches!(c, 'А'..='я' | 'ё' | 'Ё');
    let (mut pairs, mut common, mut odd, mut high) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut letters = 0_usize;
    let mut before = ' ';
    for c in text.chars() {
        high += usize::from(!c.is_ascii());
        letters += usize::from(cyrillic(c));
        if cyrillic(before) && cyrillic(c) {
            pairs += 1;
            let lower: String = [before, c].iter().flat_map(|c| c.to_lowercase()).collect();
            common += usize::from(PAIRS.contains(lower.as_str()));
            odd += usize::from(before.is_lowercase() && c.is_uppercase());
        } else if cyrillic(c) && !(before.is_ascii() || OPENING.contains(before))
            || cyrillic(before) && c.is_alphabetic()
        {
            odd += 1;
        }
        before = c;
    }
    if pairs < 3 || letters * 10 < high * 7 {
        return 0;
    }
    // About half of the pairs of Russian text are in the list; a wrong decoding has a fifth.
    (common * 200 / pairs).saturating_sub(odd * 600 / pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Адвокат сообщил, что контракт подписан в Туле.";

    #[test]
    fn russian_in_every_encoding() {
        for text in [
            RUSSIAN,
            "Имя;Телефон\nПавел;+79000000123\n",
            "Привет, Паша!",
        ] {
            for encoding in CYRILLIC {
                let (bytes, _, _) = encoding.encode(text);
                assert_eq!(
                    decode(&bytes).map(|d| d.text).as_deref(),
                    Some(text),
                    "{}",
                    encoding.name()
                );
            }
        }
    }

    #[test]
    fn utf_16_and_32_with_and_without_mark() {
        for text in [RUSSIAN, "Two lines\nof English"] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            let marked = [b"\xff\xfe".to_vec(), little.clone()].concat();
            let four: Vec<u8> = text
                .chars()
                .flat_map(|c| u32::from(c).to_le_bytes())
                .collect();
            for bytes in [marked, four] {
                assert_eq!(decode(&bytes).map(|d| d.text).as_deref(), Some(text));
            }
            for bytes in [little, big] {
                assert_eq!(decode(&bytes).map(|d| d.text).as_deref(), Some(text));
            }
        }
    }

    #[test]
    fn western_and_marked_utf_8() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode("El niño dijo: “sí”, en Holguín.");
        let text = decode(&bytes).map(|d| d.text);
        assert_eq!(text.as_deref(), Some("El niño dijo: “sí”, en Holguín."));
        let marked = "\u{feff}a\r\n";
        assert_eq!(
            decode(marked.as_bytes()).map(|d| d.text).as_deref(),
            Some(marked)
        );
    }

    #[test]
    fn a_few_broken_bytes_do_not_change_the_encoding() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes[9] = 0xff;
        let decoded = decode(&bytes).expect("text");
        assert!(decoded.text.contains("подписан"));
        assert_eq!(decoded.faults.len(), 1);
    }

    #[test]
    fn binary_is_no_text() {
        let bytes: Vec<u8> = (0..4000_u32)
            .map(|n| ((n * 7919) >> 3).to_le_bytes()[0])
            .collect();
        assert!(decode(&bytes).is_none());
    }
}
