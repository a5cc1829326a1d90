// Legal forms as they stand in names, in many languages, each to one id: `ltd`, `llc`, `jsc`. Words of language, not of law:
// which forms a body of law registers stands in its taxonomy. Read by name-parts and looks-like-person.
import { levelWords } from "./level-name.ts";

export type FormPlace = "anywhere" | "end" | "start";

interface FormEntry {
  readonly id: string;
  readonly words: readonly string[];
  readonly place: FormPlace;
}

const ANYWHERE = `
ltd: ltd; limited; limitied; co ltd; company limited; limited company; ltd co; co limited; corporation company limited
pvt-ltd: private limited; pvt ltd; pvt limited; private ltd; privatelimited; p ltd; pvt
pte-ltd: pte ltd; pte limited; pte
pty-ltd: pty ltd; pty limited; proprietary limited; pty
llc: llc; limited liability company; limited liability; obshchestvo s ogranichennoy otvetstvennostyu; tovarystvo z obmezhenoyu vidpovidalnistyu; mahdud masuliyyatli camiyyati; mahdud masuliyyatli jamiyyati; mahdud mesuliyyetli cemiyyeti; masuliyati cheklangan jamiyati; mchj; limited liability co
llp: llp; limited liability partnership; tovarishchestvo s ogranichennoy otvetstvennostyu
lp: limited partnership
jsc: jsc; joint stock company; joint stock co; joint stock; aktsionernoe obshchestvo
cjsc: cjsc; closed joint stock company; closed joint stock co; zakrytoe aktsionernoe obshchestvo
ojsc: ojsc; open joint stock company; open joint stock co; otkrytoe aktsionernoe obshchestvo
pjsc: pjsc; public joint stock company
plc: plc; public limited company
inc: inc; incorporated
corp: corp; corporation
company: company; co; cia; et cie; cie; compania; comnpany
sa: sociedad anonima; societe anonyme; sociedade anonima
sa-cv: sa de cv; s a de c v; sociedad anonima de capital variable
sas: societe par actions simplifiee; sociedad por acciones simplificada
srl: srl; sociedad de responsabilidad limitada; societe a responsabilite limitee; s de rl; s de r l; societa a responsabilita limitata
srl-cv: s de rl de cv; s de r l de c v; sociedad de responsabilidad limitada de capital variable
sarl: sarl
eurl: eurl
eirl: eirl
eireli: eireli
ltda: ltda; limitada; lda; ltda me; l tda
gmbh: gmbh; gesmbh; gesellschaft mit beschrankter haftung
gmbh-co-kg: gmbh and co kg
spa: spa; societa per azioni
ltd-sti: ltd sti; limited sirketi; ltd sirketi; limited sti
as: anonim sirketi
sdn-bhd: sdn bhd; sendirian berhad
doo: doo; drustvo s ogranicenom odgovornoscu
shpk: shpk
ood: ood
eood: eood
cn-ltd: youxian gongsi
`;

const AT_END = `
sa: sa
sas: sas
sac: sac
sal: sal
saog: saog
sl: sl; slu
ag: ag
ad: ad
as: as
ab: ab
aps: aps
asa: asa
bv: bv
nv: nv
oy: oy; oyj
kg: kg
lp: lp
cv: cv
dd: dd
tbk: tbk
bhd: bhd; berhad
spf: spf
snc: snc
kft: kft
zrt: zrt
sro: sro
spzoo: spzoo; sp zoo
ou: ou
me: me
llc: ooo; tov; mmc
sarl: sari
zao: zao
oao: oao
pao: pao
ao: ao
cio: cio
gie: gie
ong: ong
`;

const AT_START = `
llc: ooo; tov
llp: too
cjsc: zao
ojsc: oao
pjsc: pao
jsc: ao
pt: pt
cv: cv
ltd: ltd
`;

