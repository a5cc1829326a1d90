// The documents, held against the program in both ways: nothing is listed that is not there, nothing is there that is not listed.
// The fields of law files have a test of their own, test/law-files.test.ts; commands in documents are run by test/tour.test.ts.
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { LAW_FINDINGS } from "../src/domain/rules/index.ts";
import { YAML_FINDINGS } from "../src/intake/index.ts";
import { statusOf } from "../src/web/api/problem.ts";
import { loadLaw } from "./support/law.ts";
import { anchorOf, blocksOf, documents, listed, proseOf, rowsOf, sectionsOf } from "./support/markdown.ts";
import { codesOfProgram, commandsOfProgram, eventsOfProgram, levelRoute, routesOfProgram, settingsOfProgram } from "./support/program-lists.ts";
import { readRepositoryFile, ROOT } from "./support/source-file.ts";

const page = (name: string): string => readRepositoryFile(`docs/reference/${name}.md`);
const section = (path: string, heading: string): string => sectionsOf(path).find((each) => each.heading === heading)?.text ?? "";

describe("docs/reference/errors.md", () => {
  it("lists every code, once, and no other", () => expect(listed(page("errors")).toSorted()).toEqual(codesOfProgram()));

  it("gives each problem the status it has over HTTP", () => {
    const rows = rowsOf(section("docs/reference/errors.md", "Problems")).filter(([, status]) => status !== "" && status !== undefined);
    const given = rows.map(([code = "", status]) => [code.replaceAll("`", ""), Number(status)]);
    expect(given.length).toBeGreaterThan(10);
    expect(given).toEqual(given.map(([code]) => [code, code === "fault" ? 500 : statusOf({ code: code as Parameters<typeof statusOf>[0]["code"], message: "", remedy: "" })]));
  });

  it("words the findings of law files as the loader does", () => {
    const worded = Object.fromEntries(rowsOf(section("docs/reference/errors.md", "Findings of law files")).map(([code = "", means]) => [code.replaceAll("`", ""), means]));
    expect(worded).toEqual({ ...LAW_FINDINGS, ...YAML_FINDINGS });
  });
});

describe("docs/reference/events.md", () => {
  const { events, told } = eventsOfProgram();
  it("lists every event type, and no other", () => expect(listed(section("docs/reference/events.md", "Event types"))).toEqual(events));
  it("lists what the told log can tell, and nothing else", () => expect(listed(section("docs/reference/events.md", "The told log"))).toEqual(told));
  it("reads the types from the program", () => expect([events.length > 20, told.length > 0]).toEqual([true, true]));
});

