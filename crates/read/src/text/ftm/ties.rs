//! Which entities of `FollowTheMoney` become ties, between which ends, and what is said of those that do not.
//!
//! A layer of clew says less than a schema does, never more: where none fits, two are only named together.

use model::{Certainty, Layer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Schema, property of the first end, property of the second, layer (the documentation of `FollowTheMoney` 4, "Model").
const TIES: &[(&str, &str, &str, Layer)] = &[
    ("Associate", "person", "associate", Layer::NamedTogether),
    ("Call", "caller", "receiver", Layer::Called),
    ("Control", "controller", "controlled", Layer::Commanded),
    ("Debt", "debtor", "creditor", Layer::NamedTogether),
    ("Directorship", "director", "organization", Layer::Commanded),
    ("Email", "emitters", "recipients", Layer::Messaged),
    ("Employment", "employer", "employee", Layer::Commanded),
    ("Family", "person", "relative", Layer::Kin),
    ("Membership", "member", "organization", Layer::NamedTogether),
    ("Message", "sender", "recipients", Layer::Messaged),
    ("Ownership", "owner", "asset", Layer::Commanded),
    ("Payment", "payer", "beneficiary", Layer::Paid),
    ("Representation", "agent", "client", Layer::NamedTogether),
    (
        "Succession",
        "predecessor",
        "successor",
        Layer::NamedTogether,
    ),
    ("UnknownLink", "subject", "object", Layer::NamedTogether),
];

/// Schemata that tie two things, of which at least one is none of clew's entities.
const OTHERS: &str = " ContractAward CourtCaseParty Documentation EconomicActivity Identification Interest Mention \
    Occupancy Passport ProjectParticipant Risk Sanction Similar TaxRoll Trip ";
/// Schemata of which the name is an entity's.
const NAMED: &str = " Company LegalEntity Organization Person PublicBody ";
/// Most ties of one entity.
const MOST: usize = 200;

/// Titles of the columns that ties fill.
pub(super) const TITLES: [&str; 6] = [
    "Tie",
    "Certainty",
    "From",
    "From identifier",
    "To",
    "To identifier",
];

/// The entities of a file by identifier, and what became of those that tie others.
#[derive(Default)]
pub(super) struct Ends {
    /// Schema and name of each.
    by_id: BTreeMap<String, (String, String)>,
    /// Ties taken in, by schema and layer.
    taken: BTreeMap<(String, Layer), usize>,
    /// Entities that give no tie, by schema and why.
    left: BTreeMap<(String, String), usize>,
    /// Names that are no entity's, by schema.
    unnamed: BTreeMap<String, usize>,
    /// Entities of which the file does not say whether they are persons.
    unsure: usize,
    /// Properties that point at other entities and are no end of a tie.
    pointing: BTreeMap<String, usize>,
}

impl Ends {
    /// Keeps what is at an entity's identifier.
    pub(super) fn know(&mut self, id: &str, schema: &str, name: &str) {
        if !id.is_empty() {
            let held = (schema.to_owned(), name.to_owned());
            self.by_id.insert(id.to_owned(), held);
        }
    }

    /// Whether anything in the file can be a tie.
    pub(super) fn any(&self) -> bool {
        let mut schemata = self.by_id.values().map(|(schema, _)| schema.as_str());
        schemata.any(|schema| TIES.iter().any(|tie| tie.0 == schema))
    }

    /// Counts what an entity's name becomes.
    pub(super) fn named(&mut self, schema: &str, name: &str) {
        let other = TIES.iter().any(|tie| tie.0 == schema) || OTHERS.contains(&wrapped(schema));
        if name.is_empty() || other || schema == "Address" {
            return;
        }
        if !NAMED.contains(&wrapped(schema)) {
            *self.unnamed.entry(short(schema)).or_default() += 1;
        } else if schema == "LegalEntity" && !is_number(name) {
            self.unsure += 1;
        }
    }

    /// The cells of the ties that an entity gives, a row each, for the columns [`TITLES`].
    pub(super) fn of(
        &mut self,
        schema: &str,
        texts: &BTreeMap<&str, Vec<String>>,
    ) -> Vec<[String; 6]> {
        let tie = TIES.iter().find(|tie| tie.0 == schema);
        self.point(texts, tie.map(|tie| [tie.1, tie.2]));
        if OTHERS.contains(&wrapped(schema)) {
            self.leave(schema, "no layer of ties fits it");
        }
        let Some((_, from, to, layer)) = tie else {
            return Vec::new();
        };
        let Some((layer, certainty)) = told(texts, *layer) else {
            self.leave(schema, "a source denies it");
            return Vec::new();
        };
        let ends = |name: &str| texts.get(name).cloned().unwrap_or_default();
        let (from, to) = (ends(from), ends(to));
        if from.is_empty() || to.is_empty() {
            self.leave(schema, "an end is not given");
        }
        let mut rows = Vec::new();
        let pairs = from.iter().flat_map(|a| to.iter().map(move |b| (a, b)));
        for (index, (a, b)) in pairs.enumerate() {
            if index == MOST {
                self.leave(schema, "it has more ends than are read");
                break;
            }
            match (self.end(a), self.end(b)) {
                (Ok(from), Ok(to)) => {
                    rows.push([
                        layer.to_string(),
                        certainty.to_string(),
                        from,
                        a.clone(),
                        to,
                        b.clone(),
                    ]);
                    *self.taken.entry((schema.to_owned(), layer)).or_default() += 1;
                }
                (Err(why), _) | (_, Err(why)) => self.leave(schema, &why),
            }
        }
        rows
    }

    /// The name of an end, or why it is none.
    fn end(&self, id: &str) -> Result<String, String> {
        let Some((schema, name)) = self.by_id.get(id) else {
            return Err("an end is not in the file".to_owned());
        };
        if !NAMED.contains(&wrapped(schema)) {
            return Err(format!("an end is of schema {}", short(schema)));
        }
        let readable = name.chars().any(char::is_alphabetic) || is_number(name);
        readable
            .then(|| name.clone())
            .ok_or_else(|| "an end has no name".to_owned())
    }

    fn leave(&mut self, schema: &str, why: &str) {
        let key = (schema.to_owned(), why.to_owned());
        if self.left.len() < 100 || self.left.contains_key(&key) {
            *self.left.entry(key).or_default() += 1;
        }
    }

    /// Counts properties that point at other entities.
    fn point(&mut self, texts: &BTreeMap<&str, Vec<String>>, ends: Option<[&str; 2]>) {
        for (name, values) in texts {
            let used = ends.is_some_and(|ends| ends.contains(name));
            let count = values
                .iter()
                .filter(|value| self.by_id.contains_key(*value));
            let count = count.count();
            let room = self.pointing.len() < 50 || self.pointing.contains_key(*name);
            if !used && count > 0 && room {
                *self.pointing.entry(short(name)).or_default() += count;
            }
        }
    }

    /// What is to be said of ties and names, in words.
    pub(super) fn faults(&self) -> Vec<String> {
        let list = |counts: Vec<String>| counts.join(", ");
        let mut out = Vec::new();
        if !self.taken.is_empty() {
            let counts = self.taken.iter();
            let counts =
                counts.map(|((schema, layer), count)| format!("{schema} {count} as {layer}"));
            out.push(format!(
                "taken in as ties, without their dates: {}",
                list(counts.collect())
            ));
        }
        if !self.left.is_empty() {
            let counts = self.left.iter();
            let counts = counts.map(|((schema, why), count)| format!("{schema} {count} ({why})"));
            out.push(format!(
                "not taken in as ties, kept as text: {}",
                list(counts.collect())
            ));
        }
        if self.unsure > 0 {
            out.push(format!(
                "LegalEntity {}: taken in as organisations, the file does not say whether they are persons",
                self.unsure
            ));
        }
        let counted = |counts: &BTreeMap<String, usize>| {
            let counts = counts.iter().map(|(name, count)| format!("{name} {count}"));
            list(counts.collect())
        };
        if !self.unnamed.is_empty() {
            out.push(format!(
                "names that are kept as text, since clew has no entity of their kind: {}",
                counted(&self.unnamed)
            ));
        }
        if !self.pointing.is_empty() {
            out.push(format!(
                "properties that point at other entities, kept as text: {}",
                counted(&self.pointing)
            ));
        }
        out
    }
}

fn wrapped(schema: &str) -> String {
    format!(" {schema} ")
}

/// A schema or property as it is written in a fault.
fn short(name: &str) -> String {
    name.chars().take(60).collect()
}

/// Whether a name is a telephone number.
fn is_number(name: &str) -> bool {
    let digits = name.chars().filter(char::is_ascii_digit).count();
    digits >= 6 && !name.chars().any(char::is_alphabetic)
}

/// The layer and how sure it is said; `None` where a source denies it.
///
/// clew's own export names the layer in a property and says in the summary "recruited: alleged, only alleged".
fn told(texts: &BTreeMap<&str, Vec<String>>, usual: Layer) -> Option<(Layer, Certainty)> {
    let first = |name: &str| texts.get(name).and_then(|values| values.first());
    let own = ["role", "relationship", "purpose"]
        .into_iter()
        .find_map(|name| Layer::parse(first(name)?));
    let summary = own.and_then(|layer| {
        first("summary")?
            .strip_prefix(layer.as_str())?
            .strip_prefix(": ")
    });
    let (Some(layer), Some(summary)) = (own, summary) else {
        return Some((usual, Certainty::Stated));
    };
    if summary.ends_with("denied by a source") {
        return None;
    }
    let word = summary.split(',').next().unwrap_or_default();
    Some((layer, Certainty::parse(word).unwrap_or(Certainty::Stated)))
}

/// Schema, identifier and name of an entity, for all that stand in `value`.
pub(super) fn walk(value: &Value, depth: usize, tell: &mut dyn FnMut(&Value)) {
    let Some(properties) = value.get("properties").and_then(Value::as_object) else {
        return;
    };
    tell(value);
    if depth >= super::MAX_DEPTH {
        return;
    }
    for property in properties.values() {
        let items = match property {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        for item in items.iter().filter(|item| item.get("schema").is_some()) {
            walk(item, depth + 1, tell);
        }
    }
}
