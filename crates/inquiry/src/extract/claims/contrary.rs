//! "Contrary to what X says, C", "pese a lo que afirma X, C", «вопреки словам X, C»: X is on record for the opposite of C,
//! which is the author's.

use super::called;
use super::lexicon::{BE, CLAUSE, COMP, CONJ, Cue, PRON, Sort};
use super::reading::{self, Reading};
use super::relative;
use super::verbs::group_start;
use super::view::{Run, View};
use model::{Certainty, Kind, Language, Polarity, Span};

/// The rule of such readings.
pub(super) const RULE: &str = "contrary";
/// The most tokens from such a word to the comma that closes the phrase.
const LONGEST: usize = 24;

/// Words before what somebody says otherwise, and whether they only concede it: a noun behind them may be of another thing
/// than what follows ("despite the union's claims").
type Openers = &'static [(&'static str, bool)];

const ENGLISH: Openers = &[
    ("contrary to", false),
    ("in contrast to", false),
    ("despite", true),
    ("in spite of", true),
    ("notwithstanding", true),
    ("in contradiction to", false),
];
const SPANISH: Openers = &[
    ("contrariamente a", false),
    ("al contrario de", false),
    ("al revés de", false),
    ("en contra de", true),
    ("en contraste con", false),
    ("en contradicción con", false),
    ("contra", true),
    ("pese a", true),
    ("a pesar de", true),
    ("a diferencia de", true),
];
const RUSSIAN: Openers = &[
    ("вопреки", false),
    ("наперекор", false),
    ("в противовес", false),
    ("в противоположность", false),
    ("несмотря на", true),
    ("в отличие от", true),
];
/// Russian nouns of saying behind such words.
const SAYINGS: [&str; 12] = [
    "словам",
    "утверждению",
    "утверждениям",
    "уверениям",
    "заверениям",
    "заявлению",
    "заявлениям",
    "сообщениям",
    "показаниям",
    "мнению",
    "версии",
    "рассказам",
];

/// Further nouns of saying, which nobody calls false.
const ASSURES: [&str; 5] = ["assurance", "assurances", "words", "palabras", "garantías"];

/// Such a phrase in its sentence.
struct Contrary<'v> {
    /// From "contrary" to the comma behind it, which it does not hold.
    whole: Run,
    cue: Run,
    source: Option<Run>,
    /// What the source says where the phrase tells it: "contrary to X's claim that D".
    told: Option<Run>,
    word: Option<&'v Cue>,
}

