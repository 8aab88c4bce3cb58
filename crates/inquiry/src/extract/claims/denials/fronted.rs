//! «Побои она не считает доказанными», «Подлинность книг Мавр подвергает сомнению», «В управлении эти показания опровергли»,
//! «Отрицая побои, Ли ушёл»: who denies in Russian stands between what is denied and the verb, before both, or behind.

use super::RULE;
use super::parsing::{group, russian, told};
use crate::extract::claims::called;
use crate::extract::claims::clause;
use crate::extract::claims::conceded;
use crate::extract::claims::endings::{acts, common, is_nominative};
use crate::extract::claims::lexicon::{
    ADV, COMP, CONJ, Cue, DET, NEG, OBJECT, POSS, PREP, PRON, REL, SUB, Sort, TIME,
};
use crate::extract::claims::patterns::{fits, longest};
use crate::extract::claims::places;
use crate::extract::claims::preposed::{is_denied, is_last};
use crate::extract::claims::reading::Reading;
use crate::extract::claims::untold;
use crate::extract::claims::view::{Run, View};
use model::{Certainty, Polarity};

/// Verbs that, negated, do not take a thing for what follows.
const JUDGES: &str = "считает|считают|считаю|считаем|считал|считала|считали|признает|признают|признаю|признаем|признавал|признавала|признавали|признал|признала|признали|\
    находит|находят|нашел|нашла|нашли|счел|сочла|сочли";
/// Verbs and what they doubt with.
const DOUBTS: [&str; 3] = [
    "ставит|ставят|ставил|ставила|ставили|поставил|поставила|поставили|ставлю|ставим под сомнение|вопрос",
    "подвергает|подвергают|подверг|подвергла|подвергли|подвергаю|подвергаем ?большому|серьезному сомнению",
    "берет|берут|взял|взяла|взяли под сомнение",
];
/// Endings of what a thing is taken for.
const INSTRUMENTAL: [&str; 8] = ["ыми", "ими", "ым", "им", "ой", "ей", "ом", "ем"];
/// The most words of what a thing is taken for.
const LONGEST: usize = 4;
/// Words that name who does it where no name follows.
const PERSONAL: [&str; 8] = ["я", "он", "она", "оно", "мы", "вы", "они", "оба"];

/// Beginnings of who decides and so denies nothing.
const COURTS: [&str; 6] = ["суд", "судь", "судеб", "коллеги", "инстанци", "присяжны"];

/// What is denied, in one piece or two, by whom and with which words.
struct Fronted {
    source: Run,
    cue: Run,
    content: [Option<Run>; 2],
    certainty: Certainty,
}

/// Reads such denials in the place of what else was read of their verbs.
pub(super) fn settle(view: &View<'_>, index: usize, readings: &mut Vec<Reading>) {
    if !russian(view) {
        return;
    }
    let found: Vec<Fronted> = (1..view.len())
        .filter(|at| view.tokens[*at].is_wordy())
        .filter_map(|at| {
            let free = !readings.iter().any(|reading| {
                let token = view.tokens[at].span;
                let cue = reading.cue.is_some_and(|cue| cue.overlaps(token));
                reading.sentence == index && cue && reading.rule != "trained"
            });
            judged(view, at)
                .or_else(|| doubted(view, at))
                .or_else(|| named(view, at))
                .or_else(|| officially(view, at))
                .or_else(|| free.then(|| turned(view, at)).flatten())
        })
        .collect();
    for one in &found {
        put(view, index, one, readings);
    }
    led(view, index, readings);
}

/// Puts one in the place of what was read of its verb.
fn put(view: &View<'_>, index: usize, one: &Fronted, readings: &mut Vec<Reading>) {
    let Some(cue) = view.span(one.cue) else {
        return;
    };
    let other = |reading: &Reading| {
        reading.sentence != index || !reading.cue.is_some_and(|own| own.overlaps(cue))
    };
    readings.retain(other);
    let head = view.lower(one.cue.to - 1);
    let mut reading = Reading::new(index, RULE, &Cue::denial(head), Some(cue));
    reading.certainty = one.certainty;
    reading.source = view.span(one.source);
    let parts = one.content.iter().flatten();
    reading.content = parts.filter_map(|run| view.span(*run)).collect();
    readings.push(reading);
}

