//! Bodies and towns that look like people: channels, towns behind a street, firms and houses by a word of their names, ships and bars
//! ("the trawler Northern Spirit", "at the Blue Heron"). Whatever holds a given name may be somebody's and stays a person.

use super::Ruled;
use super::lexicon::{fold, known};
use super::tables::{CLOSES_BODY, OPENS_BODY};
use crate::alphabet::{Regex, pattern};
use crate::extract::values::STREETS;
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
    pattern(&format!(
        r"\d{{1,4}}[A-Za-z]? (?:\p{{Lu}}[\p{{L}}'’-]+ ){{1,3}}(?:{STREETS})\.?, $"
    ))
});

/// A key at the head of a paper behind which a place stands.
static KEY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\n)\s*(?:lugar|ciudad|localidad|municipio|place|location|venue|city|town|место|город|населённый пункт)(?: [^:\n]{1,30})?:\s*$",
    )
});

/// Whether a name of several words is no person's by its first word or its last.
fn is_body(name: &str) -> bool {
    let mut words = name.split(' ').map(fold);
    let (first, last) = (words.next(), words.next_back());
    let listed =
        |list: &[&str], word: Option<String>| word.is_some_and(|it| list.contains(&it.as_str()));
    last.is_some() && (listed(OPENS_BODY, first) || listed(CLOSES_BODY, last))
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
        let several = name.contains(' ');
        let before = super::whole::ending(&text[..found.span.start]);
        let closed = || CLOSED.is_match(&text[found.span.end..]);
        if before.trim_end().ends_with(':') && KEY.is_match(before)
            || before.ends_with(", ") && !given && !several && STREET.is_match(before) && closed()
        {
            found.kind = MentionKind::Place;
            found.value = None;
            continue;
        }
        let channel = CHANNEL.captures(before).filter(|hit| {
            let set_off = before.ends_with(['«', '“', '"']) || hit.name("article").is_some();
            set_off || !(given && several) && closed()
        });
        let article = channel.as_ref().and_then(|hit| hit.name("article"));
        if channel.is_some()
            || !given && (is_body(name) || several && THING.is_match(before) && closed())
        {
            let article = article.map_or(0, |it| it.as_str().len());
            found.span = Span::new(found.span.start - article, found.span.end);
            found.kind = MentionKind::Organisation;
            found.value = None;
        }
    }
}
