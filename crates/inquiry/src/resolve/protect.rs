//! Who must never be shown or become a target: protection, and how it reaches everything that may be a protected person's.
//!
//! Protection follows from roles, and from who paid for whose journey (`fares`). It then reaches kin, whatever carries a form of a protected person's name (whether or
//! not it is proved to be the same person), and the numbers and addresses he uses.

use super::details;
use super::doubt;
use super::fares;
use super::node::{Case, name_of};
use super::roles::{Index, runs, ties};
use super::theirs;
use crate::fold::{fold, name_key, nominatives, words};
use crate::harming;
use crate::turns;
use model::{
    Document, DocumentId, Entity, EntityKind, Layer, MentionKind, Place, Protection, Role,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why each entity is protected, in the order of the entities.
type Reasons = [BTreeSet<Protection>];

/// Adds to `reasons` everything that protects. `cleared` are those whom a person judged not to hold a role that does.
pub(super) fn assign(
    case: &Case<'_>,
    index: &Index<'_>,
    entities: &[Entity],
    cleared: &BTreeSet<usize>,
    reasons: &mut Reasons,
) {
    for (entity, reasons) in entities.iter().zip(reasons.iter_mut()) {
        let in_office = entity
            .roles
            .iter()
            .any(|held| matches!(held.role, Role::Official | Role::Lawyer | Role::Journalist));
        let protects = entity.roles.iter().filter(|held| match held.role {
            // That somebody is somebody's wife protects nobody; whose wife she is decides.
            Role::Relative => held.judgement.is_some(),
            // Who tells a court of his own work speaks in public.
            Role::Witness => held.judgement.is_some() || !in_office,
            _ => true,
        });
        reasons.extend(protects.filter_map(|held| held.role.protects()));
    }
    unnamed(case, index, entities, reasons);
    fares::passengers(case, index, entities, reasons);
    relatives(case, index, entities, reasons);
    possibly_the_same(entities, reasons);
    doubt::protect(case, index, entities, cleared, reasons);
    things(case, index, entities, reasons);
    theirs::protect(case, index, reasons);
    details::protect(case, index, entities, reasons);
}

/// Who answers an interview, or is heard, under a label that no name stands behind is a source whose name was kept
/// back: by what he calls his own he could be found.
fn unnamed(case: &Case<'_>, index: &Index<'_>, entities: &[Entity], reasons: &mut Reasons) {
    for (number, facts) in case.facts.iter().enumerate() {
        let behind = &case.behind[number];
        let labels = case.documents[number].map(answering).unwrap_or_default();
        let nameless = |part: usize, start: usize| {
            labels
                .get(&(part, start))
                .is_some_and(|label| !behind.contains_key(&(part, label.clone())))
        };
        for mention in &facts.mentions {
            if nameless(mention.place.part, mention.place.span.start)
                && let Some(at) = index.entity(&mention.id)
                && !runs(&entities[at])
            {
                reasons[at].insert(Protection::Witness);
            }
        }
    }
}

/// Labels of those who answer in a document's turns, by part and first byte. "A" beside "B" is one of two who talk.
fn answering(document: &Document) -> BTreeMap<(usize, usize), String> {
    let mut found = BTreeMap::new();
    for (number, part) in document.parts.iter().enumerate() {
        let labels: Vec<(usize, String)> = turns::speakers(part)
            .map(|it| {
                (
                    it.start,
                    turns::label(it.of(&part.text).unwrap_or_default()),
                )
            })
            .collect();
        let two = labels.iter().any(|(_, label)| label == "b");
        let asked = labels.iter().any(|(_, label)| turns::is_asker(label));
        // "K." answers an interviewer: somebody whose name was kept back.
        let initial = |label: &str| {
            asked
                && label.chars().filter(|c| c.is_alphabetic()).count() <= 2
                && !turns::is_asker(label)
        };
        found.extend(
            labels
                .into_iter()
                .filter(|(_, label)| {
                    turns::is_answerer(label) && !(two && label == "a") || initial(label)
                })
                .map(|(start, label)| ((number, start), label)),
        );
    }
    found
}

/// Kin of a protected person could be used to find him. Kin of kin are not followed, and who is said to
/// run the network, or to harm people, is not hidden for being somebody's cousin.
///
/// Where the text does not name whose kin somebody is ("the mother of one of them, X"), he is protected if the
/// same document speaks of somebody protected, or calls that somebody a victim.
fn relatives(case: &Case<'_>, index: &Index<'_>, entities: &[Entity], reasons: &mut Reasons) {
    let central: Vec<bool> = reasons.iter().map(|r| !r.is_empty()).collect();
    let harmful = harmful(case, index);
    let offends = |at: usize| runs(&entities[at]) || harmful.contains(&at);
    let mut named: BTreeSet<usize> = BTreeSet::new();
    let is_known = |at: usize| !Forms::of(&entities[at]).is_empty();
    for (from, to) in ties(case, Layer::Kin, index) {
        // "A" and "the mother" are no names: whose kin it is stays untold.
        if is_known(from) && is_known(to) {
            named.extend([from, to]);
        }
        for (one, other) in [(from, to), (to, from)] {
            if central[one] && !offends(other) {
                reasons[other].insert(Protection::Relative);
            }
        }
    }
    let speak_of_victims: BTreeSet<_> = entities
        .iter()
        .zip(&central)
        .filter(|(_, central)| **central)
        .flat_map(|(entity, _)| &entity.documents)
        .collect();
    let harm = entities.iter().flat_map(|entity| &entity.roles);
    let speak_of_harm: BTreeSet<_> = harm
        .filter(|held| held.role.runs())
        .flat_map(|held| &held.places)
        .map(|place| &place.document)
        .collect();
    let documents = case.documents.iter().copied().flatten();
    let documents: BTreeMap<_, _> = documents.map(|it| (&it.id, it)).collect();
    let tells_harm = |place: &Place| {
        let part = documents
            .get(&place.document)
            .and_then(|document| document.parts.get(place.part));
        speak_of_harm.contains(&place.document)
            || part.is_some_and(|part| harming::is_told(&part.text))
    };
    for (at, entity) in entities.iter().enumerate() {
        let said = entity
            .roles
            .iter()
            .filter(|held| held.role == Role::Relative)
            .flat_map(|held| &held.places)
            .any(|place: &Place| {
                speak_of_victims.contains(&place.document)
                    || names_victim(&documents, place, &tells_harm)
            });
        let in_phone_book = is_kin(entity) && !speak_of_victims.is_empty();
        if (said && !named.contains(&at) || in_phone_book) && !offends(at) {
            reasons[at].insert(Protection::Relative);
        }
    }
}

/// Those of whom a text says, right beside their names, that they harm people.
pub(super) fn harmful(case: &Case<'_>, index: &Index<'_>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (facts, document) in case.facts.iter().zip(&case.documents) {
        let Some(document) = document else { continue };
        let people = facts
            .mentions
            .iter()
            .filter(|it| it.kind == MentionKind::Person);
        for mention in people {
            let place = &mention.place;
            let text = document.parts.get(place.part).map(|part| &part.text);
            let before = text.and_then(|text| text.get(..place.span.start));
            let behind = text.and_then(|text| text.get(place.span.end..));
            if behind.is_some_and(harming::is_done) || before.is_some_and(harming::is_done_by) {
                found.extend(index.entity(&mention.id));
            }
        }
    }
    found
}

/// Words for victims without a name, folded.
const VICTIMS: &[&str] = &[
    "victim",
    "survivor",
    "sobreviviente",
    "потерпевш",
    "жертв",
    "trafficked",
    "missing",
    "desaparecid",
    "пропавш",
];

/// Words for those who are victims where somebody is said to recruit or exploit people, folded.
const YOUNG: &[&str] = &[
    "girl",
    "boy",
    "teenager",
    "woman",
    "child",
    "chica",
    "joven",
    "nina",
    "nino",
    "menor",
    "adolescente",
    "muchacha",
    "mujer",
    "девушк",
    "девочк",
    "подрост",
    "школьниц",
    "женщин",
    "студентк",
];

/// Whether a victim without a name stands right beside a word of kin: "a cousin of one of the victims"; `harm` says that the
/// document tells of somebody who runs a network.
fn names_victim(
    documents: &BTreeMap<&DocumentId, &Document>,
    place: &Place,
    harm: &dyn Fn(&Place) -> bool,
) -> bool {
    let document = documents.get(&place.document);
    let Some(part) = document.and_then(|document| document.parts.get(place.part)) else {
        return false;
    };
    let text = part.text.as_str();
    let from = text.floor_char_boundary(place.span.start.saturating_sub(BESIDE));
    let to = text.ceil_char_boundary((place.span.end + BESIDE).min(text.len()));
    let words = fold(text.get(from..to).unwrap_or_default());
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    holds(VICTIMS)
        || place.span.of(text).is_some_and(harming::is_search)
        || holds(YOUNG) && harm(place)
}

/// How far from a word of kin whose it is may stand, in bytes.
const BESIDE: usize = 60;

/// Words by which people keep their nearest kin in a phone book, folded.
const KIN: [&str; 29] = [
    "mom",
    "mommy",
    "mum",
    "mummy",
    "mama",
    "mami",
    "mamita",
    "mima",
    "mother",
    "dad",
    "daddy",
    "papa",
    "papi",
    "papito",
    "pipo",
    "father",
    "madre",
    "padre",
    "abuela",
    "abuelo",
    "hermano",
    "hermana",
    "granny",
    "мама",
    "мамочка",
    "папа",
    "бабушка",
    "брат",
    "сестра",
];

/// Whether somebody is known by nothing but a word of kin: whoever kept the number has him for family.
fn is_kin(entity: &Entity) -> bool {
    entity.kind == EntityKind::Person
        && words(&entity.name)
            .iter()
            .all(|word| KIN.contains(&word.folded.as_str()))
}

/// One form of a name: the keys of its tokens, or their first letters where it has only those.
type Form = Vec<String>;

/// The forms of one name that may be compared.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// Those of most tokens: who he is.
    full: BTreeSet<Form>,
    /// Single words that are no part of a full form: nicknames; or all there is.
    single: BTreeSet<Form>,
}

