//! Findings: what does not agree, what agrees, what drifted, what is not known, who is charged.

use super::text::{Mark, Name};
use super::{CaseFile, Cite, Desk, DriftLine, FindingLine, GapLine, OriginLine, ProceedingLine};
use model::{ClaimId, Facts, Finding, FindingKind, Place, Proceeding, Span};

/// One step to a claim, if it is in the case file.
pub(super) fn cite_claim(desk: &Desk<'_>, claim: &ClaimId) -> Option<Cite> {
    let (_, found) = desk.claims.get(claim)?;
    Some(Cite {
        anchor: claim.to_string(),
        file: desk.places.file(&found.document),
    })
}

/// Puts findings on claims into the case file, and a note of them beside each claim.
pub(super) fn on_claims(desk: &mut Desk<'_>, case: &mut CaseFile) {
    for finding in &desk.study.assessment.findings {
        let what = match finding.kind() {
            FindingKind::Corroboration { origins } => format!("{origins} independent origins"),
            FindingKind::Contradiction { aspect } => aspect.to_string(),
            FindingKind::TwoSided => String::new(),
            FindingKind::Drift | FindingKind::Gap { .. } | FindingKind::Proceeding { .. } => {
                continue;
            }
        };
        let line = line(desk, finding, what);
        let word = finding.kind().as_str();
        for &claim in &line.claims {
            case.claims[claim].findings.push((line.id.clone(), word));
        }
        match finding.kind() {
            FindingKind::Corroboration { .. } => case.corroborations.push(line),
            FindingKind::Contradiction { .. } => case.contradictions.push(line),
            _ => case.two_sided.push(line),
        }
    }
}

fn line(desk: &mut Desk<'_>, finding: &Finding, what: String) -> FindingLine {
    let claims = finding
        .claims()
        .iter()
        .filter_map(|id| desk.claims.get(id).map(|(at, _)| *at))
        .collect();
    FindingLine {
        id: finding.id().to_string(),
        what,
        summary: finding.summary().to_owned(),
        claims,
        cites: finding
            .places()
            .iter()
            .map(|place| desk.places.cite(place))
            .collect(),
    }
}

/// Origins with more than one document.
pub(super) fn origins(desk: &Desk<'_>) -> Vec<OriginLine> {
    let origins = desk.study.assessment.origins.iter().enumerate();
    origins
        .filter(|(_, origin)| origin.documents.len() > 1)
        .map(|(at, origin)| OriginLine {
            number: at + 1,
            documents: origin
                .documents
                .iter()
                .map(|id| desk.places.document(id))
                .collect(),
            reasons: origin.reasons.clone(),
            drifts: origin
                .drifts
                .iter()
                .map(|drift| DriftLine {
                    what: drift.what.clone(),
                    from: desk.places.document(&drift.before.document),
                    to: drift
                        .after
                        .as_ref()
                        .map(|place| desk.places.document(&place.document)),
                    before: exact(desk, &drift.before),
                    after: drift.after.as_ref().map(|place| exact(desk, place)),
                })
                .collect(),
        })
        .collect()
}

/// The words at a place without what is around them.
fn exact(desk: &Desk<'_>, place: &Place) -> super::Passage {
    desk.places
        .passage(&place.document, place.part, place.span, std::iter::empty())
}

/// What the evidence says is not known, in the order of the documents.
pub(super) fn gaps(desk: &Desk<'_>) -> Vec<GapLine> {
    let places = &desk.places;
    let gaps = desk.study.facts.iter().flat_map(|facts| &facts.gaps);
    gaps.map(|gap| {
        let place = &gap.place;
        let words = |span: Option<Span>| {
            span.map(|span| places.words(&place.document, place.part, span).to_owned())
        };
        let sentence = places.sentence(place);
        let marks = [
            Some((gap.cue, Mark::Cue)),
            gap.about.map(|span| (span, Mark::Content)),
        ];
        GapLine {
            id: gap.id.to_string(),
            kind: gap.kind.as_str(),
            sentence: places.passage(
                &place.document,
                place.part,
                sentence,
                marks.into_iter().flatten(),
            ),
            about: words(gap.about),
            by: words(gap.by),
            document: places.document(&place.document),
            place: places.label(&place.document, place.part, place.span),
        }
    })
    .collect()
}

/// Steps of proceedings, those against one person together, in the order of the stages.
pub(super) fn proceedings(desk: &mut Desk<'_>) -> Vec<ProceedingLine> {
    let study = desk.study;
    let mut lines = Vec::new();
    for facts in &study.facts {
        for step in &facts.proceedings {
            lines.push(proceeding(desk, facts, step));
        }
    }
    lines.sort_by_key(|line| {
        let who = line.who.as_ref();
        let entity = who.and_then(|name| name.entity.clone());
        (entity.is_none(), entity, line.rank, line.id.clone())
    });
    lines
}

fn proceeding(desk: &mut Desk<'_>, facts: &Facts, step: &Proceeding) -> ProceedingLine {
    let place = &step.place;
    let words = |span: Span| {
        desk.places
            .words(&place.document, place.part, span)
            .to_owned()
    };
    let who = step.who.map(|span| {
        let named = facts.mentions.iter().filter(|mention| {
            mention.place.part == place.part && mention.place.span.overlaps(span)
        });
        let known = named.filter_map(|mention| desk.study.resolution.of_mention.get(&mention.id));
        let people = known.collect::<std::collections::BTreeSet<_>>();
        // Several people in one phrase stay a phrase.
        match people.first() {
            Some(id) if people.len() == 1 => desk.name(id),
            _ => Name {
                text: words(span),
                ..Name::default()
            },
        }
    });
    let (by, offence) = (step.by.map(words), step.offence.map(words));
    let claim = step.claim.as_ref().and_then(|id| cite_claim(desk, id));
    let cite = claim.unwrap_or_else(|| desk.places.cite(place));
    ProceedingLine {
        id: step.id.to_string(),
        who,
        rank: model::Stage::ALL
            .iter()
            .position(|stage| *stage == step.stage)
            .unwrap_or(0),
        stage: step.stage.as_str(),
        by,
        offence,
        certainty: step.certainty.as_str(),
        cite,
    }
}
