//! Patterns as they are searched for: where they match, then what their groups hold.
//!
//! Bounds first: an automaton finds where a match begins and ends, or, as nearly always, that there is none. Groups are looked
//! for in these bounds alone, by an engine that is compiled when first something matches and keeps nothing in between.

use super::automaton::{self, Automaton, Bounds, Way};
use super::{read, whole};
use regex_automata::nfa::thompson::backtrack::BoundedBacktracker;
use regex_automata::nfa::thompson::pikevm::PikeVM;
use regex_automata::nfa::thompson::{Compiler, Config, NFA, WhichCaptures};
use regex_automata::util::captures;
use regex_automata::util::iter::Searcher;
use regex_automata::{Anchored, Input, Span};
use regex_syntax::hir::{Hir, Look};
use std::ops::Range;
use std::sync::OnceLock;

/// A pattern of this crate's own, compiled where and as far as it is needed.
#[derive(Debug)]
pub(crate) struct Regex {
    text: Box<str>,
    first: OnceLock<First>,
    back: OnceLock<Option<Automaton>>,
    /// For texts with words of other letters than those of ASCII: words may begin and end anywhere.
    anywhere: OnceLock<Option<Automaton>>,
    groups: OnceLock<NFA>,
}

/// What is known of a pattern once it was read.
#[derive(Debug)]
struct First {
    /// Every match begins where the text does.
    begins: bool,
    /// Back if every match ends where the text does, and not every one begins where it begins: it is read from there.
    way: Way,
    /// It asks whether a word begins or ends somewhere.
    bounded: bool,
    /// The automaton matches more than the pattern does.
    loose: bool,
    /// The fewest bytes that a match has.
    least: usize,
    automaton: Option<Automaton>,
}

/// What an automaton says.
enum Said {
    /// There is no match.
    Nothing,
    /// The first match ends here, or, if the pattern is read back, begins here.
    At(usize),
    /// The first match of the looser pattern ends here: unless asked for early, none of the pattern begins before that one does.
    Loosely(usize),
    /// There may be one, from here on.
    Perhaps(usize),
}

impl Regex {
    /// The pattern of these words, not compiled yet.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.into(),
            first: OnceLock::new(),
            back: OnceLock::new(),
            anywhere: OnceLock::new(),
            groups: OnceLock::new(),
        }
    }

    /// Its words.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    fn first(&self) -> &First {
        self.first.get_or_init(|| {
            let mut loose = false;
            let hir = automaton::loosened(read(&self.text), Bounds::Ascii, &mut loose);
            let all = hir.properties();
            let begins = all.look_set_prefix().contains(Look::Start);
            let ends = all.look_set_suffix().contains(Look::End);
            let way = if ends && !begins {
                Way::Back
            } else {
                Way::Forward
            };
            let bounded = all.look_set().contains_word();
            let least = all.minimum_len().unwrap_or_default();
            First {
                begins,
                way,
                bounded,
                loose,
                least,
                automaton: Automaton::new(&hir, way),
            }
        })
    }

    /// Another automaton of the pattern.
    fn automaton(&self, way: Way, bounds: Bounds) -> Option<Automaton> {
        let hir = automaton::loosened(read(&self.text), bounds, &mut false);
        Automaton::new(&hir, way)
    }

    /// What the automaton says of a text.
    fn said(&self, first: &First, text: &str, input: &Input<'_>) -> Said {
        let plain = !first.bounded || is_plain(text);
        let way = first.way;
        let other = || self.automaton(way, Bounds::Anywhere);
        let automaton = if plain {
            &first.automaton
        } else {
            self.anywhere.get_or_init(other)
        };
        let found = automaton.as_ref().map(|it| match way {
            Way::Back => it.start(input),
            Way::Forward => it.end(input),
        });
        match found {
            Some(Ok(None)) => Said::Nothing,
            Some(Ok(Some(at))) if plain && !first.loose => Said::At(at.offset()),
            Some(Ok(Some(at))) if way == Way::Back => Said::Perhaps(at.offset()),
            Some(Ok(Some(at))) if plain => Said::Loosely(at.offset()),
            _ => Said::Perhaps(input.start()),
        }
    }

    /// Whether it matches anywhere in the text.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        let first = self.first();
        if text.len() < first.least {
            return false;
        }
        // The first of all beginnings is asked for only where something is looked for behind it.
        let exact = !first.loose && !first.bounded;
        let input = Input::new(text).earliest(first.way == Way::Forward || exact);
        match self.said(first, text, &input) {
            Said::Nothing => false,
            Said::At(_) => true,
            // Asked for early, the looser match is the first to end; another may have begun before it.
            Said::Loosely(_) => self.slowly(&input).is_some(),
            Said::Perhaps(from) => self.slowly(&input.range(from..).earliest(true)).is_some(),
        }
    }

    /// Where it matches first.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let span = self.bounds(text, &Input::new(text))?;
        Some(Match { text, span })
    }

    /// Where it matches, one behind the other.
    pub(crate) fn find_iter<'r, 't>(
        &'r self,
        text: &'t str,
    ) -> impl Iterator<Item = Match<'t>> + use<'r, 't> {
        let mut searcher = Searcher::new(Input::new(text));
        std::iter::from_fn(move || {
            let bounds = |input: &Input<'_>| {
                let span = self.bounds(text, input)?;
                Some(regex_automata::Match::must(0, span.range()))
            };
            let found = searcher.advance(|input| Ok(bounds(input)))?;
            Some(Match {
                text,
                span: found.span(),
            })
        })
    }

    /// Where it and its groups match first.
    pub(crate) fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let span = self.bounds(text, &Input::new(text))?;
        self.groups_in(text, span)
    }

    /// Where it and its groups match, one behind the other.
    pub(crate) fn captures_iter<'r, 't>(
        &'r self,
        text: &'t str,
    ) -> impl Iterator<Item = Captures<'t>> + use<'r, 't> {
        self.find_iter(text)
            .filter_map(move |found| self.groups_in(text, found.span))
    }

    /// The bounds of the first match.
    fn bounds(&self, text: &str, input: &Input<'_>) -> Option<Span> {
        let first = self.first();
        if input.get_span().len() < first.least || first.begins && input.start() > 0 {
            return None;
        }
        let slowly = |from| self.slowly(&input.clone().range(from..))?.get_group(0);
        match self.said(first, text, input) {
            Said::Nothing => None,
            Said::At(start) if first.way == Way::Back => Some(Span::from(start..input.end())),
            Said::At(end) if first.begins => Some(Span::from(0..end)),
            Said::At(end) => self.back_from(end, input).map_or_else(
                || slowly(input.start()),
                |start| Some(Span::from(start..end)),
            ),
            Said::Loosely(_) if first.begins => slowly(0),
            Said::Loosely(end) => slowly(self.back_from(end, input).unwrap_or(input.start())),
            Said::Perhaps(from) => slowly(from),
        }
    }

    /// Where the first match of the automaton's pattern began that ends here, in a text whose words are bounded as in ASCII.
    fn back_from(&self, end: usize, input: &Input<'_>) -> Option<usize> {
        let back = || self.automaton(Way::Back, Bounds::Ascii);
        let back = self.back.get_or_init(back).as_ref()?;
        let before = input.clone().range(input.start()..end);
        Some(back.start(&before).ok()??.offset())
    }

    /// What the groups of a match hold. Any way of matching that is preferred to the one found would have given other
    /// bounds; so in these bounds it is found again.
    fn groups_in<'t>(&self, text: &'t str, span: Span) -> Option<Captures<'t>> {
        let input = Input::new(text).span(span).anchored(Anchored::Yes);
        let groups = self.slowly(&input)?;
        Some(Captures { text, groups })
    }

    /// The first match with its groups, by an engine that keeps nothing: `None` if there is none.
    fn slowly(&self, input: &Input<'_>) -> Option<captures::Captures> {
        let nfa = self.groups.get_or_init(|| compiled(&whole(&self.text)));
        let mut found = captures::Captures::all(nfa.group_info().clone());
        let slots = found.slots_mut();
        let tried = BoundedBacktracker::new_from_nfa(nfa.clone())
            .ok()
            .and_then(|engine| {
                let mut cache = engine.create_cache();
                engine.try_search_slots(&mut cache, input, slots).ok()
            });
        let pattern = if let Some(pattern) = tried {
            pattern
        } else {
            let engine = PikeVM::new_from_nfa(nfa.clone()).ok()?;
            let mut cache = engine.create_cache();
            engine.search_slots(&mut cache, input, slots)
        };
        found.set_pattern(pattern);
        found.is_match().then_some(found)
    }
}

