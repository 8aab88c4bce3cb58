//! Scores an exported run against hand-made gold: `lab gold CASE_EXPORT.jsonl`.
//!
//! Both sides are JSON Lines. Texts are compared as runs of words, so that line ends, quotation marks
//! and the wrapping of PDF and word-processor text make no difference. Predictions about files that
//! the gold does not annotate, and predictions that meet an optional gold entry, count neither way.

mod claims;
mod findings;
mod identities;
mod key;
mod links;
mod origins;
mod run;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use anyhow::Context as _;
use std::io::Write as _;
use std::path::PathBuf;
use tally::Score;

/// What the subcommand takes.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The run: what `clew export CASE --as jsonl --unmask` wrote.
    export: PathBuf,
    /// The gold.
    #[arg(long, default_value = "demo/gold.jsonl")]
    gold: PathBuf,
    /// Print one JSON object a line in place of the table.
    #[arg(long)]
    json: bool,
    /// List what was missed and what was wrong.
    #[arg(long)]
    misses: bool,
}

/// Reads both sides, scores, prints.
pub(crate) fn main(options: &Options) -> anyhow::Result<()> {
    let text = |path: &PathBuf| {
        std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
    };
    let key = key::Key::read(&text(&options.gold)?).context("the gold")?;
    let run = run::Run::read(&text(&options.export)?).context("the export")?;
    let scores = score(&key, &run);
    let mut out = std::io::stdout().lock();
    if options.json {
        for score in &scores {
            writeln!(out, "{}", score.json(options.misses))?;
        }
    } else {
        write!(out, "{}", tally::table(&scores, options.misses))?;
    }
    Ok(())
}

/// Precision, recall and F1 of every row, by the row's name.
pub(crate) fn figures(gold: &str, export: &str) -> anyhow::Result<Vec<(String, [f64; 3])>> {
    let key = key::Key::read(gold).context("the gold")?;
    let run = run::Run::read(export).context("the export")?;
    let scores = score(&key, &run);
    Ok(scores
        .iter()
        .map(|it| (it.name.clone(), [it.precision(), it.recall(), it.f1()]))
        .collect())
}

/// All rows, in the order in which they are printed.
fn score(key: &key::Key, run: &run::Run) -> Vec<Score> {
    let files = key::Files::of(key);
    let seen = identities::Seen::new(key, run, &files);
    let mut scores = claims::score(key, run, &files);
    scores.extend(seen.score(key));
    scores.extend(links::score(key, run, &seen));
    scores.extend(findings::contradictions(key, run, &files));
    scores.extend(origins::score(key, run, &files));
    scores.push(findings::drifts(key, run, &files));
    scores.extend(findings::gaps(key, run, &files));
    scores.push(findings::proceedings(key, run, &files));
    scores.extend(links::protected(key, run, &seen));
    scores.push(findings::states(key, run, &files));
    scores
}
