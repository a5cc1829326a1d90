// Mutation: does an example notice when a figure of the law is wrong? Every day, number and comparison of every entry is moved by one,
// one at a time, and the worked examples that could see it are asked, until one fails. A figure no example notices could be anything.
// Read by service/; what a figure is, is said in mutate-figures.ts, which examples are asked in mutate-sight.ts.
import type { LawId, Place } from "../terms/index.ts";
import { withEntries, withPeople, type Entry, type LawExample, type LoadedLaw, type RawEntry, type Rulebook } from "../rules/index.ts";
import { ask, roomOf, type ExampleRoom, type LintLaw } from "../restrictions/index.ts";
import { figuresOf, type FigureKind, type MovedFigure } from "./mutate-figures.ts";
import { questionsByEntry, type ExampleAsked } from "./mutate-sight.ts";

/** One figure moved by one, and what came of it. */
export interface Mutant {
  readonly entry: LawId;
  readonly kind: Entry["kind"];
  readonly what: FigureKind;
  readonly at: Place;
  /** `end.dated.1.value.fixed.years` */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** Lists it belongs to: of the list itself, its measures, procedure, repair. */
  readonly lists: readonly LawId[];
  /** What noticed: an example, by its id, or the loader; absent: nothing did. */
  readonly killedBy?: string;
}

export const BY_LOADER = "the loader";

export interface MutationOptions {
  readonly entry?: LawId;
  readonly list?: LawId;
  /** Only so many figures, drawn with this seed; the same seed draws the same. */
  readonly sample?: { readonly count: number; readonly seed: number };
  readonly lint?: LintLaw;
  readonly progress?: (done: number, total: number) => void;
}

const PROGRESS_EVERY = 200;

export function mutateLaw(law: LoadedLaw, options: MutationOptions = {}): readonly Mutant[] {
  const lists = listsByEntry(law.rulebook);
  const figures = law.raw.flatMap((raw) => placesOf(law, raw)).filter((figure) => isWanted(figure, options, lists));
  const drawn = options.sample === undefined ? figures : drawnFrom(figures, options.sample);
  const court = new Court(law, options.lint);
  const mutants = drawn.map((figure, index) => {
    if (index % PROGRESS_EVERY === 0) options.progress?.(index, drawn.length);
    const killedBy = court.noticed(figure);
    const { moved: { what, at, path, from, to }, entry, kind } = figure;
    return { entry, kind, what, at, field: path.join("."), from, to, lists: lists.get(entry) ?? [], ...(killedBy === undefined ? {} : { killedBy }) };
  });
  options.progress?.(drawn.length, drawn.length);
  return mutants;
}

/** A figure and the entry it belongs to: within a memorandum, the clause it stands in. */
interface PlacedFigure {
  readonly raw: RawEntry;
  readonly moved: MovedFigure;
  readonly entry: LawId;
  readonly kind: Entry["kind"];
  readonly clause?: number;
}

function placesOf({ rulebook }: LoadedLaw, raw: RawEntry): readonly PlacedFigure[] {
  const whole = withPeople(rulebook).find(raw.id);
  const clauses = whole?.kind === "memorandum" ? whole.clauses : [];
  return figuresOf(raw).map((moved): PlacedFigure => {
    const [field, index] = moved.path;
    const clause = field !== "clauses" ? undefined : typeof index === "number" ? index : 0;
    const id = clause === undefined ? undefined : clauses[clause];
    return id === undefined || clause === undefined ? { raw, moved, entry: raw.id, kind: raw.kind } : { raw, moved, entry: id, kind: "measure", clause };
  });
}

function isWanted({ raw, entry }: PlacedFigure, options: MutationOptions, lists: ReadonlyMap<LawId, readonly LawId[]>): boolean {
  if (options.entry !== undefined && entry !== options.entry && raw.id !== options.entry) return false;
  return options.list === undefined || lists.get(entry)?.includes(options.list) === true;
}

