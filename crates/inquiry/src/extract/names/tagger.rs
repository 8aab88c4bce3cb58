//! Names in running text: capitalised runs, cut into atoms and judged by lists, shape and neighbours.
//!
//! Two passes: the first keeps what is sure by itself; the second names again what the first has named
//! ("Cabrera" after "Yusniel Cabrera Ortiz") and judges the rest by weaker signs.

mod bodies;

use super::lexicon::is_rare;
use super::russian;
use super::tables::{
    AT, DEMONYMS, JOINERS, NO_NAME, NOT_ALONE, ORG_EN, ORG_ES, ORG_NAMES, PARTICLES, PRESS_BEFORE,
    PRESS_BEHIND, PRESS_NOUNS, ROLE_NOUNS, SCHOOLS, SPEAKS, TITLES,
};
use super::word::Word;
use crate::extract::text::TokenKind;
use model::{Language, MentionKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::LazyLock;

/// What the rules know about the whole document.
#[derive(Default)]
pub(super) struct Seen {
    /// Folded words that stand in small letters somewhere.
    pub(super) small: FxHashSet<String>,
    /// Words of persons' full names, with how often.
    pub(super) persons: FxHashMap<String, usize>,
    /// Names of organisations of one word.
    pub(super) organisations: FxHashSet<String>,
}

/// A name: a run of words and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) words: Range<usize>,
    pub(super) kind: MentionKind,
}

macro_rules! sets {
    ($($name:ident = $table:ident;)+) => {
        $(pub(super) static $name: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| $table.iter().copied().collect());)+
    };
}
sets! {
    TITLE = TITLES; NOT = NO_NAME; EN = ORG_EN; ES = ORG_ES; NAMED = ORG_NAMES; SAYS = SPEAKS; PREPOSITION = AT;
    PARTICLE = PARTICLES; JOINER = JOINERS; DEMONYM = DEMONYMS; ROLE = ROLE_NOUNS;
    ALONE = NOT_ALONE; STATIONS = PRESS_BEFORE; PAPERS = PRESS_BEHIND; PRESS = PRESS_NOUNS; SCHOOL = SCHOOLS;
}

/// Months that are given names too.
const MONTHS_GIVEN: [&str; 7] = ["jan", "april", "may", "june", "august", "avgust", "abril"];
/// Words behind which a month is a time.
const DATES: [&str; 18] = [
    "in", "since", "until", "till", "during", "early", "mid", "late", "of", "last", "next", "this",
    "through", "en", "desde", "hasta", "de", "durante",
];

