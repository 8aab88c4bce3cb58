//! What stands around a cue: clause, subject, object, hedges, negation, the claim that holds it.
//!
//! Gaps, proceedings, roles and ties all begin with a cue in a sentence and ask the same things of it.

mod words;

use super::aside::{self, Aside};
use super::needs::{Pattern, Sheet};
use super::text::{Sentence, Setting};
use crate::alphabet::{Captures, Match, Regex, pattern};
use crate::turns;
use model::{
    Block, BlockKind, Certainty, Claim, Document, Format, Language, Mention, MentionKind, Part,
    PartKind, Place, Polarity, Span,
};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use words::{
    BREAK, CLEARED, CONDITIONAL, FALSE_AFTER, FALSE_BEFORE, HEDGES, KEPT, NEGATED, STATEMENT,
    TAKEN_BACK, TURNS, UNDENIED, UNDENIED_AFTER, UNSAID, UNSUPPORTED,
};

/// One sentence with everything already found in it.
pub(crate) struct Scene<'a> {
    pub(crate) document: &'a Document,
    pub(crate) part: usize,
    /// The whole part's text.
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    /// Mentions inside the sentence, in text order.
    pub(crate) mentions: &'a [Mention],
    /// Claims whose content meets the sentence.
    pub(crate) claims: Vec<&'a Claim>,
    /// The mention of who speaks, in a turn: the person behind a label that is no name, where he can be told.
    pub(crate) speaker: Option<&'a Mention>,
    /// The mention of the turn's label.
    pub(crate) label: Option<&'a Mention>,
    /// What the sentence has of what patterns need, once it was asked for.
    sheet: OnceCell<Sheet>,
    /// What is set off behind names, once it was asked for.
    asides: OnceCell<Vec<Aside>>,
}

/// The scenes of a document, in text order; `mentions` are sorted by part and start.
pub(crate) fn scenes<'a>(
    document: &'a Document,
    sentences: &'a [Vec<Sentence>],
    mentions: &'a [Mention],
    claims: &'a [Claim],
) -> Vec<Scene<'a>> {
    let mut scenes = Vec::new();
    for (index, (part, sentences)) in document.parts.iter().zip(sentences).enumerate() {
        let from = mentions.partition_point(|mention| mention.place.part < index);
        let to = mentions.partition_point(|mention| mention.place.part <= index);
        let here = mentions.get(from..to).unwrap_or_default();
        let first = scenes.len();
        let deponent =
            writer(document, index, mentions).or_else(|| deponent(&part.text, &part.blocks, here));
        let behind = behind(&part.text, &part.blocks, here);
        for sentence in sentences {
            let start =
                here.partition_point(|mention| mention.place.span.start < sentence.span.start);
            let end = here.partition_point(|mention| mention.place.span.start < sentence.span.end);
            let label = label(part, sentence, here);
            let speaker = label
                .and_then(|it| behind.get(&turns::label(&it.text)).copied())
                .or(label)
                .or_else(|| {
                    deponent.filter(|it| {
                        it.place.part < index || it.place.span.start < sentence.span.end
                    })
                });
            scenes.push(Scene {
                document,
                part: index,
                text: &part.text,
                sentence,
                mentions: here.get(start..end).unwrap_or_default(),
                claims: Vec::new(),
                speaker,
                label,
                sheet: OnceCell::new(),
                asides: OnceCell::new(),
            });
        }
        let own = &mut scenes[first..];
        for claim in claims.iter().filter(|claim| claim.part == index) {
            for content in &claim.content {
                let mut at = own.partition_point(|scene| scene.sentence.span.end <= content.start);
                while let Some(scene) = own
                    .get_mut(at)
                    .filter(|scene| scene.sentence.span.start < content.end)
                {
                    scene.claims.push(claim);
                    at += 1;
                }
            }
        }
    }
    scenes
}

/// Where the speaker of a sentence's turn is named; `here` are the mentions of the part.
fn label<'a>(part: &Part, sentence: &Sentence, here: &'a [Mention]) -> Option<&'a Mention> {
    let block = part.blocks.get(sentence.block?)?;
    let BlockKind::Turn {
        speaker: Some(span),
        ..
    } = &block.kind
    else {
        return None;
    };
    let at = here.partition_point(|mention| mention.place.span.start < span.start);
    here.get(at)
        .filter(|mention| span.contains(mention.place.span))
}

