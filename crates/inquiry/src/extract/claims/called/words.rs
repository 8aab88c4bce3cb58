//! The words by which what is told is called false, a table a language.

use super::super::view::View;
use model::Language;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The words of a language by which what is told is called false. A word ending in `*` stands for all that begin so.
pub(super) struct Words {
    /// Turn down what is told, whatever it is called.
    pub(super) turning: &'static [&'static str],
    /// Turn it down with the words behind them: "brushed off".
    pub(super) parted: &'static [(&'static str, &'static str)],
    /// Turn it down where they are negated.
    pub(super) taking: &'static [&'static str],
    /// Only give it a name.
    pub(super) calling: &'static [&'static str],
    /// Stands before what it is called.
    pub(super) link: &'static [&'static str],
    /// Says that it is not so.
    pub(super) lies: &'static [&'static str],
    /// Stands beside such words.
    pub(super) beside: &'static [&'static str],
    /// Nouns for what is told.
    pub(super) told: &'static [&'static str],
}

#[rustfmt::skip]
const ENGLISH: Words = Words {
    turning: &[
        "dismiss", "dismisses", "dismissed", "dismissing", "reject", "rejects", "rejected", "rejecting", "deny", "denies",
        "denied", "denying", "refute", "refutes", "refuted", "refuting", "dispute", "disputes", "disputed", "contest",
        "contests", "contested", "contesting", "scotch", "scotched", "quash", "quashed", "rebuff", "rebuffs", "rebuffed",
        "ridicule", "ridicules", "ridiculed", "impugn*", "disprove*", "rebut*", "dispel*", "gainsay*", "pooh-pooh*",
        "trash", "trashes", "trashed", "trashing", "rubbished", "rubbishes", "rubbishing", "challenge", "challenges", "challenged", "challenging", "explode", "explodes", "exploded",
        "negatived", "junk", "junks", "junked", "disabuse*", "discredit", "discredits", "discredited", "discrediting", "counter", "counters", "countered", "countering", "controvert*", "traverse", "traverses",
        "traversed", "parry", "parries", "parried", "squelch*", "squash", "squashes", "squashed", "squashing", "quell", "quells", "quelled", "quelling",
        "demolish*", "puncture", "punctures", "punctured", "discount", "discounts", "discounted", "discounting", "deride", "derides", "derided", "deriding",
        "mock", "mocks", "mocked", "mocking", "disbelieve", "disbelieves", "disbelieved", "confute*", "invalidate", "invalidates", "invalidated",
    ],
    parted: &[
        ("wav*", "away"), ("wav*", "aside"), ("wav*", "off"), ("brush*", "off"), ("brush*", "aside"), ("brush*", "away"),
        ("laugh*", "off"), ("shrug*", "off"), ("scoff*", "at"), ("sneer*", "at"), ("shot", "down"), ("shoot*", "down"),
        ("knock*", "down"), ("bat*", "away"), ("bat*", "aside"), ("swat*", "away"), ("swat*", "aside"),
        ("hit", "back at"), ("hits", "back at"), ("took", "exception to"), ("take*", "exception to"), ("taking", "exception to"),
        ("cast*", "doubt on"), ("pour*", "cold water on"), ("pour*", "scorn on"),
        ("pick*", "holes in"), ("pok*", "holes in"), ("knock*", "holes in"), ("hoot*", "at"), ("jeer*", "at"),
        ("mak*", "nonsense of"), ("made", "nonsense of"), ("put*", "no stock in"), ("set*", "no stock by"), ("knock*", "on the head"), ("dismiss*", "out of hand"), ("reject*", "out of hand"), ("put", "paid to"), ("puts", "paid to"), ("put", "to rest"), ("laid", "to rest"), ("lay*", "to rest"),
        ("put", "to bed"), ("made", "short work of"), ("make*", "short work of"), ("took", "strong exception to"), ("took", "strong issue with"),
        ("disagree*", "with"), ("beg*", "to differ with"), ("beg*", "to differ on"), ("has", "no truck with"), ("had", "no truck with"), ("have", "no truck with"),
        ("had", "no time for"), ("has", "no time for"), ("set*", "no store by"), ("plac*", "no credence in"), ("plac*", "no faith in"), ("gave", "no weight to"),
        ("hit", "out at"), ("hits", "out at"), ("hitting", "out at"), ("fire*", "back at"), ("bridl*", "at"), ("rail*", "against"), ("lash*", "out at"),
        ("slap*", "down"), ("bat*", "down"), ("fend*", "off"), ("tore", "apart"), ("tear*", "apart"), ("tore", "into"), ("pick*", "apart"), ("took", "apart"),
        ("blew", "apart"), ("stamp*", "on"), ("saw", "no truth in"), ("see*", "no truth in"), ("found", "no truth in"), ("find*", "no truth in"),
        ("see*", "no basis for"), ("saw", "no basis for"), ("set", "the record straight on"), ("set", "the record straight about"), ("set", "the record straight over"),
        ("refus*", "to accept"), ("declin*", "to accept"), ("refus*", "to countenance"), ("refus*", "to entertain"), ("issu*", "a denial of"),
        ("refus*", "to recognise"), ("refus*", "to recognize"), ("turned", "on its head"), ("steer*", "clear of"), ("repl*", "in the negative to"),
        ("quarrel*", "with"), ("took", "issue with"), ("take*", "issue with"), ("taking", "issue with"),
    ],
    taking: &["accept", "accepted", "recognise", "recognised", "recognize", "recognized", "countenance", "countenanced", "credit", "credited"],
    calling: &[
        "slam", "slams", "slammed", "slamming", "blast", "blasts", "blasted", "blasting", "call", "calls", "called", "calling", "brand", "brands", "branded", "branding", "label", "labels", "labeled",
        "labelled", "labelling", "labeling", "term", "terms", "termed", "describe", "describes", "described", "describing",
        "denounce", "denounces", "denounced", "denouncing", "characterized", "characterised", "decry", "decries", "decried",
        "condemned", "condemns", "deem", "deemed", "declared", "declares", "pronounced",
    ],
    link: &["as"],
    lies: &[
        "false", "untrue", "fabricated", "fabrication", "fabrications", "fiction", "fictitious", "fictional", "lie", "lies",
        "falsehood", "falsehoods", "fake", "fakes", "hoax", "invented", "invention", "inventions", "bogus", "baseless",
        "unfounded", "groundless", "fantasy", "fantasies", "nonsense", "untruth", "untruths", "disinformation", "misinformation", "incorrect",
        "rubbish", "garbage", "tosh", "bunk", "hogwash", "poppycock", "balderdash", "claptrap", "drivel", "propaganda", "slander", "slanders", "slanderous",
        "libel", "libellous", "libelous", "defamatory", "smear", "smears", "inaccurate", "misleading", "mistaken", "erroneous", "spurious",
        "concocted", "trumped-up", "unsubstantiated",
    ],
    beside: &[
        "complete", "utter", "pure", "total", "outright", "blatant", "malicious", "news", "simply", "just", "without",
        "foundation", "and", "or", "downright", "deliberate", "absolute", "cynical", "crude", "shameless", "all",
    ],
    told: &[
        "report", "reports", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "story", "stories",
        "rumour", "rumours", "rumor", "rumors", "suggestion", "suggestions", "assertion", "assertions", "statement",
        "statements", "version", "account", "accounts", "news", "speculation", "testimony", "contention", "notion",
        "information", "charge", "charges", "talk", "theory", "theories", "narrative", "narratives", "imputation", "imputations",
        "averment", "averments", "insinuation", "insinuations", "tale", "tales", "whisper", "whispers", "gossip", "innuendo", "innuendos",
        "explanation", "explanations", "finding", "findings", "warning", "warnings", "myth", "myths", "estimate", "estimates", "evidence",
        "legend", "legends", "belief", "averment", "boast", "boasts",
    ],
};

