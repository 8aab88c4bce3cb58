//! Whether a pronoun, a name or a noun for somebody is a man's or a woman's.

use super::given::{is_man, is_woman};
use super::russian::nominatives;
use crate::alphabet::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Who a name or a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Man,
    Woman,
    Open,
}

impl Gender {
    /// Whether one person may be both.
    pub(crate) fn fits(self, other: Self) -> bool {
        self == other || self == Self::Open || other == Self::Open
    }

    /// Of a pronoun, or of the ending of a participle.
    pub(crate) fn of_pronoun(word: &str) -> Self {
        match word.trim().to_lowercase().as_str() {
            "her" | "she" | "la" | "a" | "ella" | "её" | "ее" | "ей" | "неё" | "нее" | "ней"
            | "она" | "была" => Self::Woman,
            "him" | "he" | "his" | "lo" | "o" | "él" | "его" | "ему" | "него" | "нему" | "он"
            | "был" => Self::Man,
            _ => Self::Open,
        }
    }

    /// Of whoever bears a folded Latin given name; open where neither ending nor lists tell it.
    pub(crate) fn of_latin(given: &str) -> Self {
        if !given.is_ascii() || given.len() < 3 {
            return Self::Open;
        }
        if LATIN_MEN.contains(&given) {
            Self::Man
        } else if LATIN_WOMEN.contains(&given) {
            Self::Woman
        } else if LATIN_OPEN.contains(&given) {
            Self::Open
        } else if given.ends_with('a') {
            Self::Woman
        } else if given.ends_with('o') {
            Self::Man
        } else {
            Self::Open
        }
    }

    /// Of whoever bears a folded name, given name first. A Latin surname alone tells nothing, a Russian one by its ending.
    pub(crate) fn of_name(name: &[String]) -> Self {
        let Some(given) = name.first() else {
            return Self::Open;
        };
        if given.is_ascii() {
            return match name {
                [_] => Self::Open,
                _ => Self::of_latin(given),
            };
        }
        let told = name.iter().map(|token| Self::of_russian(token));
        told.fold(Self::Open, |known, own| match (known, own) {
            (Self::Open, own) => own,
            (known, _) => known,
        })
    }

    /// Of a folded Russian given name, patronymic or surname, in any case.
    fn of_russian(token: &str) -> Self {
        let ends = |all: &[&str]| {
            let long = |end: &&&str| token.chars().count() > end.chars().count() + 1;
            all.iter().filter(long).any(|end| token.ends_with(end))
        };
        if ends(&HIS_FATHERS) {
            return Self::Man;
        }
        if ends(&HER_FATHERS) {
            return Self::Woman;
        }
        let forms = nominatives(&[token.to_owned()]);
        let any = |is: fn(&str) -> bool| forms.iter().flatten().any(|form| is(form));
        // The form itself counts before those that it may come from.
        match (is_man(token), is_woman(token), any(is_man), any(is_woman)) {
            (true, false, _, _) | (false, false, true, false) => Self::Man,
            (false, true, _, _) | (false, false, false, true) => Self::Woman,
            (false, false, false, false) if ends(&HIS_SURNAMES) => Self::Man,
            (false, false, false, false) if ends(&HER_SURNAMES) => Self::Woman,
            _ => Self::Open,
        }
    }

    /// Of the words right before a name: "a man called", "la señora", «женщина по имени».
    pub(crate) fn of_noun(before: &str) -> Self {
        static NOUN: LazyLock<Regex> = LazyLock::new(|| {
            pattern(&format!(
                r"(?i)(?:^|[^\p{{L}}])(?:(?P<his>{HIS_NOUNS})|(?P<hers>{HER_NOUNS}))(?: called| named| llamad[oa]| de nombre| по имени|,)?\s$"
            ))
        });
        match NOUN.captures(before) {
            Some(hit) if hit.name("his").is_some() => Self::Man,
            Some(_) => Self::Woman,
            None => Self::Open,
        }
    }
}

/// Nouns for a man that may stand before his name.
const HIS_NOUNS: &str = r"man|boy|guy|gentleman|brother|father|husband|son|uncle|nephew|grandfather|stepfather|boyfriend|mr\.?|sir|hombre|muchacho|chico|niño|tipo|señor|sr\.|don|hermano|padre|marido|esposo|hijo|tío|primo|sobrino|abuelo|padrastro|novio|мужчин\p{L}{1,2}|пар(?:ень|ня|нем)|мальчик\p{L}{0,2}|брат|отец|муж|сын|дядя|дед|отчим|племянник|господин\p{L}{0,2}";
/// Nouns for a woman that may stand before her name.
const HER_NOUNS: &str = r"woman|girl|lady|sister|mother|wife|daughter|aunt|niece|grandmother|stepmother|girlfriend|mrs\.?|ms\.?|miss|mujer|muchacha|chica|niña|señora|señorita|sra\.|srta\.|doña|hermana|madre|esposa|hija|tía|prima|sobrina|abuela|madrastra|novia|женщин\p{L}{1,2}|девушк\p{L}{1,2}|девочк\p{L}{1,2}|сестра|мать|жена|дочь|т[её]тя|бабушка|мачеха|племянница|подруга|госпож\p{L}{1,2}";

