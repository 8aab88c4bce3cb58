//! Whether an inflected Russian name is a man's or a woman's: "Валентина Орлова" may be either, "Льва Орлова" may not.

/// Given names of men, folded.
#[rustfmt::skip]
const MEN: &[&str] = &[
    "абдулла", "адам", "азиз", "аират", "александр", "алексеи", "али", "алишер", "альберт", "амин", "анатолии", "анвар",
    "андреи", "антон", "аркадии", "арман", "арсен", "арсении", "артем", "артур", "афанасии", "ахмед", "ашот", "бахром",
    "бахтиер", "бекзод", "богдан", "борис", "булат", "ваган", "вадим", "валентин", "валерии", "василии", "вениамин",
    "виктор", "виталии", "владимир", "владислав", "всеволод", "вячеслав", "геннадии", "георгии", "герман", "глеб",
    "григории", "гурген", "давид", "дамир", "даниил", "данил", "данила", "денис", "джамшед", "дилшод", "дмитрии",
    "евгении", "егор", "емельян", "ефим", "жасур", "зафар", "захар", "ибрагим", "иван", "игнат", "игорь", "ильдар",
    "ильхом", "илья", "иннокентии", "иосиф", "исмаил", "камил", "карим", "карл", "кирилл", "климент", "константин",
    "кузьма", "лаврентии", "лев", "леонид", "лука", "магомед", "максим", "мансур", "марат", "марк", "марсель", "матвеи",
    "мирон", "мирослав", "михаил", "мурад", "мурат", "мустафа", "мухаммад", "назар", "наиль", "никита", "николаи",
    "нурлан", "оибек", "олег", "отабек", "павел", "петр", "платон", "прохор", "равшан", "рамиль", "рафаэль", "рафик",
    "рахим", "рашид", "ренат", "ринат", "роберт", "родион", "роман", "ростислав", "руслан", "рустам", "савелии", "саид",
    "санжар", "сардор", "святослав", "семен", "сергеи", "станислав", "степан", "сулеиман", "сухроб", "тагир", "тарас",
    "тахир", "тигран", "тимофеи", "тимур", "тихон", "улугбек", "умар", "умид", "фаддеи", "фарид", "фаррух", "фархад",
    "фарход", "федор", "феликс", "филипп", "хамид", "харитон", "хасан", "хусеин", "шавкат", "шамиль", "шерзод", "эдуард",
    "эльдар", "эльмир", "эмиль", "эмин", "эрик", "юлиан", "юлии", "юнус", "юрии", "яков", "якуб", "ян", "ярослав",
];

/// Given names of women, folded.
#[rustfmt::skip]
const WOMEN: &[&str] = &[
    "агата", "аделина", "аза", "азиза", "александра", "алена", "алина", "алиса", "алла", "альбина", "амина", "анастасия",
    "ангелина", "анжела", "анна", "антонина", "анфиса", "валентина", "валерия", "варвара", "василиса", "вера", "вероника",
    "виктория", "виолетта", "виталия", "владислава", "галина", "гаяне", "гульнара", "дамира", "дарина", "дарья", "диана",
    "дилноза", "динара", "ева", "евгения", "екатерина", "елена", "елизавета", "жанна", "зарина", "зинаида", "злата",
    "зоя", "зухра", "изабелла", "инга", "инна", "ирина", "камила", "камилла", "карима", "карина", "кира", "клавдия",
    "клара", "кристина", "ксения", "лариса", "лаура", "леила", "лидия", "лилия", "лола", "любовь", "людмила", "мадина",
    "маина", "малика", "маргарита", "марианна", "марина", "мария", "марта", "марфа", "милана", "мирослава", "надежда",
    "наиля", "наталия", "наталья", "нелли", "нигина", "нигора", "нина", "нодира", "оксана", "олеся", "ольга", "пелагея",
    "полина", "прасковья", "раиса", "рамиля", "рашида", "регина", "римма", "роза", "руслана", "сабина", "саида",
    "светлана", "севара", "серафима", "снежана", "софия", "софья", "станислава", "стелла", "таисия", "тамара", "татьяна",
    "ульяна", "умида", "фаина", "фарида", "фатима", "феруза", "шахноза", "шоира", "эвелина", "элеонора", "эльвира",
    "эльмира", "эмилия", "эмма", "юлиана", "юлия", "яна", "ярослава",
];