#[rustfmt::skip]
const SPANISH: Words = Words {
    turning: &[
        "rechaz*", "desech*", "desestim*", "negó", "niega", "niegan", "negaron", "desmint*", "desmient*", "refut*",
        "descart*", "impugn*", "controviert*", "controvirt*", "repel*", "ridiculiz*", "desvirtú*", "desvirtu*", "desautoriz*",
        "objet*", "desmentid*", "negad*", "desmont*", "desbarat*", "pulveriz*", "rebat*", "rebati*", "contradij*", "contradic*", "disip*",
        "acall*", "sacudió", "sacude", "sacudieron", "despej*", "desacredit*", "desbarat*",
    ],
    parted: &[
        ("sali*", "al paso de"), ("sali*", "al paso del"), ("sale*", "al paso de"), ("sale*", "al paso del"), ("desmarc*", "de"),
        ("desmarc*", "del"), ("desvincul*", "de"), ("desvincul*", "del"), ("rest*", "credibilidad a"), ("rest*", "credibilidad al"),
        ("rest*", "crédito a"), ("rest*", "crédito al"), ("rest*", "veracidad a"), ("rest*", "veracidad al"),
        ("ech*", "por tierra"), ("tir*", "por tierra"), ("ech*", "abajo"), ("tir*", "abajo"), ("salió", "al cruce de"), ("salió", "al cruce del"),
        ("salieron", "al cruce de"), ("salieron", "al cruce del"), ("sale*", "al cruce de"), ("sale*", "al cruce del"), ("saliendo", "al paso de"), ("saliendo", "al cruce de"),
        ("rest*", "toda|todo|cualquier credibilidad|veracidad|crédito|validez|verosimilitud|fundamento a|al"), ("rest*", "validez|verosimilitud a|al"),
        ("quitó", "?toda|todo|cualquier credibilidad|veracidad|validez|crédito|fundamento a|al"), ("quitaron", "?toda|todo|cualquier credibilidad|veracidad|validez|crédito|fundamento a|al"), ("quita", "?toda|todo|cualquier credibilidad|veracidad|validez|crédito|fundamento a|al"), ("quitan", "?toda|todo|cualquier credibilidad|veracidad|validez|crédito|fundamento a|al"), ("neg*", "?toda|todo|cualquier fundamento|credibilidad|veracidad|verosimilitud a|al"),
        ("niega*", "?toda|todo|cualquier fundamento|credibilidad|veracidad|verosimilitud a|al"), ("puso", "fin|coto a"), ("pusieron", "fin|coto a"), ("pone", "fin|coto a"), ("ponen", "fin|coto a"),
        ("hizo", "trizas|añicos"), ("hicieron", "trizas|añicos"), ("cort*", "de raíz"), ("burl*", "de"), ("rió", "de"), ("rio", "de"), ("rieron", "de"), ("mof*", "de"), ("protest*", "contra"),
        ("achac*", "a la|una ?mala envidia|imaginación|fantasía|invención"), ("atribuy*", "a la|una ?mala envidia|imaginación|fantasía|invención"),
    ],
    taking: &["acept*", "asum*", "reconoc*"],
    calling: &[
        "tild*", "calific*", "tach*", "llamó", "llamaron", "llama", "describió", "describieron", "describe", "dio", "dieron",
        "da", "dan", "dado", "consideró", "tildad*", "catalog*", "motej*", "reput*",
    ],
    link: &["de", "como", "por"],
    lies: &[
        "falso", "falsa", "falsos", "falsas", "falsedad", "falsedades", "mentira", "mentiras", "bulo", "bulos", "infundad*",
        "infundio*", "inciert*", "invención", "invenciones", "invento", "inventos", "inventad*", "fabricad*", "patraña*",
        "montaje*", "fake", "ficción", "embuste*", "desinformación", "disparate*", "fantas*", "fábula*", "novela*", "cuento*",
        "apócrif*", "amañad*", "falsead*", "trucad*", "mendaz", "mendaces", "calumni*", "absurd*", "descabellad*",
    ],
    beside: &["una", "un", "puro", "pura", "simple", "noticia", "noticias", "news", "y", "o", "vil", "burda", "burdo", "mera"],
    told: &[
        "versi*", "notici*", "informaci*", "rumor*", "denunci*", "afirmaci*", "declaraci*", "reporte*", "relato*", "acusaci*",
        "señalamiento*", "imputaci*", "publicaci*", "historia*", "especie", "testimoni*", "insinuaci*", "sospecha*",
        "informes", "conclusion*", "mensaje*", "infundio*", "tesis", "teoría*", "hipótesis", "argumento*", "queja*", "alegato*", "hechos", "cargos", "explicaci*",
        "habladur*", "cifra*", "creencia*", "mito", "mitos", "bulo", "bulos", "leyenda*", "chisme*", "temor*", "dato", "datos", "cálculo*",
    ],
};

