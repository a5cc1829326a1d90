// Releases: the queue of each consumer: every end it has to take over, by when, and whether it has said so. What is overdue is public, by
// authority. Made of the told log and the acknowledgements in the ledger.
import { addDays, err, ok, parseFileNumber, type FileNumber, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { EventDraft, Told } from "../domain/events/index.ts";
import { mayAcknowledge } from "../domain/cases/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { readOffices } from "./case-ground.ts";
import { keysOfRequest, storedFor, type Once } from "./once.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";

/** An end in one consumer's queue. */
export interface QueuedRelease {
  readonly sequence: number;
  readonly key: string;
  readonly what: Told["what"];
  readonly consumer: LawId;
  readonly files: readonly FileNumber[];
  readonly day: PlainDate;
  readonly detail: Told["detail"];
  /** The last day to take it over; null where the law in force states none. */
  readonly takeOverBy: PlainDate | null;
  readonly acknowledgedOn: PlainDate | null;
  /** Not taken over in time, or taken over late. */
  readonly overdue: boolean;
}

/** What is taken over: an end or a rest, no begin and no deadline. */
export const RELEASES: readonly Told["what"][] = ["termEnded", "removed", "annulled", "repaired", "stayed", "stayEnded", "memorandumEnded"];
const PAGE = 5000;

/** Everything told to the consumers asked for, the newest first; of all releases, or of those asked for. */
export async function queueOf(registry: Registry, isAsked: (consumer: LawId) => boolean, isMeant: (release: string) => boolean = () => true): Promise<readonly QueuedRelease[]> {
  const acknowledged = new Map<string, PlainDate>();
  for (const event of await registry.ledger.read({ types: ["ReleaseAcknowledged"] })) {
    if (event.type === "ReleaseAcknowledged" && isKnown(event)) acknowledged.set(`${event.body.release} ${event.body.consumer}`, event.body.acknowledgedOn);
  }
  const on = today(registry);
  const queued: QueuedRelease[] = [];
  for (let after = 0; ; ) {
    const page = await registry.ledger.toldAfter(after, PAGE);
    for (const told of page.filter(({ what, key }) => RELEASES.includes(what) && isMeant(key))) {
      for (const consumer of consumersIn(told).filter(isAsked)) queued.push(queuedAs(told, consumer, acknowledged.get(`${told.key} ${consumer}`) ?? null, on));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return queued.reverse();
    after = last.sequence;
  }
}

function queuedAs(told: Told, consumer: LawId, acknowledgedOn: PlainDate | null, on: PlainDate): QueuedRelease {
  const { sequence, key, what, files, day, detail } = told;
  const takeOverBy = typeof detail["takeOverBy"] === "string" ? (detail["takeOverBy"] as PlainDate) : null;
  return { sequence, key, what, consumer, files, day, detail, takeOverBy, acknowledgedOn, overdue: takeOverBy !== null && addDays(takeOverBy, 1) <= (acknowledgedOn ?? on) };
}

function consumersIn({ detail }: Told): readonly LawId[] {
  const { consumers } = detail;
  return Array.isArray(consumers) ? (consumers as readonly LawId[]) : [];
}

export interface Acknowledged {
  readonly release: string;
  readonly consumer: LawId;
  readonly acknowledgedOn: PlainDate;
}

export interface Acknowledging {
  readonly by: string;
  readonly officers: readonly string[];
  /** The keys the releases were told under. */
  readonly releases: readonly string[];
  /** The authority that took them over; not given, the office's own. */
  readonly consumer?: string;
  readonly once?: Once;
}

/** An office says that a consumer has taken releases over, in one append; each is answered by itself. Said twice it is said once. */
export async function acknowledgeReleases(registry: Registry, request: Acknowledging): Promise<Result<readonly Result<Acknowledged, Problem>[], Problem>> {
  const parsed = parseFileNumber(request.by);
  const office = parsed.ok ? (await readOffices(registry)).get(parsed.value) : undefined;
  if (office === undefined) return err(problem("office-unknown", `\`${request.by}\` is not an office of this register`, "Give the file number of an office that has been opened."));
  const consumer = (request.consumer ?? office.authority) as LawId;
  if (!mayAcknowledge(registry.rulebook, consumer, office.authority)) return err(problem("refused", `\`${office.authority}\` does not speak for \`${consumer}\`: only that authority, or one below it, takes its releases over`, "Let an office of that authority acknowledge it.", { facts: { kind: "consumer", authority: office.authority, consumer } }));
  return decideAndAppend<readonly Result<Acknowledged, Problem>[], Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const before = request.once === undefined ? ok([]) : await storedFor(registry, request.once);
    if (!before.ok) return before;
    const queue = new Map((await queueOf(registry, (each) => each === consumer, (key) => request.releases.includes(key))).map((queued) => [queued.key, queued]));
    const drafts = new Map<string, EventDraft>();
    const value = request.releases.map((key): Result<Acknowledged, Problem> => {
      const queued = queue.get(key);
      const [file] = queued?.files ?? [];
      if (queued === undefined || file === undefined) return err(problem("release-unknown", `no release \`${key}\` was told to \`${consumer}\``, "The queue lists what was told to it.", { facts: { kind: "release", release: key, consumer } }));
      const acknowledgedOn = queued.acknowledgedOn ?? today(registry);
      if (queued.acknowledgedOn === null) drafts.set(key, { type: "ReleaseAcknowledged", body: { release: key, consumer, file, acknowledgedOn } });
      return ok({ release: key, consumer, acknowledgedOn });
    });
    return ok({ batch: null, drafts: [...drafts.values()], office: office.file, officer: request.officers[0] ?? null, keys: request.once === undefined ? [] : keysOfRequest(registry, request.once), expect: { keys: [keyOf.consumer(consumer)], after }, value });
  });
}

