//! What is denied before the verb that denies it: "la empresa lo niega", «директор обвинения отрицает», «мать ему не верит».

use super::called;
use super::clause;
use super::endings::{self, is_nominative};
use super::fronted;
use super::lexicon::{ADV, AUX, COMP, CONJ, Cue, DET, NEG, POSS, PREP, PRON, REL, SUB, TIME};
use super::places;
use super::view::{Run, View};
use model::{Certainty, Language, Polarity};

/// Pronouns for what somebody said: Spanish ones stand right before the verb.
const SPANISH: [&str; 4] = ["lo", "la", "los", "las"];
/// Russian ones, with or without a preposition before them.
const RUSSIAN: [&str; 13] = [
    "это",
    "все",
    "этого",
    "этому",
    "этим",
    "этом",
    "ему",
    "ей",
    "им",
    "ним",
    "ней",
    "ними",
    "его",
];

/// Words that what is denied begins with.
#[rustfmt::skip]
const DENIED: [&str; 34] = [
    "вину", "вины", "причастность", "причастности", "умысел", "умысла", "случившееся", "сказанное", "про", "факт", "факты",
    "факта", "наличие", "наличия", "существование", "существования", "связь", "связи", "участие", "участия", "возможность",
    "возможности", "применение", "применения", "получение", "получения", "знакомство", "знакомства", "долг", "удержание", "принадлежность", "принадлежности", "вина", "подлинность",
];
/// What nobody says himself to be, with "себя": «Причастным к X себя не признаёт и Y».
const SELF: [&str; 3] = ["причастн", "виновн", "виноват"];

/// What stands before a verb.
pub(super) struct Found {
    pub(super) subject: Option<Run>,
    pub(super) object: Run,
    /// Whether a negation stands before the object.
    pub(super) negated: bool,
}

impl Found {
    pub(super) const fn new(subject: Option<Run>, object: Run) -> Self {
        Self {
            subject,
            object,
            negated: false,
        }
    }
}

/// The subject before the verb group that begins at `group`, and what is denied between the two.
pub(super) fn find(view: &View<'_>, group: usize, head: usize) -> Option<Found> {
    match view.lexicon.language {
        Language::Es => spanish(view, head),
        Language::Ru => russian(view, group),
        Language::En | Language::Unknown => None,
    }
}

/// What is denied where it opens the clause, and who denies it, before the verb or behind it: «Обвинения Шубин отрицает»,
/// "las acusaciones las niega X".
pub(super) fn topic(view: &View<'_>, group: usize, after: usize) -> Option<Found> {
    let opens = |at: &usize| !view.tokens[*at].is_wordy();
    let from = (0..group).rev().find(opens).map_or(0, |at| at + 1);
    let (object, rest) = match view.lexicon.language {
        Language::Es => {
            let clitic = group
                .checked_sub(1)
                .filter(|at| SPANISH.contains(&view.lower(*at)))?;
            // "Que la golpeara, lo niega el acusado": the comma parts what is denied from its pronoun.
            let far = from == clitic && from > 1 && view.is(clitic, "lo");
            let from = if far {
                clause_before(view, from)?
            } else {
                from
            };
            let end = clitic - usize::from(far);
            // "El concejal lo desmintió": he denies it; "los cargos los niega" are denied.
            let told = (from..end).any(|at| called::is_told(view, at));
            // "Eso no lo niega la empresa" denies nothing.
            let negated = clitic > 0 && view.has(clitic - 1, NEG);
            let named = end > from + 1
                && !negated
                && is_doubled(view, from, clitic)
                && (told || !is_last(view, after));
            (named.then(|| Run::new(from, end)).flatten()?, clitic + 1)
        }
        Language::Ru => match russian_topic(view, (from, group), after)? {
            (found, None) => return Some(found),
            (found, Some(rest)) => (found.object, rest),
        },
        Language::En | Language::Unknown => return english(view, (from, group), after),
    };
    let before = Run::new(rest, group);
    let named = |run: &Run| view.tokens[run.from].capital || view.has(run.from, DET | PRON);
    let subject = match before {
        Some(run) if named(&run) => Some(run),
        Some(_) => return None,
        None if is_last(view, after) && !(view.is(after, "и") && is_too(view, after)) => None,
        None => {
            // «Эти слова опроверг и начальник порта»
            let too = usize::from(view.is(after, "и") && is_too(view, after));
            let behind = clause::phrase_right(view, after + too);
            Some(behind.filter(|_| !view.has(after + too, PREP | CONJ))?)
        }
    };
    Some(Found::new(subject, object))
}

