//! Who is a minor: by an age in digits or words before or after the name, by a class at school, by what a speaker says.

use super::ages::is_minor;
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Span};
use std::sync::LazyLock;

/// Ages under eighteen in words.
const WORDS: &str = r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|dieciseis|diecisiete|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать";

/// The same in the Russian genitive, as in "пятнадцати лет" and "пятнадцатилетняя".
const OF_YEARS: &str = r"(?:трех|трёх|четырех|четырёх|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати)";

/// Ages of those who are of age, in words.
const ADULTS: &str = r"eighteen|nineteen|twenty(?:-\p{L}+)?|dieciocho|diecinueve|veinte|veinti\p{L}+|восемнадцати|девятнадцати|двадцати(?: \p{L}+)?";

/// A pattern for an age in digits or words.
pub(super) fn any_age() -> String {
    format!(r"\d{{1,2}}|{WORDS}|{OF_YEARS}|{ADULTS}")
}

/// Classes at school.
const SCHOOL: &str = r"in (?:his|her|their) (?:early[ -]|mid[ -]?)teens|(?:мальчик\p{L}*|девочк\p{L}+|подрост\p{L}+)?,? ?лет (?:десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати)(?:-\p{L}+)?|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,2}(?:st|nd|rd|th))[- ]grad(?:er|e (?:pupil|student|girl|boy))|(?:primary|secondary|middle|elementary|high|grammar)[- ]school (?:pupil|student|girl|boy|child)|(?:primary|secondary|middle|high)[- ]schooler|(?:year|form)[- ]\d{1,2} (?:pupil|student|girl|boy)|schoolgirl|schoolboy|schoolchild|school pupil|pupil|sixth-former|(?:alumn[oa]|estudiante|escolar|colegial[a]?|niñ[oa]) (?:de|del)(?: la)? (?:(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim|und[ée]cim|duod[ée]cim)[oa]?|\d{1,2}[.ºo°]{0,2})(?: grado| curso| de (?:primaria|secundaria|la ESO|ESO|bachillerato)|$|[,.;)])|(?:alumn[oa]|estudiante) de (?:primaria|secundaria|preuniversitario|bachillerato|la ESO|la secundaria|la primaria)|colegial[a]?|quinceañer[oa]|(?:учени(?:к|ца|цу|цы|це|цей|ка|ку|ком)|школьни(?:к|ца|цу|цы|це|цей|ка|ку|ком)|учащ\p{L}+) (?:(?:\d{1,2}(?:-?го)?|перв\p{L}+|втор\p{L}+|треть\p{L}+|четв[её]рт\p{L}+|пят\p{L}+|шест\p{L}+|седьм\p{L}+|восьм\p{L}+|девят\p{L}+|десят\p{L}+|одиннадцат\p{L}+|старш\p{L}+|младш\p{L}+) (?:«?\p{L}»? )?класс\p{L}*|школы|гимназии|лицея|интерната)|школьни(?:к|ца|цу|цы|це|цей|ка|ку|ком)|(?:перво|второ|трет[ье]\p{L}?|четверо|пяти|шести|семи|восьми|девяти|десяти|одиннадцати)классни\p{L}+";

static SCHOOL_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:(?:,| \(| —| –) ?(?:(?:who|que|котор\p{{L}}+) )?(?:(?:is|was|es|era|была?) )?| (?:is|was|es|era|была?) )(?:(?:still|aún|todavía|ещё|еще) )?(?:(?:an?|the|una?|la|el|then an?|entonces|тогда) (?:[\p{{Ll}}-]+ )?)?(?P<cue>{SCHOOL})(?:$|[^\p{{L}}])"
    ))
});

static SCHOOL_BEFORE: LazyLock<Pattern> =
    LazyLock::new(|| Pattern::new(format!(r"(?i)(?:^|[^\p{{L}}])(?P<cue>{SCHOOL}) ?,? ?$")));