#[rustfmt::skip]
const RUSSIAN: Words = Words {
    turning: &[
        "отверг*", "отмел*", "опроверг*", "отмета*", "отметя", "отвел", "отвела", "отвели", "отвело", "отводит", "отводят", "отводил*",
        "отклонил*", "отклоня*", "исключил*", "исключает", "исключают", "развеял*", "развеива*", "высмеял*", "высмеива*", "дезавуирова*", "оспорил*", "оспарива*",
        "пресек*", "рассея*", "рассеива*", "развенч*", "разоблач*", "парирова*", "парируе*", "парирую*", "отброс*", "отбрас*", "осмеял*", "осмеива*", "отринул*", "опрокин*",
        "отбил", "отбила", "отбили", "отбивает", "отбивают",
        "перечеркн*", "перечеркив*", "перечеркнув", "опрокид*", "разруш*", "похоронил*", "сокрушил*", "противореч*", "отбросив",
    ],
    parted: &[
        ("поднял*", "на смех"), ("поднима*", "на смех"), ("подняв", "на смех"), ("разнес*", "в пух и прах"), ("разбил*", "в пух и прах"),
        ("возража*", "против"), ("возрази*", "против"), ("протесту*", "против"), ("протестов*", "против"), ("выразил*", "несогласие с"), ("выража*", "несогласие с"),
        ("положил*", "конец"), ("поставил*", "точку в"), ("снял*", "с себя"), ("снима*", "с себя"), ("спорит", "с"), ("спорят", "с"), ("спорил*", "с"), ("спорит", "со"), ("спорят", "со"),
        ("посмеял*", "над"), ("посмеива*", "над"), ("насмеха*", "над"), ("смеется", "над"), ("смеются", "над"), ("смеял*", "над"),
        ("открещ*", "от"), ("открест*", "от"), ("отпира*", "от"), ("отрек*", "от"), ("отрека*", "от"), ("отбоярил*", "от"),
        ("отмахн*", "от"), ("отмахива*", "от"), ("отбива*", "от"), ("отвел*", "от"), ("отводи*", "от"),
        ("дал", "?решительный|жесткий|достойный|резкий|гневную|резкую отпор|отповедь"), ("дала", "?решительный|жесткий|достойный|резкий|гневную|резкую отпор|отповедь"),
        ("дали", "?решительный|жесткий|достойный|резкий|гневную|резкую отпор|отповедь"), ("дало", "?решительный|жесткий|достойный отпор|отповедь"), ("дав", "?решительный|жесткий отпор|отповедь"),
        ("дает", "?решительный|жесткий|достойный отпор|отповедь"), ("дают", "?решительный|жесткий|достойный отпор|отповедь"),
        ("выбил*", "почву|опору ?из-под из-под|у|под"), ("выбива*", "почву|опору из-под|у"), ("выбив", "почву из-под"), ("поставил*", "?жирный крест на"), ("ставит", "?жирный крест на"), ("ставят", "?жирный крест на"),
        ("отнес*", "к ?области|разряду|сфере|категории|числу|жанру ?чистого|чистой|чистых вымыс*|фантаст*|фантази*|сказ*|небылиц*|слухам|слухов|домысл*|выдум*|анекдот*|миф*|легенд*|сплет*|фейк*|страшил*|баек|байкам|бредням|басням|басен|россказн*"), ("относ*", "к ?области|разряду|сфере|категории|числу|жанру ?чистого|чистой|чистых вымыс*|фантаст*|фантази*|сказ*|небылиц*|слухам|слухов|домысл*|выдум*|анекдот*|миф*|легенд*|сплет*|фейк*|страшил*|баек|байкам|бредням|басням|басен|россказн*"),
        ("отнеся", "к ?области|разряду|сфере|категории|числу вымыс*|фантаст*|фантази*|сказ*|небылиц*|слухам|слухов|домысл*|выдум*|анекдот*|миф*|легенд*|сплет*|фейк*|страшил*|баек|байкам|бредням|басням|басен|россказн*"), ("причисл*", "к ?области|разряду|категории|числу вымыс*|фантаст*|фантази*|сказ*|небылиц*|слухам|слухов|домысл*|выдум*|анекдот*|миф*|легенд*|сплет*|фейк*|страшил*|баек|байкам|бредням|басням|басен|россказн*"), ("списал*", "на ?чужую|чью-то|чужое|больную|богатую|буйную|детскую|пылкую|чей-то фантази*|воображени*|вымыс*|зависть|наговор*|козни|сплетн*"),
        ("списав", "на ?чужую|чью-то|чужое|больную|богатую|буйную|детскую|чей-то фантази*|воображени*|вымыс*|зависть|наговор*|козни|сплетн*"), ("списыва*", "на ?чужую|чью-то|чужое|больную|богатую|буйную|детскую|чей-то фантази*|воображени*|вымыс*|зависть|наговор*|козни|сплетн*"),
        ("указ*", "на ?полную|явную|очевидную несостоятельность|ложность|лживость|ошибочность|беспочвенность|абсурдность|нелепость|недостоверность|надуманность|голословность|безосновательность"),
        ("заяви*", "о|об ?полной|явной|заведомой несостоятельности|ложности|лживости|ошибочности|беспочвенности|абсурдности|нелепости|недостоверности|надуманности|голословности|безосновательности"),
        ("заявля*", "о|об ?полной|явной|заведомой несостоятельности|ложности|лживости|ошибочности|беспочвенности|абсурдности|нелепости|недостоверности|надуманности|голословности|безосновательности"),
        ("сообщи*", "о|об ?полной|явной|заведомой ложности|лживости|ошибочности|недостоверности"), ("говор*", "о|об ?полной|явной|заведомой несостоятельности|ложности|лживости|ошибочности|беспочвенности|недостоверности|надуманности"),
        ("настаива*", "на ?полной|явной несостоятельности|ложности|лживости|ошибочности|беспочвенности|недостоверности|надуманности"),
    ],
    taking: &["принял*", "принима*"],
    calling: &["назвал*", "называ*", "назвав", "назван*", "счел", "сочл*", "счита*", "объявил*", "окрестил*", "признал*", "признает", "признают", "обозвал*",
        "находит", "находят", "нашел", "нашла", "нашли", "сочтя", "считая", "называя", "объявля*", "объявив", "обзыва*", "клейм*", "заклейм*", "расцен*",
        "квалифицир*", "охарактеризов*", "характеризу*", "именует", "именуют", "признан", "признана", "признано", "признаны", "сочтен", "сочтена", "сочтено", "сочтены", "объявлен", "объявлена", "объявлено", "объявлены",
    ],
    link: &["как"],
    lies: &[
        "ложь*", "ложью", "ложны*", "ложной", "ложное", "ложную", "неправд*", "выдумк*", "вымыс*", "домысл*", "фейк*",
        "недостоверн*", "фальшивк*", "соответствующ*", "вранье*", "беспочвенн*", "необоснованн*", "выдуманн*", "надуманн*",
        "клевет*", "наговор*", "вброс*", "слухами", "сплетней", "сплетнями", "лжив*", "нелеп*", "абсурд*", "фантази*", "небылиц*", "мистификаци*", "поклеп*", "поклёп*",
        "оговором", "голословн*", "навет*", "россказн*", "байк*", "сказкой", "сказками", "подделк*", "бреднями", "бредом", "чушью", "уткой", "утками", "мифом", "мифами", "легендой", "вздором", "ерундой", "чепухой", "брехней", "глупостью", "глупостями", "ахинеей", "враньем", "вракой", "враками", "несостоятельн*", "безосновательн*", "вымышленн*", "бездоказательн*", "смешным", "смешной", "смешными", "смехотворн*", "сфабрикованн*",
        "вздорн*", "дутым", "дутой", "дутыми", "дутую", "завышенн*", "заниженн*", "преувеличенн*", "преувеличени*", "пустым", "пустой", "пустыми", "несуществующ*", "порочащ*", "отвечающ*",
        "неправдоподобн*", "фальшив*", "липов*", "ошибочн*", "неверн*", "бредов*", "провокаци*", "фальсификаци*", "инсинуаци*", "измышлени*", "бессмыслиц*", "нонсенсом", "фикци*", "спекуляци*",
        "придуманн*", "неточн*", "искаженн*", "заблуждени*", "страшилк*", "россказнями", "дезинформаци*", "басн*", "клеветническ*", "неубедительн*",
    ],
    beside: &[
        "чистой", "воды", "газетной", "полным", "полнейшей", "сущим", "сущей", "совершенно", "абсолютно", "полностью", "заведомо", "откровенной", "наглой", "полной", "насквозь", "попросту", "сильно", "грубой", "досужим", "досужими", "чьей-то", "не", "действительности", "истине", "и", "чистым", "очередной",
        "очередным", "злонамеренной",
    ],
    told: &[
        "сообщени*", "слух*", "утверждени*", "обвинени*", "информаци*", "заявлени*", "сведени*", "публикаци*", "новост*",
        "верси*", "рассказ*", "слова", "показани*", "подозрени*", "предположени*", "упрек*", "то", "разговор*", "намек*", "довод*",
        "инсинуаци*", "жалоб*", "домысл*", "сказанное", "написанное", "услышанное", "прочитанное", "показанное", "извести*", "мысль", "сплетн*", "наговор*", "объяснени*", "мнени*", "данные",
        "вывод*", "миф", "мифа", "мифу", "мифы", "мифов", "цифр*", "опасени*", "подсчет*", "претензи*",
        "аргумент*", "тезис*", "репортаж*", "статью", "статьи", "измышлени*", "кривотолк*", "пересуд*", "выдумку", "молв*", "толки", "ответственность", "вину", "доклад*", "известий", "небылицу", "байку", "легенду", "сказку", "ложь", "слов", "словам", "прогноз*",
    ],
};

