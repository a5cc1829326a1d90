// The decision sheet: cases that wait for an office's decision as rows, with empty columns for what it decides. Its columns are a template like
// those of the law, so that it is written, explained and read back by the same code. From service (a worklist), to an office, and back.
import type { Template, TemplateColumn } from "../domain/rules/index.ts";
import type { LawId, Names } from "../domain/terms/index.ts";

/** Everything a decision may come to, in the words of the sheet. */
const OUTCOMES = {
  listed: { en: "listed", zh: "列入" }, conditional: { en: "conditional", zh: "附条件" }, reprimanded: { en: "reprimanded", zh: "书面告诫" }, noAction: { en: "no action", zh: "不予列入" },
  accepted: { en: "accepted", zh: "受理" }, notAccepted: { en: "not accepted", zh: "不予受理" }, granted: { en: "granted", zh: "准予" }, refused: { en: "refused", zh: "不予准许" },
  attended: { en: "attended", zh: "到场" }, notAttended: { en: "did not come", zh: "未到场" }, kept: { en: "kept", zh: "已履行" }, broken: { en: "broken", zh: "未履行" },
} as const satisfies Record<string, Names>;

type Outcome = keyof typeof OUTCOMES;

interface Shown {
  readonly to: string;
  readonly type: "text" | "day" | "choice";
  readonly names: { readonly en: string; readonly zh: string };
  readonly help: { readonly en: string; readonly zh: string };
  readonly required?: boolean;
}

const SHOWN: readonly Shown[] = [
  { to: "matter", type: "text", required: true, names: { en: "Case", zh: "案号" }, help: { en: "as the register numbers it; leave it as it is", zh: "登记系统编号，请勿改动" } },
  { to: "organisation", type: "text", names: { en: "Organisation", zh: "组织" }, help: { en: "for reading only", zh: "仅供阅读" } },
  { to: "list", type: "text", names: { en: "List or procedure", zh: "名单或程序" }, help: { en: "for reading only", zh: "仅供阅读" } },
  { to: "step", type: "text", names: { en: "Step", zh: "步骤" }, help: { en: "the step the row takes; for reading only", zh: "本行所作步骤，仅供阅读" } },
  { to: "proposed", type: "text", names: { en: "What is proposed or asked", zh: "建议或申请内容" }, help: { en: "for reading only", zh: "仅供阅读" } },
  { to: "due", type: "text", names: { en: "Due by", zh: "办理期限" }, help: { en: "the last day; for reading only", zh: "最后一日，仅供阅读" } },
];

const ASKED: readonly Shown[] = [
  { to: "outcome", type: "choice", names: { en: "Outcome", zh: "决定" }, help: { en: "leave it empty to decide the case another time", zh: "留空则本次不作决定" } },
  { to: "reasons", type: "text", names: { en: "Reasons", zh: "理由" }, help: { en: "of this case, for each row its own", zh: "逐案说明" } },
  { to: "conditions", type: "text", names: { en: "Conditions", zh: "条件" }, help: { en: "of a conditional decision, parted by semicolons", zh: "附条件决定的条件，以分号隔开" } },
  { to: "decidedOn", type: "day", names: { en: "Decided on", zh: "决定日期" }, help: { en: "empty: the day the sheet is handed in", zh: "留空为提交之日" } },
  { to: "reviewOn", type: "day", names: { en: "Legal review on", zh: "法制审核日期" }, help: { en: "where the law asks for a legal review", zh: "法律要求法制审核时填写" } },
  { to: "posts", type: "text", names: { en: "Posts", zh: "经办岗位" }, help: { en: "posts that decided, parted by commas; empty: those named when the sheet is handed in", zh: "作出决定的岗位，以逗号隔开；留空为提交时所列岗位" } },
];

/** The sheet's columns. `states`: the law's words for what decisions must state, each a column of its own. `outcomes`: those the drop-down offers. */
export function decisionTemplate(id: LawId, states: readonly string[], outcomes: readonly string[] = Object.keys(OUTCOMES)): Template {
  const stated = states.map((word): Shown => ({ to: stateColumn(word), type: "text", names: { en: `States: ${word}`, zh: `载明：${word}` }, help: { en: "where the law wants it stated beside the reasons", zh: "法律要求在理由之外载明时填写" } }));
  return {
    kind: "template", id, names: { en: "Decisions", zh: "待作决定" }, at: "decision sheet", confidence: "high", basis: [], of: { kind: "organisation" }, formats: ["xlsx", "csv", "json"], complete: false, headerRows: 1, quoting: "strict", readings: [],
    columns: [...SHOWN, ...ASKED, ...stated].map((shown) => columnOf(shown, outcomes)),
  };
}

export function stateColumn(word: string): string {
  return `state:${word}`;
}

/** One header in both languages; each alone is understood as well. */
function columnOf({ to, type, names, help, required = false }: Shown, outcomes: readonly string[]): TemplateColumn {
  return {
    headers: [`${names.zh} ${names.en}`], names, to, type, required, lastDay: false, sentinels: {}, help: { en: `${help.en} / ${help.zh}`, zh: `${help.zh} / ${help.en}` },
    choices: type !== "choice" ? [] : Object.entries(OUTCOMES).filter(([value]) => outcomes.includes(value)).map(([value, words]) => ({ value, texts: [`${words.zh} ${words.en}`, words.en, words.zh], names: words })),
  };
}

/** An outcome in both languages, for messages. */
export function outcomeText(outcome: string): string {
  const words = Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as Outcome] : undefined;
  return words === undefined ? outcome : `${words.zh} ${words.en}`;
}
