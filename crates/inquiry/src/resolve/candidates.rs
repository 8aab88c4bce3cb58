//! Pairs of entities that may be one: a list for a person to judge. Nothing here merges anything.
//!
//! Resolution across documents joins only what is proved. What is merely alike stays apart, and is listed here with
//! what speaks for it and what against it. The order is by how much speaks for a pair; it is no probability.

use super::node::name_of;
use super::orgs::generic_class;
use crate::fold::{fold, name_key};
use model::{DocumentId, Entity, EntityId, EntityKind, Layer, Link};
use std::collections::{BTreeMap, BTreeSet};

/// A name that more entities hold than this says too little to propose pairs by.
const COMMON: usize = 40;

/// How many acquaintances two entities must share for that to count.
const COMPANY: usize = 2;

/// Two entities that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The one with the smaller identifier.
    pub a: EntityId,
    /// The other.
    pub b: EntityId,
    /// What speaks for it, the strongest first. Never empty, and without a name in it.
    pub speaks_for: Vec<Sign>,
    /// What speaks against it.
    pub speaks_against: Vec<Sign>,
}

/// One thing that speaks for or against two entities being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// They share a number, an address or a document number.
    Identifier,
    /// All parts of the shorter name are parts of the longer one.
    Within,
    /// A part of the names is the same and another agrees in its first letter.
    Initial,
    /// A part of the names is the same and another differs by a letter or two.
    Spelling,
    /// Both names are one word, and they differ by a letter.
    OneWord,
    /// The letters of one name begin the words of the other.
    Acronym,
    /// They are tied to so many others in common.
    Company(usize),
    /// They are said to hold the same role.
    Role,
    /// Against: both names are full, and a part of each is not in the other.
    Names,
    /// Against: one document names both.
    Together,
    /// Against: so many entities hold the part of the name that is shared.
    CommonName(usize),
}

impl Sign {
    /// The sign in words, without any name.
    pub fn words(self) -> String {
        match self {
            Self::Identifier => "the same number, address or document number".to_owned(),
            Self::Within => "the shorter name is part of the longer one".to_owned(),
            Self::Initial => {
                "one part of the names is the same, another has the same first letter".to_owned()
            }
            Self::Spelling => {
                "one part of the names is the same, another differs by a letter or two".to_owned()
            }
            Self::OneWord => "the names differ by a letter".to_owned(),
            Self::Acronym => "one name abbreviates the other".to_owned(),
            Self::Company(count) => format!("tied to {count} others in common"),
            Self::Role => "said to hold the same role".to_owned(),
            Self::Names => "both names are full, and they differ".to_owned(),
            Self::Together => "one document names both".to_owned(),
            Self::CommonName(count) => format!("{count} entities hold the name they share"),
        }
    }

    /// How much it counts; only for the order of the list.
    const fn weight(self) -> i32 {
        match self {
            Self::Identifier => 60,
            Self::Acronym => 35,
            Self::Spelling | Self::Initial => 30,
            Self::Within => 25,
            Self::OneWord => 15,
            Self::Company(2) => 8,
            Self::Company(3 | 4) => 14,
            Self::Company(_) => 20,
            Self::Role => 5,
            Self::Names => -25,
            Self::Together => -10,
            Self::CommonName(0..=4) => -7,
            Self::CommonName(_) => -15,
        }
    }
}

/// An entity as it is compared.
struct Known<'a> {
    entity: &'a Entity,
    /// The keys of the parts of each of its names.
    names: BTreeSet<Vec<String>>,
    documents: BTreeSet<&'a DocumentId>,
    company: BTreeSet<&'a EntityId>,
}

