//! Names that stand behind words by which only a person is introduced: "my name is X", "one of the girls, X,", "se llama X",
//! «зовут X», "he hit X". Where the lists know no such name, these words tell that it is one.

use super::Ruled;
use super::lexicon::{fold, is_place, known};
use crate::alphabet::{Regex, pattern};
use crate::extract::values::Found;
use crate::kindred::{EN as KIN, ES as KIN_ES, RU as KIN_RU};
use model::{MentionKind, Span};
use std::sync::LazyLock;

/// A name of one to four words with capitals.
const NAME: &str =
    r"(?P<name>(?-i:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){0,3}))";

/// Somebody by name, in whatever case, as whose kin another is.
const OF_WHOM: &str = r"(?-i:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})";

/// Words of introduction, and the name.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let en = format!(
        r"(?:(?P<whose>[\p{{L}}’']+) )?(?:(?:full|real|first|given|proper) )?name(?: is| was|['’]s)(?: really| actually| supposedly)?|(?:girl|boy|woman|man|child|baby|friend|teenager|worker|lady|guy|lad|lass|kid)s? (?:called|named)|(?:s?he|they|who) (?:is|was|are|were) called|(?:goes|went) (?:only )?by(?: the name(?: of)?)?|call(?:s|ed) (?:herself|himself)|(?:one|another) of (?:the|these|those) (?:\p{{Ll}}+ )?(?:girls|women|boys|men|workers|victims|children|survivors|others),|(?:my|his|her|their|our|your) (?:\p{{Ll}}+ )?(?:{KIN})(?: is| was)?,?|(?:the|an?|our) (?:\p{{Ll}}+ )?(?:reporter|journalist|activist|blogger|lawyer|detective|inspector|prosecutor)|(?:he|she|they|who) (?:\p{{Ll}}+ )?(?:hit|beat|slapped|kicked|punched|raped|burned|strangled|stabbed|whipped|choked|starved)"
    );
    let es = format!(
        r"me llamo|(?:mi|su) (?:verdadero )?nombre (?:es|era)|se llama(?:n|ba|ban)?|que se hace llamar|(?:le|la|lo) (?:dicen|decían|llaman|llamaban)|(?:chic[oa]|mujer|joven|niñ[oa]|hombre|muchach[oa]|señora?|tip[oa]) (?:llamad[oa]|de nombre)|(?:una|otra) de las (?:chicas|mujeres|jóvenes|niñas|víctimas|muchachas|trabajadoras),|(?:uno|otro) de los (?:chicos|hombres|jóvenes|niños|trabajadores|muchachos|jornaleros|rescatados),|(?:mi|su|tu|nuestr[oa]|la|el|una?) (?:{KIN_ES}),?"
    );
    let ru = format!(
        r"(?:меня |её |ее |его |их |мою |тебя |мо[её] имя )?(?:зовут|звали|звать)|(?:е[её]|его|мо[её]) имя(?: —| –|:)?|по имени|называ(?:ет|ла|л) себя|назвал(?:ась|ся)|(?:одна|другая|одну|одной) из (?:девушек|женщин|потерпевших|девочек|пострадавших),|(?:один|другой|одного|одному) из (?:освобожд[её]нных|рабочих|парней|мужчин|потерпевших|пострадавших),|(?:(?:мо[йяюе]|моего|моему|моей|е[её]|его|их|сво[юейя]|своего) )?(?:{KIN_RU}),?"
    );
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{en}|{es}|{ru}) [«“\x22]?{NAME}"
    ))
});

/// A name behind whom the bearer is kin of: "the mother of Grace, Blossom, said", "al padre de Grace, Osaro,", «Жена Рахимова,
/// Зульфия,».
static KIN_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:{KIN}) of {OF_WHOM},|{OF_WHOM}['’]s? (?:\p{{Ll}}+ )?(?:{KIN}),?|(?:my|his|her|their|our|your) (?:{KIN})['’]s|(?:{KIN_ES}) de(?:l| la)? (?:\p{{Ll}}+ )?{OF_WHOM},|(?:{KIN_RU}) {OF_WHOM},) {NAME}(?P<end>,|\.| (?:said|says|told|wept|cried|dijo|contó|relató|declaró|сказал|рассказал|сообщил|заявил))"
    ))
});

