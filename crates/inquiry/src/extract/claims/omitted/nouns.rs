//! Nouns for people and bodies who tell things, as they stand at the head of a sentence.

/// How many somebody is, and of which gender where the noun tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    He,
    She,
    One,
    Many,
}

/// Spanish nouns, without the ending that tells gender and number.
#[rustfmt::skip]
const SPANISH: [&str; 147] = [
    "acusad", "imputad", "procesad", "condenad", "detenid", "sospechos", "encartad", "investigad", "indiciad", "enjuiciad", "sindicad",
    "abogad", "letrad", "fiscal", "juez", "juec", "magistrad", "testigo", "víctima", "denunciante", "querellante", "demandante",
    "demandad", "declarante", "compareciente", "entrevistad", "defensor", "procurador", "perit", "agente", "policía", "comisari",
    "inspector", "sargent", "capitán", "coronel", "general", "guardia", "gendarme", "ministr", "viceministr", "alcald", 
    "gobernador", "president", "vicepresident", "director", "gerent", "dueñ", "propietari", "patron", "patrón", "encargad",
    "capataz", "capatac", "administrador", "contratista", "empresari", "secretari", "portavo", "vocer", "cónsul", "embajador", "diputad", "senador",
    "concejal", "obispo", "párroc", "monja", "religios", "médic", "doctor", "enfermer", "maestr", "profesor", "psicólog", "trabajador",
    "obrer", "emplead", "cociner", "chofer", "chófer", "conductor", "camioner", "mariner", "pescador", "soldado", "recluta", "mujer",
    "hombre", "joven", "jóvenes", "muchach", "chic", "niñ", "menor", "adolescente", "señor", "licenciad", "madre", "padre", "herman",
    "hij", "espos", "marid", "viud", "abuel", "tío", "tía", "prim", "sobrin", "cuñad", "suegr", "novi", "vecin", "amig",
    "compañer", "colega", "familia", "familiar", "pariente", "migrante", "refugiad", "sobreviviente", "superviviente", "solicitante",
    "afectad", "agraviad", "ofendid", "reclutador", "captador", "intermediari", "activista", "periodista", "investigador", "funcionari",
    "oficial", "responsable", "representante", "líder", "usuari", "beneficiari", "paciente", "conserje", "tesorer", "cliente", "panader", "portavoz",
];

/// Endings behind them.
const ENDINGS: [&str; 9] = ["", "o", "a", "e", "es", "os", "as", "s", "z"];

/// Spanish nouns for bodies that tell things.
#[rustfmt::skip]
const BODIES: [&str; 48] = [
    "empresa", "compañía", "agencia", "embajada", "consulado", "ministerio", "fiscalía", "policía", "gobierno", "tribunal", "corte",
    "defensa", "defensoría", "acusación", "querella", "fundación", "organización", "asociación", "sindicato", "cooperativa", "ong",
    "iglesia", "ayuntamiento", "alcaldía", "municipalidad", "comité", "comisión", "ejército", "universidad", "cancillería",
    "procuraduría", "juzgado", "parroquia", "firma", "naviera", "constructora", "academia", "federación", "institución", "gobernación",
    "intendencia", "dirección", "delegación", "autoridad", "sociedad", "entidad", "prefectura", "armada",
];

/// How many a Spanish noun behind `article` is, if it is somebody who tells things.
pub(super) fn of_spanish(noun: &str, article: &str) -> Option<Number> {
    let person = |stem: &str| {
        let end = noun.strip_prefix(stem);
        end.is_some_and(|end| ENDINGS.contains(&end))
    };
    let known = BODIES.contains(&noun) || SPANISH.iter().any(|stem| person(stem));
    let many = ["s", "dos", "tres"]
        .iter()
        .any(|end| article.ends_with(end))
        && article != "tras";
    known.then_some(if many { Number::Many } else { Number::One })
}

