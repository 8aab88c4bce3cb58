//! Words for kin, friends and neighbours, in the forms in which they stand before a name. Data, below the stages.

/// Kin, friends and neighbours in English.
pub(crate) const EN: &str = r"sister|brother|mother|mum|mummy|mom|father|dad|daddy|daughter|son|cousin|aunt|auntie|uncle|niece|nephew|wife|husband|grandmother|grandma|gran|nan|grandfather|grandad|granddaughter|grandson|step-?(?:mother|father|sister|brother|daughter|son)|godmother|godfather|friend|boyfriend|girlfriend|fiancée?|roommate|flatmate|neighbou?r|classmate|boy|girl";

/// The same in Spanish.
pub(crate) const ES: &str = r"herman[oa]|hermanit[oa]|madre|mam[áa]|padre|pap[áa]|hij[oa]|hijit[oa]|prim[oa]|t[íi][oa]|sobrin[oa]|espos[oa]|marido|abuel[oa]|niet[oa]|padrastro|madrastra|hijastr[oa]|padrino|madrina|comadre|compadre|amig[oa]|novi[oa]|vecin[oa]|compañer[oa]|cuñad[oa]|suegr[oa]";

/// The same in Russian, in the cases in which they introduce somebody.
pub(crate) const RU: &str = r"сестр(?:а|ы|е|у|ой)|сестр[её]нк\p{L}+|брат(?:а|у|ом)?|братишк\p{L}+|мат(?:ь|ери|ерью)|мам(?:а|ы|е|у|ой)|отец|отца|отцу|отцом|пап(?:а|ы|е|у|ой)|доч(?:ь|ери|ерью|ку|ка|ке|кой)|сын(?:а|у|ом)?|т[её]т(?:я|ка|ку|ке|ю|ей|кой)|дяд(?:я|ю|е|ей)|отчим(?:а|у|ом)?|мачех(?:а|и|е|у|ой)|племянни(?:к|ка|ку|ком|ца|цы|це|цу|цей)|внук(?:а|у|ом)?|внучк(?:а|и|е|у|ой)|крестн\p{L}+|подруг(?:а|у|и|е|ой)|друг(?:а|у|ом)?|одноклассни(?:к|ца|цу|цы|цей)|однокурсни(?:к|ца|цу|цы|цей)|знаком(?:ая|ый|ой|ого|ую)|сосед(?:ка|ку|ке|кой|а|у|ом)?|жен(?:а|у|ы|е|ой)|муж(?:а|у|ем)?|бабушк(?:а|у|и|е|ой)|дедушк(?:а|у|и|е|ой)|парень|парня";
