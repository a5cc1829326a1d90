// The code, read: which room imports which, what may not be called or written where, names, doors, rules and their tests, length.
// The rules stand in test/support/; here they are run over the repository, and over small slips of the pen that each must catch.
import { describe, expect, it } from "vitest";
import { circleFindings, importFindings, importsOf, MAY_IMPORT, roomOf } from "./support/import-rules.ts";
import { placeFindings, readRoomSpecs, specFindings } from "./support/spec-rules.ts";
import { lineOf, readRepositoryFile, readSources, repositoryFiles, sourceFile, type HouseFinding } from "./support/source-file.ts";
import { banFindings, doorFindings, lawFindings, lengthFindings, nameFindings, openingFindings, pathFindings } from "./support/writing-rules.ts";

/** Files that may be long, and why. */
const LONG_FILES: Readonly<Record<string, string>> = {
  "src/domain/rules/language.ts": "the types of the law language, one after another; docs/reference/law-files.md describes them in the same order",
  "src/web/portal/dictionary-en.ts": "a table: every text of the portal in English",
  "src/web/portal/dictionary-zh.ts": "a table: every text of the portal in Chinese",
  "src/web/portal/gallery.ts": "a table: one filled view model for each page, for tests and for looking at",
};

/** Files that may name an entry of the law, and why. */
const MAY_NAME_LAW: Readonly<Record<string, string>> = {
  "src/cli/compare-mdb.ts": "it is about two lists and an act, and about nothing else",
  "src/lab/subjects.ts": "the model's scenario is written for one body of law: it says in which of its record types things happen, and no rule",
};

const source = readSources(["src"]);
const written = [...source, ...readSources(["test", "bench"])];

/** One line a finding, as the failing test shows it. */
const lines = (findings: readonly HouseFinding[]): readonly string[] => findings.map(({ at, what, instead }) => `${at}: ${what}. Instead: ${instead}`);
const slip = (path: string, text: string) => [sourceFile(path, text)];

describe("rooms", () => {
  it("import each other as style.md 1 allows, and only by the door", () => expect(lines(importFindings(source))).toEqual([]));
  it("have no two files that need each other's values", () => expect(lines(circleFindings(source))).toEqual([]));
  it("have a door that opens with a paragraph", () => expect(lines(doorFindings(source))).toEqual([]));
  it("are all in the table", () => expect([...new Set(source.map((file) => roomOf(file.path)))].filter((room) => room === undefined || !(room in MAY_IMPORT))).toEqual([]));
});

describe("what is written", () => {
  it("calls nothing and says nothing that is banned where it stands", () => expect(lines(banFindings(written))).toEqual([]));
  it("names files, folders and exports by what they are", () => expect(lines([...pathFindings(repositoryFiles()), ...nameFindings(source)])).toEqual([]));
  it("knows no entry of the law by its id", () => expect(lines(lawFindings(source, Object.keys(MAY_NAME_LAW)))).toEqual([]));
  it("begins with what the file is", () => expect(lines(openingFindings(written))).toEqual([]));
  it("is no longer than can be read, or says why", () => expect(lines(lengthFindings(written, LONG_FILES))).toEqual([]));
  it("excuses no file that is short or gone", () => {
    const needed = Object.keys(LONG_FILES).filter((path) => lengthFindings(written.filter((file) => file.path === path), {}).length > 0);
    expect(needed).toEqual(Object.keys(LONG_FILES));
    const naming = Object.keys(MAY_NAME_LAW).filter((path) => lawFindings(source.filter((file) => file.path === path), []).length > 0);
    expect(naming).toEqual(Object.keys(MAY_NAME_LAW));
  });
  it("names no place of one machine and no host of a registry", () => expect(lines(repositoryFiles().flatMap((path) => placeFindings(path, readRepositoryFile(path))))).toEqual([]));
});

describe("rules and their tests", () => {
  it.each(readRoomSpecs().map((room) => [room.room, room] as const))("agree in %s", (_name, room) => expect(lines(specFindings(room))).toEqual([]));
});