impl Seen {
    /// Takes in a sentence before any is judged.
    pub(super) fn read(&mut self, words: &[Word<'_>]) {
        for word in words
            .iter()
            .filter(|word| word.kind == TokenKind::Word && !word.capital)
        {
            if !self.small.contains(&word.fold) {
                self.small.insert(word.fold.clone());
            }
        }
    }

    /// Remembers the words of full names, for the second pass.
    pub(super) fn keep(&mut self, words: &[Word<'_>], labels: &[Label]) {
        for label in labels {
            let named = &words[label.words.clone()];
            match label.kind {
                MentionKind::Person if named.iter().filter(|word| word.capital).count() > 1 => {
                    for word in named
                        .iter()
                        .filter(|word| word.capital && !word.is_initial())
                    {
                        let key = if word.is_cyrillic() {
                            russian::stem(&word.fold)
                        } else {
                            word.fold.clone()
                        };
                        *self.persons.entry(key).or_default() += 1;
                    }
                }
                MentionKind::Organisation if named.len() == 1 => {
                    self.organisations.insert(named[0].fold.clone());
                }
                _ => {}
            }
        }
    }

    fn is_person(&self, word: &Word<'_>) -> bool {
        if word.is_cyrillic() {
            self.persons.contains_key(&russian::stem(&word.fold))
        } else {
            self.persons.contains_key(&word.fold)
        }
    }
}

/// The names of one sentence. `second` says whether `seen` already holds the whole document's names.
pub(super) fn label(
    words: &[Word<'_>],
    language: Language,
    seen: &Seen,
    second: bool,
) -> Vec<Label> {
    let capitals = words.iter().filter(|word| word.capital).count();
    let letters = words
        .iter()
        .filter(|word| word.kind == TokenKind::Word)
        .count();
    let shouted = letters > 3 && words.iter().filter(|word| word.upper).count() * 10 > letters * 6;
    // A headline in title case: capitals say little.
    let titled = language == Language::En && !shouted && letters > 5 && capitals * 10 > letters * 7;
    let judge = Judge {
        words,
        language,
        seen,
        second,
        shouted,
        titled,
    };
    let mut labels = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match judge.next(at) {
            Some(label) => {
                at = label.words.end.max(at + 1);
                labels.push(label);
            }
            None => at += 1,
        }
    }
    labels
}

struct Judge<'a, 't> {
    words: &'a [Word<'t>],
    language: Language,
    seen: &'a Seen,
    second: bool,
    shouted: bool,
    titled: bool,
}

impl Judge<'_, '_> {
    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.capital)
    }

    /// Whether the word may be part of a name at all.
    fn may_name(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.capital
                && (word.is_initial()
                    || !NOT.contains(word.fold.as_str())
                    || self.is_given_month(at))
        }) || self.is_ella(at)
    }

    /// "Ella" as a given name: a pronoun of another language, and in Spanish where a name stands right behind.
    fn is_ella(&self, at: usize) -> bool {
        let is = |at: usize| self.word(at).filter(|word| word.capital && !word.upper);
        let named = |word: &Word<'_>| word.spaced && !NOT.contains(word.fold.as_str());
        is(at).is_some_and(|word| word.fold == "ella")
            && (self.language == Language::En || is(at + 1).is_some_and(named))
    }

    /// Whether a month is somebody's given name: a surname follows, and no word before it dates.
    fn is_given_month(&self, at: usize) -> bool {
        let (Some(word), Some(next)) = (self.word(at), self.word(at + 1)) else {
            return false;
        };
        let before = self.before(at);
        let dates = DATES.contains(&before)
            || before.ends_with(|c: char| c.is_ascii_digit())
            || before == "by" && self.opens(at - 1);
        let surname = next.capital
            && next.spaced
            && next.is_word()
            && !NOT.contains(next.fold.as_str())
            && (next.known.surname || matches!(word.fold.as_str(), "jan" | "avgust"));
        surname && !dates && MONTHS_GIVEN.contains(&word.fold.as_str())
    }

    /// Whether `at` opens the sentence, so that its capital says nothing.
    fn opens(&self, at: usize) -> bool {
        at == 0
            || self.words[..at]
                .iter()
                .rev()
                .take_while(|word| word.kind != TokenKind::Word)
                .any(|word| {
                    matches!(word.kind, TokenKind::Stop)
                        || (word.kind == TokenKind::Open && at < 3)
                        || matches!(&*word.fold, ":" | "—" | "•" | "*")
                })
            || self.words[..at].iter().all(|word| !word.is_word())
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1)
            .and_then(|at| self.word(at))
            .map_or("", |word| word.fold.as_str())
    }

    fn after(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.fold.as_str())
    }

    /// The name that begins at `at`, if one does.
    fn next(&self, at: usize) -> Option<Label> {
        if !self.is_capital(at) {
            return None;
        }
        let label = |words: Range<usize>, kind| Some(Label { words, kind });
        let place = self.place_of_words(at);
        let body = if self.language == Language::Ru || self.words[at].is_cyrillic() {
            russian::organisation(self.words, at)
        } else {
            self.organisation(at)
        };
        // "West Bank" is a place though a bank is an organisation; "New York Times" is the longer.
        let longer =
            |found: &Range<usize>| place.as_ref().is_none_or(|place| found.end > place.end);
        if let Some(found) = self.street(at) {
            return label(found, MentionKind::Place);
        }
        if let Some(found) = body.filter(longer) {
            return label(found, MentionKind::Organisation);
        }
        if let Some(found) = place {
            return label(found, MentionKind::Place);
        }
        if self.may_name(at)
            && let Some(found) = self.person(at)
        {
            return label(found, MentionKind::Person);
        }
        self.single(at)
    }

    /// The end of the run of capitals that begins at `at`.
    fn run(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.words.len() && self.words[end].spaced && self.may_name(end) {
            end += 1;
        }
        end
    }

    /// A person: given name or initial and what follows, or a title and what follows.
    fn person(&self, at: usize) -> Option<Range<usize>> {
        if self.language == Language::Ru || self.words[at].is_cyrillic() {
            return russian::person(self.words, at, self.seen, self.second);
        }
        let first = &self.words[at];
        if has_humps(first.raw) {
            return None;
        }
        let end = self.run(at);
        // "President Boris Yeltsin": the title stands before the name.
        if TITLE.contains(first.fold.as_str())
            && !(first.known.given
                && end > at + 1
                && self.words[at + 1].known.surname
                && !first.raw.ends_with('.'))
        {
            return None;
        }
        let titled = at > 0 && TITLE.contains(self.before(at)) && !self.opens(at);
        let given = first.known.given || (first.is_initial() && end > at + 1);
        let first_is_place = first.known.place && !titled;
        let stop = self.person_end(at, end);
        let count = stop - at;
        let last = &self.words[stop - 1];
        if count >= 2
            && given
            && !(first_is_place && !last.known.surname && !self.seen.is_person(last))
        {
            return Some(at..stop);
        }
        if titled && !first_is_place && !first.upper {
            return Some(at..stop);
        }
        if count >= 2 && !first_is_place && !is_demonym(first) && !self.titled {
            let second_given = self.words[at + 1].known.given;
            let strong = last.known.surname || self.seen.is_person(last);
            let open = self.opens(at);
            if second_given && (open || self.seen.small.contains(&first.fold)) && count >= 3 {
                return None;
            }
            let plain = self.words[at..stop]
                .iter()
                .all(|word| !word.upper || self.shouted);
            let unseen =
                !self.seen.small.contains(&first.fold) && !self.seen.small.contains(&last.fold);
            if (strong || (count <= 3 && !self.shouted && unseen && !last.known.place))
                && plain
                && unseen
                && !is_demonym(last)
            {
                return Some(at..stop);
            }
        }
        None
    }

    /// The end of a person's name that begins at `at` in a run up to `end`.
    fn person_end(&self, at: usize, end: usize) -> usize {
        let mut stop = end;
        // Not into what is no name: "Ana Belén EFE".
        if let Some(cut) = (at + 1..end).find(|&index| {
            let word = &self.words[index];
            EN.contains(word.fold.as_str()) && self.language == Language::En
                || (word.upper
                    && !self.words[at].upper
                    && !word.is_initial()
                    && word.raw.chars().nth(4).is_none())
        }) {
            return cut;
        }
        loop {
            let mut next = stop;
            while next < stop + 3
                && self.word(next).is_some_and(|word| {
                    !word.capital && PARTICLE.contains(word.fold.as_str()) && word.spaced
                })
            {
                next += 1;
            }
            let joins_two = self.after(stop) == "y";
            let place = self
                .word(next)
                .is_some_and(|word| word.known.place && !word.known.surname);
            let contraction = matches!(
                self.after(stop),
                "al" | "el" | "la" | "los" | "las" | "le" | "da" | "do"
            );
            let usable = next > stop
                && self.may_name(next)
                && !place
                && !contraction
                && self.words[at].known.given;
            if !usable
                || (joins_two
                    && (self.may_begin_person(next)
                        || stop - at < 2
                        || self.language != Language::Es))
                || next - at > 6
            {
                return stop;
            }
            stop = self.run(next);
        }
    }

    /// One capitalised word by itself.
    fn single(&self, at: usize) -> Option<Label> {
        let word = &self.words[at];
        let label = |kind| {
            Some(Label {
                words: at..at + 1,
                kind,
            })
        };
        let is_not = NOT.contains(word.fold.as_str())
            && !(word.upper && !self.shouted && word.fold == "us")
            && !self.is_ella(at);
        if word.known.place && !is_not {
            if self.second && self.seen.is_person(word) && SAYS.contains(self.after(at + 1)) {
                return label(MentionKind::Person);
            }
            if word.is_cyrillic()
                && russian::is_surname_of_place(&word.fold)
                && !russian::is_at(self.before(at))
            {
                return label(MentionKind::Person);
            }
            return label(MentionKind::Place);
        }
        if ALONE.contains(word.fold.as_str()) {
            return None;
        }
        if is_not || word.is_initial() || TITLE.contains(word.fold.as_str()) || is_demonym(word) {
            return None;
        }
        if self.second && self.seen.is_person(word) && word.raw.chars().nth(1).is_some() {
            return label(MentionKind::Person);
        }
        if NAMED.contains(word.fold.as_str())
            || (self.second && self.seen.organisations.contains(&word.fold))
        {
            return label(MentionKind::Organisation);
        }
        if has_humps(word.raw) {
            return label(MentionKind::Organisation);
        }
        let length = word.raw.chars().count();
        if word.upper
            && !self.shouted
            && (2..=7).contains(&length)
            && !is_roman(word.raw)
            && !self.seen.small.contains(&word.fold)
        {
            return label(MentionKind::Organisation);
        }
        let kind_of_body = ES.contains(word.fold.as_str()) || EN.contains(word.fold.as_str());
        let no_given = !word.known.given && (self.shouted || kind_of_body);
        if self.titled || no_given {
            return None;
        }
        self.unlisted(at).map(|kind| Label {
            words: at..at + 1,
            kind,
        })
    }

    /// One capitalised word that neither the places nor the bodies have: by its neighbours.
    fn unlisted(&self, at: usize) -> Option<MentionKind> {
        let word = &self.words[at];
        let open = self.opens(at);
        let says = SAYS.contains(self.after(at + 1));
        if self.seen.small.contains(&word.fold) || (open && is_rare(&word.fold) && !says) {
            return None;
        }
        let long = word.raw.chars().nth(2).is_some();
        let latin = !word.is_cyrillic();
        if word.known.given && (!latin || (long && (!open || says || self.second))) {
            return Some(MentionKind::Person);
        }
        // "se lo ordenó Stupin": the verb stands before.
        if self.second && SAYS.contains(self.before(at)) && !open && latin {
            return Some(MentionKind::Person);
        }
        if open && (!says || ROLE.contains(word.fold.as_str())) {
            return None;
        }
        if latin && PREPOSITION.contains(self.before(at)) && !says {
            return self.second.then_some(MentionKind::Place);
        }
        (self.second && (word.known.surname || says) && latin).then_some(MentionKind::Person)
    }
}

/// "Russian", "Cuban", "Spanish": an adjective, no name.
pub(super) fn is_demonym(word: &Word<'_>) -> bool {
    let fold = word.fold.as_str();
    if word.raw.is_ascii() && DEMONYM.contains(fold) {
        return true;
    }
    if word.known.given || word.known.place {
        return false;
    }
    ["ese", "ish", "ian", "ians", "eans", "cans", "bans", "ench"]
        .iter()
        .any(|end| fold.len() > 5 && fold.ends_with(end))
        && !word.known.surname
}

/// `AlfaBetaStroy`: capitals inside, at least three in all; no "O'Brien" and no acronym.
fn has_humps(raw: &str) -> bool {
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    let small = raw.chars().filter(|c| c.is_lowercase()).count();
    capitals >= 3 && small >= capitals && raw.chars().all(char::is_alphabetic)
}

fn is_roman(raw: &str) -> bool {
    raw.chars().all(|c| "IVXLCM".contains(c))
}
