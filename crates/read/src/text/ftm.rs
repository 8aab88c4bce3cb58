//! `FollowTheMoney` entities as JSON, one a line (or one array): a table with a row an entity.

mod ties;

use crate::Limits;
use crate::draft::{Draft, Writer};
use model::{Format, PartKind};
use serde_json::Value;
use std::collections::BTreeMap;
use ties::Ends;

/// Whether a text is made of entities.
pub(crate) fn is_ftm(text: &str) -> bool {
    let top = text.trim_start_matches(crate::lines::blank);
    let first = top.lines().next().unwrap_or("");
    let looks = |text: &str| text.contains("\"schema\"") && text.contains("\"properties\"");
    top.starts_with('{') && looks(first)
        || top.starts_with(['[', '{'])
            && looks(top.get(..top.floor_char_boundary(4_096)).unwrap_or(""))
}

/// Reads entities.
pub(crate) fn read(text: &str, limits: &Limits) -> Draft {
    let mut draft = Draft::new(Format::Ftm);
    let mut writer = Writer::new(limits);
    let mut found = Found::default();
    for value in values(text).flatten() {
        ties::walk(&value, 0, &mut |entity| found.know(entity));
    }
    let mut titles = vec!["Schema", "Name", "Identifier", "Properties"];
    if found.ends.any() {
        titles.extend(ties::TITLES);
    }
    let titles: Vec<String> = titles.into_iter().map(str::to_owned).collect();
    writer.row(1, &titles, true);
    for (index, value) in values(text).enumerate() {
        let before = found.rows.len();
        if let Some(value) = &value {
            found.entity(value, 0);
        }
        if found.rows.len() == before {
            found.bad += 1;
            found.first_bad.get_or_insert(index + 1);
        }
        for cells in found.rows.drain(..) {
            found.kept += 1;
            writer.row(found.kept + 1, &cells, false);
        }
    }
    if found.kept == 0 {
        return Draft::refused(Format::Ftm, "damaged JSON: no entity can be read from it");
    }
    found.say(&mut draft);
    if writer.cut {
        draft.partial("there are more entities than are read");
    }
    draft.parts.push(writer.part(PartKind::Sheet, "entities"));
    draft
}

/// The JSON values of a text, `None` for a line that is not JSON.
fn values(text: &str) -> Box<dyn Iterator<Item = Option<Value>> + '_> {
    let top = text.trim_start_matches('\u{feff}').trim();
    match serde_json::from_str::<Value>(top) {
        Ok(Value::Array(items)) => Box::new(items.into_iter().map(Some)),
        Ok(value) => Box::new(std::iter::once(Some(value))),
        Err(_) => Box::new(
            top.lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| serde_json::from_str(line).ok()),
        ),
    }
}

/// Properties that name an entity, best first.
const NAMES: &[&str] = &[
    "name", "title", "fullName", "full", "alias", "number", "email", "subject", "fileName",
];
/// Longest value and most values of one property that are kept.
const MAX_VALUE: usize = 20_000;
const MAX_VALUES: usize = 1_000;
/// How deep entities may stand inside entities.
const MAX_DEPTH: usize = 8;

/// The schemata of `FollowTheMoney` 4 (its documentation, "Model").
const SCHEMATA: &str = " Address Airplane Analyzable Annotation Article Assessment Asset Associate Audio \
    BankAccount Call CallForTenders Company Contract ContractAward Control CourtCase CourtCaseParty CryptoWallet Debt \
    Directorship Document Documentation EconomicActivity Email Employment Event Family Folder HyperText \
    Identification Image Interest Interval LegalEntity License Membership Mention Message Note Occupancy \
    Organization Ownership Package Page Pages Passport Payment Person PlainText Position Post Project \
    ProjectParticipant PublicBody RealEstate Representation Risk Sanction Security Similar Succession Table TaxRoll \
    Territory Thing Transport Trip UnknownLink UserAccount Value Vehicle Vessel Video Workbook ";

/// Entities on their way to rows, and what was not as it should be.
#[derive(Default)]
struct Found {
    rows: Vec<Vec<String>>,
    kept: usize,
    bad: usize,
    first_bad: Option<usize>,
    /// Values cut or left out because there are too many or they are too long or too deep.
    beyond: usize,
    /// Entities that stood inside others.
    nested: usize,
    /// Schemata that are not in the model, each with how often.
    unknown: BTreeMap<String, usize>,
    /// What stands at each identifier, and what ties them.
    ends: Ends,
}

