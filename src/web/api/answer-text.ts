// Answer text: an answer as JSON, letter by letter what JSON.stringify makes of it, at a fraction of its time: of answers that find nothing all
// but the organisation is the same, and written once. Held to JSON.stringify by the tests of the stream and of hot checks.
import type { Answer } from "../../service/index.ts";

type Told = Omit<Answer, "organisation" | "words">;

/** The answer as `/v1/checks` gives it. */
export function answerText(answer: Answer): string {
  return isPlain(answer) ? `{"organisation":${organisationText(answer.organisation)}${LINE_TAIL.of(answer)}` : JSON.stringify(answer);
}

/** The same answer as AuthZEN has it: `decision` beside everything else. */
export function evaluationText(answer: Answer): string {
  if (isPlain(answer)) return `{"decision":${answer.decision ? "true" : "false"},"context":{"organisation":${organisationText(answer.organisation)}${EVALUATION_TAIL.of(answer)}`;
  const { decision, ...context } = answer;
  return JSON.stringify({ decision, context });
}

/** With members as the index makes them, and in its order. */
function isPlain({ asOf, words }: Answer): boolean {
  return asOf.by === "index" && words === undefined;
}

function organisationText({ file, name, codes, onFile }: Answer["organisation"]): string {
  return `{"file":${file === null ? "null" : `"${file}"`},"name":${name === null ? "null" : quoted(name)},"codes":${codesText(codes)},"onFile":${onFile ? "true" : "false"}}`;
}

function codesText(codes: Answer["organisation"]["codes"]): string {
  const [only] = codes;
  return codes.length === 1 && only !== undefined ? `[{"scheme":"${only.scheme}","value":${quoted(only.value)}}]` : JSON.stringify(codes);
}

/** What follows the organisation, kept from one answer to the next for as long as it is made of the same. */
class Tail {
  readonly #make: (told: Told) => string;
  #told: Told | undefined;
  #text = "";

  constructor(make: (told: Told) => string) {
    this.#make = make;
  }

  of(told: Told): string {
    if (this.#told !== undefined && isSame(this.#told, told)) return this.#text;
    const text = this.#make(told);
    // What a burden says is another's next time.
    if (told.effects.length + told.possible.length + told.favours.length === 0) [this.#told, this.#text] = [told, text];
    return text;
  }
}

const LINE_TAIL = new Tail(({ act, verdict, decision, ...rest }) => `,${inner({ act, verdict, decision })},${inner(inOrder(rest))}}`);
const EVALUATION_TAIL = new Tail(({ act, verdict, decision: _, ...rest }) => `,${inner({ act, verdict })},${inner(inOrder(rest))}}}`);

function inOrder({ effects, possible, favours, spared, missing, presumed, exits, asOf }: Omit<Told, "act" | "verdict" | "decision">): object {
  return { effects, possible, favours, spared, missing, presumed, exits, asOf };
}

function inner(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Nothing of them is ever changed: the same object says the same. */
function isSame(a: Told, b: Told): boolean {
  return a.asOf === b.asOf && a.act === b.act && a.verdict === b.verdict && a.decision === b.decision && isSameList(a.effects, b.effects) && isSameList(a.possible, b.possible)
    && isSameList(a.favours, b.favours) && isSameList(a.spared, b.spared) && isSameList(a.missing, b.missing) && isSameList(a.presumed, b.presumed) && isSameList(a.exits, b.exits);
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === 0 && b.length === 0);
}

// Anything that JSON writes with a backslash, or that may be half of a character.
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return NEEDS_CARE.test(text) ? JSON.stringify(text) : `"${text}"`;
}
