//! `clew show`: one thing, and the words it rests on.

mod contact;

use super::args::Show;
use super::error::Failure;
use super::lists::interval;
use super::view::{self, View, one_line};
use super::{filter, out};
use crate::export::rows::{self, Lookup};
use model::{
    Certainty, Claim, ClaimId, Document, Entity, EntityId, EvidenceId, Finding, FindingId, Link,
    LinkId, OriginId, Place, Protection, Role, Span,
};
use serde_json::Value;
use vault::Case;

pub(super) fn show(it: &Show, json: bool) -> Result<(), Failure> {
    let view = view::open(&it.case, &it.sight, &format!("show {}", it.id))?;
    let at = Lookup::of(&view.study);
    let found = match find(&view, &at, &it.id) {
        None if it.id.starts_with("j-") => judgement(&Case::open(&it.case)?, &it.id),
        found => found,
    };
    let Some((lines, value)) = found else {
        several(&view, &it.id)?;
        // One answer for names that are not there and for protected ones: it must not tell which.
        return Err(Failure::case("nothing is shown under that name or identifier: nothing here is called so, or it is a protected person's name")
            .hint("identifiers are printed in the first column of clew claims, entities, links, findings; those of contacts by clew calls and clew show LINK"));
    };
    if json {
        return out::json(&view.mask.json(value));
    }
    for line in lines {
        out::masked(&view.line(&line))?;
    }
    Ok(())
}

type Shown = (Vec<String>, Value);

/// Whatever an identifier names.
fn find(view: &View, at: &Lookup<'_>, id: &str) -> Option<Shown> {
    if let Some(claim) = ClaimId::parse(id).and_then(|id| view.claim(&id)) {
        return Some((claim_lines(view, claim), rows::claim(at, claim)));
    }
    if let Some(entity) = EntityId::parse(id).and_then(|id| view.entity(&id)) {
        return Some((entity_lines(view, entity), rows::entity(at, entity)));
    }
    if let Some(id) = LinkId::parse(id) {
        let link = view.study.network.links.iter().find(|link| link.id == id)?;
        return Some((link_lines(view, link), rows::link(at, link)));
    }
    if let Some(id) = FindingId::parse(id) {
        let finding = view
            .study
            .assessment
            .findings
            .iter()
            .find(|finding| *finding.id() == id)?;
        return Some((finding_lines(view, finding), rows::finding(at, finding)));
    }
    if let Some(id) = OriginId::parse(id) {
        return origin(view, at, &id);
    }
    fact(view, at, id)
        .or_else(|| contact::contact(view, id))
        .or_else(|| {
            let document = view.find_document(id).ok()?;
            Some((document_lines(view, document), rows::document(at, document)))
        })
        .or_else(|| evidence(view, id))
}

/// A gap, proceeding or mention.
fn fact(view: &View, at: &Lookup<'_>, id: &str) -> Option<Shown> {
    let mut all = view.study.facts.iter();
    all.find_map(|facts| {
        if let Some(gap) = facts.gaps.iter().find(|gap| gap.id.as_str() == id) {
            let mut lines = vec![format!("GAP {id}: {}", gap.kind)];
            lines.extend(context(view, &gap.place, &[gap.cue]));
            return Some((lines, rows::gap(at, gap)));
        }
        if let Some(step) = facts.proceedings.iter().find(|step| step.id.as_str() == id) {
            let mut lines = vec![format!(
                "PROCEEDING {id}: {}, {}",
                step.stage, step.certainty
            )];
            lines.extend(context(view, &step.place, &[]));
            return Some((lines, rows::proceeding(at, step)));
        }
        let mention = facts
            .mentions
            .iter()
            .find(|mention| mention.id.as_str() == id)?;
        let mut lines = vec![format!("MENTION {id}: {}", mention.kind)];
        lines.extend(context(view, &mention.place, &[mention.place.span]));
        Some((lines, rows::mention(at, mention)))
    })
}

