//! Words that tie two people, in three languages. Data: layer, how who acts is known, words.

use crate::extract::order::Frame;
use model::Layer;
use model::Layer::{Called, Commanded, Messaged, Met, Paid, Recruited, Travelled};

/// Verbs that join two names, with how the language marks who acts.
pub(super) const BETWEEN: &[(Layer, Frame, &str)] = &[
    (
        Recruited,
        Frame::Participle,
        r"reclutad[oa]s?|captad[oa]s?|enganchad[oa]s?|(?:был[аи]? )?завербован[аы]?|завербованн(?:ый|ая|ого|ую)",
    ),
    (
        Recruited,
        Frame::Spanish,
        r"reclutó|reclutaba|reclutaron|reclutara|captó|captaba|enganchó|(?:había|habría|ha) (?:reclutado|captado|enganchado)",
    ),
    (Recruited, Frame::English, r"recruited|lured|enlisted"),
    (
        Recruited,
        Frame::Accusative,
        r"(?:за)?вербовал[аи]?|вербу[ею]т",
    ),
    (Recruited, Frame::Before, r"talked"),
    (Called, Frame::After, r"(?:got )?a call from"),
    (Called, Frame::English, r"called|phoned|telephoned|rang"),
    (
        Called,
        Frame::Before,
        r"spoke by phone (?:to|with)|llamó por teléfono a|habló por teléfono con",
    ),
    (Called, Frame::Spanish, r"llamó|llamaba"),
    (Called, Frame::Participle, r"llamad[oa] por teléfono"),
    (Called, Frame::Dative, r"(?:по)?звонил[аи]?"),
    (Messaged, Frame::English, r"texted|messaged|e-mailed"),
    (
        Messaged,
        Frame::Before,
        r"wrote(?: back| again| him| her)?(?: (?:an?|the|another|several|many|some|two|three|his|her|long|short|first|last|private|angry)){0,2}(?: (?:letters?|messages?|notes?|e-?mails?|texts?))? to|sent (?:\p{L}+ ){0,2}(?:messages?|letters?|notes?|e-?mails?|texts?) to",
    ),
    (
        Messaged,
        Frame::Spanish,
        r"escribió|escribía|mandó (?:un )?mensajes?|envió (?:un )?mensajes?",
    ),
    (
        Messaged,
        Frame::Dative,
        r"(?:на)?писал[аи]?|отправил[аи]? сообщени[ея]",
    ),
    (
        Met,
        Frame::Before,
        r"met(?: with)?|(?:se reunió|se encontró|se vio|coincidió) con|conoció a|встретил(?:ся|ась|ись)?(?: с)?|встречал(?:ся|ась|ись)?(?: с)?|познакомил(?:ся|ась) с",
    ),
    (
        Paid,
        Frame::After,
        r"(?:recibió|cobró|recibía) (?:\S+ ){0,3}de|received (?:\S+ ){0,3}from|получил[аи]? (?:\S+ ){0,3}от",
    ),
    (Paid, Frame::English, r"paid(?: for| money to)?"),
    (
        Paid,
        Frame::Before,
        r"(?:sent|gave|handed|transferred) (?:\S+ ){0,4}(?:to)|(?:le )?(?:pagó|pagaba|entregó|entregaba|mandó|envió|transfirió|giró|dio)(?: \S+){0,4} a",
    ),
    (Paid, Frame::Participle, r"pagad[oa]s?"),
    (
        Paid,
        Frame::Dative,
        r"(?:за)?платил[аи]?|перев[её]л[аи]? (?:\S+ ){0,3}|переводил[аи]? (?:\S+ ){0,3}",
    ),
    (
        Travelled,
        Frame::Before,
        r"(?:flew|travelled|traveled|went|left|drove) (?:\S+ ){0,5}(?:with|together with)|drove|(?:viajó|voló|salió|fue) (?:\S+ ){0,5}(?:con|junto (?:a|con))|llevó a|trasladó a|(?:летел|ехал|поехал|вылетел|улетел|прилетел)[аи]? (?:\S+ ){0,5}(?:с|вместе с)",
    ),
    (Travelled, Frame::Accusative, r"отв[её]з(?:ла)?"),
    (
        Commanded,
        Frame::After,
        r"(?:works?|worked) for|(?:is |was )?(?:an )?employee of|(?:trabaja|trabajaba) para|(?:es |era )?(?:emplead[oa]|trabajador(?:a)?) de|работа(?:ет|л|ла) (?:в|на)|под командованием|по приказу",
    ),
    (
        Commanded,
        Frame::English,
        r"ordered|commanded|instructed|directed|employed|hired|threatened",
    ),
    (
        Commanded,
        Frame::Before,
        r"commands?|directs?|employs?|сотрудни(?:к|ца|цы|цу|цей)",
    ),
    (
        Commanded,
        Frame::Spanish,
        r"ordenó|mandaba|mandó|dirige|dirigía|contrató|obligó",
    ),
    (
        Commanded,
        Frame::Participle,
        r"contratad[oa]s?|obligad[oa]s?|(?:был[аи]? )?нанят[аы]?",
    ),
    (Commanded, Frame::Dative, r"приказал[аи]?|велел[аи]?"),
    (Commanded, Frame::Accusative, r"нанял[аи]?"),
    (Commanded, Frame::Instrumental, r"командует|командовал[аи]?"),
];

