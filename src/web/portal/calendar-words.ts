// What the calendars of deadlines and of exit plans say, in one language: the same words on the page that offers one and in the command that writes one.
import type { DeadlineWords, PlanWords } from "../../service/index.ts";
import { messagesIn } from "./dictionary.ts";
import type { Language } from "./view-models.ts";

/** @param addresses where the case and the desk are shown, where a server shows them */
export function deadlineWords(language: Language, addresses: Pick<DeadlineWords, "caseAddress" | "deskAddress"> = {}): DeadlineWords {
  const { title, ...words } = messagesIn(language).own.calendar;
  return { language, title: ({ en, zh }) => ({ en: title(en), ...(zh === undefined ? {} : { zh: title(zh) }) }), ...words, ...addresses };
}

/** @param address where the plan is shown, where a server shows it */
export function planWords(language: Language, address?: string): PlanWords {
  const [en, zh, words] = [messagesIn("en").plan.calendarSays, messagesIn("zh").plan.calendarSays, messagesIn(language).plan.calendarSays];
  return { language, ...words, title: (name) => ({ en: en.title(name), zh: zh.title(name) }), ...(address === undefined ? {} : { address }) };
}
