//! The gold: its lines, and which files it annotates.

use serde::Deserialize;
use std::collections::BTreeSet;

/// One text or several: the gold writes a single one without brackets.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Texts {
    /// One.
    One(Option<String>),
    /// Several: pieces of a content, or alternatives for a source.
    Many(Vec<Option<String>>),
}

impl Texts {
    /// All of them; `None` stands for "nobody is named".
    pub(crate) fn all(&self) -> Vec<Option<&str>> {
        match self {
            Self::One(text) => vec![text.as_deref()],
            Self::Many(texts) => texts.iter().map(Option::as_deref).collect(),
        }
    }

    /// The pieces as one text.
    pub(crate) fn joined(&self) -> String {
        self.all()
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A claim that a careful reader finds.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Claim {
    pub(crate) file: String,
    pub(crate) content: Texts,
    pub(crate) source: Texts,
    pub(crate) source_kind: String,
    pub(crate) certainty: String,
    pub(crate) polarity: String,
    #[serde(default)]
    pub(crate) optional: bool,
}

/// Words in a file.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Quote {
    pub(crate) file: String,
    #[serde(alias = "content")]
    pub(crate) text: Option<String>,
    /// Which occurrence, from 0, where there are several.
    pub(crate) nth: Option<usize>,
}

/// One line of the gold.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Line {
    Claim(Claim),
    Identity {
        name: String,
        kind: String,
        mentions: Vec<Quote>,
    },
    Apart {
        a: String,
        b: String,
    },
    Link {
        from: String,
        to: String,
        layer: String,
        #[serde(default)]
        optional: bool,
    },
    Contradiction {
        aspect: String,
        about: String,
        sides: Vec<Quote>,
        #[serde(default)]
        optional: bool,
    },
    Origin {
        files: Vec<String>,
    },
    Drift {
        before: Quote,
        after: Quote,
        what: String,
        #[serde(default)]
        optional: bool,
    },
    Gap {
        file: String,
        text: String,
        kind: String,
        #[serde(default)]
        optional: bool,
    },
    Proceeding {
        file: String,
        text: String,
        stage: String,
        #[serde(default)]
        optional: bool,
    },
    Protected {
        name: String,
        #[serde(default)]
        optional: bool,
    },
    State {
        file: String,
        state: String,
    },
}

/// The whole gold.
#[derive(Debug, Default)]
pub(crate) struct Key {
    /// Its lines, in their order.
    pub(crate) lines: Vec<Line>,
}

impl Key {
    /// Reads JSON Lines; an empty line is passed over.
    pub(crate) fn read(text: &str) -> anyhow::Result<Self> {
        let lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| {
                serde_json::from_str(line)
                    .map_err(|error| anyhow::anyhow!("line {}: {error}", number + 1))
            })
            .collect::<anyhow::Result<_>>()?;
        Ok(Self { lines })
    }

    /// Its claims.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.lines.iter().filter_map(|line| match line {
            Line::Claim(claim) => Some(claim),
            _ => None,
        })
    }

    /// Its identities: name, kind, mentions.
    pub(crate) fn identities(&self) -> impl Iterator<Item = (&str, &str, &[Quote])> {
        self.lines.iter().filter_map(|line| match line {
            Line::Identity {
                name,
                kind,
                mentions,
            } => Some((name.as_str(), kind.as_str(), mentions.as_slice())),
            _ => None,
        })
    }

    /// Its origins.
    pub(crate) fn origins(&self) -> impl Iterator<Item = &[String]> {
        self.lines.iter().filter_map(|line| match line {
            Line::Origin { files } => Some(files.as_slice()),
            _ => None,
        })
    }
}

/// The files that the gold knows, and the origin each belongs to.
#[derive(Debug, Default)]
pub(crate) struct Files {
    names: BTreeSet<String>,
    prose: BTreeSet<String>,
    origins: Vec<BTreeSet<String>>,
}

impl Files {
    /// The files of a gold.
    pub(crate) fn of(key: &Key) -> Self {
        let mut files = Self::default();
        let names = &mut files.names;
        for line in &key.lines {
            match line {
                Line::Claim(Claim { file, .. })
                | Line::State { file, .. }
                | Line::Gap { file, .. }
                | Line::Proceeding { file, .. } => {
                    names.insert(file.clone());
                }
                Line::Origin { files } => names.extend(files.iter().cloned()),
                Line::Identity { mentions, .. } => {
                    names.extend(mentions.iter().map(|mention| mention.file.clone()));
                }
                _ => {}
            }
        }
        files.prose = key.claims().map(|claim| claim.file.clone()).collect();
        files.origins = key
            .origins()
            .map(|all| all.iter().cloned().collect())
            .collect();
        files
    }

    /// The gold's name of a file that a run names, by itself, under a folder, or as a member
    /// (`outer.eml/attachment 1: inner.docx`).
    pub(crate) fn resolve(&self, file: &str) -> Option<&str> {
        if let Some(name) = self.names.get(file) {
            return Some(name);
        }
        file.split(['/', '\\']).find_map(|piece| {
            let member = piece.split_once(": ").map_or(piece, |(_, member)| member);
            self.names
                .get(piece)
                .or_else(|| self.names.get(member))
                .map(String::as_str)
        })
    }

    /// The gold's name of a file whose prose it annotates.
    pub(crate) fn prose(&self, file: &str) -> Option<&str> {
        self.resolve(file).filter(|name| self.prose.contains(*name))
    }

    /// Whether two of the gold's files are one, or go back to one report.
    pub(crate) fn one_origin(&self, a: &str, b: &str) -> bool {
        a == b
            || self
                .origins
                .iter()
                .any(|origin| origin.contains(a) && origin.contains(b))
    }
}
