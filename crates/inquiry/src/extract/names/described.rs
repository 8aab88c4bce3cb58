//! Role descriptions ("the recruiter", "la joven", "вербовщик") and nicknames («la China», «Профе»).

use super::lexicon::fold;
use super::tables::{ARTICLES, NICKNAMES, ROLE_NOUNS, ROLE_STEMS};
use super::tagger::Label;
use super::word::Word;
use crate::extract::needs::{Pattern, Sheet};
use crate::extract::text::TokenKind;
use model::{Language, MentionKind};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

static NOUN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ROLE_NOUNS.iter().copied().collect());
static ARTICLE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| ARTICLES.iter().copied().collect());

/// Longest nickname, in words.
const LONGEST: usize = 3;

/// Words that give a nickname, and the nickname.
static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i:\balias|\bapodad[oa]s?|\bconocid[oa]s? (?:como|por)|\bknown (?:locally |widely |to them )?(?:as|only as)|\bnicknamed|\baka|\ba\.k\.a\.|\bpor mal nombre|\bapodo|\bmote|\b(?:le|la|lo) (?:dicen|llaman|decían|llamaban)",
        r"|по прозвищу|по кличке|известн\w+ как|под (?:именем|прозвищем)|котор\w+ (?:\S+ ){0,3}зовут|\bcalled|\bcalls? herself|\bcalls? himself)[ ,:]{1,2}",
        r"(?:[«“\x22'‘](?P<quoted>[^»”\x22'’]{2,30})[»”\x22'’]|(?P<bare>(?:(?:la|el|La|El|the|The) )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?))",
    ))
});

/// Where a nickname is given in a sentence.
pub(super) fn nickname_given(sentence: &str, base: usize) -> Vec<model::Span> {
    if !Sheet::of(sentence).may(&GIVEN) {
        return Vec::new();
    }
    GIVEN
        .captures_iter(sentence)
        .filter_map(|hit| {
            hit.name("quoted")
                .or_else(|| hit.name("bare").filter(|_| !is_calling(&hit)))
        })
        .map(|hit| model::Span::new(base + hit.start(), base + hit.end()))
        .collect()
}

/// "called Ana" calls by name; only quoted words after it are a nickname.
fn is_calling(hit: &crate::alphabet::Captures<'_>) -> bool {
    hit.get(0)
        .is_some_and(|whole| fold(whole.as_str()).starts_with("call"))
}

/// Remembered nicknames in a sentence, and the Spanish ones that need no introduction ("la profe").
pub(super) fn nicknames(words: &[Word<'_>], known: &BTreeSet<String>) -> Vec<Label> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let range = (1..=LONGEST)
            .rev()
            .map(|count| at..at + count)
            .find(|range| is_nickname(words, range, known));
        let Some(range) = range else {
            at += 1;
            continue;
        };
        let before = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .map_or("", |word| word.fold.as_str());
        let earlier = at
            .checked_sub(2)
            .and_then(|before| words.get(before))
            .map_or("", |word| word.fold.as_str());
        let channel = [before, earlier].iter().any(|word| {
            matches!(
                *word,
                "canal"
                    | "channel"
                    | "канал"
                    | "канала"
                    | "канале"
                    | "grupo"
                    | "group"
                    | "группа"
                    | "группе"
            )
        });
        let kind = if channel {
            MentionKind::Organisation
        } else {
            MentionKind::Person
        };
        at = range.end;
        found.push(Label { words: range, kind });
    }
    found
}

