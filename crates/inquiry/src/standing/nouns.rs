//! Nouns for the parts that people have in public: offices, trades, accusations, the running of a place. Data.

/// Who holds an office, a rank or a public trade, or reports.
pub(super) const OFFICES: &[&str] = &[
    // English.
    r"(?:Mr|Mrs|Ms|Lord|Lady|Chief|Madam) justice|(?:council|opposition|borough|county) leader|cllr\.?|(?:city |town |county )?alder(?:man|woman|person)|assembly(?:man|woman| member)|selectman|reeve|premier|(?:chief |deputy |majority |minority )whip|(?:city |town |county |borough )?treasurer|leader of the (?:council|opposition)|(?:detective |chief |deputy |acting |special |lead |senior |assistant )*(?:constable|sergeant|inspector|superintendent|sheriff|officer|agent|marshal|commander|lieutenant|captain|colonel|general|major|detective|investigator|commissioner|prosecutor|judge|justice|magistrate|attorney|counsel|barrister|solicitor|lawyer|advocate|coroner|consul|ambassador|minister|secretary|senator|congress(?:man|woman)|lawmaker|councillor|mayor|governor|president|chancellor|spokes(?:man|woman|person)|official|director|chairman|chairwoman|chief|head|deputy|professor|analyst|researcher|expert|economist|ombuds(?:man|woman|person)|attaché|envoy|registrar|bishop|archbishop|reporter|correspondent|journalist|editor|photographer)",
    r"(?-i:DC|DS|DI|DCI|PC|PS|Det|Sgt|Supt|Insp|Lt|Capt|Col|Gen|Sen|Rep|Gov|Prof|QC|KC|MP|MEP|MSP|TD|SA)\.?",
    // Spanish.
    r"(?:sub)?(?:inspector|comisari|fiscal|teniente|sargent|cabo|capitán|coronel|general|comandante|agente|magistrad|delegad|director|secretari|ministr|senador|diputad|gobernador|embajador|funcionari|alcald)(?:es|as|os|a|o|e|esa)?|guardia civil|policía|procurador(?:a)?|juez(?:a)?|jefe|jefa|abogad[oa]|letrad[oa]|ponente|intendente|alguacil|ombudsman|defensor(?:a)?(?: (?:oficial|público|pública|del pueblo))?|presidente|presidenta|cónsul|canciller|portavoz|vocer[oa]|concejal(?:a)?|edil(?:a|es)?|regidor(?:a)?|consejer[oa]|legislador(?:a)?|asambleísta|eurodiputad[oa]|prefect[oa]|síndic[oa]|investigador(?:a)?|instructor(?:a)?|catedrátic[oa]|profesor(?:a)?|analista|expert[oa]|obispo|arzobispo|periodista|corresponsal|reporter[oa]|redactor(?:a)?",
    // Russian, with the endings of its cases.
    r"(?:(?:следовател|представител|председател|заместител|руководител|секретар|пресс-секретар)(?:ь|я|ю|ем|е|ница|ницы|нице|ницу|ницей)?|(?:прокурор|инспектор|комиссар|директор|депутат|сенатор|губернатор|президент|министр|консул|адвокат|юрист|защитник|обвинитель|обвинителя|эксперт|аналитик|профессор|журналист|корреспондент|репортёр|репортер|редактор|лейтенант|капитан|майор|полковник|генерал|сержант|оперуполномоченн|участков|уполномоченн|дознавател|чиновник|начальник|глав|посол|посл|мэр|судь|пристав|епископ|архиепископ)(?:ь|а|у|ом|е|я|ю|ём|ей|и|ой|ый|ого|ому|ым|ая|ую|ка|ки|ке|ку|кой|ша|ши)?|председательствующ\p{L}+|советни(?:к|ца|цы|цу|цей|ка|ку|ком)|вице-мэр\p{L}*|староста|старосты|старосте|префект\p{L}{0,2}|парламентари\p{L}+|евродепутат\p{L}*)",
];

/// Who works for a firm and is named as such.
pub(super) const STAFF: &[&str] = &[
    r"(?:employee|representative|staff member|agent)s? of the (?:firm|company|agency|recruiter)|company (?:employee|representative)",
    r"(?:emplead[oa]|representante) de la (?:empresa|firma|agencia|compañía)",
    r"(?:сотрудни(?:к|ца|цы|це|цу|цей|ком|ка|ку)|представительниц\p{L}) (?:фирмы|компании|агентства|предприятия)",
];

