// Standing: everything about one organisation on a day: what is on file, what binds it for which act, what may, what favours it,
// how each listing ends, and what its criteria propose. The pages and `standing ORG` show it.
import { covers, err, ok, type End, type FileNumber, type LawId, type ListingId, type PlainDate, type RecordId, type Result } from "../domain/terms/index.ts";
import type { CodePart, FieldValues, NamePart, RowSource } from "../domain/events/index.ts";
import type { Act, Statute } from "../domain/rules/index.ts";
import { joinedFiles, mainName, organisationOf, relatedFiles, type Attributes, type ListingState, type Organisation, type Register } from "../domain/register/index.ts";
import { openValues, thingOfRecord } from "../domain/publication/index.ts";
import { assess, derive, listHits, listingUnderLaw, shortOf, type Answer, type AnsweredOrganisation, type AsOf, type Asker, type Assessment, type Derived, type EffectInForce, type EditionRef, type Scene, type Verdict } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { disputedSince } from "./disputed.ts";
import { answered, goneSince, newestFor } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { editionsOn, readOrganisation } from "./read.ts";
import { calendarOf, type Registry } from "./registry.ts";
import { resolveFile } from "./resolve-file.ts";
import { publicityOf, sceneOf } from "./scene.ts";
import { toGoIn, type ToGo } from "./what-has-to-go.ts";

export interface StandingRequest extends ClocksAsked {
  readonly organisation: string;
  /** Only this body of law, e.g. `cn`; default all that are loaded. */
  readonly body?: string;
}

export interface StandingListing {
  readonly listing: ListingId;
  readonly list: LawId;
  readonly holds: "reported" | "kept" | "entailed";
  readonly state: ListingState;
  readonly decidedBy: LawId | null;
  readonly decidedOn: PlainDate | null;
  readonly effectiveFrom: PlainDate;
  readonly end: End;
  readonly stoppedOn: PlainDate | null;
  readonly fields: FieldValues;
  readonly source: RowSource | null;
  readonly editionDay: PlainDate | null;
  readonly file: FileNumber | null;
  /** The steps before a listing of this register's own; null for what another body published. */
  readonly steps: { readonly noticeOn: PlainDate | null; readonly answeredOn: PlainDate | null; readonly answerUntil: PlainDate | null } | null;
  /** An objection to it runs since that day; null: none does. */
  readonly disputedSince: PlainDate | null;
  /** It has to go, because the act a record it rests on fell: by when, or null where the law states no time; null: it does not have to. */
  readonly toGo: { readonly lastDay: PlainDate | null; readonly provisional: boolean; readonly passed: boolean } | null;
}

export interface StandingRecord {
  readonly record: RecordId;
  readonly type: LawId;
  readonly fields: FieldValues;
  readonly decidedOn: PlainDate | null;
  readonly actedOn: PlainDate | null;
  readonly breach: string | null;
  readonly annulled: boolean;
  /** The first day on which the law no longer lets it be published; null where the law sets none. */
  readonly publishedUntil: PlainDate | null;
  readonly source: RowSource | null;
  readonly position: number;
  /** An objection to it runs since that day; null: none does. */
  readonly disputedSince: PlainDate | null;
}

/** One act, at one place where the act asks for one. */
export type ActStanding = Pick<Answer, "act" | "verdict" | "decision" | "effects" | "possible" | "favours" | "missing" | "exits" | "readings" | "stayed">;

export interface Standing {
  readonly organisation: AnsweredOrganisation & { readonly names: readonly (NamePart & { readonly source: RowSource | null })[]; readonly allCodes: readonly CodePart[]; readonly attributes: Attributes; readonly files: readonly FileNumber[] };
  readonly joins: readonly { readonly files: readonly FileNumber[]; readonly judgedBy: string; readonly score: number; readonly reasons: readonly { readonly part: string; readonly score: number; readonly because: string }[] }[];
  readonly related: readonly { readonly file: FileNumber; readonly relation: string; readonly name: string }[];
  readonly verdicts: { readonly bound: number; readonly undetermined: number; readonly clear: number };
  readonly acts: readonly ActStanding[];
  /** Aimed at office-holders: shown, never enforced. */
  readonly officeHolders: readonly EffectInForce[];
  readonly listings: readonly StandingListing[];
  readonly records: readonly StandingRecord[];
  readonly editions: readonly EditionRef[];
  /** What criteria propose to an office; the keeper sees it, the public does not. */
  readonly proposals: readonly Assessment[];
  /** What rests on a record whose act fell, and on which; the keeper sees it, the public what is marked in `listings`. */
  readonly toGo: readonly ToGo[];
  readonly asOf: AsOf;
}

