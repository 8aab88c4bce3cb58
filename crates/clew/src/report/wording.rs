//! The words used on the page, how it was made, and what it cannot do.

use super::page::Page;
use super::parts::certainty;
use crate::casefile::CaseFile;

/// Certainty and other words, with what they mean.
const WORDS: &[(&str, &str)] = &[
    (
        "confirmed",
        "the source says it and acknowledges it: confirmed, admitted",
    ),
    (
        "stated",
        "the source says it plainly: said, according to, announced",
    ),
    ("reported", "hearsay: reportedly, is said to, media report"),
    (
        "claimed",
        "said by somebody from whom the text keeps its distance: claimed, insisted",
    ),
    (
        "alleged",
        "an accusation without proof: allegedly, accused of, suspected of",
    ),
    (
        "believed",
        "an opinion or assessment: is believed, is thought to",
    ),
    ("possible", "said to be possible: may, might, appears to"),
];

/// Other words of the page.
const TERMS: &[(&str, &str)] = &[
    (
        "claim",
        "who said what, how sure, and where exactly it stands; an author\u{2019}s own assertion is a claim of the publisher",
    ),
    (
        "denied",
        "the source says that the content is not so; no answer is no denial",
    ),
    (
        "chain",
        "who said that who said, from the publisher to the source on record",
    ),
    (
        "origin",
        "a set of documents that go back to one report; copies are counted once",
    ),
    (
        "drift",
        "a change of wording from copy to copy of one origin",
    ),
    ("gap", "something the evidence itself says is not known"),
    (
        "link",
        "a tie between two in one layer (called, paid, kin ..), with the claims and contacts under it",
    ),
    (
        "role",
        "what somebody is said to be; attributed, several at once, never a finding of guilt",
    ),
    (
        "protected",
        "victim, possible victim, recruit, minor, witness or relative; masked, and never a target",
    ),
    (
        "role not told",
        "named in a text of harm, and no source tells an office, an accusation or a deed: he may be a victim or a witness, so he is masked until a source or a judgement says what he is",
    ),
    (
        "place",
        "where something stands: file, part, and bytes of the part\u{2019}s text; a quotation is exactly the bytes at its place",
    ),
];

/// The words used.
pub(super) fn glossary(page: &mut Page) {
    page.section("words", "Words used").raw("<h3>Certainty, as the source voices it, from surest to weakest</h3><dl class=\"glossary\">");
    for (word, meaning) in WORDS {
        page.raw("<div><dt>");
        certainty(page, word);
        page.raw("</dt><dd>").raw(meaning).raw("</dd></div>");
    }
    page.raw("</dl><p class=\"note\">Where two meet, the weaker wins: a ministry that <i>said</i> that somebody <i>allegedly</i> did something alleges it.</p><h3>Other words</h3><dl class=\"glossary\">");
    for (word, meaning) in TERMS {
        page.raw("<div><dt>")
            .raw(word)
            .raw("</dt><dd>")
            .raw(meaning)
            .raw("</dd></div>");
    }
    page.raw("</dl>").end_section();
}

/// How the page was made and what it cannot do.
pub(super) fn method(page: &mut Page, case: &CaseFile) {
    page.section("method", "Method and limits").raw("<ul>");
    page.raw("<li>Claims, names, gaps and proceedings were found by rules and word lists in English, Spanish and Russian. Such rules miss things and get things wrong: read the sentence before you rely on a line. \u{201c}Reading sure to\u{201d} says how sure the program is that it read rightly; it says nothing about truth.</li>");
    page.raw("<li>People are taken for one only where their names agree, a strong identifier agrees, or a person decided so; all others stay apart, so one person may stand here several times.</li>");
    page.raw("<li>Origins are found by shared wording and by what documents name as their source. Two documents that took the same report from somewhere else and share no wording may be counted as two.</li>");
    page.raw("<li>Links named together only say that two names stand in one sentence. Positions in the network describe the material that was handed in, not the world.</li>");
    page.raw("<li>Grades of sources and information (Admiralty code) are set by people only; this page sets none.</li>");
    if case.unmasked.is_none() {
        page.raw("<li>Masking replaces names in all known forms, cases and spellings, and numbers in any notation. It cannot hide what only somebody who knows the people would recognise: a street, a school, an unusual course of events, an unknown nickname. Read the page before you pass it on.</li>");
    }
    page.raw("<li>Nothing here is legal advice.</li></ul>")
        .end_section();
}
