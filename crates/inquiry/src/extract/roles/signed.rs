//! Whose statement a text is: "WITNESS STATEMENT OF X", "Denuncia presentada por X", «Протокол допроса свидетеля X», "Signed: X".

use crate::alphabet::{Regex, pattern};
use crate::extract::around::Scene;
use crate::extract::needs::Pattern;
use crate::extract::whom;
use model::{Mention, Role, Span};
use std::sync::LazyLock;

/// Statements of those who saw or suffered something.
const STATEMENT: &str = r"(?:witness|victim|survivor|complainant)(?:['’]?s)?(?: impact)? (?:statement|testimony|account|deposition|affidavit|interview)|(?:statement|testimony|account|interview) (?:of|by|from|with) (?:the )?(?:witness|victim|survivor|complainant)|affidavit|sworn statement|declaraci[óo]n (?:testifical|testimonial|(?:de (?:la |un |una )?|del )(?:testigo|v[íi]ctima|denunciante|perjudicad[oa]))|acta de (?:declaraci[óo]n(?: (?:testifical|de testigo))?|denuncia)|(?:denuncia|entrevista (?:a|con) (?:la |el )?(?:testigo|v[íi]ctima))|протокол (?:допроса|опроса) (?:свидетеля|потерпевше(?:й|го)|заявител\p{L}+)|(?:показани[яе]|объяснени[ея]) (?:свидетеля|потерпевше(?:й|го)|заявител\p{L}+)|показания|объяснени[ея]|заявление(?: о (?:преступлении|похищении|пропаже|розыске|торговле людьми))?";

/// A heading with whose statement it is behind.
static HEADED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^\W*(?:(?:the|la|el) )?(?P<cue>{STATEMENT})(?:(?: (?:of|by|from|made by|given by|filed by|taken from|de|del|por|presentada por|interpuesta por|formulada por|от|гр|гражданки|гражданина))?\.?|:| ?[—–-])(?: (?:ms|mrs|mr|miss|the witness|doña|don|d\.ª|sra|srta|sr|la señora|el señor|la ciudadana|el ciudadano|la|el|гр-ки|гр-на|гр|гражданки|гражданина|свидетеля|потерпевшей))?\.? $"
    ))
});

/// The heading of such a statement, anywhere above.
static HEADING: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)(?:^|\n)\W*(?:{STATEMENT})(?:$|[^\p{{L}}])")));

/// Who gives or signs it, by a label before his name.
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[\n.;|])\W*(?P<cue>signed(?: by)?(?: the witness)?|signature(?: of (?:the )?witness)?|(?:full )?name(?: of (?:the )?(?:witness|complainant|victim))?|witness|deponent|declarant|complainant|firma(?:do)?(?: por)?|fdo|nombre(?: y apellidos?| completo)?|testigo|declarante|denunciante|compareciente|подпись|подписал[аи]?|ф\.? ?и\.? ?о|имя|свидетель|заявител(?:ь|ьница)|с моих слов записано верно|my name is|I am|от|me llamo|mi nombre es|soy|меня зовут)(?:[.:,—– _-]+|\.? )$",
    )
});

/// "X (signature)", "X, witness": behind a name that stands alone.
static BEHIND: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(r"(?i)^ ?[(/] ?(?P<cue>signature|signed|firma|firmado|подпись)(?:$|[^\p{L}])")
});

/// Whoever a case note is about, as its head names him: "Client: X", "Usuaria: X", «Клиентка: X».
static CLIENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[\n.;|])\W*(?P<cue>client|service user|beneficiary|patient|usuari[oa]|cliente|clienta|paciente|beneficiari[oa]|клиент(?:ка)?|подопечн(?:ая|ый)|пациент(?:ка)?)(?:['’]?s? name| nombre)?:? $",
    )
});

/// Who keeps such notes.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:case ?note|case ?worker|social worker|support worker|intake|shelter|refuge|hotline|informe social|trabajadora? social|refugio|casa de acogida|соцработни|социальн\p{L}+ работни|приют|убежищ|кризисн\p{L}+ центр)",
    )
});

/// How far down a text its heading may stand, in bytes.
const HEAD: usize = 800;

/// Whoever gives or signs the statement that the text is.
pub(super) fn told<'a>(scene: &Scene<'a>) -> Vec<(&'a Mention, Role, Span)> {
    let mut found = Vec::new();
    for who in scene.people() {
        let own = who.place.span;
        let left = Span::new(scene.sentence.span.start, own.start);
        if whom::in_office(scene, who) {
            continue;
        }
        let right = scene.rest(own.end);
        let signs = || {
            scene
                .cue(&LABEL, left)
                .or_else(|| scene.cue(&BEHIND, right))
                .filter(|cue| is_statement(scene, *cue))
        };
        if let Some(cue) = scene
            .cue(&CLIENT, left)
            .filter(|_| NOTE.is_match(scene.text))
        {
            found.push((who, Role::PossibleVictim, cue));
        }
        let cue = scene.cue(&HEADED, left).or_else(signs);
        found.extend(cue.map(|cue| (who, Role::Witness, cue)));
    }
    found
}

/// Whether the text above a place begins with the heading of a statement.
fn is_statement(scene: &Scene<'_>, at: Span) -> bool {
    let to = scene.text.floor_char_boundary(at.start.min(HEAD));
    scene
        .text
        .get(..to)
        .is_some_and(|above| HEADING.is_match(above))
}
