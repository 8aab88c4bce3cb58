//! What the tagger takes for telling in Spanish and Russian and the rules know to tell nothing, and sources that are none.

use super::clause;
use super::endings;
use super::lexicon::{
    COMP, CONJ, Cue, DET, NEG, OBJECT, POSS, PREP, PRON, REFUSAL, REL, SPEECH, Sort, TIME,
};
use super::patterns::listed;
use super::places;
use super::trained::{refused, sentence_of};
use super::verbs;
use super::view::{Run, View};
use crate::extract::tagger::Tied;
use model::{Certainty, Kind, Language, Polarity, Span};

/// Words by which a clause is called false.
const FALSE: &[&str] = &[
    "cierto",
    "falso",
    "falsa",
    "falsos",
    "falsas",
    "ciertos",
    "ciertas",
    "mentira",
    "verdad",
    "incierto",
    "carece",
    "carecen",
    "carecía",
    "carecían",
    "неправда",
    "ложь",
    "неверно",
    "неверным",
    "действительности",
    "выдумка",
    "false",
    "untrue",
    "lie",
    "falsehood",
    "incorrect",
];
/// Words other than prepositions that stand before a verb and are never its subject.
const AROUND: &[&str] = &[
    "sí",
    "más",
    "bien",
    "asimismo",
    "tampoco",
    "también",
    "acerca",
    "respecto",
    "тоже",
    "также",
    "потом",
];
/// Prepositions that a subject can begin with: «около сотни человек».
const COUNTING: &[&str] = &["entre", "hasta", "cerca", "около", "до", "свыше"];
/// Who or whose, never the subject of a verb.
const OBLIQUE: &[&str] = &[
    "le", "les", "me", "nos", "lo", "la", "los", "las", "se", "su", "sus", "mi", "mis", "их",
    "его", "ее", "им", "ему", "ей", "мне", "нам", "вам", "меня", "нас", "вас", "тебе", "него",
    "нее", "них", "ним",
];

/// Words for when, where and how that begin or end what is taken for a subject: «Накануне студент», «Компания начисто».
#[rustfmt::skip]
const CIRCUMSTANCES: &[&str] = &[
    "накануне", "там", "оттуда", "отсюда", "здесь", "тут", "теперь", "сначала", "позднее", "впоследствии", "тихо", "громко",
    "начисто", "наотрез", "коротко", "сухо", "резко", "упорно", "наконец", "однажды", "заодно", "дважды", "трижды", "всегда", "иногда",
    "ahí", "allí", "aquí", "luego", "entonces", "finalmente", "anoche", "después",
];
/// Stretches of time, of which "all" or "each" says how long somebody did a thing: «Всё лето просили».
#[rustfmt::skip]
const STRETCHES: &[&str] = &[
    "лето", "зиму", "осень", "весну", "год", "неделю", "месяц", "ночь", "день", "утро", "вечер", "время", "раз", "дорогу",
    "verano", "invierno", "año", "semana", "mes", "noche", "día", "mañana", "tarde", "tiempo", "vez",
];

/// Spanish stretches of time that are counted: "a los tres días supo que C".
const SPANS: &str = "días semanas meses años horas minutos noches";

/// The tokens of a span.
pub(super) fn tokens(view: &View<'_>, span: Span) -> impl DoubleEndedIterator<Item = usize> {
    (0..view.len()).filter(move |at| span.contains(view.tokens[*at].span))
}

/// Whether a cue withholds ("no quiso comentar"), or calls something false, which the author does himself.
pub(super) fn withheld(views: &[View<'_>], cue: Span) -> bool {
    let Some(view) = sentence_of(views, cue).map(|at| &views[at]) else {
        return false;
    };
    let over = (0..view.len()).any(|at| {
        let from = view.tokens[at].span.start;
        view.lexicon.cues(view.tokens, at).any(|entry| {
            let last = view.tokens.get(at + entry.words.len() - 1);
            let whole = last.map(|last| Span::new(from, last.span.end));
            entry.frames & REFUSAL != 0 && whole.is_some_and(|whole| whole.overlaps(cue))
        })
    });
    over || refused(views, cue) || says_false(view, cue)
}

/// "No es cierto que", «Неправда, что».
pub(super) fn says_false(view: &View<'_>, cue: Span) -> bool {
    let verb = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Verb)
    };
    tokens(view, cue).any(|at| FALSE.contains(&view.lower(at))) && !tokens(view, cue).any(verb)
}

