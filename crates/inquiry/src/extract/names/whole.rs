//! Names whole, whatever their words mean: "Sofia Market, 15, was sold", "Fatima al-Sayed", "the victim Su Yi".
//!
//! The lists and shapes of the tagger miss names that are also places, months and everyday words, and break names at
//! particles. Where the words around a run of capitals say that a person is named (an age, what is done to people, a noun
//! for a victim), the run is a name, and is one wherever the document has it again.

use super::described::is_russian_role;
use super::russian;
use super::tables::{PARTICLES, TITLES};
use super::tagger::{DEMONYM, EN, ES, Label, NOT, ROLE, Seen};
use super::word::Word;
use crate::extract::needs::{Pattern, Sheet};
use model::{MentionKind, Span};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Longest name, in words.
const LONGEST: usize = 7;

/// How far before a name its context is looked at, in bytes.
const NEAR: usize = 200;

/// Particles of names that the tagger does not join.
const MORE_PARTICLES: &[&str] = &[
    "bint", "bin", "ibn", "ben", "abu", "abd", "umm", "ul", "al", "el", "san", "st", "zu", "бинт",
    "бин", "ибн", "абу",
];

/// Beginnings of words in which a particle is joined to a name: "al-Sayed".
const HEADS: &[&str] = &[
    "al-", "el-", "as-", "ad-", "ar-", "ash-", "an-", "at-", "az-", "ul-", "аль-", "эль-", "ас-",
    "ад-", "ар-", "аш-", "ан-", "d'", "d’",
];

/// Given names that are also months, seasons, countries or verbs, folded; not in the list of given names.
const ALSO_WORDS: &[&str] = &[
    "may", "april", "june", "august", "summer", "autumn", "will", "art", "asia", "india", "china",
    "paris", "su", "mi", "ева", "май", "майя", "abril", "julio", "domingo", "paz", "mar", "sol",
    "ana", "jun", "jan",
];

static FOLLOWS_AGE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:, (?:aged |de )?\d{1,2}(?:[,.)]|$| años| лет| год|-летн| years)| \(\d{1,2}(?: años| лет| years(?: old)?)?\)|,? de \d{1,2} años|, aged \d{1,2}|, (?:an? )?\d{1,2}-year-old)",
    )
});

/// An age that a verb gives: "Ilinca is 16 but", "Brisa no, tiene 15.", «Вике 15 лет».
static FOLLOWS_VERB_OF_AGE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^(?:,? (?:no|not|yes|sí|нет|да)[,;:])?(?: (?:is|was|turns|turned|has turned|tiene|tenía|cumple|cumplió)(?: (?:only|just|still|now|about|barely|solo|sólo|apenas|ya|todavía))? (?:[4-9]|[1-6]\d)(?:[.,;!?)]|$| (?:but|and|now|today|yo|yrs|years|y|pero|años)(?:$|[^\p{L}]))| (?:всего |только |уже |едва )?(?:[4-9]|[1-6]\d) (?:лет|год))",
    )
});

/// An age right behind a given name, as messages have it: "Precious 15,".
static FOLLOWS_BARE_AGE: LazyLock<Pattern> = LazyLock::new(|| Pattern::new(r"^ 1[0-7](?:[,.;]|$)"));

static FOLLOWS_HARM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^,? (?:who |que |котор\p{L}+ )?(?:(?:was|were|had been|has been|is) (?:\p{L}+ly )?(?:trafficked|recruited|rescued|lured|abducted|kidnapped|deceived|exploited|enslaved|held captive|raped|an? (?:\p{L}+ )?victim|a minor|missing|underage)|(?:fue|ha sido|había sido|estaba|era) (?:captad[oa]|reclutad[oa]|rescatad[oa]|vendid[oa]|engañad[oa]|explotad[oa]|secuestrad[oa]|víctima|una víctima|menor)|(?:был[аи]? |стала )?(?:завербован|похищен|обманут|продан|жертвой|освобожд[её]н))",
    )
});

static LEADS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:victim|survivor|minor|witness|girl|boy|teenager|daughter|son|schoolgirl|schoolboy|child|year-old|víctima|menor|testigo|niñ[oa]|la joven|el joven|adolescente|hij[oa]|hermana|потерпевш\p{L}+|жертв\p{L}|свидетел\p{L}+|девочк\p{L}+|девушк\p{L}+|мальчик\p{L}*|\p{L}*летн\p{L}{2,3}|учени(?:к|ц\p{L}+)|школьни\p{L}+|дочь|дочери|сына?|младш(?:ая|ий|ую|ей)|youngest|named|called|how old is|how old was|años tiene|años tiene la|años tenía|сколько лет|called only|identified only as|known only as|asked to be called|identificad[oa] solo como|llamad[oa]|по имени)(?:,|:| named| called| llamad[oa]| de nombre| по имени)?(?:, la|, el)? [«“\x22]?$",
    )
});

