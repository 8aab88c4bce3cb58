//! Minors by their date of birth, and by the columns of a table that hold ages or births.

use super::ages::is_minor;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use model::{Mention, MentionKind, Span};
use std::sync::LazyLock;

/// Years after which nobody is a minor.
const ADULT: u16 = 18;

/// Words right before a date that make it a date of birth.
static BORN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\bborn:?(?: on| in)?|(?:^|[^\p{L}])b\.|\bdate of birth(?: is| was)?:?|\bbirth ?date:?|\bbirthday (?:is|was)|(?:^|[^\p{L}])D\.? ?O\.? ?B\.?(?: is)?(?: ?[:–—-])?|\bnacid[oa](?: el| en)?|\b(?:nació|nacer) (?:el|en)|\b(?:fecha|año) de nacimiento(?: es)?:?|(?:^|[^\p{L}])(?:f(?:echa|ec)?\.? ?(?:de )?nac\.?|F\.? ?[/.]? ?N\.?):?|\bcumple años el|родил(?:ся|ась)(?: в)?|(?:дат[аы]|год|день) рождения(?: ?[:–—-])?|(?:^|[^\p{L}])(?:д\.? ?р\.?|род\.)(?: ?[:–—-])?|рожд[её]нн\p{L}+(?: в)?|родивш\w+(?: в)?)\s*$",
    )
});

/// Words right after a date that do the same: "12.03.2009 г. р.", "2009 года рождения". The date may have taken the "г.".
static OF_BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:(?:г\.?\s?)?р(?:ожд)?\.?(?:\W|$)|(?:года |г\. )?рождения|\(?(?:date of birth|birth ?date|D\.?O\.?B\.?|fecha de nacimiento)(?:$|[^\p{L}]))",
    )
});

/// A date of birth whose year has two digits: "DOB 03/05/08".
static SHORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^\d./-])(?P<date>\d{1,2}[./-]\d{1,2}[./-](?P<year>\d{2}))(?:$|[^\d./-])")
});

/// Years of two digits from here on are of the century before.
const CENTURY: u16 = 40;

static AGES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:age|edad|años|возраст|полных лет|лет)\b"));

static BIRTHS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:births?|born|dob|nacimiento|nacid[oa]|рождения|г\.\s?р)\b")
});

/// A text without any date is taken to be written no earlier: who was a child in an older one has long come of age.
const UNDATED: &str = "2020";

/// When a text was written: the document's date, or the first that stands in it and is no date of birth.
pub(super) fn written(scenes: &[Scene<'_>]) -> String {
    let known = scenes.first().and_then(|scene| scene.document.date);
    let known = known.map(|date| date.to_string());
    let is_birth = |scene: &Scene<'_>, date: &Mention| {
        let cell = column(scene, &BIRTHS);
        let below = cell.is_some_and(|cell| cell.contains(date.place.span));
        below || birth(scene, date.place.span).is_some()
    };
    let first = || {
        let mut all = scenes.iter().flat_map(|scene| {
            let told = dates(scene).filter(|date| !is_birth(scene, date));
            told.filter_map(|date| date.value.clone())
        });
        all.next()
    };
    known.or_else(first).unwrap_or_else(|| UNDATED.to_owned())
}

/// Where the words that make a date one of birth begin, before or behind it.
fn birth(scene: &Scene<'_>, date: Span) -> Option<usize> {
    // The stops of "b." and "г. р." may have been taken for the end of the sentence.
    let from = scene
        .text
        .ceil_char_boundary(date.start.saturating_sub(LEAD));
    let after: String = scene.text[date.end..].chars().take(24).collect();
    let before = BORN.find(scene.at(Span::new(from, date.start)));
    let before = before.map(|born| from + born.start());
    before.or_else(|| OF_BIRTH.is_match(&after).then_some(date.start))
}

/// How far before a date it is looked for that it is one of birth, in bytes.
const LEAD: usize = 60;

/// How far before those words somebody may stand in the sentence before, in bytes.
const BESIDE: usize = 4;

/// People who were minors when the document was written, by a date of birth beside them, each with that date.
pub(super) fn in_text<'a>(
    scene: &Scene<'a>,
    near: &[&'a Mention],
    written: &str,
) -> Vec<(&'a Mention, Span)> {
    let whole = scene.sentence.span.start;
    let short = SHORT.captures_iter(scene.words()).filter_map(|hit| {
        let (date, year) = hit.name("date").zip(hit.name("year"))?;
        let span = Span::new(whole + date.start(), whole + date.end());
        let year: u16 = year.as_str().parse().ok()?;
        let century = if year < CENTURY { 2000 } else { 1900 };
        Some((span, (century + year).to_string()))
    });
    let full = dates(scene).filter_map(|date| Some((date.place.span, date.value.clone()?)));
    let mut found = Vec::new();
    for (span, born) in full.chain(short) {
        let Some(cue) = birth(scene, span).filter(|_| young(&born, written)) else {
            continue;
        };
        let before = |who: &&Mention| who.place.part == scene.part && who.place.span.end <= cue;
        let nearest = scene.people().filter(before).last();
        let last = near.iter().copied().filter(before);
        let last = last.max_by_key(|who| who.place.span.end);
        let beside = last.filter(|who| who.place.span.end + BESIDE >= cue);
        if let Some(who) = nearest.or(beside).or(scene.speaker) {
            found.push((who, span));
        }
    }
    found
}

/// The cell under a header of births, if whoever was born then is a minor at the document's date.
pub(super) fn in_row(scene: &Scene<'_>, written: &str) -> Option<Span> {
    let cell = column(scene, &BIRTHS)?;
    // An age beside it is the last word.
    if column(scene, &AGES).is_some_and(|age| is_adult(scene.at(age))) {
        return None;
    }
    let date = dates(scene).find(|date| cell.contains(date.place.span))?;
    young(date.value.as_deref()?, written).then_some(cell)
}

/// The cell under a header of ages, if it holds that of a minor.
pub(super) fn age_in_row(scene: &Scene<'_>) -> Option<Span> {
    let cell = column(scene, &AGES)?;
    let age = scene.at(cell).split_whitespace().next()?;
    is_minor(scene, age).then_some(cell)
}

/// Whether a cell of ages holds that of somebody who has come of age.
fn is_adult(age: &str) -> bool {
    let years = age.split_whitespace().next().map(str::parse::<u16>);
    years.is_some_and(|years| years.is_ok_and(|years| (ADULT..120).contains(&years)))
}

/// The row's cell under the first header that fits.
fn column(scene: &Scene<'_>, wanted: &Regex) -> Option<Span> {
    let (header, cells) = scene.row()?;
    let index = header
        .iter()
        .position(|cell| wanted.is_match(scene.at(*cell)))?;
    cells.get(index).copied()
}

fn dates<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Mention> {
    scene
        .mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Date)
}

/// Whether whoever was born on a date had not certainly come of age when a text was written.
fn young(born: &str, written: &str) -> bool {
    let Some((year, rest)) = born.get(..4).zip(born.get(4..)) else {
        return false;
    };
    let Ok(year) = year.parse::<u16>() else {
        return false;
    };
    let adult = format!("{:04}{rest}", year.saturating_add(ADULT));
    let known = adult.len().min(written.len());
    // A day that is known to be past, whatever the missing month or day is, is the only proof of age.
    match adult.get(..known).cmp(&written.get(..known)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => known < "2000-01-01".len(),
        std::cmp::Ordering::Less => false,
    }
}