/// «Побои она не считает доказанными».
fn judged(view: &View<'_>, at: usize) -> Option<Fronted> {
    let not = at - 1;
    if !(fits(view.lower(at), JUDGES) && view.is(not, "не")) {
        return None;
    }
    let ends = |at: &usize| {
        let lower = view.lower(*at);
        INSTRUMENTAL.iter().any(|end| lower.ends_with(end))
    };
    let last = (at + 1..view.len().min(at + 1 + LONGEST))
        .take_while(|at| view.tokens[*at].is_wordy() && !view.has(*at, PREP | CONJ | COMP | PRON));
    let last = last.filter(ends).last()?;
    let plain = ends(&(at + 1)) || view.adverb(at + 1);
    let (object, subject) = parted(view, not, at)?;
    // «Показания суд не признал допустимыми»
    let court = (subject.from..subject.to)
        .any(|at| COURTS.iter().any(|stem| view.lower(at).starts_with(stem)));
    let plain = plain && !(court && view.lower(at).starts_with("призна"));
    (plain && is_last(view, last + 1)).then_some(Fronted {
        source: subject,
        cue: Run::new(not, at + 1)?,
        content: [Some(object), Run::new(at + 1, last + 1)],
        certainty: if view.lower(at).starts_with("призна") {
            Certainty::Stated
        } else {
            Certainty::Believed
        },
    })
}

/// «Подлинность этих книг владелец клуба Тигран Мавр подвергает сомнению».
fn doubted(view: &View<'_>, at: usize) -> Option<Fronted> {
    let end = longest(view, at, &DOUBTS)?;
    let from = group(view, at)?;
    let (subject, object) = sides(view, from, at)?;
    let fits = is_thing(view, object.from) || accusative(view, object.from);
    (fits && is_last(view, end)).then_some(Fronted {
        source: subject,
        cue: Run::new(from, end)?,
        content: [Some(object), None],
        certainty: Certainty::Believed,
    })
}

/// Who and what, both before the group of the verb, in either order.
fn sides(view: &View<'_>, group: usize, verb: usize) -> Option<(Run, Run)> {
    let back = || parted(view, group, verb).map(|(object, subject)| (subject, object));
    first(view, group, verb).or_else(back)
}

/// Whether what may be called untrue begins at the token, behind a pronoun perhaps.
fn is_thing(view: &View<'_>, from: usize) -> bool {
    let noun = from + usize::from(view.has(from, DET | POSS));
    let known = told(view, noun).is_some() || is_denied(view.lower(noun));
    known || view.lower(noun).ends_with("ость") || noun > from
}

/// Whether a verb stands at the token, or a "not" before one.
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let verb = view.is_past_form(at) || view.is_finite(at) || view.infinitive(at);
    verb && !view.capital(at) && !view.has(at, PREP | CONJ | POSS) || view.has(at, NEG)
}

/// Where the clause begins in which the group of the verb at `group` stands: a relative clause between commas is part of it.
pub(super) fn opening(view: &View<'_>, group: usize) -> usize {
    let mark = |at: &usize| !view.tokens[*at].is_wordy();
    let near = (0..group).rev().find(mark);
    let Some(near) = near.filter(|at| view.comma(*at)) else {
        return near.map_or(0, |at| at + 1);
    };
    let relative = |at: &usize| {
        let led = (at + 1..at + 3).any(|at| view.has(at, REL));
        let noun = (at.saturating_sub(3)..*at).any(|at| called::is_told(view, at));
        let that = view.is(at - 1, "том") || noun;
        let that = that && matches!(view.lower(at + 1), "что" | "как" | "будто");
        view.comma(*at) && (led || that || participle(view.lower(at + 1)))
    };
    let far = (1..near).rev().find(relative);
    let turned = (0..near)
        .rev()
        .find(|at| view.stop(*at) || view.is(*at, ";") || view.is(*at, ":"));
    match far {
        Some(far) if turned.is_none_or(|at| at < far) => turned.map_or(0, |at| at + 1),
        _ => near + 1,
    }
}

