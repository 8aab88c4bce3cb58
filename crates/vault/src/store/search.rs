//! Full-text search over the blocks of all documents, in three languages at once.

use super::Store;
use super::keep::integer;
use super::words::{Stems, fold, words};
use crate::error::Error;
use model::{DocumentId, Place, Span};
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// How many letters of a snippet stand before the first match.
const BEFORE: usize = 60;
/// How many letters of a snippet stand from the first match on.
const AFTER: usize = 140;

/// A block that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The document it stands in.
    pub document: DocumentId,
    /// The block: a paragraph, a turn with its speaker, a row.
    pub place: Place,
    /// The words around the first match, on one line; `…` where something was cut off.
    pub snippet: String,
    /// Where the matches stand in the snippet.
    pub matches: Vec<Span>,
}

/// What a person looks for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Query {
    /// All of these must be there.
    wanted: Vec<Term>,
    /// None of these may be there.
    unwanted: Vec<Term>,
}

/// One thing to look for.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    /// As it was typed, without quotation marks.
    text: String,
    /// In quotation marks: these words in this order, in this form.
    exact: bool,
    /// With a star: words that begin so.
    prefix: bool,
}

impl Query {
    /// Reads words, `"phrases"`, `-unwanted` and `begin*`. Anything can be typed; nothing is an error.
    fn parse(text: &str) -> Self {
        let mut query = Self::default();
        // Outside of quotation marks at even numbers, inside at odd ones.
        let mut negated = false;
        for (at, stretch) in text.split('"').enumerate() {
            if at % 2 == 1 {
                query.add(negated, stretch, true);
                negated = false;
                continue;
            }
            for word in stretch.split_whitespace() {
                negated = word == "-";
                match word.strip_prefix('-').filter(|rest| !rest.is_empty()) {
                    Some(rest) => query.add(true, rest, false),
                    None => query.add(false, word, false),
                }
            }
            // A hyphen right before a quotation mark negates the phrase; any other stands alone.
            negated &= stretch.ends_with('-');
        }
        query
    }

    /// Adds a term if there is a letter or digit in it.
    fn add(&mut self, negated: bool, text: &str, exact: bool) {
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let prefix = !exact && text.ends_with('*');
        let term = Term {
            text: text.trim_end_matches('*').to_owned(),
            exact,
            prefix,
        };
        if negated {
            self.unwanted.push(term);
        } else {
            self.wanted.push(term);
        }
    }

    /// The query in the language of FTS5; `None` if nothing is looked for.
    fn fts(&self, stems: &Stems) -> Option<String> {
        let all = |terms: &[Term], between: &str| {
            let texts: Vec<_> = terms.iter().map(|term| term.fts(stems)).collect();
            texts.join(between)
        };
        if self.wanted.is_empty() {
            return None;
        }
        let wanted = all(&self.wanted, " AND ");
        Some(if self.unwanted.is_empty() {
            wanted
        } else {
            format!("({wanted}) NOT ({})", all(&self.unwanted, " OR "))
        })
    }
}

/// Text as an FTS5 string: nothing in it is syntax.
fn quoted(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    format!("\"{}\"", plain.replace('"', "\"\""))
}

impl Term {
    /// The stems it stands for; only a single word that is not to be taken exactly has any.
    fn stems(&self, stems: &Stems) -> BTreeSet<String> {
        let single = words(&self.text).count() == 1;
        if self.exact || self.prefix || !single {
            return BTreeSet::new();
        }
        words(&self.text)
            .flat_map(|(_, word)| stems.all(word))
            .collect()
    }

    /// The term in the language of FTS5.
    fn fts(&self, stems: &Stems) -> String {
        let star = if self.prefix { " *" } else { "" };
        let text = format!("text : {}{star}", quoted(&self.text));
        let stems: Vec<_> = self.stems(stems).iter().map(|stem| quoted(stem)).collect();
        if stems.is_empty() {
            format!("({text})")
        } else {
            format!("({text} OR stems : ({}))", stems.join(" OR "))
        }
    }
}

