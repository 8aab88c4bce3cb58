//! Whether a pronoun or a given name is a man's or a woman's.

use super::given::{is_man, is_woman};

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

    /// Of whoever bears a folded name, given name first, in its dictionary form. A surname alone tells nothing.
    pub(crate) fn of_name(name: &[String]) -> Self {
        let [given, _, ..] = name else {
            return Self::Open;
        };
        match (is_man(given), is_woman(given)) {
            (true, false) => Self::Man,
            (false, true) => Self::Woman,
            _ => Self::of_latin(given),
        }
    }
}

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
            ("она", "Лапшин", true),
            ("she", "Mario Ruiz", false),
            ("he", "Ana Ruiz", false),
        ] {
            let who = Gender::of_name(&tokens(name));
            assert_eq!(Gender::of_pronoun(pronoun).fits(who), fits, "{name}");
        }
    }
}
