//! What is open: not read, not decided; and what was handed in, judged and done.

use super::{CustodyRow, Desk, EvidenceRow, JudgementLine, UnreadLine};
use model::{Anchor, EntityKind, ReadState, Source, Verdict};
use std::collections::BTreeMap;

/// Most names that are listed as borne by several people.
const NAMES: usize = 12;

/// Every piece of evidence that was not read in full or is not as it should be.
pub(super) fn unread(desk: &Desk<'_>) -> Vec<UnreadLine> {
    let evidence = desk.study.evidence.iter().enumerate();
    let mut evidence: Vec<_> = evidence
        .filter(|(_, one)| one.state != ReadState::Read || !one.faults.is_empty())
        .collect();
    evidence.sort_by_key(|(at, one)| (one.state == ReadState::Read, *at));
    evidence
        .into_iter()
        .map(|(at, one)| UnreadLine {
            file: one.name.clone(),
            state: one.state.as_str(),
            why: one
                .state
                .why()
                .map(str::to_owned)
                .into_iter()
                .chain(one.faults.iter().map(|fault| match &fault.path {
                    Some(path) => format!("{path}: {}", fault.what),
                    None => fault.what.clone(),
                }))
                .collect(),
            way_out: match one.state {
                ReadState::Read => "Compare with the original.",
                ReadState::Partial(_) => {
                    "Read the rest in the original; a copy in another format can be added beside it."
                }
                ReadState::NoText(_) => {
                    "Have the text recognised (OCR) or typed, and add that beside it."
                }
                ReadState::Refused(_) => {
                    "Open the original with the program it was made with, save it as text or PDF, and add that beside it."
                }
            },
            anchor: format!("v{}", at + 1),
        })
        .collect()
}

/// What the program left open, each in a sentence.
pub(super) fn undecided(desk: &Desk<'_>) -> Vec<String> {
    let mut open = Vec::new();
    let mut bearers: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    let entities = desk.study.resolution.entities.iter();
    for entity in entities.filter(|entity| entity.kind == EntityKind::Person) {
        let bearer = bearers
            .entry(entity.name.to_lowercase())
            .or_insert((0, &entity.name));
        bearer.0 += 1;
    }
    let several: Vec<_> = bearers.values().filter(|(count, _)| *count > 1).collect();
    for (count, name) in several.iter().take(NAMES) {
        open.push(format!(
            "Whether the {count} people named \u{201c}{name}\u{201d} are one: they are kept apart."
        ));
    }
    if several.len() > NAMES {
        open.push(format!(
            "The same for {} more names.",
            several.len() - NAMES
        ));
    }
    for judgement in &desk.judged {
        if let Verdict::Unsure { a, b } = &judgement.verdict {
            open.push(format!(
                "Whether {} and {} are the same: {} looked and left it open.",
                anchor(a),
                anchor(b),
                judgement.who
            ));
        }
    }
    let nobody = desk
        .study
        .facts
        .iter()
        .flat_map(|facts| &facts.claims)
        .filter(|claim| claim.source == Source::Nobody)
        .count();
    if nobody > 0 {
        open.push(format!(
            "Who is on record for {nobody} claims that the texts attribute to nobody."
        ));
    }
    open.extend(desk.study.documents.iter().flat_map(imports));
    let undated = desk
        .study
        .documents
        .iter()
        .filter(|one| one.date.is_none())
        .count();
    match undated {
        0 => {}
        1 => open.push("When one document was written or published.".to_owned()),
        _ => open.push(format!(
            "When {undated} documents were written or published."
        )),
    }
    open
}

/// What an import of call records left open.
fn imports(document: &model::Document) -> Vec<String> {
    let mut open = Vec::new();
    if let Some(receipt) = &document.receipt {
        if receipt.is_zone_assumed() {
            let zone = receipt.map.zone.as_deref().unwrap_or("none");
            open.push(format!(
                "In which time zone {} was recorded: {zone} was assumed.",
                document.name
            ));
        }
        if receipt.masked > 0 {
            open.push(format!(
                "Whose the partly hidden numbers in {} rows of {} are: they are never completed.",
                receipt.masked, document.name
            ));
        }
    }
    open
}

/// How a judged entity is called in a sentence.
fn anchor(anchor: &Anchor) -> String {
    format!("{} \u{201c}{}\u{201d}", anchor.kind, anchor.name)
}

/// All judgements, those taken back among them.
pub(super) fn judgements(desk: &Desk<'_>) -> Vec<JudgementLine> {
    let all = desk.study.judgements.iter();
    all.map(|one| {
        let standing = desk.judged.iter().any(|judged| judged.id == one.id);
        let what = match &one.verdict {
            Verdict::Same { a, b } => format!("{} and {} are the same", anchor(a), anchor(b)),
            Verdict::NotSame { a, b } => {
                format!("{} and {} are not the same", anchor(a), anchor(b))
            }
            Verdict::Unsure { a, b } => {
                format!(
                    "whether {} and {} are the same is open",
                    anchor(a),
                    anchor(b)
                )
            }
            Verdict::Role { who, role } => format!("{} holds the role {role}", anchor(who)),
            Verdict::NotRole { who, role } => {
                format!("{} does not hold the role {role}", anchor(who))
            }
            Verdict::Misread { place } => format!(
                "a claim in {} was misread: nothing follows from it",
                desk.places.file(&place.document)
            ),
            Verdict::Grade { document, grade } => format!(
                "{} is graded {}{}",
                desk.places.file(document),
                grade.source.map(String::from).unwrap_or_default(),
                grade
                    .information
                    .map(|digit| digit.to_string())
                    .unwrap_or_default()
            ),
            Verdict::Undo { judgement } => format!("{} is taken back", judgement.0),
        };
        JudgementLine {
            id: one.id.0.clone(),
            what: if standing {
                what
            } else {
                format!("{what} (taken back)")
            },
            who: one.who.clone(),
            why: one.why.clone(),
            when: one.when.clone(),
        }
    })
    .collect()
}

/// All evidence.
pub(super) fn evidence(desk: &Desk<'_>) -> Vec<EvidenceRow> {
    let all = desk.study.evidence.iter();
    all.map(|one| {
        let date = one.date.map(|date| date.to_string());
        let said: Vec<String> = one.publisher.iter().cloned().chain(date).collect();
        EvidenceRow {
            id: one.id.to_string(),
            name: one.name.clone(),
            size: one.size,
            state: one.state.as_str(),
            from: one.from.clone(),
            basis: one.basis.clone(),
            received: one.received.clone(),
            said: said.join(", "),
        }
    })
    .collect()
}

/// The custody log.
pub(super) fn custody(desk: &Desk<'_>) -> Vec<CustodyRow> {
    let all = desk.study.custody.iter();
    all.map(|one| CustodyRow {
        number: one.number,
        when: one.when.clone(),
        who: one.who.clone(),
        what: one.what.clone(),
        hash: one.hash.clone(),
    })
    .collect()
}
