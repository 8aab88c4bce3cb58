//! Roles that the text gives people: by apposition, copula, verb, age, kin, and in the first person.
//!
//! Attributed and hedged as said; what is denied ("X denied being a recruiter") gives no role, but whom it would make a
//! victim ("X denied recruiting Y") may be one.

mod ages;
mod among;
mod asked;
mod beside;
mod births;
mod called;
pub(super) mod cues;
mod gone;
pub(super) mod handed;
mod harm;
mod named;
mod offices;
mod own;
mod pairs;
mod robbed;
mod rows;
mod runs;
mod saw;
mod seen;
mod settled;
mod signed;
mod sought;
mod sources;
mod theirs;
pub(super) mod threats;
mod toil;
mod young;

use super::around::{Scene, within};
use super::listed;
use super::needs::Pattern;
use super::order;
use super::predicate;
use super::text::Setting;
use super::whom;
use crate::alphabet::{Regex, pattern};
use cues::{DOES, KIN, NOUNS, SUFFERS};
use model::{Certainty, Claim, Mention, MentionId, Role, RoleSaid, Span};
use std::sync::LazyLock;

/// A role and the pattern that gives it.
type Cues = Vec<(Role, Pattern)>;

fn compiled(table: &[(Role, &str)], frame: impl Fn(&str) -> String) -> Cues {
    table
        .iter()
        .map(|(role, words)| (*role, Pattern::new(frame(words))))
        .collect()
}

/// "the recruiter X", "presunto reclutador X", "the ministry's spokeswoman X".
static BEFORE: LazyLock<Cues> = LazyLock::new(|| {
    compiled(NOUNS, |words| {
        format!(
            r"(?i)(?:^|[^\p{{L}}])(?P<cue>{words}){NUMBERED}(?:,? (?:(?:later|then|since|only|luego|después|позже|затем) )?(?:named|called|known as|llamad[oa]|que se llama|de nombre|conocid[oa] como|identificad[oa] como|по имени|identified as|as|was|como|es|fue|is))?(?:,? (?:el |la |the )?(?:dr|dra|doctora?|don|doña|mr|mrs|ms|sra?|señora?|licenciad[oa]|lic|prof)\.?)?[ ,:]{{0,2}}[«“\x22]?$"
        )
    })
});

/// A number or letter that stands for a name: "Victim 1", "víctima nº 2", «потерпевшая А».
const NUMBERED: &str = r"(?: (?:no\.? ?|n\.?[º°]\.? ?|n[úu]m(?:ero)?\.? ?|number |№ ?|#)?(?:\d{1,2}|(?-i:[A-ZА-Я]))\b)?";

/// "X, a recruiter", "X (the driver)", "X was the ringleader", "X, whom they call the organiser".
static AFTER: LazyLock<Cues> = LazyLock::new(|| {
    compiled(NOUNS, |words| {
        format!(
            r"(?i)^[»”\x22]?(?:(?:,| \(| —| –)? ?,? ?(?:(?:who|que|котор\w+) )?(?:(?:is|was|were|became|has been|had been|es|era|fue|sería|ha sido|являет?ся|был[аи]?|был[аи]? назван[аы]?|identified as|described as|named as|identificad[oa] como|señalad[oa] como|назван[аы]?) )?(?:an?|the|one of the|his|her|their|el|la|un|una|uno de los|su) |,\s|\s\(|\s[—–]\s|\s(?:is|was|es|era|fue|был[аи]?|является)\s)(?:[\p{{Ll}}-]+ ){{0,2}}?(?P<cue>{words})(?:$|[^\p{{L}}])"
        )
    })
});

/// "X allegedly recruited ..", "X, 23, paid for the tickets".
static SUBJECT: LazyLock<Cues> = LazyLock::new(|| {
    compiled(DOES, |words| {
        format!(
            r"(?i)^[»”\x22]?(?:(?:,[^,.;]{{1,40}}){{1,2}},)?(?: (?:who|que|котор\w+))?(?: (?:has|have|had|was|is|also|then|later|personally|himself|herself|allegedly|reportedly|presuntamente|supuestamente|al parecer|habría|había|ha|también|también|якобы|сам[аи]?|тоже|также|уже|les?|se|nos|me|would|may have|might have)){{0,3}} (?P<cue>{words})(?:$|[^\p{{L}}])"
        )
    })
});

