//! The tagger's spans against gold: source, cue and content each for itself, then tied.

use super::gold::{Article, Gold};
use super::{Score, document, score};
use inquiry::extract;
use inquiry::extract::deep::{self, Deep};
use inquiry::extract::tagger::{self, Tied, Weights};
use model::{Certainty, Claim, ClaimParts, Document, Kind, Polarity, Source, Span};
use std::collections::BTreeSet;

/// The three roles of a span.
const ROLES: [&str; 3] = ["source", "cue", "content"];

/// How a span must meet another to count.
#[derive(Clone, Copy)]
enum Match {
    Exact,
    Begin,
    Overlap,
}

type Spans = BTreeSet<Vec<Span>>;

/// Spans with only white space between them are one.
pub(super) fn joined(text: &str, spans: &[Span]) -> Vec<Span> {
    let mut sorted = spans.to_vec();
    sorted.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in sorted {
        match out.last_mut() {
            Some(last)
                if text
                    .get(last.end.min(span.start)..span.start)
                    .is_some_and(|gap| gap.trim().is_empty()) =>
            {
                last.end = last.end.max(span.end);
            }
            _ => out.push(span),
        }
    }
    out
}

/// The spans of each role, each once.
fn roles<'c>(text: &str, claims: impl Iterator<Item = [&'c [Span]; 3]>) -> [Spans; 3] {
    let mut out = [Spans::new(), Spans::new(), Spans::new()];
    for claim in claims {
        for (set, spans) in out.iter_mut().zip(claim) {
            let spans = joined(text, spans);
            if !spans.is_empty() {
                set.insert(spans);
            }
        }
    }
    out
}

fn meets(how: Match, a: &[Span], b: &[Span]) -> bool {
    match how {
        Match::Exact => a == b,
        Match::Begin => a[0].start == b[0].start,
        Match::Overlap => a.iter().any(|a| b.iter().any(|b| a.overlaps(*b))),
    }
}

fn counted(how: Match, gold: &Spans, found: &Spans) -> Score {
    let hits = |these: &Spans, those: &Spans| {
        these
            .iter()
            .filter(|this| those.iter().any(|that| meets(how, this, that)))
            .count()
    };
    Score {
        gold_found: hits(gold, found),
        gold: gold.len(),
        right: hits(found, gold),
        predicted: found.len(),
    }
}

/// A tied cue as a claim, to be scored as the rules' claims are.
fn claim(document: &Document, tied: &Tied) -> Option<Claim> {
    Claim::new(ClaimParts {
        document: document.id.clone(),
        part: 0,
        sentence: tied.cue,
        source: tied
            .source
            .map_or(Source::Nobody, |span| Source::Named { span }),
        chain: Vec::new(),
        cue: Some(tied.cue),
        content: tied.content.clone(),
        certainty: Certainty::Stated,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        time: None,
        confidence: 1.0,
        rule: "tagger".to_owned(),
    })
}

/// What the tagger finds in an article.
pub(super) fn claims(article: &Article, weights: &impl Weights) -> Vec<Claim> {
    let document = document(article);
    let mut out: Vec<Claim> = extract::passages(&document)
        .iter()
        .flat_map(|passage| tagger::tag(passage, weights))
        .filter_map(|tied| claim(&document, &tied))
        .collect();
    out.sort_by_key(|claim| claim.content[0]);
    out
}

/// The claims of an article, by the deep tagger alone.
pub(super) fn deep_claims(
    article: &Article,
    weights: &impl Weights,
    deep: &Deep<'_>,
) -> Vec<Claim> {
    let document = document(article);
    let passages = extract::passages(&document);
    let mut out: Vec<Claim> = deep::tag(&article.text, &passages, weights, deep)
        .iter()
        .flatten()
        .filter_map(|tied| claim(&document, tied))
        .collect();
    out.sort_by_key(|claim| claim.content[0]);
    out
}

/// Exact, begin and overlap scores of source, cue and content.
pub(super) fn spans(articles: &[(&Article, Vec<Claim>)]) -> [[Score; 3]; 3] {
    let mut out = [[Score::default(); 3]; 3];
    for (article, claims) in articles {
        let gold: Vec<&Gold> = article.claims.iter().collect();
        let gold = roles(
            &article.text,
            gold.iter()
                .map(|g| [&g.source[..], &g.cue[..], &g.content[..]]),
        );
        let found: Vec<[Vec<Span>; 3]> = claims
            .iter()
            .map(|claim| {
                [
                    claim.source.span().into_iter().collect(),
                    claim.cue.into_iter().collect(),
                    claim.content.clone(),
                ]
            })
            .collect();
        let found = roles(
            &article.text,
            found.iter().map(|[a, b, c]| [&a[..], &b[..], &c[..]]),
        );
        for (row, how) in out
            .iter_mut()
            .zip([Match::Exact, Match::Begin, Match::Overlap])
        {
            for (role, sum) in row.iter_mut().enumerate() {
                sum.add(counted(how, &gold[role], &found[role]));
            }
        }
    }
    out
}

/// One line: exact F1 of the roles and of tied claims.
pub(super) fn line(articles: &[&Article], weights: &impl Weights) -> String {
    scored(articles, |article| claims(article, weights))
}

/// The same of the deep tagger.
pub(super) fn deep_line(articles: &[&Article], weights: &impl Weights, deep: &Deep<'_>) -> String {
    scored(articles, |article| deep_claims(article, weights, deep))
}

fn scored(articles: &[&Article], claims: impl Fn(&Article) -> Vec<Claim>) -> String {
    let found: Vec<(&Article, Vec<Claim>)> = articles
        .iter()
        .map(|article| (*article, claims(article)))
        .collect();
    let exact = spans(&found)[0].map(|score| score.rates()[2]);
    let mut tied = [Score::default(); 3];
    for (article, claims) in &found {
        for (sum, add) in tied.iter_mut().zip(score(article, claims)) {
            sum.add(add);
        }
    }
    let tied = tied.map(|score| score.rates()[2]);
    format!(
        "exact source {:.1} cue {:.1} content {:.1}; claims {:.1}, with quotation marks {:.1}, without {:.1}",
        exact[0], exact[1], exact[2], tied[0], tied[1], tied[2]
    )
}

/// A table of span scores.
pub(super) fn table(articles: &[(&Article, Vec<Claim>)]) -> Vec<String> {
    let scores = spans(articles);
    let mut out = Vec::new();
    for (name, row) in ["exact", "begin", "overlap"].iter().zip(scores) {
        for (role, score) in ROLES.iter().zip(row) {
            let [precision, recall, f1] = score.rates();
            out.push(format!(
                "{name:<8} {role:<13} P {precision:5.1}  R {recall:5.1}  F1 {f1:5.1}"
            ));
        }
    }
    out
}
