//! Gaps: what the evidence itself says is withheld, unknown, unanswered, promised or unverified.
//!
//! A non-denial ("did not respond", "no quiso comentar") denies nothing; it is a gap and only that.

mod cues;

use super::around::{Scene, filled, trimmed};
use super::needs::Pattern;
use crate::alphabet::{Regex, pattern};
pub(super) use cues::NO_COMMENT;
use cues::{CUES, Subject};
use model::{Gap, GapId, GapKind, Language, MentionKind, Span};
use std::sync::LazyLock;

/// A cue ready to be looked for.
struct Cue {
    language: Language,
    kind: GapKind,
    subject: Subject,
    words: Pattern,
}

static COMPILED: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    CUES.iter()
        .map(|(language, kind, subject, words)| Cue {
            language: *language,
            kind: *kind,
            subject: *subject,
            words: Pattern::new(format!(
                r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])"
            )),
        })
        .collect()
});

/// Words that join the object to the cue and say nothing of it.
static JOINT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(?:to (?:requests|questions|a request|an? \w+ request|inquiries) for|to|on|about|for|of|sobre|acerca de|a las preguntas sobre|de|о|об|по поводу|на вопросы о|на вопрос о)\s)",
    )
});

/// A question word that ends a cue: it begins what is not known.
static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),?\s(?:whom?|what|when|where|why|which|how many|how much|how|whether|quién|quiénes|cuántos|cuántas|cuánto|dónde|cómo|cuándo|qué|por qué|кто|кому|сколько|где|куда|когда|почему|как|что именно)$",
    )
});

/// Conjunctions and adverbs a clause may open with.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?i:(?:and|but|so|also|however|meanwhile|still|y|pero|además|también|por el momento|hasta ahora|и|но|а|однако|также|пока)[,\s]\s*)",
    )
});

/// The gaps of a document's scenes, in text order.
pub(crate) fn gaps(scenes: &[Scene<'_>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for scene in scenes
        .iter()
        .filter(|scene| scene.is_told() && !scene.is_question())
    {
        let mut found: Vec<Gap> = Vec::new();
        for cue in COMPILED
            .iter()
            .filter(|cue| scene.speaks(cue.language) && scene.may(&cue.words))
        {
            for hit in cue.words.captures_iter(scene.words()) {
                let Some(words) = hit.name("cue") else {
                    continue;
                };
                let kept = QUESTION
                    .find(words.as_str())
                    .map_or(words.end(), |hit| words.start() + hit.start());
                let span = scene.span(words.start(), kept);
                if !found.iter().any(|other| other.cue.overlaps(span)) {
                    found.extend(gap(scene, cue, span));
                }
            }
        }
        found.sort_by_key(|gap| gap.cue);
        gaps.extend(found);
    }
    gaps
}

fn gap(scene: &Scene<'_>, cue: &Cue, span: Span) -> Option<Gap> {
    let clause = scene.clause(span);
    let before = without_opening(scene, scene.before(span));
    let after = without_joint(scene, rest(scene, span));
    let mut words = None;
    if cue.subject == Subject::Words {
        words = Some(answering(scene, span)?);
    }
    // A promise made with no subject is somebody else's order or advice; a subject may stand after it too.
    let (about, by) = match cue.subject {
        Subject::About => (filled(before).or(filled(after)), None),
        Subject::By => (filled(after), holder(scene, before, span)),
        Subject::None => (filled(after).or(filled(before)), None),
        Subject::Words => (None, words),
    };
    if cue.kind == GapKind::Promised && after.is_empty() {
        return None;
    }
    let whole = Span::new(
        clause.start.min(span.start),
        rest(scene, span).end.max(clause.end).max(span.end),
    );
    let place = scene.place(trimmed(scene.text, whole));
    let id = GapId::derive(&[
        &place.key(),
        cue.kind.as_str(),
        &format!("{}-{}", span.start, span.end),
    ]);
    Some(Gap {
        id,
        place,
        cue: span,
        kind: cue.kind,
        about,
        by,
    })
}

/// Who answers in quotation marks that he does not answer: named before his words, else behind them.
fn answering(scene: &Scene<'_>, cue: Span) -> Option<Span> {
    let mark = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»' | '‘' | '’' | '\'' | '—');
    let lead = Span::new(scene.sentence.span.start, cue.start);
    let quoted = scene.at(lead).trim_end().ends_with(mark);
    let mut acting = scene.mentions.iter().filter(|mention| {
        matches!(
            mention.kind,
            MentionKind::Organisation | MentionKind::Role | MentionKind::Person
        )
    });
    let near = acting
        .clone()
        .rfind(|mention| mention.place.span.end <= cue.start)
        .or_else(|| acting.find(|mention| mention.place.span.start >= cue.end))?;
    quoted.then_some(near.place.span)
}

/// Who withholds: the subject, without "said it"; after a relative clause, who is named before it.
fn holder(scene: &Scene<'_>, before: Span, cue: Span) -> Option<Span> {
    static SAID: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)\s(?:said|says|announced|added|dijo|сказал[аи]?)(?:\s(?:it|he|she|they))?$")
    });
    let end = SAID
        .find(scene.at(before))
        .map_or(before.end, |hit| before.start + hit.start());
    let before = trimmed(scene.text, Span::new(before.start, end));
    let acts = |kind| {
        matches!(
            kind,
            MentionKind::Organisation | MentionKind::Role | MentionKind::Person
        )
    };
    let named = |span: Span| {
        scene
            .mentions
            .iter()
            .any(|mention| acts(mention.kind) && span.overlaps(mention.place.span))
    };
    if named(before) && scene.at(before).split_whitespace().count() <= 8 {
        return filled(before);
    }
    let nearest = scene
        .mentions
        .iter()
        .rev()
        .find(|mention| acts(mention.kind) && mention.place.span.end <= cue.start);
    nearest.map(|mention| mention.place.span).or(filled(before))
}

/// What follows the cue: a question word or "that" goes on with it, so the clause's end is looked for after that.
fn rest(scene: &Scene<'_>, cue: Span) -> Span {
    let end = scene.sentence.span.end;
    let words = scene.at(Span::new(cue.end, end));
    let skip = words
        .find(|c: char| c.is_alphanumeric())
        .unwrap_or(words.len());
    let stop = words[skip..]
        .find([';', '—', '–', '»', '”', '"'])
        .or_else(|| {
            words[skip..]
                .find(", ")
                .filter(|_| !words.trim_start().starts_with(','))
        })
        .map_or(words.len(), |at| skip + at);
    trimmed(scene.text, Span::new(cue.end, cue.end + stop))
}

fn without_opening(scene: &Scene<'_>, span: Span) -> Span {
    let lead = OPENING.find(scene.at(span)).map_or(0, |hit| hit.end());
    trimmed(scene.text, Span::new(span.start + lead, span.end))
}

fn without_joint(scene: &Scene<'_>, span: Span) -> Span {
    let lead = JOINT.find(scene.at(span)).map_or(0, |hit| hit.end());
    trimmed(scene.text, Span::new(span.start + lead, span.end))
}