/** The same for one release. */
export async function acknowledgeRelease(registry: Registry, { release, ...request }: Omit<Acknowledging, "releases"> & { readonly release: string }): Promise<Result<Acknowledged, Problem>> {
  const acknowledged = await acknowledgeReleases(registry, { ...request, releases: [release] });
  if (!acknowledged.ok) return acknowledged;
  const [own] = acknowledged.value;
  if (own === undefined) throw new Error("assertion failed: one release has one answer");
  return own;
}

/** Releases not taken over in time, by consumer that has an office here to take them over: public. Nothing of whom they free. */
export async function overdueByAuthority(registry: Registry): Promise<readonly { readonly consumer: LawId; readonly open: number; readonly overdue: number; readonly oldest: PlainDate | null }[]> {
  const here = [...(await readOffices(registry)).values()].map(({ authority }) => authority);
  const hasOffice = (consumer: LawId): boolean => here.some((authority) => mayAcknowledge(registry.rulebook, consumer, authority));
  const queued = (await queueOf(registry, hasOffice)).filter(({ acknowledgedOn }) => acknowledgedOn === null);
  return [...Map.groupBy(queued, ({ consumer }) => consumer)].map(([consumer, own]) => {
    const late = own.filter(({ overdue }) => overdue);
    return { consumer, open: own.length, overdue: late.length, oldest: late.map(({ day }) => day).sort()[0] ?? null };
  }).sort((a, b) => b.overdue - a.overdue || (a.consumer < b.consumer ? -1 : 1));
}

/** Everything an office's authority has to take over or has taken over, the newest first. */
export async function releasesOf(registry: Registry, office: string): Promise<Result<readonly QueuedRelease[], Problem>> {
  const parsed = parseFileNumber(office);
  const open = parsed.ok ? (await readOffices(registry)).get(parsed.value) : undefined;
  if (open === undefined) return err(problem("office-unknown", `\`${office}\` is not an office of this register`, "Give the file number of an office that has been opened."));
  return ok(await queueOf(registry, (consumer) => mayAcknowledge(registry.rulebook, consumer, open.authority)));
}
