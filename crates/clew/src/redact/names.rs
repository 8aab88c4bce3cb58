//! Finds protected names in running words: runs of their words, with everything that belongs to the name.

use super::around::{
    acts, attached, beside, initial_after, initial_before, is_close, is_dated, leads, opens,
};
use super::fold::{fold, seen_as, skeletons, words};
use super::forms::{Entry, Index, NAMES_TOO, plain, shared};
use super::words::{JOINTS, MONTHS, OPENERS, SHORT};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Somebody's name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Whose it is, if that can be said.
    pub owner: Option<usize>,
}

/// An unprotected person whose name has a word of a protected one.
#[derive(Clone, Debug, Default)]
struct Open {
    /// May be shown whole: only a given name is a protected person's too.
    readable: bool,
    /// May be shown where a given name of his own stands with the surname that is a protected person's too. The surname
    /// by itself is shown of nobody.
    by_given: bool,
}

/// Everybody's names.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    hidden: Index,
    open: Index,
    /// Given names that no protected person has.
    given: Index,
    others: Vec<Open>,
}

/// A word of the text that may belong to a protected name, or several of them.
#[derive(Clone, Debug)]
struct Hit {
    range: Range<usize>,
    owners: BTreeSet<usize>,
    shared: bool,
    /// Names somebody by itself.
    strong: bool,
    /// How many words it is.
    count: usize,
}

/// The names of one person, in every form.
pub(super) struct Person<'a> {
    pub number: usize,
    /// Whether his full name is shown whoever has his surname: he is said to run the network, and to be kin of nobody
    /// protected, whose surname his would tell.
    pub named: bool,
    pub forms: Vec<&'a str>,
}

impl Finder {
    /// From the names of protected people, by number, and of the others.
    pub(super) fn new(hidden: &[Person<'_>], others: &[Person<'_>]) -> Self {
        let carried = shared(others.iter().flat_map(|one| one.forms.iter().copied()));
        let mut finder = Self::default();
        for one in hidden {
            for form in &one.forms {
                finder.hidden.add(one.number, form, &carried);
            }
        }
        finder.hidden.finish();
        let (firsts, rest) = places(hidden);
        for one in others {
            let (mut meets, mut by_surname, mut long) = (false, false, false);
            let mut own: Vec<String> = Vec::new();
            for form in &one.forms {
                let all = plain(form);
                long |= all.len() > 1;
                let first = all.first().filter(|_| all.len() > 1);
                own.extend(
                    first
                        .filter(|word| finder.hidden.find(word, true).is_none())
                        .cloned(),
                );
                for (at, word) in all.iter().enumerate() {
                    let bones = skeletons(word);
                    let in_rest = bones.iter().any(|bones| rest.contains(bones));
                    let in_firsts = bones.iter().any(|bones| firsts.contains(bones));
                    meets |= in_rest || in_firsts;
                    by_surname |= in_rest || in_firsts && at > 0;
                }
            }
            if meets && long {
                let number = finder.others.len();
                finder.others.push(Open {
                    readable: !by_surname,
                    by_given: one.named && !own.is_empty(),
                });
                for word in &own {
                    finder.given.add(number, &capital(word), &BTreeSet::new());
                }
                for form in &one.forms {
                    finder.open.add(number, form, &BTreeSet::new());
                }
            }
        }
        finder.open.finish();
        finder.given.finish();
        finder
    }

