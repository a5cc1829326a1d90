// Answer text: an answer as JSON, letter by letter what JSON.stringify makes of it, in about a third of the time: what many answers share (what
// they are of, the act, empty lists) is written once, and only what a burden adds is left to JSON.stringify. Held to it by the test beside.
import type { Answer } from "../../service/index.ts";

/** The answer as `/v1/checks` gives it. */
export function answerText(answer: Answer): string {
  return isPlain(answer) ? `{${head(answer)},"verdict":"${answer.verdict}","decision":${answer.decision},${rest(answer)}}` : JSON.stringify(answer);
}

/** The same answer as AuthZEN has it: `decision` beside everything else. */
export function evaluationText(answer: Answer): string {
  if (isPlain(answer)) return `{"decision":${answer.decision},"context":{${head(answer)},"verdict":"${answer.verdict}",${rest(answer)}}}`;
  const { decision, ...context } = answer;
  return JSON.stringify({ decision, context });
}

/** Members as the index makes them, and in its order. */
function isPlain(answer: Answer): boolean {
  return answer.asOf.by === "index" && answer.words === undefined;
}

function head({ organisation: { file, name, codes, onFile }, act }: Answer): string {
  return `"organisation":{"file":${file === null ? "null" : `"${file}"`},"name":${name === null ? "null" : quoted(name)},"codes":${codesText(codes)},"onFile":${onFile}},"act":${quoted(act)}`;
}

function codesText(codes: Answer["organisation"]["codes"]): string {
  const [only] = codes;
  return codes.length === 1 && only !== undefined ? `[{"scheme":${quoted(only.scheme)},"value":${quoted(only.value)}}]` : JSON.stringify(codes);
}

function rest({ effects, possible, favours, spared, missing, presumed, exits, asOf }: Answer): string {
  return `"effects":${listText(effects)},"possible":${listText(possible)},"favours":${listText(favours)},"spared":${listText(spared)},"missing":${listText(missing)},"presumed":${listText(presumed)},"exits":${listText(exits)},"asOf":${asOfText(asOf)}`;
}

function listText(list: readonly unknown[]): string {
  return list.length === 0 ? "[]" : JSON.stringify(list);
}

// Anything that JSON writes with a backslash, or that may be half of a character.
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return NEEDS_CARE.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** What answers to the same question are of is one object for all of them. */
const AS_OF_TEXTS = new WeakMap<Answer["asOf"], string>();

function asOfText(asOf: Answer["asOf"]): string {
  const known = AS_OF_TEXTS.get(asOf);
  if (known !== undefined) return known;
  const text = JSON.stringify(asOf);
  if (Object.isFrozen(asOf)) AS_OF_TEXTS.set(asOf, text);
  return text;
}
