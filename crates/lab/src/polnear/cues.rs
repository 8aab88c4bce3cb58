//! `lab cues`: how often each rule is right with each cue word, counted in the training split.

use super::{Corpus, document, gold, matches};
use anyhow::Result;
use clap::Args;
use inquiry::extract;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// A word that is a gold cue less often is not put in the table.
const LEAST_HITS: u32 = 3;
/// A word of which a smaller share is a gold cue is not put in the table.
const LEAST_SHARE: f64 = 0.08;

/// Words that are no head of a cue.
const LIGHT: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having", "do",
    "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should",
    "to", "not", "also", "the", "a", "an", "in", "on", "at", "of", "for", "by", "with", "'s",
    "that", "it", "his", "her", "its", "their", "and", "or", "about", "from", "as", "has", "who",
    "he", "she", "they", "no", "never", "more", "most", "very", "so", "even", "all", "been", "up",
    "out", "into", "over", "didn't", "don't", "doesn't", "won't", "wouldn't", "isn't", "aren't",
    "there", "this", "than", "under", "against", "after", "before", "between", "off", "like",
    "what", "how", "why", "whether",
];

/// Counts cues in the training split of `PolNeAR` and writes them as a table.
#[derive(Args)]
pub(crate) struct Cues {
    #[command(flatten)]
    corpus: Corpus,
    /// The table to write.
    #[arg(long)]
    out: PathBuf,
}

type Counts = BTreeMap<(String, String), (u32, u32)>;

impl Cues {
    /// Counts and writes. Words are counted first; run it again to count rules with the new words.
    pub(crate) fn run(&self) -> Result<()> {
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        let mut counts = Counts::new();
        for article in &articles {
            words(article, &mut counts);
            let (claims, heads): (Vec<_>, Vec<_>) = extract::candidates(&document(article))
                .into_iter()
                .filter(|(claim, _)| !(claim.is_authors() || claim.is_nobodys()))
                .unzip();
            let (_, right) = matches(&article.claims, &claims);
            for ((claim, head), right) in claims.iter().zip(&heads).zip(right) {
                for word in [head.as_str(), "*"] {
                    let key = (claim.rule.clone(), word.to_owned());
                    let count = counts.entry(key).or_default();
                    count.0 += u32::from(right);
                    count.1 += 1;
                }
            }
        }
        std::fs::write(&self.out, table(&counts))?;
        Ok(())
    }
}

/// Counts each word, and each word that heads a gold cue.
fn words(article: &gold::Article, counts: &mut Counts) {
    let document = document(article);
    for token in extract::text::sentences(&document.parts[0], document.language)
        .iter()
        .flat_map(|sentence| &sentence.tokens)
    {
        if !token.is_wordy() || LIGHT.contains(&&*token.lower) || token.lower.ends_with("ly") {
            continue;
        }
        let cue = article.claims.iter().any(|gold| {
            gold.cue.iter().any(|cue| cue.contains(token.span)) && !gold.source.is_empty()
        });
        let count = counts
            .entry(("*".to_owned(), token.lower.to_string()))
            .or_default();
        count.0 += u32::from(cue);
        count.1 += 1;
    }
}

/// The table as text, in the order of its keys.
fn table(counts: &Counts) -> String {
    let mut out = String::from(
        "# Counted by `lab cues` in the training split of PolNeAR: rule, cue word, times right, times read.\n\
         # Rule `*`: times the word is (part of) a cue with a source, times it occurs. Word `*`: all words.\n",
    );
    for ((rule, word), (hits, total)) in counts {
        let kept = if rule == "*" {
            *hits >= LEAST_HITS && f64::from(*hits) >= LEAST_SHARE * f64::from(*total)
        } else {
            *total >= 2 || word == "*"
        };
        if kept {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{rule}\t{word}\t{hits}\t{total}");
        }
    }
    out
}
