//! Words that give a role, in three languages. Data.

use model::Role;
use model::Role::{
    Broker, Exploiter, Journalist, Lawyer, Minor, Official, Organiser, PossibleVictim, Recruit,
    Recruiter, Transporter, Victim, Witness,
};

/// Nouns for those who speak for a state or a court.
pub(in crate::extract) const OFFICES: &str = r"(?-i:Mr|Mrs|Ms|Lord|Lady|Chief|Madam) (?-i:Justice)|(?:council|opposition) leader|spokes(?:man|woman|person)|ambassador|minister|consul|official|prosecutor|judge|magistrate|coroner|commissioner|mayor(?: of \p{L}+)?|president|senator|lawmaker|governor|portavoz|voce(?:ra|ro)|embajador(?:a)?|ministr[oa]|cónsul|funcionari[oa]|fiscal|juez(?:a)?|magistrad[oa](?: ponente)?|camarista|alcald(?:e|esa)|concejal(?:a)?|intendente|prefecto|comisionad[oa]|diputad[oa]|senador(?:a)?|presidente|canciller|посол|посла|послу|послом|консул\w*|министр\w*|депутат\w*|пресс-секретар\w*|официальн\w+ представител\w+|чиновни\w+|прокурор\w*|гос(?:ударственн\w+ )?обвинител\w+|председательствующ\w+|омбудсмен\w*|мэр\w{0,2}|судь[яюией]\w*|президент\w*|сенатор\w*|губернатор\w*";

/// Ranks and posts of police, guards, prosecution and courts. Words of everyday work need a capital, or what they are of.
pub(in crate::extract) const RANKS: &str = r"(?:(?:detective|chief|police|special|deputy|senior|assistant|acting|staff) ){0,3}(?:constable|sergeant|inspector|superintendent|detective|lieutenant|sheriff|marshal|trooper|corporal)|(?:police|immigration|border|customs|probation|consular|prison|intelligence|investigating|arresting|patrol|liaison|corrections|embassy|labou?r) (?:officer|agent|captain|inspector|chief)|(?-i:Officer|Special Agent|Agent|Captain|Sgt|Insp|Supt|Lt|Capt|Cpl|Det|DC|DS|DI|DCI|DCS|DSI|DSU|PC|PS|WPC)\.?|(?:sub)?inspector(?:a)?(?: jef[ea])?|(?:sub)?teniente(?: coronel)?|sargent[oa](?: primer[oa])?|(?:sub)?comisari[oa]|cabo(?: primero)?|coronel|comandante|capit[áa]n(?:a)?|alférez|agente(?: (?:de (?:la )?(?:policía|guardia civil|aduanas|migración)|instructor(?:a)?|federal|especial|encubiert[oa]|fiscal))?|guardia civil|(?:sub)?oficial(?: (?:de policía|mayor|principal|de migración))?|alguacil|médic[oa] forense|участков(?:ый|ого|ому|ым|ом|ая|ой)(?: уполномоченн\w+)?|следовател\w*|дознавател\w*|(?:(?:старш|младш)\w+ )?(?:лейтенант|сержант|прапорщик|инспектор)\w*|капитан\w*|(?:под)?полковник\w*|майор\w*|генерал\w*|оперуполномоченн\w+|оперативник\w*|(?:судебн\w+ )?пристав\w*|полицейск(?:ий|ого|ому|им|ая|ой|ую)";

/// Nouns for those who speak for a party.
pub(in crate::extract) const LAWYERS: &str = r"lawyer|attorney|solicitor|barrister|(?:defence|defense|prosecution|prosecuting) counsel|public defender|abogad[oa]|letrad[oa]|defensor(?:a)?(?: (?:oficial|públic[oa]|de oficio))?|адвокат\w*|юрист\w*|защитник\w*|защитниц\w+";

