// Which questions of the worked examples could see that an entry of the law has changed: those of examples about it, those that name it,
// and those whose answer hangs on it by way of what they name. Worked out once; asked for every figure of the law that is moved.
import type { LawId } from "../terms/index.ts";
import { rulesNamedBy } from "../cases/index.ts";
import { withPeople, type Criterion, type ExampleQuestion, type LawExample, type List, type Measure, type Rulebook } from "../rules/index.ts";
import { nodesOf } from "./criterion-nodes.ts";

/** One question of one example. `people`: it is asked of the law with the rules about persons in it. */
export interface ExampleAsked {
  readonly example: LawExample;
  readonly question: ExampleQuestion;
  readonly people: boolean;
}

/** The linter reads the whole law for one answer: it is asked when nobody else has noticed. */
const LINT_LAST = 10;

/** Questions by the entry they could see, those likeliest to notice a change first: about it, naming it, hanging on it. */
export function questionsByEntry(rulebook: Rulebook): ReadonlyMap<LawId, readonly ExampleAsked[]> {
  const ranked = new Map<LawId, { readonly asked: ExampleAsked; readonly rank: number }[]>();
  for (const [examples, book, people] of [[rulebook.examples, rulebook, false], [rulebook.peopleExamples, withPeople(rulebook), true]] as const) {
    if (examples.length === 0) continue;
    const sight = new Sight(book);
    for (const example of examples) {
      const given = idsGiven(example);
      for (const question of example.expect) {
        const asked = { example, question, people };
        const named = idsNamed(question);
        const late = question.kind === "lint" ? LINT_LAST : 0;
        const ranks = new Map<LawId, number>([...[...sight.seenBy(example, question, [...named, ...given])].map((id) => [id, 2] as const), ...[...named, ...given].map((id) => [id, 1] as const), ...example.about.map((id) => [id, 0] as const)]);
        for (const [id, rank] of ranks) {
          const others = ranked.get(id);
          if (others === undefined) ranked.set(id, [{ asked, rank: rank + late }]);
          else others.push({ asked, rank: rank + late });
        }
      }
    }
  }
  return new Map([...ranked].map(([id, questions]) => [id, questions.sort((a, b) => a.rank - b.rank).map(({ asked }) => asked)]));
}

function idsGiven({ given }: LawExample): readonly LawId[] {
  return [...given.listings.map((listing) => listing.list), ...given.records.map((record) => record.type), ...given.decisions.map((decision) => decision.measure)];
}

function idsNamed(question: ExampleQuestion): readonly LawId[] {
  switch (question.kind) {
    case "act":
      return [question.act, ...(question.measures ?? []), ...(question.possible ?? []), ...(question.favours ?? []), ...(question.officeHolders ?? []), ...(question.readings ?? [])];
    case "list":
    case "end":
    case "exit":
    case "exits":
    case "edition":
      return [question.list];
    case "entry":
      return [question.entry];
    case "step":
      return [question.procedure];
    case "repair":
      return [question.repair];
    case "recordType":
      return [question.recordType];
    case "workingDays":
      return [];
    case "grade":
      return [question.grade];
    case "identifier":
      return [question.identifier];
    case "score":
      return [question.score, ...question.events.map((event) => event.rule)];
    case "lint":
      return [question.lint];
  }
}

/** What hangs on what in one book of law, whatever the day: a version not in force on the day asked may be, once a day has moved. */
class Sight {
  readonly #book: Rulebook;
  readonly #measuresByAct: ReadonlyMap<LawId, readonly Measure[]>;
  readonly #entailed: readonly List[];
  readonly #precedence: readonly { readonly id: LawId; readonly names: ReadonlySet<LawId> }[];
  readonly #calendars: readonly LawId[];

  constructor(book: Rulebook) {
    this.#book = book;
    this.#measuresByAct = new Map([...Map.groupBy(book.all("measure").flatMap((measure) => measure.acts.map((act) => ({ act, measure }))), ({ act }) => act)].map(([act, pairs]) => [act, pairs.map(({ measure }) => measure)]));
    this.#entailed = book.all("list").filter((list) => list.entailed !== undefined);
    this.#precedence = book.all("precedence").map((entry) => ({ id: entry.id, names: new Set(rulesNamedBy(entry)) }));
    this.#calendars = book.all("calendar").map((entry) => entry.id);
  }