/// What is tied, by the verb beside its source where its cue only calls it false: «Неверно, замечает он, что C»; or by who is
/// named behind its comma: "No es cierto, dijo X, que C".
pub(super) fn spoken(views: &[View<'_>], it: &Tied) -> Tied {
    let mut out = it.clone();
    let view = sentence_of(views, it.cue).map(|at| &views[at]);
    let Some(view) = view.filter(|view| says_false(view, it.cue)) else {
        return out;
    };
    let tells = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Verb && !cue.learned && cue.polarity != Polarity::Denied)
    };
    let ends = |span: Span| {
        let mut inside = tokens(view, span);
        let first = inside.next()?;
        Some((first, inside.next_back().unwrap_or(first)))
    };
    let Some(source) = it.source else {
        let verb = ends(it.cue).map(|(_, last)| last + 2);
        let verb = verb.filter(|at| *at < view.len() && view.comma(at - 1) && tells(*at));
        let teller = |verb: usize| view.span(clause::phrase_right(view, verb + 1)?);
        if let Some((verb, source)) = verb.and_then(|verb| Some((verb, teller(verb)?))) {
            out.cue = view.tokens[verb].span;
            out.source = Some(source);
        }
        return out;
    };
    let Some((first, last)) = ends(source) else {
        return out;
    };
    let behind = Some(last + 1).filter(|at| *at < view.len());
    let beside = [first.checked_sub(1), behind];
    if let Some(verb) = beside.into_iter().flatten().find(|at| tells(*at)) {
        out.cue = view.tokens[verb].span;
    }
    out
}

/// Whether the lexicon or a negation says that nothing is told by what the tagger alone sees.
pub(super) fn is_untold(view: &View<'_>, it: &Tied, known: Option<(usize, &Cue)>) -> bool {
    unsaid(view, it.cue, known) || misread(view, it, known)
}

/// Whether a cue says that something was not said: "no confirmó que", «не отрицал».
fn unsaid(view: &View<'_>, cue: Span, known: Option<(usize, &Cue)>) -> bool {
    let mut first = tokens(view, cue).next().unwrap_or(0);
    // "No lo niego": a negation stands before the pronoun too.
    let clitic = |at: usize| {
        view.lexicon.language == Language::Es
            && OBLIQUE.contains(&view.lower(at))
            && (at > 0 && view.has(at - 1, NEG))
    };
    while first > 0 && (verbs::in_group(view, first - 1) || clitic(first - 1)) {
        first -= 1;
    }
    let start = view
        .tokens
        .get(first)
        .map_or(cue.start, |token| token.span.start.min(cue.start));
    let negated = tokens(view, Span::new(start, cue.end)).any(|at| view.has(at, NEG))
        || verbs::coordinate(view, first);
    let mood = |cue: &Cue| {
        cue.certainty == Certainty::Believed || matches!(cue.kind, Kind::Position | Kind::Promise)
    };
    negated
        && known.is_none_or(|(_, cue)| {
            !cue.is_negative() && (cue.polarity == Polarity::Denied || !mood(cue))
        })
}

/// Whether the lexicon knows a word of telling that tells nothing in this form or with this content: "identificada
/// como", «исключили из списка».
fn misread(view: &View<'_>, it: &Tied, known: Option<(usize, &Cue)>) -> bool {
    let Some((at, cue)) = known.filter(|(_, cue)| cue.sort == Sort::Verb) else {
        return false;
    };
    let linked = at > 0 && matches!(view.lower(at - 1), "según" | "como" | "как");
    let bare = cue.words.len() == 1
        && cue.certainty != Certainty::Alleged
        && !view.infinitive(at)
        && !linked
        && verbs::foreign_nominal(view, at);
    let clause = it.content.iter().any(|content| {
        let first = tokens(view, *content).next();
        first.is_some_and(|at| view.has(at, COMP) || view.is_quoted(at))
    });
    // «Опровергать не взялась»
    let withheld = view.infinitive(at) && view.has(at + cue.words.len(), NEG);
    bare || withheld || cue.polarity == Polarity::Denied && cue.frames & OBJECT == 0 && !clause
}

