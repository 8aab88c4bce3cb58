//! Whether somebody has a part in public, by the words around his name: what stands beside it, what he does and what is done to him.

use super::table::Table;
use super::words::{Kind, Token, mix, tokens};
use model::{Language, Span};
use std::collections::BTreeSet;

/// Rows of a table.
pub const ROWS: usize = 1 << 14;

/// How many tokens on either side of a name are looked at.
const NEAR: usize = 8;
/// Longest aside behind a name, in tokens.
const ASIDE: usize = 12;

/// How many names may hold one word.
const DEEP: usize = 3;

/// Stands for the name of somebody else.
const NAME: u64 = 11;
/// Stands for any other word that begins with a large letter inside a sentence.
const LARGE: u64 = 12;
/// Stands for the end of a sentence.
const NOTHING: u64 = 13;

/// The table that comes with the program for a language.
pub(crate) fn shipped(language: Language) -> Option<Table<'static>> {
    let bytes: &[u8] = match language {
        Language::En => include_bytes!("../../models/part-en.i8"),
        Language::Es => include_bytes!("../../models/part-es.i8"),
        Language::Ru => include_bytes!("../../models/part-ru.i8"),
        Language::Unknown => &[],
    };
    Table::read(bytes)
}

/// A text in which people are named.
pub struct Page<'t> {
    text: &'t str,
    language: Language,
    tokens: Vec<Token>,
    /// Where people are named.
    names: Vec<Span>,
}

impl<'t> Page<'t> {
    /// A text and where people are named in it.
    pub fn new(text: &'t str, language: Language, mut names: Vec<Span>) -> Self {
        names.sort();
        Self {
            text,
            language,
            tokens: tokens(text, language),
            names,
        }
    }

    /// What is told of somebody who is named at these places, as features; each once.
    pub fn features(&self, own: &[Span]) -> BTreeSet<u64> {
        let mut found = BTreeSet::new();
        for name in own {
            Mention::of(self, *name, own).add(&mut found);
        }
        let longest = own.iter().filter_map(|span| span.of(self.text));
        let longest = longest.map(|name| name.split_whitespace().count()).max();
        let first = own.first().map_or(0, |span| span.start);
        found.insert(mix(20, own.len().min(4) as u64, 0));
        found.insert(mix(21, longest.unwrap_or(0).min(3) as u64, 0));
        found.insert(mix(22, (first * 5 / self.text.len().max(1)) as u64, 0));
        found
    }
}

/// One place at which somebody is named.
struct Mention<'p, 't> {
    page: &'p Page<'t>,
    name: Span,
    /// Hashes of what stands before it in its sentence, from it outwards.
    before: Vec<u64>,
    /// The same behind it.
    behind: Vec<u64>,
    /// The marks behind it, where it is one.
    marks: Vec<Option<char>>,
}