  seenBy(example: LawExample, question: ExampleQuestion, named: readonly LawId[]): ReadonlySet<LawId> {
    const seen = new Set<LawId>();
    if (question.kind === "act" || (question.kind === "list" && question.listed !== undefined)) this.#addStanding(example, seen);
    if (question.kind === "act") this.#addMeasures(example, question.act, seen);
    for (const id of named) this.#addCriteria(id, seen);
    if (question.kind === "workingDays" || question.kind === "step" || question.kind === "repair" || question.kind === "exit") for (const id of this.#calendars) seen.add(id);
    if (question.kind === "lint") this.#addLinted(question, seen);
    const all = new Set([...named, ...seen]);
    for (const repair of this.#book.all("repair")) if (question.kind === "act" && repair.covers.some((id) => all.has(id))) seen.add(repair.id);
    for (const { id, names } of this.#precedence) if ([...names].some((each) => all.has(each) || seen.has(each))) seen.add(id);
    return seen;
  }

  /** Lists the law itself puts the organisation on, or takes it off, because of what is given. */
  #addStanding(example: LawExample, seen: Set<LawId>): void {
    const there = new Set<LawId>(idsGiven(example));
    for (let before = -1; before !== there.size; ) {
      before = there.size;
      for (const list of this.#entailed) if (list.entailed !== undefined && this.#hangsOn(list.entailed, there)) there.add(list.id);
    }
    for (const id of there) seen.add(id);
  }

  /** Measures on the act that what is given could set off, with the memoranda they are clauses of. */
  #addMeasures(example: LawExample, act: LawId, seen: Set<LawId>): void {
    const decided = new Set(example.given.decisions.map((decision) => decision.measure));
    for (const measure of this.#measuresByAct.get(act) ?? []) {
      if (!decided.has(measure.id) && !this.#isSetOff(measure, seen)) continue;
      seen.add(measure.id);
      if (measure.memorandum !== undefined) seen.add(measure.memorandum);
      if (measure.trigger.kind === "grade") seen.add(measure.trigger.type);
    }
  }

  #isSetOff({ trigger }: Measure, there: ReadonlySet<LawId>): boolean {
    switch (trigger.kind) {
      case "list":
        return trigger.lists.some((list) => there.has(list));
      case "record":
      case "commitment":
        return there.has(trigger.type);
      case "grade": {
        const scheme = this.#book.get("grade", trigger.type);
        return scheme !== undefined && there.has(scheme.recordType);
      }
      case "status":
        return true;
    }
  }

  /** What the criteria of a list are about. */
  #addCriteria(id: LawId, seen: Set<LawId>): void {
    const list = this.#book.get("list", id);
    if (list === undefined) return;
    const roots = [...list.criteria.flatMap((version) => version.value), ...[list.entailed, list.lostWhen].flatMap((each) => each ?? [])];
    for (const node of roots.flatMap(nodesOf)) {
      if (node.kind === "records") for (const each of [node.type, ...(node.after ?? [])]) seen.add(each);
      if (node.kind === "listed") for (const each of this.#book.all("list")) if (node.lists.includes(each.id) || node.colour === each.colour) seen.add(each.id);
    }
  }

  #hangsOn(criterion: Criterion, there: ReadonlySet<LawId>): boolean {
    return nodesOf(criterion).some((node) => {
      if (node.kind === "records") return there.has(node.type);
      return node.kind === "listed" && [...there].some((id) => node.lists.includes(id) || (node.colour !== undefined && this.#book.get("list", id)?.colour === node.colour));
    });
  }

  /** The linter looks at the whole law; what it says of one entry hangs on the standards of its rules and on what the entry names. */
  #addLinted(question: Extract<ExampleQuestion, { readonly kind: "lint" }>, seen: Set<LawId>): void {
    const rules = [...(question.finds ?? []), ...(question.lacks ?? [])];
    for (const standard of this.#book.all("standard")) if (rules.includes(standard.rule)) seen.add(standard.id);
    const entry = this.#book.find(question.lint);
    if (entry === undefined) return;
    for (const basis of entry.basis) seen.add(basis.instrument);
    if (entry.kind === "list" && entry.procedure !== undefined) seen.add(entry.procedure);
    if (entry.kind === "memorandum") for (const clause of entry.clauses) seen.add(clause);
    if (entry.kind === "measure" && entry.memorandum !== undefined) seen.add(entry.memorandum);
  }
}
