//! `lab claims`: the project's own gold claims in English, Spanish and Russian - checks the files, measures
//! how two annotators agree, scores the extraction. `gold/claims/GUIDELINES.md` tells the form.

mod agree;
mod annotation;
mod claim;
mod figures;
mod files;
mod learn;
mod marks;
mod page;
mod pairs;
mod score;
mod spans;
#[cfg(test)]
mod tests;

use crate::polnear::{Counted, table};
use crate::say;
use agree::Agreement;
use anyhow::{Context as _, Result, ensure};
use claim::Claim;
use clap::{Args, Subcommand};
use files::{Entry, Half};
use inquiry::extract::deep::Deep;
use inquiry::extract::names::encoded::Encoded;
use inquiry::extract::tagger::{self, Model};
use inquiry::extract::{self, Taggers, Way};
use learn::LEAST;
pub(crate) use learn::{Lessons, own, own_texts};
use model::ClaimId;
use score::Card;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Checks, compares and scores gold claims.
#[derive(Args)]
pub(crate) struct Claims {
    /// Folder with the guidelines and the documents.
    #[arg(long, global = true, default_value = "gold/claims")]
    root: PathBuf,
    /// Only this language (en, es, ru).
    #[arg(long, global = true)]
    lang: Option<String>,
    #[command(subcommand)]
    action: Action,
}

/// What to do with them.
#[derive(Subcommand)]
enum Action {
    /// Say what is wrong with documents and annotations.
    Check {
        /// Documents (.md) and annotations (.txt); without any, all of them.
        files: Vec<PathBuf>,
    },
    /// Agreement of annotations a and b, both halves.
    Agree {
        /// Shows what differs.
        #[arg(long)]
        differences: bool,
    },
    /// Score the extraction against the adjudicated annotations of the dev half.
    Score {
        /// Scores the final half instead, which nobody tunes on.
        #[arg(long, conflicts_with = "worst")]
        r#final: bool,
        /// Shows the errors of so many documents, those with most errors first.
        #[arg(long, default_value_t = 0)]
        worst: usize,
        /// Weights of the tagger other than those that come with the program, which have seen the dev half.
        #[arg(long)]
        weights: Option<PathBuf>,
        /// Reads with the deep tagger too, as `clew extract --deep`.
        #[arg(long)]
        deep: bool,
        /// Weights of the deep tagger in place of those that come with the program.
        #[arg(long, requires = "deep")]
        deep_weights: Option<PathBuf>,
        /// Shows how often claims of each confidence are right.
        #[arg(long)]
        reliability: bool,
        /// Writes how often claims that were read the same way were right, in rows of `confidence.tsv`.
        #[arg(long)]
        shares: Option<PathBuf>,
    },
}

/// What a table of shares says of itself.
const SHARES: &str = "# Counted by `lab claims score`: language, depth, reader, least grade, share that was right, how many were counted.\n";

impl Claims {
    pub(crate) fn run(&self) -> Result<()> {
        match &self.action {
            Action::Check { files } => self.check(files),
            Action::Agree { differences } => self.agree(*differences),
            Action::Score {
                r#final,
                worst,
                weights,
                deep,
                deep_weights,
                reliability,
                shares,
            } => {
                let half = if *r#final { Half::Final } else { Half::Dev };
                let bytes = weights.as_ref().map(std::fs::read).transpose()?;
                let bytes = bytes.map(|bytes| tagger::unpacked(&bytes));
                let model = match &bytes {
                    Some(bytes) => Some(Model::read(bytes).context("weights of the wrong length")?),
                    None => None,
                };
                crate::polnear::with_deep(deep_weights.as_deref(), |known| {
                    let asked = (model.as_ref(), known.filter(|_| *deep));
                    let counted = self.score(half, *worst, asked)?;
                    if *reliability {
                        let sure = counted.iter();
                        let sure: Vec<(f32, bool)> = sure
                            .filter_map(|(way, right)| Some((way.confidence()?, *right)))
                            .collect();
                        say(&crate::polnear::reliability(&sure).join("\n"));
                    }
                    if let Some(path) = shares {
                        std::fs::write(path, table(counted, LEAST, SHARES))?;
                    }
                    Ok(())
                })
            }
        }
    }

    fn entries(&self) -> Result<Vec<Entry>> {
        files::entries(&self.root, self.lang.as_deref())
    }

