//! The case file: what a person is shown of a case.
//!
//! [`CaseFile::of`] turns a [`Study`] into plain words and numbers; redaction then masks them, and
//! only then may they be laid out.

mod calls;
mod claims;
mod findings;
mod links;
mod open;
mod people;
mod places;
mod plan;
mod ranks;
#[cfg(test)]
pub(crate) mod ring;
mod roles;
#[cfg(test)]
pub(crate) mod sample;
mod study;
mod text;
mod timeline;
mod types;

pub(crate) use calls::{zone_names, zone_of};
pub(crate) use links::spoken;
pub use study::{CustodyLine, EvidenceLine, Study};
#[cfg(test)]
pub(crate) use text::Marked;
pub(crate) use text::{Edit, Mark, Name, Passage, Shown};
pub use types::CaseFile;
pub(crate) use types::*;

use model::{Certainty, DocumentId, EntityId, Judgement, JudgementId, Language, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// What the pieces of a case file are put together from.
struct Desk<'a> {
    study: &'a Study,
    places: places::Places<'a>,
    /// Entities by identifier.
    entities: BTreeMap<&'a EntityId, &'a model::Entity>,
    /// Index of each claim in the case file, and the claim.
    claims: BTreeMap<&'a model::ClaimId, (usize, &'a model::Claim)>,
    /// Contacts by identifier.
    contacts: BTreeMap<&'a model::ContactId, &'a model::Contact>,
    /// The zone in which hours, days and months of contacts are told.
    zone: jiff::tz::TimeZone,
    /// Who is named at which place.
    named: BTreeMap<&'a model::Place, &'a EntityId>,
    /// Judgements that nobody took back.
    judged: Vec<&'a Judgement>,
}

impl<'a> Desk<'a> {
    fn of(study: &'a Study) -> Self {
        let claims = study.facts.iter().flat_map(|facts| &facts.claims);
        let undone: BTreeSet<&JudgementId> = study
            .judgements
            .iter()
            .filter_map(|one| match &one.verdict {
                Verdict::Undo { judgement } => Some(judgement),
                _ => None,
            })
            .collect();
        Self {
            study,
            places: places::Places::of(study),
            entities: study
                .resolution
                .entities
                .iter()
                .map(|one| (&one.id, one))
                .collect(),
            claims: claims
                .enumerate()
                .map(|(at, claim)| (claim.id(), (at, claim)))
                .collect(),
            contacts: study.contacts.iter().map(|one| (&one.id, one)).collect(),
            zone: calls::zone(study),
            named: study
                .facts
                .iter()
                .flat_map(|facts| &facts.mentions)
                .filter_map(|one| Some((&one.place, study.resolution.of_mention.get(&one.id)?)))
                .collect(),
            judged: study
                .judgements
                .iter()
                .filter(|one| !undone.contains(&one.id))
                .collect(),
        }
    }

    /// The name of an entity as the case file shows it.
    fn name(&self, id: &EntityId) -> Name {
        Name {
            entity: Some(id.clone()),
            text: self
                .entities
                .get(id)
                .map_or_else(|| id.to_string(), |one| one.name.clone()),
            protected: false,
        }
    }

    /// Which origin a document goes back to.
    fn origin(&self, document: &DocumentId) -> usize {
        let mut origins = self.study.assessment.origins.iter();
        origins
            .position(|origin| origin.documents.contains(document))
            // Records and pictures are in no origin of texts: each is one of its own.
            .unwrap_or(self.study.assessment.origins.len() + self.places.document(document))
    }

    /// The grade a person set for a document, the last one.
    fn grade(&self, document: &DocumentId) -> Option<String> {
        let graded = self
            .judged
            .iter()
            .rev()
            .find_map(|one| match &one.verdict {
                Verdict::Grade {
                    document: of,
                    grade,
                } if of == document => Some(*grade),
                _ => None,
            })?;
        let source = graded
            .source
            .map_or_else(|| "F".to_owned(), |letter| letter.to_string());
        Some(format!("{source}{}", graded.information.unwrap_or(6)))
    }
}

