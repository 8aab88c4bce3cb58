//! A case as tables: one CSV file for claims, entities, links, findings, gaps, proceedings, contacts.

use super::jsonl;
use crate::casefile::Study;
use serde_json::Value;
use std::collections::BTreeMap;

/// The columns of each table: the fields of the JSON objects of that type, in reading order.
const TABLES: [(&str, &[&str]); 9] = [
    (
        "evidence",
        &[
            "id",
            "file",
            "size",
            "state",
            "why",
            "from",
            "basis",
            "publisher",
            "date",
        ],
    ),
    (
        "document",
        &[
            "id",
            "evidence",
            "file",
            "format",
            "language",
            "date",
            "publisher",
            "title",
        ],
    ),
    (
        "claim",
        &[
            "id",
            "source",
            "source_kind",
            "source_entity",
            "chain",
            "cue",
            "content",
            "certainty",
            "polarity",
            "kind",
            "time",
            "confidence",
            "rule",
            "file",
            "document",
            "part",
            "beside",
            "sentence",
        ],
    ),
    (
        "entity",
        &[
            "id",
            "kind",
            "name",
            "aliases",
            "identifiers",
            "roles",
            "protected",
            "documents",
        ],
    ),
    (
        "link",
        &[
            "id",
            "from",
            "from_name",
            "layer",
            "to",
            "to_name",
            "weight",
            "first",
            "last",
            "certainty",
            "alleged_only",
            "denied",
            "claims",
        ],
    ),
    (
        "finding",
        &[
            "id", "kind", "aspect", "origins", "summary", "claims", "places",
        ],
    ),
    (
        "gap",
        &[
            "id", "kind", "text", "cue", "about", "by", "file", "document", "part", "start", "end",
        ],
    ),
    (
        "proceeding",
        &[
            "id",
            "stage",
            "who",
            "by",
            "offence",
            "certainty",
            "text",
            "file",
            "document",
            "part",
            "start",
            "end",
        ],
    ),
    (
        "contact",
        &[
            "id",
            "from",
            "to",
            "start",
            "start_raw",
            "seconds",
            "count",
            "kind",
            "cell",
            "imei",
            "imsi",
            "place",
        ],
    ),
];

/// The rows of every table that has some: name without `.csv`, then header and cells.
///
/// `mask` is applied to every object before its cells are written.
pub fn tables(
    study: &Study,
    mask: impl Fn(Value) -> Value,
) -> BTreeMap<&'static str, Vec<Vec<String>>> {
    let mut tables: BTreeMap<&'static str, Vec<Vec<String>>> = BTreeMap::new();
    for line in jsonl::lines(study) {
        let Some((name, columns)) = TABLES.iter().find(|(name, _)| line["type"] == *name) else {
            continue;
        };
        let line = mask(line);
        let head = || vec![columns.iter().map(|&column| column.to_owned()).collect()];
        tables
            .entry(name)
            .or_insert_with(head)
            .push(columns.iter().map(|&column| cell(&line[column])).collect());
    }
    tables
}

/// A value as one cell: words of spans and names alone, lists joined.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(" | "),
        Value::Object(fields) => ["text", "value", "role", "number", "raw"]
            .iter()
            .find_map(|name| fields.get(*name).filter(|value| !value.is_null()))
            .map_or_else(|| value.to_string(), cell),
        other => other.to_string(),
    }
}
