//! `clew claims`, `entities`, `links`, `findings`: lists with filters.

use super::args::{Claims, Entities, Findings, Links};
use super::error::Failure;
use super::view::{self, View, is_document, one_line};
use super::{filter, out};
use crate::export::rows::{self, Lookup};
use crate::redact::Redacted;
use model::{Finding, FindingKind, Place};
use std::path::Path;

/// Cuts a list to `limit` and tells how many it left out.
fn cut<T>(mut all: Vec<T>, limit: Option<usize>) -> (Vec<T>, usize) {
    let left_out = limit.map_or(0, |limit| all.len().saturating_sub(limit));
    all.truncate(all.len() - left_out);
    (all, left_out)
}

/// What was asked for, for what is said of the answer.
struct Asked<'it> {
    /// The case.
    case: &'it Path,
    /// What is listed.
    what: &'static str,
    /// Whether a filter was given.
    filtered: bool,
    /// The filter that takes identifiers, where a name was given.
    named: Option<&'static str>,
}

impl Asked<'_> {
    /// What is said where nothing is listed.
    fn nothing(&self) -> Result<String, Failure> {
        let what = self.what;
        if view::is_empty(self.case)? {
            let next = view::add_first(self.case);
            return Ok(format!("No {what}: the case is empty.\nNext: {next}"));
        }
        let (found, more) = if self.filtered {
            ("match", "Fewer filters show more; ")
        } else {
            ("were found", "")
        };
        let case = vault::quoted(self.case);
        Ok(format!(
            "No {what} {found}. {more}clew status {case} says what was read."
        ))
    }

    /// What is said wherever a name was given, whoever bears it: that it was said would else tell who is protected.
    fn of_names(&self) -> Option<String> {
        self.named.map(|by| {
            format!(
                "Names of protected people are matched against masked text: {by} with the e-.. identifier finds them, or --unmask WHY."
            )
        })
    }
}

/// Prints the rows, as JSON Lines or as a table with the count below.
fn print(
    view: &View,
    json: bool,
    head: &[&str],
    rows: Vec<(serde_json::Value, Vec<String>)>,
    left_out: usize,
    asked: &Asked<'_>,
) -> Result<(), Failure> {
    if json {
        for (value, _) in rows {
            out::json(&view.mask.json(value))?;
        }
        return Ok(());
    }
    let cells: Vec<Vec<Redacted<String>>> = rows
        .iter()
        .map(|(_, row)| row.iter().map(|cell| view.line(cell)).collect())
        .collect();
    if cells.is_empty() {
        out::line(&asked.nothing()?)?;
    } else {
        out::table(head, &cells, "")?;
        let rest = if left_out > 0 {
            format!(", {left_out} more left out by --limit")
        } else {
            String::new()
        };
        out::line(&format!(
            "{} {}{rest}. clew show CASE ID opens one.",
            cells.len(),
            asked.what
        ))?;
    }
    let told = asked.of_names().filter(|_| view.unmasking.is_none());
    Ok(told.map_or(Ok(()), |told| out::line(&told))?)
}

pub(super) fn claims(it: &Claims, json: bool) -> Result<(), Failure> {
    filter::in_order(it.since, it.until)?;
    let view = view::open(&it.case, &it.sight, "claims")?;
    let all = view.study.facts.iter().flat_map(|facts| &facts.claims);
    let (kept, left_out) = cut(
        all.filter(|claim| filter::keeps(&view, it, claim))
            .collect(),
        it.limit,
    );
    let at = Lookup::of(&view.study);
    let rows = kept
        .into_iter()
        .map(|claim| {
            let row = vec![
                claim.id().to_string(),
                one_line(&view.mask, &filter::source_name(&view, claim), 40),
                format!(
                    "{}{}",
                    claim.certainty,
                    if claim.polarity == model::Polarity::Denied {
                        ", denied"
                    } else {
                        ""
                    }
                ),
                claim.kind.to_string(),
                one_line(&view.mask, &filter::content(&view, claim), 160),
                view.file_of(&claim.document, claim.part),
            ];
            (rows::claim(&at, claim), row)
        })
        .collect();
    print(
        &view,
        json,
        &["id", "source", "how sure", "kind", "what", "where"],
        rows,
        left_out,
        &Asked {
            case: &it.case,
            what: "claims",
            filtered: filter::any(it),
            named: it
                .person
                .as_ref()
                .or(it.source.as_ref())
                .map(|_| "--person"),
        },
    )
}

