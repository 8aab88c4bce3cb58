//! Ties of kin: "X, the mother of Y", "her older sister, X", "my brother X".

use super::Ties;
use crate::extract::around::Scene;
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::predicate;
use crate::extract::roles::cues::KIN;
use crate::extract::whom;
use model::{Layer, Mention, Span};
use std::sync::LazyLock;

/// Between two names: "X, the mother of Y", "X's mother, Y", "X y su hijo, Y", "Мать X Y".
static BETWEEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^(?:'s|’s|,)?\s?(?:and |y |и )?(?:(?:is|was|es|era|the|la|el|a|his|her|su|whose|cuy[oa]|чь[яё]|чей|его|е[её]) ){{0,2}}(?P<cue>{KIN})(?:,| of| de| del|:)?\s?$"
    ))
});

/// "Her son, X", "su hermana mayor, X", «её старшую сестру X»: kin of whoever was named before.
static OF_PRONOUN: LazyLock<Pattern> = LazyLock::new(|| {
    const WHICH: &str = r"younger|older|elder|eldest|youngest|little|big|own|late|only|twin|young|[\p{L}\d]+-year-old|propi[oa]|difunt[oa]|baby|newborn|infant|elderly|aged|teenage|pequeñ[oa]|маленьк\p{L}+|\d{1,2}-летн\p{L}+|\p{L}+летн\p{L}+|младш\p{L}+|старш\p{L}+|родн\p{L}+|двоюродн\p{L}+|единственн\p{L}+|покойн\p{L}+";
    const MORE: &str = r"mum|mom|mummy|mommy|dad|daddy|gran|granny|grandma|grandpa|nan|little one|baby|toddler|newborn|infant|kid|child|partner|girlfriend|boyfriend|fianc[ée]e?|stepbrother|stepsister|half-brother|half-sister|twin|novi[oa]|prometid[oa]|mami|papi|abuelit[oa]|hermanit[oa]|hijit[oa]|beb[ée]|niñ[oa]|nen[ea]|cuñad[oa]|suegr[oa]|niet[oa]|pareja|padrastro|madrastra|hermanastr[oa]|gemel[oa]|сестр\p{L}+|брат\p{L}*|жен(?:а|ы|е|у|ой)|муж\p{L}{0,2}|доч(?:ь|ери|ерью|ка|ку|ке|кой)|сын\p{L}{0,2}|мам(?:а|ы|е|у|ой)|пап(?:а|ы|е|у|ой)|мат(?:ь|ери|ерью)|от(?:ец|ца|цу|цом)|отчим\p{L}*|мачех\p{L}+|бабушк\p{L}+|дедушк\p{L}+|т[её]тк\p{L}+|т[её]т\p{L}{1,2}|дяд\p{L}{1,2}|внук\p{L}{0,2}|внучк\p{L}+|малыш\p{L}*|младен\p{L}+|сожител\p{L}+|невест\p{L}+|жених\p{L}*|племянни\p{L}+";
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>(?:her|his|su|его|е[её]) (?:(?:{WHICH}) ){{0,2}}(?:{MORE}|{KIN})(?: (?:mayor|menor|gemel[oa]|pequeñ[oa]))?),?\s$"
    ))
});

/// "The mother of Y, X", «Мать Y, X»: up to the one whose kin it is; a mark parts the two.
static OF_NAMED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{KIN})(?: (?:of|to|de|del))? $"
    ))
});

/// Children whom a sentence counts before it names them: "has two children, X and Y", "Tiene dos hijos, X y Y".
static COUNTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>(?:has|have|had|tiene|tenía|есть|растут|осталось|остались) (?:\p{L}+ ){0,2}?(?:children|sons|daughters|kids|hij[oa]s|niñ[oa]s|детей|дети|сына|дочери|ребёнка))(?: [^,.;:]{1,30})?[,:] $",
    )
});

/// "Mi primo X", "my brother X": kin of the speaker.
static OF_SPEAKER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>(?:my|mi|мой|моя|моего|мою|моей) (?:{KIN})),?\s$"
    ))
});

/// Ties everybody who is called kin of somebody named to him.
pub(super) fn kin(ties: &mut Ties<'_, '_>, people: &[&Mention]) {
    let scene = ties.scene;
    let harmed = ties.harmed;
    for (index, person) in people.iter().enumerate() {
        let earlier = index.checked_sub(1).map(|before| people[before]);
        let start = earlier.map_or(scene.sentence.span.start, |it| it.place.span.end);
        let lead = Span::new(start, person.place.span.start.max(start));
        let whole = Span::new(scene.sentence.span.start, person.place.span.start);
        if let Some(cue) = scene.cue(&COUNTED, whole) {
            let own = people
                .iter()
                .copied()
                .find(|who| who.place.span.end <= cue.start);
            let near = ties.all.iter().copied().rfind(|who| {
                who.place.part == scene.part && who.place.span.end <= scene.sentence.span.start
            });
            if let Some(other) = own.or(near) {
                for child in std::iter::once(*person).chain(listed::called(scene, person, cue)) {
                    ties.presuppose(other, child, Layer::Kin, cue);
                }
            }
            continue;
        }
        // Whoever a pronoun cannot mean has no such kin, though he stands right before.
        if let Some(cue) = scene.cue(&OF_PRONOUN, lead) {
            let suffers = |who: &Mention| harmed.contains(&who.id);
            let found = whom::owner(scene, cue, person, &ties.before, &suffers);
            let here = |who: &Mention| scene.people().any(|one| one.id == who.id);
            // Whoever the sentence before names by chance gives way to whom the text tells to be harmed.
            let harmed = || {
                let mut all = ties.all.iter().copied().filter(|who| {
                    who.place.part == scene.part
                        && who.place.span.end <= scene.sentence.span.start
                        && who.text != person.text
                });
                all.rfind(|who| whom::fits(scene, cue, who))
            };
            let better = found
                .filter(|who| !here(who) && !suffers(who))
                .and_then(|_| harmed());
            if let Some(other) = better.or(found) {
                ties.presuppose(other, person, Layer::Kin, cue);
            }
        } else if let (Some(other), Some(cue)) = (earlier, scene.cue(&BETWEEN, lead)) {
            ties.tie(other, person, Layer::Kin, cue);
        } else if let Some((other, cue)) =
            earlier.and_then(|other| named_after(scene, other, person))
        {
            ties.tie(other, person, Layer::Kin, cue);
        } else if let (Some(speaker), Some(cue)) = (scene.speaker, scene.cue(&OF_SPEAKER, lead)) {
            ties.tie(speaker, person, Layer::Kin, cue);
        }
    }
}

/// Whose kin a person is who is named behind him: "the mother of Y, X, said".
fn named_after<'a>(
    scene: &Scene<'a>,
    other: &'a Mention,
    person: &Mention,
) -> Option<(&'a Mention, Span)> {
    let (own, next) = (other.place.span, person.place.span);
    let start = scene.sentence.span.start;
    let lead = Span::new(start, own.start.max(start));
    let gap = scene.at(Span::new(own.end, next.start));
    let behind = scene.at(scene.rest(next.end));
    // "The mother of Y, X and Z": who are listed may all be children.
    let apart = gap == ", " && (behind.starts_with([',', '.', ')']) || predicate::follows(behind));
    let cue = scene.cue(&OF_NAMED, lead).filter(|_| apart)?;
    Some((other, cue))
}
