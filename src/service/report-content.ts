// Report content: what the register says of one organisation for a period, to the public and to nobody else: registration, what was handed in
// by kind and list, what binds on the day with its ways out, and the statement. It is made of what an answer is made of and decides nothing.
import { addDays, bodyOf, type End, type Instant, type LawId, type Names, type PlainDate, type Result, ok } from "../domain/terms/index.ts";
import type { List, RecordType, Statute } from "../domain/rules/index.ts";
import { keyOf, type Organisation } from "../domain/register/index.ts";
import { mayList } from "../domain/cases/index.ts";
import { allThatBinds, listHits, PUBLIC, restrictionWords, type AllThatBinds, type Scene } from "../domain/restrictions/index.ts";
import { REPORT_VERSION, statementOf, type Both, type Purpose, type ReportBinding, type ReportContent, type ReportEffect, type ReportKind, type ReportList, type ReportListing, type ReportOrganisation, type ReportRecord } from "../domain/proof/index.ts";
import type { Clocks } from "./clocks.ts";
import { disputedSince } from "./disputed.ts";
import { endIn, valueWords } from "./field-words.ts";
import { commitmentAt } from "./make-receipt.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { registerName } from "./register-name.ts";
import { timeZoneOf, type Registry } from "./registry.ts";
import { listingsShown, recordsShown, type StandingListing, type StandingRecord } from "./standing.ts";
import { toGoIn } from "./what-has-to-go.ts";

/** What all reports of a lot have in common, read once for it. */
export interface ReportGround {
  readonly registry: Registry;
  readonly clocks: Clocks;
  readonly period: ReportContent["period"];
  readonly purpose: Purpose;
  readonly issuedAt: Instant;
  readonly statute: Statute;
  /** By the type of record: the first and the newest day on which some were handed in. */
  readonly deliveries: ReadonlyMap<LawId, { readonly first: PlainDate; readonly last: PlainDate }>;
  /** Authorities of the offices that act in this register. */
  readonly authorities: ReadonlySet<LawId>;
  /** Bodies of law that something on file was handed in under. */
  readonly bodies: ReadonlySet<string>;
  readonly name: ReportContent["register"];
  readonly commitment: ReportContent["asOf"]["commitment"];
}

/** Reads what is common to the reports of one position, period and moment. */
export async function reportGround(registry: Registry, asked: Pick<ReportGround, "clocks" | "period" | "purpose" | "issuedAt">): Promise<ReportGround> {
  const { known, law } = asked.clocks;
  const events = await registry.ledger.read({ types: ["BatchReceived", "BatchWithdrawn", "OfficeOpened"], upTo: known });
  const withdrawn = new Set(events.flatMap((event) => (event.type === "BatchWithdrawn" && event.body !== null ? [event.body.batch] : [])));
  const authorities = new Set(events.flatMap((event) => (event.type === "OfficeOpened" && event.body !== null ? [event.body.authority] : [])));
  const deliveries = new Map<LawId, { first: PlainDate; last: PlainDate }>();
  const bodies = new Set<string>();
  for (const event of events) {
    if (event.type !== "BatchReceived" || event.body === null || withdrawn.has(event.body.batch)) continue;
    bodies.add(bodyOf(event.body.template));
    const of = registry.rulebook.get("template", event.body.template)?.of;
    if (of?.kind !== "record") continue;
    const day = registry.clock.dayOf(event.recordedAt, timeZoneOf(registry, bodyOf(of.type)));
    const before = deliveries.get(of.type);
    deliveries.set(of.type, { first: before === undefined || day < before.first ? day : before.first, last: before === undefined || day > before.last ? day : before.last });
  }
  const { name, model } = registerName(registry, (await registry.ledger.setting("model")) !== null);
  return { ...asked, registry, statute: registry.rulebook.on(law), deliveries, authorities, bodies, name: { name: plainNames(name), model: model === undefined ? null : plainNames(model.nation) }, commitment: await commitmentAt(registry, known) };
}