static OBJECT: LazyLock<Cues> = LazyLock::new(|| {
    compiled(SUFFERS, |words| {
        format!(
            r"(?i)^[»”\x22]?(?:,[^,.;]{{1,40}},)?(?: (?:who|que|котор\w+))?(?: (?:allegedly|reportedly|also|later|then|himself|presuntamente|supuestamente|al parecer|habría|якобы|также|may have|might have|says (?:he|she)|said (?:he|she)|dice que|afirma que)){{0,3}},? (?P<cue>{words})(?:$|[^\p{{L}}])"
        )
    })
});

/// "recruited X", "reclutó a X": X is the recruit.
static RECRUITED: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?P<cue>recruited|lured|deceived|tricked|recruiting|reclutó a|reclutaba a|reclutar a|reclutado a|recluté a|engañó a|engañaron a|captó a|завербовал[аи]?|обманул[аи]?|завербовать)\s(?:(?:a|his|her|the|su|mi|al)?\s?(?:neighbour|neighbor|friend|cousin|sister|brother|daughter|son|wife|niece|nephew|vecin[oa]|amig[oa]|prim[oa]|herman[oa]|hij[oa]|sobrin[oa]|соседа|друга|подругу|сестру|брата|дочь|сына|жену),?\s)?$",
    )
});

/// Who recruits people without a name: "girls recruited by X", "chicas captadas por X", «девушек, завербованных X».
static BY_WHOM: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(
        r"(?i)(?:^|[^\p{L}])(?:girls?|wom[ae]n|boys?|men|people|workers?|children|teenagers?|migrants|victims|chic[oa]s?|mujer(?:es)?|jóvenes|muchach[oa]s?|menores|niñ[oa]s|personas|trabajador(?:as|es)|víctimas|девуш\p{L}+|женщин\p{L}*|людей|рабочих|жертв)(?:,? (?:who|que|котор\p{L}+))?(?: (?:were|was|had been|fueron|habían sido|были))? ?,? ?(?P<cue>recruited|lured|enticed|trafficked|(?:captad|reclutad|enganchad)[oa]s?|завербованн?ы?[хей]?) (?:(?:in|en|в) \p{L}+ )?(?:by |por )?(?:(?:the|a|her|his|su|una?) )?(?:\p{Ll}+ )?$",
    )
});

/// "mother of one of them, X", «мать одного из них X».
static KIN_BEFORE: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)(?:^|[^\p{{L}}])(?P<cue>{KIN})\s(?:(?:of|de|del)\s(?P<of>[^,;.]{{1,40}}),|(?:одного|одной|одному)\s[^,;.]{{1,40}},?)\s$"
    ))
});

/// "X, the mother of", "X, madre de".
static KIN_AFTER: LazyLock<Pattern> = LazyLock::new(|| {
    Pattern::new(format!(
        r"(?i)^(?:, | is | was | es | era | — )(?:the |a |la |el )?(?P<cue>{KIN})\s(?:of|de|del|to)\s"
    ))
});

/// A Russian noun that begins a clause of its own ("X, депутат утверждает"): no apposition, though a comma stands before it.
static RUSSIAN_SUBJECT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[а-яё]+\s[а-яё]+(?:ет|ёт|ит|ют|ят|ал|ил|ла|ли)\b"));

/// A verb of saying before who says it.
static SAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^[»”\x22]?[,—– ]+(?:said|says|told|added|dij(?:o|eron)|dice|afirm(?:ó|a)|declar(?:ó|a)|señal(?:ó|a)|asegur(?:ó|a)|inform(?:ó|a)|explic(?:ó|a)|sostuvo|sostiene|reconoci(?:ó)|confirm(?:ó|a)|agregó|insisti(?:ó)|(?:сообщ|заяв|подтверд|уточн|добав|отмет)ил[аи]?|(?:рас)?сказал[аи]?|говорит|считает|утверждает|пояснил[аи]?|признал[аи]?)\s",
    )
});

