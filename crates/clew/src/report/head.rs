//! The head of the page, what is not known, and the summary.

use super::page::Page;
use super::parts::plain;
use crate::casefile::CaseFile;

/// Most lines of each list in the brief; the whole lists stand further down.
const BRIEF: usize = 6;

/// What the page is, of which state of the case, and what is masked in it.
pub(super) fn header(page: &mut Page, case: &CaseFile) {
    page.raw("<header><p class=\"kicker\">Case file</p><h1>")
        .text(&case.name)
        .raw("</h1>");
    page.raw("<p class=\"lead\">This page states what sources say, how sure they voice it, and where it stands. ");
    page.raw("It decides nothing: it says of nobody that he did anything, and gives no score of guilt.</p><dl class=\"facts\">");
    if let Some(last) = case.custody.last() {
        page.raw("<div><dt>State of the case</dt><dd>custody entry ")
            .num(last.number);
        page.raw(" of ")
            .text(&moment(&last.when))
            .raw("<br><code>")
            .text(&last.hash)
            .raw("</code></dd></div>");
    }
    page.raw("<div><dt>Made by</dt><dd>clew ")
        .raw(env!("CARGO_PKG_VERSION"));
    page.raw(", offline; the same evidence, judgements and version give the same page</dd></div>");
    page.raw("<div><dt>Protected persons</dt><dd>");
    match &case.unmasked {
        Some((who, why)) => {
            page.raw("<strong class=\"warn\">Not masked.</strong> Unmasked by ")
                .text(who);
            page.raw(" for this reason: \u{201c}")
                .text(why)
                .raw("\u{201d}. Entered in the custody log. Do not pass on.");
        }
        None if case.hidden.is_empty() => {
            page.raw("Nobody in this case is on record as a victim, recruit, minor, witness or relative; nothing is masked.");
        }
        None => {
            page.raw("Masked. ")
                .count(case.hidden.len(), "pseudonym stands", "pseudonyms stand");
            page.raw(" for victims, possible victims, recruits, minors, witnesses and relatives, and for whoever a text of harm names without telling his part; ");
            page.raw("their numbers and addresses are masked too. <i>[name withheld]</i> stands for a name that protected people share with others.");
        }
    }
    page.raw("</dd></div></dl></header>\n");
}

/// "2024-10-02 09:00 UTC" from RFC 3339; anything else as it stands.
fn moment(time: &str) -> String {
    match (time.get(..10), time.get(10..11), time.get(11..16)) {
        (Some(day), Some("T"), Some(clock)) => format!("{day} {clock} UTC"),
        _ => time.to_owned(),
    }
}

/// First of all: what was not read, not decided, and is not known.
pub(super) fn open(page: &mut Page, case: &CaseFile) {
    page.section("open", "What could not be read, decided or known");
    page.raw("<div class=\"cols\"><div><h3>Not read in full, or with faults: ")
        .num(case.unread.len())
        .raw("</h3>");
    list(
        page,
        case.unread.len(),
        "unread",
        "Everything that was handed in was read.",
        |page, at| {
            let line = &case.unread[at];
            page.raw("<a href=\"#unread\">")
                .text(&line.file)
                .raw("</a> (")
                .text(&plain(line.state));
            page.raw(")");
            if let Some(why) = line.why.first() {
                page.raw(": ").text(why);
            }
        },
    );
    page.raw("</div><div><h3>Not decided: ")
        .num(case.undecided.len())
        .raw("</h3>");
    list(
        page,
        case.undecided.len(),
        "unread",
        "Nothing was left open.",
        |page, at| {
            page.text(&case.undecided[at]);
        },
    );
    page.raw("</div><div><h3>Not known, by the evidence itself: ")
        .num(case.gaps.len())
        .raw("</h3>");
    list(
        page,
        case.gaps.len(),
        "gaps",
        "The evidence names nothing that is not known.",
        |page, at| {
            let gap = &case.gaps[at];
            page.raw("<a href=\"#")
                .text(&gap.id)
                .raw("\">")
                .text(&plain(gap.kind))
                .raw("</a>: ");
            page.text(gap.about.as_deref().unwrap_or(&gap.sentence.text));
        },
    );
    page.raw("</div></div>").end_section();
}