/// Whether it is the given name of a man.
pub(super) fn is_man(folded: &str) -> bool {
    MEN.contains(&folded)
}

/// Whether it is the given name of a woman.
pub(super) fn is_woman(folded: &str) -> bool {
    WOMEN.contains(&folded)
}

/// Endings of surnames of men and of women in the dictionary form, folded, where the two differ by sex.
const HIS: [&str; 6] = ["ов", "ев", "ин", "ын", "скии", "цкии"];
const HERS: [&str; 6] = ["ова", "ева", "ина", "ына", "ская", "цкая"];

/// Of the dictionary forms that an inflected name may have, those that its given name or patronymic leaves, where they
/// are of a man and of a woman; `None` where nothing settles whose the name is.
pub(crate) fn settled(forms: Vec<Vec<String>>) -> Option<Vec<Vec<String>>> {
    let surname = |form: &Vec<String>, endings: &[&str]| {
        form.iter().any(|token| {
            let given = MEN.contains(&token.as_str()) || WOMEN.contains(&token.as_str());
            !given && endings.iter().any(|ending| token.ends_with(ending))
        })
    };
    let (his, hers) = (
        |form: &Vec<String>| surname(form, &HIS),
        |form: &Vec<String>| surname(form, &HERS),
    );
    if !(forms.iter().any(his) && forms.iter().any(hers)) {
        return Some(forms);
    }
    let has = |form: &Vec<String>, names: &[&str], fathers: &[&str]| {
        form.iter().any(|token| {
            names.contains(&token.as_str()) || fathers.iter().any(|end| token.ends_with(end))
        })
    };
    // "Валентина Сергеевича": the patronymic in any case tells a man.
    let fathers = |form: &Vec<String>| {
        form.iter()
            .any(|token| token.contains("евич") || token.contains("ович"))
    };
    let man = |form: &&Vec<String>| his(form) && has(form, MEN, &["евич", "ович"]);
    let woman =
        |form: &&Vec<String>| hers(form) && !fathers(form) && has(form, WOMEN, &["евна", "овна"]);
    let men: Vec<Vec<String>> = forms.iter().filter(man).cloned().collect();
    let women: Vec<Vec<String>> = forms.iter().filter(woman).cloned().collect();
    match (men.is_empty(), women.is_empty()) {
        (false, true) => Some(men),
        (true, false) => Some(women),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::{nominatives, tokens};

    fn told(name: &str) -> Option<Vec<String>> {
        let forms = settled(nominatives(&tokens(name)))?;
        Some(forms.iter().map(|form| form.join(" ")).collect())
    }

    #[test]
    fn a_given_name_settles_the_sex() {
        for (name, wanted) in [
            ("Льва Орлова", "лев орлов"),
            ("Льву Орлову", "лев орлов"),
            ("Львом Орловым", "лев орлов"),
            ("Павла Зуева", "павел зуев"),
            ("Фарруха Каримова", "фаррух каримов"),
            ("Марию Орлову", "мария орлова"),
            ("Марии Орловой", "мария орлова"),
            ("Валентина Сергеевича Орлова", "валентин сергеевич орлов"),
            ("Валентиной Орловой", "валентина орлова"),
        ] {
            let told = told(name).unwrap_or_default();
            assert!(told.iter().any(|form| form == wanted), "{name}: {told:?}");
            let other = if wanted.ends_with('а') {
                "ов"
            } else {
                "ова"
            };
            assert!(
                told.iter().all(|form| !form.ends_with(other)),
                "{name}: {told:?}"
            );
        }
    }

    #[test]
    fn a_name_that_may_be_of_either_stays_open() {
        for name in ["Валентина Орлова", "Александру Белову", "Евгению Петрову"]
        {
            assert_eq!(told(name), None, "{name}");
        }
        assert!(
            told("Юсниеля Переса").is_some(),
            "surnames that do not differ by sex"
        );
    }
}
