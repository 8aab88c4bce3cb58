//! Holds facts against what a case expects.

use super::format::Line;
use model::{
    Assessment, Claim, Document, Facts, FindingKind, Gap, Mention, MentionId, Proceeding,
    Protection, Resolution, Source, Span, TimeRef,
};

/// A fact as names and values, as an expectation writes them.
pub(crate) struct Fact {
    word: &'static str,
    fields: Vec<(&'static str, String)>,
    /// Whether it is the author's or the speaker's own claim.
    own: bool,
}

/// What is wrong, one line each; nothing if all is met.
pub(crate) fn all(found: &[Fact], expected: &[Line]) -> Vec<String> {
    let mut faults = Vec::new();
    for line in expected {
        let (word, wanted) = match line.word.strip_prefix("no-") {
            Some(word) => (word, false),
            None => (line.word.as_str(), true),
        };
        if word == "only" {
            faults.extend(others(found, expected));
            continue;
        }
        let hit = found
            .iter()
            .any(|fact| fact.word == word && meets(fact, line, wanted));
        if hit != wanted {
            let seen: Vec<String> = found
                .iter()
                .filter(|fact| fact.word == word)
                .map(shown)
                .collect();
            let not = if wanted { "missing" } else { "not wanted" };
            faults.push(format!(
                "{not}: {} {:?}\n    found: {}",
                line.word,
                line.fields,
                seen.join("\n           ")
            ));
        }
    }
    faults
}

/// Facts of the sorts that a case lists, which it does not expect.
fn others(found: &[Fact], expected: &[Line]) -> Vec<String> {
    found
        .iter()
        .filter(|fact| !fact.own && expected.iter().any(|line| line.word == fact.word))
        .filter(|fact| {
            !expected
                .iter()
                .any(|line| line.word == fact.word && meets(fact, line, true))
        })
        .map(|fact| format!("more than expected: {}", shown(fact)))
        .collect()
}

fn shown(fact: &Fact) -> String {
    let fields: Vec<String> = fact
        .fields
        .iter()
        .map(|(key, value)| format!("{key}: {value}"))
        .collect();
    format!("{} | {}", fact.word, fields.join(" | "))
}

/// Whether a fact has every value of the line; texts as runs of words, whole or (`whole` unset) in part.
fn meets(fact: &Fact, line: &Line, whole: bool) -> bool {
    line.fields.iter().all(|(key, wanted)| {
        fact.fields
            .iter()
            .filter(|(name, _)| name == key)
            .any(|(_, value)| {
                let (value, wanted) = (words(value), words(wanted));
                value == wanted
                    || (!whole
                        && ["content", "side"].contains(&key.as_str())
                        && value
                            .windows(wanted.len().max(1))
                            .any(|window| window == wanted))
            })
    })
}

/// The words of a text: "that" before a clause and what stands around words make no difference.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '>'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.len() > 1 && ["that", "que", "что"].contains(&words[0].as_str()) {
        words.remove(0);
    }
    words
}

fn fact(word: &'static str, fields: Vec<(&'static str, String)>) -> Fact {
    Fact {
        word,
        fields,
        own: false,
    }
}

/// The words at a place of the text.
fn quoted(text: &str, span: Option<Span>) -> String {
    let words = span.and_then(|span| span.of(text));
    words.unwrap_or("none").to_owned()
}

fn told_mention(mention: &Mention) -> Fact {
    let value = mention.value.clone().unwrap_or_else(|| "none".to_owned());
    let fields = vec![
        ("kind", mention.kind.to_string()),
        ("text", mention.text.clone()),
        ("value", value),
    ];
    fact("mention", fields)
}

fn told_gap(text: &str, gap: &Gap) -> Fact {
    let fields = vec![
        ("kind", gap.kind.to_string()),
        ("cue", quoted(text, Some(gap.cue))),
        ("about", quoted(text, gap.about)),
        ("by", quoted(text, gap.by)),
        ("text", quoted(text, Some(gap.place.span))),
    ];
    fact("gap", fields)
}

fn told_step(text: &str, step: &Proceeding) -> Fact {
    let fields = vec![
        ("stage", step.stage.to_string()),
        ("who", quoted(text, step.who)),
        ("by", quoted(text, step.by)),
        ("offence", quoted(text, step.offence)),
        ("certainty", step.certainty.to_string()),
        ("text", quoted(text, Some(step.place.span))),
    ];
    fact("proceeding", fields)
}

/// Everything found, as names and values.
pub(crate) fn told(text: &str, facts: &Facts) -> Vec<Fact> {
    let named = |id: &MentionId| {
        let mut mentions = facts.mentions.iter();
        let found = mentions.find(|mention| mention.id == *id);
        found.map_or_else(|| "none".to_owned(), |mention| mention.text.clone())
    };
    let claims = facts.claims.iter().map(|claim| told_claim(text, claim));
    let mut out: Vec<Fact> = claims.collect();
    out.extend(facts.mentions.iter().map(told_mention));
    out.extend(facts.gaps.iter().map(|gap| told_gap(text, gap)));
    out.extend(facts.proceedings.iter().map(|step| told_step(text, step)));
    out.extend(facts.roles.iter().map(|said| {
        let fields = vec![
            ("who", named(&said.who)),
            ("role", said.role.to_string()),
            ("certainty", said.certainty.to_string()),
        ];
        fact("role", fields)
    }));
    out.extend(facts.ties.iter().map(|tie| {
        let fields = vec![
            ("from", named(&tie.from)),
            ("layer", tie.layer.to_string()),
            ("to", named(&tie.to)),
            ("certainty", tie.certainty.to_string()),
        ];
        fact("tie", fields)
    }));
    out
}

