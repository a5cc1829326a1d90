// Deadlines calendar: deadlines as a calendar a calendar program can follow. The one writer, for the desk and the command; words come from whoever asks.
import { nameIn, type Language, type LawId, type MatterId, type Names, type PlainDate } from "../domain/terms/index.ts";
import { calendarText } from "../outgoing/index.ts";
import type { Deadline, Deadlines } from "./deadlines.ts";
import type { Registry } from "./registry.ts";

/** What a calendar says of a deadline. */
export interface DeadlineWords {
  readonly language: Language;
  readonly title: (names: Names) => Names;
  readonly by: Readonly<Record<Deadline["by"], string>>;
  readonly case: string;
  readonly procedure: string;
  readonly duty: (year: number) => string;
  /** Why something has to go. */
  readonly toGo: (fellOn: PlainDate) => string;
  /** Where the case, or the desk, is shown, if a server shows it. */
  readonly caseAddress?: (matter: MatterId) => string;
  readonly deskAddress?: string;
}

/** What is still to be done, as text. */
export function deadlinesCalendar(registry: Registry, { of, due }: Deadlines, words: DeadlineWords): string {
  const { language, title } = words;
  const deadlines = toDo(due).map((each) => {
    const url = each.matter === undefined ? words.deskAddress : words.caseAddress?.(each.matter);
    return {
      id: each.id, day: each.lastDay, title: each.year === undefined ? `${nameIn(each.names, language)} · ${each.organisation}` : words.duty(each.year),
      text: [each.year === undefined ? words.by[each.by] : nameIn(each.names, language), ...(each.fellOn === undefined ? [] : [words.toGo(each.fellOn)]), ...(each.matter === undefined ? [] : [`${words.case} ${each.matter}`]), `${words.procedure} ${nameIn(procedureNames(registry, each.procedure), language)}`].join("\n"),
      provisional: each.provisional, passed: each.passed, ...(url === undefined ? {} : { url }),
    };
  });
  return calendarText({ names: title(of.names), language, deadlines, madeAt: registry.clock.now() });
}

/** Those that nothing has fulfilled yet. */
export function toDo(due: readonly Deadline[]): readonly Deadline[] {
  return due.filter(({ fulfilledOn }) => fulfilledOn === undefined);
}

function procedureNames({ rulebook }: Registry, id: LawId): Names {
  return rulebook.get("procedure", id)?.names ?? { en: id };
}
