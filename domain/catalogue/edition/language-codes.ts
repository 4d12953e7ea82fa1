/**
 * The code in ISO 639-2/B, as MARC writes languages, of a code that a record gives: in any case, with blanks or
 * punctuation about it, in 639-1 or 639-2/T, or one that MARC has given up. Undefined where it names no language
 * ("und", "zxx", "|||"); "mul" says that there are several.
 */
export function languageCode(given: string): string | undefined {
  const code = given.length === 3 && known.has(given) ? given : given.replace(/[^A-Za-z]/g, '').toLowerCase();
  return known.has(code) ? code : (replaced.get(code) ?? undefined);
}

/** All codes of a value of 041; older records ran them together: "engfreger". */
export function languageCodes(value: string): string[] {
  const text = value.trim();
  const parts = /^(?:[a-z]{3}){2,}$/.test(text) ? (text.match(/.{3}/g) ?? []) : [text];
  return parts.flatMap((part) => languageCode(part) ?? []);
}

/** https://www.loc.gov/standards/iso639-2/, without those that stand for no or no certain language. */
const known = new Set(
  `aar abk ace ach ada ady afa afh afr ain aka akk alb ale alg alt amh ang anp apa ara arc arg arm arn arp art arw asm
  ast ath aus ava ave awa aym aze bad bai bak bal bam ban baq bas bat bej bel bem ben ber bho bih bik bin bis bla bnt bos
  bra bre btk bua bug bul bur byn cad cai car cat cau ceb cel cha chb che chg chi chk chm chn cho chp chr chu chv chy cmc
  cnr cop cor cos cpe cpf cpp cre crh crp csb cus cze dak dan dar day del den dgr din div doi dra dsb dua dum dut dyu dzo
  efi egy eka elx eng enm epo est ewe ewo fan fao fat fij fil fin fiu fon fre frm fro frr frs fry ful fur gaa gay gba gem
  geo ger gez gil gla gle glg glv gmh goh gon gor got grb grc gre grn gsw guj gwi hai hat hau haw heb her hil him hin hit
  hmn hmo hrv hsb hun hup iba ibo ice ido iii ijo iku ile ilo ina inc ind ine inh ipk ira iro ita jav jbo jpn jpr jrb kaa
  kab kac kal kam kan kar kas kau kaw kaz kbd kha khi khm kho kik kin kir kmb kok kom kon kor kos kpe krc krl kro kru kua
  kum kur kut lad lah lam lao lat lav lez lim lin lit lol loz ltz lua lub lug lui lun luo lus mac mad mag mah mai mak mal
  man mao map mar mas may mdf mdr men mga mic min mkh mlg mlt mnc mni mno moh mon mos mul mun mus mwl mwr myn myv nah nai nap
  nau nav nbl nde ndo nds nep new nia nic niu nno nob nog non nor nqo nso nub nwc nya nym nyn nyo nzi oci oji ori orm osa
  oss ota oto paa pag pal pam pan pap pau peo per phi phn pli pol pon por pra pro pus que raj rap rar roa roh rom rum run
  rup rus sad sag sah sai sal sam san sas sat scn sco sel sem sga sgn shn sid sin sio sit sla slo slv sma sme smi smj smn
  smo sms sna snd snk sog som son sot spa srd srn srp srr ssa ssw suk sun sus sux swa swe syc syr tah tai tam tat tel tem
  ter tet tgk tgl tha tib tig tir tiv tkl tlh tli tmh tog ton tpi tsi tsn tso tuk tum tup tur tut tvl twi tyv udm uga uig
  ukr umb urd uzb vai ven vie vol vot wak wal war was wel wen wln wol xal xho yao yap yid yor ypk zap zbl zen zgh zha znd
  zul zun zza`.split(/\s+/),
);

const terminological =
  'bod:tib ces:cze cym:wel deu:ger ell:gre eus:baq fas:per fra:fre hye:arm isl:ice kat:geo mkd:mac mri:mao msa:may mya:bur nld:dut ron:rum slk:slo sqi:alb zho:chi';

const twoLetters =
  'ab:abk af:afr am:amh ar:ara as:asm az:aze ba:bak be:bel bg:bul bn:ben bo:tib br:bre bs:bos ca:cat ce:che co:cos cs:cze cv:chv cy:wel da:dan de:ger el:gre en:eng eo:epo es:spa et:est eu:baq fa:per fi:fin fo:fao fr:fre fy:fry ga:gle gd:gla gl:glg gu:guj gv:glv ha:hau he:heb hi:hin hr:hrv ht:hat hu:hun hy:arm ia:ina id:ind ig:ibo is:ice it:ita ja:jpn jv:jav ka:geo kk:kaz kl:kal km:khm kn:kan ko:kor ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz ln:lin lo:lao lt:lit lv:lav mg:mlg mi:mao mk:mac ml:mal mn:mon mr:mar ms:may mt:mlt my:bur nb:nob ne:nep nl:dut nn:nno no:nor oc:oci om:orm os:oss pa:pan pl:pol ps:pus pt:por qu:que rm:roh ro:rum ru:rus rw:kin sa:san sd:snd se:sme si:sin sk:slo sl:slv sm:smo sn:sna so:som sq:alb sr:srp st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tr:tur tt:tat ug:uig uk:ukr ur:urd uz:uzb vi:vie vo:vol wo:wol xh:xho yi:yid yo:yor zh:chi zu:zul';

/** Codes that MARC has given up (https://www.loc.gov/marc/languages/, "discontinued"). */
const discontinued =
  'cam:khm esp:epo eth:gez far:fao fri:fry gae:gla gag:glg gal:orm gua:grn int:ina iri:gle lan:oci lap:smi max:glv mla:mlg mol:rum sao:smo scc:srp scr:hrv sho:sna snh:sin sso:sot swz:ssw tag:tgl taj:tgk tar:tat tru:chk tsw:tsn';

const replaced: ReadonlyMap<string, string> = new Map(
  [terminological, twoLetters, discontinued].flatMap((list) =>
    list.split(' ').map((pair): [string, string] => [pair.slice(0, pair.indexOf(':')), pair.slice(-3)]),
  ),
);
