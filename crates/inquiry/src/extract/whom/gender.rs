//! Whether a name may be a man's or a woman's: by case endings in Russian, by the given name elsewhere.

use crate::extract::names::lexicon::fold;
use crate::extract::order;
use model::Mention;

/// Who a name or a pronoun may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
    Open,
}

impl Gender {
    /// Whether one person may be both.
    pub(super) fn fits(self, other: Self) -> bool {
        self == other || self == Self::Open || other == Self::Open
    }

    /// Of a pronoun, or of the ending of a participle.
    pub(super) fn of_pronoun(word: &str) -> Self {
        match word.trim().to_lowercase().as_str() {
            "her" | "she" | "la" | "a" | "ella" | "её" | "ее" | "ей" | "она" | "была" => {
                Self::Woman
            }
            "him" | "he" | "his" | "lo" | "o" | "él" | "его" | "ему" | "он" | "был" => {
                Self::Man
            }
            _ => Self::Open,
        }
    }

    /// Of whoever bears the name; open where neither endings nor lists tell it.
    pub(super) fn of(mention: &Mention) -> Self {
        let (man, woman) = order::genders(mention);
        match (man, woman) {
            (true, false) => return Self::Man,
            (false, true) => return Self::Woman,
            _ => {}
        }
        let given = mention.text.split_whitespace().next().map(fold);
        let Some(given) = given.filter(|word| word.is_ascii() && word.len() > 2) else {
            return Self::Open;
        };
        if MEN.contains(&given.as_str()) {
            Self::Man
        } else if WOMEN.contains(&given.as_str()) {
            Self::Woman
        } else if OPEN.contains(&given.as_str()) {
            Self::Open
        } else if given.ends_with('a') {
            Self::Woman
        } else if given.ends_with('o') {
            Self::Man
        } else {
            Self::Open
        }
    }
}

/// Given names of men that do not end in "o", folded.
#[rustfmt::skip]
const MEN: &[&str] = &[
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

/// Given names of women that do not end in "a", folded.
#[rustfmt::skip]
const WOMEN: &[&str] = &[
    "abigail", "agnes", "alice", "amparo", "amy", "anne", "beatriz", "betty", "carmen", "caroline", "carol", "catherine", "charlotte",
    "claire", "consuelo", "dolores", "dorothy", "edith", "eileen", "elizabeth", "ellen", "emily", "esther", "eve", "fay", "gladys",
    "grace", "hannah", "heather", "helen", "ines", "iris", "isabel", "jane", "janet", "jennifer", "judith", "julie", "karen", "kate",
    "katherine", "lily", "lucy", "luz", "margaret", "marie", "mary", "mercedes", "miriam", "molly", "nancy", "nicole", "pilar",
    "rachel", "raquel", "rebecca", "rocio", "rosario", "rose", "ruth", "sarah", "sharon", "sophie", "soledad", "susan", "sue",
    "tess", "ursula", "violet", "wendy", "yolanda", "zoe",
];

/// Given names in "a" and "o" that tell nothing, folded.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "andrea", "borja", "cleo", "danila", "elia", "ezra", "garcia", "guadalupe", "joshua", "margo", "micha", "misha", "moira",
    "noa", "sasha", "trinidad", "zhenya",
];

#[cfg(test)]
mod tests {
    use super::*;
    use model::{DocumentId, EvidenceId, MentionKind, Place, Span};

    #[test]
    fn names_tell_men_from_women() {
        for (name, gender) in [
            ("Tessa Moran", Gender::Woman),
            ("Carl Voss", Gender::Man),
            ("Lucía Barro", Gender::Woman),
            ("Damián Soto", Gender::Man),
            ("Сергей Дымов", Gender::Man),
            ("Тамара Кислова", Gender::Woman),
            ("Светлану Рогову", Gender::Woman),
            ("Voss", Gender::Open),
        ] {
            let place = Place {
                document: DocumentId::new(&EvidenceId::of(b"a"), 0),
                part: 0,
                span: Span::new(0, name.len()),
            };
            let mention = Mention::new(place, MentionKind::Person, name, None);
            assert_eq!(Gender::of(&mention), gender, "{name}");
        }
    }
}
