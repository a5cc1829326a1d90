// How values are written: days, codes, numbers, money, and text whose language is not the page's.
// Pure; the two locales are named here and nowhere else.
import { moneyText as money, plainText } from "../../service/index.ts";
import { html, joined, raw, type Html } from "./html.ts";
import type { Amount, Day, Language, Names } from "./view-models.ts";

export { money };

export const LOCALES = { zh: "zh-CN", en: "en" } as const satisfies Record<Language, string>;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** `2026年12月15日`, `15 December 2026`: for sentences. */
export function dayText(day: Day, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (match === null) return day;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return language === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ""} ${year}`;
}

/** A day in a sentence. */
export function longDay(day: Day, language: Language): Html {
  return html`<time datetime="${day}">${dayText(day, language)}</time>`;
}

/** A day in a table or a field. */
export function isoDay(day: Day): Html {
  return html`<time datetime="${day}">${day}</time>`;
}

/** A provisional day is underlined with dashes, and says so where the word does not stand beside it. */
export function exitDay(exit: { readonly day: Day; readonly provisional?: boolean }, word: string): Html {
  return exit.provisional === true ? html`<span class="may-move">${isoDay(exit.day)}<span class="unseen"> ${word}</span></span>` : isoDay(exit.day);
}

const DAYS = /\b\d{4}-\d{2}-\d{2}\b|\d{4}年\d{1,2}月\d{1,2}日|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g;

/** A sentence from elsewhere: its days become `<time>` in the way of its language, its words in backticks code. */
export function sentence(text: string, language: Language): Html {
  return joined(text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${isolated(part)}</code>` : withDays(part, language))));
}

function withDays(text: string, language: Language): Html {
  const parts: Html[] = [];
  let from = 0;
  for (const match of text.matchAll(DAYS)) {
    const day = dayIn(match[0]);
    parts.push(calm(text.slice(from, match.index)), day === null ? html`${match[0]}` : longDay(day, language));
    from = match.index + match[0].length;
  }
  return joined([...parts, calm(text.slice(from))]);
}

function dayIn(text: string): Day | null {
  if (/^\d{4}-/.test(text)) return text;
  const han = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (han !== null) return `${han[1]}-${han[2]?.padStart(2, "0")}-${han[3]?.padStart(2, "0")}`;
  const [date, month, year] = text.split(" ");
  const number = MONTHS.findIndex((name) => name === month) + 1;
  return date === undefined || number === 0 ? null : `${year}-${String(number).padStart(2, "0")}-${date.padStart(2, "0")}`;
}

export function wordsOf(names: Names, language: Language): string {
  return language === "zh" ? (names.zh ?? names.en) : names.en;
}

/** A name in the page's language, or the English one, marked as such. */
export function named(names: Names, language: Language): Html {
  return spoken(wordsOf(names, language), language);
}

/** A sentence in the page's language, or the English one, marked as such. */
export function told(names: Names, language: Language): Html {
  if (language === "zh" && names.zh === undefined) return html`<span lang="en">${sentence(names.en, "en")}</span>`;
  return sentence(wordsOf(names, language), language);
}