describe("the reading of code", () => {
  it("tells code from strings, templates, expressions and comments", () => {
    const [file] = slip("src/x.ts", "const a = `x ${b ? `in ${c} \"q\"` : 'z'} // no`; // yes\nconst r = /a\"[/]b/g; /* and */ a / b / c;");
    expect(file?.code).toBe("const a = `  ${b ? `   ${c}    ` : ' '}      `;       \nconst r = /      /g;           a / b / c;");
    expect(file?.codeWithStrings).toBe("const a = `x ${b ? `in ${c} \"q\"` : 'z'} // no`;       \nconst r = /a\"[/]b/g;           a / b / c;");
    expect(file?.comments.replaceAll(/\s+/g, " ")).toBe(" // yes /* and */ ");
  });

  it("sees every way of importing, and knows what is left of it at run time", () => {
    const text = 'import { a, type B } from "./a.ts";\nimport type { C } from "./c.ts";\nimport { type D,\n  type E as F } from "./d.ts";\nexport * from "./e.ts";\nexport type { G } from "./g.ts";\nimport "./h.ts";\nconst i = await import("./i.ts");\n// import { x } from "./no.ts";\nconst text = "import x from \'./no.ts\'";\nimport type * as j from "node:j";\n';
    expect(slip("src/web/x.ts", text).flatMap(importsOf).map(({ from, typeOnly, names }) => [from, typeOnly, names.join()])).toEqual([
      ["./a.ts", false, "a,B"], ["./c.ts", true, "C"], ["./d.ts", true, "D,E"], ["./e.ts", false, ""], ["./g.ts", true, "G"], ["./h.ts", false, ""], ["./i.ts", false, ""], ["node:j", true, ""],
    ]);
  });

  it("counts lines from one", () => expect([lineOf("a\nb", 0), lineOf("a\nb", 2)]).toEqual([1, 2]));
});

