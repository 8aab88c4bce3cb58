//! The rules' readings of English running text, corrected by the trained tagger.
//!
//! The tagger decides where source, cue and content stand; the rules decide how sure, whether denied, and of which kind.

use super::lexicon::{Cue, INF, REFUSAL, REL, Sort};
use super::reading::{self, Heard, Reading};
use super::stacked::{self, stacked};
use super::sure::Reader;
use super::view::View;
use super::{THRESHOLD, called, confidence, edges, inflected, parted, untold, verbs};
use crate::extract::Taggers;
use crate::extract::deep;
use crate::extract::tagger::{self, Model, Passage, Tied};
use crate::extract::text::{Sentence, Setting};
use model::{Certainty, Language, Polarity, Span};

/// A reading of the rules beside which the tagger sees no cue stays from this confidence on.
const ALONE: f32 = 0.5;
/// The same where a source is named, outside what others are on record for.
const SOURCED: f32 = 0.6;
/// The same inside a quotation of another, and where another tells of an offer: the tagger ties one level only.
const QUOTED: f32 = 0.55;
/// Verbs of offers of which others tell.
const OFFERS: [&str; 6] = [
    "offered",
    "offers",
    "promised",
    "promises",
    "threatened",
    "threatens",
];
/// Rules that know that nobody is on record.
pub(super) const UNSOURCED: [&str; 6] = [
    "passive",
    "passive-clause",
    "raising",
    "agentless",
    "hedge",
    "hedge-adjective",
];
/// Rules that read a verb whose subject says it.
const ACTIVE: [&str; 3] = ["clause", "bare-clause", "object"];
/// Words that deny a cue: who "did not say" it is on record for nothing.
const NEGATIONS: [&str; 5] = ["not", "n't", "never", "no", "cannot"];

/// What the deep tagger finds in each passage that is read for claims; `None` without it, or where nothing is English.
pub(super) fn deep(
    text: &str,
    sentences: &[Sentence],
    taggers: &Taggers<'_>,
) -> Option<Vec<Vec<Tied>>> {
    let (plain, deep) = (taggers.plain_of(Language::En)?, taggers.deep?);
    let english = |sentence: &Sentence| sentence.language == Language::En;
    if !sentences.iter().any(english) {
        return None;
    }
    // As in `corrected`: nothing else hears the taggers.
    let heard = |sentence: &Sentence| {
        matches!(sentence.language, Language::En | Language::Unknown)
            && sentence.setting == Setting::Running
    };
    let mut passages = stacked::passages(sentences);
    for (passage, chunk) in passages.iter_mut().zip(stacked::read(sentences)) {
        if !chunk.iter().all(heard) {
            *passage = Passage::default();
        }
    }
    Some(deep::tag(text, &passages, plain, deep))
}

