//! Reads a file of cases: a heading, the evidence, what is expected. `cases/README.md` tells the form.

use model::{Language, PartialDate};

/// What a case gives to read.
pub(crate) struct Evidence {
    pub(crate) text: String,
    pub(crate) language: Language,
    /// What the lines are.
    pub(crate) lines: Lines,
    pub(crate) date: Option<PartialDate>,
    pub(crate) publisher: Option<String>,
}

/// What the lines of a piece are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Running words.
    Text,
    /// Turns of speakers.
    Turns,
    /// Rows of a table under a header, with bars between their cells.
    Rows,
}

/// One expectation: its word, then names and values.
pub(crate) struct Line {
    pub(crate) word: String,
    pub(crate) fields: Vec<(String, String)>,
}

/// A case of the specification.
pub(crate) struct Case {
    pub(crate) name: String,
    /// One piece, or several of which only entities and findings are told.
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) expected: Vec<Line>,
}

/// The words that begin an expectation, each with the names it knows.
const WORDS: &[(&str, &[&str])] = &[
    ("claim", CLAIM),
    ("no-claim", CLAIM),
    ("mention", &["kind", "text", "value"]),
    ("no-mention", &["kind", "text", "value"]),
    ("gap", &["kind", "cue", "about", "by", "text"]),
    ("no-gap", &["kind", "cue", "about", "by", "text"]),
    ("proceeding", PROCEEDING),
    ("no-proceeding", PROCEEDING),
    ("role", &["who", "role", "certainty"]),
    ("no-role", &["who", "role", "certainty"]),
    ("tie", &["from", "layer", "to", "certainty"]),
    ("no-tie", &["from", "layer", "to", "certainty"]),
    ("entity", ENTITY),
    ("no-entity", ENTITY),
    ("corroboration", &["origins", "side", "found"]),
    ("no-corroboration", &["origins", "side", "found"]),
    ("contradiction", CONTRADICTION),
    ("no-contradiction", CONTRADICTION),
    ("only", &[]),
];
const ENTITY: &[&str] = &["kind", "name", "protected", "open", "clear", "says"];
const CONTRADICTION: &[&str] = &["aspect", "side", "summary", "found"];
const CLAIM: &[&str] = &[
    "source",
    "cue",
    "content",
    "certainty",
    "polarity",
    "kind",
    "chain",
    "time",
    "when",
];
const PROCEEDING: &[&str] = &["stage", "who", "by", "offence", "certainty", "text"];

/// The cases of a file, in order, or what is wrong with it.
pub(crate) fn cases(file: &str) -> Result<Vec<Case>, String> {
    let mut out = Vec::new();
    let mut name = String::new();
    let mut evidence: Vec<Evidence> = Vec::new();
    let mut lines = file.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix('#') {
            heading.trim_start_matches('#').trim().clone_into(&mut name);
            continue;
        }
        let Some(info) = line.strip_prefix("```") else {
            continue;
        };
        let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if info == "expect" {
            let evidence = std::mem::take(&mut evidence);
            if evidence.is_empty() {
                return Err(format!("{name}: no evidence before what is expected"));
            }
            let expected = inside
                .iter()
                .filter(|line| !line.trim().is_empty())
                .map(|line| expectation(line).map_err(|fault| format!("{name}: {fault}")))
                .collect::<Result<Vec<_>, _>>()?;
            if expected.is_empty() {
                return Err(format!("{name}: nothing is expected"));
            }
            out.push(Case {
                name: name.clone(),
                evidence,
                expected,
            });
        } else {
            let given = given(info, &inside.join("\n"));
            evidence.push(given.ok_or_else(|| format!("{name}: unclear: {info}"))?);
        }
    }
    Ok(out)
}

/// The evidence, from the words behind the fence and the lines inside it.
fn given(info: &str, text: &str) -> Option<Evidence> {
    let mut words = info.split_whitespace();
    let lines = match words.next()? {
        "text" => Lines::Text,
        "transcript" => Lines::Turns,
        "table" => Lines::Rows,
        _ => return None,
    };
    let mut evidence = Evidence {
        text: text.to_owned(),
        language: Language::parse(words.next()?)?,
        lines,
        date: None,
        publisher: None,
    };
    for word in words {
        match word.split_once('=')? {
            ("date", date) => evidence.date = Some(PartialDate::parse(date)?),
            ("publisher", name) => evidence.publisher = Some(name.replace('_', " ")),
            _ => return None,
        }
    }
    Some(evidence)
}

/// One line of what is expected.
fn expectation(line: &str) -> Result<Line, String> {
    let mut cells = line.split(" | ").map(str::trim);
    let word = cells.next().unwrap_or_default().to_owned();
    let (_, known) = WORDS
        .iter()
        .find(|(known, _)| *known == word)
        .ok_or_else(|| format!("unknown word: {line}"))?;
    let mut fields = Vec::new();
    for cell in cells {
        let (key, value) = cell
            .split_once(':')
            .ok_or_else(|| format!("no value: {cell}"))?;
        if !known.contains(&key) {
            return Err(format!("unknown name: {cell}"));
        }
        fields.push((key.to_owned(), value.trim().to_owned()));
    }
    if fields.is_empty() && word != "only" {
        return Err(format!("asks for nothing: {line}"));
    }
    Ok(Line { word, fields })
}