/// Nouns for a role, as patterns; they stand before the name, or after it with a comma or a copula.
pub(super) const NOUNS: &[(Role, &str)] = &[
    (
        Recruiter,
        r"recruiters?|reclutador(?:a|es)?|captador(?:a|es)?|вербовщи(?:к|ца|ком|ка|ку|цей|цу|цы)",
    ),
    (
        Organiser,
        r"ringleader|organi[sz]er|mastermind|leader of the (?:network|ring|gang)|head of the (?:network|ring|gang)|cabecilla|organizador(?:a)?|líder de la (?:red|banda)|jef[ea] de la (?:red|banda)|главар\w*|организатор\w*",
    ),
    (
        Broker,
        r"broker|intermediary|middleman|go-between|fixer|intermediari[oa]|gestor(?:a)?|посредни(?:к|ца|ком|цей|ка|цу)",
    ),
    (
        Transporter,
        // A trade is no part in the network: only its own driver is.
        r"(?:network|ring|gang|group|cell|traffickers|smugglers|recruiters)['’]s? driver|driver (?:for|of) the (?:\p{Ll}+ )?(?:network|ring|gang|traffickers|smugglers|recruiters|group)|transporter|smuggler|(?:chofer|conductora?|transportista) (?:de|para) (?:la|los) (?:red|banda|organización|trama|tratantes|traficantes|reclutadores)|coyote|(?:водител(?:ь|я|ю|ем)|перевозчик\w*) (?:этой |преступной )?(?:сети|банды|группы|группировки|вербовщик\w+)",
    ),
    (
        Exploiter,
        r"exploiter|trafficker|pimp|(?:brothel|whorehouse)[ -](?:keeper|owner|manager|madam|boss)|(?:keeper|owner|manager|madam) of (?:the|an?|that|two|three|several) (?:[\p{Ll}]+ )?(?:brothels?|whorehouses?)|traficante|explotador(?:a)?|proxeneta|(?:dueñ[oa]|regente|propietari[oa]|encargad[oa]|madama) de(?:l| la| un| una| los| varios| dos) (?:burdel(?:es)?|prostíbulos?|casa de citas)|торгов(?:ец|ца) людьми|сут[её]н[её]р\w*|бандерша|бандерш[иуе]|(?:хозя(?:ин|йка|йки|йку|ина|йкой)|содержател\w+|владел(?:ец|ица|ьца|ицы|ицу)) (?:\S+ )?(?:притона|притонов|борделя|борделей|публичного дома)",
    ),
    (
        Recruit,
        r"recruits?|reclutas?|reclutad[oa]s?|рекрут\w*|новобран\w+|завербованн\w+",
    ),
    (
        Victim,
        r"victims?|survivors?|víctimas?|sobrevivientes?|жертв\w*|потерпевш\w+",
    ),
    (
        PossibleVictim,
        r"possible victims?|posibles? víctimas?|presuntas? víctimas?|alleged victims?|возможн\w+ жертв\w+",
    ),
    (
        Minor,
        r"minors?|underage(?: (?:girls?|boys?|sisters?|brothers?))?|teenage (?:girls?|boys?|sisters?|brothers?|twins|daughters?|sons?|cousins?|pupils?|runaways?)|menor(?:es)?(?: de edad)?|niñ[oa]s?|adolescentes?|teenagers?|schoolboys?|schoolgirls?|несовершеннолетн\w+|подрост\w+|школьни\w+",
    ),
    (
        Witness,
        r"(?:eye-?)?witness|testigo(?: (?:presencial|ocular))?|свидетел\w*|очевид(?:ец|ица|ца|цу|цы)",
    ),
    (Lawyer, LAWYERS),
    (Official, OFFICES),
    (Official, RANKS),
    (
        Journalist,
        r"journalist|reporter|correspondent|periodista|reporter[oa]|corresponsal|журналист\w*|корреспондент\w*",
    ),
];