/// Gives what is told contrary to somebody's words to the author, and the denial of it to him.
pub(super) fn settle(views: &[View<'_>], readings: &mut Vec<Reading>) {
    for (index, view) in views.iter().enumerate() {
        let Some((found, around)) = find(view) else {
            continue;
        };
        let Some(whole) = view.span(found.whole) else {
            continue;
        };
        readings.retain_mut(|reading| {
            reading.sentence != index || clear(reading, whole) && !reading.content.is_empty()
        });
        // What another tells there may be what he says otherwise, or that it was told at all.
        let told = readings.iter().any(|reading| {
            reading.sentence == index
                && reading.source.is_some()
                && matches!(
                    reading.certainty,
                    Certainty::Stated | Certainty::Claimed | Certainty::Confirmed
                )
        });
        readings.extend(reading(view, index, &found, &around, told));
    }
    reading::sort(readings);
}

/// What the author tells in the sentence at `index` though others there say otherwise, if he does.
pub(super) fn authors(readings: &[Reading], index: usize) -> Option<&[Span]> {
    let denied = readings.iter().find(|reading| {
        reading.sentence == index && is_answered(reading) && reading.polarity == Polarity::Denied
    })?;
    Some(&denied.content)
}

/// Whether a reading only denies what its sentence tells.
pub(super) fn is_answered(reading: &Reading) -> bool {
    [RULE, relative::DENIED].contains(&reading.rule)
}

/// Takes the phrase out of a reading; whether the reading stays.
fn clear(reading: &mut Reading, whole: Span) -> bool {
    let within = |span: Option<Span>| span.is_some_and(|span| span.overlaps(whole));
    if within(reading.cue) || within(reading.source) {
        return false;
    }
    let pieces = reading.content.iter().flat_map(|content| {
        if !content.overlaps(whole) {
            return [Some(*content), None];
        }
        let before = (content.start < whole.start).then(|| Span::new(content.start, whole.start));
        let behind = (content.end > whole.end).then(|| Span::new(whole.end, content.end));
        [before, behind]
    });
    reading.content = pieces.flatten().collect();
    true
}

/// The reading of such a phrase: the source denies what stands `around` it, or says what the phrase tells.
fn reading(
    view: &View<'_>,
    sentence: usize,
    found: &Contrary<'_>,
    around: &[Run],
    told: bool,
) -> Option<Reading> {
    let source = view.span(found.source?)?;
    let cue = view.span(found.cue)?;
    let mut reading = match found.word {
        Some(word) => Reading::new(sentence, RULE, word, Some(cue)),
        None => Reading::unknown(sentence, RULE, cue),
    };
    reading.kind = Kind::Fact;
    reading.source = Some(source);
    if let Some(told) = found.told {
        reading.content.push(view.span(told)?);
        return Some(reading);
    }
    if told {
        return None;
    }
    reading.polarity = Polarity::Denied;
    reading.content = around.iter().filter_map(|run| view.span(*run)).collect();
    (!reading.content.is_empty()).then_some(reading)
}

/// The first such phrase of a sentence, and what stands around it.
fn find<'v>(view: &'v View<'_>) -> Option<(Contrary<'v>, Vec<Run>)> {
    (0..view.len()).find_map(|at| {
        let (opener, concedes) = opener(view, at)?;
        let link = at + opener.split(' ').count();
        let first = (0..at).all(|at| !view.tokens[at].is_wordy() || view.has(at, CONJ));
        let aside = at > 1 && (view.comma(at - 1) || view.dash(at - 1));
        let found = (first || aside)
            .then(|| clausal(view, at, link).or_else(|| nominal(view, (at, link), concedes)))??;
        let end = found.whole.to;
        let behind = clause_behind(view, end);
        let before = (aside && !first)
            .then(|| clause_before(view, at - 1))
            .flatten();
        let around: Vec<Run> = [before, behind].into_iter().flatten().collect();
        (!around.is_empty()).then_some((found, around))
    })
}

/// The words at `at` that bring in what somebody says otherwise.
fn opener(view: &View<'_>, at: usize) -> Option<(&'static str, bool)> {
    let list = match view.lexicon.language {
        Language::Es => SPANISH,
        Language::Ru => RUSSIAN,
        Language::En | Language::Unknown => ENGLISH,
    };
    list.iter().copied().find(|(words, _)| {
        words
            .split(' ')
            .enumerate()
            .all(|(number, word)| view.is(at + number, word))
    })
}

/// "What the ministry said", "lo que afirma el ministerio", «тому, что утверждает фирма».
fn clausal<'v>(view: &'v View<'_>, at: usize, link: usize) -> Option<Contrary<'v>> {
    let from = match view.lexicon.language {
        Language::Es => (view.is(link, "lo") && view.is(link + 1, "que")).then_some(link + 2),
        Language::Ru => (matches!(view.lower(link), "тому" | "то" | "того")
            && view.comma(link + 1)
            && view.is(link + 2, "что"))
        .then_some(link + 3),
        Language::En | Language::Unknown => view.is(link, "what").then_some(link + 1),
    }?;
    let end = (from..view.len().min(from + LONGEST)).find(|at| ends(view, *at))?;
    let (head, word) = (from..end).find_map(|at| {
        let mut cues = view.lexicon.cues(view.tokens, at);
        let telling = |cue: &&Cue| {
            cue.sort == Sort::Verb && cue.frames & CLAUSE != 0 && cue.polarity == Polarity::Affirmed
        };
        Some((at, cues.find(telling)?))
    })?;
    let group = group_start(view, from, head);
    let after = head + word.words.len();
    // "What some have been told"
    let passive = (group..head).any(|at| view.has(at, BE));
    let before = Run::new(from, group).filter(|run| view.span(*run).is_some());
    let behind = Run::new(after, end).filter(|run| view.span(*run).is_some());
    Some(Contrary {
        whole: Run::new(at, end)?,
        cue: Run::new(group, after)?,
        source: before.or(behind).filter(|_| !passive),
        told: None,
        word: Some(word),
    })
}

