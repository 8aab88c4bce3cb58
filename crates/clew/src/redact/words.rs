//! Words that are no names, and names that are also words.

/// Words inside names and labels that name nobody by themselves: articles, titles, descriptions.
/// Folded and sorted. They are never masked alone, whatever form of a name they stand in.
#[rustfmt::skip]
pub(super) const NEVER: &[&str] = &[
    "abogada", "abogado", "amiga", "amigo", "and", "anonymous", "anos", "aunt", "boy", "brother", "caller", "chica",
    "chico", "child", "children", "con", "cousin", "daughter", "del", "desconocida", "desconocido", "doctor", "don",
    "dona", "entrevistada", "entrevistador", "esposa", "esposo", "estudiante", "familia", "familiar", "family",
    "father", "female", "for", "friend", "from", "girl", "her", "hermana", "hermano", "hija", "hijo", "his",
    "hombre", "husband", "interviewee", "interviewer", "joven", "jovenes", "las", "lawyer", "los", "madam", "madre",
    "male", "mama", "man", "menor", "menores", "minor", "minors", "miss", "mother", "mrs", "muchacha", "muchacho",
    "mujer", "neighbor", "neighbour", "ninos", "officer", "old", "padre", "papa", "para", "people", "person", "por",
    "prima", "primo", "profe", "profesor", "profesora", "que", "recluta", "reclutas", "recruit", "recruiter",
    "recruits", "relative", "senor", "senora", "senorita", "sir", "sister", "son", "source", "speaker", "sra",
    "student", "teacher", "teen", "teenager", "testigo", "the", "tia", "tio", "una", "uncle", "unknown", "unnamed",
    "uno", "vecina", "vecino", "victim", "victima", "victimas", "victims", "voice", "voz", "who", "wife", "with",
    "witness", "woman", "year", "years", "young", "адвокат", "бабушка", "брат", "голос", "господин", "госпожа",
    "гражданин", "гражданка", "девочка", "девушка", "дети", "для", "дочь", "друг", "дядя", "его", "жена", "женщина",
    "жертва", "или", "как", "лет", "люди", "мальчик", "мама", "мать", "муж", "мужчина", "несовершеннолетнии",
    "несовершеннолетняя", "новобранец", "она", "они", "отец", "папа", "подруга", "потерпевшая", "потерпевшии",
    "ребенок", "рекрут", "свидетель", "семья", "сестра", "сосед", "соседка", "студент", "студентка", "сын", "тетя",
    "человек", "что", "это",
];