/// Where what stands before the token begins: behind the last mark that parts more than a comma does.
fn start_before(view: &View<'_>, end: usize) -> usize {
    let stops = |at: &usize| view.stop(*at) || view.is(*at, ";") || view.is(*at, ":");
    (0..end).rev().find(stops).map_or(0, |at| at + 1)
}

/// Where the "that" clause or the infinitive begins that ends at a Spanish comma, in the sentence's first place.
fn clause_before(view: &View<'_>, end: usize) -> Option<usize> {
    let from = start_before(view, end - 1);
    (view.comma(end - 1) && is_clause(view, from)).then_some(from)
}

/// Whether a "that" clause or an infinitive begins at the token: "Que la golpeara", "Haber cobrado".
fn is_clause(view: &View<'_>, at: usize) -> bool {
    view.has(at, COMP) && !view.has(at, PREP) || view.infinitive(at)
}

/// Whether what begins at the token is taken up by the Spanish pronoun at `clitic`: "las acusaciones las", "Ser dueño lo".
fn is_doubled(view: &View<'_>, from: usize, clitic: usize) -> bool {
    let (first, pronoun) = (view.lower(from), view.lower(clitic));
    let article = if pronoun == "lo" { "el" } else { pronoun };
    let this = match pronoun {
        "lo" => ["eso", "esto", "aquello", "ese", "este", "tal"],
        "la" => ["esa", "esta", "aquella", "tal", "dicha", "semejante"],
        "los" => ["esos", "estos", "aquellos", "tales", "dichos", "semejantes"],
        _ => ["esas", "estas", "aquellas", "tales", "dichas", "semejantes"],
    };
    first == article || this.contains(&first) || pronoun == "lo" && is_clause(view, from)
}

/// A Russian topic; with the token behind what is denied where the subject is still to be found.
fn russian_topic(
    view: &View<'_>,
    (from, group): (usize, usize),
    after: usize,
) -> Option<(Found, Option<usize>)> {
    let whole = |found: Found| Some((found, None));
    let such = |stem: &&str| view.lower(from).starts_with(stem);
    let determined = view.has(from, DET | POSS) || ["так", "подобн"].iter().any(such);
    let noun = from + usize::from(determined);
    let verb = (group..after).next_back()?;
    if is_self(view, Run::new(from, group)?) {
        let at = after + usize::from(view.is(after, "и"));
        return whole(Found::new(
            Some(clause::phrase_right(view, at)?),
            Run::new(from, group)?,
        ));
    }
    // «С этим не согласны четверо»
    let governed = matches!(view.lower(from), "с" | "со")
        && RUSSIAN.contains(&view.lower(from + 1))
        && from + 2 == group
        && view.lower(verb).starts_with("соглас");
    if governed && !is_last(view, after) {
        return whole(Found::new(
            Some(clause::phrase_right(view, after)?),
            Run::new(from, group)?,
        ));
    }
    let office = || fronted::in_office(view, (from, group), after);
    if let Some(found) = that_before(view, (from, group), after).or_else(office) {
        return whole(found);
    }
    let this = determined
        && !view.capital(noun)
        && !view.has(noun, TIME)
        && view.lower(noun).ends_with(['у', 'ю']);
    let known = this || called::is_told(view, noun) || DENIED.contains(&view.lower(noun));
    if !(known && is_object(view.lower(noun), view.lower(verb))) {
        let many = || fronted::many(view, (from, group), after);
        return whole(accusative(view, (from, group), after).or_else(many)?);
    }
    if noun + 1 < group
        && let Some(subject) = inverted(view, (noun + 1, group), after)
    {
        return whole(Found::new(Some(subject), Run::new(from, group)?));
    }
    if let Some(within) = places::before(view, (noun + 1, group), verb) {
        return whole(Found::new(
            Run::new(within + 1, group),
            Run::new(from, within)?,
        ));
    }
    // «Знакомство с Романом отвергает»: what a preposition governs is no subject.
    let governed = group == noun + 3 && view.has(group - 2, PREP);
    let start = if noun + 1 == group || determined && !view.has(noun + 1, PREP) {
        noun + 1
    } else if governed && is_last(view, after) {
        group
    } else {
        subject_start(view, noun + 1, group)?
    };
    let start = owning(view, (noun + 1, start), group, verb)
        .or_else(|| of_genitive(view, (noun, start), group, verb))
        .unwrap_or(start);
    let subject = Run::new(start, group);
    let rest = subject.is_none().then_some(start);
    let found = Found::new(subject, Run::new(from, start)?);
    Some((found, rest))
}

