// Memoranda of an office: what the law in force has its authority do, memorandum by memorandum, and what others must do because of the lists it
// may list on, with what they reported of it.
import { ok, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import { valueOn, type Measure } from "../domain/rules/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { mayDecide, mayList } from "../domain/cases/index.ts";
import { KEEPER } from "../domain/restrictions/index.ts";
import { overview } from "./browse.ts";
import { shelvesOn } from "./law-shelves.ts";
import type { Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { officeNamed } from "./worklist.ts";

/** Measures by what the law leaves of them. */
export interface MeasureCounts {
  readonly mandatory: number;
  readonly mayBeDeclined: number;
  readonly leftToDecide: number;
}

export interface OfficeMemoranda {
  readonly office: string;
  readonly authority: LawId;
  readonly on: PlainDate;
  /** What the office's authority has to do, by memorandum; `memorandum` null: what the law itself connects. */
  readonly forUs: readonly { readonly memorandum: LawId | null; readonly lists: readonly LawId[]; readonly counts: MeasureCounts }[];
  /** What others do because of a list of ours. */
  readonly ofUs: readonly { readonly list: LawId; readonly standing: number | null; readonly others: readonly OtherAuthority[] }[];
}

interface OtherAuthority {
  readonly authority: LawId;
  readonly memoranda: readonly LawId[];
  readonly counts: MeasureCounts;
  /** Measures reported on, by what was last reported. */
  readonly carriedOut: number;
  readonly notCarriedOut: number;
}

/** The law in force today, as it concerns the office. Rules about persons are the law's, and no office's here. */
export async function memorandaOfOffice(registry: Registry, office: string): Promise<Result<OfficeMemoranda, Problem>> {
  const found = await officeNamed(registry, office);
  if (!found.ok) return found;
  const { file, authority } = found.value;
  const on = today(registry);
  const { rulebook } = registry;
  const shelves = shelvesOn(rulebook, on);
  const measures = rulebook.on(on).all("measure").filter(({ id }) => !shelves.book.isAboutPersons(id));
  const ours = measures.filter((measure) => mayDecide(rulebook, measure, authority));
  const lists = rulebook.on(on).all("list").filter((list) => list.owner === authority || mayList(rulebook, list, authority, on));
  const seen = await overview(registry, KEEPER, on);
  const standing = new Map<LawId, number | null>(seen.lists.map((each) => [each.list, each.standing]));
  return ok({
    office: file, authority, on,
    forUs: [...Map.groupBy(ours, ({ memorandum }) => memorandum ?? null)].map(([memorandum, own]) => ({ memorandum, lists: listsOf(own), counts: countsOf(own, on) })).toSorted((a, b) => sum(b.counts) - sum(a.counts)),
    ofUs: await Promise.all(lists.map(async ({ id }) => ({ list: id, standing: standing.get(id) ?? null, others: await othersFor(registry, { list: id, measures: measures.filter((measure) => listsOf([measure]).includes(id) && !ours.includes(measure)), on }) }))),
  });
}

async function othersFor(registry: Registry, { list, measures, on }: { readonly list: LawId; readonly measures: readonly Measure[]; readonly on: PlainDate }): Promise<readonly OtherAuthority[]> {
  const events = measures.length === 0 ? [] : await registry.ledger.read({ keys: [keyOf.executions(list)], types: ["ExecutionReported"] });
  // Of one measure on one listing what was reported last counts.
  const last = new Map(events.filter(isKnown).flatMap((event) => (event.type === "ExecutionReported" ? [[`${event.body.measure} ${event.body.listing ?? event.body.file}`, event.body] as const] : [])));
  const reported = Map.groupBy(last.values(), ({ authority }) => authority);
  return [...Map.groupBy(measures, ({ authority }) => authority)].map(([authority, own]) => {
    const of = reported.get(authority) ?? [];
    return {
      authority, memoranda: [...new Set(own.flatMap(({ memorandum }) => memorandum ?? []))], counts: countsOf(own, on),
      carriedOut: of.filter(({ outcome }) => outcome === "carriedOut").length, notCarriedOut: of.filter(({ outcome }) => outcome === "notCarriedOut").length,
    };
  }).toSorted((a, b) => sum(b.counts) - sum(a.counts));
}

function listsOf(measures: readonly Measure[]): readonly LawId[] {
  return [...new Set(measures.flatMap(({ trigger }) => (trigger.kind === "list" ? trigger.lists : [])))];
}

function countsOf(measures: readonly Measure[], on: PlainDate): MeasureCounts {
  const forces = measures.map(({ force }) => valueOn(force, on));
  const many = (wanted: string): number => forces.filter((force) => force === wanted).length;
  return { mandatory: many("mandatory"), mayBeDeclined: many("mandatory-unless-declined"), leftToDecide: many("discretionary") };
}

function sum({ mandatory, mayBeDeclined, leftToDecide }: MeasureCounts): number {
  return mandatory + mayBeDeclined + leftToDecide;
}