/// The readings of a paragraph after the tagger, or after what the deep one found there; as they were where it was
/// not trained for the text.
pub(super) fn corrected(
    views: &[View<'_>],
    readings: Vec<Reading>,
    model: Option<&Model<'_>>,
    deep: Option<&[Tied]>,
) -> Vec<Reading> {
    let english = views.first().is_some_and(View::english);
    // The English one was taught no turns but those of our own documents.
    let running = views.iter().all(|view| {
        let setting = view.sentence.setting;
        view.english() == english
            && (setting == Setting::Running || !english && setting == Setting::Turn)
    });
    let Some(model) = model.filter(|_| running) else {
        return keep(views, readings, THRESHOLD);
    };
    let mut tied = deep.map_or_else(
        || tagger::tag(&stacked(views, &readings), model),
        <[Tied]>::to_vec,
    );
    if !english {
        return inflected::joined(views, readings, &tied);
    }
    edges::settle(views, &mut tied);
    parted::settle(views, &mut tied);
    let kept = Kept::of(views, &readings, &tied, deep.is_some());
    let asides = asides(&readings);
    let aside = |cue: Span| asides.iter().any(|span| span.contains(cue));
    let heard = |mut reading: Reading, reader, margin| {
        reading.heard = Heard {
            reader,
            margin,
            deep: deep.is_some(),
        };
        reading
    };
    let mut left: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
    let mut out: Vec<Reading> = Vec::new();
    for it in tied
        .iter()
        .filter(|it| !refused(views, it.cue) && !aside(it.cue) && !calls_false(views, it.cue))
    {
        let meets = |held: &&mut Option<Reading>| {
            let cue = held.as_ref().and_then(|reading| reading.cue);
            cue.is_some_and(|cue| cue.overlaps(it.cue))
        };
        // Of a hedge and the verb it stands beside, the verb; of two verbs, the one that denies.
        let held = left.iter_mut().filter(meets).min_by_key(|held| {
            let reading = held.as_ref();
            let told = reading.is_some_and(Reading::is_told);
            let denied = reading.is_some_and(|reading| reading.polarity == Polarity::Denied);
            (!told, !denied)
        });
        let found = match held.and_then(Option::take) {
            Some(reading) => Some((Reader::Both, agreed(views, &kept, reading, it))),
            None => alone(views, it).map(|reading| (Reader::Tagger, reading)),
        };
        out.extend(found.map(|(reader, reading)| heard(reading, reader, it.margin)));
    }
    let unheard = left.into_iter().flatten();
    let unheard = unheard.map(|reading| heard(reading, Reader::Unheard, 0));
    out.extend(unheard.filter(|reading| stays(views, &tied, reading, deep.is_some())));
    edges::without_names(&mut out);
    edges::without_circumstance(views, &mut out);
    edges::without_later(views, &mut out);
    reading::sort(&mut out);
    out
}

/// Whether a reading of the rules stays where the tagger sees no cue.
fn stays(views: &[View<'_>], tied: &[Tied], reading: &Reading, deep: bool) -> bool {
    let sure = confidence(views, reading);
    // Without a source, or denied: the corpus it was trained on seldom marks these as attributions.
    if reading.source.is_none() || reading.polarity == Polarity::Denied {
        return sure >= ALONE;
    }
    let inside = nested(tied, reading);
    // The deep one misses fewer than such rules find wrongly.
    let free = inside
        || !deep && (!given(tied, reading) || encloses(tied, reading) || reading.through.is_some());
    let quoted = reading.cue.is_some_and(|cue| {
        let view = &views[reading.sentence];
        untold::tokens(view, cue).any(|at| view.is_quoted(at))
    });
    let offered = OFFERS.contains(&&*reading.head);
    let least = if inside && (quoted || offered) {
        QUOTED
    } else {
        SOURCED
    };
    free && sure >= least
}

/// "According to X, which cited Y, C": between the cue and the content nobody else speaks.
fn asides(readings: &[Reading]) -> Vec<Span> {
    readings
        .iter()
        .filter(|reading| reading.rule == "according")
        .filter_map(|reading| Some((reading.cue?.end, reading.content.first()?.start)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| Span::new(from, to))
        .collect()
}

fn keep(views: &[View<'_>], mut readings: Vec<Reading>, least: f32) -> Vec<Reading> {
    readings.retain(|reading| confidence(views, reading) >= least);
    readings
}

/// Whether a reading stands within what another says: the tagger ties one level only.
fn nested(tied: &[Tied], reading: &Reading) -> bool {
    let holds = |it: &Tied, span: Span| it.content.iter().any(|content| content.contains(span));
    tied.iter().any(|it| {
        // "X said that two men came and warned her": whose verb it is, is settled later.
        let of = |source: Span| holds(it, source) || it.source == Some(source);
        reading.cue.is_some_and(|cue| holds(it, cue)) && reading.source.is_some_and(of)
    })
}

/// Whether the tagger has given the content of a reading to another cue.
fn given(tied: &[Tied], reading: &Reading) -> bool {
    let taken = |content: &Span| {
        tied.iter()
            .any(|it| it.content.iter().any(|one| one.overlaps(*content)))
    };
    reading.content.iter().any(taken)
}

/// Whether "C, X told Y" stands around all that the tagger ties there: it ties one level only.
fn encloses(tied: &[Tied], reading: &Reading) -> bool {
    let holds = |it: &&Tied| {
        reading
            .content
            .iter()
            .any(|content| content.contains(it.cue))
    };
    let meets = |it: &&Tied| {
        let mut contents = reading.content.iter();
        contents.any(|content| it.content.iter().any(|one| one.overlaps(*content)))
    };
    matches!(reading.rule, "postposed" | "inverted")
        && tied.iter().filter(meets).all(|it| holds(&it))
}

/// What stands of the rules' readings where the tagger says otherwise. Against the deep one little does: it ties contents to
/// sources more often rightly than the rules.
struct Kept {
    /// Cues that a rule's content may hold, so that it is another claim's too.
    cues: Vec<Span>,
    /// Cues of nouns with a clause beside them: "the reports that C".
    nouns: Vec<Span>,
    /// Rules that know that nobody is on record.
    unsourced: &'static [&'static str],
}

impl Kept {
    fn of(views: &[View<'_>], readings: &[Reading], tied: &[Tied], deep: bool) -> Self {
        let nouns = readings
            .iter()
            .filter(|reading| reading.rule == "noun-clause")
            .filter_map(|reading| reading.cue)
            .collect();
        if deep {
            return Self {
                cues: Vec::new(),
                nouns,
                unsourced: &[],
            };
        }
        let sure =
            |reading: &&Reading| reading.source.is_some() && confidence(views, reading) >= ALONE;
        let cues = readings
            .iter()
            .filter(sure)
            .filter_map(|reading| reading.cue);
        Self {
            cues: cues.chain(tied.iter().map(|it| it.cue)).collect(),
            nouns,
            unsourced: &UNSOURCED,
        }
    }

    /// Whether the tagger's cue takes in a noun that is told of, or leaves a word of the rule's cue to the content: "said of the
    /// reports" that C, "remains" unconvinced that C.
    fn swallowed(&self, reading: &Reading, it: &Tied) -> bool {
        let Some(cue) = reading.cue else { return false };
        let noun = |noun: &Span| it.cue.contains(*noun) && !noun.overlaps(cue);
        self.nouns.iter().any(noun) || it.content.iter().any(|content| content.overlaps(cue))
    }
}

/// A reading that both found: the rule's values, the tagger's places.
fn agreed(views: &[View<'_>], kept: &Kept, mut reading: Reading, it: &Tied) -> Reading {
    // Who is accused is no source, whatever stands before the cue.
    let unsourced = reading.source.is_none()
        && (kept.unsourced.contains(&reading.rule)
            || reading.certainty == Certainty::Alleged && !ACTIVE.contains(&reading.rule));
    let holds = kept.cues.iter().any(|cue| {
        let mut contents = reading.content.iter();
        !cue.overlaps(it.cue) && contents.any(|content| content.contains(*cue))
    });
    // "According to X, which ..., C": the relative clause is no content.
    let related = it.content.first().is_some_and(|content| {
        sentence_of(views, *content).is_some_and(|at| {
            let view = &views[at];
            let first = (0..view.len()).find(|at| content.contains(view.tokens[*at].span));
            first.is_some_and(|at| view.has(at, REL))
        })
    });
    // "C, the minister told reporters": who stands before the verb says it.
    let other = |source: Span| it.source.is_none_or(|it| !it.overlaps(source));
    let parted = reading.rule == "postposed" && reading.source.is_some_and(other);
    // "X was said by Y to C": whom it is told of says nothing.
    let by = reading.rule == "passive-by" && reading.source.is_some_and(other);
    if unsourced
        || by
        || holds
        || parted
        || reading.is_aside()
        || reading.through.is_some()
        || reading.rule == called::RULE
        || related && reading.rule == "according"
        || kept.swallowed(&reading, it)
        || edges::is_wrong(views, &reading, it)
    {
        return reading;
    }
    // "Denying it, X drove home": what X did is no part of who denies.
    let drawn = |source: Span| {
        let gerund = reading.rule.starts_with("gerund");
        let fits =
            |own: &Span| gerund && source.contains(*own) || edges::tells_of(views, *own, source);
        reading.source.filter(fits).unwrap_or(source)
    };
    reading.source = it
        .source
        .map(|source| unhedged(views, drawn(source)))
        .or(reading.source);
    let told = std::mem::replace(&mut reading.content, it.content.clone());
    // "Why did X say that C?": what stands before is no part of the clause behind the verb.
    if reading.rule == "clause" && edges::is_behind(views, &told, it) {
        reading.content = told;
    }
    reading.cue = Some(it.cue);
    if let Some(sentence) = sentence_of(views, it.cue) {
        reading.sentence = sentence;
    }
    reading
}

/// A source without the hedge at its end: "sources close to the inquiry reportedly".
fn unhedged(views: &[View<'_>], source: Span) -> Span {
    let Some(view) = sentence_of(views, source).map(|at| &views[at]) else {
        return source;
    };
    let inside: Vec<usize> = (0..view.len())
        .filter(|at| source.contains(view.tokens[*at].span))
        .collect();
    let hedge = |at: usize| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        cues.any(|cue| cue.sort == Sort::Hedge && cue.words.len() == 1)
    };
    match inside[..] {
        [.., before, last] if hedge(last) => Span::new(source.start, view.tokens[before].span.end),
        _ => source,
    }
}

/// Whether a cue calls what follows false without a verb of saying, which the author does himself: "It is false that C".
fn calls_false(views: &[View<'_>], cue: Span) -> bool {
    sentence_of(views, cue).is_some_and(|at| untold::says_false(&views[at], cue))
}

/// Whether a cue withholds ("declined to say"): a gap, no claim.
pub(super) fn refused(views: &[View<'_>], cue: Span) -> bool {
    let Some(view) = sentence_of(views, cue).map(|at| &views[at]) else {
        return false;
    };
    (0..view.len())
        .filter(|at| cue.contains(view.tokens[*at].span))
        .flat_map(|at| view.lexicon.cues(view.tokens, at))
        .any(|cue| cue.frames & REFUSAL != 0)
}

pub(super) fn sentence_of(views: &[View<'_>], span: Span) -> Option<usize> {
    views
        .iter()
        .position(|view| view.sentence.span.overlaps(span))
}

/// A reading that the tagger alone found, with the values of the first word of the lexicon in its cue.
fn alone(views: &[View<'_>], it: &Tied) -> Option<Reading> {
    let sentence = sentence_of(views, it.cue)?;
    let view = &views[sentence];
    let inside = |at: &usize| it.cue.contains(view.tokens[*at].span);
    let places: Vec<usize> = (0..view.len()).filter(inside).collect();
    let denied = |at: &usize| NEGATIONS.contains(&&*view.tokens[*at].lower);
    // "Without denying it": the rules know that nothing is denied there.
    let spared = places
        .first()
        .is_some_and(|at| view.gerund(*at) && verbs::falls_short(view, *at));
    if places.iter().any(denied) || spared {
        return None;
    }
    let known = places.iter().rev().find_map(|at| {
        // "She said" is no "is said to", whatever word of the lexicon comes first.
        let to = view.has(at + 1, INF);
        let told = |cue: &&Cue| it.source.is_none() || cue.sort != Sort::Agentless || to;
        let mut cues = view.lexicon.cues(view.tokens, *at);
        cues.find(|cue| cue.sort != Sort::HedgeAdjective && told(cue))
    });
    let mut reading = match known {
        Some(cue) => Reading::new(sentence, "trained", cue, Some(it.cue)),
        None => Reading::unknown(sentence, "trained", it.cue),
    };
    reading.source = it.source;
    reading.content.clone_from(&it.content);
    Some(reading)
}
