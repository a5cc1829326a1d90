// Take steps: many steps of cases of every kind in one append, each taken or refused by itself; asked again under the same key they are taken
// once. What the law's own draft can say (basis, consequences of a listing) is filled in where it was left out. The API, the command line
// and decisions by spreadsheet go through here.
import { err, ok, parseFileNumber, type AttachmentId, type FileNumber, type MatterId, type Result } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { caseOf, procedureCaseOf, type BegunCase, type ListingCommand } from "../domain/cases/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import type { Asking } from "./asking.ts";
import { listingDraft, statedBasisOf } from "./listing-draft.ts";
import { keysOfRequest, storedFor, type Once } from "./once.ts";
import { problem, type Problem } from "./problem.ts";
import { receiveAttachments, type ReceivedAttachments } from "./receive-attachments.ts";
import { todayFor, type Registry } from "./registry.ts";
import type { CaseAsk, ListingAsk } from "./requests/case-request.ts";
import { act, addTaken, readCases, type CaseActed, type CaseCommand, type CaseReading, type Named } from "./run-case.ts";
import { decideNow } from "./run-procedure.ts";
import { tellEnds } from "./tell-ends.ts";

export interface StepsToTake {
  readonly asks: readonly CaseAsk[];
  readonly once?: Once;
  /** Where one is refused, none is taken. */
  readonly allOrNone?: boolean;
}

/** A step that was taken: now, or under the same key before. */
export interface StepsTaken {
  readonly matter: MatterId;
  readonly file: FileNumber;
  readonly events: readonly EventDraft[];
  readonly repeated: boolean;
}

type Outcome = Result<StepsTaken, Problem>;

/** One result for each, in their order. With `allOrNone` those that would have been taken say what would have followed, and nothing is stored. */
export async function takeSteps(registry: Registry, request: StepsToTake): Promise<Result<readonly Outcome[], Problem>> {
  const named = await Promise.all(request.asks.map(async (ask, index): Promise<NamedAsk> => ({ ask, matter: ask.command.matter ?? newMatter(registry, request.once, index), files: await receiveFor(registry, ask) })));
  const taken = await decideAndAppend<readonly Outcome[], Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const before = request.once === undefined ? ok([]) : await storedFor(registry, request.once);
    if (!before.ok) return before;
    const stored = Map.groupBy(before.value.filter(isKnown), ({ matter }) => matter);
    const run = await begin(registry, named);
    const outcomes: Outcome[] = [];
    for (const each of named) {
      const earlier = stored.get(each.matter);
      const file = earlier?.[0]?.files[0];
      outcomes.push(earlier !== undefined && file !== undefined ? ok({ matter: each.matter, file, events: earlier, repeated: true }) : await decideOne(run, each));
    }
    const keep = request.allOrNone !== true || outcomes.every((outcome) => outcome.ok);
    return ok({
      batch: null, drafts: keep ? [...run.actors.keys()] : [], value: outcomes, attachments: run.contents, keys: request.once === undefined ? [] : keysOfRequest(registry, request.once),
      expect: { keys: [...(request.once === undefined ? [] : [keysOfRequest(registry, request.once)[0]]), ...named.map(({ matter }) => keyOf.matter(matter)), ...[...run.files].map(keyOf.file)], after },
      actorOf: (draft) => actorIn(run.actors.get(draft)),
    });
  });
  if (!taken.ok) return taken;
  const changed = taken.value.flatMap((outcome) => (outcome.ok && outcome.value.events.some(({ type }) => TOLD.includes(type)) ? [outcome.value.file] : []));
  if (changed.length > 0) await tellEnds(registry, [...new Set(changed)]);
  return taken;
}

/** What begins, ends or rests by a step is told at once; telling it again tells nothing. */
const TOLD: readonly EventDraft["type"][] = ["ListingDecided", "ListingRemoved", "RecordRepaired", "RecordCorrected", "EffectsStayed", "StayEnded"];

/** The same for one step. */
export async function takeOneStep(registry: Registry, ask: CaseAsk, once?: Once): Promise<Outcome> {
  const taken = await takeSteps(registry, { asks: [ask], ...(once === undefined ? {} : { once }) });
  if (!taken.ok) return taken;
  const [outcome] = taken.value;
  if (outcome === undefined) throw new Error("assertion failed: one step has one result");
  return outcome;
}

