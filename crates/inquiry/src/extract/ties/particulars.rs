//! Numbers, addresses and papers that stand beside a person's name as his own.
//!
//! "I, Ana Bell, born 3 May 1980, residing at 14 Dock Street, telephone ...": between the name and the thing stand only
//! other particulars and the words that introduce them.

use super::Ties;
use crate::extract::names::lexicon::fold;
use crate::extract::text::Setting;
use crate::extract::values::pattern;
use model::{Layer, Mention, MentionKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// Longest stretch of particulars after a name, in bytes.
const REACH: usize = 400;

/// A number right behind a name, or introduced by what it is.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:'s|’s)?[ ,:;(\-–—\t|]*(?:$|(?:[^.]{0,40}?(?:number|phone|tel[ée]fono|m[óo]vil|celular|n[úu]mero|номер|телефон\w*|WhatsApp|uses?|usa|used|usaba|пользу\w+|tel\.?|тел\.?)[^.]{0,24})$)",
    )
});

/// A home that a person is said to have: "Ana Bell lives at", "Ана Белл проживает по адресу".
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[^.;]{0,60}?\b(?:lives?|lived|living|resid\w+|of|from|vive|vivía|domicili\w+|residente|vecin[ao]|прожива\w+|живёт|живет|жил[аи]?|зарегистрирован\w*)\b[^.;]{0,40}$",
    )
});

/// Words that introduce a particular, folded; ends of words as people inflect them.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "a", "address", "adult", "age", "aged", "an", "and", "at", "birth", "born", "card", "citizen", "date", "divorced", "dob", "domiciled",
    "email", "e", "mail", "her", "his", "holder", "holding", "home", "id", "identity", "in", "is", "issued", "live", "lives", "living",
    "married", "mobile", "my", "national", "nationality", "no", "number", "occupation", "of", "old", "on", "passport", "phone", "resident",
    "residing", "resides", "single", "tel", "telephone", "the", "unemployed", "whatsapp", "widow", "widowed", "with", "years", "year",
    "anos", "calle", "carne", "carnet", "casada", "casado", "celular", "cedula", "ciudadana", "ciudadano", "con", "correo", "de", "del", "direccion",
    "dni", "domiciliada", "domiciliado", "domicilio", "edad", "el", "electronico", "en", "estado", "expedido", "fecha", "identidad", "la",
    "los", "mayor", "movil", "nacida", "nacido", "nacimiento", "natural", "numero", "pasaporte", "profesion", "residente", "soltera", "soltero",
    "su", "telefono", "titular", "vecina", "vecino", "viuda", "viudo", "y",
    "адрес", "адресу", "в", "выдан", "г", "гражданин", "гражданка", "года", "дата", "и", "зарегистрирован", "зарегистрированная", "зарегистрированный",
    "лет", "мобильный", "моб", "на", "номер", "паспорт", "по", "почта", "проживаю", "проживающая", "проживающий", "проживает", "р", "родившаяся",
    "родившийся", "рождения", "с", "серия", "тел", "телефон", "уроженец", "уроженка", "электронная",
];

/// Ties a person to the things beside his name.
pub(super) fn uses(ties: &mut Ties<'_, '_>) {
    let scene = ties.scene;
    let row = scene.sentence.setting == Setting::Row;
    let mut person: Option<&Mention> = None;
    for mention in scene.mentions {
        let thing = matches!(
            mention.kind,
            MentionKind::Phone | MentionKind::Address | MentionKind::Document
        );
        match mention.kind {
            MentionKind::Person if !(row && person.is_some()) => person = Some(mention),
            _ if thing => {
                let Some(owner) = person else { continue };
                if owns(ties, owner, mention, row) {
                    ties.tie(owner, mention, Layer::Uses, mention.place.span);
                }
            }
            _ => {}
        }
    }
}

/// Whether the thing is told to be the person's who stands before it.
fn owns(ties: &Ties<'_, '_>, owner: &Mention, thing: &Mention, row: bool) -> bool {
    let scene = ties.scene;
    let gap = Span::new(
        owner.place.span.end,
        thing.place.span.start.max(owner.place.span.end),
    );
    let words = scene.at(gap);
    match thing.kind {
        MentionKind::Phone => row || NUMBER.is_match(words) || introduced(ties, gap),
        // A web address in a row is the firm's as often as the person's; a home or mailbox is his.
        MentionKind::Address => {
            let web = scene.at(thing.place.span).contains("//");
            !web && (row || introduced(ties, gap) || is_home(ties, thing) && HOME.is_match(words))
        }
        _ => introduced(ties, gap),
    }
}

/// Whether an address is a postal one.
fn is_home(ties: &Ties<'_, '_>, thing: &Mention) -> bool {
    let words = ties.scene.at(thing.place.span);
    words.contains(' ') && !words.contains('@')
}

/// Whether only particulars, and words that introduce them, stand in the gap.
fn introduced(ties: &Ties<'_, '_>, gap: Span) -> bool {
    let scene = ties.scene;
    if gap.len() > REACH {
        return false;
    }
    let particular = |mention: &&Mention| {
        !matches!(mention.kind, MentionKind::Person | MentionKind::Role)
            && gap.contains(mention.place.span)
    };
    let mut at = gap.start;
    let mut strange = 0;
    for mention in scene.mentions.iter().filter(particular) {
        let before = Span::new(at, mention.place.span.start.max(at));
        strange += unknown(scene.at(before));
        at = at.max(mention.place.span.end);
    }
    strange + unknown(scene.at(Span::new(at, gap.end))) <= STRANGE
}

/// How many names of towns and the like may stand among the particulars.
const STRANGE: usize = 3;

/// How many words with a capital introduce no particular; one in small letters counts as too many. Numbers do not matter.
fn unknown(words: &str) -> usize {
    let word = |letter: char| !letter.is_alphanumeric();
    words
        .split(word)
        .filter(|word| !word.is_empty() && !word.chars().all(|letter| letter.is_ascii_digit()))
        .filter(|word| !WORDS.contains(&fold(word).as_str()))
        .map(|word| {
            if word.starts_with(char::is_uppercase) {
                1
            } else {
                STRANGE + 1
            }
        })
        .sum()
}
