//! Names in the lines of chats, which are clipped and often written small: "tell desta her son is here", "dile a maribel que
//! pague", «отец есть?» — «есть — Бахром». Only there do such words tell that the next one is a name.

use super::Ruled;
use super::introduced::introduce;
use super::lexicon::{fold, known};
use super::parts::is_noun;
use crate::alphabet::{Regex, pattern};
use crate::kindred::{EN, ES, RU};
use model::{BlockKind, Part, Span};
use std::sync::LazyLock;

/// Something to be told to somebody, whom nothing but the order names.
static ORDERS: LazyLock<Regex> = LazyLock::new(|| {
    let en = format!(
        r"(?:tell|told|ask|asked|text|msg|message|warn|remind) (?P<en>\p{{L}}[\p{{L}}’'-]+) (?:that )?(?:(?:her|his) (?:{EN})|s?he (?:must|has|needs|owes|better|can|will|is)|to (?:pay|come|bring|send|shut|be|get|call|keep|wait|stay|not)|we (?:have|got)|what happen|if|when)|how old is (?P<old>\p{{L}}[\p{{L}}’'-]+)"
    );
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{en}|(?:d[ií]|dec[ií]|d[ií]ga|d[ií]gan|av[ií]sa|av[ií]se|recu[eé]rda|preg[uú]nta|expl[ií]ca|adv[ií]erte|escr[ií]be|c[oó]bra)les? a (?P<es>\p{{L}}{{3,}}) (?:que|si|lo)|(?:qu[eé] edad|cu[aá]ntos años) tiene (?:la |el )?(?P<edad>\p{{L}}{{3,}})|(?:скажи|передай|напиши|напомни|объясни|сообщи)(?:те)? (?P<ru>\p{{L}}{{3,}}),? (?:что|чтоб|чтобы|пусть)|сколько лет (?P<let>\p{{L}}{{3,}}))(?:$|[^\p{{L}}])"
    ))
});

/// What only people do, right behind a name: "Ilinca lands at nine", "farah owes 3k", «нигора опять плачет».
static DOES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[.!?,;] |(?:^|[^\p{L}])(?:and|but|so|y|pero|e|и|а|но) )(?P<name>\p{L}{3,}) (?:lands|arrives|comes|came|wants|wanted|cries|cried|says|said|owes|owed|ran|needs|refuses|misses|rings|sleeps|asks|asked|won['’]?t|is (?:here|in|with|ready|coming|crying|sick|pregnant|asleep|gone|back|scared|upset|out)|llega|llegó|viene|vino|quiere|llora|lloró|dice|debe|duerme|no quiere|se escapó|se fue|está (?:aqu[íi]|lista|llorando|enferma|embarazada|mal)|(?:опять |снова |сегодня |завтра |уже |всё |не ){0,2}(?:приедет|приехала|прилетает|прилетела|плачет|просится|хочет|должна|сбежала|болеет|спит))(?:$|[^\p{L}])",
    )
});

/// Kin, and the name beside it.
static BESIDE_KIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:her|his|my|ur|your|the|our|sus?|tus?|mis?|la|el|е[её]|его|тво\p{{L}}+|мо\p{{L}}+|сво\p{{L}}+) (?:{EN}|{ES}|{RU}),? (?P<of>\p{{Ll}}{{3,}})|(?P<whose>\p{{Ll}}{{3,}})['’]s (?:{EN})|(?:{ES}) de (?:la |el )?(?P<de>\p{{Ll}}{{3,}})|(?:{RU}) (?P<ru>\p{{Ll}}{{3,}}))(?:$|[^\p{{L}}'’])"
    ))
});

/// Somebody after whom it is asked with an article, as only people are called in talk: "¿y la Yesenia?".
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:la|el) (?P<name>\p{L}{3,})(?:\?|(?P<soft>[,.!]|$)| (?:llega|llegó|viene|vino|ya|no|tiene|est[áa]|dice|quiere|va|se|sigue|debe)(?:$|[^\p{L}]))",
    )
});

