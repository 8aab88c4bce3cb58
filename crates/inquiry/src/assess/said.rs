//! One claim with what is known about it: what it is about, who is on record, whom it names, whose age it gives.

use super::actors::{self, Bodies};
use super::doer::{Doer, doer};
use super::frame::{Count, Feature, Frame, feature, frame_of};
use super::lexicon;
use super::meet::{concepts, names};
use super::named::Named;
use super::text::Text;
use super::when::Marks;
use crate::fold::{Folded, Word, words};
use model::{
    Claim, Document, EntityId, Facts, Kind, Language, Mention, MentionKind, PartKind, PartialDate,
    Polarity, Resolution, Source,
};
use std::collections::BTreeSet;

/// What a content is about, seen from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The source's own deed: "denied that it paid", "negó haber pagado".
    OwnDeed,
    /// That something was said: "denied that it had said that C".
    Saying,
    /// Anything else.
    Thing,
}

/// A claim with what is known about it.
pub(super) struct Said<'a> {
    pub(super) claim: &'a Claim,
    /// The text of its part.
    pub(super) text: &'a str,
    pub(super) frame: Frame,
    /// Concepts of the content.
    pub(super) concepts: BTreeSet<usize>,
    /// What somebody does, undergoes or holds in it.
    pub(super) acts: BTreeSet<usize>,
    /// Names, countries and cities in it.
    pub(super) names: BTreeSet<Feature>,
    /// The same in the words for its source, where that is a body of a state: "the Holguín court".
    pub(super) seat: BTreeSet<Feature>,
    /// Countries named by the source or before the first event of the content: whose authorities act.
    pub(super) actors: BTreeSet<usize>,
    /// Bodies of a state with their towns.
    pub(super) bodies: Bodies,
    /// Who acts: what stands before the first deed of the content, things left out.
    pub(super) subject: BTreeSet<Feature>,
    /// Who does its first deed, where he is named before it.
    doer: Option<Doer<'a>>,
    /// What sets its event apart from another.
    pub(super) when: Marks,
    /// Days that the content names.
    pub(super) days: BTreeSet<PartialDate>,
    /// Every date of its sentence, however exact, and the time it speaks of; no date of birth.
    pub(super) times: Vec<PartialDate>,
    /// Who is said to have been born when.
    pub(super) born: Option<(&'a EntityId, PartialDate)>,
    /// Who is on record, if it can be told.
    pub(super) source: Option<&'a EntityId>,
    /// The words for whom it goes through and for its source, outermost first.
    pub(super) sources: Vec<&'a str>,
    /// Who published the document.
    pub(super) publisher: Option<&'a str>,
    /// What the words for the source are about.
    pub(super) source_features: BTreeSet<Feature>,
    /// What a denial by its source would be about.
    pub(super) about: About,
    /// Whether the source is a body, not a person.
    body: bool,
    /// Whether the content speaks of somebody by a pronoun before anything else.
    pronoun: bool,
    /// The same behind "that": whoever says it may mean somebody else.
    pub(super) anybody: bool,
    /// People and bodies that the content names.
    pub(super) named: BTreeSet<&'a EntityId>,
    /// How many sources stand between it and the publisher.
    pub(super) depth: usize,
    /// Whose age it gives, if it gives one and it can be told.
    pub(super) aged: Option<&'a EntityId>,
    /// Ages told beside names in its sentence: "Luis Paz, 19,".
    pub(super) beside: Vec<(&'a EntityId, u64)>,
    /// The origin of its document.
    pub(super) origin: Option<usize>,
    pub(super) date: Option<PartialDate>,
    pub(super) language: Language,
    /// Weight of all its features, and of those that hold across languages.
    pub(super) weight: (f64, f64),
}

impl Said<'_> {
    /// Numbers by which claims find each other even where nothing else is alike.
    pub(super) fn telling(&self) -> BTreeSet<u64> {
        self.values()
            .map(|count| count.value)
            .filter(|value| *value >= 15)
            .collect()
    }

    /// Whether the content may be about the source of `denial`, who denies a deed of its own.
    pub(super) fn may_concern(&self, denial: &Said<'_>) -> bool {
        if self
            .doer
            .as_ref()
            .is_some_and(|doer| doer.is_another(denial))
        {
            return false;
        }
        let named = denial
            .source
            .is_some_and(|source| self.named.contains(source));
        if !(named || self.pronoun || self.subject.is_empty()) {
            return !self.subject.is_disjoint(&denial.source_features);
        }
        // Who says it speaks of himself where nobody else is named to have done it.
        let himself = denial.source.is_some() && self.source == denial.source;
        let described = !self.frame.features.is_disjoint(&denial.source_features);
        // "The woman" may be anybody who is named elsewhere; a ministry is nobody else.
        let anybody = denial.source.is_none() && !denial.body;
        named || himself || described || self.pronoun || anybody
    }

    /// Whether two claims are told by two sources, as far as their words and what the case knows of them tell.
    pub(super) fn told_by_another(&self, other: &Self) -> bool {
        let one_person = self.source.is_some() && self.source == other.source;
        let worded = |said: &Self| -> Vec<Vec<Folded>> {
            let sources = said.sources.iter();
            let folded =
                |source: &&str| words(source).into_iter().map(|word| word.folded).collect();
            sources.map(folded).collect()
        };
        !one_person && worded(self) != worded(other)
    }

    /// Whether the source denies it.
    pub(super) fn denied(&self) -> bool {
        self.claim.polarity == Polarity::Denied
    }

    /// Numbers that stand for themselves: no shares, no years, no parts of dates.
    pub(super) fn values(&self) -> impl Iterator<Item = &Count> {
        self.numbers().filter(|count| {
            let percent = matches!(&count.unit, Some(Feature::Stem(unit)) if unit.starts_with("percent") || unit.starts_with("процент"));
            let age = self.frame.age == Some(count.value)
                || self.beside.iter().any(|(_, age)| *age == count.value);
            !(count.share || percent || age)
        })
    }

    /// Every number but years and parts of dates.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &Count> {
        self.frame.counts.iter().filter(|count| {
            let dated =
                matches!(count.unit, Some(Feature::Concept(unit)) if lexicon::is_month(unit));
            !(dated || (1900..=2100).contains(&count.value))
        })
    }
}

