// Which room may import which: the table of style.md 1, read against every import, `import type`, re-export and `import()` under src/.
import { dirname, posix } from "node:path";
import { lineOf, type HouseFinding, type SourceFile } from "./source-file.ts";

const BELOW_CASES = ["domain/terms", "domain/rules", "domain/events", "domain/identity", "domain/register"];
const BELOW_SURVEY = [...BELOW_CASES, "domain/cases", "domain/publication", "domain/restrictions"];
const DOMAIN = [...BELOW_SURVEY, "domain/survey", "domain/proof"];

/** Doors each room may import. Restrictions asks publication what an asker may see, never the other way round. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "domain/terms": [],
  "domain/rules": ["domain/terms"],
  "domain/events": ["domain/terms"],
  "domain/identity": ["domain/terms", "domain/rules", "domain/events"],
  "domain/register": ["domain/terms", "domain/rules", "domain/events"],
  "domain/cases": BELOW_CASES,
  "domain/publication": [...BELOW_CASES, "domain/cases"],
  "domain/restrictions": [...BELOW_CASES, "domain/cases", "domain/publication"],
  "domain/survey": BELOW_SURVEY,
  "domain/proof": ["domain/terms"],
  intake: ["domain/terms", "domain/rules"],
  outgoing: DOMAIN,
  store: ["domain/terms", "domain/events"],
  exchange: ["domain/terms", "domain/events"],
  service: [...DOMAIN, "intake", "outgoing", "store", "exchange"],
  web: ["service"],
  lab: ["service", ...DOMAIN, "store"],
  cli: ["service", "web", "lab"],
  "main.ts": ["cli", "service", "store", "exchange"],
};

/** Doors of which a room may import types, and nothing that runs. */
export const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = { web: DOMAIN };

/** What a room may take of another's door, where it may not take all of it. */
const ONLY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = { lab: { store: ["createMemoryLedger"] } };

/** Packages that belong to one room; every other outside the domain is anybody's. Terms, register and restrictions have none. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  fastify: ["web"], "@fastify/static": ["web"], kysely: ["store"], pg: ["store"], nodemailer: ["exchange"], "node:sqlite": ["store"], commander: ["cli"],
  yaml: ["intake"], saxes: ["intake", "outgoing"], "csv-parse": ["intake"], "iconv-lite": ["intake", "outgoing"],
  "@marcbachmann/cel-js": ["domain/rules"], "pinyin-pro": ["domain/identity"], "opencc-js": ["domain/identity"],
};

export interface Import {
  readonly offset: number;
  readonly from: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

const STATEMENT = /(?<=^|[;\n}])[ \t]*(import|export)\b((?:\s+type\b)?[^;"'()]*?)\bfrom\s*["']([^"']+)["']|(?<=^|[;\n])[ \t]*import\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']\s*\)/g;

export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.codeWithStrings.matchAll(STATEMENT)].filter((match) => /\S/.test(file.code.slice(match.index, match.index + 12))).map((match): Import => {
    const clause = match[2] ?? "";
    const braces = /\{([^}]*)\}/.exec(clause)?.[1];
    const parts = (braces ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
    const whole = /^\s+type\b/.test(clause);
    return {
      offset: match.index + match[0].length - match[0].trimStart().length, from: match[3] ?? match[4] ?? match[5] ?? "",
      typeOnly: whole || (match[1] !== undefined && parts.length > 0 && parts.every((part) => part.startsWith("type "))),
      names: parts.map((part) => part.replace(/^type /, "").replace(/ as .*$/, "")),
    };
  });
}

/** `domain/rules` for src/domain/rules/load.ts, `web` for src/web/api/problem.ts, undefined outside src/. */
export function roomOf(path: string): string | undefined {
  return /^src\/(domain\/[^/]+|[^/]+)/.exec(path)?.[1];
}

/** Tests, and what lies beside them only for tests: `test-law.ts`, `register-fixtures.ts`. */
export function isTest(path: string): boolean {
  return /\.test\.ts$|\.contract\.ts$|-fixtures\.ts$|\/test-[^/]+\.ts$/.test(path);
}

/** Every import that goes where it may not. Tests of a room may reach further: they prepare and look. */
export function importFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  return files.filter((file) => !isTest(file.path)).flatMap((file) => importsOf(file).flatMap((each) => {
    const finding = judge(file.path, each);
    return finding === undefined ? [] : [{ at: `${file.path}:${lineOf(file.text, each.offset)}`, ...finding }];
  }));
}

function judge(path: string, { from, typeOnly, names }: Import): Omit<HouseFinding, "at"> | undefined {
  const room = roomOf(path) ?? "";
  if (!from.startsWith(".")) return judgePackage(room, from);
  const target = posix.join(dirname(path), from);
  const other = roomOf(target);
  const words = `${room} imports ${target}`;
  if (!target.endsWith(".ts")) return { what: words, instead: "name the file with its ending, `.ts`" };
  if (other === undefined) return { what: words, instead: "what is outside src/ is not part of the program; hand it in as an argument" };
  if (other === room) return target === `src/${room}/index.ts` ? { what: `${words}, its own door`, instead: "import the file that has it; a door is for other rooms" } : undefined;
  const doors = [...(MAY_IMPORT[room] ?? []), ...(typeOnly ? (MAY_IMPORT_TYPES[room] ?? []) : [])];
  if (!doors.includes(other)) {
    const types = MAY_IMPORT_TYPES[room]?.includes(other) === true ? ", and only types from the domain (`import type`)" : "";
    return { what: words, instead: `${room} may import ${MAY_IMPORT[room]?.join(", ") || "no other room"}${types} (style.md 1)` };
  }
  if (target !== `src/${other}/index.ts`) return { what: `${words}, past its door`, instead: `import src/${other}/index.ts, and export there what others need` };
  const only = ONLY[room]?.[other];
  const more = only === undefined ? [] : names.filter((name) => !only.includes(name));
  return more.length === 0 ? undefined : { what: `${room} takes ${more.join(", ")} from ${other}`, instead: `take only ${only?.join(", ")}` };
}

function judgePackage(room: string, from: string): Omit<HouseFinding, "at"> | undefined {
  const name = from.startsWith("node:") ? from : from.split("/").slice(0, from.startsWith("@") ? 2 : 1).join("/");
  if (room.startsWith("domain/") && from.startsWith("node:")) return { what: `${room} imports ${from}`, instead: "the domain touches no world: take what it gives as an argument" };
  if (["domain/terms", "domain/events", "domain/register", "domain/restrictions"].includes(room)) return { what: `${room} imports ${from}`, instead: "this room has no dependency; write it out, or ask for it as an argument" };
  const rooms = PACKAGE_ROOMS[name];
  return rooms === undefined || rooms.includes(room) ? undefined : { what: `${room} imports ${from}`, instead: `${name} stays in ${rooms.join(" and ")}; call that room` };
}

/** Circles of files of one room that import each other's values. Types leave no trace at run time and may go round. */
export function circleFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  const edges = new Map(files.filter((file) => !isTest(file.path)).map((file) => [file.path, importsOf(file).filter((each) => !each.typeOnly && each.from.startsWith(".")).map((each) => posix.join(dirname(file.path), each.from))]));
  const done = new Set<string>();
  const findings: HouseFinding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      findings.push({ at: `${path}:1`, what: `imports itself through ${[...trail.slice(trail.indexOf(path) + 1), path].join(", ")}`, instead: "move what both need into a file of its own" });
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return findings;
}
