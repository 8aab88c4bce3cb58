//! Minors by their date of birth, and by the columns of a table that hold ages or births.

use super::is_minor;
use crate::alphabet::pattern;
use crate::extract::around::Scene;
use model::{Mention, MentionKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Years after which nobody is a minor.
const ADULT: u16 = 18;

/// Words right before a date that make it a date of birth.
static BORN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\bborn(?: on| in)?|\bdate of birth:?|\bDOB:?|\bnacid[oa](?: el| en)?|\bnació (?:el|en)|\bfecha de nacimiento:?|родил(?:ся|ась)(?: в)?|дата рождения:?|родивш\w+(?: в)?)\s*$",
    )
});

/// Words right after a date that do the same: "12.03.2009 г. р.", "2009 года рождения".
static OF_BIRTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:г\.?\s?р\.?(?:\W|$)|(?:года |г\. )?рождения)"));

static AGES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\W*(?:age|edad|años|возраст|полных лет|лет)\b"));

static BIRTHS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(?:births?|born|dob|nacimiento|nacid[oa]|рождения|г\.\s?р)\b")
});

/// People who were minors when the document was written, by a date of birth beside them, each with that date.
pub(super) fn in_text<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Span)> {
    let mut found = Vec::new();
    for date in dates(scene) {
        let span = date.place.span;
        let before = Span::new(scene.sentence.span.start, span.start);
        // The stops of "г. р." may have been taken for the end of the sentence.
        let after: String = scene.text[span.end..].chars().take(24).collect();
        let told = BORN.is_match(scene.at(before)) || OF_BIRTH.is_match(&after);
        let nearest = scene
            .people()
            .filter(|person| person.place.span.end <= span.start)
            .last();
        let who = nearest.or(scene.speaker);
        if let (true, Some(who), true) = (told, who, young(scene, date)) {
            found.push((who, span));
        }
    }
    found
}

/// The cell under a header of births, if whoever was born then is a minor at the document's date.
pub(super) fn in_row(scene: &Scene<'_>) -> Option<Span> {
    let cell = column(scene, &BIRTHS)?;
    let date = dates(scene).find(|date| cell.contains(date.place.span))?;
    young(scene, date).then_some(cell)
}

/// The cell under a header of ages, if it holds that of a minor.
pub(super) fn age_in_row(scene: &Scene<'_>) -> Option<Span> {
    let cell = column(scene, &AGES)?;
    let age = scene.at(cell).split_whitespace().next()?;
    is_minor(age).then_some(cell)
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

/// Whether whoever was born on a date had not certainly come of age at the document's date.
fn young(scene: &Scene<'_>, born: &Mention) -> bool {
    let (Some(born), Some(today)) = (born.value.as_deref(), scene.document.date) else {
        return false;
    };
    let Some((year, rest)) = born.get(..4).zip(born.get(4..)) else {
        return false;
    };
    let Ok(year) = year.parse::<u16>() else {
        return false;
    };
    let adult = format!("{:04}{rest}", year.saturating_add(ADULT));
    let today = today.to_string();
    let known = adult.len().min(today.len());
    // A day that is known to be past, whatever the missing month or day is, is the only proof of age.
    match adult.get(..known).cmp(&today.get(..known)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => known < "2000-01-01".len(),
        std::cmp::Ordering::Less => false,
    }
}
