//! The time a claim speaks of: the first date in the main clause of its content.
//!
//! **The rule.** A date counts where it stands inside the content (of an own claim: the sentence), in the first sentence
//! of the content, in its main clause, and as an adverbial. Of several, the first is taken; of two side by side ("on
//! Monday, 5 March") the one with digits. "Since" gives the beginning. No time is given by: when it was said or published
//! (that stands outside the content, behind a participle, or in a dateline), what somebody else said inside the content,
//! a subordinate clause or an aside, a date that only names a thing ("the 5 March attack", "la ley de 2014"), a bound
//! ("before", "until", "by"), a habit ("every Monday"), a date that is said to be the wrong one ("not on Monday"), and a date
//! that was read as past where the sentence speaks of the future; in a turn, where people make plans, no bare weekday.
//! No time is better than a wrong one: contradictions are drawn from it.

use super::lexicon::{ADV, AUX, COMP, CONJ, DET, NEG, POSS, PREP, PRON, REL, SUB};
use super::view::{Run, View};
use crate::extract::text::{Sentence, Setting, TokenKind};
use model::{Claim, Document, Language, Mention, MentionKind, PartialDate, Source, Span, TimeRef};

/// The furthest byte of a sentence at which a dateline may end.
const DATELINE: usize = 90;

/// A date of the part with its value.
struct Dated {
    span: Span,
    value: PartialDate,
    /// Whether it is said in digits, not only by the name of a day.
    exact: bool,
}

/// Gives each claim of one part its time; `mentions` are those of the document, `sentences` those of the part.
pub(in crate::extract) fn times(
    part: usize,
    document: &Document,
    sentences: &[Sentence],
    mentions: &[Mention],
    claims: &mut [Claim],
) {
    let Some(text) = document.parts.get(part).map(|part| part.text.as_str()) else {
        return;
    };
    let dates = dates(part, mentions);
    if dates.is_empty() {
        return;
    }
    let spoken: Vec<(Span, Span, Span)> = claims
        .iter()
        .filter(|claim| matches!(claim.source, Source::Named { .. }))
        .flat_map(|claim| {
            let whole = claim.place().span;
            let cue = claim.cue.unwrap_or(whole);
            claim.content.iter().map(move |span| (whole, cue, *span))
        })
        .collect();
    for claim in claims.iter_mut() {
        let time = told(text, sentences, &dates, &spoken, claim)
            .filter(|time| !is_unclear(document, text, sentences, claim, time));
        if let Some(time) = time {
            let mut parts = claim.parts().clone();
            parts.time = Some(time);
            if let Some(dated) = Claim::new(parts) {
                *claim = dated;
            }
        }
    }
}

/// Dates of a part that have a value, in text order.
fn dates(part: usize, mentions: &[Mention]) -> Vec<Dated> {
    let mut dates: Vec<Dated> = mentions
        .iter()
        .filter(|mention| mention.place.part == part && mention.kind == MentionKind::Date)
        .filter_map(|mention| {
            Some(Dated {
                span: mention.place.span,
                value: PartialDate::parse(mention.value.as_deref()?)?,
                exact: mention.text.contains(|c: char| c.is_ascii_digit()),
            })
        })
        .collect();
    dates.sort_by_key(|date| date.span);
    dates
}

/// The time of one claim. `spoken` are the contents of all claims with a named source, with their whole span and cue.
fn told(
    text: &str,
    sentences: &[Sentence],
    dates: &[Dated],
    spoken: &[(Span, Span, Span)],
    claim: &Claim,
) -> Option<TimeRef> {
    let first = claim.content.first()?;
    let at = sentences.partition_point(|sentence| sentence.span.end <= first.start);
    let sentence = sentences.get(at)?;
    let from = dates.partition_point(|date| date.span.start < first.start);
    let near = &dates[from..];
    let near = &near[..near.partition_point(|date| date.span.end <= sentence.span.end)];
    let own = claim.place().span;
    // Said by somebody else inside this content: the time of his words, not of these.
    let nested: Vec<Span> = spoken
        .iter()
        .filter(|(whole, cue, _)| {
            *whole != own
                && claim.cue != Some(*cue)
                && claim.content.iter().any(|c| c.contains(*cue))
        })
        .map(|(_, _, content)| *content)
        .collect();
    if near.is_empty() {
        return None;
    }
    let view = View::new(sentence, false);
    let clauses = Clauses::new(&view, *first);
    let fits = |date: &&Dated| {
        claim.content.iter().any(|span| span.contains(date.span))
            && !nested.iter().any(|span| span.contains(date.span))
            && clauses.is_main(&view, date.span)
            && !is_dateline(text, sentence.span, date.span)
            && is_adverbial(&view, date.span)
    };
    let chosen = near.iter().position(|date| fits(&date))?;
    let mut best = &near[chosen];
    if let Some(next) = near
        .get(chosen + 1)
        .filter(|next| next.exact && !best.exact)
    {
        let between = text.get(best.span.end..next.span.start).unwrap_or("-");
        let only = |word: &str| matches!(word, "" | "the" | "el" | "día" | "de");
        if between.trim_matches([' ', ',']).split(' ').all(only) {
            best = next;
        }
    }
    Some(TimeRef {
        span: best.span,
        value: best.value,
    })
}

