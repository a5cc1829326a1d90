// Write decisions: the cases that wait for an office's decision as a sheet to fill in. Handing it in decides them (decide-sheet.ts).
import { err, nameIn, ok, parseLawId, type FieldReading, type Language, type LawId, type Result } from "../domain/terms/index.ts";
import { decisionTemplate, outcomeText, writeTemplateSheet, type TemplateSheetRow } from "../outgoing/index.ts";
import { viewOf, type CaseAction, type CaseView } from "./case-view.ts";
import { decidingStep, lawOfCase, statedWords } from "./deciding-step.ts";
import { openCases } from "./open-cases.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { officeNamed } from "./worklist.ts";

export interface DecisionSheet {
  readonly bytes: Uint8Array;
  /** Cases in it. */
  readonly rows: number;
}

/** One row a case that the office may decide now, what is due first at the top. */
export async function writeDecisions(registry: Registry, request: { readonly office: string; readonly format: "xlsx" | "csv"; readonly language: Language }): Promise<Result<DecisionSheet, Problem>> {
  const office = await officeNamed(registry, request.office);
  if (!office.ok) return office;
  const id = decisionsId(registry);
  if (id === undefined) return err(problem("law-unreadable", "this register has no law to decide under", "Load a body of law first."));
  const views: CaseView[] = [];
  for (const each of await openCases(registry, office.value.file)) views.push(await viewOf(each, { kind: "office", office: office.value.file, officers: [] }));
  const waiting = views.flatMap((view) => {
    const step = decidingStep(view);
    return step === undefined ? [] : [{ view, step }];
  });
  const rows = waiting.map(({ view, step }): TemplateSheetRow => rowOf(registry, view, step, request.language));
  const states = statedWords(registry).filter((word) => waiting.some(({ step }) => step.asks.states.includes(word)));
  const outcomes = [...new Set(waiting.flatMap(({ step }) => step.asks.outcomes))];
  const template = decisionTemplate(id, states, outcomes.length === 0 ? undefined : outcomes);
  return ok({ bytes: writeTemplateSheet(template, request.format, rows, { language: request.language }), rows: rows.length });
}

/** The sheet's id stands in messages as a template's does. */
export function decisionsId({ rulebook }: Registry): LawId | undefined {
  const id = parseLawId(`${rulebook.bodies[0] ?? ""}:decisions`);
  return id.ok ? id.value : undefined;
}

function rowOf(registry: Registry, view: CaseView, step: CaseAction, language: Language): TemplateSheetRow {
  const law = lawOfCase(view);
  const names = law === null ? undefined : (registry.rulebook.get("list", law) ?? registry.rulebook.get("procedure", law))?.names;
  const [first] = view.entries;
  const due = view.due.find((each) => each.step === step.step);
  return [
    field("matter", view.matter), field("organisation", `${view.organisation.name} (${view.organisation.file})`), field("list", names === undefined ? (law ?? "") : nameIn(names, language)), field("step", nameIn(step.names ?? { en: step.action }, language)),
    field("proposed", [first?.outcome === undefined ? "" : outcomeText(first.outcome), first?.text ?? ""].filter((text) => text !== "").join(": ")), field("due", due?.lastDay ?? ""),
  ];
}

function field(to: string, text: string): { readonly to: string; readonly value: FieldReading } {
  return { to, value: { kind: "text", text } };
}
