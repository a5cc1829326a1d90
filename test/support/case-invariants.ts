// Case invariants: what must hold of a register of cases on every day, whatever was done in it. Each is reckoned from the events themselves,
// beside the code that derives it.
import { expect } from "vitest";
import { addDays, type FileNumber, type ListingId, type PlainDate, type Position, type RecordId } from "../../src/domain/terms/index.ts";
import type { Burden, KnownEvent, StoredEvent, Told } from "../../src/domain/events/index.ts";
import { valueOn } from "../../src/domain/rules/index.ts";
import type { OpenOffice } from "../../src/domain/register/index.ts";
import { caseOf, constructListing, workingCalendar } from "../../src/domain/cases/index.ts";
import { isKnown, replay } from "../../src/domain/register/index.ts";
import { openCases, standingOf, today, type Registry, type Standing } from "../../src/service/index.ts";

/** What ended or rests by the events alone. */
interface Ends {
  readonly listed: ReadonlyMap<ListingId, KnownEvent<"ListingDecided">["body"]>;
  readonly removed: ReadonlyMap<ListingId, PlainDate>;
  readonly annulled: ReadonlySet<string>;
  readonly repaired: ReadonlyMap<RecordId, PlainDate>;
  readonly stayed: ReadonlySet<string>;
}

export async function everything({ ledger }: Registry): Promise<readonly KnownEvent[]> {
  return (await ledger.read({})).filter(isKnown);
}

export function nameOf(about: Burden): string {
  return about.kind === "listing" ? about.listing : about.record;
}

function endsIn(events: readonly KnownEvent[]): Ends {
  const listed = new Map<ListingId, KnownEvent<"ListingDecided">["body"]>();
  const removed = new Map<ListingId, PlainDate>();
  const annulled = new Set<string>();
  const repaired = new Map<RecordId, PlainDate>();
  const stayed = new Set<string>();
  for (const event of events) {
    if (event.type === "ListingDecided" && event.body.listing !== undefined) listed.set(event.body.listing, event.body);
    if (event.type === "ListingRemoved") removed.set(event.body.listing, event.body.removedOn);
    if (event.type === "ListingRemoved" && event.body.retroactive) annulled.add(event.body.listing);
    if (event.type === "RecordCorrected" && event.body.annulled) annulled.add(event.body.record);
    if (event.type === "RecordRepaired") repaired.set(event.body.record, event.body.repairedOn);
    if (event.type === "EffectsStayed") stayed.add(`${event.body.matter} ${nameOf(event.body.about)}`);
    if (event.type === "StayEnded") stayed.delete(`${event.body.matter} ${nameOf(event.body.about)}`);
  }
  return { listed, removed, annulled, repaired, stayed };
}

/** Nothing binds one organisation, on the day and as known at the position, but what stands by the events up to there. */
export async function bindsOnlyByWhatStands(registry: Registry, file: FileNumber, known?: Position): Promise<Standing | undefined> {
  const standing = await standingOf(registry, { kind: "keeper" }, { organisation: file, ...(known === undefined ? {} : { known: String(known) }) });
  if (!standing.ok) return undefined;
  const on = today(registry);
  const ends = endsIn((await everything(registry)).filter(({ position }) => known === undefined || position <= known));
  const resting = new Set([...ends.stayed].map((each) => each.split(" ")[1]));
  for (const { effects, act } of standing.value.acts) {
    for (const { because } of effects) {
      if ("withheld" in because) throw new Error("nothing is withheld from the keeper");
      const { trigger } = because;
      const words = `${act} of ${file} on ${on}, known ${known ?? "now"}, because of ${JSON.stringify(trigger)}`;
      if (trigger.kind === "list") {
        const decided = ends.listed.get(trigger.listing);
        expect(decided?.outcome, words).toBe("listed");
        expect((decided?.effectiveFrom ?? "9999") <= on, words).toBe(true);
        expect((ends.removed.get(trigger.listing) ?? "9999") > on, words).toBe(true);
        expect(ends.annulled.has(trigger.listing) || resting.has(trigger.listing), words).toBe(false);
        if (decided?.end?.kind === "fixed") expect(decided.end.until > on, words).toBe(true);
      }
      if (trigger.kind === "record") {
        expect(ends.annulled.has(trigger.record) || resting.has(trigger.record), words).toBe(false);
        expect((ends.repaired.get(trigger.record) ?? "9999") > on, words).toBe(true);
      }
    }
  }
  return standing.value;
}

