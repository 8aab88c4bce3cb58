//! A small lexicon in three languages: what a word is about, so that claims can be compared across languages.
//!
//! Entries are beginnings of folded words (see `fold`: `й` is `и`, `ñ` is `n`), so that inflected forms match.

/// A concept, by its index in [`CONCEPTS`].
pub(super) type Concept = usize;

/// Concepts: a name (countries begin with `@`), whether it is an event or state that people undergo (for scope), and beginnings of words.
const CONCEPTS: &[(&str, bool, &[&str])] = &[
    (
        "recruit",
        true,
        &[
            "recruit",
            "reclut",
            "вербов",
            "завербов",
            "вербуе",
            "enlist",
            "enrol",
            "alist",
            "captado",
            "captaron",
            "captaba",
            "hired",
            "contratad",
            "наняли",
            "нанят",
        ],
    ),
    (
        "travel",
        true,
        &[
            "travel",
            "viaj",
            "flew",
            "flown",
            "fly0",
            "vol0",
            "volo0",
            "volar0",
            "volaron",
            "depart",
            "partieron",
            "trip0",
            "trips0",
            "выехал",
            "вылет",
            "прибыл",
            "arriv",
            "llegaron",
            "llegar",
            "приехал",
            "поехал",
            "поездк",
            "journey",
        ],
    ),
    (
        "send",
        true,
        &[
            "sent0",
            "send0",
            "enviad",
            "enviar",
            "enviaron",
            "отправ",
            "shipped",
        ],
    ),
    (
        "await",
        true,
        &[
            "await",
            "waiting",
            "wait0",
            "espera",
            "aguard",
            "ожида",
            "ждут",
        ],
    ),
    (
        "fight",
        true,
        &[
            "fight",
            "fought",
            "combat",
            "lucha",
            "pelea",
            "сража",
            "воюют",
            "воева",
            "боев",
        ],
    ),
    (
        "die",
        true,
        &[
            "killed",
            "died0",
            "dead0",
            "death",
            "muert",
            "murier",
            "fallec",
            "погиб",
            "убит",
            "смерт",
            "умер",
        ],
    ),
    (
        "arrest",
        true,
        &[
            "arrest",
            "detain",
            "detenid",
            "detuv",
            "detenc",
            "задерж",
            "арест",
            "captur",
        ],
    ),
    (
        "custody",
        false,
        &["custody", "custodia", "стражеи", "behind"],
    ),
    (
        "remain",
        false,
        &[
            "remain",
            "permane",
            "siguen",
            "seguian",
            "seguia",
            "остают",
            "остает",
            "stayed",
            "still0",
        ],
    ),
    ("identify", true, &["identif", "опозна", "named0"]),
    (
        "charge",
        true,
        &["charged", "indict", "acusad", "imputad", "обвин", "предъяв"],
    ),
    (
        "convict",
        true,
        &[
            "convict",
            "condena",
            "осужд",
            "приговор",
            "verdict",
            "veredict",
            "fallo0",
        ],
    ),
    (
        "try",
        true,
        &["tried0", "trial", "juicio", "juzgad", "судим"],
    ),
    (
        "dismantle",
        false,
        &[
            "dismantl",
            "desmantel",
            "desarticul",
            "ликвид",
            "разгром",
            "обезвре",
            "broke0",
            "broken0",
            "breaking0",
            "smash",
            "busted",
            "neutraliz",
            "неитрализ",
            "пресеч",
            "пресек",
            "раскры",
            "вскры",
        ],
    ),
    ("mercenary", false, &["mercenar", "наемни"]),
    ("contract", true, &["contract", "контракт", "договор"]),
    (
        "sign",
        true,
        &[
            "signed",
            "signing",
            "sign0",
            "firmar",
            "firmado",
            "firmaron",
            "firmaban",
            "подписа",
            "подпис",
        ],
    ),
    (
        "pay",
        true,
        &[
            "paid0",
            "pay0",
            "pays0",
            "paying",
            "payment",
            "pago0",
            "pagos",
            "pagar",
            "pagab",
            "pagad",
            "pagaro",
            "плати",
            "заплати",
            "выплат",
            "оплат",
            "financ",
            "covering",
        ],
    ),
    (
        "earn",
        false,
        &[
            "earn0",
            "earned",
            "earning",
            "gana0",
            "ganar",
            "ganab",
            "ganado",
            "ganaron",
            "зараб",
        ],
    ),
    (
        "wage",
        false,
        &["wage", "salari", "salary", "зарплат", "оклад", "жаловань"],
    ),
    (
        "ticket",
        false,
        &["ticket", "pasaje", "boleto", "билет", "airfare"],
    ),
    ("passport", false, &["passport", "pasaporte", "паспорт"]),
    (
        "visa",
        false,
        &["visa0", "visas0", "visado", "виза0", "визы0", "визу0"],
    ),
    (
        "know",
        false,
        &[
            "knew0",
            "know0",
            "known0",
            "sabia0",
            "sabe0",
            "saben",
            "sabian",
            "conocia",
            "conocer",
            "conocio",
            "знал",
            "знает",
            "знали",
            "aware",
        ],
    ),
    (
        "deceive",
        true,
        &[
            "deceiv",
            "tricked",
            "engan",
            "обману",
            "обманом",
            "fraud",
            "estafa",
        ],
    ),
    ("promise", false, &["promis", "prometi", "обещ"]),
    ("offer", false, &["offer", "ofrec", "предлож", "предлаг"]),
    (
        "network",
        false,
        &[
            "network",
            "ring0",
            "red0",
            "redes",
            "сеть0",
            "сети0",
            "сетью",
            "banda",
            "gang0",
            "группиров",
        ],
    ),
    (
        "organiser",
        false,
        &[
            "organizador",
            "organizer",
            "organiser",
            "ringlead",
            "cabecill",
            "leader",
            "lider0",
            "организатор",
            "главар",
        ],
    ),
    (
        "helper",
        false,
        &[
            "helper",
            "accomplice",
            "complice",
            "пособник",
            "сообщник",
            "ayudante",
            "colaborador",
            "помощник",
        ],
    ),
    (
        "war",
        false,
        &["war0", "guerra", "воина0", "воину0", "воине0"],
    ),
    (
        "military",
        false,
        &[
            "military",
            "militar",
            "военн",
            "army0",
            "ejercit",
            "армия0",
            "армии0",
            "армию",
            "armed0",
            "unit0",
            "части0",
            "часть0",
        ],
    ),
    (
        "citizen",
        false,
        &["citizen", "ciudadan", "граждан", "nationals"],
    ),
    (
        "person",
        false,
        &[
            "people",
            "person",
            "men0",
            "man0",
            "hombre",
            "человек",
            "людеи",
            "люди",
        ],
    ),
    (
        "woman",
        false,
        &["woman", "women", "mujer", "женщин", "lady0"],
    ),
    (
        "young",
        false,
        &[
            "young",
            "youth",
            "joven",
            "юнош",
            "молод",
            "парнеи",
            "lads0",
            "boy0",
            "muchacho",
        ],
    ),
    (
        "minor",
        false,
        &[
            "minor0",
            "minors",
            "menor0",
            "menores",
            "несовершеннолет",
            "underage",
            "child",
            "nino0",
            "ninos",
            "дети",
            "детеи",
        ],
    ),
    ("victim", false, &["victim", "жертв", "потерпев"]),
    ("police", false, &["police", "polici", "полици"]),
    ("authority", false, &["authorit", "autoridad", "власт"]),
    (
        "investigation",
        false,
        &["investig", "расслед", "следств", "следовател", "detectiv"],
    ),
    ("ministry", false, &["ministr", "ministeri", "министерств"]),
    (
        "embassy",
        false,
        &[
            "embass",
            "embaj",
            "ambassad",
            "посольств",
            "посол0",
            "посла0",
        ],
    ),
    ("consul", false, &["consul", "консул"]),
    (
        "phone",
        false,
        &[
            "phone",
            "telefon",
            "calls0",
            "llamad",
            "звон",
            "телефон",
            "communicat",
            "comunicac",
            "переговор",
        ],
    ),
    (
        "intercept",
        false,
        &["intercept", "перехва", "прослуш", "wiretap", "taps0"],
    ),
    (
        "document",
        false,
        &["document", "докумен", "papers0", "papeles"],
    ),
    ("dollar", false, &["dollar", "dolar", "доллар", "usd0"]),
    ("rouble", false, &["rouble", "ruble", "rublo", "рубл"]),
    ("euro", false, &["euro", "евро0"]),
    ("peso", false, &["peso0", "pesos0", "песо0"]),
    (
        "money",
        false,
        &[
            "money",
            "dinero",
            "деньг",
            "денег",
            "efectivo",
            "cash0",
            "наличн",
        ],
    ),
    (
        "return",
        true,
        &[
            "return0",
            "returned",
            "regres",
            "volvieron",
            "вернул",
            "repatri",
            "возвра",
        ],
    ),
    ("injure", true, &["wounded", "injur", "herido", "ранен"]),
    (
        "company",
        false,
        &["company", "empres", "compania", "firm0", "компани", "фирм"],
    ),
    ("agency", false, &["agency", "agencia", "агентств"]),
    (
        "construction",
        false,
        &[
            "construct",
            "construcc",
            "строи",
            "building0",
            "brick",
            "ladrill",
            "кирпич",
            "obra0",
            "obras",
        ],
    ),
    (
        "guard",
        false,
        &[
            "guard0",
            "guards0",
            "vigilanc",
            "охран",
            "security",
            "seguridad",
        ],
    ),
    (
        "flight",
        false,
        &["flight", "vuelo", "реис", "plane0", "avion", "самолет"],
    ),
    (
        "deny",
        false,
        &[
            "deny0",
            "denied",
            "denies",
            "desmint",
            "desmient",
            "опроверг",
        ],
    ),
    (
        "release",
        true,
        &["released", "freed0", "liberad", "освобо"],
    ),
    ("missing", true, &["missing", "desaparecid", "пропал"]),
    (
        "traffick",
        false,
        &["traffick", "trata0", "tratante", "traficant", "торговл"],
    ),
    (
        "family",
        false,
        &[
            "famil",
            "семь",
            "родствен",
            "household",
            "relatives",
            "pariente",
        ],
    ),
    (
        "mother",
        false,
        &["mother", "madre", "мать0", "матери0", "мама0", "мамы0"],
    ),
    (
        "son",
        false,
        &[
            "son0",
            "sons0",
            "hijo0",
            "hijos0",
            "сын0",
            "сына0",
            "сыном",
            "сыновеи",
        ],
    ),
    (
        "brother",
        false,
        &["brother", "herman", "брат0", "брата0", "братом"],
    ),
    (
        "lawyer",
        false,
        &["lawyer", "attorney", "abogad", "адвокат", "юрист"],
    ),
    (
        "teacher",
        false,
        &["teacher", "maestra", "maestro", "profesor", "учител"],
    ),
    (
        "year",
        false,
        &[
            "year0",
            "years",
            "ano0",
            "anos0",
            "год0",
            "года0",
            "лет0",
            "году0",
        ],
    ),
    (
        "month",
        false,
        &["month", "mes0", "meses", "mensual", "месяц"],
    ),
    ("week", false, &["week0", "weeks", "semana", "недел"]),
    (
        "day",
        false,
        &["day0", "days", "dia0", "dias", "день0", "днеи"],
    ),
    (
        "each",
        false,
        &["each0", "per0", "cada0", "каждыи", "каждого", "каждому"],
    ),
    (
        "name",
        false,
        &[
            "name0",
            "names",
            "nombre",
            "имена",
            "имен0",
            "имя0",
            "identities",
        ],
    ),
    ("result", false, &["result", "результат"]),
    ("publish", false, &["publish", "publica", "опублик"]),
    ("criminal", false, &["criminal", "penal0", "уголовн"]),
    (
        "official",
        false,
        &["official", "funcionari", "чиновник", "должностн"],
    ),
    (
        "facilitate",
        false,
        &["facilita", "организова", "способств", "содеиств"],
    ),
    ("spring", false, &["spring0", "primavera", "весн"]),
    (
        "summer",
        false,
        &["summer", "verano", "лето0", "летом", "лета0"],
    ),
    ("january", false, &["january", "enero", "январ"]),
    ("february", false, &["february", "febrero", "феврал"]),
    (
        "march",
        false,
        &["march0", "marzo", "марта", "марте", "март0"],
    ),
    ("april", false, &["april", "abril", "апрел"]),
    ("may", false, &["mayo0", "мая0", "мае0"]),
    ("june", false, &["june", "junio", "июн"]),
    ("july", false, &["july", "julio", "июл"]),
    ("august", false, &["august", "agosto", "август"]),
    ("september", false, &["september", "septiembre", "сентябр"]),
    ("october", false, &["october", "octubre", "октябр"]),
    ("november", false, &["november", "noviembre", "ноябр"]),
    ("december", false, &["december", "diciembre", "декабр"]),
    ("monday", false, &["monday", "lunes", "понедельник"]),
    ("tuesday", false, &["tuesday", "martes", "вторник"]),
    (
        "wednesday",
        false,
        &["wednesday", "miercoles", "сред0", "среду"],
    ),
    ("thursday", false, &["thursday", "jueves", "четверг"]),
    ("friday", false, &["friday", "viernes", "пятниц"]),
    ("saturday", false, &["saturday", "sabado", "суббот"]),
    ("sunday", false, &["sunday", "domingo", "воскресен"]),
    (
        "@cuba",
        false,
        &[
            "cuba0",
            "cubas0",
            "cuban",
            "куб0",
            "куба0",
            "кубы0",
            "кубе0",
            "кубу0",
            "кубин",
        ],
    ),
    (
        "@russia",
        false,
        &[
            "russia",
            "rusia0",
            "ruso0",
            "rusa0",
            "rusos",
            "rusas",
            "россии",
            "русск",
            "россия",
        ],
    ),
    ("@ukraine", false, &["ukrain", "ucrani", "украин"]),
    (
        "@belarus",
        false,
        &["belarus", "bielorrus", "белорус", "беларус"],
    ),
    ("@venezuela", false, &["venezuel", "венесуэл"]),
    ("@mexico", false, &["mexic", "мексик"]),
    (
        "@spain",
        false,
        &["spain", "spanish", "espana", "espanol", "испан"],
    ),
    (
        "@usa",
        false,
        &[
            "american0",
            "americans",
            "estadounid",
            "американ",
            "usa0",
            "сша0",
        ],
    ),
    ("@colombia", false, &["colombia", "колумб"]),
    ("@nicaragua", false, &["nicarag", "никарагуа"]),
    ("@serbia", false, &["serbia", "сербск", "серби"]),
    ("@kazakhstan", false, &["kazakh", "kazaj", "казах"]),
    ("@panama", false, &["panam", "панам"]),
    ("@dominican", false, &["dominican", "доминикан"]),
    ("@haiti", false, &["haiti", "гаити"]),
    (
        "@turkey",
        false,
        &["turkey", "turkish", "turqu", "турц", "турец"],
    ),
    ("moscow", false, &["moscow", "moscu", "moskv", "москв"]),
    ("havana", false, &["havana", "habana", "гаван"]),
    (
        "tula",
        false,
        &["tula0", "тула0", "туле0", "тулы0", "тулу0", "тульск"],
    ),
];