/// Every entity with all the names it goes by, and the sources by which it is on record; a name also with the number of the
/// evidence it stands in.
pub(crate) fn told_entities(
    documents: &[Document],
    facts: &[Facts],
    resolution: &Resolution,
) -> Vec<Fact> {
    let source = |claim: &Claim| {
        let document = documents.iter().find(|one| one.id == claim.document)?;
        let part = document.parts.get(claim.part)?;
        Some(claim.source.span()?.of(&part.text)?.to_owned())
    };
    let told = |entity: &model::Entity| {
        let mut fields = vec![("kind", entity.kind.to_string())];
        fields.extend(
            entity
                .protected
                .iter()
                .map(|why| ("protected", why.to_string())),
        );
        // That nothing is told of somebody is no reason that a text gives.
        let told = |why: &Protection| *why != Protection::RoleNotTold;
        if !entity.protected.iter().any(told) {
            fields.push(("open", "yes".to_owned()));
        }
        if entity.protected.is_empty() {
            fields.push(("clear", "yes".to_owned()));
        }
        let claims = facts.iter().flat_map(|facts| &facts.claims);
        let own = claims.filter(|claim| resolution.of_claim.get(claim.id()) == Some(&entity.id));
        fields.extend(own.filter_map(|claim| Some(("says", source(claim)?))));
        for (number, facts) in facts.iter().enumerate() {
            for mention in &facts.mentions {
                if resolution.of_mention.get(&mention.id) == Some(&entity.id) {
                    fields.push(("name", mention.text.clone()));
                    fields.push(("name", format!("{} {}", mention.text, number + 1)));
                }
            }
        }
        Fact {
            word: "entity",
            fields,
            own: false,
        }
    };
    resolution.entities.iter().map(told).collect()
}

/// Every corroboration and contradiction with the words of the claims it names.
pub(crate) fn told_findings(
    documents: &[Document],
    facts: &[Facts],
    assessment: &Assessment,
) -> Vec<Fact> {
    let text = |claim: &Claim| {
        let document = documents.iter().find(|one| one.id == claim.document);
        let part = document.and_then(|one| one.parts.get(claim.part));
        let spans = claim
            .content
            .iter()
            .filter_map(|span| part.and_then(|part| span.of(&part.text)).map(str::to_owned));
        spans.collect::<Vec<_>>().join(" ")
    };
    let told = |finding: &model::Finding| {
        let (word, mut fields) = match finding.kind() {
            FindingKind::Corroboration { origins } => {
                ("corroboration", vec![("origins", origins.to_string())])
            }
            FindingKind::Contradiction { aspect } => {
                ("contradiction", vec![("aspect", aspect.to_string())])
            }
            _ => return None,
        };
        fields.push(("found", "yes".to_owned()));
        fields.push(("summary", finding.summary().to_owned()));
        let claims = facts.iter().flat_map(|facts| &facts.claims);
        let sides = claims.filter(|claim| finding.claims().contains(claim.id()));
        fields.extend(sides.map(|claim| ("side", text(claim))));
        Some(Fact {
            word,
            fields,
            own: false,
        })
    };
    assessment.findings.iter().filter_map(told).collect()
}

fn told_claim(text: &str, claim: &Claim) -> Fact {
    let at = |span: Span| span.of(text).unwrap_or_default().to_owned();
    let join = |spans: &[Span], by: &str| {
        let texts: Vec<String> = spans.iter().map(|span| at(*span)).collect();
        texts.join(by)
    };
    let source = match &claim.source {
        Source::Named { span } => at(*span),
        Source::Speaker { .. } => "speaker".to_owned(),
        Source::Nobody => "nobody".to_owned(),
        Source::Publisher => "publisher".to_owned(),
    };
    let time = |of: &dyn Fn(&TimeRef) -> String| {
        let time = claim.time.as_ref();
        time.map_or_else(|| "none".to_owned(), of)
    };
    Fact {
        word: "claim",
        own: matches!(claim.source, Source::Publisher | Source::Speaker { .. }),
        fields: vec![
            ("source", source),
            ("cue", claim.cue.map_or_else(|| "none".to_owned(), at)),
            ("content", join(&claim.content, " ")),
            ("certainty", claim.certainty.to_string()),
            ("polarity", claim.polarity.to_string()),
            ("kind", claim.kind.to_string()),
            ("chain", join(&claim.chain, " > ")),
            ("time", time(&|time| time.value.to_string())),
            ("when", time(&|time| at(time.span))),
        ],
    }
}