/// Who speaks behind the labels of a part's turns that are no names.
fn behind<'a>(
    text: &str,
    blocks: &[Block],
    mentions: &'a [Mention],
) -> BTreeMap<String, &'a Mention> {
    let is_turn = |block: &Block| matches!(block.kind, BlockKind::Turn { .. });
    if !blocks.iter().any(is_turn) {
        return BTreeMap::new();
    }
    let people: Vec<&Mention> = mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .collect();
    let places: Vec<Span> = people.iter().map(|person| person.place.span).collect();
    turns::behind(text, blocks, &places)
        .into_iter()
        .map(|(label, at)| (label, people[at]))
        .collect()
}

/// Who speaks in the first person in the body of a message: the person on its line "From:".
fn writer<'a>(document: &Document, part: usize, mentions: &'a [Mention]) -> Option<&'a Mention> {
    let at = |index: usize| document.parts.get(index);
    let is_body = at(part).is_some_and(|part| part.kind == PartKind::Body);
    if document.format != Format::Email || !is_body {
        return None;
    }
    let head = part.checked_sub(1).and_then(at)?;
    let from = head
        .text
        .lines()
        .next()
        .filter(|line| head.kind == PartKind::Header && line.starts_with("From:"))?;
    mentions.iter().find(|mention| {
        mention.kind == MentionKind::Person
            && mention.place.part + 1 == part
            && mention.place.span.end <= from.len()
    })
}

/// Who speaks in the first person throughout a statement without turns: "I, Ana Bell, born ..., state", "Yo, ..", "Я, ..".
fn deponent<'a>(text: &str, blocks: &[Block], mentions: &'a [Mention]) -> Option<&'a Mention> {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:^|\n)[^\p{L}\n]*(?:I|Yo|Я|I, the undersigned|The undersigned|Quien suscribe|(?:El|La) que suscribe|(?:El|La) suscrit[oa]|Я, нижеподписавш(?:ийся|аяся)),\s*$",
        )
    });
    // Whose statement the head says it is, or who gives his name in it.
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|\n|[.!?] )[ \t]*(?:my (?:full )?name is|i am called|soy|пишет вам|вам пишет|les escribe|me llamo|mi nombre (?:completo )?es|меня зовут|мо[её] имя(?: [—–-])?) $|(?:^|\n)[^\p{L}\n]*(?:\p{Lu}\p{L}+ )?(?:(?:witness|victim|survivor|complainant)(?:['’]s)? statement|statement|testimony|affidavit|declaraci[óo]n|denuncia|протокол (?:допроса|опроса)|заявление|показани[яе]|объяснени[ея])(?:[^\n]{0,40}?(?:[ .](?:of|by|from|made by|de|del|por|от|потерпевш\p{L}+|свидетел\p{L}+|заявител\p{L}+|гр\.|гражданк\p{L}+|гражданина))|:)(?: (?:\p{Ll}+ ){0,3}| )$",
        )
    });
    let turns = blocks
        .iter()
        .any(|block| matches!(block.kind, BlockKind::Turn { .. }));
    let opens = |mention: &&Mention| {
        let near = text.ceil_char_boundary(mention.place.span.start.saturating_sub(DEPONENT_NEAR));
        if mention.place.span.start < HEAD && NAMED.is_match(&text[near..mention.place.span.start])
        {
            return true;
        }
        let line = text[..mention.place.span.start]
            .rfind('\n')
            .unwrap_or_default();
        OPENS.is_match(&text[line..mention.place.span.start])
    };
    let people = mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .take(DEPONENT);
    if turns {
        None
    } else {
        people.into_iter().find(opens)
    }
}

/// A statement names whose it is among its first people.
const DEPONENT: usize = 3;

/// And near its beginning, in bytes.
const HEAD: usize = 600;

/// How much before the name is looked at, in bytes.
const DEPONENT_NEAR: usize = 160;

