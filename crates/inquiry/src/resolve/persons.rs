//! Persons within one document: short and long forms, initials, inflected forms.

use super::aliases::{self, Alias};
use super::node::Case;
use super::union::Groups;
use crate::fold::{name_key, nominatives};
use model::{EntityKind, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// One way a person is named in a document.
pub(super) struct Form {
    /// Folded tokens.
    pub(super) name: Vec<String>,
    /// Its dictionary forms.
    basic: Vec<Vec<Token>>,
    /// The mentions that use it.
    pub(super) nodes: Vec<usize>,
}

/// Takes the forms of each person's name in each document together; the aliases that the documents state.
pub(super) fn within(case: &Case<'_>, groups: &mut Groups) -> Vec<Alias> {
    let mut stated = Vec::new();
    for document in 0..case.facts.len() {
        let forms = forms(case, document);
        for form in &forms {
            for node in &form.nodes[1..] {
                groups.join(form.nodes[0], *node, "same name in one document");
            }
        }
        full_names(&forms, groups);
        stated.extend(aliases::within(case, document, &forms, groups));
        single_names(&forms, &kin(case, document), groups);
    }
    stated
}

/// Nodes that a document ties as kin, both ways.
fn kin(case: &Case<'_>, document: usize) -> BTreeSet<(usize, usize)> {
    let node = |mention| case.of_mention.get(mention).copied();
    let ties = case.facts[document].ties.iter();
    ties.filter(|tie| tie.layer == Layer::Kin)
        .filter_map(|tie| Some((node(&tie.from)?, node(&tie.to)?)))
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .collect()
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
fn single_names(forms: &[Form], kin: &BTreeSet<(usize, usize)>, groups: &mut Groups) {
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
        match holders[..] {
            [only] => {
                groups.join(only, form.nodes[0], "short form in one document");
            }
            [a, b] => {
                if let Some(meant) = first_surname(&form.name[0], (a, b), forms, kin, groups) {
                    groups.join(
                        meant,
                        form.nodes[0],
                        "first surname, of two kin in one document",
                    );
                }
            }
            _ => {}
        }
    }
}

/// Of two kin of three names each ("María Tamayo Góngora", her son "Yusniel Cobas Tamayo") a surname that is the first
/// of one and the second of the other means the one who has it first, as Spanish names are given on and shortened.
fn first_surname(
    token: &str,
    (a, b): (usize, usize),
    forms: &[Form],
    kin: &BTreeSet<(usize, usize)>,
    groups: &mut Groups,
) -> Option<usize> {
    let mut at = |node: usize| {
        let places: BTreeSet<usize> = forms
            .iter()
            .filter(|form| form.name.len() == 3 && groups.together(form.nodes[0], node))
            .filter_map(|form| form.name.iter().position(|name| name == token))
            .collect();
        places.into_iter().next()
    };
    let places = (at(a), at(b));
    let mut are_kin = || {
        kin.iter()
            .any(|(one, other)| groups.together(*one, a) && groups.together(*other, b))
    };
    match places {
        (Some(1), Some(2)) if are_kin() => Some(a),
        (Some(2), Some(1)) if are_kin() => Some(b),
        _ => None,
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
