//! Patterns made smaller before they are compiled: what they match in the texts that are read here stays the same.
//!
//! Time and memory of a pattern go with its states, and lists of words without regard to case have many: of `s`, `k`, `о`
//! or `т` Unicode knows a third form that nobody writes, and each word of a list has its own states from its first letter
//! on. Those forms are left out, and words share the letters with which they begin.

use regex_syntax::hir::{Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

/// Letters that are another letter's only where case is not regarded: the long s, the signs for kelvin and ångström, and
/// forms of Church Slavonic.
const UNWRITTEN: [(char, char); 3] = [
    ('\u{17f}', '\u{17f}'),
    ('\u{1c80}', '\u{1c88}'),
    ('\u{212a}', '\u{212b}'),
];

/// A class of more letters than this is no letter in its forms.
const FORMS: u32 = 6;

/// A smaller pattern that matches the same.
pub(super) fn smaller(hir: Hir) -> Hir {
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(class)) => Hir::class(Class::Unicode(written(class))),
        HirKind::Repetition(it) => Hir::repetition(it.with(repeated(smaller((*it.sub).clone())))),
        HirKind::Capture(it) => Hir::capture(Capture {
            index: it.index,
            name: it.name,
            sub: Box::new(smaller(*it.sub)),
        }),
        HirKind::Concat(subs) => Hir::concat(subs.into_iter().map(smaller).collect()),
        HirKind::Alternation(subs) => shared(subs.into_iter().map(smaller).collect()),
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(it) => Hir::literal(it.0),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
    }
}

/// What is repeated, so that a repetition in it stays its own when it is printed: "(?:a?)?" would become "a??".
fn repeated(sub: Hir) -> Hir {
    match sub.kind() {
        HirKind::Repetition(_) => Hir::alternation(vec![sub, Hir::fail()]),
        _ => sub,
    }
}

/// A letter without the forms that nobody writes.
pub(super) fn written(class: ClassUnicode) -> ClassUnicode {
    let ranges = class.ranges();
    let is_unwritten = |range: &ClassUnicodeRange| {
        let mut all = UNWRITTEN.iter();
        all.any(|(from, to)| range.start() <= *to && *from <= range.end())
    };
    let size = |range: &ClassUnicodeRange| u32::from(range.end()) - u32::from(range.start()) + 1;
    if !ranges.iter().any(is_unwritten) || ranges.iter().map(size).sum::<u32>() > FORMS {
        return class;
    }
    let unwritten = UNWRITTEN.map(|(from, to)| ClassUnicodeRange::new(from, to));
    let mut rest = class.clone();
    rest.difference(&ClassUnicode::new(unwritten));
    if rest.ranges().is_empty() {
        class
    } else {
        rest
    }
}

/// A piece of an alternative.
enum Piece {
    /// A letter, in its forms, or a class of letters.
    Letter(ClassUnicode),
    Other(Hir),
}

impl Piece {
    fn hir(&self) -> Hir {
        match self {
            Self::Letter(class) => Hir::class(Class::Unicode(class.clone())),
            Self::Other(hir) => hir.clone(),
        }
    }
}

/// Alternatives, of which those with one first letter share it. Their order is kept among themselves; with another first
/// letter none can match where they do.
pub(super) fn shared(alternatives: Vec<Hir>) -> Hir {
    let pieces: Vec<Vec<Piece>> = alternatives.into_iter().map(pieces).collect();
    let all: Vec<&[Piece]> = pieces.iter().map(Vec::as_slice).collect();
    joined(&all)
}

/// The pieces of an alternative; it is one piece where its groups would change their order.
fn pieces(hir: Hir) -> Vec<Piece> {
    let mut all = Vec::new();
    if hir.properties().explicit_captures_len() > 0 {
        all.push(Piece::Other(hir));
    } else {
        part(hir, &mut all);
    }
    all
}

fn part(hir: Hir, all: &mut Vec<Piece>) {
    let text = match hir.kind() {
        HirKind::Literal(it) => std::str::from_utf8(&it.0).ok(),
        _ => None,
    };
    if let Some(text) = text {
        let letter = |c| Piece::Letter(ClassUnicode::new([ClassUnicodeRange::new(c, c)]));
        return all.extend(text.chars().map(letter));
    }
    match hir.into_kind() {
        HirKind::Empty => {}
        HirKind::Class(Class::Unicode(class)) => all.push(Piece::Letter(class)),
        HirKind::Concat(subs) => subs.into_iter().for_each(|sub| part(sub, all)),
        HirKind::Literal(it) => all.push(Piece::Other(Hir::literal(it.0))),
        HirKind::Class(class) => all.push(Piece::Other(Hir::class(class))),
        HirKind::Look(look) => all.push(Piece::Other(Hir::look(look))),
        HirKind::Repetition(it) => all.push(Piece::Other(Hir::repetition(it))),
        HirKind::Capture(it) => all.push(Piece::Other(Hir::capture(it))),
        HirKind::Alternation(subs) => all.push(Piece::Other(Hir::alternation(subs))),
    }
}

