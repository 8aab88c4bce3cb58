//! People of whom a text gives no more than initials: "the mother of T., G.M., said", "L.M., 15", «потерпевшая А.К.».
//!
//! Whose name is kept back is to be protected. Initials of a state or a firm are none, nor are those beside a surname.

use super::super::predicate;
use crate::alphabet::{Regex, pattern};
use crate::extract::needs::Pattern;
use crate::extract::roles::cues::KIN;
use model::Span;
use std::sync::LazyLock;

static INITIALS: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(r"\p{Lu}\.[ \u{a0}]?\p{Lu}\.(?:[ \u{a0}]?\p{Lu}\.){0,2}"));

/// Letters that stand for a state, a body, a time or a firm, in small letters without stops.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "us", "usa", "uk", "un", "eu", "dc", "ny", "nyc", "sa", "sl", "cv", "ac", "df", "eeuu", "am", "pm", "ad", "bc", "po", "md", "ps", "ss",
    "uae", "la", "llc", "ltd", "srl", "rr", "ff", "aa", "hh", "onu", "ue", "рф", "сша", "ссср", "оон", "ес", "ип", "оао", "нэ", "мвд", "фсб",
];

/// What before initials says that they are somebody's.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    const PEOPLE: &str = r"girls?|boys?|woman|man|teenager|child|youth|victims?|survivors?|witness|complainant|student|pupil|minor|friend|neighbour|joven|niñ[oa]|mujer|hombre|chic[oa]|adolescente|menor|víctimas?|testigo|denunciante|estudiante|alumn[oa]|amig[oa]|девушк\p{L}|девочк\p{L}|женщин\p{L}|мальчик\p{L}*|подрост\p{L}+|потерпевш\p{L}+|жертв\p{L}|свидетел\p{L}+|школьни\p{L}+|студентк\p{L}|несовершеннолетн\p{L}+|гражданк\p{L}|гражданин\p{L}*|подруг\p{L}";
    const HARMS: &str = r"(?:recruit|traffick|sold|sell|rap|rescu|abduct|kidnap|lur|exploit|groom)\p{L}*|(?:capt|vend|reclut|explot|secuestr|rescat|viol|engañ)\p{L}+ a|(?:fue|había sido|habría sido) (?:capt|vend|reclut|explot|secuestr|rescat|viol|engañ|conduc|llev|traslad|entreg|ofrec|somet|encerr|reten)\p{L}+|(?:завербова|вербова|прода|похити|эксплуатир|спас|освобод|изнасил|удержив)\p{L}*";
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:{PEOPLE}|{KIN})(?: (?:of|to|de|del) (?:(?:la|el|the) )?[^,.;:]{{1,40}}| (?-i:\p{{Lu}})[\p{{L}}-]+(?: (?-i:\p{{Lu}})[\p{{L}}-]+)?)?(?: (?:named|called|identified (?:only )?as|known as|llamad[oa]|identificad[oa] como|по имени))?,?|\d{{1,2}}-(?:year-old|летн\p{{L}}+)|{HARMS}) $"
    ))
});

/// What behind them does: an age.
static AGED: LazyLock<Regex> = LazyLock::new(|| {
    const YEARS: &str = r"\d{1,2}|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|once|doce|trece|catorce|quince|diecis[ée]is|diecisiete|dieciocho|diecinueve|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцати|двадцати";
    pattern(&format!(
        r"^(?:, ?| \()(?:(?:\p{{Ll}}+,? ){{0,2}}(?:aged|de|edad de|edad|then|now|entonces|тогда|тогдашних) )?(?:{YEARS})(?:[,.)]|[ -]years?| años| лет| года?)"
    ))
});

/// Where a sentence names people by initials alone; `base` is where it begins.
pub(super) fn people(text: &str, base: usize) -> Vec<Span> {
    let alone = |hit: &crate::alphabet::Match<'_>| {
        let (before, behind) = (&text[..hit.start()], &text[hit.end()..]);
        let letters: String = hit
            .as_str()
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        let glued = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-'));
        let before_name = behind
            .strip_prefix(' ')
            .is_some_and(|next| next.starts_with(char::is_uppercase));
        if OTHERS.contains(&letters.as_str()) || glued || before_name {
            return false;
        }
        let introduced = BEFORE.is_match(before);
        let last = before
            .strip_suffix(' ')
            .and_then(|it| it.rsplit(' ').next());
        // «Потерпевшая А.К.» begins a sentence, «Иванов А. К.» is a name.
        let after_name = last.is_some_and(|word| {
            word.starts_with(char::is_uppercase) && word.ends_with(char::is_lowercase)
        });
        let told = AGED.is_match(behind) || predicate::follows(behind);
        introduced || told && !after_name
    };
    INITIALS
        .find_iter(text)
        .filter(alone)
        .map(|hit| Span::new(base + hit.start(), base + hit.end()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::people;

    fn found(text: &str) -> Vec<&str> {
        let all = people(text, 0).into_iter();
        all.filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn initials_name_people() {
        for (text, name) in [
            ("The mother of Torres, G.M., wept.", "G.M."),
            ("La madre de Torres, G.M., denunció el caso.", "G.M."),
            ("The girl, L. K., 15, was found.", "L. K."),
            ("B.R. was sold in May.", "B.R."),
            ("Потерпевшая А.К. рассказала об этом.", "А.К."),
            ("He recruited T.W. in May.", "T.W."),
            ("Pell met a pupil (T.J., then 15) online.", "T.J."),
            ("Allí fue llevada Q.R.S.M., de dieciséis años.", "Q.R.S.M."),
            ("Там жила Д.Л., тогда пятнадцати лет.", "Д.Л."),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
    }

    #[test]
    fn initials_of_others_and_beside_names_are_no_people() {
        for text in [
            "The U.S. was asked.",
            "J. R. Tolan was sold.",
            "Иванов А. К. рассказал об этом.",
            "А. К. Иванов рассказал об этом.",
            "Transportes Soto, S.A., quebró.",
            "at 5 a.m. she left",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