export async function standingOf(registry: Registry, asker: Asker, request: StandingRequest): Promise<Result<Standing, Problem>> {
  const body = request.body ?? registry.rulebook.bodies[0] ?? "";
  const clocks = await readClocks(registry, request, `${body}:any` as LawId);
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const resolved = await resolveFile(registry, request.organisation, known);
  if (!resolved.ok) return resolved;
  if (resolved.value.kind === "code") return err(problem("organisation-not-found", `\`${resolved.value.value}\` is a valid code, but no organisation on this register has it`, "Nothing is on file about it; a check of one act answers `clear` with `onFile: false`."));
  const statute = registry.rulebook.on(law);
  const lists = statute.all("list").map((list) => list.id);
  const { register, organisation } = await readOrganisation(registry, resolved.value.file, lists, known);
  if (organisation === undefined) return err(problem("organisation-not-found", `file \`${resolved.value.file}\` was not on the register at position ${known}`, "Ask at a later position."));
  const newest = await newestFor(registry, asker, resolved.value.file, lists, known, register);
  if (!newest.files.has(organisation.file)) return err(goneSince(organisation.file));
  const scene = sceneOf(registry, asker, register, statute, on, newest);
  const acts = actsStanding(registry, scene, organisation, request.body);
  const standings = acts.map(({ standing }) => standing);
  const disputed = disputedSince(registry, register, organisation.file);
  const toGo = await toGoIn(registry, register, organisation.file, on);
  const who = whoItIs(registry, asker, register, organisation);
  const open = who.files;
  return ok({
    organisation: who,
    joins: register.joins.filter((join) => organisation.files.includes(join.files[0]) && join.files.every((file) => open.includes(file))).map(({ files, judgedBy, score, reasons }) => ({ files, judgedBy, score, reasons })),
    related: relatedFiles(register, organisation.files).map(({ file, relation }) => ({ file, relation, name: nameOf(register, file) })),
    verdicts: { bound: count(standings, "bound"), undetermined: count(standings, "undetermined"), clear: count(standings, "clear") },
    acts: standings,
    officeHolders: distinctEffects(acts.flatMap(({ derived }) => derived.officeHolders)),
    listings: listingsShown(asker, scene, organisation, { disputed, toGo }),
    records: recordsShown(asker, scene, organisation, disputed),
    editions: [...register.editions.values()].flat().map(({ edition, list, asOf, inferred }) => ({ edition, list, asOf, inferred })),
    proposals: asker.kind === "keeper" ? assess(scene, organisation) : [],
    toGo: asker.kind === "keeper" ? toGo : [],
    asOf: { on, law, known, rulebook: registry.rulebook.hash, by: "derive", editions: editionsOn(register, lists, on) },
  });
}

/** The organisation by names, codes and attributes, as far as the asker may know of them. */
export function whoItIs(registry: Registry, asker: Asker, register: Register, organisation: Organisation): Standing["organisation"] {
  const files = organisation.files.filter((file) => file === organisation.file || (register.files.get(file)?.sources ?? []).some((source) => mayName(registry, asker, source)));
  return { ...answered(organisation), names: namesWithSource(registry, asker, register, organisation), allCodes: organisation.codes, attributes: attributesFor(asker, organisation), files };
}

function actsOf(statute: Statute, body: string | undefined): readonly Act[] {
  return statute.all("act").filter((act) => body === undefined || act.id.startsWith(`${body}:`));
}

/** Where it stands in each act of the statute, or of one body of law, at each place the act knows. */
export function actsStanding(registry: Registry, scene: Scene, organisation: Organisation, body?: string): readonly ActDerived[] {
  return actsOf(scene.statute, body).flatMap((act) => actStandings(registry, scene, organisation, act));
}

/** An act's standing with all that was derived about it. */
export interface ActDerived {
  readonly standing: ActStanding;
  readonly derived: Derived;
}

function actStandings(registry: Registry, scene: Scene, organisation: Organisation, act: Act): readonly ActDerived[] {
  const places = act.where === "authority" && act.authorities.length > 0 ? act.authorities.map((authority) => ({ authority })) : [{}];
  return places.map((where) => {
    const derived = derive({ scene, organisation, find: (file) => organisationOf(scene.register, file), act, where, calendar: calendarOf(registry) });
    const at = "authority" in where ? `@${shortOf(scene.statute, where.authority)}` : "";
    const { verdict, decision, effects, possible, favours, missing, exits, readings, stayed } = derived;
    return { derived, standing: { act: `${act.id}${at}`, verdict, decision, effects, possible, favours, missing, exits, ...(readings === undefined ? {} : { readings }), ...(stayed === undefined ? {} : { stayed }) } };
  });
}

function count(acts: readonly ActStanding[], verdict: Verdict): number {
  return acts.filter((act) => act.verdict === verdict).length;
}

function distinctEffects(effects: readonly EffectInForce[]): readonly EffectInForce[] {
  return [...new Map(effects.map((effect) => [`${effect.measure} ${JSON.stringify(effect.because)}`, effect])).values()];
}

/** What procedures say of listings. */
export interface SaidOfListings {
  readonly disputed: ReadonlyMap<string, PlainDate>;
  readonly toGo: readonly ToGo[];
}