/** What the register says of the organisation that `text` means. */
export async function reportContent(ground: ReportGround, text: string): Promise<Result<ReportContent, Problem>> {
  const { registry, clocks: { on, law, known }, period, purpose, issuedAt } = ground;
  const found = await organisationAsked(registry, PUBLIC, text, ground.clocks);
  if (!found.ok) return found;
  const { asking, answered } = found.value;
  if (!answered.onFile) return { ok: false, error: problem("organisation-not-found", `\`${text}\` is a valid code, but no organisation on this register has it`, "A report is made of an organisation on file.", { facts: { kind: "code", code: text } }) };
  const { scene, organisation } = asking;
  const said = { disputed: disputedSince(registry, scene.register, organisation.file), toGo: await toGoIn(registry, scene.register, organisation.file, on) };
  const [records, listings] = [recordsShown(PUBLIC, scene, organisation, said.disputed), listingsShown(PUBLIC, scene, organisation, said)];
  const bodies = new Set([...ground.bodies, ...records.map(({ type }) => bodyOf(type)), ...listings.map(({ list }) => bodyOf(list))]);
  const kinds = kindsOf(ground, bodies, records);
  const lists = listsOf(ground, bodies, { scene, organisation, listings });
  return ok({
    version: REPORT_VERSION, issuedAt, register: ground.name, organisation: organisationIn(registry, organisation), purpose, period,
    asOf: { on, law, known, rulebook: registry.rulebook.hash, commitment: ground.commitment },
    statement: statementOf(kinds, lists), kinds, lists, binding: bindingOf(ground, allThatBinds(asking)),
  });
}

/** The kinds of record the law publishes, whether or not anything of them is on file. */
function kindsOf(ground: ReportGround, bodies: ReadonlySet<string>, records: readonly StandingRecord[]): readonly ReportKind[] {
  const types = ground.statute.all("record-type").filter((type) => type.disclosure === "public" && bodies.has(bodyOf(type.id)));
  return types.map((type): ReportKind => {
    const own = records.filter((record) => record.type === type.id && isInPeriod(record, ground.period));
    const delivered = ground.deliveries.get(type.id) ?? null;
    return { id: type.id, names: plainNames(type.names), about: type.about, delivered, count: delivered === null && own.length === 0 ? null : own.length, records: own.map((record) => recordIn(ground, type, record)).sort(newestFirst) };
  });
}

/** By the day of its decision, else of the act; what states no day cannot be shut out of any period. */
function isInPeriod({ decidedOn, actedOn }: StandingRecord, { from, until }: ReportContent["period"]): boolean {
  const day = decidedOn ?? actedOn;
  return day === null || (from <= day && day < until);
}

function newestFirst(a: ReportRecord, b: ReportRecord): number {
  const [first, second] = [a.decidedOn ?? a.actedOn ?? "", b.decidedOn ?? b.actedOn ?? ""];
  return first === second ? b.position - a.position : first < second ? 1 : -1;
}

function recordIn({ registry }: ReportGround, type: RecordType, { decidedOn, actedOn, fields, position, publishedUntil, disputedSince: disputed }: StandingRecord): ReportRecord {
  const values = type.fields.flatMap(({ name, names }): ReportRecord["values"] => {
    const value = fields[name];
    return value === undefined ? [] : [{ names: plainNames(names), value: inBoth((language) => valueWords(registry, type.id, name, value, language)) }];
  });
  return { decidedOn, actedOn, values, position, publishedUntil, disputedSince: disputed };
}

interface Listed {
  readonly scene: Scene;
  readonly organisation: Organisation;
  readonly listings: readonly StandingListing[];
}

/** The lists the law publishes, whether or not the organisation stands on them. */
function listsOf(ground: ReportGround, bodies: ReadonlySet<string>, { scene, organisation, listings }: Listed): readonly ReportList[] {
  const unsure = new Set(listHits(scene, organisation).filter((hit) => hit.unsure.length > 0).flatMap(({ ref }) => ("list" in ref ? [ref.list] : [])));
  const lists = ground.statute.all("list").filter((list) => list.published && bodies.has(bodyOf(list.id)));
  return lists.map((list): ReportList => {
    const own = listings.filter((listing) => listing.list === list.id && isWithin(listing, ground.period));
    const edition = (scene.register.editions.get(list.id) ?? []).findLast((each) => each.asOf <= ground.clocks.on) ?? null;
    const kept = list.entailed !== undefined ? "byLaw" : list.holds === "kept" ? "here" : "editions";
    const known = own.length > 0 || (!unsure.has(list.id) && isKnown(ground, list, edition !== null));
    return {
      id: list.id, names: plainNames(list.names), colour: list.colour, owner: namesOf(ground, list.owner), kept, edition: edition === null ? null : { asOf: edition.asOf, inferred: edition.inferred },
      stale: list.freshForDays !== undefined && edition !== null && addDays(edition.asOf, list.freshForDays) <= ground.clocks.on, count: known ? own.length : null, listings: own.map((listing) => listingIn(ground, list, listing)),
    };
  });
}

/** Whether nobody's standing on it would be known: editions were handed in, an office of this register decides it, or the law itself makes it. */
function isKnown({ registry, authorities, clocks }: ReportGround, list: List, delivered: boolean): boolean {
  return delivered || list.entailed !== undefined || (list.holds === "kept" && [...authorities].some((authority) => mayList(registry.rulebook, list, authority, clocks.on)));
}

