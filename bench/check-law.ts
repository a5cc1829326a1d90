// The invented body of law the bench of `check` asks about: 40 lists, 3 of them red, and 40 memoranda by which eight authorities do
// something about them to 60 acts. Real shapes, invented contents, no conditions. The same law twice: as texts in the project's own YAML
// for the registry, and as plain data for its peers, so that neither is made from the other's reading.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dayNumber, fromDayNumber, plainDate } from "../src/domain/terms/index.ts";
import { mixed } from "./check-codes.ts";
import { LISTS } from "./check-facts.ts";

export interface BenchMeasure {
  /** As the rulebook numbers it: `bench:memorandum-07-3`. */
  readonly measure: string;
  readonly memorandum: string;
  readonly act: string;
  readonly authority: string;
  /** Numbers of the lists that set it off. */
  readonly lists: readonly number[];
  readonly force: "mandatory" | "discretionary";
  /** Several only where the office chooses. */
  readonly effects: readonly string[];
  readonly favour: boolean;
  readonly amount?: { readonly rate: string; readonly of: string };
  readonly instrument: string;
  readonly article: string;
  /** As facts count days. */
  readonly from: number;
  readonly until: number | null;
}

export interface BenchLaw {
  readonly acts: readonly string[];
  /** The id of each list by its number. */
  readonly lists: readonly string[];
  readonly measures: readonly BenchMeasure[];
}

const BODY = "bench";
const ACTS = 60;
const MEMORANDA = 40;
const RED_LISTS = 3;
const CLAUSES = 6;
const AUTHORITIES = ["market-regulation", "customs", "taxation", "courts", "finance", "ecology", "transport", "labour"];
const DOINGS = "bidding lending leasing exporting importing mining building hauling printing brewing fishing milling".split(" ");
const BURDENS_BY_LOT = [..."ddddddddddrrrssscccc"];
const FAVOURS_BY_LOT = ["expedite", "prioritise", "exempt"];
const FIRST_DAY = dayNumber(plainDate("2016-01-01"));
/** Two memoranda begin after the day asked about, one is over before it. */
const LATER: Readonly<Record<number, number>> = { 12: dayNumber(plainDate("2027-01-01")), 25: dayNumber(plainDate("2027-07-01")) };
const OVER: Readonly<Record<number, number>> = { 8: dayNumber(plainDate("2025-07-01")) };

/** The law as plain data, the same for the same seed. */
export function inventLaw(seed = 1): BenchLaw {
  const acts = Array.from({ length: ACTS }, (_, act) => `${BODY}:${DOINGS[act % DOINGS.length]}-${two(act)}`);
  const lists = Array.from({ length: LISTS }, (_, list) => `${BODY}:list-${two(list)}`);
  const measures = Array.from({ length: MEMORANDA }, (_, memorandum) => memorandum).flatMap((memorandum) =>
    Array.from({ length: CLAUSES }, (_clause, clause): BenchMeasure => {
      const number = memorandum * CLAUSES + clause;
      const drawn = mixed(number, seed + 20);
      return {
        measure: `${idOfMemorandum(memorandum)}-${clause + 1}`, memorandum: idOfMemorandum(memorandum), act: acts[(number * 7) % ACTS] ?? "", authority: `${BODY}:${AUTHORITIES[drawn % AUTHORITIES.length]}`,
        lists: listsOf(memorandum), ...done(memorandum, drawn), instrument: `${BODY}:agreement-${two(memorandum)}`, article: String(3 + clause),
        from: LATER[memorandum] ?? FIRST_DAY + memorandum * 80, until: OVER[memorandum] ?? null,
      };
    }));
  return { acts, lists, measures };
}

function idOfMemorandum(memorandum: number): string {
  return `${BODY}:memorandum-${two(memorandum)}`;
}

function isRed(list: number): boolean {
  return list >= LISTS - RED_LISTS;
}

/** Two lists of one colour; every list is in two memoranda, as far as lots allow. */
function listsOf(memorandum: number): readonly number[] {
  const black = LISTS - RED_LISTS;
  if (isRed(memorandum)) return [memorandum, black + ((memorandum - black + 1) % RED_LISTS)];
  return [memorandum, (memorandum + 5 + (memorandum % 3)) % black];
}