/// Endings of patronymics, folded.
const HIS_FATHERS: [&str; 8] = [
    "ович",
    "евич",
    "овича",
    "евича",
    "овичу",
    "евичу",
    "овичем",
    "евичем",
];
const HER_FATHERS: [&str; 8] = [
    "овна",
    "евна",
    "овну",
    "евну",
    "овне",
    "евне",
    "овнои",
    "евнои",
];
/// Endings of surnames that are only a man's or only a woman's, folded.
const HIS_SURNAMES: [&str; 14] = [
    "ов",
    "ев",
    "ин",
    "ын",
    "скии",
    "цкии",
    "ского",
    "цкого",
    "скому",
    "цкому",
    "овым",
    "евым",
    "иным",
    "ским",
];
const HER_SURNAMES: [&str; 7] = ["овои", "евои", "инои", "ынои", "ская", "цкая", "скую"];

/// Latin given names of men that do not end in "o", folded.
#[rustfmt::skip]
const LATIN_MEN: &[&str] = &[
    "aaron", "adam", "adrian", "ahmed", "alan", "alexei", "ali", "andres", "andrew", "angel", "anthony", "arthur", "ben", "bill",
    "bob", "boris", "brian", "carl", "carlos", "charles", "cesar", "christopher", "damian", "dan", "daniel", "david", "denis",
    "dmitri", "edgar", "edward", "eric", "ernest", "esteban", "felix", "frank", "gabriel", "george", "gleb", "hassan", "hector",
    "henry", "hugh", "ian", "igor", "ilya", "isaac", "ivan", "jack", "jacob", "james", "javier", "jason", "jesus", "jim", "john",
    "jonathan", "jorge", "jose", "joseph", "juan", "julian", "karl", "kevin", "lewis", "luca", "lucas", "luis", "luke", "manuel",
    "mark", "martin", "matthew", "maxim", "michael", "miguel", "mike", "mohamed", "mustafa", "nicolas", "nikita", "oleg", "omar",
    "oscar", "patrick", "paul", "pavel", "peter", "philip", "rafael", "ramon", "raul", "raymond", "richard", "robert", "roman",
    "ruben", "samuel", "sean", "sebastian", "sergei", "simon", "stephen", "steven", "thomas", "tim", "tom", "tomas", "victor",
    "viktor", "vincent", "vladimir", "walter", "william", "yuri",
];

/// Latin given names of women that do not end in "a", folded.
#[rustfmt::skip]
const LATIN_WOMEN: &[&str] = &[
    "abigail", "agnes", "alice", "amparo", "amy", "anne", "beatriz", "betty", "carmen", "caroline", "carol", "catherine", "charlotte",
    "claire", "consuelo", "dolores", "dorothy", "edith", "eileen", "elizabeth", "ellen", "emily", "esther", "eve", "fay", "gladys",
    "grace", "hannah", "heather", "helen", "ines", "iris", "isabel", "jane", "janet", "jennifer", "judith", "julie", "karen", "kate",
    "katherine", "lily", "lucy", "luz", "margaret", "marie", "mary", "mercedes", "miriam", "molly", "nancy", "nicole", "pilar",
    "rachel", "raquel", "rebecca", "rocio", "rosario", "rose", "ruth", "sarah", "sharon", "sophie", "soledad", "susan", "sue",
    "tess", "ursula", "violet", "wendy", "yolanda", "zoe",
];

/// Given names in "a" and "o" that tell nothing, folded.
#[rustfmt::skip]
const LATIN_OPEN: &[&str] = &[
    "andrea", "borja", "cleo", "danila", "elia", "ezra", "garcia", "guadalupe", "joshua", "margo", "micha", "misha", "moira",
    "noa", "sasha", "trinidad", "zhenya",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::tokens;

    #[test]
    fn a_pronoun_is_nobody_of_another_gender() {
        for (pronoun, name, fits) in [
            ("ella", "Grigori Lapshin", true),
            ("она", "Григорий Лапшин", false),
            ("он", "Мария Белова", false),
            ("он", "Никита Белов", true),
            ("она", "Лапшин", false),
            ("он", "Омарова", true),
            ("он", "Раушан Омаровой", false),
            ("она", "Фарход", false),
            ("он", "Тамарой Ильиничной Вдовиной", false),
            ("он", "Пшеничный", true),
            ("she", "Martin", true),
            ("she", "Mario Ruiz", false),
            ("he", "Ana Ruiz", false),
        ] {
            let who = Gender::of_name(&tokens(name));
            assert_eq!(Gender::of_pronoun(pronoun).fits(who), fits, "{name}");
        }
    }

    #[test]
    fn a_noun_before_a_name_tells_who_bears_it() {
        for (before, who) in [
            ("A man called ", Gender::Man),
            ("Her mother, ", Gender::Woman),
            ("встретил мужчина по имени ", Gender::Man),
            ("La señora ", Gender::Woman),
            ("the foreman ", Gender::Open),
            ("the woman met ", Gender::Open),
        ] {
            assert_eq!(Gender::of_noun(before), who, "{before}");
        }
    }
}
