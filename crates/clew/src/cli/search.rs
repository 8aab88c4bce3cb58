//! `clew search`: words in the text of all documents.
//!
//! What was searched for is never repeated, and protected people stand as "[name withheld]" in the hits, not by their
//! pseudonyms: else a search for a name would tell which pseudonym is his. That there are hits, and where, is shown.

use super::args::Search;
use super::error::Failure;
use super::out;
use super::view::{self, one_line};
use serde_json::json;
use vault::Store;

pub(super) fn search(it: &Search, json: bool) -> Result<(), Failure> {
    let view = view::open(&it.case, &it.sight, "search")?;
    let store = Store::open_read_only(&it.case)?;
    let mask = view.mask.nameless();
    let hits = store.search(&it.words.join(" "), it.limit)?;
    if json {
        for hit in hits {
            let value = json!({
                "type": "hit", "file": view.file(&hit.place.document), "document": hit.place.document,
                "part": hit.place.part, "start": hit.place.span.start, "end": hit.place.span.end,
                "text": view.text(&hit.place),
            });
            out::json(&mask.json(value))?;
        }
        return Ok(());
    }
    for hit in &hits {
        out::masked(&mask.line(&format!(
            "{}, bytes {}-{}",
            view.file(&hit.place.document),
            hit.place.span.start,
            hit.place.span.end
        )))?;
        out::masked(&mask.line(&format!("    {}", one_line(&mask, &hit.snippet, 300))))?;
    }
    if hits.is_empty() {
        out::line(
            "Nothing found. Other spellings? clew search finds other forms of a word, not other words.",
        )?;
    } else {
        out::line(&format!("{} places.", hits.len()))?;
    }
    Ok(())
}
