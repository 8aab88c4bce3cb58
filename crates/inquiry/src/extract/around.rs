//! What stands around a cue: clause, subject, object, hedges, negation, the claim that holds it.
//!
//! Gaps, proceedings, roles and ties all begin with a cue in a sentence and ask the same things of it.

use super::needs::{Pattern, Sheet};
use super::text::{Sentence, Setting};
use super::values::pattern;
use crate::turns;
use model::{
    Block, BlockKind, Certainty, Claim, Document, Format, Language, Mention, MentionKind, PartKind,
    Place, Polarity, Span,
};
use regex::{Captures, Regex};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One sentence with everything already found in it.
pub(crate) struct Scene<'a> {
    pub(crate) document: &'a Document,
    pub(crate) part: usize,
    /// The whole part's text.
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    /// Mentions inside the sentence, in text order.
    pub(crate) mentions: &'a [Mention],
    /// Claims whose content meets the sentence.
    pub(crate) claims: Vec<&'a Claim>,
    /// The mention of who speaks, in a turn: the person behind a label that is no name, where he can be told.
    pub(crate) speaker: Option<&'a Mention>,
    /// The mention of the turn's label.
    pub(crate) label: Option<&'a Mention>,
    /// What the sentence has of what patterns need, once it was asked for.
    sheet: OnceCell<Sheet>,
}

/// The scenes of a document, in text order; `mentions` are sorted by part and start.
pub(crate) fn scenes<'a>(
    document: &'a Document,
    sentences: &'a [Vec<Sentence>],
    mentions: &'a [Mention],
    claims: &'a [Claim],
) -> Vec<Scene<'a>> {
    let mut scenes = Vec::new();
    for (index, (part, sentences)) in document.parts.iter().zip(sentences).enumerate() {
        let from = mentions.partition_point(|mention| mention.place.part < index);
        let to = mentions.partition_point(|mention| mention.place.part <= index);
        let here = mentions.get(from..to).unwrap_or_default();
        let first = scenes.len();
        let deponent =
            writer(document, index, mentions).or_else(|| deponent(&part.text, &part.blocks, here));
        let behind = behind(&part.text, &part.blocks, here);
        for sentence in sentences {
            let start =
                here.partition_point(|mention| mention.place.span.start < sentence.span.start);
            let end = here.partition_point(|mention| mention.place.span.start < sentence.span.end);
            let label = sentence
                .block
                .and_then(|block| part.blocks.get(block))
                .and_then(|block| match &block.kind {
                    BlockKind::Turn {
                        speaker: Some(span),
                        ..
                    } => {
                        let at =
                            here.partition_point(|mention| mention.place.span.start < span.start);
                        here.get(at)
                            .filter(|mention| span.contains(mention.place.span))
                    }
                    _ => None,
                });
            let speaker = label
                .and_then(|it| behind.get(&turns::label(&it.text)).copied())
                .or(label)
                .or_else(|| {
                    deponent.filter(|it| {
                        it.place.part < index || it.place.span.start < sentence.span.end
                    })
                });
            scenes.push(Scene {
                document,
                part: index,
                text: &part.text,
                sentence,
                mentions: here.get(start..end).unwrap_or_default(),
                claims: Vec::new(),
                speaker,
                label,
                sheet: OnceCell::new(),
            });
        }
        let own = &mut scenes[first..];
        for claim in claims.iter().filter(|claim| claim.part == index) {
            for content in &claim.content {
                let mut at = own.partition_point(|scene| scene.sentence.span.end <= content.start);
                while let Some(scene) = own
                    .get_mut(at)
                    .filter(|scene| scene.sentence.span.start < content.end)
                {
                    scene.claims.push(claim);
                    at += 1;
                }
            }
        }
    }
    scenes
}

