//! Whether a pattern can match at all: automata that are made while they run.
//!
//! A pattern that allows "up to 160 letters" has as many states as letters, and what an automaton has worked out at one place
//! in a text serves it nowhere else. So the automaton is one of a **looser** pattern, which allows any number: whatever the
//! pattern matches the looser one does. Nearly always it says that there is nothing, and says it at the speed of reading.
//! Where the pattern counts nothing the looser one is the pattern, and the bounds of its match are known too.

use super::{letters, smaller};
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{Compiler, Config, NFA, WhichCaptures};
use regex_automata::{Anchored, HalfMatch, Input, MatchKind};
use regex_syntax::hir::{Class, Hir, HirKind, Look, LookSet};
use std::sync::Mutex;

/// The most bytes an automaton keeps of what it has worked out, at first: there are hundreds.
const CACHE: usize = 1 << 18;
/// One that has forgotten all so often may keep as many times as much.
const FORGOTTEN: usize = 4;
const MORE: usize = 8;

/// Which way an automaton reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// From where a match may begin to where it ends.
    Forward,
    /// From where a match ends to where it began.
    Back,
}

/// Where a match begins or ends could not be told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Untold;

/// A lazy automaton with what it has worked out, kept once for all threads unless two search at the same time.
#[derive(Debug)]
pub(super) struct Automaton {
    way: Way,
    nfa: NFA,
    /// Of whoever comes first.
    kept: Mutex<Lazy>,
    /// Of those who came while others searched.
    more: Mutex<Vec<Lazy>>,
}

/// An automaton as one thread uses it.
#[derive(Debug)]
struct Lazy {
    dfa: DFA,
    cache: Cache,
    grown: bool,
}

impl Lazy {
    fn new(nfa: &NFA, way: Way, capacity: usize) -> Option<Self> {
        let kind = match way {
            Way::Forward => MatchKind::LeftmostFirst,
            Way::Back => MatchKind::All,
        };
        let config = DFA::config()
            .match_kind(kind)
            .cache_capacity(capacity)
            // A large pattern keeps as much as it must.
            .skip_cache_capacity_check(true)
            .minimum_cache_clear_count(None);
        let mut builder = DFA::builder();
        let dfa = builder.configure(config).build_from_nfa(nfa.clone()).ok()?;
        let cache = dfa.create_cache();
        Some(Self {
            dfa,
            cache,
            grown: capacity > CACHE,
        })
    }
}

impl Automaton {
    /// The automaton of a pattern that was loosened.
    pub(super) fn new(hir: &Hir, way: Way) -> Option<Self> {
        let config = Config::new()
            .which_captures(WhichCaptures::None)
            .reverse(way == Way::Back);
        let nfa = Compiler::new().configure(config).build_from_hir(hir).ok()?;
        let kept = Mutex::new(Lazy::new(&nfa, way, CACHE)?);
        Some(Self {
            way,
            nfa,
            kept,
            more: Mutex::new(Vec::new()),
        })
    }

    /// Searches with what was worked out before.
    fn with<T>(
        &self,
        search: impl FnOnce(&DFA, &mut Cache) -> Result<T, Untold>,
    ) -> Result<T, Untold> {
        if let Ok(mut lazy) = self.kept.try_lock() {
            return self.searched(&mut lazy, search);
        }
        let spare = self.more.lock().ok().and_then(|mut more| more.pop());
        let fresh = || Lazy::new(&self.nfa, self.way, CACHE);
        let mut lazy = spare.or_else(fresh).ok_or(Untold)?;
        let found = self.searched(&mut lazy, search);
        if let Ok(mut more) = self.more.lock() {
            more.push(lazy);
        }
        found
    }

    fn searched<T>(&self, lazy: &mut Lazy, search: impl FnOnce(&DFA, &mut Cache) -> T) -> T {
        if lazy.cache.clear_count() >= FORGOTTEN
            && !lazy.grown
            && let Some(larger) = Lazy::new(&self.nfa, self.way, CACHE * MORE)
        {
            *lazy = larger;
        }
        search(&lazy.dfa, &mut lazy.cache)
    }

    /// Where the first match ends.
    pub(super) fn end(&self, input: &Input<'_>) -> Result<Option<HalfMatch>, Untold> {
        self.with(|dfa, cache| dfa.try_search_fwd(cache, input).map_err(|_| Untold))
    }

    /// Where a match began that ends where the input does.
    pub(super) fn start(&self, input: &Input<'_>) -> Result<Option<HalfMatch>, Untold> {
        let input = input.clone().anchored(Anchored::Yes);
        self.with(|dfa, cache| dfa.try_search_rev(cache, &input).map_err(|_| Untold))
    }
}

/// What becomes of the bounds of words in a pattern that is loosened. Automata read bytes and cannot tell them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bounds {
    /// Those of words in ASCII. In a text that has no others they are the same.
    Ascii,
    /// A word may begin and end anywhere.
    Anywhere,
}

/// A pattern that matches whatever the given one does, which was only read so far, and whether it matches more: it has no
/// groups, counts nothing and is made smaller.
pub(super) fn loosened(hir: Hir, bounds: Bounds, more: &mut bool) -> Hir {
    match hir.into_kind() {
        HirKind::Repetition(mut it) => {
            if it.min > 1 || it.max.is_some_and(|most| most > 1) {
                *more = true;
                it.min = it.min.min(1);
                it.max = None;
            }
            let sub = loosened((*it.sub).clone(), bounds, more);
            Hir::repetition(it.with(sub))
        }
        HirKind::Capture(it) => loosened(*it.sub, bounds, more),
        HirKind::Concat(subs) => Hir::concat(all_loosened(subs, bounds, more)),
        HirKind::Alternation(subs) => smaller::shared(all_loosened(subs, bounds, more)),
        HirKind::Look(look) => {
            let word = LookSet::singleton(look).contains_word();
            if bounds == Bounds::Anywhere && word {
                *more = true;
                return Hir::empty();
            }
            Hir::look(ascii(look))
        }
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(it) => letters::literal(&it.0),
        HirKind::Class(Class::Unicode(it)) => {
            let letters = smaller::written(letters::class(it));
            Hir::class(Class::Unicode(letters))
        }
        HirKind::Class(class) => Hir::class(class),
    }
}

fn all_loosened(subs: Vec<Hir>, bounds: Bounds, more: &mut bool) -> Vec<Hir> {
    let subs = subs.into_iter();
    subs.map(|sub| loosened(sub, bounds, more)).collect()
}

fn ascii(look: Look) -> Look {
    match look {
        Look::WordUnicode => Look::WordAscii,
        Look::WordUnicodeNegate => Look::WordAsciiNegate,
        Look::WordStartUnicode => Look::WordStartAscii,
        Look::WordEndUnicode => Look::WordEndAscii,
        Look::WordStartHalfUnicode => Look::WordStartHalfAscii,
        Look::WordEndHalfUnicode => Look::WordEndHalfAscii,
        look => look,
    }
}