/** It stood on some day of the period. */
function isWithin({ effectiveFrom, end, stoppedOn }: StandingListing, { from, until }: ReportContent["period"]): boolean {
  return effectiveFrom < until && !(end.kind === "fixed" && end.until <= from) && !(stoppedOn !== null && stoppedOn <= from);
}

function listingIn(ground: ReportGround, list: List, { effectiveFrom, decidedOn, decidedBy, end, state, disputedSince: disputed, toGo }: StandingListing): ReportListing {
  return {
    from: effectiveFrom, decidedOn, decidedBy: decidedBy === null ? null : namesOf(ground, decidedBy), end, endWords: endWords(ground, list.id, end), stands: state === "stands", disputedSince: disputed, hasToGo: toGo !== null,
  };
}

function bindingOf(ground: ReportGround, all: AllThatBinds): ReportBinding {
  const { registry, clocks } = ground;
  const words = restrictionWords(registry.rulebook, clocks);
  const effectIn = (effect: AllThatBinds["effects"][number] | AllThatBinds["possible"][number]): ReportEffect => ({
    id: effect.measure, measure: namesOf(ground, effect.measure), authority: namesOf(ground, effect.authority), effects: "effect" in effect ? [effect.effect] : effect.effects, force: effect.force, acts: effect.acts.map(words.act),
    from: effect.from, end: effect.end, endWords: endWords(ground, listBehind(effect.because), effect.end), because: words.because(effect), exits: effect.exits.map(words.exit),
  });
  return {
    verdicts: all.verdicts, effects: all.effects.map(effectIn), possible: all.possible.map(effectIn), favours: all.favours.map(effectIn), missing: all.missing.map(words.missing), exits: all.exits.map(words.exit),
  };
}

function listBehind(because: AllThatBinds["effects"][number]["because"]): string {
  return "trigger" in because && "list" in because.trigger ? because.trigger.list : "";
}

function endWords({ registry }: ReportGround, list: string, end: End): Both | null {
  switch (end.kind) {
    case "fixed": case "notStated":
      return null;
    case "permanent":
      return inBoth((language) => endIn(registry, list, end, language).basis);
    case "untilDone": case "reviewFrom":
      return inBoth((language) => endIn(registry, list, end, language).what);
  }
}

function organisationIn(registry: Registry, { file, name, names, codes, attributes }: Organisation): ReportOrganisation {
  const { status, kind, legalForm, sector, region, address, country, establishedOn } = attributes;
  const fact = (what: ReportOrganisation["facts"][number]["what"], value: Names | undefined): ReportOrganisation["facts"] => (value === undefined ? [] : [{ what, value: { en: value.en, zh: value.zh ?? value.en } }]);
  const term = (taxonomy: "region" | "sector" | "legal-form" | "status", value: string | undefined): Names | undefined =>
    value === undefined ? undefined : (registry.rulebook.all("term").find((each) => each.taxonomy === taxonomy && each.value === value)?.names ?? { en: value });
  const as = (text: string | undefined): Names | undefined => (text === undefined || text === "" ? undefined : { en: text });
  return {
    file, name, otherNames: [...new Set(names.map(({ text }) => text))].filter((text) => text !== name), codes: codes.map(({ scheme, value }) => ({ scheme: plainNames(registry.rulebook.get("identifier", scheme)?.names ?? { en: scheme }), value })),
    facts: [
      ...fact("status", term("status", status)), ...fact("kind", term("legal-form", kind)), ...fact("legalForm", term("legal-form", legalForm)), ...fact("sector", term("sector", sector)), ...fact("region", term("region", region)),
      ...fact("address", as(address)), ...fact("country", as(country)), ...fact("establishedOn", as(establishedOn)),
    ],
  };
}

function namesOf({ registry }: ReportGround, id: LawId): Names {
  return plainNames(registry.rulebook.find(id)?.names ?? { en: id });
}

/** Both names, and no word on whose they are. */
function plainNames({ en, zh }: Names): Names {
  return { en: en.toWellFormed(), ...(zh === undefined ? {} : { zh: zh.toWellFormed() }) };
}

function inBoth(words: (language: "en" | "zh") => string): Both {
  return { en: words("en"), zh: words("zh") };
}

/** The rulebook that answered at a position; undefined where none was adopted by then. */
export async function rulebookAdoptedBy({ ledger }: Pick<Registry, "ledger">, known: Clocks["known"]): Promise<ReportContent["asOf"]["rulebook"] | undefined> {
  const last = (await ledger.read({ keys: [keyOf.rulebook], upTo: known })).at(-1);
  return last?.type === "RulebookAdopted" && last.body !== null ? last.body.hash : undefined;
}

