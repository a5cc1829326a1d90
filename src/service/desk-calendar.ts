// Desk calendar: the last days of whoever is signed in, as a calendar a calendar program can follow: of an office those of its worklist, of an
// organisation its own and what it owes every year. Words come from the page that asks.
import { ok, type Language, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { idOfThing } from "../domain/cases/index.ts";
import { calendarText, type CalendarDeadline } from "../outgoing/index.ts";
import type { Asking } from "./asking.ts";
import { openCases, type Due } from "./open-cases.ts";
import { organisationDues } from "./organisation-desk.ts";
import type { Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { whatHasToGo, type ToGo } from "./what-has-to-go.ts";
import { officeNamed } from "./worklist.ts";

/** What a page says of a deadline. */
export interface DeadlineWords {
  readonly language: Language;
  readonly title: (names: Names) => Names;
  readonly by: Readonly<Record<Due["by"], string>>;
  readonly case: string;
  readonly procedure: string;
  readonly duty: (year: number) => string;
  /** Why something has to go. */
  readonly toGo: (fellOn: PlainDate) => string;
  /** Where the case, or the desk, is shown, if a server shows it. */
  readonly caseAddress?: (matter: string) => string;
  readonly deskAddress?: string;
}

/** The calendar of an office or an organisation. */
export async function deadlinesCalendar(registry: Registry, asking: Asking, words: DeadlineWords): Promise<Result<string, Problem>> {
  const found = asking.kind === "office" ? await ofOffice(registry, asking.office, words) : await ofOrganisation(registry, asking.file, words);
  if (!found.ok) return found;
  return ok(calendarText({ names: words.title(found.value.names), language: words.language, deadlines: found.value.deadlines, madeAt: registry.clock.now() }));
}

interface Found {
  readonly names: Names;
  readonly deadlines: readonly CalendarDeadline[];
}

async function ofOffice(registry: Registry, office: string, words: DeadlineWords): Promise<Result<Found, Problem>> {
  const named = await officeNamed(registry, office);
  if (!named.ok) return named;
  const cases = await openCases(registry, named.value.file);
  const toGo = await whatHasToGo(registry, { kind: "office", office: named.value.file });
  return ok({ names: named.value.names, deadlines: [...toGo.flatMap((each) => toGoDeadline(registry, each, words)), ...cases.flatMap(({ due, ground }) => due.map((each) => deadlineOf(registry, each, ground.organisation?.name ?? each.file, words)))] });
}

async function ofOrganisation(registry: Registry, file: string, words: DeadlineWords): Promise<Result<Found, Problem>> {
  const found = await organisationDues(registry, file);
  if (!found.ok) return found;
  const { name, due, duties, toGo } = found.value;
  const owed = duties.filter(({ fulfilledOn }) => fulfilledOn === undefined).map(({ procedure, year, file: owing, lastDay, step, missed }): CalendarDeadline => ({
    id: `duty:${procedure}:${owing}:${year}`, day: lastDay, title: words.duty(year), text: [inLanguage(step.names, words.language), procedureLine(registry, procedure, words)].join("\n"), provisional: false, passed: missed, ...(words.deskAddress === undefined ? {} : { url: words.deskAddress }),
  }));
  return ok({ names: { en: name, zh: name }, deadlines: [...due.map((each) => deadlineOf(registry, each, name, words)), ...owed, ...toGo.flatMap((each) => toGoDeadline(registry, each, words))] });
}

/** Nothing where the law states no time. */
function toGoDeadline(registry: Registry, { thing, fallen, procedure, step, due, organisation }: ToGo, words: DeadlineWords): readonly CalendarDeadline[] {
  if (due === null || step === null || procedure === null) return [];
  const { matter } = thing;
  return [{
    id: `toGo:${fallen.record}:${idOfThing(thing)}`, day: due.lastDay, title: `${inLanguage(step.names, words.language)} · ${organisation.name}`, provisional: due.provisional, passed: due.passed,
    text: [words.by.office, words.toGo(fallen.fellOn), ...(matter === null ? [] : [`${words.case} ${matter}`]), procedureLine(registry, procedure, words)].join("\n"),
    ...(matter === null || words.caseAddress === undefined ? {} : { url: words.caseAddress(matter) }),
  }];
}

function deadlineOf(registry: Registry, { matter, step, names, by, lastDay, provisional, passed, procedure }: Due, name: string, words: DeadlineWords): CalendarDeadline {
  return {
    // The same step of the same case keeps its place when its day moves.
    id: `${matter}:${step}`, day: lastDay satisfies PlainDate, title: `${inLanguage(names, words.language)} · ${name}`,
    text: [words.by[by], `${words.case} ${matter}`, procedureLine(registry, procedure, words)].join("\n"), provisional, passed, ...(words.caseAddress === undefined ? {} : { url: words.caseAddress(matter) }),
  };
}

function procedureLine(registry: Registry, procedure: Due["procedure"], words: DeadlineWords): string {
  return `${words.procedure} ${inLanguage(registry.rulebook.get("procedure", procedure)?.names ?? { en: procedure }, words.language)}`;
}

function inLanguage(names: Names, language: Language): string {
  return language === "zh" ? (names.zh ?? names.en) : names.en;
}
