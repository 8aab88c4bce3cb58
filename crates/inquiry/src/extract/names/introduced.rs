//! Names that stand behind words by which only a person is introduced: "my name is X", "one of the girls, X,", "se llama X",
//! «зовут X», "he hit X". Where the lists know no such name, these words tell that it is one.

use super::Ruled;
use super::lexicon::{fold, is_place, known};
use crate::alphabet::pattern;
use crate::extract::values::Found;
use model::{MentionKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Words of introduction, and the name.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let kin = r"sister|brother|mother|mum|mom|father|dad|daughter|son|cousin|aunt|uncle|niece|nephew|wife|husband|grandmother|grandfather|friend|boyfriend|girlfriend|fiancée?|roommate|flatmate|neighbou?r|classmate";
    let en = format!(
        r"my (?:full |real )?name is|my name['’]s|(?:girl|boy|woman|man|child|baby|friend|teenager|worker|lady|guy)s? (?:called|named)|(?:one|another) of (?:the|these|those) (?:\p{{Ll}}+ )?(?:girls|women|boys|men|workers|victims|children|survivors|others),|(?:my|his|her|their|our|your) (?:\p{{Ll}}+ )?(?:{kin}),?|(?:he|she|they|who) (?:\p{{Ll}}+ )?(?:hit|beat|slapped|kicked|punched|raped|burned|strangled|stabbed|whipped|choked|starved)"
    );
    let kin = r"herman[oa]|hermanit[oa]|madre|mamá|padre|papá|hij[oa]|prim[oa]|t[íi][oa]|sobrin[oa]|espos[oa]|marido|abuel[oa]|amig[oa]|novi[oa]|vecin[oa]|compañer[oa]|cuñad[oa]";
    let es = format!(
        r"me llamo|mi nombre es|se llama(?:ba)?|que se hace llamar|(?:chic[oa]|mujer|joven|niñ[oa]|hombre|muchach[oa]) (?:llamad[oa]|de nombre)|(?:una|otra) de las (?:chicas|mujeres|jóvenes|niñas|víctimas|muchachas|trabajadoras),|(?:uno|otro) de los (?:chicos|hombres|jóvenes|niños|trabajadores|muchachos|jornaleros|rescatados),|(?:mi|su|tu|nuestr[oa]) (?:{kin}),?"
    );
    let kin = r"сестр(?:а|ы|е|у|ой)|брат(?:а|у|ом)?|мат(?:ь|ери|ерью)|мам(?:а|ы|е|у|ой)|отец|отца|отцу|доч(?:ь|ери|ку|ка)|сын(?:а|у|ом)?|т[её]т(?:я|ка|ку|ке|ю)|дяд(?:я|ю|е)|подруг(?:а|у|и|е|ой)|друг(?:а|у|ом)?|сосед(?:ка|ку|а|у)?|жен(?:а|у|ы|е|ой)|муж(?:а|у|ем)?|бабушк(?:а|у|и|е)|парень|парня";
    let ru = format!(
        r"(?:меня |её |ее |его |мою |мо[её] имя )?зовут|по имени|(?:одна|другая|одну|одной) из (?:девушек|женщин|потерпевших|девочек|пострадавших),|(?:один|другой|одного|одному) из (?:освобожд[её]нных|рабочих|парней|мужчин|потерпевших|пострадавших),|(?:мо[йяюе]|моего|моему|моей|е[её]|его|их|сво[юейя]|своего) (?:{kin}),?"
    );
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{en}|{es}|{ru}) [«“\x22]?(?P<name>(?-i:\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?(?: \p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?){{0,3}}))"
    ))
});

/// Whether words with capitals are a place, or anything else that is no person, by the lists.
fn is_no_person(name: &str) -> bool {
    let folded: Vec<String> = name.split(' ').map(fold).collect();
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let given = words.iter().any(|word| known(word).given);
    let pronoun = words.first().is_some_and(|word| OTHERS.contains(word));
    pronoun || !given && is_place(&words)
}

/// Words that begin with a capital at the head of a sentence or in headings and name nobody, folded.
const OTHERS: &[&str] = &[
    "he",
    "she",
    "they",
    "i",
    "the",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "el",
    "ella",
    "la",
    "он",
    "она",
    "они",
    "я",
];

/// Adds the people of a part whom such words introduce, makes people of what was taken for a place or a body, and lets a
/// name begin where it is introduced.
pub(super) fn corrected(text: &str, found: &mut Vec<Ruled>) {
    for hit in NAMED.captures_iter(text) {
        let Some(name) = hit.name("name").filter(|name| !is_no_person(name.as_str())) else {
            continue;
        };
        let span = Span::new(name.start(), name.end());
        let over = |ruled: &Ruled| ruled.found.span.overlaps(span);
        let kinds = [
            MentionKind::Person,
            MentionKind::Organisation,
            MentionKind::Place,
        ];
        match found.iter().position(over) {
            None => {
                let at = found.partition_point(|ruled| ruled.found.span.start < span.start);
                let person = Found {
                    span,
                    kind: MentionKind::Person,
                    value: None,
                };
                found.insert(
                    at,
                    Ruled {
                        found: person,
                        firm: true,
                    },
                );
            }
            Some(at) => {
                let alone = found.get(at + 1).is_none_or(|next| !over(next));
                let own = found[at].found.span;
                if !kinds.contains(&found[at].found.kind) || !alone || own.end < span.end {
                    continue;
                }
                // A kinship word or a first name that the lists do not know stands outside or inside by mistake.
                found[at].found.kind = MentionKind::Person;
                found[at].found.value = None;
                found[at].found.span = Span::new(span.start, own.end);
            }
        }
    }
}
