// Expressions: one CEL comparison of the law, checked and compiled. Fully typed, so that a slip shows when the law is
// loaded and not when somebody asks; three-valued, because a fact nobody handed in is unknown and not false.
import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import { addDays, addMonths, addYears, assert, err, ok, parsePlainDate, truthOf, YEAR_FIRST, YEAR_LAST, yearOf, type PlainDate, type Result, type Truth } from "../terms/index.ts";
import { checkTree, type ExpressionProblem } from "./expression-check.ts";
import type { CompiledExpression, Facts, FactValue } from "./language.ts";
import type { FactType, Scope } from "./reading/scope.ts";

/** CEL's whole numbers have 64 bits. */
const INT_MAX = 2n ** 63n - 1n;

const CEL_TYPES = { text: "string", day: "string", integer: "int", flag: "bool", choice: "string", choices: "list<string>" } as const satisfies Record<FactType["type"], string>;

/** What a checked expression can be made of again without being checked: its text with figures in minor units, and what it may name. */
export interface ExpressionForm {
  readonly source: string;
  /** The key of its scope, from which the variables and their types are read back. */
  readonly scope: string;
  readonly paths: readonly string[];
  /** Facts beyond this are as good as not handed in; a whole number as text. */
  readonly largest: string;
}

type Compiled = Result<CompiledExpression, readonly ExpressionProblem[]>;

/** Keeps one environment for each scope of the law it compiles for, and compiles the same text in the same scope once. */
export class ExpressionCompiler {
  readonly #environments = new Map<string, Environment>();
  readonly #compiled = new Map<string, Compiled>();

  /** `comparison`: a leaf, one comparison; `joined`: `&&` and `||` are allowed too. */
  compile(source: string, scope: Scope, form: "comparison" | "joined"): Compiled {
    const key = `${form}\n${source}\n${scope.key}`;
    const compiled = this.#compiled.get(key) ?? this.#compile(source, scope, form);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /** An expression that was checked when its form was made; it is compiled when it is first evaluated. */
  restore(form: ExpressionForm): CompiledExpression {
    return new CheckedExpression(form, () => {
      const scope: Scope = { key: form.scope, variables: JSON.parse(form.scope) };
      const program = parse(this.#environmentOf(scope), form.source);
      assert(program.ok && program.value.check().valid, `\`${form.source}\`, which was checked before, is an expression`);
      return program.value;
    });
  }

  #compile(source: string, scope: Scope, form: "comparison" | "joined"): Compiled {
    const environment = this.#environmentOf(scope);
    const tree = parse(environment, source);
    if (!tree.ok) return tree;
    const checked = checkTree(tree.value.ast, scope, form);
    if (checked.problems.length > 0) return err(checked.problems);
    // Figures of money become whole numbers of minor units here, once, and not at every evaluation.
    const text = withFigures(source, checked.figures);
    const program = parse(environment, text);
    if (!program.ok) return program;
    const typed = program.value.check();
    if (!typed.valid) return err([{ code: "expression-type", message: wordsOf(typed.error), remedy: "compare text with text, numbers with numbers, and name only what exists at this place" }]);
    if (typed.type !== "bool") return err([{ code: "expression-type", message: `\`${source}\` gives ${typed.type ?? "a value"}, not true or false`, remedy: "write a comparison" }]);
    return ok(new CheckedExpression({ source: text, scope: scope.key, paths: checked.paths, largest: String(INT_MAX / checked.growth) }, () => program.value));
  }

  #environmentOf(scope: Scope): Environment {
    const known = this.#environments.get(scope.key);
    if (known !== undefined) return known;
    const environment = new Environment({ limits: { maxAstNodes: 80, maxDepth: 20, maxListElements: 40, maxCallArguments: 4 } });
    for (const [name, facts] of Object.entries(scope.variables)) {
      environment.registerVariable({ name, schema: Object.fromEntries(Object.entries(facts).map(([field, fact]) => [field, CEL_TYPES[fact.type]])) });
    }
    environment.registerFunction("plusYears(string, int): string", (day: string, count: bigint) => counted(day, Number(count), 366, addYears));
    environment.registerFunction("plusMonths(string, int): string", (day: string, count: bigint) => counted(day, Number(count), 31, addMonths));
    environment.registerFunction("plusDays(string, int): string", (day: string, count: bigint) => counted(day, Number(count), 1, addDays));
    this.#environments.set(scope.key, environment);
    return environment;
  }
}

