//! Telephone numbers as people and operators write them, to E.164 (ITU-T E.164) where they can be told.
//!
//! A wrong number accuses a stranger, so a number that reads two ways is left as it stands and the
//! reason is given. Validity is Google's libphonenumber data; what surrounds it guards against the
//! readings in which that library guesses: hidden digits, foreign dialling prefixes, letters.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};

/// Longest number E.164 allows, in digits.
const LONGEST: usize = 15;
/// Fewer digits than this are a short code or an identifier, not a subscriber's number.
const SHORTEST: usize = 7;
/// Longer texts are not looked at: no notation of a number needs them (bytes).
const TOO_LONG: usize = 80;

/// What a text says about a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// E.164 with `+`.
    Known(String),
    /// The record hides digits (`+5355xxx12`) or the whole number (`desconocido`); never completed.
    Masked,
    /// Meant as a number but not to be told without guessing; why.
    Unclear(String),
    /// A short code, a service name, an identifier: anything but a subscriber's number.
    NotANumber,
}

/// Reads a telephone number as written, as if dialled or noted down in `region` (ISO 3166 alpha-2).
///
/// Without a region only numbers with `+` can be told. An extension is left out of the result.
pub fn e164(raw: &str, region: Option<&str>) -> Number {
    let text = raw.trim();
    if text.len() > TOO_LONG {
        return Number::NotANumber;
    }
    if is_withheld(text) {
        return Number::Masked;
    }
    match strip(text) {
        Stripped::Digits { plus, digits } => digits_to_number(plus, &digits, region),
        Stripped::Masked => Number::Masked,
        Stripped::Rounded => unclear("a spreadsheet rounded it, digits are lost"),
        Stripped::LetterO => unclear("a letter stands where a digit belongs (O for 0)"),
        Stripped::Other => Number::NotANumber,
    }
}

/// The region of a number in E.164, ISO 3166 alpha-2; `+7 7` is Kazakhstan, the rest of `+7` Russia.
pub fn region_of(number: &str) -> Option<String> {
    let parsed = PHONE_NUMBER_UTIL.parse(number, None).ok()?;
    let region = PHONE_NUMBER_UTIL.get_region_for_number(&parsed)?;
    Some(region.to_string())
}

/// Whether clew can read national numbers of this region.
pub fn knows_region(region: &str) -> bool {
    region.parse::<Region>().is_ok_and(|region| {
        PHONE_NUMBER_UTIL
            .get_country_code_for_region(region)
            .is_some()
    })
}

/// Whether the record says that the number was withheld: many callers, never one.
fn is_withheld(text: &str) -> bool {
    let folded = super::words::fold(text);
    [
        "unknown",
        "anonymous",
        "private",
        "private number",
        "withheld",
        "restricted",
        "hidden",
        "no caller id",
        "desconocido",
        "numero desconocido",
        "privado",
        "numero privado",
        "oculto",
        "numero oculto",
        "anonimo",
        "sin identificar",
        "no identificado",
        "неизвестен",
        "неизвестный",
        "неизвестно",
        "скрыт",
        "скрытый",
        "номер скрыт",
        "скрытый номер",
        "аноним",
        "анонимный",
        "анонимный номер",
        "не определен",
        "номер не определен",
        "не установлен",
    ]
    .contains(&folded.as_str())
}

fn unclear(why: &str) -> Number {
    Number::Unclear(why.to_owned())
}

/// What is left of a notation once brackets, dashes and extensions are gone.
enum Stripped {
    Digits { plus: bool, digits: String },
    Masked,
    Rounded,
    LetterO,
    Other,
}

fn strip(text: &str) -> Stripped {
    let text = without_label(text);
    if is_rounded(text) {
        return Stripped::Rounded;
    }
    let text = without_extension(text);
    let mut seen = Seen::default();
    for letter in text.chars() {
        if !seen.take(letter) {
            return Stripped::Other;
        }
    }
    seen.result(text)
}

