//! The process of `peers/networks.py`: igraph and networkit, asked line by line.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A running driver. It ends when this is dropped.
pub(super) struct Peers {
    process: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// What a peer gave for one measure.
pub(super) struct Given {
    /// Seconds of processor time.
    pub(super) seconds: f64,
    /// One value a node.
    pub(super) values: Vec<f64>,
    /// How many samples it drew, if it draws any.
    pub(super) samples: Option<u64>,
}

impl Peers {
    pub(super) fn start(python: &Path) -> Result<Self> {
        let driver = concat!(env!("CARGO_MANIFEST_DIR"), "/peers/networks.py");
        let mut process = Command::new(python)
            .arg(driver)
            .env("OMP_NUM_THREADS", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| python.display().to_string())?;
        let ask = process.stdin.take().context("no way to ask")?;
        let answers = BufReader::new(process.stdout.take().context("no answers")?);
        Ok(Self {
            process,
            ask,
            answers,
        })
    }

    /// Reads a file of edges; the peers' versions.
    pub(super) fn load(&mut self, path: &Path) -> Result<Value> {
        self.answer(&json!({ "load": path }))
    }

    /// One measure of one peer; `None` if it has none such.
    pub(super) fn run(&mut self, peer: &str, settings: &Value) -> Result<Option<Given>> {
        let mut question = settings.clone();
        question["peer"] = json!(peer);
        let answer = self.answer(&question)?;
        let Some(seconds) = answer["seconds"].as_f64() else {
            ensure!(answer["none"].is_string(), "{peer}: {answer}");
            return Ok(None);
        };
        let values = answer["values"].as_array().context("no values")?;
        Ok(Some(Given {
            seconds,
            values: values.iter().filter_map(Value::as_f64).collect(),
            samples: answer["samples"].as_u64(),
        }))
    }

    fn answer(&mut self, question: &Value) -> Result<Value> {
        writeln!(self.ask, "{question}")?;
        self.ask.flush()?;
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        ensure!(!line.is_empty(), "the peers' driver ended early");
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Peers {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