/// How an entity is called: by its best property, or the caption beside them.
fn caption(value: &Value) -> String {
    let text = |item: &Value| match item {
        Value::Array(items) => items.iter().find_map(Value::as_str).map(str::to_owned),
        one => one.as_str().map(str::to_owned),
    };
    let named = |name: &&str| text(value.get("properties")?.get(name)?);
    let name = NAMES.iter().find_map(named);
    let name = name.or_else(|| value.get("caption").and_then(text));
    name.unwrap_or_default().chars().take(MAX_VALUE).collect()
}

impl Found {
    /// Keeps what an entity is called, for those that tie it to others.
    fn know(&mut self, value: &Value) {
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        self.ends.know(text("id"), text("schema"), &caption(value));
    }

    /// Adds the row of an entity, and after it those of the entities inside it.
    fn entity(&mut self, value: &Value, depth: usize) -> bool {
        let (Some(schema), Some(properties)) = (
            value.get("schema").and_then(Value::as_str),
            value.get("properties").and_then(Value::as_object),
        ) else {
            return false;
        };
        if !SCHEMATA.contains(&format!(" {schema} ")) && self.unknown.len() < 50 {
            *self
                .unknown
                .entry(schema.chars().take(60).collect())
                .or_default() += 1;
        }
        let mut inside: Vec<&Value> = Vec::new();
        let texts: BTreeMap<&str, Vec<String>> = properties
            .iter()
            .map(|(name, value)| (name.as_str(), self.texts(value, &mut inside)))
            .collect();
        let caption = caption(value);
        let mut rest: Vec<String> = texts
            .iter()
            .map(|(name, values)| format!("{name}: {}", values.join("; ")))
            .collect();
        rest.extend(self.beside(value));
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
        self.ends.named(schema, &caption);
        let mut ties = self.ends.of(schema, &texts).into_iter();
        let mut row = vec![schema.to_owned(), caption, id.to_owned(), rest.join(" | ")];
        row.extend(ties.next().into_iter().flatten());
        self.rows.push(row);
        self.rows.extend(ties.map(|tie| {
            let lead = [
                schema.to_owned(),
                String::new(),
                id.to_owned(),
                String::new(),
            ];
            lead.into_iter().chain(tie).collect()
        }));
        for entity in inside {
            if depth >= MAX_DEPTH || !self.entity(entity, depth + 1) {
                self.beyond += 1;
            } else {
                self.nested += 1;
            }
        }
        true
    }

    /// What an entity says beside its properties (`datasets`, `first_seen`).
    fn beside(&mut self, value: &Value) -> Vec<String> {
        let known = ["id", "schema", "properties", "caption"];
        let others = value.as_object().into_iter().flatten();
        others
            .filter(|(key, _)| !known.contains(&key.as_str()))
            .map(|(key, value)| (key, self.texts(value, &mut Vec::new())))
            .filter(|(_, values)| !values.is_empty())
            .map(|(key, values)| format!("{key}: {}", values.join("; ")))
            .collect()
    }

