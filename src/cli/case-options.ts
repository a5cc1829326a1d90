// Case options: what is said on the command line of a step, turned into the body the API takes for the same step: both are read by one reader
// and refused for the same reasons.
import { InvalidArgumentError, type Command } from "commander";
import { basename } from "node:path";
import type { World } from "./command.ts";

export interface PartyOptions {
  readonly by?: string;
  readonly officers?: readonly string[];
  readonly organisation?: string;
}

export interface FormalOptions extends PartyOptions {
  readonly statement?: string;
  readonly review?: string;
  readonly state: readonly (readonly [string, string])[];
  readonly on?: string;
}

export interface EvidenceOptions extends FormalOptions {
  readonly field: readonly (readonly [string, string])[];
  readonly document: readonly string[];
  readonly attach: readonly string[];
}

/** The office that acts. */
export function withOffice(command: Command): Command {
  return command
    .option("--by <office>", "file number of the office that acts")
    .option("--officers <posts>", "posts that act for it, with commas between: handler-1,handler-2", readWords);
}

export function withParty(command: Command): Command {
  return withOffice(command).option("--organisation <organisation>", "the organisation acts for itself");
}

/** What the law may ask of any step. */
export function withFormalities(command: Command): Command {
  return command
    .option("--statement <text>", "facts, statement, minutes or means: what the step says")
    .option("--state <word=text>", "what the law wants stated beside it, by its own word; as often as needed", addPair, [])
    .option("--review <day>", "the day of the legal review")
    .option("--on <day>", "the day it was done; default today");
}

/** What is handed in with a step. */
export function withEvidence(command: Command): Command {
  return withFormalities(withParty(command))
    .option("--field <name=value>", "a value of the record that the step puts on file; as often as needed", addPair, [])
    .option("--document <text>", "a document that is handed in, in words; as often as needed", addText, [])
    .option("--attach <file>", "a file to hand in: PDF, PNG, JPEG or text; as often as needed", addText, []);
}

/** Who asks; undefined where nobody is named, or two are. */
export function partyOf({ by, officers, organisation }: PartyOptions, file: string | undefined): object | undefined {
  if ((by === undefined) === (organisation === undefined)) return undefined;
  return by === undefined ? { organisation: file ?? organisation } : { office: by, ...(officers === undefined ? {} : { officers }) };
}

/** Review and statements, as the API has them. */
export function besideOf({ review, state }: FormalOptions): object {
  return { ...(review === undefined ? {} : { legalReview: { on: review } }), ...(state.length === 0 ? {} : { statements: Object.fromEntries(state) }) };
}

export function recordOf({ field, document }: EvidenceOptions): object {
  return { ...(field.length === 0 ? {} : { fields: Object.fromEntries(field) }), ...(document.length === 0 ? {} : { documents: document }) };
}

/** The files as the API has them. */
export async function filesOf(world: World, { attach }: EvidenceOptions): Promise<readonly { readonly name: string; readonly content: string }[]> {
  return Promise.all(attach.map(async (path) => ({ name: basename(path), content: Buffer.from(await world.readFile(path)).toString("base64") })));
}

/** A value under its name, where it was given. */
export function given<N extends string>(name: N, value: unknown): { readonly [key: string]: unknown } {
  return value === undefined ? {} : { [name]: value };
}

export function readWords(text: string): readonly string[] {
  return text.split(/[,，]/).map((each) => each.trim()).filter((each) => each !== "");
}

function addPair(text: string, before: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Give it as name=value.");
  return [...before, [text.slice(0, at), text.slice(at + 1)]];
}

export function addText(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
