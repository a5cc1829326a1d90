// Letters of every other case: receipt, whether an application is taken up, decision in either instance, a step that is asked, withdrawal. Each
// is made from its event and the case as it stood then.
import type { Names, PlainDate } from "../domain/terms/index.ts";
import type { KnownEvent } from "../domain/events/index.ts";
import type { Step, StepKind } from "../domain/rules/index.ts";
import type { Letter, Wording } from "../outgoing/index.ts";
import { aboutWords, remediesAgainst, remedyRow, stepLine } from "./letter-law.ts";
import { basisOf, both, inZh, joined, lawNames, said, withoutQuotes, wordsOfNames, type LetterBody, type LetterTitle } from "./letter-wording.ts";
import type { CaseInHand } from "./open-cases.ts";

type ProcedureInHand = Extract<CaseInHand, { readonly kind: "procedure" }>;
type StepEvent = KnownEvent<"CaseOpened" | "StepTaken">;

/** Steps of the office that are addressed to the organisation though they come to nothing by themselves. */
const TOLD: readonly StepKind[] = ["notice", "notification", "service", "interview", "hearing", "inspection"];

/** Which letter an event of the case leads to; undefined: none, as for what an office does within itself. */
export function procedureTitle(each: ProcedureInHand, event: KnownEvent): LetterTitle | undefined {
  const { names } = each.inLaw.governing.procedure;
  const title = (kind: Letter["kind"], zh: string, en: string): LetterTitle => ({ kind, title: both(`${inZh(names)}：${zh}`, `${names.en}: ${en}`) });
  if (event.type === "CaseWithdrawn") return event.body.by === "office" ? title("withdrawal", "机关撤回本事项", "The office withdraws the case") : title("submission-receipt", "已收到撤回", "Your withdrawal has been received");
  if (event.type !== "CaseOpened" && event.type !== "StepTaken") return undefined;
  const step = stepIn(each, event);
  const { en } = step.names;
  const zh = inZh(step.names);
  if (event.body.by === "organisation") return title("submission-receipt", `已收到“${zh}”`, `“${en}” has been received`);
  const outcome = event.type === "StepTaken" ? event.body.outcome : undefined;
  if (outcome === undefined) return event.type === "CaseOpened" || TOLD.includes(step.kind) ? title("step-asked", zh, en) : undefined;
  const [wordZh, wordEn] = OUTCOMES[outcome];
  return title(outcome === "accepted" || outcome === "notAccepted" ? "acceptance" : outcome === "granted" || outcome === "refused" ? decisionKind(each, step) : "step-asked", wordZh, wordEn);
}

type Outcome = NonNullable<KnownEvent<"StepTaken">["body"]["outcome"]>;

const OUTCOMES: Readonly<Record<Outcome, readonly [string, string]>> = {
  accepted: ["予以受理", "Taken up"], notAccepted: ["不予受理", "Not taken up"], granted: ["支持", "Granted"], refused: ["不支持", "Refused"],
  attended: ["到场记录", "Attended"], notAttended: ["未到场记录", "Not attended"], kept: ["承诺已履行", "The promise is kept"], broken: ["承诺未履行", "The promise is broken"],
};

function decisionKind({ inLaw: { governing: { procedure }, progress } }: ProcedureInHand, step: Step): Letter["kind"] {
  if (procedure.purpose === "appeal" || progress.steps.some((each) => each.step.id === step.id && each.instance === 2)) return "appeal-decision";
  if (procedure.purpose === "repair" || procedure.purpose === "removal") return "repair-decision";
  return procedure.purpose === "objection" || procedure.purpose === "listing" ? "objection-decision" : "decision";
}

/** The step as the law in use has it; a step it does not know any more is named by its id. */
function stepIn({ inLaw: { governing } }: ProcedureInHand, { body }: StepEvent): Pick<Step, "id" | "names" | "kind" | "basis"> & Step {
  const known = governing.all.find(({ id }) => id === body.step);
  return known ?? { id: body.step, kind: "notification", names: { en: body.step }, by: body.by, after: [], optional: true, states: [], officers: 0, superiorConsent: false, legalReview: false, outcomes: [], automatic: false, basis: [] };
}

