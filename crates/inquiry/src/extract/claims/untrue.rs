//! "Reports that C are false", "That C is a lie, said X", "“Lies,” X said of the reports that C": what a clause tells, or a
//! noun for what is told, is denied by whoever calls it so.

use super::called;
use super::clause;
use super::falsity;
use super::lexicon::{AUX, BE, COMP, NEG, POSS, PREP, PRON};
use super::reading::Reading;
use super::untold::tokens;
use super::view::{Run, View};
use crate::alphabet::{Regex, pattern};
use crate::extract::needs::Pattern;
use model::{Kind, Language, Polarity, Span};
use std::sync::LazyLock;

/// The last token of a thing at which the noun for it may stand: "the latest malicious rumours".
const NEAR: usize = 5;

/// The words by which the thing before them is called false, up to the end.
static PREDICATE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i),?\s(?:",
        r"(?:(?:is|are|was|were|(?:has|have|had) been)\s[“‘'\x22]?(?:(?:\p{L}+ly|just|quite|all|entirely|plain|just plain|total|pure|complete|utter|sheer|absolute)\s)?[“‘'\x22]?",
        r"(?:false|untrue|not true|not correct|not so|incorrect|inaccurate|misleading|wrong|fake|baseless|unfounded|groundless|fabricated|invented|fictitious|bogus|nonsense|rubbish|garbage|made[ -]up|wide of the mark|far from the truth|speculation|devoid of (?:any )?(?:truth|substance|foundation|merit)|nothing but (?:gossip|lies|rumou?rs?|slander)|(?:an? )?(?:smear|figment of \p{L}+[’']?s? imagination)|(?:a )?fairy[ -]?tales?|fantasy|(?:rubbish|nonsense|fiction|fantasy|invention|jealousy|malice|spite|propaganda|slander|fabrication)|not the case",
        r"|(?:an? |the )?(?:\p{L}+ )?(?:(?:insult|slander|calumny|nonsense),? and (?:an? )?)?(?:lie|lies|fabrications?|falsehoods?|forgery|hoax|inventions?|fiction|myth|untruths?|slander)",
        r"|(?:totally |wholly |utterly |completely |entirely )?without (?:any |the slightest )?(?:foundation|basis|merit|substance|truth))",
        r"|(?:has|have|had) (?:absolutely )?no (?:basis|foundation|substance|truth)(?: in (?:fact|reality)| whatsoever| whatever| at all)?)",
        r"|(?:(?:es|son|era|eran|fue|fueron|resulta|resultan)\s(?:\p{L}+mente\s)?[“«'\x22]?",
        r"(?:fals[oa]s?|inciert[oa]s?|infundad[oa]s?|inventad[oa]s?|(?:una |un |puras? |puros? |mera )?(?:\p{L}+ )?(?:mentiras?|patrañas?|bulos?|infundios?|invención|invenciones|inventos?|falsedad(?:es)?|calumnias?|montaje|fábula))",
        r"|(?:no|tampoco) (?:es|son|era|eran) (?:\p{L}+mente )?(?:verdad|ciert[oa]s?)",
        r"|carecen? de (?:todo |toda |cualquier )?(?:fundamentos?|base|sustento|veracidad)|(?:no|tampoco) tienen? (?:ning[uú]na? |el menor |la menor )?(?:fundamento|base|sustento|asidero))",
        r"|(?:[—–-]\s|(?:это|является|являются|были?|была|было)\s)*[«“\x22]?(?:(?:\p{L}+(?:ая|ой|ые|ый|ым|ыми|ное|ее))\s)?(?:ложь|ложью|неправда|неправдой|клевета|клеветой|выдумк[аиой]+|выдумками|вымысел|вымыслом|вымыслы|фейк|фейки|фейком|домыслы|домыслами|вранье|враньё|небылицы|наговор|наговоры|бред|брехня|чушь|сказки|байки|фантазии)",
        r"|(?:абсолютно |совершенно |полностью )?(?:не соответству(?:ет|ют) (?:действительности|истине|правде)|лиш[её]н[аоы]? (?:всяких|всякого|каких-либо|всяческих)? ?(?:оснований|основания|смысла)|беспочвенн[аоы]|необоснованн?[аоы]|(?:ложн|лжив|ошибочн|недостоверн|надуманн?|выдуманн?|голословн)(?:[аоы]|ая|ое|ые|ый)|не име(?:ет|ют) под собой (?:никаких |каких-либо )?оснований)",
        r")[”’»'\x22]?(?:,? (?:and|y|и) (?:\p{L}+(?:ly|mente|о) )?\p{L}+|,? (?:and|but) that .+)?\W*$",
    ))
});

