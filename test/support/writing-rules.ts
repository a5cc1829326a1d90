// What may not be written, by room: calls that touch the world, types that say nothing, names without a noun, law in code, long files.
// Each finding names what to use instead. The rules are those of style.md 2 to 6 and 11.
import { isTest, roomOf } from "./import-rules.ts";
import { findAll, lineOf, type HouseFinding, type SourceFile } from "./source-file.ts";

interface Ban {
  readonly pattern: RegExp;
  readonly in: "code" | "codeWithStrings" | "comments" | "text";
  /** Whether the ban holds in this file; everywhere where absent. */
  readonly where?: (path: string) => boolean;
  readonly instead: string;
}

const inDomain = (path: string): boolean => path.startsWith("src/domain/") && !isTest(path);
const inSource = (path: string): boolean => path.startsWith("src/") && !isTest(path);
const withoutDates = (path: string): boolean => path.startsWith("src/") && path !== "src/main.ts" && !path.startsWith("src/web/");
const inTests = (path: string): boolean => isTest(path) || path.startsWith("test/");

export const BANS: Readonly<Record<string, Ban>> = {
  "machine clock": { pattern: /\bTemporal\.Now\b|\bperformance\s*\.|\bprocess\.hrtime\b/g, in: "code", where: inDomain, instead: "take the day or the instant as an argument" },
  "clock in a test": { pattern: /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)/g, in: "code", where: inTests, instead: "hand in a clock that stands still" },
  "chance": { pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/g, in: "code", where: inDomain, instead: "take what was drawn as an argument" },
  "environment": { pattern: /\bprocess\b|\bglobalThis\b/g, in: "code", where: inDomain, instead: "take it as an argument" },
  "waiting and calling out": { pattern: /\b(?:fetch|setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/g, in: "code", where: inDomain, instead: "return what shall happen; service and main.ts make it happen" },
  "the machine's language": { pattern: /\bIntl\.\w+\(\s*\)|\.toLocale\w+\(\s*\)|\.localeCompare\(\s*[^(),]*\)/g, in: "code", where: inDomain, instead: "name the locale, or compare by code point" },
  "Date": { pattern: /(?<![\w$.])Date(?=\s*[.(;,>)|\]}]|\s*$)/gm, in: "code", where: withoutDates, instead: "PlainDate for days, Instant for moments; Date stays in main.ts and web/" },
  "console": { pattern: /\bconsole\s*\./g, in: "code", where: inSource, instead: "return it, or say it through the World that main.ts hands to the command line" },
  "any": { pattern: /(?:[:<|&]|\bas|=>)\s*any\b(?!\s*[:(])|\bany\[\]/g, in: "code", instead: "unknown, then check its shape" },
  "as unknown as": { pattern: /\bas\s+unknown\s+as\b/g, in: "code", instead: "check the shape, or make the value by its parser" },
  "!": { pattern: /[\w$)\]]!(?!=)/g, in: "code", instead: "present(value, what), or a branch for when it is absent" },
  "enum": { pattern: /\benum\s+\w+\s*\{/g, in: "code", instead: "a union of texts" },
  "namespace": { pattern: /^\s*(?:export\s+)?(?:declare\s+)?namespace\s+\w+/gm, in: "code", instead: "a file" },
  "default export": { pattern: /\bexport\s+default\b/g, in: "code", where: (path) => path !== "vitest.config.ts", instead: "a named export" },
  "parameter property": { pattern: /\bconstructor\s*\([^)]*\b(?:private|public|protected|readonly)\s+\w+/g, in: "code", instead: "a field, set in the constructor" },
  "@ts-ignore": { pattern: /@ts-(?:ignore|nocheck)\b/g, in: "comments", instead: "make the types say what is so" },
  "@ts-expect-error": { pattern: /@ts-expect-error\b/g, in: "comments", where: (path) => !isTest(path), instead: "it proves a refusal of the types in a test, and nothing anywhere else" },
  "a test left out": { pattern: /\b(?:it|test|describe|suite)\s*\.\s*(?:skip|only|todo)\b/g, in: "code", instead: "a test that runs with all others, or none" },
  "unfinished": { pattern: /\b(?:TODO|FIXME|XXX)\b(?!\s*\(?#\d)/g, in: "comments", instead: "do it, or name the issue: TODO #12" },
};

export function banFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  return Object.entries(BANS).flatMap(([name, ban]) =>
    findAll(files.filter((file) => ban.where?.(file.path) ?? true), ban.in, ban.pattern, (match) => (name === match[0].trim() ? `\`${name}\`` : `${name}: \`${match[0].trim()}\``), ban.instead));
}

const ROOMS_WITHOUT_A_NOUN = new Set(["util", "utils", "helper", "helpers", "common", "shared", "misc", "core", "manager", "managers", "v2", "new", "legacy"]);
const WORDS_OF_OTHERS: Readonly<Record<string, string>> = { company: "organisation", companies: "organisations", entity: "organisation", entities: "organisations", blacklist: "list, listing", blacklisted: "listed", blacklists: "lists", offender: "organisation" };

/** Folders and files called after nothing. */
export function pathFindings(paths: readonly string[]): readonly HouseFinding[] {
  return paths.flatMap((path) => {
    const parts = path.split("/").map((part) => part.split(".")[0]?.toLowerCase() ?? "");
    const found = parts.find((part) => ROOMS_WITHOUT_A_NOUN.has(part));
    return found === undefined ? [] : [{ at: `${path}:1`, what: `a file or folder called ${found}`, instead: "find the noun it is about (style.md 3)" }];
  });
}

/** Exported names with somebody else's word for our own thing. */
export function nameFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  const exported = /\bexport\s+(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|const|class|interface|type)\s+([A-Za-z_$][\w$]*)/g;
  return files.filter((file) => inSource(file.path)).flatMap((file) => [...file.code.matchAll(exported)].flatMap((match) => {
    const name = match[1] ?? "";
    const word = name.split(/(?<=[a-z0-9])(?=[A-Z])|_/).map((part) => part.toLowerCase()).find((part) => part in WORDS_OF_OTHERS);
    return word === undefined ? [] : [{ at: `${file.path}:${lineOf(file.text, match.index)}`, what: `the exported name ${name}`, instead: WORDS_OF_OTHERS[word] ?? "" }];
  }));
}

/** A program that knows a list, measure or act by its id needs a change when the law changes. A sentence may name one as an example. */
export function lawFindings(files: readonly SourceFile[], mayName: readonly string[]): readonly HouseFinding[] {
  const literal = /(["'`])(?:cn|mdb|model):[a-z0-9][a-z0-9-]*(?:@[a-z]+)?\1/g;
  return files.filter((file) => inSource(file.path) && !mayName.includes(file.path)).flatMap((file) => [...file.codeWithStrings.matchAll(literal)]
    .filter((match) => file.code[match.index] === match[1])
    .map((match) => ({ at: `${file.path}:${lineOf(file.text, match.index)}`, what: `the law's id ${match[0]} as a literal`, instead: "read it from the rulebook, or take it as an argument (style.md 7)" })));
}

const LINES_MAX = 300;

export function lengthFindings(files: readonly SourceFile[], longOnes: Readonly<Record<string, string>>): readonly HouseFinding[] {
  return files.filter((file) => !isTest(file.path)).flatMap((file) => {
    const lines = file.text.split("\n").length - 1;
    return lines <= LINES_MAX || file.path in longOnes ? [] : [{ at: `${file.path}:${LINES_MAX + 1}`, what: `${lines} lines`, instead: "ask what second thing lives here; a table may be listed in test/architecture.test.ts with its reason" }];
  });
}

/** The first lines of a file say what it is; a test beside a file is about that file. */
export function openingFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  return files.filter((file) => !isTest(file.path) && !/^\s*\/[/*]/.test(file.text)).map((file) => ({ at: `${file.path}:1`, what: "begins without a comment", instead: "say in a sentence or two what it is, where its data comes from and where it goes" }));
}

/** Every room has a door that opens with a paragraph. */
export function doorFindings(files: readonly SourceFile[]): readonly HouseFinding[] {
  const rooms = new Set(files.map((file) => roomOf(file.path)).filter((room) => room !== undefined && room !== "main.ts"));
  return [...rooms].flatMap((room) => {
    const door = files.find((file) => file.path === `src/${room}/index.ts`);
    if (door === undefined) return [{ at: `src/${room}:1`, what: "a room without a door", instead: "index.ts: one paragraph, then its exports" }];
    return /^\/\/ The door of /.test(door.text) ? [] : [{ at: `${door.path}:1`, what: "a door without its paragraph", instead: `begin with \`// The door of ${room?.split("/").at(-1)}: …\`` }];
  });
}
