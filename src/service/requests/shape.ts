// Shape: what a request must look like, read by hand so that everything wrong with it is found at once, each with its place in the body.
// From plain values (JSON of the API, options of the command line) to the typed requests of the verbs. No value is repeated in a finding.
import { err, ok, parseLawId, parsePlainDate, type Finding, type LawId, type PlainDate, type Result } from "../../domain/terms/index.ts";

/** Reads a value that stands at a place. */
export type Shape<T> = (value: unknown, at: string) => Result<T, readonly Finding[]>;
type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Values<S extends Shapes> = { readonly [K in keyof S]: S[K] extends Shape<infer T> ? T : never };

const TEXT_MAX = 20_000;
const WORD_MAX = 200;

/** An object with these members and no other. */
export function object<R extends Shapes, O extends Shapes>(required: R, optional: O): Shape<Values<R> & Partial<Values<O>>> {
  return (value, at) => {
    const given = membersOf(value);
    if (given === undefined) return wrong(at, "an object with named members");
    const findings: Finding[] = [];
    const read: Record<string, unknown> = {};
    for (const name of given.keys()) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name)) findings.push(unknownMember(at, name, [...Object.keys(required), ...Object.keys(optional)]));
    }
    for (const [name, shape] of [...Object.entries(required), ...Object.entries(optional)]) {
      const own = given.get(name);
      if (own === undefined) {
        if (Object.hasOwn(required, name)) findings.push({ code: "member-missing", at: inside(at, name), message: `\`${name}\` is missing`, remedy: "Add it." });
        continue;
      }
      const result = shape(own, inside(at, name));
      if (result.ok) read[name] = result.value;
      else findings.push(...result.error);
    }
    return findings.length > 0 ? err(findings) : ok(read as Values<R> & Partial<Values<O>>);
  };
}

/** One of several objects, told apart by the text of one member. */
export function tagged<T>(tag: string, kinds: Readonly<Record<string, Shape<T>>>): Shape<T> {
  return (value, at) => {
    const word = membersOf(value)?.get(tag);
    const shape = typeof word === "string" && Object.hasOwn(kinds, word) ? kinds[word] : undefined;
    return shape === undefined ? wrong(membersOf(value) === undefined ? at : inside(at, tag), `${membersOf(value) === undefined ? `an object whose \`${tag}\` is ` : ""}one of ${Object.keys(kinds).map((each) => `\`${each}\``).join(", ")}`) : shape(value, at);
  };
}

/** Several values of one shape. */
export function listOf<T>(shape: Shape<T>, max: number): Shape<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong(at, "a list");
    if (value.length > max) return err([{ code: "member-too-large", at, message: `the list has more than ${max} members`, remedy: "Send it in several requests." }]);
    const read = value.map((each: unknown, index) => shape(each, `${at}[${index}]`));
    const findings = read.flatMap((each) => (each.ok ? [] : each.error));
    return findings.length > 0 ? err(findings) : ok(read.flatMap((each) => (each.ok ? [each.value] : [])));
  };
}

/** Members of any name, all of one shape. */
export function mapOf<T>(shape: Shape<T>, max: number): Shape<Readonly<Record<string, T>>> {
  return (value, at) => {
    const given = membersOf(value);
    if (given === undefined) return wrong(at, "an object with named members");
    if (given.size > max) return err([{ code: "member-too-large", at, message: `more than ${max} members stand here`, remedy: "Give what the step asks for and no more." }]);
    const read = [...given].map(([name, own]) => [name, shape(own, inside(at, name))] as const);
    const findings = read.flatMap(([, each]) => (each.ok ? [] : each.error));
    return findings.length > 0 ? err(findings) : ok(Object.fromEntries(read.flatMap(([name, each]) => (each.ok ? [[name, each.value]] : []))));
  };
}

/** Text of any kind, such as reasons. */
export function text(max = TEXT_MAX): Shape<string> {
  return (value, at) => {
    if (typeof value !== "string") return wrong(at, "a text");
    return value.length > max ? err([{ code: "member-too-large", at, message: `the text is longer than ${max} characters`, remedy: "Shorten it, or hand in a file with it." }]) : ok(value);
  };
}

/** A short text: an id, a post. */
export const word: Shape<string> = text(WORD_MAX);

export const flag: Shape<boolean> = (value, at) => (typeof value === "boolean" ? ok(value) : wrong(at, "`true` or `false`"));

export const day: Shape<PlainDate> = parsed(parsePlainDate, "a day, such as `2026-03-02`");

export const lawId: Shape<LawId> = parsed(parseLawId, "an id of the law, as `law show` lists them");

/** A text that its own parser understands. */
export function parsed<T>(parse: (text: string) => Result<T, string>, what: string): Shape<T> {
  return (value, at) => {
    const read = typeof value === "string" && value.length <= WORD_MAX ? parse(value) : undefined;
    return read?.ok === true ? read : wrong(at, what);
  };
}

/** One of these texts. */
export function oneOf<T extends string>(...texts: readonly T[]): Shape<T> {
  return (value, at) => {
    const found = texts.find((each) => each === value);
    return found === undefined ? wrong(at, `one of ${texts.map((each) => `\`${each}\``).join(", ")}`) : ok(found);
  };
}

/** What another shape reads, made into something else. */
export function made<T, U>(shape: Shape<T>, make: (value: T) => U): Shape<U> {
  return (value, at) => {
    const read = shape(value, at);
    return read.ok ? ok(make(read.value)) : read;
  };
}

export function wrong(at: string, expected: string): Result<never, readonly Finding[]> {
  return err([{ code: "member-wrong", at, message: "what stands here cannot be read", remedy: `Give ${expected}.` }]);
}

function unknownMember(at: string, name: string, known: readonly string[]): Finding {
  const shown = /^[\w-]{1,60}$/.test(name) ? ` \`${name}\`` : "";
  return { code: "member-unknown", at, message: `there is no member${shown} here`, remedy: `Leave it out; known are ${known.map((each) => `\`${each}\``).join(", ")}.` };
}

/** The members of a plain object; undefined for anything else. */
export function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
}

function inside(at: string, name: string): string {
  return at === "" ? name : `${at}.${name}`;
}