/// Pairs of persons, and of organisations, that may be one, the likeliest first; those in `judged` are left out.
///
/// `judged` holds pairs (the smaller identifier first) on which a person has decided.
pub fn candidates(
    entities: &[Entity],
    links: &[Link],
    judged: &BTreeSet<(EntityId, EntityId)>,
) -> Vec<Candidate> {
    let known = known(entities, links);
    let (pairs, holders) = pairs(&known);
    let mut found: Vec<(i32, Candidate)> = pairs
        .into_iter()
        .filter_map(|(a, b)| weigh(&known[a], &known[b], &holders))
        .filter(|(_, it)| !judged.contains(&(it.a.clone(), it.b.clone())))
        .collect();
    found.sort_by(|(x, a), (y, b)| y.cmp(x).then_with(|| (&a.a, &a.b).cmp(&(&b.a, &b.b))));
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn known<'a>(entities: &'a [Entity], links: &'a [Link]) -> Vec<Known<'a>> {
    let mut company: BTreeMap<&EntityId, BTreeSet<&EntityId>> = BTreeMap::new();
    for link in links
        .iter()
        .filter(|link| link.layer != Layer::NamedTogether)
    {
        company.entry(&link.from).or_default().insert(&link.to);
        company.entry(&link.to).or_default().insert(&link.from);
    }
    let wanted =
        |entity: &&Entity| matches!(entity.kind, EntityKind::Person | EntityKind::Organisation);
    let mut known: Vec<Known<'_>> = entities
        .iter()
        .filter(wanted)
        .map(|entity| Known {
            entity,
            names: std::iter::once(&entity.name)
                .chain(&entity.aliases)
                .filter_map(|name| parts(name, entity.kind))
                .collect(),
            documents: entity.documents.iter().collect(),
            company: company.remove(&entity.id).unwrap_or_default(),
        })
        .filter(|known| !known.names.is_empty())
        .collect();
    known.sort_by(|a, b| a.entity.id.cmp(&b.entity.id));
    known
}

/// The keys of the parts of a name; `None` for a name that says only what sort of body it is.
fn parts(name: &str, kind: EntityKind) -> Option<Vec<String>> {
    let tokens = name_of(name, kind);
    if kind == EntityKind::Organisation && generic_class(&tokens).is_some() {
        return None;
    }
    let keys: Vec<String> = tokens
        .iter()
        .map(|token| name_key(token))
        .filter(|key| !key.is_empty())
        .collect();
    (!keys.is_empty()).then_some(keys)
}

type Holders<'a> = BTreeMap<(EntityKind, &'a str), BTreeSet<usize>>;

/// Pairs worth a look: they share a part of a name, an identifier, or the beginning and length of a one-word name.
fn pairs<'a>(known: &'a [Known<'_>]) -> (BTreeSet<(usize, usize)>, Holders<'a>) {
    let mut holders: Holders<'_> = BTreeMap::new();
    let mut others: BTreeMap<(EntityKind, String), BTreeSet<usize>> = BTreeMap::new();
    for (at, it) in known.iter().enumerate() {
        let kind = it.entity.kind;
        for name in &it.names {
            for key in name.iter().filter(|key| key.chars().count() > 2) {
                holders.entry((kind, key)).or_default().insert(at);
            }
            if let [one] = name.as_slice() {
                let head: String = one.chars().take(2).collect();
                others
                    .entry((kind, format!("one {head}")))
                    .or_default()
                    .insert(at);
            }
            others
                .entry((kind, format!("letters {}", initials(name))))
                .or_default()
                .insert(at);
        }
        for identifier in &it.entity.identifiers {
            others
                .entry((kind, format!("is {identifier}")))
                .or_default()
                .insert(at);
        }
    }
    let mut pairs = BTreeSet::new();
    for group in holders.values().chain(others.values()) {
        if group.len() > COMMON {
            continue;
        }
        for &a in group {
            pairs.extend(group.range(a + 1..).map(|&b| (a, b)));
        }
    }
    (pairs, holders)
}

/// The first letters of a name's words; of one word, the word itself, so that an acronym meets what it stands for.
fn initials(name: &[String]) -> String {
    match name {
        [one] => one.clone(),
        _ => name.iter().filter_map(|key| key.chars().next()).collect(),
    }
}

