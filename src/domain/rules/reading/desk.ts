// Desk: what the reading of one file has at hand: where findings go, which entries exist, what expressions may name.
// Made by load.ts for each file; used by every reader of a part of the law.
import type { Finding, LawId, Place } from "../../terms/index.ts";
import type { EntryIndex } from "./entry-index.ts";
import type { ExpressionCompiler } from "../expression.ts";
import type { Field } from "../language.ts";
import type { EntryKind } from "../field-tables.ts";
import type { LawFindingCode } from "../law-finding.ts";
import { nearest } from "./nearest.ts";

export interface Desk {
  /** The body of law of the file's folder. */
  readonly body: string;
  /** Whether the file lies under people/. */
  readonly people: boolean;
  readonly index: EntryIndex;
  readonly expressions: ExpressionCompiler;
  readonly report: (code: LawFindingCode, at: Place, message: string, remedy: string) => void;
  readonly fieldsOf: (id: LawId) => readonly Field[];
}

export function reportTo(findings: Finding[]): Desk["report"] {
  return (code, at, message, remedy) => {
    findings.push({ code, at, message, remedy });
  };
}

/** The entry a reference means, if there is one of a wanted kind; otherwise a finding and nothing. */
export function resolveReference(desk: Desk, text: string, at: Place, wanted: readonly EntryKind[]): LawId | undefined {
  const found = desk.index.lookUp(desk.body, text);
  if (found === undefined) {
    const known = desk.index.idsOf(wanted, desk.body);
    const near = nearest(text, known);
    const remedy = near.length > 0 ? `did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?` : `add ${wordsFor(wanted)} with this id, or correct the reference`;
    desk.report("unknown-entry", at, `\`${text}\` names no ${wordsFor(wanted, "or")}`, remedy);
    return undefined;
  }
  if (!wanted.includes(found.kind)) {
    desk.report("wrong-kind", at, `\`${found.id}\` is of kind \`${found.kind}\`, not ${wordsFor(wanted)}`, `refer to ${wordsFor(wanted)}`);
    return undefined;
  }
  if (found.people && !desk.people) {
    desk.report("people-in-law", at, `\`${found.id}\` is a rule about persons (people/)`, "only files under people/ may refer to it");
    return undefined;
  }
  return found.id;
}

function wordsFor(kinds: readonly EntryKind[], join = "or"): string {
  return kinds.length > 6 ? "entry" : kinds.map((kind) => `\`${kind}\``).join(` ${join} `);
}
