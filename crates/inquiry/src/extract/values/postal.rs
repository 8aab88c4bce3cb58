//! Postal addresses: a street with a house number, in the way each language writes it.

use super::{Found, Read};
use crate::extract::needs::Pattern;
use model::MentionKind;
use std::sync::LazyLock;

/// A unit before or after the street: "Flat 3", "apto. 12", "кв. 4".
const UNIT: &str = r"(?i:(?:flat|apartment|apt\.?|unit|suite|room|piso|apto\.?|apartamento|dpto\.?|depto\.?|puerta|кв\.|квартира|оф\.|офис|комн\.)\s?(?:no\.\s?)?\d{1,4}\p{L}?)";

/// English words for streets.
pub(crate) const STREETS: &str = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Square|Terrace|Court|Close|Crescent|Place|Way|Row|Quay|Gardens|Wharf|Alley|Parade|Mews|Grove|Heights";

/// "14 Dock Street", "221B Baker St.".
static ENGLISH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"\b(?:{UNIT},?\s)?\d{{1,5}}[A-Za-z]?,?\s(?:(?:St\.?|Saint|Old|New|[A-Z][\p{{L}}'’-]+)\s){{0,3}}[A-Z][\p{{L}}'’-]+\s(?:{STREETS})\b\.?(?:,?\s{UNIT})?"
    ))
});

/// "calle Obispo 214", "avenida 23 No. 456 entre A y B", "C/ Mayor, n.º 5".
static SPANISH: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?:\b(?i:calle|avenida|avda\.?|av\.|carrera|callejón|calzada|paseo|plaza|carretera|pasaje)|\b[Cc]/)\s?(?:(?i:de|del|la|las|los|el)\s){{0,2}}[\p{{Lu}}\d][\p{{L}}\d'’.-]*(?:\s(?:(?:de|del|la|las|los|y|e)\s){{0,2}}\p{{Lu}}[\p{{L}}'’.-]*){{0,4}},?\s(?:(?i:n[úu]m\.?|n\.?\s?[ºo°]\.?|no\.|nro\.?|número|casa|lote|parcela|#)\s?)?\d{{1,5}}\p{{L}}?\b(?:\s(?:entre|e/)\s[\p{{L}}\d]+\sy\s[\p{{L}}\d]+)?(?:,?\s{UNIT})?"
    ))
});

/// "22 Calle Luz", "14, avenida del Puerto": the number before the street.
static NUMBER_FIRST: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\b\d{1,5}[A-Za-z]?,?\s(?i:calle|avenida|avda\.?|carrera|callejón|calzada|paseo|plaza|carretera|pasaje)\s(?:(?i:de|del|la|las|los|el)\s){0,2}\p{Lu}[\p{L}'’-]+(?:\s(?:(?:de|del|la|las|los|y|e)\s){0,2}\p{Lu}[\p{L}'’-]+){0,3}",
    )
});

/// A plot instead of a street: "manzana 6, solar 11", "Mz. B, lote 4", "bloque 3, apartamento 12".
static PLOT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\b(?i:manzana|mza?\.?|bloque|sector|super ?manzana|etapa|block|blk\.?|plot|stand)\s(?:[A-Z]|\d{1,4})(?:-?[A-Z])?,?\s(?i:solar|lote|lt\.?|villa|casa|apartamento|apto\.?|depto\.?|dpto\.?|house|flat|plot|lot)\s(?:(?i:n[úu]m\.?|n\.?[º°]|no\.|nro\.?|#)\s?)?\d{1,4}\p{L}?\b",
    )
});

/// "мкр Северный, дом 4, кв. 12", "7-й микрорайон, д. 3, квартира 40".
static BLOCK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:(?i:микрорайон[ае]?|мкр\.?|квартал[ае]?|посёл(?:ок|ке)|пос\.|сел[оае]|с\.|дер(?:евн[яе]|\.))\s(?:\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)?|\d{1,3})|\d{1,2}-[йм]\s(?i:микрорайоне?|мкр\.?|квартале?)),?\s(?i:д\.|дом)\s?\d{1,4}\p{L}?\b(?:,?\s(?i:кв\.|квартира)\s?\d{1,4})?",
    )
});

/// "ул. Ленина, д. 5, кв. 12", "проспект Мира, 101", "улице Садовой, дом 3".
static RUSSIAN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?:\b(?i:улиц[аеуы]|проспекте?|переул(?:ок|ке)|шоссе|бульваре?|набережн(?:ая|ой)|площад[ьи]|проезде?|тупике?)|(?i:ул|пр-т|пер|бул|наб|пл)\.?)\s(?:\d{{1,3}}(?:-[яй]|-го|-ти)?\s(?:лет\s)?|имени\s|им\.\s?)?\p{{Lu}}[\p{{L}}-]*(?:\s\p{{L}}[\p{{L}}-]*){{0,2}},?\s(?:(?i:д\.|дом)\s?)?\d{{1,4}}\p{{L}}?\b(?:[/-]\d{{1,3}}\b)?(?:,?\s?(?i:корп\.|корпус|к\.|стр\.|строение)\s?\d+)?(?:,?\s{UNIT})?"
    ))
});

/// Postal addresses in a text, in text order; the value is in small letters with single blanks.
pub(super) fn postal((text, sheet): Read<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = [
        &*ENGLISH,
        &*SPANISH,
        &*NUMBER_FIRST,
        &*PLOT,
        &*RUSSIAN,
        &*BLOCK,
    ]
    .into_iter()
    .filter(|regex| sheet.may(regex))
    .flat_map(|regex| regex.find_iter(text))
    .map(|hit| {
        let words = hit.as_str().split_whitespace();
        let value = words.collect::<Vec<_>>().join(" ").to_lowercase();
        Found::new(hit.start(), hit.end(), MentionKind::Address, Some(value))
    })
    .collect();
    found.sort_by_key(|found| found.span);
    // Where two ways of writing meet, the first stands.
    found.dedup_by(|later, first| later.span.start < first.span.end);
    found
}
