//! Whether a text tells of people who are harmed, lured or missing.

use super::table::Table;
use super::words::{Kind, Token, mix, tokens};
use model::Language;

/// Rows of a table.
pub const ROWS: usize = 1 << 13;

/// Words of a window.
const WINDOW: usize = 160;

/// Log-odds from which on a text tells of harm.
const LEAST: f32 = -0.5;

/// The table that comes with the program for a language.
fn shipped(language: Language) -> Option<Table<'static>> {
    let bytes: &[u8] = match language {
        Language::En => include_bytes!("../../models/harm-en.i8"),
        Language::Es => include_bytes!("../../models/harm-es.i8"),
        Language::Ru => include_bytes!("../../models/harm-ru.i8"),
        Language::Unknown => &[],
    };
    Table::read(bytes)
}

/// Fewest words by which a text, or anybody in it, can be weighed.
const FEWEST: usize = 40;

/// Whether a text is long enough to be weighed, in a language that has weights.
pub(crate) fn can_be_weighed(text: &str, language: Language) -> bool {
    language != Language::Unknown && text.split_whitespace().nth(FEWEST - 1).is_some()
}

/// Whether some stretch of a text tells of harm.
pub(super) fn tell_harm(text: &str, language: Language) -> bool {
    shipped(language).is_some_and(|table| {
        windows(text, language)
            .iter()
            .any(|features| table.log_odds(features) > LEAST)
    })
}

/// The words in small letters of each stretch of a text, each once, as features.
pub fn windows(text: &str, language: Language) -> Vec<Vec<u64>> {
    let mut tokens = tokens(text, language);
    tokens.retain(|token| matches!(token.kind, Kind::Small | Kind::Large));
    // The rest of a text is too little by itself.
    let mut stretches: Vec<&[Token]> = tokens.chunks(WINDOW).collect();
    if let [.., _, last] = stretches.as_slice()
        && last.len() * 2 < WINDOW
    {
        stretches.pop();
        let from = tokens.len().saturating_sub(WINDOW);
        stretches.push(&tokens[from..]);
    }
    let features = |stretch: &&[Token]| {
        let small = || stretch.iter().filter(|token| token.kind == Kind::Small);
        // A text in large letters has no names to tell apart.
        let all = small().count() * 3 < stretch.len();
        let words = stretch
            .iter()
            .filter(|token| all || token.kind == Kind::Small);
        let mut found: Vec<u64> = words.map(|token| mix(3, token.hash, 0)).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    stretches.iter().map(features).collect()
}
