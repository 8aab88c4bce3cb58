//! Who works and is not paid: "worked eight months without pay", "trabajó ocho meses sin cobrar", «ей ни разу не заплатили».

use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::needs::Pattern;
use crate::extract::predicate;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

static UNPAID: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>work(?:ed|ing) (?:[\p{L}\d-]+ ){0,7}?(?:without (?:any )?(?:pay|being paid|wages|salary|a wage)|unpaid|for (?:no (?:pay|money|wages)|nothing))|(?:was|were|been|had been) (?:never|not) paid(?: (?:a|any|for)(?:$|[^\p{L}]))?|went unpaid|(?:received|got) no (?:pay|wages|salary)|trabaj(?:ó|aba|aron|aban) (?:[\p{L}\d]+ ){0,7}?sin (?:cobrar|sueldo|salario|paga|remuneración|recibir (?:pago|salario|sueldo|nada|dinero))|(?:nunca|jamás|no) le(?:s)? pag(?:aron|ó|aban|aba)|(?:про|от)?работал[аи]? (?:[\p{L}\d]+ ){0,7}?(?:без (?:оплаты|зарплаты|денег)|бесплатно|даром|за еду)|(?:ей|ему|им) (?:ничего |ни разу |так и |вообще )?не (?:платили|заплатили|платил[аи]?|заплатил[аи]?)|не (?:получ(?:ал|ил)|видел)[аи]? (?:\p{L}+ )?(?:зарплат\p{L}+|денег|ни (?:рубля|копейки|сома|тенге)))(?:$|[^\p{L}])",
    )
});

/// Who speaks of others.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:they|workers|women|men|girls|who|ellos|ellas|trabajadores|mujeres|que nadie|они|рабочие|женщины|которые)(?:$|[^\p{L}])",
    )
});

/// Whoever is said not to be paid for his work.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let Some(cue) = scene.cue(&UNPAID, scene.sentence.span) else {
        return Vec::new();
    };
    let free = |who: &&'a Mention| !whom::in_office(scene, who);
    let outside = |who: &&'a Mention| scene.aside(who).is_none_or(|it| it.span.end > cue.start);
    let before: Vec<&Mention> = scene
        .people()
        .filter(|who| who.place.span.end <= cue.start)
        .filter(free)
        .filter(outside)
        .collect();
    let gap = |who: &Mention| scene.at(Span::new(who.place.span.end, cue.start));
    let direct = before.last().copied().filter(|who| {
        let gap = gap(who);
        gap.trim().is_empty() || gap.trim_start_matches(',').split_whitespace().count() <= 1
    });
    let says = || {
        let all = whom::speaks(scene, cue);
        all.into_iter()
            .find(|who| free(who) && !OTHERS.is_match(gap(who)))
    };
    // "X came, with his cousin Y, and states that he worked": the first goes on.
    let states = || {
        let first = before.first().copied()?;
        let alone = before.len() == 1 || kin_between(scene, first, &before);
        (alone && goes_on(gap(first))).then_some(first)
    };
    let who = direct.or_else(says).or_else(states);
    who.map(|who| (who, Role::PossibleVictim, cue))
        .into_iter()
        .collect()
}

/// Whether only company of the first is named behind him: "accompanied by his cousin Y".
fn kin_between(scene: &Scene<'_>, first: &Mention, all: &[&Mention]) -> bool {
    static COMPANY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:accompanied by|together with|with|acompañad[oa] (?:de|por)|junto (?:a|con)|con|вместе с|в сопровождении|с) (?:(?:his|her|su|сво\p{L}+|его|её) )?(?:\p{Ll}+,? )?$",
        )
    });
    all.iter().skip(1).all(|who| {
        let words = scene.at(Span::new(first.place.span.end, who.place.span.start));
        COMPANY.is_match(words)
    })
}

/// Whether the words behind a name go on with what its bearer says or does.
fn goes_on(words: &str) -> bool {
    static SAYS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:says|said|states|stated|told|reports|reported|manifiesta|manifestó|declara|declaró|dice|dijo|refiere|refirió|cuenta|contó|relata|relató|сообщает|сообщил[аи]?|говорит|рассказал[аи]?|заявляет|заявил[аи]?|поясняет|пояснил[аи]?)(?:,? (?:that|que|что))?(?: (?:he|she|él|ella|он|она))?(?: had| has| había| ha)? ?$",
        )
    });
    SAYS.is_match(words)
        || predicate::follows(words) && !OTHERS.is_match(words) && !words.contains(';')
}
