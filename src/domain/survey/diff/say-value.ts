// Saying a dated value: an End, a force, an amount, months; of criteria, exits and steps, which of them came, went or became another.
import type { Amount, Money } from "../../terms/index.ts";
import { decimalsOf, type Criterion, type EndRule, type Entry, type ExitRule, type Force, type List, type Measure, type Procedure, type RecordType, type Step } from "../../rules/index.ts";
import { nodesOf } from "../criterion-nodes.ts";
import { listing, say, type Words } from "../say.ts";
import { plainValue, sameValue } from "./plain-value.ts";

export const FIELD_WORDS: Readonly<Record<string, Words>> = {
  criteria: say("Criteria", "列入条件"), end: say("End", "期限"), exits: say("Exits", "退出途径"), amount: say("Amount", "数额"), force: say("Force", "效力"),
  publicationMonths: say("Publication", "公示期限"), retentionMonths: say("Retention", "留存期限"), steps: say("Steps", "步骤"), parties: say("Parties", "参加机关"),
};

const NOT_STATED = say("not stated", "未载明");

export interface BeforeAfter {
  readonly was: Words;
  readonly is: Words;
}

/** The values come from the entry's own versions of this field, so their kind is the field's. */
export function sayValue(entry: Entry, field: string, before: unknown, after: unknown): BeforeAfter {
  const versions = versionsOf(entry, field);
  const [was, is] = [before, after].map((value) => versions.find((version) => version.value === value));
  if (was?.many !== undefined || is?.many !== undefined) return sayMany(was?.many ?? [], is?.many ?? []);
  return { was: was?.words ?? NOT_STATED, is: is?.words ?? NOT_STATED };
}

interface Spoken {
  readonly value: unknown;
  readonly words?: Words;
  readonly many?: readonly Part[];
}

interface Part {
  readonly id: string;
  readonly names: Words;
  readonly value: unknown;
}

function versionsOf(entry: Entry, field: string): readonly Spoken[] {
  switch (entry.kind) {
    case "list":
      return ofList(entry, field);
    case "measure":
      return ofMeasure(entry, field);
    case "record-type":
      return ofRecordType(entry, field);
    case "procedure":
      return ofProcedure(entry);
    default:
      return [];
  }
}

function ofList(list: List, field: string): readonly Spoken[] {
  if (field === "end") return list.end.map(({ value }) => ({ value, words: sayEnd(value) }));
  if (field === "exits") return list.exits.map(({ value }) => ({ value, many: value.map(exitPart) }));
  return list.criteria.map(({ value }) => ({ value, many: value.map(criterionPart) }));
}

function ofMeasure(measure: Measure, field: string): readonly Spoken[] {
  return field === "amount" ? measure.amount.map(({ value }) => ({ value, words: sayAmount(value) })) : measure.force.map(({ value }) => ({ value, words: FORCE_WORDS[value] }));
}

function ofRecordType(type: RecordType, field: string): readonly Spoken[] {
  return (field === "retentionMonths" ? type.retentionMonths : type.publicationMonths).map(({ value }) => ({ value, words: say(`${value} months`, `${value}个月`) }));
}

function ofProcedure(procedure: Procedure): readonly Spoken[] {
  return procedure.steps.map(({ value }) => ({ value, many: value.map(stepPart) }));
}

function exitPart(exit: ExitRule): Part {
  return { id: exit.id, names: say(exit.names.en, exit.names.zh ?? exit.names.en), value: exit };
}

function stepPart(step: Step): Part {
  return { id: step.id, names: say(step.names.en, step.names.zh ?? step.names.en), value: step };
}

/** A criterion that has no id of its own is known by the first within it that has. */
function criterionPart(criterion: Criterion, index: number): Part {
  const known = nodesOf(criterion).find((node) => node.id !== undefined);
  return { id: known?.id ?? String(index), names: say(known?.names?.en ?? known?.id ?? `criterion ${index + 1}`, known?.names?.zh ?? known?.names?.en ?? known?.id ?? `第${index + 1}项`), value: criterion };
}