/// A judgement, in force or taken back: nothing that was decided is erased.
fn judgement(case: &Case, id: &str) -> Option<Shown> {
    let all = case.all_judgements();
    let judgement = all.iter().find(|judgement| judgement.id.0 == id)?;
    let in_force = case.judgements().iter().any(|it| it.id == judgement.id);
    let state = if in_force { "in force" } else { "taken back" };
    let lines = vec![
        format!(
            "JUDGEMENT {id}, {state}: {}",
            crate::custody::verdict_words(&judgement.verdict)
        ),
        format!(
            "by {} at {}: {}",
            judgement.who, judgement.when, judgement.why
        ),
    ];
    let mut value = serde_json::json!(judgement);
    value["type"] = serde_json::json!("judgement");
    value["in_force"] = serde_json::json!(in_force);
    Some((lines, value))
}

/// Says where a name means several documents rather than nothing.
fn several(view: &View, wanted: &str) -> Result<(), Failure> {
    let all = &view.study.documents;
    let count = all
        .iter()
        .filter(|it| view::is_document(it, wanted))
        .count();
    if count > 1 {
        return view.find_document(wanted).map(|_| ());
    }
    Ok(())
}

/// Evidence that gave no document, or several.
fn evidence(view: &View, id: &str) -> Option<Shown> {
    let line = view.study.evidence.iter().find(|line| {
        line.id.as_str() == id || (id.len() >= 6 && line.id.as_str().starts_with(id))
    })?;
    let mut lines = vec![format!("EVIDENCE {}: {}", line.id, line.name)];
    lines.extend(state_lines(view, &line.id));
    let documents = view.study.documents.iter();
    let inside: Vec<&Document> = documents.filter(|it| it.evidence == line.id).collect();
    let list = inside
        .iter()
        .map(|it| format!("document   {}  {}", it.id, view::file_name(it)));
    lines.extend(list);
    lines.extend(custody_lines(view, &line.id));
    let value = serde_json::json!({
        "type": "evidence", "id": line.id, "file": line.name, "size": line.size,
        "state": line.state.as_str(), "why": line.state.why(), "faults": line.faults,
        "from": line.from, "basis": line.basis, "received": line.received,
        "documents": inside.iter().map(|it| &it.id).collect::<Vec<_>>(),
    });
    Some((lines, value))
}

/// How reading ended for a piece of evidence, and what was not as it should be.
fn state_lines(view: &View, id: &EvidenceId) -> Vec<String> {
    let Some(line) = view.study.evidence.iter().find(|line| line.id == *id) else {
        return Vec::new();
    };
    let why = line
        .state
        .why()
        .map_or_else(String::new, |why| format!(": {why}"));
    let mut lines = vec![format!("state      {}{why}", line.state.as_str())];
    lines.extend(line.faults.iter().map(|fault| match &fault.path {
        Some(path) => format!("fault      {path}: {}", fault.what),
        None => format!("fault      {}", fault.what),
    }));
    lines
}

/// What the custody log holds about a piece of evidence.
fn custody_lines(view: &View, id: &EvidenceId) -> Vec<String> {
    let entries = view
        .study
        .custody
        .iter()
        .filter(|line| line.what.contains(id.short()));
    let line = |line: &crate::casefile::CustodyLine| {
        format!(
            "custody    {} {} {}: {}",
            line.number, line.when, line.who, line.what
        )
    };
    entries.map(line).collect()
}

