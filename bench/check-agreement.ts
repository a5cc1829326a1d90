// Holds what the bench of `check` invents against what the project knows, and its peers against a plain evaluation: codes against makeCode
// and the law's own scheme, the invented law against the rulebook made of its texts, the answers of each peer against check-answer.ts, and
// the probe in C against the same probe here. Each gives what differs; check-peers.ts asks them all before it measures.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayNumber, fromDayNumber, type LawId } from "../src/domain/terms/index.ts";
import { CodePacker, makeCode, readCode, type Schemes } from "../src/domain/identity/index.ts";
import { valueOn } from "../src/domain/rules/index.ts";
import type { ColumnFacts, Columns } from "../src/domain/restrictions/index.ts";
import { firstRow, NONE, spanOfRow } from "../src/domain/restrictions/packed/columns.ts";
import { mixedLower, mixedUpper } from "../src/domain/restrictions/packed/mixed-key.ts";
import { lawOfTexts } from "../test/support/law.ts";
import { inOrder, plainAnswer, type PeerAnswer } from "./check-answer.ts";
import { mixed } from "./check-codes.ts";
import { ASKED_ON, onFile, type CheckFacts } from "./check-facts.ts";
import { textsOfLaw, type BenchLaw } from "./check-law.ts";
import { probeInC, type Probed } from "./peers/c-probe.ts";
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
    const expected = inOrder(plainAnswer(held.law, organisation === undefined ? null : onFile(held.facts, organisation), organisation === undefined ? [] : held.facts.listingsOf(organisation), act, on));
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

/** The probe in C over the index's own bytes, and what it finds otherwise than the index does; undefined where there is no C compiler. */
export function probesThatDiffer(columns: Columns, keys: Uint32Array): { readonly inC: Probed; readonly here: Probed; readonly differing: readonly string[] } | undefined {
  const inC = probeInC(columns, keys);
  if (inC === undefined) return undefined;
  const here = probeHere(columns, keys);
  const same = here.matched === inC.matched && here.spans === inC.spans && here.questions === inC.questions;
  return { inC, here, differing: same ? [] : [`${JSON.stringify(inC)} instead of ${JSON.stringify(here)}`] };
}

/** Mixed keys of the questions' codes, two numbers each, as the index looks them up; keys nobody has for codes that do not pack. */
export function keysOf(codes: readonly string[], heads: ColumnFacts["heads"], schemes: Schemes): Uint32Array {
  const packer = new CodePacker(schemes, heads);
  const keys = new Uint32Array(codes.length * 2);
  for (const [index, code] of codes.entries()) {
    const known = packer.read(code);
    const upper = known ? packer.head * 256 + packer.high : index % 2 ** 28;
    const lower = known ? packer.low : mixed(index, 44);
    keys[index * 2] = mixedUpper(upper, lower);
    keys[index * 2 + 1] = mixedLower(upper, lower);
  }
  return keys;
}

const PASSES = 7;

function probeHere(columns: Columns, keys: Uint32Array): Probed {
  const nanoseconds: number[] = [];
  let [matched, spans] = [0, 0];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const used = process.cpuUsage();
    [matched, spans] = [0, 0];
    for (let question = 0; question < keys.length; question += 2) {
      const row = firstRow(columns, keys[question] ?? 0, keys[question + 1] ?? 0);
      if (row === NONE) continue;
      matched += 1;
      spans += spanOfRow(columns, row);
    }
    const { user, system } = process.cpuUsage(used);
    nanoseconds.push(((user + system) * 1000) / (keys.length / 2));
  }
  return { questions: keys.length / 2, matched, spans, nanoseconds: nanoseconds.toSorted((a, b) => a - b)[Math.floor(PASSES / 2)] ?? 0 };
}
