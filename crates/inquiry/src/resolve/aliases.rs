//! Aliases: other names that a text itself gives somebody, by a cue, in quotation marks or in brackets.

use super::node::{Case, name_of};
use super::persons::Form;
use super::union::Groups;
use crate::alphabet::{Regex, pattern};
use crate::fold::{name_key, nominatives, words};
use model::{BlockKind, Document, EntityKind, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Another name of somebody, as a document states it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alias {
    /// Whose.
    pub(super) node: usize,
    /// The keys of its words.
    pub(super) keys: Vec<String>,
}

impl Alias {
    /// Every dictionary form of an alias of `node`.
    pub(super) fn all(node: usize, alias: &str) -> Vec<Self> {
        let with = |keys| Self { node, keys };
        keys(alias).into_iter().map(with).collect()
    }
}

/// The keys under which an alias is found: of its words with a capital, where there are any ("La China nuevo").
pub(super) fn keys(alias: &str) -> Vec<Vec<String>> {
    let all = words(alias);
    let capitals: Vec<&str> = all
        .iter()
        .filter(|word| word.capital)
        .filter_map(|word| word.span.of(alias))
        .collect();
    let of = |text: &str| -> Vec<Vec<String>> {
        nominatives(&name_of(text, EntityKind::Person))
            .iter()
            .map(|form| form.iter().map(|token| name_key(token)).collect())
            .filter(|form: &Vec<String>| form.iter().any(|key| key.chars().count() > 2))
            .collect()
    };
    // "La profe" begins a sentence: its article alone names nobody.
    let named = of(&capitals.join(" "));
    let is_name = capitals.len() > 1
        || capitals
            .first()
            .is_some_and(|only| only.chars().count() > 2);
    if is_name && !named.is_empty() {
        named
    } else {
        of(alias)
    }
}

/// What stands right after a name and gives another: `X, alias "Y"`, `X, known as Y`, `X, которую зовут «Y»`, `X ("Y")`.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    let between = r"(?:y |and |и |e )?(?:(?:who|whom|a quien|a la que|al que|que|котор\p{L}+) [^,.;:!?«»“”\x22()]{0,30}?)?(?:(?:is|was|es|era|also|también|también es) )*";
    let cue = r"(?:alias(?: de)?|a\.? ?k\.? ?a\.?|(?:also |better |locally |widely )?known(?: \p{L}+)? as|nicknamed|(?:also )?called|they call|call|apodad[oa]|conocid[oa] (?:como|por)|(?:le|la|lo) (?:dicen|llaman|decían|llamaban|conocen como)|por mal nombre|по прозвищу|прозвище|по кличке|кличка|известн\p{L}+ как|зовут|звали|называют|прозвали|он же|она же)";
    let quoted = r"[«“„\x22'‘](?P<quoted>[^»”“\x22'’]{2,30})[»”“\x22'’]";
    let bare = r"(?P<bare>(?:(?:la|el|the|La|El|The) )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3})";
    pattern(&format!(
        r"^[»”\x22]?(?:(?:,|\s?\(|\s[—–-])?\s?(?i:{between}{cue})[ ,:]{{1,2}}(?:{quoted}|{bare})|,?\s?\(?{quoted2})",
        quoted2 = quoted.replace("quoted", "beside"),
    ))
});

/// The alias that stands right after a name.
fn alias_after(after: &str) -> Option<&str> {
    let hit = AFTER.captures(after)?;
    let found = hit
        .name("quoted")
        .or_else(|| hit.name("bare"))
        .or_else(|| hit.name("beside"))?
        .as_str();
    (found.split_whitespace().count() <= 4 && !found.ends_with([',', '.', '!', '?']))
        .then_some(found)
}

/// Takes persons together with the aliases that the text of a document gives them; what it states.
pub(super) fn within(
    case: &Case<'_>,
    document: usize,
    forms: &[Form],
    groups: &mut Groups,
) -> Vec<Alias> {
    let Some(text) = case.documents[document] else {
        return Vec::new();
    };
    let by_name: BTreeMap<&[String], usize> = forms
        .iter()
        .map(|form| (form.name.as_slice(), form.nodes[0]))
        .collect();
    let people: BTreeSet<usize> = forms
        .iter()
        .flat_map(|form| form.nodes.iter().copied())
        .collect();
    let mut stated = Vec::new();
    for node in people.iter().copied() {
        let Some(place) = &case.nodes[node].place else {
            continue;
        };
        let Some(part) = text.parts.get(place.part) else {
            continue;
        };
        // A name with its nickname inside: Dayana "la China" Rodríguez, Daiana (la China).
        let own = &case.nodes[node].text;
        let inside = quotations(own).into_iter().chain(bracketed(own));
        for alias in inside.chain(alias_after(tail(&part.text, place.span))) {
            let name = name_of(alias, EntityKind::Person);
            if name == case.nodes[node].name {
                continue;
            }
            if let Some(&other) = by_name.get(name.as_slice()) {
                groups.join(node, other, "alias given in the text");
            }
            stated.extend(Alias::all(node, alias));
        }
    }
    for (label, named) in introductions(case, text, &people) {
        groups.join(label, named, "own name in the first person");
    }
    stated
}