/// Words that say, before a thing, that nothing bears it out: "there is no basis for the claim that C".
static BASELESS: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)^\W*(?:(?:and|but|y|pero|и|но|а)\s)?(?:",
        r"(?:there (?:is|was|has (?:never )?been) (?:absolutely |simply )?(?:no|not (?:any|the slightest)|never any)|nor (?:is|was) there any|neither is there any) (?:basis|foundation|grounds|substance|justification) (?:whatsoever |whatever |at all )?(?:for|to|in)",
        r"|(?:no|tampoco) (?:hay|existe|había|existía) (?:ning[uú]na? |el menor |la menor )?(?:base|fundamento|sustento|asidero)(?: alguno| alguna)? (?:para|en|a)",
        r"|(?:нет|не было) (?:никаких |каких-либо |ни малейших )?(?:оснований|основания) для",
        r")\s+",
    ))
});

/// The last tokens of a thing that may call it false.
const ENDING: usize = 9;
/// How a word begins by which a thing is called false: without one among its last, the pattern need not be tried.
#[rustfmt::skip]
const STEMS: [&str; 84] = [
    "inaccur", "mislead", "wrong", "fake", "mark", "specul", "devoid", "gossip", "smear", "imagin",
    "fals", "rubbish", "garbage", "made", "fairy", "fantas", "jealous", "байк", "фантаз", "untru", "true", "incorrec", "baseless", "unfound", "groundless", "fabric", "invent", "fict", "bogus", "nonsense", "case",
    "lie", "hoax", "forge", "myth", "slander", "found", "basis", "merit", "substance", "truth", "inciert", "infund", "mentir",
    "patrañ", "bulo", "invenc", "calumn", "montaje", "fábula", "verdad", "ciert", "fundament", "base", "sustent", "veracid", "asidero",
    "лож", "неправд", "клевет", "выдум", "вымы", "фейк", "домысл", "вран", "небыл", "действит", "истин", "основан", "беспочв",
    "необоснов", "лжив", "выдуман", "правд", "смысл", "наговор", "бред", "брехн", "чушь", "сказк", "ошибочн", "недостовер", "надуман", "голослов",
];
/// Words of which one stands at the beginning of "there is no basis for".
const OPENS: [&str; 7] = ["there", "nor", "neither", "no", "tampoco", "нет", "не"];

/// Words between who calls a thing a name and the thing: "“Lies,” X said of the reports".
const OF: [&str; 8] = ["of", "to", "about", "sobre", "de", "о", "об", "обо"];

