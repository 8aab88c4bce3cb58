//! `clew new`: an empty case.

use super::args::New;
use super::error::Failure;
use super::{out, view};
use serde_json::json;
use vault::Case;

pub(super) fn new(it: &New, json: bool) -> Result<(), Failure> {
    let folder = it
        .case
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let name = it
        .name
        .clone()
        .or(folder)
        .unwrap_or_else(|| "case".to_owned());
    let case = Case::create(&it.case, &name, &view::who(it.who.as_ref()))?;
    if json {
        return out::own_json(&json!({"type": "case", "name": case.name(), "path": case.path()}));
    }
    out::line(&format!(
        "Made case \"{}\" in {}",
        case.name(),
        case.path().display()
    ))?;
    out::line(&format!(
        "Next: clew add {} FILES... --from WHO --basis \"on what legal basis you hold them\"",
        vault::quoted(&it.case)
    ))?;
    Ok(())
}