/// Who speaks behind the labels of a part's turns that are no names.
fn behind<'a>(
    text: &str,
    blocks: &[Block],
    mentions: &'a [Mention],
) -> BTreeMap<String, &'a Mention> {
    let is_turn = |block: &Block| matches!(block.kind, BlockKind::Turn { .. });
    if !blocks.iter().any(is_turn) {
        return BTreeMap::new();
    }
    let people: Vec<&Mention> = mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .collect();
    let places: Vec<Span> = people.iter().map(|person| person.place.span).collect();
    turns::behind(text, blocks, &places)
        .into_iter()
        .map(|(label, at)| (label, people[at]))
        .collect()
}

/// Who speaks in the first person in the body of a message: the person on its line "From:".
fn writer<'a>(document: &Document, part: usize, mentions: &'a [Mention]) -> Option<&'a Mention> {
    let at = |index: usize| document.parts.get(index);
    let is_body = at(part).is_some_and(|part| part.kind == PartKind::Body);
    if document.format != Format::Email || !is_body {
        return None;
    }
    let head = part.checked_sub(1).and_then(at)?;
    let from = head
        .text
        .lines()
        .next()
        .filter(|line| head.kind == PartKind::Header && line.starts_with("From:"))?;
    mentions.iter().find(|mention| {
        mention.kind == MentionKind::Person
            && mention.place.part + 1 == part
            && mention.place.span.end <= from.len()
    })
}

/// Who speaks in the first person throughout a statement without turns: "I, Ana Bell, born ..., state", "Yo, ..", "Я, ..".
fn deponent<'a>(text: &str, blocks: &[Block], mentions: &'a [Mention]) -> Option<&'a Mention> {
    static OPENS: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:^|\n)[^\p{L}\n]*(?:I|Yo|Я|I, the undersigned|The undersigned|Quien suscribe|(?:El|La) que suscribe|(?:El|La) suscrit[oa]|Я, нижеподписавш(?:ийся|аяся)),\s*$",
        )
    });
    let turns = blocks
        .iter()
        .any(|block| matches!(block.kind, BlockKind::Turn { .. }));
    let opens = |mention: &&Mention| {
        let line = text[..mention.place.span.start]
            .rfind('\n')
            .unwrap_or_default();
        OPENS.is_match(&text[line..mention.place.span.start])
    };
    let people = mentions
        .iter()
        .filter(|mention| mention.kind == MentionKind::Person)
        .take(DEPONENT);
    if turns {
        None
    } else {
        people.into_iter().find(opens)
    }
}

/// A statement names whose it is among its first people.
const DEPONENT: usize = 3;

/// Marks that end a clause, and words that open one.
static BREAK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[;:]\s|[—–]\s|,\s(?:but|while|although|though|and|which|who|whom|whose|because|pero|mientras|aunque|y|que|quien|porque|sino|но|а|и|котор\w+|хотя|что|где|когда)\s|\s(?:but|pero|sino|но)\s|\s(?:that|que|что)\s|[»”\x22],?\s",
    )
});

static HEDGES: LazyLock<Vec<(Pattern, Certainty)>> = LazyLock::new(|| {
    [
        (r"(?i)(?:^|\W)(?:(?-i:may)|might|could|possibly|perhaps|maybe|appears? to|puede|podr[ií]an?|quiz[áa]s?|tal vez|может|могут|возможно|вероятно)(?:\W|$)", Certainty::Possible),
        (r"(?i)(?:^|\W)(?:believed|thought to|considered to be|se cree|se considera|считается|полагают|предположительно)(?:\W|$)", Certainty::Believed),
        (r"(?i)(?:^|\W)(?:alleged|allegedly|accused of|accus(?:ed|es) [^,.;]{1,60}? of|suspected|suspect|presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|acusad[oa]s? de|acus(?:ó|a|aron|an) [^.;]{0,60}?de|sospechos[oa]s? de|якобы|предполагаем\w+|подозревае\w+|обвиняем\w+ в)(?:\W|$)", Certainty::Alleged),
        (r"(?i)(?:^|\W)(?:claims?|claimed|insists?|insisted|purported|asegur[aóa]\w*|sostiene|sostuvo|утвержда\w+|уверя\w+)(?:\W|$)", Certainty::Claimed),
        (r"(?i)(?:^|\W)(?:reportedly|is said to|are said to|rumou?red|al parecer|según trascendió|habr[ií]an?|как сообщается|по некоторым данным|по слухам|dicen que|говорят, что)(?:\W|$)", Certainty::Reported),
    ]
    .into_iter()
    .map(|(text, certainty)| (Pattern::new(text), certainty))
    .collect()
});

