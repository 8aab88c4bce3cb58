//! Filters over a study, as analysts ask for them.
//!
//! A filter by words sees what the reader sees: masked text. A filter that saw protected names would tell which
//! pseudonym a name belongs to. Protected people are found by identifier or pseudonym, by name with `--unmask`.

use super::args::{Claims, Links};
use super::error::Failure;
use super::view::{View, is_document};
use model::{Claim, Document, Entity, EntityId, Interval, Link, PartialDate};

/// Whether `wanted` means this entity for somebody who sees it through the view's mask.
pub(super) fn is_shown(view: &View, entity: &Entity, wanted: &str) -> bool {
    match view.mask.pseudonym(&entity.id) {
        Some(label) => {
            entity.id.as_str() == wanted || label.to_lowercase().contains(&wanted.to_lowercase())
        }
        None => is_entity(entity, wanted),
    }
}

/// Whether `name` (or an identifier) means this entity.
pub(super) fn is_entity(entity: &Entity, wanted: &str) -> bool {
    let holds = |text: &str| text.to_lowercase().contains(&wanted.to_lowercase());
    entity.id.as_str() == wanted
        || holds(&entity.name)
        || entity
            .aliases
            .iter()
            .chain(&entity.identifiers)
            .any(|alias| holds(alias))
}

/// The name or number of the claim's source, as shown.
pub(super) fn source_name(view: &View, claim: &Claim) -> String {
    if let Some(span) = claim.source.span() {
        let text = view.span(&claim.document, claim.part, span).to_owned();
        let resolved = view
            .study
            .resolution
            .of_claim
            .get(claim.id())
            .map(|id| view.entity_name(id));
        return match resolved {
            Some(name) if name != text => format!("{text} [{name}]"),
            _ => text,
        };
    }
    match claim.source {
        model::Source::Publisher => view
            .document(&claim.document)
            .and_then(|document| document.publisher.clone())
            .map_or_else(
                || "the author".to_owned(),
                |publisher| format!("{publisher} (author)"),
            ),
        model::Source::Speaker { .. } => "unnamed speaker".to_owned(),
        _ => "nobody named".to_owned(),
    }
}

/// The words of a claim's content, interruptions marked.
pub(super) fn content(view: &View, claim: &Claim) -> String {
    let words: Vec<&str> = claim
        .content
        .iter()
        .map(|span| view.span(&claim.document, claim.part, *span))
        .collect();
    words.join(" […] ")
}

/// Whether claims were filtered at all.
pub(super) fn any(it: &Claims) -> bool {
    let words = [&it.source, &it.person, &it.document, &it.text];
    words.into_iter().any(Option::is_some)
        || !it.certainty.is_empty()
        || it.polarity.is_some()
        || it.kind.is_some()
        || it.since.is_some()
        || it.until.is_some()
}

/// Whether a claim passes the filters.
pub(super) fn keeps(view: &View, it: &Claims, claim: &Claim) -> bool {
    let Some(document) = view.document(&claim.document) else {
        return false;
    };
    let holds = |text: &str, wanted: &str| text.to_lowercase().contains(&wanted.to_lowercase());
    (it.authors || !claim.is_authors())
        && (it.certainty.is_empty() || it.certainty.contains(&claim.certainty))
        && it.polarity.is_none_or(|wanted| claim.polarity == wanted)
        && it.kind.is_none_or(|wanted| claim.kind == wanted)
        && it
            .document
            .as_ref()
            .is_none_or(|wanted| is_document(document, wanted))
        && in_time(document, it.since, it.until)
        && it
            .source
            .as_ref()
            .is_none_or(|wanted| holds(&view.line(&source_name(view, claim)), wanted))
        && it
            .text
            .as_ref()
            .is_none_or(|wanted| holds(&view.line(&content(view, claim)), wanted))
        && it
            .person
            .as_ref()
            .is_none_or(|wanted| is_about(view, claim, wanted))
}