/// Words of a speaker; "turned" where the other one acts.
pub(super) const OWN: &[(Layer, bool, &str)] = &[
    (
        Recruited,
        false,
        r"(?:yo )?(?:lo|la) recluté|recluté a|I recruited(?: him| her)?|я (?:его |е[её] )?(?:за)?вербовал[аи]?",
    ),
    (
        Recruited,
        true,
        r"me reclut(?:ó|aba)|recruited me|меня (?:за)?вербовал[аи]?",
    ),
    (
        Called,
        true,
        r"me llam(?:ó|aba)(?: por teléfono)?|called me|phoned me|rang me|мне (?:по)?звонил[аи]?|(?:по)?звонил[аи]? мне",
    ),
    (
        Called,
        false,
        r"llamé a|I (?:called|phoned|rang)|я (?:по)?звонил[аи]?",
    ),
    (
        Messaged,
        true,
        r"me (?:escribió|escribía|mandó (?:un )?mensajes?)|wrote to me|texted me|messaged me|мне (?:на)?писал[аи]?|(?:на)?писал[аи]? мне",
    ),
    (
        Messaged,
        false,
        r"(?:le )?escribí a|I (?:wrote to|texted|messaged)|я (?:на)?писал[аи]?",
    ),
    (
        Paid,
        true,
        r"me (?:pagó|pagaba|dio dinero|mandó dinero)|paid me|gave me money|мне (?:за)?платил[аи]?",
    ),
    (
        Paid,
        false,
        r"(?:se lo|se los|se la|se las|le) (?:entregaba|entregué|pagaba|pagué|daba|di|mandaba|mando|mandé) (?:\S+ )?a|(?:pagué|entregué|entregaba) (?:\S+ ){0,3}a|I (?:paid|gave money to|handed (?:it|the money) to)|я (?:за)?платил[аи]?|я отдавал[аи]? (?:\S+ ){0,2}",
    ),
    (
        Commanded,
        true,
        r"me (?:ordenó|mandó a|obligó a|obligaba a|amenazó)|ordered me|threatened me|forced me|(?:мне )?приказал[аи]?(?: мне)?|велел[аи]? мне|заставил[аи]? меня",
    ),
    (
        Met,
        true,
        r"me (?:recibió|esperaba|recogió)|met me|встретил[аи]? меня|меня встретил[аи]?",
    ),
    (
        Met,
        false,
        r"(?:me reuní|me encontré) con|conocí a|I met(?: with)?|я встретил(?:ся|ась)?(?: с)?",
    ),
    (
        Travelled,
        true,
        r"me (?:llevó|trasladó)|drove me|took me to|отв[её]з(?:ла)? меня|вез(?:ла)? меня",
    ),
    (
        Travelled,
        false,
        r"(?:viajé|volé|salí) (?:\S+ ){0,4}con|I (?:flew|travelled|traveled) (?:\S+ ){0,4}with|я (?:летел|ехал)[аи]? (?:\S+ ){0,3}с",
    ),
];
