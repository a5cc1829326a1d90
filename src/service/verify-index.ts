// Verify index: the restriction index held against the register. The kept snapshot, column by column, against one built anew as of its position;
// and an index of now against the plain twin, organisation by organisation, for every act of the law.
import { isDeepStrictEqual } from "node:util";
import { makeFileNumber, type FileNumber, type Position } from "../domain/terms/index.ts";
import { keyOf, organisationOf, type Register } from "../domain/register/index.ts";
import { COLD_UNITS, derive, HOT_UNITS, KEEPER, NONE, PUBLIC, RestrictionIndex, STRANGER, type Answer, type Asker, type ColumnFacts, type Columns, type Derived } from "../domain/restrictions/index.ts";
import { buildIndex, type BuiltIndex } from "./build-index.ts";
import { listsOf } from "./check-organisation.ts";
import { KeptIndex } from "./kept-index.ts";
import { answered } from "./organisation-asked.ts";
import { readByCodes, readClosure } from "./read.ts";
import { calendarOf, schemesOf, today, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface IndexVerified {
  /** Organisations asked about, and how often the index gave the answer itself. */
  readonly asked: number;
  readonly answers: number;
  /** Whether a snapshot was there and could be held against the register: not after something it holds was forgotten. */
  readonly snapshot: "none" | "compared" | "beforeForgetting";
  readonly differences: readonly string[];
}

/** Organisations asked about; of more, so many are drawn evenly. */
const ASKED_MAX = 2000;
const DIFFERENCES_MAX = 100;
const ASKERS: readonly Asker[] = [KEEPER, PUBLIC];

export type VerifyProgress = (done: number, total: number, what: string) => void;

/** @param kept the snapshot in the register's folder, where there is one that fits this ledger and rulebook */
export async function verifyIndex(registry: Registry, kept: BuiltIndex | undefined, progress: VerifyProgress): Promise<IndexVerified> {
  const build = (upTo: Position | undefined): Promise<BuiltIndex> => buildIndex(registry, { ...(upTo === undefined ? {} : { upTo }), progress: (read, all) => progress(read, all, "events packed") });
  const differences: string[] = [];
  let snapshot: IndexVerified["snapshot"] = "none";
  if (kept !== undefined) {
    const anew = await build(kept.position);
    snapshot = anew.forgotten === kept.forgotten ? "compared" : "beforeForgetting";
    if (snapshot === "compared") differences.push(...snapshotDifferences(kept, anew));
  }
  const { asked, answers, differences: wrong } = await askTwin(registry, await build(undefined), progress);
  return { asked, answers, snapshot, differences: [...differences, ...wrong].slice(0, DIFFERENCES_MAX) };
}

function snapshotDifferences(kept: BuiltIndex, anew: BuiltIndex): readonly string[] {
  const columns = (["shares", "hot", "cold", "filter", "names", "rowOfFile"] as const).flatMap((column) => {
    const [before, after] = [kept.columns[column], anew.columns[column]];
    if (before.length !== after.length) return [`the kept restriction index has ${before.length} values in its column \`${column}\`, and the register at position ${kept.position} makes ${after.length}`];
    const at = before.findIndex((value, index) => value !== after[index]);
    return at < 0 ? [] : [`the kept restriction index has ${before[at]} in its column \`${column}\` at ${at}${whose(column, at, anew.columns)}, and the register at position ${kept.position} makes ${after[at]}`];
  });
  const facts = (["classes", "heads", "otherCodes", "codesOf", "oddListings", "since"] as const satisfies readonly (keyof ColumnFacts)[]).filter((fact) => !isDeepStrictEqual(kept.facts[fact], anew.facts[fact]));
  return [...columns, ...facts.map((fact) => `the kept restriction index says other \`${fact}\` than the register at position ${kept.position} makes`)];
}

/** The organisation a value of a column belongs to, where it is one row's. */
function whose(column: keyof Columns, at: number, { cold }: Columns): string {
  if (column === "rowOfFile") return at === 0 ? "" : `, of ${makeFileNumber(at)}`;
  const row = column === "hot" ? Math.floor(at / HOT_UNITS) : column === "cold" ? Math.floor(at / COLD_UNITS) : NONE;
  const sequence = cold[row * COLD_UNITS] ?? 0;
  return sequence === 0 ? "" : `, of ${makeFileNumber(sequence)}`;
}

type AskedTwin = Pick<IndexVerified, "asked" | "answers" | "differences">;

async function askTwin(registry: Registry, built: BuiltIndex, progress: VerifyProgress): Promise<AskedTwin> {
  const { index: _, ...twin } = registry;
  const rows = new RestrictionIndex(built.columns, built.facts, schemesOf(registry));
  const index = new KeptIndex(twin, { load: async () => built, build: async () => built, say: () => undefined });
  await index.start();
  const differences: string[] = [];
  const files = await drawn(registry, built.position);
  let answers = 0;
  try {
    const twinOf = await twinAt(twin, built.position);
    for (const [done, file] of files.entries()) {
      if (done % 100 === 0) progress(done, files.length, "organisations asked");
      if (differences.length >= DIFFERENCES_MAX) break;
      const found = await twinOf(file);
      if ((found === undefined) !== (rows.findFile(file) === STRANGER)) differences.push(`${file} is ${found === undefined ? "not " : ""}on the register, and the restriction index says otherwise`);
      if (found === undefined) continue;
      const compared = await compare(index, found, built.position);
      answers += compared.answers;
      differences.push(...compared.differences);
    }
  } finally {
    index.close();
  }
  progress(files.length, files.length, "organisations asked");
  return { asked: files.length, answers, differences };
}

/** All files that were ever registered or described, or so many of them, evenly. */
async function drawn({ ledger }: Registry, upTo: Position): Promise<readonly FileNumber[]> {
  const files = new Set<FileNumber>();
  for await (const event of ledger.stream({ types: ["OrganisationRegistered", "OrganisationDescribed"], upTo })) for (const file of event.files) files.add(file);
  const all = [...files];
  const step = Math.max(1, all.length / ASKED_MAX);
  return Array.from({ length: Math.min(all.length, ASKED_MAX) }, (_, place) => all[Math.floor(place * step)]).filter((file) => file !== undefined);
}

/** What the twin says of one organisation, whoever asks. */
interface TwinFound {
  /** As it is named to the index: by its first code, where it alone has it. */
  readonly text: string;
  readonly on: string;
  readonly organisation: Answer["organisation"];
  readonly says: readonly { readonly act: string; readonly asker: Asker; readonly derived: () => Derived }[];
}

/** The plain twin, told once which editions the lists of the law have: they are the same for everybody. */
async function twinAt(registry: Registry, known: Position): Promise<(file: FileNumber) => Promise<TwinFound | undefined>> {
  const on = today(registry);
  const statute = registry.rulebook.on(on);
  const acts = statute.all("act");
  const lists = [...new Set(acts.flatMap((act) => listsOf(statute, act.id)))];
  const { editions } = await readClosure(registry, lists.map(keyOf.edition), known);
  return async (file) => {
    const own = await readClosure(registry, [keyOf.file(file)], known);
    const organisation = organisationOf(own, file);
    if (organisation === undefined) return undefined;
    const register: Register = { ...own, editions: new Map([...editions, ...own.editions]) };
    const find = (other: FileNumber): ReturnType<typeof organisationOf> => organisationOf(register, other);
    const says = ASKERS.flatMap((asker) => {
      const scene = sceneOf(registry, asker, register, statute, on);
      return acts.map((act) => ({ act: act.id, asker, derived: () => derive({ scene, organisation, find, calendar: calendarOf(registry), act, where: {} }) }));
    });
    return { text: await nameFor(registry, organisation.codes, file, known), on, organisation: answered(organisation), says };
  };
}

async function nameFor(registry: Registry, [code]: Answer["organisation"]["codes"], file: FileNumber, known: Position): Promise<string> {
  if (code === undefined) return file;
  const register = await readByCodes(registry, [keyOf.code(code.scheme, code.value)], known);
  const holders = [...register.files.values()].filter(({ codes }) => codes.some(({ scheme, value }) => scheme === code.scheme && value === code.value));
  return holders.length === 1 ? code.value : file;
}

async function compare(index: KeptIndex, { text, on, organisation, says }: TwinFound, known: Position): Promise<Pick<AskedTwin, "answers" | "differences">> {
  const differences: string[] = [];
  let answers = 0;
  for (const { act, asker, derived } of says) {
    const answer = await index.check(asker, { organisation: text, act, on, known: String(known) });
    if (answer === undefined) continue;
    answers += 1;
    if (!isDeepStrictEqual(comparable(answer), comparable({ organisation, ...derived() }))) differences.push(`the restriction index answers \`${act}\` of ${text} for the ${asker.kind} otherwise than is derived`);
  }
  return { answers, differences };
}

function comparable({ organisation, verdict, decision, effects, possible, favours, missing, presumed, exits }: Pick<Answer, "organisation" | "verdict" | "decision" | "effects" | "possible" | "favours" | "missing" | "presumed" | "exits">): object {
  return { organisation, verdict, decision, effects, possible, favours, missing, presumed, exits };
}
