//! `FollowTheMoney` entities as JSON, one a line (or one array): a table with a row an entity.

use crate::Limits;
use crate::draft::{Draft, Writer};
use model::{Format, PartKind};
use serde_json::Value;

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
    let titles = ["Schema", "Name", "Identifier", "Properties"].map(str::to_owned);
    writer.row(1, &titles, true);
    let (mut rows, mut bad, mut first_bad) = (0_usize, 0_usize, 0_usize);
    for (index, value) in values(text).enumerate() {
        if let Some(cells) = value.as_ref().and_then(entity) {
            rows += 1;
            writer.row(index + 2, &cells, false);
        } else {
            bad += 1;
            first_bad = if bad == 1 { index + 1 } else { first_bad };
        }
    }
    if rows == 0 {
        return Draft::refused(Format::Ftm, "damaged JSON: no entity can be read from it");
    }
    if bad > 0 {
        draft.partial(&format!(
            "{bad} entries are no entities (the first is number {first_bad})"
        ));
    }
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
    "name", "title", "fullName", "alias", "number", "email", "subject", "fileName",
];
/// Longest value and most values of one property that are kept.
const MAX_VALUE: usize = 4_000;
const MAX_VALUES: usize = 100;

/// The cells of an entity: schema, caption, identifier, the other properties.
fn entity(value: &Value) -> Option<Vec<String>> {
    let schema = value.get("schema")?.as_str()?;
    let properties = value.get("properties")?.as_object()?;
    let texts = |value: &Value| -> Vec<String> {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            one => std::slice::from_ref(one),
        };
        items
            .iter()
            .take(MAX_VALUES)
            .filter_map(|item| match item {
                Value::String(text) => Some(text.chars().take(MAX_VALUE).collect()),
                Value::Number(number) => Some(number.to_string()),
                Value::Object(entity) => {
                    entity.get("id").and_then(Value::as_str).map(str::to_owned)
                }
                _ => None,
            })
            .collect()
    };
    let caption = NAMES
        .iter()
        .find_map(|name| properties.get(*name).map(texts)?.into_iter().next())
        .or_else(|| {
            value
                .get("caption")
                .and_then(Value::as_str)
                .map(str::to_owned)
        })
        .unwrap_or_default();
    let rest: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}: {}", texts(value).join("; ")))
        .collect();
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    Some(vec![
        schema.to_owned(),
        caption,
        id.to_owned(),
        rest.join(" | "),
    ])
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
}
