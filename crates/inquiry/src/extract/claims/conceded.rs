//! What is refused, not called untrue: "denied bail", "negó la visa", «отверг ходатайство».

use super::called;
use super::lexicon::{AUX, BE, BY, COMP, CONJ, DET, INF, POSS, PREP, PRON, SUB, TIME};
use super::patterns::listed;
use super::reading::Reading;
use super::untold::tokens;
use super::view::View;
use crate::extract::text::Token;
use model::{Language, Polarity, Span};

/// What one asks for and is refused.
const ENGLISH: &str = "access adjournment admission allowances appeal appeals application applications asylum bail benefits care \
    compensation days freedom medication opportunity rights schooling shelter toilet toilets \
    custody entry extradition food furlough help invitation leave licence license medicine motion motions parole passage pay payment permission permit permits petition petitions plea probation release request \
    requests rest sleep status treatment treatments trial retrial hearing visa visas wages water";
const SPANISH: &str = "acceso agua alimentos amparo apelación apelaciones asilo atención auxilio ayuda comida crédito créditos custodia demanda demandas descanso entrada \
    excarcelación extradición fianza hipoteca hipotecas indulto ingreso invitación libertad licencia oferta ofertas pago pagos pasaporte \
    permiso permisos planteo planteos pedido pedidos nulidad nulidades incidente incidentes recusación sobreseimiento careo \
    aplazamiento casación rectificación petición peticiones préstamo préstamos prórroga querella querellas propuesta recurso recursos refugio residencia salida salario salarios \
    solicitud solicitudes visa visado visados visas";
const RUSSIAN: &str = "апелляция апелляцию апелляции въезд виза визу визы выезд выплата выплату жалоба жалобу жалобы заявка заявку заявки иск иски кассация кассацию помилование помощь предложение \
    предложения представление приглашение просьба просьбу просьбы протест прошение прошения убежище условия ходатайство ходатайства";

