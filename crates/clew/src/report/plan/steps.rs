//! The steps of the plan: whom, what that does, what it rests on.

use crate::casefile::{PlanLines, StepLine, TieLine};
use crate::report::network::end_of;
use crate::report::page::Page;
use crate::report::parts::{certainty, cites, plain, rests};

/// Groups that are told by size.
const PARTS: usize = 4;

/// One step that counts.
pub(super) fn step(page: &mut Page, plan: &PlanLines, step: &StepLine) {
    page.raw("<div class=\"step\"><h4>")
        .num(step.number)
        .raw(". ");
    end_of(page, &step.name, step.entity);
    page.raw("</h4><p>");
    who(page, step);
    splits(page, step);
    page.raw(" The largest group of all then has ")
        .num(step.left)
        .raw(". ");
    if plan.flow.is_some() {
        page.count(
            step.pairs,
            "claimed recruiter-recruit pair stays",
            "claimed recruiter-recruit pairs stay",
        );
        page.raw(" connected. ");
    }
    if plan.rounds > 0 {
        page.raw("With one tie in ten left out by chance it stands among the first ")
            .num(plan.steps.len())
            .raw(" in ")
            .num(step.holds)
            .raw(" of ")
            .num(plan.rounds)
            .raw(" rounds");
        page.raw(if step.holds * 10 < plan.rounds * 8 {
            ": <b>not sure</b>."
        } else {
            "."
        });
    }
    page.raw("</p>");
    basis(page, step);
    page.raw("</div>\n");
}

/// What is said of who is removed.
fn who(page: &mut Page, step: &StepLine) {
    if step.kind == "phone" {
        if step.users.is_empty() {
            page.raw("A number; nobody is on record as its user. ");
        } else {
            page.raw("A number, said to be used by ");
            for (at, user) in step.users.iter().enumerate() {
                page.raw(if at > 0 { "; " } else { "" })
                    .text(&user.name.text)
                    .raw(" (");
                page.raw(user.certainty.unwrap_or("records")).raw(") ");
                cites(page, &user.rests.cites, user.rests.more);
            }
            page.raw(". ");
        }
    } else if step.roles.is_empty() {
        page.raw("No source claims a role. ");
        carried(page, step);
    } else {
        page.raw("Claimed roles: ");
        for (at, (role, how)) in step.roles.iter().enumerate() {
            page.raw(if at > 0 { ", " } else { "" })
                .text(&plain(role))
                .raw(" ");
            certainty(page, how);
        }
        page.raw(" (<a href=\"#roles\">who says so</a>). ");
        carried(page, step);
    }
}

/// The numbers and addresses that count as who is removed.
fn carried(page: &mut Page, step: &StepLine) {
    for (at, one) in step.carried.iter().enumerate() {
        page.raw(if at == 0 { "Counted with " } else { "; " })
            .text(&one.name.text)
            .raw(", whose only user on record this is (")
            .raw(one.certainty)
            .raw(") ");
        cites(page, &one.rests.cites, one.rests.more);
    }
    if !step.carried.is_empty() {
        page.raw(". ");
    }
}

/// Into what the group falls.
fn splits(page: &mut Page, step: &StepLine) {
    page.raw("Why: ");
    match &step.parts[..] {
        [] => {
            page.raw("it stands alone by then.");
        }
        [one] => {
            page.raw("it leaves a group of ")
                .num(step.of)
                .raw(", of which ")
                .num(one);
            page.raw(" stay together.");
        }
        parts => {
            page.raw("a group of ").num(step.of).raw(" falls into ");
            let singles = parts.iter().filter(|part| **part == 1).count();
            let larger: Vec<usize> = parts.iter().copied().filter(|part| *part > 1).collect();
            for (at, part) in larger.iter().take(PARTS).enumerate() {
                page.raw(if at > 0 { ", " } else { "" }).num(part);
            }
            let smaller = larger.len().saturating_sub(PARTS);
            if smaller > 0 {
                page.raw(" and ").num(smaller).raw(" smaller groups");
            }
            if singles > 0 {
                page.raw(if larger.is_empty() { "" } else { " and " });
                page.count(
                    singles,
                    "that is tied to nobody else",
                    "that are tied to nobody else",
                );
            }
            page.raw(".");
        }
    }
}

/// The ties, each one step from its words.
fn basis(page: &mut Page, step: &StepLine) {
    page.raw("<details><summary>Rests on ");
    let all: usize = step.sure.iter().map(|(_, count)| count).sum();
    page.count(all, "link", "links").raw(": ");
    for (at, (word, count)) in step.sure.iter().enumerate() {
        page.raw(if at > 0 { ", " } else { "" })
            .num(count)
            .raw(" ")
            .raw(word);
    }
    page.raw("</summary><ul>");
    for tie in &step.ties {
        self::tie(page, tie);
    }
    if step.ties_more > 0 {
        page.raw("<li>and ")
            .num(step.ties_more)
            .raw(" more in the <a href=\"#network\">tables of the network</a></li>");
    }
    page.raw("</ul></details>");
}

fn tie(page: &mut Page, tie: &TieLine) {
    page.raw("<li><a href=\"#")
        .text(&tie.link)
        .raw("\">")
        .text(&plain(tie.layer))
        .raw("</a>: ");
    if let Some(through) = &tie.through {
        page.text(&through.text).raw(" with ");
    }
    page.text(&tie.to.text);
    if let Some(at) = &tie.at {
        page.raw(" at ").text(&at.text);
    }
    page.raw(", ");
    match tie.certainty.filter(|_| tie.contacts == 0) {
        Some(word) => certainty(page, word),
        None => {
            page.count(tie.contacts, "contact in records", "contacts in records");
        }
    }
    if tie.denied {
        page.raw(" <span class=\"badge denied\">denied by some source</span>");
    }
    page.raw(" ");
    rests(page, &tie.rests);
    page.raw("</li>");
}

/// The steps that do little.
pub(super) fn further(page: &mut Page, plan: &PlanLines) {
    if plan.further.is_empty() {
        return;
    }
    page.raw("<details><summary>").count(
        plan.further.len(),
        "further removal, which takes off little more than itself",
        "further removals, which take off little more than themselves",
    );
    page.raw(": the largest group from ")
        .num(plan.left.0)
        .raw(" to ")
        .num(plan.left.1);
    page.raw("</summary>");
    page.table("further", &["#Step", "Who", "#Largest group then"]);
    for step in &plan.further {
        page.raw("<tr><td class=\"n\">")
            .num(step.number)
            .raw("</td><td>");
        end_of(page, &step.name, step.entity);
        page.raw("</td><td class=\"n\">")
            .num(step.left)
            .raw("</td></tr>\n");
    }
    page.end_table();
    page.raw("<p>");
    page.raw(if plan.reached {
        "They bring it below "
    } else {
        "Even so it does not come below "
    });
    page.num(plan.until).raw("\u{a0}% of all");
    page.raw(if plan.reached {
        "."
    } else {
        " while the protected are spared."
    });
    page.raw("</p></details>");
}