impl Store {
    /// The best blocks for a query: words in any form, `"phrases"`, `-unwanted`, `begin*`. Best first (BM25), equal
    /// ones in the order of their places.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let stems = Stems::new();
        let query = Query::parse(query);
        let Some(fts) = query.fts(&stems) else {
            return Ok(Vec::new());
        };
        let marker = Marker::new(&query, &stems);
        let mut statement = self.db.prepare_cached(
            "SELECT d.id, b.part, b.start, b.stop,
                    substr(CAST(p.text AS BLOB), b.start + 1, b.stop - b.start)
             FROM words JOIN block b ON b.n = words.rowid
             JOIN document d ON d.n = b.document
             JOIN part p ON p.document = b.document AND p.part = b.part
             WHERE words MATCH ?1
             ORDER BY bm25(words), d.evidence, d.member, b.part, b.start LIMIT ?2",
        )?;
        let mut rows = statement.query(params![fts, integer(limit)])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let document: DocumentId = super::load::noun(&super::keep::json(&id)?)?;
            let (part, start, stop): (usize, usize, usize) =
                (offset(row, 1)?, offset(row, 2)?, offset(row, 3)?);
            let text: Vec<u8> = row.get(4)?;
            let (snippet, matches) = marker.snippet(&String::from_utf8_lossy(&text), &stems);
            hits.push(Hit {
                place: Place {
                    document: document.clone(),
                    part,
                    span: Span::new(start, stop),
                },
                document,
                snippet,
                matches,
            });
        }
        Ok(hits)
    }
}

/// An offset or index from a column.
fn offset(row: &Row<'_>, column: usize) -> Result<usize, Error> {
    usize::try_from(row.get::<_, i64>(column)?)
        .map_err(|_| Error::corrupt(super::DERIVED, "an offset below zero"))
}

/// Knows the words of a query again in a text.
struct Marker {
    folded: BTreeSet<String>,
    prefixes: Vec<String>,
    stems: BTreeSet<String>,
}

impl Marker {
    /// The words a query looks for.
    fn new(query: &Query, stems: &Stems) -> Self {
        let of = |prefix: bool| {
            query
                .wanted
                .iter()
                .filter(move |term| term.prefix == prefix)
                .flat_map(|term| words(&term.text).map(|(_, word)| fold(word)))
        };
        Self {
            folded: of(false).collect(),
            prefixes: of(true).collect(),
            stems: query
                .wanted
                .iter()
                .flat_map(|term| term.stems(stems))
                .collect(),
        }
    }

    /// Whether a word is one that is looked for.
    fn knows(&self, word: &str, stems: &Stems) -> bool {
        let folded = fold(word);
        self.folded.contains(&folded)
            || self
                .prefixes
                .iter()
                .any(|prefix| folded.starts_with(prefix))
            || (!self.stems.is_empty() && !self.stems.is_disjoint(&stems.all(word)))
    }

    /// The words around the first match, and where the matches stand in them.
    fn snippet(&self, text: &str, stems: &Stems) -> (String, Vec<Span>) {
        let found: Vec<Span> = words(text)
            .filter(|(_, word)| self.knows(word, stems))
            .map(|(at, word)| Span::new(at, at + word.len()))
            .collect();
        let first = found.first().map_or(0, |span| span.start);
        let start = text[..first]
            .char_indices()
            .rev()
            .take(BEFORE)
            .last()
            .map_or(first, |(at, _)| at);
        let end = text[first..]
            .char_indices()
            .nth(AFTER)
            .map_or(text.len(), |(at, _)| first + at);
        let mut snippet = String::new();
        if start > 0 {
            snippet.push('…');
        }
        let offset = snippet.len();
        // Line ends and tabs are one byte each, as is a space: places stay what they are.
        snippet.push_str(&text[start..end].replace(['\n', '\r', '\t'], " "));
        if end < text.len() {
            snippet.push('…');
        }
        let matches = found
            .iter()
            .filter(|span| span.start >= start && span.end <= end)
            .map(|span| Span::new(span.start - start + offset, span.end - start + offset))
            .collect();
        (snippet, matches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(terms: &[Term]) -> Vec<&str> {
        terms.iter().map(|term| term.text.as_str()).collect()
    }

    #[test]
    fn words_phrases_and_what_is_unwanted() {
        let query = Query::parse("pasaje \"la profe\" -Moscú -\"el consul\" reclut* - \" ");
        assert_eq!(terms(&query.wanted), ["pasaje", "la profe", "reclut"]);
        assert_eq!(terms(&query.unwanted), ["Moscú", "el consul"]);
    }

    #[test]
    fn snippets_mark_the_words() {
        let stems = Stems::new();
        let query = Query::parse("reclutado");
        let text = format!(
            "{}\nReclutaron a once jóvenes.{}",
            "á ".repeat(90),
            " é".repeat(200)
        );
        let (snippet, matches) = Marker::new(&query, &stems).snippet(&text, &stems);
        assert_eq!(matches.len(), 1);
        assert_eq!(matches[0].of(&snippet), Some("Reclutaron"));
        assert!(snippet.starts_with('…') && snippet.ends_with('…') && !snippet.contains('\n'));
    }
}