/// Names that are also everyday words: masked only where they begin with a capital. Folded.
#[rustfmt::skip]
pub(super) const WORDS_TOO: &[&str] = &[
    "rosa", "rosas", "cruz", "paz", "sol", "luz", "mar", "mayor", "bravo", "blanco", "blanca", "rey", "reyes",
    "leal", "rubio", "moreno", "delgado", "guerra", "flores", "flor", "vera", "santo", "santa", "santos", "gracia",
    "esperanza", "alegria", "dolores", "consuelo", "socorro", "pilar", "milagros", "caridad", "mercedes", "nieves",
    "perla", "linda", "bella", "clara", "franco", "cortes", "campo", "campos", "rios", "torre", "torres",
    "iglesias", "mesa", "plaza", "calle", "prado", "vega", "serrano", "abril", "marino", "marina", "salvador",
    "angel", "angeles", "leon", "toro", "cordero", "hope", "grace", "faith", "joy", "rose", "may", "april", "june",
    "august", "summer", "will", "mark", "bill", "rich", "frank", "say", "brown", "white", "black", "green", "king", "long",
    "short", "price", "stone", "wood", "woods", "field", "fields", "hill", "rivers", "day", "case", "page", "call",
    "china", "india", "london", "paris", "jordan", "chad", "вера", "надежда", "любовь", "роза", "лилия", "слава",
    "мир", "злата", "рад", "маия", "лев", "роман", "марк", "кира", "заря", "виктория", "победа", "мороз", "волк",
    "заяц", "гром", "nina", "nino", "grand", "market", "church", "bridge", "bell", "bells", "dale", "falls", "lake",
    "vale", "wells", "moss", "art", "arts", "jack", "little", "lane", "lanes", "sue", "sellers", "gardener",
    "gardner", "walker", "baker", "cook", "carter", "cooper", "fisher", "hunter", "mason", "miller", "potter",
    "porter", "parker", "taylor", "turner", "weaver", "sawyer", "sharp", "smart", "strong", "swift", "noble",
    "savage", "wise", "good", "best", "bright", "love", "loveless", "darling", "sweet", "gentle", "blessing",
    "destiny", "patience", "charity", "mercy", "prudence", "comfort", "precious", "promise", "princess", "prince",
    "queen", "gift", "favour", "favor", "glory", "peace", "praise", "victory", "trinity", "harmony", "melody",
    "serenity", "justice", "honor", "honour", "constance", "verity", "felicity", "chastity", "temperance", "chance",
    "guy", "gene", "dean", "earl", "duke", "major", "pat", "rob", "sandy", "dusty", "rusty", "misty", "crystal",
    "amber", "ruby", "pearl", "opal", "jade", "ivy", "lily", "daisy", "violet", "heather", "holly", "iris", "olive",
    "poppy", "rosemary", "basil", "sage", "ginger", "angelica", "cherry", "plum", "berry", "apple", "bird", "birds",
    "fox", "wolf", "hawk", "crow", "swan", "dove", "robin", "lamb", "bull", "buck", "hart", "martin", "lion",
    "bear", "snow", "frost", "winter", "winters", "autumn", "spring", "storm", "rain", "gale", "knight", "night",
    "moon", "star", "stars", "sky", "sun", "west", "north", "east", "south", "street", "streets", "park", "parks",
    "hall", "house", "houses", "mills", "mill", "pool", "poole", "brook", "brooks", "ford", "shore", "shaw",
    "heath", "marsh", "meadow", "moor", "grove", "forest", "orchard", "banks", "bank", "ball", "banner", "barber",
    "bishop", "abbot", "monk", "pope", "parsons", "marshall", "constable", "sheriff", "judge", "law", "lawless",
    "laws", "power", "powers", "rush", "rice", "bean", "beans", "pepper", "salt", "bush", "reed", "weed", "root",
    "rood", "hay", "wheat", "corn", "cotton", "wool", "silk", "gold", "golden", "silver", "steel", "copper",
    "diamond", "penny", "cash", "money", "sterling", "drew", "drake", "chase", "trip", "tripp", "cross", "crosse",
    "cruise", "sides", "sample", "temple", "tower", "towers", "castle", "palace", "gates", "gate", "asia",
    "georgia", "florida", "virginia", "carolina", "dakota", "austin", "dallas", "houston", "phoenix", "brooklyn",
    "chelsea", "sydney", "florence", "verona", "vienna", "sienna", "siena", "roma", "lima", "cuba", "santiago",
    "havana", "milan", "savannah", "israel", "egypt", "kenya", "malta", "cyprus", "holland", "ireland", "france",
    "england", "scotland", "wales", "amparo", "auxilio", "belen", "concepcion", "encarnacion", "asuncion",
    "rosario", "remedios", "refugio", "soledad", "visitacion", "trinidad", "natividad", "inmaculada",
    "presentacion", "purificacion", "estrella", "luna", "aurora", "alba", "celeste", "azul", "verde", "violeta",
    "lila", "margarita", "azucena", "jazmin", "hortensia", "lirio", "palma", "palmas", "olivo", "olivares",
    "romero", "pino", "robles", "roble", "nogales", "manzano", "naranjo", "parra", "vid", "uva", "moral", "castano",
    "fresno", "rosales", "jardin", "huerta", "huertas", "prados", "vegas", "valle", "valles", "monte", "montes",
    "sierra", "cerro", "pena", "penas", "roca", "rocas", "piedra", "piedras", "puente", "puentes", "fuente",
    "fuentes", "pozo", "arroyo", "lago", "laguna", "costa", "playa", "ribera", "mora", "moros", "rio", "isla",
    "islas", "cabo", "puerto", "puertos", "castillo", "castillos", "palacios", "casas", "casa", "barrios", "villa",
    "villas", "aldea", "herrero", "herrera", "zapatero", "sastre", "pastor", "vaquero", "molina", "molinero",
    "carpintero", "guerrero", "soldado", "caballero", "hidalgo", "infante", "conde", "duque", "marques", "obispo",
    "abad", "fraile", "monje", "cabrera", "ovejero", "cuervo", "aguila", "gallo", "gallego", "catalan", "frances",
    "aleman", "navarro", "toledo", "zamora", "segovia", "soria", "burgos", "cordoba", "sevilla", "cadiz", "lugo",
    "leonor", "gordo", "delgada", "alegre", "valiente", "fuerte", "franca", "justo", "justa", "pio", "pia",
    "inocencio", "inocente", "modesto", "modesta", "clemente", "prudencio", "severo", "bueno", "buena", "malo",
    "cristo", "domingo", "pascual", "junio", "julio", "mayo", "enero", "marzo", "sabado", "amor", "dulce", "dulces",
    "luces", "sombra", "cielo", "cielos", "tierra", "agua", "aguas", "fuego", "viento", "nieve", "nubes", "lluvia",
    "flora", "fauna", "gala", "gracias", "gema", "joya", "oro", "plata", "perlas", "coral", "маи", "мая", "март",
    "марта", "апрель", "июнь", "июль", "август", "лето", "весна", "осень", "зима", "мира", "розы", "ива", "рябина",
    "калина", "малина", "ягода", "соловеи", "сокол", "орел", "ворон", "воробеи", "голубь", "лебедь", "журавль",
    "лиса", "медведь", "баран", "козел", "бык", "конь", "кот", "кузнец", "мельник", "пастух", "рыбак", "солдат",
    "король", "князь", "царь", "граф", "поп", "дьяк", "староста", "белая", "белыи", "черныи", "красныи", "золото",
    "серебро", "камень", "сталь", "железо", "дубина", "дуб", "береза", "сосна", "мудрыи", "добрыи", "милая",
    "славныи", "любимая", "счастье", "радость", "свобода", "воля", "сила", "холод", "жара", "снег", "дождь",
    "ветер", "гроза", "туман", "роса", "звезда", "луна", "солнце", "город", "село", "поле", "лес", "луг", "озеро",
    "река", "море", "гора", "мост", "берег", "день", "ночь", "вечер", "утро", "среда", "пятница", "суббота",
    "воскресенье",
];

