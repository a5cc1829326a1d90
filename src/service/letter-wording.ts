// Letter wording: how names and texts become words of a letter in both languages. Names come from the law and the register; what an office or
// organisation wrote stays in the language it was written in.
import type { Names, PlainDate } from "../domain/terms/index.ts";
import type { Basis, Interval } from "../domain/rules/index.ts";
import type { Organisation } from "../domain/register/index.ts";
import { articleText, dayInWords, type Letter, type LetterBasis, type LetterDay, type Wording } from "../outgoing/index.ts";
import type { Registry } from "./registry.ts";

/** What a letter says; who writes to whom, when and about which case is added around it. */
export type LetterBody = Omit<Letter, "from" | "to" | "reference" | "day" | "pageNotice" | "actedBy" | "kind" | "title">;
export type LetterTitle = Pick<Letter, "kind" | "title">;

export function both(zh: string, en: string): Wording {
  return { zh, en };
}

/** A text in the language it was written in. */
export function said(text: string): Wording {
  return /\p{Script=Han}/u.test(text) ? { zh: text } : { en: text };
}

export function wordsOfNames({ en, zh }: Names): Wording {
  return zh === undefined ? { en } : { zh, en };
}

/** A name within a Chinese sentence; the English one, and that it is, where there is no other. */
export function inZh({ en, zh }: Names): string {
  return zh ?? `${en}（原文为英文）`;
}

/** Several names in one cell. */
export function allOf(names: readonly Names[]): Wording {
  return both(names.map(inZh).join("、"), names.map(({ en }) => en).join("; "));
}

/** A sentence with a day in it. */
export function withDay(day: PlainDate, zh: (day: string) => string, en: (day: string) => string): Wording {
  return both(zh(dayInWords(day, "zh")), en(dayInWords(day, "en")));
}

/** One text after another; where a part is in one language alone, that one stands in both. */
export function joined(...parts: readonly Wording[]): Wording {
  return both(parts.map((part) => part.zh ?? part.en ?? "").join(""), parts.map((part) => part.en ?? part.zh ?? "").join(""));
}

export function dayWords(day: PlainDate): Wording {
  return both(dayInWords(day, "zh"), dayInWords(day, "en"));
}

const UNITS: Readonly<Record<Interval["unit"], readonly [string, string]>> = { workingDays: ["个工作日", "working day"], days: ["日", "day"], months: ["个月", "month"], years: ["年", "year"] };

/** `10个工作日`, `10 working days`. */
export function intervalWords({ count, unit }: Interval): { readonly zh: string; readonly en: string } {
  const [zh, en] = UNITS[unit];
  return { zh: `${count}${zh}`, en: `${count} ${en}${count === 1 ? "" : "s"}` };
}

export function dayOfDue({ lastDay, provisional }: { readonly lastDay: PlainDate; readonly provisional: boolean }): LetterDay {
  return { day: lastDay, provisional };
}

/** The name of an entry of the law; its id where the law in use does not know it any more. */
export function lawNames({ rulebook }: Registry, kind: "list" | "record-type" | "authority" | "memorandum" | "instrument" | "procedure" | "measure" | "identifier" | "repair", id: string): Names {
  return rulebook.all(kind).find((entry) => entry.id === id)?.names ?? { en: id };
}

/** What an event states of its basis, with what the law says of the same passage: its words, and how sure the register is of it. */
export function basisOf(registry: Registry, stated: readonly { readonly instrument: string; readonly article?: string }[], inLaw: readonly Basis[]): readonly LetterBasis[] {
  return stated.map(({ instrument, article }): LetterBasis => {
    const same = inLaw.find((basis) => basis.instrument === instrument && (basis.article === article || article === undefined));
    return {
      instrument: lawNames(registry, "instrument", instrument), ...(article === undefined ? {} : { article: articleWords(article) }),
      ...(same?.quote === undefined ? {} : { quote: said(same.quote) }), ...(same === undefined ? {} : { confidence: same.confidence }),
    };
  });
}

/** What the law bases something on, each passage once, as `basisOf` takes it. */
export function withoutQuotes(basis: readonly Basis[]): readonly { readonly instrument: string; readonly article?: string }[] {
  const stated = basis.map(({ instrument, article }) => ({ instrument, ...(article === undefined ? {} : { article }) }));
  return stated.filter((one, index) => stated.findIndex((other) => other.instrument === one.instrument && other.article === one.article) === index);
}

function articleWords(article: string): Wording {
  const without = (text: string): string => text.replace(/^[,，]\s*/, "");
  return both(without(articleText(article, "zh")), without(articleText(article, "en")));
}

/** The organisation as a letter addresses it: by its Chinese name, and by the other where it has one. */
export function addressee(registry: Registry, organisation: Organisation): Letter["to"] {
  const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
  const own = [{ text: organisation.name }, ...organisation.names.filter(({ kind }) => kind !== "former")].map(({ text }) => text);
  const [zh, en] = [own.find(isHan), own.find((text) => !isHan(text))];
  return {
    names: { en: en ?? organisation.name, ...(zh === undefined ? {} : { zh }) }, file: organisation.file,
    codes: organisation.codes.map(({ scheme, value }) => ({ scheme: lawNames(registry, "identifier", scheme), value })),
  };
}

/** What stands on top of every page of an invented register's letters. */
export async function pageNoticeOf(registry: Registry): Promise<Pick<Letter, "pageNotice">> {
  if ((await registry.ledger.setting("model")) === null) return {};
  return {
    pageNotice: {
      zh: "本登记册是虚构的示例：机关、组织和记录都是编造的，本函没有任何效力。",
      en: "This register is an invented model: its authorities, organisations and records are made up, and this letter has no effect.",
    },
  };
}

/** Who writes where no office does. */
export const REGISTER: Letter["from"] = { names: { en: "The register", zh: "登记册" }, file: "" };