/// A name before the words that call it one: «Дильноза её звали», "Desislava is her name", "Wendy se llama".
static TURNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}]){NAME},? (?:(?:е[её]|его|их|меня|девочку|девушку|женщину|парня|мальчика) (?:зовут|звали)|(?:is|was) (?:her|his|the (?:girl|boy|woman|man)['’]s) (?:real |first )?name|(?:se llama|se llamaba|es su nombre|era su nombre|le dec[íi](?:an|mos)|le dicen)(?: ella| él| la (?:chica|niña|otra))?)(?:$|[^\p{{L}}])"
    ))
});

/// Whose names are no people's: "the ship's name is".
const THINGS: &[&str] = &[
    "its",
    "ship's",
    "boat's",
    "vessel's",
    "company's",
    "firm's",
    "club's",
    "bar's",
    "hotel's",
    "agency's",
    "street's",
    "town's",
    "village's",
    "farm's",
    "restaurant's",
    "brand",
    "company",
    "firm",
    "business",
    "trade",
    "user",
    "file",
    "domain",
    "place",
    "product",
    "ship",
    "boat",
    "street",
    "account",
];

/// Whether words with capitals are a place, or anything else that is no person, by the lists.
fn is_no_person(name: &str) -> bool {
    let folded: Vec<String> = name.split(' ').map(fold).collect();
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let given = words.iter().any(|word| known(word).given);
    starts_with_pronoun(name) || !given && is_place(&words)
}

/// Whether the first of some words is none of a name.
fn starts_with_pronoun(name: &str) -> bool {
    let first = name.split(' ').next().map(fold).unwrap_or_default();
    OTHERS.contains(&first.as_str())
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
    "так",
    "как",
    "что",
    "а",
    "но",
    "и",
    "у",
    "кто",
    "там",
    "тогда",
    "потом",
    "теперь",
    "asi",
    "como",
    "que",
    "quien",
    "y",
    "no",
    "ahi",
    "tambien",
    "what",
    "that",
    "this",
    "how",
    "so",
    "who",
];

/// Adds the people of a part whom such words introduce, makes people of what was taken for a place or a body, and lets a
/// name begin where it is introduced.
pub(super) fn corrected(text: &str, found: &mut Vec<Ruled>) {
    for hit in NAMED.captures_iter(text) {
        let thing = hit.name("whose").is_some_and(|whose| {
            THINGS.contains(&whose.as_str().to_lowercase().replace('’', "'").as_str())
        });
        let name = hit.name("name").filter(|_| !thing);
        if let Some(name) = name.filter(|name| !is_no_person(name.as_str())) {
            introduce(found, Span::new(name.start(), name.end()));
        }
    }
    // Set off behind whose kin he is stands no place.
    let kin = KIN_OF
        .captures_iter(text)
        .filter_map(|hit| hit.name("name"));
    let turned = TURNED
        .captures_iter(text)
        .filter_map(|hit| hit.name("name"));
    for name in kin.chain(turned.filter(|name| !is_no_person(name.as_str()))) {
        if !starts_with_pronoun(name.as_str()) {
            introduce(found, Span::new(name.start(), name.end()));
        }
    }
}

/// Makes a person of the words at `span`.
pub(super) fn introduce(found: &mut Vec<Ruled>, span: Span) {
    let over = |ruled: &Ruled| ruled.found.span.overlaps(span);
    let kinds = [
        MentionKind::Person,
        MentionKind::Organisation,
        MentionKind::Place,
    ];
    let Some(at) = found.iter().position(over) else {
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
        return;
    };
    let alone = found.get(at + 1).is_none_or(|next| !over(next));
    let own = found[at].found.span;
    if !kinds.contains(&found[at].found.kind) || !alone || own.end < span.end {
        return;
    }
    // A kinship word or a first name that the lists do not know stands outside or inside by mistake.
    found[at].found.kind = MentionKind::Person;
    found[at].found.value = None;
    found[at].found.span = Span::new(span.start, own.end);
}