/// Denies what the readings tell where their contents call it false at their ends, or their sources before it.
pub(super) fn settle(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    // What the author calls false himself has no other cue: "Ложью является C".
    readings.retain(|reading| {
        let view = &views[reading.sentence];
        let nobodys = reading.source.is_none() && !reading.own && reading.rule == "trained";
        let plain = |cue: Span| !reading.dropped || tokens(view, cue).any(|at| is_link(view, at));
        !(nobodys && reading.cue.is_some_and(|cue| lies(view, cue) && plain(cue)))
    });
    without_leads(text, views, readings);
    for reading in readings.iter_mut() {
        let view = &views[reading.sentence];
        if label(text, view, reading) {
            continue;
        }
        if called_so(view, reading) || pleads(view, reading) {
            reading.polarity = Polarity::Denied;
            reading.kind = Kind::Fact;
        }
        if reading.polarity == Polarity::Denied {
            continue;
        }
        let told = described(reading);
        let inside = |thing: &Span| reading.cue.is_some_and(|cue| thing.contains(cue));
        let nobodys = reading.source.is_none() && !reading.own && !reading.dropped;
        let falsely = || {
            let span = view.sentence.span;
            let words = span
                .of(text)
                .filter(|_| view.lexicon.language != Language::Ru)?;
            let thing = falsity::thing(words)?;
            Some(Span::new(span.start + thing.start, span.start + thing.end))
        };
        if nobodys
            && own(text, view)
                .or_else(falsely)
                .as_ref()
                .is_some_and(inside)
        {
            reading.polarity = Polarity::Denied;
        }
        if let Some(thing) = interrupted(view, reading) {
            reading.content = vec![thing];
            reading.polarity = Polarity::Denied;
            continue;
        }
        let Some(thing) = reading.content.last().and_then(|content| {
            let inside: Vec<usize> = tokens(view, *content).collect();
            let run = Run::new(*inside.first()?, inside.last()? + 1)?;
            thing(text, view, run, told)
        }) else {
            continue;
        };
        if let Some(last) = reading.content.last_mut() {
            *last = thing;
        }
        reading.polarity = Polarity::Denied;
    }
}

/// «Рассказы о C, уверяет он, — вымысел», "the stories, she insists, are lies": what is called false on both sides of who says
/// it.
fn interrupted(view: &View<'_>, reading: &Reading) -> Option<Span> {
    let [first, last] = reading.content[..] else {
        return None;
    };
    let told: Vec<usize> = tokens(view, first).collect();
    let behind: Vec<usize> = tokens(view, last).collect();
    let idle = |at: &usize| view.has(*at, BE) || !view.tokens[*at].is_wordy();
    let name = behind.iter().copied().find(|at| !idle(at))?;
    let linked = behind.iter().any(|at| view.has(*at, BE)) || view.dash(name.checked_sub(1)?);
    let named = called::is_name(view, name, *behind.last()? + 1);
    let run = Run::new(*told.first()?, *told.last()? + 1)?;
    noun(view, run).filter(|_| linked && named)?;
    Some(first)
}

