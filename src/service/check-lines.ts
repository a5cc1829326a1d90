// Check lines: a question a line, an answer a line, in the same order. Answered one after the other as they come, so that a million of them need
// no more room than one; a line that cannot be answered is an error of its own, and the rest go on. Used by the command line and the API.
import { err, ok, type Position, type Result } from "../domain/terms/index.ts";
import type { Asker } from "../domain/restrictions/index.ts";
import { checkOrganisation, type CheckRequest } from "./check-organisation.ts";
import type { Answered } from "./make-receipt.ts";
import { LikeTexts } from "./like-texts.ts";
import type { ReadyQuestion } from "./ready-question.ts";
import type { Registry } from "./registry.ts";

export interface LineError {
  readonly code: string;
  readonly message: string;
}

/** The clocks of the whole hold for every line that does not name its own. */
type LineDefaults = Pick<CheckRequest, "on" | "law" | "known" | "rulebook" | "explain">;

/** An answer for every line, one after the other; see below. */
export async function* answerCheckLines(registry: Registry, asker: Asker, lines: AsyncIterable<string | LineError>, defaults: LineDefaults = {}): AsyncGenerator<Answered, void> {
  let answers: Answered[] = [];
  const told: ToldLines = {
    tell: (answered) => void answers.push(answered),
    tellNow: (ready, asked, organisations, from) => {
      for (let at = from; at < organisations.length; at += 1) {
        const organisation = organisations[at] ?? "";
        const answer = ready.answer(organisation);
        if (answer === undefined) return at;
        answers.push({ asked: { ...asked, organisation }, said: ok(answer) });
      }
      return organisations.length;
    },
  };
  for await (const _ of answerCheckGroups(registry, asker, alone(lines), told, defaults)) {
    yield* answers;
    answers = [];
  }
}

/** Who is told the answers, in the order of the lines. */
export interface ToldLines {
  readonly tell: (answered: Answered) => void;
  /** The organisations from one of them on are asked the same. Takes the answers that need not be waited for; gives the place of the first that must be. */
  readonly tellNow: (ready: ReadyQuestion, asked: CheckRequest, organisations: readonly string[], from: number) => number;
}

/**
 * The same for lines that come several at a time. Where nobody names a position, all lines are answered as of the one at which the first was
 * read: no two answers are of different positions. An empty line between others is a line in error, empty lines at the end are none.
 * What the index can say at once is told together; it yields when something was told, and before anything has to be waited for.
 */
export async function* answerCheckGroups(registry: Registry, asker: Asker, groups: AsyncIterable<readonly (string | LineError)[]>, told: ToldLines, defaults: LineDefaults = {}): AsyncGenerator<void, void> {
  const { explain = false, ...clocks } = defaults;
  const like = new LikeTexts<CheckRequest>();
  let known: string | undefined;
  let empty = 0;
  for await (const lines of groups) {
    for (let at = 0; at < lines.length; ) {
      const alike = empty === 0 ? like.organisationsIn(lines, at) : [];
      if (like.said !== undefined && alike.length > 0) {
        yield* tellAlike(registry, asker, like.said, alike, told);
        at += alike.length;
        continue;
      }
      const line = lines[at] ?? "";
      at += 1;
      if (typeof line === "string" && line.trim() === "") {
        empty += 1;
        continue;
      }
      for (; empty > 0; empty -= 1) told.tell({ asked: undefined, said: err(lineError("this line is empty")) });
      known ??= String(await newestPosition(registry));
      const request = typeof line === "string" ? readCheckLine(line) : err(line);
      if (!request.ok) {
        told.tell({ asked: undefined, said: request });
        continue;
      }
      const asked: CheckRequest = { known, ...clocks, ...request.value, explain: request.value.explain === true || explain };
      if (typeof line === "string") like.learn(line, asked.organisation, asked);
      yield* tellAlike(registry, asker, asked, [asked.organisation], told);
    }
    yield;
  }
}

/** Answers about organisations that are asked the same. */
async function* tellAlike(registry: Registry, asker: Asker, asked: CheckRequest, organisations: readonly string[], told: ToldLines): AsyncGenerator<void, void> {
  for (let at = 0; at < organisations.length; at += 1) {
    const ready = registry.index?.ready(asker, asked);
    if (ready !== undefined) at = told.tellNow(ready, asked, organisations, at);
    const organisation = organisations[at];
    if (organisation === undefined) return;
    yield;
    told.tell(await answerLine(registry, asker, { ...asked, organisation }));
  }
}

async function* alone(lines: AsyncIterable<string | LineError>): AsyncGenerator<readonly (string | LineError)[], void> {
  for await (const line of lines) yield [line];
}

/** The newest, as the index has it where there is one: it can go on answering as of that while others write. */
async function newestPosition({ index, ledger }: Registry): Promise<Position> {
  return (await index?.newest()) ?? ledger.head();
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