/// Words that also open sentences, or are spoken in most: with a capital at the head of a sentence they name nobody
/// unless another word of the name, or a verb of a person, stands beside them. Folded.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "will", "may", "can", "sue", "mark", "rich", "bill", "art", "young", "old", "long", "short", "little", "son",
    "an", "su", "mi", "si", "sol", "mas", "tal", "solo", "vera", "bueno", "gracias", "abril", "mayo", "marzo",
    "julio", "junio", "april", "june", "august", "march", "winter", "summer", "spring", "day", "case", "page",
    "call", "chance", "major", "good", "best", "grand", "love", "money", "market", "church", "street", "police",
    "peace", "north", "south", "east", "west", "маи", "март", "мир", "рад", "день", "ночь", "утро", "вечер",
    "среда", "лето", "зима", "весна", "осень",
];

/// Verbs right after a word that make it a person. Folded.
#[rustfmt::skip]
pub(super) const ACTS: &[&str] = &[
    "was", "is", "were", "said", "says", "told", "had", "has", "went", "left", "came", "wrote", "called", "fue",
    "dijo", "era", "estaba", "tenia", "tiene", "conto", "llamo", "declaro", "была", "был", "сказала", "сказал",
    "говорит", "рассказала", "рассказал", "сообщила", "сообщил", "заявила", "заявил",
];

/// Months, in the forms in which dates have them. Folded.
#[rustfmt::skip]
pub(super) const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre", "январь", "января", "январе", "февраль", "февраля", "феврале", "март", "марта",
    "марте", "апрель", "апреля", "апреле", "маи", "мая", "мае", "июнь", "июня", "июне", "июль", "июля", "июле",
    "август", "августа", "августе", "сентябрь", "сентября", "сентябре", "октябрь", "октября", "октябре", "ноябрь",
    "ноября", "ноябре", "декабрь", "декабря", "декабре",
];

/// Words of two letters that begin sentences and titles and name nobody there. Folded.
#[rustfmt::skip]
pub(super) const SHORT: &[&str] = &[
    "am", "an", "as", "at", "be", "by", "do", "dr", "go", "he", "hi", "if", "in", "is", "it", "jr", "me", "mr",
    "ms", "my", "no", "of", "oh", "ok", "on", "or", "so", "sr", "st", "to", "tv", "uk", "un", "up", "us", "we",
    "ya", "yo", "al", "de", "el", "en", "es", "ha", "la", "le", "lo", "mi", "ni", "os", "se", "si", "te", "tu",
    "va", "ve", "бы", "во", "вы", "да", "до", "ее", "еи", "же", "за", "из", "им", "их", "ко", "мы", "на", "не",
    "ни", "но", "об", "он", "от", "по", "со", "та", "те", "то", "ту", "ты", "уж", "рф",
];

/// Small words that may stand between the pieces of one name. Folded.
#[rustfmt::skip]
pub(super) const JOINTS: &[&str] = &[
    "abd", "abdel", "abdul", "abu", "ad", "af", "al", "an", "ap", "ar", "as", "ash", "at", "av", "az", "ben", "bin",
    "bint", "bte", "da", "dal", "dalla", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du",
    "e", "el", "ez", "ibn", "la", "las", "le", "lo", "los", "mac", "mc", "ould", "saint", "san", "santa", "st",
    "ter", "ul", "um", "umm", "van", "von", "y", "zu", "zur", "абу", "аль", "ан", "ар", "ас", "аш", "бен", "бин",
    "бинт", "ван", "да", "де", "дель", "дер", "дос", "ду", "ибн", "ла", "лас", "ле", "лос", "оглы", "кызы", "фон",
    "эль", "эр",
];