impl Forms {
    /// The forms of an entity that may be a person, or be called by a person's name: a contact, an address.
    pub(super) fn of(entity: &Entity) -> Self {
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        let mut all: BTreeSet<Form> = BTreeSet::new();
        match entity.kind {
            EntityKind::Person => all.extend(names.flat_map(|name| forms(name))),
            EntityKind::Phone => all.extend(
                names
                    .filter(|name| name.chars().filter(char::is_ascii_digit).count() < 5)
                    .flat_map(|name| forms(name)),
            ),
            EntityKind::Address => all.extend(
                names
                    .filter_map(|name| name.split_once('@'))
                    .flat_map(|(local, _)| forms(local)),
            ),
            _ => {}
        }
        let most = all.iter().map(Vec::len).max().unwrap_or(0);
        let full: BTreeSet<Form> = all
            .iter()
            .filter(|form| form.len() == most && most > 1)
            .cloned()
            .collect();
        let single = all
            .into_iter()
            .filter(|form| form.len() == 1 && !full.iter().any(|full| covers(form, full)))
            .collect();
        Self { full, single }
    }

    /// Whether it names nobody.
    fn is_empty(&self) -> bool {
        self.full.is_empty() && self.single.is_empty()
    }

    /// Whether it has more than one word of a name.
    pub(super) fn is_full(&self) -> bool {
        !self.full.is_empty()
    }

