//! Roles that the row of a table gives.

use super::cues::{KIN, LAWYERS, NOUNS};
use super::{Cues, births, compiled, give};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use model::{Certainty, Mention, Role, RoleSaid, Span};
use std::sync::LazyLock;

/// What a cell says that is not sure of itself: "organiser?", "possible recruiter", «не подтверждено».
static UNSURE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\?|(?:^|[^\p{L}])(?:(?:un|not )(?:confirmed|verified|proven|clear|sure)|tbc|to be confirmed|possibl[ey]|maybe|perhaps|probabl[ey]|potential(?:ly)?|apparently|(?:sin|no|por) (?:confirmar|verificar|comprobar)|no (?:confirmad|verificad|comprobad)[oa]|posibles?|probables?|quiz[áa]s?|potencial(?:es)?|возможн\p{L}+|вероятн\p{L}+|предположительн\p{L}+|не ?(?:подтвержд|провер|доказ)\p{L}+|под вопросом)(?:$|[^\p{L}])",
    )
});

/// What makes the word behind it somebody else's: "lawyer of the victims", "hermana de una víctima". "Herself a victim" does not.
static OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[\p{L}] (?:(?:of|for|to|with|against) (?:(?:an?|the|one|this|that|other|some|several|possible|alleged) )*|(?:de|del|para|con|contra) (?:(?:un[oa]?s?|la|las|los|el|otr[oa]s?|presunt[oa]s?|posibles?) )*|a (?:un[oa]?s?|la|las|los) )$",
    )
});

/// A Russian noun with whose it is: «мать потерпевшей», «адвокат жертвы».
static OF_RUSSIAN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:родственни\p{L}+|знаком\p{L}+|друг|подруга|соседк?а?|представител\p{L}+|адвокат\p{L}*|защитни\p{L}+|психолог\p{L}*|куратор\p{L}*|опекун\p{L}*|вербовщи\p{L}+|мать|отец|брат|сестра|жена|муж|сын|дочь|т[её]тя|дядя|бабушка|мама|папа) (?:(?:одной|одного|возможной|предполагаемой) )?$",
    )
});

/// What is done for victims and witnesses behind the noun for them: "victim support worker".
static SERVES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:['’]s?)? (?:support|liaison|services?|assistance|aid|advocate|advisor|adviser|advocacy|protection|care|welfare|relations|unit|lawyer|counsel(?:l?or)?|relative|family|mother|father|parent|sister|brother|friend|husband|wife)",
    )
});

/// What somebody of a victim's is.
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>relatives?|family(?: member)?|next of kin|parent|partner|familiar(?:es)?|pariente|pareja|родственни\p{{L}}+|{KIN})(?:$|[^\p{{L}}])"
    ))
});

static LAWYER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{LAWYERS})(?:$|[^\p{{L}}])"
    ))
});

/// A row: the roles its other cells name are those of its first person.
pub(super) fn told(scene: &Scene<'_>, written: &str, found: &mut Vec<RoleSaid>) {
    static NAMED: LazyLock<Cues> = LazyLock::new(|| {
        let passive = [(Role::Recruit, r"recruited|reclutad[oa]|завербован[аы]?")];
        let table: Vec<(Role, &str)> = NOUNS.iter().copied().chain(passive).collect();
        compiled(&table, |words| {
            format!(r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words})(?:$|[^\p{{L}}])")
        })
    });
    let Some(person) = scene.people().next() else {
        return;
    };
    for (role, regex) in NAMED.iter().filter(|(_, regex)| scene.may(regex)) {
        let cue = regex.captures_iter(scene.words()).filter_map(|hit| {
            hit.name("cue")
                .map(|cue| scene.span(cue.start(), cue.end()))
        });
        let outside: Vec<Span> = cue
            .filter(|cue| !scene.people().any(|other| other.place.span.overlaps(*cue)))
            .collect();
        // "Friend of the victim, herself a victim": what is said of the person himself comes first.
        let own = outside
            .iter()
            .find(|cue| role.protects().is_none() || !is_of_another(scene, **cue));
        if let Some(cue) = own {
            cell_says(scene, person, (*role, *cue), found);
        } else if let Some(cue) = outside.first()
            && let Some(other) = to_another(scene, *cue)
        {
            cell_says(scene, person, other, found);
        }
    }
    if let Some(cue) = births::age_in_row(scene) {
        give(scene, person, Role::Minor, cue, found);
    }
    for (_, cue) in births::in_text(scene, &[], written) {
        give(scene, person, Role::Minor, cue, found);
    }
    if let Some(cue) = births::in_row(scene, written) {
        give(scene, person, Role::Minor, cue, found);
    }
}

/// The cell that a cue stands in.
fn cell(scene: &Scene<'_>, cue: Span) -> Span {
    let cells = scene.row().map(|(_, cells)| cells).unwrap_or_default();
    let cell = cells.iter().find(|cell| cell.contains(cue));
    cell.copied().unwrap_or(scene.sentence.span)
}

/// Whether a cell names somebody to whom the person is something.
fn is_of_another(scene: &Scene<'_>, cue: Span) -> bool {
    let cell = cell(scene, cue);
    let before = scene.at(Span::new(cell.start, cue.start));
    let behind = scene.at(Span::new(cue.end, cell.end));
    OF.is_match(before) || OF_RUSSIAN.is_match(before) || SERVES.is_match(behind)
}

/// What the person is to somebody else in a cell. Kin of whom a role protects are protected too.
fn to_another(scene: &Scene<'_>, cue: Span) -> Option<(Role, Span)> {
    let cell = cell(scene, cue);
    let named = |regex: &Regex| {
        let cue = regex.captures(scene.at(cell))?.name("cue")?;
        Some(Span::new(cell.start + cue.start(), cell.start + cue.end()))
    };
    let kin = named(&RELATIVE).map(|cue| (Role::Relative, cue));
    kin.or_else(|| named(&LAWYER).map(|cue| (Role::Lawyer, cue)))
}

/// Gives a role that a cell names, as sure as the cell is.
fn cell_says(
    scene: &Scene<'_>,
    person: &Mention,
    (role, cue): (Role, Span),
    found: &mut Vec<RoleSaid>,
) {
    let first = found.len();
    give(scene, person, role, cue, found);
    if UNSURE.is_match(scene.at(cell(scene, cue))) {
        for said in &mut found[first..] {
            said.certainty = said.certainty.weaker(Certainty::Possible);
        }
    }
}
