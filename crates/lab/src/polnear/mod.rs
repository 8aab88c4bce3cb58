//! `lab polnear` and `lab cues`: claims against the attributions of `PolNeAR`.
//!
//! A gold claim counts as found when at least half of its content lies in the content of one
//! prediction and their sources overlap (or both have none); a prediction counts as right when
//! at least half of its content lies in that of one gold claim and the sources overlap likewise.

mod calibrate;
mod cues;
mod deep;
mod gold;
mod reliability;
mod tagged;
mod train;

use crate::say;
use anyhow::{Context as _, Result};
pub(crate) use calibrate::{Calibrate, Counted, table};
use clap::Args;
pub(crate) use cues::Cues;
pub(crate) use deep::{DumpDeep, TrainDeep};
use gold::Article;
pub(crate) use gold::Gold;
use inquiry::extract::Taggers;
use inquiry::extract::deep::{Deep, PIECES};
use inquiry::extract::tagger::Model;
use model::{Claim, Document, Language, Span};
pub(crate) use reliability::table as reliability;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;
pub(crate) use train::{Lesson, Train, learn, lessons_of};

/// Where the corpus lies.
#[derive(Args)]
struct Corpus {
    /// Folder with the splits.
    #[arg(long, default_value = "../shared/data/attribution/polnear")]
    data: PathBuf,
    /// Which split.
    #[arg(long, default_value = "dev")]
    split: String,
    /// Only the first so many articles.
    #[arg(long)]
    files: Option<usize>,
}

/// Scores claims against `PolNeAR`.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub(crate) struct Polnear {
    #[command(flatten)]
    corpus: Corpus,
    /// Shows the errors of so many articles, those with most errors first.
    #[arg(long, default_value_t = 0)]
    worst: usize,
    /// Scores every reading, however doubtful.
    #[arg(long)]
    all: bool,
    /// Scores the trained tagger in place of the rules.
    #[arg(long)]
    tagger: bool,
    /// With the deep tagger: as `clew extract --deep`, or with `--tagger` by itself.
    #[arg(long)]
    deep: bool,
    /// Weights of the deep tagger in place of those that come with the program.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Weights of the small tagger in place of those that come with the program.
    #[arg(long, conflicts_with_all = ["tagger", "all"])]
    plain: Option<PathBuf>,
    /// Shows precision by rule.
    #[arg(long)]
    rules: bool,
    /// Shows how often claims of each confidence are right, the author's own included.
    #[arg(long)]
    reliability: bool,
}

/// Does something with the deep tagger of these weights, or with the one that comes with the program.
pub(crate) fn with_deep<T>(
    weights: Option<&Path>,
    then: impl FnOnce(Option<&Deep<'_>>) -> Result<T>,
) -> Result<T> {
    let Some(path) = weights else {
        return then(Deep::english());
    };
    let bytes = std::fs::read(path)?;
    then(Some(
        &Deep::read(PIECES, &bytes).context("no weights of the deep tagger")?,
    ))
}

/// Found and all, on both sides.
#[derive(Clone, Copy, Default)]
struct Score {
    gold_found: usize,
    gold: usize,
    right: usize,
    predicted: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.gold_found += other.gold_found;
        self.gold += other.gold;
        self.right += other.right;
        self.predicted += other.predicted;
    }

    /// Precision, recall and F1 in percent.
    fn rates(self) -> [f64; 3] {
        let share = |part: usize, whole: usize| {
            if whole == 0 {
                0.0
            } else {
                100.0 * float(part) / float(whole)
            }
        };
        let precision = share(self.right, self.predicted);
        let recall = share(self.gold_found, self.gold);
        let both = precision + recall;
        let f1 = if both > 0.0 {
            2.0 * precision * recall / both
        } else {
            0.0
        };
        [precision, recall, f1]
    }
}

fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The document of an article.
fn document(article: &Article) -> Document {
    Document::of_text(&article.name, &article.text, Language::En)
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

fn shared(a: &[Span], b: &[Span]) -> usize {
    a.iter().flat_map(|a| b.iter().map(|b| a.shared(*b))).sum()
}

/// Whether at least half of `content` lies in `cover`.
fn covered(content: &[Span], cover: &[Span]) -> bool {
    let whole = length(content);
    whole > 0 && 2 * shared(content, cover) >= whole
}

/// Whether the sources overlap or both have none.
fn same_source(gold: &Gold, claim: &Claim) -> bool {
    match claim.source.span() {
        None => gold.source.is_empty(),
        Some(span) => gold.source.iter().any(|source| source.overlaps(span)),
    }
}

/// Which gold claims are found, which predictions are right.
fn matches(gold: &[Gold], claims: &[Claim]) -> (Vec<bool>, Vec<bool>) {
    let found = gold
        .iter()
        .map(|gold| {
            claims
                .iter()
                .any(|claim| same_source(gold, claim) && covered(&gold.content, &claim.content))
        })
        .collect();
    let right = claims
        .iter()
        .map(|claim| {
            gold.iter()
                .any(|gold| same_source(gold, claim) && covered(&claim.content, &gold.content))
        })
        .collect();
    (found, right)
}

/// Whether a content has a quotation mark in it (or right around it).
fn is_quoted(text: &str, content: &[Span]) -> bool {
    content.iter().any(|span| {
        span.of(text)
            .is_some_and(|text| text.contains(['"', '“', '”', '«', '»']) || text.contains("''"))
    })
}

/// The score of one article: all, with quotation marks, without.
fn score(article: &Article, claims: &[Claim]) -> [Score; 3] {
    let (found, right) = matches(&article.claims, claims);
    let mut out = [Score::default(); 3];
    for (gold, found) in article.claims.iter().zip(found) {
        let class = if is_quoted(&article.text, &gold.content) {
            1
        } else {
            2
        };
        for index in [0, class] {
            out[index].gold += 1;
            out[index].gold_found += usize::from(found);
        }
    }
    for (claim, right) in claims.iter().zip(right) {
        let class = if is_quoted(&article.text, &claim.content) {
            1
        } else {
            2
        };
        for index in [0, class] {
            out[index].predicted += 1;
            out[index].right += usize::from(right);
        }
    }
    out
}

impl Polnear {
    /// Reads the split, extracts, scores, prints.
    pub(crate) fn run(&self) -> Result<()> {
        with_deep(self.weights.as_deref(), |deep| {
            self.score(deep.filter(|_| self.deep))
        })
    }

    fn score(&self, deep: Option<&Deep<'_>>) -> Result<()> {
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        let plain = self.plain.as_ref().map(std::fs::read).transpose()?;
        let plain = plain
            .as_deref()
            .map(|bytes| Model::read(bytes).context("weights of the wrong length"))
            .transpose()?;
        let start = Instant::now();
        let mut claims: Vec<Vec<Claim>> = articles
            .iter()
            .map(|article| self.claims(article, plain.as_ref(), deep))
            .collect();
        let seconds = start.elapsed().as_secs_f64();
        let mut sure = Vec::new();
        for (article, claims) in articles.iter().zip(&mut claims) {
            let right = reliability::right(article, claims);
            sure.extend(claims.iter().map(|claim| claim.confidence).zip(right));
            claims.retain(|claim| !(claim.is_authors() || claim.is_nobodys()));
        }
        let mut total = [Score::default(); 3];
        let mut errors = Vec::new();
        for (index, article) in articles.iter().enumerate() {
            let scores = score(article, &claims[index]);
            for (sum, score) in total.iter_mut().zip(scores) {
                sum.add(score);
            }
            let all = scores[0];
            errors.push((all.gold - all.gold_found + all.predicted - all.right, index));
        }
        let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
        say(&format!(
            "{} articles, {} gold claims, {bytes} bytes in {seconds:.2} s",
            articles.len(),
            total[0].gold
        ));
        for (name, score) in ["all", "with quotation marks", "without"].iter().zip(total) {
            let [precision, recall, f1] = score.rates();
            say(&format!(
                "{name:<22} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}   right {}/{}  found {}/{}",
                score.right, score.predicted, score.gold_found, score.gold
            ));
        }
        let pairs: Vec<(&Article, Vec<Claim>)> =
            articles.iter().zip(claims.iter().cloned()).collect();
        for line in tagged::table(&pairs) {
            say(&line);
        }
        if self.rules {
            by_rule(&articles, &claims);
        }
        if self.reliability {
            for line in reliability::table(&sure) {
                say(&line);
            }
        }
        errors.sort_by_key(|(errors, index)| (std::cmp::Reverse(*errors), *index));
        for (_, index) in errors.into_iter().take(self.worst) {
            show(&articles[index], &claims[index]);
        }
        Ok(())
    }

    fn claims(
        &self,
        article: &Article,
        plain: Option<&Model<'_>>,
        deep: Option<&Deep<'_>>,
    ) -> Vec<Claim> {
        if let Some(model) = Model::english().filter(|_| self.tagger) {
            return deep.map_or_else(
                || tagged::claims(article, model),
                |deep| tagged::deep_claims(article, model, deep),
            );
        }
        let document = document(article);
        if self.all {
            let all = inquiry::extract::candidates(&document);
            all.into_iter().map(|(claim, _)| claim).collect()
        } else {
            let plain = plain.map(|model| (Language::En, model));
            let taggers = Taggers {
                plain,
                deep,
                names: None,
            };
            inquiry::extract::facts_by(&document, &taggers).claims
        }
    }
}

/// Prints precision by rule.
fn by_rule(articles: &[Article], claims: &[Vec<Claim>]) {
    let mut rules: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (article, claims) in articles.iter().zip(claims) {
        let (_, right) = matches(&article.claims, claims);
        for (claim, right) in claims.iter().zip(right) {
            let count = rules.entry(&claim.rule).or_default();
            count.0 += usize::from(right);
            count.1 += 1;
        }
    }
    for (rule, (right, all)) in rules {
        say(&format!(
            "{rule:<20} {right:>6} of {all:>6}  {:.2}",
            float(right) / float(all)
        ));
    }
}

/// Prints what was missed and what was wrongly found in an article.
fn show(article: &Article, claims: &[Claim]) {
    let text = |spans: &[Span]| {
        let pieces: Vec<&str> = spans
            .iter()
            .filter_map(|span| span.of(&article.text))
            .collect();
        pieces.join(" ~ ").replace('\n', " ")
    };
    let (found, right) = matches(&article.claims, claims);
    say(&format!("\n== {}", article.name));
    for (gold, _) in article.claims.iter().zip(found).filter(|(_, found)| !found) {
        say(&format!(
            "MISS  [{}] <{}> {}",
            text(&gold.source),
            text(&gold.cue),
            text(&gold.content)
        ));
    }
    for (claim, _) in claims.iter().zip(right).filter(|(_, right)| !right) {
        let source: Vec<Span> = claim.source.span().into_iter().collect();
        let cue: Vec<Span> = claim.cue.into_iter().collect();
        say(&format!(
            "WRONG {} [{}] <{}> {}",
            claim.rule,
            text(&source),
            text(&cue),
            text(&claim.content)
        ));
    }
}