/// Whether a Russian word has the endings of a full participle.
fn participle(lower: &str) -> bool {
    const ENDS: [&str; 20] = [
        "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ого", "его", "ой", "ей", "ых",
        "их", "ым", "им", "ыми", "ими",
    ];
    let stem = ENDS.iter().find_map(|end| lower.strip_suffix(end));
    let marks = ["нн", "щ", "вш", "ят", "ыт", "ут"];
    stem.is_some_and(|stem| marks.iter().any(|mark| stem.ends_with(mark)))
}

/// What is denied and who denies it, both before the group of the verb.
fn parted(view: &View<'_>, group: usize, verb: usize) -> Option<(Run, Run)> {
    // «Обвинения сотрудников считаем голословными»: who says it is the author.
    let own = ["ем", "им", "аю", "яю"]
        .iter()
        .any(|end| view.lower(verb).ends_with(end));
    let pronoun = group > 0 && PERSONAL.contains(&view.lower(group - 1));
    if own && !pronoun {
        return None;
    }
    let from = opening(view, group);
    let mut start = subject(view, (from, group), verb)?;
    // «Слова, что C, диспетчер Вера Лось ставит под сомнение»: her trade stands behind the clause's comma.
    if let Some(comma) = (from + 1..start).rev().find(|at| view.comma(*at)) {
        let plain = |at: usize| view.tokens[at].is_wordy() && !view.has(at, PREP | CONJ);
        if comma + 1 < start && (comma + 1..start).all(plain) {
            start = comma + 1;
        }
    }
    let object = Run::new(from, start)?;
    let head = Run::new(
        from,
        (from..start).find(|at| view.comma(*at)).unwrap_or(start),
    )?;
    let tail = (object.from..object.to)
        .rev()
        .find(|at| view.comma(*at))
        .unwrap_or(object.from);
    let verbs = |run: Run| (run.from..run.to).any(|at| is_verb(view, at));
    let plain = !view.has(from, PREP | CONJ | COMP | SUB | ADV | TIME | PRON)
        && !verbs(head)
        && !Run::new(tail, start).is_some_and(verbs)
        && !PERSONAL.contains(&view.lower(from))
        && !view.finite(head)
        && !view.open(from);
    let trade = from > 0 && view.comma(from - 1) && object.len() == 1 && view.capital(start);
    (plain && !trade).then_some((object, Run::new(start, group)?))
}

/// Where the subject right before the group of the verb begins, behind something else.
fn subject(view: &View<'_>, (from, group): (usize, usize), verb: usize) -> Option<usize> {
    let last = group.checked_sub(1).filter(|last| *last > from)?;
    if PERSONAL.contains(&view.lower(last)) {
        return Some(last);
    }
    let word = |at: usize| view.tokens[at].is_wordy() && !view.has(at, PREP | CONJ | COMP | NEG);
    let title = |at: usize| {
        word(at) && crate::extract::is_noun_word(view.lower(at)) && is_nominative(view.lower(at))
    };
    let mut start = last;
    if view.capital(last) {
        while start > from + 1 && view.capital(start - 1) {
            start -= 1;
        }
        let near = (1..=3).filter(|step| start > from + step);
        let office = near
            .map(|step| start - step)
            .take_while(|at| word(*at) && !view.capital(*at))
            .find(|at| title(*at));
        start = office.unwrap_or(start);
    } else {
        start = common(view, (from, last), verb)?;
    }
    let held = |at: usize| {
        let adjective = [
            "ый", "ая", "ое", "ые", "кий", "гий", "хий", "щий", "ший", "кие", "гие", "хие", "щие",
            "шие",
        ];
        let own = view.has(at, POSS) && !view.has(at, DET);
        own || adjective.iter().any(|end| view.lower(at).ends_with(end)) && word(at)
    };
    while start > from + 1 && held(start - 1) && !view.capital(start - 1) {
        start -= 1;
    }
    Some(start)
}

