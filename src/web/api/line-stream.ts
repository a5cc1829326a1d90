// Line stream: lines of text from bytes as they come, never more of them in memory than one piece of the stream brings.
import { lineError, type LineError } from "../../service/index.ts";

/** What no question needs; a longer line is an error of its own, and the lines after it go on. */
export const LINE_CHARACTERS_MAX = 65_536;

/** The lines of UTF-8 bytes, without their ends: together those that end in one piece of the stream. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (string | LineError)[], void> {
  const decoder = new TextDecoder("utf-8");
  let kept = "";
  let isTooLong = false;
  for await (const chunk of bytes) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    const rest = parts.pop() ?? "";
    const lines = parts.map((part) => {
      const line = lineOf(kept + part, isTooLong);
      [kept, isTooLong] = ["", false];
      return line;
    });
    isTooLong ||= kept.length + rest.length > LINE_CHARACTERS_MAX;
    kept = isTooLong ? "" : kept + rest;
    if (lines.length > 0) yield lines;
  }
  const last = kept + decoder.decode();
  if (last !== "" || isTooLong) yield [lineOf(last, isTooLong)];
}

function lineOf(text: string, isTooLong: boolean): string | LineError {
  return isTooLong || text.length > LINE_CHARACTERS_MAX ? lineError(`this line is longer than ${LINE_CHARACTERS_MAX} characters`) : text.endsWith("\r") ? text.slice(0, -1) : text;
}
