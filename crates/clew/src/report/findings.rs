//! What does not agree, what agrees, where reports come from, what is not known, who is charged.

use super::page::Page;
use super::parts::{certainty, cite, cites, claim_box, language, passage, plain};
use crate::casefile::{CaseFile, DriftLine, FindingLine, ProceedingLine};

/// Claims that do not agree, side by side.
pub(super) fn contradictions(page: &mut Page, case: &CaseFile) {
    page.section("contradictions", "Contradictions");
    page.raw("<p class=\"note\">Statements that cannot both hold as they stand. Which of them holds is not for this page to say.</p>");
    boxes(
        page,
        case,
        &case.contradictions,
        "No contradiction was found.",
    );
    page.end_section();
}

/// Claims of independent origins that agree.
pub(super) fn corroborations(page: &mut Page, case: &CaseFile) {
    page.section("corroboration", "Corroboration");
    page.raw("<p class=\"note\">Only claims of different origins count; copies of one report are one origin.</p>");
    boxes(
        page,
        case,
        &case.corroborations,
        "No claim is made by two independent origins.",
    );
    page.end_section();
}

/// People said to be both recruited and recruiting.
pub(super) fn two_sided(page: &mut Page, case: &CaseFile) {
    page.section("twosided", "Persons said to be on both sides");
    page.raw("<p class=\"note\">Somebody recruited may have been compelled to recruit. Victims of trafficking are not to be punished for what they were compelled to do (non-punishment principle: Directive 2011/36/EU, article 8). Show these claims to a lawyer before anything else is done with them.</p>");
    boxes(page, case, &case.two_sided, "Nobody is said to be both.");
    page.end_section();
}

fn boxes(page: &mut Page, case: &CaseFile, findings: &[FindingLine], none: &'static str) {
    if findings.is_empty() {
        page.raw("<p>").raw(none).raw("</p>");
    }
    for finding in findings {
        page.raw("<div class=\"finding\" id=\"")
            .text(&finding.id)
            .raw("\"><h3>");
        page.text(&finding.summary);
        if !finding.what.is_empty() {
            page.raw(" <span class=\"badge kind\">")
                .text(&aspect(&finding.what))
                .raw("</span>");
        }
        page.raw(" <span class=\"id\">")
            .text(&finding.id)
            .raw("</span></h3><div class=\"sides\">");
        for &claim in &finding.claims {
            claim_box(page, case, claim);
        }
        page.raw("</div>");
        if finding.claims.is_empty() {
            page.raw("<p>");
            cites(page, &finding.cites, 0);
            page.raw("</p>");
        }
        page.raw("</div>\n");
    }
}

/// In what claims do not agree, for those who do not know the word; anything else as it stands.
fn aspect(word: &str) -> String {
    match word {
        "value" => "different numbers".to_owned(),
        "time" => "different times".to_owned(),
        "actor" => "different actors".to_owned(),
        "predicate" => "what is said of it".to_owned(),
        "scope" => "different scope".to_owned(),
        _ => plain(word),
    }
}

/// Documents that go back to one report, and how its wording changed.
pub(super) fn origins(page: &mut Page, case: &CaseFile) {
    page.section("origins", "Origins and drift");
    page.raw("<p class=\"note\">Reprints, rewrites and translations of one report are one origin, however many there are.</p>");
    if case.origins.is_empty() {
        page.raw("<p>No two documents go back to one report.</p>");
    }
    for origin in &case.origins {
        page.raw("<div class=\"finding\" id=\"o")
            .num(origin.number)
            .raw("\"><h3>");
        page.count(origin.documents.len(), "document", "documents")
            .raw(", 1 origin");
        match origin.drifts.len() {
            0 => page.raw(", no drift of wording found"),
            1 => page.raw(", wording drifted once"),
            2 => page.raw(", wording drifted twice"),
            times => page.raw(", wording drifted ").num(times).raw(" times"),
        };
        page.raw(" <span class=\"id\">origin ")
            .num(origin.number)
            .raw("</span></h3><ol class=\"copies\">");
        for (at, &document) in origin.documents.iter().enumerate() {
            page.raw("<li>");
            document_link(page, case, document);
            if at == 0 {
                page.raw(" <span class=\"badge kind\">earliest</span>");
            } else if let Some(reason) = origin.reasons.get(at - 1) {
                page.raw(": ").text(reason);
            }
            page.raw("</li>");
        }
        page.raw("</ol>");
        for drift in &origin.drifts {
            self::drift(page, case, drift);
        }
        page.raw("</div>\n");
    }
    page.end_section();
}

/// A document by name, publisher and date.
fn document_link(page: &mut Page, case: &CaseFile, number: usize) {
    let Some(document) = case.documents.get(number) else {
        return;
    };
    page.raw("<a href=\"#d")
        .num(number + 1)
        .raw("\">")
        .text(&document.name)
        .raw("</a>");
    for more in [&document.publisher, &document.date].into_iter().flatten() {
        page.raw(", ").text(more);
    }
}

