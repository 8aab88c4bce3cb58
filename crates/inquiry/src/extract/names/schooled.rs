//! Schools that are named after people: their names are those of bodies.

use super::Ruled;
use crate::alphabet::{Regex, pattern};
use crate::schools::{School, schools};
use model::{MentionKind, Span};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The kind of school before a name, with what may stand between.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^\p{Lu}]*(?:(?-i:Unidad Educativa|Instituci[óo]n Educativa|Escuela|Colegio|Liceo|Instituto|Academia|Школ\p{L}*|Гимнази\p{L}*|Лице\p{L}*|Училищ\p{L}*|Колледж\p{L}*) ?)?(?:[\p{Ll}.]+ |(?-i:San|Santa|Santo) |[«“\x22№])*$",
    )
});

/// The kind of school behind a name.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^ ?(?:(?:primary|secondary|high|middle|elementary|grammar|village|boarding|junior|technical|memorial) ?)*(?:school|academy|lyceum|gymnasium|college|kindergarten|nursery|prep|preparatory|comprehensive|montessori|infants|juniors|sixth form)?$|^ (?:школ|гимнази|лице|интернат|колледж|училищ)\p{L}*",
    )
});

/// What shows that the name behind "at school" is that of whom the sentence is about.
static PERSON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:,? \(?(?:de |aged )?\d{1,2}\b|,? (?:de )?\p{L}+ años|, (?:who|que|quien|alumn|estudiante)| (?:dijo|contó|declaró|relató|conoció|vio|vivía|vive|tiene|tenía|supo|le|se|me|la conoc))",
    )
});

/// Makes those people bodies whose names are only those of schools.
pub(super) fn corrected(text: &str, found: &mut Vec<Ruled>) {
    let schools: Vec<Span> = schools(text)
        .into_iter()
        .filter(|school| school.sure && !PERSON.is_match(&text[school.span.end..]))
        .map(|School { span, .. }| span)
        .collect();
    if schools.is_empty() {
        return;
    }
    let holds = |span: Span| schools.iter().find(|school| school.contains(span));
    // Who is named outside too is somebody.
    let outside: BTreeSet<String> = found
        .iter()
        .filter(|ruled| ruled.found.kind == MentionKind::Person)
        .filter(|ruled| holds(ruled.found.span).is_none())
        .filter_map(|ruled| ruled.found.span.of(text).map(str::to_owned))
        .collect();
    let named_after = |ruled: &Ruled| -> Option<Span> {
        let own = ruled.found.span;
        let school = *holds(own).filter(|_| ruled.found.kind == MentionKind::Person)?;
        let before = text.get(school.start..own.start)?;
        let behind = text.get(own.end..school.end)?;
        let whole = BEFORE.is_match(before) && behind.trim_end_matches(['»', '”', '"']).is_empty();
        let led = before.is_empty() && BEHIND.is_match(behind);
        let alone = !outside.contains(own.of(text)?);
        ((whole || led) && alone).then_some(school)
    };
    let bodies: BTreeSet<Span> = found.iter().filter_map(named_after).collect();
    for school in bodies {
        let mut rest = found
            .iter_mut()
            .filter(|ruled| ruled.found.span.overlaps(school));
        if let Some(first) = rest.next() {
            first.found.span = school;
            first.found.kind = MentionKind::Organisation;
            first.found.value = None;
        }
        let mut seen = false;
        found.retain(|ruled| {
            let inside = ruled.found.span.overlaps(school);
            let again = inside && std::mem::replace(&mut seen, true);
            !again
        });
    }
}