fn weigh(a: &Known<'_>, b: &Known<'_>, holders: &Holders<'_>) -> Option<(i32, Candidate)> {
    let mut speaks_for: Vec<Sign> = Vec::new();
    let mut speaks_against = Vec::new();
    let identifiers: BTreeSet<String> = a.entity.identifiers.iter().map(|it| fold(it)).collect();
    if b.entity
        .identifiers
        .iter()
        .any(|it| identifiers.contains(&fold(it)))
    {
        speaks_for.push(Sign::Identifier);
    }
    let alike = best(a, b);
    speaks_for.extend(alike);
    if speaks_for.is_empty() {
        return None;
    }
    let shared = a.company.intersection(&b.company).count();
    if shared >= COMPANY {
        speaks_for.push(Sign::Company(shared));
    }
    let roles: BTreeSet<_> = a.entity.roles.iter().map(|held| held.role).collect();
    if b.entity.roles.iter().any(|held| roles.contains(&held.role)) {
        speaks_for.push(Sign::Role);
    }
    if differ(a, b) {
        speaks_against.push(Sign::Names);
    }
    if a.documents.intersection(&b.documents).next().is_some() {
        speaks_against.push(Sign::Together);
    }
    let crowd = crowd(a, b, holders);
    if crowd > 2 {
        speaks_against.push(Sign::CommonName(crowd));
    }
    let weight: i32 = speaks_for
        .iter()
        .chain(&speaks_against)
        .map(|sign| sign.weight())
        .sum();
    let candidate = Candidate {
        a: a.entity.id.clone(),
        b: b.entity.id.clone(),
        speaks_for,
        speaks_against,
    };
    (weight > 0).then_some((weight, candidate))
}

/// The strongest way in which any two of their names are alike.
fn best(a: &Known<'_>, b: &Known<'_>) -> Option<Sign> {
    let signs = a
        .names
        .iter()
        .flat_map(|x| b.names.iter().filter_map(|y| alike(x, y)));
    signs.max_by_key(|sign| (sign.weight(), std::cmp::Reverse(*sign)))
}

fn alike(x: &[String], y: &[String]) -> Option<Sign> {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if let ([one], true) = (short, long.len() > 1)
        && *one == initials(long)
        && one.chars().count() > 1
    {
        return Some(Sign::Acronym);
    }
    if let ([one], [other]) = (x, y) {
        let close = one != other && near(one, other);
        return (one == other)
            .then_some(Sign::Within)
            .or(close.then_some(Sign::OneWord));
    }
    let left: Vec<&String> = short.iter().filter(|part| !long.contains(part)).collect();
    let over: Vec<&String> = long.iter().filter(|part| !short.contains(part)).collect();
    let shares = short
        .iter()
        .any(|part| part.chars().count() > 2 && long.contains(part));
    match left[..] {
        [] => Some(Sign::Within),
        [part] if shares => over.iter().find_map(|other| {
            let first = |name: &str| name.chars().next();
            let initial = part.chars().count() == 1 || other.chars().count() == 1;
            if initial && first(part) == first(other) {
                Some(Sign::Initial)
            } else {
                near(part, other).then_some(Sign::Spelling)
            }
        }),
        _ => None,
    }
}

/// Whether two keys differ by one edit, or two where both are long.
fn near(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    let allowed = match shorter {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    strsim::osa_distance(a, b) <= allowed
}

/// Whether the longest names of both are full and each has a part of which the other has nothing like it.
fn differ(a: &Known<'_>, b: &Known<'_>) -> bool {
    let longest = |known: &Known<'_>| known.names.iter().max_by_key(|name| name.len()).cloned();
    let (Some(x), Some(y)) = (longest(a), longest(b)) else {
        return false;
    };
    let strange = |part: &String, among: &[String]| {
        part.chars().count() > 1
            && !among.iter().any(|other| {
                other == part
                    || near(part, other)
                    || (other.chars().count() == 1 && part.starts_with(other.as_str()))
            })
    };
    x.len() > 1
        && y.len() > 1
        && x.iter().any(|part| strange(part, &y))
        && y.iter().any(|part| strange(part, &x))
}

/// How many entities hold the rarest part that the two share; 0 if they share none.
fn crowd(a: &Known<'_>, b: &Known<'_>, holders: &Holders<'_>) -> usize {
    let of =
        |known: &Known<'_>| -> BTreeSet<String> { known.names.iter().flatten().cloned().collect() };
    of(a)
        .intersection(&of(b))
        .filter_map(|key| holders.get(&(a.entity.kind, key.as_str())))
        .map(BTreeSet::len)
        .min()
        .unwrap_or(0)
}