/// Tallies the characters of one notation.
#[derive(Default)]
struct Seen {
    plus: bool,
    digits: String,
    masks: usize,
    os: usize,
}

impl Seen {
    /// Takes one character; `false` if no notation of a number has it there.
    fn take(&mut self, letter: char) -> bool {
        match letter {
            '+' | '\u{ff0b}' => {
                let first = !self.plus && self.digits.is_empty() && self.masks == 0;
                self.plus = true;
                return first;
            }
            'x' | 'X' | 'х' | 'Х' | '*' | '•' | '●' | '#' | '?' | '…' | '_' => {
                self.masks += 1;
            }
            'o' | 'O' | 'о' | 'О' => self.os += 1,
            ' '
            | '\t'
            | '\u{a0}'
            | '\u{2007}'
            | '\u{2009}'
            | '\u{202f}'
            | '('
            | ')'
            | '['
            | ']'
            | '-'
            | '.'
            | '/'
            | '~'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            _ => match digit(letter) {
                Some(digit) => self.digits.push(digit),
                None => return false,
            },
        }
        true
    }

    fn result(self, text: &str) -> Stripped {
        let service = text.starts_with(['*', '#']) && text.ends_with('#');
        let only_marks = self.digits.is_empty();
        if service && !only_marks {
            return Stripped::Other;
        }
        if self.masks > 0 && self.os == 0 {
            let hidden = self.masks >= 2 || self.digits.len() + self.masks >= SHORTEST;
            return if hidden && !text.chars().all(|c| matches!(c, '?' | '…' | '_')) {
                Stripped::Masked
            } else {
                Stripped::Other
            };
        }
        match (self.os, self.masks) {
            (0, 0) if !only_marks => Stripped::Digits {
                plus: self.plus,
                digits: self.digits,
            },
            (1.., 0) if self.digits.len() + self.os >= SHORTEST && self.digits.len() > self.os => {
                Stripped::LetterO
            }
            _ => Stripped::Other,
        }
    }
}

/// The ASCII digit for a decimal digit of the scripts operators export in.
fn digit(letter: char) -> Option<char> {
    let base = match letter {
        '0'..='9' => return Some(letter),
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return None,
    };
    char::from_digit(u32::from(letter) - base, 10)
}

/// Drops `tel:` and the apostrophe that keeps spreadsheets from counting.
fn without_label(text: &str) -> &str {
    let text = text.strip_prefix('\'').unwrap_or(text);
    let colon = text.find(':').filter(|&at| {
        let label = text[..at].trim().to_lowercase();
        [
            "tel",
            "тел",
            "phone",
            "tfno",
            "teléfono",
            "телефон",
            "whatsapp",
        ]
        .contains(&label.trim_end_matches('.'))
    });
    colon.map_or(text, |at| text[at + 1..].trim())
}

/// `5.35E+09`: what a spreadsheet shows of a long number.
fn is_rounded(text: &str) -> bool {
    let Some(at) = text.find(['E', 'e', 'Е', 'е']) else {
        return false;
    };
    let (mantissa, exponent) = text.split_at(at);
    let exponent = exponent
        .trim_start_matches(['E', 'e', 'Е', 'е'])
        .trim_start_matches('+');
    let counts = |text: &str, more: &[char]| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || more.contains(&c))
    };
    counts(mantissa, &['.', ',']) && counts(exponent, &[])
}

/// Drops an extension: `ext. 12`, `доб. 12`, ` x12`, `;ext=12`.
fn without_extension(text: &str) -> &str {
    let last_digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if last_digits == 0 || last_digits > 6 {
        return text;
    }
    let head = text[..text.len() - last_digits].trim_end_matches([' ', '.', ':', '=', '\u{a0}']);
    let words = [
        "доб",
        "добавочный",
        "ext",
        "extension",
        "extensión",
        "anexo",
        "interno",
        "int",
        "вн",
        " x",
        " х",
    ];
    for word in words {
        let cut = head
            .len()
            .checked_sub(word.len())
            .filter(|&cut| head.is_char_boundary(cut));
        if let Some(cut) = cut.filter(|&cut| head[cut..].to_lowercase() == word) {
            let number = head[..cut].trim_end_matches([' ', ',', ';', '(', '.']);
            if number.chars().filter(char::is_ascii_digit).count() >= SHORTEST {
                return number;
            }
        }
    }
    text
}