/** What the letter says. Only for events that have a title. */
export function procedureBody(each: ProcedureInHand, event: KnownEvent, on: PlainDate): LetterBody {
  if (event.type === "CaseWithdrawn") return { opening: [both("本事项已经撤回，到此结束。", "The case is withdrawn and closed.")], reasons: [said(event.body.reason)], ...nowPossible(each) };
  if (event.type !== "CaseOpened" && event.type !== "StepTaken") return { opening: [] };
  const step = stepIn(each, event);
  const outcome = event.type === "StepTaken" ? event.body.outcome : undefined;
  const about = aboutWords(each.ground, each.state.about);
  const facts = [...(about === undefined ? [] : [{ label: both("所涉事项", "What it is about"), value: about }]), ...stepFacts(each, event, step)];
  if (event.body.by === "organisation") {
    return { opening: [both("贵单位提交的材料已经收到，登记如下。", "What your organisation handed in has been received and is on record as follows.")], facts: [...facts, ...expected(each, on)], attachments: event.body.attachments, ...nowPossible(each) };
  }
  const law = { basis: basisOf(each.ground.registry, withoutQuotes([...step.basis, ...each.inLaw.governing.procedure.basis]), [...step.basis, ...each.inLaw.governing.procedure.basis]) };
  const text = event.body.statement.trim() === "" ? [] : [said(event.body.statement)];
  const attachments = event.body.attachments.length === 0 ? {} : { attachments: event.body.attachments };
  if (outcome === undefined) return { opening: text, facts: [...facts, ...expected(each, on)], ...law, ...attachments, ...nowPossible(each) };
  const decision = [joined(wordsOfNames(step.names), both("：", ": "), both(...OUTCOMES[outcome]))];
  if (outcome !== "granted" && outcome !== "refused" && outcome !== "notAccepted") return { opening: [], decision, facts: [...facts, ...expected(each, on)], reasons: text, ...law, ...attachments, ...nowPossible(each) };
  const remedies = outcome === "granted" ? [] : remediesAgainst(each.ground, { kind: "matter", matter: each.matter }, ["appeal"], on);
  const { remedies: stated } = event.body.statements ?? {};
  return {
    opening: [], decision, facts: [...facts, ...expected(each, on)], reasons: text, ...law, ...attachments,
    ...(outcome === "granted" ? {} : { remedies: [...withinCase(each), ...remedies.map((remedy) => remedyRow(each.ground, remedy)), ...(stated === undefined ? [] : [{ what: both("机关告知的救济途径", "As the office states it"), time: said(stated), to: superiorNames(each) }])] }),
    ...nowPossible(each, remedies.map(({ procedure, step: first, due }) => stepLine(first, procedure, due))),
  };
}

/** What was stated and named with the step. */
function stepFacts({ ground, state }: ProcedureInHand, { body }: StepEvent, step: Pick<Step, "names">): NonNullable<Letter["facts"]> {
  const mine = body.by === "organisation";
  return [
    ...(mine ? [{ label: wordsOfNames(step.names), value: body.statement.trim() === "" ? both("没有陈述", "nothing stated") : said(body.statement) }] : []),
    ...(mine && "exit" in body && body.exit !== undefined ? [{ label: both("申请的出路", "Way out applied for"), value: exitName(ground.registry, state.opening.exit ?? body.exit) }] : []),
    ...body.documents.map((name) => ({ label: both("所列文件", "Document named"), value: said(name) })),
    ...Object.entries(body.fields ?? {}).map(([name, value]) => ({ label: both(name, name), value: said(typeof value === "object" && !Array.isArray(value) ? JSON.stringify(value) : String(value)) })),
  ];
}

/** A way out by its id in the law: an exit of a list, or the tier of a repair rule. */
function exitName(registry: ProcedureInHand["ground"]["registry"], exit: string): Wording {
  const { rulebook } = registry;
  const [rule, tier] = exit.split("#");
  const named = rulebook.all("repair").find(({ id }) => id === rule)?.tiers.find(({ id }) => id === tier)?.names ?? rulebook.all("list").flatMap(({ exits }) => exits.flatMap(({ value }) => value)).find(({ id }) => id === exit)?.names;
  return named === undefined ? both(exit, exit) : wordsOfNames(named);
}

/** What the office has to do next and by when. */
function expected({ due }: ProcedureInHand, on: PlainDate): NonNullable<Letter["facts"]> {
  return due.filter(({ by, until }) => by === "office" && on < until).map(({ names, lastDay }) => ({ label: both("机关接下来", "Next, by the office"), value: stepLine({ names }, undefined, { day: lastDay }) }));
}

/** Steps of the organisation that are open in this case, and `more`; a letter that has none says nothing of it. */
function nowPossible({ inLaw: { progress } }: ProcedureInHand, more: readonly Wording[] = []): Pick<LetterBody, "nextSteps"> {
  const open = progress.steps.filter(({ step, standing }) => step.by === "organisation" && standing.kind === "open").map(({ step, due }) => stepLine(step, undefined, due === undefined ? undefined : { day: due.lastDay }));
  return open.length + more.length === 0 ? {} : { nextSteps: [...open, ...more] };
}

/** The appeal that the procedure itself gives, to the office above. */
function withinCase(each: ProcedureInHand): NonNullable<Letter["remedies"]> {
  const { inLaw: { progress, governing: { procedure } } } = each;
  return progress.steps.filter(({ step, standing }) => step.kind === "appeal" && step.by === "organisation" && standing.kind === "open").map(({ step, due }) => ({
    what: wordsOfNames(procedure.names), to: superiorNames(each), time: wordsOfNames(step.names), confidence: (step.basis[0] ?? procedure.basis[0])?.confidence ?? procedure.confidence,
    ...(due === undefined ? {} : { lastDay: { day: due.lastDay, provisional: due.provisional } }),
  }));
}

function superiorNames({ ground, office }: ProcedureInHand): Names {
  const own = ground.offices.get(office);
  const above = own?.superior === undefined ? undefined : ground.offices.get(own.superior);
  return above?.names ?? own?.names ?? lawNames(ground.registry, "authority", office);
}
