// Forbidden subjects: what has no record type, whatever law is loaded (design: the line between organisations and
// persons). Only what defines a record is looked at: ids, names and fields of record types and lists, never notes,
// quotations or what an entry itself forbids.
import type { Names } from "../../terms/index.ts";
import type { Desk } from "./desk.ts";
import type { EntryHead, Field } from "../language.ts";

interface Subject {
  readonly word: string;
  readonly english: RegExp;
  readonly chinese: RegExp;
}

/** English is matched over words parted by single spaces, so that `health` of a person is told from `health licence`. */
const SUBJECTS: readonly Subject[] = [
  { word: "religion", english: /\b(religions?|religious|church membership|faith)\b/, chinese: /宗教|信仰/ },
  { word: "political opinion", english: /\b(political (opinions?|views?|affiliations?|beliefs?|stances?|loyalty)|politics|ideology|party honours?|party membership)\b/, chinese: /政治(观点|倾向|立场|面貌|表现)/ },
  { word: "health", english: /(^|\bpersonal )health$|\bhealth (status|records?|conditions?|data|information|history|state|code)\b|\b(diseases?|illness(es)?|medical (history|records?|conditions?|data|files?)|blood (types?|donations?))\b/, chinese: /健康(状况|信息|档案|码)|^健康$|病史|疾病|血型|献血/ },
  { word: "genes", english: /\b(genes?|genetic|genomes?|dna)\b/, chinese: /基因|脱氧核糖核酸/ },
  { word: "biometrics", english: /\b(biometrics?|fingerprints?|faceprints?|voiceprints?|iris (scans?|images?)|facial (images?|recognition)|face recognition)\b/, chinese: /生物识别|生物特征|指纹|人脸|虹膜|声纹/ },
  { word: "location", english: /\b(geolocation|whereabouts|movements of persons|location (data|history|tracks?)|current location|gps( tracks?)?)\b|^location$/, chinese: /行踪|轨迹|定位|实时位置/ },
  { word: "messages", english: /\b(chats?|chat (logs?|records?)|private messages?|text messages?|messages|correspondence)\b/, chinese: /聊天|短信|通信内容|私信/ },
  { word: "purchases", english: /\b(purchases|purchase (history|records?|data)|shopping|buying habits?|consumption habits?)\b/, chinese: /购物|购买记录|消费记录|消费习惯/ },
];

export function reportForbiddenSubjects(head: EntryHead, fields: readonly Field[], desk: Desk): void {
  if (desk.people) return;
  const texts = [
    { at: head.at, what: `\`${head.id}\``, english: [words(head.id.slice(head.id.indexOf(":") + 1)), words(head.names.en)], names: head.names },
    ...fields.map((field) => ({ at: head.at, what: `field \`${field.name}\` of \`${head.id}\``, english: [words(field.name), words(field.names.en)], names: field.names })),
  ];
  for (const { at, what, english, names } of texts) {
    const subject = forbiddenSubject(english, names);
    if (subject !== undefined) desk.report("forbidden-subject", at, `${what} would record ${subject}`, "this register holds no such record; what forbids it may be named under `forbids`, and rules about persons stand under people/");
  }
}

function forbiddenSubject(english: readonly string[], names: Names): string | undefined {
  return SUBJECTS.find((subject) => english.some((each) => subject.english.test(each)) || (names.zh !== undefined && subject.chinese.test(names.zh)))?.word;
}

/** `bloodType`, `blood-type` and `Blood type` are the same words. */
function words(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}
