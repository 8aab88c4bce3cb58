//! Whose papers are taken by somebody who has no office: "took X's passport", "le quitó el pasaporte a X".

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Span};
use std::sync::LazyLock;

/// Verbs of taking right before a name.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    let (en, es, ru) = (
        whom::cues::TAKES_EN,
        whom::cues::TAKES_ES,
        whom::cues::TAKES_RU,
    );
    let (of_es, of_ru) = (whom::cues::PAPERS_ES, whom::cues::PAPERS_RU);
    let which = r"(?: (?:la|el|los|las|su|sus|the|his|her|joven|menor|niñ[oa]|chic[oa]|девушки|девочки|своей|несовершеннолетн\p{L}+))*";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<en>{en})|(?P<es>(?:les? )?(?:{es}) (?:el|los|la|las|su|sus) {of_es}) al?|(?P<ru>(?:{ru})[аи]?) у|(?P<whole>(?:{ru})[аи]? {of_ru}) у){which} $"
    ))
});

/// What is taken, behind the name.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)^(?:['’]s? (?:\p{{L}}+ )?{}| (?:\p{{L}}+ )?{})(?:$|[^\p{{L}}])",
        whom::cues::PAPERS_EN,
        whom::cues::PAPERS_RU
    ))
});

/// Where the words around a name say that somebody took the papers of its bearer.
pub(super) fn told(scene: &Scene<'_>, mention: &Mention, left: Span) -> Option<Span> {
    let own = mention.place.span;
    let lead = ending(scene.at(left));
    let left = Span::new(left.end - lead.len(), left.end);
    let hit = scene.captures(&BEFORE, left)?;
    let behind = scene.at(scene.rest(own.end));
    let open = hit.name("en").or_else(|| hit.name("ru"));
    let cue = match open {
        Some(cue) => BEHIND.is_match(behind).then_some(cue),
        None => hit.name("es").or_else(|| hit.name("whole")),
    }?;
    let cue = within(left, cue);
    whom::who_did(scene, cue, own, true).map(|_| cue)
}
