//! Where a text names a school, in three languages: by its kind before or behind the name, or by who learns there.

use crate::alphabet::{Regex, pattern};
use model::Span;
use std::sync::LazyLock;

/// A school that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct School {
    /// Its name with the words for its kind; in bytes of the text.
    pub span: Span,
    /// Whether its own words say that it is a school, not only those around it.
    pub sure: bool,
}

/// Russian numbers in words.
const TENS: &str = r"(?:сто|двести|триста|четыреста|пятьсот|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто)";
const UNIT: &str = r"один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|\p{L}+надцать";
const ORDINAL: &str = r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\p{L}+надцат|двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|сот)(?:ая|ой|ую|ый|ого|ому|ым|ом|ий|ья|ью|ьей|ьего|ьем)";

/// Names that hold the word for the kind of school.
static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    let kinds =
        r"(?i:primary|secondary|high|middle|elementary|grammar|village|boarding|junior|technical)";
    let en = format!(
        r"(?:\p{{Lu}}[\p{{L}}’'.-]*[ \u{{a0}}]){{1,6}}(?:{kinds} )*(?:School|school|Academy|Lyceum|Gymnasium|College|Kindergarten|Nursery)\b|(?:\p{{Lu}}[\p{{L}}’'.-]*[ \u{{a0}}]){{1,4}}(?:Grammar|Elementary|Primary|Secondary|Middle|High|Prep|Preparatory|Comprehensive|Montessori|Infants|Juniors|Sixth Form)\b|(?:{kinds} )?(?i:school),? (?i:no\.?|number|nr\.?|#|№) ?\d+"
    );
    let es = r#"(?i:escuela|escuelita|colegio|liceo|secundaria|preuniversitario|politécnico|preparatoria|internado|academia|preescolar|guardería|jard[íi]n infantil|jard[íi]n de infantes|unidad educativa|institución educativa|instituto|centro (?:preuniversitario|politécnico|tecnológico|escolar|educativo|de educación \p{L}+))(?: (?i:primaria|secundaria|preuniversitario|politécnico|tecnológico|b[áa]sica|urbana|rural|especial|t[ée]cnic[ao]|media|superior|vocacional|preuniversitari[oa]|militar|de oficios|p[úu]blic[ao]|privad[ao]|fiscal|particular|llamad[oa]|de nombre))*,? ?[«“"]?(?:(?:(?:de|del|la|el|los|las) ){0,2}\p{Lu}[\p{L}.’'-]*|(?i:n[ºo°]\.?|n[úu]mero|núm\.) ?\d+|\d+)(?: (?:(?:de|del|la|las|los|y) ){0,2}\p{Lu}[\p{L}’'-]*){0,4}[»”"]?"#;
    let kinds = r"(?i:(?:школ|гимнази|интернат|колледж|училищ|детсад)\p{L}{0,3}|лице(?:й|я|ю|ем|е|и)|детск\p{L}{2,3} сад\p{L}{0,2}|кадетск\p{L}{2,3} корпус\p{L}{0,2})(?:[ -](?i:интернат|гимнази|лице)\p{L}*)?";
    let ru = format!(
        r#"(?:\p{{Lu}}[\p{{L}}-]+[сц]к(?:ая|ой|ую|ий|ого|ому|им|ом|ое) )?{kinds} ?(?:(?:№|N|номер) ?\d+|(?:имени|им\.) (?:\p{{Lu}}\. ?){{0,2}}\p{{Lu}}[\p{{L}}-]+(?: \p{{Lu}}[\p{{L}}-]+)?|[«"“„][^»"”“\n]{{2,60}}[»"”“])|\p{{Lu}}[\p{{L}}-]+[сц]к(?:ая|ой|ую|ий|ого|ому|им|ом|ое) (?:(?:средн|общеобразовательн|классическ|частн)\p{{L}}+ )?{kinds}|\d{{1,4}}(?:-?\p{{L}}{{1,2}})? (?:(?:школ|гимнази|интернат)\p{{L}}{{0,3}}|лице(?:й|я|ю|ем|е|и))|(?i:(?:{TENS} ){{0,2}}{ORDINAL}) (?i:(?:школ|гимнази|интернат)\p{{L}}{{0,3}}|лице(?:й|я|ю|ем|е|и))|(?i:(?:школ|гимнази|интернат)\p{{L}}{{0,3}}|лице(?:й|я|ю|ем|е|и)) номер (?i:(?:{TENS} ?){{0,2}}(?:{UNIT})?)"#
    );
    pattern(&format!("{en}|{es}|{ru}"))
});