/// The sentence around a place with its words marked »so«, and where it stands.
fn context(view: &View, place: &Place, marked: &[Span]) -> Vec<String> {
    let Some(part) = view
        .document(&place.document)
        .and_then(|document| document.parts.get(place.part))
    else {
        return Vec::new();
    };
    let mut words = String::new();
    let mut at = place.span.start;
    for span in marked.iter().filter(|span| place.span.contains(**span)) {
        if span.start < at {
            continue;
        }
        words.push_str(part.text.get(at..span.start).unwrap_or_default());
        words.push('»');
        words.push_str(span.of(&part.text).unwrap_or_default());
        words.push('«');
        at = span.end;
    }
    words.push_str(part.text.get(at..place.span.end).unwrap_or_default());
    let line = part
        .text
        .get(..place.span.start)
        .map_or(1, |before| before.matches('\n').count() + 1);
    vec![
        format!("  {}", one_line(&view.mask, &words, 2000)),
        format!(
            "  in {}, {}, line {line}, bytes {}-{}",
            view.file(&place.document),
            part.label,
            place.span.start,
            place.span.end
        ),
    ]
}

fn claim_lines(view: &View, claim: &Claim) -> Vec<String> {
    let chain: Vec<&str> = claim
        .chain
        .iter()
        .map(|span| view.span(&claim.document, claim.part, *span))
        .collect();
    let mut lines = vec![
        format!("CLAIM {}", claim.id()),
        format!("source     {}", filter::source_name(view, claim)),
    ];
    if !chain.is_empty() {
        lines.push(format!("by way of  {}", chain.join(" → ")));
    }
    lines.push(format!(
        "how sure   {}, {}, {}",
        claim.certainty, claim.polarity, claim.kind
    ));
    if let Some(cue) = claim.cue {
        lines.push(format!(
            "cue        {}",
            view.span(&claim.document, claim.part, cue)
        ));
    }
    lines.push(format!(
        "content    {}",
        one_line(&view.mask, &filter::content(view, claim), 2000)
    ));
    if let Some(label) = view.beside(&claim.document, claim.part) {
        lines.push(format!(
            "stands in  {label}: beside the text, not part of it"
        ));
    }
    if let Some(time) = &claim.time {
        lines.push(format!("speaks of  {}", time.value));
    }
    let place = Place {
        document: claim.document.clone(),
        part: claim.part,
        span: claim.sentence,
    };
    lines.extend(context(view, &place, &claim.content));
    lines.push(format!(
        "read by rule \"{}\", confidence {:.2} that it was read rightly (not that it is true)",
        claim.rule, claim.confidence
    ));
    let origins = view.study.assessment.origins.iter();
    if let Some(origin) = origins
        .clone()
        .find(|origin| origin.documents.contains(&claim.document))
    {
        lines.push(format!(
            "origin     {} ({} documents go back to it)",
            origin.id,
            origin.documents.len()
        ));
    }
    let findings = view
        .study
        .assessment
        .findings
        .iter()
        .filter(|finding| finding.claims().contains(claim.id()));
    lines.extend(
        findings.map(|finding| format!("finding    {}  {}", finding.id(), finding.summary())),
    );
    lines
}

fn entity_lines(view: &View, entity: &Entity) -> Vec<String> {
    let mut lines = vec![format!(
        "{} {}: {}",
        entity.kind.as_str().to_uppercase(),
        entity.id,
        view.shown_name(&entity.id)
    )];
    if !entity.aliases.is_empty() {
        lines.push(format!("also       {}", view.shown_aliases(entity)));
    }
    if !entity.identifiers.is_empty() {
        lines.push(format!("numbers    {}", entity.identifiers.join("; ")));
    }
    if entity.is_protected() {
        let why: Vec<&str> = entity.protected.iter().map(|why| why.as_str()).collect();
        lines.push(format!(
            "protected  {}: masked by default, never a target",
            why.join(", ")
        ));
        if entity.protected == [Protection::RoleNotTold] {
            lines.push(format!(
                "           no source tells what he is; show him by \"clew judge CASE role {} ROLE\", or \"not-role .. victim\"",
                entity.id
            ));
        }
    }
    for held in &entity.roles {
        let by = held
            .judgement
            .as_ref()
            .map_or_else(String::new, |id| format!(" by judgement {}", id.0));
        lines.push(format!("said to be {} ({}){by}", held.role, held.certainty));
        for place in held.places.iter().take(3) {
            // The surest of several gives the role its word; each says it in its own.
            lines.extend(said_as(view, held.role, place).map(|sure| format!("  {sure}:")));
            lines.extend(context(view, place, &[]));
        }
    }
    lines.extend(
        entity
            .reasons
            .iter()
            .map(|why| format!("one because {why}")),
    );
    lines.extend(standing(view, entity));
    lines
}

