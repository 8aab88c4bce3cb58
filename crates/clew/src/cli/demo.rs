//! `clew demo`: a whole invented case, made, run and written out.

use super::args::Demo;
use super::error::{Failure, FailureKind};
use super::view::View;
use super::{out, report, run as running, summary};
use crate::demo;
use crate::run;
use vault::Case;

pub(super) fn demo(it: &Demo, json: bool) -> Result<(), Failure> {
    let who = "demonstration";
    let mut case = if it.folder.join("custody.jsonl").exists() {
        Case::open(&it.folder)?
    } else {
        Case::create(&it.folder, demo::NAME, who)?
    };
    if case.name() != demo::NAME {
        return Err(
            Failure::case(format!("{} holds another case", it.folder.display()))
                .hint("clew demo --folder SOME-OTHER-FOLDER"),
        );
    }
    if !json {
        out::line(
            "\"Caso Malecón\": an invented network that lures people abroad with promises of work. Nobody in it exists.\n",
        )?;
    }
    let held = case.evidence();
    let missing: Vec<_> = demo::corpus()?
        .into_iter()
        .filter(|(bytes, deposit)| {
            let id = model::EvidenceId::of(bytes);
            !held.iter().any(|record| {
                record.id == id
                    && record
                        .deposits
                        .iter()
                        .any(|(_, _, it)| it.name == deposit.name)
            })
        })
        .collect();
    let mut batch = case.batch()?;
    for (bytes, deposit) in &missing {
        batch.deposit(bytes, deposit)?;
    }
    batch.commit()?;
    let limits = running::limits(running::MEMORY, running::SECONDS);
    let plan = running::plan(None, limits, who.to_owned())?;
    let ran = running::watched(&mut case, &plan, json)?;
    if ran.stopped {
        return Err(running::stopped(&it.folder, ran.read));
    }
    let Some(study) = run::study(&case)? else {
        return Err(Failure::new(
            FailureKind::Internal,
            "the run left no derived state",
        ));
    };
    let view = View::of(study, None);
    let page = report::beside(&it.folder);
    let bytes = report::page(&view);
    if report::has_left(&case, bytes.as_bytes()) {
        report::put(&page, bytes.as_bytes())?;
    } else {
        report::leave(&mut case, who, "html", &page, bytes.as_bytes())?;
    }
    if json {
        return out::json(&view.mask.json(summary::json(&view, &ran)));
    }
    out::line("")?;
    summary::print(&view)?;
    next(it, &page)
}

fn next(it: &Demo, page: &std::path::Path) -> Result<(), Failure> {
    let folder = vault::quoted(&it.folder);
    out::line(&format!(
        "\nThe case file (open it in a browser, or print it): {}",
        page.display()
    ))?;
    out::line("What to type next (\"clew\" is target/release/clew, or cargo run --release --):")?;
    out::line(&format!(
        "  clew claims {folder} --certainty alleged     who is accused of what, by whom"
    ))?;
    out::line(&format!(
        "  clew findings {folder} --kind contradiction  what does not fit together"
    ))?;
    out::line(&format!(
        "  clew show {folder} ID                        any line above, down to its sentence"
    ))?;
    out::line(&format!(
        "  clew verify {folder}                         that nothing was changed"
    ))?;
    out::line("  clew new MY-CASE                             your own material")?;
    Ok(())
}