/// The first few of a list, and where the others stand.
fn list(
    page: &mut Page,
    len: usize,
    rest: &'static str,
    none: &'static str,
    line: impl Fn(&mut Page, usize),
) {
    if len == 0 {
        page.raw("<p>").raw(none).raw("</p>");
        return;
    }
    page.raw("<ul>");
    for at in 0..len.min(BRIEF) {
        page.raw("<li>");
        line(page, at);
        page.raw("</li>");
    }
    page.raw("</ul>");
    if len > BRIEF {
        page.raw("<p><a href=\"#")
            .raw(rest)
            .raw("\">and ")
            .num(len - BRIEF)
            .raw(" more</a></p>");
    }
}

/// How much there is of what.
pub(super) fn summary(page: &mut Page, case: &CaseFile) {
    let counts = &case.counts;
    page.section("summary", "Summary")
        .raw("<ul class=\"tiles\">");
    let tile = |page: &mut Page, number: u64, link: &'static str, words: &'static str| {
        page.raw("<li><a href=\"#")
            .raw(link)
            .raw("\"><b>")
            .num(number)
            .raw("</b> ")
            .raw(words);
        page.raw("</a></li>");
    };
    let few = |number: usize| number as u64;
    tile(page, few(counts.evidence), "evidence", "pieces of evidence");
    tile(
        page,
        few(counts.origins),
        "origins",
        "independent origins of texts",
    );
    tile(page, few(counts.attributed), "claims", "claims on record");
    tile(page, few(counts.denied), "claims", "denials");
    tile(page, few(counts.people), "people", "persons named");
    tile(page, few(counts.protected), "people", "of them protected");
    tile(
        page,
        few(case.contradictions.len()),
        "contradictions",
        "contradictions",
    );
    tile(
        page,
        few(case.corroborations.len()),
        "corroboration",
        "corroborations",
    );
    tile(page, few(case.gaps.len()), "gaps", "gaps");
    tile(
        page,
        few(case.proceedings.len()),
        "proceedings",
        "steps of proceedings",
    );
    tile(page, counts.contacts, "calls", "contacts in records");
    tile(page, few(counts.links), "network", "links");
    page.raw("</ul>");
    shares(page, case);
    page.end_section();
}

/// What was read, in which languages, and how sure the sources are.
fn shares(page: &mut Page, case: &CaseFile) {
    let counts = &case.counts;
    page.raw("<p>")
        .count(counts.read, "piece", "pieces")
        .raw(" of evidence read in full, ");
    page.num(counts.evidence.saturating_sub(counts.read))
        .raw(" not. ");
    page.count(counts.texts, "document", "documents")
        .raw(" with text go back to ");
    page.count(counts.origins, "origin", "origins")
        .raw(". Languages: ");
    for (at, (word, count)) in counts.languages.iter().enumerate() {
        let word = match *word {
            "en" => "English",
            "es" => "Spanish",
            "ru" => "Russian",
            _ => "not told",
        };
        page.raw(if at > 0 { ", " } else { "" })
            .raw(word)
            .raw(" ")
            .num(count);
    }
    page.raw(".</p><h3>Claims by the certainty their sources voice</h3>");
    page.table("bars", &["Certainty", "#Claims", "Share"]);
    let all = counts.attributed.max(1);
    for (word, count) in &counts.certainty {
        page.raw("<tr><th scope=\"row\"><a href=\"#words\">")
            .raw(word)
            .raw("</a></th><td class=\"n\">");
        page.num(count).raw("</td><td><svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect height=\"8\"");
        page.attr("width", &(count * 100 / all).max(1).to_string());
        page.raw("/></svg></td></tr>\n");
    }
    page.end_table();
    page.raw("<p class=\"note\">Not counted here: ")
        .num(counts.authors);
    page.raw(" assertions of the authors themselves, which stand at the end of the claims.</p>");
}
