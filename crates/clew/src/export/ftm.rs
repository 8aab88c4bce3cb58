//! A case as `FollowTheMoney` entities (model 4.11), one JSON object each.
//!
//! Values are written only in the form that the model's own types accept, so that a reader drops nothing:
//! telephone numbers in E.164, dates in ISO 8601, languages in ISO 639-3.

use super::rows::Lookup;
use crate::casefile::Study;
use model::{Claim, Contact, Document, Entity, EntityKind, Language, Layer, Link};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One entity while it is put together: properties are sets of strings.
struct Ftm {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Ftm {
    fn new(id: &impl ToString, schema: &'static str) -> Self {
        Self {
            id: id.to_string(),
            schema,
            properties: BTreeMap::new(),
        }
    }

    /// Adds a value, unless it is empty or there already.
    fn with(mut self, property: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let values = self.properties.entry(property).or_default();
        if !value.is_empty() && !values.contains(&value) {
            values.push(value);
        }
        self
    }

    fn with_all(self, property: &'static str, values: impl IntoIterator<Item = String>) -> Self {
        values
            .into_iter()
            .fold(self, |entity, value| entity.with(property, value))
    }

    fn maybe(self, property: &'static str, value: Option<String>) -> Self {
        self.with_all(property, value)
    }

    fn json(self) -> Value {
        let properties: Map<String, Value> = self
            .properties
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(name, values)| (name.to_owned(), json!(values)))
            .collect();
        json!({"id": self.id, "schema": self.schema, "properties": properties})
    }
}

/// All entities: documents, people and things, links, calls, claims.
pub fn entities(study: &Study) -> Vec<Value> {
    let at = Lookup::of(study);
    let kinds: BTreeMap<_, _> = study
        .resolution
        .entities
        .iter()
        .map(|entity| (&entity.id, entity.kind))
        .collect();
    let mut all: Vec<Ftm> = Vec::new();
    all.extend(study.documents.iter().map(|it| document(&at, it)));
    all.extend(study.resolution.entities.iter().map(entity));
    let of_claims = study
        .network
        .links
        .iter()
        .filter(|link| link.contacts.is_empty() || !link.claims.is_empty());
    all.extend(of_claims.map(|link| {
        let people = [&link.from, &link.to]
            .iter()
            .all(|id| kinds.get(*id) == Some(&EntityKind::Person));
        self::link(&at, link, people)
    }));
    all.extend(study.contacts.iter().map(|contact| call(study, contact)));
    let attributed = study.facts.iter().flat_map(|facts| &facts.claims);
    all.extend(attributed.map(|claim| note(&at, claim)));
    all.into_iter().map(Ftm::json).collect()
}

fn document(at: &Lookup<'_>, document: &Document) -> Ftm {
    let language = match document.language {
        Language::En => Some("eng"),
        Language::Es => Some("spa"),
        Language::Ru => Some("rus"),
        Language::Unknown => None,
    };
    let file = at.file(&document.id);
    Ftm::new(&document.id, "Document")
        .with(
            "name",
            document.title.clone().unwrap_or_else(|| file.clone()),
        )
        .with("fileName", file)
        .maybe("title", document.title.clone())
        .maybe("publisher", document.publisher.clone())
        .maybe("date", document.date.map(|date| date.to_string()))
        .maybe("language", language.map(str::to_owned))
        .with(
            "notes",
            format!("SHA-256 of the evidence: {}", document.evidence),
        )
}

fn entity(entity: &Entity) -> Ftm {
    let schema = match entity.kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organization",
        EntityKind::Place => "Address",
        EntityKind::Phone | EntityKind::Group => "LegalEntity",
        EntityKind::Document | EntityKind::Address => "Thing",
    };
    let roles = entity
        .roles
        .iter()
        .map(|held| format!("said to be {} ({})", held.role, held.certainty));
    let protected = entity
        .protected
        .iter()
        .map(|why| format!("protected: {why}"));
    let ftm = Ftm::new(&entity.id, if schema == "Thing" { "Note" } else { schema })
        .with("name", entity.name.clone())
        .with_all("alias", entity.aliases.clone())
        .with_all("notes", roles.chain(protected));
    match entity.kind {
        EntityKind::Place => ftm.with("full", entity.name.clone()),
        EntityKind::Phone if is_e164(&entity.name) => ftm.with("phone", entity.name.clone()),
        EntityKind::Person | EntityKind::Organisation => {
            let phones = entity.identifiers.iter().filter(|it| is_e164(it)).cloned();
            ftm.with_all("phone", phones.collect::<Vec<_>>())
        }
        _ => ftm,
    }
}

