//! Properties of claims: for any text, every span lies in its part on character boundaries and holds
//! words, and the same text gives the same claims.

use inquiry::extract;
use model::{Document, Language};
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

/// Checks every span of every claim.
fn sound(text: &str, language: Language) -> Result<(), TestCaseError> {
    let document = Document::of_text("text", text, language);
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
