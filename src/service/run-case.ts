// Run a case: an office takes one step of a listing procedure. Reads the matter, the organisation and the law, lets the decider
// (domain/cases) say what follows, appends it. Many independent steps may share one append; each is taken or refused by itself.
import { err, ok, parseFileNumber, type AttachmentId, type FileNumber, type Instant, type LawId, type ListingId, type MatterId, type PlainDate, type Result } from "../domain/terms/index.ts";
import { valueOn } from "../domain/rules/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import {
  caseOf, clockSuspensions, decide, governingDay, type Actor, type CaseContext, type DecideListing, type ListingCase, type ListingCommand, type ProposeListing,
} from "../domain/cases/index.ts";
import { isKnown, joinedFiles, keyOf, organisationOf, replay, type Organisation, type Register } from "../domain/register/index.ts";
import { assessCriteria, KEEPER, type CriterionResult, type Scene } from "../domain/restrictions/index.ts";
import { decideAndAppend } from "./append.ts";
import { actorOf } from "./asking.ts";
import { problem, refused, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import { todayFor, workdaysOf, type Registry } from "./registry.ts";
import { withAbove } from "./case-ground.ts";
import { sceneOf } from "./scene.ts";
import { tellEnds } from "./tell-ends.ts";

/** What an office asks for. Criteria and records are looked up, ids are minted: the office states neither. */
export type CaseCommand =
  | (Omit<ProposeListing, "matter" | "criteria" | "records"> & { readonly matter?: MatterId })
  | Omit<DecideListing, "listing" | "criteria">
  | Exclude<ListingCommand, ProposeListing | DecideListing>;

export interface CaseRequest {
  /** File number of the office that acts; of an organisation's own answer, the office it is given to. */
  readonly by: string;
  /** The organisation acts for itself, by one of its file numbers. */
  readonly organisation?: string;
  /** Contents of the attachments the command lists. */
  readonly contents?: ReadonlyMap<AttachmentId, Uint8Array>;
  /** The officers who act for it: how many is kept, and the first as the event's officer. */
  readonly officers: readonly string[];
  readonly command: CaseCommand;
}

export interface CaseActed {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly events: readonly EventDraft[];
}

/** Takes one step. A step the law does not allow now is a Problem `refused` that cites the rule. */
export async function actOnCase(registry: Registry, request: CaseRequest, recordedAt?: Instant): Promise<Result<CaseActed, Problem>> {
  const [acted] = await actOnCases(registry, [request], recordedAt);
  if (acted === undefined) throw new Error("assertion failed: one request has one result");
  return acted;
}

/** Takes the steps in their order and stores what they lead to in one append; a refused step stores nothing and hinders no other. */
export async function actOnCases(registry: Registry, requests: readonly CaseRequest[], recordedAt?: Instant): Promise<readonly Result<CaseActed, Problem>[]> {
  const named = requests.map((request): Named => ({ ...request, matter: request.command.matter ?? (registry.freshId("m") as MatterId) }));
  const stored = await decideAndAppend<readonly Result<CaseActed, Problem>[], never>(registry, async () => {
    const after = await registry.ledger.head();
    const reading = await readCases(registry, named);
    const actors = new Map<EventDraft, Named>();
    const results = named.map((request): Result<CaseActed, Problem> => {
      const acted = act(registry, reading, request);
      if (!acted.ok) return acted;
      for (const event of acted.value.events) actors.set(event, request);
      addTaken(reading, request, acted.value.events);
      return acted;
    });
    return ok({
      batch: null, drafts: [...actors.keys()], value: results, attachments: new Map(named.flatMap(({ contents }) => [...(contents ?? [])])),
      expect: { keys: [...reading.events.keys()].map(keyOf.matter), after },
      actorOf: (draft) => ({ office: officeOf(actors.get(draft)), officer: actors.get(draft)?.officers[0] ?? null }),
      ...(recordedAt === undefined ? {} : { recordedAt }),
    });
  });
  if (!stored.ok) throw new Error("assertion failed: cases are refused one by one");
  const changed = stored.value.flatMap((result) => (result.ok && result.value.events.some(({ type }) => type === "ListingDecided" || type === "ListingRemoved") ? [result.value.file] : []));
  if (changed.length > 0) await tellEnds(registry, changed);
  return stored.value;
}

export type Named = CaseRequest & { readonly matter: MatterId };

function officeOf(request: Pick<Named, "by" | "organisation"> | undefined): FileNumber | null {
  if (request?.organisation !== undefined) return null;
  const file = parseFileNumber(request?.by ?? "");
  return file.ok ? file.value : null;
}

/** What was taken in this run, for the steps after it. */
export function addTaken(reading: CaseReading, request: Pick<Named, "by" | "matter" | "organisation">, events: readonly EventDraft[]): void {
  const office = officeOf(request);
  if (office !== null && events.some(({ type }) => type === "ListingProposed")) reading.proposers.set(request.matter, office);
  reading.events.set(request.matter, [...(reading.events.get(request.matter) ?? []), ...events]);
}

export interface CaseReading {
  readonly offices: Register["offices"];
  /** By matter, those of this run included. */
  readonly events: Map<MatterId, readonly EventDraft[]>;
  /** The office that proposed each. */
  readonly proposers: Map<MatterId, FileNumber>;
  readonly register: Register;
}

export async function readCases(registry: Registry, requests: readonly Named[]): Promise<CaseReading> {
  const offices = replay(await registry.ledger.read({ keys: [keyOf.offices] })).offices;
  const matters = [...new Set(requests.map((request) => request.matter))];
  const events = new Map<MatterId, readonly EventDraft[]>(matters.map((matter) => [matter, []]));
  const proposers = new Map<MatterId, FileNumber>();
  for (const event of await registry.ledger.read({ keys: matters.map(keyOf.matter) })) {
    if (event.type === "ListingProposed" && event.matter !== null && event.office !== null) proposers.set(event.matter, event.office);
    if (event.matter !== null && isKnown(event)) events.set(event.matter, [...(events.get(event.matter) ?? []), event]);
  }
  const files = new Set<FileNumber>(requests.flatMap((request) => (request.command.type === "ProposeListing" ? [request.command.file] : [])));
  for (const [matter, own] of events) {
    const state = caseOf(matter, own);
    if (state.kind !== "notBegun") files.add(state.file);
  }
  return { offices, events, proposers, register: await readClosure(registry, [...files].map(keyOf.file)) };
}

/** One step on what has been read, without storing it. */
export function act(registry: Registry, reading: CaseReading, request: Named): Result<CaseActed, Problem> {
  const known = actorOf(registry, reading.offices, request.by, request.officers);
  if (!known.ok) return known;
  const actor = known.value;
  const state = caseOf(request.matter, reading.events.get(request.matter) ?? []);
  const file = state.kind === "notBegun" ? (request.command.type === "ProposeListing" ? request.command.file : undefined) : state.file;
  const organisation = file === undefined ? undefined : organisationOf(reading.register, file);
  if (file !== undefined && organisation === undefined) return err(problem("organisation-not-found", `no organisation has the file number \`${file}\``, "Search by name or code with `find`.", { facts: { kind: "file", file } }));
  const today = todayFor(registry, listOf(state, request.command) ?? actor.authority);
  const ground = { registry, register: reading.register, organisation, region: organisation?.attributes.region ?? reading.offices.get(actor.office)?.region, today };
  const decided = decide(state, commandOf(ground, state, request), { ...contextOf(ground, actor, listOf(state, request.command)), ...proposerIn(reading, request.matter), ...asOrganisation(reading.register, request) });
  if (!decided.ok) return err(refused(decided.error, registry.rulebook, today));
  if (file === undefined) throw new Error("assertion failed: a step that was taken is about an organisation");
  return ok({ matter: request.matter, file, events: decided.value });
}

/** The office the case belongs to, with the one above it. */
function proposerIn({ proposers, offices }: CaseReading, matter: MatterId): Pick<CaseContext, "office"> {
  const file = proposers.get(matter);
  const superior = file === undefined ? undefined : offices.get(file)?.superior;
  return file === undefined ? {} : { office: { file, ...(superior === undefined ? {} : { superior }) } };
}

/** All files of the organisation that acts for itself. */
function asOrganisation(register: Register, { organisation }: Named): Pick<CaseContext, "organisation"> {
  const file = organisation === undefined ? undefined : parseFileNumber(organisation);
  return file?.ok === true ? { organisation: joinedFiles(register, file.value) } : {};
}

interface CaseGround {
  readonly registry: Registry;
  readonly register: Register;
  readonly organisation: Organisation | undefined;
  readonly region: string | undefined;
  readonly today: PlainDate;
}

function listOf(state: ListingCase, command: CaseCommand): LawId | undefined {
  return state.kind !== "notBegun" ? state.list : command.type === "ProposeListing" ? command.list : undefined;
}

function contextOf(ground: CaseGround, actor: Actor, list: LawId | undefined): CaseContext {
  const { registry: { rulebook }, today } = ground;
  const procedure = list === undefined ? undefined : rulebook.get("list", list)?.procedure;
  return {
    law: rulebook, actor, today, calendar: workdaysOf(ground.registry),
    suspensions: clockSuspensions(rulebook, {
      of: [list, procedure].filter((id) => id !== undefined), regions: withAbove(rulebook, ground.region), today,
      holds: (condition) => (ground.organisation === undefined ? "unknown" : assessCriteria(sceneOn(ground, today), ground.organisation, [condition]).truth),
    }),
  };
}

function sceneOn({ registry, register }: CaseGround, day: PlainDate): Scene {
  return sceneOf(registry, KEEPER, register, registry.rulebook.on(day), day);
}

/** The command as the decider wants it: with the criteria as they stand on what is on file. */
function commandOf(ground: CaseGround, state: ListingCase, { command, matter }: Named): ListingCommand {
  switch (command.type) {
    case "ProposeListing": {
      const day = command.proposedOn ?? ground.today;
      const { criteria, records } = criteriaOn(ground, command.list, day, { appliedOn: day, ...(command.actedOn === undefined ? {} : { actedOn: command.actedOn }) });
      return { ...command, matter, criteria, records };
    }
    case "DecideListing": {
      const day = command.decidedOn ?? ground.today;
      const listing = ground.registry.freshId("l") as ListingId;
      if (state.kind === "notBegun") return { ...command, listing, criteria: [] };
      const { proposedOn, actedOn } = state.proposal;
      return { ...command, listing, criteria: criteriaOn(ground, state.list, day, { appliedOn: proposedOn, ...(actedOn === undefined ? {} : { actedOn }) }).criteria };
    }
    default:
      return command;
  }
}

function criteriaOn(ground: CaseGround, id: LawId, day: PlainDate, days: { readonly appliedOn: PlainDate; readonly actedOn?: PlainDate }): { readonly criteria: readonly CriterionResult[]; readonly records: CaseRecords } {
  const list = ground.registry.rulebook.get("list", id);
  const governing = list === undefined ? undefined : governingDay(list.criteriaAnchor, { ...days, decidedOn: day, effectiveFrom: day, asked: day });
  if (list === undefined || governing === undefined || ground.organisation === undefined) return { criteria: [], records: [] };
  return assessCriteria(sceneOn(ground, day), ground.organisation, valueOn(list.criteria, governing) ?? []);
}

type CaseRecords = ProposeListing["records"];

