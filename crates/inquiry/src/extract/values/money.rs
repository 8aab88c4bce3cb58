//! Amounts of money: value `AMOUNT CURRENCY` with the ISO 4217 code.

use super::amount::{DIGITS, SCALES, in_words, parse, scale, spoken, written};
use super::{Found, Read, all};
use crate::alphabet::{Regex, pattern};
use crate::extract::needs::Pattern;
use model::{Language, MentionKind};
use std::sync::LazyLock;

/// Currency words and signs (as patterns) and their code; "" where the word alone does not tell.
const CURRENCIES: &[(&str, &str)] = &[
    (
        r"(?:US|U\.S\.) dollars?|dollars?|d[óo]lares(?: estadounidenses)?|d[óo]lar|USD|US\$|долл(?:ар(?:ов|а|ы|ам|ами|у)?)?(?: США)?",
        "USD",
    ),
    (r"euros?|евро|EUR", "EUR"),
    (
        r"roubles?|rubles?|rublos?|рубл(?:ей|я|ь|и|ям|ями|ю)|руб\.?|RUB|RUR",
        "RUB",
    ),
    (
        r"pesos cubanos|Cuban pesos|кубинск(?:их|ие) песо|CUP",
        "CUP",
    ),
    (r"pesos convertibles|CUC", "CUC"),
    (r"MLC", "MLC"),
    (r"pesos mexicanos|Mexican pesos|MXN", "MXN"),
    (
        r"pounds sterling|libras esterlinas|фунт(?:ов|а)? стерлингов|GBP",
        "GBP",
    ),
    (r"гривен|гривн(?:ы|а)|hryvnias?|UAH", "UAH"),
    (r"юан(?:ей|я|ь)|yuan|yuanes|CNY", "CNY"),
    (r"pesos?|песо", ""),
];

static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    let names: Vec<&str> = CURRENCIES.iter().map(|(name, _)| *name).collect();
    Pattern::new(format!(
        r"\b(?:(?P<digits>{DIGITS})(?:[ \u{{a0}}]?(?P<scale>{SCALES}))?|(?P<words>{}))[ \u{{a0}}]?(?:(?:de|of) )?(?:(?P<name>(?i:{}))\b|(?P<sign>[$€£₽]))",
        in_words(),
        names.join("|")
    ))
});

static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?P<sign>US\$|[$€£₽]|\b(?:USD|EUR|RUB|CUP|GBP)\b)[ \u{{a0}}]?(?P<digits>{DIGITS})(?:[ \u{{a0}}-]?(?P<scale>{SCALES}|[kKmM]|bn)\b)?"
    ))
});

static EACH: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    CURRENCIES
        .iter()
        .map(|(name, code)| (pattern(&format!("^(?i:{name})$")), *code))
        .collect()
});

/// Amounts in a text.
pub(super) fn money(read: Read<'_>, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    for hit in all(read, &BEFORE) {
        if let (Some(whole), Some(digits), Some(sign)) =
            (hit.get(0), hit.name("digits"), hit.name("sign"))
        {
            let factor = hit.name("scale").map_or(1.0, |word| match word.as_str() {
                "k" | "K" => 1e3,
                "m" | "M" => 1e6,
                "bn" => 1e9,
                word => scale(word),
            });
            let amount = parse(digits.as_str(), language).map(|amount| amount * factor);
            found.push((whole.range(), value(amount, sign_code(sign.as_str()))));
        }
    }
    for hit in all(read, &AFTER) {
        let Some(whole) = hit.get(0) else { continue };
        let amount = if let Some(words) = hit.name("words") {
            spoken(words.as_str()).and_then(|value| value.to_string().parse::<f64>().ok())
        } else {
            let factor = hit.name("scale").map_or(1.0, |word| scale(word.as_str()));
            hit.name("digits")
                .and_then(|digits| parse(digits.as_str(), language))
                .map(|amount| amount * factor)
        };
        let code = match (hit.name("name"), hit.name("sign")) {
            (Some(name), _) => EACH
                .iter()
                .find(|(each, _)| each.is_match(name.as_str()))
                .map_or("", |(_, code)| code),
            (None, Some(sign)) => sign_code(sign.as_str()),
            (None, None) => "",
        };
        found.push((whole.range(), value(amount, code)));
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    found
        .into_iter()
        .map(|(range, value)| Found::new(range.start, range.end, MentionKind::Money, value))
        .collect()
}

fn sign_code(sign: &str) -> &'static str {
    match sign {
        "$" | "US$" | "USD" => "USD",
        "€" | "EUR" => "EUR",
        "£" | "GBP" => "GBP",
        "₽" | "RUB" => "RUB",
        "CUP" => "CUP",
        _ => "",
    }
}

fn value(amount: Option<f64>, code: &str) -> Option<String> {
    (!code.is_empty()).then_some(())?;
    amount.map(|amount| format!("{} {code}", written(amount)))
}
