//! Words of call records in English, Spanish and Russian: column headers, kinds, directions.

use model::ContactKind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    From,
    To,
    Start,
    Date,
    Time,
    Duration,
    Kind,
    Direction,
    Cell,
    Imei,
    Imsi,
    Count,
    End,
}

impl Role {
    /// All roles with the names they have in settings and receipts.
    pub(crate) const ALL: [(Self, &'static str); 13] = [
        (Self::From, "from"),
        (Self::To, "to"),
        (Self::Start, "start"),
        (Self::Date, "date"),
        (Self::Time, "time"),
        (Self::Duration, "duration"),
        (Self::Kind, "kind"),
        (Self::Direction, "direction"),
        (Self::Cell, "cell"),
        (Self::Imei, "imei"),
        (Self::Imsi, "imsi"),
        (Self::Count, "count"),
        (Self::End, "end"),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(role, _)| *role == self)
            .map_or("", |(_, name)| name)
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, word)| *word == name)
            .map(|(role, _)| *role)
    }
}

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// The column plays this role.
    Role(Role),
    /// The subscriber whose records these are (`from`, with a direction that may turn it round).
    Own,
    /// The other party of the subscriber's records.
    Other,
    /// Known, and no concern of call records.
    Nothing,
    /// Known, and a sign that this is no table of calls: money, flights, passports.
    Against,
}

/// How good a header fits: number of words matched, then whether it is the whole header, then whether only call records use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    pub(crate) says: Says,
    /// More is better.
    pub(crate) strength: usize,
    /// Only tables of calls have such a column.
    pub(crate) telling: bool,
}

use Role::{Cell, Count, Date, Direction, Duration, End, From, Imei, Imsi, Kind, Start, Time, To};
use Says::{Against, Nothing, Other, Own, Role as R};

