// Words of names that say little about which organisation is meant: trade and kind of house, prefixes, branch markers, numbers.
// Read by name-parts (to find what carries the name), blocking-keys and looks-like-person (which take them as signs of an organisation).

/** Beginnings of words of trade, kind and house, in several languages: `construc` is construction, construcciones, constructora. */
const STEMS = `
construc constru bau costruz builder building obras engineer ingenier engenhar ingegner ingenieur inzhen technolog tecnolog technic tecnic tehnolog
consult asesor advis servic serviz servis dienst trading trader trade comerc commerc comercial handel merchan ticaret import export suppl provee proveed distribu market venta sales
industr manufact fabric produc produt produk factory fabrik zavod sanayi holding group grup gruppe grupp konsorc consorc consorti compan enterpris entrepris empresa impres unternehm
invest invers develop desarroll desenvol entwickl project proyect projet projekt proje manag gestion gestao gerenc administra capital financ bank banque banco insur asegur segur
associat asocia associa assoc founda fundac stiftung vakf institut universit universid college school academy center centre centro zentrum council committee commission ministry
agency agencies agencia agencij bureau office oficina representa cooperat cooperativ union federat society societe sociedad societa organi secretar directorate department
electr elektr energ power hydro solar petrol oleo gas mining miner maden metal steel cement concrete beton road bridge highway railway rail tunnel water sanit sewage irrig drill geolog geograph survey
transport logist freight shipping airline aviation aerospace maritime marine travel tour hotel resort restaurant food beverage agro agri farm rice mill sugar textil garment pharma medic medical hospital clinic health biotech chem laborator
software softwares systems system sistem solution digital data network telecom communic comunic media print publish press radio tele computer informat informac infotech infotek automat electronic elektron equip equipment machin maquin makin vehicle motor motors automob auto
international internac internaz global world universal national nacional general generale worldwide partner partners associates brothers brother bros sons hermanos irmaos fils freres sohne
environ ambient medio architect arquitec design decor furniture mebel security environmental resource resources research investig expertise formation training education
contract contratist contracting property real estate immob inmob immo imobil store stores shop house haus casa works work studio lab labs venture ventures initiative alliance exchange fund
stroy montaj montazh qurilish kurilish kurlish remont tamir tamirchi tikinti insaat yapi demontaj agidel servicio komplekt proekt prom torg snab servis sangstha kallyan
`;

const WHOLE = new Set(
  `and y e et und de del do da of the for der die das by with pe jv it ict ngo co
   tools garden plant pool team club church temple mosque society trust court authority government municipal municipality province city county town district village bar inn line lines air oil jewel
   limited inc corp company ltd llc plc gmbh environment deals supplies general business businesses operations operation products product holdings international
   peças pecas sector offshore expressway expressways infra mall heights lands hotels infraservices infrastructure powercom envirotech smartech genie agents agent joint`.split(/\s+/u),
);

const STEM_LIST = STEMS.trim().split(/\s+/u);
const BY_START: ReadonlyMap<string, readonly string[]> = Map.groupBy(STEM_LIST, (stem) => stem.slice(0, 3));

/** A word of trade, house or grammar, which many organisations share. */
export function isWeakWord(word: string): boolean {
  return WHOLE.has(word) || (BY_START.get(word.slice(0, 3)) ?? []).some((stem) => (stem.length >= 5 ? word.startsWith(stem) : word === stem || word === `${stem}s`));
}

/** Words only organisations use; grammar does not count, since persons' names have `de` and `y` too. */
export function isOrganisationWord(word: string): boolean {
  return isWeakWord(word) && !GRAMMAR.has(word);
}

export const GRAMMAR: ReadonlySet<string> = new Set(["and", "y", "e", "et", "und", "de", "del", "do", "da", "of", "the", "for", "der", "die", "das", "by", "with", "la", "le", "du", "des", "al", "el", "van", "von", "bin", "ben", "ibn", "abu"]);