/// Prepositions before a place or a month.
const AT: &[&str] = &[
    "in", "at", "from", "to", "of", "on", "since", "until", "en", "de", "desde", "a", "hacia", "в",
    "из", "на", "с", "до", "last", "this", "next", "early", "late", "mid",
];

/// Names that a document gave whole, as keys of their words.
pub(super) type Remembered = BTreeSet<Vec<String>>;

/// A word as it is compared: Russian ones without their ending.
fn key(word: &Word<'_>) -> String {
    if word.is_cyrillic() {
        russian::stem(&word.fold)
    } else {
        word.fold.clone()
    }
}

fn may_be_given(word: &Word<'_>) -> bool {
    word.known.given || ALSO_WORDS.contains(&word.fold.as_str())
}

/// "al-Sayed", "d'Costa".
fn is_headed(word: &Word<'_>) -> bool {
    word.is_word()
        && HEADS.iter().any(|head| {
            word.raw
                .strip_prefix(head)
                .is_some_and(|rest| rest.starts_with(char::is_uppercase))
        })
}

fn is_particle(word: &Word<'_>) -> bool {
    let fold = word.fold.as_str();
    word.is_word()
        && (!word.capital || matches!(word.raw, "St." | "St"))
        && word.spaced
        && (PARTICLES.contains(&fold) || MORE_PARTICLES.contains(&fold))
}

fn is_piece(word: &Word<'_>) -> bool {
    word.is_word() && (word.capital || is_headed(word))
}

/// Where the run of name words that begins at `at` ends.
fn run(words: &[Word<'_>], at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let mut next = end;
        while next < end + 3 && words.get(next).is_some_and(is_particle) {
            next += 1;
        }
        let goes_on = words.get(next).is_some_and(|word| {
            word.spaced && is_piece(word) && !matches!(word.fold.as_str(), "y" | "and" | "и")
        });
        // "de" alone joins what stands before it to a place as often as to a surname.
        let doubtful = next > end
            && words[end..next].iter().any(|word| {
                matches!(
                    word.fold.as_str(),
                    "y" | "e" | "al" | "el" | "la" | "da" | "do"
                )
            })
            && !may_be_given(&words[at]);
        if !goes_on || doubtful || next >= at + LONGEST {
            return end;
        }
        end = next + 1;
    }
}