/// The concepts that a folded word may name. An entry ending in `0` matches the whole word only.
pub(super) fn concepts(word: &str) -> impl Iterator<Item = Concept> + '_ {
    CONCEPTS
        .iter()
        .enumerate()
        .filter(move |(_, (_, _, starts))| starts.iter().any(|start| matches(word, start)))
        .map(|(at, _)| at)
}

fn matches(word: &str, start: &str) -> bool {
    match start.strip_suffix('0') {
        Some(whole) => word == whole,
        None => word.starts_with(start),
    }
}

/// Whether the concept is something that happens to people or that they do: the same number said of two of these is another scope.
pub(super) fn is_scope(concept: Concept) -> bool {
    CONCEPTS.get(concept).is_some_and(|(_, scope, _)| *scope)
}

/// Whether the concept is a country.
pub(super) fn is_country(concept: Concept) -> bool {
    CONCEPTS
        .get(concept)
        .is_some_and(|(name, _, _)| name.starts_with('@'))
}

/// Whether the concept is a month of the year.
pub(super) fn is_month(concept: Concept) -> bool {
    let months = named("january").zip(named("december"));
    months.is_some_and(|(first, last)| (first..=last).contains(&concept))
}

/// The concept of this name.
pub(super) fn named(name: &str) -> Option<Concept> {
    CONCEPTS.iter().position(|(known, _, _)| *known == name)
}

