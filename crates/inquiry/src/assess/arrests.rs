//! Arrests of one person held against each other: arrested here and not arrested there, or arrested in two towns.

use super::claims::Claims;
use super::contradict::{Found, Verdict};
use super::lexicon;
use super::said::Said;
use crate::fold::{Word, words};
use model::{
    Aspect, ClaimId, EntityId, Facts, Mention, MentionKind, Proceeding, Resolution, Stage,
};
use std::collections::BTreeMap;

/// What one claim says of the arrest of the only person it names.
struct Told<'a> {
    claim: usize,
    who: &'a EntityId,
    /// Whether he was arrested.
    held: bool,
    /// The town where, and its name.
    town: Option<(&'a EntityId, String)>,
}

/// Most words between a denying word and what it denies.
const NEAR: usize = 3;

/// Contradictions between what is told of arrests, as pairs of claims.
pub(super) fn arrests(
    claims: &Claims<'_>,
    facts: &[Facts],
    resolution: &Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Vec<Found> {
    let mut by_person: BTreeMap<&EntityId, Vec<Told<'_>>> = BTreeMap::new();
    for one in facts {
        let steps = one
            .proceedings
            .iter()
            .filter_map(|step| arrested(one, step, resolution, index));
        let denied = one.claims.iter().filter_map(|claim| {
            let at = *index.get(claim.id())?;
            not_arrested(&claims.all[at], at, one, resolution)
        });
        for told in steps.chain(denied) {
            by_person.entry(told.who).or_default().push(told);
        }
    }
    let mut found = Vec::new();
    for list in by_person.values_mut() {
        list.sort_by_key(|told| (told.claim, told.held));
        for (nth, a) in list.iter().enumerate() {
            found.extend(list[nth + 1..].iter().filter_map(|b| against(claims, a, b)));
        }
    }
    found
}

/// An arrest that a claim tells.
fn arrested<'a>(
    facts: &Facts,
    step: &Proceeding,
    resolution: &'a Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Option<Told<'a>> {
    let claim = *index.get(
        step.claim
            .as_ref()
            .filter(|_| step.stage == Stage::Arrest)?,
    )?;
    let who = step.who?;
    let named = people(facts, step.place.part, |mention| {
        mention.place.span.overlaps(who)
    });
    let own = step.place.span;
    let towns = facts.mentions.iter().filter(|mention| {
        mention.kind == MentionKind::Place
            && mention.place.part == step.place.part
            && own.contains(mention.place.span)
            && mention.place.span.start >= who.end
    });
    let mut towns = towns.filter(|town| !is_country(&town.text));
    let town = towns.next().filter(|_| towns.next().is_none());
    Some(Told {
        claim,
        who: resolution.of_mention.get(&named?.id)?,
        held: true,
        town: town.and_then(|town| {
            let entity = resolution.of_mention.get(&town.id)?;
            Some((entity, town.text.clone()))
        }),
    })
}

/// Of whom a claim says that he was not arrested.
fn not_arrested<'a>(
    said: &Said<'_>,
    at: usize,
    facts: &Facts,
    resolution: &'a Resolution,
) -> Option<Told<'a>> {
    if said.denied() || said.frame.negations != 1 {
        return None;
    }
    let arrest = lexicon::named("arrest")?;
    let content = &said.claim.content;
    let denies = content.iter().any(|span| {
        let all = words(span.of(said.text).unwrap_or_default());
        let held = |word: &Word| lexicon::concepts(&word.folded).any(|concept| concept == arrest);
        all.iter().enumerate().any(|(nth, word)| {
            let before = &all[nth.saturating_sub(NEAR)..nth];
            held(word) && before.iter().any(|it| lexicon::is_negation(&it.folded))
        })
    });
    let inside = |mention: &Mention| content.iter().any(|span| span.contains(mention.place.span));
    let named = people(facts, said.claim.part, inside).filter(|_| denies)?;
    Some(Told {
        claim: at,
        who: resolution.of_mention.get(&named.id)?,
        held: false,
        town: None,
    })
}

/// The only person of a part who fits.
fn people(facts: &Facts, part: usize, fits: impl Fn(&Mention) -> bool) -> Option<&Mention> {
    let mut all = facts.mentions.iter().filter(|mention| {
        mention.kind == MentionKind::Person && mention.place.part == part && fits(mention)
    });
    all.next().filter(|_| all.next().is_none())
}

fn is_country(name: &str) -> bool {
    let all = words(name);
    all.iter()
        .any(|word| lexicon::concepts(&word.folded).any(lexicon::is_country))
}

/// In what two tellings contradict each other, if they do.
fn against(claims: &Claims<'_>, a: &Told<'_>, b: &Told<'_>) -> Option<Found> {
    let (one, other) = (&claims.all[a.claim], &claims.all[b.claim]);
    let elsewhere = one.claim.document != other.claim.document;
    let two = elsewhere || one.told_by_another(other);
    if a.claim == b.claim || !two || one.denied() || other.denied() {
        return None;
    }
    if a.held != b.held {
        let (yes, no) = if a.held { (one, other) } else { (other, one) };
        // Who was not arrested yet may have been later.
        let later = yes.date.zip(no.date).is_some_and(|(yes, no)| no < yes);
        let summary =
            "One source says that a person was arrested, another that the same person was not.";
        return (!later).then(|| found(a, b, Aspect::Predicate, summary, "arrest"));
    }
    let ((x, name), (y, another)) = a.town.as_ref().zip(b.town.as_ref())?;
    let inside = name.contains(another.as_str()) || another.contains(name.as_str());
    let one_time = one.days_meet(other) && !one.when.apart(&other.when);
    let summary =
        "Different places of the arrest of the same person, unless one lies in the other.";
    (x != y && !inside && one_time).then(|| found(a, b, Aspect::Value, summary, "arrested in"))
}

fn found(a: &Told<'_>, b: &Told<'_>, aspect: Aspect, summary: &str, about: &str) -> Found {
    let verdict = Verdict {
        aspect,
        summary: summary.to_owned(),
        about: format!("{about} {}", a.who),
        values: Vec::new(),
    };
    Found::new(a.claim.min(b.claim), a.claim.max(b.claim), verdict)
}
