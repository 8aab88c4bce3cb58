//! One JSON object for each noun: the shapes of `--json` and of the JSON Lines export.
//!
//! Nothing is masked here; [`Mask::json`](crate::redact::Mask::json) does that on the way out.

use crate::casefile::Study;
use model::{
    Claim, Contact, Document, DocumentId, Entity, EntityId, Finding, FindingKind, Gap, Link,
    Mention, Origin, Place, Proceeding, Source, Span,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A study with its documents and entities at hand by identifier.
pub struct Lookup<'study> {
    /// The study.
    pub study: &'study Study,
    documents: BTreeMap<&'study DocumentId, &'study Document>,
    entities: BTreeMap<&'study EntityId, &'study Entity>,
}

impl<'study> Lookup<'study> {
    /// Indexes a study.
    pub fn of(study: &'study Study) -> Self {
        Self {
            study,
            documents: study
                .documents
                .iter()
                .map(|document| (&document.id, document))
                .collect(),
            entities: study
                .resolution
                .entities
                .iter()
                .map(|entity| (&entity.id, entity))
                .collect(),
        }
    }

    /// The file a document was read from, with the path inside its container.
    pub fn file(&self, id: &DocumentId) -> String {
        match self.documents.get(id) {
            Some(Document {
                name,
                path: Some(path),
                ..
            }) => format!("{name}/{path}"),
            Some(document) => document.name.clone(),
            None => id.to_string(),
        }
    }

    /// The name of an entity.
    pub fn name(&self, id: &EntityId) -> String {
        self.entities
            .get(id)
            .map_or_else(|| id.to_string(), |entity| entity.name.clone())
    }

    /// The words at a span of a document's part.
    pub fn words(&self, document: &DocumentId, part: usize, span: Span) -> &'study str {
        self.documents
            .get(document)
            .and_then(|document| document.parts.get(part))
            .and_then(|part| span.of(&part.text))
            .unwrap_or_default()
    }

    /// The name of a part that stands beside the text of its document ("deleted text", "comments"), if it does.
    pub fn beside(&self, document: &DocumentId, part: usize) -> Option<&'study str> {
        let part = self.documents.get(document)?.parts.get(part)?;
        part.kind.is_beside().then_some(part.label.as_str())
    }

    fn span(&self, document: &DocumentId, part: usize, span: Span) -> Value {
        json!({"start": span.start, "end": span.end, "text": self.words(document, part, span)})
    }

    fn place(&self, place: &Place) -> Value {
        json!({
            "file": self.file(&place.document), "document": place.document, "part": place.part,
            "start": place.span.start, "end": place.span.end,
            "text": self.words(&place.document, place.part, place.span),
        })
    }
}

/// The kind of a claim's source in one word.
pub const fn source_kind(source: &Source) -> &'static str {
    match source {
        Source::Named { .. } => "named",
        Source::Speaker { .. } => "speaker",
        Source::Nobody => "nobody",
        Source::Publisher => "publisher",
    }
}

/// A claim.
pub fn claim(at: &Lookup<'_>, claim: &Claim) -> Value {
    let span = |span: Span| at.span(&claim.document, claim.part, span);
    json!({
        "type": "claim", "id": claim.id(), "file": at.file(&claim.document),
        "document": claim.document, "part": claim.part, "beside": at.beside(&claim.document, claim.part),
        "sentence": claim.sentence, "source": claim.source.span().map(span), "source_kind": source_kind(&claim.source),
        "source_entity": at.study.resolution.of_claim.get(claim.id()),
        "chain": claim.chain.iter().map(|it| span(*it)).collect::<Vec<_>>(),
        "cue": claim.cue.map(span),
        "content": claim.content.iter().map(|it| span(*it)).collect::<Vec<_>>(),
        "certainty": claim.certainty, "polarity": claim.polarity, "kind": claim.kind,
        "time": claim.time.as_ref().map(|time| json!({"start": time.span.start, "end": time.span.end, "value": time.value})),
        "confidence": rounded(claim.confidence), "rule": claim.rule,
    })
}

/// A confidence with the two digits it deserves.
pub fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

/// A mention.
pub fn mention(at: &Lookup<'_>, mention: &Mention) -> Value {
    json!({
        "type": "mention", "id": mention.id, "file": at.file(&mention.place.document),
        "document": mention.place.document, "part": mention.place.part,
        "start": mention.place.span.start, "end": mention.place.span.end, "text": mention.text,
        "kind": mention.kind, "value": mention.value,
        "entity": at.study.resolution.of_mention.get(&mention.id),
    })
}

