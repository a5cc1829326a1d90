// Organisation's desk: everything on file about one organisation, what is not public included, its cases with their deadlines, and what it can
// ask for now, each with why not where it cannot.
import { err, ok, type FileNumber, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { CaseAbout } from "../domain/events/index.ts";
import { valueOn, type Field } from "../domain/rules/index.ts";
import { applicationOf, sameThing, speakingProcedures, waysOutOf, type ApplicationPurpose, type CaseThing, type ExitDay } from "../domain/cases/index.ts";
import { publicationOn, thingOfListing, thingOfRecord, type Publication } from "../domain/publication/index.ts";
import { KEEPER } from "../domain/restrictions/index.ts";
import { whyOf, type WhyNot } from "./case-actions.ts";
import { contextFor, holdsOf, lawAndClocks, thingOf, type CaseGround } from "./case-ground.ts";
import { maySeeCase, type CaseViewer } from "./case-view.ts";
import { deadlinesIn, type Deadline } from "./deadlines.ts";
import { trialValues } from "./field-trial.ts";
import { casesOf, isOpen, type CaseInHand } from "./open-cases.ts";
import { organisationGround } from "./organisation-ground.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { decideIn } from "./run-procedure.ts";
import { standingOf, type Standing } from "./standing.ts";
import { toldLettersOf, type ToldLetter } from "./told-letters.ts";
import { toGoOn, type ToGo } from "./what-has-to-go.ts";
import { rowOf, type CaseRow } from "./worklist.ts";

/** Something the organisation can ask for. */
export interface Ask {
  readonly purpose: ApplicationPurpose;
  readonly about: CaseAbout;
  /** The list, record type or procedure it concerns. */
  readonly of: LawId | null;
  readonly procedure: LawId | null;
  /** The way out that is applied for. */
  readonly exit?: ExitDay;
  readonly allowed: boolean;
  readonly why?: WhyNot;
  /** What the law wants to see, in its words. */
  readonly documents: readonly Names[];
  /** What the first step puts on file. */
  readonly fields: readonly Field[];
}

/** A listing, record or join with what became of it. */
export interface ThingOnFile {
  readonly about: CaseAbout;
  /** Of a join: none. */
  readonly publication: Publication | null;
  /** The case that runs about it. */
  readonly disputed: MatterId | null;
  readonly stayedSince: PlainDate | null;
  readonly repairedOn: PlainDate | null;
}

export interface OrganisationDesk {
  readonly file: FileNumber;
  readonly files: readonly FileNumber[];
  readonly name: string;
  readonly on: PlainDate;
  readonly standing: Standing;
  readonly things: readonly ThingOnFile[];
  readonly cases: readonly CaseRow[];
  readonly closed: readonly CaseRow[];
  /** Steps of its cases, and the yearly reports owed for the year whose time opened last. */
  readonly due: readonly Deadline[];
  /** What rests on a record whose act fell. */
  readonly toGo: readonly ToGo[];
  readonly asks: readonly Ask[];
  /** Letters of what came about by itself, whether or not they belong to a case; the newest first. */
  readonly letters: readonly ToldLetter[];
}

/** The desk of one organisation: only it (and the keeper) may be shown this. */
export async function organisationDesk(registry: Registry, organisation: string): Promise<Result<OrganisationDesk, Problem>> {
  const read = await organisationGround(registry, organisation);
  if (!read.ok) return read;
  const ground = read.value;
  const standing = await standingOf(registry, KEEPER, { organisation: ground.organisation?.file ?? organisation });
  if (!standing.ok) return standing;
  const cases = casesOf(ground);
  return ok({
    file: ground.organisation?.file ?? standing.value.organisation.files[0] ?? ("" as FileNumber), files: ground.files, name: ground.organisation?.name ?? organisation, on: ground.today, standing: standing.value,
    things: thingsOf(ground, cases), cases: cases.filter(isOpen).map(rowOf), closed: cases.filter((each) => !isOpen(each)).map(rowOf),
    due: deadlinesIn({ kind: "organisation", ground, cases, toGo: [] }), toGo: toGoOn(ground), asks: asksOf(ground), letters: await toldLettersOf(ground),
  });
}

/** The cases of one organisation that the viewer may see: its own all, an office those it decides. */
export async function organisationCases(registry: Registry, viewer: CaseViewer, organisation: string): Promise<Result<{ readonly organisation: FileNumber; readonly cases: readonly (CaseRow & { readonly open: boolean })[] }, Problem>> {
  const read = await organisationGround(registry, organisation);
  if (!read.ok) return read;
  const cases = casesOf(read.value).filter((each) => maySeeCase(each, viewer)).map((each) => ({ ...rowOf(each), open: isOpen(each) }));
  return ok({ organisation: read.value.organisation?.file ?? read.value.files[0] ?? ("" as FileNumber), cases });
}

/** What can be asked about one thing for one purpose; nothing where it is not on this organisation's file. */
export async function asksAbout(registry: Registry, organisation: string, about: CaseAbout, purpose: ApplicationPurpose): Promise<Result<readonly Ask[], Problem>> {
  const read = await organisationGround(registry, organisation);
  if (!read.ok) return read;
  const possible = aboutsOf(read.value).find(([each]) => sameThing(each, about));
  const thing = possible?.[1].includes(purpose) === true ? thingOf(read.value, possible[0]) : undefined;
  if (possible === undefined || thing === undefined) return err(problem("thing-unknown", "what this is to be about is not on this organisation's file, or this is not asked of it", "Begin from the organisation's desk, which lists what can be asked about each thing.", { facts: { kind: "notAsked" } }));
  return ok(askOf(read.value, possible[0], thing, purpose));
}

function thingsOf({ organisation, register, registry: { rulebook }, files, today: on }: CaseGround, cases: readonly CaseInHand[]): readonly ThingOnFile[] {
  const running = cases.flatMap((each) => (each.kind === "procedure" && each.inLaw.progress.phase === "running" ? [each.state] : []));
  const disputed = (about: CaseAbout): MatterId | null => running.find((each) => sameThing(each.about, about))?.matter ?? null;
  const listings = (organisation?.listings ?? []).flatMap((listing): ThingOnFile[] => {
    const list = rulebook.get("list", listing.list);
    const about: CaseAbout = { kind: "listing", listing: listing.id };
    return list === undefined ? [] : [{ about, publication: publicationOn(thingOfListing(list, listing, on), on), disputed: disputed(about), stayedSince: stayOn(listing, on), repairedOn: null }];
  });
  const records = (organisation?.records ?? []).flatMap((record): ThingOnFile[] => {
    const type = rulebook.get("record-type", record.type);
    const about: CaseAbout = { kind: "record", record: record.id };
    return type === undefined ? [] : [{ about, publication: publicationOn(thingOfRecord(type, record, on), on), disputed: disputed(about), stayedSince: stayOn(record, on), repairedOn: record.repair?.repairedOn ?? null }];
  });
  const joins = register.joins.filter(({ files: [a, b] }) => files.includes(a) || files.includes(b)).map(({ files: pair }): ThingOnFile => ({ about: { kind: "join", files: pair }, publication: null, disputed: disputed({ kind: "join", files: pair }), stayedSince: null, repairedOn: null }));
  return [...listings, ...records, ...joins];
}

function stayOn({ stays }: { readonly stays: readonly { readonly from: PlainDate; readonly until?: PlainDate }[] }, on: PlainDate): PlainDate | null {
  return stays.find(({ from, until }) => from <= on && (until === undefined || on < until))?.from ?? null;
}

/** Everything a case of the organisation's own can be about, with what can be asked of it. */
function aboutsOf(ground: CaseGround): readonly (readonly [CaseAbout, readonly ApplicationPurpose[]])[] {
  const { organisation, register, files } = ground;
  return [
    ...(organisation?.listings ?? []).map(({ id }) => [{ kind: "listing", listing: id }, ["objection", "repair"]] as const),
    ...(organisation?.records ?? []).map(({ id }) => [{ kind: "record", record: id }, ["objection", "repair"]] as const),
    ...register.joins.filter(({ files: [a, b] }) => files.includes(a) || files.includes(b)).map(({ files: pair }) => [{ kind: "join", files: pair }, ["objection"]] as const),
    ...casesOf(ground).filter((each) => !isOpen(each)).map(({ matter }) => [{ kind: "matter", matter }, ["appeal"]] as const),
    [{ kind: "organisation" }, ["commitment", "annual-report"]] as const,
  ];
}

/** What can be asked about each thing on file, tried on the decider. */
export function asksOf(ground: CaseGround): readonly Ask[] {
  return aboutsOf(ground).flatMap(([about, purposes]) => {
    const thing = thingOf(ground, about);
    return thing === undefined ? [] : purposes.flatMap((purpose) => askOf(ground, about, thing, purpose));
  });
}

/** Each way out that can be applied for is asked apart; so is each procedure by which an organisation can commit itself or report. */
function askOf(ground: CaseGround, about: CaseAbout, thing: CaseThing, purpose: ApplicationPurpose): readonly Ask[] {
  if (purpose === "repair") return waysOutOf({ ...lawAndClocks(ground, undefined), ...holdsOf(ground, thing), thing }, ground.today).map((exit) => tried(ground, { about, thing, purpose, exit }));
  const speaking = thing.kind === "organisation" ? speakingFor(ground, thing, purpose) : [];
  return speaking.length === 0 ? [tried(ground, { about, thing, purpose })] : speaking.map((procedure) => tried(ground, { about, thing, purpose, procedure }));
}

function speakingFor(ground: CaseGround, thing: CaseThing, purpose: ApplicationPurpose): readonly LawId[] {
  const party = { kind: "organisation", files: ground.files } as const;
  const context = contextFor(ground, { party, thing, purpose, state: undefined });
  return speakingProcedures(context.law, applicationOf({ purpose }, context, ground.today)).filter(({ steps }) => steps.some((step) => step.by === "organisation" && step.records !== undefined)).map(({ procedure }) => procedure.id);
}

interface Trying {
  readonly about: CaseAbout;
  readonly thing: CaseThing;
  readonly purpose: ApplicationPurpose;
  readonly exit?: ExitDay;
  readonly procedure?: LawId;
}

const FILLED = "…";
const TRIED = "m.tried" as MatterId;

function tried(ground: CaseGround, { about, thing, purpose, exit, procedure }: Trying): Ask {
  const file = ground.files[0] ?? ("" as FileNumber);
  const fields = procedure === undefined ? [] : fieldsAsked(ground, procedure);
  const decided = decideIn(ground, {
    by: { kind: "organisation", file },
    command: { type: "OpenCase", file, about, purpose, statement: FILLED, ...(exit === undefined ? {} : { exit: exit.exit }), ...(procedure === undefined ? {} : { procedure }), ...(fields.length === 0 ? {} : { fields: trialValues(fields, ground.today) }) },
  }, TRIED, undefined);
  const opened = decided.ok ? decided.value.events.find((event) => event.type === "CaseOpened") : undefined;
  return {
    purpose, about, of: thing.kind === "listing" ? thing.listing.list : thing.kind === "record" ? thing.record.type : null, procedure: opened?.type === "CaseOpened" ? opened.body.procedure : (procedure ?? null),
    allowed: decided.ok, documents: exit?.conditions ?? [], fields, ...(exit === undefined ? {} : { exit }),
    ...(decided.ok ? {} : { why: whyOf(decided.error) }),
  };
}

/** Fields of the record that the organisation's own step puts on file; what any step of the procedure settles itself is not asked. */
function fieldsAsked({ registry, today: on }: CaseGround, id: LawId): readonly Field[] {
  const procedure = registry.rulebook.get("procedure", id);
  const steps = procedure === undefined ? [] : (valueOn(procedure.steps, on) ?? []);
  const records = steps.find((step) => step.by === "organisation" && step.records !== undefined)?.records;
  const settled = new Set(steps.flatMap((step) => (step.records?.type === records?.type ? Object.keys(step.records?.set ?? {}) : [])));
  return (records === undefined ? [] : (registry.rulebook.get("record-type", records.type)?.fields ?? [])).filter(({ name }) => !settled.has(name));
}
