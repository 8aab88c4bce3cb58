//! People and bodies with the roles that are said of them; positions stand apart.

use super::page::Page;
use super::parts::{called, certainty, cites, plain};
use crate::casefile::{CaseFile, EntityLine};

/// Persons, bodies and the pseudonyms.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("people", "People");
    page.raw("<p class=\"note\">A role is what somebody is said to be, with the surest way it is said and the words it rests on. ");
    page.raw("It is never a finding of guilt, and it says nothing about a position in the network, which stands with the <a href=\"#network\">network</a>.</p>");
    let said = |line: &&EntityLine| !line.roles.is_empty() || !line.protected.is_empty();
    let (roles, others): (Vec<_>, Vec<_>) = case.people.iter().partition(said);
    table(page, &roles);
    if !others.is_empty() {
        page.raw("<details><summary>")
            .count(others.len(), "person", "persons");
        page.raw(" of whom no role is said</summary>");
        table(page, &others);
        page.raw("</details>");
    }
    if !case.bodies.is_empty() {
        page.raw("<details><summary>").count(
            case.bodies.len(),
            "organisation or group",
            "organisations and groups",
        );
        page.raw("</summary>");
        table(page, &case.bodies.iter().collect::<Vec<_>>());
        page.raw("</details>");
    }
    if !case.hidden.is_empty() {
        page.raw("<h3>Pseudonyms</h3><p class=\"note\">Numbered in an order that says nothing about names.</p><ul class=\"legend\">");
        for (label, reasons) in &case.hidden {
            page.raw("<li><b>")
                .text(label)
                .raw("</b> protected as: ")
                .text(reasons)
                .raw("</li>");
        }
        page.raw("</ul>");
    }
    page.end_section();
}

fn table(page: &mut Page, lines: &[&EntityLine]) {
    if lines.is_empty() {
        page.raw("<p>Of nobody a role is said.</p>");
        return;
    }
    let said = lines.iter().any(|line| !line.roles.is_empty());
    if said {
        page.table(
            "people",
            &["Who", "Said to be", "#Named in", "#On record for"],
        );
    } else {
        page.table("people", &["Who", "#Named in", "#On record for"]);
    }
    for line in lines {
        page.raw("<tr id=\"p")
            .num(line.number)
            .raw("\"><th scope=\"row\">");
        called(page, &line.name, line.number);
        // The pseudonym says the gravest reason itself.
        let told = |reason: &&&str| {
            let mut all = line.name.text.trim_end_matches(']').split(", ");
            line.name.protected && all.any(|word| word == plain(reason))
        };
        for reason in line.protected.iter().filter(|reason| !told(reason)) {
            page.raw(" <span class=\"badge prot\">")
                .text(&plain(reason))
                .raw("</span>");
        }
        if !line.aliases.is_empty() {
            page.raw("<div class=\"small\">also ")
                .text(&line.aliases.join("; "))
                .raw("</div>");
        }
        if !line.identifiers.is_empty() {
            page.raw("<div class=\"small\">")
                .text(&line.identifiers.join("; "))
                .raw("</div>");
        }
        if !line.reasons.is_empty() {
            page.raw("<details class=\"small\"><summary>why one person</summary>")
                .text(&line.reasons.join("; "));
            page.raw("</details>");
        }
        page.raw("</th>");
        if said {
            page.raw("<td>");
        }
        for role in &line.roles {
            page.raw("<div class=\"role\">");
            certainty(page, role.certainty);
            page.raw(" ").text(&plain(role.role));
            if role.judged {
                page.raw(" <span class=\"badge kind\">a person\u{2019}s judgement</span>");
            }
            page.raw(" ");
            cites(page, &role.cites, 0);
            page.raw("</div>");
        }
        page.raw(if said {
            "</td><td class=\"n\">"
        } else {
            "<td class=\"n\">"
        })
        .count(line.documents, "document", "documents");
        page.raw("</td><td class=\"n\">")
            .count(line.claims, "claim", "claims")
            .raw("</td></tr>\n");
    }
    page.end_table();
}
