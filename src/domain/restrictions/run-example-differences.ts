// Differences between what a worked example expects and what comes out, in words. Read by lawyers: on the command line and the law's pages.

/** Compares one answer after the other; what was not expected to be anything in particular is not compared. */
export class Differences {
  readonly found: string[] = [];

  compare(what: string, expected: string | number | boolean | readonly string[] | undefined, got: string | number | boolean | readonly string[] | undefined): this {
    if (expected === undefined) return this;
    const [want, have] = [wordsOf(expected), wordsOf(got ?? "not stated")];
    if (want !== have) this.found.push(`${what}: ${have}, expected ${want}`);
    return this;
  }
}

/** Several values are a set: each once, in order. */
function wordsOf(value: string | number | boolean | readonly string[]): string {
  if (value === "notStated") return "not stated";
  const text = typeof value === "object" ? [...new Set(value)].sort().join(", ") : String(value);
  return text === "" ? "none" : text;
}
