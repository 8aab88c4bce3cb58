//! Whether a pronoun, a name or a noun for somebody is a man's or a woman's.

use super::given::{is_man, is_woman};
use super::russian::nominatives;
use crate::alphabet::{Regex, pattern};
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
        let told = told.fold(Self::Open, |known, own| match (known, own) {
            (Self::Open, own) => own,
            (known, _) => known,
        });
        // A given name that is in no list: «Катерина Мороз».
        match told {
            Self::Open if name.len() > 1 && given.ends_with(['а', 'я']) => Self::Woman,
            known => known,
        }
    }

    /// Of whoever goes by one folded name alone, which is a given name.
    pub(crate) fn of_only(name: &str) -> Self {
        if !name.is_ascii() {
            return Self::of_russian(name);
        }
        match Self::of_latin(name) {
            Self::Woman if SURNAMES_IN_A.contains(&name) => Self::Open,
            Self::Man if !LATIN_MEN.contains(&name) => Self::Open,
            known => known,
        }
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
                r"(?i)(?:^|[^\p{{L}}])(?:(?P<his>{HIS_NOUNS})|(?P<hers>{HER_NOUNS}))(?: called| named| llamad[oa]| de nombre| по имени)?\s$|(?:['’]s|\b(?:his|her|their|my|our|su|sus|mi|её|ее|его|их|моя|мой)) (?:(?P<kinsman>{HIS_NOUNS})|(?P<kinswoman>{HER_NOUNS})),\s$"
            ))
        });
        match NOUN.captures(before) {
            Some(hit) if hit.name("his").or(hit.name("kinsman")).is_some() => Self::Man,
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
    "abel", "agustin", "benjamin", "callum", "cristobal", "curtis", "darren", "dean", "derek", "desmond", "douglas", "duncan",
    "efrain", "elias", "fermin", "gareth", "gavin", "german", "gilbert", "glyn", "graham", "gregory", "harold", "harry", "hernan",
    "howard", "ibrahim", "ismael", "jake", "joaquin", "joel", "keith", "kenneth", "kurt", "kyle", "leonard", "liam", "lloyd",
    "malcolm", "marcus", "matias", "moises", "nathan", "neil", "nelson", "nigel", "noel", "owen", "perry", "piotr",
    "ralph", "rhys", "rodrick", "rory", "ross", "russell", "ryan", "scott", "stuart", "tomasz", "tobias", "toni", "tony", "trevor",
    "wayne", "yusuf",
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
    "araceli", "astrid", "belen", "beth", "christine", "doris", "eloise", "gail", "hazel", "holly", "ingrid", "irene", "ivy", "jade",
    "jasmin", "jill", "joan", "josephine", "joyce", "kay", "louise", "mabel", "maribel", "marisol", "muriel", "nadine", "nell",
    "nieves", "noemi", "pauline", "remedios", "simone", "yasmin", "yvonne",
    "abigail", "agnes", "alice", "amparo", "amy", "anne", "beatriz", "betty", "carmen", "caroline", "carol", "catherine", "charlotte",
    "claire", "consuelo", "dolores", "dorothy", "edith", "eileen", "elizabeth", "ellen", "emily", "esther", "eve", "fay", "gladys",
    "grace", "hannah", "heather", "helen", "ines", "iris", "isabel", "jane", "janet", "jennifer", "judith", "julie", "karen", "kate",
    "katherine", "lily", "lucy", "luz", "margaret", "marie", "mary", "mercedes", "miriam", "molly", "nancy", "nicole", "pilar",
    "rachel", "raquel", "rebecca", "rocio", "rosario", "rose", "ruth", "sarah", "sharon", "sophie", "soledad", "susan", "sue",
    "tess", "ursula", "violet", "wendy", "yolanda", "zoe",
];

/// Surnames that end like given names of women, folded.
#[rustfmt::skip]
const SURNAMES_IN_A: &[&str] = &[
    "acosta", "aranda", "arriaga", "avila", "barrera", "bautista", "botha", "cabrera", "campana", "cardona", "carranza", "correa",
    "costa", "cuesta", "espinosa", "espinoza", "estrada", "figueroa", "fonseca", "garcia", "guerra", "guevara", "heredia", "herrera",
    "ibarra", "lima", "loaiza", "luna", "mejia", "mendoza", "merida", "miranda", "molina", "montoya", "mora", "noriega", "ochoa",
    "ojeda", "olivera", "ortega", "padilla", "parra", "pena", "peralta", "pereira", "pineda", "quesada", "rivera", "rocha", "rueda",
    "saavedra", "salinas", "santana", "sepulveda", "serna", "sierra", "silva", "sosa", "souza", "talavera", "tejada", "urrutia",
    "valencia", "vega", "vera", "viera", "villa", "zapata", "zavala", "zuniga",
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
            ("он", "Катерина Мороз", false),
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
