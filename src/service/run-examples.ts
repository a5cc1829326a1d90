// The worked examples of the law, run through the same engine that answers checks, each question with its sentence.
import { bodyOf, type Names } from "../domain/terms/index.ts";
import { withPeople, type LawExample, type Rulebook } from "../domain/rules/index.ts";
import { questionInWords, runAllExamples, type ExampleOutcome } from "../domain/restrictions/index.ts";
import { lint } from "../domain/survey/index.ts";
import type { Registry } from "./registry.ts";

export interface ExampleRun extends Pick<ExampleOutcome, "example" | "differences"> {
  readonly questions: readonly { readonly words: Names; readonly differences: readonly string[] }[];
}

export interface WantedExamples {
  /** Of this body of law: by their own id or by what they are about. */
  readonly body?: string;
  /** About this entry. */
  readonly about?: string;
}

export function runExamples({ rulebook }: Pick<Registry, "rulebook">, { body, about }: WantedExamples = {}): readonly ExampleRun[] {
  const wanted = (example: LawExample): boolean => (body === undefined || isOf(example, body)) && (about === undefined || example.about.some((id) => id === about));
  return runAllExamples(rulebook, wanted, lint).map((outcome) => withWords(withPeople(rulebook), outcome));
}

function isOf(example: LawExample, body: string): boolean {
  return example.id.startsWith(`${body}:`) || example.about.some((id) => bodyOf(id) === body);
}

function withWords(law: Pick<Rulebook, "find">, { example, differences, answers }: ExampleOutcome): ExampleRun {
  return { example, differences, questions: answers.map((answer) => ({ words: questionInWords(law, answer.question), differences: answer.differences })) };
}