/** Under a key the same request names the same new case each time it is sent. */
function newMatter(registry: Registry, once: Once | undefined, index: number): MatterId {
  if (once === undefined) return registry.freshId("m") as MatterId;
  return `m${registry.digest(`matter ${index} ${keysOfRequest(registry, once)[1]}`).slice("sha256:".length, "sha256:".length + 18)}` as MatterId;
}

interface NamedAsk {
  readonly ask: CaseAsk;
  readonly matter: MatterId;
  readonly files: Result<ReceivedAttachments, Problem>;
}

const TAKE_FILES: readonly CaseAsk["command"]["type"][] = ["ReceiveDefence", "OpenCase", "TakeStep"];

async function receiveFor(registry: Registry, { command, attachments }: CaseAsk): Promise<NamedAsk["files"]> {
  if (attachments.length > 0 && !TAKE_FILES.includes(command.type)) return err(problem("input-invalid", `\`${command.type}\` takes no files`, "Hand files in with an answer, an application or a step that says something."));
  return receiveAttachments(registry, attachments);
}

interface Run {
  readonly registry: Registry;
  readonly kinds: ReadonlyMap<MatterId, "listing" | "procedure">;
  readonly reading: CaseReading;
  /** Files of what was decided from the ledger alone: nobody else may have written to them. */
  readonly files: Set<FileNumber>;
  /** Drafts in their order, with who acted. */
  readonly actors: Map<EventDraft, Asking>;
  readonly contents: Map<AttachmentId, Uint8Array>;
  /** Cases, listings, records and files that something was done to, with the case that did it. */
  readonly touched: Map<string, MatterId>;
}

async function begin(registry: Registry, named: readonly NamedAsk[]): Promise<Run> {
  const kinds = new Map<MatterId, "listing" | "procedure">();
  const matters = [...new Set(named.map(({ matter }) => matter))];
  const events = Map.groupBy((await registry.ledger.read({ keys: matters.map(keyOf.matter) })).filter(isKnown), ({ matter }) => matter);
  for (const matter of matters) {
    const own = events.get(matter) ?? [];
    if (caseOf(matter, own).kind !== "notBegun") kinds.set(matter, "listing");
    else if (procedureCaseOf(matter, own) !== undefined) kinds.set(matter, "procedure");
  }
  const listing = named.flatMap((each) => (isListing(each.ask.command, kinds.get(each.matter)) ? [{ ...each, by: officeActing(each, events.get(each.matter)?.find(({ type }) => type === "ListingProposed")?.office) }] : []));
  const reading = await readCases(registry, listing.map(({ ask, matter, by }): Named => ({ by, officers: [], matter, command: ask.command as CaseCommand })));
  return { registry, kinds, reading, files: new Set(), actors: new Map(), contents: new Map(), touched: new Map() };
}

function officeActing({ ask: { by } }: NamedAsk, office: FileNumber | null | undefined): string {
  return by.kind === "office" ? by.office : (office ?? "");
}

async function decideOne(run: Run, { ask, matter, files }: NamedAsk): Promise<Outcome> {
  if (!files.ok) return files;
  const command = withFiles(ask.command, files.value);
  const kind = run.kinds.get(matter);
  const wanted = isListing(command, kind) ? "listing" : "procedure";
  if (kind === undefined && command.type !== "ProposeListing" && command.type !== "OpenCase") return err(problem("case-unknown", `there is no case \`${matter}\``, "The worklist of the office and the desk of the organisation list the cases that are there."));
  if (kind !== undefined && kind !== wanted) return err(problem("input-invalid", `\`${command.type}\` is no step of the case \`${matter}\`, which is ${kind === "listing" ? "a listing case" : "no listing case"}`, kind === "listing" ? `Its steps are ${LISTING_STEPS.join(", ")}.` : "Its steps are TakeStep, WithdrawCase, OrderStay, EndStay, Recuse and GiveConsent; the case itself names what is possible now."));
  const decided = isListing(command, kind) ? await decideListing(run, ask, matter, command) : await decideNow(run.registry, { by: ask.by, command }, matter);
  if (!decided.ok) return decided;
  const clash = clashIn(run, matter, decided.value);
  if (clash !== undefined) return err(clash);
  for (const event of decided.value.events) run.actors.set(event, ask.by);
  for (const [id, content] of files.value.contents) run.contents.set(id, content);
  if (wanted === "procedure") run.files.add(decided.value.file);
  else addTaken(run.reading, { matter, by: ask.by.kind === "office" ? ask.by.office : "", ...(ask.by.kind === "office" ? {} : { organisation: ask.by.file }) }, decided.value.events);
  return ok({ ...decided.value, repeated: false });
}

