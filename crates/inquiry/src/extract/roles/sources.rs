//! Who helps to bring a thing to light, or asks not to be named: "called the hotline after hearing screams", "asked to be called
//! only X", «позвонила в полицию».

use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::needs::Pattern;
use crate::extract::whom;
use crate::harming;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Whoever stands before turns to the police or a helpline.
static REPORTS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?(?:,[^,.;]{1,60})?,?(?: (?:who|que|quien|котор\p{L}+|had|then|later|also|finally|first|\p{L}+ly|ha|había|también|luego|fue quien|сразу|потом|затем|сам|сама|тогда))* (?P<cue>(?:called|phoned|rang|alerted|contacted|dialled|dialed|tipped off|notified) (?:the |an? )?(?:\p{L}+ ){0,2}?(?:police|hotline|helpline|authorities|emergency (?:services|number)|crimestoppers|911|999|112|sheriff|charity|tip ?line)|(?:reported|told) (?:\p{L}+ ){1,4}to (?:the |an? )?(?:\p{L}+ )?(?:police|hotline|helpline|authorities)|(?:llamó|llamaron|avisó|alertó|denunció|denunciaron|dio (?:aviso|parte)) (?:(?:lo ocurrido|el caso|los hechos|de inmediato|enseguida) )?(?:al?|ante) (?:la |las |una )?(?:\p{L}+ )?(?:policía|911|112|091|emergencias|línea|guardia civil|fiscalía|autoridades|comisaría|patrulla)|(?:по)?звонил[аи]? (?:в|на) (?:полицию|горячую линию|112|102|телефон доверия)|вызвал[аи]? (?:полицию|наряд)|сообщил[аи]? (?:об этом |о [\p{L} ]{3,40} )?в полицию|обратил(?:ся|ась|ись) (?:в полицию|в прокуратуру|на горячую линию))(?:$|[^\p{L}])",
    )
});

/// What was heard or seen.
static ALARM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:scream|cry|cries|crying|shout|beg(?:ging)?|bruis|locked|captive|grit|llant|llor|golpe|encerrad|auxilio|крик|плач|крич|побо|избит|заперт)",
    )
});

/// Whoever asks not to be named, or only so, before the name.
static WITHHELD: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>(?:ask(?:s|ed)|want(?:s|ed)|agreed|chose|prefer(?:s|red)) to be (?:called|identified|named|known|quoted)(?: only| simply| just)?(?: as| by (?:her|his) (?:first|given) name)?,?(?: only)?|(?:identified|named|quoted)(?: here)? only (?:as|by (?:her|his) first name,?)|(?:gives?|gave) (?:only )?(?:her|his) (?:first |given )?name (?:only |simply )?as|(?:pidió|solicitó|prefirió|pide) (?:ser (?:llamad|identificad)[oa]|que (?:la|lo) (?:llamaran|llamemos|llamen|identificaran|identifiquen))(?: solo| sólo| únicamente)?(?: como)?|identificad[oa] (?:solo|sólo|únicamente) como|(?:попросил[аи]?|просит|просил[аи]?) (?:называть|назвать|звать) (?:её|ее|его)(?: просто| только)?|представил(?:ась|ся) (?:просто|только)(?: как)?) [«“\x22]?$",
    )
});

/// The same behind the name.
static CHANGED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[»”\x22]?,? ?\(?(?P<cue>(?:not (?:her|his|their) real name|(?:whose |her |his |the )?names? (?:has been |have been |was |is )?(?:changed|withheld|fictitious)|a pseudonym|nombre (?:ficticio|cambiado|supuesto)|cuyo nombre (?:ha sido|fue) cambiado|no es su (?:verdadero nombre|nombre real)|имя (?:изменено|вымышленное)))",
    )
});

/// All who are to be hidden as those through whom a thing is known.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    for who in scene.people() {
        let own = who.place.span;
        let left = Span::new(scene.sentence.span.start, own.start);
        let right = scene.rest(own.end);
        let withheld = scene
            .cue(&WITHHELD, left)
            .or_else(|| scene.cue(&CHANGED, right));
        let reports = || {
            let harm = || harming::is_told(scene.text) || ALARM.is_match(scene.words());
            let told = [right, scene.rest(scene.told_from(who))];
            let cue = told.iter().find_map(|piece| scene.cue(&REPORTS, *piece))?;
            harm().then_some(cue)
        };
        if let Some(cue) = withheld.or_else(reports)
            && !whom::in_office(scene, who)
        {
            found.push((who, Role::Witness, cue));
        }
    }
    found
}