/// Compiled with its groups.
#[expect(
    clippy::expect_used,
    reason = "every pattern is a literal, and tests run it"
)]
fn compiled(hir: &Hir) -> NFA {
    let config = Config::new().which_captures(WhichCaptures::All);
    let mut compiler = Compiler::new();
    let compiled = compiler.configure(config).build_from_hir(hir);
    compiled.expect("a sound pattern")
}

/// Whether no letter, digit or other part of a word stands in a text but those of ASCII, so that words are bounded as there.
/// "No" is said too often: of signs beyond ASCII only the commonest are known.
fn is_plain(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|c| {
            matches!(
                c,
                '\0'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}'
                    | '\u{2010}'..='\u{203e}' | '€' | '№' | '™'
            )
        })
}

/// Where a pattern, or one of its groups, matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Match<'t> {
    text: &'t str,
    span: Span,
}

impl<'t> Match<'t> {
    pub(crate) fn start(&self) -> usize {
        self.span.start
    }

    pub(crate) fn end(&self) -> usize {
        self.span.end
    }

    pub(crate) fn range(&self) -> Range<usize> {
        self.span.range()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.span.is_empty()
    }

    pub(crate) fn as_str(&self) -> &'t str {
        self.text.get(self.span.range()).unwrap_or_default()
    }
}

/// What the groups of a pattern hold.
#[derive(Clone, Debug)]
pub(crate) struct Captures<'t> {
    text: &'t str,
    groups: captures::Captures,
}

impl<'t> Captures<'t> {
    /// The first group that holds anything.
    pub(crate) fn first(&self) -> Option<Match<'t>> {
        (1..self.groups.group_len()).find_map(|index| self.get(index))
    }

    pub(crate) fn get(&self, index: usize) -> Option<Match<'t>> {
        let span = self.groups.get_group(index)?;
        Some(Match {
            text: self.text,
            span,
        })
    }

    pub(crate) fn name(&self, name: &str) -> Option<Match<'t>> {
        let span = self.groups.get_group_by_name(name)?;
        Some(Match {
            text: self.text,
            span,
        })
    }
}
