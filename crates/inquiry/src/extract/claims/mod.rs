//! Claims: who said what, how sure. Rules over tokens, one lexicon a language.
//!
//! The terms (source, cue, content) and what counts as attribution follow the attribution corpora
//! PARC 3 (Pareti 2016) and `PolNeAR` (Newell et al. 2018). A rule gives readings; a reading is kept
//! where the rule, with its cue, was right often enough in the training split (`lexicon/en.tsv`).

mod according;
mod accusing;
mod agents;
mod asked;
mod before;
mod beneath;
mod blunt;
mod bounded;
mod called;
mod clause;
mod conceded;
mod contrary;
mod countered;
mod crossed;
mod denials;
mod denied;
mod dialogue;
mod drawn;
mod edges;
mod endings;
mod falsity;
mod fronted;
mod hearsay;
mod imperative;
mod inflected;
mod inner;
mod lead;
mod lexicon;
mod mistaken;
mod neither;
mod nest;
mod numbered;
mod omitted;
mod onward;
mod others;
mod overrun;
mod own;
mod papers;
mod parted;
mod passage;
mod patterns;
mod places;
mod plans;
mod preposed;
mod quotes;
mod reading;
mod refuted;
mod relative;
mod remarks;
mod rumoured;
mod shared;
mod spanish;
mod stacked;
mod sure;
mod that;
mod time;
mod told;
mod trained;
mod unproven;
mod untold;
mod untrue;
mod verbs;
mod view;

use super::Taggers;
use super::text::{Sentence, Setting, is_section};
use crate::alphabet::{Regex, pattern};
use lexicon::Sort;
use model::{BlockKind, Claim, ClaimParts, Document, Kind, Language, Mention, Source, Span};
use reading::{Heard, Reading};
pub(super) use stacked::passages;
use std::sync::LazyLock;
pub use sure::{Reader, Way};
pub(super) use time::times;
use view::View;

/// A reading with less confidence than this is dropped.
const THRESHOLD: f32 = 0.35;
/// The least confidence of a hedge without a source.
const HEDGED: f32 = 0.5;
/// The least confidence of "C, X claimed.": a rare verb is a verb of saying there like any other.
const POSTPOSED: f32 = 0.6;
/// What is taken for the confidence of what nothing was counted for: words of a speaker in his own turn.
const SPOKEN: f32 = 0.8;

/// The claims of part `part`, whose sentences are given, in text order; `mentions` are those of the document.
pub(super) fn claims(
    document: &Document,
    part: usize,
    sentences: &[Sentence],
    mentions: &[Mention],
    taggers: &Taggers<'_>,
) -> Vec<Claim> {
    ways(document, part, sentences, mentions, taggers)
        .into_iter()
        .map(|found| found.claim)
        .collect()
}

/// The same with how each was read.
pub(super) fn ways(
    document: &Document,
    part: usize,
    sentences: &[Sentence],
    mentions: &[Mention],
    taggers: &Taggers<'_>,
) -> Vec<Found> {
    let text = document.parts.get(part).map(|part| part.text.as_str());
    let deep = text.and_then(|text| trained::deep(text, sentences, taggers));
    chosen(
        document,
        part,
        sentences,
        mentions,
        |number, views, readings| {
            let tied = deep.as_ref().and_then(|tied| tied.get(number));
            let language = views
                .first()
                .map_or(Language::En, |view| view.lexicon.language);
            let plain = taggers.plain_of(language);
            trained::corrected(views, readings, plain, tied.map(Vec::as_slice))
        },
    )
}

/// A claim with how it was found.
pub(super) struct Found {
    pub(super) claim: Claim,
    /// The head word of its cue; none in what the author asserts.
    pub(super) head: String,
    pub(super) way: Way,
}

/// All that the rules can read, however doubtful.
pub(super) fn candidates(document: &Document, part: usize, sentences: &[Sentence]) -> Vec<Found> {
    chosen(document, part, sentences, &[], |_, _, readings| readings)
}