/// A saying that did not come about, with the clause that it would have had.
static UNSAID: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:\b(?:not|never|n[’']t)(?: yet)? (?:say|said|confirm|confirmed|state|stated|announce|announced|claim|claimed|disclose|disclosed|clear|known|(?:been )?(?:told|informed|notified|advised))(?: (?:\p{L}+ ){0,2}?)?(?:that|whether|if)|\bno (?:(?:ha|han|había|habían|se|lo|les?) )?(?:dij(?:o|eron)|dicho|dice|confirm(?:ó|aron|ado|a)|inform(?:ó|aron|ado)|precis(?:ó|aron|ado)|afirm(?:ó|aron|ado)|sabe|está claro|sido (?:informad[oa]s?|notificad[oa]s?|avisad[oa]s?)(?: de)?)(?: \p{L}+){0,2}? (?:que|si)|не (?:сказал|говорил|сообщ[аи]л|подтвердил|подтверждал|заявлял|заявил|утверждал|уточнил|известно|ясно|(?:был[аио]? )?(?:проинформирован|уведомлен|уведомл[её]н|извещ[её]н))[аыио]?,? (?:что|ли))\s[^.;]*$",
    )
});

/// A report that nobody calls false, up to a cue: "did not dismiss as false the report that". It is not affirmed by that.
static UNDENIED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:\b(?:not|never)|n[’']t|\b(?:refused|declined) to)(?: \p{L}+ly)? (?:dismiss|reject|den(?:y|ied)|refute|dispute|call|brand|label|term|describe|denounce|deem|consider)\p{L}*\s[^.;]{0,100}?(?:\b(?:reports?|claims?|allegations?|accusations?|stor(?:y|ies)|rumou?rs?|suggestions?|assertions?|statements?|versions?|accounts?|lies?|false|untrue|fabricat(?:ed|ion)))(?:,? of [^.;]{0,40}?)? that|\bno (?:(?:ha|han|había|habían|se|lo|la|quiso|quisieron) )?(?:rechaz|desestim|desech|descart|desmint|desmient|refut|tild|calific|tach|llam|neg|nieg|consider)\p{L}*\s[^.;]{0,100}?\b(?:versi|notici|informaci|rumor|denunci|afirmaci|declaraci|reporte|relato|acusaci|señalamiento|testimoni|fals|mentira|bulo|infundad)\p{L}* (?:de )?que|не (?:стал\p{L}* )?(?:назв|назыв|отверг|отмел|опроверг|сч[её]л|сочл|объяв|отриц)\p{L}*\s[^.;]{0,100}?(?:сообщени|слух|утверждени|обвинени|информаци|заявлени|сведени|публикаци|новост|верси|рассказ|показани|лож|неправд|выдумк|вымыс|фейк)\p{L}*(?: о том)?, (?:что|будто))\s[^.;]*$",
    )
});

/// What says behind a report that nobody called it false.
static UNDENIED_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:was|were|is|are|has|have|had)(?:n['’]t| not| never)(?: been)? (?:dismissed|rejected|denied|refuted|disputed|called|branded|label\p{L}+|described|denounced)\b|\bno (?:fue|fueron|ha sido|han sido) (?:rechazad|desmentid|desestimad|descartad|tildad|calificad|negad)[oa]s?\b|не (?:был\p{L}* )?(?:опроверг|отверг|отвергнут|назва)\p{L}*)",
    )
});