type Program = ReturnType<Environment["parse"]>;

function parse(environment: Environment, source: string): Result<Program, readonly ExpressionProblem[]> {
  try {
    return ok(environment.parse(source));
  } catch (problem) {
    if (!(problem instanceof ParseError)) throw problem;
    return err([{ code: "expression-syntax", message: `\`${source}\` is not an expression: ${wordsOf(problem)}`, remedy: "write one comparison, such as `record.fine >= money(\"1000000 CNY\")`" }]);
  }
}

/** The library's word for what is wrong, with the character where it stands. */
function wordsOf(problem: { readonly message: string; readonly summary?: string; readonly range?: { readonly start: number } } | undefined): string {
  const summary = problem?.summary ?? problem?.message ?? "it cannot be read";
  return problem?.range === undefined ? summary : `${summary} (character ${problem.range.start + 1})`;
}

function withFigures(source: string, figures: readonly { readonly node: ASTNode; readonly minor: number }[]): string {
  let text = source;
  for (const { node, minor } of figures.toSorted((a, b) => b.node.range.start - a.node.range.start)) {
    text = `${text.slice(0, node.range.start)}${minor}${text.slice(node.range.end)}`;
  }
  return text;
}

/** Frozen like the law it stands in; only the compiled program is made when it is first needed. */
export class CheckedExpression implements CompiledExpression {
  readonly form: ExpressionForm;
  readonly #compile: () => Program;
  readonly #largest: bigint;
  #steps: readonly { readonly path: string; readonly variable: string; readonly field: string }[] | undefined;
  #program: Program | undefined;

  constructor(form: ExpressionForm, compile: () => Program) {
    this.form = Object.freeze(form);
    this.#compile = compile;
    this.#largest = BigInt(form.largest);
    Object.freeze(form.paths);
    Object.freeze(this);
  }

  get paths(): readonly string[] {
    return this.form.paths;
  }

  evaluate(facts: Facts): { readonly truth: Truth; readonly missing: readonly string[] } {
    this.#steps ??= this.form.paths.map(stepOf);
    const missing = this.#steps.filter(({ variable, field }) => !isUsable(facts[variable]?.[field], this.#largest)).map(({ path }) => path);
    if (missing.length > 0) return { truth: "unknown", missing };
    this.#program ??= this.#compile();
    const result: unknown = this.#program(facts);
    assert(typeof result === "boolean", "a checked comparison gives true or false");
    return { truth: truthOf(result), missing: [] };
  }
}

function stepOf(path: string): { readonly path: string; readonly variable: string; readonly field: string } {
  const [variable = "", field = ""] = path.split(".");
  return { path, variable, field };
}

/** A figure that the comparison would carry beyond 64 bits is no figure anybody meant: as good as not handed in. */
function isUsable(fact: FactValue | undefined, largest: bigint): boolean {
  if (typeof fact !== "bigint") return fact !== undefined;
  return fact <= largest && fact >= -largest;
}

/** A day counted on; beyond the calendar of this program it sorts after (or before) every day. */
function counted(text: string, count: number, daysAtMost: number, add: (day: PlainDate, count: number) => PlainDate): string {
  const day = parsePlainDate(text);
  assert(day.ok, `\`${text}\`, which a checked expression counts on from, is a day`);
  const years = Math.ceil((Math.abs(count) * daysAtMost) / 365) + 1;
  if (count > 0 && yearOf(day.value) + years > YEAR_LAST) return "9999-12-31";
  if (count < 0 && yearOf(day.value) - years < YEAR_FIRST) return "0000-01-01";
  return add(day.value, count);
}