/// How sure a place gives a role.
fn said_as(view: &View, role: Role, place: &Place) -> Option<Certainty> {
    let mut told = view.study.facts.iter().flat_map(|facts| &facts.roles);
    let said = told.find(|said| said.role == role && said.place == *place)?;
    Some(said.certainty)
}

/// Where an entity stands in the network, what it is on record for, where it is named.
fn standing(view: &View, entity: &Entity) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(position) = view
        .study
        .network
        .positions
        .iter()
        .find(|position| position.entity == entity.id)
    {
        lines.push(format!("position   tied with {}; betweenness {:.3}; component {}, community {} (a position is no role)",
            position.degree, position.betweenness, position.component, position.community));
    }
    let links = view
        .study
        .network
        .links
        .iter()
        .filter(|link| link.from == entity.id || link.to == entity.id);
    lines.extend(
        links
            .take(20)
            .map(|link| format!("link       {}", link_words(view, link))),
    );
    let claims = view
        .study
        .resolution
        .of_claim
        .iter()
        .filter(|(_, of)| **of == entity.id)
        .filter_map(|(id, _)| view.claim(id));
    lines.extend(claims.take(20).map(|claim| {
        format!(
            "on record  {}  {}, {}: {}",
            claim.id(),
            claim.certainty,
            claim.polarity,
            one_line(&view.mask, &filter::content(view, claim), 120)
        )
    }));
    let mentions = view
        .study
        .facts
        .iter()
        .flat_map(|facts| &facts.mentions)
        .filter(|mention| entity.mentions.contains(&mention.id));
    lines.extend(mentions.take(20).map(|mention| {
        format!(
            "named      {}  \"{}\" in {}",
            mention.id,
            one_line(&view.mask, &mention.text, 60),
            view.file(&mention.place.document)
        )
    }));
    lines
}

fn link_words(view: &View, link: &Link) -> String {
    let unsaid = if link.contacts.is_empty() {
        "not said"
    } else {
        "contacts"
    };
    let sure = link.certainty.map_or(unsaid, Certainty::as_str);
    let alleged = if link.alleged_only {
        ", only alleged"
    } else {
        ""
    };
    let denied = if link.denied { ", denied by some" } else { "" };
    format!(
        "{}  {} -{}-> {}  {}x, {sure}{alleged}{denied}  {}",
        link.id,
        view.shown_name(&link.from),
        link.layer,
        view.shown_name(&link.to),
        link.weight,
        interval(&link.interval)
    )
}

fn link_lines(view: &View, link: &Link) -> Vec<String> {
    let mut lines = vec![format!("LINK {}", link_words(view, link))];
    lines.extend(
        link.places
            .iter()
            .flat_map(|place| context(view, place, &[])),
    );
    lines.extend(link.claims.iter().map(|id| format!("claim      {id}")));
    let contacts = view
        .study
        .contacts
        .iter()
        .filter(|contact| link.contacts.contains(&contact.id));
    lines.extend(contacts.take(50).map(|contact| {
        let long = contact
            .seconds
            .map_or_else(String::new, |seconds| format!(", {seconds} s"));
        format!(
            "contact    {}  {}  {} (as recorded: {}){long}",
            contact.id,
            contact.kind,
            contact.start.as_deref().unwrap_or("no time"),
            contact.start_raw
        )
    }));
    if link.contacts.len() > 50 {
        lines.push(format!(
            "... and {} more contacts: --json lists all",
            link.contacts.len() - 50
        ));
    }
    lines
}

