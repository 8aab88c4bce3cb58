//! A case opened to be looked at: its study, and the mask that stands before it.

use super::args::Sight;
use super::error::{Failure, FailureKind};
use super::out;
use crate::casefile::Study;
use crate::redact::{Mask, Redacted, Unmasking};
use crate::run;
use model::{ClaimId, Document, DocumentId, Entity, EntityId, Place, Span};
use std::collections::BTreeMap;
use std::path::Path;
use vault::{Action, Case};

/// A case that was run, with everything in it and the mask for it.
pub(super) struct View {
    pub(super) study: Study,
    pub(super) mask: Mask,
    pub(super) unmasking: Option<Unmasking>,
    documents: BTreeMap<DocumentId, usize>,
    entities: BTreeMap<EntityId, usize>,
    claims: BTreeMap<ClaimId, (usize, usize)>,
}

/// Who acts: as told, or the login name.
pub(super) fn who(told: Option<&String>) -> String {
    let login = || {
        ["USER", "LOGNAME", "USERNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
    };
    told.cloned()
        .or_else(login)
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "unknown".to_owned())
}

/// The command that puts evidence into a case.
pub(super) fn add_first(path: &Path) -> String {
    format!("clew add {} FILES...", vault::quoted(path))
}

/// The failure of what needs evidence, in a case that has none.
pub(super) fn nothing_in(path: &Path) -> Failure {
    Failure::case("this case is empty: it holds no evidence").hint(add_first(path))
}

/// Whether a case holds no evidence, now and not as it was when it was run last.
pub(super) fn is_empty(path: &Path) -> Result<bool, Failure> {
    Ok(Case::open(path)?.evidence().is_empty())
}

/// Opens a case to be looked at; unmasking is logged before anything is shown. Whom a judgement protects that no run has
/// carried out would still be named: then nothing is shown.
pub(super) fn open(path: &Path, sight: &Sight, output: &str) -> Result<View, Failure> {
    let case = Case::open(path)?;
    if sight.unmask.is_none() && run::awaits_protection(&case)? {
        return Err(Failure::case(
            "a judgement protects somebody whom the last run did not know to be protected yet; until it is carried out the name would be shown",
        )
        .hint(format!("clew run {}", vault::quoted(path))));
    }
    looked_at(case, sight, output)
}

/// Opens a case for the next judgement, whatever was judged since the last run.
pub(super) fn open_to_judge(path: &Path, sight: &Sight, output: &str) -> Result<View, Failure> {
    looked_at(Case::open(path)?, sight, output)
}

fn looked_at(mut case: Case, sight: &Sight, output: &str) -> Result<View, Failure> {
    let unmasking = match &sight.unmask {
        None => None,
        Some(why) => Some(
            Unmasking::new(&who(sight.who.as_ref()), why).ok_or_else(|| {
                Failure::case("names are unmasked only for a reason")
                    .hint("--unmask \"who needs the names, and what for\"")
            })?,
        ),
    };
    let Some(study) = run::study(&case)? else {
        if case.evidence().is_empty() {
            return Err(nothing_in(case.path()));
        }
        return Err(Failure::case("this case has not been run to its end yet")
            .hint(format!("clew run {}", vault::quoted(case.path()))));
    };
    if !run::is_current(&case)? {
        out::note(&format!(
            "note: evidence or judgements came after the last run; this shows the case as it was then.\n  try: clew run {}",
            vault::quoted(case.path())
        ));
    }
    if let Some(unmasking) = &unmasking {
        let (why, output) = (unmasking.why().to_owned(), output.to_owned());
        case.log(&Action::Unmasked { why, output }, unmasking.who())?;
    }
    Ok(View::of(study, unmasking))
}

impl View {
    pub(super) fn of(study: Study, unmasking: Option<Unmasking>) -> Self {
        let mask = match &unmasking {
            Some(unmasking) => Mask::none(unmasking),
            None => Mask::of(&study),
        };
        let documents = study
            .documents
            .iter()
            .enumerate()
            .map(|(n, it)| (it.id.clone(), n))
            .collect();
        let entities = study
            .resolution
            .entities
            .iter()
            .enumerate()
            .map(|(n, it)| (it.id.clone(), n))
            .collect();
        let claims = study
            .facts
            .iter()
            .enumerate()
            .flat_map(|(f, facts)| {
                facts
                    .claims
                    .iter()
                    .enumerate()
                    .map(move |(c, claim)| (claim.id().clone(), (f, c)))
            })
            .collect();
        Self {
            study,
            mask,
            unmasking,
            documents,
            entities,
            claims,
        }
    }