    /// Whether it is a single word, and the first of the other's names.
    pub(super) fn is_given_of(&self, other: &Self) -> bool {
        let first = |word: &String| other.full.iter().any(|full| full.first() == Some(word));
        !self.is_full() && self.single.iter().flatten().any(first)
    }

    /// Whether the two may name one person.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        let held = |short: &BTreeSet<Form>, long: &BTreeSet<Form>| {
            short
                .iter()
                .any(|short| long.iter().any(|long| covers(short, long)))
        };
        held(&self.full, &other.full)
            || held(&other.full, &self.full)
            || held(&self.single, &other.full)
            || held(&other.single, &self.full)
            || held(&self.single, &other.single)
    }

    /// Keys under which others find it.
    fn keys(&self) -> impl Iterator<Item = &String> {
        self.full.iter().chain(&self.single).flatten()
    }
}

/// The forms of a name as written: with a capital somewhere, only the words with capitals name somebody.
fn forms(name: &str) -> Vec<Form> {
    let all = words(name);
    let capitals: String = all
        .iter()
        .filter(|word| word.capital)
        .filter_map(|word| word.span.of(name))
        .collect::<Vec<_>>()
        .join(" ");
    let told = if capitals.is_empty() { name } else { &capitals };
    let letters: Vec<String> = name_of(told, EntityKind::Person)
        .into_iter()
        .filter(|token| token.chars().any(char::is_alphabetic))
        .collect();
    nominatives(&letters)
        .into_iter()
        .map(|form| form.iter().map(|token| key(token)).collect())
        .filter(|form: &Form| form.iter().any(|key| key.chars().count() > 1))
        .collect()
}

