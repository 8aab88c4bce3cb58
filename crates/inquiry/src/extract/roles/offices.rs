//! Who holds an office, told in more than the noun before his name: "the spokesman for the ministry, X", "el presidente del
//! tribunal, X", «официальный представитель ведомства X», "Officer X:" before a turn, and whose lawyer somebody is.

use super::cues::{LAWYERS, OFFICES, RANKS};
use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::names::lexicon::{fold, known};
use crate::extract::names::parts::is_noun;
use crate::extract::needs::Pattern;
use crate::extract::predicate;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// What an office is of, behind its noun.
const OF: &str = r"(?: (?:of|for|at|in|from|with|de|del|al|por|ante)(?: (?:the|la|el|los|las|an?|una?))?(?: [\p{L}\d’'.-]+){1,5}?| (?:jefe|mayor|primero|general|adjunt[oa]|titular|ponente|suplente|decan[oa]|instructor(?:a)?|municipal|provincial|nacional|federal|judicial|de turno|(?-i:\p{Lu}[\p{L}]+))){1,2}";

/// Bodies that Russian offices are of, in the genitive.
const OF_RU: &str = r"(?: (?:\p{L}+(?:ого|его|ой|ей|ых|их)|по [\p{L} ]+?(?:делам|вопросам|области|краю|городу|району)(?: \p{L}+)?|суда|отдела|отделения|управления|комитета|ведомства|министерства|полиции|прокуратуры|района|области|края|города|республики|розыска|службы|департамента|центра|участка|миграции|границы|юстиции|посольства|консульства|администрации|делам|дел|фонда|палаты|(?-i:\p{Lu}{2,6}|\p{Lu}\p{L}+))){1,5}";

/// Nouns of whoever leads a body that is named behind them.
const CHAIRS: &str = r"president[ea]|chair(?:man|woman|person)?|head|chief|jef[ea]|director(?:a)?|titular|начальник\p{L}*|глав(?:а|ы|е|у|ой)|председател\p{L}*|руководител\p{L}*|представител\p{L}*";

/// A noun that an office before a name begins with: looked for first, since it is quickly not found.
static NOUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:^|[^\p{{L}}])(?:{OFFICES}|{RANKS}|{LAWYERS}|{CHAIRS}) "
    ))
});

/// An office with what it is of, before a name.
static BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?:(?P<cue>{OFFICES}|{RANKS})(?:{OF},|{OF_RU},?)|(?P<law>{LAWYERS})(?:{OF},|{OF_RU},?)|(?P<chair>(?:{CHAIRS}) (?:of (?:the )?(?:court|bench|tribunal|police|force|unit|station|squad|department|ministry)|de(?:l| la| los) (?:tribunal|sala|jurado|audiencia|corte|juzgado|policía|comisaría|brigada|unidad|cuerpo|ministerio|fiscalía|grupo de homicidios)|(?:суда|полиции|отдела|отделения|управления|комитета|ведомства|министерства|прокуратуры|мвд|ск|гу|умвд|службы|администрации|района))(?:{OF_RU}|{OF})?),?)(?: (?:el |la )?(?:dr|doctor|doctora|don|doña|mr|mrs|ms|sr|sra|señora?)\.?)? $"
    ))
});

/// An office or rank before the name in the label of a turn.
static LABEL: LazyLock<(Regex, Regex)> = LazyLock::new(|| {
    let whole = |words: &str| pattern(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{words})\.?\s*$"));
    (whole(&format!("{OFFICES}|{RANKS}")), whole(LAWYERS))
});

/// A lawyer, up to whose he is: "lawyer for ", "El abogado de ", «Адвокат ».
static LAWYER_OF: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{LAWYERS})(?: (?:of|for|to|de|del))?(?: (?:the|el|la|su|sus|los|las|an?|una?))?(?: \p{{Ll}}+)?,? $"
    ))
});

