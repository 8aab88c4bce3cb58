//! Words that were broken at the end of a line, whole again.

/// First parts of words that keep their hyphen before these last parts; `*` stands for any.
const KEEP: &[(&str, &str)] = &[
    ("self", "*"),
    ("vice", "*"),
    ("half", "*"),
    (
        "ex",
        "wife husband partner boyfriend girlfriend soldier president minister officer convict",
    ),
    ("well", "known paid off being"),
    ("из", "за под"),
    (
        "кто что где когда как куда откуда почему кого кому кем чем чего какой какая какие",
        "то либо нибудь",
    ),
    ("кое", "*"),
    (
        "по",
        "моему твоему нашему вашему своему русски испански английски кубински прежнему видимому",
    ),
    ("во", "первых вторых"),
];

/// The text with broken words put together on the line they begin on.
///
/// A hyphen goes where a small letter follows on the next line, unless the page writes the word with it elsewhere, or its
/// parts are known to keep theirs.
pub(super) fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n');
    let mut open = lines.next();
    while let Some(line) = open.take() {
        open = lines.next();
        let parts = open.and_then(|next| Some((next, broken(line, next)?)));
        let Some((next, (head, tail))) = parts else {
            out.push_str(line);
            out.push_str(if open.is_some() { "\n" } else { "" });
            continue;
        };
        out.push_str(line.get(..line.len() - hyphen(line)).unwrap_or(line));
        if keeps(text, head, tail) {
            out.push('-');
        }
        out.push_str(tail);
        let rest = next
            .trim_start()
            .get(tail.len()..)
            .unwrap_or("")
            .trim_start();
        // Where the next line was that word alone, it is gone.
        open = if rest.is_empty() {
            lines.next()
        } else {
            Some(rest)
        };
        out.push_str(if open.is_some() { "\n" } else { "" });
    }
    out
}

/// Bytes of the hyphen at the end of a line.
fn hyphen(line: &str) -> usize {
    let last = line.chars().next_back();
    last.filter(|c| matches!(c, '-' | '\u{2010}' | '\u{ad}'))
        .map_or(0, char::len_utf8)
}

/// The two parts of a word that a line end breaks: letters, a hyphen, and small letters on the next line.
fn broken<'t>(line: &'t str, next: &'t str) -> Option<(&'t str, &'t str)> {
    let before = line.get(..line.len() - hyphen(line))?;
    if before.len() == line.len() {
        return None;
    }
    let head = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let next = next.trim_start();
    let end = next.find(|c: char| c.is_whitespace()).unwrap_or(next.len());
    let tail = next.get(..end)?;
    let small = tail.chars().next().is_some_and(char::is_lowercase);
    (!head.is_empty() && small).then_some((head, tail))
}

/// Whether the hyphen belongs to the word.
fn keeps(text: &str, head: &str, tail: &str) -> bool {
    let letters = tail
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(tail.len());
    let tail = tail.get(..letters).unwrap_or(tail);
    let head = head.to_lowercase();
    let holds = |list: &str, word: &str| list == "*" || list.split(' ').any(|one| one == word);
    KEEP.iter()
        .any(|(first, last)| holds(first, &head) && holds(last, tail))
        || text.to_lowercase().contains(&format!("{head}-{tail}"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn broken_words_are_whole_again() {
        for (text, whole) in [
            (
                "The min-\nistry said that\nit was",
                "The ministry\nsaid that\nit was",
            ),
            ("his ex-\nwife left", "his ex-wife\nleft"),
            (
                "a well-known co-op, a well-\nknown man",
                "a well-known co-op, a well-known\nman",
            ),
            ("рас-\nследование, кто-\nто", "расследование,\nкто-то"),
            ("1990-\n1995 and A-\nB", "1990-\n1995 and A-\nB"),
            ("the end-\n\nnew", "the end-\n\nnew"),
            ("soft\u{ad}\nened", "softened"),
            ("a re-\ncruit-\ner", "a recruit-\ner"),
            ("the ex-\nploitation, мес-\nто", "the exploitation,\nместо"),
            ("", ""),
        ] {
            assert_eq!(joined(text), whole, "{text}");
        }
    }
}
