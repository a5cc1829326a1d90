// A letter as plain text in one language, for the body of a mail. It says what the page says, in the same order.
import type { Language } from "../domain/terms/index.ts";
import { letterPart, type Cell, type Run, type Section } from "./letter-parts.ts";
import { LETTER_WORDS } from "./letter-words.ts";
import type { Letter } from "./letter.ts";
import { plainText } from "./shown-text.ts";

/**
 * The letter in `language`, its lines ended by LF and not folded. A line end within a value is followed by spaces, so that no value
 * can begin a line and pass for a part of the letter.
 */
export function letterText(letter: Letter, language: Language): string {
  const part = letterPart(letter, language);
  const labelled = (label: string, cell: Cell): string => `${within(label)}${LETTER_WORDS[language].signs.colon}${cellText(cell, language)}`;
  return [
    ...part.pageNotice.map((run) => `[${runText(run)}]`),
    `${runText(part.from)}\n${within(part.fromFile)}`,
    `${part.kind}\n${runText(part.title)}`,
    part.head.map(({ label, cell }) => labelled(label, cell)).join("\n"),
    ...part.opening.map((run) => runText(run)),
    ...part.sections.map((section) => sectionText(section, language)),
    ...part.notes,
    part.foot.map(({ label, cell }) => labelled(label, cell)).join("\n"),
  ].join("\n\n").concat("\n");
}

function sectionText({ key, heading, columns, rows, lines }: Section, language: Language): string {
  const { colon, semicolon } = LETTER_WORDS[language].signs;
  const number = (index: number, of: number): string => (of > 1 ? `${index + 1}. ` : "");
  const said = rows.map((row, index) => key === "facts"
    ? row.map((cell) => cellText(cell, language)).join(colon)
    : `${number(index, rows.length)}${row.map((cell, column) => `${columns[column] ?? ""}${colon}${cellText(cell, language)}`).join(semicolon)}`);
  return [`== ${heading} ==`, ...said, ...lines.map((run, index) => `${key === "nextSteps" ? number(index, lines.length) : ""}${runText(run)}`)].join("\n");
}

function cellText(cell: Cell, language: Language): string {
  return cell.map(runText).join(LETTER_WORDS[language].signs.semicolon);
}

function runText(run: Run): string {
  return `${within(run.text)}${run.marks.join("")}`;
}

function within(text: string): string {
  return plainText(text).replaceAll("\n", "\n    ");
}
