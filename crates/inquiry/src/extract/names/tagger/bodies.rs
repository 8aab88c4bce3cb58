//! Streets, places of several words, and bodies by their words.

use super::{EN, ES, JOINER, Judge, NAMED, PAPERS, PRESS, SCHOOL, STATIONS, TITLE, is_demonym};
use crate::extract::names::lexicon::{LONGEST_PLACE, is_place};
use crate::extract::names::tables::{STREET_BEFORE, STREET_BEHIND};
use crate::extract::text::TokenKind;
use model::Language;
use std::ops::Range;

impl Judge<'_, '_> {
    /// "Dock Street", "Calle Luz": a place, whatever its words are else.
    pub(super) fn street(&self, at: usize) -> Option<Range<usize>> {
        if STREET_BEFORE.contains(&self.words[at].fold.as_str()) && self.is_capital(at + 1) {
            return Some(at..self.run(at + 1));
        }
        let end = self.run(at);
        (at + 1..end)
            .find(|&index| STREET_BEHIND.contains(&self.words[index].fold.as_str()))
            .map(|index| at..index + 1)
    }

    /// A place of several words.
    pub(super) fn place_of_words(&self, at: usize) -> Option<Range<usize>> {
        (2..=LONGEST_PLACE)
            .rev()
            .map(|count| at..at + count)
            .find(|range| {
                self.words.get(range.clone()).is_some_and(|words| {
                    words.last().is_some_and(|word| word.capital)
                        && words
                            .iter()
                            .skip(1)
                            .all(|word| word.spaced && word.kind == TokenKind::Word)
                        && is_place(
                            &words
                                .iter()
                                .map(|word| word.fold.as_str())
                                .collect::<Vec<_>>(),
                        )
                })
            })
    }

    /// The run with the parts that "of", "de", "y" join to it.
    fn joined(&self, at: usize, least: usize) -> usize {
        let mut end = self.run(at).max(least);
        loop {
            let mut next = end;
            while next < end + 3
                && self.word(next).is_some_and(|word| {
                    !word.capital && JOINER.contains(word.fold.as_str()) && word.spaced
                })
            {
                next += 1;
            }
            let conjunction = next == end + 1 && matches!(self.after(end), "and" | "y" | "e" | "&");
            let belongs = conjunction
                && (self.language == Language::En
                    && !self.may_begin_person(next)
                    && end - at <= 4
                    && self.before_has_of(at, end)
                    || self.language == Language::Es && self.before_has_of(at, end));
            if next == end
                || !self.may_name(next)
                || (conjunction && !belongs)
                || next - at > 9
                || self.after(end) == "al"
                || matches!(self.after(end), "on" | "contra")
            {
                return end;
            }
            end = self.run(next);
        }
    }

    fn before_has_of(&self, at: usize, end: usize) -> bool {
        self.words[at..end]
            .iter()
            .any(|word| matches!(word.fold.as_str(), "of" | "de" | "del" | "for" | "para"))
    }

    pub(super) fn may_begin_person(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.known.given && !word.known.place)
    }

    /// An organisation by its words.
    pub(super) fn organisation(&self, at: usize) -> Option<Range<usize>> {
        if !self.may_name(at) {
            return None;
        }
        let first = &self.words[at];
        let end = self.run(at);
        if let Some(listed) = self.listed(at, end) {
            return Some(listed);
        }
        if self.titled {
            return None;
        }
        if self.is_press_or_school(at, end) {
            return Some(at..end);
        }
        let spanish = self.language == Language::Es || self.language == Language::Unknown;
        if spanish && ES.contains(first.fold.as_str()) && !self.shouted {
            let stop = self.joined(at, end);
            let single = stop == at + 1;
            return (!single).then_some(at..stop);
        }
        if self.language != Language::Es || self.before(at) == "the" {
            let start = if is_demonym(first) && end > at + 1 {
                at + 1
            } else {
                at
            };
            // "Foreign Ministry", "Bank of Spain": the key word ends the run or goes on with "of".
            let key = (start..end)
                .rev()
                .find(|&index| EN.contains(self.words[index].fold.as_str()))?;
            let stop = if key + 1 == end {
                self.joined(at, end)
            } else {
                key + 1
            };
            let person = self.words[at].known.given && key + 1 < end;
            let plural = self.shouted;
            if stop - start >= 2 && !person && !plural && !TITLE.contains(first.fold.as_str()) {
                return Some(start..stop);
            }
        } else if let Some(key) = (at..end).find(|&index| {
            matches!(
                self.words[index].fold.as_str(),
                "s.a" | "sa" | "s.l" | "sl" | "inc" | "ltd" | "corp" | "ltda" | "fc" | "cf"
            )
        }) {
            return (key > at).then_some(at..key + 1);
        }
        None
    }

    /// A body that the list has, of at most four words.
    fn listed(&self, at: usize, end: usize) -> Option<Range<usize>> {
        (at + 1..=end.min(at + 4))
            .rev()
            .map(|stop| at..stop)
            .find(|range| {
                let joined: Vec<&str> = self.words[range.clone()]
                    .iter()
                    .map(|word| word.fold.as_str())
                    .collect();
                NAMED.contains(joined.join(" ").as_str())
            })
    }

    /// Whether the run is the name of a station, a paper or a school.
    fn is_press_or_school(&self, at: usize, end: usize) -> bool {
        let first = &self.words[at];
        let spanish = self.language == Language::Es;
        // "la emisora Octava Versta".
        let led = spanish && first.spaced && PRESS.contains(self.before(at));
        // "Radio Marea", "Escuela Martí": they are called so in any language.
        let fold = first.fold.as_str();
        let begins = SCHOOL.contains(fold) || STATIONS.contains(fold);
        let ends = spanish && PAPERS.contains(self.words[end - 1].fold.as_str());
        let several = end > at + 1;
        begins && several || !first.known.given && (led || ends && several)
    }
}