/// Whatever the accusative of a noun or adjective opens the clause with, right before a pronoun or a name and the verb, which
/// take nothing behind them: «Долю в заработке Чинара отрицала», «Вербовку через родню он отверг тоже».
fn accusative(view: &View<'_>, (from, group): (usize, usize), after: usize) -> Option<Found> {
    let subject = group.checked_sub(1).filter(|at| *at > from)?;
    let personal = ["я", "он", "она", "мы", "они"].contains(&view.lower(subject));
    let surname = ["ов", "ев", "ёв"]
        .iter()
        .any(|end| view.lower(subject).ends_with(end));
    let named = view.capital(subject)
        && !view.capital(subject - 1)
        && (surname || is_nominative(view.lower(subject)));
    let first = view.lower(from);
    let alone = matches!(view.lower(subject - 1), "сам" | "сама" | "сами");
    let subject = subject - usize::from(named && alone);
    let object = Run::new(from, subject)?;
    let plain =
        (from..subject).all(|at| view.tokens[at].is_wordy() && !view.has(at, REL | COMP | SUB));
    let fits = first.chars().count() > 3
        && first.ends_with(['у', 'ю'])
        && !view.has(from, PREP | ADV | TIME | CONJ | PRON)
        && !view.finite(object);
    ((personal || named) && plain && fits && is_last(view, after))
        .then(|| Found::new(Run::new(subject, group), object))
}

/// The clause before the comma behind which `from` stands, with the subject before the verb group: «Что их держали взаперти, мы
/// отвергаем».
fn that_before(view: &View<'_>, (from, group): (usize, usize), after: usize) -> Option<Found> {
    let comma = from.checked_sub(1).filter(|at| view.comma(*at))?;
    let start = start_before(view, comma);
    let that = matches!(view.lower(start), "что" | "будто");
    let subject = Run::new(from, group);
    let named = |run: Run| {
        let plain = (run.from..run.to).all(|at| view.tokens[at].is_wordy());
        plain && run.len() <= 3 && !view.finite(run) && !view.has(run.from, PREP | CONJ | COMP)
    };
    // «Что касается денег, он отрицает обвинения», «Что бы ни говорили, он отрицает вину»: what is denied stands behind.
    let idle = matches!(view.lower(start + 1), "касается" | "касаемо" | "бы" | "до");
    let last = is_last(view, after) || view.lower(after).ends_with('о') && is_last(view, after + 1);
    let fits = that && last && !idle && comma > start + 2 && subject.is_some_and(named);
    let object = Run::new(start, comma).filter(|_| fits)?;
    Some(Found::new(subject, object))
}

/// "The beating I deny", "the charges he denies": what is denied opens the clause, a pronoun denies it.
fn english(view: &View<'_>, (from, group): (usize, usize), after: usize) -> Option<Found> {
    let subject = group
        .checked_sub(1)
        .filter(|at| view.has(*at, PRON) && !view.has(*at, POSS | REL))?;
    let object = Run::new(from, subject)?;
    let plain = !view.has(from, PRON | CONJ | ADV | TIME | NEG)
        && (from..subject).all(|at| view.tokens[at].is_wordy() && !view.has(at, REL | COMP | SUB))
        && !view.finite(object);
    (plain && is_last(view, after)).then_some(Found::new(Run::new(subject, group), object))
}

/// Whether the words before a Russian verb say what somebody calls himself: «Причастным к исчезновению себя».
fn is_self(view: &View<'_>, run: Run) -> bool {
    let first = view.lower(run.from);
    let named = SELF.iter().any(|stem| first.starts_with(stem));
    named && first.ends_with(['м', 'й', 'и']) && (run.from..run.to).any(|at| view.is(at, "себя"))
}

/// Where the subject between a Russian object and its verb begins: a pronoun, a name with what stands before it, else the
/// last noun: «Факт передачи списков | министерство отрицает», «Рассказы о штрафах | управляющий отмёл».
pub(super) fn subject_start(view: &View<'_>, from: usize, group: usize) -> Option<usize> {
    let mut last = group.checked_sub(1).filter(|last| *last >= from)?;
    while last > from && view.adverb(last) {
        last -= 1;
    }
    let mut start = last;
    if view.has(last, PRON) && !view.has(last, POSS) {
        return Some(start);
    }
    let named = view.tokens[last].capital;
    while start > from && named && view.tokens[start - 1].capital {
        start -= 1;
    }
    let title = |lower: &str| is_nominative(lower) && !lower.ends_with("ия");
    // «Вину подсудимый Гиль»: no genitive.
    let held = |lower: &str| lower.ends_with("ый") || lower.ends_with("ий");
    let led = start > from + 1 && title(view.lower(start - 1))
        || start > from && held(view.lower(start - 1));
    if named && led {
        start -= 1;
    }
    // «Участие бывший охранник Тимур Галиев», «Угрозу сам Марков»
    let own = |at: usize| {
        let lower = view.lower(at);
        let held = held(lower) && !lower.ends_with("ний") && !lower.ends_with("тий");
        matches!(lower, "сам" | "сама" | "бывший" | "бывшая") || at < last && held
    };
    while start > from && own(start - 1) {
        start -= 1;
    }
    let plain = view.tokens[start].is_wordy() && !view.has(start, PREP | CONJ | COMP | AUX | NEG);
    let free = start == from || !view.has(start - 1, PREP | DET);
    (plain && free && (named || is_nominative(view.lower(start)))).then_some(start)
}