/// Verbs a person is the subject of; his role.
pub(super) const DOES: &[(Role, &str)] = &[
    (
        Recruiter,
        r"recruit(?:ed|s|ing)|lured|enlisted (?:him|her|them|men|people|young|others)|reclut(?:ó|aba|a|ado a)|captó|captaba|enganchó|(?:за)?вербовал[аи]?|вербу[ею]т",
    ),
    // Who merely pays a fare or buys tickets arranges nothing by that.
    (
        Broker,
        r"(?:arranged|arranges|obtained) (?:the |their |his |all (?:the )?)?(?:papers|passports?|visas?|contracts?|trips?|travel)|(?:gestionó|gestionaba|tramitó|tramitaba) (?:el |los |las |todos los )?(?:pasaportes?|visas?|papeles|contratos?|viajes?)|оформлял[аи]? (?:\S+ )?(?:паспорт\w*|виз\w+|документ\w*|поездк\w+)",
    ),
    (
        Transporter,
        r"(?:was |were )?(?:convicted|accused|sentenced|jailed|charged)(?: [\p{L}\d]+){0,6}? (?:for|of|with) (?:transporting|driving|ferrying|smuggling|the transport of) (?:the |his |her |their )?(?:\p{L}+ )?(?:victims?|women|girls|men|boys|children|recruits|youths|people|migrants)|(?:fue |fueron )?(?:condenad|sentenciad|acusad|procesad|imputad)[oa](?: [\p{L}\d]+){0,6}? (?:por|de) (?:el traslado|el transporte|trasladar|transportar)(?: de| a)? (?:las |los |l[oa]s )?(?:víctimas?|jóvenes|mujeres|niñas|muchach[oa]s|chicas|menores|hombres|personas|migrantes|reclutas|recluta?d[oa]s)|(?:был[аи]? )?(?:осужд[её]н|приговор[её]н)а?(?: [\p{L}\d]+){0,6}? за (?:перевозку|доставку) (?:\p{L}+ )?(?:жертв|девушек|женщин|людей|мужчин|парней|рекрутов|потерпевш\p{L}+)|(?:drove|transported|smuggled|ferried) (?:him|her|them|us|me|the (?:men|boys|recruits|women|girls))|(?:llevaba|llevó|trasladó|trasladaba|condujo) (?:a los|a las|a él|al aeropuerto|a la|los)|(?:возил|отвозил|отв[её]з|перевозил|доставил|доставлял)[аи]? (?:их|его|е[её]|нас|людей|рекрутов|новобранцев)",
    ),
    (
        Organiser,
        r"(?:had|got|gets|has) (?:\w+ ){0,2}?(?:girls|women|boys|men|workers|children|teenagers|people) (?:recruited|lured|brought|trafficked|sold|collected|kidnapped)|(?:mandaba|mandó|encargaba|encargó|ordenaba|ordenó) (?:a \p{L}+ )?(?:reclutar|captar|enganchar)|(?:поручал|велел|приказывал|приказал)[аи]? (?:\S+ ){0,2}?(?:вербовать|завербовать)|(?:led|ran|headed|masterminded|organi[sz]ed|set up|directed) (?:the|a|this) (?:\w+ )?(?:network|ring|gang|scheme|operation)|(?:dirigía|encabezaba|lideraba|organizó|dirigió|encabezó) (?:la|una) (?:red|banda)|(?:организовал|возглавлял|руководил)[аи]? (?:\S+ )?(?:сет\w+|групп\w+|банд\w+|схем\w+|вербовк\w+)",
    ),
    (
        Exploiter,
        r"(?:took|kept|confiscated|seized|withheld|skimmed) (?:their|his|her|our|my|the) (?:passports?|wages|salary|pay|money|documents)|(?:quitó|quitaba|retuvo|retenía) (?:el|los|su|sus|la|parte del) (?:pasaportes?|salarios?|sueldos?|dinero)|(?:забирал|отбирал|забрал|отобрал|удерживал)[аи]? (?:\S+ )?(?:паспорт\w*|зарплат\w*|деньг\w*)|(?:kept|keeps|ran|runs|managed|manages|owned|owns|operated|operates) (?:the|an?|his|her|their|that|this|two|three|four|several) (?:[\p{Ll}]+ ){0,2}?(?:brothels?|whorehouses?)|(?:regent(?:aba|a|ó)|administr(?:aba|a)|dirigía|manejaba|tenía|era (?:el |la )?dueñ[oa] de) (?:un|el|una|la|dos|tres|varios) (?:[\p{Ll}]+ )?(?:burdel(?:es)?|prostíbulos?|casa de citas)|(?:содержал|держал|управлял|владел|руководил|заправлял)[аи]? (?:\S+ )?(?:притон\w*|бордел\w+|публичн\w+ дом\w*)",
    ),
    (
        Witness,
        r"testified|(?:has |had )?gave evidence|declaró ante|testificó|atestiguó|дал[аи]? показания|свидетельствовал[аи]?",
    ),
];

/// What is done to a person; his role.
pub(super) const SUFFERS: &[(Role, &str)] = &[
    (
        Recruit,
        r"(?:was|were|had been|has been|been|being|is|got) (?:\w+ly )?recruited|(?:fue|fueron|había sido|habría sido|ha sido) reclutad[oa]s?|(?:был[аи]? )?завербован[аы]?",
    ),
    (
        PossibleVictim,
        r"(?:was|were|had been|has been|been) (?:\w+ly )?(?:deceived|tricked|lured|duped|coerced|forced|threatened|held against|promised (?:work|a job|jobs)|offered (?:work|employment|a job)|beaten|sold)|(?:fue|fueron|había sido|ha sido) (?:engañad[oa]|obligad[oa]|forzad[oa]|amenazad[oa]|coaccionad[oa]|vendid[oa]|retenid[oa])s?|(?:был[аи]? )?(?:обманут|вынужден|принужд[её]н|похищен|продан)[аы]?",
    ),
    (
        Victim,
        r"(?:was|were|had been|has been|been) (?:\w+ly )?(?:trafficked|enslaved|sexually exploited)|(?:fue|fueron|ha sido) (?:víctimas?|explotad[oa]s?|traficad[oa]s?)",
    ),
];