/// «Данные о C в администрации назвали слухами», «Версию о C защита назвала фантазией следователя», «Сам он обвинения считает
/// надуманными».
fn named(view: &View<'_>, at: usize) -> Option<Fronted> {
    let passive = ["ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены"];
    let passive = passive.iter().any(|end| view.lower(at).ends_with(end));
    if !called::is_calling(view, at) || passive || view.is_quoted(at) {
        return None;
    }
    let start = group(view, at)?;
    let near = (at + 1..view.len().min(at + 1 + LONGEST))
        .take_while(|at| view.tokens[*at].is_wordy() && !view.has(*at, PREP | CONJ | COMP | PRON));
    let name = near.clone().find(|at| called::is_name(view, *at, at + 1))?;
    let whose = (name + 1..view.len().min(name + 4))
        .take_while(|at| view.tokens[*at].is_wordy() && !view.has(*at, PREP | CONJ | COMP | TIME));
    let end = (name + 1..=name + 1 + whose.count()).find(|end| is_last(view, *end))?;
    let (source, object) = officials(view, start, at).or_else(|| sides(view, start, at))?;
    let thing = |at: usize| told(view, at).is_some() || is_denied(view.lower(at));
    let held = view.has(object.from, DET | POSS) && object.len() > 1;
    (thing(object.from) || held || accusative(view, object.from)).then_some(Fronted {
        source,
        cue: Run::new(start, end)?,
        content: [Some(object), None],
        certainty: Certainty::Stated,
    })
}

/// Whether the word has the ending of a feminine accusative.
pub(super) fn accusative(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    lower.ends_with(['у', 'ю']) && lower.chars().count() > 3 && !view.has(at, PRON | ADV | TIME)
}

/// «Сам предприниматель обвинения в вербовке считает»: who and what, both before the group of the verb.
fn first(view: &View<'_>, group: usize, verb: usize) -> Option<(Run, Run)> {
    let from = opening(view, group);
    let begins = |at: &usize| {
        let quality = view.lower(*at).ends_with("ость") && !view.has(at - 1, DET);
        let thing = told(view, *at) == Some(*at) || is_denied(view.lower(*at)) || quality;
        thing && !view.has(at - 1, PREP)
    };
    let opens = told(view, from).is_some() || is_denied(view.lower(from));
    let noun = (from + 1..group).find(begins).filter(|_| !opens)?;
    let middle = noun - usize::from(noun > from + 1 && view.has(noun - 1, DET));
    let subject = Run::new(from, middle)?;
    let last = middle - 1;
    let acts = view.capital(last) || PERSONAL.contains(&view.lower(last)) || acts(view, last, verb);
    let plain = !view.has(from, PREP | CONJ | COMP | SUB | TIME | ADV);
    let plain = plain && (from..group).all(|at| !is_verb(view, at));
    (acts && plain && (from..middle).all(|at| view.tokens[at].is_wordy()))
        .then_some((subject, Run::new(middle, group)?))
}

/// «Возможность выезда пограничники исключают»: what no other reading has.
fn turned(view: &View<'_>, at: usize) -> Option<Fronted> {
    let denies = denies(view, at).then_some(at + 1);
    let end = denies
        .or_else(|| called::turned_down(view, at))
        .filter(|_| !view.is_quoted(at))?;
    let start = group(view, at)?;
    let (subject, object) = sides(view, start, at)?;
    let noun = object.from + usize::from(view.has(object.from, DET | POSS));
    let told = told(view, noun).is_some() || is_denied(view.lower(noun));
    let fits = told || denies.is_some() && accusative(view, noun);
    let asked = conceded::is_asked(view, object.from, object.to);
    (fits && !asked && is_last(view, end) && !view.infinitive(at)).then_some(Fronted {
        source: subject,
        cue: Run::new(start, end)?,
        content: [Some(object), None],
        certainty: Certainty::Stated,
    })
}