describe("docs/reference/http.md", () => {
  it("lists every route of the server, and no other", async () => {
    const written = rowsOf(page("http")).flatMap(([first = ""]) => /^`([A-Z]+ \/[^`]*)`$/.exec(first)?.[1] ?? []);
    expect(written.map(levelRoute).toSorted()).toEqual(await routesOfProgram());
  });
});

describe("docs/reference/command-line.md", () => {
  const path = "docs/reference/command-line.md";
  /** Sections whose heading is a command, with the options they list. */
  const written = sectionsOf(path).flatMap(({ heading, text }) => {
    const usage = /^`([^`]+)`$/.exec(heading)?.[1];
    return usage === undefined ? [] : [{ usage, options: listed(text) }];
  });
  const common = listed(sectionsOf(path)[1]?.text ?? "");

  it("has a section for every command, and for no other", async () => expect(written.map(({ usage }) => usage).toSorted()).toEqual((await commandsOfProgram()).map(({ usage }) => usage).toSorted()));

  it("lists every option of every command, and no other", async () => {
    const own = (options: readonly string[]): readonly string[] => options.filter((option) => !common.includes(option)).toSorted();
    for (const { usage, options } of await commandsOfProgram()) expect([usage, ...own(written.find((each) => each.usage === usage)?.options ?? [])]).toEqual([usage, ...own(options)]);
  });

  it("names the options every command takes, and the command that does not", async () => {
    expect(common).toEqual(["--data <dir>", "--json"]);
    const without = (await commandsOfProgram()).filter(({ options }) => !common.every((option) => options.includes(option))).map(({ usage }) => usage);
    expect(without).toEqual(["compare-mdb", "bench [name]"]);
  });
});

describe("docs/reference/settings.md", () => {
  it("lists every environment variable that is read, and no other", () => {
    const variables = sectionsOf("docs/reference/settings.md").filter(({ heading }) => heading.startsWith("Environment")).flatMap(({ text }) => listed(text));
    expect(variables.toSorted()).toEqual(settingsOfProgram());
  });
});

describe("docs/dependencies.md", () => {
  const manifest = JSON.parse(readRepositoryFile("package.json")) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  it("has one line of why for every dependency, and for no other", () => {
    const [program, tests] = ["Of the program", "Of the tests"].map((heading) => listed(section("docs/dependencies.md", heading)).toSorted());
    expect(program).toEqual([...Object.keys(manifest["dependencies"] ?? {}), ...Object.keys(manifest["optionalDependencies"] ?? {})].sort());
    expect(tests).toEqual(Object.keys(manifest["devDependencies"] ?? {}).sort());
    expect(rowsOf(readRepositoryFile("docs/dependencies.md")).filter(([, why = ""]) => why.length < 10)).toEqual([]);
  });
});

describe("docs/glossary.md", () => {
  const rows = rowsOf(readRepositoryFile("docs/glossary.md"));

  it("has the roots every name is made of", () => {
    const words = new Set(rows.flatMap(([word = ""]) => word.split(", ")));
    const roots = ["organisation", "file number", "code", "authority", "office", "body of law", "regime", "breach", "join", "separate", "succession", "record", "rulebook", "criterion", "trigger", "effect", "notice", "defence", "decision", "listing", "removal", "repair", "measure", "memorandum", "restriction", "check", "answer", "finding", "refusal", "fault"];
    expect(roots.filter((root) => !words.has(root))).toEqual([]);
    expect([...words].length).toBe(rows.flatMap(([word = ""]) => word.split(", ")).length);
  });

  it("gives each a Chinese term, a meaning and a source that is an entry of the law", async () => {
    const law = await loadLaw("law");
    const entries = new Set<string>(law.entries.map((entry) => entry.id));
    expect(rows.filter(([, chinese = "", means = "", source = ""]) => !/\p{Script=Han}/u.test(chinese) || means === "" || !(source === "ours" || entries.has(source.replaceAll("`", ""))))).toEqual([]);
    expect(rows.filter(([, chinese = "", , source]) => source === "ours" && !chinese.endsWith(", ours"))).toEqual([]);
  });
});

describe("documents", () => {
  it("link to what exists", () => {
    const broken = documents().flatMap((path) => [...proseOf(readRepositoryFile(path)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
      const [target = "", anchor] = (match[1] ?? "").split("#");
      if (/^[a-z]+:/.test(target)) return [];
      const file = target === "" ? path : posix.join(posix.dirname(path), target);
      if (!existsSync(`${ROOT}${file}`)) return [`${path} -> ${match[1] ?? ""}`];
      const anchors = anchor === undefined ? [] : sectionsOf(file).map(({ heading }) => anchorOf(heading));
      return anchor === undefined || anchors.includes(anchor) ? [] : [`${path} -> ${match[1] ?? ""}`];
    }));
    expect(broken).toEqual([]);
  });

  it("name files and folders that exist", () => {
    const named = documents().flatMap((path) => [...proseOf(readRepositoryFile(path)).matchAll(/`((?:src|test|law|docs|bench|scripts)\/[^`\s<>…]*)`/g)].map((match) => ({ path, file: match[1] ?? "" })));
    const missing = named.filter(({ file }) => !file.includes("*") && !existsSync(`${ROOT}${file}`)).map(({ path, file }) => `${path}: ${file}`);
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(40);
  });

  it("are all to be found from the README", () => {
    const reached = new Set<string>(["README.md"]);
    for (const path of reached) {
      if (!path.endsWith(".md")) continue;
      for (const match of readRepositoryFile(path).matchAll(/\]\(([^)\s#]+)/g)) {
        const file = posix.join(posix.dirname(path), match[1] ?? "");
        if (!/^[a-z]+:/.test(match[1] ?? "") && existsSync(`${ROOT}${file}`)) reached.add(file);
      }
    }
    expect(documents().filter((path) => !reached.has(path))).toEqual([]);
  });

  it("name commands that exist", async () => {
    const names = (await commandsOfProgram()).flatMap(({ usage }) => { const [first = "", second = ""] = usage.split(" "); return /^[a-z]/.test(second) ? [first, `${first} ${second}`] : [first]; });
    const named = documents().flatMap((path) => [...readRepositoryFile(path).matchAll(/\.\/probity ((?:law |held )?[a-z][a-z-]*)/g)].map((match) => ({ path, command: match[1] ?? "" })));
    expect(named.filter(({ command }) => !names.includes(command)).map(({ path, command }) => `${path}: ${command}`)).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  it("show JSON that can be read", () => {
    const shown = documents().flatMap((path) => blocksOf(readRepositoryFile(path)).filter(({ language }) => language === "json").map(({ text }) => text));
    expect(shown.length).toBeGreaterThan(0);
    for (const text of shown) expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe("the reading of documents", () => {
  it("finds tables, blocks and anchors as they are written", () => {
    expect(rowsOf("| a | b |\n|---|---|\n| `x` | 1 \\| 2 |\n\n| c |\n|---|\n| y |")).toEqual([["`x`", "1 | 2"], ["y"]]);
    expect(listed("| a |\n|---|\n| `x` |\n| plain |")).toEqual(["x"]);
    expect(blocksOf("a\n```sh\nls\n```\n```\nb\n```")).toEqual([{ language: "sh", text: "ls", line: 2 }, { language: "", text: "b", line: 5 }]);
    expect([anchorOf("Organisations, acts and places"), anchorOf("`held settle <batch>`")]).toEqual(["organisations-acts-and-places", "held-settle-batch"]);
    expect(["GET /zh/lists/:parameter", "GET /en", "GET /zh*", "GET /assets/a.css", "GET /v1/law/{id}"].map(levelRoute)).toEqual(["GET /{}/lists/{}", "GET /{}", "GET /{}/*", "GET /assets/{}", "GET /v1/law/{}"]);
  });
});