/// Whether a date that is read backwards from the document may lie ahead of it.
fn is_unclear(
    document: &Document,
    text: &str,
    sentences: &[Sentence],
    claim: &Claim,
    time: &TimeRef,
) -> bool {
    let words = time.span.of(text).unwrap_or_default();
    let at = sentences.partition_point(|sentence| sentence.span.end <= time.span.start);
    let Some(sentence) = sentences.get(at) else {
        return false;
    };
    // A weekday is read to the day; a month, a year and a day with its number say more of themselves.
    let near = [
        "today",
        "yesterday",
        "hoy",
        "ayer",
        "anoche",
        "сегодня",
        "вчера",
    ];
    let weekday = !words.contains(|c: char| c.is_ascii_digit())
        && time.value.day().is_some()
        && !near.contains(&words.to_lowercase().as_str());
    if weekday && sentence.setting == Setting::Turn {
        return true;
    }
    let past = document
        .date
        .is_some_and(|date| time.value < date && !time.value.may_equal(date));
    let future = |token: &crate::extract::text::Token| {
        let lower = &*token.lower;
        let inside = claim.content.iter().any(|span| span.contains(token.span));
        let ahead = match sentence.language {
            Language::Es => {
                lower.chars().count() > 4
                    && ["ará", "erá", "irá", "arán", "erán", "irán"]
                        .iter()
                        .any(|end| lower.ends_with(end))
            }
            Language::Ru => matches!(lower, "будет" | "будут" | "буду" | "будем"),
            Language::En | Language::Unknown => matches!(lower, "will" | "'ll" | "shall" | "won't"),
        };
        inside && ahead
    };
    past && sentence.tokens.iter().any(future)
}

/// "HAVANA, 5 March (HP) —": the day on which it was sent.
fn is_dateline(text: &str, sentence: Span, date: Span) -> bool {
    let Some(rest) = text.get(date.end..sentence.end) else {
        return false;
    };
    let lead = text.get(sentence.start..date.start).unwrap_or_default();
    let close = [" — ", " – ", " - ", ".- ", ".— ", "). "]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min();
    let named = !lead.is_empty() && lead.chars().next().is_some_and(char::is_uppercase);
    let shouted = lead.split([',', ' ']).next().is_some_and(|word| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !word.chars().any(char::is_lowercase)
    });
    let placed =
        shouted || (lead.contains(',') && rest.trim_start().starts_with(['(', '—', '–', '-', '.']));
    let label = lead.trim_end().ends_with(':') && lead.len() < 40;
    let soon = close.is_some_and(|end| {
        end + (date.end - sentence.start) < DATELINE && !rest[..end].contains(',')
    });
    (named && placed && soon) || label
}

/// Which tokens of the content's first sentence stand in a subordinate clause or an aside.
struct Clauses {
    inside: Vec<bool>,
}

impl Clauses {
    fn new(view: &View<'_>, content: Span) -> Self {
        let mut inside = vec![false; view.len()];
        let from = (0..view.len())
            .find(|at| view.tokens[*at].span.start >= content.start)
            .unwrap_or(0);
        let mut open: Option<Opened> = None;
        for (at, held) in inside.iter_mut().enumerate().skip(from) {
            if let Some(clause) = &mut open {
                let ends =
                    view.comma(at) || view.dash(at) || view.is(at, ";") || clause.ends(view, at);
                if ends {
                    open = None;
                }
            }
            if open.is_none() && at > from {
                open = Opened::at(view, at);
            }
            *held = open.is_some();
        }
        Self { inside }
    }

    /// Whether the date stands in the main clause.
    fn is_main(&self, view: &View<'_>, date: Span) -> bool {
        (0..view.len())
            .filter(|at| view.tokens[*at].span.overlaps(date))
            .all(|at| !self.inside[at])
    }
}