/// Everything the scenes say about who is what.
pub(crate) fn roles(scenes: &[Scene<'_>]) -> Vec<RoleSaid> {
    let mut all: Vec<RoleSaid> = Vec::new();
    let mut soft: Vec<usize> = Vec::new();
    let mut near = whom::Near::default();
    let mut teller = None;
    let mut asked: Option<(&Mention, Option<usize>)> = None;
    let mut before = "";
    let written = births::written(scenes);
    for scene in scenes {
        let mut found = Vec::new();
        let mut presumed = Vec::new();
        match scene.sentence.setting {
            Setting::Furniture => continue,
            Setting::Row => rows::told(scene, &written, &mut found),
            _ => {
                for mention in scene.people() {
                    about(scene, mention, &mut found);
                }
                teller = own::names_himself(scene).or(teller);
                for (who, role, cue) in own::first_person(scene, teller) {
                    give(scene, who, role, cue, &mut found);
                }
                for (who, cue) in births::in_text(scene, &near.last, &written) {
                    give(scene, who, Role::Minor, cue, &mut found);
                }
                for (who, role, cue) in own::told(scene) {
                    give(scene, who, role, cue, &mut found);
                }
                for (who, role, cue) in offices::told(scene) {
                    give(scene, who, role, cue, &mut found);
                }
                for (who, role, cue) in signed::told(scene) {
                    give(scene, who, role, cue, &mut found);
                }
                let answers = asked.filter(|(_, turn)| *turn != scene.sentence.block);
                if let Some((who, _)) = answers
                    && let Some(cue) = asked::answered(scene)
                {
                    give(scene, who, Role::Minor, cue, &mut found);
                }
                let turn = |who| (who, scene.sentence.block);
                asked = asked::about(scene, &near.last)
                    .map(turn)
                    .or(asked.filter(|_| answers.is_none()));
                for (who, cue) in called::told(scene, &near.last) {
                    called::give(scene, who, cue, &mut found);
                }
                theirs::told(scene, &near, &all, &mut found);
                presumed = presume(scene, &near, before, &mut found);
                near.keep(scene);
                before = scene.words();
            }
        }
        found.sort_by(|a: &RoleSaid, b| {
            (a.place.span, a.role, &a.who).cmp(&(b.place.span, b.role, &b.who))
        });
        found.dedup_by(|a, b| a.who == b.who && a.role == b.role);
        let threat = |said: &RoleSaid| {
            said.role == Role::PossibleVictim && threats::is_threat(scene.at(said.place.span))
                || presumed.contains(&(said.who.clone(), said.place.span))
        };
        for said in found {
            soft.extend(threat(&said).then_some(all.len()));
            all.push(said);
        }
    }
    settled::settle(scenes, &soft, &mut all);
    all
}

/// Gives the roles that are only presumed, and says whose they are and where: they hold of nobody who runs a network.
fn presume<'a>(
    scene: &Scene<'a>,
    near: &whom::Near<'a>,
    before: &str,
    found: &mut Vec<RoleSaid>,
) -> Vec<(MentionId, Span)> {
    let mut presumed = Vec::new();
    let all = [
        named::told,
        sought::told,
        seen::told,
        saw::told,
        sources::told,
        toil::told,
    ];
    let all = all.into_iter().flat_map(|told| told(scene));
    let all = all.chain(among::told(scene, before));
    for (who, role, cue) in all.chain(gone::told(scene, near)) {
        give(scene, who, role, cue, found);
        presumed.push((who.id.clone(), cue));
    }
    presumed
}

/// Gives a role unless it is denied where it is said. What a source denies or takes back, or has no evidence, gives none
/// either, but whom it called a victim stays one that may be.
fn give(scene: &Scene<'_>, who: &Mention, role: Role, cue: Span, found: &mut Vec<RoleSaid>) {
    admit(scene, who, (role, cue), false, found);
}

/// Gives a role that follows from a harm, to everybody in the list at whose edge `who` stands. `active` says that the verb
/// tells what somebody does: whoever denies or threatens it names whom it would harm.
fn suffered(
    scene: &Scene<'_>,
    who: &Mention,
    (role, cue): (Role, Span),
    active: bool,
    found: &mut Vec<RoleSaid>,
) {
    for one in std::iter::once(who).chain(listed::with(scene, who, cue)) {
        admit(scene, one, (role, cue), active, found);
    }
}

