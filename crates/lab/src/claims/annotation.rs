//! Reads an annotation: passages with marks, below each a line of values that begins with `=`.
//! `gold/claims/GUIDELINES.md` tells the form.

use super::claim::Claim;
use super::marks::{Passage, Text};
use super::page::Page;
use anyhow::{Context as _, Result, bail, ensure};
use model::{Certainty, Kind, PartialDate, Polarity, Source, Span};

/// What the line of values says.
#[derive(Default)]
struct Values {
    certainty: Option<Certainty>,
    polarity: Option<Polarity>,
    kind: Option<Kind>,
    source: Option<Source>,
    date: Option<PartialDate>,
    dropped: bool,
    optional: bool,
}

/// The claims of an annotation in text order, and what is wrong with it, each with its line.
pub(crate) fn read(page: &Page, file: &str) -> (Vec<Claim>, Vec<String>) {
    let text = Text::new(&page.text);
    let (mut claims, mut faults): (Vec<Claim>, Vec<String>) = (Vec::new(), Vec::new());
    let mut passage = String::new();
    let mut line = 0;
    for (index, words) in file.lines().enumerate() {
        if words.starts_with('#') {
            continue;
        }
        let Some(values) = words.strip_prefix('=') else {
            if passage.trim().is_empty() {
                line = index + 1;
            }
            passage.push_str(words);
            passage.push('\n');
            continue;
        };
        match claim(page, &text, &passage, values) {
            Ok(mut claim) => {
                claim.line = line;
                if let Some(same) = claims.iter().find(|other| is_same(other, &claim)) {
                    faults.push(format!("{line}: the same claim as on line {}", same.line));
                }
                claims.push(claim);
            }
            Err(fault) => faults.push(format!("{line}: {fault:#}")),
        }
        passage.clear();
    }
    if !passage.trim().is_empty() {
        faults.push(format!("{line}: no line of values (=) below the passage"));
    }
    claims.sort_by_key(|claim| (claim.content[0].start, claim.line));
    (claims, faults)
}

fn is_same(a: &Claim, b: &Claim) -> bool {
    a.source == b.source && a.cue == b.cue && a.content == b.content
}

/// One claim, checked.
fn claim(page: &Page, text: &Text, passage: &str, values: &str) -> Result<Claim> {
    ensure!(!passage.trim().is_empty(), "values without a passage");
    let values = parse_values(values)?;
    let marks = Passage::parse(passage)?.locate(text)?;
    for (name, span) in &marks {
        whole_words(&page.text, name, *span)?;
    }
    let all = |wanted: &str| -> Vec<Span> {
        let named = marks.iter().filter(|(name, _)| name == wanted);
        named.map(|(_, span)| *span).collect()
    };
    let one = |wanted: &str| -> Result<Option<Span>> {
        let spans = all(wanted);
        ensure!(spans.len() < 2, "more than one mark {wanted}");
        Ok(spans.first().copied())
    };
    let content = all("content");
    ensure!(!content.is_empty(), "no mark content");
    let time = one("time")?;
    let inside = |span: Span| content.iter().any(|piece| piece.contains(span));
    ensure!(
        time.is_some() == values.date.is_some(),
        "a mark time and a date belong together"
    );
    ensure!(time.is_none_or(inside), "the time is not in the content");
    let source = source(page, one("source")?, values.source, &content)?;
    ensure!(
        !values.dropped || matches!(source, Source::Named { .. }),
        "dropped, but the source is not marked"
    );
    let claim = Claim {
        line: 0,
        chain: chain(page, &marks, &source, &content)?,
        source,
        dropped: values.dropped,
        cue: one("cue")?,
        content,
        certainty: values.certainty.context("no certainty")?,
        polarity: values.polarity.context("no polarity")?,
        kind: values.kind.context("no kind")?,
        time: values.date,
        optional: values.optional,
    };
    apart(&claim)?;
    ensure!(
        !claim.is_plain(),
        "a plain sentence of the publisher or a speaker is not annotated"
    );
    Ok(claim)
}

