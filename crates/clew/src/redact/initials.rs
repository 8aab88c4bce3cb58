//! Names of which nothing but initials is known: "K.T.". No word in them leads to anybody, so they are looked for as they stand.

use std::collections::BTreeMap;
use std::ops::Range;

/// The initials of protected people, in the ways in which they are written, with whose they are; nobody's where several have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Initials(BTreeMap<String, Option<usize>>);

impl Initials {
    /// Takes in one form of a name; what is more than initials is left to others.
    pub(super) fn add(&mut self, owner: usize, form: &str) {
        let Some(letters) = letters(form) else { return };
        for gap in ["", " ", "\u{a0}"] {
            let stopped: Vec<String> = letters.iter().map(|letter| format!("{letter}.")).collect();
            let known = self.0.entry(stopped.join(gap)).or_insert(Some(owner));
            *known = known.filter(|one| *one == owner);
        }
    }

    /// Where they stand in a text, with whose they are.
    pub(super) fn find(&self, text: &str) -> Vec<(Range<usize>, Option<usize>)> {
        let mut found = Vec::new();
        for (form, owner) in &self.0 {
            for (at, _) in text.match_indices(form.as_str()) {
                let before = text[..at].chars().next_back();
                let end = at + form.len();
                let behind = text[end..].chars().next();
                let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                if !joins(before) && before != Some('.') && !joins(behind) {
                    found.push((at..end, *owner));
                }
            }
        }
        found
    }
}

/// The letters of a form that is two initials or more, each with its stop.
fn letters(form: &str) -> Option<Vec<char>> {
    let mut found = Vec::new();
    for piece in form.split_inclusive('.') {
        let piece = piece.trim();
        let letter = piece.strip_suffix('.')?;
        let mut all = letter.chars();
        found.push(all.next().filter(|c| c.is_uppercase())?);
        if all.next().is_some() {
            return None;
        }
    }
    (found.len() > 1).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::Initials;

    #[test]
    fn initials_are_found_as_they_stand() {
        let mut initials = Initials::default();
        initials.add(3, "K.T.");
        initials.add(4, "А. Б.");
        initials.add(5, "Rosa B.");
        for (text, owner) in [
            ("a minor, K.T., was", Some(Some(3))),
            ("K. T. left", Some(Some(3))),
            ("потерпевшая А.Б. сказала", Some(Some(4))),
            ("the U.K.T. list", None),
            ("Rosa B. left", None),
            ("K.T.Hale", None),
        ] {
            let found = initials.find(text);
            assert_eq!(found.first().map(|(_, owner)| *owner), owner, "{text}");
        }
        initials.add(6, "K.T.");
        assert_eq!(
            initials.find("K.T.").first().map(|(_, owner)| *owner),
            Some(None)
        );
    }
}