static NEGATED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:not|never|no|nobody|none|without|n't|isn't|wasn't|weren't|hasn't|hadn't|haven't|didn't|doesn't|neither|nor|nunca|jamás|tampoco|sin|ni|nadie|ningún|ninguna|не|никогда|никто|без|ни|нет)(?:\s[\p{L}']+){0,2}\s*$|(?:^|\W)(?:no longer|denie[sd]|deny|denying|nieg\w+|neg(?:[óo]|aron|aba|aban|ar|ado)|desm(?:int|ient)\w+|rechaz\w+|(?:rule[sd]?|ruling) out|descart\w+|excluy\w+|отрица\w+|опроверг\w*|отверг\w*|исключ\w+),?\s(?:[^.;]{0,80}\s)?$",
    )
});

/// What calls false what follows it, up to a cue.
static FALSE_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:^|\W)(?:false|untrue|not true|not the case|a lie|n['’]t true) that|(?:^|\W)(?:falso|mentira|no (?:es|era|sea) (?:cierto|verdad)|una mentira|un bulo) (?:de )?que|(?:неправда|ложь|неверно|не правда|выдумка|не соответствует (?:действительности|истине))(?: то)?, (?:что|будто))\s(?:[^.;]{0,160}\s)?$",
    )
});

/// A statement that goes on over a cue, and what calls it false behind the cue.
static STATEMENT: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:(?:^|\W)(?:claims?|charges?|counts?|complaints?|evidence|proof|allegations?|reports?|statements?|accusations?|rumou?rs?|assertions?|stor(?:y|ies)) that|(?:^|\W)(?:afirmaci[óo]n(?:es)?|acusaci[óo]n(?:es)?|versi[óo]n(?:es)?|informaci[óo]n(?:es)?|noticias?|rumor(?:es)?|denuncias?|cargos?|imputaci[óo]n(?:es)?|pruebas?) de que|(?:утверждени|сообщени|информаци|обвинени|слух|заявлени|сведени|доказательств)\p{L}*(?: (?:о|в) том| того| тому)?, что)\s(?:[^.;]{0,120}\s)?$",
    )
});
static FALSE_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:is|are|was|were|proved|turned out) (?:\p{L}+ly |to be )?(?:false|untrue|incorrect|unfounded|fabricated|a lie|not true)\b|\b(?:es|son|era|eran|resultó|resultaron) (?:\p{L}+mente )?(?:fals[oa]s?|mentiras?|inciert[oa]s?|infundad[oa]s?)\b|не соответству[ею]т (?:действительности|истине)|(?:оказал\p{L}+|является|это) (?:ложью|ложь|неправдой|неправда)|ложн\p{L}+)",
    )
});