/// Phrases as [`fold`] leaves them; separated by `|`. The flag marks words only call records use.
const HEADERS: &[(Says, bool, &str)] = &[
    (
        R(From),
        true,
        "caller|caller number|calling|calling number|calling party|calling party number|a number|number a|a party|party a|a subscriber|msisdn a|a msisdn|anumber|llamante|numero llamante|abonado a|numero a|linea a|telefono a|numero que llama|abonado llamante|вызывающий|вызывающий абонент|вызывающий номер|номер а|номер a|абонент а|абонент a|звонящий|кто звонил|исходящий номер|номер вызывающего|номер вызывающего абонента|телефон а",
    ),
    (
        R(From),
        false,
        "from|from number|from phone|source|source number|origin|origin number|originating number|originating|sender|initiator|origen|numero origen|numero de origen|telefono origen|telefono de origen|linea origen|emisor|remitente|de|desde|от|от кого|отправитель|инициатор|откуда|источник",
    ),
    (
        R(To),
        true,
        "callee|called|called number|called party|called party number|dialed number|dialled number|dialed|dialled|dialed digits|b number|number b|b party|party b|b subscriber|msisdn b|b msisdn|bnumber|llamado|numero llamado|abonado b|numero b|linea b|telefono b|numero marcado|numero discado|abonado llamado|вызываемый|вызываемый абонент|вызываемый номер|номер б|номер b|номер в|абонент б|абонент b|абонент в|набранный номер|номер вызываемого|номер вызываемого абонента|кому звонил|телефон б",
    ),
    (
        R(To),
        false,
        "to|to number|to phone|destination|destination number|target|recipient|receiver|destino|numero destino|numero de destino|telefono destino|telefono de destino|linea destino|receptor|destinatario|para|a|hacia|кому|куда|получатель|адресат|назначение",
    ),
    (
        Own,
        true,
        "own number|my number|subscriber number|subscriber msisdn|own msisdn|numero propio|numero del abonado|linea del abonado|номер абонента|абонентский номер|свой номер|мой номер",
    ),
    (
        Own,
        false,
        "msisdn|subscriber|owner|abonado|titular|linea|абонент|владелец",
    ),
    (
        Other,
        true,
        "other number|other party|other party number|counterparty number|interlocutor|numero interlocutor|numero del interlocutor|corresponsal|собеседник|номер собеседника|второй абонент|другой номер|номер контакта|номер второго абонента|номер второй стороны",
    ),
    (
        Other,
        false,
        "number|phone|phone number|telephone|telephone number|contact|counterparty|numero|telefono|numero de telefono|contacto|contraparte|номер|номер телефона|телефон|контакт|контрагент",
    ),
    (
        R(Start),
        true,
        "call start|call start time|call date time|call date and time|call time and date|inicio de la llamada|fecha y hora de la llamada|inicio de llamada|дата и время звонка|дата и время вызова|начало вызова|начало звонка|дата время вызова|начало разговора|дата и время соединения|начало соединения",
    ),
    (
        R(Start),
        false,
        "start|start time|start date|start date time|start datetime|datetime|date time|date and time|timestamp|time stamp|date time utc|begin|begin time|connect time|seizure time|answer time|event time|fecha y hora|fecha hora|fechahora|inicio|hora y fecha|fecha de inicio|hora de inicio|fecha hora inicio|comienzo|момент|дата и время|дата время|начало|время начала|дата начала|дата и время начала|когда",
    ),
    (
        R(Date),
        true,
        "call date|date of call|fecha de llamada|fecha de la llamada|дата вызова|дата звонка|дата соединения|дата разговора",
    ),
    (
        R(Date),
        false,
        "date|day|event date|fecha|dia|дата|день|число",
    ),
    (
        R(Time),
        true,
        "call time|time of call|hora de llamada|hora de la llamada|время вызова|время звонка|время соединения|время разговора начало",
    ),
    (
        R(Time),
        false,
        "time|clock|hour|hora|hora local|local time|время|часы|местное время",
    ),
    (
        R(Duration),
        true,
        "call duration|duration of call|talk time|duration seconds|duration sec|duration s|duration in seconds|call length|duracion de llamada|duracion de la llamada|duracion segundos|duracion seg|duracion s|длительность вызова|длительность звонка|длительность разговора|продолжительность разговора|продолжительность звонка|время разговора|длительность сек|длительность соединения|продолжительность соединения",
    ),
    (
        R(Duration),
        false,
        "duration|dur|length|elapsed|seconds|secs|billsec|duration min|duration minutes|minutes|duracion|duracion min|tiempo|segundos|minutos|длительность|продолжительность|длит|секунд|сек|секунды|минут|минуты|длительность мин",
    ),
    (
        R(Kind),
        true,
        "call type|type of call|service type|record type|tipo de llamada|tipo de servicio|tipo de evento|тип вызова|тип звонка|тип услуги|вид вызова|вид связи|тип соединения|вид услуги|вид соединения",
    ),
    (
        R(Kind),
        false,
        "type|kind|service|event|event type|tipo|servicio|evento|тип|вид|услуга|событие|тип события",
    ),
    (
        R(Direction),
        true,
        "call direction|sentido de llamada|sentido de la llamada|направление вызова|направление звонка|вх исх|исх вх|in out|entrante saliente|входящий исходящий|тип направление",
    ),
    (
        R(Direction),
        false,
        "direction|dir|sentido|direccion|направление",
    ),
    (
        R(Cell),
        true,
        "cell|cell id|cellid|cell tower|cell site|tower|tower id|base station|bts|bts id|lac cell|lac ci|lac cid|cid|cgi|ecgi|ci|first cell|start cell|cell name|celda|id celda|celda id|id de celda|celda inicio|antena|radiobase|estacion base|torre|сота|базовая станция|бс|номер бс|id соты|идентификатор соты|адрес бс|адрес базовой станции|вышка",
    ),
    (
        R(Imei),
        true,
        "imei|imei a|imei esn|device imei|handset imei|imei абонента|imei терминала",
    ),
    (R(Imsi), true, "imsi|imsi a|imsi абонента"),
    (
        R(Count),
        true,
        "calls|number of calls|call count|no of calls|numero de llamadas|cantidad de llamadas|llamadas|количество звонков|число звонков|кол во звонков|количество вызовов|число вызовов|звонков|вызовов",
    ),
    (
        R(Count),
        false,
        "count|weight|n calls|cantidad|veces|количество|кол во",
    ),
    (
        R(End),
        false,
        "end|end time|end date|stop|stop time|disconnect time|release time|fin|hora fin|hora de fin|fecha fin|fecha de fin|termino|окончание|конец|время окончания|дата окончания|завершение",
    ),
    (
        Nothing,
        false,
        "id|no|n|record id|row|seq|номер п п|п п|порядковый номер|номер записи|номер строки|location|ubicacion|lac|lat|lon|latitude|longitude|latitud|longitud|широта|долгота|imei b|imsi b|cell b|last cell|end cell|celda fin|country|pais|страна|cost|price|charge|tariff|costo|coste|importe|precio|tarifa|стоимость|цена|тариф|name|nombre|имя|фио|owner name|status|estado|статус|notes|nota|notas|примечание|комментарий|тип номера|tipo de numero|number type|operator|operador|оператор|carrier|volume|bytes|объем|трафик|request number|case number",
    ),
    (
        Against,
        false,
        "amount|balance|currency|account|account number|iban|card|card number|from account|to account|debit|credit|transaction|transaction id|merchant|monto|saldo|moneda|cuenta|numero de cuenta|tarjeta|debe|haber|comercio|сумма|остаток|баланс|валюта|счет|номер счета|карта|номер карты|дебет|кредит|flight|flight number|flight no|airline|seat|passenger|departure|arrival|gate|vuelo|numero de vuelo|aerolinea|asiento|pasajero|salida|llegada|рейс|номер рейса|авиакомпания|пассажир|вылет|прилет|passport|passport number|pasaporte|numero de pasaporte|паспорт|номер паспорта|birth|date of birth|birth date|dob|fecha de nacimiento|nacimiento|дата рождения|nationality|nacionalidad|гражданство|subject|asunto|тема|e mail|email|correo",
    ),
];