/// An age in words or digits behind the name.
static AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:,? \(?|, |\s?[—–-] ?)(?:(?:who|que|котор(?:ая|ый|ой|ому)|ей|ему) )?(?:(?:is|was|has (?:just )?turned|had (?:just )?turned|turned|tiene|tenía|cumplió|acaba de cumplir|исполнилось|было|was (?:only|just)|tenía (?:solo|sólo|apenas)|было (?:всего|только)) )?(?:(?:only|just|aged|age|of|about|around|roughly|approximately|barely|perhaps|believed to be|thought to be|said to be|no older than|not older than|under|de|con|a los|solo|apenas|unos|aproximadamente|alrededor de|cerca de|no más de|menos de|quizá|всего|лишь|в возрасте|в свои|около|примерно|приблизительно|не старше|едва) )*(?P<age>\d{{1,2}}|{WORDS}|{OF_YEARS})(?:-?ти|-?летн\p{{L}}+)?(?:[ -]years?[ -](?:old|of age)| años| лет| года|-?летн\p{{L}}+|[,.)](?:\D|$)|$| (?:when|cuando|когда|at the time))"
    ))
});

/// Verbs that give an age, with what softens them.
const HAS_AGE: &str = r"(?:is|was|has been|had been|turns|turned|(?:has|had) (?:just |recently |not yet )?turned|will (?:be|turn)|would (?:be|turn)|is about to (?:be|turn)|tiene|tenía|tendrá|tendría|cumple|cumplió|cumplía|cumplirá|(?:va|iba) a cumplir|acaba(?:ba)? de cumplir|(?:no )?(?:ha|había) cumplido|исполнилось|исполняется|исполнится|было|будет|стукнуло)(?: (?:only|just|barely|about|now|still|then|currently|not yet|solo|sólo|apenas|ya|aún|todavía|entonces|los|sus|всего|лишь|только|едва|уже|тогда|сейчас|ещё не|еще не)){0,2}";

/// What follows an age that a verb gives, besides a stop.
const AGE_ENDS: &str = r"(?:[ -]years?[ -](?:old|of age)| años| лет| года|[,.;:)!?]|$| (?:and a half|y medio)| (?:and|y|и)(?: \p{L}|\s?$)| (?:but|yet|now|today|then|when|while|at the time|this|next|last|since|going|so|because|though|although|or|pero|aunque|cuando|desde|hoy|ahora|но|а|когда)(?:[ ,.]|$)| (?:in|on|en|el) (?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo|próximo|the \d|\d)| в (?:январ|феврал|март|апрел|ма[ея]|июн|июл|август|сентябр|октябр|ноябр|декабр|этом|следующ))";

/// An age that a verb gives whoever stands before it: "X is 13 and lives in", "X, que cumple 14 en mayo,".
static VERB_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^[»”\x22]?(?:,[^,.;]{{1,40}},)?(?:,? (?:who|que|quien|котор(?:ая|ый|ой|ому)))?(?: (?:недавно|скоро|в \p{{L}}+|apenas|ya|recién|only|just))?(?:,? (?:no|not|nope|yes|sí|si|tampoco|también|нет|да|тоже)[,;:.]?)?(?: (?P<verb>{HAS_AGE} )|,? (?:ей|ему) )(?P<age>\d{{1,2}}|{WORDS}|{OF_YEARS}){AGE_ENDS}"
    ))
});

/// An age right behind a name in a message, without a word between: "Ilinca 16", "Brisa? 15.", «Вике 15».
static BARE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^ ?[?:—–-]? (?:solo |sólo |apenas |only |just |всего |уже )?(?P<age>1[0-7])(?: ?(?:yo|yrs?|años|лет)| (?:but|pero|но|y|and|и) |[,.;!]|$)",
    )
});

/// Nouns for the young.
const YOUTH: &str = r"girl|boy|child|daughter|son|sister|brother|teenager|schoolgirl|schoolboy|pupil|student|victim|survivor|joven|niñ[oa]|menor|muchach[oa]|chic[oa]|adolescente|hij[oa]|alumn[oa]|estudiante|víctima|девочк[аиуе]|девушк[аиуе]|мальчик\p{L}*|подрост\p{L}+|школьни\p{L}+|дочь|дочери|сына?|учени\p{L}+|потерпевш\p{L}+|жительниц[аыуе]|жител[ьяю]";