    /// The values of a property; an entity is told by its identifier and kept for a row of its own.
    fn texts<'v>(&mut self, value: &'v Value, inside: &mut Vec<&'v Value>) -> Vec<String> {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        self.beyond += items.len().saturating_sub(MAX_VALUES);
        let mut texts = Vec::new();
        for item in items.iter().take(MAX_VALUES) {
            let text = match item {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                Value::Object(entity) if entity.contains_key("schema") => {
                    inside.push(item);
                    let id = entity.get("id").and_then(Value::as_str);
                    id.unwrap_or("(below)").to_owned()
                }
                other => other.to_string(),
            };
            self.beyond += usize::from(text.chars().nth(MAX_VALUE).is_some());
            texts.push(text.chars().take(MAX_VALUE).collect());
        }
        texts
    }

    fn say(&self, draft: &mut Draft) {
        if let Some(first) = self.first_bad {
            draft.partial(&format!(
                "{} entries are no entities (the first is number {first})",
                self.bad
            ));
        }
        if self.beyond > 0 {
            draft.partial(&format!(
                "{} values were cut or left out: they are too many, too long or nested too deep",
                self.beyond
            ));
        }
        if self.nested > 0 {
            draft.faults.push(format!(
                "{} entities stood inside others: each has a row of its own",
                self.nested
            ));
        }
        if !self.unknown.is_empty() {
            let list: Vec<&str> = self.unknown.keys().map(String::as_str).collect();
            draft.faults.push(format!(
                "schemata that are not in FollowTheMoney's model, kept as they stand: {}",
                list.join(", ")
            ));
        }
        draft.faults.extend(self.ends.faults());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_arrays() {
        let line = r#"{"id":"p1","schema":"Person","properties":{"name":["Ana Ruiz"],"nationality":["cu"]}}"#;
        for text in [
            format!("{line}\n{line}\nno json\n"),
            format!("[{line},{line},3]"),
        ] {
            assert!(is_ftm(&text));
            let draft = read(&text, &Limits::default());
            assert_eq!(draft.parts[0].blocks.len(), 3);
            assert!(
                draft.parts[0]
                    .text
                    .contains("Person\tAna Ruiz\tp1\tname: Ana Ruiz | nationality: cu")
            );
            assert!(matches!(draft.state, model::ReadState::Partial(_)));
        }
        assert!(!is_ftm(r#"{"a":1}"#));
    }

    #[test]
    fn nothing_inside_an_entity_is_lost() {
        let text = r#"{"id":"o","schema":"Wizard","datasets":["d"],"properties":{"name":["X"],"active":[true],"owner":[{"id":"p","schema":"Person","properties":{"name":["Ana Ruiz"]}}]}}"#;
        let draft = read(text, &Limits::default());
        assert_eq!(
            draft.parts[0].text,
            "Schema\tName\tIdentifier\tProperties\nWizard\tX\to\tactive: true | name: X | owner: p | datasets: d\nPerson\tAna Ruiz\tp\tname: Ana Ruiz"
        );
        assert!(draft.faults.iter().any(|fault| fault.contains("Wizard")));
        assert!(
            draft
                .faults
                .iter()
                .any(|fault| fault.starts_with("1 entities stood inside"))
        );
        let many = format!(
            r#"{{"id":"o","schema":"Person","properties":{{"alias":[{}"x"]}}}}"#,
            "\"a\",".repeat(1_500)
        );
        assert!(matches!(
            read(&many, &Limits::default()).state,
            model::ReadState::Partial(_)
        ));
    }

    #[test]
    fn ties_are_rows_and_what_gives_none_is_counted() {
        let line = |id: &str, schema: &str, properties: &str| {
            format!(r#"{{"id":"{id}","schema":"{schema}","properties":{{{properties}}}}}"#)
        };
        let text = [
            line("p", "Person", r#""name":["Ana Ruiz"]"#),
            line("c", "Company", r#""name":["Reiff Freight"],"parent":["l"]"#),
            line("l", "LegalEntity", r#""name":["Holt"]"#),
            line("v", "Vessel", r#""name":["Mary Ellen"]"#),
            line("o1", "Ownership", r#""owner":["p","l"],"asset":["c"]"#),
            line("o2", "Ownership", r#""owner":["c"],"asset":["v"]"#),
            line("o3", "Ownership", r#""owner":["c"],"asset":["x"]"#),
            line("y", "Occupancy", r#""holder":["p"],"post":["q"]"#),
            line(
                "u1",
                "UnknownLink",
                r#""subject":["p"],"object":["c"],"role":["paid"],"summary":["paid: alleged, only alleged"]"#,
            ),
            line(
                "u2",
                "UnknownLink",
                r#""subject":["p"],"object":["c"],"role":["paid"],"summary":["paid: stated; denied by a source"]"#,
            ),
            line("d", "Debt", r#""debtor":["p"]"#),
        ]
        .join("\n");
        let draft = read(&text, &Limits::default());
        let text = &draft.parts[0].text;
        for row in [
            "\tcommanded\tstated\tAna Ruiz\tp\tReiff Freight\tc\n",
            "\tcommanded\tstated\tHolt\tl\tReiff Freight\tc\n",
            "\tpaid\talleged\tAna Ruiz\tp\tReiff Freight\tc\n",
        ] {
            assert_eq!(text.matches(row).count(), 1, "{row:?} in {text}");
        }
        assert_eq!(
            draft.faults,
            [
                "taken in as ties, without their dates: Ownership 2 as commanded, UnknownLink 1 as paid",
                "not taken in as ties, kept as text: Debt 1 (an end is not given), Occupancy 1 (no layer of ties fits it), \
                 Ownership 1 (an end is not in the file), Ownership 1 (an end is of schema Vessel), UnknownLink 1 (a source denies it)",
                "LegalEntity 1: taken in as organisations, the file does not say whether they are persons",
                "names that are kept as text, since clew has no entity of their kind: Vessel 1",
                "properties that point at other entities, kept as text: holder 1, parent 1",
            ]
        );
    }
}