fn admit(
    scene: &Scene<'_>,
    who: &Mention,
    (role, cue): (Role, Span),
    active: bool,
    found: &mut Vec<RoleSaid>,
) {
    let refuted = scene.is_refuted(cue);
    let suffers = matches!(
        role,
        Role::Recruit | Role::Victim | Role::PossibleVictim | Role::Minor
    );
    let untold = scene.is_denied(cue) || scene.is_cleared(cue) || scene.is_conditional(cue);
    let disputed = suffers && (refuted || active && untold);
    // Who is asked about holds the office that the question names, is kin of whom it names, and may be harmed as it asks.
    let asked = scene.is_told() && scene.is_question();
    let unsupported = scene.is_unsupported(cue) || disputed || asked && suffers;
    let disputed = disputed || asked && suffers;
    let protects = role.protects().is_some();
    let named = matches!(
        role,
        Role::Official | Role::Lawyer | Role::Journalist | Role::Relative
    );
    if asked && !suffers && !named || unsupported && !protects || !unsupported && untold {
        return;
    }
    let role = if disputed && role != Role::Minor {
        Role::PossibleVictim
    } else {
        role
    };
    let own = scene.certainty(cue);
    // What a charge says of the charged is a charge.
    let charged = role.runs()
        && scene
            .claim(cue)
            .is_some_and(|claim| is_charge(scene, claim));
    found.push(RoleSaid {
        who: who.id.clone(),
        role,
        place: scene.place(cue),
        certainty: if unsupported || charged {
            own.weaker(Certainty::Alleged)
        } else {
            own
        },
        claim: scene.claim(cue).map(|claim| claim.id().clone()),
    });
}

/// Whether a claim is made by a paper that charges somebody.
fn is_charge(scene: &Scene<'_>, claim: &Claim) -> bool {
    static CHARGE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:indictment|charge sheet|charging document|criminal complaint|querella|escrito de acusación|acusación fiscal|auto de procesamiento|обвинительн\p{L}+ заключени\p{L}+|верси\p{L} (?:следствия|обвинения|прокуратуры)|данны\p{L} следствия)",
        )
    });
    let said = claim.source.span().into_iter().chain(claim.cue);
    said.into_iter().any(|span| CHARGE.is_match(scene.at(span)))
}

/// What the words around one mention say of it.
fn about(scene: &Scene<'_>, mention: &Mention, found: &mut Vec<RoleSaid>) {
    let own = mention.place.span;
    // Only up to the neighbouring people: their words are theirs.
    let from = scene
        .people()
        .map(|other| other.place.span.end)
        .filter(|end| *end <= own.start)
        .max()
        .unwrap_or(scene.sentence.span.start);
    let to = scene
        .people()
        .map(|other| other.place.span.start)
        .find(|start| *start >= own.end)
        .unwrap_or(scene.sentence.span.end);
    // Inside what is set off from another name, only what is set off too is told of this one.
    let to = scene.aside(mention).map_or(to, |it| to.min(it.span.end));
    let (left, right) = (
        Span::new(from, own.start),
        Span::new(own.end, to.max(own.end)),
    );
    for (role, regex) in BEFORE.iter() {
        let theirs = |cue: &Span| {
            role.protects().is_some()
                && (whom::unnamed::is_of_another(scene, mention, *cue)
                    || harm::is_victim_of(scene, mention, *cue))
                || offices::is_none(scene, mention, *role, *cue)
        };
        if let Some(cue) = scene.cue(regex, left).filter(|cue| !theirs(cue)) {
            called(scene, mention, (*role, cue), found);
        }
    }
    kin(scene, mention, (left, right), found);
    behind(scene, mention, right, found);
    if let Some(cue) = scene
        .cue(&RECRUITED, left)
        .filter(|cue| order::suffers(scene, mention, *cue))
    {
        suffered(scene, mention, (Role::Recruit, cue), true, found);
    }
    if let Some(cue) = scene.cue(&BY_WHOM, left) {
        let gap = scene.at(Span::new(cue.end, own.start));
        let by = gap.contains(" by ")
            || gap.contains(" por ")
            || gap == " " && order::is_instrumental(mention);
        if by && !whom::in_office(scene, mention) {
            give(scene, mention, Role::Recruiter, cue, found);
        }
    }
    ages::told(scene, mention, (left, right), found);
    harmed(scene, mention, (left, right), found);
    beyond(scene, mention, left, found);
}

