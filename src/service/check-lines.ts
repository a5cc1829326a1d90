// Check lines: a question a line, an answer a line, in the same order. Answered one after the other as they come, so that a million of them need
// no more room than one; a line that cannot be answered is an error of its own, and the rest go on. Used by the command line and the API.
import { err, ok, type Position, type Result } from "../domain/terms/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { checkOrganisation, type CheckRequest } from "./check-organisation.ts";
import type { Answered } from "./make-receipt.ts";
import type { Registry } from "./registry.ts";

export interface LineError {
  readonly code: string;
  readonly message: string;
}

/** The clocks of the whole hold for every line that does not name its own. */
type LineDefaults = Pick<CheckRequest, "on" | "law" | "known" | "rulebook" | "explain">;

/** An answer for every line, one after the other; see below. */
export async function* answerCheckLines(registry: Registry, asker: Asker, lines: AsyncIterable<string | LineError>, defaults: LineDefaults = {}): AsyncGenerator<Answered, void> {
  for await (const answers of answerCheckGroups(registry, asker, alone(lines), defaults)) yield* answers;
}

/**
 * The same for lines that come several at a time. Where nobody names a position, all lines are answered as of the one at which the first was
 * read: no two answers are of different positions. An empty line between others is a line in error, empty lines at the end are none.
 * What the index can say at once is given together; before anything has to be waited for, what there is so far is given.
 */
export async function* answerCheckGroups(registry: Registry, asker: Asker, groups: AsyncIterable<readonly (string | LineError)[]>, defaults: LineDefaults = {}): AsyncGenerator<readonly Answered[], void> {
  const { explain = false, ...clocks } = defaults;
  let known: string | undefined;
  let empty = 0;
  for await (const lines of groups) {
    let answers: Answered[] = [];
    for (const line of lines) {
      if (typeof line === "string" && line.trim() === "") {
        empty += 1;
        continue;
      }
      for (; empty > 0; empty -= 1) answers.push({ asked: undefined, said: err(lineError("this line is empty")) });
      known ??= String(await newestPosition(registry));
      const request = typeof line === "string" ? readCheckLine(line) : err(line);
      if (!request.ok) {
        answers.push({ asked: undefined, said: request });
        continue;
      }
      const asked: CheckRequest = { known, ...clocks, ...request.value, explain: request.value.explain === true || explain };
      const now = registry.index?.checkNow(asker, asked);
      if (now !== undefined) {
        answers.push({ asked, said: ok(now) });
        continue;
      }
      if (answers.length > 0) yield answers;
      answers = [await answerLine(registry, asker, asked)];
    }
    if (answers.length > 0) yield answers;
  }
}

async function* alone(lines: AsyncIterable<string | LineError>): AsyncGenerator<readonly (string | LineError)[], void> {
  for await (const line of lines) yield [line];
}

/** The newest, as the index has it where there is one: it can go on answering as of that while others write. */
async function newestPosition({ index, ledger }: Registry): Promise<Position> {
  await index?.upToDate();
  return index?.isUpToDate === true ? index.position : ledger.head();
}

async function answerLine(registry: Registry, asker: Asker, asked: CheckRequest): Promise<Answered> {
  const answer = await checkOrganisation(registry, asker, asked);
  return { asked, said: answer.ok ? answer : err({ code: answer.error.code, message: `${answer.error.message}. ${answer.error.remedy}` }) };
}

export function lineError(message: string): LineError {
  return { code: "line-invalid", message };
}

/** One question: `{"organisation", "act", "where"?, "on"?, "law"?, "known"?, "rulebook"?, "explain"?}`. */
function readCheckLine(line: string): Result<CheckRequest, LineError> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return err(lineError("this line is not JSON"));
  }
  if (typeof value !== "object" || value === null) return err(lineError("this line is not an object"));
  const { organisation, act, where, on, law, known, rulebook, explain }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof organisation !== "string" || typeof act !== "string") return err(lineError("a line needs `organisation` and `act` as text"));
  if ((on !== undefined && typeof on !== "string") || (law !== undefined && typeof law !== "string")) return err(lineError("`on` and `law` are days as text"));
  if (where !== undefined && typeof where !== "string") return err(lineError("`where` is an authority, an office or a region as text"));
  if (known !== undefined && typeof known !== "string" && typeof known !== "number") return err(lineError("`known` is a day or a position"));
  if (rulebook !== undefined && typeof rulebook !== "string") return err(lineError("`rulebook` is a hash as text"));
  return ok({
    organisation, act, explain: explain === true, ...(where === undefined ? {} : { where }), ...(rulebook === undefined ? {} : { rulebook }),
    ...(on === undefined ? {} : { on }), ...(law === undefined ? {} : { law }), ...(known === undefined ? {} : { known: String(known) }),
  });
}
