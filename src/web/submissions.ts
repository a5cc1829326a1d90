// Submissions: files on their way in and what came of them, kept in this process's memory alone: for the office that handed them in and the keeper,
// for half an hour after their end, then gone. What entered the register is in the ledger; a submission that was cancelled leaves nothing.
import { setImmediate as breathe } from "node:timers/promises";
import { err, importFile, ok, problem, type ImportReport, type Once, type Problem, type Registry, type Result } from "../service/index.ts";

export interface SubmissionAsked {
  /** The office in whose name it is; nobody's: the keeper's own. */
  readonly office: string | null;
  readonly officer?: string;
  readonly template: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly asOf?: string;
  readonly strict: boolean;
  readonly once?: Once;
}

export type SubmissionState =
  /** `step`: what is done now, in the words of the import; of how many, once that is known. */
  | { readonly kind: "running"; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly report: ImportReport }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "fault"; readonly reference: string };

export interface Submission extends Omit<SubmissionAsked, "once"> {
  readonly id: string;
  readonly startedAt: string;
  readonly state: SubmissionState;
  /** When it and the file are forgotten here; absent while it runs. */
  readonly keptUntil?: string;
}

export const KEPT_MINUTES = 30;
/** Of what has ended; the oldest goes first. */
const KEPT_BYTES_MAX = 128 * 1024 * 1024;
const MILLISECONDS = 60_000;

interface Kept {
  submission: Submission;
  readonly asked: SubmissionAsked;
  readonly stop: AbortController;
  over: Promise<void>;
}

/** What a run is aborted with when it is cancelled, so that nothing else is taken for it. */
class Cancelled extends Error {}

export class Submissions {
  readonly #kept = new Map<string, Kept>();
  readonly #log: (line: string) => void;
  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Begins to hand a file in; what comes of it is asked for by its id. The same request under the same key is the same submission. */
  begin(registry: Registry, asked: SubmissionAsked): Result<Submission, Problem> {
    this.#forget(registry);
    const same = asked.once === undefined ? undefined : [...this.#kept.values()].find((each) => each.asked.once?.key === asked.once?.key);
    if (same !== undefined) return same.asked.once?.asked === asked.once?.asked ? ok(same.submission) : err(problem("key-reused", "this `Idempotency-Key` was used for another request, which was taken", "Use a new key for a new request; send the same body again to be told what came of the first."));
    if ([...this.#kept.values()].some(({ submission }) => submission.office === asked.office && submission.state.kind === "running")) return err(problem("submission-busy", "a file of this office is still coming in", "Wait until it is in, or cancel it first."));
    const { once: _once, ...shown } = asked;
    const kept: Kept = {
      asked, stop: new AbortController(), over: Promise.resolve(),
      submission: { ...shown, id: registry.freshId("s"), startedAt: registry.clock.now(), state: { kind: "running", step: "reading", done: 0, total: 0 } },
    };
    this.#kept.set(kept.submission.id, kept);
    kept.over = this.#run(registry, kept);
    return ok(kept.submission);
  }

  /** @param office whose it must be; undefined: the keeper, who sees all of them */
  find(registry: Registry, id: string, office?: string): Submission | undefined {
    this.#forget(registry);
    const found = this.#kept.get(id)?.submission;
    return found === undefined || (office !== undefined && found.office !== office) ? undefined : found;
  }

  /** Those of an office, newest first. */
  of(registry: Registry, office: string): readonly Submission[] {
    this.#forget(registry);
    return [...this.#kept.values()].map(({ submission }) => submission).filter((each) => each.office === office).toReversed();
  }

  /** Stops it, and forgets that it was; true where it was over before it could be stopped. */
  async cancel(id: string): Promise<{ readonly over: boolean }> {
    const kept = this.#kept.get(id);
    if (kept === undefined) return { over: false };
    if (kept.submission.state.kind === "running") kept.stop.abort(new Cancelled("cancelled"));
    await kept.over;
    return { over: this.#kept.has(id) };
  }

  /** Stops all that run, before the register is closed; nothing of them is stored. */
  async stop(): Promise<void> {
    for (const { submission, stop } of this.#kept.values()) if (submission.state.kind === "running") stop.abort(new Cancelled("the server stops"));
    await Promise.all([...this.#kept.values()].map(({ over }) => over));
  }

  async #run(registry: Registry, kept: Kept): Promise<void> {
    const { office, officer, template, name, bytes, asOf, strict, once } = kept.asked;
    const { id } = kept.submission;
    try {
      // Whoever asked is answered first: reading a large file takes seconds.
      await breathe();
      const imported = await importFile(registry, {
        name, bytes, template, strict, signal: kept.stop.signal, ...(asOf === undefined ? {} : { asOf }), ...(office === null ? {} : { by: office }), ...(officer === undefined ? {} : { officer }), ...(once === undefined ? {} : { once }),
        progress: (done, total, step) => void (kept.submission = { ...kept.submission, state: { kind: "running", step, done, total } }),
      });
      this.#end(registry, kept, imported.ok ? { kind: "done", report: imported.value } : { kind: "refused", problem: imported.error });
    } catch (fault) {
      if (fault instanceof Cancelled) {
        this.#kept.delete(id);
        return;
      }
      this.#log(`fault ${id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
      this.#end(registry, kept, { kind: "fault", reference: id });
    }
  }

  #end(registry: Registry, kept: Kept, state: SubmissionState): void {
    kept.submission = { ...kept.submission, state, keptUntil: new Date(Date.parse(registry.clock.now()) + KEPT_MINUTES * MILLISECONDS).toISOString() };
    setTimeout(() => this.#forget(registry), KEPT_MINUTES * MILLISECONDS).unref();
  }

  /** Whatever is past its time, and the oldest where all of it is too much. */
  #forget(registry: Registry): void {
    const now = registry.clock.now();
    let bytes = 0;
    for (const [id, { submission }] of [...this.#kept].toReversed()) {
      if (submission.keptUntil === undefined) continue;
      bytes += submission.bytes.length;
      if (submission.keptUntil <= now || bytes > KEPT_BYTES_MAX) this.#kept.delete(id);
    }
  }
}

/** By ledger, so that they outlive a change of the law, which brings a server of its own. */
const BY_LEDGER = new WeakMap<Registry["ledger"], Submissions>();

/** The submissions of a register in this process. @param log where faults are said, by whoever opens them first */
export function submissionsOf({ ledger }: Pick<Registry, "ledger">, log: (line: string) => void = () => {}): Submissions {
  const known = BY_LEDGER.get(ledger) ?? new Submissions(log);
  BY_LEDGER.set(ledger, known);
  return known;
}
