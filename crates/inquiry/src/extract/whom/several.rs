//! Who is meant where a harm is done to "them": those who say it together, else those named together before.

use super::near::Near;
use super::{SUBJECT, doer, harms, in_office, is_custody, papers, row, speaks};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::whom::cues::{Build, THEM};
use model::{Mention, Span};
use std::sync::LazyLock;

/// People without a name, whom "them" means as often.
static UNNAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:girls|boys|women|men|people|victims|recruits|children|minors|workers|migrants|teenagers|students|others|youths|families|chicas|niñ[oa]s|mujeres|hombres|personas|jóvenes|menores|víctimas|reclutas|trabajador[ae]s|migrantes|muchach[oa]s|estudiantes|otr[oa]s|familias|девуш\p{L}+|девоч\p{L}+|женщин\p{L}*|мужчин\p{L}*|люди|людей|людям|жертв\p{L}*|дет(?:и|ей|ям)|подростк\p{L}+|рабочи[ех]\p{L}*|мигрант\p{L}+|студент\p{L}+|друг(?:ие|их)|сем(?:ьи|ей))(?:$|[^\p{L}])",
    )
});

/// Between two names that stand together, beside what joins a list.
static TOGETHER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^ (?:with|con|с|со) $"));

/// Everybody whom a harm to "them" in the sentence is done to, with the words of the verb; `near` are the people of the
/// sentences before. Nobody where the text may mean people without a name.
pub(crate) fn several<'a>(scene: &Scene<'a>, near: &Near<'a>) -> Vec<(Vec<&'a Mention>, Span)> {
    let mut found = Vec::new();
    let may = |(_, words): &&(Build, Pattern)| scene.may(words);
    for (build, words) in THEM.iter().filter(may) {
        for hit in words.captures_iter(scene.words()) {
            let (Some(verb), Some(pron)) = (hit.name("verb"), hit.name("pron")) else {
                continue;
            };
            let verb = scene.span(verb.start(), verb.end());
            let pron = scene.span(pron.start(), pron.end());
            let named = *build == Build::Papers && papers::is_named(scene, verb);
            if named || is_custody(scene, verb) {
                continue;
            }
            let them = them(scene, *build, verb, pron, near);
            if them.len() > 1 {
                found.push((them, verb));
            }
        }
    }
    found
}

fn them<'a>(
    scene: &Scene<'a>,
    build: Build,
    verb: Span,
    pron: Span,
    near: &Near<'a>,
) -> Vec<&'a Mention> {
    let mut doers = doers(scene, build, verb, pron);
    let acts = !matches!(build, Build::Passive | Build::Bare);
    if doers.is_empty() && acts {
        let from = verb.start.min(pron.start);
        let one = row::doer(scene, verb, from).or_else(|| near.goes_on(scene, verb, from));
        doers.extend(one);
    }
    let by = doers.first().copied();
    if build == Build::Papers && papers::are_lawful(scene, (verb, pron), by) {
        return Vec::new();
    }
    let start = scene.sentence.span.start;
    let before = scene.at(Span::new(start, pron.start.min(verb.start).max(start)));
    let other = |who: &&'a Mention| doers.iter().all(|doer| doer.text != who.text);
    let free = |who: &&'a Mention| other(who) && !in_office(scene, who) && !harms(scene, who);
    let says: Vec<&Mention> = speaks(scene, pron).into_iter().filter(free).collect();
    if says.len() > 1 {
        return says;
    }
    if UNNAMED.is_match(before) {
        return Vec::new();
    }
    let named = scene
        .people()
        .filter(|who| who.place.span.end <= pron.start.min(verb.start));
    let here: Vec<&Mention> = named.filter(free).collect();
    if let Some(run) = together(scene, &here) {
        return run;
    }
    let there: Vec<&Mention> = near
        .last
        .iter()
        .copied()
        .filter(|who| who.place.part == scene.part && other(who))
        .collect();
    // Whom nobody is named to have harmed are as often those who harmed.
    let told =
        !doers.is_empty() && here.is_empty() && !doers.iter().any(|who| in_office(scene, who));
    told.then(|| together(scene, &there))
        .flatten()
        .unwrap_or_default()
}

/// Who does it: the one who surely does, or stands right before the verb, with everybody who is named together with him.
fn doers<'a>(scene: &Scene<'a>, build: Build, verb: Span, pron: Span) -> Vec<&'a Mention> {
    let sure = doer(scene, build, verb, pron);
    if matches!(build, Build::Passive | Build::Bare) {
        return sure.into_iter().collect();
    }
    let start = verb.start.min(pron.start);
    let before: Vec<&Mention> = scene
        .people()
        .filter(|who| who.place.span.end <= start)
        .collect();
    let subject = before
        .last()
        .copied()
        .filter(|who| SUBJECT.is_match(scene.at(Span::new(who.place.span.end, start))));
    let Some(one) = sure.or(subject) else {
        return Vec::new();
    };
    together(scene, &before)
        .filter(|run| run.iter().any(|who| who.id == one.id))
        .unwrap_or_else(|| vec![one])
}

/// The last people of a row who are named together, if no one else is named behind them.
fn together<'a>(scene: &Scene<'a>, row: &[&'a Mention]) -> Option<Vec<&'a Mention>> {
    let mut run: Vec<&Mention> = vec![row.last().copied()?];
    for pair in row.windows(2).rev() {
        let gap = Span::new(pair[0].place.span.end, pair[1].place.span.start);
        let close = gap.start <= gap.end
            && (listed::are_joined(scene, pair[0], pair[1]) || TOGETHER.is_match(scene.at(gap)));
        if !close {
            break;
        }
        run.insert(0, pair[0]);
    }
    (run.len() > 1).then_some(run)
}
