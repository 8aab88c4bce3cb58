//! The claims, document by document, and the other words that statements rest on.

use super::page::Page;
use super::parts::{badges, chain, origin, passage};
use crate::casefile::{CaseFile, ClaimLine};

/// All claims: those on record first, the authors' own assertions in a fold.
pub(super) fn section(page: &mut Page, case: &CaseFile) {
    page.section("claims", "Claims");
    page.raw("<p class=\"note\">Who said what, how sure, and where. In each sentence <mark class=\"con\">what is claimed</mark>, ");
    page.raw("<mark class=\"src\">whose claim it is</mark> and <mark class=\"cue\">the words that tie or hedge it</mark> are marked. ");
    page.raw("The chain runs from the publisher to the source on record. Certainty is the source\u{2019}s voice, not a probability.</p>");
    page.raw("<div id=\"filters\"></div>\n");
    for (number, document) in case.documents.iter().enumerate() {
        let of = || {
            case.claims
                .iter()
                .filter(move |claim| claim.document == number)
        };
        let attributed: Vec<_> = of().filter(|claim| !claim.authors).collect();
        let authors: Vec<_> = of().filter(|claim| claim.authors).collect();
        if attributed.is_empty() && authors.is_empty() {
            continue;
        }
        page.raw("<article class=\"doc\"><h3>")
            .text(document.title.as_deref().unwrap_or(&document.name));
        page.raw("</h3><p class=\"meta\">");
        page.raw("<a href=\"#d")
            .num(number + 1)
            .raw("\">")
            .text(&document.name)
            .raw("</a>");
        if let Some(publisher) = &document.publisher {
            page.raw(" \u{b7} ").text(publisher);
        }
        page.raw(" \u{b7} ")
            .text(document.date.as_deref().unwrap_or("date not stated"));
        if let Some(grade) = &document.grade {
            page.raw(" \u{b7} graded ").text(grade).raw(" by a person");
        }
        origin(page, case, number);
        page.raw("</p>\n");
        for claim in attributed {
            row(page, claim);
        }
        if !authors.is_empty() {
            page.raw("<details><summary>")
                .count(authors.len(), "assertion", "assertions");
            page.raw(" of the author</summary>\n");
            for claim in authors {
                row(page, claim);
            }
            page.raw("</details>");
        }
        page.raw("</article>\n");
    }
    quotes(page, case);
    page.end_section();
}

fn row(page: &mut Page, claim: &ClaimLine) {
    page.raw("<div class=\"claim\" id=\"")
        .text(&claim.id)
        .raw("\"");
    page.attr("data-certainty", claim.certainty)
        .attr("data-polarity", claim.polarity);
    page.attr("data-kind", claim.kind).raw("><p class=\"who\">");
    chain(page, claim);
    page.raw(" ");
    badges(page, claim);
    page.raw("</p><p class=\"says\">");
    passage(page, &claim.sentence);
    page.raw("</p><p class=\"meta\"><a class=\"id\" href=\"#")
        .text(&claim.id)
        .raw("\">")
        .text(&claim.id);
    page.raw("</a> \u{b7} ").text(&claim.place);
    if let Some(time) = &claim.time {
        page.raw(" \u{b7} speaks of ").text(time);
    }
    page.raw(" \u{b7} reading sure to ")
        .text(&claim.reading)
        .raw("\u{a0}%");
    for (id, word) in &claim.findings {
        page.raw(" \u{b7} <a class=\"tag\" href=\"#")
            .text(id)
            .raw("\">")
            .text(&super::parts::plain(word));
        page.raw("</a>");
    }
    page.raw("</p></div>\n");
}

/// Words that roles, links or proceedings rest on and that are part of no claim; rows of records stand with the calls.
fn quotes(page: &mut Page, case: &CaseFile) {
    let mut quotes = case
        .quotes
        .iter()
        .filter(|quote| !case.is_row(quote.document))
        .peekable();
    if quotes.peek().is_none() {
        return;
    }
    page.raw("<article class=\"doc\"><h3>Other words that statements on this page rest on</h3>\n");
    for quote in quotes {
        page.raw("<div class=\"claim quote\" id=\"")
            .text(&quote.anchor)
            .raw("\"><p class=\"says\">");
        passage(page, &quote.sentence);
        page.raw("</p><p class=\"meta\"><a class=\"id\" href=\"#")
            .text(&quote.anchor)
            .raw("\">");
        page.text(&quote.anchor).raw("</a> \u{b7} ");
        if let Some(document) = case.documents.get(quote.document) {
            page.raw("<a href=\"#d")
                .num(quote.document + 1)
                .raw("\">")
                .text(&document.name);
            page.raw("</a>, ");
        }
        page.text(&quote.place).raw("</p></div>\n");
    }
    page.raw("</article>\n");
}