/** What went and what came; where the same parts stand, those that became another. */
function sayMany(before: readonly Part[], after: readonly Part[]): BeforeAfter {
  const gone = before.filter((part) => !after.some((each) => each.id === part.id));
  const come = after.filter((part) => !before.some((each) => each.id === part.id));
  const other = after.filter((part) => { const old = before.find((each) => each.id === part.id); return old !== undefined && !sameValue(plainValue(old.value), plainValue(part.value)); });
  const kept = before.length - gone.length;
  const was = before.length === 0 ? NOT_STATED : gone.length === 0 ? say(`${before.length} stated`, `${before.length}项`) : join(say("no longer", "取消"), gone);
  const news = [...(come.length === 0 ? [] : [join(say("new", "新增"), come)]), ...(other.length === 0 ? [] : [join(say("mended", "修改"), other)])];
  const is = after.length === 0 ? NOT_STATED : news.length === 0 ? say(`${kept} kept`, `保留${kept}项`) : say(news.map((each) => each.en).join("; "), news.map((each) => each.zh).join("；"));
  return { was, is };
}

function join(what: Words, parts: readonly Part[]): Words {
  const words = listing(parts.map((part) => part.names));
  return say(`${what.en}: ${words.en}`, `${what.zh}：${words.zh}`);
}

const FORCE_WORDS = {
  mandatory: say("mandatory", "应当采取"), discretionary: say("at the office's discretion", "可以采取"), "mandatory-unless-declined": say("mandatory unless declined", "应当采取，除非声明不采取"),
} as const satisfies Record<Force, Words>;

const FROM_WORDS = { decision: say("the decision", "作出决定之日"), publication: say("publication", "公示之日"), effect: say("the day it takes effect", "生效之日") } as const;

export function sayEnd(end: EndRule): Words {
  switch (end.kind) {
    case "fixed":
      return say(`${lengthOf(end).en} from ${FROM_WORDS[end.from].en}`, `自${FROM_WORDS[end.from].zh}起${lengthOf(end).zh}`);
    case "untilDone":
      return say(`until done: ${end.what.en}`, `至完成为止：${end.what.zh ?? end.what.en}`);
    case "reviewFrom":
      return say(`reviewed ${lengthOf(end).en} after ${FROM_WORDS[end.from].en}`, `自${FROM_WORDS[end.from].zh}起满${lengthOf(end).zh}复核`);
    case "permanent":
      return say("permanent", "永久");
    case "notStated":
      return NOT_STATED;
  }
}

function lengthOf({ years, months, days }: { readonly years?: number; readonly months?: number; readonly days?: number }): Words {
  const parts = [years === undefined ? [] : [say(plural(years, "year"), `${years}年`)], months === undefined ? [] : [say(plural(months, "month"), `${months}个月`)], days === undefined ? [] : [say(plural(days, "day"), `${days}日`)]].flat();
  return say(parts.map((part) => part.en).join(" and "), parts.map((part) => part.zh).join(""));
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function sayAmount(amount: Amount): Words {
  switch (amount.kind) {
    case "money":
      return limited(amount, say(money(amount.money), money(amount.money)));
    case "moneyPerUnit":
      return limited(amount, say(`${money(amount.money)} per ${amount.unit}`, `每${amount.unit}${money(amount.money)}`));
    case "rate":
      return limited(amount, say(`${amount.rate.numerator}/${amount.rate.denominator} of ${amount.of}`, `${amount.ofNames?.zh ?? amount.of}的${amount.rate.numerator}/${amount.rate.denominator}`));
    case "quantity":
      return limited(amount, say(`${amount.count} ${amount.unit}`, `${amount.count} ${amount.unit}`));
    case "notStated":
      return NOT_STATED;
  }
}

const BOUND_WORDS = { atLeast: say("at least ", "不少于"), moreThan: say("more than ", "超过"), atMost: say("at most ", "不超过"), lessThan: say("less than ", "少于") } as const;

function limited({ bound }: { readonly bound?: keyof typeof BOUND_WORDS }, words: Words): Words {
  return bound === undefined ? words : say(`${BOUND_WORDS[bound].en}${words.en}`, `${BOUND_WORDS[bound].zh}${words.zh}`);
}

/** Whole minor units, written with the decimals of their currency. */
function money({ minor, currency }: Money): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, "0");
  return `${digits.slice(0, digits.length - decimals)}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`} ${currency}`;
}
