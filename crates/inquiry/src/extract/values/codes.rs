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
        r"(?P<no>(?i:nos?\.|nro\.?|n[úu]m(?:\.|ero)|number|№|n\.?[º°]|#)\s*|:\s*)?",
        // "Her passport number is ..": what it is stands before a verb.
        r"(?i:(?:is|was|es|era)\s+(?:el\s+)?)?",
        r"(?P<code>[A-ZА-Я]{0,4}[-/ ]?\d[\d*xX]*(?:\.\d{3}|[-/ ]?[\dA-ZА-Я*]+)*)",
    ))
});

/// "№ 1-204/2024", "n.º F 228815", "expediente" missing: a number sign and a long code.
static SIGNED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:№|\b[Nn]o\.|\bNro\.|\b[Nn]\.?[º°])\s*(?P<code>[A-ZА-Я]{0,4}-?\d+(?:[-/]\d+)+|[A-Z]{1,3} ?\d{6,8}\b)",
    )
});

/// A person's paper and, a few words on, a number with letters before it, or any number behind a sign: "passport, which he keeps,
/// AC 4471902", «паспорт его FA 0093381», "la cédula de Ana Ruiz, n.º 0801-1998-04417".
static PAPER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i:\b(?:passports?|visa|id(?: card)?|identity card|seam[ae]n['’]s book|discharge book|birth certificate|driving licen[cs]e|driver['’]?s licen[cs]e|residence permit|work permit",
        r"|pasaportes?|visa|visado|carn[ée]t?|c[ée]dula|documento(?: nacional)?(?: de identidad)?|dni|nie|dui|cui|tarjeta de identidad|libreta(?: de (?:embarque|mar))?|licencia(?: de conducir)?|partida(?: de nacimiento)?|permiso de residencia",
        r"|(?:загран)?паспорт(?:а|у|ом|е)?|виз[аыу]|удостоверени[еяю]|свидетельств(?:о|а|у) о рождении|водительские права|патент(?:а|у|ом)?|книжк[аиу]|внж)\b)",
        r"(?:[^.;:!?\n\d№]{0,60}(?:[.:] )?[^.;:!?\n\d№]{0,30}?[^\p{L}\p{N}.;:!?\n№])??",
        r"(?:(?P<code>\b[A-ZА-Я]{1,3}[- ]?\d{6,9}[A-Z]?)|(?P<small>\b[a-z]{2}\d{6,9})|(?i:nos?\.|nro\.?|n[úu]m(?:\.|ero)|number|номер|№|n\.?[º°]|#)[ :]{0,2}(?P<signed>(?:[A-ZА-Я]{1,3}[- ]?)?\d{2,}(?:[- ]?\d+)*[A-Z]?))\b",
    ))
});

/// The number of an identity card with where it was issued behind it: "C.I. 8841207 LP".
static CARD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"\b(?:C\. ?[IC]\.|CI|CC|D\.N\.I\.|CUI|DUI)(?: (?:n\.?[º°]|[Nn]o\.|N°|№))?:? ?(?P<code>(?:[VEJ]-)?\d{1,3}(?:\.\d{3}){2}(?:-\d)?|\d{6,13}(?:-\d)?)\b",
    )
});

/// A name in a network behind the name of the network: "Instagram: ana.ruiz", «в телеге ruiz88».
static HANDLE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i:\b(?:instagram|insta|ig|telegram|facebook|fb|tiktok|tik tok|snapchat|snap|skype|discord|wechat|vk|viber|line id|инстаграм\w*|инст[ауе]|телеграм\w*|телег[аеу]|тг|вк|вконтакте|скайп\w*|тикток\w*|одноклассник\w*)\b)",
        r"(?i: (?:handle|username|user|account|id|nick(?:name)?|usuario|cuenta|ник(?:нейм)?|аккаунт|страница|логин))?",
        r"(?::|,| —| –|(?i: (?:is|as|under|es|como|era|по|под|она|он)(?: ником| nombre de)?))? ?[«“\x22]?",
        r"(?P<code>[A-Za-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+|\d)[A-Za-z0-9._]*[A-Za-z0-9_])\b",
    ))
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
    found.extend(papers(read));
    found.sort_by_key(|found| found.span);
    found
}

/// Numbers of people's papers that stand apart from the paper's name, or behind its letters.
fn papers(read: Read<'_>) -> Vec<Found> {
    let hits = all(read, &PAPER).chain(all(read, &CARD));
    let codes = hits.filter_map(|hit| {
        let code = ["code", "small", "signed"]
            .iter()
            .find_map(|name| hit.name(name))?;
        let digits = code.as_str().chars().filter(char::is_ascii_digit).count();
        (digits >= 5).then(|| {
            let value = normal(code.as_str());
            Found::new(code.start(), code.end(), MentionKind::Document, value)
        })
    });
    codes.collect()
}

/// E-mail addresses, web addresses and handles.
pub(super) fn addresses((text, sheet): Read<'_>) -> Vec<Found> {
    let hits = sheet.may(&ADDRESS).then(|| ADDRESS.find_iter(text));
    let handles = all((text, sheet), &HANDLE).filter_map(|hit| hit.name("code"));
    let mut found: Vec<Found> = hits
        .into_iter()
        .flatten()
        .chain(handles)
        .map(|hit| {
            let value = Some(hit.as_str().to_lowercase());
            Found::new(hit.start(), hit.end(), MentionKind::Address, value)
        })
        .collect();
    found.sort_by_key(|found| found.span);
    found
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
