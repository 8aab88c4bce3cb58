//! `clew run`: everything from the evidence to the findings.

use super::args::Run;
use super::error::{Failure, FailureKind};
use super::progress::Progress;
use super::{out, stopping, summary, view};
use crate::run::{self, Plan, Ran};
use inquiry::extract::Depth;
use model::{Document, Language};
use read::Limits;
use serde_json::json;
use std::path::Path;
use vault::Case;

/// Memory of a file's reader where nothing else is asked for, in MiB.
pub(super) const MEMORY: u64 = 1024;

/// Time of a file's reader where nothing else is asked for, in seconds.
pub(super) const SECONDS: u64 = 30;

/// The limits of a file's reader.
pub(super) fn limits(memory_mib: u64, seconds: u64) -> Limits {
    Limits {
        memory_bytes: memory_mib.saturating_mul(1 << 20),
        seconds,
        ..Limits::default()
    }
}

pub(super) fn run(it: &Run, json: bool) -> Result<(), Failure> {
    let mut plan = plan(
        it.jobs,
        limits(it.memory, it.seconds),
        view::who(it.who.as_ref()),
    )?;
    plan.depth = match (it.deep, it.plain) {
        (true, _) => Some(Depth::Deep),
        (_, true) => Some(Depth::Plain),
        _ => None,
    };
    let mut case = Case::open(&it.case)?;
    let ran = watched(&mut case, &plan, json)?;
    if ran.stopped {
        return Err(stopped(&it.case, ran.read));
    }
    let Some(study) = run::study(&case)? else {
        return Err(Failure::new(
            FailureKind::Internal,
            "the run left no derived state",
        ));
    };
    let view = view::View::of(study, None);
    if json {
        return out::json(&view.mask.json(summary::json(&view, &ran)));
    }
    if ran.read == 0 && !ran.derived {
        out::line("Nothing changed since the last run; nothing was written.\n")?;
    }
    if run::depth(&case) == Depth::Deep {
        out::note(&read_deep(&view.study.documents));
    }
    summary::print(&view)?;
    let next = if view.study.evidence.is_empty() {
        format!("the case is empty: {}", view::add_first(&it.case))
    } else {
        format!("clew report {}", vault::quoted(&it.case))
    };
    out::line(&format!("Next: {next}"))?;
    Ok(())
}

/// What was read with the deep taggers, and what they have nothing for.
fn read_deep(documents: &[Document]) -> String {
    let texts = || documents.iter().filter(|it| it.receipt.is_none());
    let of = |languages: &[Language]| {
        let those = texts().filter(|it| languages.contains(&it.language));
        those.count()
    };
    let read = format!(
        "note: {} English documents are read with the deep tagger of claims, {} Spanish and Russian ones with that of names",
        of(&[Language::En]),
        of(&[Language::Es, Language::Ru]),
    );
    match of(&[Language::Unknown]) {
        0 => read,
        count => format!(
            "{read}; there is none for the language of {count} others, which are read as without"
        ),
    }
}

pub(super) fn stopped(case: &Path, read: usize) -> Failure {
    Failure::new(
        FailureKind::Stopped,
        format!("stopped; the {read} files read so far are kept"),
    )
    .hint(format!(
        "clew run {} goes on from here",
        vault::quoted(case)
    ))
}

/// How to run on this machine.
pub(super) fn plan(jobs: Option<usize>, limits: Limits, who: String) -> Result<Plan, Failure> {
    let program = std::env::current_exe().map_err(|error| {
        Failure::new(
            FailureKind::Internal,
            format!("cannot find my own program: {error}"),
        )
    })?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Plan {
        program,
        jobs: jobs.unwrap_or(cores).max(1),
        limits,
        depth: None,
        who,
    })
}

/// Runs with progress; the first Ctrl-C stops after the files at hand, the second at once.
pub(super) fn watched(case: &mut Case, plan: &Plan, quiet: bool) -> Result<Ran, Failure> {
    let stop = stopping::listen("the files at hand");
    Ok(run::run(case, plan, &mut Progress::new(quiet), &stop)?)
}

/// The counts of a run, for JSON.
pub(super) fn ran_json(ran: &Ran) -> serde_json::Value {
    json!({"read": ran.read, "kept": ran.kept, "derived": ran.derived})
}
