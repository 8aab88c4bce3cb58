//! Ties between two mentions that a sentence gives: who called, paid, recruited, commands, is kin to whom.
//!
//! A pattern asks for two people (or a person and a number) with the verb's words between them; a speaker stands
//! for "I" and "me". People who merely stand in one sentence are tied as named together.

mod acts;
mod cues;
mod entities;
mod kin;
mod particulars;
mod rows;

use super::around::Scene;
use super::needs::Pattern;
use super::text::Setting;
use super::whom::{self, Deed, Near, Told};
use crate::alphabet::{Regex, pattern};
use cues::OWN;
use model::{
    Certainty, Claim, ClaimId, Format, Layer, Mention, MentionId, MentionKind, Polarity, Role,
    RoleSaid, Span, Tie,
};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// More people than this in one sentence are a list.
const LIST: usize = 6;

/// A verb of a speaker.
struct Cue {
    layer: Layer,
    /// The one who acts stands after the verb.
    turned: bool,
    words: Pattern,
}

fn compile(table: &[(Layer, bool, &str)], frame: impl Fn(&str) -> String) -> Vec<Cue> {
    table
        .iter()
        .map(|(layer, turned, words)| Cue {
            layer: *layer,
            turned: *turned,
            words: Pattern::new(frame(words)),
        })
        .collect()
}

static SPOKEN: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    compile(OWN, |words| {
        format!(r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])")
    })
});

/// The ties of one sentence.
struct Ties<'s, 'a> {
    scene: &'s Scene<'a>,
    /// Harms done to whom only a pronoun names.
    deeds: Vec<Deed<'a>>,
    /// The people of the last sentence before that names any.
    before: Vec<&'a Mention>,
    /// Those who are told to be harmed, or to be minors.
    harmed: &'s BTreeSet<&'s MentionId>,
    /// The same in all sentences.
    all: &'s [&'a Mention],
    found: Vec<Tie>,
}

impl Ties<'_, '_> {
    /// A tie unless its sentence only asks for it.
    fn tie(&mut self, from: &Mention, to: &Mention, layer: Layer, cue: Span) {
        if !self.scene.is_question() {
            self.presuppose(from, to, layer, cue);
        }
    }

    /// A tie that holds where somebody asks for something else as well: "Where is her son, X?"
    fn presuppose(&mut self, from: &Mention, to: &Mention, layer: Layer, cue: Span) {
        let scene = self.scene;
        let locally_denied = scene.is_denied(cue) && !scene.is_denied_claim(cue);
        let unsupported = !matches!(layer, Layer::Kin | Layer::Uses) && scene.is_unsupported(cue);
        if from.id == to.id
            || unsupported
            || locally_denied
            || scene.is_false(cue)
            || layer == Layer::Recruited && scene.is_cleared(cue)
            || scene.is_conditional(cue)
            || from.text == to.text
        {
            return;
        }
        let known = self
            .found
            .iter()
            .any(|tie| tie.layer == layer && tie.from == from.id && tie.to == to.id);
        if !known {
            self.found.push(Tie {
                from: from.id.clone(),
                to: to.id.clone(),
                layer,
                place: scene.place(scene.clause(cue)),
                certainty: scene.certainty(cue),
                claim: scene.claim(cue).map(|claim| claim.id().clone()),
            });
        }
    }
}

/// Those whom roles tell to be harmed, or to be minors.
fn harmed(roles: &[RoleSaid]) -> BTreeSet<&MentionId> {
    let suffers = |said: &&RoleSaid| {
        matches!(
            said.role,
            Role::Recruit | Role::Victim | Role::PossibleVictim | Role::Minor
        )
    };
    roles.iter().filter(suffers).map(|said| &said.who).collect()
}