/// The claims of the readings that `choose` leaves of each paragraph; it is
/// told the number of the paragraph among those that are read.
fn chosen(
    document: &Document,
    part: usize,
    sentences: &[Sentence],
    mentions: &[Mention],
    choose: impl Fn(usize, &[View<'_>], Vec<Reading>) -> Vec<Reading>,
) -> Vec<Found> {
    let Some(text) = document.parts.get(part) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    if text.kind == model::PartKind::Header {
        return out;
    }
    let mut last = None;
    for (number, passage) in stacked::read(sentences).enumerate() {
        let views = passage::views(passage);
        let mut readings = choose(number, &views, passage::readings(&views));
        settle(&text.text, &views, &mut readings);
        let turn = passage[0].setting == Setting::Turn;
        countered::settle(&views, &mut readings);
        agents::settle(&views, &mut readings);
        own::settle(&views, &mut readings, turn, |at| {
            before::body(document, mentions, part, at)
        });
        let asked = turn.then(|| before::asked_by(part, sentences, mentions, passage));
        let asked = asked.unwrap_or_default();
        let floors = omitted::settle(&views, &mut readings);
        last = quotes::left_out(
            &text.text,
            &mut readings,
            &floors,
            last.filter(|_| !asked.named),
            |at| {
                let own = |named: &(Span, bool)| !asked.named || named.0.start >= asked.since;
                before::topic(mentions, part, sentences, at).filter(own)
            },
            |at, around| before::other(mentions, part, (at, around), &text.text),
        );
        let doubts = nest::absorb(&mut readings, &views, turn);
        let speaker = passage[0]
            .block
            .and_then(|block| match text.blocks.get(block)?.kind {
                BlockKind::Turn { speaker, .. } => speaker,
                _ => None,
            });
        let maker = Maker {
            document,
            part,
            views: &views,
            turn,
            speaker,
            doubts,
        };
        out.extend(maker.claims(&readings));
    }
    out.sort_by_key(|Found { claim, .. }| {
        let first = claim.content[0];
        (
            first.start,
            std::cmp::Reverse(first.end),
            claim.id().clone(),
        )
    });
    out.dedup_by(|a, b| a.claim.id() == b.claim.id());
    out
}

/// Takes out of a paragraph's readings what nobody says, and gives each what is its own.
fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain(|reading| {
        !nest::says_nobody(views, reading)
            && !asked::is_asked(views, reading)
            && !conceded::is_conceded(views, reading)
            && !imperative::is_told_to(views, reading)
            && !remarks::is_still_to_come(&views[reading.sentence], reading)
            && !remarks::is_minding(&views[reading.sentence], reading)
            && !remarks::is_handing(&views[reading.sentence], reading)
            && !remarks::is_withdrawing(&views[reading.sentence], reading)
            && !remarks::is_never(&views[reading.sentence], reading)
            && !remarks::is_supposed(&views[reading.sentence], reading)
            && !mistaken::is_none(&views[reading.sentence], reading)
            && !remarks::is_age(&views[reading.sentence], reading)
            && !remarks::is_naming(&views[reading.sentence], reading)
    });
    that::settle(views, readings);
    agents::divide(views, readings);
    accusing::settle(views, readings);
    according::settle(views, readings);
    hearsay::settle(views, readings);
    called::settle(readings);
    unproven::settle(text, views, readings);
    untrue::settle(text, views, readings);
    papers::settle(views, readings);
    nest::untangle(text, readings);
    remarks::settle_quoted(views, readings);
    remarks::settle_withheld(text, readings);
    contrary::settle(views, readings);
    relative::settle(views, readings);
    drawn::settle(views, readings);
    plans::settle(views, readings);
    crossed::settle(views, readings);
    shared::settle(views, readings);
    denied::settle(text, readings);
    bounded::settle(text, views, readings);
    rumoured::settle(views, readings);
    numbered::settle(text, readings);
    readings.retain(|reading| !reading.content.is_empty());
    quotes::complete(views, readings);
    dialogue::complete(views, readings);
    blunt::settle(text, readings);
    denials::settle(views, readings);
    spanish::settle(text, views, readings);
    overrun::settle(text, views, readings);
    beneath::add(views, readings);
    told::settle(views, readings);
    inner::add(views, readings);
    onward::settle(views, readings);
    lead::settle(views, readings);
}

/// How sure it is that the reading is right.
fn confidence(views: &[View<'_>], reading: &Reading) -> f32 {
    let lexicon = views[reading.sentence].lexicon;
    let counted = lexicon.confidence(reading.rule, &reading.head);
    // The corpus seldom marks hedges without a source as attributions; here they are claims.
    match reading.rule {
        "hedge" | "hedge-adjective" | "agentless" => counted.max(HEDGED),
        "passive" if reading.source.is_none() && reading.certainty == model::Certainty::Alleged => {
            counted.max(HEDGED)
        }
        // "I was told that C": in a speaker's turn nobody else stands for it.
        "passive-clause" if reading.head == "told" => counted.max(HEDGED),
        "postposed" if reading.source.is_some() => counted.max(POSTPOSED),
        _ if own::is_speakers(&views[reading.sentence], reading) => counted.max(HEDGED),
        "passive" if reading.polarity == model::Polarity::Denied => counted.max(HEDGED),
        // Nor denials of a thing that no clause tells.
        _ if reading.polarity == model::Polarity::Denied && reading.source.is_some() => {
            counted.max(HEDGED)
        }
        _ => counted,
    }
}

/// How a reading was found.
fn way(views: &[View<'_>], reading: &Reading) -> Way {
    let Heard {
        reader,
        margin,
        deep,
    } = reading.heard;
    let ruled = matches!(reader, Reader::Rule | Reader::Unheard);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a thousand")]
    let share = (confidence(views, reading) * 1000.0) as i32;
    Way {
        language: language(&views[reading.sentence]),
        deep,
        reader,
        grade: if ruled { share } else { margin },
    }
}

/// How what nobody else is named for was found.
fn authors(view: &View<'_>) -> Way {
    Way {
        language: language(view),
        deep: false,
        reader: Reader::Author,
        grade: 0,
    }
}

/// The language a sentence is read in.
fn language(view: &View<'_>) -> Language {
    if view.english() {
        Language::En
    } else {
        view.sentence.language
    }
}

/// Makes claims of the readings of one paragraph.
struct Maker<'m, 'a> {
    document: &'m Document,
    part: usize,
    views: &'m [View<'a>],
    /// Whether the paragraph is a speaker's turn.
    turn: bool,
    /// Where the turn's speaker is named.
    speaker: Option<Span>,
    /// How much the speaker himself weakens each sentence of his turn.
    doubts: Vec<model::Certainty>,
}

impl Maker<'_, '_> {
    /// The part's words.
    fn text(&self) -> &str {
        self.document
            .parts
            .get(self.part)
            .map_or("", |part| &part.text)
    }

    fn claims(&self, readings: &[Reading]) -> Vec<Found> {
        let found = |index: usize| {
            Some(Found {
                claim: self.attributed(readings, index)?,
                head: readings[index].head.clone(),
                way: way(self.views, &readings[index]),
            })
        };
        let mut out: Vec<Found> = (0..readings.len()).filter_map(found).collect();
        let views = self.views.iter().enumerate();
        for (index, view) in views.filter(|(_, view)| !is_section(view.tokens)) {
            let span = view.sentence.span;
            let contrary = contrary::authors(readings, index);
            let attributed = readings
                .iter()
                .filter(|reading| contrary.is_none() || !contrary::is_answered(reading))
                .any(|reading| reading.content.iter().any(|content| content.overlaps(span)));
            let words = self.text();
            let unproven =
                unproven::own(words, view).is_some() && !unproven::is_told(words, view, readings);
            let denies = unproven || untrue::denies(words, view, readings);
            // What a speaker says of others' words is still his own claim, and so is what the author calls false.
            let countered = countered::rest(view, index, readings).map(|answer| [answer]);
            if self.turn || !attributed || denies || countered.is_some() {
                // What he denies or promises himself is no plain statement besides.
                let rest = self
                    .turn
                    .then(|| own::rest(view, index, readings))
                    .flatten();
                let part = rest.as_deref().or(contrary);
                let part = part.or(countered.as_ref().map(<[Span; 1]>::as_slice));
                let halves = view.explained().filter(|_| denies && part.is_none());
                let claims = match halves {
                    Some(halves) => halves.map(|half| self.own(index, Some(&[half]))),
                    None => [self.own(index, part), None],
                };
                out.extend(claims.into_iter().flatten().map(|claim| Found {
                    claim,
                    head: String::new(),
                    way: authors(view),
                }));
            }
        }
        out
    }

    /// The claim of a reading, with its chain of sources.
    fn attributed(&self, readings: &[Reading], index: usize) -> Option<Claim> {
        let reading = &readings[index];
        let view = &self.views[reading.sentence];
        let outer = nest::outer(readings, index);
        let mut certainty = nest::certainty(self.views, reading);
        let mut polarity = reading.polarity;
        let mut content = reading.content.clone();
        // "It is not true, as X suggested, that C": X does not call it so.
        let behind = |cue: Span| content.first().is_some_and(|it| it.end <= cue.start);
        let start = match reading.cue {
            Some(cue) if behind(cue) => view.sentence.span.start,
            _ => content.first().map_or(0, |it| it.start),
        };
        falsity::turned(self.text(), start, &mut content, &mut polarity);
        if let Some(cue) = reading.cue {
            falsity::led(
                self.text(),
                Span::new(view.sentence.span.start, cue.start),
                &mut content,
                &mut polarity,
            );
        }
        let mut chain = Vec::new();
        chain.extend(self.speaker);
        for above in outer {
            certainty = certainty.weaker(readings[above].certainty);
            // Who denies that it was said, denies what was said.
            polarity = polarity.max(readings[above].polarity);
            chain.extend(readings[above].source);
        }
        chain.extend(reading.through);
        let mut named = reading.source;
        for hedge in nest::hedging(readings, reading) {
            certainty = certainty.weaker(hedge.certainty);
            named = named.map(|source| nest::without(self.text(), source, hedge));
        }
        let source = match named {
            Some(span) => Source::Named { span },
            None if reading.own && self.turn => {
                chain.clear();
                Source::Speaker { span: self.speaker }
            }
            None if reading.own => Source::Publisher,
            None => Source::Nobody,
        };
        Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: self.part,
            sentence: view.sentence.span,
            source,
            chain,
            cue: reading.cue,
            content,
            certainty,
            polarity,
            kind: nest::kind(view, reading),
            time: None,
            confidence: way(self.views, reading)
                .confidence()
                .unwrap_or_else(|| confidence(self.views, reading)),
            rule: reading.rule.to_owned(),
        })
    }

    /// The kind of what the author or a speaker says himself.
    fn kind(&self, view: &View<'_>, question: bool) -> Kind {
        match question {
            true => Kind::Question,
            false if self.turn && imperative::is_order(view) => Kind::Order,
            false => Kind::Fact,
        }
    }

    /// What the author (or the speaker of the turn) asserts in sentence `index` himself, or quotes without saying whose
    /// words they are; only a `part` of the sentence where the rest is another's.
    fn own(&self, index: usize, part: Option<&[Span]>) -> Option<Claim> {
        let view = &self.views[index];
        let wordy = view.tokens.iter().filter(|token| token.is_wordy()).count();
        let question = view
            .tokens
            .iter()
            .rev()
            .take(3)
            .any(|token| token.lower.contains('?'));
        // Words in quotation marks that nobody is named for are somebody's, not the author's.
        let quoted =
            view.sentence.setting == Setting::Running && others::whole_quote(view).is_some();
        let words = self.document.parts.get(self.part)?;
        let running = match view.sentence.setting {
            Setting::Running => wordy >= least(view, &words.text, quoted),
            Setting::Turn => wordy >= 1,
            _ => false,
        };
        let noted = view.sentence.span.of(&words.text).is_some_and(is_note);
        if !running || noted || (question && !(self.turn || quoted)) {
            return None;
        }
        let (source, rule, confidence) = if self.turn {
            let span = self.speaker;
            (Source::Speaker { span }, "turn", SPOKEN)
        } else if quoted {
            (Source::Nobody, "quoted", SPOKEN)
        } else {
            let counted = authors(view).confidence();
            (Source::Publisher, "author", counted.unwrap_or(SPOKEN))
        };
        let mut content = match part {
            Some(part) => part.to_vec(),
            None => vec![view.span(view::Run::new(0, view.len())?)?],
        };
        if content.is_empty() {
            return None;
        }
        let mut polarity = model::Polarity::Affirmed;
        let unproven = unproven::own(&words.text, view).filter(|_| part.is_none());
        let untrue = || untrue::own(&words.text, view).filter(|_| part.is_none());
        if let Some(thing) = unproven.or_else(untrue) {
            content = vec![thing];
            polarity = model::Polarity::Denied;
        } else if falsity::own(&words.text, &mut content) {
            polarity = model::Polarity::Denied;
        } else {
            let start = content[0].start;
            falsity::turned(&words.text, start, &mut content, &mut polarity);
        }
        Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: self.part,
            sentence: view.sentence.span,
            source,
            chain: Vec::new(),
            cue: None,
            content: content.clone(),
            certainty: match unproven {
                Some(_) => self.doubts[index].weaker(model::Certainty::Possible),
                None => nest::voiced(view, &content, self.doubts[index]),
            },
            polarity,
            kind: self.kind(view, question),
            time: None,
            confidence,
            rule: rule.to_owned(),
        })
    }
}

