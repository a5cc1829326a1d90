// The letters of a watch alert, in the language its reader chose: the one that asks whether it is wanted, and the ones that tell what changed.
// Values in, subject and text out.
import { nameIn, type Language, type Names, type PlainDate } from "../domain/terms/index.ts";

export interface AlertLetter {
  readonly subject: string;
  readonly text: string;
}

/** What became different for one organisation. `list`: that it stands on it since. */
export interface AlertLine {
  readonly name: string;
  readonly address: string;
  readonly what: "bound" | "freed" | "day" | "changed" | "listed";
  readonly earliest: PlainDate | null;
  readonly lists: readonly Names[];
}

const WORDS = {
  zh: {
    list: (label: string) => (label === "" ? "关注名单" : `关注名单“${label}”`), confirmSubject: "请确认：是否接收关注名单的变动通知",
    confirm: (list: string) => `有人为${list}请求把变动通知发到这个邮箱。\n\n需要接收的，请打开下面的网页并点击“确认接收”；不需要的，不必理会，以后不会再发。`,
    subject: (n: number) => `关注名单：${n}家组织有变动`, on: (list: string, day: string) => `${list}，${day}：`,
    what: { bound: "新受限", freed: "不再受限", day: "最早出路的日期有变", changed: "受限情况有变", listed: "新列入名单" }, lists: "名单：", earliest: "最早出路：", stop: "不再接收，或者更改：", quote: "、", test: "这是一封测试信。没有任何变动。", testSubject: "关注名单：测试",
  },
  en: {
    list: (label: string) => (label === "" ? "a watch list" : `the watch list “${label}”`), confirmSubject: "Please confirm: alerts of a watch list",
    confirm: (list: string) => `Somebody asked that alerts of ${list} be sent to this address.\n\nIf you want them, open the page below and press “Confirm”. If not, do nothing; no other letter will come.`,
    subject: (n: number) => `Watch list: ${n} ${n === 1 ? "organisation" : "organisations"} changed`, on: (list: string, day: string) => `${list.charAt(0).toUpperCase()}${list.slice(1)}, ${day}:`,
    what: { bound: "newly bound", freed: "no longer bound", day: "its earliest way out moved", changed: "what binds it changed", listed: "newly on a list" }, lists: "lists: ", earliest: "earliest way out: ", stop: "To stop or change this: ", quote: ", ", test: "This is a test. Nothing changed.", testSubject: "Watch list: a test",
  },
} as const satisfies Record<Language, object>;

/** Asks whoever reads this address whether alerts are wanted. */
export function confirmLetter(language: Language, label: string, page: string): AlertLetter {
  const t = WORDS[language];
  return { subject: t.confirmSubject, text: `${t.confirm(t.list(label))}\n\n${page}\n` };
}

/** Tells what changed; `lines` empty: a test. */
export function alertLetter(language: Language, { label, on, lines, page }: { readonly label: string; readonly on: PlainDate; readonly lines: readonly AlertLine[]; readonly page: string }): AlertLetter {
  const t = WORDS[language];
  const told = lines.map(({ name, address, what, earliest, lists }) => [`- ${name}: ${t.what[what]}`, ...(lists.length === 0 ? [] : [`  ${t.lists}${lists.map((each) => nameIn(each, language)).join(t.quote)}`]), ...(earliest === null ? [] : [`  ${t.earliest}${earliest}`]), `  ${address}`].join("\n"));
  return { subject: lines.length === 0 ? t.testSubject : t.subject(lines.length), text: `${lines.length === 0 ? t.test : `${t.on(t.list(label), on)}\n\n${told.join("\n")}`}\n\n${t.stop}${page}\n` };
}