/// Speakers who say their own whole name: the label "DANIEL" and "Daniel Ferrer" behind "My name is".
fn introductions(
    case: &Case<'_>,
    text: &Document,
    people: &BTreeSet<usize>,
) -> Vec<(usize, usize)> {
    static INTRODUCES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:my (?:full )?name is|me llamo|mi nombre (?:completo )?es|меня зовут|мо[её] имя)[ :—–-]{1,3}$",
        )
    });
    let mut labels: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for &node in people {
        if let Some(place) = &case.nodes[node].place {
            labels.entry((place.part, place.span.start)).or_insert(node);
        }
    }
    let mut found = Vec::new();
    for &node in people {
        let Some(place) = &case.nodes[node].place else {
            continue;
        };
        let Some(part) = text.parts.get(place.part) else {
            continue;
        };
        let from = place.span.start.saturating_sub(REACH / 2);
        let from = part.text.floor_char_boundary(from);
        let lead = part.text.get(from..place.span.start).unwrap_or_default();
        if !INTRODUCES.is_match(lead) {
            continue;
        }
        let turn = part
            .blocks
            .partition_point(|block| block.span.start <= place.span.start)
            .checked_sub(1)
            .and_then(|at| part.blocks.get(at));
        let Some(BlockKind::Turn {
            speaker: Some(speaker),
            ..
        }) = turn.map(|block| &block.kind)
        else {
            continue;
        };
        let mut within = labels.range((place.part, speaker.start)..(place.part, speaker.end));
        let Some((_, &label)) = within.next() else {
            continue;
        };
        let whole: BTreeSet<String> = case.nodes[node]
            .name
            .iter()
            .map(|token| name_key(token))
            .collect();
        let part_of = |token: &String| whole.contains(&name_key(token));
        if label != node && case.nodes[label].name.iter().all(part_of) {
            found.push((label, node));
        }
    }
    found
}

/// How far an alias may stand from the name, in bytes.
const REACH: usize = 120;

/// A little of the text after a span, on character boundaries.
fn tail(text: &str, span: Span) -> &str {
    let rest = text.get(span.end..).unwrap_or_default();
    &rest[..rest.floor_char_boundary(REACH)]
}

/// Opening quotation marks of the three languages.
const OPEN: [char; 5] = ['"', '«', '“', '„', '\''];

/// What stands in brackets at the end of a name.
fn bracketed(name: &str) -> Option<&str> {
    let (before, inside) = name.strip_suffix(')')?.rsplit_once('(')?;
    let words = inside.split_whitespace().count();
    let letters = inside
        .chars()
        .all(|l| l.is_alphabetic() || " -'’".contains(l));
    (!before.trim().is_empty() && letters && (1..=3).contains(&words)).then_some(inside)
}

/// What stands between quotation marks, in order.
fn quotations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(OPEN) {
        let mark = rest[open..].chars().next().map_or(1, char::len_utf8);
        let inner = &rest[open + mark..];
        let Some(close) = inner.find(['"', '»', '”', '“', '\'']) else {
            break;
        };
        if close > 0 {
            found.push(&inner[..close]);
        }
        let width = inner[close..].chars().next().map_or(1, char::len_utf8);
        rest = &inner[close + width..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_what_a_cue_introduces() {
        for (after, alias) in [
            (", alias «El Ruso», viajó", "El Ruso"),
            (", also known as Yuri Black, said", "Yuri Black"),
            (" (\"la China\") dijo", "la China"),
            (", по прозвищу «Профессор», сообщил", "Профессор"),
            (" y conocida como «la China», presuntamente", "la China"),
            (", которую в Гаване зовут «ла Чина», в Туле", "ла Чина"),
            (", a quien le dicen «el Profe», pagó", "el Profe"),
            (", whom everybody called \"the Doctor\", left", "the Doctor"),
        ] {
            assert_eq!(alias_after(after), Some(alias), "{after}");
        }
        for after in [
            " said that \"we paid\"",
            " said a woman known as \"la profe\" paid",
            ", \"they lied,\" he said",
            " knew the man known as Ivan",
            "",
        ] {
            assert_eq!(alias_after(after), None, "{after}");
        }
        assert_eq!(bracketed("Daiana (la China)"), Some("la China"));
        assert_eq!(bracketed("Daiana (34)"), None);
    }

    #[test]
    fn articles_and_added_words_are_no_part_of_an_alias() {
        for (one, other) in [
            ("la China", "La China nuevo"),
            ("La profe", "la profe"),
            ("ла Чина", "la China"),
        ] {
            assert!(
                keys(one).iter().any(|key| keys(other).contains(key)),
                "{one} {other} {:?} {:?}",
                keys(one),
                keys(other)
            );
        }
    }
}
