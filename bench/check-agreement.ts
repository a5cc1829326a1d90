// Holds what the bench of `check` invents against what the project knows, and its peers against a plain evaluation: codes against makeCode
// and the law's own scheme, the invented law against the rulebook made of its texts, the answers of each peer against check-answer.ts, and
// the probe in C against the same probe here. Each gives what differs; check-peers.ts asks them all before it measures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayNumber, fromDayNumber, type LawId } from "../src/domain/terms/index.ts";
import { makeCode, readCode } from "../src/domain/identity/index.ts";
import { valueOn } from "../src/domain/rules/index.ts";
import { lawOfTexts } from "../test/support/law.ts";
import { inOrder, plainAnswer, type PeerAnswer } from "./check-answer.ts";
import { mixed } from "./check-codes.ts";
import { ASKED_ON, type CheckFacts } from "./check-facts.ts";
import { textsOfLaw, type BenchLaw } from "./check-law.ts";
import { probeInC, type ProbeColumns, type Probed } from "./peers/c-probe.ts";
import type { Held } from "./peers/peer.ts";

interface Asked {
  readonly code: string;
  readonly organisation: number | undefined;
  readonly act: string;
  readonly on: number;
}

/** Codes of the invented facts that makeCode, given their parts, writes otherwise, or readCode refuses. */
export function codesThatDiffer(facts: CheckFacts, count: number): readonly string[] {
  const texts = ["cn/body.yaml", "cn/identifiers.yaml"].map((path) => [path, readFileSync(join(import.meta.dirname, "..", "law", path), "utf8")] as const);
  const schemes = lawOfTexts({ ...Object.fromEntries(texts), "cn/instruments.yaml": instrumentsNamedIn(texts.map(([, text]) => text).join()) }).all("identifier");
  const scheme = schemes.find((each) => each.of === "organisation" && each.length === 18);
  if (scheme === undefined) throw new Error("assertion failed: the law has a scheme of eighteen characters");
  const codes = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? facts.listedCode(index % facts.organisations) : facts.unlistedCode(index * 7)));
  return codes.filter((code) => {
    const made = makeCode(scheme, { authority: code.slice(0, 1), category: code.slice(1, 2), region: code.slice(2, 8), subject: code.slice(8, 16) });
    return !made.ok || made.value !== code || !readCode(schemes, code).ok;
  });
}

/** Codes of two organisations, or of a listed one among the unlisted: all listed and the first `count` others are looked at. */
export function codesThatAreAlike(facts: CheckFacts, count: number): readonly string[] {
  const seen = new Set<string>();
  const alike: string[] = [];
  for (let number = 0; number < facts.organisations + count; number += 1) {
    const code = number < facts.organisations ? facts.listedCode(number) : facts.unlistedCode(number - facts.organisations);
    if (seen.has(code)) alike.push(code);
    seen.add(code);
  }
  return alike;
}

/** The schemes rest on standards that stand in other files; here only their ids are needed. */
function instrumentsNamedIn(text: string): string {
  const ids = new Set([...text.matchAll(/instrument: ([a-z0-9-]+)/g)].map(([, id]) => id));
  return `entries: [${[...ids].map((id) => `{kind: instrument, id: ${id}, names: A standard, rank: standard}`).join(", ")}]\n`;
}

/** Measures that the rulebook of the law's texts has otherwise than its plain data, by id; a count that differs too. */
export function measuresThatDiffer(law: BenchLaw): readonly string[] {
  const rulebook = lawOfTexts(textsOfLaw(law));
  const lines = law.measures.map(({ measure, memorandum, act, authority, lists, force, effects, from, until, instrument, article }) =>
    [measure, memorandum, act, authority, lists.map((list) => law.lists[list]).join(), force, effects.join(), from, until ?? "", instrument, article].join(" "));
  const found = rulebook.all("measure").map(({ id, memorandum, acts, authority, trigger, force, effects, from, until, basis }) =>
    [id, memorandum, acts.join(), authority, trigger.kind === "list" ? trigger.lists.join() : "", valueOn(force, fromDayNumber(ASKED_ON)), effects.join(), from === undefined ? "" : dayNumber(from), until === undefined ? "" : dayNumber(until), basis[0]?.instrument, basis[0]?.article].join(" "));
  const untouched = law.acts.filter((act) => rulebook.on(fromDayNumber(ASKED_ON)).measuresOn(act as LawId).length === 0);
  return [...new Set(lines).symmetricDifference(new Set(found)), ...untouched];
}

