//! "It has not been established that C", "No consta que C", «Причастность X не доказана»: what the author says that nothing
//! proves is denied in his claim, and only possibly not so; nobody states it.

use super::reading::Reading;
use super::view::{Run, View};
use crate::extract::needs::Pattern;
use model::{Certainty, Polarity, Span};
use std::sync::LazyLock;

/// Whoever fails to prove it: the subject before the verb.
const WHO: &str = r"(?:[^,.;:«“\x22]+?\s)?";
/// Nouns for a part that somebody may have had in a crime.
const PART_EN: &str = r"involvement|guilt|participation|role|complicity|knowledge|link|part|presence|intent|motive|collusion";
const PART_ES: &str = r"participación|culpabilidad|implicación|autoría|coautoría|responsabilidad|intervención|complicidad|relación|vinculación|pertenencia|existencia|connivencia|conocimiento|culpa|intención|presencia";
const PART_RU: &str = r"причастность|вина|виновность|участие|соучастие|связь|роль|осведомл[её]нность|факт|сговор|умысел|присутствие|знакомство|вовлеч[её]нность";

/// What a sentence says that nothing proves; the group is the thing.
static UNPROVEN: LazyLock<Pattern> = LazyLock::new(|| {
    let en = format!(
        concat!(
            r"(?:it (?:(?:has|had) (?:not|never)(?: yet)? been|(?:is|was) (?:not|never)(?: yet)?|(?:could|can)(?: not|not|n['’]t) be|remains to be) (?:\p{{L}}+ly )?(?:established|proven|proved|shown|demonstrated|substantiated)",
            r"|there (?:is|was|has been|had been) (?:no|not enough|not sufficient|insufficient|not any|little) (?:\p{{L}}+ ){{0,2}}?(?:evidence|proof|indication)(?: whatsoever| at all)?(?: to (?:show|suggest|prove|indicate))?",
            r"|{who}(?:failed to|could not|couldn['’]t|did not|didn['’]t|was unable to|were unable to|never|cannot) (?:prove|proved|establish|established|demonstrate|demonstrated|substantiate|substantiated))\s(?P<that>that\s.+)",
            r"|{who}(?:found|finds|saw|sees|has|have|had|heard) (?:no|not enough|insufficient) (?:\p{{L}}+ ){{0,2}}?(?:evidence|proof|indication)(?: to (?:show|suggest|prove|indicate))?\s(?P<by_en>that\s.+)",
            r"|(?P<part>(?:(?:the|his|her|their|any|no)\s|\p{{Lu}}[\p{{L}}'’. -]{{1,40}}['’]s?\s)(?:\p{{L}}+\s)?(?:{part})\b.*?)\s(?:(?:has|have|had) (?:not|never) been|(?:is|was|were) (?:not|never)|(?:could|can)(?: not|not) be|remains?) (?:\p{{L}}+ly )?(?:un)?(?:established|proven|proved|demonstrated|substantiated)",
            r"|(?P<front>that\s.+?)\s(?:(?:has|had) (?:not|never) been|(?:is|was) (?:not|never)) (?:established|proven|proved|demonstrated)",
        ),
        who = WHO,
        part = PART_EN
    );
    let es = format!(
        concat!(
            r"(?:(?:no|tampoco) (?:(?:ha|había) (?:quedado|resultado|sido)|resulta|resultó|queda|quedó|está|fue|puede darse por|se (?:da|declara|considera|tiene)(?: por)?) (?:\p{{L}}+mente )?(?:acreditado|probado|demostrado|establecido)",
            r"|(?:no|tampoco) (?:consta|constaba|hay constancia de)(?: en (?:autos|actas|las actuaciones|la causa|el expediente|el sumario))?",
            r"|(?:no|tampoco) se (?:(?:ha|había|pudo|puede|logró) )?(?:probado|acreditado|demostrado|probó|acreditó|demostró|prueba|acredita|demuestra|probar|acreditar|demostrar)",
            r"|(?:no|tampoco) (?:hay|hubo|había|existen?|existían?|obran?) (?:\p{{L}}+ )?(?:pruebas?|evidencias?|indicios?)(?: algun[oa]s?| suficientes?| concluyentes?)? de",
            r"|{who}(?:no|tampoco) (?:(?:ha |han |pudo |pudieron |logró |lograron |consiguió |consiguieron )?(?:probado|acreditado|demostrado|probó|acreditó|demostró|probaron|acreditaron|demostraron|probar|acreditar|demostrar)))\s(?P<que>que\s.+)",
            r"|{who}no (?:ha |han )?(?:encontr\p{{L}}+|hall\p{{L}}+|ve|ven|aprecia|aprecian|apreció|vio|tiene|tienen|tenía) (?:\p{{L}}+ )?(?:pruebas?|evidencias?|indicios?)(?: algun[oa]s?| suficientes?| concluyentes?)? de (?P<by_es>que\s.+)",
            r"|(?P<parte>(?:(?:la|el|su|sus|ninguna|tal)\s)(?:\p{{L}}+\s)?(?:{part})(?:\s.*?)?),? (?:no|tampoco) (?:(?:ha|había) (?:quedado|resultado|sido)|resulta|resultó|queda|quedó|está|fue|se (?:ha|pudo)) (?:\p{{L}}+mente )?(?:acreditad[oa]|probad[oa]|demostrad[oa]|acreditar|probar|demostrar)",
            r"|(?P<delante>que\s.+?)\s(?:no|tampoco) (?:(?:ha|había) (?:quedado|resultado|sido)|resulta|quedó|está) (?:acreditado|probado|demostrado)",
        ),
        who = WHO,
        part = PART_ES
    );
    let ru = format!(
        concat!(
            r"(?:не (?:было |был[аи] )?(?:доказано|установлено|подтверждено|подтвердилось)(?: то)?",
            r"|не наш[лё]\p{{L}}* (?:своего )?подтверждения то",
            r"|(?:нет|не имеется|не было|не найдено|недостаточно|не добыто|не представлено|не обнаружено|отсутствуют) (?:\p{{L}}+ ){{0,2}}?(?:доказательств\p{{L}}?|улик\p{{L}}?|подтверждени[яй]|данных)(?: того| тому| о том| в том)?",
            r"|{who}не (?:смог(?:л[аио])? доказать|сумел[аи]? доказать|удалось доказать|доказал[аио]?)(?: того| то)?), (?P<chto>(?:что|будто)\s.+)",
            r"|{who}не (?:наш[её]л|нашл[аио]|видит|видят|обнаружил[аио]?|усмотрел[аио]?|имеет|имеют) (?:\p{{L}}+ ){{0,2}}?(?:доказательств|улик|подтверждени[яй])(?: того| тому)?, (?P<by_ru>(?:что|будто)\s.+)",
            r"|доказательств\p{{L}}? (?:того|тому), (?P<togo>(?:что|будто)\s.+?), (?:нет|не (?:найдено|имеется|представлено|было|добыто|обнаружено))",
            r"|(?P<chast>(?:(?:его|е[её]|их|сам факт)\s)?(?:{part})(?:\s.*?)?) не (?:была? |было )?(?:доказан[аоы]?|установлен[аоы]?|подтвержден[аоы]?|подтверждается|подтвердил(?:ась|ось|ся)|наш(?:ла|ло|[её]л) (?:своего )?подтверждения)",
            r"|то, (?P<pered>что\s.+?), не (?:было )?(?:доказано|установлено|подтверждено|подтвердилось)",
        ),
        who = WHO,
        part = PART_RU
    );
    Pattern::new(format!(
        r"(?i)^\W*(?:(?:and|but|however|also|y|pero|además|asimismo|и|но|а|при этом|однако),?\s)?(?:{en}|{es}|{ru})\W*$"
    ))
});