/// Whether a document's date lies in a range; one without a date is in no range.
fn in_time(document: &Document, since: Option<PartialDate>, until: Option<PartialDate>) -> bool {
    if since.is_none() && until.is_none() {
        return true;
    }
    document.date.is_some_and(|date| {
        since.is_none_or(|since| date >= since || date.may_equal(since))
            && until.is_none_or(|until| date <= until || date.may_equal(until))
    })
}

/// Refuses a range that ends before it begins: nothing lies in it, which would look like an answer.
pub(super) fn in_order(
    since: Option<PartialDate>,
    until: Option<PartialDate>,
) -> Result<(), Failure> {
    match (since, until) {
        (Some(since), Some(until)) if until < since && !until.may_equal(since) => Err(
            Failure::usage(format!("--until {until} lies before --since {since}"))
                .hint(format!("--since {until} --until {since}")),
        ),
        _ => Ok(()),
    }
}

/// Whether a claim is by this person, or he is named in its sentence, source or content.
///
/// Where nobody was recognised in the words, they are compared as they are shown.
fn is_about(view: &View, claim: &Claim, wanted: &str) -> bool {
    let meant = |id: &EntityId| {
        view.entity(id)
            .is_some_and(|entity| is_shown(view, entity, wanted))
    };
    if view
        .study
        .resolution
        .of_claim
        .get(claim.id())
        .is_some_and(meant)
    {
        return true;
    }
    let spans = || {
        let source = claim.source.span();
        let all = claim
            .content
            .iter()
            .copied()
            .chain(source)
            .chain([claim.sentence]);
        // A speaker is named outside the sentence, and words may run over several.
        all.filter(move |span| *span == claim.sentence || !claim.sentence.contains(*span))
    };
    let facts = view
        .study
        .facts
        .iter()
        .find(|facts| facts.document == claim.document);
    let named = facts.is_some_and(|facts| {
        facts.mentions.iter().any(|mention| {
            mention.place.part == claim.part
                && spans().any(|span| span.contains(mention.place.span))
                && view
                    .study
                    .resolution
                    .of_mention
                    .get(&mention.id)
                    .is_some_and(meant)
        })
    });
    let wanted = wanted.to_lowercase();
    named
        || spans().any(|span| {
            let words = view.span(&claim.document, claim.part, span);
            view.line(words).to_lowercase().contains(&wanted)
        })
}

/// Whether a link passes the filters.
pub(super) fn keeps_link(view: &View, it: &Links, link: &Link) -> bool {
    let meant = |id: &EntityId, wanted: &str| {
        view.entity(id)
            .is_some_and(|entity| is_shown(view, entity, wanted))
    };
    it.layer.is_none_or(|layer| link.layer == layer)
        && (it.certainty.is_empty()
            || link
                .certainty
                .is_some_and(|certainty| it.certainty.contains(&certainty)))
        && it
            .person
            .as_ref()
            .is_none_or(|wanted| meant(&link.from, wanted) || meant(&link.to, wanted))
        && in_range(&link.interval, it.since, it.until)
}

/// Whether an interval lasted to `since` and began by `until`; one of no known time is in no range.
pub(super) fn in_range(
    interval: &Interval,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
) -> bool {
    let day = |text: &Option<String>| {
        text.as_ref()
            .map(|text| text.chars().take(10).collect::<String>())
    };
    since.is_none_or(|since| day(&interval.last).is_some_and(|last| last >= since.to_string()))
        && until.is_none_or(|until| {
            // "2024" as an end takes in all of 2024.
            day(&interval.first).is_some_and(|first| {
                first <= until.to_string() || first.starts_with(&until.to_string())
            })
        })
}

/// Refuses a layer that a file of edges does not have.
pub(super) fn known_layers(asked: &[String], there: &[String]) -> Result<(), Failure> {
    let unknown = asked.iter().find(|layer| !there.contains(layer));
    unknown.map_or(Ok(()), |unknown| {
        let hint = match there {
            [] => "it names no layers".to_owned(),
            names => format!("one of: {}", names.join(", ")),
        };
        Err(Failure::case(format!("there is no layer {unknown:?} in this file")).hint(hint))
    })
}
