//! Small pieces that several sections use: passages, badges, steps to the words.

use super::page::Page;
use crate::casefile::{CaseFile, Cite, ClaimLine, Mark, Name, Passage, Rests};

/// Words of the evidence with what is marked in them, in their language.
pub(super) fn passage(page: &mut Page, passage: &Passage) {
    let text = &passage.text;
    let mut edges: Vec<usize> = passage
        .marks
        .iter()
        .flat_map(|marked| [marked.span.start, marked.span.end])
        .chain([0, text.len()])
        .filter(|at| text.is_char_boundary(*at))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    page.raw("<q")
        .attr("lang", language(passage.language))
        .raw(">");
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let covering = |mark: Mark| {
            passage.marks.iter().any(|marked| {
                marked.mark == mark && marked.span.start <= start && end <= marked.span.end
            })
        };
        let class = if covering(Mark::Cue) {
            Some("cue")
        } else if covering(Mark::Source) {
            Some("src")
        } else if covering(Mark::Content) {
            Some("con")
        } else {
            None
        };
        match class {
            Some(class) => page.raw("<mark class=\"").raw(class).raw("\">"),
            None => page,
        };
        page.text(&text[start..end]);
        if class.is_some() {
            page.raw("</mark>");
        }
    }
    page.raw("</q>");
}

/// A language tag for `lang`; empty where it is not known, as HTML wants it.
pub(super) fn language(tag: &'static str) -> &'static str {
    if tag == "und" { "" } else { tag }
}

/// One step to the words: the file and the identifier, which stand in print too.
pub(super) fn cite(page: &mut Page, cite: &Cite) {
    page.raw("<a class=\"cite\" href=\"#")
        .text(&cite.anchor)
        .raw("\">")
        .text(&cite.file);
    page.raw(" <span class=\"id\">")
        .text(&cite.anchor)
        .raw("</span></a>");
}

/// Several steps; a file that several lead to is named once.
pub(super) fn cites(page: &mut Page, all: &[Cite], more: usize) {
    let mut last = None;
    for one in all {
        if last.is_some() {
            page.raw(" ");
        }
        if last == Some(&one.file) {
            page.raw("<a class=\"cite\"")
                .attr("title", &one.file)
                .raw(" href=\"#");
            page.text(&one.anchor).raw("\"><span class=\"id\">");
            page.text(&one.anchor).raw("</span></a>");
        } else {
            cite(page, one);
        }
        last = Some(&one.file);
    }
    if more > 0 {
        page.raw(" and ").count(more, "more", "more");
    }
}

/// A word of certainty as a badge.
pub(super) fn certainty(page: &mut Page, word: &'static str) {
    page.raw("<span class=\"badge c-")
        .raw(word)
        .raw("\">")
        .raw(word)
        .raw("</span>");
}

/// The badges of a claim: certainty, and polarity and kind where they are not the usual ones.
pub(super) fn badges(page: &mut Page, claim: &ClaimLine) {
    certainty(page, claim.certainty);
    if claim.polarity == "denied" {
        page.raw(" <span class=\"badge denied\">denied by the source</span>");
    }
    if claim.kind != "fact" {
        page.raw(" <span class=\"badge kind\">")
            .raw(claim.kind)
            .raw("</span>");
    }
}

/// A claim with sentence, chain, badges and a step to its row.
pub(super) fn claim_box(page: &mut Page, case: &CaseFile, index: usize) {
    let Some(claim) = case.claims.get(index) else {
        return;
    };
    page.raw("<blockquote class=\"side\"><p class=\"who\">");
    chain(page, claim);
    page.raw(" ");
    badges(page, claim);
    page.raw("</p><p>");
    passage(page, &claim.sentence);
    page.raw("</p><footer><a class=\"cite\" href=\"#")
        .text(&claim.id)
        .raw("\">");
    if let Some(document) = case.documents.get(claim.document) {
        page.text(&document.name).raw(", ");
        page.text(&claim.place);
        if let Some(date) = &document.date {
            page.raw(", ").text(date);
        }
    }
    page.raw(" <span class=\"id\">")
        .text(&claim.id)
        .raw("</span></a>");
    origin(page, case, claim.document);
    page.raw("</footer></blockquote>\n");
}

/// Steps to words, and how many more there are.
pub(super) fn rests(page: &mut Page, rests: &Rests) {
    cites(page, &rests.cites, rests.more);
}

/// A name; where it is withheld, with the number of its row, which tells it from others that are withheld.
pub(super) fn called(page: &mut Page, name: &Name, number: usize) {
    page.text(&name.text);
    if name.text.contains("[name withheld]") {
        page.raw(" (no.\u{a0}").num(number).raw(")");
    }
}

/// Names with commas.
pub(super) fn names(page: &mut Page, names: &[Name]) {
    for (at, name) in names.iter().enumerate() {
        page.raw(if at > 0 { ", " } else { "" }).text(&name.text);
    }
}

/// Everybody a claim went through, publisher first.
pub(super) fn chain(page: &mut Page, claim: &ClaimLine) {
    chain_of(page, &claim.chain);
}

/// Everybody a statement went through, publisher first.
pub(super) fn chain_of(page: &mut Page, chain: &[Name]) {
    page.raw("<span class=\"chain\">");
    for (at, name) in chain.iter().enumerate() {
        if at > 0 {
            page.raw(" <span class=\"arrow\" aria-label=\"citing\">\u{2192}</span> ");
        }
        let last = at + 1 == chain.len();
        page.raw(if last { "<b>" } else { "<span>" })
            .text(&name.text);
        page.raw(if last { "</b>" } else { "</span>" });
    }
    page.raw("</span>");
}

/// The origin of a document, where it shares it with others.
pub(super) fn origin(page: &mut Page, case: &CaseFile, document: usize) {
    let number = case
        .documents
        .get(document)
        .and_then(|document| document.origin);
    let Some(number) = number else { return };
    if let Some(origin) = case.origins.iter().find(|origin| origin.number == number) {
        page.raw(" <a class=\"tag\" href=\"#o")
            .num(number)
            .raw("\">one of ");
        page.num(origin.documents.len())
            .raw(" copies, origin ")
            .num(number)
            .raw("</a>");
    }
}

/// Words with underscores as people write them.
pub(super) fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// Seconds as hours, minutes and seconds.
pub(super) fn span_of_time(seconds: u64) -> String {
    format!(
        "{}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}