/// A role by a noun before the name; in the plural that of everybody in the list: "the victims, A and B".
fn called(
    scene: &Scene<'_>,
    mention: &Mention,
    (role, cue): (Role, Span),
    found: &mut Vec<RoleSaid>,
) {
    let list = if is_plural(scene, cue) {
        listed::called(scene, mention, cue)
    } else {
        Vec::new()
    };
    let last = list.last().copied().unwrap_or(mention);
    let end = last.place.span.end;
    let apart = scene
        .at(Span::new(cue.end, mention.place.span.start))
        .contains(',');
    let says = predicate::follows(scene.at(scene.rest(end)));
    // "recruited the victim, X said": he speaks.
    if apart && says && role.protects().is_some() {
        return;
    }
    for one in std::iter::once(mention).chain(list) {
        give(scene, one, role, cue, found);
    }
}

/// Whether a noun means several people; of "one of the victims" one is named.
fn is_plural(scene: &Scene<'_>, cue: Span) -> bool {
    static ONE_OF: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:one|another|two|una?|otr[oa]|одн\p{L}+) (?:of|de|из)(?: (?:the|his|her|their|las|los|sus|его|её|их))?(?: \p{Ll}+)? $",
        )
    });
    static PLURAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"(?i)(?:[aeiourmt]s|children|ие|ых|ыми|их|ими|ы|ам|ами|ки|ков|ках)$")
    });
    let lead = Span::new(scene.sentence.span.start, cue.start);
    PLURAL.is_match(scene.at(cue)) && !ONE_OF.is_match(scene.at(lead))
}

/// What is told of one mention behind what is set off from it: "X, a nurse from Ipswich, was recruited".
fn beyond(scene: &Scene<'_>, mention: &Mention, left: Span, found: &mut Vec<RoleSaid>) {
    let from = scene.told_from(mention);
    if from <= mention.place.span.end {
        return;
    }
    let to = scene
        .people()
        .map(|other| other.place.span.start)
        .find(|start| *start >= from)
        .unwrap_or(scene.sentence.span.end);
    let right = Span::new(from, to.max(from));
    behind(scene, mention, right, found);
    harmed(scene, mention, (left, right), found);
}

/// Kin and friends of whoever is named or not.
fn kin(
    scene: &Scene<'_>,
    mention: &Mention,
    (left, right): (Span, Span),
    found: &mut Vec<RoleSaid>,
) {
    // "The mother of a girl said X recruited her": who says it is the mother, and bears no name.
    let before = scene.captures(&KIN_BEFORE, left).and_then(|hit| {
        let apart = hit
            .name("of")
            .is_none_or(|of| !whom::unnamed::says(of.as_str()));
        let cue = hit.name("cue").filter(|_| apart)?;
        Some(within(left, cue))
    });
    let cues = [
        before,
        scene.cue(&KIN_AFTER, right),
        whom::unnamed::kin(scene, mention),
    ];
    for cue in cues.into_iter().flatten() {
        give(scene, mention, Role::Relative, cue, found);
        // "The girl's uncles, A and B": both are.
        if whom::unnamed::are_several(scene.at(cue)) {
            for other in listed::called(scene, mention, cue) {
                give(scene, other, Role::Relative, cue, found);
            }
        }
    }
}

/// What harm is done to one mention, to all who are listed with it, and who does it.
fn harmed(
    scene: &Scene<'_>,
    mention: &Mention,
    (left, right): (Span, Span),
    found: &mut Vec<RoleSaid>,
) {
    if let Some((cue, active)) = threats::told(scene, mention, left, right) {
        suffered(scene, mention, (Role::PossibleVictim, cue), active, found);
    }
    if let Some(cue) = robbed::told(scene, mention, left) {
        suffered(scene, mention, (Role::PossibleVictim, cue), true, found);
    }
    if let Some((cue, active)) = handed::told(scene, mention, left) {
        suffered(scene, mention, (Role::PossibleVictim, cue), active, found);
        let doer = whom::who_did(scene, cue, mention.place.span, active);
        if let Some(doer) = doer {
            give(scene, doer, Role::Exploiter, cue, found);
        }
    }
    for harm in harm::told(scene, mention, left, right) {
        let told = (harm.role, harm.cue);
        if harm.role == Role::Witness {
            give(scene, mention, harm.role, harm.cue, found);
            continue;
        }
        suffered(scene, mention, told, harm.active, found);
        let doer = whom::who_did(scene, harm.cue, mention.place.span, harm.active);
        if let Some(doer) = doer.filter(|_| harm::exploits(scene.at(harm.cue))) {
            give(scene, doer, Role::Exploiter, harm.cue, found);
        }
    }
}