/// The key of a token; an initial keeps its letter.
fn key(token: &str) -> String {
    let key = name_key(token);
    if key.is_empty() { fold(token) } else { key }
}

/// Whether every word of `short` has one of its own in `long`: the same, or the first letter of it.
fn covers(short: &[String], long: &[String]) -> bool {
    let mut used = vec![false; long.len()];
    let mut whole = false;
    for token in short {
        let found = long.iter().enumerate().find(|(at, other)| {
            let initial = token.chars().count() == 1 || other.chars().count() == 1;
            let same = token == *other || initial && token.chars().next() == other.chars().next();
            !used[*at] && same
        });
        let Some((at, other)) = found else {
            return false;
        };
        used[at] = true;
        whole |= token == other && token.chars().count() > 1;
    }
    whole && short.len() <= long.len()
}

/// What carries a form of a protected person's name is protected as he is, though nobody has shown that it is his:
/// "Maikel" in a transcript where the minor's full name stands in a letter, and the other way round.
///
/// Who is said to run the network is not, if he has a full name of his own or somebody else who runs it has that name;
/// a protected person who is also said to run it protects all his pieces.
fn possibly_the_same(entities: &[Entity], reasons: &mut Reasons) {
    let forms: Vec<Forms> = entities.iter().map(Forms::of).collect();
    let mut by_key: BTreeMap<&String, BTreeSet<usize>> = BTreeMap::new();
    for (at, own) in forms.iter().enumerate() {
        if entities[at].kind == EntityKind::Person {
            for key in own.keys() {
                by_key.entry(key).or_default().insert(at);
            }
        }
    }
    let held: Vec<BTreeSet<Protection>> = reasons.to_vec();
    let others = |at: usize| -> BTreeSet<usize> {
        let near = forms[at].keys().filter_map(|key| by_key.get(key)).flatten();
        near.copied().filter(|other| *other != at).collect()
    };
    // A protected person of whom only one word is known is somebody's piece where the full name is protected too.
    let explained: BTreeSet<usize> = (0..entities.len())
        .filter(|at| !held[*at].is_empty() && forms[*at].full.is_empty())
        .filter(|at| {
            others(*at).iter().any(|other| {
                !held[*other].is_empty()
                    && !forms[*other].full.is_empty()
                    && forms[*at].may_be(&forms[*other])
            })
        })
        .collect();
    for (at, own) in forms.iter().enumerate() {
        let near = others(at);
        let another_runs = || {
            near.iter().any(|other| {
                held[*other].is_empty()
                    && runs(&entities[*other])
                    && !forms[*other].full.is_empty()
                    && own.may_be(&forms[*other])
            })
        };
        let exempt = runs(&entities[at]) && (!own.full.is_empty() || another_runs());
        for &other in &near {
            let taken = held[other].is_empty()
                || exempt && !runs(&entities[other])
                || !own.full.is_empty() && explained.contains(&other);
            if !taken && own.may_be(&forms[other]) {
                reasons[at].extend(&held[other]);
            }
        }
    }
}

/// The phone, address or paper of a protected person or group is protected as they are.
fn things(case: &Case<'_>, index: &Index<'_>, entities: &[Entity], reasons: &mut Reasons) {
    for (who, what) in ties(case, Layer::Uses, index) {
        let bears = |at: usize| matches!(entities[at].kind, EntityKind::Person | EntityKind::Group);
        let (who, what) = if bears(who) { (who, what) } else { (what, who) };
        let thing = matches!(
            entities[what].kind,
            EntityKind::Phone | EntityKind::Address | EntityKind::Document
        );
        if thing && bears(who) {
            let held = reasons[who].clone();
            reasons[what].extend(held);
        }
    }
}
