//! `clew judge`: a person's decisions.

mod pairs;

use super::args::{Judge, JudgeVerdict, Sight};
use super::error::Failure;
use super::view::{self, View};
use super::{filter, out};
use crate::custody::verdict_words;
use model::{Anchor, Entity, EntityKind, Grade, Judgement, JudgementId, MentionId, Place, Verdict};
use serde_json::json;
use vault::Case;

pub(super) fn judge(it: &Judge, json: bool) -> Result<(), Failure> {
    match &it.verdict {
        JudgeVerdict::List => return list(it, json),
        JudgeVerdict::Pairs { name, limit } => {
            return pairs::list(&it.case, name.as_deref(), *limit, json);
        }
        _ => {}
    }
    if it.why.trim().is_empty() {
        return Err(Failure::case("a judgement needs a reason").hint("--why \"what it rests on\""));
    }
    let verdict = verdict(it)?;
    let mut case = Case::open(&it.case)?;
    let against = opposed(&case, &verdict);
    let judgement = case.judge(verdict, &view::who(it.who.as_ref()), it.why.trim())?;
    if json {
        return out::own_json(
            &json!({"type": "judgement", "id": judgement.id, "when": judgement.when, "who": judgement.who}),
        );
    }
    out::line(&format!(
        "{}: in the custody log, by {} at {}.",
        judgement.id.0, judgement.who, judgement.when
    ))?;
    for earlier in against {
        out::line(&format!(
            "It wins over {}, by {} at {}, which stays in the log.",
            earlier.id.0, earlier.who, earlier.when
        ))?;
    }
    let path = vault::quoted(&it.case);
    out::line(&format!(
        "Next: clew run {path}    (take it back: clew judge {path} undo {} --why \"..\")",
        judgement.id.0
    ))?;
    Ok(())
}

/// Judgements in force that a new one contradicts: of two on one matter the later wins.
fn opposed(case: &Case, new: &Verdict) -> Vec<Judgement> {
    let pair = |verdict: &Verdict| match verdict {
        Verdict::Same { a, b } | Verdict::NotSame { a, b } | Verdict::Unsure { a, b } => {
            Some((a.clone(), b.clone()))
        }
        _ => None,
    };
    let role = |verdict: &Verdict| match verdict {
        Verdict::Role { who, role } | Verdict::NotRole { who, role } => Some((who.clone(), *role)),
        _ => None,
    };
    let meets = |old: &Verdict| {
        if let (Some((a, b)), Some((c, d))) = (pair(old), pair(new)) {
            return (a == c && b == d) || (a == d && b == c);
        }
        if let (Some(old), Some(new)) = (role(old), role(new)) {
            return old == new;
        }
        match (old, new) {
            (
                Verdict::Grade { document, grade },
                Verdict::Grade {
                    document: other,
                    grade: later,
                },
            ) => {
                let source = grade.source.is_some() && later.source.is_some();
                let information = grade.information.is_some() && later.information.is_some();
                document == other && (source || information)
            }
            _ => false,
        }
    };
    let differs = |old: &Verdict| old != new && meets(old);
    let judgements = case.judgements();
    judgements
        .into_iter()
        .filter(|old| differs(&old.verdict))
        .collect()
}

fn verdict(it: &Judge) -> Result<Verdict, Failure> {
    if let JudgeVerdict::Undo { judgement } = &it.verdict {
        return Ok(Verdict::Undo {
            judgement: JudgementId(judgement.clone()),
        });
    }
    let masked = Sight {
        unmask: None,
        who: None,
    };
    let view = view::open_to_judge(&it.case, &masked, "judge")?;
    let pair = |a: &str, b: &str| -> Result<(Anchor, Anchor), Failure> {
        let (first, second) = (subject(&view, a)?, subject(&view, b)?);
        if first == second {
            return Err(Failure::case("both mean the same entity already")
                .hint("to take an entity apart, name two of its mentions (m-..); clew show CASE ID lists them"));
        }
        Ok((first, second))
    };
    Ok(match &it.verdict {
        JudgeVerdict::Same { a, b } => {
            let (a, b) = pair(a, b)?;
            one_kind(it, a.kind, b.kind)?;
            Verdict::Same { a, b }
        }
        JudgeVerdict::NotSame { a, b } => pair(a, b).map(|(a, b)| Verdict::NotSame { a, b })?,
        JudgeVerdict::Unsure { a, b } => pair(a, b).map(|(a, b)| Verdict::Unsure { a, b })?,
        JudgeVerdict::Role { entity, role } => Verdict::Role {
            who: subject(&view, entity)?,
            role: *role,
        },
        JudgeVerdict::NotRole { entity, role } => Verdict::NotRole {
            who: subject(&view, entity)?,
            role: *role,
        },
        JudgeVerdict::Misread { claim } => Verdict::Misread {
            place: content(&view, claim)?,
        },
        JudgeVerdict::Grade { document, grade } => Verdict::Grade {
            document: view.find_document(document)?.id.clone(),
            grade: Grade::parse(grade).ok_or_else(|| {
                Failure::case(format!("{grade:?} is no grade"))
                    .hint("source A-F, information 1-6: B2, B or 2")
            })?,
        },
        JudgeVerdict::Undo { judgement } => Verdict::Undo {
            judgement: JudgementId(judgement.clone()),
        },
        JudgeVerdict::List | JudgeVerdict::Pairs { .. } => {
            return Err(Failure::case("nothing to judge"));
        }
    })
}