/// Kin that are asked for, at the end of a turn or before a dash.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{EN}|{ES}|{RU}|parents|padres|родители|родственники|family|familia|gente|родня|new (?:one|girl)|name|nombre|имя|nueva|flaca|chica|новеньк\p{{L}}+|девушк\p{{L}}+|девочк\p{{L}}+|who|qui[eé]n|кто|звать|зовут)(?: [^.!?\n]{{1,24}})?\?$"
    ))
});

/// Who answers, with words that say yes and the name.
static ANSWER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^[^\p{{L}}]*(?P<yes>(?:(?i:yes|yeah|yep|yup|yh|ye|sure|sí|si|claro|hay|tiene|да|есть|ага|угу|имеется|жива?|(?:la |el |su |a )?(?:{EN}|{ES}|{RU}))(?:[ ,.—–-]+|$))*)(?:(?i:he is|she is|his name is|her name is|es|se llama|это|зовут) )?(?P<name>\p{{Lu}}\p{{Ll}}+(?: \p{{Lu}}\p{{Ll}}+)?)(?:[,.;!]|$| [—–(-])"
    ))
});

/// A question and its answer in one line: «отец есть? — Бахром».
static DASHED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\? ?[—–-] ?"));

/// Words that stand where a name could, folded: pronouns, groups, and what is also a given name.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "me", "him", "her", "them", "us", "you", "your", "my", "his", "the", "that", "this", "those", "these", "all", "both", "each", "everyone",
    "everybody", "somebody", "someone", "anyone", "anybody", "nobody", "one", "other", "another", "people", "police", "cops", "boss", "girls",
    "boys", "guys", "men", "women", "folks", "man", "woman", "driver", "buyer", "client", "doctor", "family", "parents", "who", "what", "how",
    "when", "where", "why", "if", "it", "is", "was", "will", "may", "can", "art", "mark", "grace", "hope", "joy", "faith", "and", "not", "now",
    "ella", "ellas", "ellos", "todos", "todas", "ambos", "ambas", "cualquiera", "nadie", "alguien", "usted", "ustedes", "gente", "dios", "otro",
    "otra", "otros", "otras", "quien", "los", "las", "una", "uno", "ese", "esa", "este", "esta", "aquel", "aquella", "jefe", "jefa", "chicas",
    "chicos", "chica", "chico", "mis", "tus", "sus", "nuestra", "nuestro", "cada", "luz", "cruz", "paz", "rosa", "mar", "sol", "alma", "consuelo",
    "rosario", "pilar", "victoria", "gloria", "soledad", "dolores", "cielo", "esperanza", "estrella", "perla", "flor", "aurora", "alba", "linda",
    "reina", "nieves", "mercedes", "virgen", "lunes", "domingo", "abril", "julio", "agosto", "plata", "patron", "patrona", "policia",
    "nothing", "everything", "something", "anything", "bro", "mate", "dude", "landlord", "money", "mum", "she", "they", "which", "there", "here", "dead",
    "todo", "nada", "algo", "dinero", "muerta", "muerto", "senora", "senor", "ahora", "aqui", "ahi",
    "она", "они", "кто", "все", "никто", "та", "эта", "тот", "этот", "это", "хозяин", "хозяика", "шеф", "босс", "начальник", "мужик", "девка",
    "девчонка", "новенькая", "малая", "старшая", "мелкая", "сеичас", "теперь", "вслух", "опять", "спасибо", "деньги", "нет", "мертв", "умер", "умерла",
    "ему", "еи", "им", "мне", "нам", "вам", "тебе", "себе", "всем", "кому", "тому", "этому", "этои", "тои", "другои", "другому", "однои", "одному",
    "каждои", "каждому", "своеи", "своему", "моеи", "моему", "твоеи", "твоему", "нашеи", "нашему", "ментам", "шефу", "боссу", "хозяину", "хозяике",
    "начальнику", "водиле", "девке", "бабе", "тете", "дяде", "вера", "надежда", "любовь", "вере", "надежде", "любви",
];

/// The same where only the mark over a letter tells them from a name: "Nino", "Nina".
const CHILDREN: [&str; 2] = ["niño", "niña"];