    /// Every protected name in the text, in order, not overlapping.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let all = words(text);
        let mut runs: Vec<Hit> = Vec::new();
        for hit in self.hits(text, &all) {
            match runs.last_mut() {
                Some(run) if continues(text, run, &hit) => {
                    run.owners.retain(|owner| hit.owners.contains(owner));
                    run.range.end = hit.range.end;
                    run.shared &= hit.shared;
                    run.strong |= hit.strong;
                    run.count += hit.count;
                }
                _ => runs.push(hit),
            }
        }
        let named = |run: &Hit| run.strong || run.count > 1;
        runs.retain(named);
        let mut found: Vec<Found> = Vec::with_capacity(runs.len());
        for (at, run) in runs.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| &runs[at]);
            if let Some(name) = self.whole(text, &all, run, before) {
                match found.last_mut() {
                    Some(last) if name.range.start < last.range.end => {
                        last.range.end = last.range.end.max(name.range.end);
                        last.owner = last.owner.filter(|owner| name.owner == Some(*owner));
                    }
                    _ => found.push(name),
                }
            }
        }
        found
    }

    /// Words that may belong to protected names; a word that a line end or hyphen parts counts as one.
    fn hits(&self, text: &str, all: &[Range<usize>]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let parted = self.parted(text, all, at);
            let single = self.look_up(text, &all[at], &text[all[at].clone()]);
            match (single, parted) {
                (single, Some((hit, count))) if single.as_ref().is_none_or(|hit| !hit.strong) => {
                    hits.push(hit);
                    at += count;
                    continue;
                }
                (Some(hit), _) => hits.push(hit),
                (None, _) => {}
            }
            at += 1;
        }
        hits
    }

    /// A name in pieces: "Fer-\nrer", "Y u l i e t"; with the number of pieces.
    fn parted(&self, text: &str, all: &[Range<usize>], at: usize) -> Option<(Hit, usize)> {
        let gap = |next: usize| text.get(all[next - 1].end..all[next].start).unwrap_or("  ");
        let broken = |next: usize| {
            let gap = gap(next);
            let rest = gap.trim_start_matches(['-', '‐', '‑', '\u{ad}']);
            rest.len() < gap.len() && rest.trim().is_empty() && rest.len() < 6
        };
        let single = |index: usize| text[all[index].clone()].chars().nth(1).is_none();
        let spaced =
            |next: usize| single(next) && matches!(gap(next), " " | "-" | "." | "\u{a0}" | "_");
        let mut end = at + 1;
        // "a Y u l i e t": a word of one letter before a name is none of its letters.
        let starts = |index: usize| text[all[index].clone()].starts_with(char::is_uppercase);
        if single(at) && !starts(at) && at + 1 < all.len() && starts(at + 1) {
            return None;
        }
        if single(at) {
            while end < all.len() && end < at + 24 && spaced(end) {
                end += 1;
            }
            if end < at + 3 {
                return None;
            }
        } else {
            while end < all.len() && end < at + 3 && broken(end) {
                end += 1;
            }
        }
        if end == at + 1 {
            return None;
        }
        let range = all[at].start..all[end - 1].end;
        let joined: String = all[at..end]
            .iter()
            .map(|piece| &text[piece.clone()])
            .collect();
        let hit = self.look_up(text, &range, &joined)?;
        (hit.strong && joined.chars().count() > 3).then_some((hit, end - at))
    }

    /// Whether the word at `range`, read as `word`, may belong to a protected name.
    fn look_up(&self, text: &str, range: &Range<usize>, word: &str) -> Option<Hit> {
        let capital = word.chars().any(char::is_uppercase);
        let entry = self.hidden.find(word, capital)?;
        let folded = fold(word);
        let month = MONTHS.contains(&folded.as_str()) && is_dated(text, range);
        (!month).then(|| Hit {
            range: range.clone(),
            owners: entry.owners.clone(),
            shared: entry.shared,
            strong: is_strong(entry, text, range, word, &folded),
            count: 1,
        })
    }

    /// A run as a name with all that belongs to it; `None` if it is the full name of somebody who may be shown.
    fn whole(
        &self,
        text: &str,
        all: &[Range<usize>],
        run: &Hit,
        before: Option<&Hit>,
    ) -> Option<Found> {
        let first = all.partition_point(|word| word.start < run.range.start);
        let last = all.partition_point(|word| word.end < run.range.end);
        let mut range = run.range.clone();
        let mut owner = (run.owners.len() == 1 && (!run.shared || run.count > 1))
            .then(|| run.owners.first().copied())
            .flatten();
        if let Some((span, readable)) = self.somebody_else(text, all, run, first..last + 1) {
            // "Zoe and Carlos Bell": the surname is of both.
            let both = before.is_some_and(|it| joins(text, it, run, span.start));
            if readable && !both {
                return None;
            }
            owner = None;
            range = span;
        }
        let known: BTreeSet<char> = run
            .owners
            .iter()
            .filter_map(|owner| self.hidden.initials.get(owner))
            .flatten()
            .copied()
            .collect();
        let own = range.clone();
        range = attached(text, range);
        while let Some(start) = initial_before(text, range.start) {
            range.start = start;
        }
        while let Some(end) = initial_after(text, range.end, &known) {
            range.end = end;
        }
        let wide = beside(text, all, range.clone());
        if wide != range && run.count < 2 && own == run.range {
            owner = None;
        }
        Some(Found { range: wide, owner })
    }

    /// The longest name of an unprotected person that holds the run and goes beyond it, and whether it may be shown.
    fn somebody_else(
        &self,
        text: &str,
        all: &[Range<usize>],
        run: &Hit,
        own: Range<usize>,
    ) -> Option<(Range<usize>, bool)> {
        if self.open.is_empty() {
            return None;
        }
        let holders = |at: usize| -> BTreeSet<usize> {
            let word = &text[all[at].clone()];
            let capital = word.chars().any(char::is_uppercase);
            let entry = self.open.find(word, capital);
            entry.map(|entry| entry.owners.clone()).unwrap_or_default()
        };
        let mut holding: Option<BTreeSet<usize>> = None;
        let mut every = true;
        for at in own.clone() {
            let here = holders(at);
            if here.is_empty() {
                every &= is_joint(&text[all[at].clone()]);
                continue;
            }
            holding = Some(match holding {
                Some(all) => all.intersection(&here).copied().collect(),
                None => here,
            });
        }
        let mut holding = holding?;
        let (mut from, mut to) = (own.start, own.end);
        while from > 0 && !holding.is_empty() && is_close(text, &all[from - 1], &all[from]) {
            let kept: BTreeSet<usize> = holding.intersection(&holders(from - 1)).copied().collect();
            if kept.is_empty() {
                break;
            }
            holding = kept;
            from -= 1;
        }
        while to < all.len() && !holding.is_empty() && is_close(text, &all[to - 1], &all[to]) {
            let kept: BTreeSet<usize> = holding.intersection(&holders(to)).copied().collect();
            if kept.is_empty() {
                break;
            }
            holding = kept;
            to += 1;
        }
        let beyond = from < own.start || to > own.end;
        // Both words lead to protected people, to none of them together.
        let told = beyond || run.owners.is_empty();
        let given = |number: &usize| {
            (from..to).any(|at| {
                let word = &text[all[at].clone()];
                let entry = self.given.find(word, word.chars().any(char::is_uppercase));
                entry.is_some_and(|entry| entry.owners.contains(number))
                    && self.hidden.find(word, true).is_none()
            })
        };
        let readable = every
            && holding.iter().any(|number| {
                let other = &self.others[*number];
                other.readable || other.by_given && given(number)
            });
        (told && !holding.is_empty()).then(|| (all[from].start..all[to - 1].end, readable))
    }

    /// Whose name a mailbox or handle is put together of ("zoebell", "z.bell", "bellzoe88").
    pub(super) fn put_together(&self, address: &str) -> Option<usize> {
        let letters: String = fold(address)
            .chars()
            .filter(|c| c.is_alphabetic())
            .collect();
        if letters.chars().count() < 3 || letters.len() > 48 {
            return None;
        }
        let readings: Vec<Vec<char>> = std::iter::once(letters.clone())
            .chain(skeletons(&letters))
            .map(|reading| reading.chars().collect())
            .collect();
        self.hidden
            .pieces
            .iter()
            .find(|(owner, pieces)| {
                let initials = self.hidden.initials.get(owner);
                readings
                    .iter()
                    .any(|reading| fits(reading, pieces, initials))
            })
            .map(|(owner, _)| *owner)
    }
}