/// The least words of an author's sentence that asserts something: two where it quotes somebody or calls a thing false, «Это ложь».
fn least(view: &View<'_>, text: &str, quoted: bool) -> usize {
    let denies = || {
        view.sentence
            .span
            .of(text)
            .and_then(falsity::denied)
            .is_some()
    };
    if quoted || denies() { 2 } else { 3 }
}

/// Whether a sentence is a note of who wrote the speech down, or of the program: "[inaudible]", "<media omitted>",
/// "This message was deleted".
fn is_note(text: &str) -> bool {
    static PROGRAM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:this message was|you) deleted(?: this message)?|(?:media|image|video|audio|sticker|document|gif) omitted|missed (?:voice|video) call|(?:se eliminó|eliminaste|este mensaje fue eliminado|mensaje eliminado|se ha eliminado)(?: este mensaje)?|(?:multimedia|imagen|video|audio|sticker|documento) omitid[oa]|llamada perdida|(?:данное |это )?сообщение (?:было )?удалено|вы удалили (?:данное |это )?сообщение|без медиафайлов|пропущенный (?:аудио|видео)?звонок|messages and calls are end-to-end encrypted.*|los mensajes y las llamadas están cifrados.*|сообщения и звонки защищены.*)$",
        )
    });
    let text = text.trim().trim_end_matches('.');
    (text.starts_with('[') && text.ends_with(']'))
        || (text.starts_with('<') && text.ends_with('>'))
        || PROGRAM.is_match(text)
}

/// Whether the cue can be read in this sort of place at all.
const fn is_noun_like(sort: Sort) -> bool {
    matches!(sort, Sort::Noun | Sort::HedgeAdjective)
}