/** The questions a peer answers otherwise than the plain evaluation does. */
export async function answersThatDiffer(held: Held, peer: { check(code: string, act: string, on: number): PeerAnswer | Promise<PeerAnswer> }, count: number): Promise<readonly string[]> {
  const differing: string[] = [];
  for (const { code, organisation, act, on } of questions(held, count)) {
    const answer = inOrder(await peer.check(code, act, on));
    const expected = inOrder(plainAnswer(held.law, organisation === undefined ? [] : held.facts.listingsOf(organisation), act, on));
    if (answer !== expected) differing.push(`${code} ${act} ${fromDayNumber(on)}: ${answer} instead of ${expected}`);
  }
  return differing;
}

/** Most on the day of the bench, one in four earlier or later; one in ten about a code nobody listed has. */
function questions({ facts, law }: Held, count: number): readonly Asked[] {
  return Array.from({ length: count }, (_, index) => {
    const organisation = index % 10 === 0 ? undefined : (index * 31) % Math.min(facts.organisations, 200_000);
    const code = organisation === undefined ? facts.unlistedCode(index * 7) : facts.listedCode(organisation);
    return { organisation, code, act: law.acts[mixed(index, 30) % law.acts.length] ?? "", on: ASKED_ON + (index % 4 > 0 ? 0 : index % 8 > 0 ? -400 : 300) };
  });
}

/** The probe in C over `rows` invented rows, and what it finds otherwise than the same probe here; undefined where there is no C compiler. */
export function probesThatDiffer(rows: number, questions: number): { readonly probed: Probed; readonly differing: readonly string[] } | undefined {
  const columns = inventColumns(rows);
  const keys = new Uint32Array(questions * 2);
  for (let question = 0; question < questions; question += 1) keys.set(inventKey(question % 20 === 0 ? mixed(question, 43) % rows : rows + question), 2 * question);
  const probed = probeInC(columns, keys);
  if (probed === undefined) return undefined;
  const here = probeHere(columns, keys);
  const same = here.matched === probed.matched && here.listings === probed.listings && here.questions === probed.questions;
  return { probed, differing: same ? [] : [`${JSON.stringify(probed)} instead of ${JSON.stringify(here)}`] };
}

/** The high 28 and the low 32 bits of an invented key; no two alike. */
function inventKey(number: number): readonly [high: number, low: number] {
  return [mixed(number, 40) >>> 4, mixed(number, 41)];
}

/** Rows in the layout the probe reads, in the order of their keys. */
function inventColumns(rows: number): ProbeColumns {
  const directory = new Uint32Array(2 ** 20 + 1);
  for (let row = 0; row < rows; row += 1) directory[(inventKey(row)[0] >>> 8) + 1] = (directory[(inventKey(row)[0] >>> 8) + 1] ?? 0) + 1;
  for (let entry = 1; entry < directory.length; entry += 1) directory[entry] = (directory[entry] ?? 0) + (directory[entry - 1] ?? 0);
  const next = directory.slice();
  const columns = { directory, lo: new Uint32Array(rows), rest: new Uint16Array(rows), listing: new Uint32Array(rows) };
  for (let row = 0; row < rows; row += 1) {
    const [high, low] = inventKey(row);
    const place = next[high >>> 8] ?? 0;
    next[high >>> 8] = place + 1;
    columns.lo[place] = low;
    columns.rest[place] = (high & 255) | (mixed(row, 42) & 0xff00);
    columns.listing[place] = row;
  }
  return columns;
}

function probeHere({ directory, lo, rest, listing }: ProbeColumns, keys: Uint32Array): Omit<Probed, "nanoseconds"> {
  let [matched, listings] = [0, 0];
  for (let question = 0; question < keys.length / 2; question += 1) {
    const [high, low] = [keys[2 * question] ?? 0, keys[2 * question + 1] ?? 0];
    for (let row = directory[high >>> 8] ?? 0; row < (directory[(high >>> 8) + 1] ?? 0); row += 1) {
      if (lo[row] !== low || ((rest[row] ?? 0) & 255) !== (high & 255)) continue;
      matched += 1;
      listings += listing[row] ?? 0;
    }
  }
  return { questions: keys.length / 2, matched, listings };
}