    /// Prints the faults of files, and fails if there are any.
    fn check(&self, chosen: &[PathBuf]) -> Result<()> {
        let paths = if chosen.is_empty() {
            files::all(&self.root)?
        } else {
            chosen.to_vec()
        };
        let (mut faults, mut claims) = (0, 0);
        for path in &paths {
            let (count, found) = files::check(path);
            claims += count;
            faults += found.len();
            for fault in found {
                say(&format!("{}:{fault}", path.display()));
            }
        }
        say(&format!(
            "{} files, {claims} claims, {faults} faults",
            paths.len()
        ));
        ensure!(faults == 0, "mend these, then check again");
        Ok(())
    }

    fn agree(&self, differences: bool) -> Result<()> {
        let mut languages: BTreeMap<String, Agreement> = BTreeMap::new();
        for entry in self.entries()? {
            let (Some(a), Some(b)) = (entry.claims("a")?, entry.claims("b")?) else {
                continue;
            };
            let text = &entry.page.text;
            let language = entry.page.language.to_string();
            languages.entry(language).or_default().add(text, &a, &b);
            if differences {
                say(&format!("\n== {}", entry.name));
                for line in agree::differences(text, &a, &b) {
                    say(&line);
                }
            }
        }
        let mut all = Agreement::default();
        for (language, agreement) in &languages {
            all.join(agreement);
            say(&agreement.lines(language).join("\n"));
        }
        if languages.len() != 1 {
            say(&all.lines("all").join("\n"));
        }
        Ok(())
    }

    /// Prints the figures; gives how each claim was read, and whether it is right.
    fn score(&self, half: Half, worst: usize, asked: Asked<'_>) -> Result<Counted> {
        let mut languages: BTreeMap<String, Card> = BTreeMap::new();
        let mut counted = Counted::new();
        let mut errors = Vec::new();
        let mut without = 0;
        for entry in self.entries()?.iter().filter(|entry| entry.half == half) {
            let Some(gold) = entry.claims("gold")? else {
                without += 1;
                continue;
            };
            let text = &entry.page.text;
            let (found, ways) = extracted(entry, asked);
            let right = score::outcome(text, &gold, &found).right;
            let told = found.iter().zip(ways).zip(right);
            counted.extend(told.filter_map(|((claim, way), right)| {
                Some((way, right?)).filter(|_| !claim.is_plain())
            }));
            let language = entry.page.language.to_string();
            let card = languages.entry(language).or_default();
            card.add(text, &gold, &found);
            errors.push((entry.name.clone(), score::errors(text, &gold, &found)));
        }
        let mut all = Card::default();
        for (language, card) in &languages {
            all.join(card);
            say(&card.lines(language).join("\n"));
        }
        if languages.len() != 1 {
            say(&all.lines("all").join("\n"));
        }
        if without > 0 {
            say(&format!("{without} documents have no gold annotation yet"));
        }
        errors.sort_by_key(|(name, lines)| (std::cmp::Reverse(lines.len()), name.clone()));
        for (name, lines) in errors.into_iter().take(worst) {
            say(&format!("\n== {name}"));
            say(&lines.join("\n"));
        }
        Ok(counted)
    }
}

/// Weights of the small tagger other than those that come with the program, and the deep one where it is to be asked.
type Asked<'a> = (Option<&'a Model<'a>>, Option<&'a Deep<'a>>);

/// The program's claims of a document, and how each was read.
fn extracted(entry: &Entry, (model, deep): Asked<'_>) -> (Vec<Claim>, Vec<Way>) {
    let document = entry.page.document(&entry.name);
    let taggers = Taggers {
        plain: model.map(|model| (entry.page.language, model)),
        deep,
        names: deep.and_then(|_| Encoded::shipped()),
    };
    let mut facts = extract::facts_by(&document, &taggers);
    let ways: BTreeMap<ClaimId, Way> = extract::ways(&document, &taggers)
        .into_iter()
        .map(|(claim, way)| (claim.id().clone(), way))
        .collect();
    // Times are told of claims only where all is read together.
    facts.claims.retain(|claim| ways.contains_key(claim.id()));
    let of = |claim: &model::Claim| (Claim::of(claim), ways[claim.id()]);
    facts.claims.iter().map(of).unzip()
}
