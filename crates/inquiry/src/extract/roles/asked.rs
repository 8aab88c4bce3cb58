//! How old somebody is, asked in one turn and told in the next: "how old is Ilinca?" - "16".

use super::young;
use crate::extract::around::Scene;
use crate::extract::needs::Pattern;
use model::{Mention, Span};
use std::sync::LazyLock;

static ASKS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:how old|what age|her age|his age|cu[áa]ntos años|qu[ée] edad|сколько (?:\p{L}+ )?лет|сколько (?:ей|ему)\??$|какой возраст|возраст)(?:$|[^\p{L}])",
    )
});

static ANSWER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^[^\p{{L}}\d]*(?:(?:she|he|it)(?:['’]s| is|s)? |tiene |cumplió |creo que |dice que |unos |like |about |maybe |only |just |barely |solo |sólo |apenas |ей |ему |всего |только |вроде |около |лет )*(?P<age>{})(?:$|[^\p{{L}}\d:/]|[ -]?(?:yo|years|años|лет|год))",
        young::any_age()
    ))
});

/// Whoever a turn asks the age of: named last in it, else whom the turns before named last.
pub(super) fn about<'a>(scene: &Scene<'a>, near: &[&'a Mention]) -> Option<&'a Mention> {
    if scene.speaker.is_none() || scene.captures(&ASKS, scene.sentence.span).is_none() {
        return None;
    }
    let own = scene.people().last();
    own.or_else(|| {
        near.iter()
            .copied()
            .rfind(|who| who.place.part == scene.part)
    })
}

/// Where the next turn answers with an age under eighteen.
pub(super) fn answered(scene: &Scene<'_>) -> Option<Span> {
    let hit = scene.captures(&ANSWER, scene.sentence.span)?;
    let age = hit.name("age")?;
    let own = scene.people().next().is_none();
    (own && young::is_young(scene, age.as_str())).then(|| scene.span(age.start(), age.end()))
}
