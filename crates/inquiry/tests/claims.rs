//! Properties of claims: for any text, every span lies in its part on character boundaries and holds
//! words, and the same text gives the same claims.

use inquiry::extract;
use model::{Document, DocumentId, EvidenceId, Format, Language, Part, PartKind};
use proptest::prelude::*;

/// Pieces that steer the rules.
const PIECES: &[&str] = &[
    "said ",
    "that ",
    "“",
    "”",
    "\"",
    "'",
    ", ",
    ". ",
    ".",
    "? ",
    "according to ",
    "X ",
    "the ministry ",
    "denied ",
    "was ",
    "told ",
    "to ",
    "— ",
    "- ",
    ": ",
    "\n",
    "\n\n",
    "dijo ",
    "que ",
    "según ",
    "habría ",
    "сказал ",
    "что ",
    "по словам ",
    "якобы ",
    "«",
    "»",
    "É",
    "ё ",
    "(",
    ")",
    "’s ",
    "allegedly ",
    "and ",
    "adding ",
    "is believed to ",
    "’",
    "…",
    "12 ",
    "U.S. ",
    "Mr. ",
    "who ",
    "by ",
    "of ",
    "claim ",
    "alleged ",
    "seems ",
    "said in a statement ",
    "Monday ",
    "fue acusado de ",
    "считается ",
];

fn document(text: &str, language: Language) -> Document {
    let evidence = EvidenceId::of(text.as_bytes());
    Document {
        id: DocumentId::new(&evidence, 0),
        evidence,
        path: None,
        name: "text".to_owned(),
        format: Format::Text,
        title: None,
        language,
        date: None,
        publisher: None,
        parts: vec![Part {
            kind: PartKind::Body,
            label: "body".to_owned(),
            text: text.to_owned(),
            blocks: Vec::new(),
        }],
        contacts: Vec::new(),
        receipt: None,
    }
}

/// Checks every span of every claim.
fn sound(text: &str, language: Language) -> Result<(), TestCaseError> {
    let document = document(text, language);
    let facts = extract::facts(&document);
    prop_assert_eq!(&facts.claims, &extract::facts(&document).claims);
    for claim in &facts.claims {
        prop_assert!(!claim.content.is_empty());
        let spans = claim
            .content
            .iter()
            .chain(&claim.cue)
            .chain(&claim.chain)
            .copied()
            .chain(claim.source.span())
            .chain([claim.sentence]);
        for span in spans {
            let words = span.of(text);
            prop_assert!(
                words.is_some_and(|words| !words.trim().is_empty()),
                "{span:?} of {claim:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_text(text in "\\PC{0,300}", language in 0..4_usize) {
        sound(&text, Language::ALL[language])?;
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), language in 0..4_usize) {
        sound(&pieces.concat(), Language::ALL[language])?;
    }
}