fn finding_lines(view: &View, finding: &Finding) -> Vec<String> {
    let mut lines = vec![format!(
        "FINDING {}: {}: {}",
        finding.id(),
        finding.kind().as_str(),
        finding.summary()
    )];
    lines.extend(
        finding
            .places()
            .iter()
            .flat_map(|place| context(view, place, &[])),
    );
    for claim in finding.claims().iter().filter_map(|id| view.claim(id)) {
        lines.push(String::new());
        lines.extend(
            claim_lines(view, claim)
                .into_iter()
                .filter(|line| !line.starts_with("finding")),
        );
    }
    lines
}

fn origin(view: &View, at: &Lookup<'_>, id: &OriginId) -> Option<Shown> {
    let origin = view
        .study
        .assessment
        .origins
        .iter()
        .find(|origin| origin.id == *id)?;
    let mut lines = vec![format!(
        "ORIGIN {id}: {} documents, 1 origin, wording drifted {} times",
        origin.documents.len(),
        origin.drifts.len()
    )];
    lines.extend(
        origin
            .documents
            .iter()
            .map(|id| format!("document   {id}  {}", view.file(id))),
    );
    lines.extend(origin.reasons.iter().map(|why| format!("because    {why}")));
    for drift in &origin.drifts {
        lines.push(format!("drift      {}", drift.what));
        lines.push("  before:".to_owned());
        lines.extend(context(view, &drift.before, &[]));
        if let Some(after) = &drift.after {
            lines.push("  after:".to_owned());
            lines.extend(context(view, after, &[]));
        }
    }
    Some((lines, rows::origin(at, origin)))
}

fn document_lines(view: &View, document: &Document) -> Vec<String> {
    let say = |what: &Option<String>| what.clone().unwrap_or_else(|| "not said".to_owned());
    let facts = view
        .study
        .facts
        .iter()
        .find(|facts| facts.document == document.id);
    let mut lines = vec![
        format!("DOCUMENT {}: {}", document.id, view::file_name(document)),
        format!("evidence   {} (SHA-256)", document.evidence),
        format!(
            "format     {}, language {}",
            document.format, document.language
        ),
        format!("title      {}", say(&document.title)),
        format!("publisher  {}", say(&document.publisher)),
        format!(
            "date       {}",
            document
                .date
                .map_or_else(|| "not said".to_owned(), |date| date.to_string())
        ),
    ];
    lines.extend(state_lines(view, &document.evidence));
    if let Some(facts) = facts {
        lines.push(format!(
            "holds      {} claims, {} mentions, {} gaps, {} proceedings",
            facts.claims.len(),
            facts.mentions.len(),
            facts.gaps.len(),
            facts.proceedings.len()
        ));
    }
    if let Some(receipt) = &document.receipt {
        lines.extend(receipt_lines(view, receipt));
    }
    lines.extend(custody_lines(view, &document.evidence));
    lines
}

/// What came of an import of call records, and how it was understood.
fn receipt_lines(view: &View, receipt: &model::Receipt) -> Vec<String> {
    let mut lines = vec![format!("receipt    {}", crate::custody::sums(receipt))];
    let columns: Vec<String> = receipt
        .map
        .columns
        .iter()
        .map(|(role, column)| format!("{role}={column}"))
        .collect();
    if !columns.is_empty() {
        lines.push(format!(
            "columns    {} (told from: {}); times read as {}{}",
            columns.join(","),
            receipt.columns_from,
            receipt.zone_words(),
            super::summary::assumed(receipt)
        ));
    }
    lines.extend(receipt.rejected.iter().map(|row| {
        format!(
            "rejected   row {}: {}: {}",
            row.row,
            row.why,
            one_line(&view.mask, &row.raw, 120)
        )
    }));
    lines
}