/// Who holds an office by the words around his name, or before the label of the turn.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    let people: Vec<&Mention> = scene.people().collect();
    for (at, who) in people.iter().enumerate() {
        let own = who.place.span;
        let earlier = at.checked_sub(1).map(|at| people[at]);
        let from = earlier.map_or(scene.sentence.span.start, |it| it.place.span.end);
        let left = Span::new(from.min(own.start), own.start);
        if NOUN.is_match(scene.at(left))
            && let Some(hit) = scene.captures(&BEFORE, left)
        {
            let role = |name: &str| hit.name(name).map(|cue| within(left, cue));
            let office = role("cue").or_else(|| role("chair"));
            let told = office.map(|cue| (Role::Official, cue));
            let told = told.or_else(|| role("law").map(|cue| (Role::Lawyer, cue)));
            found.extend(
                told.filter(|(_, cue)| !acts_between(scene, *cue, own))
                    .map(|(role, cue)| (*who, role, cue)),
            );
        }
        if let Some(client) = earlier
            && let Some(cue) = lawyer_of(scene, client, who)
        {
            found.push((who, Role::Lawyer, cue));
        }
    }
    found.extend(labelled(scene));
    found
}

/// Whether a verb stands between an office and the name, or a noun for somebody else: «судья отказала потерпевшей X»,
/// «защитник подсудимого X».
fn acts_between(scene: &Scene<'_>, cue: Span, name: Span) -> bool {
    let gap = scene.at(Span::new(cue.end, name.start.max(cue.end)));
    if !gap.contains(',') && gap.split_whitespace().next_back().is_some_and(is_noun) {
        return true;
    }
    predicate::follows(gap)
        || gap
            .match_indices(' ')
            .any(|(at, _)| predicate::follows(&gap[at..]))
}

/// Where the words say that somebody is the lawyer of the one named before him.
fn lawyer_of(scene: &Scene<'_>, client: &Mention, who: &Mention) -> Option<Span> {
    let (one, own) = (client.place.span, who.place.span);
    let gap = scene.at(Span::new(one.end, own.start.max(one.end)));
    let behind = scene.at(scene.rest(own.end));
    let closed = behind.starts_with([',', '.', ')']) || predicate::follows(behind);
    let apposed = gap == ", " && closed || gap == " ";
    let left = Span::new(scene.sentence.span.start, one.start);
    scene.cue(&LAWYER_OF, left).filter(|_| apposed)
}

/// Whose office the label of a turn tells: "Officer Hale:", «Следователь Громов:».
fn labelled<'a>(scene: &Scene<'a>) -> Option<(&'a Mention, Role, Span)> {
    let label = scene.label?;
    let start = label.place.span.start;
    let line = scene.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let words = scene.at(Span::new(line, start));
    let bare = words.rsplit([']', '|']).next().unwrap_or_default();
    let role = if LABEL.0.is_match(bare) {
        Role::Official
    } else if LABEL.1.is_match(bare) {
        Role::Lawyer
    } else {
        return None;
    };
    Some((label, role, Span::new(start - bare.len(), start)))
}

/// Whether a Russian name stands in a case of whose somebody is: "Исаковой", "Петра Ломова".
fn is_oblique(who: &Mention) -> bool {
    let mut words = who.text.split_whitespace().map(fold).peekable();
    let russian = who
        .text
        .chars()
        .any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    let Some(first) = words.peek().cloned().filter(|_| russian) else {
        return false;
    };
    let listed = known(&first);
    if listed.given && !listed.nominative {
        return true;
    }
    let last = words.last().unwrap_or(first);
    [
        "овой",
        "евой",
        "иной",
        "ыной",
        "ской",
        "цкой",
        "ского",
        "цкого",
        "аго",
        "ого",
    ]
    .iter()
    .any(|end| last.len() > end.len() + 2 && last.ends_with(end))
}

