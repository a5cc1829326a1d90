// Deadlines: what an office or an organisation has to do by when. The one gatherer: the desk, the command and the calendar (deadlines-calendar.ts)
// read what it gives. What is due comes from SOURCES: one more there is on the desk, in the command and in the calendar alike.
import { ok, parseFileNumber, type FileNumber, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { idOfThing } from "../domain/cases/index.ts";
import { duesOf, readOffices, type CaseGround } from "./case-ground.ts";
import { casesOf, openCases, type CaseInHand } from "./open-cases.ts";
import { organisationGround } from "./organisation-ground.ts";
import type { Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { organisationOnFile } from "./sign-in.ts";
import { toGoOn, whatHasToGo, type ToGo } from "./what-has-to-go.ts";

/** Something to be done by a last day. */
export interface Deadline {
  /** The same deadline keeps its id when its day moves. */
  readonly id: string;
  readonly file: FileNumber;
  /** The organisation it is about. */
  readonly organisation: string;
  readonly names: Names;
  readonly by: "office" | "organisation";
  readonly procedure: LawId;
  readonly lastDay: PlainDate;
  /** The first day on which it is too late. */
  readonly until: PlainDate;
  readonly provisional: boolean;
  readonly passed: boolean;
  /** The case it stands in, and the step of it; a yearly duty stands in none. */
  readonly matter?: MatterId;
  readonly step?: string;
  /** Of a yearly duty: the year it is owed for. */
  readonly year?: number;
  /** Of what rests on an act that fell: the day it fell. */
  readonly fellOn?: PlainDate;
  /** It is done: the day of what did it. */
  readonly fulfilledOn?: PlainDate;
}

export interface Deadlines {
  readonly of: { readonly kind: "office" | "organisation"; readonly file: FileNumber; readonly names: Names };
  readonly on: PlainDate;
  /** What comes first at the top. */
  readonly due: readonly Deadline[];
  /** What rests on a record whose act fell, also where the law states no time: of an office what it has to end, of an organisation what is on its file. */
  readonly toGo: readonly ToGo[];
}

/** Whose deadlines are gathered: the cases of an office, or an organisation with its own. */
export type Obliged = { readonly cases: readonly CaseInHand[]; readonly toGo: readonly ToGo[] } & ({ readonly kind: "office"; readonly office: FileNumber } | { readonly kind: "organisation"; readonly ground: CaseGround });

/** Everything that has a last day, each in a function of its own. */
const SOURCES: readonly ((obliged: Obliged) => readonly Deadline[])[] = [stepsDue, dutiesOwed, goesAway];

/** What is due of an office by its file number, or of an organisation however it is named. */
export async function deadlinesOf(registry: Registry, text: string): Promise<Result<Deadlines, Problem>> {
  const file = parseFileNumber(text);
  const office = file.ok ? (await readOffices(registry)).get(file.value) : undefined;
  if (office !== undefined) {
    const toGo = await whatHasToGo(registry, { kind: "office", office: office.file });
    return ok({ of: { kind: "office", file: office.file, names: office.names }, on: today(registry), due: deadlinesIn({ kind: "office", office: office.file, cases: await openCases(registry, office.file), toGo }), toGo });
  }
  const found = await organisationOnFile(registry, text);
  if (!found.ok) return found;
  const ground = await organisationGround(registry, found.value.file);
  if (!ground.ok) return ground;
  const name = ground.value.organisation?.name ?? found.value.name;
  const toGo = toGoOn(ground.value);
  return ok({ of: { kind: "organisation", file: found.value.file, names: { en: name, zh: name } }, on: ground.value.today, due: deadlinesIn({ kind: "organisation", ground: ground.value, cases: casesOf(ground.value), toGo }), toGo });
}

/** The same of cases that were read already. */
export function deadlinesIn(obliged: Obliged): readonly Deadline[] {
  return SOURCES.flatMap((source) => source(obliged)).toSorted((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1));
}

/** Steps of the cases. */
function stepsDue({ cases }: Obliged): readonly Deadline[] {
  return cases.flatMap(({ due, ground }) => due.map(({ office: _office, ...each }): Deadline => ({ ...each, id: `${each.matter}:${each.step}`, organisation: ground.organisation?.name ?? each.file })));
}

/** What an organisation owes every year; what is done is told with its day. */
function dutiesOwed(obliged: Obliged): readonly Deadline[] {
  if (obliged.kind === "office") return [];
  const { organisation } = obliged.ground;
  return duesOf(obliged.ground).map(({ procedure, file, year, step, lastDay, until, missed, fulfilledOn }): Deadline => ({
    id: `duty:${procedure}:${file}:${year}`, file, organisation: organisation?.name ?? file, names: step.names, by: "organisation", procedure, lastDay, until, provisional: false, passed: missed, year, ...(fulfilledOn === undefined ? {} : { fulfilledOn }),
  }));
}

/** What has to go, where the law states a time. */
function goesAway({ toGo }: Obliged): readonly Deadline[] {
  return toGo.flatMap(({ thing, fallen, procedure, step, due, organisation: { file, name } }): Deadline[] => {
    if (due === null || step === null || procedure === null) return [];
    const { lastDay, until, provisional, passed } = due;
    return [{ id: `toGo:${fallen.record}:${idOfThing(thing)}`, file, organisation: name, names: step.names, by: "office", procedure, lastDay, until, provisional, passed, fellOn: fallen.fellOn, ...(thing.matter === null ? {} : { matter: thing.matter }) }];
  });
}
