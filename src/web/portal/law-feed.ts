// The feed of the law's changes, worded: one entry for each day on which the law turns, with the same address and id for ever.
import { queryText } from "./addresses.ts";
import { messagesIn } from "./dictionary.ts";
import { dayText, wordsOf } from "./format.ts";
import { diffAddress, feedAddress } from "./pages/law-changes-page.ts";
import { valueWords } from "./parts/law-filters.ts";
import { viewOf } from "./parts/view.ts";
import type { Frame } from "./view-models.ts";
import type { LawChangesModel, LawChangeView } from "./view-models-law.ts";
import type { Feed } from "../../service/index.ts";

type Instant = Feed["updated"];
const LINES_MAX = 60;

/** @param since when each turning day became news, in the order of the model's days; `otherwise`: where there is none */
export function lawFeed(frame: Frame, model: LawChangesModel, since: readonly Instant[], otherwise: Instant, form: "atom" | "json"): Feed {
  const t = messagesIn(frame.language);
  const words = t.pages.changes;
  const timeless: Frame = { ...withoutClocks(frame), path: "/law/changes" };
  const chosen = model.filters.filter((filter) => filter.chosen !== "");
  const scope = chosen.map((filter) => `${filter.name}=${filter.chosen}`).join(":");
  const updated = [...since].sort().at(-1) ?? otherwise;
  return {
    id: idOf(frame, scope), title: words.feedTitle(wordsOf(frame.register.name, frame.language)), language: frame.language, updated, author: wordsOf(frame.register.name, frame.language),
    subtitle: chosen.length === 0 ? words.lead : chosen.map((filter) => valueWords(viewOf(frame), filter.name, filter.choices.find((choice) => choice.value === filter.chosen) ?? { value: filter.chosen })).join(t.comma),
    page: `${frame.origin}/${frame.language}/law/changes${queryText(frame.query)}`, self: frame.origin + feedAddress(frame, form),
    entries: model.days.map(({ day, announced, changes }, index) => {
      const instant = since[index] ?? otherwise;
      const shown = changes.slice(0, LINES_MAX);
      return {
        id: `${idOf(frame, scope)}:${day}`, title: (announced ? words.announcedTitle : words.entryTitle)(dayText(day, frame.language), changes.length), link: frame.origin + diffAddress(timeless, day), published: instant, updated: instant,
        summary: words.counts(...counted(changes)), tags: [...new Set(changes.map((change) => t.kind[change.kind]))],
        lines: [...shown.map((change) => ({ text: wordsOf(change.words, frame.language), link: `${frame.origin}/${frame.language}/law/${change.entry}?law=${day}` })), ...(changes.length > shown.length ? [{ text: words.more(changes.length - shown.length), link: frame.origin + diffAddress(timeless, day) }] : [])],
      };
    }),
  };
}

function idOf(frame: Frame, scope: string): string {
  return `urn:probity:law-changes:${frame.language}${scope === "" ? "" : `:${encodeURI(scope)}`}`;
}

function counted(changes: readonly LawChangeView[]): [number, number, number] {
  const count = (what: LawChangeView["what"]): number => changes.filter((change) => change.what === what).length;
  return [count("began"), count("ended"), count("changed")];
}

function withoutClocks({ clocks: _left, ...frame }: Frame): Frame {
  return frame;
}