/// Skeletons of the first words of protected names, and of all the others.
fn places(hidden: &[Person<'_>]) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut firsts, mut rest) = (BTreeSet::new(), BTreeSet::new());
    for form in hidden.iter().flat_map(|one| &one.forms) {
        let all = plain(form);
        for (at, word) in all.iter().enumerate() {
            // A single word may be a surname.
            let into = if at == 0 && all.len() > 1 {
                &mut firsts
            } else {
                &mut rest
            };
            into.extend(skeletons(word));
        }
    }
    // A nickname or given name by itself is one of those that stand first elsewhere.
    let by_itself: BTreeMap<String, bool> = rest
        .iter()
        .map(|word| (word.clone(), firsts.contains(word)))
        .collect();
    rest.retain(|word| !by_itself[word]);
    (firsts, rest)
}

/// Whether the letters are whole words of one name in a row, an initial among them at most; one word at least.
fn fits(letters: &[char], pieces: &BTreeSet<String>, initials: Option<&BTreeSet<char>>) -> bool {
    // From each position: reached with no word, with a word; with or without the one initial.
    let mut reached = vec![[false; 4]; letters.len() + 1];
    reached[0][0] = true;
    for at in 0..letters.len() {
        for state in 0..4 {
            if !reached[at][state] {
                continue;
            }
            for piece in pieces {
                let piece: Vec<char> = piece.chars().collect();
                if letters[at..].starts_with(&piece) {
                    reached[at + piece.len()][state | 1] = true;
                }
            }
            if state & 2 == 0 && initials.is_some_and(|all| all.contains(&letters[at])) {
                reached[at + 1][state | 2] = true;
            }
        }
    }
    let end = reached[letters.len()];
    end[1] || end[3]
}

/// Whether a word names somebody by itself where it stands.
fn is_strong(entry: &Entry, text: &str, range: &Range<usize>, word: &str, folded: &str) -> bool {
    let capital = word.chars().any(char::is_uppercase);
    let alone = text.trim().len() == range.len();
    let head = opens(text, range.start);
    if entry.title {
        // "Young was found": a description that is somebody's surname, where it can describe nobody.
        let surname = capital && NAMES_TOO.contains(&folded) && !leads(text, range.end);
        return surname && (alone || !head || acts(text, range.end));
    }
    if entry.capital && !capital {
        return false;
    }
    if alone {
        return true;
    }
    if entry.brief {
        let named = capital && word.chars().skip(1).any(char::is_lowercase);
        return named && !head && !SHORT.contains(&folded);
    }
    !(head && OPENERS.contains(&folded) && !acts(text, range.end))
}

/// A folded word as a name begins.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Whether nothing but a conjunction stands between a protected name and a name that begins at `start` and holds `run`, a
/// word of the same person.
fn joins(text: &str, before: &Hit, run: &Hit, start: usize) -> bool {
    let between = text.get(before.range.end..start).unwrap_or_default();
    let joint = matches!(
        between.trim().to_lowercase().as_str(),
        "and" | "y" | "e" | "и" | "&" | "or" | "o" | "или"
    );
    joint && !before.owners.is_disjoint(&run.owners)
}

/// Whether a word is a particle of names, also where a letter of it is of another script.
fn is_joint(word: &str) -> bool {
    let folded = fold(word);
    JOINTS.contains(&folded.as_str())
        || seen_as(&folded)
            .iter()
            .any(|seen| JOINTS.contains(&seen.as_str()))
}

/// Whether `next` goes on with the name that `run` began.
fn continues(text: &str, run: &Hit, next: &Hit) -> bool {
    let unseen = [
        '\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}',
    ];
    let between = text[run.range.end..next.range.start].replace(unseen, "");
    let between = between.as_str();
    let gap = |letter: char| letter.is_whitespace() || "-‐‑_*'’.\u{a0}".contains(letter);
    let is_initial = |piece: &str| {
        let mut letters = piece.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let elided = |piece: &str| {
        matches!(piece, "d" | "l" | "o" | "D" | "L" | "O") && between.contains(['\'', '’'])
    };
    let named = next.strong && run.strong;
    let between = between
        .strip_prefix(',')
        .filter(|rest| named && rest.trim().is_empty() && !rest.contains('\n'))
        .unwrap_or(between);
    // A full stop ends a sentence, but after "St" and the like.
    let last = text[run.range.clone()]
        .rsplit(|letter: char| !letter.is_alphabetic())
        .next()
        .unwrap_or_default();
    if between.starts_with('.')
        && between.contains(char::is_whitespace)
        && last.chars().nth(2).is_some()
    {
        return false;
    }
    let joined = between.chars().count() <= 24
        && between
            .split(gap)
            .filter(|piece| !piece.is_empty())
            .all(|piece| is_joint(piece) || is_initial(piece) || elided(piece));
    joined && run.owners.intersection(&next.owners).next().is_some()
}
