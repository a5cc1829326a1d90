// The organisation's own desk: what is due, what it can ask for with the earliest way out first, why the rest cannot be asked, and everything
// on file with what became of it. Asks of one kind about things of one kind stand together.
import { toDo, type Ask, type CaseRow, type OrganisationDesk, type Registry, type ThingOnFile } from "../../service/index.ts";
import type { Language, OwnAsk, OwnCase, OwnDeskModel, OwnDue, OwnGroup, OwnMark } from "../portal/index.ts";
import { listingRow, recordRow } from "./file-rows.ts";
import { aboutText, joinedAsk, marksOf } from "./own-things.ts";
import { toGoRow } from "./to-go-rows.ts";
import { toldLetterView } from "./told-letter.ts";

export function ownDeskModel(registry: Registry, desk: OrganisationDesk, language: Language): OwnDeskModel {
  const asks = asksByThing(desk);
  const things = new Map(desk.things.map((thing) => [aboutText(thing.about), thing]));
  const { standing } = desk;
  return {
    file: desk.file, name: desk.name, on: desk.on, due: dueOf(desk, asks), toGo: desk.toGo.map(toGoRow), cases: desk.cases.map((row) => caseOf(row)), closed: desk.closed.map((row) => ({ ...caseOf(row), ...appealOf(asks, row) })),
    can: groupsOf(desk, asks), cannot: refusalsOf(desk, asks),
    listings: standing.listings.map((listing) => ({ row: listingRow(registry, standing, listing, language), ...marked(standingOf(asks, things.get(`listing:${listing.listing}`), listing.state), listing.toGo !== null) })),
    records: standing.records.map((record) => ({ row: recordRow(registry, record, language), ...standingOf(asks, things.get(`record:${record.record}`), record.annulled ? "annulled" : null) })),
    joins: standing.joins.map(({ files, judgedBy, reasons }) => ({ files, judgedBy, reasons: reasons.filter(({ score }) => score > 0).map(({ because }) => because), ...standingOf(asks, things.get(`join:${files.join("~")}`), null) })),
    letters: desk.letters.map(toldLetterView),
    related: standing.related.map(({ file, name, relation }) => ({ file, name, relation: relation === "branchOf" || relation === "subsidiaryOf" ? relation : "controlledBy" })),
  };
}

type AsksByThing = ReadonlyMap<string, readonly OwnAsk[]>;

/** By thing, one ask for each purpose. */
function asksByThing({ asks, on }: OrganisationDesk): AsksByThing {
  const found = new Map<string, OwnAsk[]>();
  for (const [about, own] of Map.groupBy(asks, (ask) => aboutText(ask.about))) {
    for (const [, some] of Map.groupBy(own, (ask) => (ask.purpose === "commitment" || ask.purpose === "annual-report" ? `${ask.purpose} ${ask.procedure ?? ""}` : ask.purpose))) {
      const joined = joinedAsk(some, on);
      if (joined !== undefined) found.set(about, [...(found.get(about) ?? []), joined]);
    }
  }
  return found;
}

function standingOf(asks: AsksByThing, thing: ThingOnFile | undefined, state: Parameters<typeof marksOf>[1]): { readonly marks: readonly OwnMark[]; readonly asks: readonly OwnAsk[]; readonly matter?: string } {
  if (thing === undefined) return { marks: [], asks: [] };
  return { marks: marksOf(thing, state), asks: asks.get(aboutText(thing.about)) ?? [], ...(thing.disputed === null ? {} : { matter: thing.disputed }) };
}

/** Where it has to go, that is said first. */
function marked<T extends { readonly marks: readonly OwnMark[] }>(thing: T, goes: boolean): T {
  return goes ? { ...thing, marks: ["toGo", ...thing.marks] } : thing;
}

function caseOf({ matter, purpose, procedure, list, state, openedOn, next }: CaseRow): OwnCase {
  return { matter, purpose, procedure, list, state, openedOn, ...(next === null ? {} : { next: { step: next.names, by: next.by, lastDay: next.lastDay, provisional: next.provisional, passed: next.passed } }) };
}

function appealOf(asks: AsksByThing, { matter }: CaseRow): Pick<OwnCase, "appeal"> {
  const appeal = asks.get(`matter:${matter}`)?.find(({ purpose }) => purpose === "appeal");
  return appeal === undefined ? {} : { appeal };
}

/** What is still to be done; a yearly report with the form by which it is filed. */
function dueOf({ due }: OrganisationDesk, asks: AsksByThing): readonly OwnDue[] {
  const report = asks.get("organisation")?.find(({ purpose }) => purpose === "annual-report");
  return toDo(due).map(({ names, by, lastDay, provisional, passed, procedure, matter, year }): OwnDue => ({
    step: names, by, lastDay, provisional, passed, procedure, ...(matter === undefined ? {} : { matter }), ...(year === undefined ? {} : { year, ...(report === undefined ? {} : { ask: report }) }),
  }));
}

const SECTIONS: Readonly<Record<Ask["about"]["kind"], OwnGroup["section"]>> = { listing: "listings", record: "records", join: "joins", matter: "closed", organisation: "closed" };

interface Asked {
  readonly ask: OwnAsk;
  readonly about: Ask["about"];
  readonly of: Ask["of"];
}

/** Every ask with the list or record type of its thing. */
function everyAsk({ asks: all }: OrganisationDesk, asks: AsksByThing): readonly Asked[] {
  const things = new Map(all.map((ask) => [aboutText(ask.about), ask]));
  return [...asks].flatMap(([key, own]) => own.flatMap((ask): Asked[] => {
    const thing = things.get(key);
    return thing === undefined ? [] : [{ ask, about: thing.about, of: thing.of }];
  }));
}

/** What can be asked now or on a later day, ways out before objections, the earliest first. */
function groupsOf(desk: OrganisationDesk, asks: AsksByThing): readonly OwnGroup[] {
  const open = everyAsk(desk, asks).filter(({ ask }) => ask.allowed || ask.opens !== undefined);
  const groups = [...Map.groupBy(open, ({ ask, about, of }) => [ask.purpose, about.kind, of ?? ask.procedure ?? "", ask.allowed ? "" : ask.opens].join(" ")).values()];
  return groups.flatMap((own): OwnGroup[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { ask, about, of } = first;
    return [{ purpose: ask.purpose, of, procedure: ask.procedure ?? null, count: own.length, section: SECTIONS[about.kind], ...(ask.allowed || ask.opens === undefined ? {} : { opens: ask.opens }), ...(own.length === 1 ? { ask } : {}) }];
  }).toSorted((a, b) => order(a).localeCompare(order(b)));
}

const ORDER: readonly OwnGroup["purpose"][] = ["annual-report", "repair", "appeal", "objection", "commitment"];

function order({ opens, purpose, of }: OwnGroup): string {
  return `${opens ?? "0"} ${ORDER.indexOf(purpose)} ${of ?? ""}`;
}

/** Each reason once: what a hundred records cannot be asked for the same reason is said once. */
function refusalsOf(desk: OrganisationDesk, asks: AsksByThing): OwnDeskModel["cannot"] {
  const closed = everyAsk(desk, asks).flatMap(({ ask, of }) => (ask.allowed || ask.opens !== undefined || ask.why === undefined ? [] : [{ ask, of, why: ask.why }]));
  return [...Map.groupBy(closed, ({ ask, why }) => `${ask.purpose} ${why.citation} ${why.message}`).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ purpose: first.ask.purpose, count: own.length, of: [...new Set(own.flatMap(({ of }) => of ?? []))], why: first.why }];
  });
}
