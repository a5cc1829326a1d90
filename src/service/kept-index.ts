// Kept index: the restriction index of a process that goes on answering. It follows the ledger: what was appended since its snapshot is marked
// and left to the twin, whose answers are kept until an event touches what they rest on; when much is marked, a new snapshot is built beside it
// and takes its place between two questions. Every answer is of one position.
import { err, ok, parsePosition, type FileNumber, type Position, type Result } from "../domain/terms/index.ts";
import type { StoredEvent } from "../domain/events/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { keyOf, type Organisation } from "../domain/register/index.ts";
import { indexedAnswer, UNREAD, type Answer, type Asker } from "../domain/restrictions/index.ts";
import { batchEvents } from "./batch-events.ts";
import type { BuiltIndex } from "./build-index.ts";
import { listsOf, readQuestion, resolveWhere, type AskedQuestion, type CheckRequest } from "./check-organisation.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { KeptDays } from "./kept-days.ts";
import { KeptEvents } from "./kept-events.ts";
import { openLists } from "./organisation-asked.ts";
import { MarkedSnapshot, type Question } from "./marked-snapshot.ts";
import type { Problem } from "./problem.ts";
import { ReadAhead } from "./read-ahead.ts";
import { editionsOn, readOrganisation } from "./read.ts";
import { ReadyQuestion, type Asking } from "./ready-question.ts";
import { calendarOf, today, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

/** How many marks, beside a share of all rows, make a new snapshot worth its time: what is marked is derived from memory (kept-events.ts). */
const MARKS_MAX = 5000;
const QUESTIONS_MAX = 400;
const LATEST = Number.MAX_SAFE_INTEGER as Position;
/** Events a new snapshot takes in at a time. */
const EVENTS_EACH = 500;

/** Where snapshots come from, and whom is told what goes wrong meanwhile. */
export interface SnapshotSource {
  /** One that was kept, where there is one that fits this register and its rulebook. */
  readonly load: () => Promise<BuiltIndex | undefined>;
  /** A new one of the newest position, made in a thread of its own where there is one. */
  readonly build: () => Promise<BuiltIndex>;
  readonly say: (line: string) => void;
}

export class KeptIndex {
  readonly #registry: Registry;
  readonly #source: SnapshotSource;
  readonly #answers = new KeptAnswers();
  readonly #events: KeptEvents;
  readonly #ahead: ReadAhead;
  readonly #days: KeptDays;
  readonly #unwatch: () => void;
  /** Undefined until the first is there: the twin answers everything. */
  #snapshot: MarkedSnapshot | undefined;
  #position: Position = 0 as Position;
  /** Something may have been appended that was not looked at yet. */
  #behind = true;
  #following: Promise<void> | undefined;
  #building: Promise<void> | undefined;
  #closed = false;

  /** @param registry the one that answers, without an index of its own */
  constructor(registry: Registry, source: SnapshotSource) {
    this.#registry = registry;
    this.#source = source;
    this.#events = new KeptEvents(registry);
    this.#ahead = new ReadAhead(registry, this.#events);
    this.#days = new KeptDays(registry);
    this.#unwatch = registry.ledger.watch(() => {
      this.#behind = true;
    });
  }

  /** Takes the snapshot that was kept, or has one built: until it is there the twin answers. */
  async start(): Promise<void> {
    const kept = await this.#source.load();
    if (kept !== undefined) await this.#swap(kept);
    else this.#rebuild();
  }

  /** The last position whose events are in its answers. */
  get position(): Position {
    return this.#position;
  }

  /** The position its snapshot was built at. */
  get snapshotAt(): Position | undefined {
    return this.#snapshot?.from;
  }

  close(): void {
    this.#closed = true;
    this.#unwatch();
  }

  /** Takes in what was appended before it was called. Whoever asks after their own write has been answered sees it, and nobody waits for what is written after. */
  async upToDate(): Promise<void> {
    // A reading that is under way may have begun before the last write; the next one has not.
    if (this.#following !== undefined) await this.#following;
    if (this.#following !== undefined || this.#behind) await (this.#following ??= this.#follow().finally(() => (this.#following = undefined)));
  }

  /** Nothing was appended that is not in its answers, as far as anybody has said. */
  get isUpToDate(): boolean {
    return this.#snapshot !== undefined && !this.#behind && this.#following === undefined;
  }

  /** The newest position, with what was appended before it was called; undefined until there is a snapshot. */
  async newest(): Promise<Position | undefined> {
    await this.upToDate();
    return this.#snapshot === undefined ? undefined : this.#position;
  }

  /** As the ledger's `read` of these keys, by the law in use and as of a position that has been taken in; else undefined. */
  readKept(rulebook: Rulebook, keys: readonly string[], upTo: Position): Promise<readonly StoredEvent[]> | undefined {
    return this.#snapshot === undefined || rulebook.hash !== this.#registry.rulebook.hash || upTo > this.#position ? undefined : this.#events.read(keys, upTo, this.#position);
  }

  /** Waits until a snapshot that is being built has taken its place. */
  async settled(): Promise<void> {
    await this.#building;
  }

  /** Whose code or file number this was in the snapshot; since then it may have become another's. */
  likelyFile(text: string): FileNumber | undefined {
    const index = this.#snapshot?.index;
    const row = index?.find(text) ?? UNREAD;
    return index === undefined || row < 0 ? undefined : (index.organisation(row, text).file ?? undefined);
  }

  /** The answer, without words; undefined where the twin must be asked. */
  async check(asker: Asker, request: CheckRequest): Promise<Answer | undefined> {
    if (this.#snapshot === undefined) return undefined;
    // Asked as of a position it has, it need not wait for others who write.
    if (!this.isUpToDate && (knownOf(request.known, LATEST) ?? LATEST) > this.#position) await this.upToDate();
    const asked = knownOf(request.known, this.#position);
    if (asked !== undefined && asked > this.#position) {
      // The ledger is further than anybody has said yet.
      this.#behind = true;
      await this.upToDate();
    }
    const asking = this.#asking(asker, request);
    if (asking === undefined) return undefined;
    const { snapshot, known, key } = asking;
    let question = snapshot.questions.get(key);
    if (question === undefined) question = await this.#ask(snapshot, key, asker, request, known);
    return question === null ? undefined : this.#answered(question, request.organisation, { ...asking, seenAt: this.#seenAt(asker, known) });
  }

  /** The same where nothing has to be waited for; else undefined. */
  checkNow(asker: Asker, request: CheckRequest): Answer | undefined {
    return this.ready(asker, request)?.answer(request.organisation);
  }

  /** The question where it can be answered about any organisation, one after another, without waiting for anything; else undefined. */
  ready(asker: Asker, request: Omit<CheckRequest, "organisation">): ReadyQuestion | undefined {
    if (request.rulebook !== undefined || request.explain === true || (request.known === undefined && !this.isUpToDate)) return undefined;
    const asking = this.#asking(asker, request);
    const question = asking?.snapshot.questions.get(asking.key);
    return asking === undefined || question === undefined || question === null ? undefined : new ReadyQuestion(question, asking, (organisation) => this.#answered(question, organisation, asking));
  }

  #asking(asker: Asker, request: Omit<CheckRequest, "organisation">): Asking | undefined {
    const snapshot = this.#snapshot;
    const known = knownOf(request.known, this.#position);
    if (snapshot === undefined || known === undefined || known < snapshot.from || known > this.#position) return undefined;
    return { snapshot, known, key: this.#keyOf(asker, request, snapshot, known), seenAt: this.#seenAt(asker, known) };
  }

  /** Keeps what the twin answered, with the keys of the ledger it was read by, until an event carries one of them. */
  keep(asker: Asker, request: CheckRequest, answer: Answer, keys: ReadonlySet<string>): void {
    const { known } = answer.asOf;
    if (known !== this.#position || this.#behind || this.#snapshot === undefined) return;
    this.#answers.keep(`${request.organisation}\n${this.#keyOf(asker, request, this.#snapshot, known)}`, answer, keys);
  }

  /** The position that settles what may be seen: to the public it is now, whatever position is asked about. */
  #seenAt(asker: Asker, known: Position): Position {
    return asker.kind === "public" ? this.#position : known;
  }

  #answered(question: Question, organisation: string, { snapshot, known, key, seenAt }: Asking): Answer | undefined {
    const { index, delta } = snapshot;
    const { prepared, act } = question;
    const at = snapshot.asOfAt(question, known);
    const byCode = index.find(organisation);
    const found = byCode >= 0 ? byCode : snapshot.find(byCode, organisation, known);
    if (typeof found === "object") return indexedAnswer(found, act, prepared.nothing, at);
    const derived = found < 0 || delta.isChanged(found, seenAt) ? undefined : index.answer(found, prepared);
    if (derived !== undefined) return indexedAnswer(index.organisation(found, byCode >= 0 ? organisation : undefined), act, derived, at);
    const kept = this.#answers.find(`${organisation}\n${key}`, known);
    return kept === undefined ? undefined : { ...kept, asOf: { ...kept.asOf, known } };
  }

  #keyOf(asker: Asker, request: Omit<CheckRequest, "organisation">, snapshot: MarkedSnapshot, known: Position): string {
    const now = request.on === undefined || asker.kind === "public" ? this.#days.today(request.act) : "";
    const { delta } = snapshot;
    // Editions are those known then; what they changed for whoever sees only what is published is settled now.
    return snapshot.keyOf(asker, request, now, delta.listsChanged === 0 ? "" : `${delta.listsBy(known).size} ${delta.listsBy(this.#seenAt(asker, known)).size}`);
  }

  async #ask(snapshot: MarkedSnapshot, key: string, asker: Asker, request: CheckRequest, known: Position): Promise<Question | null> {
    if (snapshot.questions.size >= QUESTIONS_MAX) snapshot.questions.clear();
    const read = await readQuestion(this.#registry, { ...request, known: String(known) });
    const question = read.ok ? await this.#prepare(snapshot, asker, read.value) : err(read.error);
    const made = question.ok ? question.value : null;
    // A question the twin refuses is refused by the twin, in its own words.
    snapshot.questions.set(key, made);
    return made;
  }

  async #prepare(snapshot: MarkedSnapshot, asker: Asker, { act, statute, on, law, known, where: text }: AskedQuestion): Promise<Result<Question | null, Problem>> {
    const registry = this.#registry;
    const { since } = snapshot.index.facts;
    if (since !== undefined && (on < since || (asker.kind === "public" && today(registry, registry.rulebook.bodies[0]) < since))) return ok(null);
    const where = await resolveWhere(registry, statute, act, text);
    if (!where.ok) return where;
    const lists = listsOf(statute, act.id);
    const { register } = await readOrganisation(registry, "" as FileNumber, lists, known);
    const nobody: Organisation = { file: "" as FileNumber, files: [], name: "", names: [], codes: [], attributes: {}, listings: [], records: [] };
    const scene = sceneOf(registry, asker, register, statute, on);
    const prepared = snapshot.index.prepare({ scene, organisation: nobody, find: () => undefined, act, where: where.value, calendar: calendarOf(registry) }, snapshot.delta.listsBy(this.#seenAt(asker, known)), snapshot.shelfOf(on, law));
    const editions = editionsOn(register, openLists(statute, asker, lists), on);
    return ok({ prepared, act: where.value.text === undefined ? act.id : `${act.id}@${where.value.text}`, asOf: Object.freeze({ on, law, known, rulebook: registry.rulebook.hash, by: "index" as const, editions: Object.freeze(editions) }) });
  }

  async #follow(): Promise<void> {
    this.#behind = false;
    try {
      await this.#takeIn();
    } catch (fault) {
      this.#behind = true;
      throw fault;
    }
  }

  async #takeIn(): Promise<void> {
    if (this.#snapshot === undefined) return;
    const appended = await this.#appended(this.#position);
    // Another may have taken its place while the events were read: the one that answers now is marked.
    const snapshot = this.#snapshot;
    // In one go: no question comes between two events.
    for (const { event, withdrawn } of appended) {
      snapshot.delta.take(event, withdrawn);
      this.#answers.touch(event, this.#registry, withdrawn);
      this.#events.take(event);
    }
    this.#position = appended.at(-1)?.event.position ?? this.#position;
    this.#ahead.add([...new Set(appended.flatMap(({ event }) => event.files))].map((file) => this.#keysOf(file, snapshot)), this.#position);
    if (snapshot.delta.size > Math.max(MARKS_MAX, snapshot.index.rows / 50) || snapshot.delta.listsChanged > 0) this.#rebuild();
  }

  /** The keys a file is read by: its own, and those of the codes it had in the snapshot. */
  #keysOf(file: FileNumber, { index }: MarkedSnapshot): readonly string[] {
    const row = index.findFile(file);
    return [keyOf.file(file), ...(row < 0 ? [] : index.organisation(row).codes.map(({ scheme, value }) => keyOf.code(scheme, value)))];
  }

  /** Events after a position, each with what it takes back. */
  async #appended(after: Position, upTo?: Position): Promise<readonly { readonly event: StoredEvent; readonly withdrawn: readonly StoredEvent[] }[]> {
    const { ledger } = this.#registry;
    const events = await ledger.read({ after, ...(upTo === undefined ? {} : { upTo }) });
    return Promise.all(events.map(async (event) => ({ event, withdrawn: event.type === "BatchWithdrawn" && event.body !== null ? await batchEvents(ledger, event.body.batch) : [] })));
  }

  /** A new snapshot in the background; it is tried again with the next event where that fails. */
  #rebuild(): void {
    if (this.#building !== undefined || this.#closed) return;
    this.#building = this.#source.build().then((built) => this.#swap(built)).catch((fault: unknown) => {
      if (!this.#closed) this.#source.say(`the restriction index could not be built, and answers are derived meanwhile: ${fault instanceof Error ? fault.message : String(fault)}`);
    }).finally(() => (this.#building = undefined));
  }

  /** What was appended since it was built is marked in it before it is used: no question sees it before it knows as much as the one before. */
  async #swap(built: BuiltIndex): Promise<void> {
    if (this.#closed) return;
    const next = new MarkedSnapshot(built, this.#registry);
    if (this.#snapshot === undefined) this.#position = built.position;
    else if (built.position > this.#position) {
      this.#behind = true;
      await this.upToDate();
    }
    for (let at = built.position; at < this.#position; ) {
      // A few at a time: questions are answered between.
      const upTo = Math.min(at + EVENTS_EACH, this.#position) as Position;
      for (const { event, withdrawn } of await this.#appended(at, upTo)) next.delta.take(event, withdrawn);
      at = upTo;
    }
    this.#snapshot = next;
  }
}

function knownOf(text: string | undefined, position: Position): Position | undefined {
  if (text === undefined) return position;
  const parsed = parsePosition(text);
  return parsed.ok ? parsed.value : undefined;
}
