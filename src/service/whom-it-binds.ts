// Whom it binds: every organisation a memorandum, a measure, a list or an authority binds on a day, each once, in the order of their file numbers: as a
// stream, or a page at a time through one snapshot. Files are found by what sets the measures off, read some at a time, and whoever is told
// of is told of because the derivation of a check says so.
import { err, ok, parseLawId, sequenceOf, type Digest, type FileNumber, type LawId, type Result } from "../domain/terms/index.ts";
import { BURDENS, FAVOURS, type Statute } from "../domain/rules/index.ts";
import { joinedFiles, keyOf, organisationOf, type Register } from "../domain/register/index.ts";
import { mayDecide } from "../domain/cases/index.ts";
import { boundUnder, partOfLaw, touchOf, type AnsweredOrganisation, type AsOf, type Asker, type BoundUnder, type PartAsked, type PartOfLaw } from "../domain/restrictions/index.ts";
import { withAbove } from "./case-ground.ts";
import { readClocks, type Clocks, type ClocksAsked } from "./clocks.ts";
import type { FileSet } from "./file-set.ts";
import { underRulebook } from "./kept-rulebooks.ts";
import { answered, openLists } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { editionsOn, readClosure } from "./read.ts";
import { calendarOf, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { touchedFiles } from "./touched-files.ts";
import { cursorText, readCursor } from "./walk-cursor.ts";

export interface BoundRequest extends ClocksAsked {
  /** Id of a memorandum, a measure, a list or an authority. */
  readonly of: string;
  /** Only this effect. */
  readonly effect?: string;
  /** Also those whom an office may still bind. */
  readonly possible?: boolean;
  /** Only organisations of this region, or of one within it. */
  readonly region?: string;
  /** Where a page before left off. */
  readonly cursor?: string;
}

export interface BoundOrganisation extends BoundUnder {
  readonly organisation: AnsweredOrganisation;
}

export interface BoundWalk {
  readonly of: LawId;
  readonly asOf: AsOf;
  readonly organisations: AsyncIterable<BoundOrganisation>;
}

export interface BoundPage {
  readonly of: LawId;
  readonly asOf: AsOf;
  readonly organisations: readonly BoundOrganisation[];
  /** The cursor of the next page; absent: this is the last. */
  readonly next?: string;
}

/** As many organisations a page holds at most. */
export const BOUND_PER_PAGE_MAX = 500;
const FILES_PER_READ = 50;

/** All of them, one after another; no more is read ahead than a few. */
export async function whomItBinds(registry: Registry, asker: Asker, request: BoundRequest): Promise<Result<BoundWalk, Problem>> {
  const walk = await readWalk(registry, asker, request);
  if (!walk.ok) return walk;
  const { of, asOf } = walk.value;
  return ok({ of, asOf, organisations: organisationsOf(found(walk.value, asker)) });
}

/** The next so many of them, with the cursor of the page after. */
export async function pageOfBound(registry: Registry, asker: Asker, request: BoundRequest & { readonly limit: number }): Promise<Result<BoundPage, Problem>> {
  const walk = await readWalk(registry, asker, request);
  if (!walk.ok) return walk;
  const { of, asOf, question } = walk.value;
  const limit = Math.min(request.limit, BOUND_PER_PAGE_MAX);
  const page: Found[] = [];
  for await (const each of found(walk.value, asker)) {
    page.push(each);
    if (page.length > limit) break;
  }
  const last = page.length > limit ? page[limit - 1] : undefined;
  return ok({ of, asOf, organisations: page.slice(0, limit).map(({ row }) => row), ...(last === undefined ? {} : { next: cursorText(registry, question, { ...asOf, after: last.file }) }) });
}

interface Walk {
  readonly registry: Registry;
  readonly of: LawId;
  readonly part: PartOfLaw;
  readonly statute: Statute;
  readonly only: Pick<PartAsked, "effect" | "possible">;
  readonly region: string | undefined;
  /** Lists whose editions an answer may rest on. */
  readonly lists: readonly LawId[];
  readonly asOf: AsOf;
  readonly after: FileNumber | undefined;
  /** What is asked, but for the clocks. */
  readonly question: string;
}

async function readWalk(inUse: Registry, asker: Asker, request: BoundRequest): Promise<Result<Walk, Problem>> {
  const of = parseLawId(request.of);
  if (!of.ok) return err(problem("law-entry-unknown", of.error, UNKNOWN));
  const { possible = false, region } = request;
  const effect = [...BURDENS, ...FAVOURS].find((each) => each === request.effect);
  if (request.effect !== undefined && effect === undefined) return err(problem("input-invalid", `\`${request.effect}\` is no effect`, `Choose one of: ${[...BURDENS, ...FAVOURS].join(", ")}.`));
  const question = JSON.stringify([of.value, effect ?? null, possible, ...(region === undefined ? [] : [region])]);
  const begun = await beginning(inUse, request, of.value, question);
  if (!begun.ok) return begun;
  const { registry, clocks, after } = begun.value;
  const statute = registry.rulebook.on(clocks.law);
  const part = partAsked(registry, statute, of.value);
  if (part === undefined) return err(unknownEntry(registry, of.value, clocks));
  const touched = new Set(part.measures.flatMap(({ acts }) => acts));
  const lists = [...new Set([...touched].flatMap((act) => statute.measuresOn(act)).flatMap(({ trigger }) => (trigger.kind === "list" ? trigger.lists : [])))].sort();
  const editions = editionsOn(await readClosure(registry, lists.map(keyOf.edition), clocks.known), openLists(statute, asker, lists), clocks.on);
  return ok({ registry, of: of.value, part, statute, only: { possible, ...(effect === undefined ? {} : { effect }) }, region, lists, after, question, asOf: { ...clocks, rulebook: registry.rulebook.hash, by: "derive", editions } });
}

/** Of an authority: the measures it may decide, its own and those of authorities above it. */
function partAsked({ rulebook }: Registry, statute: Statute, id: LawId): PartOfLaw | undefined {
  if (statute.get("authority", id) === undefined) return partOfLaw(statute, id);
  return { measures: statute.all("measure").filter((measure) => mayDecide(rulebook, measure, id)) };
}

interface Beginning {
  readonly registry: Registry;
  readonly clocks: Clocks;
  readonly after: FileNumber | undefined;
}

/** The clocks of the request, or those of the cursor: a walk goes through one snapshot, whatever was written since. */
async function beginning(inUse: Registry, request: BoundRequest, of: LawId, question: string): Promise<Result<Beginning, Problem>> {
  if (request.cursor === undefined) {
    const clocks = await readClocks(inUse, request, of);
    return clocks.ok ? ok({ registry: inUse, clocks: clocks.value, after: undefined }) : clocks;
  }
  const cursor = readCursor(inUse, question, request.cursor);
  if (!cursor.ok) return cursor;
  const { on, law, known, rulebook, after } = cursor.value;
  const asked = await readClocks(inUse, { on, law, known: String(known), ...clocksGiven(request) }, of);
  if (!asked.ok) return asked;
  if (asked.value.on !== on || asked.value.law !== law || asked.value.known !== known) return err(problem("cursor-invalid", "the cursor belongs to another day or position than the one asked about", "Leave `on`, `law` and `known` out beside a cursor: it carries its own."));
  return under(inUse, rulebook, { on, law, known }, after);
}

async function under(inUse: Registry, rulebook: Digest, clocks: Clocks, after: FileNumber): Promise<Result<Beginning, Problem>> {
  const registry = await underRulebook(inUse, rulebook);
  return registry.ok ? ok({ registry: registry.value, clocks, after }) : registry;
}

function clocksGiven({ on, law, known }: BoundRequest): Partial<Record<"on" | "law" | "known", string>> {
  return { ...(on === undefined ? {} : { on }), ...(law === undefined ? {} : { law }), ...(known === undefined ? {} : { known }) };
}

interface Found {
  readonly row: BoundOrganisation;
  /** The file by which it was come upon. */
  readonly file: FileNumber;
}

async function* organisationsOf(rows: AsyncIterable<Found>): AsyncIterable<BoundOrganisation> {
  for await (const { row } of rows) yield row;
}

async function* found(walk: Walk, asker: Asker): AsyncIterable<Found> {
  const { registry, statute, part, asOf: { known, law } } = walk;
  const files = await touchedFiles(registry, touchOf(statute, part.measures), known, `${walk.of} ${law}`);
  for (const chunk of chunksOf(files.after(walk.after), FILES_PER_READ)) yield* boundAmong(walk, asker, files, chunk);
}

function* chunksOf(files: Iterable<FileNumber>, size: number): Iterable<readonly FileNumber[]> {
  let chunk: FileNumber[] = [];
  for (const file of files) {
    chunk.push(file);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function* boundAmong(walk: Walk, asker: Asker, files: FileSet, chunk: readonly FileNumber[]): AsyncIterable<Found> {
  const { registry, statute, part, lists, region, asOf: { on, known } } = walk;
  const keys = [...chunk.map(keyOf.file), ...lists.map(keyOf.edition)];
  const register = await readClosure(registry, keys, known);
  // What the public may see is settled by the register of now, as in a check.
  const newest = asker.kind === "keeper" || known === (await registry.ledger.head()) ? register : await readClosure(registry, keys);
  const scene = sceneOf(registry, asker, register, statute, on, newest);
  for (const file of chunk) {
    const organisation = organisationOf(register, file);
    if (organisation === undefined || !isFirst(register, files, file)) continue;
    if (region !== undefined && !withAbove(registry.rulebook, organisation.attributes.region).includes(region)) continue;
    const bound = boundUnder({ scene, organisation, find: (other) => organisationOf(register, other), calendar: calendarOf(registry) }, { ...part, ...walk.only });
    if (bound.effects.length + bound.favours.length + bound.possible.length > 0) yield { file, row: { organisation: answered(organisation), ...bound } };
  }
}

/** Of several files that are one organisation the first that was found speaks for it. */
function isFirst(register: Register, files: FileSet, file: FileNumber): boolean {
  return joinedFiles(register, file).every((other) => sequenceOf(other) >= sequenceOf(file) || !files.has(other));
}

const UNKNOWN = "Give the id of a memorandum, a measure, a list or an authority; `law show` without an id lists what is in force.";

function unknownEntry({ rulebook }: Registry, id: LawId, { law }: Clocks): Problem {
  const entry = rulebook.find(id);
  if (entry === undefined) return problem("law-entry-unknown", `\`${id}\` is no entry of the law`, UNKNOWN);
  if (entry.kind !== "memorandum" && entry.kind !== "measure" && entry.kind !== "list" && entry.kind !== "authority") return problem("law-entry-unknown", `\`${id}\` is no memorandum, measure, list or authority`, UNKNOWN);
  return problem("law-entry-unknown", `\`${id}\` is not in force on ${law}`, `It is in force from ${entry.from ?? "the beginning"}${entry.until === undefined ? "" : ` until ${entry.until}`}; choose another day.`);
}