impl CaseFile {
    /// What is shown of a study. Not masked yet.
    pub fn of(study: &Study) -> Self {
        let mut desk = Desk::of(study);
        let mut case = Self {
            name: study.name.clone(),
            documents: documents(&desk),
            claims: claims::lines(&desk),
            receipts: calls::receipts(&desk),
            gaps: findings::gaps(&desk),
            origins: findings::origins(&desk),
            unread: open::unread(&desk),
            undecided: open::undecided(&desk),
            judgements: open::judgements(&desk),
            evidence: open::evidence(&desk),
            custody: open::custody(&desk),
            ..Self::default()
        };
        (case.people, case.bodies) = people::lines(&mut desk);
        (case.nodes, case.layers) = links::lines(&mut desk, &case.people, &case.bodies);
        case.roles = roles::groups(&mut desk, &case);
        case.plan = plan::plan(&mut desk, &case.people, &case.bodies);
        case.calls = calls::numbers(&mut desk);
        case.records = calls::records(&mut desk);
        case.timeline = timeline::events(&desk);
        case.proceedings = findings::proceedings(&mut desk);
        findings::on_claims(&mut desk, &mut case);
        case.quotes = std::mem::take(&mut desk.places.quotes);
        case.counts = counts(&desk, &case);
        case
    }
}

impl CaseFile {
    /// Whether a document is call records, whose rows stand with the calls.
    pub(crate) fn is_row(&self, document: usize) -> bool {
        let mut receipts = self.receipts.iter();
        receipts.any(|receipt| receipt.document == document)
    }
}

/// All documents, in the order of the study.
fn documents(desk: &Desk<'_>) -> Vec<DocumentLine> {
    let origins = &desk.study.assessment.origins;
    let origin: BTreeMap<&DocumentId, usize> = origins
        .iter()
        .enumerate()
        .flat_map(|(at, origin)| origin.documents.iter().map(move |id| (id, at + 1)))
        .collect();
    let attributed: BTreeMap<&DocumentId, usize> = desk
        .study
        .facts
        .iter()
        .map(|facts| {
            (
                &facts.document,
                facts.claims.iter().filter(|c| !c.is_authors()).count(),
            )
        })
        .collect();
    desk.study
        .documents
        .iter()
        .map(|document| DocumentLine {
            id: document.id.to_string(),
            name: document.name.clone(),
            title: document.title.clone(),
            format: document.format.as_str(),
            language: document.language.as_str(),
            date: document.date.map(|date| date.to_string()),
            publisher: document.publisher.clone(),
            grade: desk.grade(&document.id),
            claims: attributed.get(&document.id).copied().unwrap_or(0),
            origin: origin.get(&document.id).copied(),
            evidence: document.evidence.short().to_owned(),
        })
        .collect()
}

/// How much there is of what.
fn counts(desk: &Desk<'_>, case: &CaseFile) -> Counts {
    let study = desk.study;
    let attributed = || case.claims.iter().filter(|claim| !claim.authors);
    let certainty = Certainty::ALL.iter().map(|one| {
        let word = one.as_str();
        (
            word,
            attributed().filter(|claim| claim.certainty == word).count(),
        )
    });
    let languages = Language::ALL.iter().map(|one| {
        let word = one.as_str();
        (
            word,
            case.documents
                .iter()
                .filter(|document| document.language == word)
                .count(),
        )
    });
    Counts {
        evidence: study.evidence.len(),
        read: study
            .evidence
            .iter()
            .filter(|one| one.state == model::ReadState::Read)
            .count(),
        documents: study.documents.len(),
        origins: study.assessment.origins.len(),
        texts: study
            .assessment
            .origins
            .iter()
            .map(|one| one.documents.len())
            .sum(),
        attributed: attributed().count(),
        authors: case.claims.iter().filter(|claim| claim.authors).count(),
        certainty: certainty.filter(|(_, count)| *count > 0).collect(),
        denied: attributed()
            .filter(|claim| claim.polarity == "denied")
            .count(),
        people: case.people.len(),
        protected: case
            .people
            .iter()
            .filter(|one| !one.protected.is_empty())
            .count(),
        links: study.network.links.len(),
        contacts: study.contacts.iter().map(|contact| contact.count).sum(),
        languages: languages.filter(|(_, count)| *count > 0).collect(),
    }
}