function withFiles(command: CaseAsk["command"], { attachments }: ReceivedAttachments): CaseAsk["command"] {
  const takes = command.type === "ReceiveDefence" || command.type === "OpenCase" || command.type === "TakeStep";
  return takes && attachments.length > 0 ? { ...command, attachments } : command;
}

const LISTING_STEPS = ["IssueNotice", "RecordService", "ReceiveDefence", "HoldHearing", "RecuseOfficer", "GiveConsent", "DecideListing", "WithdrawProposal", "RemoveListing"] as const satisfies readonly ListingCommand["type"][];

/** A consent is a step of either kind of case: it goes where its case is. */
function isListing(command: CaseAsk["command"], kind: "listing" | "procedure" | undefined): command is ListingAsk {
  if (command.type === "GiveConsent") return kind !== "procedure";
  return command.type === "ProposeListing" || LISTING_STEPS.some((type) => type === command.type);
}

async function decideListing({ registry, reading }: Run, ask: CaseAsk, matter: MatterId, command: ListingAsk): Promise<Result<CaseActed, Problem>> {
  const { by } = ask;
  const events = reading.events.get(matter) ?? [];
  const state = caseOf(matter, events);
  const first = events.find((event) => event.type === "ListingProposed");
  const office = first !== undefined && "office" in first && typeof first.office === "string" ? first.office : "";
  const drafted = await withDraft(registry, state.kind === "notBegun" ? undefined : state, command);
  return act(registry, reading, {
    matter, command: drafted, ...(by.kind === "office" ? { by: by.office, officers: by.officers } : { by: office, officers: [], organisation: by.file }),
  });
}

/** Basis and consequences as the law of today has them for this organisation, where they were not stated. */
async function withDraft(registry: Registry, state: BegunCase | undefined, command: ListingAsk): Promise<CaseCommand> {
  if (command.type !== "IssueNotice" && command.type !== "DecideListing") return command;
  const list = state === undefined ? undefined : registry.rulebook.get("list", state.list);
  const basis = command.basis ?? (list === undefined ? [] : statedBasisOf(registry, list, todayFor(registry, list.id)));
  if (command.type === "DecideListing") return { ...command, basis };
  if (command.consequences !== undefined || state === undefined) return { ...command, basis, consequences: command.consequences ?? [] };
  const draft = await listingDraft(registry, { list: state.list, file: state.file });
  return { ...command, basis, consequences: draft.ok ? draft.value.consequences : [] };
}

/** Two cases in one run may not do something to the same thing: the second has to be decided on what the first has done. */
function clashIn({ touched }: Run, matter: MatterId, { events }: CaseActed): Problem | undefined {
  const things = events.flatMap((event) => [...thingsIn(event)]);
  const clash = things.find((thing) => touched.has(thing) && touched.get(thing) !== matter);
  if (clash !== undefined) return problem("input-invalid", `the case \`${touched.get(clash) ?? ""}\` in the same request decides about the same thing`, "Send this one after the other was taken.");
  for (const thing of things) touched.set(thing, matter);
  return undefined;
}

function* thingsIn({ type, body }: EventDraft): Iterable<string> {
  if (type === "CaseOpened") yield `about:${body.file} ${JSON.stringify(body.about)}`;
  if ("listing" in body && typeof body.listing === "string") yield `listing:${body.listing}`;
  if ("record" in body) yield `record:${body.record}`;
  if (type === "FilesJoined" || type === "FilesSeparated") yield `files:${[...body.files].sort().join(" ")}`;
}

function actorIn(by: Asking | undefined): { readonly office: FileNumber | null; readonly officer: string | null } {
  if (by?.kind !== "office") return { office: null, officer: null };
  const file = parseFileNumber(by.office);
  return { office: file.ok ? file.value : null, officer: by.officers[0] ?? null };
}
