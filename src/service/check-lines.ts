// Check lines: a question a line, an answer a line, in the same order. Answered one after the other as they come, so that a million of them need
// no more room than one; a line that cannot be answered is an error of its own, and the rest go on. Used by the command line and the API.
import { err, ok, type Result } from "../domain/terms/index.ts";
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

/**
 * An answer for every line. An empty line between others is a line in error, empty lines at the end are none. Where nobody names a position, all
 * lines are answered as of the one at which the first was read: no two answers are of different positions.
 */
export async function* answerCheckLines(registry: Registry, asker: Asker, lines: AsyncIterable<string | LineError>, defaults: LineDefaults = {}): AsyncGenerator<Answered, void> {
  const { explain = false, ...clocks } = defaults;
  let known: string | undefined;
  let empty = 0;
  for await (const line of lines) {
    if (typeof line === "string" && line.trim() === "") {
      empty += 1;
      continue;
    }
    for (; empty > 0; empty -= 1) yield { asked: undefined, said: err(lineError("this line is empty")) };
    known ??= String(await registry.ledger.head());
    const request = typeof line === "string" ? readCheckLine(line) : err(line);
    yield request.ok ? await answerLine(registry, asker, { known, ...clocks, ...request.value, explain: request.value.explain === true || explain }) : { asked: undefined, said: request };
  }
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
  const fields = new Map(Object.entries(value));
  const [organisation, act, where, on, law, known, rulebook, explain] = ["organisation", "act", "where", "on", "law", "known", "rulebook", "explain"].map((name) => fields.get(name));
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
