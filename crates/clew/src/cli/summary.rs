//! The summary a stranger understands in a minute: what could not be read first, then what was found.

use super::run::ran_json;
use super::view::{View, one_line};
use super::{error::Failure, out};
use crate::run::Ran;
use model::{Aspect, Certainty, Entity, EntityKind, FindingKind, Layer, Role};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Roles in the order in which a reader looks for them.
const ROLES: [Role; 9] = [
    Role::Organiser,
    Role::Recruiter,
    Role::Broker,
    Role::Transporter,
    Role::Exploiter,
    Role::Victim,
    Role::PossibleVictim,
    Role::Recruit,
    Role::Minor,
];

/// Remarks on rows of call records that are printed for each import.
const REMARKS: usize = 4;

/// Prints the summary of a case.
pub(super) fn print(view: &View) -> Result<(), Failure> {
    out::masked(&view.line(&format!("CASE  {}", view.study.name)))?;
    reading(view)?;
    claims(view)?;
    contradictions(view)?;
    origins(view)?;
    people(view)?;
    network(view)?;
    unknown(view)?;
    proceedings(view)?;
    out::line("")?;
    out::line(
        "Every line above rests on sentences: clew show CASE ID opens them. clew states sources; it decides nothing.",
    )?;
    Ok(())
}

fn head(title: &str) -> Result<(), Failure> {
    Ok(out::line(&format!("\n{title}"))?)
}

fn reading(view: &View) -> Result<(), Failure> {
    let study = &view.study;
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &study.evidence {
        *states.entry(line.state.as_str()).or_default() += 1;
    }
    let count = |state: &str| states.get(state).copied().unwrap_or(0);
    head(&format!(
        "READ   {} files: {} read, {} in part, {} without text, {} refused",
        study.evidence.len(),
        count("read"),
        count("partial"),
        count("no_text"),
        count("refused")
    ))?;
    let unread = study
        .evidence
        .iter()
        .filter(|line| line.state.as_str() != "read");
    for line in unread.clone().take(6) {
        let why = line.state.why().unwrap_or_default();
        out::masked(&view.line(&format!(
            "       {} - {}: {}",
            line.name,
            state_words(line.state.as_str()),
            one_line(&view.mask, why, 90)
        )))?;
    }
    more(unread.count(), 6, "clew status CASE --files")?;
    for document in study
        .documents
        .iter()
        .filter_map(|it| it.receipt.as_ref().map(|receipt| (it, receipt)))
    {
        let (document, receipt) = document;
        let sound = if receipt.adds_up() {
            "adds up"
        } else {
            "DOES NOT ADD UP"
        };
        out::masked(&view.line(&format!(
            "       {}: {} rows in = {} kept + {} rejected; {sound}; times read as {}{}",
            document.name,
            receipt.rows_in,
            receipt.rows_kept,
            receipt.rejected.len(),
            receipt.zone_words(),
            assumed(receipt)
        )))?;
        for remark in receipt.remarks.iter().take(REMARKS) {
            out::masked(&view.line(&format!("         {}", one_line(&view.mask, remark, 200))))?;
        }
        more(receipt.remarks.len(), REMARKS, "clew status CASE --files")?;
    }
    Ok(())
}

/// What is to be said behind a zone that nothing states.
pub(super) fn assumed(receipt: &model::Receipt) -> &'static str {
    if receipt.is_zone_assumed() {
        ", which is assumed: clew add --zone settles it"
    } else {
        ""
    }
}

/// The state of a file in words.
pub(super) fn state_words(state: &str) -> &str {
    match state {
        "partial" => "read in part",
        "no_text" => "no text",
        other => other,
    }
}

fn more(count: usize, shown: usize, how: &str) -> Result<(), Failure> {
    if count > shown {
        out::line(&format!("       ... and {} more: {how}", count - shown))?;
    }
    Ok(())
}

/// Counts of attributed claims by certainty, how many are denials, and the authors' own.
fn claim_counts(view: &View) -> (BTreeMap<Certainty, usize>, usize, usize) {
    let mut by_certainty = BTreeMap::new();
    let (mut denied, mut authors) = (0, 0);
    for claim in view.study.facts.iter().flat_map(|facts| &facts.claims) {
        if claim.is_authors() {
            authors += 1;
            continue;
        }
        *by_certainty.entry(claim.certainty).or_default() += 1;
        denied += usize::from(claim.polarity == model::Polarity::Denied);
    }
    (by_certainty, denied, authors)
}