/// Where the subject begins whose last noun is a genitive of another: «Цифру штаб флота опроверг».
fn owning(
    view: &View<'_>,
    (from, start): (usize, usize),
    group: usize,
    verb: usize,
) -> Option<usize> {
    let fits = |at: usize| endings::agrees(view.lower(at), view.lower(verb));
    let last = group
        .checked_sub(1)
        .filter(|last| start == *last && !view.capital(*last))?;
    let past = ["л", "ла", "ло", "ли", "верг"];
    let past = past.iter().any(|end| view.lower(verb).ends_with(end));
    if !past || fits(last) || view.has(last, PRON) {
        return None;
    }
    let own = |at: &usize| {
        let lower = view.lower(*at);
        let genitive = ["ов", "ев"].iter().any(|end| lower.ends_with(end));
        fits(*at)
            && is_nominative(lower)
            && !genitive
            && !view.has(at - 1, PREP)
            && !view.has(*at, PREP)
    };
    (from.max(last.saturating_sub(3))..last).rev().find(own)
}

/// Where the subject begins of which only the last noun was taken: «Вину капитан судна не признаёт».
fn of_genitive(
    view: &View<'_>,
    (noun, start): (usize, usize),
    group: usize,
    verb: usize,
) -> Option<usize> {
    let last = group.checked_sub(1).filter(|last| start == *last)?;
    let named = view.capital(last) || view.has(last, PRON);
    let found = endings::common(view, (noun, last), verb).filter(|_| !named)?;
    (found > noun && found < start).then_some(found)
}

/// Whether the word names what may be denied.
pub(super) fn is_denied(lower: &str) -> bool {
    DENIED.contains(&lower)
}

/// Who denies, behind the verb, what stands from `from` to the verb group at `group`: «Слухи о закрытии приюта опроверг губернатор».
fn inverted(view: &View<'_>, (from, group): (usize, usize), after: usize) -> Option<Run> {
    let verb = view.lower(after.checked_sub(1)?);
    let past = ["л", "ла", "ло", "ли", "опроверг", "отверг"]
        .iter()
        .any(|end| verb.ends_with(end));
    let fits = |at: usize| !past || endings::agrees(view.lower(at), verb);
    let before = subject_start(view, from, group).filter(|start| fits(group - 1) || fits(*start));
    // What can be a genitive may belong to what is denied.
    let owned = before.is_some_and(|start| {
        !view.tokens[group - 1].capital
            && !view.has(start, PRON)
            && view.lower(group - 1).ends_with(['а', 'я', 'и', 'ы'])
    });
    let subject = view.kind(after).is_some_and(|_| {
        view.tokens[after].is_wordy()
            && !view.adverb(after)
            && !view.has(after, PREP | CONJ | COMP | TIME | NEG)
            && !preposed_object(view, after)
    });
    let run = clause::phrase_right(view, after).filter(|_| subject)?;
    let named = (run.from..run.to)
        .any(|at| view.tokens[at].capital || is_nominative(view.lower(at)) && fits(at));
    ((before.is_none() || owned) && named && is_last(view, run.to)).then_some(run)
}

/// Whether the word behind the verb is what is denied and no subject.
fn preposed_object(view: &View<'_>, at: usize) -> bool {
    RUSSIAN.contains(&view.lower(at)) || is_denied(view.lower(at))
}

/// «И начальник порта»: whether a subject and no further verb follows the "too".
fn is_too(view: &View<'_>, at: usize) -> bool {
    let next = view.tokens.get(at + 1);
    let noun = next.is_some_and(crate::extract::text::Token::is_wordy);
    let verb = Run::new(at + 1, at + 4).is_some_and(|run| view.finite(run));
    noun && !verb && !view.has(at + 1, NEG | PREP | COMP) && !view.adverb(at + 1)
}