/// Every tie of the scenes, in text order; `roles` are those that the same scenes give.
pub(crate) fn ties(scenes: &[Scene<'_>], roles: &[RoleSaid]) -> Vec<Tie> {
    let harmed = harmed(roles);
    let people = scenes.iter().flat_map(Scene::people);
    let sufferers: Vec<&Mention> = people.filter(|who| harmed.contains(&who.id)).collect();
    let mut all = Vec::new();
    let mut last: Option<(&Mention, usize)> = None;
    let mut body: Option<(&Mention, usize)> = None;
    let mut before = Near::default();
    for scene in scenes {
        let told = !matches!(scene.sentence.setting, Setting::Furniture | Setting::Row);
        let mut ties = Ties {
            scene,
            deeds: if told {
                whom::deeds(scene, &before)
            } else {
                Vec::new()
            },
            before: before.last.clone(),
            harmed: &harmed,
            all: &sufferers,
            found: Vec::new(),
        };
        let people: Vec<&Mention> = scene.people().collect();
        match scene.sentence.setting {
            Setting::Furniture => continue,
            Setting::Row => {
                particulars::uses(&mut ties, None);
                rows::payments(&mut ties);
            }
            _ => {
                let near = last
                    .filter(|(_, part)| *part == scene.part)
                    .map(|(mention, _)| mention);
                recruited(&mut ties);
                if people.len() <= LIST {
                    acts::acts(&mut ties, &people);
                    particulars::uses(&mut ties, near);
                }
                kin::kin(&mut ties, &people);
                let employer = body
                    .filter(|(_, part)| *part == scene.part)
                    .map(|(mention, _)| mention);
                employed(&mut ties, &people, employer);
                spoken(&mut ties, &people, near);
                if people.len() <= LIST {
                    together(&mut ties, &people);
                }
            }
        }
        before.keep(scene);
        // A subject stays at hand for "her son" and "lo recluté": the first of the sentence.
        if let Some(first) = people
            .first()
            .filter(|_| scene.sentence.setting != Setting::Row)
        {
            last = Some((first, scene.part));
        }
        let bodies = scene
            .mentions
            .iter()
            .rev()
            .find(|mention| mention.kind == MentionKind::Organisation);
        body = bodies.map(|mention| (mention, scene.part)).or(body);
        all.extend(ties.found);
    }
    all.extend(talks(scenes));
    all.extend(entities::told(scenes));
    all
}

/// Who recruited whom only a pronoun names: "X says Y recruited her".
fn recruited(ties: &mut Ties<'_, '_>) {
    for deed in ties.deeds.clone() {
        if let (Some(doer), Some(whom), true) = (deed.doer, deed.whom, deed.recruits && deed.sure) {
            let from = ties.found.len();
            ties.tie(doer, whom, Layer::Recruited, deed.verb);
            if let Some(tie) = ties
                .found
                .get_mut(from)
                .filter(|_| deed.told == Told::Charged)
            {
                tie.certainty = tie.certainty.weaker(Certainty::Alleged);
            }
        }
    }
}

/// The roles that ties imply: who recruited and was recruited, and kin, by whom a recruit could be found. A denial
/// gives none.
pub(crate) fn roles(ties: &[Tie], claims: &[Claim]) -> Vec<RoleSaid> {
    let denied: BTreeSet<&ClaimId> = claims
        .iter()
        .filter(|claim| claim.polarity == Polarity::Denied)
        .map(Claim::id)
        .collect();
    let told = |tie: &&Tie| {
        tie.claim
            .as_ref()
            .is_none_or(|claim| !denied.contains(claim))
    };
    let mut all = Vec::new();
    for tie in ties.iter().filter(told) {
        let implied = match tie.layer {
            Layer::Kin => [Role::Relative, Role::Relative],
            Layer::Recruited => [Role::Recruiter, Role::Recruit],
            _ => continue,
        };
        for (who, role) in [&tie.from, &tie.to].into_iter().zip(implied) {
            all.push(RoleSaid {
                who: who.clone(),
                role,
                place: tie.place.clone(),
                certainty: tie.certainty,
                claim: tie.claim.clone(),
            });
        }
    }
    all
}

/// What a speaker says he did, or was done to him. Pronouns for others stand for who was named last.
fn spoken(ties: &mut Ties<'_, '_>, people: &[&Mention], near: Option<&Mention>) {
    static PRONOUN: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?i)\b(?:lo|la|him|her|его|е[её])\b"));
    let scene = ties.scene;
    let Some(speaker) = scene
        .speaker
        .filter(|speaker| speaker.kind == MentionKind::Person)
    else {
        return;
    };
    for cue in SPOKEN.iter().filter(|cue| scene.may(&cue.words)) {
        for hit in cue.words.captures_iter(scene.words()) {
            let Some(words) = hit.name("cue") else {
                continue;
            };
            let span = scene.span(words.start(), words.end());
            let clause = scene.clause(span);
            let within = |person: &&&Mention| {
                person.place.span.start >= clause.start
                    && person.place.span.end <= scene.sentence.span.end
            };
            let after = people.iter().filter(within).find(|person| {
                person.place.span.start >= span.end && person.place.span.start <= span.end + 60
            });
            let before = people.iter().filter(within).rev().find(|person| {
                person.place.span.end <= span.start && person.place.span.end + 40 >= span.start
            });
            let other = if PRONOUN.is_match(words.as_str()) {
                near
            } else if cue.turned {
                before.or(after).copied()
            } else {
                after.copied()
            };
            if let Some(other) = other {
                let (from, to) = if cue.turned {
                    (other, speaker)
                } else {
                    (speaker, other)
                };
                ties.tie(from, to, cue.layer, span);
            }
        }
    }
}

