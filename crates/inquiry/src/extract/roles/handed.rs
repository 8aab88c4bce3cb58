//! Who is handed over for money: "entregó a X a cambio de dinero", "handed X over for money", «передал X за деньги».

use crate::alphabet::{Regex, pattern};
use crate::extract::around::{Scene, within};
use crate::extract::listed;
use crate::extract::names::whole::ending;
use crate::extract::needs::Pattern;
use crate::extract::order;
use model::{Mention, Span};
use std::sync::LazyLock;

/// Verbs of handing over, right up to a name that is their object.
static GIVES: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>hand(?:ed|s|ing)(?: over)?|gave|giv(?:es|ing|en)(?: away| up| over)?|gave (?:away|up|over)|trad(?:ed|es|ing)|exchang(?:ed|es|ing)|transferr(?:ed|ing)|deliver(?:ed|s|ing)|pass(?:ed|es|ing) on|(?:entreg|ced|cambi|transfer|traspas|negoci)(?:ó|ió|aba|ía|aron|ieron|ar|er|ir|ando|iendo|a|an) a|(?:ha|han|había|habían|habría) (?:entregado|cedido|cambiado|transferido|traspasado|dado) a|dio a|dieron a|(?:пере|от|с)да(?:л[аи]?|вал[аи]?|ть|ют|[её]т)|обменял[аи]?|уступил[аи]?)(?: (?:the|a|her|his|their|own|young|girl|boy|daughter|son|sister|niece|stepdaughter|la|el|su|menor|niña|niño|joven|hija|hijo|hermana|sobrina|свою|своего|дочь|дочку|сестру|племянницу|падчерицу|девочку|девушку|сына|несовершеннолетн\p{L}+|\d{1,2}-(?:year-old|летн\p{L}+))){0,4},? ?$",
    )
});

/// Passives behind a name, and a Russian plural without a subject behind its object.
static GIVEN: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,40},)?(?: (?:who|que|also|later|then|luego|también|потом|затем))* (?:(?:was|were|had been|has been|been|got|fue|ha sido|había sido|была?) (?P<cue>(?:handed|given|traded|exchanged|delivered|passed)(?: over| away| up| on)?|(?:entregad|cedid|cambiad|traspasad)[oa]|(?:пере|от)дан[аы]?)|(?P<ru>(?:пере|от|с)дали|обменяли|уступили))(?P<tail>[^.;]*)",
    )
});

/// What is given for somebody, behind his name.
static MONEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:,? \(?(?:de |aged )?\d{1,2}(?: años| лет| years old)?\)?,?| \p{Ll}+){0,1}(?: over| away| up)?(?: (?:to|al?|к) [^.;,]{1,40}?)?(?: (?-i:\p{Lu}\p{L}+)){0,2},? (?:in (?:exchange|return) for|for|against|as payment for|to (?:pay|settle|clear) (?:an?|off|his|her|the)|a cambio de|por|como pago de|за|в обмен на|в счёт|в счет|в уплату|как плату за) (?:(?:the|an?|his|her|some|about|around|only|unos|un|una|la|el|los|las|su|poco|mucho|unas|большие|крупную|небольшую|его|её|свои|всего|около) )*(?:money|cash|payment|(?:a )?debts?|\$|€|£|\d|dollars|euros|drugs|dinero|efectivo|plata|pago|deudas?|drogas|pesos|dólares|деньги|денег|долг\p{L}*|сумму|вознаграждение|плату|доллар\p{L}*|рубл\p{L}*|тысяч\p{L}*)",
    )
});

/// Whether what stands behind a name says that its bearer was given for money.
pub(in crate::extract) fn is_for_money(behind: &str) -> bool {
    MONEY.is_match(behind)
}

/// Whether the words of a verb, up to a name, give nothing but its bearer: "entregó a", not "entregó el dinero a".
pub(in crate::extract) fn is_whole(words: &str) -> bool {
    GIVES.is_match(words)
}

/// Where the words around a name say that its bearer is handed over for money.
pub(super) fn told(scene: &Scene<'_>, mention: &Mention, left: Span) -> Option<(Span, bool)> {
    let own = mention.place.span;
    if let Some(cue) = given(scene, mention) {
        return Some((cue, false));
    }
    let lead = ending(scene.at(left));
    let left = Span::new(left.end - lead.len(), left.end);
    let hit = scene.captures(&GIVES, left)?;
    let cue = within(left, hit.name("cue")?);
    let list = listed::with(scene, mention, cue);
    let end = list.last().map_or(own.end, |last| last.place.span.end);
    let object = order::roles_of(mention).1;
    (object && is_for_money(scene.at(scene.rest(end)))).then_some((cue, true))
}

/// The same of a passive behind the name.
fn given(scene: &Scene<'_>, mention: &Mention) -> Option<Span> {
    let right = scene.rest(mention.place.span.end);
    let hit = scene.captures(&GIVEN, right)?;
    let (subject, object) = order::roles_of(mention);
    let fits = if hit.name("ru").is_some() {
        object && !subject
    } else {
        subject
    };
    let tail = hit.name("tail")?.as_str();
    let cue = hit.name("cue").or_else(|| hit.name("ru"))?;
    (fits && is_for_money(tail)).then(|| within(right, cue))
}