/// An age before the name: "15-year-old X", "una joven de quince años, X", "пятнадцатилетняя X".
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}\d])(?:(?:(?P<age>\d{{1,2}}|{WORDS})(?:[ -]year[ -]old|-?(?:ти)?летн\p{{L}}{{2,3}}|-año)|(?P<old>{OF_YEARS}летн\p{{L}}{{2,3}}))(?: (?:local|young|own|{YOUTH})){{0,3}}(?: named| called| llamad[oa]| по имени)?|(?:{YOUTH}) (?:(?:of|aged|about|around|de|unos|aproximadamente|в возрасте|около|примерно) )*(?P<aged>\d{{1,2}}|{WORDS}|{OF_YEARS})(?: years old| años(?: de edad)?| лет)?),? ?[«“\x22]?$"
    ))
});

/// Years of something else than an age.
static OTHER_YEARS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^,? (?:назад|спустя|лишения|тюрьмы|колонии|в колонии|строгого|общего|de (?:prisión|cárcel|condena|experiencia|servicio|carrera|casad[oa]|matrimonio|trabajo|edad gestacional|reclusión|pena|noviazgo|relación)|en (?:la cárcel|prisión|el cargo|el puesto)|trabajando|viviendo|casad[oa]|después|más tarde|antes|ago|later|in prison)",
    )
});

/// Not yet of age.
static UNDER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?,?(?: (?:who|que|котор\p{L}+|is|was|were|es|era|fue|была?|then|still|todavía|aún|ещё|еще|тогда)){0,3},? ?(?P<cue>not yet (?:turned )?(?:18|eighteen)|under (?:18|eighteen|age|the age of (?:18|consent))|below (?:18|eighteen)|underage|a minor|menor de (?:edad|18|dieciocho)|no había cumplido (?:los )?(?:18|dieciocho)|no cumplía (?:los )?(?:18|dieciocho)|несовершеннолетн\p{L}+|не (?:было|исполнилось) (?:и )?(?:18|восемнадцат)|не достиг\p{L}+ (?:18|восемнадцат|совершеннолетия)|младше (?:18|восемнадцат))",
    )
});

/// An age in months or weeks, or of a year and a half, behind a name.
static INFANT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^,? \(?(?:(?:who is|aged|de|ей|ему|que tiene) )?(?P<cue>(?:\d{1,2}|\p{L}+)[ -](?:months?|weeks?)(?:[ -]old)?|(?:\d{1,2}|\p{L}+) (?:meses|semanas)|(?:\d{1,2}|\p{L}+) месяц(?:а|ев)|полтора года|año y medio)(?:$|[.,;)]| de edad)",
    )
});

/// The age a speaker gives himself.
static OWN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?:tengo|tenía|cumplí|tenia) (?:solo |sólo |apenas |ya )?(?P<es>\d{{1,2}}|{WORDS}) ?(?:años|añitos|anos)|con (?P<con>\d{{1,2}}|{WORDS}) años (?:me|yo|ya me)|(?:I am|I'm|I’m|Im|I was|I turned|I have just turned|I had just turned) (?:only |just )?(?P<en>\d{{1,2}}|{WORDS})(?: years?(?: old)?|[,.!]|$| and| when| at)|(?:мне|мне тогда) (?:было |тогда |всего |только |уже |исполнилось )*(?P<ru>\d{{1,2}}|{WORDS}|{OF_YEARS})(?: ?-?ть)?(?: лет| года?|[,.!]|$))"
    ))
});

/// A speaker's school: "I am in eighth grade", "estoy en octavo", "учусь в восьмом классе".
static OWN_SCHOOL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>I(?: am|'m|’m) (?:still )?(?:a minor|under ?age|in (?:the )?(?:\w+th|first|second|third|\d{1,2}(?:th)?) grade|at school|in (?:primary|secondary|middle|high) school)|soy menor(?: de edad)?|(?:estoy|estaba|voy) en (?:sexto|s[ée]ptimo|octavo|noveno|d[ée]cimo|la secundaria|secundaria|primaria)|(?:учусь|училась|учился|хожу|ходила|ходил) в (?:\p{L}+ классе|\d{1,2}(?:-?м)? классе|школе|школу)|я (?:ещё |еще )?(?:несовершеннолетн\p{L}+|школьни\p{L}+))(?:$|[^\p{L}])",
    )
});

