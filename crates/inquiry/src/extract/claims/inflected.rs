//! The rules' readings of Spanish and Russian running text, joined with the trained tagger.
//!
//! Where the rules tell who says it, their reading stays, cut where the tagger ends what is said. The tagger adds the
//! cues that they do not read, claims inside claims among them; the lexicon says how sure, whether denied, of which kind.

use super::agents;
use super::called;
use super::clause;
use super::lexicon::{ADV, BE, COMP, CONJ, Cue, DET, DOUBT, HAVE, NEG, PRON, Sort, TIME};
use super::own;
use super::reading::{self, Heard, Reading};
use super::sure::Reader;
use super::trained::{UNSOURCED, sentence_of};
use super::untold::{self, tokens};
use super::verbs;
use super::view::{Run, View};
use crate::extract::tagger::Tied;
use crate::extract::text::Setting;
use model::{Certainty, Kind, Language, Polarity, Span};

/// Rules whose source is the subject of the cue.
const ACTIVE: [&str; 4] = ["clause", "object", "infinitive", "quote-after"];

/// The most tokens of a day before a clause.
const LONGEST_DAY: usize = 5;

/// The readings of a paragraph after the tagger.
pub(super) fn joined(views: &[View<'_>], readings: Vec<Reading>, tied: &[Tied]) -> Vec<Reading> {
    // "Según X, que citó Y, C": between the cue and the content nobody else speaks.
    let asides: Vec<Span> = readings
        .iter()
        .filter(|reading| reading.rule == "according" && reading.through.is_some())
        .filter_map(|reading| Some((reading.cue?.end, reading.content.first()?.start)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| Span::new(from, to))
        .collect();
    let aside = |cue: Span| asides.iter().any(|span| span.contains(cue));
    let mut left: Vec<Option<Reading>> = readings.into_iter().map(Some).collect();
    let mut out: Vec<Reading> = Vec::new();
    let tied: Vec<Tied> = tied.iter().map(|it| untold::spoken(views, it)).collect();
    let tied = &tied[..];
    for it in tied
        .iter()
        .filter(|it| !untold::withheld(views, it.cue) && !aside(it.cue))
    {
        let held = left.iter_mut().find(|held| {
            held.as_ref()
                .and_then(|reading| reading.cue)
                .is_some_and(|cue| cue.overlaps(it.cue))
        });
        let rule = held.and_then(Option::take);
        let Some(sentence) = sentence_of(views, it.cue) else {
            out.extend(rule);
            continue;
        };
        let both = Both {
            view: &views[sentence],
            sentence,
            tied,
            it,
            known: head(&views[sentence], it.cue),
        };
        let reader = match rule {
            Some(_) => Reader::Both,
            None => Reader::Tagger,
        };
        let found = match rule {
            Some(rule) if is_settled(&rule) && !both.divides(&rule) => Some(both.kept(rule)),
            rule => both.tagged(rule),
        };
        out.extend(found.map(|reading| heard(reading, reader, it.margin)));
    }
    let unheard = left.into_iter().flatten().map(|mut reading| {
        let view = &views[reading.sentence];
        if let Some(cue) = reading.cue.filter(|_| has_subject(&reading)) {
            reading.source = reading.source.and_then(|it| subject(view, cue, it));
            reading.dropped |= reading.source.is_none() && leaves_out(view, cue);
        }
        heard(reading, Reader::Unheard, 0)
    });
    out.extend(unheard);
    reading::sort(&mut out);
    out
}

/// Whether the source of a reading is the subject of its cue.
fn has_subject(reading: &Reading) -> bool {
    ACTIVE.contains(&reading.rule) || reading.rule == called::RULE
}

/// A reading with what the tagger says of it.
fn heard(mut reading: Reading, reader: Reader, margin: i32) -> Reading {
    reading.heard = Heard {
        reader,
        margin,
        deep: false,
    };
    reading
}

/// Whether the rules know who says it, or that nobody does.
fn is_settled(rule: &Reading) -> bool {
    rule.source.is_some() || rule.through.is_some() || rule.rule == called::RULE || has_nobody(rule)
}

/// Whether the rules know that nobody is on record.
fn has_nobody(rule: &Reading) -> bool {
    rule.source.is_none()
        && (UNSOURCED.contains(&rule.rule)
            || rule.certainty == Certainty::Alleged && !ACTIVE.contains(&rule.rule))
}

/// The entry of the lexicon that a cue is told by, with its first token: the longest, of equal ones the last.
fn head<'v>(view: &'v View<'_>, span: Span) -> Option<(usize, &'v Cue)> {
    tokens(view, span)
        .flat_map(|at| view.lexicon.cues(view.tokens, at).map(move |cue| (at, cue)))
        .filter(|(at, cue)| {
            let end = view.tokens.get(at + cue.words.len() - 1);
            cue.words.len() == 1 || end.is_some_and(|end| span.overlaps(end.span))
        })
        .max_by_key(|(at, cue)| (cue.words.len(), *at))
}

/// A tagged cue beside what the rules may have read of it.
struct Both<'v, 'a> {
    view: &'v View<'a>,
    /// Index of the cue's sentence.
    sentence: usize,
    /// All that the tagger ties in the paragraph.
    tied: &'v [Tied],
    it: &'v Tied,
    /// The lexicon's entry of the cue.
    known: Option<(usize, &'v Cue)>,
}

impl Both<'_, '_> {
    /// The rules' reading, without what cannot be its source or belongs to the next cue.
    fn kept(&self, mut rule: Reading) -> Reading {
        if has_nobody(&rule) {
            return rule;
        }
        self.bound(&mut rule.content);
        if has_subject(&rule)
            && let Some(source) = rule.source
        {
            let other = || self.subject(self.it.source?);
            rule.source = self.subject(source).or_else(other);
            rule.dropped = rule.source.is_none() && leaves_out(self.view, self.it.cue);
        }
        rule
    }

    /// The tagger's reading, with the values of the rule or of the lexicon; none where they know that nothing is told.
    fn tagged(&self, rule: Option<Reading>) -> Option<Reading> {
        let (view, it) = (self.view, self.it);
        let untold = untold::is_untold(view, it, self.known)
            || self.runs_over()
            || view.sentence.setting == Setting::Turn && self.is_idle();
        if rule.is_none() && untold {
            return None;
        }
        let mut reading = match (rule, self.known) {
            (Some(rule), _) => rule,
            // A hedge is weighed as the rules weigh it: «Возможно, C, считает X».
            (None, Some((_, cue))) if cue.sort == Sort::Hedge && it.source.is_none() => {
                Reading::new(self.sentence, "hedge", cue, Some(it.cue))
            }
            (None, Some((_, cue))) => Reading::new(self.sentence, "trained", cue, Some(it.cue)),
            (None, None) => Reading::unknown(self.sentence, "trained", it.cue),
        };
        if reading.rule == "trained" {
            voice(view, it.cue, &mut reading);
        }
        reading.sentence = self.sentence;
        reading.cue = Some(self.cue());
        reading.source = it
            .source
            .or(reading.source)
            .and_then(|source| self.subject(source))
            .or_else(|| agents::doer(view, it.cue));
        if reading.kind == Kind::Promise
            && let Some(twin) = self.twin()
        {
            reading.source = Some(twin);
        }
        reading.content.clone_from(&it.content);
        self.without_antecedent(&mut reading.content);
        self.mend(&mut reading.content);
        self.complement(&mut reading.content);
        self.finish(&mut reading.content);
        reading.dropped = reading.source.is_none() && leaves_out(view, it.cue);
        // "Le prometieron trabajo", «обещали стройку»: nobody is on record, and nothing is in doubt. Pieces of a sentence of
        // nobody are those of a clause that tells nothing: «человек, который передал мне письма».
        let in_pieces = reading.content.len() > 1;
        let sure = !reading.dropped && reading.certainty == Certainty::Stated;
        let first = own::is_first(view, &reading);
        let idle =
            reading.rule == "trained" && reading.source.is_none() && !first && (in_pieces || sure);
        (!idle).then_some(reading)
    }

    /// Who offers, where that is the subject behind the verb before the "and": "cuando llegó X y me ofreció C".
    fn twin(&self) -> Option<Span> {
        let at = verb(self.view, self.it.cue)?;
        let run = verbs::twin(self.view, verbs::group_start(self.view, 0, at))?;
        self.view.span(run)
    }

    /// Whether a speaker only tells what he or another did: "El pasaporte me lo quitó". Few turns were taught.
    fn is_idle(&self) -> bool {
        let clitics = |content: &Span| {
            tokens(self.view, *content)
                .all(|at| self.view.has(at, PRON | ADV) || !self.view.tokens[at].is_wordy())
        };
        self.known.is_none() || !self.denies() && self.it.content.iter().all(clitics)
    }

    /// Whether the lexicon knows the cue for a denial.
    fn denies(&self) -> bool {
        self.known
            .is_some_and(|(_, cue)| cue.polarity == Polarity::Denied)
    }

    /// The cue, without the article of a noun, and without a colon that opens nothing of it: «Она это отрицает: по данным
    /// полиции».
    fn cue(&self) -> Span {
        let mut cue = self.it.cue;
        let mut words = tokens(self.view, cue);
        if let (Some(article), Some(noun)) = (words.next(), words.next())
            && self.view.has(article, DET)
            && self.known.is_some_and(|(_, cue)| cue.sort == Sort::Noun)
        {
            cue.start = self.view.tokens[noun].span.start;
        }
        let contents = &self.it.content;
        let opens = contents.iter().all(|content| content.start >= cue.end);
        let last = tokens(self.view, cue).next_back();
        match last.filter(|last| self.view.is(*last, ":") && !opens) {
            Some(colon) => {
                let end = self.view.tokens[colon.saturating_sub(1)].span.end;
                Span::new(cue.start, end.max(cue.start))
            }
            None => cue,
        }
    }

    /// Whether the content goes on over the cue of another who is told by these words: «Человек, который передал письма,
    /// уверяет, что C».
    fn runs_over(&self) -> bool {
        let (Some(first), Some(last)) = (self.it.content.first(), self.it.content.last()) else {
            return false;
        };
        let gap = (first.end, last.start);
        self.tied.iter().any(|other| {
            let between = gap.0 <= other.cue.start && other.cue.end <= gap.1;
            between
                && other
                    .source
                    .is_some_and(|source| source.contains(self.it.cue))
        })
    }

    /// Cuts what the rules read as content where the tagger ends it at a mark, or before a further verb of telling.
    fn bound(&self, content: &mut [Span]) {
        let view = self.view;
        let Some(last) = content.last_mut() else {
            return;
        };
        let ends = self
            .it
            .content
            .iter()
            .filter(|it| it.overlaps(*last) && it.end < last.end);
        let Some(end) = ends.map(|it| it.end).max() else {
            return;
        };
        let Some(next) = (0..view.len()).find(|at| view.tokens[*at].span.start >= end) else {
            return;
        };
        let told = |at: usize| {
            let near = view.span(Run {
                from: at,
                to: at + 5,
            });
            let mut others = self.tied.iter().filter(|other| other.cue != self.it.cue);
            near.is_some_and(|near| others.any(|other| other.cue.overlaps(near)))
        };
        // «Она это отрицает: по данным полиции, C», but "informó: diecisiete personas: una organizadora y dos más".
        let other = |other: &Tied| {
            let from = view.tokens[next].span.start;
            from < other.cue.start && other.cue.end <= view.sentence.span.end
        };
        // «Заявления о C — ложь, заявил X»
        let names = |from: usize| (from..from + 3).any(|at| called::is_name(view, at, at + 1));
        let over = view.is(next, ":") && self.tied.iter().any(other)
            || view.is(next, ";")
            || view.dash(next) && !names(next + 1)
            || view.has(next, CONJ) && told(next)
            || view.comma(next) && view.has(next + 1, CONJ) && told(next + 1);
        if over {
            last.end = end;
        }
    }

    /// Takes a content that begins amid the clause before its cue back to where the clause begins.
    fn mend(&self, content: &mut [Span]) {
        let view = self.view;
        let Some(first) = content
            .first_mut()
            .filter(|first| first.end <= self.it.cue.start)
        else {
            return;
        };
        let Some(mut from) = tokens(view, *first).next() else {
            return;
        };
        let taken = |span: Span| {
            self.it.source.is_some_and(|source| source.overlaps(span))
                || self.tied.iter().any(|other| other.cue.overlaps(span))
        };
        let bounds = |at: usize| {
            !view.tokens[at].is_wordy()
                || view.has(at, CONJ)
                || view.has(at, COMP)
                || taken(view.tokens[at].span)
        };
        while from > 0 && !bounds(from - 1) {
            from -= 1;
        }
        // "El viernes, la policía detuvo a nueve, informó X".
        let day = from
            .checked_sub(1)
            .filter(|comma| *comma <= LONGEST_DAY && view.comma(*comma))
            .filter(|comma| (0..*comma).any(|at| view.has(at, TIME)))
            .is_some_and(|comma| (0..comma).all(|at| !taken(view.tokens[at].span)));
        if day {
            from = 0;
        }
        first.start = view.tokens[from].span.start.min(first.start);
    }

    /// Whom a relative clause tells of is not what is said in it: "El capataz, que niega C".
    fn without_antecedent(&self, content: &mut Vec<Span>) {
        let view = self.view;
        let relative = |source: Span| {
            let at = tokens(view, source).next().filter(|at| *at > 0)?;
            let lower = view.lower(at);
            (matches!(lower, "que" | "quien" | "quienes") || lower.starts_with("котор"))
                .then_some(at)
        };
        let Some(at) = self.it.source.and_then(relative) else {
            return;
        };
        let end = at - usize::from(view.comma(at - 1));
        let whom = |span: &Span| end > 0 && view.tokens[end - 1].span.end == span.end;
        if content.iter().any(|span| !whom(span)) {
            content.retain(|span| !whom(span));
        }
    }

    /// Takes a clause that ends before its verb on to its end: "la versión de que Gaspar" Molina cobró.
    fn finish(&self, content: &mut [Span]) {
        let view = self.view;
        let Some(last) = content.last_mut() else {
            return;
        };
        let inside: Vec<usize> = tokens(view, *last).collect();
        let (Some(first), Some(end)) = (inside.first(), inside.last()) else {
            return;
        };
        let opens = view.has(*first, COMP) || view.has(first + 1, COMP);
        let amid = view.capital(*end) && view.capital(end + 1);
        if !opens || !amid || inside.iter().any(|at| view.is_finite(*at)) {
            return;
        }
        let over = clause::clause_end(view, *first);
        if let Some(whole) = Run::new(*first, over).and_then(|run| view.span(run)) {
            last.end = whole.end.max(last.end);
        }
    }

    /// Leaves the clause behind the cue alone where it has one: «После встречи посольство сообщило, что C»; and of what is
    /// denied what stands before the cue, where a colon ends it: «Она это отрицает: деньги взял брат».
    fn complement(&self, content: &mut Vec<Span>) {
        let view = self.view;
        let cue = self.it.cue;
        let opens = |span: &Span| {
            let first = tokens(view, *span).next();
            span.start >= cue.end && first.is_some_and(|at| view.has(at, COMP))
        };
        let quoted = |span: &Span| tokens(view, *span).any(|at| view.is_quoted(at));
        let last = tokens(view, cue).next_back();
        let colon = last.is_some_and(|at| view.is(at, ":") || view.is(at + 1, ":"));
        if self.denies() && colon && content.iter().any(|span| span.end <= cue.start) {
            content.retain(|span| span.end <= cue.start);
        } else if content.iter().any(opens) {
            content.retain(|span| span.start >= cue.end || quoted(span));
        }
    }

    /// Whether the tagger finds the content in what the rules take for the source: «Директор обвинения отрицает».
    fn divides(&self, rule: &Reading) -> bool {
        let within = |of: &Span| rule.source.is_some_and(|source| source.overlaps(*of));
        // «Такую возможность сотрудники отдела отрицают»
        let before = |source: Span| {
            rule.content
                .iter()
                .all(|content| content.end <= source.start)
        };
        // "C, según la madre de una de ellas, X."
        let first = ["object", "according"].contains(&rule.rule) && rule.source.is_some_and(before);
        rule.rule != called::RULE
            && !first
            && self.it.source.as_ref().is_some_and(within)
            && self.it.content.iter().any(within)
    }

    /// A source without what is none; as it is where the cue is no verb.
    fn subject(&self, source: Span) -> Option<Span> {
        subject(self.view, self.it.cue, source)
    }
}

/// A source without what cannot be the subject of the cue's verb; as it is where the cue is no verb.
fn subject(view: &View<'_>, cue: Span, source: Span) -> Option<Span> {
    match verb(view, cue) {
        Some(at) => untold::subject(view, source, at),
        None => Some(source),
    }
}

/// The verb of a cue.
fn verb(view: &View<'_>, cue: Span) -> Option<usize> {
    match head(view, cue) {
        Some((at, known)) => (known.sort == Sort::Verb).then_some(at),
        None => tokens(view, cue)
            .next_back()
            .filter(|at| view.is_finite(*at)),
    }
}

/// Whether the cue's verb has a subject that is left out: "Dijo que", «Сказал, что»; not "se dice", «говорят».
fn leaves_out(view: &View<'_>, cue: Span) -> bool {
    verb(view, cue).is_some_and(|at| {
        !view.has(at, DOUBT) && !view.infinitive(at) && is_singular(view, at) && !opens(view, at)
    })
}

/// Whether a participle opens its sentence: the subject stands behind it there, not in the sentence before.
fn opens(view: &View<'_>, at: usize) -> bool {
    view.gerund(at)
        && (0..at).all(|before| !view.tokens[before].is_wordy() || view.has(before, NEG))
}

/// Modality and negation in the cue itself.
fn voice(view: &View<'_>, cue: Span, reading: &mut Reading) {
    let negative = ["no_", "не_"].iter().any(|no| reading.head.starts_with(no));
    let negated = !negative && tokens(view, cue).any(|at| view.has(at, NEG));
    if negated && !matches!(reading.kind, Kind::Position | Kind::Order | Kind::Question) {
        reading.polarity = Polarity::Denied;
    }
    if tokens(view, cue).any(|at| view.has(at, DOUBT)) {
        reading.certainty = reading.certainty.weaker(Certainty::Possible);
    }
}

/// Whether the verb form at `at` is of one person who tells, by its ending and what stands before it.
fn is_singular(view: &View<'_>, at: usize) -> bool {
    const PARTICIPLES: [&str; 9] = [
        "ado", "ido", "ada", "ida", "ados", "idos", "adas", "idas", "cho",
    ];
    let lower = view.lower(at);
    let before = |bits| at > 0 && view.has(at - 1, bits);
    let ends = |with: &[&str]| with.iter().any(|end| lower.ends_with(end));
    match view.lexicon.language {
        Language::Es => {
            let many = ends(&["ron", "an", "en"]) || at > 0 && view.is(at - 1, "se");
            !many && (!ends(&PARTICIPLES) || before(HAVE)) && !before(BE)
        }
        Language::Ru => {
            let one = ends(&[
                "л", "ла", "лся", "лась", "ет", "ит", "ется", "ится", "в", "я",
            ]);
            one && !before(BE)
        }
        Language::En | Language::Unknown => false,
    }
}
