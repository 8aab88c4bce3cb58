//! Keeps what was read and extracted from one piece of evidence: all of it or nothing.

use super::Store;
use super::words::{Stems, fold};
use crate::error::Error;
use model::{
    BlockKind, Claim, Document, DocumentId, EvidenceId, Facts, Language, Part, PartialDate,
    Reading, Source, Span,
};
use rusqlite::{Transaction, TransactionBehavior, params};
use serde::Serialize;

impl Store {
    /// Keeps a reading and the facts of its documents under `key`, in one transaction; what was kept of the same
    /// evidence before is replaced, and what was derived from all evidence together is dropped.
    pub fn keep_reading(
        &mut self,
        evidence: &EvidenceId,
        key: &str,
        reading: &Reading,
        facts: &[Facts],
    ) -> Result<(), Error> {
        let write = self
            .writer()?
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        drop_all_of(&write, evidence)?;
        write
            .prepare_cached("INSERT INTO reading VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                evidence.as_str(),
                key,
                json(&reading.state)?,
                json(&reading.faults)?
            ])?;
        let stems = Stems::new();
        for document in &reading.documents {
            let facts = facts.iter().find(|facts| facts.document == document.id);
            keep_document(&write, evidence, document, facts, &stems)?;
        }
        Ok(write.commit()?)
    }

    /// Forgets what was read from a piece of evidence, if anything was.
    pub fn drop_reading(&mut self, evidence: &EvidenceId) -> Result<(), Error> {
        let write = self
            .writer()?
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        drop_all_of(&write, evidence)?;
        Ok(write.commit()?)
    }
}

/// A noun as JSON.
pub(super) fn json<T: Serialize>(noun: &T) -> Result<String, Error> {
    serde_json::to_string(noun).map_err(|error| Error::internal(error.to_string()))
}

/// Offsets and counts as `SQLite` holds them.
pub(super) fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Takes everything out that stands on one piece of evidence.
fn drop_all_of(write: &Transaction<'_>, evidence: &EvidenceId) -> Result<(), Error> {
    let known = write
        .prepare_cached("DELETE FROM reading WHERE evidence = ?1")?
        .execute([evidence.as_str()])?;
    if known > 0 {
        for statement in [
            "DELETE FROM words WHERE rowid IN (SELECT b.n FROM block b JOIN document d ON d.n = b.document WHERE d.evidence = ?1)",
            "DELETE FROM block WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM part WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM facts WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM claim WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM mention WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM contact WHERE document IN (SELECT n FROM document WHERE evidence = ?1)",
            "DELETE FROM document WHERE evidence = ?1",
        ] {
            write
                .prepare_cached(statement)?
                .execute([evidence.as_str()])?;
        }
    }
    super::derived::drop_derived(write)
}

/// Puts one document in, with its parts, contacts, facts and words.
fn keep_document(
    write: &Transaction<'_>,
    evidence: &EvidenceId,
    document: &Document,
    facts: Option<&Facts>,
    stems: &Stems,
) -> Result<(), Error> {
    let head = Document {
        parts: Vec::new(),
        contacts: Vec::new(),
        ..document.clone()
    };
    write
        .prepare_cached(
            "INSERT INTO document (id, evidence, member, head) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            document.id.as_str(),
            evidence.as_str(),
            member(&document.id),
            json(&head)?
        ])?;
    let n = write.last_insert_rowid();
    for (at, part) in document.parts.iter().enumerate() {
        let shape = Part {
            text: String::new(),
            ..part.clone()
        };
        write
            .prepare_cached("INSERT INTO part VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![n, integer(at), json(&shape)?, part.text])?;
        keep_words(write, n, at, part, document.language, stems)?;
    }
    for (seq, contact) in document.contacts.iter().enumerate() {
        write
            .prepare_cached(
                "INSERT INTO contact (document, seq, caller, callee, json) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                n,
                integer(seq),
                contact.from.key(),
                contact.to.key(),
                json(contact)?
            ])?;
    }
    facts.map_or(Ok(()), |facts| keep_facts(write, n, document, facts))
}

/// The member number in a document's identifier.
fn member(id: &DocumentId) -> i64 {
    id.as_str()
        .split_once('.')
        .and_then(|(_, member)| member.parse().ok())
        .unwrap_or(0)
}

/// Indexes the words of a part, block by block.
fn keep_words(
    write: &Transaction<'_>,
    n: i64,
    at: usize,
    part: &Part,
    main: Language,
    stems: &Stems,
) -> Result<(), Error> {
    for (span, language) in blocks(part, main) {
        let Some(text) = span.of(&part.text).filter(|text| !text.trim().is_empty()) else {
            continue;
        };
        write
            .prepare_cached(
                "INSERT INTO block (document, part, start, stop) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                n,
                integer(at),
                integer(span.start),
                integer(span.end)
            ])?;
        write
            .prepare_cached("INSERT INTO words (rowid, text, stems) VALUES (?1, ?2, ?3)")?
            .execute(params![
                write.last_insert_rowid(),
                text,
                stems.text(text, language)
            ])?;
    }
    Ok(())
}