describe("a slip of the pen is caught:", () => {
  it.each([
    ["the domain asks a room outside", "src/domain/rules/x.ts", 'import { readSheet } from "../../intake/index.ts";'],
    ["the domain asks the machine", "src/domain/rules/x.ts", 'import { readFileSync } from "node:fs";'],
    ["publication asks restrictions", "src/domain/publication/x.ts", 'import { derive } from "../restrictions/index.ts";'],
    ["rules ask events", "src/domain/rules/x.ts", 'import type { StoredEvent } from "../events/index.ts";'],
    ["register has a dependency", "src/domain/register/x.ts", 'import { parse } from "yaml";'],
    ["a room is entered past its door", "src/service/x.ts", 'import { derive } from "../domain/restrictions/derive.ts";'],
    ["a file goes through its own door", "src/service/x.ts", 'import { today } from "./index.ts";'],
    ["the store knows the law", "src/store/x.ts", 'import type { Rulebook } from "../domain/rules/index.ts";'],
    ["the web reads the ledger", "src/web/x.ts", 'const { openLedger } = await import("../store/index.ts");'],
    ["the web runs what is the domain's", "src/web/x.ts", 'import { derive, type Answer } from "../domain/restrictions/index.ts";'],
    ["the command line reaches into the domain", "src/cli/x.ts", 'import type { Answer } from "../domain/restrictions/index.ts";'],
    ["service asks the laboratory", "src/service/x.ts", 'export * from "../lab/index.ts";'],
    ["the laboratory opens a database", "src/lab/x.ts", 'import { createMemoryLedger, openLedger } from "../store/index.ts";'],
    ["SQL outside its room", "src/service/x.ts", 'import { sql } from "kysely";'],
    ["a test's support in the program", "src/service/x.ts", 'import { loadLaw } from "../../test/support/law.ts";'],
    ["an ending is left out", "src/service/x.ts", 'import { today } from "./registry";'],
  ])("%s", (_title, path, text) => expect(importFindings(slip(path, text))).toHaveLength(1));

  it("what is allowed is not", () => {
    const allowed = [
      ["src/domain/restrictions/x.ts", 'import { sightOf } from "../publication/index.ts";'], ["src/web/x.ts", 'import type { Answer } from "../domain/restrictions/index.ts";'],
      ["src/web/x.ts", 'import { type Answer } from "../domain/restrictions/index.ts";'], ["src/cli/x.ts", 'const lab = await import("../lab/index.ts");'], ["src/main.ts", 'import { run } from "./cli/index.ts";'],
      ["src/lab/x.ts", 'import { createMemoryLedger } from "../store/index.ts";'], ["src/store/x.ts", 'import { createHash } from "node:crypto";'],
    ] as const;
    expect(allowed.flatMap(([path, text]) => importFindings(slip(path, text)))).toEqual([]);
  });

  it("two files in a circle, and none where only types go round", () => {
    const pair = (back: string) => [...slip("src/service/a.ts", 'import { b } from "./b.ts";'), ...slip("src/service/b.ts", back)];
    expect(circleFindings(pair('import { a } from "./a.ts";'))).toHaveLength(1);
    expect(circleFindings(pair('import type { A } from "./a.ts";'))).toEqual([]);
  });

  it.each([
    ["the machine's day", "src/domain/rules/x.ts", "const day = Temporal.Now.plainDateISO();"],
    ["the machine's time", "src/domain/rules/x.ts", "const t = performance.now();"],
    ["chance", "src/domain/rules/x.ts", "const x = Math.random();"],
    ["the environment", "src/domain/rules/x.ts", "const x = process.env;"],
    ["a call out", "src/domain/rules/x.ts", "void fetch(url);"],
    ["waiting", "src/domain/rules/x.ts", "setTimeout(() => {}, 1);"],
    ["the machine's language", "src/domain/rules/x.ts", "names.sort((a, b) => a.localeCompare(b));"],
    ["the machine's number format", "src/domain/rules/x.ts", "const f = new Intl.NumberFormat();"],
    ["a Date", "src/service/x.ts", "const d = new Date(text);"],
    ["a Date as a type", "src/service/x.ts", "function f(d: Date): void {}"],
    ["a Date in a test of the domain", "src/domain/rules/x.test.ts", "const d = Date.UTC(2020, 1, 1);"],
    ["a moving clock in a test", "src/web/x.test.ts", "const now = Date.now();"],
    ["console", "src/service/x.ts", "console.log(1);"],
    ["any", "test/x.ts", "function f(a: any): void {}"],
    ["a list of any", "src/x.ts", "type A = readonly any[];"],
    ["as any", "src/x.ts", "const a = b as any;"],
    ["as unknown as", "src/x.ts", "const a = b as unknown as C;"],
    ["a claim that it is there", "src/x.ts", "const a = list[0]!.name;"],
    ["a claim at the end", "src/x.ts", "const a = f(b!);"],
    ["enum", "src/x.ts", "export enum State { A }"],
    ["namespace", "src/x.ts", "export namespace A {}"],
    ["default export", "src/x.ts", "export default function f(): void {}"],
    ["parameter property", "src/x.ts", "class A { constructor(private readonly b: string) {} }"],
    ["a silenced compiler", "src/x.ts", "// @ts-ignore\nf();"],
    ["an expected error in the program", "src/x.ts", "// @ts-expect-error\nf();"],
    ["a test left out", "test/x.test.ts", 'it.skip("x", () => {});'],
    ["a test alone", "test/x.test.ts", 'describe.only("x", () => {});'],
    ["something left for later", "src/x.ts", "// TODO mend this"],
  ])("%s", (_title, path, text) => expect(banFindings(slip(path, text))).toHaveLength(1));

  it("words that only look like it are let through", () => {
    const fine = [
      "const a = b !== c && !d;", "const any = { any: 1 }; for (const x of node.any) f(x);", '// not any more\nconst text = "as any, console.log, new Date()";', "// TODO (#12) when the law says so",
      "const PlainDate = 1; parsePlainDate(x); type A = { Date_: string };", "const n = new Intl.Collator('en');", 'const enumerate = "enum A {}";', "names.sort((a, b) => a.localeCompare(b, 'en'));",
    ];
    expect(fine.flatMap((text) => banFindings(slip("src/domain/rules/x.ts", text)))).toEqual([]);
    expect(banFindings(slip("src/main.ts", "const d = new Date(1);"))).toEqual([]);
    expect(banFindings(slip("src/x.test.ts", "// @ts-expect-error a listing without End\nf();"))).toEqual([]);
  });

  it("names", () => {
    expect(pathFindings(["src/utils/x.ts", "test/helpers.ts", "src/web/v2/page.ts", "docs/core.md"])).toHaveLength(4);
    expect(pathFindings(["src/web/news.ts", "docs/newcomer.md"])).toEqual([]);
    expect(["export interface Company {}", "export function blacklistedFiles(): void {}", "export const ENTITY_MAX = 1;", "export type OffenderId = string;"].flatMap((text) => nameFindings(slip("src/x.ts", text)))).toHaveLength(4);
    expect(nameFindings(slip("src/x.ts", "export function accompany(): void {}\nconst company = 1;"))).toEqual([]);
  });

  it("law in code, and not a sentence that gives an example", () => {
    expect(lawFindings(slip("src/service/x.ts", 'const a = "cn:samr-serious", b = `mdb:award-contract@ebrd`;'), [])).toHaveLength(2);
    expect(lawFindings(slip("src/service/x.ts", '// "cn:samr-serious"\nconst a = "an act, such as `cn:bid-government-procurement`";'), [])).toEqual([]);
  });

  it("long files, silent files, rooms without a door", () => {
    expect(lengthFindings(slip("src/x.ts", "a\n".repeat(301)), {})).toHaveLength(1);
    expect(lengthFindings(slip("src/x.ts", "a\n".repeat(300)), {})).toEqual([]);
    expect(openingFindings(slip("src/x.ts", "export const a = 1;"))).toHaveLength(1);
    expect(doorFindings(slip("src/domain/draws/x.ts", "// X."))).toHaveLength(1);
    expect(doorFindings(slip("src/domain/draws/index.ts", 'export * from "./x.ts";'))).toHaveLength(1);
  });

  it("rules without a test, tests without a rule", () => {
    const room = (spec: string | undefined, text: string) => specFindings({ room: "src/domain/draws", spec, tests: [{ path: "x.test.ts", text }], wider: [] }).map((finding) => finding.what.split(" ")[0]);
    expect(room("- R1 A.\n- **R2** B.", 'it("R1, R2 both", f);')).toEqual([]);
    expect(room("- R1 A.\n- R1 B.", 'it("R1 a", f); it("R3 c", f);')).toEqual(["R1", "a"]);
    expect(room("- R1 A.\n- R2 B.", 'it("R1 a", f);')).toEqual(["R2"]);
    expect(specFindings({ room: "src/domain/draws", spec: "- R1 A.", tests: [], wider: [{ path: "test/x.test.ts", text: 'it("R1, R7 a", f);' }] })).toEqual([]);
    expect(room(undefined, "")).toEqual(["a"]);
    expect(room("Nothing.", "")).toEqual(["no"]);
  });

  it("places of one machine, hosts of registries", () => {
    const place = (...parts: readonly string[]): number => placeFindings("docs/x.md", parts.join("")).length;
    expect([place("see /ho", "me/me/notes"), place("`/wo", "rk/main`"), place("/Us", "ers/me"), place("https://reg", "istry.npmjs.org/x"), place("an arti", "factory.example.com")]).toEqual([1, 1, 1, 1, 1]);
    expect(placeFindings("docs/x.md", "GET /v1/organisations/{file}/home, src/home/page.ts, ~/home")).toEqual([]);
  });
});