/// The age that is told of a pronoun: "said she was seventeen", "dijo que tenía diecisiete años", «что ей семнадцать лет».
static OF_PRONOUN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<pron>s?he) {HAS_AGE} (?P<en>\d{{1,2}}|{WORDS})(?:{AGE_ENDS}|[”\x22]| at)|(?:que|cuando|porque|pues) (?:[\p{{L}} ]{{0,40}}? )?(?P<tiene>tiene|tenía) (?:solo |sólo |apenas |ya |entonces )?(?P<es>\d{{1,2}}|{WORDS}) años|(?P<ru_pron>ей|ему) (?:было |тогда |всего |только |уже |исполнилось |скоро |недавно |исполнится |будет |тогда было |лишь |едва )*(?P<ru>\d{{1,2}}|{WORDS}|{OF_YEARS})(?: лет| года?|[,.!»]|$| и \p{{L}}| но )|(?P<ru_own>она|он) (?:была? )?(?P<ru_minor>несовершеннолетн\p{{L}}+))"
    ))
});

/// The same at the beginning of a Spanish sentence, with or without a pronoun: "Tiene 13 años y vive en".
static OF_SUBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^[^\p{{L}}]*(?:(?P<pron>ella|él) )?{HAS_AGE} (?P<age>\d{{1,2}}|{WORDS})(?: años|[,.;]| y \p{{L}})"
    ))
});

/// What a court or somebody else gives "him", right before the pronoun: years of prison.
static GIVEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:дал[аи]?|дают|дадут|присудил\p{L}*|назначил\p{L}*|вынес\p{L}*|добавил\p{L}*|грозит|грозило|светит|оставалось|осталось|сидеть|отбывать) $",
    )
});

/// Whether an age, or a Russian compound of one, is under eighteen.
pub(super) fn is_young(scene: &Scene<'_>, age: &str) -> bool {
    let age = &age.to_lowercase();
    let adult = ["восемн", "девятн", "двадц"]
        .iter()
        .any(|stem| age.starts_with(stem));
    is_minor(scene, age) || !adult && age.chars().any(|letter| ('а'..='я').contains(&letter))
}

/// Where the words around a name say that its bearer is a minor.
pub(super) fn told(scene: &Scene<'_>, left: Span, right: Span) -> Vec<Span> {
    let before = ending(scene.at(left));
    let left = Span::new(left.end - before.len(), left.end);
    let after = scene.at(right);
    let named = |base: Span, regex: &Pattern, text: &str| {
        let hit = scene.may(regex).then(|| regex.captures(text))??;
        let age = ["age", "old", "aged"]
            .iter()
            .find_map(|name| hit.name(name))?;
        let rest = &text[hit.get(0).map_or(0, |whole| whole.end())..];
        // «Дочь X, семилетняя Y»: the age is that of the next name.
        let tail = text[age.end()..].trim_start_matches(['-', ' ']);
        let adjective = tail.starts_with("летн") || tail.starts_with("тилетн");
        let next = scene
            .people()
            .any(|who| who.place.span.start == base.end && base.end > base.start);
        if adjective && next && rest.trim().is_empty() && base.start == right.start {
            return None;
        }
        let young = is_young(scene, age.as_str()) && !is_no_age(rest);
        // "Not yet 16" is one with its verb: nothing is denied.
        let verb = hit.name("verb").map_or(age.start(), |verb| verb.start());
        young.then(|| Span::new(base.start + verb, base.start + age.end()))
    };
    // "met a girl of fifteen, Paul Reed said": only an apposition is closed by a comma too.
    let open = before.trim_end().ends_with(',') && !after.starts_with([',', '.', ')']);
    let before = if open { "" } else { before };
    let cue = |base: Span, regex: &Pattern, text: &str| {
        let hit = scene.may(regex).then(|| regex.captures(text))??;
        Some(within(base, hit.name("cue")?))
    };
    [
        named(right, &AFTER, after),
        named(right, &VERB_AFTER, after),
        named(right, &BARE, after).filter(|_| scene.label.is_some()),
        named(left, &BEFORE, before),
        cue(right, &SCHOOL_AFTER, after),
        cue(left, &SCHOOL_BEFORE, before),
        cue(right, &UNDER, after),
        cue(right, &INFANT, after),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether "Tenía 15 años" at the head of a sentence is told of somebody else than who speaks: nothing in his turn is said in
/// the first person.
pub(super) fn is_of_another(scene: &Scene<'_>) -> bool {
    static BARE: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)^[^\p{L}]*(?:tenía|tenia|tiene) "));
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:yo|me|mí|mi|mis|nos|conmigo|nuestr[oa]s?|fui|estuve|era yo|\p{L}{2,}(?:é|í)|\p{L}{2,}aba y \p{L}+)(?:$|[^\p{L}])",
        )
    });
    let said = scene.document.parts.get(scene.part).and_then(|part| {
        let block = part.blocks.get(scene.sentence.block?)?;
        block.span.of(scene.text)
    });
    BARE.is_match(scene.words()) && !FIRST.is_match(said.unwrap_or(scene.words()))
}

