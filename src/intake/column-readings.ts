// Readings: regular expressions of a template that take several fields out of one column's text, in order.
// What matched may be removed before the later ones; what is left is the column's own value.
import type { TemplateReading } from "../domain/rules/index.ts";
import { unreachable, type FieldReading, type Finding } from "../domain/terms/index.ts";
import { readAuthority, readCodeText, readText } from "./cell-reading.ts";
import { levelText, oneLine, trimSigns } from "./levelled-text.ts";
import type { PreparedLaw } from "./template-law.ts";

export interface ReadField {
  readonly to: string;
  readonly value: FieldReading;
  readonly at: string;
}

export interface ReadingResult {
  readonly fields: readonly ReadField[];
  readonly rest: string;
  readonly findings: readonly Finding[];
}

/** A reading with its expression made once for a whole sheet. */
export interface PreparedReading extends TemplateReading {
  readonly expression: RegExp;
}

export function prepareReading(reading: TemplateReading): PreparedReading {
  return { ...reading, expression: new RegExp(reading.pattern, "giu") };
}

/** Matches of one reading in one cell; no real cell comes near it. */
const MATCHES_MAX = 100;

export function readByPatterns(text: string, at: string, readings: readonly PreparedReading[], law: PreparedLaw): ReadingResult {
  const fields: ReadField[] = [];
  const findings: Finding[] = [];
  // Runs of white space are levelled first: they mean nothing, and would make the search for them long.
  let rest = text.replace(/[^\S\r\n]+/g, " ").replace(/\s*[\r\n]\s*/g, "\n");
  let consumed = false;
  for (const reading of readings) {
    const matches = firstMatches(rest, reading.expression);
    for (const match of matches) addMatch(fields, findings, reading, match, at, law);
    if (!reading.consumes || matches.length === 0) continue;
    rest = removeMatches(rest, matches);
    consumed = true;
  }
  return { fields, rest: consumed ? tidyRest(rest) : text, findings };
}

function firstMatches(text: string, expression: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] !== "") matches.push(match);
    if (matches.length >= MATCHES_MAX) break;
  }
  return matches;
}

function removeMatches(text: string, matches: readonly RegExpExecArray[]): string {
  let rest = "";
  let from = 0;
  for (const match of matches) {
    rest += `${text.slice(from, match.index)} `;
    from = match.index + match[0].length;
  }
  return rest + text.slice(from);
}

function addMatch(fields: ReadField[], findings: Finding[], reading: TemplateReading, match: RegExpExecArray, at: string, law: PreparedLaw): void {
  const group = match.slice(1).find((each) => each !== undefined);
  const text = oneLine(reading.value ?? group ?? match[0]);
  if (text === "") return;
  switch (reading.type) {
    case "text": {
      const read = readText(text, at, reading.to);
      if (read.ok) addText(fields, reading.to, text, at);
      else findings.push(read.error);
      return;
    }
    case "choices": addChoice(fields, reading.to, text, at); return;
    case "flag": addOnce(fields, { to: reading.to, value: { kind: "flag", value: text === "true" }, at }); return;
    case "authority": case "code": {
      const read = reading.type === "authority" ? readAuthority(text, at, law) : readCodeText(text, at, reading.to, law);
      if (read.ok) fields.push({ to: reading.to, value: read.value, at });
      else findings.push(read.error);
      return;
    }
    default: unreachable(reading.type);
  }
}

function addText(fields: ReadField[], to: string, text: string, at: string): void {
  const levelled = levelText(text);
  if (fields.some((field) => field.to === to && field.value.kind === "text" && levelText(field.value.text) === levelled)) return;
  fields.push({ to, value: { kind: "text", text }, at });
}

function addOnce(fields: ReadField[], field: ReadField): void {
  if (!fields.some((each) => each.to === field.to)) fields.push(field);
}

/** Values of one list come together in one field. */
function addChoice(fields: ReadField[], to: string, value: string, at: string): void {
  const index = fields.findIndex((field) => field.to === to && field.value.kind === "choices");
  const field = fields[index];
  if (field === undefined || field.value.kind !== "choices") fields.push({ to, value: { kind: "choices", values: [value] }, at });
  else if (!field.value.values.includes(value)) fields[index] = { ...field, value: { kind: "choices", values: [...field.value.values, value] } };
}

/** Brackets within brackets that are tidied away. */
const TIDY_PASSES_MAX = 10;

/** Empty brackets and stray punctuation that removed matches leave behind. */
function tidyRest(text: string): string {
  let tidy = oneLine(text);
  let before = "";
  for (let pass = 0; pass < TIDY_PASSES_MAX && before !== tidy; pass += 1) {
    before = tidy;
    tidy = oneLine(trimSigns(tidy.replace(/[([（【][\s,;:]{0,20}[)\]）】]/gu, " "), /[\s,;:、，；：-]/u));
  }
  return tidy;
}
