//! Headings of papers that a colon or dash closes: "PRIMERO:", "WHEREAS:", «УСТАНОВИЛ:». They look like a speaker's label.

/// Words that number the sections of a paper, without accents.
#[rustfmt::skip]
const NUMBERS: [&str; 78] = [
    "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "setimo", "octavo", "noveno", "decimo", "undecimo",
    "duodecimo", "decimoprimero", "decimosegundo", "decimotercero", "decimocuarto", "decimoquinto", "decimosexto", "decimoseptimo",
    "decimoctavo", "decimonoveno", "vigesimo", "trigesimo", "unico", "primera", "segunda", "tercera", "cuarta", "quinta", "sexta",
    "septima", "octava", "novena", "decima", "unica", "otrosi", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
    "eighth", "ninth", "tenth", "firstly", "secondly", "thirdly", "lastly", "finally", "первое", "второе", "третье", "четвертое",
    "пятое", "шестое", "седьмое", "восьмое", "девятое", "десятое", "во-первых", "во-вторых", "в-третьих", "в-четвертых", "первый",
    "второй", "третий", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый", "наконец", "последнее",
];

/// What sections of judgments, indictments, minutes and case notes are called, without accents.
#[rustfmt::skip]
const NAMES: [&str; 151] = [
    "resulta", "resultando", "resultandos", "considerando", "considerandos", "visto", "vistos", "vistos y considerando", "resuelve", "se resuelve", "resuelvo",
    "resolvemos", "fallo", "falla", "fallamos", "acuerda", "se acuerda", "acuerdo", "dispone", "se dispone", "decide", "decreta", "ordena", "condeno", "parte dispositiva",
    "antecedentes", "antecedentes de hecho", "antecedentes procesales", "hechos", "los hechos", "hechos probados", "hechos imputados", "fundamentos",
    "fundamentos de derecho", "fundamentos juridicos", "por tanto", "por lo tanto", "por ello", "por estas consideraciones", "teniendo presente",
    "atendido", "conclusion", "conclusiones", "petitorio", "por cuanto", "a continuacion", "exposicion", "relato", "observaciones",
    "observacion", "situacion", "situacion actual", "necesidades", "riesgos", "riesgo", "acciones", "acciones realizadas", "proximos pasos",
    "seguimiento", "resumen", "recomendacion", "recomendaciones", "nota", "notas", "asunto", "motivo", "valoracion", "whereas", "order",
    "it is ordered", "ordered", "held", "facts", "the facts", "findings", "findings of fact", "finding", "background", "conclusions",
    "conclusions of law", "ruling", "judgment", "judgement", "verdict", "sentence", "disposition", "summary", "recommendation",
    "recommendations", "situation", "current situation", "needs", "risks", "risk", "actions", "actions taken", "action taken", "next steps", "follow-up",
    "observations", "observation", "note", "notes", "assessment", "allegation", "allegations", "charges", "charge", "overview", "update",
    "установил", "установила", "установило", "установлено", "решил", "решила", "постановил", "постановила", "определил", "определила", "приговорил",
    "суд установил", "суд решил", "суд постановил", "суд приговорил", "обстоятельства", "обстоятельства дела", "описательная часть", "мотивировочная часть",
    "резолютивная часть", "вывод", "выводы", "доводы", "ситуация", "потребности", "риски", "действия", "меры", "дальнейшие шаги",
    "примечание", "примечания", "рекомендации", "итог", "справка", "фабула", "слушали", "выступили", "решили", "постановили",
    "голосовали", "доложили",
];

/// What fields of forms, intakes and minutes are called, without accents: what stands behind the colon is told by nobody.
#[rustfmt::skip]
const FIELDS: [&str; 132] = [
    "entrada", "salida", "ingreso", "egreso", "fecha", "fecha de ingreso", "fecha de entrada", "fecha de nacimiento", "hora", "lugar",
    "lugar de nacimiento", "via", "via de entrada", "idioma", "idiomas", "lengua", "edad", "sexo", "genero", "nacionalidad", "pais",
    "pais de origen", "procedencia", "destino", "domicilio", "direccion", "telefono", "contacto", "expediente", "caso", "referencia",
    "remite", "deriva", "derivado por", "derivada por", "derivacion", "estado civil", "profesion", "ocupacion", "documento",
    "documentos", "pasaporte", "asistentes", "asisten", "presentes", "orden del dia", "acuerdos", "tema", "temas", "objeto",
    "date", "date of birth", "dob", "date of intake", "intake", "arrival", "time", "place", "place of birth", "location", "referral",
    "referred by", "language", "languages", "age", "sex", "gender", "nationality", "country", "country of origin", "destination",
    "address", "phone", "telephone", "contact", "case", "case no", "case number", "file", "ref", "reference", "re", "subject",
    "status", "occupation", "passport", "present", "attending", "attendees", "agenda", "purpose", "topic", "topics",
    "дата", "дата рождения", "дата поступления", "дата обращения", "время", "место", "место рождения", "язык", "языки", "возраст",
    "пол", "гражданство", "национальность", "страна", "адрес", "телефон", "контакт", "контакты", "дело", "номер дела", "документ",
    "документы", "паспорт", "присутствовали", "присутствуют", "повестка", "повестка дня", "тема", "профессия", "цель", "цель визита",
    "семейное положение", "источник направления", "вещи", "жалобы", "диагноз", "анамнез", "рост", "вес",
];

/// What a heading says of the section under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What it is: "CONSIDERANDO".
    Named,
    /// Which it is: "SEGUNDO", which is somebody's given name, too.
    Numbered,
}

impl Section {
    /// The section whose heading the words are; nobody speaks under it.
    ///
    /// Letters may be large or small and accents left out; numbers may be put together ("DÉCIMO PRIMERO").
    pub fn of(label: &str) -> Option<Self> {
        let plain = plain(label);
        let mut words = plain.split_whitespace().peekable();
        if NAMES.contains(&plain.as_str()) {
            Some(Self::Named)
        } else if words.peek().is_some() && words.all(|word| NUMBERS.contains(&word)) {
            Some(Self::Numbered)
        } else {
            None
        }
    }
}

/// Whether a label in running text is that of a field of a form: "Vía: policía local". Somebody who speaks may be called so, too.
pub fn is_field(label: &str) -> bool {
    FIELDS.contains(&plain(label).as_str())
}

/// A label in small letters without accents.
fn plain(label: &str) -> String {
    let small = label.trim().chars().flat_map(char::to_lowercase);
    small.map(bare).collect()
}

/// A small letter without its accent.
const fn bare(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        'ё' => 'е',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Section, is_field};

    #[test]
    fn fields_are_no_sections() {
        for field in ["Vía", "Язык", "Date of birth"] {
            assert!(is_field(field), "{field}");
            assert_eq!(Section::of(field), None, "{field}");
        }
    }

    #[test]
    fn headings_of_papers_are_sections() {
        for heading in ["CONSIDERANDO", "Hechos probados", "WHEREAS", "УСТАНОВИЛ"] {
            assert_eq!(Section::of(heading), Some(Section::Named), "{heading}");
        }
        for heading in ["PRIMERO", "Décimo segundo", "Second", "Второе"] {
            assert_eq!(Section::of(heading), Some(Section::Numbered), "{heading}");
        }
    }

    #[test]
    fn speakers_are_none() {
        for speaker in [
            "",
            " ",
            "Primera testigo",
            "JUEZ",
            "Second officer",
            "Суд",
            "Segundo Huanca",
        ] {
            assert_eq!(Section::of(speaker), None, "{speaker}");
        }
    }
}
