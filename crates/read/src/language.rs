//! Which language a text is in: by its script, and by the small words that no text goes without.
//!
//! Only English, Spanish and Russian have to be told from each other and from the rest. Neighbours
//! (Portuguese, French, Ukrainian ...) are counted so that they are not taken for one of the three.

use model::{BlockKind, Language, Part, PartKind};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Small words by language; a word may stand in several.
const WORDS: &[(Guess, &str)] = &[
    (
        Guess::En,
        "the of and to in that is was for it with as his he be on by at have are this not but had they you were their one all we can her has there been if more when will would who so no said which out about up what than its into them only other time some could these two may then do first any my now such like over our even most after also did many before must through where much your well down should because each just those people how too very she from him me i don't didn't it's hello yes call tell",
    ),
    (
        Guess::Es,
        "el la de que y en los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual sea poco ella estar estas algunas algo nosotros está están fue han había ha son dijo según años año hola bueno pues tú te mi vamos ahora",
    ),
    (
        Guess::Other,
        "o a os as do da dos das em um uma não com para por se na no nos mais como mas foi ao ele ela são você também já muito isso está pelo pela quando até seu sua ou",
    ),
    (
        Guess::Fr,
        "le la les de des du et en un une que qui dans pour pas au aux sur par plus ne se ce cette il elle nous vous ils avec est sont été être mais comme ou où leur son sa ses fait tout aussi",
    ),
    (
        Guess::De,
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde",
    ),
    (
        Guess::It,
        "il di che la e un una per non con del della in i le gli si da al dei delle lo sono come più ma anche nel alla ha è questo questa sua suo ai ed dal essere stato",
    ),
    (
        Guess::Nl,
        "de het een en van ik te dat die in is niet op aan met als voor zijn er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u nog zal",
    ),
    (
        Guess::Ru,
        "и в не на что с он я как это по а но они мы из у к за от так для о же все было бы его её ее то только когда уже или если до вы ты был была были быть есть нет при во со чтобы также который которые которого этого после себя нас вас им их ей мне ну да тебе под над об сказал сообщил года году лет может можно там тут где кто очень ещё еще через между без того том свои своих алло",
    ),
    (
        Guess::Uk,
        "і та що не на у в з до він як це за від але вони ми із про для й є був була були його її їх або якщо ще вже також який які яка під час після року щоб",
    ),
    (
        Guess::Bg,
        "и на да се в е за от с не по са ще това като но който която които при си или един една беше са бе ни му му те той тя",
    ),
];

/// A language that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Guess {
    En,
    Es,
    Ru,
    Other,
    Fr,
    De,
    It,
    Nl,
    Uk,
    Bg,
}

/// How many values [`Guess`] has.
const GUESSES: usize = 10;

fn table() -> &'static BTreeMap<&'static str, u16> {
    static TABLE: OnceLock<BTreeMap<&'static str, u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = BTreeMap::new();
        for (guess, words) in WORDS {
            for word in words.split(' ') {
                *table.entry(word).or_insert(0) |= 1 << (*guess as u16);
            }
        }
        table
    })
}

/// Words of one text that are counted.
const LOOK: usize = 3_000;

/// The language of a text; `Unknown` where it is another or there is too little to tell.
pub(crate) fn of(text: &str) -> Language {
    Count::of(text).language()
}

/// What is counted to tell the language.
#[derive(Default)]
struct Count {
    words: usize,
    cyrillic: usize,
    latin: usize,
    other_script: usize,
    hits: [usize; GUESSES],
    /// Letters that Russian does not have, but its neighbours do.
    not_russian: usize,
    only_russian: usize,
    only_spanish: usize,
    not_spanish: usize,
}

impl Count {
    fn of(text: &str) -> Self {
        let mut count = Self::default();
        for word in text
            .split(|c: char| !(c.is_alphabetic() || matches!(c, '\'' | '’')))
            .filter(|word| !word.is_empty())
            .take(LOOK)
        {
            count.word(&word.to_lowercase().replace('’', "'"));
        }
        for mark in text.chars().take(20_000).filter(|c| matches!(c, '¿' | '¡')) {
            count.only_spanish += mark.len_utf8();
        }
        count
    }

    fn word(&mut self, word: &str) {
        self.words += 1;
        if let Some(set) = table().get(word) {
            for (index, hits) in self.hits.iter_mut().enumerate() {
                *hits += usize::from(set & (1 << index) != 0);
            }
        }
        let (mut cyrillic, mut latin, mut other) = (false, false, false);
        for c in word.chars() {
            match c {
                'ы' | 'э' | 'ё' => self.only_russian += 1,
                'і' | 'ї' | 'є' | 'ґ' | 'ў' | 'ј' | 'љ' | 'њ' | 'ћ' | 'ђ' | 'џ' | 'ә' | 'қ'
                | 'ғ' | 'ң' | 'ү' | 'ө' | 'һ' => self.not_russian += 1,
                'ñ' => self.only_spanish += 1,
                'ã' | 'õ' | 'ç' | 'ê' | 'è' | 'à' | 'ù' | 'ß' | 'ä' | 'ö' | 'ł' | 'ș' | 'ț'
                | 'ą' | 'ę' | 'ø' | 'å' | 'ő' | 'č' | 'š' | 'ž' => self.not_spanish += 1,
                _ => {}
            }
            match u32::from(c) {
                0x41..=0x24f => latin = true,
                0x400..=0x52f => cyrillic = true,
                0x27 => {}
                _ => other = true,
            }
        }
        self.cyrillic += usize::from(cyrillic);
        self.latin += usize::from(latin);
        self.other_script += usize::from(other);
    }

