//! Telephone numbers. A value (E.164) is given only where the number is whole and says its country.

use super::{Found, Read};
use crate::alphabet::{Regex, pattern};
use crate::extract::needs::Pattern;
use model::{Language, MentionKind};
use std::sync::LazyLock;

/// Anything that could be a number: digits in groups, digits hidden by x or *, the letter O typed for zero.
static CANDIDATE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?:\+\d{1,3}\n|\+[ ]?|\b)?\(?\d[\dxXхХ*OО]*\)?(?:[ \u{a0}.\u{2013}-]{0,2}\(?[\dxXхХ*OО]+\)?){1,8}",
    )
});

/// Words that announce a number.
static ANNOUNCED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)\b(?:phones?|telephones?|tel|cell|mobile|number|numbers|whatsapp|telegram|signal|viber|call(?:ed|s)?|fax|line|sim|threat\w*|messages?|texts?|texted|rang|rung|phoned|dial\w*|(?:reach|contact|text|ring|message) (?:me|us|him|her|them)|be (?:reached|contacted|called)",
        r"|tel[ée]fonos?|m[óo]vil|celular|cel|wasap|n[úu]meros?|llam[aeóé]\w*|marc[aeóé]\w*|l[íi]nea|fijo|ubic\w+|contact\w+|amenaz\w*|mensajes?|escrib\w*",
        r"|тел|телефон\w*|номер\w*|звон\w*|позвон\w*|мобильн\w+|ватсап\w*|вотсап\w*|симк\w*|связ\w+|пиш\w+|угро\w*|писа\w*|написа\w*|сообщени\w*)\b[^\d+]{0,24}$",
    ))
});

/// Words for a telephone right before: whatever number follows is that telephone's, of any shape.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:tele)?phone|mobile|cell|whatsapp|tel[ée]fono|celular|m[óo]vil|телефон|мобильный|ватсап)(?: (?:number|fijo|móvil|celular))?(?:,? (?:is|was|es|era)|:| —| –)? $",
    )
});

static DATE_SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2})|(?:19|20)\d{2}\s?[-\u{2013}]\s?(?:19|20)?\d{2})\b",
    )
});

/// Telephone numbers in a text.
pub(super) fn phones((text, sheet): Read<'_>, language: Language) -> Vec<Found> {
    let mut found = Vec::new();
    if !sheet.may(&CANDIDATE) {
        return found;
    }
    // Where the last number ends, and how it is grouped.
    let mut last: Option<(usize, Vec<usize>)> = None;
    for hit in CANDIDATE.find_iter(text) {
        let raw = hit
            .as_str()
            .trim_end_matches([' ', '(', '-', '.', '\u{a0}', '\u{2013}']);
        let plus = raw.starts_with('+');
        let before = text[..hit.start()].chars().next_back();
        let named = || NAMED.is_match(tail(&text[..hit.start()], 48));
        if before.is_some_and(|c| c.is_alphanumeric() || "/.,:$€#№".contains(c))
            || DATE_SHAPE.is_match(raw) && !named()
        {
            continue;
        }
        let places = raw.chars().filter(|c| is_place(*c)).count();
        let digits = raw.chars().filter(char::is_ascii_digit).count();
        let announced = || ANNOUNCED.is_match(tail(&text[..hit.start()], 64));
        let russian = language == Language::Ru && places == 11 && starts_russian(raw);
        let international = raw.starts_with("00") && places >= 11;
        // No quantity begins with nought and has ten digits.
        let national = raw.starts_with('0') && (10..=11).contains(&places) && raw.contains(' ');
        let cuban_out = raw.starts_with("119") && places >= 11;
        let alike = || {
            let gap = |end: usize| text.get(end..hit.start()).unwrap_or_default();
            let last = last.as_ref().filter(|(_, sizes)| *sizes == groups(raw));
            last.is_some_and(|(end, sizes)| sizes.len() > 1 && goes_on(gap(*end)))
        };
        let sound = if plus {
            (7..=15).contains(&places) && digits >= 4
        } else {
            (6..=15).contains(&places)
                && digits >= 4
                && (russian
                    || national
                    || international && grouped(raw)
                    || cuban_out
                    || announced()
                    || alike()
                    || is_dialled(raw) && !COUNTED.is_match(tail(&text[..hit.start()], 64)))
        };
        if sound && (places >= 9 && announced() || !thousands(raw, plus) || named()) {
            last = Some((hit.start() + raw.len(), groups(raw)));
            found.push(Found::new(
                hit.start(),
                hit.start() + raw.len(),
                MentionKind::Phone,
                normal(raw, language),
            ));
        }
    }
    found
}

