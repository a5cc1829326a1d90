// SourceFile: a TypeScript file of the repository in three readings of the same length, so that an offset is the same place in each:
// its code without comments and the insides of strings, the same with strings, and its comments alone. For tests that read the code.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly codeWithStrings: string;
  readonly comments: string;
}

/** One thing a rule of the house finds: where, what, and what to use instead. */
export interface HouseFinding {
  readonly at: string;
  readonly what: string;
  readonly instead: string;
}

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What no checkout tracks. */
const UNTRACKED = new Set([".git", "node_modules", "data", ".cache"]);

/** Every file of the repository, but for what is installed or made by running it. */
export function repositoryFiles(): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(`${ROOT}${folder}`, { withFileTypes: true })) {
      if (folder === "" && UNTRACKED.has(entry.name)) continue;
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (entry.isFile() && !path.endsWith(".log")) found.push(path);
    }
  };
  walk("");
  return found.sort();
}

export function readRepositoryFile(path: string): string {
  return readFileSync(`${ROOT}${path}`, "utf8");
}

export function readSources(folders: readonly string[]): readonly SourceFile[] {
  return repositoryFiles().filter((path) => path.endsWith(".ts") && folders.some((folder) => path.startsWith(`${folder}/`))).map((path) => sourceFile(path, readRepositoryFile(path)));
}

export function sourceFile(path: string, text: string): SourceFile {
  const kinds = readKinds(text);
  const keep = (kept: readonly Kind[]): string => blank(text, kinds, kept);
  return { path, text, code: keep(["code"]), codeWithStrings: keep(["code", "string"]), comments: keep(["comment"]) };
}

export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Findings wherever `pattern` stands in one reading of the files. */
export function findAll(files: readonly SourceFile[], reading: "text" | "code" | "codeWithStrings" | "comments", pattern: RegExp, what: (match: RegExpExecArray) => string, instead: string): readonly HouseFinding[] {
  return files.flatMap((file) => [...file[reading].matchAll(pattern)].map((match) => ({ at: `${file.path}:${lineOf(file.text, match.index + match[0].length - match[0].trimStart().length)}`, what: what(match), instead })));
}

type Kind = "code" | "string" | "comment";

function blank(text: string, kinds: readonly Kind[], kept: readonly Kind[]): string {
  let result = "";
  for (let index = 0; index < text.length; index += 1) {
    const kind = kinds[index];
    const character = text[index] ?? "";
    result += character === "\n" || (kind !== undefined && kept.includes(kind)) ? character : " ";
  }
  return result;
}

/** After these a slash begins a regular expression, after anything else it divides. */
const BEFORE_EXPRESSION = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in|do|else|void|await|yield))\s*$/;

/** What each character belongs to. Quotes and slashes that enclose count as code, what they enclose as string. */
function readKinds(text: string): readonly Kind[] {
  const kinds: Kind[] = [];
  /** One entry for each template literal we are in: how many braces its open expression is deep. */
  const templates: number[] = [];
  let index = 0;
  const take = (kind: Kind, until: number): void => {
    while (index < until) kinds[index++] = kind;
  };
  const quoted = (closing: RegExp): void => {
    take("code", index + 1);
    const match = closing.exec(text.slice(index));
    const end = match === null ? text.length : index + match[0].length - 1;
    take("string", end);
    take("code", Math.min(end + 1, text.length));
  };
  const template = (): void => {
    const match = /^(?:\\[\s\S]|[^\\`$]|\$(?!\{))*(?:`|\$\{)/.exec(text.slice(index));
    if (match === null) return take("string", text.length);
    const opens = match[0].endsWith("${");
    take("string", index + match[0].length - (opens ? 2 : 1));
    take("code", index + (opens ? 2 : 1));
    if (opens) templates.push(0);
  };
  while (index < text.length) {
    const rest = text.slice(index, index + 2);
    const character = rest[0] ?? "";
    const depth = templates.at(-1);
    if (rest === "//") take("comment", endOf(text, index, "\n"));
    else if (rest === "/*") take("comment", endOf(text, index + 2, "*/") + 2);
    else if (character === '"') quoted(/^(?:\\[\s\S]|[^\\"\n])*["\n]/);
    else if (character === "'") quoted(/^(?:\\[\s\S]|[^\\'\n])*['\n]/);
    else if (character === "`") {
      take("code", index + 1);
      template();
    } else if (character === "/" && BEFORE_EXPRESSION.test(text.slice(Math.max(0, index - 200), index).replace(/\/\/[^\n]*\n\s*$/, ""))) quoted(/^(?:\\.|\[(?:\\.|[^\\\]\n])*\]|[^\\/[\n])*[/\n]/);
    else if (character === "{" && depth !== undefined) {
      templates[templates.length - 1] = depth + 1;
      take("code", index + 1);
    } else if (character === "}" && depth !== undefined) {
      take("code", index + 1);
      if (depth === 0) {
        templates.pop();
        template();
      } else templates[templates.length - 1] = depth - 1;
    } else take("code", index + 1);
  }
  return kinds;
}

function endOf(text: string, from: number, closing: string): number {
  const found = text.indexOf(closing, from);
  return found === -1 ? text.length : found;
}
