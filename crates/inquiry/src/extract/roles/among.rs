//! Who is named as one of those who were harmed: "One of the women, X, said", "Uno de ellos, X", «Один из освобождённых, X».

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::listed;
use crate::extract::needs::Pattern;
use crate::extract::predicate;
use crate::extract::whom;
use crate::harming;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Groups whom a network harms, in three languages; the Russian ones in the genitive.
const GROUP: &str = r"wom[ae]n|girls?|boys?|men|workers|labou?rers|victims|survivors|migrants|children|teenagers|recruits|maids|fishermen|crew(?:men|members)?|passengers|pickers|captives|tenants|cleaners|youths|young people|nannies|employees|rescued|freed|complainants|deckhands|sailors|seafarers|mujeres|chicas|jóvenes|muchach[oa]s|niñ[oa]s|menores|víctimas|sobrevivientes|trabajador(?:as|es)|jornaler[oa]s|obrer[oa]s|migrantes|emplead[oa]s|rescatad[oa]s|liberad[oa]s|pescadores|temporer[oa]s|tripulantes|marineros|costureras|hombres|personas|женщин|девушек|девочек|освобожд[её]нн(?:ых|ой|ого)|потерпевших|пострадавших|жертв|рабочих|работни(?:ков|ц)|мигрант(?:ов|ок)|парней|подростков|детей|спас[её]нн(?:ых|ой|ого)|пленни(?:ков|ц)|невольниц|мужчин|рыбаков|моряков|матросов|швей|батраков|студент(?:ов|ок)|выживших|заложниц";

/// One of a group, right before the name.
static ONE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>(?:one|another|two|three|a (?:second|third)|the (?:second|other|eldest|youngest)) of (?:the|these|those|his|her|their) (?:\p{{L}}+ ){{0,2}}?(?:{GROUP})|(?:un[oa]|otr[oa]|dos|tres) de (?:las|los|sus|estas|estos|esas|esos) (?:\p{{L}}+ ){{0,2}}?(?:{GROUP})|(?:одн(?:а|у|ой|ого|ому)|один|друг(?:ая|ой|ую)|втор(?:ая|ой|ую)) из (?:\p{{L}}+ ){{0,2}}?(?:{GROUP})|(?P<them>(?:one|another|two|three|both) of them|(?:un[oa]|otr[oa]|dos|tres) de ell[oa]s|(?:одн(?:а|у|ой|ого)|один|друг(?:ая|ой)) из них))(?: [^,.;:]{{1,40}})?, |(?:^|[^\p{{L}}])(?P<group>{GROUP})(?: [^,.;:]{{1,40}})?,? (?:among them|including|entre ell[oa]s|incluid[oa]s?|среди (?:них|которых)|в том числе) $"
    ))
});

/// The same behind the name: "X, one of the nine".
static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^, (?P<cue>(?:one|another) of (?:the|those) (?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)|(?:\p{{L}}+ ){{0,2}}?(?:{GROUP}))|un[oa] de (?:las|los) (?:\p{{L}}+ ){{0,2}}?(?:{GROUP})|(?:одна|один) из (?:\p{{L}}+ ){{0,2}}?(?:{GROUP}))(?:$|[^\p{{L}}])"
    ))
});

static MEANT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{GROUP}|рабочи(?:е|м|ми)|женщин\p{{L}}*|девуш\p{{L}}+|работник\p{{L}}*)(?:$|[^\p{{L}}])"
    ))
});

/// What the law does, or somebody does to others: one of those is not harmed.
static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:arrest|charged|detain|convict|sentenc|pleaded|suspect|recruited|lured|detenid|deten[ií]|acusad|imputad|conden|reclut[óa]|капт|задерж|арест|обвин|осужд|подозр|вербова)",
    )
});

/// What makes hard work of work.
static HARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)freed|rescued|raid|unpaid|(?:never|not) paid|liber[óoa]|rescat|освобо|спасли|passports?|\bowed?\b|debt|unpaid|beaten|locked|barracks|slave|pasaportes?|deuda|sin cobrar|explotaci|golpe|encerrad|паспорт|долг|барак|рабск|рабств|били|избива|заперт",
    )
});

/// Who is named so; `before` are the words of the sentence before.
pub(super) fn told<'a>(scene: &Scene<'a>, before: &str) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    for who in scene.people() {
        let left = Span::new(scene.sentence.span.start, who.place.span.start);
        let behind = || scene.cue(&BEHIND, scene.rest(who.place.span.end));
        let before_it = scene.captures(&ONE, left).and_then(|hit| {
            let cue = hit.name("cue").or_else(|| hit.name("group"))?;
            Some(within(left, cue))
        });
        let Some(cue) = before_it.or_else(behind) else {
            continue;
        };
        let rest = scene.at(scene.rest(who.place.span.end));
        let list = listed::called(scene, who, cue);
        let closed =
            !list.is_empty() || rest.starts_with([',', '.', ')', ';']) || predicate::follows(rest);
        let pronoun = ["them", "ell", "них"]
            .iter()
            .any(|end| scene.at(cue).to_lowercase().contains(end));
        let fits = !pronoun || MEANT.is_match(before) && !ACTS.is_match(before);
        let near = &rest[..rest.floor_char_boundary(rest.len().min(80))];
        let harm = harming::is_told(scene.text) || HARD.is_match(scene.text);
        if closed && fits && harm && !ACTS.is_match(near) && !whom::in_office(scene, who) {
            let all = std::iter::once(who).chain(list);
            found.extend(all.map(|one| (one, Role::PossibleVictim, cue)));
        }
    }
    found
}