/// "The firm's claims", "las afirmaciones de la firma", «словам фирмы»; with what they say, if that is told.
fn nominal<'v>(
    view: &'v View<'_>,
    (at, link): (usize, usize),
    concedes: bool,
) -> Option<Contrary<'v>> {
    let end = (link..view.len().min(link + LONGEST)).find(|at| ends(view, *at))?;
    let russian = view.lexicon.language == Language::Ru;
    let noun = (link..end.min(link + 8)).find(|at| {
        if russian {
            SAYINGS.contains(&view.lower(*at))
        } else {
            called::is_told(view, *at) || ASSURES.contains(&view.lower(*at))
        }
    })?;
    let that = if russian {
        view.is(end + 1, "что").then_some(end + 1)
    } else {
        (noun + 1..end).find(|at| view.is(*at, "that") || view.is(*at, "que"))
    };
    let owned = that.unwrap_or(end);
    let source = match view.lexicon.language {
        Language::En | Language::Unknown => {
            let mark = (link..noun).find(|at| view.is(*at, "'s") || view.is(*at, "'"));
            let behind = (view.is(noun + 1, "of") || view.is(noun + 1, "by")).then_some(noun + 2);
            match (mark, behind) {
                (Some(mark), _) => Run::new(link, mark),
                (None, Some(from)) => Run::new(from, owned),
                (None, None) => possessive(view, link),
            }
        }
        Language::Es => {
            let of = matches!(view.lower(noun + 1), "de" | "del");
            let from = noun + 1 + usize::from(view.is(noun + 1, "de"));
            (of && !view.has(from, COMP))
                .then(|| Run::new(from, owned))
                .flatten()
                .or_else(|| possessive(view, link))
        }
        Language::Ru => possessive(view, link).or_else(|| Run::new(noun + 1, end)),
    };
    let told = that.and_then(|from| {
        let close = (from..view.len())
            .find(|at| ends(view, *at))
            .unwrap_or(view.len());
        Run::new(from, close)
    });
    if concedes && (told.is_none() || source.is_none()) {
        return None;
    }
    let mut cues = view.lexicon.cues(view.tokens, noun);
    Some(Contrary {
        whole: Run::new(at, told.map_or(end, |told| told.to))?,
        cue: Run::new(noun, noun + 1)?,
        source,
        told,
        word: cues.find(|cue| cue.sort == Sort::Noun && cue.polarity == Polarity::Affirmed),
    })
}

/// "Their claims", "sus palabras", «его словам».
fn possessive(view: &View<'_>, at: usize) -> Option<Run> {
    let owns = view.has(at, super::lexicon::POSS) && !view.is(at, "'s");
    owns.then(|| Run::new(at, at + 1)).flatten()
}

/// Whether the phrase is over before the token: at a comma, a dash, the end.
fn ends(view: &View<'_>, at: usize) -> bool {
    view.comma(at) || view.dash(at) || view.stop(at) || view.is(at, ";") || view.is(at, ")")
}

/// The clause behind the comma at `end`.
fn clause_behind(view: &View<'_>, end: usize) -> Option<Run> {
    if !(view.comma(end) || view.dash(end)) {
        return None;
    }
    let to = (end + 1..view.len())
        .find(|at| view.is(*at, ";"))
        .unwrap_or(view.len());
    let run = Run::new(end + 1, to)?;
    let wordy = (run.from..run.to).filter(|at| view.tokens[*at].is_wordy());
    (wordy.count() > 1).then_some(run)
}

/// The clause before the comma at `end`, from the last semicolon or from the beginning.
fn clause_before(view: &View<'_>, end: usize) -> Option<Run> {
    let from = (0..end)
        .rev()
        .find(|at| view.is(*at, ";"))
        .map_or(0, |at| at + 1);
    Run::new(from, end).filter(|run| !view.has(run.from, PRON) || run.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_taken_out_of_the_middle() {
        let mut reading = Reading::unknown(0, "clause", Span::new(90, 95));
        reading.content = vec![Span::new(0, 50)];
        assert!(clear(&mut reading, Span::new(10, 20)));
        assert_eq!(reading.content, [Span::new(0, 10), Span::new(20, 50)]);
        reading.source = Some(Span::new(15, 18));
        assert!(!clear(&mut reading, Span::new(10, 20)));
    }
}