/// One of the alternatives.
fn joined(alternatives: &[&[Piece]]) -> Hir {
    if let [only] = alternatives {
        return Hir::concat(only.iter().map(Piece::hir).collect());
    }
    let mut all = Vec::new();
    let mut run: Vec<(&ClassUnicode, &[Piece])> = Vec::new();
    for alternative in alternatives {
        let Some((Piece::Letter(first), rest)) = alternative.split_first() else {
            close(&mut run, &mut all);
            all.push(joined(&[alternative]));
            continue;
        };
        if !fits(&run, first) {
            close(&mut run, &mut all);
        }
        run.push((first, rest));
    }
    close(&mut run, &mut all);
    Hir::alternation(all)
}

/// Whether a first letter is one of the run's or has none in common with any.
fn fits(run: &[(&ClassUnicode, &[Piece])], first: &ClassUnicode) -> bool {
    run.iter()
        .all(|(other, _)| *other == first || !meet(other, first))
}

/// Whether two classes have a letter in common.
fn meet(one: &ClassUnicode, other: &ClassUnicode) -> bool {
    let (mut ones, mut others) = (one.ranges(), other.ranges());
    while let ([a, rest @ ..], [b, more @ ..]) = (ones, others) {
        if a.start() <= b.end() && b.start() <= a.end() {
            return true;
        }
        if a.end() < b.end() {
            ones = rest;
        } else {
            others = more;
        }
    }
    false
}

/// Adds what a run of alternatives has become.
fn close(run: &mut Vec<(&ClassUnicode, &[Piece])>, all: &mut Vec<Hir>) {
    let mut groups: Vec<(&ClassUnicode, Vec<&[Piece]>)> = Vec::new();
    for (first, rest) in run.drain(..) {
        match groups.iter_mut().find(|(other, _)| *other == first) {
            Some((_, rests)) => rests.push(rest),
            None => groups.push((first, vec![rest])),
        }
    }
    all.extend(groups.into_iter().map(|(first, rests)| {
        let first = Hir::class(Class::Unicode(first.clone()));
        Hir::concat(vec![first, joined(&rests)])
    }));
}

#[cfg(test)]
mod tests {
    use super::smaller;
    use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
    use regex::Regex;

    fn made(text: &str) -> Result<Regex, Box<dyn std::error::Error>> {
        let hir = smaller(regex_syntax::parse(text)?);
        Ok(Regex::new(&hir.to_string())?)
    }

    #[test]
    fn unwritten_forms_are_left_out_of_letters_alone() -> Result<(), Box<dyn std::error::Error>> {
        let word = made("(?i)kosто")?;
        assert!(word.is_match("KosТо") && !word.is_match("\u{212a}osто"));
        assert!(made("[^a]")?.is_match("\u{17f}"));
        assert!(made("\u{17f}")?.is_match("\u{17f}"));
        Ok(())
    }

    #[test]
    fn words_share_their_beginnings() -> Result<(), Box<dyn std::error::Error>> {
        let hir = smaller(regex_syntax::parse("(?i)(?:seen|told|seek|tolls?|see)")?);
        assert_eq!(
            hir.to_string(),
            "(?:(?:[Ss][Ee][Ee](?:[Nn]|[Kk]|(?:)))|(?:[Tt][Oo][Ll](?:[Dd]|(?:[Ll][Ss]?))))"
        );
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn matches_stay_the_same(
            words in proptest::collection::vec("[abс]{1,4}[b?+]?", 1..8),
            cased in any::<bool>(),
            text in "[abAсС ]{0,24}",
        ) {
            let flag = if cased { "" } else { "(?i)" };
            let pattern = format!("{flag}(?:(?P<one>{})|b) ?(?:{})?", words.join("|"), words.join("|"));
            let (Ok(theirs), Ok(ours)) = (Regex::new(&pattern), made(&pattern)) else {
                return Err(proptest::test_runner::TestCaseError::fail("no pattern"));
            };
            let all = |regex: &Regex| -> Vec<_> {
                let hits = regex.captures_iter(&text);
                hits.map(|hit| (hit.get(0).map(|it| it.range()), hit.name("one").map(|it| it.range()))).collect()
            };
            prop_assert_eq!(all(&ours), all(&theirs));
        }
    }
}