impl<'a> Scene<'a> {
    /// The sentence's words.
    pub(crate) fn words(&self) -> &'a str {
        self.sentence.span.of(self.text).unwrap_or_default()
    }

    /// Whether the pattern could match in the sentence, or in a piece of it.
    pub(crate) fn may(&self, pattern: &Pattern) -> bool {
        self.sheet
            .get_or_init(|| Sheet::of(self.words()))
            .may(pattern)
    }

    /// What the pattern finds in a piece of the sentence.
    pub(crate) fn captures(&self, pattern: &Pattern, piece: Span) -> Option<Captures<'a>> {
        self.may(pattern)
            .then(|| pattern.captures(self.at(piece)))
            .flatten()
    }

    /// Where the pattern finds its `cue` in a piece of the sentence.
    pub(crate) fn cue(&self, pattern: &Pattern, piece: Span) -> Option<Span> {
        let cue = self.captures(pattern, piece)?.name("cue")?;
        Some(within(piece, cue))
    }

    /// What is set off behind names and names others, in text order.
    pub(crate) fn asides(&self) -> &[Aside] {
        self.asides.get_or_init(|| aside::asides(self))
    }

    /// What is set off and holds the mention.
    pub(crate) fn aside(&self, mention: &Mention) -> Option<&Aside> {
        let mut all = self.asides().iter();
        all.find(|aside| aside.span.contains(mention.place.span))
    }

    /// Where what is told of a person goes on behind what is set off from his name; the end of the name where nothing is.
    pub(crate) fn told_from(&self, who: &Mention) -> usize {
        let own = self
            .asides()
            .iter()
            .find(|aside| aside.head == who.place.span);
        own.map_or(who.place.span.end, |aside| aside.span.end)
    }

    /// The part's words at a span, or none.
    pub(crate) fn at(&self, span: Span) -> &'a str {
        span.of(self.text).unwrap_or_default()
    }

    /// A span of the sentence's words as a span of the part.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(
            self.sentence.span.start + start,
            self.sentence.span.start + end,
        )
    }

    /// From a byte on to the end of the sentence; nothing where that lies before it.
    pub(crate) fn rest(&self, from: usize) -> Span {
        Span::new(from, self.sentence.span.end.max(from))
    }

    /// A place in the part.
    pub(crate) fn place(&self, span: Span) -> Place {
        Place {
            document: self.document.id.clone(),
            part: self.part,
            span,
        }
    }

    /// The clause around a cue, without the sentence's closing stop.
    pub(crate) fn clause(&self, cue: Span) -> Span {
        let words = self.words();
        let base = self.sentence.span.start;
        let (from, to) = (cue.start.saturating_sub(base), cue.end.saturating_sub(base));
        let mut start = 0;
        let mut end = words.len();
        for hit in BREAK.find_iter(words) {
            if hit.end() <= from {
                start = hit.end();
            } else if hit.start() >= to {
                end = hit.start();
                break;
            }
        }
        trimmed(self.text, Span::new(base + start, base + end))
    }

    /// What of the clause stands before the cue.
    pub(crate) fn before(&self, cue: Span) -> Span {
        trimmed(
            self.text,
            Span::new(self.clause(cue).start.min(cue.start), cue.start),
        )
    }

    /// The innermost claim whose content holds the span.
    pub(crate) fn claim(&self, span: Span) -> Option<&'a Claim> {
        self.claims
            .iter()
            .filter(|claim| claim.content.iter().any(|content| content.contains(span)))
            .min_by_key(|claim| {
                let size: usize = claim.content.iter().map(|content| content.len()).sum();
                // Of who tells a thing and who denies the same words, who tells it.
                (size, claim.polarity)
            })
            .copied()
    }

    /// How sure the words at a span are told: the weakest hedge of their clause and their claim.
    pub(crate) fn certainty(&self, span: Span) -> Certainty {
        let own = self
            .claim(span)
            .map_or(Certainty::Stated, |claim| claim.certainty);
        let clause = self.clause(span);
        HEDGES
            .iter()
            .filter(|(hedge, _)| self.may(hedge) && hedge.is_match(self.at(clause)))
            .map(|(_, certainty)| *certainty)
            .fold(own, Certainty::weaker)
    }

    /// Whether the cue is negated where it stands, or its claim is denied.
    pub(crate) fn is_denied(&self, cue: Span) -> bool {
        NEGATED.is_match(self.at(Span::new(self.sentence.span.start, cue.start)))
            || self.is_refuted(cue)
    }

    /// Whether a court or jury cleared somebody of what is told at the cue.
    pub(crate) fn is_cleared(&self, cue: Span) -> bool {
        let before = Span::new(self.sentence.span.start, cue.start);
        self.captures(&CLEARED, before).is_some()
    }

    /// Whether somebody who is on record denies what is told at the cue, or calls it false.
    pub(crate) fn is_refuted(&self, cue: Span) -> bool {
        self.is_denied_claim(cue) || self.is_false(cue)
    }

    /// Whether the sentence calls false what is told at the cue: "it is false that ..", "the claim that .. is untrue".
    pub(crate) fn is_false(&self, cue: Span) -> bool {
        let before = self.at(Span::new(self.sentence.span.start, cue.start));
        let after = self.at(self.rest(cue.end));
        self.may(&FALSE_BEFORE) && FALSE_BEFORE.is_match(before)
            || self.may(&STATEMENT)
                && self.may(&FALSE_AFTER)
                && STATEMENT.is_match(before)
                && FALSE_AFTER.is_match(after)
    }

    /// Whether what is told at the cue was taken back, or has no evidence: "dropped the charge that ..", "no evidence that ..".
    pub(crate) fn is_unsupported(&self, cue: Span) -> bool {
        let before = Span::new(self.sentence.span.start, cue.start);
        let after = self.at(self.rest(cue.end));
        let taken = |hit: &Captures<'_>| {
            let from = hit.get(0).map_or(0, |whole| whole.start());
            let lead = self.at(before).get(..from).unwrap_or_default();
            let rest = hit.name("rest").map_or("", |rest| rest.as_str());
            !KEPT.is_match(lead) && !TURNS.is_match(rest)
        };
        self.captures(&UNSUPPORTED, before)
            .is_some_and(|hit| taken(&hit))
            || self.may(&STATEMENT)
                && self.may(&TAKEN_BACK)
                && STATEMENT.is_match(self.at(before))
                && TAKEN_BACK.is_match(after)
    }

    /// Whether the claim that holds the span is denied by its source.
    pub(crate) fn is_denied_claim(&self, span: Span) -> bool {
        self.claim(span)
            .is_some_and(|claim| claim.polarity == Polarity::Denied)
    }

    /// Whether the cue only might come true ("if convicted", "could face"), or nobody says that it did ("did not say
    /// that X was arrested", "did not call it a lie that X was arrested").
    pub(crate) fn is_conditional(&self, cue: Span) -> bool {
        let before = self.at(Span::new(self.sentence.span.start, cue.start));
        CONDITIONAL.is_match(before) || UNSAID.is_match(before) || self.is_undenied(cue, before)
    }

    /// Whether the cue stands in a report of which the sentence says only that it was not called false.
    fn is_undenied(&self, cue: Span, before: &str) -> bool {
        let after = self.at(self.rest(cue.end));
        self.may(&UNDENIED) && UNDENIED.is_match(before)
            || self.may(&STATEMENT)
                && self.may(&UNDENIED_AFTER)
                && STATEMENT.is_match(before)
                && UNDENIED_AFTER.is_match(after)
    }

    /// Whether a question is asked.
    pub(crate) fn is_question(&self) -> bool {
        self.words().trim_end().ends_with('?')
    }

    /// The sentence's language; Spanish and English share much, so both are read where it is not known.
    pub(crate) fn speaks(&self, language: Language) -> bool {
        self.sentence.language == language
            || (self.sentence.language == Language::Unknown && language != Language::Ru)
    }

    /// Mentions of people in the sentence.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'a Mention> + use<'a> {
        self.mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Person)
    }

    /// The header above a row of a table, and the row's own cells; `None` for a header and for running words.
    pub(crate) fn row(&self) -> Option<(&'a [Span], &'a [Span])> {
        let part = self.document.parts.get(self.part)?;
        let own = self.sentence.block?;
        let BlockKind::Row {
            cells,
            header: false,
            ..
        } = &part.blocks.get(own)?.kind
        else {
            return None;
        };
        // The header stands near the top; looking further would take time for every row.
        let above = part.blocks.iter().take(own.min(12)).rev();
        let header = above.into_iter().find_map(|block| match &block.kind {
            BlockKind::Row {
                cells,
                header: true,
                ..
            } => Some(cells.as_slice()),
            _ => None,
        })?;
        Some((header, cells))
    }

    /// Whether the sentence is running words, not a row or furniture.
    pub(crate) fn is_told(&self) -> bool {
        !matches!(self.sentence.setting, Setting::Row | Setting::Furniture)
    }
}

/// A match in a piece of the part, as a span of the part.
pub(crate) fn within(piece: Span, hit: Match<'_>) -> Span {
    Span::new(piece.start + hit.start(), piece.start + hit.end())
}

/// A span without white space and marks at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let Some(words) = span.of(text) else {
        return span;
    };
    let mark = |c: char| c.is_whitespace() || ".,;:—–!?…«»“”\"()".contains(c);
    let kept = words.trim_matches(mark);
    let lead = words.len() - words.trim_start_matches(mark).len();
    let start = span.start + lead.min(words.len());
    Span::new(start, start + kept.len())
}

/// The span unless it is empty.
pub(crate) fn filled(span: Span) -> Option<Span> {
    (!span.is_empty()).then_some(span)
}