pub(super) fn entities(it: &Entities, json: bool) -> Result<(), Failure> {
    let view = view::open(&it.case, &it.sight, "entities")?;
    let wanted = |document: &str, id: &model::DocumentId| {
        view.document(id)
            .is_some_and(|found| is_document(found, document))
    };
    let all = view.study.resolution.entities.iter().filter(|entity| {
        it.kind.is_none_or(|kind| entity.kind == kind)
            && it
                .role
                .is_none_or(|role| entity.roles.iter().any(|held| held.role == role))
            && it
                .name
                .as_ref()
                .is_none_or(|name| filter::is_shown(&view, entity, name))
            && it
                .document
                .as_ref()
                .is_none_or(|document| entity.documents.iter().any(|id| wanted(document, id)))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|entity| {
        (
            entity.kind,
            std::cmp::Reverse(entity.documents.len()),
            entity.name.clone(),
            entity.id.clone(),
        )
    });
    let (kept, left_out) = cut(all, it.limit);
    let at = Lookup::of(&view.study);
    let rows = kept
        .into_iter()
        .map(|entity| {
            let roles: Vec<String> = entity
                .roles
                .iter()
                .map(|held| format!("{} ({})", held.role, held.certainty))
                .collect();
            let row = vec![
                entity.id.to_string(),
                entity.kind.to_string(),
                one_line(&view.mask, &entity.name, 60),
                one_line(&view.mask, &view.shown_aliases(entity), 60),
                roles.join(", "),
                if entity.is_protected() {
                    "protected".to_owned()
                } else {
                    String::new()
                },
                entity.documents.len().to_string(),
            ];
            (rows::entity(&at, entity), row)
        })
        .collect();
    let head = ["id", "kind", "name", "also", "said to be", "", "documents"];
    let asked = Asked {
        case: &it.case,
        what: "entities",
        filtered: it.kind.is_some()
            || it.role.is_some()
            || it.name.is_some()
            || it.document.is_some(),
        named: it.name.as_ref().map(|_| "--name"),
    };
    print(&view, json, &head, rows, left_out, &asked)
}

pub(super) fn links(it: &Links, json: bool) -> Result<(), Failure> {
    filter::in_order(it.since, it.until)?;
    let view = view::open(&it.case, &it.sight, "links")?;
    let all = view.study.network.links.iter();
    let (kept, left_out) = cut(
        all.filter(|link| filter::keeps_link(&view, it, link))
            .collect(),
        it.limit,
    );
    let at = Lookup::of(&view.study);
    let rows = kept
        .into_iter()
        .map(|link| {
            let sure = match link.certainty {
                Some(certainty) if link.alleged_only => format!("{certainty}, only alleged"),
                Some(certainty) => certainty.to_string(),
                None if link.contacts.is_empty() => "not said".to_owned(),
                None => "contacts".to_owned(),
            };
            let denied = if link.denied { ", denied by some" } else { "" };
            let row = vec![
                link.id.to_string(),
                one_line(&view.mask, &view.entity_name(&link.from), 40),
                link.layer.to_string(),
                one_line(&view.mask, &view.entity_name(&link.to), 40),
                link.weight.to_string(),
                format!("{sure}{denied}"),
                interval(&link.interval),
            ];
            (rows::link(&at, link), row)
        })
        .collect();
    let head = ["id", "from", "layer", "to", "weight", "how sure", "when"];
    let asked = Asked {
        case: &it.case,
        what: "links",
        filtered: it.layer.is_some()
            || it.person.is_some()
            || !it.certainty.is_empty()
            || it.since.is_some()
            || it.until.is_some(),
        named: it.person.as_ref().map(|_| "--person"),
    };
    print(&view, json, &head, rows, left_out, &asked)
}

/// An interval in days.
pub(super) fn interval(interval: &model::Interval) -> String {
    let day = |text: &str| text.chars().take(10).collect::<String>();
    match (&interval.first, &interval.last) {
        (Some(first), Some(last)) if day(first) == day(last) => day(first),
        (Some(first), Some(last)) => format!("{} to {}", day(first), day(last)),
        (Some(one), None) | (None, Some(one)) => day(one),
        (None, None) => String::new(),
    }
}

pub(super) fn findings(it: &Findings, json: bool) -> Result<(), Failure> {
    let view = view::open(&it.case, &it.sight, "findings")?;
    if it.kind.as_deref() == Some("origin") {
        return origins(&view, it, json);
    }
    let all = view
        .study
        .assessment
        .findings
        .iter()
        .filter(|finding| keeps_finding(&view, it, finding));
    let (kept, left_out) = cut(all.collect(), it.limit);
    let at = Lookup::of(&view.study);
    let rows = kept
        .into_iter()
        .map(|finding| {
            let aspect = match finding.kind() {
                FindingKind::Contradiction { aspect } => format!(" ({aspect})"),
                _ => String::new(),
            };
            let words: Vec<String> = finding
                .places()
                .iter()
                .take(3)
                .map(|place| {
                    format!(
                        "{}: \"{}\"",
                        view.part_of(place),
                        one_line(&view.mask, view.text(place), 90)
                    )
                })
                .collect();
            let row = vec![
                finding.id().to_string(),
                format!("{}{aspect}", finding.kind().as_str()),
                what(&view, finding),
                words.join("\n"),
            ];
            (rows::finding(&at, finding), row)
        })
        .collect();
    print(
        &view,
        json,
        &["id", "kind", "what", "rests on"],
        rows,
        left_out,
        &Asked {
            case: &it.case,
            what: "findings",
            filtered: it.kind.is_some() || it.document.is_some(),
            named: None,
        },
    )
}

/// What was found; for a step of a proceeding also whom it concerns and who took it, where the text says so.
fn what(view: &View, finding: &Finding) -> String {
    let FindingKind::Proceeding { proceeding } = finding.kind() else {
        return finding.summary().to_owned();
    };
    let mut steps = view.study.facts.iter().flat_map(|facts| &facts.proceedings);
    let Some(step) = steps.find(|step| step.id == *proceeding) else {
        return finding.summary().to_owned();
    };
    let words = |span| {
        let place = Place {
            span,
            ..step.place.clone()
        };
        one_line(&view.mask, view.text(&place), 60)
    };
    let stage = step.stage;
    let who = step.who.map_or_else(
        || finding.summary().trim_end_matches('.').to_owned(),
        |span| format!("{stage}: {} ({})", words(span), step.certainty),
    );
    step.by
        .map_or_else(|| who.clone(), |span| format!("{who}, by {}", words(span)))
}

fn keeps_finding(view: &View, it: &Findings, finding: &Finding) -> bool {
    let in_document = |wanted: &String| {
        let of_places = finding.places().iter().map(|place| &place.document);
        let of_claims = finding
            .claims()
            .iter()
            .filter_map(|id| view.claim(id))
            .map(|claim| &claim.document);
        of_places.chain(of_claims).any(|id| {
            view.document(id)
                .is_some_and(|document| is_document(document, wanted))
        })
    };
    it.kind
        .as_ref()
        .is_none_or(|kind| finding.kind().as_str() == kind)
        && it.document.as_ref().is_none_or(in_document)
}

fn origins(view: &View, it: &Findings, json: bool) -> Result<(), Failure> {
    let (kept, left_out) = cut(view.study.assessment.origins.iter().collect(), it.limit);
    let at = Lookup::of(&view.study);
    let rows = kept
        .into_iter()
        .map(|origin| {
            let files: Vec<String> = origin.documents.iter().map(|id| view.file(id)).collect();
            let row = vec![
                origin.id.to_string(),
                origin.documents.len().to_string(),
                files.join("\n"),
                origin.reasons.join("\n"),
                origin.drifts.len().to_string(),
            ];
            (rows::origin(&at, origin), row)
        })
        .collect();
    print(
        view,
        json,
        &["id", "documents", "files", "why", "drifts"],
        rows,
        left_out,
        &Asked {
            case: &it.case,
            what: "origins",
            filtered: false,
            named: None,
        },
    )
}