    pub(super) fn line(&self, text: &str) -> Redacted<String> {
        self.mask.line(text)
    }

    pub(super) fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents
            .get(id)
            .and_then(|&n| self.study.documents.get(n))
    }

    pub(super) fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities
            .get(id)
            .and_then(|&n| self.study.resolution.entities.get(n))
    }

    pub(super) fn entity_name(&self, id: &EntityId) -> String {
        self.entity(id)
            .map_or_else(|| id.to_string(), |entity| entity.name.clone())
    }

    /// The name of an entity as the lists show it. It is masked by itself: beside other words two letters are not known
    /// for a name.
    pub(super) fn shown_name(&self, id: &EntityId) -> String {
        self.mask.text(&self.entity_name(id))
    }

    /// The other names of an entity, in the same way.
    pub(super) fn shown_aliases(&self, entity: &Entity) -> String {
        let aliases = entity.aliases.iter();
        let shown: Vec<String> = aliases.map(|alias| self.mask.text(alias)).collect();
        shown.join("; ")
    }

    pub(super) fn claim(&self, id: &ClaimId) -> Option<&model::Claim> {
        self.claims
            .get(id)
            .and_then(|&(f, c)| self.study.facts.get(f)?.claims.get(c))
    }

    /// The document of an identifier or of a part of a file name, if there is exactly one.
    pub(super) fn find_document(&self, wanted: &str) -> Result<&Document, Failure> {
        let found: Vec<&Document> = self
            .study
            .documents
            .iter()
            .filter(|document| is_document(document, wanted))
            .collect();
        match found[..] {
            [one] => Ok(one),
            // What was asked for is not repeated: it may be a protected name.
            [] => Err(Failure::case("no document has that name")
                .hint("clew status CASE --files lists them")),
            _ => Err(Failure::new(
                FailureKind::Case,
                format!("{} documents have that name", found.len()),
            )
            .hint("give more of the file name, or the identifier")),
        }
    }

    /// Text at a place.
    pub(super) fn text(&self, place: &Place) -> &str {
        self.span(&place.document, place.part, place.span)
    }

    /// Text at a span of a document's part.
    pub(super) fn span(&self, document: &DocumentId, part: usize, span: Span) -> &str {
        self.document(document)
            .and_then(|document| document.parts.get(part))
            .and_then(|part| span.of(&part.text))
            .unwrap_or_default()
    }

    /// The name of a part that stands beside the text of its document ("deleted text", "comments"), if it does.
    pub(super) fn beside(&self, document: &DocumentId, part: usize) -> Option<&str> {
        let part = self.document(document)?.parts.get(part)?;
        part.kind.is_beside().then_some(part.label.as_str())
    }

    /// The file with words in one of its parts; what stands beside its text, deleted words say, is named as such.
    pub(super) fn file_of(&self, document: &DocumentId, part: usize) -> String {
        let file = one_line(&self.mask, &self.file(document), 32);
        match self.beside(document, part) {
            Some(label) => format!("{file}, {label}"),
            None => file,
        }
    }

    /// The whole file name at a place, with the part that stands beside the text.
    pub(super) fn part_of(&self, place: &Place) -> String {
        let file = self.file(&place.document);
        match self.beside(&place.document, place.part) {
            Some(label) => format!("{file}, {label}"),
            None => file,
        }
    }

    /// File name of a document, with the path inside its container.
    pub(super) fn file(&self, id: &DocumentId) -> String {
        self.document(id).map_or_else(|| id.to_string(), file_name)
    }
}

/// File name of a document, with the path inside its container.
pub(super) fn file_name(document: &Document) -> String {
    match &document.path {
        Some(path) => format!("{}/{path}", document.name),
        None => document.name.clone(),
    }
}

/// Whether a document is meant by an identifier (or its beginning) or a part of its file name.
pub(super) fn is_document(document: &Document, wanted: &str) -> bool {
    let id = document.id.as_str();
    id == wanted
        || (wanted.len() >= 6 && id.starts_with(wanted))
        || document.evidence.as_str() == wanted
        || file_name(document)
            .to_lowercase()
            .contains(&wanted.to_lowercase())
}

/// Masked words in one line, cut at `limit` characters. They are masked before they are cut: the beginning of a name is not
/// known for one.
pub(super) fn one_line(mask: &Mask, text: &str, limit: usize) -> String {
    cut_line(&mask.line(text), limit)
}

/// Words in one line: white space folded, cut at `limit` characters. Only for what no mask stands before.
pub(super) fn cut_line(text: &str, limit: usize) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.chars().count() <= limit {
        return folded;
    }
    let mut cut: String = folded.chars().take(limit.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