/// People of one sentence that nothing else ties.
fn together(ties: &mut Ties<'_, '_>, people: &[&Mention]) {
    for (index, a) in people.iter().enumerate() {
        for b in &people[index + 1..] {
            let tied = ties.found.iter().any(|tie| {
                (tie.from == a.id && tie.to == b.id) || (tie.from == b.id && tie.to == a.id)
            });
            if !tied && a.text != b.text {
                let cue = b.place.span;
                ties.found.push(Tie {
                    from: a.id.clone(),
                    to: b.id.clone(),
                    layer: Layer::NamedTogether,
                    place: ties.scene.place(ties.scene.sentence.span),
                    certainty: ties.scene.certainty(cue),
                    claim: ties.scene.claim(cue).map(|claim| claim.id().clone()),
                });
            }
        }
    }
}

/// "The firm's employee X", "сотрудница фирмы X": employed by the body named last.
fn employed(ties: &mut Ties<'_, '_>, people: &[&Mention], body: Option<&Mention>) {
    static EMPLOYEE: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)(?:^|[^\p{L}])(?P<cue>(?:сотрудни(?:к|ца|ка|цу|цей)|директор\w*|работни(?:к|ца)) (?:фирмы|компании|организации)|(?:employee|manager|director) of the (?:firm|company)|(?:the|an?) (?:firm|company)(?:'s|’s)? (?:employee|manager|director)|(?:emplead[oa]|director(?:a)?|gerente) de la (?:empresa|firma|compañía)),?\s$",
        )
    });
    let scene = ties.scene;
    let Some(body) = body else { return };
    for person in people {
        let lead = Span::new(scene.sentence.span.start, person.place.span.start);
        if let Some(cue) = scene.cue(&EMPLOYEE, lead) {
            ties.tie(body, person, Layer::Commanded, cue);
        }
    }
}

/// In a chat of two, each wrote to the other; in the transcript of a call, the first to speak called
/// the other, unless he answers the telephone.
fn talks(scenes: &[Scene<'_>]) -> Vec<Tie> {
    static CALL: LazyLock<Pattern> = LazyLock::new(|| {
        Pattern::new(
            r"(?i)\b(?:(?:transcripción|grabación) de (?:la )?llamada|llamada (?:telefónica|interceptada)|phone call|intercepted call|transcript of (?:a |the )?call|запись (?:телефонного )?разговора|телефонный разговор|абоненты)",
        )
    });
    let Some(format) = scenes.first().map(|scene| scene.document.format) else {
        return Vec::new();
    };
    let mut firsts: Vec<&Mention> = Vec::new();
    let mut names = BTreeSet::new();
    let mut is_call = false;
    for scene in scenes {
        if let Some(speaker) = scene
            .speaker
            .filter(|_| matches!(format, Format::Chat | Format::Transcript))
        {
            if names.insert(speaker.text.as_str()) {
                firsts.push(speaker);
            }
        } else {
            is_call |= firsts.is_empty() && scene.may(&CALL) && CALL.is_match(scene.words());
        }
    }
    let [a, b] = firsts.as_slice() else {
        return Vec::new();
    };
    let pairs: &[(&Mention, &Mention, Layer)] = match format {
        Format::Chat => &[(a, b, Layer::Messaged), (b, a, Layer::Messaged)],
        _ if is_call && a.kind == MentionKind::Person && b.kind == MentionKind::Person => {
            if answers(scenes) {
                &[(b, a, Layer::Called)]
            } else {
                &[(a, b, Layer::Called)]
            }
        }
        _ => &[],
    };
    pairs
        .iter()
        .map(|(from, to, layer)| Tie {
            from: from.id.clone(),
            to: to.id.clone(),
            layer: *layer,
            place: from.place.clone(),
            certainty: Certainty::Stated,
            claim: None,
        })
        .collect()
}

/// Whether the first turn of a call is that of who picked up: "Hello?", "¿Dígame?", "Слушаю".
fn answers(scenes: &[Scene<'_>]) -> bool {
    static PICKED_UP: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^[^.?!]{0,24}?(?:\b(?:hello|speaking|who is (?:this|calling))\b|\b(?:dígame|diga|aló|mande|quién (?:habla|es))\b|(?:слушаю|алло|ал[её]|кто (?:это|говорит)))",
        )
    });
    scenes
        .iter()
        .find(|scene| scene.speaker.is_some())
        .is_some_and(|scene| PICKED_UP.is_match(scene.words()))
}
