// Preview: which answers of this registry would change if another rulebook were adopted. Every organisation with anything on file is
// asked every act that a measure of either rulebook names, under both, on one day. Reads the whole ledger once; writes nothing.
import { err, ok, parsePlainDate, type FileNumber, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { Act, Rulebook, Statute } from "../domain/rules/index.ts";
import { keyOf, organisationOf, type Organisation, type Register } from "../domain/register/index.ts";
import { compareAnswers, derive, explain, KEEPER, shortOf, type AnswerChange, type Derived, type Scene, type Side, type Where } from "../domain/restrictions/index.ts";
import { answered } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import { calendarOf, todayFor, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface PreviewRequest {
  readonly mended: Rulebook;
  readonly on?: string;
  /** Told of each answer that changes, as it is found. */
  readonly changed: (change: ChangedAnswer) => void;
  /** How far the reading has come: positions of the ledger. */
  readonly progress: (done: number, total: number) => void;
}

export interface ChangedAnswer extends AnswerChange {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  /** With its place, as a check takes it. */
  readonly act: string;
  readonly on: PlainDate;
  readonly before: SideInWords;
  readonly after: SideInWords;
}

export interface SideInWords {
  readonly sentence: { readonly en: string; readonly zh: string };
  /** What binds. */
  readonly measures: readonly LawId[];
}

export interface Previewed {
  readonly rulebook: { readonly before: string; readonly after: string };
  readonly organisations: number;
  readonly questions: number;
  readonly changed: number;
  readonly organisationsChanged: number;
  /** `clear → bound`, with how many answers. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** Answers in which an effect begins, ends or alters, by the list that sets it off and by memorandum (or measure without one). */
  readonly lists: Readonly<Record<string, number>>;
  readonly memoranda: Readonly<Record<string, number>>;
}

const FILES_PER_READ = 50;

/** Both sides of the question, each under its own rulebook. */
interface Sides {
  readonly before: Registry;
  readonly after: Registry;
  /** The acts that matter, with the places they are asked at. */
  readonly questions: readonly Question[];
  readonly lists: readonly LawId[];
  /** Whether what an organisation's answer rests on is found by the same keys. */
  readonly alike: boolean;
}

interface Question {
  readonly act: LawId;
  readonly where: Where;
  readonly on: PlainDate;
}

export async function previewLaw(registry: Registry, request: PreviewRequest): Promise<Result<Previewed, Problem>> {
  const on = request.on === undefined ? undefined : parsePlainDate(request.on);
  if (on?.ok === false) return err(problem("day-invalid", on.error, "Give the day asked about as YYYY-MM-DD."));
  const sides = sidesOf(registry, request.mended, on?.value);
  const counted = new Counted(registry.rulebook.hash, request.mended.hash);
  const head = await registry.ledger.head();
  for await (const { files, position } of registered(registry, head)) {
    const keys = [...files.map(keyOf.file), ...sides.lists.map(keyOf.edition)];
    const before = await readClosure(sides.before, keys, head);
    const after = sides.alike ? before : await readClosure(sides.after, keys, head);
    for (const file of files) {
      const organisation = organisationOf(before, file);
      if (organisation === undefined || organisation.file !== file || !hasAnything(organisation, before)) continue;
      counted.organisation(sides.questions.length);
      for (const change of changesOf(sides, before, after, organisation)) {
        counted.change(change);
        request.changed(change);
      }
    }
    request.progress(position, head);
  }
  return ok(counted.sum());
}

/** Files in the order they were registered, some at a time. */
async function* registered(registry: Registry, upTo: Position): AsyncGenerator<{ readonly files: readonly FileNumber[]; readonly position: number }> {
  let files: FileNumber[] = [];
  for await (const event of registry.ledger.stream({ types: ["OrganisationRegistered"], upTo })) {
    files.push(...event.files);
    if (files.length < FILES_PER_READ) continue;
    yield { files, position: event.position };
    files = [];
  }
  yield { files, position: upTo };
}

function hasAnything(organisation: Organisation, register: Register): boolean {
  return organisation.listings.length > 0 || organisation.records.length > 0 || organisation.attributes.status !== undefined || register.relations.some((relation) => organisation.files.includes(relation.from));
}

function sidesOf(registry: Registry, mended: Rulebook, on: PlainDate | undefined): Sides {
  const after = { ...registry, rulebook: mended };
  const acts = [...new Set([registry, after].flatMap(({ rulebook }) => rulebook.all("measure").flatMap((measure) => measure.acts)))].sort();
  const questions = acts.flatMap((act) => {
    const day = on ?? todayFor(registry, act);
    return placesOf([registry, after].flatMap(({ rulebook }) => rulebook.on(day).get("act", act) ?? [])).map((where) => ({ act, where, on: day }));
  });
  const lists = [...new Set([registry, after].flatMap(({ rulebook }) => rulebook.all("list").map((list) => list.id)))].sort();
  const alike = lists.every((list) => JSON.stringify(registry.rulebook.get("list", list)?.inherits) === JSON.stringify(mended.get("list", list)?.inherits));
  return { before: registry, after, questions, lists, alike };
}

function placesOf(acts: readonly Act[]): readonly Where[] {
  const authorities = [...new Set(acts.flatMap((act) => (act.where === "authority" ? act.authorities : [])))].sort();
  if (authorities.length > 0) return authorities.map((authority) => ({ authority }));
  return acts.length === 0 ? [] : [{}];
}

function* changesOf(sides: Sides, before: Register, after: Register, organisation: Organisation): Generator<ChangedAnswer> {
  const other = before === after ? organisation : (organisationOf(after, organisation.file) ?? organisation);
  const scenes = new Map<PlainDate, readonly [Scene, Scene]>();
  for (const question of sides.questions) {
    const pair = scenes.get(question.on) ?? [keepersScene(sides.before, before, question.on), keepersScene(sides.after, after, question.on)];
    scenes.set(question.on, pair);
    const [was, is] = [derived(sides.before, pair[0], organisation, question), derived(sides.after, pair[1], other, question)];
    const change = compareAnswers(was, is);
    if (change === undefined) continue;
    const act = actText(pair[1].statute, question);
    yield {
      organisation: { file: organisation.file, name: organisation.name }, act, on: question.on, ...change,
      before: inWords(sides.before, was, organisation, act, question.on), after: inWords(sides.after, is, other, act, question.on),
    };
  }
}

function keepersScene(registry: Registry, register: Register, on: PlainDate): Scene {
  return sceneOf(registry, KEEPER, register, registry.rulebook.on(on), on);
}

/** Null where the rulebook has no such act that day. */
function derived(registry: Registry, scene: Scene, organisation: Organisation, { act: id, where }: Question): Derived | null {
  const act = scene.statute.get("act", id);
  return act === undefined ? null : derive({ scene, organisation, find: (file) => organisationOf(scene.register, file), act, where, calendar: calendarOf(registry) });
}

function actText(statute: Statute, { act, where }: Question): string {
  return where.authority === undefined ? act : `${act}@${shortOf(statute, where.authority)}`;
}

function inWords({ rulebook }: Registry, side: Side, organisation: Organisation, act: string, on: PlainDate): SideInWords {
  if (side === null) return { sentence: { en: `${act} is no act of this law`, zh: `${act}不是本法中的行为` }, measures: [] };
  const asOf = { on, law: on, known: 0 as Position, rulebook: rulebook.hash, by: "derive", editions: {} } as const;
  const words = explain({ ...side, spared: [], organisation: answered(organisation), act, asOf }, rulebook);
  return { sentence: { en: words.en.sentence, zh: words.zh.sentence }, measures: [...new Set(side.effects.map((effect) => effect.measure))].sort() };
}

/** The sums, counted while the changes stream by. */
class Counted {
  readonly #rulebook: Previewed["rulebook"];
  readonly #verdicts = new Map<string, number>();
  readonly #lists = new Map<string, number>();
  readonly #memoranda = new Map<string, number>();
  readonly #changed = new Set<FileNumber>();
  #answers = 0;
  #organisations = 0;
  #questions = 0;

  constructor(before: string, after: string) {
    this.#rulebook = { before, after };
  }

  organisation(questions: number): void {
    this.#organisations += 1;
    this.#questions += questions;
  }

  change({ organisation, verdict, effects }: ChangedAnswer): void {
    this.#answers += 1;
    this.#changed.add(organisation.file);
    add(this.#verdicts, `${verdict.before ?? "no such act"} → ${verdict.after ?? "no such act"}`);
    for (const list of new Set(effects.flatMap((effect) => effect.list ?? []))) add(this.#lists, list);
    for (const memorandum of new Set(effects.map((effect) => effect.memorandum ?? effect.measure))) add(this.#memoranda, memorandum);
  }

  sum(): Previewed {
    return {
      rulebook: this.#rulebook, organisations: this.#organisations, questions: this.#questions, changed: this.#answers, organisationsChanged: this.#changed.size,
      verdicts: Object.fromEntries(this.#verdicts), lists: Object.fromEntries(this.#lists), memoranda: Object.fromEntries(this.#memoranda),
    };
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