/// The claims of one document that state something.
pub(super) fn said<'a>(
    text: &Text<'a>,
    origin: Option<usize>,
    resolution: &'a Resolution,
) -> Vec<Said<'a>> {
    let Some(facts) = text.facts else {
        return Vec::new();
    };
    let mut named = Named::default();
    for mention in &facts.mentions {
        named.add(mention, resolution);
    }
    let told = facts.claims.iter().filter(|claim| claim.kind == Kind::Fact);
    told.filter_map(|claim| {
        let part = text.document.parts.get(claim.part)?;
        // What was taken out of a document neither bears anything out nor contradicts it.
        if part.kind == PartKind::Unseen {
            return None;
        }
        let words = words_of(&part.text, &claim.content);
        let source = on_record(claim, text.document, &part.text);
        let speaker = resolution.of_claim.get(claim.id());
        let is_name = |word: &Word| named.holds(claim.part, word);
        let frame = frame_of(&words, &is_name);
        let born = named.born(claim, &words, speaker);
        let aged = frame.age.and_then(|_| named.aged(claim, &words, speaker));
        let concepts = concepts(&frame);
        Some(Said {
            acts: acts(&concepts),
            concepts,
            names: names(&frame.features),
            seat: seat(source),
            source_features: frame_of_source(source),
            about: about(&words, claim, facts),
            body: is_body(source, &words),
            anybody: is_anybody(&words),
            pronoun: words.first().is_some_and(|word| is_pronoun(&word.folded)),
            named: named.all(claim),
            beside: beside(&part.text, claim, &facts.mentions, resolution),
            actors: actors(source, &words),
            bodies: acting(
                actors::bodies(&words, &is_name),
                &words_at(&part.text, claim.source.span()),
                &is_name,
            ),
            subject: subject(&words, &is_name),
            doer: doer(&words, claim.part, &named, &is_name),
            when: Marks::of(&words),
            days: named.days(claim),
            times: named.times(claim, born),
            born: born.and_then(|(who, _, day)| Some((who?, day))),
            source: speaker,
            sources: sources(&part.text, claim),
            publisher: text.document.publisher.as_deref(),
            depth: claim.chain.len(),
            aged,
            origin,
            date: text.document.date,
            language: text.document.language,
            weight: (0.0, 0.0),
            frame,
            claim,
            text: &part.text,
        })
    })
    .collect()
}

/// The words for who is on record for a claim; none where nobody is named.
fn on_record<'a>(claim: &Claim, document: &'a Document, text: &'a str) -> &'a str {
    let named = match claim.source {
        Source::Publisher => document.publisher.as_deref(),
        _ => claim.source.span().and_then(|span| span.of(text)),
    };
    named.unwrap_or_default()
}