fn digits_to_number(plus: bool, digits: &str, region: Option<&str>) -> Number {
    let known = region.and_then(|region| region.parse::<Region>().ok());
    match (plus, known) {
        (true, _) => international(digits),
        (false, _) if digits.len() < SHORTEST => Number::NotANumber,
        (false, Some(region)) => dialled(digits, region),
        (false, None) => unclear("no + and no region to read it in"),
    }
}

/// A number with `+`: the country code is written, nothing is guessed.
fn international(digits: &str) -> Number {
    if digits.len() < SHORTEST {
        return unclear("too short for a number with a country code");
    }
    if digits.len() > LONGEST {
        return unclear("more digits than a number can have");
    }
    let Ok(parsed) = PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None) else {
        return unclear("no country has this code");
    };
    let number = written(&parsed);
    // A new series may be missing from the tables, so the right length is enough where nothing was dropped.
    let whole = number[1..] == *digits;
    if is_valid(&parsed) || (whole && PHONE_NUMBER_UTIL.is_possible_number(&parsed)) {
        Number::Known(number)
    } else {
        unclear("no number of that country has this length")
    }
}

/// A number without `+`, as dialled in `region`.
fn dialled(digits: &str, region: Region) -> Number {
    if digits.starts_with("00") && !dials_abroad_with_00(region) {
        return Number::Unclear(format!(
            "begins with 00, which is not how {region} dials abroad{}",
            prefix_of(region)
        ));
    }
    let national = PHONE_NUMBER_UTIL.parse(digits, Some(region)).ok();
    if let Some(national) = national.as_ref().filter(|number| is_valid(number)) {
        return Number::Known(written(national));
    }
    let abroad = (!digits.starts_with('0') && (10..=LONGEST).contains(&digits.len()))
        .then(|| PHONE_NUMBER_UTIL.parse(format!("+{digits}"), None).ok())
        .flatten()
        .filter(is_valid);
    let possible = national
        .as_ref()
        .is_some_and(|number| PHONE_NUMBER_UTIL.is_possible_number(number));
    match (abroad, possible) {
        (Some(abroad), false) => Number::Known(written(&abroad)),
        (Some(abroad), true) => Number::Unclear(format!(
            "without + it may be a number of {region} or {}",
            written(&abroad)
        )),
        (None, true) => Number::Unclear(format!("no series of {region} has it")),
        (None, false) if digits.len() < 10 => Number::Unclear(format!(
            "too short for {region}, the area code may be missing"
        )),
        (None, false) => Number::Unclear(format!("does not fit the numbers of {region}")),
    }
}

fn is_valid(number: &PhoneNumber) -> bool {
    PHONE_NUMBER_UTIL.is_valid_number(number)
}

fn written(number: &PhoneNumber) -> String {
    PHONE_NUMBER_UTIL
        .format(number, PhoneNumberFormat::E164)
        .into_owned()
}

/// Whether somebody in `region` reaches other countries by dialling `00`: tried on a number that exists elsewhere.
fn dials_abroad_with_00(region: Region) -> bool {
    PHONE_NUMBER_UTIL
        .parse("00442079460018", Some(region))
        .is_ok_and(|number| number.country_code == 44)
}

/// What somebody in `region` dials instead, for the regions clew's users meet most.
fn prefix_of(region: Region) -> &'static str {
    match region.to_string().as_str() {
        "CU" => " (119)",
        "RU" | "KZ" => " (810)",
        "US" | "CA" | "DO" | "PR" => " (011)",
        _ => "",
    }
}
