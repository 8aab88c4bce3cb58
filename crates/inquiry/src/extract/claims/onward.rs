//! Who goes on telling inside what another tells.

use super::lexicon::{BE, CONJ, HAVE};
use super::nest;
use super::reading::Reading;
use super::view::View;
use model::Span;

/// "Police said the suspect admitted C but denied D": who is told of last goes on telling, not the police.
pub(super) fn settle(views: &[View<'_>], readings: &mut [Reading]) {
    for at in 0..readings.len() {
        let cut = turned(views, readings, at);
        if let (Some(end), Some(last)) = (cut, readings[at].content.last_mut()) {
            last.end = end;
        }
    }
    for at in 0..readings.len() {
        if let Some(teller) = listed(views, readings, at) {
            readings[at].source = Some(teller);
        }
    }
    for at in 0..readings.len() {
        let Some((above, before, link)) = joined(views, readings, at) else {
            continue;
        };
        // All of it is what the police said.
        let end = readings[at].content.last().map_or(0, |content| content.end);
        for content in &mut readings[above].content {
            if content.end <= link.start && link.start <= content.end + 2 {
                content.end = end.max(content.end);
            }
        }
        readings[at].source = readings[before].source;
        for content in &mut readings[before].content {
            if content.contains(link) && content.start < link.start {
                content.end = link.start.saturating_sub(1);
            }
        }
    }
}

/// Whose words the reading at `at` stands among, the reading there that it goes on from, and what joins them.
fn joined(views: &[View<'_>], readings: &[Reading], at: usize) -> Option<(usize, usize, Span)> {
    let reading = &readings[at];
    let view = views.get(reading.sentence).filter(|view| view.english())?;
    let cue = reading.cue?;
    let first = (0..view.len()).find(|at| cue.contains(view.tokens[*at].span))?;
    let link = first.checked_sub(1).filter(|at| view.has(*at, CONJ))?;
    let before = (0..at).rev().find(|before| {
        let other = &readings[*before];
        other.sentence == reading.sentence && other.cue.is_some_and(|other| other.end < cue.start)
    })?;
    let above = nest::parent(readings, before)?;
    let (told, teller) = (&readings[before], &readings[above]);
    let same =
        teller.source.is_some() && teller.source == reading.source && told.source != reading.source;
    let held = told
        .content
        .iter()
        .chain(&teller.content)
        .any(|content| content.contains(cue));
    (same && held && told.source.is_some()).then_some((above, before, view.tokens[link].span))
}

/// "X said that he had gone, rejected C and promised D": a participle before the comma is nobody; who told the first tells the rest.
fn listed(views: &[View<'_>], readings: &[Reading], at: usize) -> Option<Span> {
    let reading = &readings[at];
    let view = views.get(reading.sentence).filter(|view| view.english())?;
    let source = reading.source?;
    let word = (0..view.len()).find(|at| view.tokens[*at].span == source)?;
    let helped = word > 0 && view.has(word - 1, HAVE | BE) && !view.capital(word);
    let told = |other: &&Reading| {
        other.sentence == reading.sentence
            && other.source.is_some_and(|it| it.end < source.start)
            && other.content.iter().any(|content| content.contains(source))
    };
    let teller = readings.iter().find(told).filter(|_| helped)?;
    teller.source
}

/// Where what one tells ends before the same or another tells something else: "granted that A but would not agree that B",
/// "X swears that A, whereas Y says B".
fn turned(views: &[View<'_>], readings: &[Reading], at: usize) -> Option<usize> {
    const LINKS: [&str; 5] = ["but", "while", "whereas", "though", "although"];
    let reading = &readings[at];
    let view = views.get(reading.sentence).filter(|view| view.english())?;
    let (source, last) = (reading.source?, *reading.content.last()?);
    let cue = reading.cue.filter(|cue| cue.end <= last.start)?;
    let begins = |other: &Reading| {
        let theirs = other.cue?;
        let start = match other.source {
            Some(it) if it == source => theirs.start,
            Some(it) => it.start.min(theirs.start),
            None => return None,
        };
        (other.sentence == reading.sentence && theirs != cue && last.contains(theirs))
            .then_some(start)
    };
    let link = readings.iter().filter_map(begins).find_map(|start| {
        let first = (0..view.len()).find(|at| view.tokens[*at].span.start >= start)?;
        let link = first.checked_sub(1)?;
        let fits = LINKS.contains(&view.lower(link)) && !view.is_quoted(link);
        (fits && view.tokens[link].span.start > last.start).then_some(link)
    })?;
    let end = link.checked_sub(1 + usize::from(view.comma(link - 1)))?;
    Some(view.tokens[end].span.end).filter(|end| *end > last.start)
}