/// Who is accused or found guilty of something.
pub(super) const ACCUSED: &[&str] = &[
    r"(?:(?:co-?)?defendants?|accused|suspects?|convicts?|fugitive|offender|perpetrator|ringleader|alleged [\p{Ll}-]+|suspected [\p{Ll}-]+|convicted [\p{Ll}-]+|self-styled [\p{Ll}-]+)",
    r"(?:(?:co)?acusad|imputad|procesad|investigad|condenad|encausad|enjuiciad|denunciad|sindicad|querellad)[oa]s?|detenid[oa]|presunt[oa]s? (?:[\p{Ll}]+)|supuest[oa]s? (?:[\p{Ll}]+)|sospechos[oa]s?|prófug[oa]",
    r"(?:подсудим|обвиняем|подозреваем|осужд[её]нн|задержанн|предполагаем\p{L}+ \p{L}|фигурант)\p{L}*",
];

/// Who runs a place or people, or trades in them.
pub(super) const MASTERS: &[&str] = &[
    r"(?:gang ?master|pimp|madam|trafficker|smuggler|recruiter|broker|fixer|handler|dealer|boss|owner|co-owner|proprietor|manager|foreman|overseer|contractor|haulier|gangleader|warden|supervisor|skipper|landlord|landlady|employer|exploiter|enforcer|kingpin)s?",
    r"proxenetas?|tratantes?|traficantes?|captador(?:a|es|as)?|reclutador(?:a|es|as)?|patr[oó]n(?:a)?|dueñ[oa]s?|propietari[oa]s?|encargad[oa]s?|capataz|contratistas?|enganchador(?:a|es)?|mayordomo|gerentes?|empresari[oa]s?|cabecilla|gestor(?:a)?|administrador(?:a)?",
    r"(?:сут[её]н[её]р|хозя(?:ин|йк)|владел(?:ец|иц|ьц)|содержател|бригадир|прораб|подрядчик|надсмотрщик|надзирател|вербовщ(?:ик|иц)|организатор|посредни(?:к|ц)|торгов(?:ец|к|ц)|главар|работодател|управляющ|администратор|предпринимател|бизнесмен)\p{L}*",
];

/// Who works for the rights or the welfare of others, and is named as such.
pub(super) const HELPERS: &[&str] = &[
    r"(?:senior |hospital |school |child |lead )?(?:social worker|case ?worker|case manager|safeguarding (?:lead|officer)|outreach worker|support worker|probation officer)|(?:(?:human|women['’]s|migrants?['’]?|labou?r|children['’]s) )?rights (?:activist|defender|advocate|campaigner|worker|monitor)|activist|campaigner",
    r"(?:trabajador(?:a)?|asistente|educador(?:a)?|pedagog[oa]) social|pedagog[oa]|orientador(?:a)? (?:escolar|social)|psicopedagog[oa]|activista|defensor(?:a)? de (?:los )?derechos(?: humanos| de \p{L}+)?",
    r"(?:соц(?:иальн\p{L}+ )?(?:работни(?:к|ц)|педагог)|правозащитни(?:к|ц)|общественни(?:к|ц)|активист)\p{L}*",
];

/// Who examines or treats people, and speaks of them in that trade alone.
pub(super) const HEALERS: &[&str] = &[
    r"doctor|dr\.?|physician|gp|psychologist|psychiatrist|p(?:a)?ediatrician|gyna?ecologist|therapist|pathologist|surgeon|medic",
    r"doctor(?:a)?|dra?\.?|médic[oa](?: forense)?|psicólog[oa](?: forense)?|psiquiatra|pediatra|ginecólog[oa]|forense|perit[oa]|terapeuta",
    r"(?:врач|доктор|психолог|психиатр|педиатр|гинеколог|хирург|терапевт|фельдшер|судмедэксперт|педагог)\p{L}*",
];

/// What may stand between a Spanish office and a name.
pub(super) const WHICH: &str = r"ponente|titular|suplente|decan[oa]|instructor(?:a)?|adjunt[oa]|jef[ea]|mayor|general|provincial|municipal|federal|nacional|judicial|forense|especial|social|de (?:guardia|turno)";
