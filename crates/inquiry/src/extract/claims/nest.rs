//! Claims inside claims: chains of sources, and what hedges and futures inside a content do to it.

use super::lexicon::{COMP, DET, DOUBT, INF, NEG, POSS, PREP, PRON, Sort};
use super::neither;
use super::others;
use super::reading::Reading;
use super::verbs::in_group;
use super::view::View;
use model::{Certainty, Kind, Polarity, Span};

/// Longest chain of sources that is followed.
const DEEPEST: usize = 6;

/// Takes out readings that are no claims of their own, and says how much each sentence is weakened by them.
///
/// A hedge without a source inside what somebody is on record for weakens that claim; so does, in a turn, every
/// hedge and every "I think" of the speaker.
pub(super) fn absorb(
    readings: &mut Vec<Reading>,
    views: &[View<'_>],
    turn: bool,
) -> Vec<Certainty> {
    let mut doubts = vec![Certainty::Stated; views.len()];
    let sourced: Vec<(Span, Vec<Span>)> = readings
        .iter()
        .filter(|reading| reading.source.is_some())
        .filter_map(|reading| Some((reading.cue?, reading.content.clone())))
        .collect();
    readings.retain(|reading| {
        let Some(cue) = reading.cue else { return true };
        let hedge = matches!(
            reading.rule,
            "hedge" | "hedge-adjective" | "agentless" | "raising"
        );
        let own = reading
            .source
            .is_none_or(|source| first_person(&views[reading.sentence], source, cue));
        let hearsay = reading.source.is_none() && matches!(&*reading.head, "dicen" | "говорят");
        let denied = reading.own && reading.polarity == Polarity::Denied;
        if turn && own && !denied && (hedge || hearsay || reading.certainty == Certainty::Believed)
        {
            let doubt = &mut doubts[reading.sentence];
            let told = if hearsay {
                Certainty::Reported
            } else {
                reading.certainty
            };
            *doubt = doubt.weaker(told);
            return false;
        }
        let inside = |(other, content): &(Span, Vec<Span>)| {
            *other != cue && content.iter().any(|span| span.contains(cue))
        };
        !(hedge && reading.source.is_none() && sourced.iter().any(inside))
    });
    doubts
}

/// Whether the source is nobody at all: "nobody has said that C" puts nobody on record.
pub(super) fn says_nobody(views: &[View<'_>], reading: &Reading) -> bool {
    const NOBODY: &[&str] = &[
        "nobody",
        "none",
        "nothing",
        "nadie",
        "nada",
        "никто",
        "ничто",
    ];
    let Some(source) = reading.source else {
        return false;
    };
    let view = &views[reading.sentence];
    let mut words = (0..view.len()).filter(|at| source.contains(view.tokens[*at].span));
    let Some(at) = words.next() else {
        return false;
    };
    let first = view.lower(at);
    let more = words.next().is_some();
    if reading.rule == neither::RULE {
        return false;
    }
    // "Neither A nor B confirmed it": the last of them confirms no more than the first.
    let neither = at > 0 && matches!(view.lower(at - 1), "ni" | "nor" | "ни");
    // «Никто из моряков не верит», «Ни X, ни Y вины не признали»: all of them deny it.
    let all = view.lexicon.language == model::Language::Ru
        && reading.polarity == Polarity::Denied
        && reading.kind == Kind::Fact
        && (neither
            || first == "ни" && !view.has(at + 1, PREP)
            || first == "никто" && view.is(at + 1, "из"));
    if all {
        return false;
    }
    // "The embassy neither endorses nor rejects it"
    let last = (0..view.len()).rfind(|at| source.contains(view.tokens[*at].span));
    let either = view.english() && last.is_some_and(|last| last > at && view.is(last, "neither"));
    if neither || either || is_refused(view, reading, source) {
        return true;
    }
    NOBODY.contains(&first)
        || more
            && matches!(
                first,
                "no" | "ningún" | "ninguna" | "ninguno" | "neither" | "ни"
            )
}

/// Whether the cue is what somebody would not do: "refused to deny that C" denies nothing.
fn is_refused(view: &View<'_>, reading: &Reading, source: Span) -> bool {
    const REFUSED: &[&str] = &[
        "refused",
        "refuses",
        "refusing",
        "declined",
        "declines",
        "declining",
        "negó",
        "niega",
        "negaron",
        "rehusó",
        "rehusaron",
        "rehúsa",
        "отказался",
        "отказалась",
        "отказались",
        "отказалось",
        "отказывается",
        "отказываются",
    ];
    let Some(cue) = reading.cue else {
        return false;
    };
    let Some(at) = (0..view.len()).find(|at| cue.contains(view.tokens[*at].span)) else {
        return false;
    };
    let infinitive = view.infinitive(at) || matches!(view.lower(at), "to");
    // Whatever stands between is "a" or an adverb: "se negó a desmentir", "refused flatly to deny".
    let before = (at.saturating_sub(3)..at).rev();
    infinitive
        && before
            .map(|at| (view.lower(at), view.tokens[at].span))
            .any(|(word, span)| {
                REFUSED.contains(&word) && (source.contains(span) || span.start >= source.end)
            })
}

/// What one cue takes that another behind it says: "rejected the charges and said that C" rejects the charges, not C.
pub(super) fn untangle(text: &str, readings: &mut [Reading]) {
    const LINKS: [&str; 5] = [" and ", " y ", " e ", " и ", ", а "];
    for at in 0..readings.len() {
        let (Some(cue), [content]) = (readings[at].cue, &readings[at].content[..]) else {
            continue;
        };
        let content = *content;
        let between = readings.iter().find_map(|other| {
            let nearer = other
                .cue
                .filter(|it| it.start >= cue.end && it.end <= content.start)?;
            let same = other.content.iter().any(|it| it.overlaps(content));
            (same && other.polarity != readings[at].polarity).then_some(nearer)
        });
        let Some(gap) = between.map(|nearer| Span::new(cue.end, nearer.start)) else {
            continue;
        };
        let words = gap.of(text).unwrap_or_default();
        let Some(link) = LINKS.iter().filter_map(|link| words.rfind(link)).max() else {
            continue;
        };
        let own = words[..link].trim_matches([' ', ',']);
        let start = gap.start + words.find(own).unwrap_or(0);
        readings[at].content = if own.is_empty() {
            Vec::new()
        } else {
            vec![Span::new(start, start + own.len())]
        };
    }
}

/// Whether the source is the speaker himself: "I think", "creo", "я думаю".
fn first_person(view: &View<'_>, source: Span, cue: Span) -> bool {
    let is = |span: Span, words: &[&str]| {
        (0..view.len())
            .any(|at| span.contains(view.tokens[at].span) && words.contains(&view.lower(at)))
    };
    is(source, &["i", "we", "yo", "nosotros", "я", "мы"])
        || is(
            cue,
            &[
                "creo",
                "pienso",
                "supongo",
                "considero",
                "думаю",
                "считаю",
                "полагаю",
            ],
        )
}

/// The readings around `index`, outermost first.
pub(super) fn outer(readings: &[Reading], index: usize) -> Vec<usize> {
    let mut chain = Vec::new();
    let mut inner = index;
    while chain.len() < DEEPEST {
        let Some(above) = parent(readings, inner) else {
            break;
        };
        if above == index || chain.contains(&above) {
            break;
        }
        chain.push(above);
        inner = above;
    }
    chain.reverse();
    chain
}

/// The reading with the smallest content that holds the cue of `inner`.
pub(super) fn parent(readings: &[Reading], inner: usize) -> Option<usize> {
    let cue = readings[inner].cue?;
    let near = inner.saturating_sub(40)..readings.len().min(inner + 40);
    near.filter(|other| *other != inner)
        .filter(|other| {
            let other = &readings[*other];
            (other.source.is_some() || other.own) && other.cue != Some(cue)
        })
        .filter(|other| {
            let other = &readings[*other];
            other.content.iter().any(|content| content.contains(cue))
        })
        .min_by_key(|other| size(&readings[*other].content))
}

/// The hedges without a source over the whole of what `inner` tells: "allegedly, an officer ordered that C".
pub(super) fn hedging<'r>(
    readings: &'r [Reading],
    inner: &'r Reading,
) -> impl Iterator<Item = &'r Reading> {
    readings.iter().filter(move |other| {
        let hedge = other.rule == "hedge"
            || other.rule == "trained" && other.certainty != Certainty::Stated;
        other.source.is_none()
            && hedge
            && other.sentence == inner.sentence
            && inner.cue.is_some_and(|cue| {
                other.cue != Some(cue) && other.content.iter().any(|content| content.contains(cue))
            })
    })
}

