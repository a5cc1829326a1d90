// Candidate: an organisation as the matcher sees it: what a row, or a file of the register, says about it. Names are taken apart here.
import type { NamePart } from "../events/index.ts";
import type { FileNumber, LawId } from "../terms/index.ts";
import { holdsHan, levelName } from "./level-name.ts";
import { partsOfName, type NameParts } from "./name-parts.ts";
import { namesWithin } from "./names-within.ts";

export interface Candidate {
  readonly file: FileNumber;
  readonly names: readonly NamePart[];
  readonly codes: readonly { readonly scheme: LawId; readonly value: string }[];
  readonly country?: string;
  readonly address?: string;
}

/** `loose`: the main name without a bracket that may tell it from another organisation. `short`: an abbreviation. */
export type NameRole = "main" | "local" | "former" | "alias" | "short" | "loose";

export interface NameEntry {
  readonly role: NameRole;
  readonly parts: NameParts;
  /** For `loose`: the bracket left out is one word, as abbreviations are. */
  readonly oneWordLeftOut: boolean;
}

const memory = new WeakMap<Candidate, readonly NameEntry[]>();

/** Every name of a candidate with its role, names inside names included. */
export function namesOf(candidate: Candidate): readonly NameEntry[] {
  const known = memory.get(candidate);
  if (known !== undefined) return known;
  const hanMain = candidate.names.some(({ kind, text }) => kind === "main" && holdsHan(text));
  const entries = candidate.names.flatMap((name) => entriesOf(name, hanMain));
  memory.set(candidate, entries);
  return entries;
}

function entriesOf(name: NamePart, hanMain: boolean): readonly NameEntry[] {
  const within = namesWithin(name.text);
  const role = roleOf(name, hanMain);
  const entries: NameEntry[] = [];
  const add = (text: string, as: NameRole, oneWordLeftOut = false): void => {
    if (levelName(text) !== "") entries.push({ role: as, parts: partsOfName(text), oneWordLeftOut });
  };
  add(within.main, role);
  for (const { text, kind } of within.beside) {
    if (kind === "predecessor") continue;
    if (kind !== "aside") {
      add(text, kind);
      continue;
    }
    const without = within.main.replace(`(${text})`, " ").replace(/\s+/gu, " ").trim();
    if (role === "main" && without !== within.main) add(without, "loose", !/\s/u.test(text) || partsOfName(text).words.length === 1);
  }
  return entries;
}

/** A Chinese alias of an organisation whose main name is in Latin letters is its name in local writing; beside a Chinese one it is an alias. */
function roleOf(name: NamePart, hanMain: boolean): NameRole {
  switch (name.kind) {
    case "main":
      return "main";
    case "former":
      return "former";
    case "local":
      return "local";
    case "alias":
    case "trade":
      return holdsHan(name.text) && !hanMain ? "local" : "alias";
  }
}
