// What of CEL the law uses: the tree of an expression is walked before it is compiled. Refused is what the types would
// let pass but a reader of the reasons could not follow, what could overflow, and every floating-point figure.
import type { ASTNode } from "@marcbachmann/cel-js";
import { parsePlainDate } from "../terms/index.ts";
import type { LawFindingCode } from "./law-finding.ts";
import { parseMoney } from "./money.ts";
import { suggestion } from "./reading/nearest.ts";
import type { FactType, Scope } from "./reading/scope.ts";

export interface ExpressionProblem {
  readonly code: LawFindingCode;
  readonly message: string;
  readonly remedy: string;
}

export interface CheckedTree {
  readonly problems: readonly ExpressionProblem[];
  /** The facts it reads, as `listing.decidedOn`. */
  readonly paths: readonly string[];
  readonly figures: readonly { readonly node: ASTNode; readonly minor: number }[];
  /** How much larger than the facts the numbers in between can become. */
  readonly growth: bigint;
}

const COUNTING = ["plusYears", "plusMonths", "plusDays"];
const ON_TEXT_AND_LISTS = ["contains", "startsWith", "endsWith", "size", "exists", "all"];
const FACTOR_MAX = 1_000_000n;

export function checkTree(tree: ASTNode, scope: Scope, form: "comparison" | "joined"): CheckedTree {
  const walk = new Walk(scope, form);
  walk.visit(tree, new Map());
  return { problems: walk.problems, paths: [...walk.paths].sort(), figures: walk.figures, growth: walk.factor * walk.terms };
}

/** Words bound by `exists` and `all`, with what they stand for. */
type Bound = ReadonlyMap<string, FactType | undefined>;

class Walk {
  readonly problems: ExpressionProblem[] = [];
  readonly paths = new Set<string>();
  readonly figures: { readonly node: ASTNode; readonly minor: number }[] = [];
  factor = 1n;
  terms = 1n;
  readonly #scope: Scope;
  readonly #form: "comparison" | "joined";

  constructor(scope: Scope, form: "comparison" | "joined") {
    this.#scope = scope;
    this.#form = form;
  }

  visit(node: ASTNode, bound: Bound): void {
    switch (node.op) {
      case "value":
        if (typeof node.args === "number") this.#report(node, "expression-floating-point", "is a floating-point figure", "write whole numbers; money is `money(\"0.05 CNY\")`");
        return;
      case "id":
        if (!bound.has(node.args)) this.#unknownVariable(node, node.args, Object.hasOwn(this.#scope.variables, node.args));
        return;
      case ".":
        return this.#visitPath(node, bound);
      case "call":
        return this.#visitCall(node, node.args[0], node.args[1], bound);
      case "rcall":
        return this.#visitMethod(node, node.args[0], node.args[1], node.args[2], bound);
      case "list":
        for (const item of node.args) this.visit(item, bound);
        return;
      case "&&":
      case "||":
        if (this.#form === "comparison") this.#report(node, "expression-not-one-comparison", "joins several comparisons", "write each as a leaf of its own under `all`, `any` or `unless`, so that each shows in the reasons");
        return this.#visitBoth(node.args, bound);
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
      case "in":
        this.#checkLiterals(node.args[0], node.args[1], bound);
        return this.#visitBoth(node.args, bound);
      case "+":
      case "-":
        this.terms += 1n;
        return this.#visitBoth(node.args, bound);
      case "*":
        this.#checkProduct(node, node.args);
        return this.#visitBoth(node.args, bound);
      case "!_":
      case "-_":
        return this.visit(node.args, bound);
      default:
        this.#report(node, "expression-unsupported", `uses \`${node.op}\``, "use comparisons, `in`, `!`, `+`, `-`, `*` with a small whole number, and the functions named in docs/reference/law-files.md");
    }
  }

  #visitBoth(args: readonly [ASTNode, ASTNode], bound: Bound): void {
    for (const each of args) this.visit(each, bound);
  }

