//! What holds of whoever speaks, and of his kin: "мне шестнадцать лет", a speaker called "Victim" who gives his name,
//! "my son X".

use super::ages::is_minor;
use super::cues::{FIRST_PERSON, KIN};
use super::{Cues, compiled, young};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::names::lexicon::fold;
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use model::{Mention, MentionKind, Role, Span};
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

/// "I, X, state", "Yo, X, declaro", «Я, X, сообщаю»: whoever signs a statement.
static STATES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^\W*(?P<cue>I|Yo|Я), (?:the undersigned,? |el abajo firmante,? |la abajo firmante,? )?$",
    )
});

/// "I was recruited", "me engañaron", «я жертва».
static FIRST: LazyLock<Cues> = LazyLock::new(|| {
    compiled(FIRST_PERSON, |words| {
        format!(r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])")
    })
});

/// An age in the first person: "Tenía diecisiete años", "I was 17", "мне было 17 лет".
static AGE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:\byo tenía|^[^\p{L}]*tenía|\bI was (?:only |just )?|мне (?:было|исполнилось) (?:только )?) ?(?P<years>\d{1,2}|\p{L}+)(?: años| лет|\b)",
    )
});

/// Words before the name that somebody gives as his own.
static MY_NAME: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>my name is|my name's|me llamo|mi nombre es|меня зовут) $",
    )
});

/// Role, cue and bearer.
type Told<'a> = (&'a Mention, Role, Span);

/// What a scene says of its speaker and of whom he calls his own.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<Told<'a>> {
    let mut all = Vec::new();
    for person in scene.people() {
        let whole = Span::new(scene.sentence.span.start, person.place.span.start);
        let lead = Span::new(whole.end - ending(scene.at(whole)).len(), whole.end);
        let signs = scene
            .at(Span::new(person.place.span.end, scene.sentence.span.end))
            .starts_with(',');
        if let Some(cue) = scene.cue(&STATES, whole).filter(|_| signs) {
            all.push((person, Role::Witness, cue));
        }
        if let Some(cue) = scene.cue(&MY_KIN, lead) {
            all.push((person, Role::Relative, cue));
        }
    }
    let Some(speaker) = scene.speaker else {
        return all;
    };
    if speaker.kind == MentionKind::Phone {
        let own = scene.cue(&I_AM_KIN, scene.sentence.span);
        let kin = all.first().map(|(_, _, cue)| *cue);
        all.extend(own.or(kin).map(|cue| (speaker, Role::Relative, cue)));
    }
    let label = scene.label.filter(|label| label.id != speaker.id);
    // A label that says what the speaker is says it of the name that he gives.
    if let Some(label) = label.filter(|_| scene.people().any(|it| it.id == speaker.id)) {
        let words = fold(scene.at(label.place.span));
        let role = LABELS.iter().find(|(cue, _)| cue.is_match(&words));
        all.extend(role.map(|(_, role)| (speaker, *role, speaker.place.span)));
    }
    if let Some(cue) = young::own(scene) {
        let both = std::iter::once(speaker).chain(label);
        all.extend(both.map(|who| (who, Role::Minor, cue)));
    }
    all
}

/// Whether somebody gives the name as his own: "my name is X".
pub(super) fn is_given(scene: &Scene<'_>, who: &Mention) -> bool {
    let left = Span::new(scene.sentence.span.start, who.place.span.start);
    scene.cue(&MY_NAME, left).is_some()
}

/// Who says his name where no turn is anybody's: «— Меня зовут X».
pub(super) fn names_himself<'a>(scene: &Scene<'a>) -> Option<&'a Mention> {
    scene
        .people()
        .find(|who| is_given(scene, who))
        .filter(|_| scene.speaker.is_none())
}

/// What a speaker says of himself; `teller` named himself before where no turn is anybody's.
pub(super) fn first_person<'a>(
    scene: &Scene<'a>,
    teller: Option<&'a Mention>,
) -> Vec<(&'a Mention, Role, Span)> {
    let Some(speaker) = scene
        .speaker
        .or(teller)
        .filter(|speaker| matches!(speaker.kind, MentionKind::Person | MentionKind::Role))
    else {
        return Vec::new();
    };
    let whole = scene.sentence.span;
    let told = FIRST
        .iter()
        .filter_map(|(role, regex)| Some((speaker, *role, scene.cue(regex, whole)?)));
    let bare = scene.label.is_some() && young::is_of_another(scene);
    let age = scene
        .captures(&AGE, whole)
        .filter(|_| !bare)
        .and_then(|hit| {
            let age = hit
                .name("years")
                .filter(|age| is_minor(scene, age.as_str()))?;
            Some((speaker, Role::Minor, scene.span(age.start(), age.end())))
        });
    told.chain(age).collect()
}
