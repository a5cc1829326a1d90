// Addresses of pages. Every link keeps the language, and keeps the clocks wherever they do not stand at now.
// The routes of web/ answer exactly these paths.
import type { Clocks, Day, Frame, Id, Language } from "./view-models.ts";

export type Query = Readonly<Record<string, string | undefined>>;

/** A page of this site, in the language and at the clocks of the page it is linked from. */
export function pageAddress(frame: Frame, path: string, query: Query = {}): string {
  return addressWith(frame.language, path, query, frame.clocks === undefined ? {} : movedClocks(frame.clocks));
}

/** The same page at other clocks; a clock that is not named stays where it is. */
export function atClocks(frame: Frame, changed: Partial<Pick<Clocks, "on" | "law" | "known">>): string {
  if (frame.clocks === undefined) return addressWith(frame.language, frame.path, frame.query, {});
  return addressWith(frame.language, frame.path, frame.query, movedClocks({ ...frame.clocks, ...changed }));
}

/** The same page with the clocks back at now. */
export function atNow(frame: Frame): string {
  return addressWith(frame.language, frame.path, frame.query, {});
}

export function inOtherLanguage(frame: Frame): string {
  return addressWith(other(frame.language), frame.path, frame.query, frame.clocks === undefined ? {} : movedClocks(frame.clocks));
}

/** This page for ever: every clock is written out. */
export function permanent(frame: Frame): string {
  return frame.origin + addressWith(frame.language, frame.path, frame.query, allClocks(frame));
}

export function allClocks(frame: Frame): Query {
  return frame.clocks === undefined ? {} : { on: frame.clocks.on, law: frame.clocks.law, known: String(frame.clocks.known) };
}

export function other(language: Language): Language {
  return language === "zh" ? "en" : "zh";
}

export function organisationPath(file: string): string {
  return `/organisations/${segment(file)}`;
}

/** Lists and memoranda have pages of their own; every other entry has one under the law. */
export function lawPath(id: Id, kind?: string): string {
  const room = kind === "list" ? "lists" : kind === "memorandum" ? "memoranda" : "law";
  return `/${room}/${segment(id)}`;
}

export function queryText(query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "");
  return pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&")}`;
}

/** The clocks that do not stand at now. The law's clock follows the facts' clock unless it was set. */
export function movedClocks(clocks: Clocks): { readonly on?: Day; readonly law?: Day; readonly known?: string } {
  return {
    ...(clocks.on === clocks.today ? {} : { on: clocks.on }),
    ...(clocks.law === clocks.on ? {} : { law: clocks.law }),
    ...(clocks.known === clocks.latest ? {} : { known: String(clocks.known) }),
  };
}

function addressWith(language: Language, path: string, query: Query, clocks: Query): string {
  return `/${language}${path}${queryText({ ...query, ...clocks })}`;
}

function segment(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%40", "@");
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%40", "@").replaceAll("%20", "+");
}