/// Whether a Russian noun is the object of the verb by the endings of both: «обвинения отрицает», «вину отрицает».
fn is_object(noun: &str, verb: &str) -> bool {
    let many = ["ли", "ют", "ят"].iter().any(|end| verb.ends_with(end));
    noun.ends_with(['у', 'ю'])
        || noun == "слова"
        || DENIED.contains(&noun)
        || !many && noun.ends_with(['ы', 'и', 'я'])
        || noun.ends_with("ие")
}

/// Whether a pronoun for what was said, no article, stands right before the verb at `at`, and nothing is told behind it: "lo
/// niega", «это отрицаю».
pub(super) fn is_pronoun(view: &View<'_>, at: usize, cue: &Cue) -> bool {
    let denied = cue.polarity == Polarity::Denied;
    let mood = denied || cue.certainty == Certainty::Believed;
    let lower = at.checked_sub(1).map_or("", |before| view.lower(before));
    let stands = match view.lexicon.language {
        Language::Es => lower == "lo" && mood || denied && SPANISH.contains(&lower),
        Language::Ru => mood && RUSSIAN.contains(&lower),
        Language::En | Language::Unknown => false,
    };
    stands && is_last(view, at + cue.words.len())
}

/// Whether the verb takes nothing behind it: its sentence or clause ends, or a circumstance follows.
pub(super) fn is_last(view: &View<'_>, after: usize) -> bool {
    let mut at = after;
    while view.adverb(at) || matches!(view.lower(at), "todo" | "todos") {
        at += 1;
    }
    // «Так же горячо»
    if view.is(at, "так") && view.is(at + 1, "же") {
        at += 2 + usize::from(view.lower(at + 2).ends_with('о'));
    }
    view.stop(at)
        || view.comma(at)
        || view.close(at)
        || view.dash(at)
        || view.is(at, ";")
        || view.is(at, ":")
        || view.is(at, "con")
        || view.is(at, "en")
        || view.has(at, CONJ)
}

/// "ella lo niega", "la viuda no lo cree", "el alcalde lo ha negado".
fn spanish(view: &View<'_>, head: usize) -> Option<Found> {
    let clitic = (head.saturating_sub(3)..head)
        .rev()
        .take_while(|at| *at + 1 == head || view.has(at + 1, AUX) || view.adverb(at + 1))
        .find(|at| SPANISH.contains(&view.lower(*at)))?;
    let mut from = clitic;
    while from > 0 && (view.has(from - 1, NEG) || view.adverb(from - 1)) && !view.has(from - 1, DET)
    {
        from -= 1;
    }
    Some(Found {
        subject: clause::subject(view, from),
        object: Run::new(clitic, clitic + 1)?,
        negated: (from..clitic).any(|at| view.has(at, NEG)),
    })
}

/// «директор обвинения отрицает», «с этим мать не согласна», «ему не верит».
fn russian(view: &View<'_>, group: usize) -> Option<Found> {
    let mut last = group.checked_sub(1)?;
    // «Бригадиры это дружно оспаривают»
    let manner = view.lower(last).ends_with('о') && view.lower(last).chars().count() > 4;
    if last > 0 && manner && matches!(view.lower(last - 1), "это" | "все") {
        last -= 1;
    }
    if RUSSIAN.contains(&view.lower(last)) {
        let from = last - usize::from(last > 0 && view.has(last - 1, PREP));
        return Some(Found::new(
            clause::subject(view, from),
            Run::new(from, last + 1)?,
        ));
    }
    let run = clause::subject(view, group)?;
    let inner = (run.from + 1..run.to.min(group)).collect::<Vec<_>>();
    // A name is over where small letters follow it.
    let told = inner.iter().copied().find(|at| {
        let lower = view.lower(*at);
        let himself = SELF.iter().any(|stem| lower.starts_with(stem));
        called::is_told(view, *at) || DENIED.contains(&lower) || himself
    });
    let ends = |at: &usize| {
        let name = view.close(at - 1) || view.tokens[at - 1].capital && at - 1 > run.from;
        name && !view.tokens[*at].capital && view.tokens[*at].is_wordy()
    };
    let start = told.or_else(|| inner.iter().copied().rev().find(ends))?;
    let start = start - usize::from(view.has(start - 1, DET | POSS) && start - 1 > run.from);
    let object = Run::new(start, run.to.min(group))?;
    let free = (!view.has(start, PREP | PRON | CONJ) || view.is(start, "про"))
        && !(start..object.to).any(|at| view.comma(at));
    free.then_some(Found::new(Run::new(run.from, start), object))
}