/// Those of the concepts that somebody does, undergoes or holds.
fn acts(concepts: &BTreeSet<usize>) -> BTreeSet<usize> {
    let acts = concepts.iter().copied();
    acts.filter(|one| lexicon::is_act(*one)).collect()
}

/// Whether the first word behind "that" is a pronoun.
fn is_anybody(words: &[Word]) -> bool {
    words
        .iter()
        .find(|word| !matches!(word.folded.as_str(), "that" | "que" | "что"))
        .is_some_and(|word| is_pronoun(&word.folded))
}

/// The bodies of a content; where it names none, that of its source: "the police of Gibara said they had arrested".
fn acting(named: Bodies, source: &[Word], is_name: &dyn Fn(&Word) -> bool) -> Bodies {
    if named.values().all(BTreeSet::is_empty) {
        actors::bodies(source, is_name)
    } else {
        named
    }
}

/// The words of a span, with spans in the text.
fn words_at(text: &str, span: Option<model::Span>) -> Vec<Word> {
    words_of(text, &span.into_iter().collect::<Vec<_>>())
}

/// The words for everybody whom a claim goes through, outermost first.
fn sources<'a>(text: &'a str, claim: &Claim) -> Vec<&'a str> {
    let spans = claim.chain.iter().copied().chain(claim.source.span());
    spans.filter_map(|span| span.of(text)).collect()
}

/// Whether the words for a source, or the pronoun for it in its content, are those of a body.
fn is_body(source: &str, content: &[Word]) -> bool {
    let body = lexicon::named("ministry");
    let described = words(source)
        .iter()
        .any(|word| lexicon::concepts(&word.folded).any(|concept| Some(concept) == body));
    described
        || content
            .iter()
            .take(2)
            .any(|word| matches!(word.folded.as_str(), "it" | "оно"))
}

/// What a claim is about, for who denies it.
fn about(words: &[Word], claim: &Claim, facts: &Facts) -> About {
    if is_saying(words) || is_said(claim, facts) {
        About::Saying
    } else if is_own(words) {
        About::OwnDeed
    } else {
        About::Thing
    }
}

/// Whether a content is that somebody said something.
fn is_saying(words: &[Word]) -> bool {
    const SAYING: [&str; 22] = [
        "said",
        "told",
        "stated",
        "claimed",
        "announced",
        "declared",
        "dicho",
        "dijo",
        "dijera",
        "afirmado",
        "declarado",
        "anunciado",
        "informado",
        "asegurado",
        "говорил",
        "говорила",
        "говорили",
        "говорило",
        "сказал",
        "заявлял",
        "заявляло",
        "утверждало",
    ];
    // Only a few words, who says it, stand before.
    words
        .iter()
        .take(5)
        .any(|word| SAYING.contains(&word.folded.as_str()))
}

/// Whether a denied claim is told inside another denial: what is denied is that it was said.
fn is_said(claim: &Claim, facts: &Facts) -> bool {
    let (Polarity::Denied, Some(cue), false) = (claim.polarity, claim.cue, claim.chain.is_empty())
    else {
        return false;
    };
    facts.claims.iter().any(|outer| {
        outer.part == claim.part
            && outer.sentence == claim.sentence
            && outer.polarity == Polarity::Denied
            && outer.chain.len() < claim.chain.len()
            && outer.content.iter().any(|content| content.contains(cue))
    })
}

/// Ages right behind the names of people in a claim's sentence, between commas or in brackets.
fn beside<'a>(
    text: &str,
    claim: &Claim,
    mentions: &[Mention],
    resolution: &'a Resolution,
) -> Vec<(&'a EntityId, u64)> {
    let sentence = claim.sentence;
    let from = mentions.partition_point(|mention| {
        (mention.place.part, mention.place.span.start) < (claim.part, sentence.start)
    });
    mentions[from..]
        .iter()
        .take_while(|mention| {
            mention.place.part == claim.part && mention.place.span.start < sentence.end
        })
        .filter(|mention| mention.kind == MentionKind::Person)
        .filter_map(|mention| {
            let entity = resolution.of_mention.get(&mention.id)?;
            let rest = text.get(mention.place.span.end..)?;
            let rest = rest
                .strip_prefix(", ")
                .or_else(|| rest.strip_prefix(" ("))?;
            let rest = rest
                .strip_prefix("de ")
                .or_else(|| rest.strip_prefix("aged "))
                .unwrap_or(rest);
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let (age, behind) = rest.split_at_checked(digits)?;
            let ends = [",", ")", " años", " лет", " год", " years", "."];
            let age = age.parse().ok().filter(|age| (10..=99).contains(age))?;
            ends.iter()
                .any(|end| behind.starts_with(end))
                .then_some((entity, age))
        })
        .collect()
}