/// Drops what is read in the words that call the rest false: "it is wrong to say that C" puts nobody on record for C.
fn without_leads(text: &str, views: &[View<'_>], readings: &mut Vec<Reading>) {
    let lead = |span: Span| {
        let end = falsity::told(span.of(text)?)?;
        Some(Span::new(span.start, span.start + end))
    };
    let contents = readings.iter().flat_map(|reading| &reading.content);
    let sentences = views.iter().map(|view| view.sentence.span);
    let leads: Vec<Span> = contents
        .copied()
        .chain(sentences)
        .filter_map(lead)
        .collect();
    if leads.is_empty() {
        return;
    }
    readings.retain(|reading| {
        // "It is not true, he said, that C": who speaks between commas says it.
        let plain = |lead: &Span, cue: Span| {
            let before = Span::new(lead.start, cue.start).of(text);
            lead.contains(cue) && before.is_some_and(|words| !words.contains(','))
        };
        let within = |cue: Span| leads.iter().any(|lead| plain(lead, cue));
        let named = |source: Span| !leads.iter().any(|lead| lead.overlaps(source));
        reading.own || reading.source.is_some_and(named) || !reading.cue.is_some_and(within)
    });
}

/// Whether the token only links a thing with what it is: «Ложью является C».
fn is_link(view: &View<'_>, at: usize) -> bool {
    let lower = view.lower(at);
    matches!(lower, "является" | "являются") || lower.starts_with("оказал")
}

/// Whether a noun for what is told has the reading beside it: "reports that C", "a post claiming that C".
fn described(reading: &Reading) -> bool {
    matches!(reading.rule, "noun-clause" | "gerund-clause")
}

/// "Said it was untrue that C", «назвала небылицей»: the cue calls the content false.
fn called_so(view: &View<'_>, reading: &Reading) -> bool {
    let Some(cue) = reading.cue.filter(|_| reading.source.is_some()) else {
        return false;
    };
    let copula = tokens(view, cue).any(|at| view.has(at, BE) || called::is_calling(view, at));
    let negated = tokens(view, cue).any(|at| view.has(at, NEG));
    // "Said it was not true that C"
    let true_ = |at: usize| {
        matches!(
            view.lower(at),
            "true" | "so" | "correct" | "case" | "accurate"
        )
    };
    let untrue = negated && view.english() && tokens(view, cue).any(true_);
    copula && (untrue || !negated && lies(view, cue)) && reading.rule != called::RULE
}

/// "Pleaded not guilty", "se declaró inocente": who pleads so denies it.
fn pleads(view: &View<'_>, reading: &Reading) -> bool {
    let cue = reading.cue.and_then(|cue| tokens(view, cue).next_back());
    let content = reading
        .content
        .first()
        .and_then(|content| tokens(view, *content).next());
    let (Some(cue), Some(at)) = (cue, content) else {
        return false;
    };
    let verb = view.lower(cue);
    let denied = view.is(at, "not") && view.is(at + 1, "guilty")
        || view.is(at, "no") && view.lower(at + 1).starts_with("culpable")
        || view.lower(at).starts_with("inocente");
    denied
        && ["plead", "pled", "declar"]
            .iter()
            .any(|stem| verb.starts_with(stem))
}

/// Whether a word of a cue calls a thing false.
fn lies(view: &View<'_>, cue: Span) -> bool {
    tokens(view, cue).any(|at| called::is_name(view, at, at + 1))
}

/// Whether an author calls something false in his own sentence, and nobody on record does: "It is false that C, said X".
pub(super) fn denies(text: &str, view: &View<'_>, readings: &[Reading]) -> bool {
    let span = view.sentence.span;
    let by_words = || Some(span.start + falsity::denied(span.of(text)?)?);
    let Some(start) = own(text, view).map(|thing| thing.start).or_else(by_words) else {
        return false;
    };
    // Who stands at its head says it: "The Post heard that the papers are false".
    let said = |reading: &Reading| {
        let heads = reading.source.map(|source| source.start <= start);
        let mut contents = reading.content.iter();
        !described(reading)
            && !told_so(text, view, reading)
            && heads.is_some_and(|heads| {
                contents.any(|content| {
                    let around = content.start <= start && content.start >= span.start;
                    content.end > start && (heads || around)
                })
            })
    };
    !readings.iter().any(said)
}

/// "As some readers have suggested": they say it, and the author calls it false.
fn told_so(text: &str, view: &View<'_>, reading: &Reading) -> bool {
    let Some(source) = reading.source else {
        return false;
    };
    let before = tokens(view, source).next().and_then(|at| at.checked_sub(1));
    before.is_some_and(|at| {
        at > 0 && view.comma(at - 1) && view.tokens[at].span.of(text).is_some_and(falsity::as_told)
    })
}

/// What an author calls false in his own sentence, if he does.
pub(super) fn own(text: &str, view: &View<'_>) -> Option<Span> {
    let run = Run::new(0, view.len())?;
    if let Some(span) = thing(text, view, run, false) {
        return Some(span);
    }
    let opens = (0..3).any(|at| OPENS.contains(&view.lower(at)));
    let whole = view.span(run).filter(|_| opens)?;
    let from = whole.start + BASELESS.find(whole.of(text)?)?.end();
    let first = (0..view.len()).find(|at| view.tokens[*at].span.start >= from)?;
    let run = Run::new(first, view.len())?;
    noun(view, run).and_then(|_| view.span(run))
}

/// What the words of a run call false at their end; `told` where a noun for what is told stands before them.
fn thing(text: &str, view: &View<'_>, run: Run, told: bool) -> Option<Span> {
    let whole = Span::new(
        view.tokens[run.from].span.start,
        view.tokens[run.to - 1].span.end,
    );
    let stem = |at: usize| STEMS.iter().any(|stem| view.lower(at).starts_with(stem));
    if !(run.from.max(run.to.saturating_sub(ENDING))..run.to).any(stem) {
        return None;
    }
    let hit = whole.start + PREDICATE.find(whole.of(text)?)?.start();
    let end = (run.from..run.to).find(|at| view.tokens[*at].span.start >= hit)?;
    // «Слухи не лишены оснований»
    if end > run.from && view.is(end - 1, "не") {
        return None;
    }
    let mut first = run.from;
    while view.open(first) {
        first += 1;
    }
    // "What the ministry wrote is a lie": a whole thing, whatever its verb.
    let whole = view.is(first, "what") && end > first + 2;
    let clause = whole || Run::new(first + 1, end).is_some_and(|body| is_clause(view, body));
    let opens = view.has(first, COMP) && !view.has(first, PREP)
        || matches!(view.lower(first), "то" | "все") && view.comma(first + 1);
    // "If that happened it was wrong" denies nothing.
    if matches!(view.lower(first), "if" | "whether" | "when" | "where") {
        return None;
    }
    if told || opens && view.tokens[first].capital {
        return view.span(Run::new(first, end)?).filter(|_| clause);
    }
    first += usize::from(opens);
    let run = Run::new(first, end)?;
    let noun = noun(view, run)?;
    let behind = Run::new(noun + 1, end);
    // "The suggestion, made in the press, that C"
    let aside = |at: usize| view.comma(at) && view.has(at + 1, COMP);
    let near = if view.comma(noun + 1) {
        (noun + 1..end).find(|at| aside(*at)).map(|at| at + 1)
    } else {
        (noun + 1..(noun + 6).min(end)).find(|at| view.has(*at, COMP))
    };
    let clausal = near.is_some();
    let fits = behind.is_none_or(|behind| {
        if clausal {
            is_clause(view, behind)
        } else {
            // «Версия следствия — выдумка»
            let russian = view.lexicon.language == Language::Ru;
            (view.has(noun + 1, PREP) || russian) && !tells(view, behind)
        }
    });
    view.span(run).filter(|_| fits)
}

/// The noun for what is told at the head of a run.
fn noun(view: &View<'_>, run: Run) -> Option<usize> {
    let ceiling = run.to.min(run.from + NEAR);
    // "The idea that C", "lo de que C", "lo del robo"
    let idea = |at: usize| {
        let of = matches!(view.lower(at + 1), "that" | "de" | "del");
        let clause = view.is(at + 1, "that") || view.is(at + 2, "que");
        matches!(view.lower(at), "idea" | "ideas") && clause
            || at == run.from && view.is(at, "lo") && of && !view.english()
    };
    let story = |at: usize| {
        view.lexicon.language == Language::Ru && matches!(view.lower(at), "история" | "истории")
    };
    let told = |at: usize| called::is_told(view, at) || idea(at) || story(at);
    let noun = (run.from..ceiling).find(|at| told(*at))?;
    let before = |at: usize| {
        view.has(at, PREP | COMP) || view.has(at, AUX) && !view.has(at, POSS) || view.comma(at)
    };
    // "Tess's story": whose it is, is no verb.
    let verb = |at: usize| view.tells(at) || view.is_finite(at) && !view.has(at, POSS);
    let told = (run.from..noun).any(verb);
    (!told && !(run.from..noun).any(before)).then_some(noun)
}

/// Whether the run, which a copula in the singular or plural follows, has a verb of its own.
fn is_clause(view: &View<'_>, run: Run) -> bool {
    let leads = |at: &usize| !view.has(*at, COMP | PREP) && !view.comma(*at);
    let from = (run.from..run.to).find(leads);
    if view.finite(run) || !view.english() {
        return view.finite(run)
            || from.is_some_and(|from| from + 2 - usize::from(view.has(from, PRON)) < run.to);
    }
    let Some(from) = from.filter(|from| from + 1 < run.to) else {
        return false;
    };
    // "That we sell anybody", "that Okoro sold her".
    let pronoun = view.has(from, PRON) && !view.has(from, POSS) && from + 2 <= run.to;
    let name = (from..run.to).take_while(|at| view.capital(*at)).last();
    let named = name.is_some_and(|last| {
        last + 1 < run.to && view.tokens[last + 1].is_wordy() && !view.is(last + 1, "'s")
    });
    // "That the mission recruits is": no plural is the subject of "is".
    let one = matches!(view.lower(run.to), "is" | "was" | "has");
    let many = view.lower(run.to - 1).ends_with('s') && !view.lower(run.to - 1).ends_with("ss");
    pronoun || named || one && many
}

/// Whether a verb of telling or a finite verb stands in the run.
fn tells(view: &View<'_>, run: Run) -> bool {
    let verb = |at: usize| view.tells(at);
    view.finite(run) || (run.from..run.to).any(verb)
}

/// Whether a quotation says nothing but that a thing is not so: "It never happened", "Nothing could be further from the truth".
fn says_untrue(text: &str, view: &View<'_>, run: Run) -> bool {
    static UNTRUE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)^(?:(?:that|it|this|all of (?:it|that))(?: is| was|['’]s) (?:\p{L}+ ){0,2}(?:true|so|the case|untrue|false|nonsense|rubbish|lies?|fiction|invention|invented|made up|slander|fairy ?tale)",
            r"|(?:it|that|this) (?:simply |just )?(?:never happened|did not happen|didn['’]t happen)|nothing of the (?:sort|kind)(?: (?:ever )?happened)?",
            r"|nothing could be (?:further|farther) from the truth|not (?:true|so|a (?:single )?(?:word|grain|shred|iota) of (?:it|that|truth)(?: in (?:it|that))?(?: (?:is|was) true)?)",
            r"|there(?:['’]s| is| was) (?:no|not a (?:grain|shred|word|iota) of) truth (?:in|to) (?:it|that|this|them)",
            r"|(?:that|this|the whole|it) (?:story|report|claim|account|rumou?r|thing) (?:is|was) (?:\p{L}+ ){0,2}(?:untrue|false|nonsense|rubbish|lie|fiction|invention|invented|made up|slander|fairy ?tale)",
            r"|(?:a )?fairy ?tales?|(?:idle )?gossip|(?:somebody|someone|they) (?:made (?:it|that|this) up|invented (?:it|that|this)))$",
        ))
    });
    let words = view
        .span(run)
        .and_then(|span| span.of(text))
        .unwrap_or_default();
    // "It is true" says the opposite.
    let truth = ["true", "so", "case"]
        .iter()
        .any(|end| words.ends_with(end));
    let negated = (run.from..run.to).any(|at| view.has(at, NEG) || view.is(at, "not"));
    UNTRUE.is_match(words.trim_end_matches(['.', ',', '!', ' '])) && (!truth || negated)
}

