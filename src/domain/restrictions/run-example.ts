// Run an example: the worked instance of a rule, put as facts on an invented file and asked of the same engine that answers checks. One
// file for each kind of question: run-example-acts, -listings, -clocks, -values. Called by service/ and by the law's mutation.
import { assert, type LawId, type PlainDate } from "../terms/index.ts";
import { withPeople, type ExampleQuestion, type LawExample, type LintRuleId, type Rulebook } from "../rules/index.ts";
import { organisationOf, type Organisation, type Register } from "../register/index.ts";
import type { Scene } from "./facts.ts";
import { askAct, askList } from "./run-example-acts.ts";
import { askRecordType, askRepair, askStep, askWorkingDays } from "./run-example-clocks.ts";
import { askEdition, askEnd, askExit, askExits } from "./run-example-listings.ts";
import { ASKED, registerOf } from "./run-example-register.ts";
import { askEntry, askGrade, askIdentifier, askLint, askScore } from "./run-example-values.ts";

/** The linter, handed in: it looks at the whole law, and this room may not know it. */
export type LintLaw = (rulebook: Rulebook, asked: { readonly on: PlainDate; readonly standards: PlainDate }) => readonly { readonly rule: LintRuleId; readonly entry: LawId }[];

export interface ExampleOutcome {
  readonly example: LawExample;
  /** One line a difference between what was expected and what came out; empty: the example holds. */
  readonly differences: readonly string[];
  /** The same by question, in their order. */
  readonly answers: readonly AnsweredQuestion[];
}

export interface AnsweredQuestion {
  readonly question: ExampleQuestion;
  readonly differences: readonly string[];
}

/** What a question is asked of. */
export interface ExampleRoom {
  readonly rulebook: Rulebook;
  readonly register: Register;
  readonly organisation: Organisation;
  /** The file asked about is an invented person's. */
  readonly person: boolean;
  readonly lint?: LintLaw;
}

/** @param rulebook with the rules about persons in it, where the example lies under people/ */
export function runExample(rulebook: Rulebook, example: LawExample, lint?: LintLaw): ExampleOutcome {
  const room = roomOf(rulebook, example, lint);
  const answers = example.expect.map((question): AnsweredQuestion => ({ question, differences: ask(room, question) }));
  return { example, answers, differences: answers.flatMap((answer, index) => answer.differences.map((difference) => `question ${index + 1}: ${difference}`)) };
}

/** Every example of a rulebook: those about organisations by its own law, those about persons by the view that holds both. */
export function runAllExamples(rulebook: Rulebook, wanted: (example: LawExample) => boolean, lint?: LintLaw): readonly ExampleOutcome[] {
  const ofPeople = rulebook.peopleExamples.filter(wanted);
  return [
    ...rulebook.examples.filter(wanted).map((example) => runExample(rulebook, example, lint)),
    ...(ofPeople.length === 0 ? [] : ofPeople.map((example) => runExample(withPeople(rulebook), example, lint === undefined ? undefined : (_view, asked) => lint(rulebook, asked)))),
  ];
}

export function roomOf(rulebook: Rulebook, example: LawExample, lint?: LintLaw): ExampleRoom {
  const register = registerOf(rulebook, example);
  const organisation = organisationOf(register, ASKED);
  assert(organisation !== undefined, "the example's organisation is on file");
  return { rulebook, register, organisation, person: example.given.person !== undefined, ...(lint === undefined ? {} : { lint }) };
}

/** The differences between what a question expects and what comes out. */
export function ask(room: ExampleRoom, question: ExampleQuestion): readonly string[] {
  switch (question.kind) {
    case "act":
      return askAct(room, sceneOf(room, question), question);
    case "list":
      return askList(room, sceneOf(room, question), question);
    case "end":
      return askEnd(room, question);
    case "exit":
      return askExit(room, question);
    case "exits":
      return askExits(room, question);
    case "edition":
      return askEdition(room, question);
    case "entry":
      return askEntry(room, question);
    case "step":
      return askStep(room, sceneOf(room, question), question);
    case "repair":
      return askRepair(room, question);
    case "recordType":
      return askRecordType(room, question);
    case "workingDays":
      return askWorkingDays(room, question);
    case "grade":
      return askGrade(room, question);
    case "identifier":
      return askIdentifier(room, question);
    case "score":
      return askScore(room, question);
    case "lint":
      return askLint(room, question);
  }
}

/** The keeper's view: an example hides nothing. */
function sceneOf({ rulebook, register }: ExampleRoom, { on, law = on }: { readonly on: PlainDate; readonly law?: PlainDate }): Scene {
  return { rulebook, statute: rulebook.on(law), register, on, sight: () => "shown", sightOfRecord: () => "shown" };
}
