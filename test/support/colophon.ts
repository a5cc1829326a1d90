// Colophon: what a public page says of itself at its foot: where it stands for ever, its JSON, its command line, how it is cited. Read from the page as
// it was sent, and held to the commands that docs/reference/command-line.md lists, which its own test holds to the program.
import { readFileSync } from "node:fs";

export interface Colophon {
  readonly permalink?: string;
  readonly json?: string;
  readonly command?: string;
  readonly citation?: string;
}

const TERMS: Readonly<Record<string, keyof Colophon>> = { 固定链接: "permalink", Permalink: "permalink", JSON: "json", 命令行: "command", "Command line": "command", 引用格式: "citation", "Cite as": "citation" };

export function colophonOf(markup: string): Colophon {
  const foot = /<section class="colophon"[\s\S]*?<\/section>/.exec(markup)?.[0] ?? "";
  return Object.fromEntries([...foot.matchAll(/<dt>([^<]*)<\/dt><dd>([\s\S]*?)<\/dd>/g)].flatMap(([, term = "", value = ""]) => {
    const name = TERMS[term];
    return name === undefined ? [] : [[name, plain(value)]];
  }));
}

/** Tags, and marks that keep directions apart, are no part of what is copied. */
function plain(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, "").replaceAll(/[\u2066-\u2069\u200e\u200f]/g, "").replaceAll("&quot;", "\"").replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
}

/** Commands by their words, each with the options its section lists. */
function commandsListed(): ReadonlyMap<string, ReadonlySet<string>> {
  const sections = readFileSync("docs/reference/command-line.md", "utf8").split(/^### /m).slice(1);
  return new Map(sections.map((section) => [/^`([^`<[]*)/.exec(section)?.[1]?.trim() ?? "", new Set([...section.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option = ""]) => option))]));
}

/** What is wrong with a command line, or nothing: a command of the program with options it has, or a call of the interface for programs. */
export function commandFinding(command: string): string | undefined {
  if (/^curl /.test(command)) return undefined;
  const line = /^\.\/probity (.*)$/.exec(command)?.[1];
  if (line === undefined) return `\`${command}\` is no command`;
  const unquoted = line.replaceAll(/'[^']*'/g, "…");
  const known = commandsListed();
  const words = unquoted.split(" ");
  const name = [words.slice(0, 2).join(" "), words[0] ?? ""].find((each) => known.has(each));
  if (name === undefined) return `there is no command \`${command}\``;
  const strange = words.filter((word) => word.startsWith("--") && word !== "--json" && known.get(name)?.has(word) !== true);
  return strange.length === 0 ? undefined : `\`${name}\` has no ${strange.join(" ")}`;
}
