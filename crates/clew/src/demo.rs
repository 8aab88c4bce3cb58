//! The demonstration corpus, carried in the program.

use include_dir::{Dir, include_dir};
use model::PartialDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use vault::Deposit;

/// Name of the demonstration case.
pub const NAME: &str = "Caso Malecón";

static CORPUS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");

/// What is said of one file when it is handed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Particulars {
    file: String,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(default)]
    date: Option<PartialDate>,
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    basis: Option<String>,
    #[serde(default)]
    settings: Option<BTreeMap<String, Option<String>>>,
}

/// Every file of the corpus with what is said of it, in the order of the manifest.
pub fn corpus() -> Result<Vec<(Vec<u8>, Deposit)>, serde_json::Error> {
    let manifest = CORPUS
        .get_file("manifest.json")
        .map_or(&b"[]"[..], include_dir::File::contents);
    let particulars: Vec<Particulars> = serde_json::from_slice(manifest)?;
    let files = particulars.into_iter().filter_map(|it| {
        let name = it.file.rsplit('/').next().unwrap_or(&it.file).to_owned();
        let file = CORPUS
            .get_file(format!("malecon/{name}"))
            .or_else(|| CORPUS.get_file(&it.file))?;
        let settings = it.settings.unwrap_or_default();
        let deposit = Deposit {
            name,
            from: it.from,
            publisher: it.publisher,
            date: it.date,
            basis: it.basis,
            who: "demonstration".to_owned(),
            container: None,
            settings: settings
                .into_iter()
                .filter_map(|(key, value)| Some((key, value?)))
                .collect(),
        };
        Some((file.contents().to_vec(), deposit))
    });
    Ok(files.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_manifest_is_carried_and_the_other_way_round() {
        let carried = corpus().unwrap();
        let held = CORPUS.get_dir("malecon").unwrap().files().count();
        assert_eq!(carried.len(), held);
    }
}
