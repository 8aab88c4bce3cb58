//! Whether a name in its sentence may be a man's or a woman's: by case endings in Russian, by the given name elsewhere.

use crate::extract::names::lexicon::fold;
use crate::extract::order;
use crate::fold::Gender;
use model::Mention;

/// Of whoever bears the name; open where neither endings nor lists tell it.
pub(super) fn gender(mention: &Mention) -> Gender {
    if is_womans(&mention.text) {
        return Gender::Woman;
    }
    match order::genders(mention) {
        (true, false) => Gender::Man,
        (false, true) => Gender::Woman,
        _ => {
            let given = mention.text.split_whitespace().next().map(fold);
            given.map_or(Gender::Open, |given| Gender::of_latin(&given))
        }
    }
}

/// Whether a Russian name ends with a woman's surname, whatever its given name tells: «Бегимай Токтосунова».
fn is_womans(name: &str) -> bool {
    let mut words = name.split_whitespace().map(fold);
    let (first, last) = (words.next(), words.next_back());
    let ends = ["ова", "ева", "ская", "цкая", "ина"];
    first.is_some_and(|first| first.ends_with('й'))
        && last.is_some_and(|last| ends.iter().any(|end| last.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{DocumentId, EvidenceId, MentionKind, Place, Span};

    #[test]
    fn names_tell_men_from_women() {
        for (name, wanted) in [
            ("Tessa Moran", Gender::Woman),
            ("Carl Voss", Gender::Man),
            ("Lucía Barro", Gender::Woman),
            ("Damián Soto", Gender::Man),
            ("Сергей Дымов", Gender::Man),
            ("Тамара Кислова", Gender::Woman),
            ("Светлану Рогову", Gender::Woman),
            ("Бегимай Токтосунова", Gender::Woman),
            ("Voss", Gender::Open),
        ] {
            let place = Place {
                document: DocumentId::new(&EvidenceId::of(b"a"), 0),
                part: 0,
                span: Span::new(0, name.len()),
            };
            let mention = Mention::new(place, MentionKind::Person, name, None);
            assert_eq!(gender(&mention), wanted, "{name}");
        }
    }
}
