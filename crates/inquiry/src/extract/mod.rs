//! Documents to facts: claims, mentions, gaps, proceedings, roles and ties.
//!
//! **Invariant.** Every span of every fact lies inside its part on character boundaries; the same
//! document gives the same facts. No time worse than linear in the length of the text.

mod answers;
mod around;
mod aside;
mod claims;
pub mod deep;
mod encoder;
mod gaps;
mod listed;
mod marks;
pub mod names;
mod needs;
mod order;
mod predicate;
mod proceedings;
mod roles;
pub mod tagger;
pub mod text;
mod ties;
mod values;
mod viterbi;
mod whom;

pub use claims::{Reader, Way};
use model::{Claim, Document, Facts, Format, Language, Layer, PartKind, Place, Tie};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// How much work is put into claims and names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// The rules and the small tagger.
    #[default]
    Plain,
    /// Also the deep taggers: of claims in English, of names in Spanish and Russian.
    Deep,
}

/// Everything that can be told from the text of `document`, in text order.
pub fn facts(document: &Document) -> Facts {
    facts_at(document, Depth::Plain)
}

/// The taggers that claims and names are read with.
#[derive(Clone, Copy, Default)]
pub struct Taggers<'t> {
    /// The small one of a language in place of the one that comes with the program.
    pub plain: Option<(Language, &'t tagger::Model<'t>)>,
    /// The deep one of claims, if any; it is for English.
    pub deep: Option<&'t deep::Deep<'t>>,
    /// The deep one of names, if any; it is for Spanish and Russian.
    pub names: Option<&'t names::encoded::Encoded<'t>>,
}

impl Taggers<'static> {
    /// Those that come with the program.
    pub fn shipped(depth: Depth) -> Self {
        match depth {
            Depth::Plain => Self::default(),
            Depth::Deep => Self {
                plain: None,
                deep: deep::Deep::english(),
                names: names::encoded::Encoded::shipped(),
            },
        }
    }
}

impl<'t> Taggers<'t> {
    /// The small one of a language.
    fn plain_of(&self, language: Language) -> Option<&'t tagger::Model<'t>> {
        match self.plain {
            Some((of, model)) if of == language => Some(model),
            _ => tagger::Model::of(language),
        }
    }
}

/// The same with as much work as is asked for.
pub fn facts_at(document: &Document, depth: Depth) -> Facts {
    facts_by(document, &Taggers::shipped(depth))
}

/// The same with these taggers.
pub fn facts_by(document: &Document, taggers: &Taggers<'_>) -> Facts {
    let written = document;
    let read = marks::without(document);
    let document = &*read;
    let mut facts = Facts::none(document.id.clone());
    let sentences = sentences(document);
    facts.mentions = names::mentions(document, &sentences, taggers.names);
    answers::papers(document, &mut facts.mentions);
    for (index, sentences) in sentences.iter().enumerate() {
        let mut found = claims::claims(document, index, sentences, &facts.mentions, taggers);
        claims::times(index, document, sentences, &facts.mentions, &mut found);
        facts.claims.extend(found);
    }
    let scenes = around::scenes(document, &sentences, &facts.mentions, &facts.claims);
    facts.gaps = gaps::gaps(&scenes);
    facts.proceedings = proceedings::proceedings(&scenes);
    facts.roles = roles::roles(&scenes);
    facts.ties = ties::ties(&scenes, &facts.roles);
    let papers = answers::uses(document, &scenes);
    papers_once(&mut facts.ties, papers);
    facts.roles.extend(ties::roles(&facts.ties, &facts.claims));
    take_back(document, &mut facts);
    if matches!(read, Cow::Owned(_)) {
        tidy(written, &mut facts);
    }
    facts
}

/// Adds ties of people with their papers that are not told yet.
fn papers_once(ties: &mut Vec<Tie>, papers: Vec<Tie>) {
    if papers.is_empty() {
        return;
    }
    let key = |tie: &Tie| (tie.from.clone(), tie.to.clone());
    let used = ties.iter().filter(|tie| tie.layer == Layer::Uses);
    let mut known: BTreeSet<_> = used.map(key).collect();
    ties.extend(papers.into_iter().filter(|tie| known.insert(key(tie))));
}

