// News and public dates, worded: an entry of a feed or an event of a calendar for each, in the language of whoever follows it.
import { NEWS_DAYS, plainText, type CalendarFeed, type Feed, type News, type NewsItem, type PublicDate, type PublicDates } from "../../service/index.ts";
import { lawPath, organisationPath } from "./addresses.ts";
import { messagesIn } from "./dictionary.ts";
import { count, dayText, wordsOf } from "./format.ts";
import { followAddress } from "./parts/feed-links.ts";
import type { Language, Names } from "./view-models.ts";

/** Where it is followed from: whose register, at which address, and what the law calls its entries. */
export interface Following {
  readonly language: Language;
  /** Empty where no server shows its pages: then nothing has a link. */
  readonly origin: string;
  readonly register: Names;
  readonly law: Readonly<Record<string, { readonly names: Names } | undefined>>;
}

/** The path of what it is about, without an ending: the page of a list or an organisation. */
function pathOfNews(about: News["about"] | PublicDates["about"]): string {
  switch (about.kind) {
    case "register": return "/feed";
    case "law": return "/law/calendar";
    case "list": return lawPath(about.id, "list");
    case "organisation": return organisationPath(about.file);
  }
}

/** The news as a feed. An entry keeps its id and its instants. */
export function newsFeed(following: Following, news: News, form: "atom" | "json"): Feed {
  const { language, origin, register } = following;
  const t = messagesIn(language).feeds;
  const { about } = news;
  const path = pathOfNews(about);
  return {
    id: `urn:probity:news:${language}:${idOf(about)}`, title: about.kind === "register" ? t.of.register : t.of[about.kind](aboutName(about, language)), language, author: wordsOf(register, language), updated: news.updated,
    subtitle: `${about.kind === "register" ? t.lead.register(NEWS_DAYS) : t.lead[about.kind]}${news.more ? ` ${t.more(count(news.items.length, language))}` : ""}`,
    page: `${origin}/${language}${about.kind === "register" ? "/" : path}`, self: origin + followAddress(language, path, form),
    entries: news.items.map((item) => {
      const what = t.entries[item.what];
      const title = titleOf(following, item);
      return {
        id: `urn:probity:news:${language}:${item.id}`, title, link: `${origin}/${language}${pathOfItem(item, about)}`, published: item.at, updated: item.at,
        summary: item.what === "ended" ? t.endedNote : t.took(dayText(item.day, language)), lines: [{ text: title }, ...(item.of === null ? [] : [{ text: named(following, item.of), link: `${origin}/${language}${lawPath(item.of, item.what === "listed" || item.what === "changed" ? "list" : item.what === "memorandumEnded" ? "memorandum" : undefined)}` }])], tags: [what],
      };
    }),
  };
}

function titleOf(following: Following, item: NewsItem): string {
  const t = messagesIn(following.language).feeds;
  if (item.what === "ended") return t.ended(count(item.count, following.language));
  const of = item.of === null ? "" : named(following, item.of);
  return item.organisation !== null && item.what === "listed" ? t.listed(isolated(nameIn(item.organisation.names, following.language)), of) : t.entry(t.entries[item.what], of);
}

function pathOfItem(item: NewsItem, about: News["about"]): string {
  if (item.organisation !== null) return organisationPath(item.organisation.file);
  if (about.kind !== "register") return pathOfNews(about);
  return item.of === null ? "/lists" : lawPath(item.of, "memorandum");
}

/** The dates as a calendar; an event keeps its id when its day moves. */
export function datesCalendar(following: Following, { about, dates, madeAt }: PublicDates): CalendarFeed {
  const { language, origin } = following;
  const t = messagesIn(language).feeds;
  const title = about.kind === "organisation" ? t.calendars.organisation(nameIn(about.names, language)) : t.calendars[about.kind](wordsOf(about.names, language));
  return {
    names: { en: title, zh: title }, language, madeAt,
    deadlines: dates.map((date) => ({
      id: `${date.id}@probity`, day: date.day, title: dateTitle(following, date), provisional: date.provisional, passed: false,
      text: [t.dates[date.what], ...(date.of === null ? [] : [named(following, date.of)]), ...(date.what === "lawTurns" ? [] : [t.provisionalNote])].join("\n"),
      ...(origin === "" ? {} : { url: `${origin}/${language}${date.organisation !== null ? organisationPath(date.organisation.file) : `/law/changes#day-${date.day}`}` }),
    })),
  };
}

function dateTitle(following: Following, { what, of, organisation, count: changes }: PublicDate): string {
  const t = messagesIn(following.language).feeds;
  if (what === "lawTurns") return t.turns(count(changes, following.language));
  return `${t.entry(t.dates[what], organisation === null ? "" : isolated(nameIn(organisation.names, following.language)))}${of === null ? "" : ` · ${named(following, of)}`}`;
}

/** A stranger's name between words of ours: what steers the text around it is shown as its number. */
function isolated(name: string): string {
  return plainText(name);
}

function named({ law, language }: Following, id: string): string {
  return wordsOf(law[id]?.names ?? { en: id }, language);
}

/** In English a Latin name, where there is one. */
function nameIn(names: readonly string[], language: Language): string {
  return (language === "en" ? names.find((name) => !/\p{Script=Han}/u.test(name)) : undefined) ?? names[0] ?? "";
}

function aboutName(about: Exclude<News["about"], { readonly kind: "register" }>, language: Language): string {
  return about.kind === "list" ? wordsOf(about.names, language) : nameIn(about.names, language);
}

function idOf(about: News["about"]): string {
  return about.kind === "register" ? "register" : about.kind === "list" ? about.id : about.file;
}
