//! The claims, each with its sentence, its place and everybody it went through.

use super::text::{Mark, Name};
use super::{ClaimLine, Desk};
use model::{Claim, EntityId, Place, Source, Span};

/// All claims, in the order of the documents.
pub(super) fn lines(desk: &Desk<'_>) -> Vec<ClaimLine> {
    desk.study
        .facts
        .iter()
        .flat_map(|facts| &facts.claims)
        .map(|claim| line(desk, claim))
        .collect()
}

fn line(desk: &Desk<'_>, claim: &Claim) -> ClaimLine {
    let places = &desk.places;
    let place = claim.place();
    let chain = chain(desk, claim);
    let source = claim.source.span().map(|span| (span, Mark::Source));
    let marks = claim
        .content
        .iter()
        .map(|span| (*span, Mark::Content))
        .chain(claim.cue.map(|span| (span, Mark::Cue)))
        .chain(source);
    ClaimLine {
        id: claim.id().to_string(),
        document: places.document(&claim.document),
        place: places.label(&claim.document, claim.part, place.span),
        sentence: places.passage(&claim.document, claim.part, claim.sentence, marks),
        source: chain.last().cloned().unwrap_or_default(),
        chain,
        certainty: claim.certainty.as_str(),
        polarity: claim.polarity.as_str(),
        kind: claim.kind.as_str(),
        time: claim.time.as_ref().map(|time| time.value.to_string()),
        authors: claim.is_authors(),
        reading: format!("{:.0}", claim.confidence * 100.0),
        findings: Vec::new(),
    }
}

/// Publisher first, the source who is on record last.
fn chain(desk: &Desk<'_>, claim: &Claim) -> Vec<Name> {
    let document = &desk
        .study
        .documents
        .get(desk.places.document(&claim.document));
    let publisher = document.and_then(|document| document.publisher.clone());
    let plain = |text: String| Name {
        text,
        ..Name::default()
    };
    let mut chain = vec![plain(
        publisher.unwrap_or_else(|| "publisher not stated".to_owned()),
    )];
    let named = |span: Span| {
        let place = Place {
            document: claim.document.clone(),
            part: claim.part,
            span,
        };
        desk.named.get(&place).copied()
    };
    let written = |span: Span| {
        desk.places
            .words(&claim.document, claim.part, span)
            .to_owned()
    };
    for &span in &claim.chain {
        chain.push(called(desk, written(span), named(span)));
    }
    let source = claim.source.span();
    let known = desk.study.resolution.of_claim.get(claim.id());
    let known = known.or_else(|| source.and_then(named));
    let written = source.map(written);
    match (&claim.source, written, known) {
        (Source::Publisher, ..) => {}
        (_, Some(written), known) => chain.push(called(desk, written, known)),
        (Source::Nobody, ..) => chain.push(plain("nobody named".to_owned())),
        (_, None, Some(known)) => chain.push(desk.name(known)),
        (_, None, None) => chain.push(plain("a speaker without a name".to_owned())),
    }
    chain
}

/// Somebody as the text calls him and, where it is known who he is, by his fullest name.
fn called(desk: &Desk<'_>, written: String, known: Option<&EntityId>) -> Name {
    let Some(known) = known else {
        return Name {
            text: written,
            ..Name::default()
        };
    };
    let mut name = desk.name(known);
    if name.text.to_lowercase() != written.to_lowercase() {
        name.text = format!("{} (\u{201c}{written}\u{201d})", name.text);
    }
    name
}