fn is_nickname(words: &[Word<'_>], range: &Range<usize>, known: &BTreeSet<String>) -> bool {
    let Some(run) = words.get(range.clone()) else {
        return false;
    };
    if !run.iter().all(|word| word.kind == TokenKind::Word) {
        return false;
    }
    if let [article, noun] = run
        && matches!(article.fold.as_str(), "la" | "el")
        && NICKNAMES.contains(&noun.fold.as_str())
        && (!matches!(noun.fold.as_str(), "china" | "chino")
            || known.contains(&format!("{} {}", article.fold, noun.fold)))
    {
        return true;
    }
    if known.is_empty() || run.len() < 2 && !run.iter().any(|word| word.capital) {
        return false;
    }
    let joined = run
        .iter()
        .map(|word| word.fold.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    known.contains(&joined)
}

/// Bodies named in quotes after what they are: радио «Волна», the newspaper "Granma".
pub(super) fn quoted_bodies(words: &[Word<'_>]) -> Vec<Label> {
    const BODIES: &[&str] = &[
        "фирм",
        "компани",
        "радио",
        "газет",
        "агентств",
        "журнал",
        "телеканал",
        "канал",
        "ооо",
        "оао",
        "зао",
        "фонд",
        "организаци",
        "издани",
        "банк",
        "firm",
        "company",
        "newspaper",
        "radio",
        "agency",
        "magazine",
        "station",
        "empresa",
        "firma",
        "emisora",
        "periodico",
        "diario",
        "revista",
        "agencia",
        "compania",
        "grupo",
        "fundacion",
        "ong",
    ];
    let mut found = Vec::new();
    for at in 1..words.len() {
        let before = &words[at - 1];
        let body = BODIES.iter().any(|stem| {
            before
                .fold
                .strip_prefix(stem)
                .is_some_and(|rest| rest.chars().count() <= 3)
        });
        if words[at].kind != TokenKind::Open || !body {
            continue;
        }
        let close = (at + 1..(at + 7).min(words.len()))
            .find(|&index| words[index].kind == TokenKind::Close);
        if let Some(close) = close
            .filter(|close| *close > at + 1 && words[at + 1].span.start < words[*close].span.start)
        {
            found.push(Label {
                words: at + 1..close,
                kind: MentionKind::Organisation,
            });
        }
    }
    found
}

/// Role descriptions in a sentence.
pub(super) fn roles(words: &[Word<'_>], language: Language) -> Vec<Label> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let range = role_at(words, at)
            .filter(|range| !(language == Language::Es && words[range.start].fold == "a"));
        match range {
            Some(range) => {
                at = range.end;
                found.push(Label {
                    words: range,
                    kind: MentionKind::Role,
                });
            }
            None => at += 1,
        }
    }
    found
}

fn role_at(words: &[Word<'_>], at: usize) -> Option<Range<usize>> {
    let first = &words[at];
    if first.kind != TokenKind::Word {
        return None;
    }
    if first.is_cyrillic() {
        return is_russian_role(&first.fold).then_some(at..at + 1);
    }
    if ARTICLE.contains(first.fold.as_str()) {
        let stop = (at + 1..(at + 4).min(words.len())).find(|&index| {
            let word = &words[index];
            word.kind != TokenKind::Word
                || word.capital
                || NOUN.contains(word.fold.as_str())
                || ARTICLE.contains(word.fold.as_str())
        })?;
        if !NOUN.contains(words[stop].fold.as_str()) || words[stop].capital {
            return None;
        }
        // "a border guard": the last noun of the row is the head.
        let mut end = stop + 1;
        while words
            .get(end)
            .is_some_and(|word| !word.capital && NOUN.contains(word.fold.as_str()) && word.spaced)
        {
            end += 1;
        }
        // "al", "del" hold the article; the description begins after the preposition in them.
        let start = if matches!(first.fold.as_str(), "al" | "del") {
            at + 1
        } else {
            at
        };
        return Some(start..end);
    }
    // Plural without an article: "recruiters", "border guards".
    let plural = |word: &Word<'_>| {
        !word.capital
            && word.fold.ends_with('s')
            && NOUN.contains(word.fold.as_str())
            && !word.fold.ends_with("ss")
    };
    if plural(first) {
        return Some(at..at + 1);
    }
    let guards = matches!(
        first.fold.as_str(),
        "border" | "police" | "prison" | "camp" | "army" | "consular"
    ) && words.get(at + 1).is_some_and(plural);
    guards.then_some(at..at + 2)
}

pub(super) fn is_russian_role(folded: &str) -> bool {
    ROLE_STEMS.iter().any(|stem| {
        folded.strip_prefix(stem).is_some_and(|rest| {
            let length = rest.chars().count();
            // Short stems are also the beginnings of other words; only case endings may follow.
            let short = stem.chars().count() <= 4;
            if short {
                matches!(
                    rest,
                    "" | "а"
                        | "у"
                        | "ом"
                        | "е"
                        | "ы"
                        | "и"
                        | "ов"
                        | "ю"
                        | "я"
                        | "ью"
                        | "ой"
                        | "ей"
                        | "ам"
                        | "ами"
                        | "ах"
                        | "ями"
                        | "ям"
                        | "ьи"
                        | "ья"
                        | "ье"
                        | "ьей"
                        | "овья"
                        | "ерью"
                        | "ери"
                )
            } else {
                length <= 5
            }
        })
    })
}
