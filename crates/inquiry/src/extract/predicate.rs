//! Whether words begin with what somebody does or undergoes: a verb, behind its adverbs. Without a dictionary, by endings and
//! the commonest forms.

use crate::alphabet::{Regex, pattern};
use std::sync::LazyLock;

static FOLLOWS: LazyLock<Regex> = LazyLock::new(|| {
    const ADVERB: &str = r"also|then|later|once|never|not|allegedly|reportedly|\p{L}+ly|también|luego|después|nunca|no|presuntamente|supuestamente|ya|тоже|также|потом|затем|позже|позднее|якобы|не|никогда|тогда|сама?";
    const EN: &str = r"was|were|is|are|has|had|have|did|does|would|will|could|may|might|must|can|said|says|told|tells|sold|bought|held|kept|hid|took|takes|drove|ran|paid|pays|sent|brought|met|knew|went|came|left|got|saw|fled|found|gave|gives|made|makes|led|flew|wrote|spoke|began|denies|claims|runs|works|lives|helps|recruits|sells|[\p{Ll}--[ae]]\p{Ll}+ed|escaped|arrived|accused|admitted|asked|arranged|ended|arrested|abducted|entered|earned";
    const ES: &str = r"fue|fueron|es|era|eran|ha|han|había|habían|habría|dijo|dice|hizo|puso|supo|vio|está|estaba|estuvo|tuvo|tenía|tiene|quiso|pudo|quedó|(?:(?:l[aoe]s?|se|me|nos) )?\p{Ll}+(?:ó|aba|aban|aron|ieron)|(?:l[aoe]s?|se) (?:ha|han|había|habían|\p{Ll}{2,}(?:ía|ían))|(?:sab|viv|ten|pod|ven|quer|pon|deb|hac|conoc|recib|dorm|ment|conduc|dirig|vend|prostitu)ían?";
    const RU: &str = r"\p{Ll}{2,}(?:ал|ил|ел|ял|ул|ыл|ёл|ала|ила|ела|яла|ула|ыла|шла|вела|везла|али|или|ели|яли|ули|ыли|шли)(?:ся|сь)?|(?:у|вы|за|при|от|пере)?(?:в[её]з|вез|вел|вёл|шел|шёл)(?:ла|ли)?|\p{Ll}{2,}(?:[аяеу]ет|ит|уют|ают|яют|ят)(?:ся)?|была?|были|стала?|стали";
    pattern(&format!(
        r"^ (?:(?:{ADVERB}) ){{0,2}}(?:{EN}|{ES}|{RU})(?:$|[^\p{{L}}])"
    ))
});

/// Whether the words, from the blank behind a name or a comma, begin with a verb in a finite form.
pub(crate) fn follows(words: &str) -> bool {
    FOLLOWS.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::follows;

    #[test]
    fn verbs_are_told_from_what_may_follow_a_name() {
        for words in [
            " was recruited by",
            " drove the car",
            " then sold her",
            " recruited her",
            " la vendió",
            " fue captada",
            " no dijo nada",
            " вывез её",
            " была продана",
            " тоже знал об этом",
            " работает там",
            " escaped",
        ] {
            assert!(follows(words), "{words}");
        }
        for words in [
            " in May",
            " aged 15",
            " to a man",
            ", who was there",
            ".",
            " y las vendió",
            " en la frontera",
            " two years ago",
            " в Туле",
            " лет пять назад",
            " a nurse",
            " hace un mes",
            " el lunes",
            " la semana pasada",
            " las dos",
        ] {
            assert!(!follows(words), "{words}");
        }
    }
}
