//! Common nouns at the head of a name: "Client Farida Haidari", "Paciente Rosa Díaz", «Заявительница Анна Белова», "DC Siddiqui".
//!
//! What part somebody has in a matter, his trade, rank or kinship is none of his name: whoever is masked would take the word with
//! him into every other text.

use super::Ruled;
use super::lexicon::{fold, forms, known};
use crate::alphabet::{Regex, pattern};
use crate::extract::values::Found;
use model::{MentionKind, Span};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Nouns for a part in a matter, a trade, a rank or kinship, folded; Russian ones in the nominative.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "accused", "appellant", "applicant", "beneficiary", "caller", "case", "caseworker", "claimant", "cleaner", "client", "co-accused",
    "co-defendant", "codefendant", "complainant", "constable", "cousin", "coworker", "co-worker", "dc", "dci", "declarant", "defendant",
    "deponent", "detainee", "detective", "di", "ds", "dsi", "eyewitness", "farmhand", "foreman", "housekeeper", "informant",
    "inspector", "interviewee", "interviewer", "investigator", "landlord", "landlady", "lieutenant", "migrant", "minor", "neighbor",
    "neighbour", "nurse", "officer", "orphan", "patient", "pc", "petitioner", "plaintiff", "prosecutor", "psychologist", "pupil",
    "recruit", "recruiter", "referrer", "resident", "respondent", "ringleader", "schoolboy", "schoolgirl", "sergeant", "sgt", "speaker",
    "student", "superintendent", "supervisor", "survivor", "suspect", "tenant", "trafficker", "translator", "victim", "volunteer", "agent", "captain", "judge", "lawyer", "attorney", "solicitor", "magistrate",
    "alderman", "alderwoman", "councillor", "cllr", "mep", "waitress", "witness", "worker", "mother", "father", "daughter", "son", "brother", "sister", "wife", "husband", "aunt", "uncle",
    "niece", "nephew", "grandmother", "grandfather", "stepfather", "stepmother", "teenager",
    "acusada", "acusado", "adolescente", "agente", "alumna", "alumno", "apelante", "beneficiaria", "beneficiario", "camarera",
    "camarero", "capataz", "clienta", "cliente", "coacusada", "coacusado", "comisaria", "comisario", "compareciente", "comunicante",
    "condenada", "condenado", "conductor", "conductora", "consultante", "declarante", "demandada", "demandado", "demandante",
    "denunciada", "denunciado", "denunciante", "detenida", "detenido", "empleada", "empleado", "encargada", "encargado", "enfermera",
    "enfermero", "entrevistada", "entrevistado", "estudiante", "hermana", "hermano", "hija", "hijo", "imputada", "imputado",
    "informante", "inspectora", "interna", "interno", "investigada", "investigado", "jornalera", "jornalero", "madre", "magistrada",
    "magistrado", "menor", "migrante", "obrera", "obrero", "paciente", "padre", "perjudicada", "perjudicado", "prima", "primo",
    "procesada", "procesado", "querellada", "querellado", "querellante", "reclutador", "reclutadora", "recurrente", "residente",
    "sargenta", "sargento", "sindicada", "sindicado", "sobreviviente", "solicitante", "sospechosa", "sospechoso", "subinspector",
    "subinspectora", "superviviente", "supervisora", "taxista", "teniente", "testigo", "tia", "tio", "trabajadora", "trabajador",
    "usuaria", "usuario", "vecina", "vecino", "vendedora", "vendedor", "victima", "voluntaria", "voluntario", "abuela", "abuelo",
    "abogada", "abogado", "capitan", "capitana", "fiscal", "juez", "jueza", "letrada", "letrado", "comandante",
    "regidor", "regidora", "edil", "concejal", "concejala", "esposa", "esposo", "padrastro", "madrastra", "sobrina", "sobrino",
    "бригадир", "водитель", "вербовщик", "вербовщица", "волонтер", "воспитанник", "воспитанница", "гражданин", "гражданка", "доктор",
    "жертва", "жилец", "задержанная", "задержанный", "заявитель", "заявительница", "инспектор", "истец", "истица", "клиент",
    "клиентка", "лейтенант", "медсестра", "мигрант", "мигрантка", "несовершеннолетний", "несовершеннолетняя", "няня", "обвиняемая",
    "обвиняемый", "осужденная", "осужденный", "ответчик", "ответчица", "официант", "официантка", "пациент", "пациентка",
    "подозреваемая", "подозреваемый", "подопечная", "подопечный", "подросток", "подсудимая", "подсудимый", "постоялец", "посетитель",
    "посетительница", "пострадавшая", "пострадавший", "потерпевшая", "потерпевший", "прораб", "психолог", "рабочий", "работница",
    "работник", "респондент", "респондентка", "свидетель", "свидетельница", "сержант", "следователь", "соцработник", "студент",
    "студентка", "сторож", "участковый", "ученик", "ученица", "учитель", "учительница", "школьник", "школьница", "очевидец",
    "мать", "отец", "дочь", "сын", "брат", "сестра", "жена", "муж", "бабушка", "дедушка", "тетя", "тетка", "дядя", "племянник",
    "племянница", "мама", "папа", "отчим", "мачеха", "сосед", "соседка",
    "адвокат", "защитник", "капитан", "майор", "полковник", "подполковник", "прокурор", "судья", "дознаватель", "прапорщик",
    "председательствующий", "гособвинитель", "помощник", "помощница", "заместитель", "подручный", "подручная", "сообщник",
    "сообщница", "охранник", "бухгалтер", "компаньон", "знакомый", "знакомая", "подруга", "сожитель", "сожительница",
    "телефон", "номер", "паспорт", "адрес", "покупательница", "соцпедагог", "правозащитник", "правозащитница", "вице-мэр",
];

