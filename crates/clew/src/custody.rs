//! Entries of the custody log in words.

use vault::Action;

/// What came of an import of call records: rows and seconds, and whether they add up.
pub(crate) fn sums(receipt: &model::Receipt) -> String {
    format!(
        "{} rows in = {} kept + {} rejected; {} s in = {} s kept + {} s rejected; {}",
        receipt.rows_in,
        receipt.rows_kept,
        receipt.rejected.len(),
        receipt.seconds_in,
        receipt.seconds_kept,
        receipt.seconds_rejected,
        if receipt.adds_up() {
            "adds up"
        } else {
            "DOES NOT ADD UP"
        }
    )
}

/// What was done, in one sentence.
pub(crate) fn words(action: &Action) -> String {
    match action {
        Action::Created { name } => format!("made the case \"{name}\""),
        Action::Deposited {
            evidence,
            size,
            deposit,
        } => {
            let said = |what: &str, value: &Option<String>| {
                value.as_ref().map_or_else(
                    || format!("; {what} not said"),
                    |value| format!("; {what}: {value}"),
                )
            };
            format!(
                "put in {} ({size} bytes) as evidence {}{}{}",
                deposit.name,
                evidence.short(),
                said("from", &deposit.from),
                said("legal basis", &deposit.basis)
            )
        }
        Action::Imported {
            evidence, receipt, ..
        } => format!(
            "imported call records of evidence {}: {}",
            evidence.short(),
            sums(receipt)
        ),
        Action::Judged { verdict, why } => {
            format!("judged: {}; why: {why}", verdict_words(verdict))
        }
        Action::Unmasked { why, output } => {
            format!("showed protected persons by name in {output}; why: {why}")
        }
        Action::Exported {
            format,
            output,
            sha256,
        } => format!("wrote {format} to {output} (SHA-256 {sha256})"),
        Action::DepthChosen { depth } => format!("chose how closely files are read: {depth}"),
        Action::RunStarted => "began a run".to_owned(),
        Action::RunEnded {
            derived: Some(derived),
        } => format!("ended a run; derived.db has SHA-256 {derived}"),
        Action::RunEnded { derived: None } => "ended a run that derived nothing".to_owned(),
        Action::SetAside { why } => format!("made derived.db anew: {why}"),
        Action::Mended { bytes, .. } => {
            format!("took {bytes} bytes of a line cut by a crash out of the log")
        }
        _ => "did something that a later version of clew knows".to_owned(),
    }
}

/// A verdict in words.
pub(crate) fn verdict_words(verdict: &model::Verdict) -> String {
    use model::Verdict;
    match verdict {
        Verdict::Same { a, b } => format!("{} is {}", a.name, b.name),
        Verdict::NotSame { a, b } => format!("{} is not {}", a.name, b.name),
        Verdict::Unsure { a, b } => format!("{} may be {}", a.name, b.name),
        Verdict::Role { who, role } => format!("{}: {role}", who.name),
        Verdict::NotRole { who, role } => format!("{}: not {role}", who.name),
        Verdict::Misread { place } => format!(
            "misread: {} part {} bytes {}-{}",
            place.document, place.part, place.span.start, place.span.end
        ),
        Verdict::Grade { document, grade } => {
            let source = grade.source.map(String::from).unwrap_or_default();
            let information = grade
                .information
                .map(|digit| digit.to_string())
                .unwrap_or_default();
            format!("{document}: {source}{information}")
        }
        Verdict::Undo { judgement } => format!("takes back {}", judgement.0),
    }
}
