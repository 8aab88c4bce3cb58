//! `lab calibrate`: how often claims that were read the same way are right, for their confidence.

use super::{Corpus, document, gold, reliability, train, with_deep};
use anyhow::{Context as _, Result};
use clap::Args;
use inquiry::extract::deep::Deep;
use inquiry::extract::tagger::Model;
use inquiry::extract::{self, Taggers, Way};
use model::{Claim, Language};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Articles are cut into so many parts; what reads one was taught on the others.
const FOLDS: usize = 3;
/// A step of the table rests on at least so many claims.
const LEAST: usize = 100;
/// What the table of `PolNeAR` says of itself.
const HEAD: &str = "# Counted by `lab calibrate` in the training split of PolNeAR: language, depth, reader, least grade, share that was\n\
     # right, how many were counted.\n";

/// Counts in the training split how often claims were read rightly, and writes the table.
#[derive(Args)]
pub(crate) struct Calibrate {
    #[command(flatten)]
    corpus: Corpus,
    /// The table to write.
    #[arg(long)]
    out: PathBuf,
    /// Passes over the corpus when the small tagger is taught.
    #[arg(long, default_value_t = 6)]
    passes: usize,
    /// Folders of own gold claims that the small tagger is taught beside the corpus.
    #[arg(long)]
    gold: Vec<PathBuf>,
    /// How often the own gold claims are seen in each pass.
    #[arg(long, default_value_t = 1)]
    weight: usize,
    /// Every so many-th article was held out when the deep tagger was taught; from these its rows are counted.
    #[arg(long, default_value_t = 20)]
    held: usize,
    /// Weights of the deep tagger in place of those that come with the program.
    #[arg(long)]
    weights: Option<PathBuf>,
}

/// Claims read, each with whether it is right.
pub(crate) type Counted = Vec<(Way, bool)>;

impl Calibrate {
    /// Counts and writes.
    pub(crate) fn run(&self) -> Result<()> {
        with_deep(self.weights.as_deref(), |deep| self.count(deep))
    }

    fn count(&self, deep: Option<&Deep<'_>>) -> Result<()> {
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        let own = crate::claims::own(&self.gold, "en")?;
        let mut counted = Counted::new();
        for fold in 0..FOLDS {
            let (read, seen): (Vec<_>, Vec<_>) = articles
                .iter()
                .enumerate()
                .partition(|(index, _)| index % FOLDS == fold);
            let seen: Vec<&gold::Article> = seen.into_iter().map(|(_, article)| article).collect();
            let own = std::iter::repeat_n(&own, self.weight).flatten();
            let bytes = train::taught(&seen, &own.collect::<Vec<_>>(), self.passes, 1)?;
            let plain = Model::read(&bytes).context("weights of another size")?;
            for (index, article) in read {
                counted.extend(self::read(article, &plain, None));
                if self.held > 0 && index % self.held == self.held - 1 && deep.is_some() {
                    counted.extend(self::read(article, &plain, deep));
                }
            }
            crate::say(&format!("part {} of {FOLDS}", fold + 1));
        }
        std::fs::write(&self.out, table(counted, LEAST, HEAD))?;
        Ok(())
    }
}

/// The claims of an article and whether they are right.
fn read(article: &gold::Article, plain: &Model<'_>, deep: Option<&Deep<'_>>) -> Counted {
    let taggers = Taggers {
        plain: Some((Language::En, plain)),
        deep,
        names: None,
    };
    let (claims, ways): (Vec<Claim>, Vec<Way>) = extract::ways(&document(article), &taggers)
        .into_iter()
        .unzip();
    let right = reliability::right(article, &claims);
    let asked = |way: &Way| deep.is_none() || way.deep;
    ways.into_iter()
        .zip(right)
        .filter(|(way, _)| asked(way))
        .collect()
}

/// The table as text behind its `head`, in the order of its keys; a step rests on at least so many claims.
pub(crate) fn table(mut counted: Counted, least: usize, head: &str) -> String {
    counted.sort_unstable();
    let mut kinds: BTreeMap<_, Vec<(i32, bool)>> = BTreeMap::new();
    for (way, right) in counted {
        let key = (way.language, way.deep, way.reader);
        kinds.entry(key).or_default().push((way.grade, right));
    }
    let mut out = head.to_owned();
    for ((language, deep, reader), claims) in kinds {
        let depth = if deep { "deep" } else { "plain" };
        for step in steps(&claims, least) {
            // Writing to a string cannot fail.
            let _ = writeln!(
                out,
                "{language}\t{depth}\t{}\t{}\t{:.3}\t{}",
                reader.as_str(),
                step.least,
                step.share(),
                step.all
            );
        }
    }
    out
}

/// Claims from one grade on.
struct Step {
    least: i32,
    right: usize,
    all: usize,
}

impl Step {
    fn share(&self) -> f64 {
        super::float(self.right) / super::float(self.all)
    }
}

/// Claims by rising grade as steps whose shares rise: neighbours in the wrong order are joined (Ayer and others 1955), and
/// steps of too few claims with the step before.
fn steps(claims: &[(i32, bool)], least: usize) -> Vec<Step> {
    let mut out: Vec<Step> = Vec::new();
    for (grade, right) in claims {
        match out.last_mut() {
            Some(last) if last.least == *grade || last.all < least => {
                last.right += usize::from(*right);
                last.all += 1;
            }
            _ => out.push(Step {
                least: *grade,
                right: usize::from(*right),
                all: 1,
            }),
        }
        join(&mut out, least);
    }
    if let [.., before, last] = &mut out[..]
        && last.all < least
    {
        before.right += last.right;
        before.all += last.all;
        out.pop();
    }
    join(&mut out, least);
    out
}

/// Joins the last steps as long as their shares fall. The last one is still growing.
fn join(steps: &mut Vec<Step>, least: usize) {
    while let [.., before, last] = &mut steps[..]
        && last.all >= least
        && before.right * last.all >= last.right * before.all
    {
        before.right += last.right;
        before.all += last.all;
        steps.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_rise_and_nothing_is_lost() {
        let claims: Vec<(i32, bool)> = (0..1000)
            .map(|at| (at / 3, (at * 7919) % 1000 < at))
            .collect();
        let steps = steps(&claims, LEAST);
        assert!(steps.len() > 3);
        assert!(steps.is_sorted_by(|a, b| a.least < b.least && a.share() < b.share()));
        assert!(steps.iter().all(|step| step.all >= LEAST));
        assert_eq!(steps.iter().map(|step| step.all).sum::<usize>(), 1000);
    }
}