/// Takes out what masking left that the model's types do not accept: masked numbers, and aliases that became one.
pub fn tidy(mut entity: Value) -> Value {
    let Some(properties) = entity["properties"].as_object_mut() else {
        return entity;
    };
    for (name, values) in properties.iter_mut() {
        let phone = matches!(name.as_str(), "phone" | "callerNumber" | "receiverNumber");
        let Some(values) = values.as_array_mut() else {
            continue;
        };
        let mut kept: Vec<Value> = Vec::new();
        for value in values.drain(..) {
            let sound = !phone || value.as_str().is_some_and(is_e164);
            if sound && !kept.contains(&value) {
                kept.push(value);
            }
        }
        *values = kept;
    }
    properties.retain(|_, values| values.as_array().is_some_and(|values| !values.is_empty()));
    entity
}

/// Whether it has the shape of E.164: `+` and 8 to 15 digits.
fn is_e164(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|rest| {
        (8..=15).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn link(at: &Lookup<'_>, link: &Link, people: bool) -> Ftm {
    let (schema, from, to, what) = match link.layer {
        Layer::Kin if people => ("Family", "person", "relative", "relationship"),
        Layer::Paid => ("Payment", "payer", "beneficiary", "purpose"),
        _ => ("UnknownLink", "subject", "object", "role"),
    };
    let status = match link.certainty {
        Some(certainty) if link.alleged_only => format!("{certainty}, only alleged"),
        Some(certainty) => certainty.to_string(),
        None if link.contacts.is_empty() => "not said".to_owned(),
        None => "contacts".to_owned(),
    };
    let denied = if link.denied {
        "; denied by a source"
    } else {
        ""
    };
    let words = link
        .places
        .iter()
        .map(|place| at.words(&place.document, place.part, place.span).to_owned());
    Ftm::new(&link.id, schema)
        .with(from, link.from.to_string())
        .with(to, link.to.to_string())
        .with(what, link.layer.as_str())
        .maybe("startDate", link.interval.first.clone())
        .maybe("endDate", link.interval.last.clone())
        .with("summary", format!("{}: {status}{denied}", link.layer))
        .with_all("description", words.collect::<Vec<_>>())
        .with_all(
            "proof",
            link.places
                .iter()
                .map(|place| place.document.to_string())
                .collect::<Vec<_>>(),
        )
        .with("recordId", link.id.to_string())
}

fn call(study: &Study, contact: &Contact) -> Ftm {
    let entity = |key: &str| study.resolution.of_party.get(key).map(ToString::to_string);
    let number = |party: &model::Party| party.number.clone().filter(|number| is_e164(number));
    Ftm::new(&contact.id, "Call")
        .maybe("caller", entity(contact.from.key()))
        .maybe("receiver", entity(contact.to.key()))
        .maybe("callerNumber", number(&contact.from))
        .maybe("receiverNumber", number(&contact.to))
        .maybe(
            "date",
            contact
                .start
                .clone()
                .map(|start| start.trim_end_matches('Z').to_owned()),
        )
        .maybe(
            "duration",
            contact.seconds.map(|seconds| seconds.to_string()),
        )
        .with("proof", contact.place.document.to_string())
        .with(
            "summary",
            format!(
                "{}, as recorded: {} to {}, {}",
                contact.kind, contact.from.raw, contact.to.raw, contact.start_raw
            ),
        )
        .with("recordId", contact.id.to_string())
}

fn note(at: &Lookup<'_>, claim: &Claim) -> Ftm {
    let words = |span| at.words(&claim.document, claim.part, span);
    let content: Vec<&str> = claim.content.iter().map(|span| words(*span)).collect();
    let source = claim.source.span().map_or_else(
        || super::rows::source_kind(&claim.source).to_owned(),
        |span| words(span).to_owned(),
    );
    let chain: Vec<&str> = claim.chain.iter().map(|span| words(*span)).collect();
    let via = if chain.is_empty() {
        String::new()
    } else {
        format!(" (by way of {})", chain.join(", "))
    };
    let by = at
        .study
        .resolution
        .of_claim
        .get(claim.id())
        .map(ToString::to_string);
    let beside = at
        .beside(&claim.document, claim.part)
        .map_or_else(String::new, |label| format!(", in {label}"));
    Ftm::new(claim.id(), "Note")
        .with(
            "name",
            format!(
                "{source}{via}: {}, {}{beside}",
                claim.certainty, claim.polarity
            ),
        )
        .with("description", content.join(" […] "))
        .with(
            "notes",
            format!(
                "kind {}; rule {}; place {}",
                claim.kind,
                claim.rule,
                claim.place().key()
            ),
        )
        .maybe("entity", by)
        .with("proof", claim.document.to_string())
}