/// Whether what a denial or rejection is about is something asked for: nobody calls anything untrue.
pub(super) fn is_conceded(views: &[View<'_>], reading: &Reading) -> bool {
    let view = &views[reading.sentence];
    if is_recognised(view, reading) || is_kept_from(view, reading) {
        return true;
    }
    // "He was denied entry": what is refused stands behind the verb.
    let passive = reading.rule.starts_with("passive") && view.english();
    // "Visas were denied to the men": it is the subject.
    let to = |content: &&Span| {
        tokens(view, **content)
            .next()
            .is_some_and(|at| view.is(at, "to"))
    };
    let behind = reading.content.last().filter(|it| passive && !to(it));
    let content = behind.or(reading.content.first());
    let Some(content) = content.filter(|_| {
        reading.polarity == Polarity::Denied
            && !(reading.head.contains("не_") || reading.head.contains("no_"))
    }) else {
        return false;
    };
    let mut inside = tokens(view, *content);
    let Some(first) = inside.next() else {
        return false;
    };
    let end = inside.next_back().unwrap_or(first) + 1;
    match view.lexicon.language {
        // "Negó el ingreso a los hombres que llegaron": what is kept stands right behind the verb.
        Language::Es => spanish(view, first, end) || kept(view, reading, first),
        Language::Ru => {
            // «Апелляционная жалоба отклонена»
            let held = |at: &usize| {
                let ends = ["ая", "ую", "ое", "ый", "ые", "ого", "ой"];
                view.has(*at, DET | POSS) || ends.iter().any(|end| view.lower(*at).ends_with(end))
            };
            let noun = (first..end).find(|at| !held(at)).unwrap_or(first);
            !calls_untrue(&reading.head) && listed(RUSSIAN, view.lower(noun))
        }
        Language::En | Language::Unknown => {
            is_race(view, first, end, &reading.head)
                || refuses(&reading.head) && is_from_whom(view, first)
                || english(view, first, end, refuses(&reading.head))
        }
    }
}

/// «Потерпевшим его не признали», «не признали её»: whom nobody takes for something, nobody denies.
fn is_recognised(view: &View<'_>, reading: &Reading) -> bool {
    let inside = reading
        .content
        .first()
        .map(|content| tokens(view, *content));
    let alone = inside.and_then(|mut inside| inside.next().filter(|_| inside.next().is_none()));
    let person = |at: usize| {
        matches!(
            view.lower(at),
            "его" | "ее" | "их" | "меня" | "нас" | "себя"
        )
    };
    reading.head.starts_with("не_призна") && alone.is_some_and(person)
}

/// Whether a thing that one asks for stands between a Spanish verb and the content at `first`.
fn kept(view: &View<'_>, reading: &Reading, first: usize) -> bool {
    let verb = reading.cue.and_then(|cue| tokens(view, cue).next_back());
    let refuses = ["neg", "nieg", "deneg", "denieg"];
    verb.is_some_and(|verb| {
        let begins = refuses
            .iter()
            .any(|stem| view.lower(verb).starts_with(stem));
        begins && verb + 1 < first && spanish(view, verb + 1, first)
    })
}

/// Whether the verb refuses what is asked for, or opposes it: "denied bail", "contested the extradition".
fn refuses(head: &str) -> bool {
    head.starts_with("den") || head.starts_with("contest")
}

/// "Denied them water": from whom a thing is kept stands before it.
fn is_from_whom(view: &View<'_>, at: usize) -> bool {
    let next = view.tokens.get(at + 1);
    let kept = next.is_some_and(Token::is_wordy)
        && !view.has(at + 1, PREP | CONJ | TIME | COMP)
        && !view.adverb(at + 1);
    let whom = matches!(view.lower(at), "them" | "us" | "him" | "me");
    whom && kept || view.is(at, "her") && view.has(at + 1, DET)
}

/// Whether a Russian verb says of a thing that it is not so, never that it is not granted: «отмёл жалобы».
fn calls_untrue(head: &str) -> bool {
    ["отмел", "отмёл", "отмета", "опроверг", "развея", "высме"]
        .iter()
        .any(|stem| head.starts_with(stem))
}

/// "Contested Ohio", "contests the seat": who runs for a thing denies nothing.
fn is_race(view: &View<'_>, first: usize, end: usize, head: &str) -> bool {
    const RACES: &str = "ballot district election elections final match primary race seat seats state states title vote";
    let bare = !view.has(first, DET | POSS | COMP | PRON) && !view.gerund(first);
    head.starts_with("contest")
        && (bare || (first..end.min(first + 4)).any(|at| listed(RACES, view.lower(at))))
}

/// "bail to X", "her a visa", "the women food": the last noun before a preposition, a clause or a mark. Who rejects a
/// request takes a position; who denies one `refuses` it.
fn english(view: &View<'_>, first: usize, end: usize, refuses: bool) -> bool {
    let over = |at: &usize| {
        !view.tokens[*at].is_wordy()
            || view.has(*at, COMP | INF)
            || view.has(*at, PREP) && *at > first
            || view.gerund(*at)
    };
    let to = (first..end).find(over).unwrap_or(end);
    // "His claim for asylum", "asylum fraud": the noun itself, with nothing told behind it.
    let noun = to.checked_sub(1).filter(|_| to > first);
    noun.is_some_and(|at| refuses && listed(ENGLISH, view.lower(at)) || job(view, at))
}

/// "The job offer": an offer in general may be one that is turned down in public.
fn job(view: &View<'_>, at: usize) -> bool {
    let offer = matches!(view.lower(at), "offer" | "offers");
    offer && at > 0 && matches!(view.lower(at - 1), "job" | "work" | "employment")
}

/// "la libertad condicional a X", "a las mujeres la visa", "ese derecho".
fn spanish(view: &View<'_>, first: usize, end: usize) -> bool {
    let nominal = |at: &usize| view.has(*at, DET | POSS | PRON);
    let mut from = first;
    if matches!(view.lower(first), "a" | "al") {
        let Some(next) = (first + 2..end.min(first + 8)).find(nominal) else {
            return false;
        };
        from = next;
    }
    let noun = from + usize::from(nominal(&from));
    listed(SPANISH, view.lower(noun))
        || nominal(&from) && matches!(view.lower(noun), "derecho" | "derechos")
}

/// Whether what begins at the token is a thing that one asks for in Spanish: "el permiso", "la visa".
pub(super) fn is_asked(view: &View<'_>, from: usize, end: usize) -> bool {
    spanish(view, from, end)
}

/// "Were denied boarding", "denied the men their passports": a thing is kept from somebody, and nothing is called untrue.
fn is_kept_from(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading
        .cue
        .filter(|_| view.english() && reading.polarity == Polarity::Denied)
    else {
        return false;
    };
    let inside: Vec<usize> = tokens(view, cue).collect();
    let denies = |at: &usize| matches!(view.lower(*at), "denied" | "denies" | "deny");
    let Some(verb) = inside.iter().copied().find(denies) else {
        return false;
    };
    let passive = (verb.saturating_sub(3)..verb).any(|at| view.has(at, BE));
    let next = verb + 1;
    let thing = view.tokens.get(next).is_some_and(Token::is_wordy)
        && !view.has(next, PREP | COMP | CONJ | SUB | TIME | PRON | BY)
        && !view.adverb(next);
    if passive {
        return thing || view.has(next, POSS);
    }
    // "Denied clemency to the four", "denies workers the right to strike", "denied us food".
    let bare = thing && !view.has(next, DET | POSS) && !view.gerund(next) && !view.capital(next);
    let told = (next..view.len().min(next + 3)).any(|at| called::is_told(view, at));
    let given = view.is(next + 1, "to") || view.has(next + 1, DET) && !view.has(next + 1, COMP);
    if bare && !told && given || is_from_whom(view, next) {
        return true;
    }
    // Somebody by an article, then what is his.
    let person = view.has(next, DET) && !view.has(next, POSS | COMP);
    let own =
        (next + 2..view.len().min(next + 5)).find(|at| view.has(*at, POSS) && !view.is(*at, "'s"));
    person
        && own.is_some_and(|own| {
            (next + 1..own)
                .all(|at| view.tokens[at].is_wordy() && !view.has(at, PREP | COMP | CONJ | AUX))
        })
}
