//! Who was named before a sentence, and who goes on acting in it without being named again.

use super::gender::gender;
use super::{heard, row};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::fold::Gender;
use model::{Mention, Span};
use std::sync::LazyLock;

/// People whom the sentences before name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Near<'a> {
    /// Those of the last sentence that names any, in text order.
    pub(crate) last: Vec<&'a Mention>,
    /// Those of the one before that, who are not among the last.
    pub(super) far: Vec<&'a Mention>,
    /// Those of the last to whom others turned, or who deceived others: what is told next is not told of them.
    pub(super) helpers: Vec<&'a Mention>,
}

/// A sentence that leaves its subject out, or has a pronoun for it, up to the verb: "He took", "Le quitó", «Она забрала».
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    const WHEN: &str = r"(?:(?:then|later|there|soon|afterwards|once there|luego|después|allí|ahí|entonces|más tarde|también|una vez allí|потом|затем|там|позже|тогда|(?:in|on|en|al|tras|desde|в|во|на) [\p{L}\d ]{1,30}?),? )*";
    pattern(&format!(
        r"(?i)^[^\p{{L}}]*{WHEN}(?:(?P<pron>s?he|él|ella|он|она)(?: (?:then|later|also|soon|had|has|also|luego|después|también|потом|затем|там|тоже|сам[аи]?))* (?:[^.;:]{{2,80}}? (?:and|y|и)(?: then| later| luego| después| потом| затем)? )?|(?P<bare>(?:[^.;:,]{{2,80}}?,? (?:y|и) )?))$"
    ))
});

/// Words of somebody else who acts or speaks in between.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:they|that|who|which|said|says|told|police|officers?|que|quien(?:es)?|dij(?:o|eron)|contó|policía|agentes?|что|котор\p{L}+|сказал\p{L}*|рассказал\p{L}*|полици\p{L}+|они)(?:$|[^\p{L}])",
    )
});

/// Who is said to deceive or take somebody, before and behind his name: "engañado por X", "X promised her work".
static DECEIVES: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    (
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:(?:engañ|capt|reclut|vend|llev|contrat|convenc|atra[ií])(?:ad|id)[oa]s? por|(?:deceived|lured|recruited|tricked|hired|brought|taken|sold|persuaded) (?:\p{L}+ ){0,3}?by|(?:завербован|обманут|продан|увез[её]н|привез[её]н)\p{L}*) (?:\p{Ll}+ ){0,3}$",
        ),
        pattern(
            r"(?i)^,?(?: (?:who|que|had|has|also|había|ha|también|тоже))* (?:(?:promised|offered|told|hired|persuaded|lured|assured|brought|took|invited) (?:her|him|them)|(?:le|les|la|lo|los|las) (?:había |ha )?(?:promet|ofrec|convenc|asegur|contrat|llev|tra[jí]|invit|engañ)\p{L}+|(?:по)?обеща[лв]\p{L}* (?:ей|ему|им)|предложил\p{L}* (?:ей|ему|им)|(?:уговорил|пригласил|привез|привёз|нанял)\p{L}* (?:её|ее|его|их))",
        ),
    )
});

/// Whether the sentence says that somebody deceives others, so that what is done next is not done to him.
fn deceives(scene: &Scene<'_>, who: &Mention) -> bool {
    let own = who.place.span;
    let before = scene.at(Span::new(
        scene.sentence.span.start.min(own.start),
        own.start,
    ));
    DECEIVES.0.is_match(before) || DECEIVES.1.is_match(scene.at(scene.rest(own.end)))
}

impl<'a> Near<'a> {
    /// Those of one sentence, with nobody before.
    pub(crate) fn of(last: &[&'a Mention]) -> Self {
        Self {
            last: last.to_vec(),
            ..Self::default()
        }
    }

    /// Keeps the people of a sentence that names any for the pronouns of the next.
    pub(crate) fn keep(&mut self, scene: &Scene<'a>) {
        if self
            .last
            .first()
            .is_some_and(|who| who.place.part != scene.part)
        {
            *self = Self::default();
        }
        if scene.is_told() && scene.people().next().is_some() {
            let before = std::mem::replace(&mut self.last, scene.people().collect());
            self.helpers = scene
                .people()
                .filter(|who| heard::helps(scene, who) || deceives(scene, who))
                .collect();
            let again = |who: &&Mention| self.last.iter().any(|one| one.text == who.text);
            self.far = before.into_iter().filter(|who| !again(who)).collect();
        }
    }

    /// Who acts in a sentence that names nobody before a verb in the singular at `start`: the subject of the sentence before.
    pub(super) fn goes_on(
        &self,
        scene: &Scene<'a>,
        verb: Span,
        start: usize,
    ) -> Option<&'a Mention> {
        let lead = Span::new(scene.sentence.span.start, start);
        let named = scene.people().any(|who| who.place.span.end <= start);
        let words = scene.at(lead);
        if named || row::is_plural(scene.at(verb)) || OTHERS.is_match(words) {
            return None;
        }
        let hit = GOES_ON.captures(words)?;
        let pron = hit.name("pron").map_or("", |pron| pron.as_str());
        // In English no sentence goes on without a pronoun.
        if pron.is_empty() && (row::is_english(scene, verb) || hit.name("bare").is_none()) {
            return None;
        }
        let own = Gender::of_pronoun(pron);
        self.last.iter().copied().find(|who| {
            who.place.part == scene.part && own.fits(gender(who)) && row::acts(scene, who)
        })
    }
}
