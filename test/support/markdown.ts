// Markdown as the documents of this repository use it: headings, tables, fenced blocks, links. For tests that hold documents against
// the program.
import { readRepositoryFile, repositoryFiles } from "./source-file.ts";

export interface Block {
  readonly language: string;
  readonly text: string;
  /** Line of its fence. */
  readonly line: number;
}

export interface Section {
  readonly heading: string;
  readonly level: number;
  /** Its own text, up to the next heading. */
  readonly text: string;
}

export function documents(): readonly string[] {
  return repositoryFiles().filter((path) => /^(?:README|CHANGELOG)\.md$|^docs\/.*\.md$/.test(path));
}

export function sectionsOf(path: string): readonly Section[] {
  const sections: { heading: string; level: number; text: string }[] = [{ heading: "", level: 0, text: "" }];
  let fenced = false;
  for (const line of readRepositoryFile(path).split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const match = fenced ? null : /^(#{1,6}) (.+)$/.exec(line);
    if (match !== null) sections.push({ heading: match[2] ?? "", level: match[1]?.length ?? 1, text: "" });
    const last = sections.at(-1);
    if (match === null && last !== undefined) last.text += `${line}\n`;
  }
  return sections;
}

/** Cells of every row of the tables in the text, without headers and rulers. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const lines = text.split("\n");
  lines.forEach((line, index) => {
    const isHeader = /^\|[-| :]+\|$/.test(lines[index + 1] ?? "");
    if (!line.startsWith("|") || isHeader || /^\|[-| :]+\|$/.test(line)) return;
    rows.push(line.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|")));
  });
  return rows;
}

/** The first cell of each row, where it is a word in backticks. */
export function listed(text: string): readonly string[] {
  return rowsOf(text).flatMap(([first = ""]) => /^`([^`]+)`$/.exec(first)?.[1] ?? []);
}

export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { language: string; lines: string[]; line: number } | undefined;
  text.split("\n").forEach((line, index) => {
    const fence = /^```(\S*)/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { language: fence[1] ?? "", lines: [], line: index + 1 };
    else {
      blocks.push({ language: open.language, text: open.lines.join("\n"), line: open.line });
      open = undefined;
    }
  });
  return blocks;
}

/** Text outside fenced blocks. */
export function proseOf(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```$/gm, "");
}

/** How a heading is linked to. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");
}
