//! `lab train-masks`: teaches whether a text tells of harm and whether somebody has a part in public, for one language.

use super::logistic::{Example, Weights};
use super::marked::{self, Marked, Part};
use crate::say;
use anyhow::{Context as _, Result};
use clap::Args;
use inquiry::weighed::{people, row, texts};
use model::{Language, Span};
use std::fs;
use std::path::PathBuf;

/// Trains who is masked in one language, from marked texts and listed documents, and writes the weights.
#[derive(Args)]
pub(crate) struct Train {
    /// The language.
    #[arg(long, value_parser = ["en", "es", "ru"])]
    lang: String,
    /// Folders of marked texts.
    #[arg(long, required = true)]
    texts: Vec<PathBuf>,
    /// Lists of the people in documents.
    #[arg(long)]
    list: Vec<PathBuf>,
    /// Where the documents of the lists are named from.
    #[arg(long, default_value = "gold/claims")]
    documents: PathBuf,
    /// General texts, without harm for the most part: folders of texts, or files in columns.
    #[arg(long)]
    general: Vec<PathBuf>,
    /// How strongly the weights of people are held to nothing.
    #[arg(long, default_value_t = 3e-5)]
    keep: f64,
    /// The same for texts.
    #[arg(long, default_value_t = 1e-5)]
    keep_texts: f64,
    /// Of those who are to be kept back, so many are, in a thousand: what somebody's part in public must reach follows from it.
    #[arg(long, default_value_t = 950)]
    kept: usize,
    /// Into so many parts the texts are cut, each scored by what the others taught.
    #[arg(long, default_value_t = 5)]
    folds: usize,
    /// Where `harm-LANG.i8` and `part-LANG.i8` are written; nowhere without.
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Train {
    pub(crate) fn run(&self) -> Result<()> {
        let mut marked = Vec::new();
        for folder in &self.texts {
            marked.extend(marked::folder(folder)?);
        }
        for list in &self.list {
            marked.extend(marked::listed(list, &self.documents)?);
        }
        let harm = self.harm(&marked)?;
        let part = self.part(&marked);
        if let Some(out) = &self.out {
            for (kind, bytes) in [("harm", harm), ("part", part)] {
                let path = out.join(format!("{kind}-{}.i8", self.lang));
                fs::write(&path, bytes).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }

    fn language(&self) -> Language {
        match self.lang.as_str() {
            "es" => Language::Es,
            "ru" => Language::Ru,
            _ => Language::En,
        }
    }

    /// Whether a text tells of harm.
    fn harm(&self, marked: &[Marked]) -> Result<Vec<u8>> {
        let windows = |text: &str, hit: bool| {
            let rows = texts::windows(text, self.language()).into_iter();
            let rows = rows.map(|window| rows_of(window, texts::ROWS));
            rows.map(|rows| Example {
                rows,
                hit,
                weight: 1.0,
            })
            .collect::<Vec<_>>()
        };
        let mut groups: Vec<Vec<Example>> = marked
            .iter()
            .filter_map(|it| Some(windows(&it.text, it.is_harm()?)))
            .collect();
        let own = groups.len();
        for path in &self.general {
            groups.extend(
                marked::general(path)?
                    .iter()
                    .map(|text| windows(text, false)),
            );
        }
        let hits = groups.iter().flatten().filter(|it| it.hit).count();
        let others = groups.iter().flatten().filter(|it| !it.hit).count();
        #[expect(clippy::cast_precision_loss, reason = "examples are thousands")]
        let weight = (others as f64 / hits.max(1) as f64).max(1.0);
        for example in groups.iter_mut().flatten().filter(|it| it.hit) {
            example.weight = weight;
        }
        let scored = self.folds(&groups, texts::ROWS, self.keep_texts);
        let most = |scores: &[(bool, f64)]| scores.iter().map(|it| it.1).fold(f64::MIN, f64::max);
        let told = |from: usize, to: usize, hit: bool| {
            let texts = scored[from..to]
                .iter()
                .filter(|it| it.first().is_some_and(|it| it.0 == hit));
            let texts: Vec<f64> = texts.map(|it| most(it)).collect();
            (texts.iter().filter(|it| **it > 0.0).count(), texts.len())
        };
        let (found, of) = told(0, own, true);
        let (plain, of_plain) = told(0, own, false);
        let (wrong, of_general) = told(own, scored.len(), false);
        say(&format!(
            "texts of harm found {found} of {of}; plain ones taken for harm {plain} of {of_plain}, general ones {wrong} of {of_general}"
        ));
        let all: Vec<&Example> = groups.iter().flatten().collect();
        Ok(Weights::learn(&all, texts::ROWS, self.keep_texts).bytes(0.0))
    }

    /// Whether somebody has a part in public.
    fn part(&self, marked: &[Marked]) -> Vec<u8> {
        let people = |text: &Marked| {
            let names = text
                .people
                .iter()
                .flat_map(|(_, places)| places.iter().copied());
            let page = people::Page::new(&text.text, self.language(), names.collect());
            let scored = [Part::Kept, Part::Public];
            let known = text.people.iter().filter(|(part, _)| scored.contains(part));
            let example = |(part, places): &(Part, Vec<Span>)| Example {
                rows: rows_of(page.features(places).into_iter().collect(), people::ROWS),
                hit: *part == Part::Public,
                weight: 1.0,
            };
            known.map(example).collect::<Vec<_>>()
        };
        let groups: Vec<Vec<Example>> = marked.iter().map(people).collect();
        let scored = self.folds(&groups, people::ROWS, self.keep);
        // What must be reached is set by texts that were written to be hard.
        let hard = marked.iter().map(Marked::is_listed);
        let scored = scored.into_iter().zip(hard).filter(|(_, listed)| !listed);
        let scored: Vec<(bool, f64)> = scored.flat_map(|(scores, _)| scores).collect();
        let split = |hit: bool| {
            let mut scores: Vec<f64> = scored
                .iter()
                .filter(|it| it.0 == hit)
                .map(|it| it.1)
                .collect();
            scores.sort_by(f64::total_cmp);
            scores
        };
        let (kept, public) = (split(false), split(true));
        let right = scored.iter().filter(|it| it.0 == (it.1 > 0.0)).count();
        say(&format!("people {}, told rightly {right}", scored.len()));
        let least = |kept_back: usize| kept[(kept.len() * kept_back / 1000).min(kept.len() - 1)];
        for kept_back in [800, 850, 900, 930, 950, 980] {
            let shown = public.iter().filter(|it| **it > least(kept_back)).count();
            say(&format!(
                "kept back {kept_back} of 1000: from {:.2} on; of those in public {shown} of {} shown",
                least(kept_back),
                public.len()
            ));
        }
        let all: Vec<&Example> = groups.iter().flatten().collect();
        Weights::learn(&all, people::ROWS, self.keep).bytes(-least(self.kept))
    }

    /// What each example is and its log-odds by what the other parts taught; examples of one text stay together.
    fn folds(&self, groups: &[Vec<Example>], rows: usize, keep: f64) -> Vec<Vec<(bool, f64)>> {
        let mut out: Vec<Vec<(bool, f64)>> = vec![Vec::new(); groups.len()];
        for fold in 0..self.folds {
            let own = |at: usize| at % self.folds == fold;
            let others = groups.iter().enumerate().filter(|(at, _)| !own(*at));
            let others: Vec<&Example> = others.flat_map(|(_, group)| group).collect();
            let weights = Weights::learn(&others, rows, keep);
            for (at, group) in groups.iter().enumerate().filter(|(at, _)| own(*at)) {
                out[at] = group
                    .iter()
                    .map(|it| (it.hit, weights.log_odds(&it.rows)))
                    .collect();
            }
        }
        out
    }
}

/// The rows of hashed features.
#[expect(clippy::cast_possible_truncation, reason = "rows are fewer than 2^32")]
fn rows_of(features: Vec<u64>, rows: usize) -> Vec<u32> {
    features
        .into_iter()
        .map(|hash| row(hash, rows) as u32)
        .collect()
}