/// «В управлении эти показания опровергли», «Эти сведения в министерстве опровергли и заверили».
fn officially(view: &View<'_>, at: usize) -> Option<Fronted> {
    if !denies(view, at) || !places::is_plural(view, at) || view.is_quoted(at) {
        return None;
    }
    let start = group(view, at)?;
    let (source, object) = officials(view, start, at)?;
    is_last(view, at + 1).then_some(Fronted {
        source,
        cue: Run::new(start, at + 1)?,
        content: [Some(object), None],
        certainty: Certainty::Stated,
    })
}

/// Whether a single word that denies things stands at the token.
pub(super) fn denies(view: &View<'_>, at: usize) -> bool {
    let mut cues = view.lexicon.cues(view.tokens, at);
    cues.any(|cue| {
        let single = cue.sort == Sort::Verb && cue.words.len() == 1;
        single && cue.polarity == Polarity::Denied && cue.frames & OBJECT != 0
    })
}

/// The office in which the plural verb speaks, and what stands between the two or before both.
fn officials(view: &View<'_>, group: usize, verb: usize) -> Option<(Run, Run)> {
    let from = opening(view, group);
    let (source, object) = if matches!(view.lower(from), "в" | "во") {
        let begins = |at: &usize| {
            let named = view.has(*at, DET | POSS) || told(view, *at) == Some(*at);
            let named = named || view.is(*at, "это");
            (named || is_denied(view.lower(*at))) && !view.has(*at - 1, PREP)
        };
        let middle = (from + 2..group).find(begins)?;
        (Run::new(from + 1, middle)?, Run::new(middle, group)?)
    } else {
        let determined = view.has(from, DET | POSS) || told(view, from).is_some();
        let link = places::before(view, (from + 1, group), verb).filter(|_| determined)?;
        (Run::new(link + 1, group)?, Run::new(from, link)?)
    };
    let head = Run::new(
        object.from,
        (object.from..object.to)
            .find(|at| view.comma(*at))
            .unwrap_or(object.to),
    )?;
    let circumstance = places::is_circumstance(view.lower(source.from));
    let tells = (source.from..source.to)
        .chain(head.from..head.to)
        .any(|at| is_verb(view, at));
    let spoken = view.has(source.from, TIME | DET) || circumstance || tells;
    (!spoken && places::is_plural(view, verb)).then_some((source, object))
}

/// «Отрицая побои, Ли признал»: whoever does what follows denies what opens the sentence.
fn led(view: &View<'_>, index: usize, readings: &mut [Reading]) {
    for reading in readings.iter_mut().filter(|it| it.sentence == index) {
        let gerund = reading.rule.starts_with("gerund") && reading.source.is_none();
        let cue = reading
            .cue
            .and_then(|cue| untold::tokens(view, cue).next_back());
        let Some(at) = cue.filter(|at| gerund && *at < 3) else {
            continue;
        };
        let behind = (at + 1..view.len()).find(|at| view.comma(*at) && !view.has(at + 1, COMP));
        let run = behind.and_then(|comma| clause::phrase_right(view, comma + 1));
        let named = |run: &Run| {
            let nominative = is_nominative(view.lower(run.from));
            (view.capital(run.from) || PERSONAL.contains(&view.lower(run.from)) || nominative)
                && !view.has(run.from, PREP | CONJ | COMP | SUB | NEG | REL)
                && !view.adverb(run.from)
                && !view.finite(Run::new(run.from, run.from + 1).unwrap_or(*run))
        };
        if let Some(run) = run.filter(named) {
            reading.source = view.span(run);
            reading.dropped = false;
        }
    }
}
