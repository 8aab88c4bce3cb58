//! The run: the lines of an export that are scored.

use serde::Deserialize;

/// Words at a place.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Text {
    pub(crate) text: String,
}

/// Words in a file.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Quote {
    #[serde(default)]
    pub(crate) file: String,
    #[serde(default)]
    pub(crate) text: String,
}

/// A claim that the run found.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Claim {
    pub(crate) file: String,
    pub(crate) source: Option<Text>,
    pub(crate) source_kind: String,
    pub(crate) content: Vec<Text>,
    pub(crate) certainty: String,
    pub(crate) polarity: String,
}

impl Claim {
    /// The pieces of the content as one text.
    pub(crate) fn joined(&self) -> String {
        self.content
            .iter()
            .map(|piece| piece.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// A mention that the run found.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mention {
    pub(crate) file: String,
    #[serde(default)]
    pub(crate) part: usize,
    #[serde(default)]
    pub(crate) start: usize,
    pub(crate) text: String,
    pub(crate) entity: Option<String>,
}

/// An entity that the run made.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Entity {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) protected: Vec<String>,
}

/// A link that the run made.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Link {
    pub(crate) from: String,
    pub(crate) to: String,
    #[serde(default)]
    pub(crate) from_name: String,
    #[serde(default)]
    pub(crate) to_name: String,
    pub(crate) layer: String,
}

/// A change of wording that the run found.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Drift {
    pub(crate) before: Quote,
    pub(crate) after: Option<Quote>,
    #[serde(default)]
    pub(crate) what: String,
}

/// One line of an export; lines of other types are passed over.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Line {
    Evidence {
        file: String,
        state: String,
    },
    Claim(Claim),
    Mention(Mention),
    Entity(Entity),
    Link(Link),
    Origin {
        documents: Vec<Quote>,
        #[serde(default)]
        drifts: Vec<Drift>,
    },
    Finding {
        kind: String,
        aspect: Option<String>,
        #[serde(default)]
        places: Vec<Quote>,
    },
    Gap {
        file: String,
        text: String,
        kind: String,
    },
    Proceeding {
        file: String,
        text: String,
        stage: String,
    },
    #[serde(other)]
    Other,
}

/// Something that stands in a sentence and has a kind: a gap, a step of a proceeding.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) kind: String,
}

/// Two things that do not agree.
#[derive(Clone, Debug)]
pub(crate) struct Contradiction {
    pub(crate) aspect: String,
    pub(crate) places: Vec<Quote>,
}

/// The whole run, sorted by type.
#[derive(Debug, Default)]
pub(crate) struct Run {
    pub(crate) states: Vec<(String, String)>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) links: Vec<Link>,
    pub(crate) origins: Vec<Vec<Quote>>,
    pub(crate) drifts: Vec<Drift>,
    pub(crate) contradictions: Vec<Contradiction>,
    pub(crate) gaps: Vec<Said>,
    pub(crate) proceedings: Vec<Said>,
}

impl Run {
    /// Reads JSON Lines; an empty line is passed over.
    pub(crate) fn read(text: &str) -> anyhow::Result<Self> {
        let mut run = Self::default();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let line = serde_json::from_str(line)
                .map_err(|error| anyhow::anyhow!("line {}: {error}", number + 1))?;
            run.take(line);
        }
        run.mentions
            .sort_by(|a, b| (&a.file, a.part, a.start).cmp(&(&b.file, b.part, b.start)));
        Ok(run)
    }

    fn take(&mut self, line: Line) {
        match line {
            Line::Evidence { file, state } => self.states.push((file, state)),
            Line::Claim(claim) => self.claims.push(claim),
            Line::Mention(mention) => self.mentions.push(mention),
            Line::Entity(entity) => self.entities.push(entity),
            Line::Link(link) => self.links.push(link),
            Line::Origin { documents, drifts } => {
                self.origins.push(documents);
                self.drifts.extend(drifts);
            }
            Line::Finding {
                kind,
                aspect,
                places,
            } if kind == "contradiction" => self.contradictions.push(Contradiction {
                aspect: aspect.unwrap_or_default(),
                places,
            }),
            Line::Gap { file, text, kind } => self.gaps.push(Said { file, text, kind }),
            Line::Proceeding { file, text, stage } => self.proceedings.push(Said {
                file,
                text,
                kind: stage,
            }),
            Line::Finding { .. } | Line::Other => {}
        }
    }
}