/// Refuses that two are one which by their kinds cannot be. Who is in a group without a name may be a person or an
/// organisation, and a person's name may have been read as one.
fn one_kind(it: &Judge, a: EntityKind, b: EntityKind) -> Result<(), Failure> {
    let named = |kind: EntityKind| matches!(kind, EntityKind::Person | EntityKind::Organisation);
    let who = |kind: EntityKind| named(kind) || kind == EntityKind::Group;
    if a == b || who(a) && who(b) {
        return Ok(());
    }
    let failure = Failure::case(format!(
        "these two cannot be the same: the first is {}, the second {}",
        in_words(a),
        in_words(b)
    ));
    let case = vault::quoted(&it.case);
    Err(failure.hint(format!("clew judge {case} pairs")))
}

/// What an entity is, in words.
const fn in_words(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Organisation => "an organisation",
        EntityKind::Place => "a place",
        EntityKind::Phone => "a phone",
        EntityKind::Document => "a document",
        EntityKind::Address => "an address",
        EntityKind::Group => "a group",
    }
}

/// What a judgement is about: one mention where a mention is named, else the earliest of an entity.
fn subject(view: &View, wanted: &str) -> Result<Anchor, Failure> {
    let Some(id) = MentionId::parse(wanted) else {
        return find(view, wanted).map(|entity| anchor(view, entity));
    };
    let mut mentions = view.study.facts.iter().flat_map(|facts| &facts.mentions);
    let mention = mentions.find(|mention| mention.id == id);
    let entity = view
        .study
        .resolution
        .of_mention
        .get(&id)
        .and_then(|entity| view.entity(entity));
    let (Some(mention), Some(entity)) = (mention, entity) else {
        return Err(Failure::case(format!("no entity has a mention {wanted}")));
    };
    Ok(Anchor {
        place: Some(mention.place.clone()),
        kind: entity.kind,
        name: mention.text.clone(),
    })
}

/// Where a claim's content stands, from its first to its last word.
fn content(view: &View, wanted: &str) -> Result<Place, Failure> {
    let mut claims = view.study.facts.iter().flat_map(|facts| &facts.claims);
    let claim = claims.find(|claim| claim.id().as_str() == wanted);
    claim.map(inquiry::resolve::content).ok_or_else(|| {
        Failure::case("no claim has that identifier")
            .hint("clew claims CASE lists them; clew show CASE ID of a link or entity names the claims under it")
    })
}

/// The one entity of an identifier or exact name.
fn find<'view>(view: &'view View, wanted: &str) -> Result<&'view Entity, Failure> {
    let entities = &view.study.resolution.entities;
    let exact: Vec<&Entity> = entities
        .iter()
        .filter(|entity| {
            entity.id.as_str() == wanted
                || entity.name == wanted
                || entity.aliases.iter().any(|it| it == wanted)
        })
        .collect();
    let found = if exact.is_empty() {
        entities
            .iter()
            .filter(|entity| filter::is_entity(entity, wanted))
            .collect()
    } else {
        exact
    };
    match found[..] {
        [one] => Ok(one),
        [] => Err(Failure::case("no entity has that name or identifier")
            .hint("clew entities CASE --name TEXT lists them")),
        _ => Err(
            Failure::case(format!("{} entities have that name", found.len()))
                .hint("give the e-... identifier"),
        ),
    }
}

/// Holds an entity by its earliest mention.
fn anchor(view: &View, entity: &Entity) -> Anchor {
    let mentions = view.study.facts.iter().flat_map(|facts| &facts.mentions);
    let place = mentions
        .filter(|mention| entity.mentions.contains(&mention.id))
        .map(|mention| mention.place.clone())
        .min();
    Anchor {
        place,
        kind: entity.kind,
        name: entity.name.clone(),
    }
}

fn list(it: &Judge, json: bool) -> Result<(), Failure> {
    let masked = Sight {
        unmask: None,
        who: None,
    };
    let view = view::open(&it.case, &masked, "judgements")?;
    let case = Case::open(&it.case)?;
    let in_force: Vec<String> = case
        .judgements()
        .iter()
        .map(|judgement| judgement.id.0.clone())
        .collect();
    let mut rows = Vec::new();
    for judgement in case.all_judgements() {
        let holds = in_force.contains(&judgement.id.0);
        if json {
            let mut value = json!(judgement);
            value["type"] = json!("judgement");
            value["in_force"] = json!(holds);
            out::json(&view.mask.json(value))?;
            continue;
        }
        let state = match &judgement.verdict {
            Verdict::Undo { .. } => "done",
            _ if holds => "in force",
            _ => "taken back",
        };
        let cells = [
            judgement.id.0.clone(),
            verdict_words(&judgement.verdict),
            state.to_owned(),
            judgement.who.clone(),
            judgement.when.clone(),
            judgement.why.clone(),
        ];
        rows.push(cells.iter().map(|cell| view.line(cell)).collect());
    }
    if !json {
        out::table(
            &["id", "what", "", "who", "when", "why"],
            &rows,
            "No judgements yet.",
        )?;
    }
    Ok(())
}