/// A charge or claim that is taken back, or for which there is nothing, up to a cue.
static UNSUPPORTED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(concat!(
        r"(?i)(?:^|[^\p{L}])(?:",
        r"(?:drop(?:s|ped|ping)?|withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|abandon(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|threw out|thrown out|took back|taken back|recant(?:s|ed)?|reject(?:s|ed)?|quash(?:ed)?|struck out) (?:[\p{L}'’]+ ){0,3}(?:charges?|claims?|allegations?|accusations?|counts?|complaints?|suggestions?|statements?|testimony)(?: against [^,.;]{1,40}?)? (?:that|of|for)",
        r"|(?:no|not any|not enough|n['’]t any|n['’]t enough|insufficient|lack of|absence of|without|any|sufficient|nor) (?:\p{L}+ )?(?:evidence|proof|grounds?|basis|indication|sign)(?: (?:to (?:show|suggest|prove|support|believe)|whatsoever|at all|either|(?:was|were|has been|had been) (?:found|presented|offered|given|shown)))?(?: the (?:claim|allegation|charge|suggestion)s?)? (?:that|of)",
        r"|(?:never|not|n['’]t|fail(?:s|ed) to|unable to|could not)(?: been| be)? (?:prove[dn]?|substantiate[d]?|established?|shown?) that",
        r"|(?:retir|desestim|archiv|desech|descart|abandon|anul|sobrese)\p{L}+ (?:\p{L}+ ){0,3}(?:acusaci[óo]n(?:es)?|cargos?|denuncias?|imputaci[óo]n(?:es)?|querella|afirmaci[óo]n|alegaci[óo]n|declaraci[óo]n|versi[óo]n)(?: contra [^,.;]{1,40}?)? (?:de(?: que)?|por)",
        r"|(?:desisti|retract)\p{L}+ (?:\p{L}+ ){0,4}de que",
        r"|(?:no (?:hay|hubo|había|existen?|existían?|se (?:halló|hallaron|encontró|encontraron|presentaron)|tienen?|tenía|encontró|halló)|sin|falta de|ausencia de|insuficientes) (?:\p{L}+ )?(?:pruebas?|evidencias?|indicios?|base|fundamento)(?: alguna?| suficientes?)? (?:de )?que",
        r"|no (?:se )?(?:probó|demostró|acreditó|pudo (?:probar|demostrar|acreditar)(?:se)?) que",
        r"|(?:снял|сняла|сняли|сняло|снимает|снимают|отозвал|прекратил|отклонил|отказал\p{L}*)(?:а|и|о|ся|ась|ось|ись)? (?:\p{L}+ ){0,3}(?:обвинени|показани|заявлени|утверждени|жалоб)\p{L}*(?: (?:с|против|от) [^,.;]{1,40}?)?(?: в том| о том)?, (?:что|будто)",
        r"|(?:нет|не было|недостаточно|без|не (?:нашл|наш[её]л|обнаруж|представ|получ)\p{L}*) (?:\p{L}+ ){0,2}?(?:доказательств\p{L}*|улик|данных|свидетельств|подтверждени[йея]|оснований)(?: (?:того|тому|полагать|считать))?, (?:что|будто)",
        r"|не (?:доказа|подтверди|установ)\p{L}+(?: \p{L}+)?(?: то)?, (?:что|будто)",
        r")\s(?P<rest>[^.;]{0,160})$",
    ))
});

/// A claim that goes on over a cue, and what says behind the cue that it was taken back.
static TAKEN_BACK: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)^[^.;]{0,160}?(?:\b(?:is|are|was|were|has been|have been|had been) (?:\p{L}+ly |later |then |since )?(?:dropped|withdrawn|retracted|dismissed|thrown out|abandoned|rejected|quashed|recanted|unproven|unsupported|never proved)\b|\b(?:fue|fueron|ha sido|han sido|quedó|quedaron) (?:\p{L}+mente |luego )?(?:retirad|desestimad|archivad|rechazad|descartad|desechad)[oa]s?\b|\bse retir(?:ó|aron)\b|\b(?:был[оаи]? )?(?:снят|отозван|прекращ[её]н|отклон[её]н|отвергнут)[оаы]?(?:[^\p{L}]|$)|, (?:нет|не было|не нашли|не найдено)(?:[^\p{L}]|$))",
    )
});

/// "did not drop": what stands before words of taking back, and undoes them.
static KEPT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|[^\p{L}])(?:no|not|n['’]t|never|nunca|не)(?:\s(?:ha|han|había|se|yet|ever))?$",
    )
});

/// Where a sentence turns to what is said for sure.
static TURNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i),? (?:but|although|while|pero|aunque|mientras|но|хотя) |, (?:who|which|quien|and (?:[^t]|t[^h])|y (?:[^q]|q[^u])|котор\p{L}+) ?",
    )
});

static CONDITIONAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\W)(?:if|unless|whether|in case|could|might|(?-i:may)|would have|should|were to|si|podr[ií]an?|pued[ae]n?|en caso de|de ser|если|может|могут|мог|могла|бы|в случае|угрожа\w+|threaten\w*|amenaz\w+|fears?|feared|temen?|боит\w+|боял\w+)(?:\s[\p{L}']+){0,4}\s*$",
    )
});