/// What may stand before such a noun.
const WHICH: [&str; 15] = [
    "special",
    "chief",
    "senior",
    "acting",
    "deputy",
    "assistant",
    "police",
    "former",
    "alleged",
    "young",
    "старший",
    "младший",
    "presunta",
    "presunto",
    "бывший",
];

/// Verbs at the head of a sentence, before the name of whom they are said to or of: "Tell Jonas", "Soy Marina".
const VERBS: [&str; 34] = [
    "tell",
    "ask",
    "call",
    "bring",
    "send",
    "give",
    "take",
    "get",
    "pick",
    "meet",
    "text",
    "ring",
    "keep",
    "watch",
    "tel",
    "soy",
    "dile",
    "llama",
    "trae",
    "manda",
    "lleva",
    "busca",
    "pregunta",
    "cuida",
    "avisa",
    "скажи",
    "позвони",
    "приведи",
    "забери",
    "отправь",
    "передай",
    "привези",
    "спроси",
    "встреть",
];

/// The nouns in all their cases.
static ALL: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let inflected = NOUNS.iter().flat_map(|noun| forms(noun));
    let plain = NOUNS.iter().map(|noun| (*noun).to_owned());
    plain.chain(inflected).collect()
});

/// Whether a word is such a noun and no name: alone it names nobody.
pub(crate) fn is_noun(word: &str) -> bool {
    let folded = fold(word.trim_end_matches('.'));
    let listed = known(&folded);
    ALL.contains(&folded) && !listed.given && !listed.surname
}

/// Whether the noun is a name as well, as "Case" is.
fn is_doubtful(folded: &str) -> bool {
    let listed = known(folded);
    listed.given || listed.surname
}

/// A name without the nouns before it; where nothing else is in it, nothing.
pub(super) fn name(text: &str, span: Span) -> Option<Span> {
    static JUDGE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Lord|Lady|Madam|Chief) $"));
    let mut start = span.start;
    // "Mrs Justice Holroyd": an office, though Justice is a name as well.
    let rest = span.of(text)?.strip_prefix("Justice ");
    if let Some(rest) = rest.filter(|_| JUDGE.is_match(&text[..span.start])) {
        start = span.end - rest.len();
    }
    loop {
        let words = Span::new(start, span.end).of(text)?;
        let Some((first, rest)) = words.split_once(char::is_whitespace) else {
            return (!is_noun(words)).then_some(Span::new(start, span.end));
        };
        let rest = rest.trim_start();
        let folded = fold(first.trim_end_matches(['.', ',', ':']));
        let given = || {
            let next = rest.split_whitespace().next().unwrap_or_default();
            known(&fold(next)).given
        };
        let named = rest.starts_with(char::is_uppercase);
        let next = fold(rest.split_whitespace().next().unwrap_or_default());
        let orders = VERBS.contains(&folded.as_str()) && !known(&folded).given;
        if orders && named {
            start = span.end - rest.len();
            continue;
        }
        if WHICH.contains(&folded.as_str()) && ALL.contains(&next) {
            start = span.end - rest.len();
            continue;
        }
        if !ALL.contains(&folded) || !named || is_doubtful(&folded) && !given() {
            return Some(Span::new(start, span.end));
        }
        start = span.end - rest.len();
    }
}

/// Whether a noun for a person stands right before a name.
fn is_called(before: &str) -> bool {
    let last = before
        .strip_suffix(' ')
        .and_then(|words| words.rsplit([' ', '\n']).next());
    last.is_some_and(|word| is_noun(word.trim_start_matches(|c: char| !c.is_alphabetic())))
}

/// Whose aide, lawyer or kin somebody is, and he himself: «Помощник Заварзина Артур Цой». A surname before a given name and what
/// is no patronymic is that of another.
fn whose(text: &str, span: Span) -> Option<(Span, Span)> {
    const GENITIVE: [&str; 11] = [
        "ова", "ева", "ина", "ына", "ого", "его", "ой", "ука", "юка", "ена", "яна",
    ];
    const PATRONYMIC: [&str; 6] = ["вич", "вна", "чна", "оглы", "кызы", "вны"];
    let words: Vec<&str> = span.of(text)?.split(' ').collect();
    let [first, rest @ ..] = words.as_slice() else {
        return None;
    };
    let (one, next) = (fold(first), fold(rest.first()?));
    let last = fold(rest.get(1)?);
    let ends = |end: &&str| one.chars().count() > end.chars().count() + 1 && one.ends_with(*end);
    let genitive = GENITIVE.iter().any(ends);
    let apart = genitive
        && !known(&one).given
        && known(&next).nominative
        && !PATRONYMIC.iter().any(|end| last.ends_with(end))
        && is_called(&text[..span.start]);
    let at = span.start + first.len();
    apart.then(|| (Span::new(span.start, at), Span::new(at + 1, span.end)))
}