/// One change of wording, word by word.
fn drift(page: &mut Page, case: &CaseFile, drift: &DriftLine) {
    page.raw("<div class=\"drift\"><p class=\"who\"><span class=\"badge kind\">")
        .text(&drift.what);
    page.raw("</span> ");
    document_link(page, case, drift.from);
    if let Some(to) = drift.to {
        page.raw(" \u{2192} ");
        document_link(page, case, to);
    }
    page.raw("</p><p class=\"says\">");
    let Some(after) = &drift.after else {
        page.raw("<del")
            .attr("lang", language(drift.before.language))
            .raw(">");
        page.text(&drift.before.text).raw("</del></p></div>\n");
        return;
    };
    if drift.before.language == after.language {
        page.raw("<q")
            .attr("lang", language(after.language))
            .raw(">");
        for (change, words) in compare(&drift.before.text, &after.text) {
            match change {
                Change::Gone => page.raw("<del>").text(&words).raw("</del> "),
                Change::Came => page.raw("<ins>").text(&words).raw("</ins> "),
                Change::Kept => page.text(&words).raw(" "),
            };
        }
        page.raw("</q>");
    } else {
        // Word by word makes no sense between two languages.
        page.raw("<del")
            .attr("lang", language(drift.before.language))
            .raw(">");
        page.text(&drift.before.text)
            .raw("</del> <ins")
            .attr("lang", language(after.language));
        page.raw(">").text(&after.text).raw("</ins>");
    }
    page.raw("</p></div>\n");
}

/// What became of words between two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Kept,
    Gone,
    Came,
}

/// Most words that are compared one by one.
const COMPARED: usize = 600;

/// Two wordings as runs of kept, gone and new words (longest common subsequence of words).
fn compare(before: &str, after: &str) -> Vec<(Change, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (
        before.split_whitespace().collect(),
        after.split_whitespace().collect(),
    );
    if old.len() > COMPARED || new.len() > COMPARED {
        return vec![
            (Change::Gone, before.to_owned()),
            (Change::Came, after.to_owned()),
        ];
    }
    let mut common = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            common[a][b] = if old[a] == new[b] {
                common[a + 1][b + 1] + 1
            } else {
                common[a + 1][b].max(common[a][b + 1])
            };
        }
    }
    let mut runs: Vec<(Change, String)> = Vec::new();
    let mut push = |change: Change, word: &str| match runs.last_mut() {
        Some((last, words)) if *last == change => {
            words.push(' ');
            words.push_str(word);
        }
        _ => runs.push((change, word.to_owned())),
    };
    let (mut a, mut b) = (0, 0);
    while a < old.len() || b < new.len() {
        if a < old.len() && b < new.len() && old[a] == new[b] {
            push(Change::Kept, old[a]);
            (a, b) = (a + 1, b + 1);
        } else if b >= new.len() || (a < old.len() && common[a + 1][b] >= common[a][b + 1]) {
            push(Change::Gone, old[a]);
            a += 1;
        } else {
            push(Change::Came, new[b]);
            b += 1;
        }
    }
    runs
}

/// What the evidence itself says is not known.
pub(super) fn gaps(page: &mut Page, case: &CaseFile) {
    page.section("gaps", "Gaps");
    page.raw("<p class=\"note\">What the evidence itself says is withheld, unknown, unanswered, promised or unverified. No answer denies nothing.</p>");
    if case.gaps.is_empty() {
        page.raw("<p>The evidence names no gap.</p>").end_section();
        return;
    }
    page.table("gaps", &["Why", "The words", "By whom", "Where"]);
    for gap in &case.gaps {
        page.raw("<tr id=\"")
            .text(&gap.id)
            .raw("\"><th scope=\"row\">")
            .text(&plain(gap.kind));
        page.raw("<div class=\"id\">")
            .text(&gap.id)
            .raw("</div></th><td>");
        passage(page, &gap.sentence);
        page.raw("</td><td>")
            .text(gap.by.as_deref().unwrap_or(""))
            .raw("</td><td>");
        document_link(page, case, gap.document);
        page.raw(", ").text(&gap.place).raw("</td></tr>\n");
    }
    page.end_table().end_section();
}

/// Steps of proceedings: those against one person in one block, in the order of the stages.
pub(super) fn proceedings(page: &mut Page, case: &CaseFile) {
    page.section("proceedings", "Proceedings");
    page.raw("<p class=\"note\">As the evidence tells them, not as a register of courts does.</p>");
    if case.proceedings.is_empty() {
        page.raw("<p>The evidence tells of no proceedings.</p>")
            .end_section();
        return;
    }
    page.table(
        "proceedings",
        &["Against", "Stage", "Told as", "By", "Offence", "Where"],
    );
    let name = |line: &ProceedingLine| line.who.as_ref().map(|name| name.text.clone());
    let mut last = None;
    for line in &case.proceedings {
        let who = name(line);
        page.raw("<tr id=\"")
            .text(&line.id)
            .raw("\"><th scope=\"row\">");
        if last.as_ref() != Some(&who) || who.is_none() {
            page.text(who.as_deref().unwrap_or("nobody named"));
        } else {
            page.raw("<span class=\"same\">the same</span>");
        }
        last = Some(who);
        page.raw("</th><td>").raw(line.stage).raw("</td><td>");
        certainty(page, line.certainty);
        page.raw("</td><td>")
            .text(line.by.as_deref().unwrap_or("not said"));
        page.raw("</td><td>")
            .text(line.offence.as_deref().unwrap_or("not said"))
            .raw("</td><td>");
        cite(page, &line.cite);
        page.raw("</td></tr>\n");
    }
    page.end_table().end_section();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_one_by_one() {
        let runs = compare(
            "the ringleader allegedly kept calls",
            "the ringleader tapped calls",
        );
        let words: Vec<(Change, &str)> = runs
            .iter()
            .map(|(change, words)| (*change, words.as_str()))
            .collect();
        assert_eq!(
            words,
            [
                (Change::Kept, "the ringleader"),
                (Change::Gone, "allegedly kept"),
                (Change::Came, "tapped"),
                (Change::Kept, "calls"),
            ]
        );
    }
}
