//! Floors: figures of `docs/MEASURED.md` below which a change may not fall.

use crate::{gold, masks, process};
use anyhow::{Context as _, Result, ensure};
use clap::Args;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Scores everything that has a floor.
#[derive(Args)]
pub(crate) struct Floors {
    /// The demonstration case, after its run.
    #[arg(long)]
    case: PathBuf,
    /// The file with the floors.
    #[arg(long, default_value = "docs/MEASURED.md")]
    measured: PathBuf,
    /// The gold of the demonstration.
    #[arg(long, default_value = "demo/gold.jsonl")]
    gold: PathBuf,
    /// The texts with a key of who is masked.
    #[arg(long, default_value = "gold/masking/dev")]
    masking: PathBuf,
    /// The folder with the gold data; what needs it is said to be skipped where it is absent.
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
}

impl Floors {
    pub(crate) fn run(&self) -> Result<()> {
        let text = std::fs::read_to_string(&self.measured)
            .with_context(|| self.measured.display().to_string())?;
        let floors = parse(&text)?;
        ensure!(
            !floors.is_empty(),
            "{} names no floors",
            self.measured.display()
        );
        let scores = self.scores()?;
        let mut below = Vec::new();
        for (name, floor) in &floors {
            match scores.get(name) {
                None => crate::say(&format!(
                    "{name:<40} floor {floor:>6.3}  skipped: its data is not here"
                )),
                Some(score) => {
                    crate::say(&format!("{name:<40} floor {floor:>6.3}  now {score:>6.3}"));
                    if score < floor {
                        below.push(name.as_str());
                    }
                }
            }
        }
        ensure!(below.is_empty(), "below their floor: {}", below.join(", "));
        Ok(())
    }

    fn scores(&self) -> Result<BTreeMap<String, f64>> {
        let mut scores = BTreeMap::new();
        let clew = process::clew()?;
        let case = self.case.to_str().context("the case's path is no text")?;
        let why = ["--unmask", "scored against gold", "--who", "lab"];
        let arguments = [&["export", case, "--as", "jsonl"], &why[..]].concat();
        let export = process::output(&clew, &arguments)?;
        let gold =
            std::fs::read_to_string(&self.gold).with_context(|| self.gold.display().to_string())?;
        for (name, figures) in gold::figures(&gold, &export)? {
            for (figure, value) in ["precision", "recall", "f1"].iter().zip(figures) {
                scores.insert(format!("gold: {name}: {figure}"), value);
            }
        }
        scores.extend(masks::shares(&self.masking)?);
        self.polnear(&mut scores)?;
        Ok(scores)
    }

    /// Claims on `PolNeAR` dev, where it is at hand.
    fn polnear(&self, scores: &mut BTreeMap<String, f64>) -> Result<()> {
        let data = self.data.join("attribution/polnear");
        if !data.exists() {
            return Ok(());
        }
        let own = std::env::current_exe()?;
        let folder = data.to_str().context("the data's path is no text")?;
        let table = process::output(&own, &["polnear", "--split", "dev", "--data", folder])?;
        let row = table.lines().find(|line| line.starts_with("all "));
        let words: Vec<&str> = row.unwrap_or_default().split_whitespace().collect();
        let f1 = words
            .iter()
            .position(|word| *word == "F1")
            .and_then(|at| words.get(at + 1));
        let f1: f64 = f1.context("no F1 in what polnear prints")?.parse()?;
        scores.insert("polnear dev: all: f1".to_owned(), f1 / 100.0);
        Ok(())
    }
}

/// Reads the fenced block that begins with ```` ```floors ````: a name and a figure a line.
fn parse(text: &str) -> Result<BTreeMap<String, f64>> {
    let mut floors = BTreeMap::new();
    let block = text
        .split("```floors\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    for line in block.unwrap_or_default().lines() {
        let (name, figure) = line
            .rsplit_once(' ')
            .with_context(|| format!("no figure in {line:?}"))?;
        let figure = figure
            .parse()
            .with_context(|| format!("no figure in {line:?}"))?;
        floors.insert(name.trim().to_owned(), figure);
    }
    Ok(floors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_are_read_from_their_block_alone() {
        let text = "words 1\n```floors\ngold.claims.f1 0.85\n```\nother 2\n";
        let floors = parse(text).unwrap();
        assert_eq!(floors.len(), 1);
        assert!((floors["gold.claims.f1"] - 0.85).abs() < 1e-9);
        assert!(parse("```floors\nx y\n```").is_err());
    }
}
