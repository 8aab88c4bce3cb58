//! Persons within one document: short and long forms, initials, inflected forms, aliases.

use super::node::Case;
use super::union::Groups;
use crate::fold::{fold, name_key, nominatives, tokens};
use model::{EntityKind, Span};
use std::collections::{BTreeMap, BTreeSet};

/// One way a person is named in a document.
struct Form {
    /// Folded tokens.
    name: Vec<String>,
    /// Its dictionary forms.
    basic: Vec<Vec<Token>>,
    /// The mentions that use it.
    nodes: Vec<usize>,
}

/// Takes the forms of each person's name in each document together.
pub(super) fn within(case: &Case<'_>, groups: &mut Groups) {
    for document in 0..case.facts.len() {
        let forms = forms(case, document);
        for form in &forms {
            for node in &form.nodes[1..] {
                groups.join(form.nodes[0], *node, "same name in one document");
            }
        }
        full_names(&forms, groups);
        aliases(case, document, &forms, groups);
        single_names(&forms, groups);
    }
}

/// Distinct forms, the fullest first, then in text order.
fn forms(case: &Case<'_>, document: usize) -> Vec<Form> {
    let mut found: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for &node in &case.by_document[document] {
        if case.nodes[node].kind == EntityKind::Person && !case.nodes[node].name.is_empty() {
            found
                .entry(case.nodes[node].name.clone())
                .or_default()
                .push(node);
        }
    }
    let mut forms: Vec<Form> = found
        .into_iter()
        .map(|(name, nodes)| Form {
            basic: nominatives(&name)
                .into_iter()
                .map(|form| form.into_iter().map(Token::new).collect())
                .collect(),
            name,
            nodes,
        })
        .collect();
    forms.sort_by_key(|form| (std::cmp::Reverse(form.name.len()), form.nodes[0]));
    forms
}

/// Names of two tokens or more: the same after folding, or one the short form of exactly one other person.
fn full_names(forms: &[Form], groups: &mut Groups) {
    let full: Vec<&Form> = forms.iter().filter(|form| form.name.len() >= 2).collect();
    for (at, form) in full.iter().enumerate() {
        let mut longer: Vec<usize> = Vec::new();
        for other in &full[..at] {
            if other.name.len() == form.name.len() {
                if covers_any(form, other) {
                    groups.join(other.nodes[0], form.nodes[0], "same name after folding");
                }
            } else if covers_any(form, other)
                && !longer.iter().any(|l| groups.together(*l, other.nodes[0]))
            {
                longer.push(other.nodes[0]);
            }
        }
        // Two persons could be meant: nobody is.
        if let [only] = longer[..] {
            groups.join(only, form.nodes[0], "short form in one document");
        }
    }
}

/// Whether one form may be the other or a short form of it: tokens in any order, any case, either script, initials for all but one.
fn covers_any(short: &Form, long: &Form) -> bool {
    short
        .basic
        .iter()
        .any(|left| long.basic.iter().any(|right| covers(left, right)))
}

/// Whether every token of `short` has a token of its own in `long`; at least one must be no initial.
fn covers(short: &[Token], long: &[Token]) -> bool {
    let mut used = vec![false; long.len()];
    let mut whole = 0;
    for token in short {
        let Some(at) = (0..long.len()).find(|at| !used[*at] && agrees(token, &long[*at])) else {
            return false;
        };
        used[at] = true;
        if !token.initial && !long[at].initial {
            whole += 1;
        }
    }
    whole > 0
}

/// A token of a name with its key.
struct Token {
    folded: String,
    key: String,
    initial: bool,
}

impl Token {
    fn new(folded: String) -> Self {
        Self {
            key: name_key(&folded),
            initial: folded.chars().count() == 1,
            folded,
        }
    }
}

/// Whether two tokens may be one: equal, equal by key across scripts, or one the initial of the other.
fn agrees(a: &Token, b: &Token) -> bool {
    if a.initial || b.initial {
        return a.folded.chars().next() == b.folded.chars().next();
    }
    a.folded == b.folded || (a.key.len() >= 3 && a.key == b.key)
}

/// Single tokens go to the one person of the document whose name holds them.
fn single_names(forms: &[Form], groups: &mut Groups) {
    for form in forms.iter().filter(|form| form.name.len() == 1) {
        let mut holders: Vec<usize> = Vec::new();
        for other in forms {
            let longer = other.name.len() > 1;
            let inflected = other.name.len() == 1 && other.name != form.name;
            if !(longer || inflected) || form.name[0].chars().count() == 1 {
                continue;
            }
            let holds = if longer {
                covers_any(form, other)
            } else {
                shares(form, other)
            };
            if holds && !holders.iter().any(|h| groups.together(*h, other.nodes[0])) {
                holders.push(other.nodes[0]);
            }
        }
        if let [only] = holders[..] {
            groups.join(only, form.nodes[0], "short form in one document");
        }
    }
}