/// The values, each said once.
fn parse_values(line: &str) -> Result<Values> {
    let mut values = Values::default();
    for word in line.split_whitespace() {
        let twice = if let Some(it) = Certainty::parse(word) {
            values.certainty.replace(it).is_some()
        } else if let Some(it) = Polarity::parse(word) {
            values.polarity.replace(it).is_some()
        } else if let Some(it) = Kind::parse(word) {
            values.kind.replace(it).is_some()
        } else if let Some(it) = PartialDate::parse(word) {
            values.date.replace(it).is_some()
        } else {
            match word {
                "nobody" => values.source.replace(Source::Nobody).is_some(),
                "publisher" => values.source.replace(Source::Publisher).is_some(),
                "speaker" => values
                    .source
                    .replace(Source::Speaker { span: None })
                    .is_some(),
                "dropped" => std::mem::replace(&mut values.dropped, true),
                "optional" => std::mem::replace(&mut values.optional, true),
                _ => bail!("unknown value: {word}"),
            }
        };
        ensure!(!twice, "{word}: a value of this sort stands there already");
    }
    Ok(values)
}

/// No mark begins or ends inside a word.
fn whole_words(text: &str, name: &str, span: Span) -> Result<()> {
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let marked = span.of(text).unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    let behind = text.get(span.end..).unwrap_or_default();
    let cut = letter(before.chars().next_back()) && letter(marked.chars().next())
        || letter(marked.chars().next_back()) && letter(behind.chars().next());
    ensure!(!cut, "the mark {name} cuts a word: {marked}");
    Ok(())
}

/// The source, from the mark or from the word that stands for it.
fn source(
    page: &Page,
    marked: Option<Span>,
    word: Option<Source>,
    content: &[Span],
) -> Result<Source> {
    match (marked, word) {
        (Some(span), None) => Ok(Source::Named { span }),
        (None, Some(Source::Speaker { .. })) => {
            let span = speaker(page, content[0]).context("speaker, but this is no turn")?;
            Ok(Source::Speaker { span: Some(span) })
        }
        (None, Some(_)) if speaker(page, content[0]).is_some() => {
            bail!("in a turn the source is speaker, or it is marked")
        }
        (None, Some(source)) => Ok(source),
        (Some(_), Some(_)) => bail!("a mark source and a word for it"),
        (None, None) => bail!("mark the source, or write nobody, publisher or speaker"),
    }
}

/// The name in front of the turn in which a span stands.
fn speaker(page: &Page, span: Span) -> Option<Span> {
    let turns = page.speakers();
    let turn = turns.into_iter().find(|(_, words)| words.contains(span))?;
    Some(turn.0)
}

/// The sources outside, outermost first: the speaker of the turn, then `over`, `over2` and so on.
fn chain(
    page: &Page,
    marks: &[(String, Span)],
    source: &Source,
    content: &[Span],
) -> Result<Vec<Span>> {
    let mut over = Vec::new();
    for (name, span) in marks {
        match name.as_str() {
            "source" | "cue" | "content" | "time" => {}
            "over" => over.push((1, *span)),
            name => {
                let number = name.strip_prefix("over").and_then(|it| it.parse().ok());
                over.push((
                    number.with_context(|| format!("unknown mark: {name}"))?,
                    *span,
                ));
            }
        }
    }
    over.sort_unstable();
    let twice = over.windows(2).any(|pair| pair[0].0 == pair[1].0);
    ensure!(!twice, "number the sources outside: over, over2, over3");
    let named = matches!(source, Source::Named { .. });
    let outermost = speaker(page, content[0]).filter(|_| named);
    Ok(outermost
        .into_iter()
        .chain(over.into_iter().map(|pair| pair.1))
        .collect())
}

/// Source, cue, contents and the sources outside do not overlap.
fn apart(claim: &Claim) -> Result<()> {
    let mut spans: Vec<(Span, &str)> = claim.content.iter().map(|it| (*it, "content")).collect();
    spans.extend(claim.cue.map(|it| (it, "cue")));
    spans.extend(claim.chain.iter().map(|it| (*it, "over")));
    if let Source::Named { span } = claim.source {
        spans.push((span, "source"));
    }
    spans.sort_unstable();
    for pair in spans.windows(2) {
        let ((a, name), (b, other)) = (pair[0], pair[1]);
        ensure!(!a.overlaps(b), "the marks {name} and {other} overlap");
    }
    Ok(())
}