/// One of these stands in every such name.
static HINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i:school|academy|lyceum|gymnasium|college|kindergarten|nursery|escuel|colegio|liceo|secundaria|preuniversitario|politécnico|preparatoria|internado|academia|preescolar|guardería|jard[íi]n|educativa|instituto|centro|школ|гимнази|лице|интернат|колледж|училищ|детс|кадетск)|Grammar|Elementary|Primary|Secondary|Middle|High|Prep|Comprehensive|Montessori|Infants|Juniors|Sixth",
    )
});

/// Names that only the words before them make a school's: "a pupil at Hollowbrook", "her school, Fernhill,".
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(?P<name>(?:St\.? )?\p{Lu}[\p{L}-]*(?:[’']s)?(?: (?:St\.? )?\p{Lu}[\p{L}-]+(?:[’']s)?){0,3})";
    let saints = r"(?P<saint>(?:St\.?|Saint) \p{Lu}[\p{L}-]*(?:[’']s)?)";
    let es = r#"(?P<es>[«“"]?\p{Lu}[\p{L}-]*(?: (?:(?:de|del|la|las|los) ){0,2}\p{Lu}[\p{L}-]*){0,3}[»”"]?)"#;
    let ru = r#"(?P<ru>[«"“„][^»"”“\n]{2,60}[»"”“])"#;
    pattern(&format!(
        r"(?:[Pp]upils?|[Ss]tudents?|[Bb]oarders?|[Hh]eadteacher|[Ss]choolgirl|[Ss]choolboy|[Ee]nrolled|[Tt]aught|[Ss]tudies|[Ss]tudied|[Yy]ear \d{{1,2}}) at {name}|\battend(?:s|ed|ing)? {name1}|\b(?:[Gg]o|[Gg]oes|[Ww]ent|[Gg]oing|[Mm]oved) to {saints}|\b(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y|[Oo]ur|[’']s) (?:\p{{Ll}}+ )?school(?:,| is| was| called| named|, called|:) {name2}(?:[,.;]|$| in | and )|(?:[Ss]u|[Mm]i|[Aa]lumn[oa]s? de) (?:escuela|colegio|liceo|instituto)(?:,| es| era| se llama| se llamaba|:) {es}|(?:[Уу]чени\p{{L}}+|[Шш]кольни\p{{L}}+|[Уу]чится в|[Уу]чил[аси]+ь? в|[Дд]иректор\p{{L}}*|[Уу]чител\p{{L}}+) {ru}",
        name1 = name.replace("?P<name>", "?P<name1>"),
        name2 = name.replace("?P<name>", "?P<name2>"),
    ))
});

/// One of these stands in all that makes a name a school's.
static TOLD_BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)pupil|student|boarder|headteacher|school|enrolled|taught|studie[sd]|year \d|attend|\b(?:go|goes|went|going|moved) to (?:St|Saint)|escuela|colegio|liceo|instituto|alumn|учени|учится|учил|директор|учител",
    )
});

/// Words behind the word for a kind of school that make it something else: "High Court", "Middle East".
const NO_SCHOOL: [&str; 12] = [
    "Court",
    "Commissioner",
    "Commission",
    "Street",
    "Road",
    "East",
    "Command",
    "Representative",
    "Seas",
    "Care",
    "Election",
    "Ages",
];

/// Whether nothing but an article or the like stands before the word for the kind: "Her school", "After school".
fn is_bare(name: &str) -> bool {
    const LEADS: [&str; 20] = [
        "A", "After", "All", "An", "Another", "At", "Before", "Every", "From", "Her", "His", "In",
        "My", "No", "Our", "That", "The", "Their", "This", "When",
    ];
    let mut words = name.split_whitespace();
    let first = words.next().is_some_and(|word| LEADS.contains(&word));
    first
        && words
            .all(|word| word.eq_ignore_ascii_case("school") || word == "Middle" || word == "High")
}

