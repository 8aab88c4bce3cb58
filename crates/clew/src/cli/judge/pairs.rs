//! `clew judge CASE pairs`: which entities may be one, for a person to decide.

use super::super::args::Sight;
use super::super::error::Failure;
use super::super::view::{self, View};
use super::super::{filter, out};
use inquiry::resolve::{Candidate, Sign, candidates};
use model::{Anchor, EntityId, Verdict};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use vault::Case;

pub(super) fn list(
    path: &Path,
    name: Option<&str>,
    limit: usize,
    as_json: bool,
) -> Result<(), Failure> {
    let masked = Sight {
        unmask: None,
        who: None,
    };
    let view = view::open(path, &masked, "pairs")?;
    let judged = judged(&Case::open(path)?, &view);
    let all = candidates(
        &view.study.resolution.entities,
        &view.study.network.links,
        &judged,
    );
    let wanted = |pair: &&Candidate| {
        name.is_none_or(|name| {
            [&pair.a, &pair.b].iter().any(|id| {
                view.entity(id)
                    .is_some_and(|entity| filter::is_shown(&view, entity, name))
            })
        })
    };
    let found: Vec<&Candidate> = all.iter().filter(wanted).collect();
    if as_json {
        return found
            .iter()
            .take(limit)
            .try_for_each(|pair| row_json(&view, pair));
    }
    let rows: Vec<_> = found
        .iter()
        .take(limit)
        .map(|pair| {
            let cells = [
                named(&view, &pair.a),
                named(&view, &pair.b),
                words(&pair.speaks_for),
                words(&pair.speaks_against),
            ];
            cells.iter().map(|cell| view.line(cell)).collect()
        })
        .collect();
    out::table(
        &["this", "and this", "speaks for it", "speaks against it"],
        &rows,
        "No two names here are alike enough to ask.",
    )?;
    if found.len() > limit {
        out::line(&format!(
            "{} more: --limit {}",
            found.len() - limit,
            found.len()
        ))?;
    }
    if let Some(first) = found.first() {
        out::line(&format!(
            "Look at both (clew show {0} {1}), then decide: clew judge {0} same {1} {2} --why \"..\"   or not-same, or unsure",
            vault::quoted(path),
            first.a,
            first.b
        ))?;
    }
    Ok(())
}

fn named(view: &View, id: &EntityId) -> String {
    format!("{id} {}", view.shown_name(id))
}

fn words(signs: &[Sign]) -> String {
    let words: Vec<String> = signs.iter().map(|sign| sign.words()).collect();
    words.join("; ")
}

fn row_json(view: &View, pair: &Candidate) -> Result<(), Failure> {
    let words = |signs: &[Sign]| signs.iter().map(|sign| sign.words()).collect::<Vec<_>>();
    let side = |id: &EntityId| json!({"id": id, "name": view.shown_name(id)});
    out::json(&view.mask.json(json!({
        "type": "pair",
        "a": side(&pair.a),
        "b": side(&pair.b),
        "speaks_for": words(&pair.speaks_for),
        "speaks_against": words(&pair.speaks_against),
    })))
}

/// Pairs on which somebody has decided, or which he left open: they are not asked again.
fn judged(case: &Case, view: &View) -> BTreeSet<(EntityId, EntityId)> {
    let mut pairs = BTreeSet::new();
    for judgement in case.judgements() {
        let (Verdict::Same { a, b } | Verdict::NotSame { a, b } | Verdict::Unsure { a, b }) =
            &judgement.verdict
        else {
            continue;
        };
        if let (Some(a), Some(b)) = (held(view, a), held(view, b)) {
            pairs.insert(if a < b { (a, b) } else { (b, a) });
        }
    }
    pairs
}

/// The entity that an anchor means now.
fn held(view: &View, anchor: &Anchor) -> Option<EntityId> {
    let mut mentions = view.study.facts.iter().flat_map(|facts| &facts.mentions);
    let by_place = anchor
        .place
        .as_ref()
        .and_then(|place| mentions.find(|mention| mention.place == *place))
        .and_then(|mention| view.study.resolution.of_mention.get(&mention.id));
    let by_name = || {
        let entities = &view.study.resolution.entities;
        let same =
            |entity: &&model::Entity| entity.kind == anchor.kind && entity.name == anchor.name;
        entities.iter().find(same).map(|entity| entity.id.clone())
    };
    by_place.cloned().or_else(by_name)
}