/// A run without what stands before the name: titles, nouns, words that open sentences.
fn trimmed(words: &[Word<'_>], mut range: Range<usize>, seen: &Seen) -> Range<usize> {
    while range.len() > 1 {
        let first = &words[range.start];
        let fold = first.fold.as_str();
        let opens = range.start == 0 || !words[range.start - 1].is_word();
        let noun = ROLE.contains(fold) || is_noun(first);
        let no_name =
            NOT.contains(fold) || TITLES.contains(&fold) || DEMONYM.contains(fold) || noun;
        if may_be_given(first) && !noun || !(no_name || opens && seen.small.contains(fold)) {
            break;
        }
        range.start += 1;
        while range.len() > 1 && is_particle(&words[range.start]) {
            range.start += 1;
        }
    }
    range
}

/// "Школьница", "Потерпевшая", "Пятнадцатилетняя".
fn is_noun(word: &Word<'_>) -> bool {
    if word.fold.ends_with("year-old") || word.fold.ends_with("-grader") {
        return true;
    }
    word.is_cyrillic()
        && !word.known.given
        && (is_russian_role(&word.fold)
            || word.fold.contains("летн")
            || [
                "ученик",
                "учениц",
                "школьни",
                "потерпевш",
                "свидетел",
                "жертв",
                "волонтер",
                "восьмикласс",
                "девятикласс",
                "семикласс",
                "несовершеннолетн",
            ]
            .iter()
            .any(|stem| word.fold.starts_with(stem)))
}

/// Names that the words around them give, and those of other labels that are made whole.
pub(super) fn told(
    text: &str,
    words: &[Word<'_>],
    labels: &[Label],
    seen: &Seen,
    remembered: &Remembered,
) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let sheet = sheet(text, words);
    let mut at = 0;
    while at < words.len() {
        let longest = if remembered.is_empty() || !is_piece(&words[at]) {
            0
        } else {
            LONGEST.min(words.len() - at)
        };
        let known = (1..=longest)
            .rev()
            .map(|count| at..at + count)
            .find(|range| is_remembered(words, range, remembered));
        let range = known.or_else(|| by_context((text, &sheet), words, at, seen));
        match range {
            Some(range) => {
                at = range.end;
                found.push(person(range));
            }
            None => at += 1,
        }
    }
    let free = |found: &[Label], range: &Range<usize>| {
        !found
            .iter()
            .any(|label| label.words.start < range.end && range.start < label.words.end)
    };
    for label in labels
        .iter()
        .filter(|label| label.kind == MentionKind::Person)
    {
        let range = widened(words, &label.words);
        if range != label.words && free(&found, &range) {
            found.push(person(range));
        }
    }
    found.sort_by_key(|label| label.words.start);
    found
}

const fn person(words: Range<usize>) -> Label {
    Label {
        words,
        kind: MentionKind::Person,
    }
}

/// Keys of names of several words, or of one that can be nothing else.
pub(super) fn keys(words: &[Word<'_>], labels: &[Label]) -> Vec<Vec<String>> {
    let named = |label: &&Label| {
        let run = &words[label.words.clone()];
        run.iter().filter(|word| is_piece(word)).count() > 1
    };
    labels
        .iter()
        .filter(named)
        .map(|label| words[label.words.clone()].iter().map(key).collect())
        .collect()
}

fn is_remembered(words: &[Word<'_>], range: &Range<usize>, remembered: &Remembered) -> bool {
    let run = &words[range.clone()];
    run.first().is_some_and(is_piece)
        && run.last().is_some_and(is_piece)
        && remembered.contains(&run.iter().map(key).collect::<Vec<_>>())
}

/// The last words of a text: no more is looked at, however long the line.
pub(in crate::extract) fn ending(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(NEAR))..]
}

/// The sheet of the text that the words stand in.
fn sheet(text: &str, words: &[Word<'_>]) -> Sheet {
    let start = words.first().map_or(0, |word| word.span.start);
    let end = words.last().map_or(start, |word| word.span.end);
    Sheet::of(Span::new(start, end).of(text).unwrap_or_default())
}

/// A run of capitals whose neighbours say that it names a person.
fn by_context(
    (text, sheet): (&str, &Sheet),
    words: &[Word<'_>],
    at: usize,
    seen: &Seen,
) -> Option<Range<usize>> {
    if !is_piece(&words[at])
        || at > 0 && words[at].spaced && words[at - 1].capital && words[at - 1].is_word()
    {
        return None;
    }
    let range = trimmed(words, at..run(words, at), seen);
    let run = &words[range.clone()];
    let named = run.iter().filter(|word| is_piece(word)).count();
    let first = run.first()?;
    let fold = first.fold.as_str();
    let shouted = run.iter().all(|word| word.upper);
    if shouted || first.is_initial() && named == 1 || NOT.contains(fold) && !may_be_given(first) {
        return None;
    }
    let (start, end) = (first.span.start, run.last()?.span.end);
    let before = ending(Span::new(words.first()?.span.start, start).of(text)?);
    let after = Span::new(end, words.last()?.span.end.max(end)).of(text)?;
    let body = run
        .iter()
        .any(|word| EN.contains(word.fold.as_str()) || ES.contains(word.fold.as_str()));
    let previous = range
        .start
        .checked_sub(1)
        .map_or("", |at| words[at].fold.as_str());
    let placed = AT.contains(&previous) && first.known.place;
    let plain = named > 1 || !(first.known.place || TITLES.contains(&fold) || ROLE.contains(fold));
    let is = |told: &Pattern, text: &str| sheet.may(told) && told.is_match(text);
    let aged = is(&FOLLOWS_AGE, after) && (named > 1 || !first.known.place) && !placed
        || is(&FOLLOWS_BARE_AGE, after) && named == 1 && may_be_given(first) && previous.is_empty()
        || is(&FOLLOWS_VERB_OF_AGE, after) && !AT.contains(&previous) && !body && !first.upper;
    let harmed = is(&FOLLOWS_HARM, after)
        && (!body || may_be_given(first))
        && plain
        && !placed
        && named < 5
        && (named > 1 || may_be_given(first));
    let led = is(&LEADS, before) && plain && !body;
    (aged || harmed || led).then_some(range)
}

/// A label's words with the particles and given names that belong to it, without a noun at its head.
fn widened(words: &[Word<'_>], label: &Range<usize>) -> Range<usize> {
    let mut range = label.clone();
    if range.len() > 1 && is_noun(&words[range.start]) {
        range.start += 1;
        return range;
    }
    loop {
        let mut next = range.end;
        while next < range.end + 2
            && words.get(next).is_some_and(|word| {
                is_particle(word) && MORE_PARTICLES.contains(&word.fold.as_str())
            })
        {
            next += 1;
        }
        let particle = next > range.end;
        let goes_on = words.get(next).is_some_and(|word| {
            word.spaced
                && (is_headed(word)
                    || particle
                        && word.capital
                        && word.is_word()
                        && !NOT.contains(word.fold.as_str()))
        });
        // "vio a Ana el Viernes": "el" and "al" are articles in Spanish.
        let article = particle && matches!(words[range.end].fold.as_str(), "el" | "al");
        if !goes_on || article || next >= range.start + LONGEST {
            break;
        }
        range.end = next + 1;
    }
    while range.start > 0 && words[range.start].spaced {
        let before = &words[range.start - 1];
        let earlier = range
            .start
            .checked_sub(2)
            .map_or("", |at| words[at].fold.as_str());
        let name = before.is_word()
            && before.capital
            && !before.upper
            && may_be_given(before)
            && (before.known.place || ALSO_WORDS.contains(&before.fold.as_str()))
            && !AT.contains(&earlier);
        if !name {
            break;
        }
        range.start -= 1;
    }
    range
}
