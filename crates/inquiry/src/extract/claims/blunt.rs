//! "“That is a lie,” X said", "X said this was untrue", «„Это неправда“, — заявил X»: X denies what the pronoun stands for.

use super::reading::{self, Reading};
use crate::alphabet::{Regex, pattern};
use model::{Kind, Polarity, Span};
use std::sync::LazyLock;

/// A clause at the beginning of a content by which a pronoun is called false; the group is the pronoun.
static FALSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^[«“‘'\x22\s¡—–-]*(?:(?:that|que|что|no|not at all|absolutely not|нет|but|pero|но|and|well|bueno|ну),?\s+)*?(?:",
        r"(?P<en>(?:all (?:of )?)?(?:that|this|these))(?:\s(?:is|are|was|were)|['’]s)\s(?:(?:\p{L}+ly|just|quite|all)\s)?[“‘'\x22]?",
        r"(?:false|untrue|not (?:\p{L}+ly )?(?:true|correct|the case|so)|incorrect|inaccurate|baseless|unfounded|groundless|made up|invented|fabricated|(?:utter |complete |total |pure |absolute )?(?:nonsense|rubbish|fiction|fantasy|invention|slander)",
        r"|(?:an?|the) (?:\p{L}+[ ,]*){0,2}(?:lie|falsehood|fabrication|invention|fantasy|myth|slander|smear|fairy tale))",
        r"|(?:not a (?:single )?word of|not one word of|none of) (?P<en_word>it|this|that)\s(?:is|was) (?:\p{L}+ly )?(?:true|so)",
        r"|(?:ni una (?:sola )?palabra de|nada de) (?P<es_word>eso|esto|ello)\s(?:es|era) (?:\p{L}+mente )?(?:verdad|ciert[oa]|así)",
        r"|(?:в|во) (?P<ru_word>этом|том)\s(?:нет )?ни (?:слова|капли|крупицы) правды",
        r"|(?P<ru_such>ничего подобного)(?:\sне (?:было|происходило|случалось))?",
        r"|(?P<en_not>(?:all (?:of )?)?(?:that|this))\s(?:isn|wasn)['’]t (?:\p{L}+ )?(?:true|correct|the case|so)",
        r"|(?P<es>(?:todo )?(?:eso|esto|ello|aquello))\s(?:(?:es|era|son)\s(?:(?:\p{L}+mente|puro|pura|puros|puras|una|un|todo|vil|burda)\s){0,2}(?:mentiras?|falso|falsedad|infundado|invento|inventos|invención|calumnias?|montaje|infamia|patrañas?|cuentos?)|no (?:es|era)\s(?:\p{L}+mente )?(?:verdad|cierto|así|correcto|exacto))",
        r"|(?P<ru>(?:вс[её] )?это(?: вс[её])?)\s(?:(?:[—–-]|просто|было|были|\p{L}+ая|\p{L}+ый|\p{L}+ое|\p{L}+ые)\s){0,2}(?:ложь|ложью|неправд[аой]+|не правда|неверно|клевета|клеветой|вранье|враньё|выдумк[аиой]+|вымысел|вымыслы|наговор|наговоры|бред|брехня|чушь|чепуха|сказки|небылицы|домыслы|не так|не соответствует (?:действительности|истине))",
        r"|(?:ложь|неправда|вранье|враньё|выдумки|клевета|наговор|бред|брехня|чушь|сказки|небылицы)\s(?:[—–-]\s)?(?P<ru_first>(?:вс[её] )?это(?: вс[её])?)",
        r")(?:[”»’'\x22]|[.,;!:…]|\s[—–-]|\s(?:and|but|y|pero|и|но|from|от|de principio)\s|$)",
    ))
});

/// The bytes of the pronoun that the words call false, and where the clause that does so ends.
fn find(words: &str) -> Option<(Span, usize)> {
    let found = FALSE.captures(words)?;
    let thing = found.first()?;
    Some((Span::new(thing.start(), thing.end()), found.get(0)?.end()))
}

/// Makes a denial of what says nothing else, and adds one beside what says more.
pub(super) fn settle(text: &str, readings: &mut Vec<Reading>) {
    let mut beside = Vec::new();
    for reading in readings.iter_mut() {
        let sourced = reading.source.is_some() || reading.dropped || reading.own;
        if reading.polarity != Polarity::Affirmed || reading.kind != Kind::Fact || !sourced {
            continue;
        }
        let Some(first) = reading.content.first().copied() else {
            continue;
        };
        let Some((thing, end)) = first.of(text).and_then(find) else {
            continue;
        };
        let rest = first
            .of(text)
            .map_or("", |words| words.get(end..).unwrap_or(""));
        let alone = reading.content.len() == 1 && !rest.chars().any(char::is_alphanumeric);
        let mut denial = reading.clone();
        denial.polarity = Polarity::Denied;
        denial.content = vec![Span::new(
            first.start + thing.start,
            first.start + thing.end,
        )];
        if alone {
            *reading = denial;
        } else {
            beside.push(denial);
        }
    }
    readings.append(&mut beside);
    reading::sort(readings);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pronoun_is_called_false() {
        let thing = |words: &'static str| find(words).and_then(|(thing, _)| thing.of(words));
        assert_eq!(thing("“That's a lie,”"), Some("That"));
        assert_eq!(thing("that this was simply untrue"), Some("this"));
        assert_eq!(thing("«Это неправда»"), Some("Это"));
        assert_eq!(thing("«Eso es mentira»"), Some("Eso"));
        assert_eq!(thing("“That is a lie detector,”"), None);
        assert_eq!(thing("It was untrue"), None);
        assert_eq!(thing("“Maybe it's not true.”"), None);
    }
}