/// A subordinate clause that is open, with what has been seen of its verbs.
struct Opened {
    /// Whether it may end without a mark, when the verb of the main clause comes.
    relative: bool,
    /// Groups of verbs still to come before the main clause goes on.
    groups: usize,
    last: Option<usize>,
}

impl Opened {
    /// The clause that the token opens, if it opens one.
    fn at(view: &View<'_>, at: usize) -> Option<Self> {
        let language = view.lexicon.language;
        let lower = view.lower(at);
        let behind_comma = at > 0 && view.comma(at - 1);
        let linked = match language {
            Language::Es => {
                matches!(
                    lower,
                    "que" | "cuando" | "donde" | "porque" | "mientras" | "aunque"
                ) || view.has(at, REL)
            }
            Language::Ru => behind_comma && (view.has(at, REL | SUB | COMP)),
            Language::En | Language::Unknown => {
                let sub = view.has(at, SUB) && !matches!(lower, "as" | "than" | "so" | "once");
                (sub && !is_bound(view, at))
                    || view.has(at, REL)
                    || lower == "that" && view.has(at, COMP)
            }
        };
        if linked {
            let next = at + 1;
            let subject = matches!(lower, "who" | "which" | "that" | "que")
                && !view.has(next, PRON | DET | AUX | POSS);
            return Some(Self {
                relative: matches!(
                    lower,
                    "who" | "whom" | "which" | "whose" | "that" | "que" | "quien" | "quienes"
                ),
                groups: usize::from(!subject),
                last: subject.then_some(next),
            });
        }
        let described = behind_comma && (participle(view, at) || matches!(lower, "born" | "aged"));
        described.then_some(Self {
            relative: false,
            groups: 0,
            last: None,
        })
    }

    /// Whether the main clause goes on at this token: its verb comes after those of the relative clause.
    fn ends(&mut self, view: &View<'_>, at: usize) -> bool {
        if !self.relative
            || !view.finite(Run {
                from: at,
                to: at + 1,
            })
        {
            return false;
        }
        let new = match self.last {
            None => true,
            Some(last) if at <= last => false,
            Some(last) => at > last + 2 || (view.has(at, AUX) && !view.has(last, AUX)),
        };
        self.last = Some(at);
        if new && self.groups == 0 {
            return true;
        }
        self.groups -= usize::from(new);
        false
    }
}

/// Whether "after", "before", "since", "until" stands right before a date and opens no clause.
fn is_bound(view: &View<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(view.has(at + 1, DET));
    matches!(view.lower(at), "after" | "before" | "since" | "until")
        && (view.has(next, super::lexicon::TIME) || view.kind(next) == Some(TokenKind::Number))
}

/// Whether the word is a participle that describes a noun.
fn participle(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    let ends: &[&str] = match view.lexicon.language {
        Language::Es => &[
            "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "sto", "sta",
        ],
        Language::Ru => &[
            "нный",
            "нная",
            "нное",
            "нные",
            "нных",
            "нного",
            "нной",
            "нному",
            "нную",
            "вший",
            "вшая",
            "вшие",
            "вших",
            "вшего",
            "вшей",
            "шийся",
            "шаяся",
            "шиеся",
        ],
        Language::En | Language::Unknown => &["ed"],
    };
    view.kind(at) == Some(TokenKind::Word)
        && lower.chars().count() > 4
        && ends.iter().any(|end| lower.ends_with(end))
}

/// Words before a date that make it a bound or a comparison, not a time.
const BOUNDS: &[&str] = &[
    "before",
    "until",
    "till",
    "by",
    "after",
    "than",
    "than in",
    "antes",
    "hasta",
    "después",
    "tras",
    "como",
    "до",
    "после",
    "к",
    "от",
    "чем",
    "кроме",
];
/// Words that make it a habit.
const HABITS: &[&str] = &[
    "every",
    "each",
    "cada",
    "todos",
    "los",
    "каждый",
    "каждую",
    "каждое",
    "каждого",
    "on alternate",
];
/// Parts of a day, a month or a year: what is "of" a date and still a time.
const STRETCHES: &[&str] = &[
    "night",
    "morning",
    "evening",
    "afternoon",
    "day",
    "end",
    "start",
    "beginning",
    "middle",
    "summer",
    "spring",
    "autumn",
    "fall",
    "winter",
    "month",
    "months",
    "week",
    "as",
    "noche",
    "mañana",
    "tarde",
    "madrugada",
    "finales",
    "fines",
    "mediados",
    "principios",
    "inicios",
    "comienzos",
    "día",
    "mes",
    "año",
    "verano",
    "otoño",
    "invierno",
    "primavera",
    "partir",
    "desde",
    "semana",
    "ночь",
    "начале",
    "конце",
    "середине",
    "весной",
    "летом",
    "осенью",
    "зимой",
    "с",
    "со",
];