/// Words that say nothing of what a claim is about.
pub(super) fn is_stop(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

/// Hedges: words that lower certainty. Beginnings of folded words.
pub(super) fn is_hedge(word: &str) -> bool {
    const HEDGES: [&str; 30] = [
        "alleg",
        "reported",
        "suppos",
        "presunt",
        "supuest",
        "якобы",
        "предполож",
        "apparent",
        "possibl",
        "posibl",
        "возмож",
        "вероят",
        "probabl",
        "perhaps",
        "maybe",
        "quiza",
        "might",
        "may0",
        "could0",
        "podria",
        "habria",
        "believ",
        "предполаг",
        "считается",
        "suspect",
        "sospech",
        "подозр",
        "unconfirmed",
        "неподтвержд",
        "claim",
    ];
    HEDGES.iter().any(|hedge| matches(word, hedge))
}

/// Negations inside a content.
pub(super) fn is_negation(word: &str) -> bool {
    matches!(
        word,
        "not"
            | "no"
            | "never"
            | "none"
            | "nobody"
            | "without"
            | "nunca"
            | "jamas"
            | "ningun"
            | "ninguna"
            | "ninguno"
            | "nadie"
            | "sin"
            | "не"
            | "нет"
            | "ни"
            | "никто"
            | "никогда"
            | "никаких"
            | "без"
            | "t"
    )
}

/// The value of a number: digits, or a number word in one of the three languages (folded).
pub(super) fn number(word: &str) -> Option<u64> {
    if word.starts_with(|l: char| l.is_ascii_digit()) {
        return (word.len() <= 15 && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten();
    }
    NUMBERS
        .iter()
        .find(|(_, words)| words.contains(&word))
        .map(|(value, _)| *value)
}

/// Number words from two up ("one" is too often no number).
const NUMBERS: [(u64, &[&str]); 27] = [
    (
        2,
        &["two", "dos", "два", "две", "двух", "двум", "двое", "двоих"],
    ),
    (
        3,
        &["three", "tres", "три", "трех", "трем", "трое", "троих"],
    ),
    (
        4,
        &["four", "cuatro", "четыре", "четырех", "четверо", "четверых"],
    ),
    (5, &["five", "cinco", "пять", "пяти", "пятеро"]),
    (6, &["six", "seis", "шесть", "шести"]),
    (7, &["seven", "siete", "семь", "семи"]),
    (8, &["eight", "ocho", "восемь", "восьми"]),
    (9, &["nine", "nueve", "девять", "девяти"]),
    (10, &["ten", "diez", "десять", "десяти"]),
    (11, &["eleven", "once", "одиннадцать", "одиннадцати"]),
    (12, &["twelve", "doce", "двенадцать", "двенадцати"]),
    (13, &["thirteen", "trece", "тринадцать", "тринадцати"]),
    (14, &["fourteen", "catorce", "четырнадцать", "четырнадцати"]),
    (15, &["fifteen", "quince", "пятнадцать", "пятнадцати"]),
    (16, &["sixteen", "dieciseis", "шестнадцать", "шестнадцати"]),
    (17, &["seventeen", "diecisiete", "семнадцать", "семнадцати"]),
    (
        18,
        &["eighteen", "dieciocho", "восемнадцать", "восемнадцати"],
    ),
    (
        19,
        &["nineteen", "diecinueve", "девятнадцать", "девятнадцати"],
    ),
    (20, &["twenty", "veinte", "двадцать", "двадцати"]),
    (1000, &["thousand", "mil", "тысяча", "тысячи", "тысяч"]),
    (30, &["thirty", "treinta", "тридцать", "тридцати"]),
    (40, &["forty", "cuarenta", "сорок", "сорока"]),
    (50, &["fifty", "cincuenta", "пятьдесят", "пятидесяти"]),
    (60, &["sixty", "sesenta", "шестьдесят"]),
    (70, &["seventy", "setenta", "семьдесят"]),
    (80, &["eighty", "ochenta", "восемьдесят"]),
    (90, &["ninety", "noventa", "девяносто"]),
];

/// Sorted stop words of the three languages, folded.
const STOP: &[&str] = &[
    "a",
    "about",
    "after",
    "al",
    "algo",
    "all",
    "also",
    "an",
    "and",
    "antes",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "before",
    "but",
    "by",
    "can",
    "como",
    "con",
    "cuando",
    "de",
    "del",
    "desde",
    "did",
    "do",
    "does",
    "donde",
    "durante",
    "e",
    "el",
    "ella",
    "ellos",
    "en",
    "entre",
    "era",
    "eran",
    "es",
    "esa",
    "ese",
    "eso",
    "esta",
    "estaba",
    "estaban",
    "estan",
    "este",
    "esto",
    "estos",
    "for",
    "from",
    "fue",
    "fueron",
    "ha",
    "haber",
    "habia",
    "habian",
    "had",
    "han",
    "has",
    "hasta",
    "have",
    "hay",
    "he",
    "her",
    "him",
    "his",
    "how",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "la",
    "las",
    "le",
    "les",
    "lo",
    "los",
    "mas",
    "me",
    "more",
    "muy",
    "my",
    "ni",
    "o",
    "of",
    "on",
    "or",
    "otro",
    "our",
    "out",
    "over",
    "para",
    "pero",
    "por",
    "porque",
    "que",
    "quien",
    "quienes",
    "s",
    "said",
    "se",
    "ser",
    "she",
    "si",
    "sido",
    "so",
    "sobre",
    "son",
    "su",
    "sus",
    "tambien",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "they",
    "this",
    "those",
    "to",
    "tras",
    "un",
    "una",
    "unas",
    "uno",
    "unos",
    "up",
    "us",
    "was",
    "we",
    "were",
    "what",
    "when",
    "which",
    "who",
    "will",
    "with",
    "would",
    "y",
    "ya",
    "you",
    "your",
    "а",
    "без",
    "бы",
    "был",
    "была",
    "были",
    "было",
    "быть",
    "в",
    "вам",
    "вас",
    "весь",
    "во",
    "все",
    "всех",
    "вы",
    "где",
    "для",
    "до",
    "его",
    "ее",
    "если",
    "есть",
    "еще",
    "за",
    "и",
    "из",
    "или",
    "им",
    "их",
    "к",
    "как",
    "когда",
    "которая",
    "которого",
    "которои",
    "которые",
    "которыи",
    "которых",
    "кто",
    "ли",
    "мне",
    "мы",
    "на",
    "над",
    "нас",
    "него",
    "нее",
    "нему",
    "них",
    "но",
    "о",
    "об",
    "он",
    "она",
    "они",
    "оно",
    "от",
    "по",
    "под",
    "после",
    "при",
    "с",
    "сам",
    "свои",
    "своих",
    "со",
    "так",
    "также",
    "там",
    "тем",
    "то",
    "того",
    "том",
    "ты",
    "у",
    "уже",
    "чем",
    "что",
    "чтобы",
    "эта",
    "эти",
    "этих",
    "это",
    "этого",
    "этои",
    "этом",
    "этот",
    "я",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn one_concept_in_three_languages() {
        let of = |word: &str| concepts(&fold(word)).collect::<Vec<_>>();
        for group in [
            ["recruited", "reclutados", "завербовали"],
            ["mercenaries", "mercenarios", "наёмников"],
            ["ticket", "pasajes", "билеты"],
            ["arrested", "detenidos", "задержаны"],
            ["knew", "sabía", "знал"],
        ] {
            let first = of(group[0]);
            assert!(!first.is_empty(), "{group:?}");
            assert!(
                group
                    .iter()
                    .all(|word| of(word).iter().any(|c| first.contains(c))),
                "{group:?}"
            );
        }
    }

    #[test]
    fn numbers_are_read_as_words_and_digits() {
        for word in ["17", "seventeen", "diecisiete", "семнадцать"] {
            assert_eq!(number(word), Some(17));
        }
        assert_eq!(number("17a"), None);
    }

    #[test]
    fn stop_words_are_found() {
        assert!(STOP.is_sorted(), "binary search needs it");
        assert!(is_stop("the") && is_stop("что") && is_stop("para") && !is_stop("recruit"));
    }
}