/** Every entry by the lists it says something about. */
function listsByEntry(rulebook: Rulebook): ReadonlyMap<LawId, readonly LawId[]> {
  const book = withPeople(rulebook);
  const lists = new Map<LawId, Set<LawId>>();
  const add = (entry: LawId, list: LawId): void => void (lists.get(entry) ?? lists.set(entry, new Set()).get(entry))?.add(list);
  for (const list of book.all("list")) {
    add(list.id, list.id);
    if (list.procedure !== undefined) add(list.procedure, list.id);
  }
  for (const procedure of book.all("procedure")) for (const id of procedure.covers) if (book.get("list", id) !== undefined) add(procedure.id, id);
  for (const measure of book.all("measure")) {
    if (measure.trigger.kind !== "list") continue;
    for (const list of measure.trigger.lists) {
      add(measure.id, list);
      if (measure.memorandum !== undefined) add(measure.memorandum, list);
    }
  }
  for (const repair of book.all("repair")) for (const id of repair.covers) if (book.get("list", id) !== undefined) add(repair.id, id);
  return new Map([...lists].map(([id, each]) => [id, [...each].sort()]));
}

/** Draws without putting back, by a generator of its own (a linear congruence of full period), so that a seed is all it takes to draw again. */
function drawnFrom<T>(all: readonly T[], { count, seed }: { readonly count: number; readonly seed: number }): readonly T[] {
  const left = [...all];
  const drawn: T[] = [];
  let state = seed >>> 0;
  while (drawn.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const [one] = left.splice(Math.floor((state / 2 ** 32) * left.length), 1);
    if (one !== undefined) drawn.push(one);
  }
  return drawn;
}

/** Asks the examples. The files they put up are the same whatever figure has moved, so each is put up once. */
class Court {
  readonly #law: LoadedLaw;
  readonly #lint: LintLaw | undefined;
  readonly #questions: ReadonlyMap<LawId, readonly ExampleAsked[]>;
  readonly #rooms = new Map<LawExample, ExampleRoom>();
  readonly #holding = new Map<ExampleAsked, boolean>();

  constructor(law: LoadedLaw, lint: LintLaw | undefined) {
    this.#law = law;
    this.#lint = lint;
    this.#questions = questionsByEntry(law.rulebook);
  }

  /** What notices that the figure has moved: the loader, which would not load it, or the first example whose answer it changes. */
  noticed(figure: PlacedFigure): string | undefined {
    const read = readMoved(this.#law, figure);
    if (read === undefined) return BY_LOADER;
    const changed = withEntries(this.#law.rulebook, read);
    let view: Rulebook | undefined;
    for (const asked of this.#askedAbout(figure, read)) {
      if (!this.#holds(asked)) continue;
      if (asked.people) view ??= withEntries(withPeople(this.#law.rulebook), read);
      const room = { ...this.#roomOf(asked), rulebook: asked.people ? (view ?? changed) : changed };
      if (ask(this.#withLint(room, changed), asked.question).length > 0) return asked.example.id;
    }
    return undefined;
  }

  #askedAbout({ entry }: PlacedFigure, read: readonly Entry[]): Iterable<ExampleAsked> {
    const others = read.flatMap((each) => (each.id === entry ? [] : (this.#questions.get(each.id) ?? [])));
    return new Set([...(this.#questions.get(entry) ?? []), ...others]);
  }

  /** A question whose answer is wrong already proves nothing. */
  #holds(asked: ExampleAsked): boolean {
    const known = this.#holding.get(asked);
    if (known !== undefined) return known;
    const holds = ask(this.#withLint(this.#roomOf(asked), this.#law.rulebook), asked.question).length === 0;
    this.#holding.set(asked, holds);
    return holds;
  }

  #roomOf({ example, people }: ExampleAsked): ExampleRoom {
    const { rulebook } = this.#law;
    const room = this.#rooms.get(example) ?? roomOf(people ? withPeople(rulebook) : rulebook, example);
    this.#rooms.set(example, room);
    return room;
  }

  /** The linter reads rules about persons by itself: it is always handed the law without the view. */
  #withLint(room: ExampleRoom, rulebook: Rulebook): ExampleRoom {
    const lint = this.#lint;
    return lint === undefined ? room : { ...room, lint: (_view, asked) => lint(rulebook, asked) };
  }
}

/** The entries as they read with the figure moved; nothing where the loader refuses them. Of a memorandum's clause, the clause alone. */
function readMoved({ readAgain }: LoadedLaw, { raw, moved, clause }: PlacedFigure): readonly Entry[] | undefined {
  const value = moved.value();
  const clauses = value.fields.get("clauses");
  if (clause === undefined || clauses?.kind !== "items") {
    const read = readAgain(raw, value);
    return read.ok ? read.value : undefined;
  }
  const alone = new Map(value.fields).set("clauses", { ...clauses, items: clauses.items.slice(clause, clause + 1) });
  const read = readAgain(raw, { ...value, fields: alone });
  return read.ok ? read.value.filter((entry) => entry.kind === "measure") : undefined;
}
