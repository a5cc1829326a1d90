// Plan calendar: the days of an exit plan as a calendar a calendar program can follow: when a step opens or ends by itself, by when a case
// that runs wants something, and the day on which nothing binds any more. Words come from whoever asks.
import { nameIn, type Language, type LawId, type Names, type PlainDate } from "../domain/terms/index.ts";
import { calendarText, type CalendarDeadline } from "../outgoing/index.ts";
import type { Plan, StepOut } from "./plan-out.ts";
import type { Registry } from "./registry.ts";

/** What a calendar says of a plan. */
export interface PlanWords {
  readonly language: Language;
  readonly title: (name: string) => Names;
  /** What can be asked for from the day on, or ends by itself on it. */
  readonly opens: (what: string) => string;
  readonly ends: (what: string) => string;
  readonly free: (name: string) => string;
  readonly frees: (burdens: number) => string;
  /** Where the plan is shown, if a server shows it. */
  readonly address?: string;
}

/** The days that are still to come, as text. */
export function planCalendar(registry: Registry, { organisation, steps, freeOn, provisional, asOf: { on } }: Plan, words: PlanWords): string {
  const name = organisation.name ?? "";
  const url = words.address === undefined ? {} : { url: words.address };
  const days = steps.flatMap((step): CalendarDeadline[] => [...openingOf(registry, step, on, words), ...dueOf(step, words.language)]);
  const free = freeOn === null || steps.length === 0 ? [] : [{ id: `plan:${organisation.file ?? ""}:free`, day: freeOn, title: words.free(name), text: words.frees(steps.reduce((sum, { frees }) => sum + frees.length, 0)), provisional, passed: false }];
  return calendarText({ names: words.title(name), language: words.language, deadlines: [...days, ...free].map((each) => ({ ...each, ...url })), madeAt: registry.clock.now() });
}

function openingOf(registry: Registry, { id, of, state, way, frees }: StepOut, on: PlainDate, words: PlanWords): readonly CalendarDeadline[] {
  if (way?.opensOn == null || (state !== "later" && state !== "itself") || way.opensOn < on) return [];
  const what = nameIn(namesOf(registry, of), words.language);
  return [{ id: `plan:${id}`, day: way.opensOn, title: state === "itself" ? words.ends(what) : words.opens(what), text: [way.words[words.language], words.frees(frees.length)].join("\n"), provisional: way.provisional, passed: false }];
}

function dueOf({ case: running }: StepOut, language: Language): readonly CalendarDeadline[] {
  if (running === null || running.next === null) return [];
  const { matter, step, names, lastDay, provisional, passed } = running.next;
  return [{ id: `${matter}:${step}`, day: lastDay, title: nameIn(names, language), text: matter, provisional, passed }];
}

function namesOf({ rulebook }: Registry, id: LawId): Names {
  return rulebook.get("list", id)?.names ?? rulebook.get("record-type", id)?.names ?? { en: id };
}