impl<'p, 't> Mention<'p, 't> {
    fn of(page: &'p Page<'t>, name: Span, own: &[Span]) -> Self {
        let all = &page.tokens;
        let from = all.partition_point(|token| token.span.end <= name.start);
        let to = all.partition_point(|token| token.span.start < name.end);
        let inside = |token: &&Token| token.kind != Kind::End;
        let shown = |at: usize| page.shown(at, own);
        let begin = from - all[..from].iter().rev().take_while(inside).count();
        let end = to + all[to..].iter().take_while(inside).count();
        let mark = |at: usize| match all[at].kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        };
        Self {
            page,
            name,
            before: (begin..from).rev().take(30).map(shown).collect(),
            behind: (to..end).take(30).map(shown).collect(),
            marks: (to..end).take(30).map(mark).collect(),
        }
    }

    fn add(&self, found: &mut BTreeSet<u64>) {
        let at = |side: &[u64], index: usize| side.get(index).copied().unwrap_or(NOTHING);
        let (before, behind) = (self.before.as_slice(), self.behind.as_slice());
        let beside = |side: &[u64]| (at(side, 0), at(side, 1));
        for (kind, (one, other)) in [(30, beside(before)), (34, beside(behind))] {
            found.insert(mix(kind, one, 0));
            found.insert(mix(kind + 1, other, 0));
            found.insert(mix(kind + 2, one, other));
        }
        found.insert(mix(38, at(before, 0), at(behind, 0)));
        for (kind, side) in [(40, before), (44, behind)] {
            let near = &side[..side.len().min(NEAR)];
            found.extend(near.iter().map(|word| mix(kind, *word, 0)));
            found.extend(near.iter().take(3).map(|word| mix(kind + 1, *word, 0)));
            found.extend(near.windows(2).map(|pair| mix(kind + 2, pair[0], pair[1])));
        }
        self.add_aside(found);
        self.add_shape(found);
    }

    /// What stands between commas behind the name, and what he does behind it.
    fn add_aside(&self, found: &mut BTreeSet<u64>) {
        let mut rest = self.behind.as_slice();
        if matches!(self.marks.first(), Some(Some(',' | '('))) {
            let inside = |mark: &&Option<char>| !matches!(mark, Some(',' | ')' | '-'));
            let length = self.marks[1..].iter().take_while(inside).count();
            if length <= ASIDE && length + 1 < self.behind.len() {
                let aside = &self.behind[1..=length];
                found.extend(aside.iter().map(|word| mix(50, *word, 0)));
                found.extend(aside.first().map(|word| mix(51, *word, 0)));
                rest = &self.behind[length + 2..];
            }
        }
        let does: Vec<u64> = rest
            .iter()
            .copied()
            .filter(|word| ![NAME, LARGE].contains(word))
            .take(3)
            .collect();
        found.extend(does.first().map(|word| mix(52, *word, 0)));
        found.extend(does.get(1).map(|word| mix(53, *word, 0)));
        found.extend(
            does.first_chunk()
                .map(|[one, other]: &[u64; 2]| mix(54, *one, *other)),
        );
        found.extend(does.iter().map(|word| mix(55, *word, 0)));
    }

    /// How many words the name has, where it stands, how it ends.
    fn add_shape(&self, found: &mut BTreeSet<u64>) {
        let name = self.name.of(self.page.text).unwrap_or_default();
        let words = name.split_whitespace().count().min(3) as u64;
        let left = self.before.first().copied().unwrap_or(NOTHING);
        found.insert(mix(60, words, 0));
        found.insert(mix(61, words, left));
        if self.before.is_empty() {
            found.insert(mix(
                62,
                u64::from(self.marks.first() == Some(&Some(':'))),
                0,
            ));
        }
        if self.page.language == Language::Ru {
            let end: String = name
                .chars()
                .rev()
                .take(2)
                .flat_map(char::to_lowercase)
                .collect();
            let end = end.bytes().fold(0, |sum, byte| sum << 8 | u64::from(byte));
            found.insert(mix(63, end, 0));
        }
    }
}

impl Page<'_> {
    /// How a token looks from a name: others' names look alike, and so do large letters inside a sentence.
    fn shown(&self, at: usize, own: &[Span]) -> u64 {
        let token = self.tokens[at];
        let begun = self
            .names
            .partition_point(|name| name.start < token.span.end);
        let mut near = self.names[..begun].iter().rev().take(DEEP);
        let named = near.find(|name| name.overlaps(token.span));
        if named.is_some_and(|name| !own.contains(name)) {
            return NAME;
        }
        let opens = at == 0
            || matches!(
                self.tokens[at - 1].kind,
                Kind::End | Kind::Mark('"' | '-' | ':')
            );
        if token.kind == Kind::Large && token.span.len() > 1 && !opens {
            return LARGE;
        }
        token.hash
    }
}

#[cfg(test)]
mod tests {
    use super::Page;
    use model::{Language, Span};
    use proptest::prelude::*;

    #[test]
    fn names_of_others_look_alike() {
        let seen = |text: &str| {
            let at = |name: &str| {
                let start = text.find(name).expect("the name");
                Span::new(start, start + name.len())
            };
            let (own, other) = (at("Ana"), at(&text[..text.find(' ').expect("a blank")]));
            Page::new(text, Language::En, vec![own, other]).features(&[own])
        };
        assert_eq!(seen("Bo hit Ana."), seen("Li hit Ana."));
        assert_ne!(seen("Bo hit Ana."), seen("Bo paid Ana."));
    }

    proptest! {
        #[test]
        fn any_text_and_names_have_features(text in ".{0,80}", cuts in prop::collection::vec(0_usize..80, 0..8)) {
            let at = |cut: usize| text.floor_char_boundary(cut.min(text.len()));
            let names: Vec<Span> = cuts.chunks_exact(2).map(|it| {
                let (one, other) = (at(it[0]), at(it[1]));
                Span::new(one.min(other), one.max(other))
            }).collect();
            let page = Page::new(&text, Language::Ru, names.clone());
            for name in &names {
                prop_assert!(!page.features(&[*name]).is_empty());
            }
        }
    }
}
