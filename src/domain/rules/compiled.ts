// Compiled: a rulebook as one text, and back. What was read, linked and checked once need not be so again: entries, people,
// examples and body facts are written as they are, each expression as the form it can be compiled from when it is first
// evaluated. Kept by store/ under a key that changes with the files and with this program.
import { assert, err, ok, type Result } from "../terms/index.ts";
import { CheckedExpression, ExpressionCompiler, type ExpressionForm } from "./expression.ts";
import type { CompiledExpression } from "./language.ts";
import { makeRulebook, type RulebookContent } from "./make-rulebook.ts";
import type { Rulebook } from "./rulebook.ts";

/** Marks stand for what JSON has no word for. A mark is the only key of its mapping; a mapping of the law that looks like one is written as pairs. */
const EXPRESSION = "$expression";
const WHOLE_NUMBER = "$integer";
const MAP = "$map";
const FIELDS = "$fields";
const MARKS: ReadonlySet<string> = new Set([EXPRESSION, WHOLE_NUMBER, MAP, FIELDS]);

/** The first line of the text; each of the parts it names follows on a line of its own. */
interface Head {
  /** Names of what the rulebook holds, with the characters each takes. */
  readonly parts: readonly (readonly [string, number])[];
  /** Keys of scopes, named by their place. */
  readonly scopes: readonly string[];
  readonly expressions: readonly (Omit<ExpressionForm, "scope"> & { readonly scope: number })[];
}

/** What every question needs. The rest (examples, rules about persons) is unpacked when it is first asked for. */
const NEEDED_AT_ONCE: ReadonlySet<string> = new Set(["hash", "bodies", "entries", "bodyFacts"]);

/** The rulebook as lines of JSON. Reading them back gives a rulebook that answers alike. */
export function packRulebook(rulebook: Rulebook): string {
  const packing = new Packing();
  const parts = Object.entries(rulebook).filter(([, value]) => typeof value !== "function").map(([name, value]) => [name, JSON.stringify(packing.plain(value))] as const);
  const head: Head = { parts: parts.map(([name, part]) => [name, part.length]), scopes: packing.scopes, expressions: packing.expressions };
  return [JSON.stringify(head), ...parts.map(([, part]) => part)].join("\n");
}

class Packing {
  readonly scopes: string[] = [];
  readonly expressions: Head["expressions"][number][] = [];
  readonly #scopePlaces = new Map<string, number>();
  readonly #expressionPlaces = new Map<string, number>();

  plain(value: unknown): unknown {
    if (value instanceof CheckedExpression) return { [EXPRESSION]: this.#expression(value.form) };
    if (typeof value === "bigint") return { [WHOLE_NUMBER]: String(value) };
    if (value instanceof Map) return { [MAP]: [...value].map((pair) => this.plain(pair)) };
    if (Array.isArray(value)) return value.map((each) => this.plain(each));
    if (typeof value === "object" && value !== null) return this.#fields(value);
    assert(value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)), `a ${typeof value} can be written down`);
    return value;
  }

  #fields(value: object): unknown {
    assert(Object.getPrototypeOf(value) === Object.prototype, "an entry is made of plain values");
    const fields = Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, this.plain(each)] as const]));
    return fields.length === 1 && MARKS.has(fields[0]?.[0] ?? "") ? { [FIELDS]: fields } : Object.fromEntries(fields);
  }

  #expression({ source, scope, paths, largest }: ExpressionForm): number {
    const form = { source, scope: placeOf(scope, scope, this.#scopePlaces, this.scopes), paths, largest };
    return placeOf(JSON.stringify(form), form, this.#expressionPlaces, this.expressions);
  }
}

/** The place of a value in a list that has each once. */
function placeOf<T>(key: string, value: T, places: Map<string, number>, list: T[]): number {
  const place = places.get(key) ?? list.push(value) - 1;
  places.set(key, place);
  return place;
}

/** The rulebook of a text that `packRulebook` made; of any other text, why it is none. */
export function unpackRulebook(text: string): Result<Rulebook, string> {
  const end = text.indexOf("\n");
  const head = end === -1 ? undefined : readHead(text.slice(0, end));
  if (head === undefined) return err("this is no compiled rulebook");
  const whole = head.parts.reduce((length, [, part]) => length + part + 1, end);
  if (whole !== text.length) return err("this compiled rulebook is not whole");
  const compiler = new ExpressionCompiler();
  const unpacking = new Unpacking(head.expressions.map(({ scope, ...form }) => compiler.restore({ ...form, scope: head.scopes[scope] ?? "{}" })));
  const content: object = {};
  let start = end + 1;
  for (const [name, length] of head.parts) {
    const part = text.slice(start, start + length);
    Object.defineProperty(content, name, NEEDED_AT_ONCE.has(name) ? { enumerable: true, value: unpacking.part(part) } : { enumerable: true, get: once(() => unpacking.part(part)) });
    start += length + 1;
  }
  return isContent(content) ? ok(makeRulebook(content)) : err("this compiled rulebook lacks what a rulebook holds");
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function readHead(line: string): Head | undefined {
  try {
    const head: Partial<Head> | null = JSON.parse(line);
    const { parts, scopes, expressions } = head ?? {};
    return Array.isArray(parts) && Array.isArray(scopes) && Array.isArray(expressions) ? { parts, scopes, expressions } : undefined;
  } catch {
    return undefined;
  }
}

/** What was packed is what a rulebook holds; only on paper its type was lost. */
function isContent(value: object): value is RulebookContent {
  return "hash" in value && "bodies" in value && "entries" in value && "people" in value && "examples" in value && "bodyFacts" in value && value.bodyFacts instanceof Map;
}

type Expressions = readonly CompiledExpression[];

/** One walk over what JSON gave: marks become what they stand for, everything is frozen. The hot loop of every start. */
class Unpacking {
  readonly #expressions: Expressions;

  constructor(expressions: Expressions) {
    this.#expressions = expressions;
  }

  part(text: string): unknown {
    return this.#whole(JSON.parse(text));
  }

  #whole(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return this.#items(value);
    return isFields(value) ? this.#fields(value) : value;
  }

  #items(items: unknown[]): unknown {
    for (let index = 0; index < items.length; index += 1) {
      const each = items[index];
      if (typeof each === "object" && each !== null) items[index] = this.#whole(each);
    }
    return Object.freeze(items);
  }

  #fields(fields: Record<string, unknown>): unknown {
    let marked = false;
    for (const name in fields) {
      const each = fields[name];
      if (typeof each === "object" && each !== null) fields[name] = this.#whole(each);
      if (name.charCodeAt(0) === DOLLAR) marked ||= MARKS.has(name);
    }
    return marked && Object.keys(fields).length === 1 ? this.#unmarked(fields) : Object.freeze(fields);
  }

  #unmarked({ [EXPRESSION]: expression, [WHOLE_NUMBER]: digits, [MAP]: pairs, [FIELDS]: fields }: Record<string, unknown>): unknown {
    if (typeof expression === "number") return this.#expressions[expression];
    if (typeof digits === "string") return BigInt(digits);
    if (Array.isArray(pairs)) return new Map(pairs);
    assert(Array.isArray(fields), "a mark stands before what it marks");
    return Object.freeze(Object.fromEntries(fields));
  }
}

const DOLLAR = 36;

function isFields(value: object): value is Record<string, unknown> {
  return !Array.isArray(value);
}