/** No listing of ours without notice, service, time to answer and decision, in this order. */
export function listsOnlyAfterNotice(registry: Registry, events: readonly KnownEvent[]): void {
  const clock = { calendar: workingCalendar(registry.rulebook.all("calendar")) };
  for (const event of events) {
    if (event.type !== "ListingDecided" || event.body.outcome !== "listed") continue;
    const own = events.filter(({ matter }) => matter === event.matter);
    const built = constructListing(caseOf(event.body.matter, own), { law: registry.rulebook, clock });
    expect(built.ok ? built.value.exits.length > 0 : built.error.message).toBe(true);
    const served = own.find((each): each is KnownEvent<"NoticeServed"> => each.type === "NoticeServed");
    const answered = own.some(({ type, position }) => type === "DefenceReceived" && position < event.position);
    expect(served !== undefined && served.position < event.position && (answered || served.body.answerUntil <= event.body.decidedOn), event.body.matter).toBe(true);
    const asked = own.some((each) => each.type === "DefenceReceived" && each.body.hearing);
    if (asked) expect(own.some(({ type, position }) => type === "HearingHeld" && position < event.position), event.body.matter).toBe(true);
    const recused = own.flatMap((each) => (each.type === "OfficerRecused" && each.position < event.position ? [each.body.officer] : []));
    expect((event.body.formalities?.acting ?? []).filter((post) => recused.includes(post))).toEqual([]);
  }
}

/** No decision under a step that asks consent without the consent of the office above before it; where it was refused, no listing. */
export function decidesOnlyWithConsent(registry: Registry, offices: ReadonlyMap<FileNumber, OpenOffice>, events: readonly KnownEvent[]): number {
  let decided = 0;
  for (const event of events) {
    if (event.type !== "ListingDecided") continue;
    const procedure = registry.rulebook.get("procedure", registry.rulebook.get("list", event.body.list)?.procedure ?? event.body.list);
    const asking = procedure === undefined ? [] : (valueOn(procedure.steps, event.body.decidedOn) ?? []).filter(({ kind, superiorConsent }) => kind === "decision" && superiorConsent);
    const superior = event.office === null ? undefined : offices.get(event.office)?.superior;
    for (const step of superior === undefined ? [] : asking) {
      const said = events.filter((each): each is KnownEvent<"ConsentGiven" | "ConsentRefused"> => (each.type === "ConsentGiven" || each.type === "ConsentRefused") && each.matter === event.matter && each.position < event.position && each.body.step === step.id);
      expect(said.map(({ office, body }) => [office, body.office]), event.body.matter).toEqual([[superior, superior]]);
      if (event.body.outcome === "listed") expect(said.map(({ type }) => type), event.body.matter).toEqual(["ConsentGiven"]);
      decided += 1;
    }
  }
  return decided;
}

/** Deadlines that were seen due, by case and step. */
export type SeenDue = Map<string, { readonly matter: string; readonly step: string; readonly until: PlainDate }>;

