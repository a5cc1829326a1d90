// Check lines: a question a line, an answer a line, in the same order. Answered one after the other as they come, so that a million of them need
// no more room than one; a line that cannot be answered is an error of its own, and the rest go on. Used by the command line and the API.
import type { Answer, Asker } from "../domain/restrictions/index.ts";
import { checkOrganisation, type CheckRequest } from "./check-organisation.ts";
import type { Registry } from "./registry.ts";

export interface LineError {
  readonly error: { readonly code: string; readonly message: string };
}

/** The clocks of the whole hold for every line that does not name its own. */
export type LineDefaults = Pick<CheckRequest, "on" | "law" | "known" | "rulebook" | "explain">;

/**
 * An answer for every line. An empty line between others is a line in error, empty lines at the end are none. Where nobody names a position, all
 * lines are answered as of the one at which the first was read: no two answers are of different positions.
 */
export async function* answerCheckLines(registry: Registry, asker: Asker, lines: AsyncIterable<string | LineError>, defaults: LineDefaults = {}): AsyncGenerator<Answer | LineError, void> {
  const { explain = false, ...clocks } = defaults;
  let known: string | undefined;
  let empty = 0;
  for await (const line of lines) {
    if (typeof line === "string" && line.trim() === "") {
      empty += 1;
      continue;
    }
    for (; empty > 0; empty -= 1) yield lineError("this line is empty");
    known ??= String(await registry.ledger.head());
    const request = typeof line === "string" ? readCheckLine(line) : line;
    yield "error" in request ? request : await answerLine(registry, asker, { known, ...clocks, ...request, explain: request.explain === true || explain });
  }
}

async function answerLine(registry: Registry, asker: Asker, request: CheckRequest): Promise<Answer | LineError> {
  const answer = await checkOrganisation(registry, asker, request);
  return answer.ok ? answer.value : { error: { code: answer.error.code, message: `${answer.error.message}. ${answer.error.remedy}` } };
}

export function lineError(message: string): LineError {
  return { error: { code: "line-invalid", message } };
}

/** One question: `{"organisation", "act", "where"?, "on"?, "law"?, "known"?, "rulebook"?, "explain"?}`. */
export function readCheckLine(line: string): CheckRequest | LineError {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return lineError("this line is not JSON");
  }
  if (typeof value !== "object" || value === null) return lineError("this line is not an object");
  const fields = new Map(Object.entries(value));
  const [organisation, act, where, on, law, known, rulebook, explain] = ["organisation", "act", "where", "on", "law", "known", "rulebook", "explain"].map((name) => fields.get(name));
  if (typeof organisation !== "string" || typeof act !== "string") return lineError("a line needs `organisation` and `act` as text");
  if ((on !== undefined && typeof on !== "string") || (law !== undefined && typeof law !== "string")) return lineError("`on` and `law` are days as text");
  if (where !== undefined && typeof where !== "string") return lineError("`where` is an authority, an office or a region as text");
  if (known !== undefined && typeof known !== "string" && typeof known !== "number") return lineError("`known` is a day or a position");
  if (rulebook !== undefined && typeof rulebook !== "string") return lineError("`rulebook` is a hash as text");
  return {
    organisation, act, explain: explain === true, ...(where === undefined ? {} : { where }), ...(rulebook === undefined ? {} : { rulebook }),
    ...(on === undefined ? {} : { on }), ...(law === undefined ? {} : { law }), ...(known === undefined ? {} : { known: String(known) }),
  };
}
