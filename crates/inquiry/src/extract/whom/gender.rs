//! Whether a name in its sentence may be a man's or a woman's: by case endings in Russian, by the given name elsewhere.

use crate::extract::names::lexicon::fold;
use crate::extract::order;
use crate::fold::Gender;
use model::Mention;

/// Of whoever bears the name; open where neither endings nor lists tell it.
pub(super) fn gender(mention: &Mention) -> Gender {
    match order::genders(mention) {
        (true, false) => Gender::Man,
        (false, true) => Gender::Woman,
        _ => {
            let given = mention.text.split_whitespace().next().map(fold);
            given.map_or(Gender::Open, |given| Gender::of_latin(&given))
        }
    }
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
