//! Scores names (people, organisations, places) against gold: precision, recall, F1 over exact spans.
//!
//! CoNLL-2003 (Tjong Kim Sang and De Meulder 2003) and CoNLL-2002 (Tjong Kim Sang 2002) are scored on the
//! text put together from their tokens; NEREL (Loukachevitch et al. 2021) on its outermost entities.

mod corpus;
mod crf;
mod train;

use anyhow::{Result, bail};
pub(crate) use corpus::columns;
use corpus::{Gold, Text};
pub(crate) use crf::exp;
use inquiry::extract;
use inquiry::extract::Depth;
use inquiry::extract::names::trained::{self, Model, Passage};
use model::{Document, Language, MentionKind, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;
pub(crate) use train::Train;

/// A name in a text: first byte, end byte, kind.
type Name = (usize, usize, &'static str);

/// Hits, proposals and gold names of one kind.
#[derive(Clone, Copy, Default)]
struct Score {
    hit: usize,
    proposed: usize,
    gold: usize,
}

/// What the subcommand takes.
#[derive(clap::Args)]
pub(crate) struct Names {
    #[command(flatten)]
    gold: Gold,
    /// How many of the commonest errors are listed.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Scores what these weights alone tag, instead of the default pass.
    #[arg(long, conflicts_with = "deep")]
    weights: Option<PathBuf>,
    /// With the deep tagger of names, as `clew extract --deep`.
    #[arg(long)]
    deep: bool,
}

impl Names {
    /// Reads the gold, finds names in its text, scores, prints.
    pub(crate) fn run(&self) -> Result<()> {
        let texts = self.gold.read()?;
        let language = self.gold.language();
        let bytes = self.weights.as_ref().map(std::fs::read).transpose()?;
        let model = bytes.as_ref().and_then(|bytes| Model::of(bytes));
        let table = match (&bytes, &model) {
            (Some(_), None) => bail!("these are no weights of names"),
            (_, Some(model)) => score(&texts, |text| alone(text, language, model), self.errors),
            (_, None) => {
                let depth = if self.deep { Depth::Deep } else { Depth::Plain };
                score(&texts, |text| tagged(text, language, depth), self.errors)
            }
        };
        crate::say(table?.trim_end());
        Ok(())
    }
}

/// The table of scores, and the commonest errors (`-` missed, `+` wrong).
fn score(texts: &[Text], find: impl Fn(&str) -> Vec<Name>, limit: usize) -> Result<String> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut errors: BTreeMap<String, usize> = BTreeMap::new();
    for Text { text, names } in texts {
        let gold: Vec<Name> = names
            .iter()
            .filter_map(|(span, kind)| name(*span, *kind))
            .collect();
        let found = find(text);
        for kind in ["PER", "ORG", "LOC"] {
            let of = |names: &[Name]| -> BTreeSet<Name> {
                names
                    .iter()
                    .copied()
                    .filter(|name| name.2 == kind)
                    .collect()
            };
            let (gold, found) = (of(&gold), of(&found));
            let score = scores.entry(kind).or_default();
            score.hit += gold.intersection(&found).count();
            score.proposed += found.len();
            score.gold += gold.len();
            for (sign, list) in [
                ("-", gold.difference(&found)),
                ("+", found.difference(&gold)),
            ] {
                for (start, end, _) in list {
                    let words = text
                        .get(*start..*end)
                        .unwrap_or_default()
                        .replace('\n', " ");
                    *errors.entry(format!("{sign} {kind} {words}")).or_default() += 1;
                }
            }
        }
    }
    let mut all = Score::default();
    for score in scores.values() {
        all.hit += score.hit;
        all.proposed += score.proposed;
        all.gold += score.gold;
    }
    scores.insert("all", all);
    let mut out = String::from("kind   precision  recall      F1    gold\n");
    for (kind, score) in scores {
        let share = |part: usize, whole: usize| 100.0 * count(part) / count(whole.max(1));
        let (p, r) = (
            share(score.hit, score.proposed),
            share(score.hit, score.gold),
        );
        let f = share(2 * score.hit, score.proposed + score.gold);
        writeln!(out, "{kind:5} {p:9.1} {r:8.1} {f:7.1} {:7}", score.gold)?;
    }
    let mut errors: Vec<_> = errors.into_iter().collect();
    errors.sort_by_key(|(words, count)| (std::cmp::Reverse(*count), words.clone()));
    for (words, count) in errors.into_iter().take(limit) {
        writeln!(out, "{count:5} {words}")?;
    }
    Ok(out)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

/// A name of one of the three kinds that are scored.
fn name(span: Span, kind: Option<MentionKind>) -> Option<Name> {
    let kind = match kind? {
        MentionKind::Person => "PER",
        MentionKind::Organisation => "ORG",
        MentionKind::Place => "LOC",
        _ => return None,
    };
    Some((span.start, span.end, kind))
}

/// The names that extraction finds in a text.
fn tagged(text: &str, language: Language, depth: Depth) -> Vec<Name> {
    let mentions = mentions(text, language, depth).into_iter();
    mentions
        .filter_map(|(span, kind)| name(span, Some(kind)))
        .collect()
}

/// The same with their kinds.
fn mentions(text: &str, language: Language, depth: Depth) -> Vec<(Span, MentionKind)> {
    let facts = extract::facts_at(&Document::of_text("text", text, language), depth);
    let mentions = facts.mentions.into_iter();
    mentions.map(|it| (it.place.span, it.kind)).collect()
}

/// The names that weights alone tag in a text.
fn alone(text: &str, language: Language, model: &Model<'_>) -> Vec<Name> {
    let passages = extract::named(&Document::of_text("text", text, language));
    let of = |passage: &Passage| (passage.language == language).then_some(model);
    let readings = trained::read(&passages, of, &[]);
    passages
        .iter()
        .zip(&readings)
        .flat_map(|(passage, reading)| trained::names(passage, &reading.labels))
        .filter_map(|(span, kind)| name(span, Some(kind)))
        .collect()
}
