// Decide a measure the law leaves to an office: apply one it may take, decline one it need not take. Each is decided by itself; what is
// let through is stored in one append.
import { err, ok, parseFileNumber, type FileNumber, type Result } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { decideMeasure, type DecideMeasure } from "../domain/cases/index.ts";
import { keyOf, replay } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { problem, refused, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";

export interface MeasureRequest {
  /** File number of the office that decides. */
  readonly by: string;
  readonly command: DecideMeasure;
}

export async function decideMeasures(registry: Registry, requests: readonly MeasureRequest[]): Promise<readonly Result<EventDraft, Problem>[]> {
  const decided: Result<readonly Result<EventDraft, Problem>[], never> = await decideAndAppend(registry, async () => {
    const offices = replay(await registry.ledger.read({ keys: [keyOf.offices] })).offices;
    const offering = new Map<EventDraft, FileNumber>();
    const results = requests.map(({ by, command }): Result<EventDraft, Problem> => {
      const file = parseFileNumber(by);
      const office = file.ok ? offices.get(file.value) : undefined;
      if (office === undefined) return err(problem("office-unknown", `\`${by}\` is not an office of this register`, "Give the file number of an office that has been opened."));
      const today = todayFor(registry, command.measure);
      const result = decideMeasure(command, { law: registry.rulebook, actor: { authority: office.authority }, today });
      if (!result.ok) return err(refused(result.error, registry.rulebook, today));
      offering.set(result.value, office.file);
      return result;
    });
    return ok({ batch: null, drafts: [...offering.keys()], actorOf: (draft) => ({ office: offering.get(draft) ?? null, officer: null }), value: results });
  });
  if (!decided.ok) throw new Error("assertion failed: measures are refused one by one");
  return decided.value;
}
