//! "It is false that C": whoever says it denies C.

use crate::extract::values::pattern;
use model::{Polarity, Span};
use regex::Regex;
use std::sync::LazyLock;

/// The words that call what follows false, at the beginning of a content.
static FALSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[«“‘'\x22\s]*(?:that\s|que\s|что\s|pero\s|but\s|но\s)?(?:",
        r"(?:it\s?(?:is|was|'s|’s) (?:\p{L}+ly )?(?:false|untrue|incorrect|a lie|not true|not the case|not so)|it (?:isn|wasn)['’]t (?:true|the case)) that",
        r"|(?:(?:es|era|resulta|sea) (?:\p{L}+mente )?(?:falso|mentira|incierto|una mentira|un bulo)|(?:no|tampoco) (?:es|era) (?:verdad|cierto)) (?:de )?que",
        r"|(?:(?:это )?(?:неправда|ложь|неверно|не правда|выдумка|не так)|(?:совершенно )?не соответствует (?:действительности|истине))(?: то)?, (?:что|будто)(?: бы)?",
        r")\s+",
    ))
});

/// Where what is called false begins in these words, if they call it so.
pub(super) fn told(words: &str) -> Option<usize> {
    FALSE.find(words).map(|hit| hit.end())
}

/// A content that begins by calling the rest false: the rest, denied; a denial of that affirms it.
pub(super) fn turned(text: &str, content: &mut [Span], polarity: &mut Polarity) {
    let Some(first) = content.first_mut() else {
        return;
    };
    let Some(at) = first.of(text).and_then(told).filter(|at| *at < first.len()) else {
        return;
    };
    let opened = first
        .of(text)
        .is_some_and(|words| words.trim_start().starts_with(['«', '“', '"']));
    first.start += at;
    // The mark that opened before it is gone: so is the one that closes.
    let kept = first.of(text).unwrap_or_default();
    if opened {
        first.end -= kept.len() - kept.trim_end_matches(['»', '”', '"', ',', '.']).len();
    }
    *polarity = match *polarity {
        Polarity::Affirmed => Polarity::Denied,
        Polarity::Denied => Polarity::Affirmed,
    };
}