/** Branches: a part of another organisation, never merged with it. */
export const BRANCH_WORDS: ReadonlySet<string> = new Set(["branch", "branches", "sucursal", "succursale", "filiale", "filial", "filiala", "subesi", "sube", "zweigniederlassung", "niederlassung", "oddzial", "filialas", "predstavitelstvo"]);
export const BRANCH_PHRASES: readonly (readonly string[])[] = [["representative", "office"], ["liaison", "office"], ["branch", "office"], ["project", "office"], ["permanent", "establishment"]];
const HAN_BRANCHES = "分公司|支公司|分行|支行|分厂|分店|代表处|办事处|分所|分部|分院|分校|分社|分会|分局|支局|分中心|营业部|门市部|项目部|储蓄所";
export const HAN_BRANCH = new RegExp(`(?:${HAN_BRANCHES})$`, "u");

/** `临渚市青木建设` is written `临渚青木建设` too: a Chinese key without the word for the kind of its place. */
export function withoutPlaceWord(key: string): string {
  return key.replace(/^(\p{Script=Han}{2,3})[省市县](?=\p{Script=Han}{4})/u, "$1");
}

/** Said of an organisation without naming another. */
export const SILENT_WORDS: ReadonlySet<string> = new Set(["the", "messrs", "subsidiary", "affiliate"]);

const ORDINALS: Readonly<Record<string, string>> = {
  first: "1", second: "2", third: "3", fourth: "4", fifth: "5", sixth: "6", seventh: "7", eighth: "8", ninth: "9", tenth: "10", eleventh: "11", twelfth: "12",
  ii: "2", iii: "3", iv: "4", vi: "6", vii: "7", viii: "8", ix: "9", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9", ten: "10",
  primera: "1", segunda: "2", tercera: "3", pervyy: "1", vtoroy: "2",
};

/** The number a word is, in digits: `15`, `no15`, `fifth`, `iii`; undefined where it is none. */
export function numbersIn(word: string): readonly string[] {
  const ordinal = Object.hasOwn(ORDINALS, word) ? ORDINALS[word] : undefined;
  return ordinal === undefined ? (word.match(/\d+/gu) ?? []).map((digits) => digits.replace(/^0+(?=\d)/u, "")) : [ordinal];
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };
const HAN_NUMBER = `[${Object.keys(HAN_DIGITS).join("")}${Object.keys(HAN_TENS).join("")}]+`;
const NUMBERED = new RegExp(`[第${Object.keys(HAN_DIGITS).join("")}${Object.keys(HAN_TENS).join("")}]`, "u");
const AFTER_THE = new RegExp(`第(${HAN_NUMBER})`, "gu");
const BEFORE_A_PART = new RegExp(`(${HAN_NUMBER})(?=(?:${HAN_BRANCHES}|工程局|局|公司|处|队|厂|院|店)$|[号期])`, "gu");

/** `第六`, `六分公司`, `十二局`, `壹号` to digits, so that a number is a number in any writing. */
export function levelHanNumbers(text: string): string {
  if (!NUMBERED.test(text)) return text;
  return text
    .replace(AFTER_THE, (_, number: string) => hanNumber(number))
    .replace(/第(?=\d)/gu, "")
    .replace(BEFORE_A_PART, (_, number: string) => hanNumber(number));
}

/** `一百零一` and `一〇一` are both 101. */
function hanNumber(text: string): string {
  const characters = [...text];
  if (!characters.some((character) => Object.hasOwn(HAN_TENS, character))) return characters.map((character) => HAN_DIGITS[character] ?? 0).join("").replace(/^0+(?=\d)/u, "");
  let [sum, digit] = [0, 0];
  for (const character of characters) {
    const tens = HAN_TENS[character];
    if (tens !== undefined) sum += Math.max(1, digit) * tens;
    digit = tens === undefined ? (HAN_DIGITS[character] ?? 0) : 0;
  }
  return String(sum + digit);
}
