// What the program has that documents list: codes, event types, settings, routes, commands with their options. Read from the program
// itself where it runs without a machine around it, and from its text where it does not.
import { runCommandLine, type World } from "../../src/cli/index.ts";
import { CASE_REFUSALS } from "../../src/domain/cases/index.ts";
import { LAW_FINDINGS } from "../../src/domain/rules/index.ts";
import { ATTACHMENT_FINDING_CODES, SHEET_FINDING_CODES, YAML_FINDINGS } from "../../src/intake/index.ts";
import { createMemoryLedger } from "../../src/store/index.ts";
import { createServer } from "../../src/web/index.ts";
import { isTest } from "./import-rules.ts";
import { digest, loadLaw } from "./law.ts";
import { readRepositoryFile, readSources, repositoryFiles } from "./source-file.ts";

/** Pages filled with examples, words for pages, tables of fields and columns: what stands under `code` there is no code of the program. */
const NO_CODES = ["src/domain/rules/field-tables.ts", "src/store/table-shapes.ts", "src/web/portal/gallery.ts", "src/web/portal/gallery-own.ts", "src/web/portal/gallery-report.ts", "src/web/portal/dictionary-en.ts", "src/web/portal/dictionary-zh.ts"];

/** Every code a finding, refusal, problem or fault can carry. */
export function codesOfProgram(): readonly string[] {
  const texts = readSources(["src"]).filter((file) => !isTest(file.path) && !NO_CODES.includes(file.path)).map((file) => file.codeWithStrings);
  const literals = texts.flatMap((text) => [...text.matchAll(/\bcode: "([a-z-]+)"/g)].map((match) => match[1] ?? ""));
  const unions = texts.flatMap((text) => [...text.matchAll(/\breadonly code:((?:\s*\|?\s*"[a-z-]+")+)/g)].flatMap((match) => quoted(match[1] ?? "")));
  return [...new Set([...literals, ...unions, ...CASE_REFUSALS, ...Object.keys(LAW_FINDINGS), ...Object.keys(YAML_FINDINGS), ...SHEET_FINDING_CODES, ...ATTACHMENT_FINDING_CODES])].sort();
}

function quoted(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** Types of events, and what the told log can tell. */
export function eventsOfProgram(): { readonly events: readonly string[]; readonly told: readonly string[] } {
  const text = readRepositoryFile("src/domain/events/events.ts");
  const bodies = /export interface Bodies \{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? "";
  const told = /readonly what: ([^;]+);/.exec(text)?.[1] ?? "";
  return { events: [...bodies.matchAll(/^ {2}readonly (\w+):/gm)].map((match) => match[1] ?? ""), told: quoted(told) };
}

/** Environment variables that the program, its scripts and its tests read. */
export function settingsOfProgram(): readonly string[] {
  const read = { program: /\b(?:env|environment)(?:\["([A-Z][A-Z_]+)"\]|\.([A-Z][A-Z_]+))/g, shell: /\$\{?([A-Z][A-Z_]+)/g };
  const paths = repositoryFiles().filter((path) => /^(?:src|scripts|test|bench)\/.*\.(?:ts|cjs)$|^probity$|^\.ci\//.test(path));
  const names = paths.flatMap((path) => [...readRepositoryFile(path).matchAll(/\.(?:ts|cjs)$/.test(path) ? read.program : read.shell)].map((match) => match[1] ?? match[2] ?? ""));
  return [...new Set(names)].filter((name) => !OF_THE_SHELL.includes(name)).sort();
}

/** What every shell has. */
const OF_THE_SHELL = ["PATH", "PWD"];

/**
 * Every route of the server, as `GET /v1/organisations/{}`: HEAD goes with GET, a path's parameters have no name, the pages come once
 * for both languages and the assets once for all.
 */
export async function routesOfProgram(): Promise<readonly string[]> {
  const instant = "2025-01-01T00:00:00.000Z";
  const server = createServer({
    log: () => {},
    registry: {
      ledger: createMemoryLedger({ node: "test", randomBytes: (count) => new Uint8Array(count) }), rulebook: await loadLaw("test/bodies"), digest, freshId: (prefix) => prefix,
      clock: { now: () => instant as never, dayOf: () => "2025-01-01" as never, startOf: () => instant as never },
    },
  });
  await server.ready();
  const routes: string[] = [];
  const prefixes: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false }).split("\n")) {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line);
    if (match === null) continue;
    const depth = (match[1] ?? "").length / 4;
    const above = depth === 0 ? "" : (prefixes[depth - 1] ?? "");
    const path = above === "/" ? `/${(match[2] ?? "").replace(/^\//, "")}` : `${above}${match[2] ?? ""}`;
    prefixes[depth] = path;
    for (const method of (match[3] ?? "").split(", ")) if (method !== "" && method !== "HEAD") routes.push(levelRoute(`${method} ${path}`));
  }
  await server.close();
  return [...new Set(routes)].sort();
}

/** Routes as they are compared, from the program and from the page. */
export function levelRoute(route: string): string {
  return route.replace(/^(GET|POST) \/(?:zh|en)(?=[/*]|$)/, "$1 /{}").replace(/^GET \/\{\}\*$/, "GET /{}/*").replace(/^(GET \/assets\/).+/, "$1{}").replaceAll(/:\w+|\{\w+\}/g, "{}");
}

export interface CommandOfProgram {
  /** With its arguments: `held settle <batch> <row> <file>`. */
  readonly usage: string;
  /** As the help shows them: `--on <day>`. */
  readonly options: readonly string[];
}

/** Every command as its own help describes it; `--help` itself left out. */
export async function commandsOfProgram(): Promise<readonly CommandOfProgram[]> {
  const found: CommandOfProgram[] = [];
  const visit = async (path: readonly string[]): Promise<void> => {
    const help = await helpOf(path);
    const usage = (/^Usage: probity (.*)$/m.exec(help)?.[1] ?? "").replace("[options]", "").replace("[command]", "").replaceAll(/\s+/g, " ").trim();
    const options = [...help.matchAll(/^ {2}(--[a-z-]+(?: <[^>]+>)?)/gm)].map((match) => match[1] ?? "");
    const inner = [...(/^Commands:\n([\s\S]*)/m.exec(help)?.[1] ?? "").matchAll(/^ {2}([a-z][a-z-]*)/gm)].map((match) => match[1] ?? "").filter((name) => name !== "help");
    if (path.length > 0 && (inner.length === 0 || options.length > 0)) found.push({ usage, options });
    for (const name of inner) await visit([...path, name]);
  };
  await visit([]);
  return found;
}

async function helpOf(path: readonly string[]): Promise<string> {
  let text = "";
  const unused = (): never => {
    throw new Error("the help of a command needs nothing of the world");
  };
  const world: World = {
    out: (part) => void (text += part), say: (part) => void (text += part), terminal: false, environment: {}, exit: () => {},
    openRegistry: unused, memoryRegistry: unused, readFile: unused, writeFile: unused, makeFolder: unused, readLines: unused, runBench: unused, stopped: unused, stopSignal: unused, readLaw: unused, transport: unused, openKept: unused, onHangUp: unused, holdsRegister: unused, digest: unused,
  };
  await runCommandLine([...path, "--help"], world);
  return text;
}
