//! Document numbers behind their key words, and addresses (e-mail, web, handles).

use super::{Found, Read, all};
use crate::extract::needs::Pattern;
use model::MentionKind;
use std::sync::LazyLock;

/// A key word, an optional "No.", and a code with digits.
static DOCUMENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i:\b(?:passports?|visa|tickets?|case|docket|file|contract|booking|reservation|id card|identity card|flight|reference",
        r"|pasaportes?|visado|billetes?|boletos?|expediente|causa|contrato|reserva|carn[ée](?: de identidad)?|c[ée]dula|documento(?: nacional)? de identidad|dni|nie|curp|vuelo|acta",
        r"|(?:загран)?паспорт(?:а|у|ом|е)?|виз[аыу]|билет(?:а|у|ом|е)?|дел[оау]|договор(?:а|у|ом|е)?|контракт(?:а|у|ом|е)?|протокол(?:а|у)?|удостоверени[еяю]|свидетельств(?:о|а|у)|инн|снилс|рейс(?:а|ом|е)?)\b)",
        r"(?:\s+(?i:de identidad|de ciudadanía|de ciudadania|de extranjería|личности|о рождении|penal|criminal|civil|уголовн\w+|серии|серия))?[\s,:(]{0,3}",
        r"(?P<no>(?i:nos?\.|nro\.?|n[úu]m(?:\.|ero)|number|№|n[º°]|#)\s*|:\s*)?",
        // "Her passport number is ..": what it is stands before a verb.
        r"(?i:(?:is|was|es|era)\s+(?:el\s+)?)?",
        r"(?P<code>[A-ZА-Я]{0,4}[-/ ]?\d[\d*xX]*(?:\.\d{3}|[-/ ]?[\dA-ZА-Я*]+)*)",
    ))
});

/// "№ 1-204/2024", "expediente" missing: a number sign and a long code.
static SIGNED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?:№|\bNo\.|\bNro\.|\bN[º°])\s*(?P<code>[A-ZА-Я]{0,4}-?\d+(?:[-/]\d+)+)")
});

static ADDRESS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
        r"|\b(?:https?://|www\.|t\.me/|wa\.me/)[^\s<>«»\u{201c}\u{201d}]+[^\s<>«»\u{201c}\u{201d}.,;:!?)\]'\u{2019}]",
        r"|@[A-Za-z_][A-Za-z0-9_.]{2,31}\b",
    ))
});

/// Document numbers in a text; the span is the code alone.
pub(super) fn documents(read: Read<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = all(read, &DOCUMENT)
        .chain(all(read, &SIGNED))
        .filter_map(|hit| {
            let code = hit.name("code")?;
            let mut end = code.end();
            let mut trimmed = code.as_str().trim_end();
            // Without "No." a long code of its own shape is asked for: "passport 2023" is no number.
            let digits = trimmed.chars().filter(char::is_ascii_digit).count();
            let signed = hit.name("no").is_some() || trimmed.contains('/');
            let lettered = trimmed.chars().any(char::is_alphabetic);
            if digits < 3 || !signed && digits < 6 && !lettered {
                return None;
            }
            // A following capital word ("No. 1234 A la una") is not part of the code.
            while let Some((head, tail)) = trimmed.rsplit_once(' ') {
                if tail.chars().any(|c| c.is_ascii_digit()) {
                    break;
                }
                trimmed = head;
            }
            end = end.min(code.start() + trimmed.len());
            Some(Found::new(
                code.start(),
                end,
                MentionKind::Document,
                normal(trimmed),
            ))
        })
        .collect();
    found.sort_by_key(|found| found.span);
    found
}

/// E-mail addresses, web addresses and handles.
pub(super) fn addresses((text, sheet): Read<'_>) -> Vec<Found> {
    let hits = sheet.may(&ADDRESS).then(|| ADDRESS.find_iter(text));
    hits.into_iter()
        .flatten()
        .map(|hit| {
            Found::new(
                hit.start(),
                hit.end(),
                MentionKind::Address,
                Some(hit.as_str().to_lowercase()),
            )
        })
        .collect()
}

/// A code in capitals without blanks; `None` where digits are hidden.
pub(super) fn normal(code: &str) -> Option<String> {
    let hidden = code.contains('*') || code.to_lowercase().contains("xx");
    (!hidden).then(|| {
        code.chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_uppercase)
            .collect()
    })
}
