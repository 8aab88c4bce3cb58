//! Progress bars on the error stream, only where a person watches.

use crate::run::Watch;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use std::time::Duration;

/// Shows how far a stage is.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    shown: bool,
    name: &'static str,
    steps: usize,
    taken: usize,
}

impl Progress {
    /// Bars on a terminal; one line a stage elsewhere; nothing where `quiet`.
    pub(super) fn new(quiet: bool) -> Self {
        Self {
            bar: None,
            shown: !quiet,
            name: "",
            steps: 0,
            taken: 0,
        }
    }
}

impl Watch for Progress {
    fn stage(&mut self, name: &'static str, steps: usize) {
        (self.name, self.steps, self.taken) = (name, steps, 0);
        if !self.shown || !std::io::stderr().is_terminal() || steps == 0 {
            return;
        }
        let bar = ProgressBar::new(steps as u64);
        let style = ProgressStyle::with_template(
            "{prefix:>9} {bar:30} {pos}/{len} {elapsed} (about {eta} left)",
        )
        .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        bar.set_prefix(name);
        bar.enable_steady_tick(Duration::from_millis(200));
        self.bar = Some(bar);
    }

    fn step(&mut self, _what: &str) {
        self.taken += 1;
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    fn done(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        if self.shown && self.steps > 0 {
            super::out::note(&format!("{:>9} {}/{}", self.name, self.taken, self.steps));
        }
    }
}