/// "“Lies,” X said of the reports that C": makes the reading the denial of what stands behind it; whether it is one.
fn label(text: &str, view: &View<'_>, reading: &mut Reading) -> bool {
    let (Some(source), Some(cue)) = (reading.source, reading.cue) else {
        return false;
    };
    let Some(open) = (0..view.len()).find(|at| view.open(*at)) else {
        return false;
    };
    let close = (open + 1..view.len()).find(|at| view.close(*at));
    let called = close.is_some_and(|close| {
        let mut to = close;
        while to > open + 1 && !view.tokens[to - 1].is_wordy() {
            to -= 1;
        }
        let named = || Run::new(open + 1, to).is_some_and(|run| says_untrue(text, view, run));
        view.tokens[close].span.end <= cue.start && (called::is_name(view, open + 1, to) || named())
    });
    let behind = |at: &usize| {
        let start = view.tokens[*at].span.start;
        let linked = start >= cue.end || start > cue.start && cue.end > start;
        linked && OF.contains(&view.lower(*at)) && start > source.start
    };
    let of = (open..view.len()).filter(behind).find(|at| {
        let rest = Run::new(at + 1, view.len());
        rest.is_some_and(|rest| noun(view, rest).is_some())
    });
    let Some(of) = of.filter(|_| called) else {
        return false;
    };
    let end = clause::clause_end(view, of + 1);
    let Some(content) = Run::new(of + 1, end).and_then(|run| view.span(run)) else {
        return false;
    };
    let last = view.tokens[of - 1].span.end;
    reading.source = Some(Span::new(source.start, source.end.min(last)));
    reading.content = vec![content];
    reading.polarity = Polarity::Denied;
    true
}