    fn hit(&self, guess: Guess) -> usize {
        self.hits.get(guess as usize).copied().unwrap_or(0)
    }

    fn best_of(&self, guesses: &[Guess]) -> usize {
        guesses.iter().map(|&g| self.hit(g)).max().unwrap_or(0)
    }

    fn language(&self) -> Language {
        if self.words == 0 || self.other_script > self.latin.max(self.cyrillic) {
            return Language::Unknown;
        }
        if self.cyrillic > self.latin {
            return self.cyrillic_language();
        }
        let (english, spanish) = (self.hit(Guess::En), self.hit(Guess::Es));
        let others = self.best_of(&[Guess::Other, Guess::Fr, Guess::De, Guess::It, Guess::Nl]);
        let enough = |hits: usize| hits * 100 >= self.latin * 8 && hits > 0;
        if spanish + 3 * self.only_spanish > english
            && spanish + 3 * self.only_spanish > others
            && self.not_spanish <= self.only_spanish + self.latin / 25
            && (enough(spanish) || self.only_spanish > 0)
        {
            Language::Es
        } else if english > spanish && english > others && enough(english) {
            Language::En
        } else {
            Language::Unknown
        }
    }

    fn cyrillic_language(&self) -> Language {
        let russian = self.hit(Guess::Ru) + self.only_russian;
        let others = self.best_of(&[Guess::Uk, Guess::Bg]) + 2 * self.not_russian;
        let sure = russian > others;
        // One or two words say nothing but their letters, and Russian is the likeliest by far.
        let short = self.cyrillic < 6 && self.not_russian == 0;
        if sure || short {
            Language::Ru
        } else {
            Language::Unknown
        }
    }
}

/// Sets the language of each block that differs from the main one, and gives the main one.
pub(crate) fn mark(parts: &mut [Part]) -> Language {
    let mut main = String::new();
    for part in parts.iter().filter(|part| part.kind != PartKind::Header) {
        if part.blocks.is_empty() {
            main.push_str(
                part.text
                    .get(..part.text.floor_char_boundary(40_000))
                    .unwrap_or(""),
            );
        }
        for block in part
            .blocks
            .iter()
            .filter(|b| b.kind != BlockKind::Furniture)
        {
            if main.len() > 60_000 {
                break;
            }
            main.push_str(block.span.of(&part.text).unwrap_or(""));
            main.push('\n');
        }
    }
    let language = of(&main);
    for part in parts {
        for block in &mut part.blocks {
            if block.language.is_some() || matches!(block.kind, BlockKind::Row { .. }) {
                continue;
            }
            let text = block.span.of(&part.text).unwrap_or("");
            block.language = differs(text, language);
        }
    }
    language
}

/// The language of a block, if it is another than the document's and can be told for sure.
fn differs(text: &str, main: Language) -> Option<Language> {
    let count = Count::of(text.get(..text.floor_char_boundary(4_000)).unwrap_or(text));
    let own = count.language();
    let clear = match own {
        Language::Unknown => count.words >= 12,
        Language::Ru => count.cyrillic >= 1,
        Language::En | Language::Es => {
            count.words >= 3 || count.only_spanish > 0 || main == Language::Ru
        }
    };
    (own != main && clear).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Es, Ru, Unknown};

    #[test]
    fn three_languages_and_others() {
        for (language, text) in [
            (En, "Two of the recruits said they were promised work."),
            (En, "Did you call him?"),
            (Es, "La mujer dijo que «la profe» pagaba los pasajes."),
            (Es, "¿Cuándo viajaron?"),
            (Es, "Los vecinos de Gibara no quieren hablar."),
            (Ru, "По словам адвоката, контракты подписаны в Туле."),
            (Ru, "Алло, Паша"),
            (
                Unknown,
                "A polícia não quis comentar o caso, mas disse que as investigações continuam em São Paulo.",
            ),
            (
                Unknown,
                "Поліція повідомила, що підозрюваних було затримано у Києві, але їх імена не розголошуються.",
            ),
            (
                Unknown,
                "Le ministère a annoncé que les enquêteurs ont démantelé un réseau dans la région.",
            ),
            (
                Unknown,
                "Die Polizei hat am Montag mitgeteilt, dass zwei Männer festgenommen wurden.",
            ),
            (
                Unknown,
                "Il ministero ha detto che la rete è stata smantellata nella regione di Tula.",
            ),
            (Unknown, "+53 5 000 0123"),
            (Unknown, "北京市公安局发布通告"),
        ] {
            assert_eq!(of(text), language, "{text}");
        }
    }
}
