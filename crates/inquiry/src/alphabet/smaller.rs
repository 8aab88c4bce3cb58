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
fn written(mut class: ClassUnicode) -> ClassUnicode {
    let letters: u32 = class
        .iter()
        .map(|range| u32::from(range.end()) - u32::from(range.start()) + 1)
        .sum();
    let unwritten = UNWRITTEN.map(|(from, to)| ClassUnicodeRange::new(from, to));
    let unwritten = ClassUnicode::new(unwritten);
    let mut rest = class.clone();
    rest.difference(&unwritten);
    if letters <= FORMS && rest.iter().next().is_some() {
        class = rest;
    }
    class
}

/// Alternatives, of which those with one first letter share it. Their order is kept among themselves; with another first
/// letter none can match where they do.
fn shared(alternatives: Vec<Hir>) -> Hir {
    let mut all = Vec::new();
    let mut run: Vec<(ClassUnicode, Hir)> = Vec::new();
    for alternative in alternatives {
        match parted(&alternative) {
            Some((first, rest)) if fits(&run, &first) => run.push((first, rest)),
            Some(split) => {
                close(&mut run, &mut all);
                run.push(split);
            }
            None => {
                close(&mut run, &mut all);
                all.push(alternative);
            }
        }
    }
    close(&mut run, &mut all);
    Hir::alternation(all)
}

/// Whether a first letter is one of the run's or has none in common with any.
fn fits(run: &[(ClassUnicode, Hir)], first: &ClassUnicode) -> bool {
    run.iter().all(|(other, _)| {
        let mut both = other.clone();
        both.intersect(first);
        other == first || both.iter().next().is_none()
    })
}

/// Adds what a run of alternatives has become.
fn close(run: &mut Vec<(ClassUnicode, Hir)>, all: &mut Vec<Hir>) {
    let mut groups: Vec<(ClassUnicode, Vec<Hir>)> = Vec::new();
    for (first, rest) in run.drain(..) {
        match groups.iter_mut().find(|(other, _)| *other == first) {
            Some((_, rests)) => rests.push(rest),
            None => groups.push((first, vec![rest])),
        }
    }
    all.extend(groups.into_iter().map(|(first, rests)| {
        let first = Hir::class(Class::Unicode(first));
        Hir::concat(vec![first, shared(rests)])
    }));
}

/// The first letter of an alternative, and what follows. None where it begins with anything else, or where its groups
/// would change their order.
fn parted(hir: &Hir) -> Option<(ClassUnicode, Hir)> {
    if hir.properties().explicit_captures_len() > 0 {
        return None;
    }
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => Some((class.clone(), Hir::empty())),
        HirKind::Literal(it) => {
            let text = std::str::from_utf8(&it.0).ok()?;
            let first = text.chars().next()?;
            let rest = &it.0[first.len_utf8()..];
            let class = ClassUnicode::new([ClassUnicodeRange::new(first, first)]);
            Some((class, Hir::literal(rest)))
        }
        HirKind::Concat(subs) => {
            let (head, tail) = subs.split_first()?;
            let (first, rest) = parted(head)?;
            let tail = std::iter::once(rest).chain(tail.iter().cloned());
            Some((first, Hir::concat(tail.collect())))
        }
        _ => None,
    }
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