/// What a speaker says of himself; his role.
pub(super) const FIRST_PERSON: &[(Role, &str)] = &[
    (
        Recruit,
        r"\bI was recruited|they recruited me|(?:he|she) recruited me|me reclut(?:ó|aron)|fui reclutad[oa]|меня завербовал[аи]?|я был[аи]? завербован",
    ),
    (
        PossibleVictim,
        r"\bI was (?:deceived|tricked|forced|threatened|lied to|beaten|promised)|(?:they|he|she) (?:deceived|tricked|forced|threatened|beat|lied to) me|(?:took|kept) my passport|\bI was (?:never|not) paid|(?:never|not) paid me|(?:nunca|no) me pag(?:aron|ó)|мне (?:ничего |ни разу |так и )?не (?:за)?плати(?:ли|л[аи]?)|nos (?:pegaban?|golpeaban?|golpe(?:ó|aron)|encerraban?|amenaz(?:ó|aban?)|quit(?:ó|aron) los? pasaportes?)|(?:nunca|no) nos pag(?:aron|ó|aban)|нас (?:били|бил[аи]?|избивал[аи]?|запирал[аи]?|держал[аи]?)|нам (?:ничего )?не (?:за)?плати(?:ли|л[аи]?)|у нас (?:забрал[аи]?|отобрал[аи]?) паспорта?|(?:beat|starved|locked) us|(?:never|not) paid us|we were (?:never|not) paid|(?:took|kept) our passports|me (?:engañ(?:ó|aron|aste)|oblig(?:ó|aron|aba)|menti(?:ó|ste)|mintieron|amenaz(?:ó|aron)|forz(?:ó|aron)|hirieron|golpe(?:ó|aron)|quit(?:ó|aron) el pasaporte|prometi(?:ó|eron) (?:trabajo|empleo|un trabajo))|меня (?:обманул[аи]?|заставил[аи]?|избил[аи]?|продал[аи]?|держал[аи]?)|мне (?:угрожал[аи]?|обещал[аи]? (?:работ|стройк|зарплат)\w*|соврал[аи]?)|(?:у меня|мой паспорт) (?:забрал[аи]?|отобрал[аи]?)",
    ),
    (
        Victim,
        r"\bI (?:am|was) a victim|(?:soy|fui) (?:una )?víctima|я (?:жертва|потерпевш\w+)",
    ),
    (
        Recruiter,
        r"\bI recruited|(?:yo )?(?:lo|la|los|las) recluté|recluté a|я завербовал[аи]?|я вербовал[аи]?",
    ),
    (
        Broker,
        r"\bI arranged (?:the |their |his )?(?:passports?|visas?|papers)|(?:tramité|gestioné) (?:el |los )?(?:pasaportes?|visas?|papeles)|я оформлял[аи]? (?:\S+ )?(?:документ\w*|паспорт\w*|виз\w+)",
    ),
    (
        Exploiter,
        r"yo les quitaba|les quitaba|\bI took (?:part of )?(?:their|his) (?:pay|wages|money|salary)|я забирал[аи]? (?:у них|деньги|зарплат\w+)",
    ),
    (
        Witness,
        r"voy a (?:declarar|testificar)|\bI (?:will|am going to|am ready to) testify|я (?:дам|готов\w* дать) показания",
    ),
];

/// Words of kin (after "of", or after a possessive).
pub(in crate::extract) const KIN: &str = r"mother|father|brother|sister|wife|husband|son|daughter|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|stepfather|stepmother|parents|boy|girl|madre|padre|mamá|papá|hermano|hermana|esposa|esposo|marido|mujer|hijo|hija|primo|prima|tío|tía|sobrino|sobrina|abuela|abuelo|мать|матери|мать|отец|отца|брат|брата|сестра|сестры|жена|жены|муж|мужа|сын|сына|сыну|дочь|дочери|племянник|племянница|двоюродный брат|тётя|тетя|т[её]тка|дядя|бабушка|дедушка|mum|mom|dad|мама|мамы|маму|папа|папы";
