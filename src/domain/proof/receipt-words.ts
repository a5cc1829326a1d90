// Words for a proven receipt, in both languages: what was asked, what was answered, and what was known then. The sentences about the law
// were written by the register and are signed with the rest; no rulebook is needed to read them.
import { daysBetween, nameIn, type Language, type PlainDate } from "../terms/index.ts";
import type { ProvenReceipt } from "./verify-receipt.ts";
import type { ReceiptLine } from "./receipt.ts";

type AnswerLine = ReceiptLine & { readonly kind: "answer" };

/** The receipt as a whole: when it was made, for whom, by which key, and how far that key is to be believed. */
export function receiptInWords({ head, key, lines }: ProvenReceipt, language: Language): readonly string[] {
  const say = speaker(language);
  const of = lines.length === head.count ? say(`${head.count === 1 ? "one line" : `${head.count} lines`}`, `共${head.count}行`) : say(`${lines.length} of ${head.count} lines`, `全部${head.count}行中的${lines.length}行`);
  const asker = head.asker === "keeper" ? say("for the keeper of the register, who sees everything", "供登记册保管人，可见全部内容") : say("for the public, which is told only of what is published", "供公众，仅含公开内容");
  return [
    say(`Made at ${head.issuedAt}, ${asker}; ${of}; signed by the key ${key.kid}.`, `出具于${head.issuedAt}，${asker}；${of}；签名密钥${key.kid}。`),
    ...(key.retiredAt === null ? [] : [say(`The key has been out of use since ${key.retiredAt}; what it signed before stays good.`, `该密钥自${key.retiredAt}起停用；此前的签名仍然有效。`)]),
    ...(key.revoked === null ? [] : [say(`Careful: the key is revoked since ${key.revoked.since}${reasonOf(key.revoked.reason)}. The receipt says it is older, and whoever has a stolen key can write any day: hold it against the register.`, `注意：该密钥自${key.revoked.since}起已吊销${reasonOf(key.revoked.reason)}。本凭证自称早于该日，但持有被盗密钥者可填写任意日期，请向登记册核对。`)]),
  ];
}

function reasonOf(reason: string | null): string {
  return reason === null ? "" : ` (${reason})`;
}

/** One line in one sentence. */
export function lineSentence(line: ReceiptLine, language: Language): string {
  const say = speaker(language);
  if (line.kind === "answer") return `${verdictWord(line.answer.verdict, language)}  ${line.words[language].sentence}`;
  const who = line.asked?.["organisation"] ?? "";
  return say(`NOT ANSWERED  ${who === "" ? "" : `${who}: `}${line.error.message}`, `未能答复  ${who === "" ? "" : `${who}：`}${line.error.message}`);
}

/** One line in full: the sentence, the reasons, the ways out, and what was known then. */
export function lineInWords(line: ReceiptLine, language: Language): readonly string[] {
  const say = speaker(language);
  if (line.kind === "error") return [lineSentence(line, language), ...askedIn(line, language)];
  const { answer, words } = line;
  const { organisation, asOf } = answer;
  const codes = organisation.codes.map(({ value }) => value).join(", ");
  const [act = "", where] = answer.act.split("@");
  const who = organisation.onFile ? `${organisation.name ?? ""} (${organisation.file ?? ""}${codes === "" ? "" : `, ${codes}`})` : say(`the code ${codes}, under which nobody was on file`, `代码${codes}，当时未建档`);
  return [
    lineSentence(line, language),
    ...words[language].reasons.map((reason) => `  ${reason}`),
    ...words[language].exits.map((exit) => say(`  Way out: ${exit}`, `  出路：${exit}`)),
    say(`  Organisation: ${who}`, `  组织：${who}`),
    say(`  Act: ${called(line, act, language)}${where === undefined ? "" : `, at ${where}`}`, `  事项：${called(line, act, language)}${where === undefined ? "" : `，地点${where}`}`),
    say(`  Day asked about: ${asOf.on}, under the law of ${asOf.law}`, `  所问日期：${asOf.on}，适用${asOf.law}的法律`),
    say(`  Known then: everything up to ledger position ${asOf.known}, under the rulebook ${asOf.rulebook}`, `  当时所知：账本位置${asOf.known}及以前的全部内容，规则集${asOf.rulebook}`),
    ...editionsIn(line, language),
    ...askedIn(line, language),
  ];
}

const VERDICTS = {
  bound: { en: "BOUND", zh: "受限" },
  clear: { en: "CLEAR", zh: "不受限" },
  undetermined: { en: "UNDETERMINED", zh: "无法确定" },
} as const satisfies Record<AnswerLine["answer"]["verdict"], Record<Language, string>>;

/** A verdict in one word. */
export function verdictWord(verdict: AnswerLine["answer"]["verdict"], language: Language): string {
  return VERDICTS[verdict][language];
}

/** How fresh the published lists were that it rests on. */
function editionsIn(line: AnswerLine, language: Language): readonly string[] {
  const say = speaker(language);
  const { on, editions } = line.answer.asOf;
  return Object.entries(editions).map(([list, day]) => say(`  Rests on the edition of ${day} of ${called(line, list, language)}${age(day, on, say)}`, `  依据${called(line, list, language)}${day}版${age(day, on, say)}`));
}

function age(edition: PlainDate, on: PlainDate, say: (en: string, zh: string) => string): string {
  const days = daysBetween(edition, on);
  if (days < 0) return say(`, ${-days} ${-days === 1 ? "day" : "days"} after the day asked about`, `，晚于所问日期${-days}天`);
  return days === 0 ? say(", of that very day", "，即当日") : say(`, ${days} ${days === 1 ? "day" : "days"} old on that day`, `，当日已有${days}天`);
}

function askedIn({ asked }: ReceiptLine, language: Language): readonly string[] {
  if (asked === null) return [];
  const text = Object.entries(asked).map(([name, value]) => `${name} ${value}`).join(", ");
  return [language === "zh" ? `  原问：${text}` : `  As it was asked: ${text}`];
}

function called({ names }: AnswerLine, id: string, language: Language): string {
  const own = names[id];
  return own === undefined ? id : `${nameIn(own, language)} (${id})`;
}

function speaker(language: Language): (en: string, zh: string) => string {
  return (en, zh) => (language === "zh" ? zh : en);
}
