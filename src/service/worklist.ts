// Worklist: what an office has to do, what is due first at the top: open cases, proposals its criteria make, releases it has to take over,
// measures left to it, what rests on an act that fell. An organisation's desk and the calendars are made of the same cases.
import { err, ok, parseFileNumber, type FileNumber, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { mayAcknowledge, type LawBook } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import type { Asking } from "./asking.ts";
import { actionsOf, type CaseAsks } from "./case-actions.ts";
import { readOffices } from "./case-ground.ts";
import { consentsAwaitedBy, type ConsentRow } from "./consent-of-case.ts";
import { openCases, type CaseInHand, type Due } from "./open-cases.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { queueOf, type QueuedRelease } from "./releases.ts";
import { whatHasToGo, type ToGo } from "./what-has-to-go.ts";

/** A case in a table. */
export interface CaseRow {
  readonly matter: MatterId;
  readonly purpose: string;
  readonly procedure: LawId | null;
  readonly list: LawId | null;
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly state: string;
  readonly openedOn: PlainDate;
  /** What is due first, and of whom; null: nothing has a last day. */
  readonly next: Due | null;
}

export interface Worklist {
  readonly office: { readonly file: FileNumber; readonly names: Names; readonly authority: LawId; readonly region: string | null; readonly superior: FileNumber | null };
  readonly on: PlainDate;
  readonly cases: readonly CaseRow[];
  /** Cases of offices below that wait for this office's consent. */
  readonly consents: readonly ConsentRow[];
  readonly releases: readonly QueuedRelease[];
  /** What rests on a record whose act fell, and is for this office to end. */
  readonly toGo: readonly ToGo[];
}

/** What waits for an office. */
export async function worklistOf(registry: Registry, office: string): Promise<Result<Worklist, Problem>> {
  const found = await officeNamed(registry, office);
  if (!found.ok) return found;
  const { file, names, authority, region = null, superior = null } = found.value;
  const [cases, consents, queue, toGo] = await Promise.all([
    openCases(registry, file), consentsAwaitedBy(registry, file), queueOf(registry, (consumer) => mayAcknowledge(lawBookOf(registry), consumer, authority)), whatHasToGo(registry, { kind: "office", office: file }),
  ]);
  return ok({ office: { file, names, authority, region, superior }, on: today(registry), cases: cases.map(rowOf), consents, releases: queue.filter(({ acknowledgedOn }) => acknowledgedOn === null), toGo });
}

/** A listing case that waits for the office's decision, with what the decision asks. */
export interface CaseToDecide {
  readonly row: CaseRow;
  readonly asks: CaseAsks;
}

/** Those of an office's cases whose decision the law allows now: many alike ones can be decided at once. */
export async function casesToDecide(registry: Registry, by: Extract<Asking, { readonly kind: "office" }>): Promise<readonly CaseToDecide[]> {
  const office = await officeNamed(registry, by.office);
  if (!office.ok) return [];
  const waiting = (await openCases(registry, office.value.file)).filter((each) => each.kind === "listing" && each.office === office.value.file && (each.state.kind === "served" || each.state.kind === "answered"));
  const found = await Promise.all(waiting.map(async (each) => ({ row: rowOf(each), action: (await actionsOf(each, by)).find(({ action, allowed }) => action === "DecideListing" && allowed) })));
  return found.flatMap(({ row, action }) => (action === undefined ? [] : [{ row, asks: action.asks }]));
}

export async function officeNamed(registry: Registry, office: string): Promise<Result<OpenOffice, Problem>> {
  const file = parseFileNumber(office);
  const open = file.ok ? (await readOffices(registry)).get(file.value) : undefined;
  return open === undefined ? err(problem("office-unknown", `\`${office}\` is not an office of this register`, "Give the file number of an office that has been opened; `offices` lists them.", { facts: { kind: "office", office } })) : ok(open);
}

function lawBookOf({ rulebook }: Registry): LawBook {
  return rulebook;
}

export function rowOf(each: CaseInHand): CaseRow {
  const { ground, matter, state, openedOn, due } = each;
  const { rulebook } = ground.registry;
  return {
    matter, purpose: each.kind === "listing" ? "listing" : each.inLaw.governing.procedure.purpose,
    procedure: each.kind === "listing" ? (rulebook.get("list", each.state.list)?.procedure ?? null) : each.state.procedure, list: each.kind === "listing" ? each.state.list : null,
    organisation: { file: ground.organisation?.file ?? state.file, name: ground.organisation?.name ?? state.file },
    state: each.kind === "listing" ? (each.state.kind === "decided" ? each.state.decision.outcome : each.state.kind) : each.inLaw.progress.phase,
    openedOn, next: due[0] ?? null,
  };
}