/// Whether a date says when something happens and does not name a thing, a bound, a habit or a publication.
fn is_adverbial(view: &View<'_>, date: Span) -> bool {
    let tokens = 0..view.len();
    let Some(first) = tokens
        .clone()
        .find(|at| view.tokens[*at].span.end > date.start)
    else {
        return false;
    };
    let next = tokens
        .clone()
        .find(|at| view.tokens[*at].span.start >= date.end)
        .unwrap_or(view.len());
    // "del" before a date is a preposition and an article in one word.
    let mut before = first;
    let article = |at: usize| view.has(at, DET | POSS) && !view.is(at, "del") && !view.is(at, "al");
    let determined = before > 0 && article(before - 1);
    if before > 0 && HABITS.contains(&view.lower(before - 1)) {
        return false;
    }
    if determined {
        before -= 1;
    }
    if view.is(next, "'s") || view.is(next, "’s") {
        return false;
    }
    let plain = view.kind(next) == Some(TokenKind::Word)
        && !view.has(
            next,
            PREP | CONJ | SUB | REL | COMP | AUX | PRON | DET | ADV | super::lexicon::TIME,
        )
        && !view.adverb(next)
        && !view.capital(next);
    let modifier = determined && plain && view.english() && !view.is(first, "same");
    if modifier || (before > 0 && view.is(before - 1, "(")) {
        return false;
    }
    is_time_behind(view, first, before)
}

/// Whether what stands before the date (its article left out) lets it be a time.
fn is_time_behind(view: &View<'_>, first: usize, before: usize) -> bool {
    let word = |back: usize| before.checked_sub(back).map_or("", |at| view.lower(at));
    let inner = view.lower(first);
    if BOUNDS.contains(&word(1)) || BOUNDS.contains(&inner) {
        return false;
    }
    let of = matches!(word(1), "of" | "de" | "del");
    if of && !STRETCHES.contains(&word(2)) {
        return false;
    }
    if of && (BOUNDS.contains(&word(3)) || BOUNDS.contains(&word(2))) {
        return false;
    }
    // A year in the genitive describes what stands before it: «закон 2014 года».
    let genitive = view.lexicon.language == Language::Ru
        && (view.is(first + 1, "года") || view.is(first + 1, "г."))
        && view.kind(first) == Some(TokenKind::Number)
        && view.lower(first).len() == 4;
    if genitive && !STRETCHES.contains(&word(1)) {
        return false;
    }
    // "not on Monday"; "published on 5 March", "los contratos firmados el 5 de marzo".
    let linked = before > 0 && view.has(before - 1, PREP);
    let at = before - usize::from(linked);
    let behind = at.checked_sub(1);
    if behind.is_some_and(|at| view.has(at, NEG))
        || BOUNDS.contains(&behind.map_or("", |at| view.lower(at)))
    {
        return false;
    }
    !behind.is_some_and(|at| describes(view, at, first))
}

/// Words of publication: what was published then may tell of any time.
const PUBLISHED: &[&str] = &[
    "published",
    "dated",
    "issued",
    "updated",
    "posted",
    "printed",
    "aired",
    "broadcast",
    "released",
    "publicado",
    "publicada",
    "publicados",
    "publicadas",
    "fechado",
    "fechada",
    "emitido",
    "emitida",
    "difundido",
    "difundida",
    "actualizado",
    "fecha",
    "опубликовано",
    "обновлено",
    "дата",
];

/// Whether the word at `at`, right before the date at `date`, is a participle that describes a noun.
fn describes(view: &View<'_>, at: usize, date: usize) -> bool {
    let predicate = (at.saturating_sub(2)..at).any(|before| view.has(before, AUX));
    if predicate {
        return false;
    }
    if PUBLISHED.contains(&view.lower(at)) {
        return true;
    }
    if !view.english() {
        return participle(view, at) && (at > 0 || view.lexicon.language == Language::Ru);
    }
    // "Contracts signed on 5 March were void": the verb of the clause comes only later.
    let clause = Run { from: 0, to: at };
    participle(view, at)
        && at > 0
        && !view.has(at - 1, PRON)
        && !view.finite(clause)
        && (date..view.len())
            .take_while(|at| !(view.comma(*at) || view.has(*at, CONJ | SUB | REL)))
            .any(|at| view.has(at, AUX))
}