/// Whether a noun of an office before a name gives its bearer none: a trade of the same name, whose lawyer somebody is, and
/// whoever is told something ("told the inspector X had fled").
pub(super) fn is_none(scene: &Scene<'_>, who: &Mention, role: Role, cue: Span) -> bool {
    static HEARS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:told|asked|informed|assured|warned|showed|begged) (?:the|an?|one|another|her|his|their) (?:\p{L}+ ){0,2}$",
        )
    });
    if !matches!(role, Role::Official | Role::Lawyer | Role::Journalist) {
        return false;
    }
    let before = scene.at(Span::new(scene.sentence.span.start, cue.start));
    let glued = scene.at(Span::new(cue.end, who.place.span.start.max(cue.end))) == " ";
    let told =
        || HEARS.is_match(before) && predicate::follows(scene.at(scene.rest(who.place.span.end)));
    let end = who.place.span.end;
    let next = scene.people().find(|other| other.place.span.start >= end);
    let beside = next.is_some_and(|it| scene.at(Span::new(end, it.place.span.start)) == " ");
    is_trade(scene, role, cue) || is_clients(scene, cue, who) || glued && (told() || beside)
}

/// Whether an office is only called like a trade: an agent of models, the captain of a trawler.
pub(super) fn is_trade(scene: &Scene<'_>, role: Role, cue: Span) -> bool {
    static NOUN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:special )?(?:agente?|capt|capit|cabo|comandante|oficial|капитан|инспектор|судь)",
        )
    });
    static SHIP: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^(?:capt|capit|капитан)"));
    static AFLOAT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:trawlers?|fishing (?:boat|vessel)s?|fishermen|deckhands?|on board|aboard|pesqueros?|pescador(?:es)?|tripulante?s?|a bordo|marineros?|сейнер\p{L}*|траулер\p{L}*|рыбак\p{L}*|матрос\p{L}*|на борту)(?:$|[^\p{L}])",
        )
    });
    static TRADE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:of (?:the )?(?:models?|players?)|de (?:viajes|modelos|empleo|seguros|bolsa|ventas)|inmobiliari[oa]|comercial|trawlers?|boats?|ships?|vessels?|ferry|crew|skipper|fishing|recruitment|employment|travel|modelling|barco|buque|pesquero|lancha|tripulaci[óo]n|судн\p{L}+|сейнер\p{L}*|траулер\p{L}*|катер\p{L}*|экипаж\p{L}*|команды)(?:$|[^\p{L}])",
        )
    });
    let near = 40;
    role == Role::Official && NOUN.is_match(scene.at(cue)) && {
        let from = scene.text.floor_char_boundary(
            cue.start
                .saturating_sub(near)
                .max(scene.sentence.span.start),
        );
        let to = scene
            .text
            .ceil_char_boundary((cue.end + 2 * near).min(scene.sentence.span.end.max(cue.end)));
        // Who commands a ship is told anywhere in the text.
        SHIP.is_match(scene.at(cue)) && AFLOAT.is_match(scene.text)
            || TRADE.is_match(scene.at(Span::new(from.min(cue.start), to)))
    }
}

/// Whether an office behind a name is that of whoever did something to its bearer: "X, rescued by officer Y".
pub(super) fn by(scene: &Scene<'_>, role: Role, from: usize, cue: Span) -> bool {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:by|to|from|with|for|of|against|por|con|de|a|al|del|ante|у|от|к|с|со|на|перед|для)(?: (?:the|an?|el|la|un|una|su|his|her))? $",
        )
    });
    matches!(role, Role::Official | Role::Lawyer | Role::Journalist)
        && BY.is_match(scene.at(Span::new(from.min(cue.start), cue.start)))
}

/// Whether the noun of an office stands in the nominative before a name in another case: «Адвокат Исаковой заявил» names
/// whose lawyer he is.
fn is_clients(scene: &Scene<'_>, cue: Span, who: &Mention) -> bool {
    const NOUNS: [&str; 9] = [
        "адвокат",
        "защитник",
        "юрист",
        "представитель",
        "прокурор",
        "судья",
        "защитница",
        "поверенный",
        "следователь",
    ];
    let words = fold(scene.at(cue));
    NOUNS.contains(&words.as_str()) && is_oblique(who)
}
