//! Bodies and towns that look like people: channels, towns behind a street, firms and houses by a word of their names, ships and bars
//! ("the trawler Northern Spirit", "at the Blue Heron"). Whatever holds a given name may be somebody's and stays a person.

use super::Ruled;
use super::lexicon::{fold, known};
use crate::alphabet::{Regex, pattern};
use model::{MentionKind, Span};
use std::sync::LazyLock;

/// Nouns for things that bear names, right before one; or a way into a place and its article.
static THING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:(?:the|an?|another|this|that|el|la|un|una|al|del|otro|este|ese)(?: (?:fishing|cargo|old|small|rusty|night|beach|roadside|pequeño|viejo))? (?:trawler|ship|vessel|boat|freighter|tanker|ferry|yacht|tug|schooner|bar|pub|nightclub|hotel|motel|restaurant|inn|tavern|caf[ée]|casino|barco|buque|pesquero|carguero|ferri|yate|restaurante|discoteca|cantina|hostal|taberna)|(?:at|inside|outside|near|into|aboard|behind|opposite) the) [«“\x22]?$",
    )
});

/// What can follow such a name, and no clause that tells of somebody: a mark, or where and when.
static CLOSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[»”\x22]?(?:$|[.,;:)!?\n]| (?:in|on|at|near|off|until|till|every|before|after|during|for|were|sailed|docked|sank|anchored|en|hasta|cada|antes|después|durante|frente|fueron|eran|estaban|zarp\p{L}+|atrac\p{L}+|fonde\p{L}+)(?:$|[^\p{L}]))",
    )
});

/// Nouns for channels and groups in which people write, right before a name, with its article.
static CHANNEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:its name (?:is|was)|canal|channel|grupo|chat|página|канал\p{L}{0,2}|паблик\p{L}{0,2}|чат\p{L}{0,2})(?: (?:de |в )?(?-i:Telegram|WhatsApp|Facebook|Телеграме?))? [«“\x22]?(?:(?P<article>(?-i:La|El|The) ))?$",
    )
});

/// A street right before a name: the town it is in.
static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\d{1,4}[A-Za-z]? (?:\p{Lu}[\p{L}'’-]+ ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Court|Way|Terrace|Crescent|Gardens|Row)\.?, $",
    )
});

/// A key at the head of a paper behind which a place stands.
static KEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\n)\s*(?:lugar|ciudad|localidad|municipio|place|location|venue|city|town|место|город|населённый пункт)(?: [^:\n]{1,30})?:\s*$",
    )
});

/// Words that open names of papers, firms, houses and ports, and of nobody.
const HEADS: &[&str] = &[
    "costa",
    "onda",
    "casa",
    "radio",
    "diario",
    "correo",
    "linea",
    "puente",
    "jardines",
    "frutas",
    "transportes",
    "confecciones",
    "talleres",
    "hotel",
    "bar",
    "club",
    "finca",
    "hacienda",
    "observatorio",
    "centro",
    "fundacion",
    "asociacion",
    "colectivo",
    "refugio",
    "hogar",
    "parroquia",
    "comedor",
    "agencia",
    "grupo",
    "editorial",
    "clinica",
    "hospital",
    "port",
    "camp",
    "operation",
    "project",
    "restaurante",
    "cooperativa",
    "sindicato",
];

/// Words that close names of firms, papers and houses.
const ENDS: &[&str] = &[
    "placement",
    "placements",
    "decorators",
    "agency",
    "services",
    "solutions",
    "camp",
    "club",
    "foundation",
    "trust",
    "holdings",
    "logistics",
    "recruitment",
    "manpower",
    "consultants",
    "consultancy",
    "enterprises",
    "limited",
    "farm",
    "farms",
    "fisheries",
    "shipping",
    "trading",
    "coffee",
    "foods",
    "travels",
    "tours",
    "academy",
    "ministries",
    "hotel",
    "salon",
    "nails",
    "spa",
    "hostel",
    "shelter",
    "refuge",
    "project",
    "network",
    "initiative",
    "movement",
    "times",
    "herald",
    "tribune",
    "gazette",
    "echo",
    "ledger",
    "courier",
    "motors",
    "textiles",
    "studio",
    "digital",
];

/// Whether a name of several words is no person's by its first word or its last.
fn is_body(name: &str) -> bool {
    let mut words = name.split(' ').map(fold);
    let (first, last) = (words.next(), words.next_back());
    let listed =
        |list: &[&str], word: Option<String>| word.is_some_and(|it| list.contains(&it.as_str()));
    last.is_some() && (listed(HEADS, first) || listed(ENDS, last))
}

/// Makes bodies, and towns behind a street, of what was taken for people.
pub(super) fn corrected(text: &str, found: &mut [Ruled]) {
    for Ruled { found, .. } in found {
        if found.kind != MentionKind::Person {
            continue;
        }
        let Some(name) = found.span.of(text) else {
            continue;
        };
        let given = name.split([' ', '-']).any(|word| known(&fold(word)).given);
        let before = super::whole::ending(&text[..found.span.start]);
        let behind = &text[found.span.end..];
        let closed = || CLOSED.is_match(behind);
        let full = given && name.contains(' ');
        let street = before.ends_with(", ")
            && !given
            && !name.contains(' ')
            && STREET.is_match(before)
            && closed();
        if street || before.trim_end().ends_with(':') && KEY.is_match(before) {
            found.kind = MentionKind::Place;
            found.value = None;
            continue;
        }
        let set_off = before.ends_with(['«', '“', '"']);
        if let Some(hit) = CHANNEL.captures(before)
            && (set_off || hit.name("article").is_some() || !full && closed())
        {
            let article = hit.name("article").map_or(0, |it| it.as_str().len());
            found.kind = MentionKind::Organisation;
            found.value = None;
            found.span = Span::new(found.span.start - article, found.span.end);
            continue;
        }
        if !given && is_body(name)
            || name.contains(' ') && !given && THING.is_match(before) && CLOSED.is_match(behind)
        {
            found.kind = MentionKind::Organisation;
            found.value = None;
        }
    }
}