/// Words of which one stands in every sentence that says so: without one the pattern need not be tried.
#[rustfmt::skip]
const STEMS: [&str; 22] = [
    "establish", "proven", "prove", "proved", "shown", "demonstrat", "substantiat", "evidence", "proof", "indication", "acredita", "prob",
    "prueba", "demostr", "consta", "evidencia", "indicio", "establecid", "доказ", "установлен", "подтвер", "улик",
];

/// What a sentence says that nothing proves, and whether its subject says so: "The court found no evidence that C".
fn found(text: &str, view: &View<'_>) -> Option<(Span, bool)> {
    let stem = |at: usize| STEMS.iter().any(|stem| view.lower(at).starts_with(stem));
    let more = |at: usize| view.lower(at).starts_with("данных") || view.is(at, "unproven");
    if view.opens_quoted || !(0..view.len()).any(|at| stem(at) || more(at)) {
        return None;
    }
    let whole = view.span(Run::new(0, view.len())?)?;
    let words = UNPROVEN.captures(whole.of(text)?)?;
    let by = ["by_en", "by_es", "by_ru"]
        .iter()
        .any(|name| words.name(name).is_some());
    let thing = words.first()?;
    let (from, to) = (thing.start(), thing.end());
    Some((Span::new(whole.start + from, whole.start + to), by))
}

/// What an author's own sentence says that nothing proves.
pub(super) fn own(text: &str, view: &View<'_>) -> Option<Span> {
    found(text, view).map(|(thing, _)| thing)
}

/// Drops the readings by which somebody, or what is no source, would state what nothing proves; who found nothing that proves it
/// denies it.
pub(super) fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    readings.retain_mut(|reading| {
        let view = &views[reading.sentence];
        let Some(cue) = reading.cue else { return true };
        let Some((thing, by)) = found(text, view).filter(|(thing, _)| !thing.contains(cue)) else {
            return true;
        };
        let meets = reading.content.iter().any(|it| it.overlaps(thing));
        let says = by && meets && reading.source.is_some_and(|it| it.end <= thing.start);
        if says {
            reading.content = vec![thing];
            reading.polarity = Polarity::Denied;
            reading.certainty = reading.certainty.weaker(Certainty::Possible);
        }
        says
    });
}

/// Whether somebody is on record for what the sentence says that nothing proves.
pub(super) fn is_told(text: &str, view: &View<'_>, readings: &[Reading]) -> bool {
    let Some((thing, true)) = found(text, view) else {
        return false;
    };
    let told = |reading: &Reading| reading.content == [thing];
    readings.iter().any(|it| it.source.is_some() && told(it))
}
