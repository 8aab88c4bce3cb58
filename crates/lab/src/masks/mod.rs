//! Who is readable and who is masked: texts with a key of who must be kept back and who must stay named, each in a case of its
//! own, as `clew` writes it by default.

mod logistic;
pub(crate) mod marked;
mod train;

use crate::process;
use crate::say;
use anyhow::{Context as _, Result};
use clap::Args;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
pub(crate) use train::Train;

/// Scores masking against a key; each text is a case of its own.
#[derive(Args)]
pub(crate) struct Masks {
    /// Folders of texts, each with its key beside it: `NN.txt`, `NN.json`.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Say who is readable, and who is masked, that should not be.
    #[arg(long)]
    show: bool,
}

/// Who must be kept back in one text, and who must not.
#[derive(Deserialize)]
struct Key {
    protected: Vec<Protected>,
    #[serde(default)]
    details: Vec<Detail>,
    #[serde(default)]
    named: Vec<Named>,
}

/// Somebody who must not be readable by any word of the name.
#[derive(Deserialize)]
struct Protected {
    who: String,
    why: String,
    forms: Vec<String>,
}

/// What leads to somebody protected: an address, a number, a date of birth.
#[derive(Deserialize)]
struct Detail {
    what: String,
    text: String,
}

/// Somebody or something that must stay readable.
#[derive(Deserialize)]
struct Named {
    who: String,
    part: String,
    form: String,
}

/// Counts of one folder.
#[derive(Default)]
struct Tally {
    texts: usize,
    tight: usize,
    clean: usize,
    protected: [usize; 2],
    details: [usize; 2],
    named: [usize; 2],
}

impl Masks {
    pub(crate) fn run(&self) -> Result<()> {
        say(
            "folder                 texts  no leak  nor masked wrongly  persons kept back  details kept back  named readable",
        );
        for folder in &self.folders {
            let tally = self.tally(folder)?;
            let of = |[hit, all]: [usize; 2]| format!("{hit} of {all}");
            say(&format!(
                "{:<22} {:>5}  {:>7}  {:>18}  {:>17}  {:>17}  {:>14}",
                folder.display(),
                tally.texts,
                tally.tight,
                tally.clean,
                of(tally.protected),
                of(tally.details),
                of(tally.named)
            ));
        }
        Ok(())
    }

    /// Scores the texts of a folder.
    fn tally(&self, folder: &Path) -> Result<Tally> {
        let mut tally = Tally::default();
        for text in &marked::texts(folder)? {
            self.score(text, &mut tally)?;
        }
        Ok(tally)
    }

    /// Scores one text.
    fn score(&self, text: &Path, tally: &mut Tally) -> Result<()> {
        let key = fs::read_to_string(text.with_extension("json"))
            .with_context(|| format!("the key of {}", text.display()))?;
        let key: Key =
            serde_json::from_str(&key).with_context(|| format!("the key of {}", text.display()))?;
        let (masked, whole) = exports(text)?;
        let tell = |what: &str, who: &str, why: &str, leaf: &str| {
            if self.show {
                let leaf: String = leaf.chars().take(160).collect();
                say(&format!(
                    "{}  {what}: {who} ({why}): {leaf}",
                    text.display()
                ));
            }
        };
        let (mut leaks, mut wrongs) = (0, 0);
        for person in &key.protected {
            let shown = person.forms.iter().find_map(|form| readable(&masked, form));
            tally.protected[1] += 1;
            match shown {
                None => tally.protected[0] += 1,
                Some(leaf) => {
                    leaks += 1;
                    tell("readable", &person.who, &person.why, leaf);
                }
            }
        }
        for detail in &key.details {
            tally.details[1] += 1;
            match readable(&masked, &detail.text) {
                None => tally.details[0] += 1,
                Some(leaf) => {
                    leaks += 1;
                    tell("readable", &detail.text, &detail.what, leaf);
                }
            }
        }
        // What no claim and no entity tells cannot be masked wrongly.
        let told = key
            .named
            .iter()
            .filter_map(|it| Some((it, readable(&whole, &it.form)?)));
        for (named, leaf) in told {
            tally.named[1] += 1;
            if readable(&masked, &named.form).is_some() {
                tally.named[0] += 1;
            } else {
                wrongs += 1;
                tell("masked", &named.who, &named.part, leaf);
            }
        }
        tally.texts += 1;
        tally.tight += usize::from(leaks == 0);
        tally.clean += usize::from(leaks + wrongs == 0);
        Ok(())
    }
}

/// The shares of people and details kept back, and of those who must stay named that are readable, over the folders of three languages.
pub(crate) fn shares(folder: &Path) -> Result<BTreeMap<String, f64>> {
    let masks = Masks {
        folders: Vec::new(),
        show: false,
    };
    let mut sums = [[0; 2]; 3];
    for language in ["en", "es", "ru"] {
        let tally = masks.tally(&folder.join(language))?;
        for (sum, own) in sums
            .iter_mut()
            .zip([tally.protected, tally.details, tally.named])
        {
            sum[0] += own[0];
            sum[1] += own[1];
        }
    }
    let names = ["persons kept back", "details kept back", "named readable"];
    #[expect(clippy::cast_precision_loss, reason = "counts of people")]
    let share = |[hit, all]: [usize; 2]| hit as f64 / all.max(1) as f64;
    let shares = names
        .iter()
        .zip(sums)
        .map(|(name, sum)| (format!("masking dev: {name}"), share(sum)));
    Ok(shares.collect())
}

/// All texts that `clew` writes of a case with this one text: masked, and whole.
fn exports(text: &Path) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    let clew = process::clew()?;
    let folder = std::env::temp_dir().join(format!("clew-lab-masks-{}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let case = folder.to_str().context("the folder's path is no text")?;
    let file = text.to_str().context("the text's path is no text")?;
    process::output(&clew, &["new", case])?;
    process::output(&clew, &["add", case, file])?;
    process::output(&clew, &["run", case])?;
    let export = ["export", case, "--as", "jsonl"];
    let masked = process::output(&clew, &export)?;
    let why = ["--unmask", "scored against gold", "--who", "lab"];
    let whole = process::output(&clew, &[&export[..], &why[..]].concat())?;
    fs::remove_dir_all(&folder)?;
    Ok((leaves(&masked)?, leaves(&whole)?))
}

/// The texts in lines of JSON.
fn leaves(lines: &str) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for line in lines.lines() {
        collect(&serde_json::from_str(line)?, &mut found);
    }
    Ok(found)
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|it| collect(it, found)),
        Value::Object(fields) => fields.values().for_each(|it| collect(it, found)),
        _ => {}
    }
}

/// The shortest text that shows these words whole.
fn readable<'t>(texts: &'t BTreeSet<String>, words: &str) -> Option<&'t str> {
    let shows = texts
        .iter()
        .map(String::as_str)
        .filter(|text| shows(text, words));
    shows.min_by_key(|text| text.len())
}

/// Whether a text has these words, not as a part of longer ones.
fn shows(text: &str, words: &str) -> bool {
    marked::whole(text, words).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_whole() {
        assert!(shows("seen by Ana, at noon", "Ana"));
        assert!(!shows("seen by Anabel", "Ana"));
        assert!(shows("Anabel and Ana", "Ana"));
        assert!(shows("calle 8, casa 41", "calle 8, casa 41"));
    }

    #[test]
    fn texts_are_found_at_any_depth() -> Result<()> {
        let found = leaves("{\"a\":[{\"b\":\"one\"},\"two\"],\"c\":3}\n")?;
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["one", "two"]);
        Ok(())
    }
}