/// Whether a Spanish institute is one of the state, by the word behind it.
fn is_of_state(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let next = words.next().unwrap_or_default().to_lowercase();
    let of = [
        "nacional",
        "federal",
        "estatal",
        "forense",
        "médico",
        "de",
        "del",
        "municipal",
        "técnico",
    ];
    let land = ["ano", "ana", "eño", "eña", "ense", "ino", "ina"];
    matches!(first.as_str(), "instituto" | "academia")
        && (of.contains(&next.as_str()) || land.iter().any(|end| next.ends_with(end)))
}

/// The schools that a text names, in the order of the text.
pub fn schools(text: &str) -> Vec<School> {
    let mut found = Vec::new();
    let mut start = 0;
    // No name goes over the end of a line, and few lines name a school.
    for line in text.split_inclusive('\n') {
        in_line(line, start, &mut found);
        start += line.len();
    }
    found
}

/// The schools of a line that begins at a byte of the text, in their order.
fn in_line(line: &str, start: usize, found: &mut Vec<School>) {
    let before = found.len();
    if HINT.is_match(line) {
        let sure = NAMES.find_iter(line).filter(|hit| {
            let rest = line[hit.end()..].trim_start();
            let other = NO_SCHOOL.iter().any(|word| rest.starts_with(word));
            !other && !is_bare(hit.as_str()) && !is_of_state(hit.as_str())
        });
        found.extend(sure.map(|hit| {
            // The stop of the sentence, unless it is that of an initial.
            let name = hit.as_str().trim_end_matches('.');
            let at = start + hit.start();
            let span = Span::new(at, at + name.len());
            School { span, sure: true }
        }));
    }
    if TOLD_BY.is_match(line) {
        for hit in TOLD.captures_iter(line) {
            let groups = ["name", "name1", "name2", "saint", "es", "ru"];
            let name = groups.iter().find_map(|group| hit.name(group));
            let name = name.map(|hit| Span::new(start + hit.start(), start + hit.end()));
            let fresh = name.filter(|name| !found.iter().any(|one| one.span.overlaps(*name)));
            found.extend(fresh.map(|span| School { span, sure: false }));
        }
    }
    found[before..].sort_by_key(|school| school.span);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<&str> {
        let all = schools(text).into_iter();
        all.filter_map(|school| school.span.of(text)).collect()
    }

    #[test]
    fn schools_are_found_by_their_kind() {
        for (text, name) in [
            (
                "She left Brightwater Grammar in May.",
                "Brightwater Grammar",
            ),
            ("now at Oakhaven Elementary.", "Oakhaven Elementary"),
            (
                "en la Unidad Educativa San Cipriano de Sucre.",
                "Unidad Educativa San Cipriano de Sucre",
            ),
            ("va al instituto Cervantes.", "instituto Cervantes"),
            ("en el colegio Simón Rodríguez,", "colegio Simón Rodríguez"),
            ("в гимназии имени Ломоносова.", "гимназии имени Ломоносова"),
            ("в Ломоносовской гимназии.", "Ломоносовской гимназии"),
            (
                "в школе-интернате \"Росинка\".",
                "школе-интернате \"Росинка\"",
            ),
            ("в сорок седьмой школе.", "сорок седьмой школе"),
            ("в школу номер сорок семь.", "школу номер сорок семь"),
        ] {
            assert_eq!(named(text), [name], "{text}");
        }
    }

    #[test]
    fn schools_are_found_by_who_learns_there() {
        assert_eq!(named("a pupil at Hollowbrook, said"), ["Hollowbrook"]);
        assert_eq!(named("Her school, Fernhill, is in Derby."), ["Fernhill"]);
        assert_eq!(named("goes to St Brannock's and"), ["St Brannock's"]);
        assert_eq!(named("Su colegio, Los Robles,"), ["colegio, Los Robles"]);
        assert_eq!(named("Ученица «Росинки» молчит."), ["«Росинки»"]);
    }

    #[test]
    fn other_bodies_are_no_schools() {
        for text in [
            "the Supreme High Court said",
            "in the Middle East",
            "el Instituto Nacional de Medicina Legal",
            "el Instituto Colombiano de Bienestar Familiar",
            "After school, Graham Stoll, 34, drove home.",
            "She went to Derby.",
            "в школе её ждут",
            "учится в средней школе",
            "в той же школе",
        ] {
            assert!(named(text).is_empty(), "{:?}", named(text));
        }
    }
}
