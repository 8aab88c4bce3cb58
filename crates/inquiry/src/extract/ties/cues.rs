//! Words that tie two people, in three languages. Data: layer, whether the one who acts stands after, words.

use model::Layer;
use model::Layer::{Called, Commanded, Messaged, Met, Paid, Recruited, Travelled};

/// Words between two names.
pub(super) const BETWEEN: &[(Layer, bool, &str)] = &[
    (
        Recruited,
        true,
        r"(?:was|were|had been|been) (?:\w+ly )?recruited by|(?:fue|había sido|habría sido) reclutad[oa] por|(?:был[аи]? )?завербован[аы]?",
    ),
    (
        Recruited,
        false,
        r"(?:has |had )?recruited|lured|talked|reclutó a|reclutaba a|habría reclutado a|había reclutado a|captó a|завербовал[аи]?|вербовал[аи]?",
    ),
    (
        Called,
        true,
        r"(?:was|got a call) (?:called|phoned|rung) by|a call from",
    ),
    (
        Called,
        false,
        r"(?:called|phoned|telephoned|rang|spoke by phone (?:to|with))|llamó a|llamaba a|llamó por teléfono a|habló por teléfono con|(?:по)?звонил[аи]?",
    ),
    (
        Messaged,
        false,
        r"(?:wrote|texted|messaged|sent (?:a )?messages? to|e-mailed)(?: to)?|(?:le )?(?:escribió|escribía|mandó (?:un )?mensajes?|envió (?:un )?mensajes?) a|(?:на)?писал[аи]? (?:сообщени[ея] )?|отправил[аи]? сообщени[ея]",
    ),
    (
        Met,
        false,
        r"met(?: with)?|(?:se reunió|se encontró|se vio|coincidió) con|conoció a|встретил(?:ся|ась|ись)?(?: с)?|встречал(?:ся|ась|ись)?(?: с)?|познакомил(?:ся|ась) с",
    ),
    (
        Paid,
        true,
        r"(?:was|were|had been) paid by|(?:recibió|cobró|recibía) (?:\S+ ){0,3}de|received (?:\S+ ){0,3}from|получил[аи]? (?:\S+ ){0,3}от",
    ),
    (
        Paid,
        false,
        r"paid(?: for| money to)?|(?:sent|gave|handed|transferred) (?:\S+ ){0,4}(?:to)|(?:le )?(?:pagó|pagaba|entregó|entregaba|mandó|envió|transfirió|giró|dio)(?: \S+){0,4} a|(?:за)?платил[аи]?|перев[её]л[аи]? (?:\S+ ){0,3}|переводил[аи]? (?:\S+ ){0,3}",
    ),
    (
        Travelled,
        false,
        r"(?:flew|travelled|traveled|went|left|drove) (?:\S+ ){0,5}(?:with|together with)|drove|(?:viajó|voló|salió|fue) (?:\S+ ){0,5}(?:con|junto (?:a|con))|llevó a|trasladó a|(?:летел|ехал|поехал|вылетел|улетел|прилетел)[аи]? (?:\S+ ){0,5}(?:с|вместе с)|отв[её]з(?:ла)?",
    ),
    (
        Commanded,
        true,
        r"(?:works?|worked) for|(?:is |was )?(?:an )?employee of|(?:trabaja|trabajaba) para|(?:was|were) ordered by|(?:es |era )?(?:emplead[oa]|trabajador(?:a)?) de|работа(?:ет|л|ла) (?:в|на)|под командованием|по приказу",
    ),
    (
        Commanded,
        false,
        r"(?:ordered|commands?|commanded|instructed|directs?|directed|employs?|hired|threatened)|(?:le )?(?:ordenó|mandaba|mandó|dirige|dirigía|contrató|obligó) a|приказал[аи]?|велел[аи]?|командует|командовал[аи]?|нанял[аи]?|сотрудни(?:к|ца|цы|цу|цей)",
    ),
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