/** After a day has passed: whatever is due and late has been told, and what was due before is due still, done, or no longer to be done. */
export async function losesNoDeadline(registry: Registry, seen: SeenDue, told: readonly Told[]): Promise<void> {
  const on = today(registry);
  const keys = new Set(told.map(({ key }) => key));
  const cases = await openCases(registry);
  // A yearly report that was late before its case began is told as the duty it is.
  const due = cases.flatMap((each) => each.due.filter(({ until }) => until > each.openedOn));
  for (const each of due) {
    if (each.until <= on) expect(keys.has(`deadlinePassed:${each.matter}:${each.step}:${each.until}`), `${each.matter} ${each.step} was due until ${each.lastDay}`).toBe(true);
  }
  const now = new Set(due.map(({ matter, step }) => `${matter} ${step}`));
  for (const [key, { matter, step, until }] of seen) {
    if (now.has(key)) continue;
    seen.delete(key);
    const own = cases.find((each) => each.matter === matter);
    if (own === undefined) continue;
    const left = own.kind === "procedure" ? own.inLaw.progress.steps.filter((each) => each.step.id === step && (each.standing.kind === "open" || each.standing.kind === "waits")) : [];
    expect(left.map(({ step: { id } }) => id), `${matter} ${step}, due before ${until}, is not due any more and was not done`).toEqual([]);
  }
  for (const { matter, step, until } of due) seen.set(`${matter} ${step}`, { matter, step, until });
}

/** Each end is told once, every end is told, and nothing is told that did not end. */
export function tellsEachEndOnce(events: readonly KnownEvent[], told: readonly Told[], on: PlainDate): void {
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  const byThing = (what: readonly Told["what"][]): readonly string[] => told.filter((each) => what.includes(each.what)).map(({ what: said, detail }) => `${said} ${String(detail["listing"] ?? detail["record"])}`).sort();
  const expected = events.flatMap((event): readonly string[] => {
    switch (event.type) {
      case "ListingRemoved":
        return [`${event.body.retroactive ? "annulled" : "removed"} ${event.body.listing}`];
      case "RecordCorrected":
        return event.body.annulled ? [`annulled ${event.body.record}`] : [];
      case "RecordRepaired":
        return [`repaired ${event.body.record}`];
      case "EffectsStayed":
        return [`stayed ${nameOf(event.body.about)}`];
      case "StayEnded":
        return [`stayEnded ${nameOf(event.body.about)}`];
      default:
        return [];
    }
  });
  expect(byThing(["removed", "annulled", "repaired", "stayed", "stayEnded"])).toEqual(expected.toSorted());
  const { listed, removed } = endsIn(events);
  const terms = [...listed].flatMap(([listing, { end }]) => (end?.kind === "fixed" && end.until <= on && (removed.get(listing) ?? "9999") >= end.until ? [`termEnded ${listing}`] : []));
  // A term that ended before the listing was annulled was told as what it was then.
  const termsTold = byThing(["termEnded"]);
  expect(termsTold.filter((each) => !terms.includes(each))).toEqual([]);
  expect(terms.filter((each) => !termsTold.includes(each))).toEqual([]);
}

/** Only what was told is acknowledged, and only by whom it was told to. */
export function acknowledgesWhatWasTold(events: readonly KnownEvent[], told: readonly Told[]): void {
  const consumers = new Map(told.map(({ key, detail }) => [key, detail["consumers"]]));
  const said = new Set<string>();
  for (const event of events) {
    if (event.type !== "ReleaseAcknowledged") continue;
    const { release, consumer } = event.body;
    expect(consumers.get(release), release).toContain(consumer);
    expect(said.has(`${release} ${consumer}`)).toBe(false);
    said.add(`${release} ${consumer}`);
  }
}

/** What a standing says, without where in the ledger it was said. */
export function saidIn(standing: Standing): unknown {
  return JSON.parse(JSON.stringify(standing, (key, value: unknown) => (key === "position" || key === "known" || key === "asOf" ? undefined : value)));
}

export function dayAfter(day: PlainDate, days: number): PlainDate {
  return addDays(day, days);
}

export function registerOf(events: readonly StoredEvent[]): ReturnType<typeof replay> {
  return replay(events);
}
