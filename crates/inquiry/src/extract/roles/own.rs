//! What holds of whoever speaks, and of his kin: "мне шестнадцать лет", a speaker called "Victim" who gives his name,
//! "my son X".

use super::cues::KIN;
use super::young;
use crate::extract::around::Scene;
use crate::extract::names::lexicon::fold;
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::values::pattern;
use model::{Mention, MentionKind, Role, RoleSaid, Span};
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Labels of speakers that say what the speaker is.
static LABELS: LazyLock<[(Regex, Role); 3]> = LazyLock::new(|| {
    [
        (
            pattern(
                r"^(?:the )?(?:victim|survivor|victima|sobreviviente|потерпевш\p{L}+|жертва)\b",
            ),
            Role::Victim,
        ),
        (
            pattern(r"^(?:the )?(?:witness|testigo|свидетел\p{L}+)\b"),
            Role::Witness,
        ),
        (
            pattern(r"^(?:the )?(?:minor|menor|несовершеннолетн\p{L}+)\b"),
            Role::Minor,
        ),
    ]
});

/// What stands before a name that a speaker gives as his own.
static MY_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:my name is|my name's|I am|I'm|me llamo|mi nombre es|soy|меня зовут|мо[её] имя|зовут)[ —:-]{1,3}$",
    )
});

/// What is asked before a name that is given without a verb, and what follows one that can only be the speaker's.
static ASKED: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    (
        pattern(
            r"(?i)(?:your (?:full )?name|say who you are|introduce yourself|(?:tu|su) nombre|te llamas|se llama|identifíquese|представьтесь|назовите себя|вас зовут|тебя зовут|ваше имя)[^\n]*\n[^\n]{0,60}$",
        ),
        pattern(
            r"(?i)^, (?:мне (?:\p{L}+|\d+)|я\b|I am|I'm|I’m|tengo|nacid[oa]|born|родил\p{L}+|(?:\d{1,2}|\p{L}+) (?:años|лет|years))",
        ),
    )
});

/// "my son X", "mi hija X", "моя сестра X".
static MY_KIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:my|mi|our|nuestr[oa]|мо(?:й|я|ю|его|ей|ему|ём|ем)|наш\p{{L}}*)(?: (?:own|own dear|late|little|big|younger|elder|older|eldest|youngest|only|propi[oa]|difunt[oa]|покойн\p{{L}}+|младш\p{{L}}+|старш\p{{L}}+|родн\p{{L}}+|двоюродн\p{{L}}+)){{0,2}} (?P<cue>{KIN}|дочке|дочку|дочка|сынок|сестру|сестре|сестрой|матери|братом|брату|мамой|маме|маму|папу|отца|отцу|тётю|внучк\p{{L}}+|внук\p{{L}}*),? $"
    ))
});

/// "soy la mamá de X": whose number writes is kin.
static I_AM_KIN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:soy|I am|I'm|I’m|это|я) (?:la |el |su |the |her |his )?(?P<cue>{KIN}|mam[aá]|pap[aá]|mum|mom|dad|мама|папа)(?:$|[^\p{{L}}])"
    ))
});

/// Speakers who gave their names, by label.
pub(super) type Names<'a> = BTreeMap<String, &'a Mention>;

/// Role, cue and bearer.
type Told<'a> = (&'a Mention, Role, Span);

/// What a scene says of its speaker and of whom he calls his own; `names` is filled as speakers give their names, and
/// what the scene said of a label so far (`found`) is said of the name too.
pub(super) fn told<'a>(
    scene: &Scene<'a>,
    names: &mut Names<'a>,
    found: &[RoleSaid],
) -> (Vec<Told<'a>>, Vec<RoleSaid>) {
    let mut all = Vec::new();
    let mut more = Vec::new();
    for person in scene.people() {
        let whole = Span::new(scene.sentence.span.start, person.place.span.start);
        let lead = Span::new(whole.end - ending(scene.at(whole)).len(), whole.end);
        if let Some(cue) = scene.cue(&MY_KIN, lead) {
            all.push((person, Role::Relative, cue));
        }
    }
    let Some(speaker) = scene.speaker else {
        return (all, more);
    };
    if speaker.kind == MentionKind::Phone {
        let own = scene.cue(&I_AM_KIN, scene.sentence.span);
        let kin = all.first().map(|(_, _, cue)| *cue);
        all.extend(own.or(kin).map(|cue| (speaker, Role::Relative, cue)));
    }
    let label = fold(scene.at(speaker.place.span));
    if let Some(named) = scene.people().next().filter(|first| {
        // The label of the turn stands in its first sentence.
        let from = scene.sentence.span.start.max(speaker.place.span.end);
        let lead = Span::new(from.min(first.place.span.start), first.place.span.start);
        speaker.kind == MentionKind::Role
            && first.id != speaker.id
            && (MY_NAME.is_match(scene.at(lead)) || is_bare(scene, first, lead))
    }) {
        let role = LABELS.iter().find(|(words, _)| words.is_match(&label));
        if let Some((_, role)) = role.filter(|_| !names.contains_key(&label)) {
            all.push((named, *role, named.place.span));
            names.insert(label.clone(), named);
        }
    }
    let named = names.get(&label).copied();
    if let Some(cue) = young::own(scene) {
        all.extend(
            std::iter::once(speaker)
                .chain(named)
                .map(|who| (who, Role::Minor, cue)),
        );
    }
    if let Some(named) = named {
        let of_label = found.iter().filter(|role| role.who == speaker.id);
        more.extend(of_label.map(|role| RoleSaid {
            who: named.id.clone(),
            ..role.clone()
        }));
    }
    (all, more)
}

/// Whether a name is given without a verb as the speaker's own: asked for, or followed by what only he says of himself.
fn is_bare(scene: &Scene<'_>, name: &Mention, lead: Span) -> bool {
    let end = scene.sentence.span.end.max(name.place.span.end);
    let after = scene.at(Span::new(name.place.span.end, end));
    let earlier = scene.text.get(..scene.sentence.span.start);
    !scene.at(lead).contains(char::is_alphabetic)
        && (ASKED.0.is_match(ending(earlier.unwrap_or_default())) || ASKED.1.is_match(after))
}