/// Whether a word with a capital is a given name or surname by the lists, and no month, title, body or word that opens
/// sentences.
pub fn is_name_word(word: &str) -> bool {
    names::is_name_word(word)
}

/// Whether a word is a noun for a part in a matter, a trade, a rank or kinship, and no name: alone it names nobody.
pub fn is_noun_word(word: &str) -> bool {
    names::parts::is_noun(word)
}

/// Whether the lists have the word as the name of a place.
pub fn is_place_word(word: &str) -> bool {
    let folded = names::lexicon::fold(word);
    names::lexicon::known(&folded).place
}

/// What stands in text that was taken out or is hidden is on record as such, but gives nobody a part in anything. What
/// protects stays all the same: who may be a victim, his kin, and what is his.
fn take_back(document: &Document, facts: &mut Facts) {
    let unseen = |place: &Place| {
        document
            .parts
            .get(place.part)
            .is_some_and(|part| part.kind == PartKind::Unseen)
    };
    facts
        .roles
        .retain(|said| said.role.protects().is_some() || !unseen(&said.place));
    let protects = |layer| matches!(layer, Layer::Kin | Layer::Uses);
    facts
        .ties
        .retain(|tie| protects(tie.layer) || !unseen(&tie.place));
    facts.proceedings.retain(|step| !unseen(&step.place));
}

/// Names in which marks of layout stood: as they are written in text that may have such marks by chance, with single blanks for
/// them in formats of which they are part.
fn tidy(written: &Document, facts: &mut Facts) {
    let marked = matches!(written.format, Format::Markdown | Format::Transcript);
    for mention in &mut facts.mentions {
        let part = written.parts.get(mention.place.part);
        match part.and_then(|part| mention.place.span.of(&part.text)) {
            Some(text) if !marked => text.clone_into(&mut mention.text),
            _ if mention.text.contains("  ") => {
                let words: Vec<&str> = mention.text.split_whitespace().collect();
                mention.text = words.join(" ");
            }
            _ => {}
        }
    }
}

/// The sentences of each part.
fn sentences(document: &Document) -> Vec<Vec<text::Sentence>> {
    let parts = document.parts.iter();
    parts
        .map(|part| text::sentences(part, document.language))
        .collect()
}

/// Every claim the rules can read, however doubtful, with the head word of its cue: what confidence is
/// counted from.
pub fn candidates(document: &Document) -> Vec<(Claim, String)> {
    let document = &*marks::without(document);
    let mut out = Vec::new();
    for (index, part) in document.parts.iter().enumerate() {
        let sentences = text::sentences(part, document.language);
        let found = claims::candidates(document, index, &sentences);
        out.extend(found.into_iter().map(|found| (found.claim, found.head)));
    }
    out
}

/// The claims of [`facts_by`] in text order, each with how it was read: what confidence is counted from.
pub fn ways(document: &Document, taggers: &Taggers<'_>) -> Vec<(Claim, Way)> {
    let document = &*marks::without(document);
    let sentences = sentences(document);
    let mentions = names::mentions(document, &sentences, taggers.names);
    let found = |(part, sentences): (usize, &Vec<text::Sentence>)| {
        claims::ways(document, part, sentences, &mentions, taggers)
    };
    let all = sentences.iter().enumerate().flat_map(found);
    all.map(|found| (found.claim, found.way)).collect()
}

/// The sentences of `document` as the trained tagger of names sees them, in text order.
pub fn named(document: &Document) -> Vec<names::trained::Passage> {
    let document = &*marks::without(document);
    let sentences = sentences(document);
    names::seen(document, &sentences)
}

/// The paragraphs of `document` as the tagger sees them, in text order.
pub fn passages(document: &Document) -> Vec<tagger::Passage> {
    let document = &*marks::without(document);
    let mut out = Vec::new();
    for part in &document.parts {
        let sentences = text::sentences(part, document.language);
        out.extend(claims::passages(&sentences));
    }
    out
}
