// Who sees what, until when. Things on file (records, listings) come in as PublishedThing, made from the law and the newest state of
// the register; out comes the state of their publication today and whether a viewer may see them. Read by every answer and page.
// INVARIANT: the day asked about is no argument here. Whoever may see only what is published sees what is published today.
import { covers, hasEnded, type End, type Period, type PlainDate } from "../terms/index.ts";
import type { Disclosure, Field } from "../rules/index.ts";

/** The keeper of the data folder sees everything; the public what is published today. */
export type Viewer = { readonly kind: "keeper" } | { readonly kind: "public" };

/** Why publication stopped before its time. */
export interface Stop {
  readonly by: "repair" | "removal" | "correction" | "annulment" | "withdrawal";
  readonly on: PlainDate;
}

export interface PublishedThing {
  /** What the law lets be shown: only `public` is ever published. */
  readonly disclosure: Disclosure;
  /** Absent: no day of publication has been set. */
  readonly publishedFrom?: PlainDate;
  /** The first day on which the law no longer lets it be published, however long the thing itself lasts. */
  readonly publishedUntil?: PlainDate;
  /** How the listing itself ends. */
  readonly end?: End;
  readonly stop?: Stop;
  /** For what another body published: whether its newest edition carries it, and that edition's day. */
  readonly edition?: { readonly carried: boolean; readonly asOf: PlainDate };
  /** Times in which it is hidden without having ended, as during a court-approved reorganisation. */
  readonly masks?: readonly Period[];
}

export type Publication =
  | { readonly kind: "pending"; readonly because: "neverPublished" | "noDaySet" }
  | { readonly kind: "pending"; readonly because: "notYet"; readonly from: PlainDate }
  | { readonly kind: "published"; readonly from: PlainDate; readonly until?: PlainDate }
  | { readonly kind: "masked"; readonly from: PlainDate; readonly until?: PlainDate }
  | { readonly kind: "ended"; readonly because: "term" | "publicationTerm" | "edition" | Stop["by"]; readonly on: PlainDate };

/** The state of a thing's publication today. */
export function publicationOn(thing: PublishedThing, today: PlainDate): Publication {
  if (thing.disclosure !== "public") return { kind: "pending", because: "neverPublished" };
  const ended = endedOn(thing, today);
  if (ended !== undefined) return ended;
  const { publishedFrom } = thing;
  if (publishedFrom === undefined) return { kind: "pending", because: "noDaySet" };
  if (today < publishedFrom) return { kind: "pending", because: "notYet", from: publishedFrom };
  const until = lastFree(thing);
  const span = until === undefined ? { from: publishedFrom } : { from: publishedFrom, until };
  return (thing.masks ?? []).some((mask) => covers(mask, today)) ? { kind: "masked", ...span } : { kind: "published", ...span };
}

export function mayShow(viewer: Viewer, thing: PublishedThing, today: PlainDate): boolean {
  switch (viewer.kind) {
    case "keeper":
      return true;
    case "public":
      return publicationOn(thing, today).kind === "published";
  }
}

/** What of a thing's values a viewer sees: the public only fields the law publishes, of a thing it may see. */
export function shownValues<T>(viewer: Viewer, thing: PublishedThing, fields: readonly Pick<Field, "name" | "published">[], values: Readonly<Record<string, T>>, today: PlainDate): Readonly<Record<string, T>> {
  return mayShow(viewer, thing, today) ? openValues(viewer, fields, values) : {};
}

/** Of a thing that is shown at all: the public sees the fields the law publishes, and no undeclared ones. */
export function openValues<T>(viewer: Viewer, fields: readonly Pick<Field, "name" | "published">[], values: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  if (viewer.kind === "keeper") return values;
  const open = new Set(fields.filter((field) => field.published).map((field) => field.name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => open.has(name)));
}

/** What has ended publication by today. What never should have been, or was taken back, is gone at once, whatever day it names. */
export function endedOn(thing: PublishedThing, today: PlainDate): Extract<Publication, { readonly kind: "ended" }> | undefined {
  const { stop, end, publishedUntil, edition } = thing;
  if (stop !== undefined && (stop.by === "annulment" || stop.by === "withdrawal" || stop.on <= today)) return { kind: "ended", because: stop.by, on: stop.on };
  if (end?.kind === "fixed" && hasEnded(end, today)) return { kind: "ended", because: "term", on: end.until };
  if (publishedUntil !== undefined && publishedUntil <= today) return { kind: "ended", because: "publicationTerm", on: publishedUntil };
  if (edition !== undefined && !edition.carried) return { kind: "ended", because: "edition", on: edition.asOf };
  return undefined;
}

/** The first day from which, as things stand, nothing is published any more. */
function lastFree(thing: PublishedThing): PlainDate | undefined {
  const days = [thing.end?.kind === "fixed" ? thing.end.until : undefined, thing.publishedUntil, thing.stop?.on];
  return days.flatMap((day) => day ?? []).sort()[0];
}
