//! Whose kin, friend or lawyer speaks: in "Dina's aunt, X, told", "la abogada de Y, X,", «адвокат Гусевой X» the words are not
//! Dina's. Stands below the stages: who is on record is asked where claims are read and where names are joined.

use crate::alphabet::{Regex, pattern};
use std::sync::LazyLock;

/// Kin, friends, and who speaks or works for somebody.
const EN: &str = r"mother|father|parents?|mum|mom|dad|brothers?|sisters?|stepbrother|stepsister|half-brother|half-sister|wife|husband|widow|widower|partner|sons?|daughters?|child(?:ren)?|cousins?|uncles?|aunts?|nephew|niece|grandmother|grandfather|stepfather|stepmother|family|relatives|in-laws?|friends?|girlfriend|boyfriend|fiancée?|classmates?|room-?mate|flatmate|neighbou?rs?|colleagues?|co-workers?|guardian|lawyers?|attorneys?|solicitors?|barristers?|counsel|defen[cs]e|teacher|headteacher|doctor|psychologist|counsell?or|therapist|employers?|boss|landlord|landlady|representatives?|spokes(?:man|woman|person)|social worker|assistant|driver|bodyguard|accomplices?|victims?";
const ES: &str = r"madre|padre|padres|mamá|papá|herman[oa]s?|espos[oa]|marido|mujer|viud[oa]|pareja|hij[oa]s?|prim[oa]s?|tí[oa]s?|sobrin[oa]s?|abuel[oa]s?|padrastro|madrastra|familia(?:res)?|parientes|suegr[oa]|cuñad[oa]|amig[oa]s?|novi[oa]|vecin[oa]s?|compañer[oa]s?|colegas?|madrina|padrino|tutora?|abogad[oa]s?|defensora?|defensa|maestr[oa]|profesora?|médic[oa]|psicólog[oa]|jef[ea]|patr[oó]na?|representante|portavoz|vocer[oa]|trabajadora social|asistente|chofer|chófer|cómplices?|víctimas?";
const RU: &str = r"мать|мама|отец|папа|родители|брат|братья|сестра|с[её]стры|жена|муж|вдова|вдовец|сын|сыновья|дочь|дочери|племянни(?:к|ца)|кузен|кузина|двоюродн\p{L}+ (?:брат|сестра)|т[её]тя|дядя|бабушка|дедушка|отчим|мачеха|семья|родные|родственники|родственни(?:к|ца)|свекровь|т[её]ща|подруга|друг|друзья|невеста|жених|соседи|соседка|сосед|одноклассни(?:к|ца)|однокурсни(?:к|ца)|коллеги|коллега|знаком(?:ая|ый)|опекун(?:ша)?|адвокаты?|защитни(?:к|ца)|юрист|учител(?:ь|ьница)|врач|психолог|представител(?:ь|и|ьница)|начальни(?:к|ца)|помощни(?:к|ца)|водитель|сообщник|жертвы";

/// Whether a name with these words right before and behind it, within what names a source, is only that of whom the source
/// belongs to.
pub(crate) fn is_possessor(before: &str, name: &str, after: &str) -> bool {
    static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)^['’]s? (?:[\p{{Ll}}-]+ ){{0,3}}?(?:{EN})(?:$|[^\p{{L}}])"
        ))
    });
    static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)(?:^|[^\p{{L}}])(?:(?:{EN})(?: [\p{{Ll}}-]+)? (?:of|for|to)|(?:{ES})(?: [\p{{Ll}}-]+)? (?:de|del))(?: (?:the|la|el|las|los|señora?|ms\.?|mr\.?|mrs\.?|young|joven|menor|late|fallecid[oa])){{0,2}} $"
        ))
    });
    static KIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(
            r"(?i)(?:^|[^\p{{L}}])(?:{RU})(?: [\p{{Ll}}-]+)? $"
        ))
    });
    let apart = || is_genitive(name) || is_surname_before(name, after);
    BEHIND.is_match(after) || AHEAD.is_match(before) || KIN.is_match(before) && apart()
}

/// Whether a Russian name can only be somebody's by its endings: «Гусевой», «Дины», «Ивана Петренко» cannot be told.
fn is_genitive(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let last = words
        .next_back()
        .map_or_else(|| first.clone(), str::to_lowercase);
    let cyrillic = first.chars().any(|letter| ('а'..='я').contains(&letter));
    let long = |word: &str| word.chars().count() > 3;
    let genitive = ["ой", "ого", "его"].iter().any(|end| last.ends_with(end)) && long(&last);
    cyrillic && (genitive || first.ends_with(['ы', 'и']) && long(&first))
}

/// Whether a man's surname in the genitive stands before the name of another: «Адвокат Лопатина Эдуард Винокуров».
fn is_surname_before(name: &str, after: &str) -> bool {
    const ENDS: [&str; 4] = ["ова", "ева", "ина", "ына"];
    let folded = name.to_lowercase();
    let surname = !name.contains(' ') && ENDS.iter().any(|end| folded.ends_with(end));
    let next = after.strip_prefix(' ').unwrap_or_default();
    let first = next.split([' ', ',']).next().unwrap_or_default();
    let named = first.starts_with(char::is_uppercase) && first.chars().count() > 2;
    let mans = first.ends_with(|c: char| ('а'..='я').contains(&c) && !"аяеиоуыэюь".contains(c));
    surname && named && mans
}

#[cfg(test)]
mod tests {
    use super::is_possessor;

    #[test]
    fn whose_kin_speaks_is_told() {
        for (before, name, after) in [
            ("", "Dina", "'s aunt, Efua Mensah,"),
            ("The lawyer of ", "Joy Balogun", ", Kwame Asante,"),
            ("La tía de ", "Dina", ", Rosa Pardo"),
            ("La abogada de la joven ", "Julia Bas", ", Marta Cruz"),
            ("Адвокат ", "Гусевой", " Пётр Лапин"),
            ("Тётя ", "Дины", ", Роза Пардова"),
            ("Адвокат ", "Лопатина", " Эдуард Винокуров"),
        ] {
            assert!(is_possessor(before, name, after), "{before}{name}{after}");
        }
        for (before, name, after) in [
            ("Dina's aunt, ", "Efua Mensah", ","),
            ("", "Dina", "'s statement"),
            ("the statement of ", "Dina", ""),
            ("Адвокат ", "Пётр Лапин", ""),
            ("Мать потерпевшей, ", "Анна Осина", ""),
            ("адвоката ", "Гусевой", ""),
            ("Адвокат ", "Лопатина", " заявила"),
            ("Адвокат ", "Лопатина", " Эльвира"),
        ] {
            assert!(!is_possessor(before, name, after), "{before}{name}{after}");
        }
    }
}