/// A source without the hedge that it begins with: «Якобы офицер приказал».
pub(super) fn without(text: &str, source: Span, hedge: &Reading) -> Span {
    let Some(cue) = hedge
        .cue
        .filter(|cue| cue.start == source.start && cue.end < source.end)
    else {
        return source;
    };
    let rest = Span::new(cue.end, source.end).of(text).unwrap_or("");
    let lead = rest.len() - rest.trim_start_matches([' ', ',', '\u{a0}']).len();
    if rest.len() == lead {
        return source;
    }
    Span::new(cue.end + lead, source.end)
}

fn size(content: &[Span]) -> usize {
    content.iter().map(|span| span.len()).sum()
}

/// The certainty of a reading with the hedges inside its content.
pub(super) fn certainty(views: &[View<'_>], reading: &Reading) -> Certainty {
    let view = &views[reading.sentence];
    voiced(view, &reading.content, reading.certainty)
}

/// `certainty`, weakened by hedges and modality inside the content; never over a nested quotation.
pub(super) fn voiced(view: &View<'_>, content: &[Span], certainty: Certainty) -> Certainty {
    let mut weakest = certainty;
    for at in 0..view.len() {
        let span = view.tokens[at].span;
        if !content.iter().any(|content| content.contains(span)) {
            continue;
        }
        // "May" with a capital, or behind "in", "since", "last", is a month.
        let dated = at > 0
            && matches!(
                view.lower(at - 1),
                "in" | "since"
                    | "until"
                    | "of"
                    | "last"
                    | "by"
                    | "before"
                    | "after"
                    | "early"
                    | "late"
            );
        let month = view.lower(at) == "may" && (view.tokens[at].capital || dated);
        // «Не может помочь» tells what cannot be done.
        let unable = at > 0 && view.lower(at - 1) == "не";
        if view.has(at, DOUBT) && !month && !unable {
            weakest = weakest.weaker(Certainty::Possible);
        }
        for cue in view.lexicon.cues(view.tokens, at) {
            let hedge = matches!(cue.sort, Sort::Hedge | Sort::HedgeAdjective);
            let free = cue.sort == Sort::HedgeAdjective
                && (is_unaccused(view, at) || others::is_defendant(view, at));
            if hedge && !free {
                weakest = weakest.weaker(cue.certainty);
            }
        }
    }
    weakest
}

/// Whether nobody accuses: "no ha sido acusado de", "was never suspected of".
fn is_unaccused(view: &View<'_>, at: usize) -> bool {
    (0..at)
        .rev()
        .take_while(|before| in_group(view, *before) || view.has(*before, NEG))
        .any(|before| view.has(before, NEG))
}

/// Whether a verb swears: to a fact, or to do a thing.
fn is_oath(head: &str) -> bool {
    ["swear", "swor", "jur", "поклял", "клял", "клян"]
        .iter()
        .any(|stem| head.starts_with(stem))
}

/// Whether an oath goes on with what somebody will do: "to kill him", "no volver"; not "haber visto".
fn is_vowed(view: &View<'_>, first: usize) -> bool {
    let verb = first + usize::from(view.has(first, NEG));
    view.has(first, INF) || view.infinitive(verb) && !view.lower(verb).starts_with("haber")
}

/// Whether a thing is offered, and nobody is told to do it: «предложил работу», but «предложил уехать».
fn is_offer(view: &View<'_>, reading: &Reading) -> bool {
    let offers = ["предлож", "предлаг", "offer"];
    let [content] = reading.content[..] else {
        return false;
    };
    let bids = (0..view.len())
        .filter(|at| content.contains(view.tokens[*at].span))
        .take_while(|at| !view.comma(*at))
        .any(|at| view.infinitive(at) || view.has(at, COMP) || view.is_quoted(at));
    let russian = view.lexicon.language == model::Language::Ru;
    offers.iter().any(|stem| reading.head.starts_with(stem)) && !(russian && bids)
}

/// Whether a thing or deed is asked for, and nothing is asked: "asked him for the keys", "asked them to wait".
fn asks_for(view: &View<'_>, reading: &Reading) -> bool {
    const FAR: usize = 6;
    let Some(first) = reading.content.first() else {
        return false;
    };
    let inside = |at: &usize| first.contains(view.tokens[*at].span);
    let mut near = (0..view.len()).filter(inside).take(FAR).peekable();
    let clause = near.peek().is_some_and(|at| view.has(*at, COMP));
    let mut near = near.take_while(|at| !view.has(*at, COMP) && !view.comma(*at));
    let verb = |at: usize| view.is(at, "to") && !view.has(at + 1, DET | POSS | PRON);
    let asks = reading.head.starts_with("ask") && view.english() && !clause;
    let question = view.tokens.iter().any(|token| token.lower.contains('?'));
    asks && !question && near.any(|at| view.is(at, "for") || verb(at))
}

/// The kind of a reading: the cue's, or a promise where the source speaks of its own future.
pub(super) fn kind(view: &View<'_>, reading: &Reading) -> Kind {
    if is_offer(view, reading) {
        return Kind::Promise;
    }
    if reading.kind == Kind::Question && asks_for(view, reading) {
        return Kind::Order;
    }
    if reading.kind != Kind::Fact || reading.content.is_empty() {
        return reading.kind;
    }
    let start = reading.content[0].start;
    let Some(first) = (0..view.len()).find(|at| view.tokens[*at].span.start >= start) else {
        return reading.kind;
    };
    let first = first + usize::from(view.has(first, COMP));
    if is_oath(&reading.head) && is_vowed(view, first) {
        return Kind::Promise;
    }
    let end = reading.content[reading.content.len() - 1].end;
    let mut inside = (first..view.len()).take_while(|at| view.tokens[*at].span.end <= end);
    let promised = match view.lexicon.language {
        model::Language::Es => {
            view.lower(first).ends_with("rá") || view.lower(first).ends_with("rán")
        }
        model::Language::Ru => inside.any(|at| view.is(at, "буду") || view.is(at, "будем")),
        model::Language::En | model::Language::Unknown => false,
    };
    if promised {
        return Kind::Promise;
    }
    let own = view.has(first, PRON) && matches!(view.lower(first + 1), "will" | "would");
    if own || view.shortened(first) && view.lower(first).ends_with("'ll") {
        return Kind::Promise;
    }
    reading.kind
}