/// The pieces of a part that are found as one: its blocks, or its paragraphs where it has none.
fn blocks(part: &Part, main: Language) -> Vec<(Span, Language)> {
    if part.blocks.is_empty() {
        return paragraphs(&part.text)
            .into_iter()
            .map(|span| (span, main))
            .collect();
    }
    let whole = |block: &model::Block| {
        // Who speaks is looked for as often as what is said.
        let start = match &block.kind {
            BlockKind::Turn {
                speaker: Some(speaker),
                ..
            } => speaker.start.min(block.span.start),
            _ => block.span.start,
        };
        (
            Span::new(start, block.span.end),
            block.language.unwrap_or(main),
        )
    };
    part.blocks.iter().map(whole).collect()
}

/// Stretches of text between blank lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let (mut at, mut blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let filled = line.trim_end();
        let end = at + filled.len();
        match found.last_mut() {
            Some(last) if !blank && !filled.is_empty() => last.end = end,
            _ if !filled.is_empty() => found.push(Span::new(at, end)),
            _ => {}
        }
        blank = filled.trim_start().is_empty();
        at += line.len();
    }
    found
}

/// Puts the facts of a document in: claims and mentions in rows of their own.
fn keep_facts(
    write: &Transaction<'_>,
    n: i64,
    document: &Document,
    facts: &Facts,
) -> Result<(), Error> {
    let rest = Facts {
        claims: Vec::new(),
        ..facts.clone()
    };
    write
        .prepare_cached("INSERT INTO facts VALUES (?1, ?2)")?
        .execute(params![n, json(&rest)?])?;
    for (seq, claim) in facts.claims.iter().enumerate() {
        keep_claim(write, n, seq, document, claim)?;
    }
    for mention in &facts.mentions {
        let names = mention.value.as_ref().map_or_else(
            || fold(&mention.text),
            |value| format!("{}\n{}", fold(&mention.text), fold(value)),
        );
        write
            .prepare_cached("INSERT INTO mention VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
            .execute(params![
                mention.id.as_str(),
                n,
                integer(mention.place.part),
                integer(mention.place.span.start),
                integer(mention.place.span.end),
                names
            ])?;
    }
    Ok(())
}

/// Puts one claim in with the columns that filters need.
fn keep_claim(
    write: &Transaction<'_>,
    n: i64,
    seq: usize,
    document: &Document,
    claim: &Claim,
) -> Result<(), Error> {
    let (first, last) = claim
        .time
        .as_ref()
        .map(|time| time.value)
        .or(document.date)
        .map(days)
        .unzip();
    write
        .prepare_cached(
            "INSERT INTO claim (document, seq, id, part, start, stop, source, certainty, polarity,
             kind, authors, first, last, json)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            n,
            integer(seq),
            claim.id().as_str(),
            integer(claim.part),
            integer(claim.sentence.start),
            integer(claim.sentence.end),
            source(document, claim),
            claim.certainty.as_str(),
            claim.polarity.as_str(),
            claim.kind.as_str(),
            claim.is_authors(),
            first,
            last,
            json(claim)?
        ])?;
    Ok(())
}

/// Everybody in a claim's source chain as the text names them, folded, a line each.
fn source(document: &Document, claim: &Claim) -> String {
    let text = document.parts.get(claim.part).map_or("", |part| &part.text);
    let mut names: Vec<&str> = claim
        .chain
        .iter()
        .filter_map(|span| span.of(text))
        .collect();
    names.extend(claim.source.span().and_then(|span| span.of(text)));
    if claim.source == Source::Publisher {
        names.extend(document.publisher.as_deref());
    }
    fold(&names.join("\n"))
}

/// The first and last day a date may mean, as text that sorts by time.
pub(super) fn days(date: PartialDate) -> (String, String) {
    match (date.month(), date.day()) {
        (Some(_), Some(_)) => (date.to_string(), date.to_string()),
        (Some(_), None) => (format!("{date}-01"), format!("{date}-31")),
        (None, _) => (format!("{date}-01-01"), format!("{date}-12-31")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_end_at_blank_lines() {
        let text = "one\ntwo \r\n\r\n  \nthree\n\n\nfour";
        let found: Vec<_> = paragraphs(text)
            .iter()
            .filter_map(|span| span.of(text))
            .collect();
        assert_eq!(found, ["one\ntwo", "three", "four"]);
        assert_eq!(paragraphs(" \n\n"), []);
    }

    #[test]
    fn a_year_may_be_any_of_its_days() {
        let year = PartialDate::parse("2024").unwrap();
        let (first, last) = days(year);
        assert_eq!(
            (first.as_str(), last.as_str()),
            ("2024-01-01", "2024-12-31")
        );
    }
}