/** Suffixes of Chinese names, longest first; what remains is the name. */
export const HAN_FORMS: readonly (readonly [string, string])[] = [
  ["股份有限责任公司", "cn-jsc"], ["股份有限公司", "cn-jsc"], ["有限责任公司", "cn-ltd"], ["责任有限公司", "cn-ltd"], ["有限公司", "cn-ltd"], ["股份公司", "cn-jsc"],
  ["(有限合伙)", "cn-partnership"], ["有限合伙", "cn-partnership"], ["(普通合伙)", "cn-partnership"], ["(特殊普通合伙)", "cn-partnership"], ["普通合伙", "cn-partnership"], ["株式会社", "jp-kk"], ["公司", "cn-company"],
];

const ENTRIES: readonly FormEntry[] = [...entriesOf(ANYWHERE, "anywhere"), ...entriesOf(AT_END, "end"), ...entriesOf(AT_START, "start")].toSorted((a, b) => b.words.length - a.words.length);
const BY_FIRST: ReadonlyMap<string, readonly FormEntry[]> = Map.groupBy(ENTRIES, (entry) => entry.words[0] ?? "");

/** The form that begins at `index` of these levelled words, the longest first. `ends` says after which words a stretch of the name ends. */
export function formAt(words: readonly string[], index: number, ends: (last: number) => boolean): { readonly id: string; readonly length: number } | undefined {
  const entry = BY_FIRST.get(words[index] ?? "")?.find(({ words: form, place }) => {
    if (!form.every((word, offset) => words[index + offset] === word)) return false;
    if (place === "anywhere") return true;
    return place === "start" ? index === 0 && words.length > form.length : index > 0 && ends(index + form.length - 1);
  });
  return entry === undefined ? undefined : { id: entry.id, length: entry.words.length };
}

/** `Co., Ltd.` is a limited company, `(PVT) LIMITED` a private one: what the parts of one form say together. */
export function levelForms(found: readonly string[]): readonly string[] {
  const forms = new Set(found);
  for (const fuller of ["pvt-ltd", "pte-ltd", "pty-ltd", "ltd-sti"]) if (forms.has(fuller)) forms.delete("ltd");
  if (forms.size > 1) forms.delete("company");
  if (forms.has("ltd")) forms.delete("corp");
  for (const fuller of ["ltda", "eireli", "sa"]) if (forms.has(fuller)) forms.delete("me");
  return [...forms].toSorted();
}

/** Forms that are one form in two languages or spellings, or one a closer word for the other. */
const KIN: readonly (readonly string[])[] = [
  ["llc", "ood"], ["llc", "doo"], ["llc", "shpk"], ["jsc", "cjsc"], ["jsc", "ojsc"], ["jsc", "pjsc"], ["jsc", "ad"], ["cjsc", "zao"], ["ojsc", "oao"], ["pjsc", "pao"], ["jsc", "ao"], ["srl", "srl-cv"], ["sa", "sa-cv"],
  ["srl", "sarl"], ["ltd", "ltd-sti"], ["pt", "corp"],
];

export type FormRelation = "same" | "kin" | "oneSilent" | "different";

export function compareForms(a: readonly string[], b: readonly string[]): FormRelation {
  if (a.length === 0 && b.length === 0) return "same";
  if (a.length === 0 || b.length === 0) return "oneSilent";
  if (a.some((form) => b.includes(form))) return "same";
  return a.some((left) => b.some((right) => KIN.some((pair) => pair.includes(left) && pair.includes(right)))) ? "kin" : "different";
}

/** Does a register keep such a name unique? `& Co.` and trade names are anybody's. */
export function isIncorporated(forms: readonly string[]): boolean {
  return forms.some((form) => form !== "company" && form !== "me");
}

function entriesOf(table: string, place: FormPlace): readonly FormEntry[] {
  return table.trim().split("\n").flatMap((line) => {
    const [id = "", forms = ""] = line.split(": ");
    return forms.split(";").map((form) => ({ id, words: levelWords(form), place }));
  });
}