/// What of a source can be the subject of the verb at `verb`: not "Durante el juicio", "Sí", «через секретаря», «их», nor
/// a verb.
pub(super) fn subject(view: &View<'_>, source: Span, verb: usize) -> Option<Span> {
    let source = without_clause(view, source);
    let source = without_circumstance(view, out_of_speech(view, source))?;
    let inside: Vec<usize> = tokens(view, source).collect();
    let (first, last) = (*inside.first()?, *inside.last()?);
    // "Un muchacho que entró en el bar dijo": whom the relative clause tells of is the subject.
    let related = first > 1 && matches!(view.lower(first - 1), "que" | "quien");
    if related && view.is_past_form(first) {
        let end = first - 1 - usize::from(view.comma(first - 2));
        let whom = clause::phrase_left(view, end)?;
        return view.span(Run::new(whom.from, last + 1)?);
    }
    let lower = view.lower(first);
    let alone = inside.len() == 1;
    if alone && (OBLIQUE.contains(&lower) || is_verb(view, first) || view.adverb(first)) {
        return None;
    }
    let placed = view.has(first, PREP | TIME) && !COUNTING.contains(&lower);
    // "En una nota": what a preposition stands before is no subject, but for offices of which many speak.
    // "En la segunda jornada": an article between them changes nothing.
    let article = usize::from(first > 1 && view.has(first - 1, DET) && !view.has(first - 1, PREP));
    let led = first > article
        && view.has(first - 1 - article, PREP)
        && !matches!(
            view.lower(first - 1 - article),
            "de" | "del" | "a" | "al" | "según"
        )
        && !places::is_plural(view, verb);
    if led {
        return None;
    }
    let around = AROUND.contains(&lower) || placed;
    if !around {
        return Some(source);
    }
    let from = inside
        .iter()
        .copied()
        .skip(2)
        .find(|at| begins(view, *at, verb))?;
    view.span(Run::new(from, last + 1)?)
}

/// The source without the relative clause in which others are on record: «Бригадир, который, по данным грузчиков, ..».
fn without_clause(view: &View<'_>, source: Span) -> Span {
    let inside: Vec<usize> = tokens(view, source).collect();
    let comma = inside
        .iter()
        .copied()
        .find(|at| view.comma(*at) && view.has(at + 1, REL));
    let Some(comma) = comma.filter(|at| *at > inside[0]) else {
        return source;
    };
    let told = inside.iter().filter(|at| **at > comma).any(|at| {
        let mut cues = view.lexicon.cues(view.tokens, *at);
        cues.any(|cue| cue.sort == Sort::Phrase)
    });
    if told {
        Span::new(source.start, view.tokens[comma - 1].span.end)
    } else {
        source
    }
}

/// The source without the words at its edges that say when, where or how; none where nothing else is left. "He himself" is
/// one source: «Сам он».
fn without_circumstance(view: &View<'_>, source: Span) -> Option<Span> {
    let inside: Vec<usize> = tokens(view, source).collect();
    let stretch = inside.len() == 2
        && view.has(inside[0], DET)
        && (STRETCHES.contains(&view.lower(inside[1])) || listed(SPANS, view.lower(inside[1])));
    if stretch {
        return None;
    }
    let idle = |at: &usize| {
        CIRCUMSTANCES.contains(&view.lower(*at)) && (*at == 0 || !view.tokens[*at].capital)
    };
    let from = inside.iter().copied().find(|at| !idle(at))?;
    let to = inside.iter().copied().rev().find(|at| !idle(at))?;
    let himself = from == to
        && matches!(view.lower(from), "сам" | "сама" | "сами")
        && view.has(from + 1, PRON);
    let to = to + usize::from(himself);
    if (Some(&from), Some(&to)) == (inside.first(), inside.last()) {
        return Some(source);
    }
    view.span(Run::new(from, to + 1)?)
}

/// Whether the token is a verb of telling and no name.
fn is_verb(view: &View<'_>, at: usize) -> bool {
    let mut cues = view.lexicon.cues(view.tokens, at);
    (at == 0 || !view.tokens[at].capital) && cues.any(|cue| cue.sort == Sort::Verb)
}

/// Whether a subject can begin at the token, behind a circumstance: "Tras la vista el fiscal", «После встречи посольство».
fn begins(view: &View<'_>, at: usize, verb: usize) -> bool {
    if view.has(at - 1, PREP | DET | POSS | CONJ) || view.has(at, PREP | CONJ) {
        return false;
    }
    if view.has(at, DET | POSS | PRON) || view.tokens[at].capital && !view.tokens[at - 1].capital {
        return true;
    }
    view.lexicon.language == Language::Ru && endings::agrees(view.lower(at), view.lower(verb))
}

/// A source without the "in an interview" before it: «в интервью родители».
fn out_of_speech(view: &View<'_>, source: Span) -> Span {
    let mut inside = tokens(view, source);
    match (inside.next(), inside.next()) {
        (Some(first), Some(second))
            if first > 0 && view.has(first, SPEECH) && view.has(first - 1, PREP) =>
        {
            Span::new(view.tokens[second].span.start, source.end)
        }
        _ => source,
    }
}