fn claims(view: &View) -> Result<(), Failure> {
    let (by_certainty, denied, authors) = claim_counts(view);
    let total: usize = by_certainty.values().sum();
    head(&format!(
        "CLAIMS {total} attributed ({denied} of them denials), and {authors} assertions of the authors"
    ))?;
    let words: Vec<String> = by_certainty
        .iter()
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
    counted(&words)
}

/// Counts in one line, where there are some.
fn counted(words: &[String]) -> Result<(), Failure> {
    if !words.is_empty() {
        out::line(&format!("       {}", words.join("  ")))?;
    }
    Ok(())
}

fn contradictions(view: &View) -> Result<(), Failure> {
    let found: Vec<_> = view
        .study
        .assessment
        .findings
        .iter()
        .filter_map(|finding| match finding.kind() {
            FindingKind::Contradiction { aspect } => Some((finding, *aspect)),
            _ => None,
        })
        .collect();
    head(&format!("CONTRADICTIONS {}", found.len()))?;
    for (finding, aspect) in found.iter().take(8) {
        out::masked(&view.line(&format!(
            "  {}  {} ({})",
            finding.id(),
            finding.summary(),
            aspect_words(*aspect)
        )))?;
        for place in finding.places().iter().take(2) {
            out::masked(&view.line(&format!(
                "       {}: \"{}\"",
                view.file(&place.document),
                one_line(&view.mask, view.text(place), 100)
            )))?;
        }
    }
    more(found.len(), 8, "clew findings CASE --kind contradiction")
}

const fn aspect_words(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Predicate => "what is said of it",
        Aspect::Value => "different numbers",
        Aspect::Time => "different times",
        Aspect::Actor => "different actors",
        Aspect::Scope => "one number, different things",
    }
}

fn origins(view: &View) -> Result<(), Failure> {
    let origins = &view.study.assessment.origins;
    let documents: usize = origins.iter().map(|origin| origin.documents.len()).sum();
    head(&format!(
        "ORIGINS {documents} documents with text go back to {} independent origins",
        origins.len()
    ))?;
    for origin in origins
        .iter()
        .filter(|origin| origin.documents.len() > 1)
        .take(6)
    {
        let names: Vec<String> = origin.documents.iter().map(|id| view.file(id)).collect();
        out::masked(&view.line(&format!(
            "  {}  {} documents, 1 origin, wording drifted {} times: {}",
            origin.id,
            origin.documents.len(),
            origin.drifts.len(),
            names.join(", ")
        )))?;
    }
    Ok(())
}

fn people(view: &View) -> Result<(), Failure> {
    let people: Vec<&Entity> = view
        .study
        .resolution
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person)
        .collect();
    let protected = people.iter().filter(|entity| entity.is_protected()).count();
    head(&format!(
        "PEOPLE {} named, {protected} of them protected and masked; roles as the sources give them",
        people.len()
    ))?;
    for role in ROLES {
        let mut holders: Vec<_> = people
            .iter()
            .filter_map(|entity| {
                entity
                    .roles
                    .iter()
                    .find(|held| held.role == role)
                    .map(|held| (*entity, held))
            })
            .collect();
        holders.sort_by_key(|(entity, held)| {
            (
                held.certainty,
                std::cmp::Reverse(entity.documents.len()),
                entity.id.clone(),
            )
        });
        if holders.is_empty() {
            continue;
        }
        // Names that may be a protected person's, or share his surname: only how many there are.
        let (withheld, told): (Vec<_>, Vec<_>) = holders
            .into_iter()
            .partition(|(entity, _)| view.mask.withholds(entity));
        let names: Vec<String> = told
            .iter()
            .take(5)
            .map(|(entity, held)| {
                let name = view.shown_name(&entity.id);
                format!("{name} ({}, {})", held.certainty, entity.id)
            })
            .collect();
        let mut rest = Vec::new();
        if told.len() > 5 {
            rest.push(format!("{} more", told.len() - 5));
        }
        if !withheld.is_empty() {
            rest.push(format!(
                "{} under names that may be, or tell, a protected person's",
                withheld.len()
            ));
        }
        let lead = if names.is_empty() || rest.is_empty() {
            ""
        } else {
            "; "
        };
        out::masked(&view.line(&format!(
            "       {role}: {}{lead}{}",
            names.join(", "),
            rest.join(", ")
        )))?;
    }
    Ok(())
}