function done(memorandum: number, drawn: number): Pick<BenchMeasure, "force" | "effects" | "favour" | "amount"> {
  if (isRed(memorandum)) return { force: "mandatory", effects: [FAVOURS_BY_LOT[(drawn >>> 8) % FAVOURS_BY_LOT.length] ?? ""], favour: true };
  const lot = BURDENS_BY_LOT[(drawn >>> 8) % BURDENS_BY_LOT.length];
  if (lot === "c") return { force: "discretionary", effects: ["deny", "restrict"], favour: false };
  if (lot === "s") return { force: "mandatory", effects: ["scrutinise"], favour: false, amount: { rate: `${1 + ((drawn >>> 16) % 9)}/20`, of: "consignments" } };
  return { force: "mandatory", effects: [lot === "r" ? "restrict" : "deny"], favour: false };
}

/** The law as files: texts in YAML, each entry on a line of its own, by path below the folder of a law. */
export function textsOfLaw(law: BenchLaw): Readonly<Record<string, string>> {
  return {
    [`${BODY}/body.yaml`]: `body: ${BODY}\nnames: Invented law of the bench\ntimeZone: Asia/Shanghai\ncurrency: CNY\n`,
    [`${BODY}/basics.yaml`]: entriesOf([
      ...basics(),
      ...law.acts.map((id) => ({ kind: "act", id: local(id), names: `The act of ${local(id)}`, undetermined: "opens", where: "none" })),
    ]),
    [`${BODY}/lists.yaml`]: entriesOf(law.lists.map((id, list) => entryOfList(id, list))),
    ...Object.fromEntries([...Map.groupBy(law.measures, ({ memorandum }) => memorandum)].map(([id, clauses]) => [`${BODY}/memoranda/${local(id)}.yaml`, entriesOf([entryOfMemorandum(id, clauses)])])),
  };
}

/** Writes the law into a folder, as `--law` takes it. */
export function writeBenchLaw(folder: string, law: BenchLaw): void {
  for (const [path, text] of Object.entries(textsOfLaw(law))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function basics(): readonly object[] {
  return [
    { kind: "instrument", id: "list-rules", names: "Rules on lists", rank: "departmental-rule", issuedOn: "2015-12-01" },
    ...Array.from({ length: MEMORANDA }, (_, memorandum) => ({ kind: "instrument", id: `agreement-${two(memorandum)}`, names: `Agreement ${memorandum}`, rank: "agreement", issuedOn: "2015-12-01" })),
    ...AUTHORITIES.map((id) => ({ kind: "authority", id, names: `Authority of ${id}`, level: "national", powers: ["list", "record", "enforce"] })),
  ];
}

function entryOfList(id: string, list: number): object {
  const owner = AUTHORITIES[list % AUTHORITIES.length];
  return {
    kind: "list", id: local(id), names: `List ${list}`, from: "2016-01-01", colour: isRed(list) ? "red" : "black", owner, holds: "reported", published: true,
    exits: isRed(list) ? [{ id: "term", act: "term", names: "The term ends" }] : [
      { id: "applied", act: "repair", names: "Removal on application", earliestMonths: 6 + (list % 4) * 3, conditions: ["The wrong is set right"], by: owner },
      { id: "term", act: "term", names: "The term ends" },
    ],
    basis: { instrument: "list-rules", article: String(list + 1) },
  };
}

function entryOfMemorandum(id: string, clauses: readonly BenchMeasure[]): object {
  const [first] = clauses;
  if (first === undefined) throw new Error(`assertion failed: the memorandum ${id} has clauses`);
  return {
    kind: "memorandum", id: local(id), names: `Memorandum ${local(id)}`, from: fromDayNumber(first.from), ...(first.until === null ? {} : { until: fromDayNumber(first.until) }),
    trigger: { list: first.lists.map((list) => `list-${two(list)}`) }, force: "mandatory", parties: [...new Set(clauses.map(({ authority }) => local(authority)))],
    clauses: clauses.map(({ measure, authority, act, effects, force, amount, instrument, article }) => ({
      id: measure.slice(id.length + 1), names: `Clause of ${local(act)}`, authority: local(authority), acts: local(act), effects: [...effects], force, ...(amount === undefined ? {} : { amount }), basis: { instrument: local(instrument), article },
    })),
    basis: { instrument: local(first.instrument) },
  };
}

/** JSON is YAML: an entry a line. */
function entriesOf(entries: readonly object[]): string {
  return `entries:\n${entries.map((entry) => `  - ${JSON.stringify(entry)}\n`).join("")}`;
}

function local(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