/** Its listings on the day, newest first, of those the viewer may see. */
export function listingsShown(viewer: Asker, scene: Scene, organisation: Organisation, { disputed, toGo }: SaidOfListings): readonly StandingListing[] {
  const onFile = organisation.listings.flatMap((each): StandingListing[] => {
    const listing = listingUnderLaw(scene, each);
    const list = scene.rulebook.get("list", each.list);
    if (list === undefined || scene.sight(list, listing) !== "shown") return [];
    return [{
      listing: listing.id, list: listing.list, holds: listing.holds, state: listing.state, decidedBy: listing.originator ?? list.owner, decidedOn: listing.decidedOn ?? null,
      effectiveFrom: listing.effectiveFrom, end: listing.end, stoppedOn: listing.stoppedOn ?? null, fields: openValues(viewer, list.fields, listing.fields), source: listing.source ?? null, editionDay: listing.editionDay ?? null, file: each.file, steps: each.holds === "kept" ? stepsBefore(scene.register, each.decided.matter) : null, disputedSince: disputed.get(listing.id) ?? null, toGo: markOf(listing.id, toGo),
    }];
  });
  const entailed = listHits(scene, organisation).flatMap((hit): StandingListing[] => hit.ref.kind !== "entailed" || hit.sight !== "shown" || hit.unsure.length > 0 ? [] : [{
    listing: hit.ref.listing, list: hit.ref.list, holds: "entailed", state: "stands", decidedBy: null, decidedOn: null, effectiveFrom: hit.from, end: hit.end, stoppedOn: null, fields: {}, source: null, editionDay: null, file: null, steps: null, disputedSince: null, toGo: null,
  }]);
  return [...onFile, ...entailed].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
}

/** By the earliest of the days by which a listing has to go. */
function markOf(id: ListingId, toGo: readonly ToGo[]): StandingListing["toGo"] {
  const first = toGo.find(({ thing }) => thing.kind === "listing" && thing.listing === id);
  return first === undefined ? null : { lastDay: first.due?.lastDay ?? null, provisional: first.due?.provisional === true, passed: first.due?.passed === true };
}

/** Its records on the day, of those the viewer may see. */
export function recordsShown(viewer: Asker, scene: Scene, organisation: Organisation, disputed: ReadonlyMap<string, PlainDate>): readonly StandingRecord[] {
  return organisation.records.flatMap((record): StandingRecord[] => {
    const type = scene.rulebook.get("record-type", record.type);
    if (type === undefined || scene.sightOfRecord(type, record) !== "shown" || !covers({ ...(record.decidedOn === undefined ? {} : { from: record.decidedOn }) }, scene.on)) return [];
    return [{ record: record.id, type: record.type, fields: openValues(viewer, type.fields, record.fields), decidedOn: record.decidedOn ?? null, actedOn: record.actedOn ?? null, breach: record.breach ?? null, annulled: record.annulled, publishedUntil: thingOfRecord(type, record, scene.on, publicityOf(scene.rulebook, record, scene.on).publicityEnds).publishedUntil ?? null, source: record.source ?? null, position: record.position, disputedSince: disputed.get(record.id) ?? null }];
  });
}

function stepsBefore(register: Register, matter: string): StandingListing["steps"] {
  const events = register.matters.get(matter) ?? [];
  const notice = events.find((event) => event.type === "NoticeIssued");
  const served = events.find((event) => event.type === "NoticeServed");
  const answer = events.find((event) => event.type === "DefenceReceived");
  return { noticeOn: notice?.body.issuedOn ?? null, answeredOn: answer?.body.receivedOn ?? null, answerUntil: served?.body.answerUntil ?? null };
}

/** Each name with a row that handed its file in, of those the asker may know of; what only others say comes last. */
function namesWithSource(registry: Registry, asker: Asker, register: Register, organisation: Organisation): Standing["organisation"]["names"] {
  const named = organisation.files.flatMap((file) => {
    const onFile = register.files.get(file);
    const source = onFile?.sources.find((each) => mayName(registry, asker, each)) ?? null;
    return (onFile?.names ?? []).map((name) => ({ ...name, source }));
  });
  const byName = new Map<string, (typeof named)[number]>();
  for (const name of named) {
    const before = byName.get(`${name.kind} ${name.text}`);
    if (before === undefined || (before.source === null && name.source !== null)) byName.set(`${name.kind} ${name.text}`, name);
  }
  return [...byName.values()];
}

/** Whether the asker may learn that a row stands in such a file: a row of a list or record the law keeps back betrays what it is about. */
function mayName(registry: Registry, asker: Asker, source: RowSource): boolean {
  const of = registry.rulebook.get("template", source.template)?.of;
  if (asker.kind === "keeper" || of === undefined || of.kind === "organisation") return true;
  return of.kind === "list" ? registry.rulebook.get("list", of.list)?.published === true : registry.rulebook.get("record-type", of.type)?.disclosure === "public";
}

function nameOf(register: Register, file: FileNumber): string {
  for (const each of joinedFiles(register, file)) {
    const onFile = register.files.get(each);
    if (onFile !== undefined) return mainName(onFile);
  }
  return file;
}

/** A mail address is for letters alone: only the keeper of the data sees it. */
function attributesFor({ kind }: Asker, { attributes }: Organisation): Attributes {
  const { email: _email, ...others } = attributes;
  return kind === "keeper" ? attributes : others;
}