/** A sentence of unknown language, such as a finding's. */
export function heard(text: string, language: Language): Html {
  const own = languageOf(text.replace(/`[^`]*`/g, "")) ?? language;
  return own === language ? sentence(text, own) : html`<span lang="${LOCALES[own]}">${sentence(text, own)}</span>`;
}

/** Someone else's words: marked with their language where it is not the page's. */
export function spoken(text: string, language: Language): Html {
  const own = languageOf(text) ?? language;
  return own === language ? isolated(text) : html`<span lang="${LOCALES[own]}">${isolated(text)}</span>`;
}

const RIGHT_TO_LEFT = /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const RUN = /((?:[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]\s*)+)/u;

/** A stranger's text that may turn the direction of what stands beside it keeps that to itself. */
export function isolated(text: string): Html {
  return RIGHT_TO_LEFT.test(text) ? html`<bdi>${text}</bdi>` : html`${text}`;
}

/** A sentence of ours with strangers' names in it: what steers the text is shown as its number, and words that run the other way keep that to themselves. */
export function calm(text: string): Html {
  if (!RIGHT_TO_LEFT.test(text)) return html`${text}`;
  return joined(plainText(text).split(RUN).map((part, index) => (index % 2 === 1 ? html`<bdi>${part}</bdi>` : html`${part}`)));
}

/** A value of a record or listing: a day as a day, anything else in its own language. */
export function valueText(value: string, language: Language): Html {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? isoDay(value) : spoken(value, language);
}

/** Chinese where it has Han characters, otherwise English where it has Latin words; figures alone are either. */
export function languageOf(text: string): Language | undefined {
  if (/\p{Script=Han}/u.test(text)) return "zh";
  return /\p{Script=Latin}{2}/u.test(text) ? "en" : undefined;
}

/** A unified code in groups 2 6 9 1, by padding, so that copying gives the bare code; other codes as they are. */
export function codeText(value: string): Html {
  const groups = /^([0-9A-Z]{2})(\d{6})([0-9A-Z]{9})([0-9A-Z])$/.exec(value);
  if (groups === null) return html`<span class="code">${value}</span>`;
  return html`<span class="code grouped">${groups[1]}<span>${groups[2]}</span><span>${groups[3]}</span><span>${groups[4]}</span></span>`;
}

const counting = { zh: new Intl.NumberFormat(LOCALES.zh), en: new Intl.NumberFormat(LOCALES.en) } as const;

export function count(value: number, language: Language): string {
  return counting[language].format(value);
}

/** `null` where the law gives no figure. */
export function amountText(amount: Amount, language: Language): string | null {
  switch (amount.kind) {
    case "money":
      return limit(amount.bound, money(amount.money, language), language);
    case "moneyPerUnit":
      return limit(amount.bound, `${money(amount.money, language)} / ${amount.unit}`, language);
    case "rate":
      return language === "zh" ? limit(amount.bound, `${amount.ofNames?.zh ?? amount.of}${amount.ofNames?.zh === undefined ? " " : "的"}${rateText(amount.rate)}`, language) : `${limit(amount.bound, rateText(amount.rate), language)} of ${amount.of}`;
    case "quantity":
      return limit(amount.bound, `${count(amount.count, language)} ${amount.unit}`, language);
    case "notStated":
      return null;
  }
}

const LIMITS = {
  zh: { atLeast: "不低于", moreThan: "高于", atMost: "不高于", lessThan: "低于" },
  en: { atLeast: "at least ", moreThan: "more than ", atMost: "at most ", lessThan: "less than " },
} as const;

/** A figure that is a limit says so. */
function limit(bound: "atLeast" | "moreThan" | "atMost" | "lessThan" | undefined, figure: string, language: Language): string {
  return bound === undefined ? figure : `${LIMITS[language][bound]}${figure}`;
}

function rateText(rate: { readonly numerator: number; readonly denominator: number }): string {
  return 100 % rate.denominator === 0 ? `${rate.numerator * (100 / rate.denominator)}%` : `${rate.numerator}/${rate.denominator}`;
}

/** The words asked for, marked where they stand in a name. */
export function marked(name: string, asked: string): Html {
  const at = asked.trim() === "" ? -1 : name.toLowerCase().indexOf(asked.trim().toLowerCase());
  if (at < 0) return isolated(name);
  const end = at + asked.trim().length;
  if (RIGHT_TO_LEFT.test(name)) return html`<bdi>${name.slice(0, at)}<mark>${name.slice(at, end)}</mark>${name.slice(end)}</bdi>`;
  return html`${name.slice(0, at)}<mark>${name.slice(at, end)}</mark>${name.slice(end)}`;
}

export const comma = { zh: raw`、`, en: raw`, ` } as const;