/// Russian nouns for a man, a woman, either and many, in the nominative.
#[rustfmt::skip]
const MEN: [&str; 55] = [
    "отец", "брат", "сын", "муж", "дед", "дедушка", "дядя", "племянник", "отчим", "жених", "мужчина", "парень", "юноша", "мальчик", "старик",
    "сосед", "друг", "знакомый", "потерпевший", "пострадавший", "подсудимый", "обвиняемый", "подозреваемый", "задержанный", "осужденный",
    "осуждённый", "заявитель", "истец", "ответчик", "опрошенный", "допрошенный", "военный", "рабочий", "хозяин", "работник", "повар",
    "официант", "продавец", "охранник", "моряк", "рыбак", "студент", "ученик", "доброволец", "вербовщик", "посредник", "таксист", "учитель",
    "крестьянин", "беженец", "мигрант", "пенсионер", "коллега", "клиент", "односельчанин",
];
#[rustfmt::skip]
const WOMEN: [&str; 51] = [
    "мать", "мама", "сестра", "дочь", "жена", "вдова", "бабушка", "тетя", "тётя", "тетка", "тётка", "племянница", "мачеха", "невеста", "женщина",
    "девушка", "девочка", "старушка", "соседка", "подруга", "знакомая", "потерпевшая", "пострадавшая", "подсудимая", "обвиняемая",
    "подозреваемая", "задержанная", "осужденная", "осуждённая", "заявительница", "истица", "свидетельница", "опрошенная", "хозяйка",
    "работница", "официантка", "медсестра", "санитарка", "студентка", "ученица", "вербовщица", "посредница", "учительница", "беженка",
    "мигрантка", "клиентка", "соцработница", "сотрудница", "пенсионерка", "жертва", "выжившая",
];
#[rustfmt::skip]
const EITHER: [&str; 73] = [
    "свидетель", "адвокат", "защитник", "прокурор", "следователь", "судья", "эксперт", "директор", "гендиректор", "начальник", "руководитель",
    "владелец", "менеджер", "бригадир", "водитель", "врач", "министр", "мэр", "губернатор", "посол", "консул", "представитель", "чиновник",
    "депутат", "сенатор", "журналист", "активист", "волонтер", "волонтёр", "юрист", "психолог", "инспектор", "оперативник", "полицейский",
    "участковый", "офицер", "солдат", "полковник", "майор", "капитан", "лейтенант", "генерал", "командир", "агент", "куратор", "управляющий",
    "заведующий", "сотрудник", "работодатель", "предприниматель", "бухгалтер", "секретарь", "президент", "премьер", "спикер", "омбудсмен",
    "уполномоченный", "глава", "староста", "священник", "пастор", "правозащитник", "редактор", "корреспондент", "диспетчер", "капеллан",
    "ребенок", "ребёнок", "подросток", "суд", "собеседник", "пресс-секретарь", "фельдшер",
];
#[rustfmt::skip]
const BODIES_RU: [&str; 24] = [
    "компания", "фирма", "полиция", "прокуратура", "защита", "семья", "организация", "администрация", "мэрия", "гимназия", "больница",
    "клиника", "община", "комиссия", "бригада", "редакция", "дирекция", "академия", "делегация", "миссия", "разведка", "пресс-служба",
    "служба", "охрана",
];
#[rustfmt::skip]
const MANY: [&str; 40] = [
    "родители", "родственники", "братья", "сестры", "сёстры", "соседи", "соседки", "свидетели", "потерпевшие", "пострадавшие", "подсудимые",
    "обвиняемые", "задержанные", "адвокаты", "следователи", "прокуроры", "власти", "чиновники", "полицейские", "сотрудники", "рабочие",
    "работники", "работницы", "жители", "местные", "женщины", "девушки", "мужчины", "парни", "подростки", "дети", "друзья", "подруги",
    "коллеги", "близкие", "очевидцы", "врачи", "волонтеры", "волонтёры", "активисты",
];

/// How many a Russian noun is, if it is somebody who tells things.
pub(super) fn of_russian(noun: &str) -> Option<Number> {
    let lists: [(&[&str], Number); 5] = [
        (&MEN, Number::He),
        (&WOMEN, Number::She),
        (&BODIES_RU, Number::She),
        (&EITHER, Number::One),
        (&MANY, Number::Many),
    ];
    lists
        .into_iter()
        .find(|(nouns, _)| nouns.contains(&noun))
        .map(|(_, number)| number)
}

/// English nouns for people who tell things, and pronouns that stand for them.
#[rustfmt::skip]
const ENGLISH: [&str; 60] = [
    "client", "clients", "victim", "survivor", "witness", "complainant", "applicant", "claimant", "respondent", "suspect",
    "defendant", "accused", "detainee", "worker", "workers", "woman", "man", "girl", "boy", "minor", "child", "youth", "mother",
    "father", "sister", "brother", "aunt", "uncle", "wife", "husband", "son", "daughter", "cousin", "neighbour", "neighbor", "friend",
    "manager", "owner", "employer", "supervisor", "recruiter", "agent", "broker", "driver", "landlord", "director", "officer",
    "detective", "inspector", "interviewee", "caller", "patient", "resident", "migrant", "refugee", "family", "parents", "lawyer",
    "spokesman", "spokeswoman",
];

/// How many an English noun is, if it is somebody who tells things.
pub(super) fn of_english(noun: &str) -> Option<Number> {
    ENGLISH.contains(&noun).then_some(Number::One)
}