impl<'a> Scene<'a> {
    /// The sentence's words.
    pub(crate) fn words(&self) -> &'a str {
        self.sentence.span.of(self.text).unwrap_or_default()
    }

    /// Whether the pattern could match in the sentence, or in a piece of it.
    pub(crate) fn may(&self, pattern: &Pattern) -> bool {
        self.sheet
            .get_or_init(|| Sheet::of(self.words()))
            .may(pattern)
    }

    /// What the pattern finds in a piece of the sentence.
    pub(crate) fn captures(&self, pattern: &Pattern, piece: Span) -> Option<Captures<'a>> {
        self.may(pattern)
            .then(|| pattern.captures(self.at(piece)))
            .flatten()
    }

    /// Where the pattern finds its `cue` in a piece of the sentence.
    pub(crate) fn cue(&self, pattern: &Pattern, piece: Span) -> Option<Span> {
        let cue = self.captures(pattern, piece)?.name("cue")?;
        Some(Span::new(
            piece.start + cue.start(),
            piece.start + cue.end(),
        ))
    }

    /// The part's words at a span, or none.
    pub(crate) fn at(&self, span: Span) -> &'a str {
        span.of(self.text).unwrap_or_default()
    }

    /// A span of the sentence's words as a span of the part.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(
            self.sentence.span.start + start,
            self.sentence.span.start + end,
        )
    }

    /// A place in the part.
    pub(crate) fn place(&self, span: Span) -> Place {
        Place {
            document: self.document.id.clone(),
            part: self.part,
            span,
        }
    }

    /// The clause around a cue, without the sentence's closing stop.
    pub(crate) fn clause(&self, cue: Span) -> Span {
        let words = self.words();
        let base = self.sentence.span.start;
        let (from, to) = (cue.start.saturating_sub(base), cue.end.saturating_sub(base));
        let mut start = 0;
        let mut end = words.len();
        for hit in BREAK.find_iter(words) {
            if hit.end() <= from {
                start = hit.end();
            } else if hit.start() >= to {
                end = hit.start();
                break;
            }
        }
        trimmed(self.text, Span::new(base + start, base + end))
    }

    /// What of the clause stands before the cue.
    pub(crate) fn before(&self, cue: Span) -> Span {
        trimmed(
            self.text,
            Span::new(self.clause(cue).start.min(cue.start), cue.start),
        )
    }

    /// The innermost claim whose content holds the span.
    pub(crate) fn claim(&self, span: Span) -> Option<&'a Claim> {
        self.claims
            .iter()
            .filter(|claim| claim.content.iter().any(|content| content.contains(span)))
            .min_by_key(|claim| {
                claim
                    .content
                    .iter()
                    .map(|content| content.len())
                    .sum::<usize>()
            })
            .copied()
    }

    /// How sure the words at a span are told: the weakest hedge of their clause and their claim.
    pub(crate) fn certainty(&self, span: Span) -> Certainty {
        let own = self
            .claim(span)
            .map_or(Certainty::Stated, |claim| claim.certainty);
        let clause = self.clause(span);
        HEDGES
            .iter()
            .filter(|(hedge, _)| self.may(hedge) && hedge.is_match(self.at(clause)))
            .map(|(_, certainty)| *certainty)
            .fold(own, Certainty::weaker)
    }

    /// Whether the cue is negated where it stands, or its claim is denied.
    pub(crate) fn is_denied(&self, cue: Span) -> bool {
        NEGATED.is_match(self.at(Span::new(self.sentence.span.start, cue.start)))
            || self.is_denied_claim(cue)
            || self.is_false(cue)
    }

    /// Whether the sentence calls false what is told at the cue: "it is false that ..", "the claim that .. is untrue".
    pub(crate) fn is_false(&self, cue: Span) -> bool {
        let before = self.at(Span::new(self.sentence.span.start, cue.start));
        let after = self.at(Span::new(cue.end, self.sentence.span.end.max(cue.end)));
        self.may(&FALSE_BEFORE) && FALSE_BEFORE.is_match(before)
            || self.may(&STATEMENT)
                && self.may(&FALSE_AFTER)
                && STATEMENT.is_match(before)
                && FALSE_AFTER.is_match(after)
    }

    /// Whether what is told at the cue was taken back, or has no evidence: "dropped the charge that ..", "no evidence that ..".
    pub(crate) fn is_unsupported(&self, cue: Span) -> bool {
        let before = Span::new(self.sentence.span.start, cue.start);
        let after = self.at(Span::new(cue.end, self.sentence.span.end.max(cue.end)));
        let taken = |hit: &Captures<'_>| {
            let from = hit.get(0).map_or(0, |whole| whole.start());
            let lead = self.at(before).get(..from).unwrap_or_default();
            let rest = hit.name("rest").map_or("", |rest| rest.as_str());
            !KEPT.is_match(lead) && !TURNS.is_match(rest)
        };
        self.captures(&UNSUPPORTED, before)
            .is_some_and(|hit| taken(&hit))
            || self.may(&STATEMENT)
                && self.may(&TAKEN_BACK)
                && STATEMENT.is_match(self.at(before))
                && TAKEN_BACK.is_match(after)
    }

    /// Whether the claim that holds the span is denied by its source.
    pub(crate) fn is_denied_claim(&self, span: Span) -> bool {
        self.claim(span)
            .is_some_and(|claim| claim.polarity == Polarity::Denied)
    }

    /// Whether the cue only might come true ("if convicted", "could face"), or nobody says that it did ("did not say
    /// that X was arrested", "did not call it a lie that X was arrested").
    pub(crate) fn is_conditional(&self, cue: Span) -> bool {
        let before = self.at(Span::new(self.sentence.span.start, cue.start));
        CONDITIONAL.is_match(before) || UNSAID.is_match(before) || self.is_undenied(cue, before)
    }

    /// Whether the cue stands in a report of which the sentence says only that it was not called false.
    fn is_undenied(&self, cue: Span, before: &str) -> bool {
        let after = self.at(Span::new(cue.end, self.sentence.span.end.max(cue.end)));
        self.may(&UNDENIED) && UNDENIED.is_match(before)
            || self.may(&STATEMENT)
                && self.may(&UNDENIED_AFTER)
                && STATEMENT.is_match(before)
                && UNDENIED_AFTER.is_match(after)
    }

    /// Whether a question is asked.
    pub(crate) fn is_question(&self) -> bool {
        self.words().trim_end().ends_with('?')
    }

    /// The sentence's language; Spanish and English share much, so both are read where it is not known.
    pub(crate) fn speaks(&self, language: Language) -> bool {
        self.sentence.language == language
            || (self.sentence.language == Language::Unknown && language != Language::Ru)
    }

    /// Mentions of people in the sentence.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'a Mention> + use<'a> {
        self.mentions
            .iter()
            .filter(|mention| mention.kind == MentionKind::Person)
    }

    /// The header above a row of a table, and the row's own cells; `None` for a header and for running words.
    pub(crate) fn row(&self) -> Option<(&'a [Span], &'a [Span])> {
        let part = self.document.parts.get(self.part)?;
        let own = self.sentence.block?;
        let BlockKind::Row {
            cells,
            header: false,
            ..
        } = &part.blocks.get(own)?.kind
        else {
            return None;
        };
        // The header stands near the top; looking further would take time for every row.
        let above = part.blocks.iter().take(own.min(12)).rev();
        let header = above.into_iter().find_map(|block| match &block.kind {
            BlockKind::Row {
                cells,
                header: true,
                ..
            } => Some(cells.as_slice()),
            _ => None,
        })?;
        Some((header, cells))
    }

    /// Whether the sentence is running words, not a row or furniture.
    pub(crate) fn is_told(&self) -> bool {
        !matches!(self.sentence.setting, Setting::Row | Setting::Furniture)
    }
}

/// A span without white space and marks at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let Some(words) = span.of(text) else {
        return span;
    };
    let mark = |c: char| c.is_whitespace() || ".,;:—–!?…«»“”\"()".contains(c);
    let kept = words.trim_matches(mark);
    let lead = words.len() - words.trim_start_matches(mark).len();
    let start = span.start + lead.min(words.len());
    Span::new(start, start + kept.len())
}

/// The span unless it is empty.
pub(crate) fn filled(span: Span) -> Option<Span> {
    (!span.is_empty()).then_some(span)
}
