//! Hand-made documents and facts for the tests of the stages.

use model::{
    Certainty, Claim, ClaimId, ClaimParts, Document, DocumentId, EvidenceId, Facts, Kind, Language,
    Layer, Mention, MentionId, MentionKind, PartialDate, Place, Polarity, Role, RoleSaid, Source,
    Span, Tie, TimeRef,
};

/// A document with its facts, built by quoting its own words.
#[derive(Clone)]
pub(crate) struct Made {
    pub(crate) document: Document,
    pub(crate) facts: Facts,
}

impl Made {
    /// A text in one part; `seed` gives the identifier.
    pub(crate) fn new(seed: &str, text: &str) -> Self {
        let evidence = EvidenceId::of(seed.as_bytes());
        let id = DocumentId::new(&evidence, 0);
        Self {
            document: Document {
                id: id.clone(),
                evidence,
                ..Document::of_text(&format!("{seed}.txt"), text, Language::En)
            },
            facts: Facts::none(id),
        }
    }

    /// Published on this day by this publisher.
    pub(crate) fn published(mut self, date: &str, publisher: &str) -> Self {
        self.document.date = PartialDate::parse(date);
        self.document.publisher = (!publisher.is_empty()).then(|| publisher.to_owned());
        self
    }

    /// In this language.
    pub(crate) fn in_language(mut self, language: Language) -> Self {
        self.document.language = language;
        self
    }

    /// The `nth` occurrence (from 0) of these words.
    pub(crate) fn span(&self, words: &str, nth: usize) -> Span {
        let text = &self.document.parts[0].text;
        let start = text
            .match_indices(words)
            .nth(nth)
            .unwrap_or_else(|| panic!("{words:?} number {nth} is not in {text:?}"))
            .0;
        Span::new(start, start + words.len())
    }

    pub(crate) fn place(&self, span: Span) -> Place {
        Place {
            document: self.document.id.clone(),
            part: 0,
            span,
        }
    }

    /// A mention of the `nth` occurrence of these words.
    pub(crate) fn mention(&mut self, kind: MentionKind, words: &str, nth: usize) -> MentionId {
        self.valued(kind, words, nth, None)
    }

    /// A mention with a normalised value.
    pub(crate) fn valued(
        &mut self,
        kind: MentionKind,
        words: &str,
        nth: usize,
        value: Option<&str>,
    ) -> MentionId {
        let place = self.place(self.span(words, nth));
        let mention = Mention::new(place, kind, words, value.map(str::to_owned));
        let id = mention.id.clone();
        self.facts.mentions.push(mention);
        id
    }

    pub(crate) fn person(&mut self, words: &str) -> MentionId {
        self.mention(MentionKind::Person, words, 0)
    }

    pub(crate) fn organisation(&mut self, words: &str) -> MentionId {
        self.mention(MentionKind::Organisation, words, 0)
    }

    /// A claim whose content are these words; `source` empty for the author's own.
    pub(crate) fn claim(
        &mut self,
        source: &str,
        content: &str,
        certainty: Certainty,
        polarity: Polarity,
    ) -> ClaimId {
        let content = self.span(content, 0);
        let source = if source.is_empty() {
            Source::Publisher
        } else {
            Source::Named {
                span: self.span(source, 0),
            }
        };
        self.claimed(source, content, certainty, polarity, None)
    }

    /// A claim with everything said.
    pub(crate) fn claimed(
        &mut self,
        source: Source,
        content: Span,
        certainty: Certainty,
        polarity: Polarity,
        time: Option<TimeRef>,
    ) -> ClaimId {
        let text = &self.document.parts[0].text;
        let start = text[..content.start].rfind(". ").map_or(0, |at| at + 2);
        let end = text[content.end..].find('.');
        let sentence = Span::new(start, end.map_or(text.len(), |at| content.end + at + 1));
        let claim = Claim::new(ClaimParts {
            document: self.document.id.clone(),
            part: 0,
            sentence,
            source,
            chain: Vec::new(),
            cue: None,
            content: vec![content],
            certainty,
            polarity,
            kind: Kind::Fact,
            time,
            confidence: 0.9,
            rule: "hand".to_owned(),
        })
        .expect("a sound claim");
        let id = claim.id().clone();
        self.facts.claims.push(claim);
        id
    }

    pub(crate) fn role(
        &mut self,
        who: &MentionId,
        role: Role,
        certainty: Certainty,
        claim: Option<&ClaimId>,
    ) {
        let place = self.of(who);
        self.facts.roles.push(RoleSaid {
            who: who.clone(),
            role,
            place,
            certainty,
            claim: claim.cloned(),
        });
    }

    pub(crate) fn tie(
        &mut self,
        from: &MentionId,
        layer: Layer,
        to: &MentionId,
        certainty: Certainty,
        claim: Option<&ClaimId>,
    ) {
        let place = self.of(from);
        self.facts.ties.push(Tie {
            from: from.clone(),
            to: to.clone(),
            layer,
            place,
            certainty,
            claim: claim.cloned(),
        });
    }

    pub(crate) fn of(&self, mention: &MentionId) -> Place {
        self.facts
            .mentions
            .iter()
            .find(|m| &m.id == mention)
            .expect("a mention of this document")
            .place
            .clone()
    }
}

/// The two slices that the stages take.
pub(crate) fn slices(made: &[Made]) -> (Vec<Document>, Vec<Facts>) {
    made.iter()
        .map(|one| (one.document.clone(), one.facts.clone()))
        .unzip()
}