/// Whether a word beside such words names somebody: none that is something else.
fn names(word: &str) -> bool {
    let folded = fold(word).replace('й', "и");
    let kin = |words: &str| {
        static KIN: LazyLock<Regex> =
            LazyLock::new(|| pattern(&format!(r"(?i)^(?:{EN}|{ES}|{RU}|mam|mamita|papito)$")));
        KIN.is_match(words)
    };
    !OTHERS.contains(&folded.as_str())
        && !CHILDREN.contains(&word.to_lowercase().as_str())
        && !is_noun(word)
        && !kin(word)
}

/// Whether the lists have a word as a given name.
fn is_given(word: &str) -> bool {
    known(&fold(word)).given
}

/// Where the turns of a part stand, in text order.
fn turns(part: &Part) -> impl Iterator<Item = Span> {
    part.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Turn { .. } => Some(block.span),
        _ => None,
    })
}

/// Adds the people whom the lines of a chat name.
pub(super) fn corrected(part: &Part, found: &mut Vec<Ruled>) {
    let mut earlier = "";
    for turn in turns(part) {
        let Some(said) = turn.of(&part.text) else {
            continue;
        };
        let answer = answer(earlier, said).map(|name| (name, true));
        for (name, sure) in told(said).into_iter().chain(answer) {
            let name = Span::new(turn.start + name.start, turn.start + name.end);
            // What may be anything is somebody only where it was read as a name.
            if sure || found.iter().any(|ruled| ruled.found.span == name) {
                introduce(found, name);
            }
        }
        earlier = said;
    }
}

/// Whom one turn names, as spans in it, and whether they can be nothing else.
fn told(said: &str) -> Vec<(Span, bool)> {
    let mut all = Vec::new();
    for hit in ORDERS.captures_iter(said) {
        let groups = ["en", "old", "es", "edad", "ru", "let"];
        let Some(name) = groups.iter().find_map(|group| hit.name(group)) else {
            continue;
        };
        let adverb = hit.name("ru").is_some() && is_adverb(name.as_str());
        if names(name.as_str()) && !adverb {
            all.push((Span::new(name.start(), name.end()), true));
        }
    }
    let groups = ["name", "of", "whose", "de", "ru"];
    for hit in [&*DOES, &*BESIDE_KIN, &*ARTICLE]
        .into_iter()
        .flat_map(|regex| regex.captures_iter(said))
    {
        let Some(name) = groups.iter().find_map(|group| hit.name(group)) else {
            continue;
        };
        let word = name.as_str();
        let large = word.starts_with(char::is_uppercase);
        let given = is_given(word);
        if names(word) && (large || given && hit.name("soft").is_none()) {
            all.push((Span::new(name.start(), name.end()), given));
        }
    }
    for dash in DASHED.find_iter(said) {
        let asks = ASKED.is_match(&said[..=dash.start()]);
        let name = named(&said[dash.end()..], true).filter(|_| asks);
        let at = dash.end();
        all.extend(name.map(|name| (Span::new(at + name.start, at + name.end), true)));
    }
    all
}

/// Whether a Russian word in small letters is an adverb or a plural: «скажи честно, что», «скажи девчонкам, что».
fn is_adverb(word: &str) -> bool {
    let ends = ["о", "ам", "ям", "им", "ым", "ём"];
    !word.starts_with(char::is_uppercase) && ends.iter().any(|end| word.ends_with(end))
}

/// Whom a turn names that answers who asks for kin.
fn answer(earlier: &str, said: &str) -> Option<Span> {
    let asks = ASKED.is_match(earlier.trim_end());
    named(said, false).filter(|_| asks)
}

/// Whom the words of an answer name; `sure` says that they can be nothing else, as behind a dash.
fn named(said: &str, sure: bool) -> Option<Span> {
    let hit = ANSWER.captures(said)?;
    let name = hit.name("name")?;
    let first = name.as_str().split(' ').next()?;
    let yes = hit.name("yes").is_some_and(|yes| !yes.is_empty());
    let is_name = names(first) && (sure || yes || is_given(first));
    is_name.then(|| Span::new(name.start(), name.end()))
}