/// Lower case, no accents, words of letters and digits separated by one space.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'á' | 'à' | 'â' | 'ã' => 'a',
            'é' | 'è' | 'ê' => 'e',
            'í' | 'ì' => 'i',
            'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'ú' | 'ü' | 'ù' => 'u',
            'ñ' => 'n',
            'ё' => 'е',
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        let combining = ('\u{300}'..='\u{36f}').contains(&letter);
        if !(combining || plain == ' ' && (out.is_empty() || out.ends_with(' '))) {
            out.push(plain);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// What a header cell says, by the longest phrase in it.
pub(crate) fn header(text: &str) -> Option<Fit> {
    if text.len() > 120 {
        return None;
    }
    let folded = fold(text);
    let words = folded.split(' ').count();
    let padded = format!(" {folded} ");
    let mut best: Option<Fit> = None;
    for (says, telling, phrases) in HEADERS {
        for phrase in phrases.split('|') {
            let whole = folded == phrase;
            // One short word inside a longer header says too little.
            let inside =
                phrase.chars().count() > 3 && words <= 6 && padded.contains(&format!(" {phrase} "));
            if !(whole || inside) {
                continue;
            }
            let strength = phrase.split(' ').count() * 4
                + usize::from(whole) * 100
                + usize::from(*telling) * 2;
            if best.is_none_or(|fit| fit.strength < strength) {
                best = Some(Fit {
                    says: *says,
                    strength,
                    telling: *telling,
                });
            }
        }
    }
    best
}

/// Which way a record went, seen from the subscriber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Out,
    In,
}

/// Reads a direction, alone or inside a kind (`исх. звонок`, `MTC`, `SMS-MO`).
pub(crate) fn way(text: &str) -> Option<Way> {
    let folded = fold(text);
    let mut found = None;
    for word in folded.split(' ') {
        let way = match word {
            "out" | "o" | "mo" | "moc" | "smsmo" | "mosms" | "originating" | "originated"
            | "sent" | "dialed" | "dialled" | "made" | "s" | "sal" => Way::Out,
            "in" | "i" | "mt" | "mtc" | "smsmt" | "mtsms" | "terminating" | "terminated"
            | "received" | "missed" | "e" | "ent" => Way::In,
            _ if starts(
                word,
                &[
                    "outgo",
                    "outbound",
                    "salien",
                    "realizad",
                    "enviad",
                    "исх",
                    "отправ",
                ],
            ) =>
            {
                Way::Out
            }
            _ if starts(
                word,
                &[
                    "incom",
                    "inbound",
                    "entran",
                    "recibid",
                    "perdid",
                    "вх",
                    "принят",
                    "пропущ",
                    "получ",
                ],
            ) =>
            {
                Way::In
            }
            _ => continue,
        };
        if found.is_some_and(|earlier| earlier != way) {
            return None;
        }
        found = Some(way);
    }
    found
}

/// Reads what kind of contact a record is; `None` where the words are unknown.
pub(crate) fn kind(text: &str) -> Option<ContactKind> {
    let folded = fold(text);
    let has = |stems: &[&str]| folded.split(' ').any(|word| starts(word, stems));
    let message = has(&[
        "sms",
        "mms",
        "messag",
        "mensaj",
        "сообщ",
        "смс",
        "ммс",
        "text",
        "текст",
        "chat",
        "чат",
        "smsmo",
        "smsmt",
        "mosms",
        "mtsms",
    ]);
    if message {
        return Some(ContactKind::Message);
    }
    if has(&[
        "call",
        "voice",
        "voz",
        "llamad",
        "звон",
        "голос",
        "вызов",
        "разговор",
        "moc",
        "mtc",
        "telefon",
        "телефон",
        "missed",
        "perdid",
        "пропущ",
    ]) {
        return Some(ContactKind::Call);
    }
    if has(&[
        "data",
        "gprs",
        "internet",
        "datos",
        "данн",
        "интернет",
        "lte",
        "wap",
        "ussd",
        "roaming",
        "volte data",
        "navega",
    ]) {
        return Some(ContactKind::Other);
    }
    has(&["meet", "reunion", "encuentro", "встреч"]).then_some(ContactKind::Meeting)
}

fn starts(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Whether a cell opens a line of totals.
pub(crate) fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "total"
            | "totals"
            | "totales"
            | "subtotal"
            | "sum"
            | "suma"
            | "итого"
            | "итог"
            | "всего"
            | "сумма"
    ) || folded.starts_with("grand total")
}