/// Two Russian names that stand side by side in two cases: «Адвокат Исаковой Нурлан Шералиев». A woman's surname, or one in the
/// genitive, before a man's name in the nominative is not his.
fn two(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.of(text)?;
    let mut all = words.split(' ');
    let (first, second) = (all.next()?, all.next()?);
    all.next()?;
    let (one, next) = (fold(first), fold(second));
    let womans = ["овой", "евой", "иной", "ыной", "ской", "цкой", "ова", "ева"]
        .iter()
        .any(|end| one.chars().count() > end.chars().count() + 1 && one.ends_with(end));
    let mans = next.ends_with(|c: char| ('а'..='я').contains(&c) && !"аеиоуыэюяьй".contains(c))
        || known(&next).nominative && next.ends_with('й');
    let apart = womans && mans && !known(&one).given && first.starts_with(char::is_uppercase);
    let at = span.start + first.len();
    apart.then(|| (Span::new(span.start, at), Span::new(at + 1, span.end)))
}

/// Two people whom a conjunction joins: "Eusebio Cárcamo y Rigoberto Cárcamo". A second surname is no given name.
fn joined(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.of(text)?;
    let and = [" y ", " e ", " and ", " и "];
    let (at, mark) = and
        .iter()
        .find_map(|and| Some((words.find(and)?, and.len())))?;
    let (first, second) = (&words[..at], &words[at + mark..]);
    let next = fold(second.split(' ').next()?);
    let apart = known(&next).given && second.contains(' ') && first.contains(' ');
    let middle = span.start + at;
    apart.then(|| {
        (
            Span::new(span.start, middle),
            Span::new(middle + mark, span.end),
        )
    })
}

/// Joins a given name and the surname right behind it where a noun before them has parted the two: «Студентка Анна Белова».
fn join(text: &str, found: &mut Vec<Ruled>) {
    let mut at = 0;
    while at + 1 < found.len() {
        let (one, next) = (&found[at].found, &found[at + 1].found);
        let people = one.kind == MentionKind::Person && next.kind == MentionKind::Person;
        let (first, last) = (
            one.span.of(text).unwrap_or_default(),
            next.span.of(text).unwrap_or_default(),
        );
        let (given, surname) = (known(&fold(first)), known(&fold(last)));
        let one_name = people
            && given.given
            && !surname.given
            && next.span.start == one.span.end + 1
            && text.get(one.span.end..next.span.start) == Some(" ")
            && !first.contains(' ')
            && !last.contains(' ');
        if one_name {
            found[at].found.span = Span::new(one.span.start, next.span.end);
            found.remove(at + 1);
        }
        at += 1;
    }
}

/// Takes such nouns out of the names of people. What is nothing else is a description.
pub(super) fn corrected(text: &str, found: &mut Vec<Ruled>) {
    let mut at = 0;
    while let Some(Ruled { found: name, firm }) = found.get(at) {
        let pair = two(text, name.span)
            .or_else(|| whose(text, name.span))
            .or_else(|| joined(text, name.span))
            .filter(|_| name.kind == MentionKind::Person);
        if let Some((first, second)) = pair {
            let firm = *firm;
            let person = |span| Ruled {
                found: Found {
                    span,
                    kind: MentionKind::Person,
                    value: None,
                },
                firm,
            };
            found.splice(at..=at, [person(first), person(second)]);
        }
        at += 1;
    }
    join(text, found);
    for Ruled { found, .. } in found {
        if found.kind != MentionKind::Person {
            continue;
        }
        match name(text, found.span) {
            Some(span) => found.span = span,
            None => found.kind = MentionKind::Role,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_noun, name};
    use model::Span;

    #[test]
    fn nouns_before_a_name_are_no_part_of_it() {
        for (text, bare) in [
            ("Client Farida Haidari", Some("Farida Haidari")),
            ("Case Marta Oliveira", Some("Marta Oliveira")),
            ("Detective Sergeant Ruth Calloway", Some("Ruth Calloway")),
            ("DC Siddiqui", Some("Siddiqui")),
            ("Paciente Rosa Díaz", Some("Rosa Díaz")),
            ("Заявительницу Анну Белову", Some("Анну Белову")),
            ("Co-defendant Vail", Some("Vail")),
            ("Case Stockdale", Some("Case Stockdale")),
            ("Farida Client", Some("Farida Client")),
            ("Patience Osei", Some("Patience Osei")),
            ("Client", None),
            ("Клиентка", None),
        ] {
            let found = name(text, Span::new(0, text.len()));
            assert_eq!(found.and_then(|span| span.of(text)), bare, "{text}");
        }
        assert!(
            is_noun("Cliente")
                && is_noun("пациенткой")
                && !is_noun("Case")
                && !is_noun("Clementina")
        );
    }
}