/// The names in the words for a body of a state; its country says too little.
fn seat(source: &str) -> BTreeSet<Feature> {
    let features = frame_of_source(source);
    let body = |feature: &Feature| matches!(feature, Feature::Concept(concept) if lexicon::is_state_body(*concept));
    let mut held = names(&features);
    held.retain(|name| {
        features.iter().any(body)
            && !matches!(name, Feature::Concept(concept) if lexicon::is_country(*concept))
    });
    held
}

/// What the words for a source are about.
fn frame_of_source(source: &str) -> BTreeSet<Feature> {
    words(source)
        .iter()
        .filter_map(|word| feature(word, false))
        .collect()
}

fn is_pronoun(folded: &str) -> bool {
    matches!(
        folded,
        "he" | "she"
            | "it"
            | "they"
            | "i"
            | "we"
            | "yo"
            | "el"
            | "ella"
            | "ellos"
            | "он"
            | "она"
            | "они"
            | "оно"
            | "я"
            | "мы"
    )
}

/// Who acts: what stands before the first deed, without things, times and adverbs. Nothing where that begins the content.
fn subject(words: &[Word], is_name: &dyn Fn(&Word) -> bool) -> BTreeSet<Feature> {
    const ADVERBS: [&str; 12] = [
        "ever", "even", "still", "already", "also", "only", "never", "siempre", "solo", "todavia",
        "либо", "тоже",
    ];
    let act = |word: &Word| lexicon::concepts(&word.folded).any(lexicon::is_act);
    let Some(first) = words.iter().position(act) else {
        return BTreeSet::new();
    };
    let before = words[..first].iter().enumerate().filter(|(_, word)| {
        !ADVERBS.contains(&word.folded.as_str()) && lexicon::number(&word.folded).is_none()
    });
    before
        .filter_map(|(at, word)| feature(word, at == 0 && !is_name(word)))
        .filter(|feature| !matches!(feature, Feature::Concept(concept) if lexicon::is_no_actor(*concept)))
        .collect()
}

/// Whether the words before the first act are only pronouns and auxiliaries: the source speaks of its own deed.
fn is_own(words: &[Word]) -> bool {
    let leads = |word: &Word| {
        is_pronoun(&word.folded)
            || matches!(
                word.folded.as_str(),
                "that"
                    | "que"
                    | "что"
                    | "had"
                    | "has"
                    | "have"
                    | "having"
                    | "ever"
                    | "haber"
                    | "haya"
                    | "hubiera"
                    | "habia"
                    | "ha"
                    | "was"
                    | "were"
                    | "is"
                    | "been"
                    | "being"
                    | "когда"
                    | "либо"
                    | "se"
                    | "le"
                    | "les"
                    | "lo"
            )
    };
    let act = |word: &Word| lexicon::concepts(&word.folded).any(lexicon::is_act);
    words.iter().find(|word| !leads(word)).is_some_and(act)
}

/// Words of several spans of a text, with spans in the text.
fn words_of(text: &str, spans: &[model::Span]) -> Vec<Word> {
    let mut found = Vec::new();
    for span in spans {
        for mut word in words(span.of(text).unwrap_or_default()) {
            word.span.start += span.start;
            word.span.end += span.start;
            found.push(word);
        }
    }
    found
}

/// Countries in the source's words and in the content before its first event. Whose people act is said there.
fn actors(source: &str, content: &[Word]) -> BTreeSet<usize> {
    let event = |word: &Word| {
        lexicon::concepts(&word.folded).any(|concept| {
            lexicon::is_scope(concept) || Some(concept) == lexicon::named("dismantle")
        })
    };
    let before = content.iter().take_while(|word| !event(word));
    let countries = |word: &Word| {
        lexicon::concepts(&word.folded)
            .filter(|c| lexicon::is_country(*c))
            .collect::<Vec<_>>()
    };
    words(source)
        .iter()
        .flat_map(countries)
        .chain(before.flat_map(countries))
        .collect()
}
