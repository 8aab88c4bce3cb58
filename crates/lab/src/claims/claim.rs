//! A claim as people mark it and as the program tells it, in one shape, so that the two can be compared.

use model::{Certainty, Kind, PartialDate, Polarity, Source, Span};

/// Who said what, how sure; spans in bytes of the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// Line of the annotation on which it begins, from 1; 0 for the program's.
    pub(crate) line: usize,
    /// Whose claim it is.
    pub(crate) source: Source,
    /// The source is an unspoken subject: its span is the nearest earlier mention.
    pub(crate) dropped: bool,
    /// Sources outside it, outermost first.
    pub(crate) chain: Vec<Span>,
    /// What ties content to source.
    pub(crate) cue: Option<Span>,
    /// What is claimed, in text order.
    pub(crate) content: Vec<Span>,
    /// As the source voiced it.
    pub(crate) certainty: Certainty,
    /// Which way.
    pub(crate) polarity: Polarity,
    /// What kind of statement.
    pub(crate) kind: Kind,
    /// The time it speaks of.
    pub(crate) time: Option<PartialDate>,
    /// Neither missed when absent nor wrong when found.
    pub(crate) optional: bool,
}

impl Claim {
    /// The program's claim in the common shape.
    pub(crate) fn of(claim: &model::Claim) -> Self {
        Self {
            line: 0,
            source: claim.source.clone(),
            dropped: false,
            chain: claim.chain.clone(),
            cue: claim.cue,
            content: claim.content.clone(),
            certainty: claim.certainty,
            polarity: claim.polarity,
            kind: claim.kind,
            time: claim.time.as_ref().map(|time| time.value),
            optional: false,
        }
    }

    /// Whether it is a plain sentence of the author or of a speaker, which nobody annotates.
    pub(crate) fn is_plain(&self) -> bool {
        let sure = self.certainty == Certainty::Stated && self.polarity == Polarity::Affirmed;
        match self.source {
            Source::Publisher => sure,
            Source::Speaker { .. } => sure && self.kind == Kind::Fact,
            Source::Named { .. } | Source::Nobody => false,
        }
    }

    /// The words it is shown with.
    pub(crate) fn show(&self, text: &str) -> String {
        let joined = |spans: &[Span]| {
            let pieces: Vec<&str> = spans.iter().filter_map(|span| span.of(text)).collect();
            pieces.join(" ~ ")
        };
        let source = match (&self.source, self.source.span()) {
            (_, Some(span)) => joined(&[span]),
            (Source::Publisher, None) => "publisher".to_owned(),
            (Source::Speaker { .. }, None) => "speaker".to_owned(),
            (_, None) => "nobody".to_owned(),
        };
        let cue: Vec<Span> = self.cue.into_iter().collect();
        format!(
            "[{source}] <{}> {} = {} {} {}",
            joined(&cue),
            joined(&self.content),
            self.certainty,
            self.polarity,
            self.kind
        )
    }
}