/// How many characters each group of a number has.
fn groups(raw: &str) -> Vec<usize> {
    let pieces = raw.split([' ', '\u{a0}', '-', '.']);
    pieces.map(|piece| piece.chars().count()).collect()
}

/// Whether a second number may be given behind a first: "my number is 5512 0844 and her mother's 4410 5598".
fn goes_on(gap: &str) -> bool {
    let far = gap.chars().count() > 32;
    !far && !gap.contains(['\n', '.', ';', '$', '€']) && !gap.contains(|c: char| c.is_ascii_digit())
}

/// What before a number says that it is no telephone's.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:accounts?|iban|imei|imsi|isbn|issn|case|file|ref|reference|card|code|invoice|order|vat|tax|passports?|serial|plate|cuenta|clabe|cbu|tarjeta|c[óo]digo|expediente|causa|factura|serie|c[ée]dula|nit|ruc|cuit|pasaporte|сч[её]т\p{L}*|карт\p{L}+|инн|огрн|снилс|кпп|бик|код\p{L}*|дел[оау]|паспорт\p{L}*|сери\p{L}+|кадастров\p{L}+)(?:$|[^\p{L}][^.;\n]{0,24}$)",
    )
});

/// Whether digits are grouped as no quantity, date or score is: three groups or more, of two to four digits but for the first,
/// some of another size than three, or with a nought before all.
fn is_dialled(raw: &str) -> bool {
    let apart = |c: char| matches!(c, ' ' | '\u{a0}' | '-');
    if !raw.chars().all(|c| c.is_ascii_digit() || apart(c)) {
        return false;
    }
    let groups = groups(raw);
    let places: usize = groups.iter().sum();
    let further = groups.get(1..).unwrap_or_default();
    let sized = further.iter().all(|size| (2..=4).contains(size));
    let uneven = further.iter().any(|size| *size != 3) || raw.starts_with('0');
    let long = groups.iter().any(|size| *size >= 3);
    let first = groups.first().is_some_and(|size| *size <= 4);
    groups.len() >= 3 && (8..=13).contains(&places) && sized && uneven && long && first
}

/// E.164 of a number that names its country and is whole; `None` otherwise.
pub(super) fn normal(raw: &str, language: Language) -> Option<String> {
    let raw = raw.trim();
    if raw.chars().any(|c| is_place(c) && !c.is_ascii_digit()) {
        return None;
    }
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    let whole = if raw.starts_with('+') {
        digits
    } else if let Some(rest) = digits
        .strip_prefix("810")
        .filter(|_| language == Language::Ru)
    {
        rest.to_owned()
    } else if let Some(rest) = digits.strip_prefix("00") {
        rest.to_owned()
    } else if let Some(rest) = digits.strip_prefix("119").filter(|rest| rest.len() >= 10) {
        rest.to_owned()
    } else if language == Language::Ru && digits.len() == 11 && starts_russian(&digits) {
        format!("7{}", &digits[1..])
    } else if language == Language::Ru && digits.len() == 10 && digits.starts_with('9') {
        format!("7{digits}")
    } else {
        return None;
    };
    is_whole(&whole).then(|| format!("+{whole}"))
}

/// Lengths of the numbering plans met most; anywhere else E.164's own bounds (ITU-T E.164, 15 digits).
fn is_whole(digits: &str) -> bool {
    let plans: [(&str, usize); 6] = [
        ("7", 11),
        ("1", 11),
        ("53", 10),
        ("34", 11),
        ("380", 12),
        ("375", 12),
    ];
    match plans.iter().find(|(code, _)| digits.starts_with(code)) {
        Some((_, length)) => digits.len() == *length,
        None => (8..=15).contains(&digits.len()),
    }
}

/// Whether the character stands for a digit, shown or hidden.
fn is_place(c: char) -> bool {
    c.is_ascii_digit() || "xXхХ*OО".contains(c)
}

/// `8 (9..` or `8-9..`: a Russian mobile number as dialled at home; `8 (495)` too.
fn starts_russian(raw: &str) -> bool {
    let mut digits = raw.chars().filter(|c| is_place(*c));
    digits.next() == Some('8') && digits.next().is_some_and(|c| "9348".contains(c))
}

fn grouped(raw: &str) -> bool {
    raw.contains([' ', '-', '(', '.']) || raw.len() <= 16
}

/// `20 000` or `1.250.000`: an amount, not a number to call.
fn thousands(raw: &str, plus: bool) -> bool {
    let mut groups = raw.split([' ', '.', '\u{a0}']);
    let first = groups.next().unwrap_or_default();
    let mut rest = 0;
    let all = groups.all(|group| {
        rest += 1;
        group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit())
    });
    !plus && rest > 0 && all && first.len() <= 3
}

/// The last `most` bytes of a text, from a character boundary.
fn tail(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}