/// An entity.
pub fn entity(at: &Lookup<'_>, entity: &Entity) -> Value {
    let roles: Vec<Value> = entity
        .roles
        .iter()
        .map(|held| {
            let places: Vec<Value> = held.places.iter().map(|place| at.place(place)).collect();
            json!({"role": held.role, "certainty": held.certainty, "claims": held.claims,
                   "judgement": held.judgement, "places": places})
        })
        .collect();
    let position = at
        .study
        .network
        .positions
        .iter()
        .find(|position| position.entity == entity.id);
    json!({
        "type": "entity", "id": entity.id, "kind": entity.kind, "name": entity.name,
        "aliases": entity.aliases, "identifiers": entity.identifiers, "roles": roles,
        "protected": entity.protected, "documents": entity.documents, "mentions": entity.mentions,
        "reasons": entity.reasons, "position": position,
    })
}

/// A link.
pub fn link(at: &Lookup<'_>, link: &Link) -> Value {
    json!({
        "type": "link", "id": link.id, "from": link.from, "to": link.to,
        "from_name": at.name(&link.from), "to_name": at.name(&link.to), "layer": link.layer,
        "weight": link.weight, "first": link.interval.first, "last": link.interval.last,
        "certainty": link.certainty, "alleged_only": link.alleged_only, "denied": link.denied,
        "claims": link.claims, "contacts": link.contacts,
        "places": link.places.iter().map(|place| at.place(place)).collect::<Vec<_>>(),
    })
}

/// A contact, with everything its record says.
pub fn contact(contact: &Contact) -> Value {
    let mut value = json!(contact);
    value["type"] = json!("contact");
    value
}

/// A finding.
pub fn finding(at: &Lookup<'_>, finding: &Finding) -> Value {
    let aspect = match finding.kind() {
        FindingKind::Contradiction { aspect } => Some(aspect),
        _ => None,
    };
    let origins = match finding.kind() {
        FindingKind::Corroboration { origins } => Some(origins),
        _ => None,
    };
    json!({
        "type": "finding", "id": finding.id(), "kind": finding.kind().as_str(), "aspect": aspect,
        "origins": origins, "summary": finding.summary(), "claims": finding.claims(),
        "places": finding.places().iter().map(|place| at.place(place)).collect::<Vec<_>>(),
    })
}

/// An origin.
pub fn origin(at: &Lookup<'_>, origin: &Origin) -> Value {
    let document = |id: &DocumentId| json!({"id": id, "file": at.file(id)});
    let drifts: Vec<Value> = origin
        .drifts
        .iter()
        .map(|drift| {
            json!({"before": at.place(&drift.before), "what": drift.what,
                   "after": drift.after.as_ref().map(|place| at.place(place))})
        })
        .collect();
    json!({
        "type": "origin", "id": origin.id, "head": document(&origin.head),
        "documents": origin.documents.iter().map(document).collect::<Vec<_>>(),
        "reasons": origin.reasons, "drifts": drifts,
    })
}

/// A gap.
pub fn gap(at: &Lookup<'_>, gap: &Gap) -> Value {
    let span = |span: Span| at.span(&gap.place.document, gap.place.part, span);
    json!({
        "type": "gap", "id": gap.id, "file": at.file(&gap.place.document),
        "document": gap.place.document, "part": gap.place.part,
        "start": gap.place.span.start, "end": gap.place.span.end,
        "text": at.words(&gap.place.document, gap.place.part, gap.place.span),
        "kind": gap.kind, "cue": span(gap.cue), "about": gap.about.map(span), "by": gap.by.map(span),
    })
}

/// A step of a proceeding.
pub fn proceeding(at: &Lookup<'_>, step: &Proceeding) -> Value {
    let span = |span: Span| at.span(&step.place.document, step.place.part, span);
    json!({
        "type": "proceeding", "id": step.id, "file": at.file(&step.place.document),
        "document": step.place.document, "part": step.place.part,
        "start": step.place.span.start, "end": step.place.span.end,
        "text": at.words(&step.place.document, step.place.part, step.place.span),
        "stage": step.stage, "who": step.who.map(span), "by": step.by.map(span),
        "offence": step.offence.map(span), "certainty": step.certainty, "claim": step.claim,
    })
}

/// A document without its text.
pub fn document(at: &Lookup<'_>, document: &Document) -> Value {
    json!({
        "type": "document", "id": document.id, "evidence": document.evidence,
        "file": at.file(&document.id), "path": document.path, "format": document.format,
        "language": document.language, "date": document.date, "publisher": document.publisher,
        "title": document.title, "parts": document.parts.len(), "receipt": document.receipt,
    })
}
