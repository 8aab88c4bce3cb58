//! Words for the steps of a proceeding, in three languages. Data.

use model::{Language, Stage};

/// Where the one it concerns stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// He is the subject ("was arrested").
    Passive,
    /// He is the object ("arrested 17 people").
    Active,
    /// He follows a noun ("the arrest of X").
    Noun,
    /// Nobody is named by it ("a case was opened").
    About,
    /// He is told by his case, before it or behind it («предъявил обвинение Белову»).
    Dative,
}

use Language::{En, Es, Ru};
use Stage::{
    Acquittal, Appeal, Arrest, Charge, Complaint, Conviction, Investigation, Sanction, Sentence,
    Trial, Wanted,
};
use Voice::{About, Active, Dative, Noun, Passive};

/// Language, stage, voice, and the words as a pattern. The more exact stand before the less exact.
pub(super) const CUES: &[(Language, Stage, Voice, &str)] = &[
    (
        En,
        Arrest,
        Passive,
        r"(?:was|were|been|being|is|are|got) (?:\w+ly )?(?:arrested|detained|taken into custody|apprehended|remanded(?: in custody)?|jailed pending|put under house arrest)",
    ),
    (
        En,
        Arrest,
        Passive,
        r"(?:remains?|remained|stayed|stays?|is|are|was|were|being held) (?:still )?(?:in (?:custody|detention|pre-trial detention)|behind bars|under arrest|under house arrest)",
    ),
    (
        En,
        Arrest,
        Active,
        r"(?:has |have |had )?(?:arrested|detained|apprehended)",
    ),
    (En, Arrest, Active, r"(?:arresting|detaining)"),
    (
        En,
        Arrest,
        Noun,
        r"(?:the |his |her |their )?(?:arrests?|detention) of",
    ),
    (
        En,
        Charge,
        Passive,
        r"(?:was|were|been|is|are) (?:\w+ly )?(?:charged|indicted|arraigned|accused|formally accused)(?: (?:with|of))?",
    ),
    (
        En,
        Charge,
        Active,
        r"(?:prosecutors?|police|authorities|court|jury) (?:has |have |had )?(?:charged|indicted|brought charges against|filed charges against|pressed charges against)",
    ),
    (
        En,
        Charge,
        Passive,
        r"(?:faces|face|facing|faced) (?:\w+ )?charges",
    ),
    (
        En,
        Trial,
        Passive,
        r"(?:went|goes|go|going|was put|were put|is|are|stood|stands|stand) on trial|(?:stood|stands|standing) trial|(?:was|were) tried",
    ),
    (
        En,
        Trial,
        About,
        r"(?:the )?trial (?:began|begins|opened|opens|started|continues|continued|resumed)",
    ),
    (
        En,
        Sentence,
        Passive,
        r"(?:was|were|been|is|are) (?:\w+ly )?sentenced(?: to)?|(?:got|received|was given|were given|was jailed for|were jailed for) (?:a )?(?:\S+[ -])?(?:years?|months?|life)(?: in prison| sentence)?|(?:was|were) jailed",
    ),
    (En, Sentence, Active, r"sentenced"),
    (
        En,
        Sentence,
        About,
        r"handed down (?:\w+ )?(?:sentences?|verdicts?)",
    ),
    (
        En,
        Conviction,
        Passive,
        r"(?:was|were|been) (?:\w+ly )?(?:convicted|found guilty)|pleaded guilty",
    ),
    (En, Conviction, Active, r"(?:has |have |had )?convicted"),
    (En, Conviction, Noun, r"(?:the )?convictions? of"),
    (
        En,
        Acquittal,
        Passive,
        r"(?:was|were|been) (?:\w+ly )?(?:acquitted|cleared of|found not guilty|exonerated)",
    ),
    (En, Acquittal, Active, r"acquitted"),
    (En, Acquittal, Noun, r"(?:the )?acquittals? of"),
    (
        En,
        Acquittal,
        About,
        r"(?:the )?(?:charges|case) (?:was|were|against \S+ (?:was|were)) (?:dropped|dismissed)",
    ),
    (
        En,
        Appeal,
        About,
        r"(?:will |would |has |have |had )?(?:appeal|appealed|appeals|appealing)|(?:filed|lodged) an appeal",
    ),
    (
        En,
        Investigation,
        About,
        r"(?:opened|launched|began|started|is conducting|are conducting) (?:an? |the )?(?:\w+ ){0,2}(?:investigation|inquiry|probe)|(?:investigation|inquiry|probe) (?:was|has been|is) (?:opened|launched|under ?way|ongoing)|(?:is|are|was|were|has been|have been) (?:being )?investigat(?:ed|ing)|criminal case (?:was|has been) opened",
    ),
    (
        En,
        Complaint,
        About,
        r"(?:filed|lodged|made|submitted) (?:an? |the )?(?:\w+ ){0,2}(?:complaint|police report|report to (?:the )?police|denunciation)",
    ),
    (
        En,
        Wanted,
        Passive,
        r"(?:is|was|are|were) (?:\w+ )?wanted|(?:was|were|is|are) put on (?:a|the) wanted list",
    ),
    (
        En,
        Wanted,
        Noun,
        r"(?:requested|sought|seeks|seeking|asked for|demanded|approved|ordered) (?:the |his |her |their )?extradition(?: of)?|(?:an? )?(?:international |Interpol )?(?:arrest warrant|red notice) (?:for|against)",
    ),
    (En, Wanted, Passive, r"(?:was|were|been) extradited"),
    (
        En,
        Sanction,
        Passive,
        r"(?:was|were|been|is|are) (?:sanctioned|blacklisted|placed under sanctions|put under sanctions|added to (?:a|the|its) sanctions? list|put on (?:a|the) sanctions list)",
    ),
    (
        En,
        Sanction,
        Active,
        r"(?:has |have |had )?(?:sanctioned|blacklisted|imposed sanctions on|imposes sanctions on)",
    ),
    (
        Es,
        Arrest,
        Passive,
        r"(?:fue|fueron|ha sido|han sido|había sido|habían sido|habría sido|habrían sido|resultó|resultaron|quedó|quedaron|está|están|estaba|estaban|permanece|permanecen|sigue|siguen) (?:detenid[oa]s?|arrestad[oa]s?|capturad[oa]s?|apresad[oa]s?|aprehendid[oa]s?|encarcelad[oa]s?|pres[oa]s?)",
    ),
    (
        Es,
        Arrest,
        Passive,
        r"(?:sigue|siguen|seguía|seguían|permanece|permanecen|está|están|continúan?) (?:bajo (?:custodia|arresto)|en prisión (?:preventiva|provisional)|en prisión)",
    ),
    (
        Es,
        Arrest,
        Active,
        r"(?:detuvo|detuvieron|arrestó|arrestaron|capturó|capturaron|apresó|apresaron|(?:ha|han|había|habían)(?: [^.,;]{0,60}? y)? (?:detenido|arrestado|capturado)|detenido) a",
    ),
    (
        Es,
        Arrest,
        Noun,
        r"(?:la )?(?:detención|captura|el arresto) de(?:l)?",
    ),
    (
        Es,
        Charge,
        Passive,
        r"(?:fue|fueron|ha sido|han sido|está|están|es|son|habría sido) (?:formalmente )?(?:acusad[oa]s?|imputad[oa]s?|procesad[oa]s?|encausad[oa]s?|investigad[oa]s? formalmente)",
    ),
    (Es, Charge, Passive, r"acusad[oa]s? (?:de|por)"),
    (
        Es,
        Charge,
        Noun,
        r"se (?:le|les) (?:acusa|imputa|imputan|imputó|acusó)(?: de)?|(?:presentó|presentaron) cargos contra",
    ),
    (
        Es,
        Charge,
        Active,
        r"(?:la fiscalía|el fiscal|los fiscales|el tribunal|la policía|el juez|la jueza)(?: me| te| lo| la| les| le| los)? (?:acusó|imputó|acusa|imputa|procesó)(?: a| formalmente a)?",
    ),
    (Es, Trial, Active, r"(?:juzgó|juzgaron|juzga|ha juzgado) a"),
    (
        Es,
        Trial,
        Passive,
        r"(?:fue|fueron|será|serán|es|son) (?:juzgad[oa]s?|sometid[oa]s? a juicio|llevad[oa]s? a juicio)",
    ),
    (Es, Trial, Noun, r"(?:el )?(?:proceso|juicio) contra"),
    (
        Es,
        Trial,
        About,
        r"(?:el )?(?:juicio|proceso) (?:comenzó|empezó|continúa|continúan|se reanudó|se celebra)|procesos continúan",
    ),
    (
        Es,
        Sentence,
        Passive,
        r"(?:fue|fueron|ha sido|han sido|resultó|resultaron) (?:condenad[oa]s?|sentenciad[oa]s?) a",
    ),
    (
        Es,
        Sentence,
        Active,
        r"(?:condenó|condenaron|sentenció|sentenciaron) a",
    ),
    (
        Es,
        Sentence,
        About,
        r"(?:dictó|dictaron|emitió) (?:\w+ ){0,2}(?:sentencias?|veredictos?|fallos?)|(?:fijó|impuso) (?:una )?(?:pena|condena)",
    ),
    (
        Es,
        Conviction,
        Passive,
        r"(?:fue|fueron|ha sido|han sido) (?:declarad[oa]s? culpables?|hallad[oa]s? culpables?|condenad[oa]s? por)",
    ),
    (
        Es,
        Acquittal,
        Passive,
        r"(?:fue|fueron|ha sido|han sido|resultó|quedó) (?:absuelt[oa]s?|exonerad[oa]s?|sobreseíd[oa]s?)",
    ),
    (Es, Acquittal, Active, r"(?:absolvió|absolvieron) a"),
    (Es, Acquittal, Noun, r"(?:la )?absolución de"),
    (
        Es,
        Appeal,
        About,
        r"(?:apel(?:ó|ará|arán|aron)|recurri(?:ó|rá|rán)|presentó (?:un )?recurso|interpuso (?:un )?recurso)",
    ),
    (
        Es,
        Investigation,
        About,
        r"(?:abrió|abrieron|inició|iniciaron|ha abierto|lleva a cabo) (?:una |la |un )?(?:\w+ ){0,2}(?:investigación|pesquisa|expediente|proceso penal|causa)|se investiga|(?:está|están|es|son) (?:siendo )?investigad[oa]s?",
    ),
    (
        Es,
        Complaint,
        About,
        r"(?:presentó|presentaron|interpuso|interpusieron|puso|pusieron) (?:una |la )?(?:denuncia|queja|querella)|(?:denunció|denunciaron) ante",
    ),
    (
        Es,
        Wanted,
        Passive,
        r"(?:es|está|fue|son|están) (?:buscad[oa]s?|reclamad[oa]s?|requerid[oa]s?|extraditad[oa]s?|prófug[oa]s?)|(?:fue|fueron) extraditad[oa]s?",
    ),
    (
        Es,
        Wanted,
        Noun,
        r"(?:pidió|solicitó|reclama|pide|solicita|ordenó|busca) (?:la |su )?(?:extradición|captura)(?: de(?:l)?)?|orden(?:es)? de (?:captura|arresto|detención|búsqueda)(?: internacional)? contra",
    ),
    (
        Es,
        Sanction,
        Passive,
        r"(?:fue|fueron|ha sido|han sido) (?:sancionad[oa]s?|incluid[oa]s? en (?:la|una) lista)",
    ),
    (
        Es,
        Sanction,
        Active,
        r"(?:sancionó|sancionaron|impuso sanciones|impusieron sanciones) a",
    ),
    (
        Ru,
        Arrest,
        Passive,
        r"(?:был[аи]? |было )?(?:задержан[аоы]?|арестован[аоы]?|взят[аы]? под стражу|заключ[её]н[аы]? под стражу)|наход[ия]тся под (?:стражей|арестом)|оста[её]тся под (?:стражей|арестом)|содержится под стражей",
    ),
    (
        Ru,
        Arrest,
        Active,
        r"(?:задержал[аи]?|арестовал[аи]?|взял[аи]? под стражу)",
    ),
    (Ru, Arrest, Noun, r"(?:задержани[еяю]|арест[ае]?)"),
    (
        Ru,
        Charge,
        Dative,
        r"(?:предъявил[аи]?|выдвинул[аи]?) (?:\S+ )?обвинени[ея]",
    ),
    (
        Ru,
        Charge,
        Passive,
        r"(?:предъявлено|предъявлены) (?:\S+ )?обвинени[ея]",
    ),
    (Ru, Charge, Active, r"обвинил[аи]?"),
    (
        Ru,
        Charge,
        Passive,
        r"(?:обвиняется|обвиняются|обвиняют|обвин[её]н[аы]?|подозревается|подозреваются|стал[аи]? фигурант\w+)",
    ),
    (
        Ru,
        Trial,
        Passive,
        r"(?:предстал[аи]?|предстан[еу]т) перед судом|(?:судят|судили)",
    ),
    (
        Ru,
        Trial,
        About,
        r"(?:начался|начинается|продолжается|прош[её]л) (?:судебный процесс|суд|процесс)|процесс (?:над|по делу)",
    ),
    (
        Ru,
        Sentence,
        Passive,
        r"(?:был[аи]? )?(?:приговор[её]н[аы]?|осужд[её]н[аы]? на|получил[аи]? (?:\S+ ){1,3}(?:лет|года?) (?:колонии|тюрьмы|лишения свободы|условно))",
    ),
    (Ru, Sentence, Active, r"приговорил[аи]?"),
    (
        Ru,
        Conviction,
        Passive,
        r"(?:был[аи]? )?(?:осужд[её]н[аы]?|признан[аы]? виновн\w+)",
    ),
    (Ru, Acquittal, Passive, r"(?:был[аи]? )?оправдан[аы]?"),
    (Ru, Acquittal, Active, r"оправдал[аи]?"),
    (
        Ru,
        Appeal,
        About,
        r"(?:обжаловал[аи]?|обжалу[ею]т|подал[аи]? апелляц\w+|подал[аи]? жалобу на приговор)",
    ),
    (
        Ru,
        Investigation,
        About,
        r"(?:возбудил[аи]?|возбуждено|возбудило|заведено|завел[аи]?) (?:\S+ )?(?:уголовное )?дело|(?:начал[аи]?|начало|начато|вед[её]т|ведут|проводит|проводят) (?:\S+ )?(?:расследовани[ея]|проверку|следстви[ея])|расследу[ею]т(?:ся)?",
    ),
    (
        Ru,
        Complaint,
        About,
        r"(?:подал[аи]?|направил[аи]?|написал[аи]?) (?:\S+ )?(?:заявление в (?:полицию|прокуратуру|следственн\w+)|жалобу)",
    ),
    (
        Ru,
        Wanted,
        Passive,
        r"(?:объявлен[аы]? в (?:\S+ )?розыск|разыскива[ею]тся|находится в розыске|экстрадирован[аы]?)",
    ),
    (
        Ru,
        Wanted,
        Noun,
        r"(?:потребовал[аи]?|запросил[аи]?|просит|требует) экстрадици[июя]|ордер на арест|выдал[аи]? ордер на арест|экстрадици[июя]",
    ),
    (
        Ru,
        Sanction,
        Passive,
        r"(?:внес[её]н[аы]? в (?:санкционный )?список|попал[аи]? под санкции|включ[её]н[аы]? в (?:санкционный )?список)",
    ),
    (
        Ru,
        Sanction,
        Active,
        r"(?:вв[её]л[аи]?|ввели) санкции против",
    ),
];