fn network(view: &View) -> Result<(), Failure> {
    let mut layers: BTreeMap<Layer, usize> = BTreeMap::new();
    for link in &view.study.network.links {
        *layers.entry(link.layer).or_default() += 1;
    }
    let alleged = view
        .study
        .network
        .links
        .iter()
        .filter(|link| link.alleged_only)
        .count();
    let words: Vec<String> = layers
        .iter()
        .map(|(layer, count)| format!("{layer} {count}"))
        .collect();
    head(&format!(
        "LINKS  {} in {} layers, {alleged} known only from allegations",
        view.study.network.links.len(),
        layers.len()
    ))?;
    counted(&words)
}

fn unknown(view: &View) -> Result<(), Failure> {
    let gaps: Vec<_> = view
        .study
        .facts
        .iter()
        .flat_map(|facts| &facts.gaps)
        .collect();
    head(&format!(
        "NOT KNOWN {} times the evidence itself says so",
        gaps.len()
    ))?;
    for gap in gaps.iter().take(6) {
        out::masked(&view.line(&format!(
            "  {}  {}: {}: \"{}\"",
            gap.id,
            gap.kind,
            view.file(&gap.place.document),
            one_line(&view.mask, view.text(&gap.place), 100)
        )))?;
    }
    more(gaps.len(), 6, "clew findings CASE --kind gap")
}

fn proceedings(view: &View) -> Result<(), Failure> {
    let steps: Vec<_> = view
        .study
        .facts
        .iter()
        .flat_map(|facts| &facts.proceedings)
        .collect();
    let mut stages: BTreeMap<_, usize> = BTreeMap::new();
    for step in &steps {
        *stages.entry(step.stage).or_default() += 1;
    }
    let words: Vec<String> = stages
        .iter()
        .map(|(stage, count)| format!("{stage} {count}"))
        .collect();
    let told = view.study.assessment.findings.iter();
    let found = told
        .filter(|finding| matches!(finding.kind(), FindingKind::Proceeding { .. }))
        .count();
    head(&format!(
        "PROCEEDINGS {found} steps, told of {} times",
        steps.len()
    ))?;
    counted(&words)
}

/// The summary as one JSON object.
pub(super) fn json(view: &View, ran: &Ran) -> Value {
    let study = &view.study;
    let (by_certainty, denied, authors) = claim_counts(view);
    let mut findings: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &study.assessment.findings {
        *findings.entry(finding.kind().as_str()).or_default() += 1;
    }
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for line in &study.evidence {
        *states.entry(line.state.as_str()).or_default() += 1;
    }
    let people = |entity: &&Entity| entity.kind == EntityKind::Person;
    let protected = study.resolution.entities.iter();
    let (persons, others): (Vec<&Entity>, Vec<&Entity>) = protected
        .filter(|entity| entity.is_protected())
        .partition(people);
    let receipts = study.documents.iter().filter_map(|document| {
        let it = document.receipt.as_ref()?;
        Some(json!({
            "file": document.name, "rows_in": it.rows_in, "rows_kept": it.rows_kept, "rejected": it.rejected.len(),
            "adds_up": it.adds_up(), "zone": it.zone_words(), "zone_from": it.zone_from, "remarks": it.remarks,
        }))
    });
    json!({
        "type": "summary", "case": study.name, "run": ran_json(ran), "evidence": states,
        "claims": by_certainty, "denied": denied, "authors": authors,
        "origins": study.assessment.origins.len(), "findings": findings,
        "entities": study.resolution.entities.len(),
        "persons": study.resolution.entities.iter().filter(people).count(),
        "protected": persons.len(), "protected_things": others.len(),
        "receipts": receipts.collect::<Vec<_>>(),
        "links": study.network.links.len(),
    })
}
