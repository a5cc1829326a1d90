// A watch list to its morning page and to its feed.
import { ORGANISATION_STATES, WATCH_DAYS, type Feed, type Registry, type Watch, type WatchedChange } from "../../service/index.ts";
import { messagesIn, organisationPath, watchAddress, type Frame, type Language, type WatchModel } from "../portal/index.ts";
import { organisationView } from "./suppliers-model.ts";

export function watchModel(watch: Watch, token: string, language: Language): Omit<WatchModel, "alerts"> {
  const organisations = watch.organisations.map(({ organisation, stands }) => ({
    organisation: organisationView(organisation, language),
    ...(stands === undefined ? {} : { state: stands.state, acts: stands.acts[stands.state] ?? 0, ...(stands.earliest === null ? {} : { earliest: stands.earliest }) }),
  }));
  const rank = (state: string | undefined): number => (ORGANISATION_STATES.findIndex((each) => each === state) + ORGANISATION_STATES.length + 1) % (ORGANISATION_STATES.length + 1);
  const of = (state: string): number => organisations.filter((each) => each.state === state).length;
  return {
    token, label: watch.label, on: watch.on, since: watch.since, days: WATCH_DAYS, organisations: organisations.toSorted((a, b) => rank(a.state) - rank(b.state)),
    changes: watch.changes.map(({ day, what, list, organisation }) => ({ day, what, list, organisation: organisationView({ codes: [], ...organisation }, language) })),
    states: { bound: of("bound"), undetermined: of("undetermined"), may: of("may"), favoured: of("favoured"), clear: of("clear") },
  };
}

/** An entry a change, with the same id and instant for ever: its place in the told log, and the first instant of its day. */
export function watchFeed({ clock }: Pick<Registry, "clock">, timeZone: string, frame: Frame, watch: Watch, token: string, form: "atom" | "json"): Feed {
  const { language, origin } = frame;
  const t = messagesIn(language).suppliers.watch;
  const words = (names: { readonly en: string; readonly zh?: string }): string => (language === "zh" ? (names.zh ?? names.en) : names.en);
  const at = (change: WatchedChange): Feed["updated"] => clock.startOf(change.day, timeZone);
  const title = watch.label === "" ? t.title : t.feedTitle(watch.label);
  return {
    id: `urn:probity:watch:${watch.id.replace("sha256:", "").slice(0, 32)}`, title, subtitle: t.lead(String(watch.organisations.length)), language, author: words(frame.register.name),
    page: origin + watchAddress(frame, token), self: origin + watchAddress(frame, token, form), updated: watch.changes.map(at).toSorted().at(-1) ?? clock.startOf(watch.since, timeZone),
    entries: watch.changes.map((change) => {
      const { name, file } = organisationView({ codes: [], ...change.organisation }, language);
      const list = words(frame.law[change.list]?.names ?? { en: change.list });
      return { id: `urn:probity:told:${change.timepoint}`, title: t.entry(name, t.told[change.what], list), link: `${origin}/${language}${organisationPath(file)}`, published: at(change), updated: at(change), summary: `${t.told[change.what]}: ${list}`, lines: [], tags: [t.told[change.what]] };
    }),
  };
}