/// Whether two single tokens share a dictionary form that is not only a guess: one of them is that form.
fn shares(a: &Form, b: &Form) -> bool {
    let holds = |form: &Form, name: &str| {
        form.basic
            .iter()
            .any(|basic| basic.iter().any(|token| token.folded == name))
    };
    holds(a, &b.name[0]) || holds(b, &a.name[0])
}

/// Words that say that what follows is another name of who stands before.
const ALIAS: [&str; 22] = [
    "alias",
    "aka",
    "a k a",
    "also known as",
    "known as",
    "nicknamed",
    "called",
    "also called",
    "conocido como",
    "conocida como",
    "apodado",
    "apodada",
    "alias de",
    "по прозвищу",
    "известныи как",
    "известная как",
    "он же",
    "она же",
    "по кличке",
    "conocido por",
    "conocida por",
    "прозвище",
];

/// How far an alias may stand from the name, in bytes.
const REACH: usize = 60;

/// Names that the text itself gives as another name of the person before: `X, alias "Y"`, `X (Y)` for a quoted Y.
fn aliases(case: &Case<'_>, document: usize, forms: &[Form], groups: &mut Groups) {
    let Some(text) = case.documents[document] else {
        return;
    };
    let by_name: BTreeMap<&[String], usize> = forms
        .iter()
        .map(|form| (form.name.as_slice(), form.nodes[0]))
        .collect();
    let people: BTreeSet<usize> = forms
        .iter()
        .flat_map(|form| form.nodes.iter().copied())
        .collect();
    for node in people {
        let Some(place) = &case.nodes[node].place else {
            continue;
        };
        let Some(part) = text.parts.get(place.part) else {
            continue;
        };
        // A name with its nickname inside: Dayana "la China" Rodríguez.
        for quoted in quotations(&case.nodes[node].text) {
            if let Some(&other) = by_name.get(tokens(quoted).as_slice()) {
                groups.join(node, other, "alias given in the text");
            }
        }
        let after = tail(&part.text, place.span);
        let Some(alias) = alias_after(after) else {
            continue;
        };
        if let Some(&other) =
            by_name.get(super::node::name_of(alias, EntityKind::Person).as_slice())
        {
            groups.join(node, other, "alias given in the text");
        }
    }
}

/// A little of the text after a span, on character boundaries.
fn tail(text: &str, span: Span) -> &str {
    let rest = text.get(span.end..).unwrap_or_default();
    let mut end = rest.len().min(REACH * 2);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

/// The alias that a cue right after a name introduces: quoted, or capitalised words up to a stop.
fn alias_after(after: &str) -> Option<&str> {
    let lead = after.find(|l: char| l.is_alphanumeric() || OPEN.contains(&l))?;
    let rest = &after[lead..];
    let folded_head = |cue: &str| {
        let words = crate::fold::words(rest);
        let wanted: Vec<&str> = cue.split(' ').collect();
        let same = words.len() > wanted.len()
            && words
                .iter()
                .zip(&wanted)
                .all(|(word, cue)| fold(&word.folded) == **cue);
        same.then(|| words[wanted.len() - 1].span.end)
    };
    let used = ALIAS.iter().filter_map(|cue| folded_head(cue)).max();
    let named = match used {
        Some(end) => rest.get(end..)?,
        // Without a cue only a quotation in the very next place is an alias.
        None if rest.starts_with(OPEN)
            && after[..lead].trim().trim_matches(['(', ',']).is_empty() =>
        {
            rest
        }
        None => return None,
    };
    let named = named.trim_start_matches([' ', ',', ':', '.']);
    if let Some(quoted) = quotations(named)
        .first()
        .filter(|_| named.starts_with(OPEN))
    {
        return (quoted.split_whitespace().count() <= 3).then_some(*quoted);
    }
    let end = named
        .find([',', '.', ';', ')', '\n', ':'])
        .unwrap_or(named.len());
    let name = named[..end].trim();
    name.chars()
        .next()
        .is_some_and(char::is_uppercase)
        .then_some(name)
}

/// Opening quotation marks of the three languages.
const OPEN: [char; 5] = ['"', '«', '“', '„', '\''];

/// What stands between quotation marks, in order.
pub(super) fn quotations(text: &str) -> Vec<&str> {
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
        assert_eq!(alias_after(", alias «El Ruso», viajó"), Some("El Ruso"));
        assert_eq!(
            alias_after(", also known as Yuri Black, said"),
            Some("Yuri Black")
        );
        assert_eq!(alias_after(" (\"la China\") dijo"), Some("la China"));
        assert_eq!(
            alias_after(", по прозвищу «Профессор», сообщил"),
            Some("Профессор")
        );
        assert_eq!(alias_after(" said that \"we paid\""), None);
        assert_eq!(alias_after(""), None);
    }
}