/// The words of the language that is read.
pub(super) fn words(view: &View<'_>) -> &'static Words {
    match view.lexicon.language {
        Language::Es => &SPANISH,
        Language::Ru => &RUSSIAN,
        Language::En | Language::Unknown => &ENGLISH,
    }
}

/// With which two bytes the verbs of a language begin that may call something false. Every one has two and more.
fn heads(words: &Words) -> FxHashSet<[u8; 2]> {
    let parted = words.parted.iter().map(|(verb, _)| verb);
    let lists = [words.turning, words.taking, words.calling];
    let all = lists.into_iter().flatten().chain(parted);
    all.filter_map(|verb| head(verb)).collect()
}

fn head(word: &str) -> Option<[u8; 2]> {
    word.as_bytes().first_chunk().copied()
}

static HEADS: LazyLock<[FxHashSet<[u8; 2]>; 3]> =
    LazyLock::new(|| [&ENGLISH, &SPANISH, &RUSSIAN].map(heads));

/// Whether a word may be such a verb: it begins as one. The lists themselves take longer to ask.
pub(super) fn may_call(view: &View<'_>, lower: &str) -> bool {
    let language = match view.lexicon.language {
        Language::En | Language::Unknown => 0,
        Language::Es => 1,
        Language::Ru => 2,
    };
    head(lower).is_some_and(|head| HEADS[language].contains(&head))
}

/// Whether a word is one of the list.
pub(super) fn is(list: &[&str], lower: &str) -> bool {
    list.iter().any(|word| match word.strip_suffix('*') {
        Some(stem) => lower.starts_with(stem),
        None => *word == lower,
    })
}
