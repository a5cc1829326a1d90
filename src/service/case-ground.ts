// Case ground: what a decider needs to know about a case that is no listing: the organisation, what the case is about, the office that
// answers for it, clocks and the law. Read from the ledger for one organisation at a time; shared by the verbs that act and those that show.
import { type FileNumber, type MatterId, type PlainDate } from "../domain/terms/index.ts";
import type { CaseAbout } from "../domain/events/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import {
  caseInLaw, caseOf, clockSuspensions, competentOffice, procedureCaseOf, yearlyDues, type ApplicationPurpose, type CaseThing, type LawBook, type Party, type ProcedureCase, type ProcedureContext, type YearlyDue,
} from "../domain/cases/index.ts";
import { joinedFiles, keyOf, organisationOf, replay, type OpenOffice, type Organisation, type Register } from "../domain/register/index.ts";
import { assessCriteria, KEEPER, tierConditions } from "../domain/restrictions/index.ts";
import { readClosure } from "./read.ts";
import { workdaysOf, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface CaseGround {
  readonly registry: Registry;
  readonly register: Register;
  readonly offices: ReadonlyMap<FileNumber, OpenOffice>;
  readonly organisation: Organisation | undefined;
  /** Files of the organisation, those a join of which is disputed included. */
  readonly files: readonly FileNumber[];
  readonly today: PlainDate;
}

export async function readOffices(registry: Registry): Promise<Register["offices"]> {
  return replay(await registry.ledger.read({ keys: [keyOf.offices] })).offices;
}

/** The ground of the organisation a file belongs to. */
export async function groundOf(registry: Registry, file: FileNumber, today: PlainDate, more: readonly string[] = []): Promise<CaseGround> {
  const [offices, register] = await Promise.all([readOffices(registry), readClosure(registry, [keyOf.file(file), ...more])]);
  return groundIn(registry, register, offices, file, today);
}

/** The same over a register that was read already. */
export function groundIn(registry: Registry, register: Register, offices: CaseGround["offices"], file: FileNumber, today: PlainDate): CaseGround {
  const organisation = organisationOf(register, file);
  return { registry, register, offices, organisation, files: organisation?.files ?? [file], today };
}

/** All cases of the organisation that are no listings, by matter, in the order they were opened. */
export function procedureCasesOf(ground: Pick<CaseGround, "register" | "files">): readonly ProcedureCase[] {
  return [...ground.register.matters].flatMap(([matter, events]) => {
    const state = procedureCaseOf(matter as MatterId, events);
    return state !== undefined && ground.files.includes(state.file) ? [state] : [];
  });
}

/** What a case is about, as it is on file; undefined where there is no such thing on this organisation's files. */
export function thingOf(ground: CaseGround, about: CaseAbout, depth = 0): CaseThing | undefined {
  const { register, files } = ground;
  switch (about.kind) {
    case "organisation":
      return { kind: "organisation" };
    case "listing": {
      const listing = register.listings.get(about.listing);
      if (listing === undefined || !files.includes(listing.file)) return undefined;
      if (listing.holds === "reported") return { kind: "listing", listing };
      const decided = caseOf(listing.decided.matter, register.matters.get(listing.decided.matter) ?? []);
      return decided.kind === "decided" ? { kind: "listing", listing, decided } : undefined;
    }
    case "record": {
      const record = register.records.get(about.record);
      return record === undefined || !files.includes(record.file) ? undefined : { kind: "record", record };
    }
    case "join": {
      const joined = joinedFiles(register, about.files[0]).includes(about.files[1]);
      return about.files.some((file) => files.includes(file)) ? { kind: "join", files: about.files, joined } : undefined;
    }
    case "matter": {
      const events = register.matters.get(about.matter) ?? [];
      const listed = caseOf(about.matter, events);
      if (listed.kind === "decided") return files.includes(listed.file) ? { kind: "matter", decided: listed } : undefined;
      const earlier = procedureCaseOf(about.matter, events);
      const thing = earlier === undefined || !files.includes(earlier.file) || depth > 0 ? undefined : thingOf(ground, earlier.about, depth + 1);
      if (earlier === undefined || thing === undefined || thing.kind === "matter") return undefined;
      const found = caseInLaw(earlier, { ...lawAndClocks(ground, undefined), thing }, ground.today);
      const ended = found.ok ? found.value.progress : undefined;
      return ended?.endedOn === undefined ? undefined : { kind: "matter", earlier, endedOn: ended.endedOn, granted: ended.phase === "granted", thing };
    }
  }
}

type LawAndClocks = Pick<ProcedureContext, "calendar" | "suspensions"> & { readonly law: LawBook };

// A ground never changes: what is the same for everything that is asked on it is worked out once.
const clocksOn = new WeakMap<CaseGround, Map<string, LawAndClocks>>();
const duesOn = new WeakMap<CaseGround, readonly YearlyDue[]>();
const runningOn = new WeakMap<CaseGround, readonly ProcedureCase[]>();

function once<T>(kept: WeakMap<CaseGround, T>, key: CaseGround, make: () => T): T {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

/** The law in use, the calendar, and the clocks that stand still for this organisation and procedure. */
export function lawAndClocks(ground: CaseGround, procedure: string | undefined): LawAndClocks {
  const byProcedure = once(clocksOn, ground, () => new Map<string, LawAndClocks>());
  const found = byProcedure.get(procedure ?? "") ?? reckonClocks(ground, procedure);
  byProcedure.set(procedure ?? "", found);
  return found;
}

function reckonClocks({ registry, organisation, register, today }: CaseGround, procedure: string | undefined): LawAndClocks {
  const { rulebook } = registry;
  return {
    law: rulebook, calendar: workdaysOf(registry),
    suspensions: clockSuspensions(rulebook, {
      of: rulebook.all("procedure").filter(({ id }) => id === procedure).map(({ id }) => id), regions: withAbove(rulebook, organisation?.attributes.region), today,
      holds: (condition) => (organisation === undefined ? "unknown" : assessCriteria(sceneOf(registry, KEEPER, register, rulebook.on(today), today), organisation, [condition]).truth),
    }),
  };
}

/** What the decider is handed for a case about `thing`, by whom it is asked. */
export function contextFor(ground: CaseGround, asked: { readonly party: Party; readonly thing: CaseThing; readonly purpose: ApplicationPurpose; readonly state: ProcedureCase | undefined }): ProcedureContext {
  const { registry, offices, organisation, register, files, today } = ground;
  const { party, thing, purpose, state } = asked;
  const opener = party.kind === "office" ? offices.get(party.actor.office) : undefined;
  const regions = withAbove(registry.rulebook, organisation?.attributes.region);
  const decidedBy = thing.kind !== "matter" ? undefined : "decided" in thing ? officeOfListing(register, thing.decided.decision.listing) ?? undefined : thing.earlier.office;
  const office = state === undefined
    ? competentOffice({ law: registry.rulebook, offices, thing, purpose, regions, on: today, ...(opener === undefined ? {} : { opener }), ...(decidedBy === undefined ? {} : { decidedBy }) })
    : offices.get(state.office);
  const superior = office?.superior === undefined ? undefined : offices.get(office.superior);
  return {
    ...lawAndClocks(ground, state?.procedure), ...holdsOf(ground, thing), dues: duesOf(ground), party, today, files, thing, regions: withAbove(registry.rulebook, office?.region),
    running: runningCases(ground).filter((each) => each.matter !== state?.matter),
    ...(office === undefined ? {} : { office }), ...(superior === undefined ? {} : { superior }),
  };
}

/** Conditions of tiers of repair are about the record itself. */
export function holdsOf({ registry, register, organisation, today: on }: CaseGround, thing: CaseThing): Pick<ProcedureContext, "holds"> {
  if (thing.kind !== "record" || organisation === undefined) return {};
  return { holds: tierConditions(sceneOf(registry, KEEPER, register, registry.rulebook.on(on), on), organisation, thing.record) };
}

function runningCases(ground: CaseGround): readonly ProcedureCase[] {
  return once(runningOn, ground, () => procedureCasesOf(ground).filter((each) => isRunning(ground, each)));
}

/** What the organisation owes for the year whose time opened last. */
export function duesOf(ground: CaseGround): readonly YearlyDue[] {
  return once(duesOn, ground, () => reckonDues(ground));
}

function reckonDues({ registry, register, organisation, today: on }: CaseGround): readonly YearlyDue[] {
  if (organisation === undefined) return [];
  const scene = sceneOf(registry, KEEPER, register, registry.rulebook.on(on), on);
  return yearlyDues({ law: registry.rulebook, organisation, on, calendar: workdaysOf(registry), holds: (condition) => assessCriteria(scene, organisation, [condition]).truth });
}

function officeOfListing(register: Register, id: Parameters<Register["listings"]["get"]>[0] | undefined): FileNumber | null | undefined {
  const listing = id === undefined ? undefined : register.listings.get(id);
  return listing?.holds === "kept" ? listing.office : undefined;
}

/** Whether a case still waits for something. */
export function isRunning(ground: CaseGround, state: ProcedureCase): boolean {
  const thing = thingOf(ground, state.about);
  const found = thing === undefined ? undefined : caseInLaw(state, { ...lawAndClocks(ground, state.procedure), thing }, ground.today);
  return found?.ok === true && found.value.progress.phase === "running";
}

/** The region each region lies in: found once for a rulebook, which never changes. */
const PARENTS = new WeakMap<Rulebook, ReadonlyMap<string, string | undefined>>();

/** A region and those it lies in, nearest first. */
export function withAbove(rulebook: Rulebook, region: string | undefined): readonly string[] {
  const parents = PARENTS.get(rulebook) ?? new Map(rulebook.all("term").filter((term) => term.taxonomy === "region").map(({ value, parent }) => [value, parent]));
  PARENTS.set(rulebook, parents);
  const chain: string[] = [];
  for (let at = region; at !== undefined && !chain.includes(at); at = parents.get(at)) chain.push(at);
  return chain;
}