  #visitPath(node: ASTNode, bound: Bound): void {
    const path = pathOf(node);
    if (path === undefined || bound.has(path.variable)) {
      this.#report(node, "expression-unsupported", "looks inside a value", "name a fact as `variable.field`");
      return;
    }
    const facts = this.#scope.variables[path.variable];
    if (facts === undefined) this.#unknownVariable(node, path.variable, false);
    else if (!Object.hasOwn(facts, path.field)) this.#report(node, "expression-type", `names no fact: there is no \`${path.field}\` of ${path.variable} here`, suggestion(path.field, Object.keys(facts)));
    else this.paths.add(`${path.variable}.${path.field}`);
  }

  #unknownVariable(node: ASTNode, name: string, whole: boolean): void {
    if (whole) this.#report(node, "expression-type", "names no single fact", `name one of its fields, such as \`${name}.${Object.keys(this.#scope.variables[name] ?? {})[0] ?? ""}\``);
    else this.#report(node, "expression-type", `names \`${name}\`, which does not exist at this place`, suggestion(name, Object.keys(this.#scope.variables)));
  }

  #visitCall(node: ASTNode, name: string, args: readonly ASTNode[], bound: Bound): void {
    const [first, second] = args;
    if (name === "money") return this.#visitMoney(node, args);
    if (name === "size" && args.length === 1 && first !== undefined) return this.visit(first, bound);
    if (!COUNTING.includes(name)) return this.#report(node, "expression-unsupported", `calls \`${name}\``, suggestion(name, ["money", "size", ...COUNTING]));
    if (first === undefined || second === undefined || args.length > 2) return this.#report(node, "expression-type", "needs a day and a whole number", `write \`${name}(listing.decidedOn, 2)\``);
    if (!this.#isDay(first)) this.#report(first, "expression-type", "is not a day", "count on from a fact that is a day, or from a day in quotes");
    const count = second.op === "-_" ? second.args : second;
    if (count.op !== "value" || typeof count.args !== "bigint" || count.args > 100_000n) this.#report(second, "expression-type", "is not a plain whole number", `write \`${name}(…, 2)\``);
    this.visit(first, bound);
    this.visit(second, bound);
  }

  #visitMoney(node: ASTNode, args: readonly ASTNode[]): void {
    const [figure] = args;
    const money = figure?.op === "value" && typeof figure.args === "string" && args.length === 1 ? parseMoney(figure.args) : undefined;
    if (money?.ok === true) this.figures.push({ node, minor: money.value.minor });
    else this.#report(node, "bad-amount", money === undefined ? "holds no figure in quotes" : `cannot be read: ${money.error}`, "write `money(\"1000000 CNY\")`");
  }

  #visitMethod(node: ASTNode, name: string, receiver: ASTNode, args: readonly ASTNode[], bound: Bound): void {
    this.visit(receiver, bound);
    if (!ON_TEXT_AND_LISTS.includes(name)) return this.#report(node, "expression-unsupported", `calls \`${name}\``, suggestion(name, ON_TEXT_AND_LISTS));
    const [variable, predicate] = args;
    if (name !== "exists" && name !== "all") {
      for (const each of args) this.visit(each, bound);
      return;
    }
    if (variable?.op !== "id" || predicate === undefined || args.length > 2) return this.#report(node, "expression-unsupported", `uses \`${name}\` in an unknown form`, `write \`listing.practices.${name}(p, p in ["fraud"])\``);
    this.visit(predicate, new Map([...bound, [variable.args, this.#factOf(receiver, bound)]]));
  }

  /** A word compared with a choice must be one of the choices, a text compared with a day must be a day. */
  #checkLiterals(left: ASTNode, right: ASTNode, bound: Bound): void {
    for (const [side, other] of [[left, right], [right, left]] as const) {
      const fact = this.#factOf(side, bound);
      const isDay = fact?.type === "day" || (side.op === "call" && COUNTING.includes(side.args[0]));
      for (const literal of textsOf(other)) {
        if (isDay && !parsePlainDate(literal).ok) this.problems.push({ code: "bad-day", message: `\`${literal}\` is compared with a day and is none`, remedy: "write the day as YYYY-MM-DD" });
        if (fact?.choices !== undefined && !fact.choices.includes(literal)) this.problems.push({ code: "unknown-choice", message: `\`${literal}\` is not one of the choices`, remedy: suggestion(literal, fact.choices) });
      }
    }
  }

  #checkProduct(node: ASTNode, [left, right]: readonly [ASTNode, ASTNode]): void {
    const [factor, other] = left.op === "value" ? [left, right] : [right, left];
    if (factor.op === "value" && typeof factor.args === "bigint" && factor.args <= FACTOR_MAX && other.op === ".") {
      if (factor.args > this.factor) this.factor = factor.args;
      return;
    }
    this.#report(node, "expression-unsupported", "multiplies", `multiply a fact by a whole number up to ${FACTOR_MAX} only`);
  }

  #isDay(node: ASTNode): boolean {
    if (node.op === "value") return typeof node.args === "string" && parsePlainDate(node.args).ok;
    if (node.op === "call") return COUNTING.includes(node.args[0]);
    return this.#factOf(node, new Map())?.type === "day";
  }

  #factOf(node: ASTNode, bound: Bound): FactType | undefined {
    if (node.op === "id") return bound.get(node.args);
    const path = pathOf(node);
    return path === undefined ? undefined : this.#scope.variables[path.variable]?.[path.field];
  }

  #report(node: ASTNode, code: LawFindingCode, message: string, remedy: string): void {
    this.problems.push({ code, message: `\`${node.input.slice(node.range.start, node.range.end)}\` (character ${node.range.start + 1}) ${message}`, remedy });
  }
}

function pathOf(node: ASTNode): { readonly variable: string; readonly field: string } | undefined {
  if (node.op !== "." || node.args[0].op !== "id") return undefined;
  return { variable: node.args[0].args, field: node.args[1] };
}

function textsOf(node: ASTNode): readonly string[] {
  const values = node.op === "list" ? node.args : [node];
  return values.flatMap((value) => (value.op === "value" && typeof value.args === "string" ? [value.args] : []));
}