/// Where a speaker says that he is a minor, or was one.
pub(super) fn own(scene: &Scene<'_>) -> Option<Span> {
    let whole = scene.sentence.span;
    let bare = scene.label.is_some() && is_of_another(scene);
    let age = scene
        .captures(&OWN, whole)
        .filter(|_| !bare)
        .and_then(|hit| {
            let age = ["es", "con", "en", "ru"]
                .iter()
                .find_map(|name| hit.name(name))?;
            is_young(scene, age.as_str()).then(|| scene.span(age.start(), age.end()))
        });
    age.or_else(|| scene.cue(&OWN_SCHOOL, whole))
}

/// Whether the words behind a number of years say that they are no age: "de experiencia".
pub(super) fn is_no_age(behind: &str) -> bool {
    OTHER_YEARS.is_match(behind)
}

/// Minors by an age that is told of a pronoun, with where it stands.
pub(super) fn of_pronoun<'a>(
    scene: &Scene<'a>,
    near: &[&'a Mention],
) -> Option<(&'a Mention, Span)> {
    let whole = scene.sentence.span;
    if let Some(found) = of_subject(scene, near) {
        return Some(found);
    }
    let hit = scene.captures(&OF_PRONOUN, whole)?;
    let group = |names: &[&str]| names.iter().find_map(|name| hit.name(name));
    let age = group(&["en", "es", "ru", "ru_minor"])?;
    let young = hit.name("ru_minor").is_some() || is_young(scene, age.as_str());
    let pron = group(&["pron", "tiene", "ru_pron", "ru_own"])?;
    let words = scene.words();
    let behind = &words[hit.get(0)?.end()..];
    if !young || is_no_age(behind) || GIVEN.is_match(&words[..pron.start()]) {
        return None;
    }
    let who = whom::subject(scene, scene.span(pron.start(), pron.end()), near)?;
    Some((who, scene.span(age.start(), age.end())))
}

/// Minors by an age at the beginning of a Spanish sentence: its subject is that of the sentence before.
fn of_subject<'a>(scene: &Scene<'a>, near: &[&'a Mention]) -> Option<(&'a Mention, Span)> {
    let hit = scene.captures(&OF_SUBJECT, scene.sentence.span)?;
    let age = hit.name("age")?;
    let behind = &scene.words()[hit.get(0)?.end()..];
    if !is_young(scene, age.as_str()) || is_no_age(behind) {
        return None;
    }
    let who = match (hit.name("pron"), scene.speaker) {
        (Some(pron), _) => {
            let pron = scene.span(pron.start(), pron.end());
            whom::subject(scene, pron, near)?
        }
        (None, None) => near.iter().find(|who| who.place.part == scene.part)?,
        (None, Some(_)) if is_of_another(scene) => {
            near.iter().rfind(|who| who.place.part == scene.part)?
        }
        (None, Some(_)) => return None,
    };
    Some((who, scene.span(age.start(), age.end())))
}