/// What the words behind one mention, in `right`, call it, or say that it did or underwent.
fn behind(scene: &Scene<'_>, mention: &Mention, right: Span, found: &mut Vec<RoleSaid>) {
    let said = |regex: &Pattern| scene.cue(regex, right);
    for (role, regex) in AFTER.iter() {
        // ", said the judge": he is no apposition, he speaks.
        let no_apposition = |cue: &Span| {
            if offices::is_trade(scene, *role, *cue) || offices::by(scene, *role, right.start, *cue)
            {
                return true;
            }
            // «X, жертвой которого стала Y».
            let whose = scene.at(Span::new(cue.end, right.end.max(cue.end)));
            whose.starts_with(" котор")
                || role.protects().is_some() && heads_what_is_said(scene, mention, *cue)
                || RUSSIAN_SUBJECT.is_match(scene.at(Span::new(cue.start, right.end)))
                || SAYS.is_match(scene.at(Span::new(right.start, cue.start)))
        };
        if let Some(cue) = said(regex).filter(|cue| !no_apposition(cue)) {
            give(scene, mention, *role, cue, found);
        }
    }
    for (role, regex) in SUBJECT.iter() {
        let whole = |cue: Span| *role != Role::Recruiter || scene.at(cue).contains(' ');
        let acts = |cue: &Span| order::acts(scene, mention, *cue, whole(*cue));
        let ride = |cue: &Span| *role == Role::Transporter && runs::is_ride(scene, mention, *cue);
        let Some(cue) = said(regex).filter(|cue| acts(cue) && !ride(cue)) else {
            continue;
        };
        give(scene, mention, *role, cue, found);
        if role.runs() {
            for other in runs::together(scene, mention, cue) {
                give(scene, other, *role, cue, found);
            }
        }
    }
    for (who, cue) in runs::keepers(scene, mention, right) {
        give(scene, who, Role::Exploiter, cue, found);
    }
    for (role, cue, charged) in runs::told(scene, mention, right) {
        let from = found.len();
        give(scene, mention, role, cue, found);
        if let Some(said) = found.get_mut(from).filter(|_| charged) {
            said.certainty = said.certainty.weaker(Certainty::Alleged);
        }
    }
    for (role, regex) in OBJECT.iter() {
        if let Some(cue) = said(regex).filter(|cue| order::undergoes(scene, mention, *cue)) {
            suffered(scene, mention, (*role, cue), false, found);
        }
    }
}

/// Whether a noun right behind a source begins what he says: "según la fiscal X, una de las víctimas, Y, fue trasladada".
fn heads_what_is_said(scene: &Scene<'_>, mention: &Mention, noun: Span) -> bool {
    static LED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)(?:^|[^\p{L}])(?:according to|in the words of|as told by|según|de acuerdo con|a juicio de|en palabras de|por boca de|como (?:dijo|explicó|contó|señaló)|по словам|по версии|по данным|по мнению|со слов|как (?:сообщил|рассказал|пояснил|заявил|уточнил|отметил|говорит|утверждает)\p{L}*)(?: [^,.;:]{1,60})? $",
        )
    });
    let own = mention.place.span;
    let lead = scene.at(Span::new(scene.sentence.span.start, own.start));
    let next = scene.people().find(|who| who.place.span.start >= noun.end);
    let named = next.is_some_and(|who| {
        [", ", " "].contains(&scene.at(Span::new(noun.end, who.place.span.start)))
    });
    let acts = predicate::follows(scene.at(scene.rest(noun.end)));
    LED.is_match(lead) && (named || acts || whom::in_office(scene, mention))
}
