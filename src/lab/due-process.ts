// Due process: what organisations ask and offices open of themselves in the model's year, the course of those cases day by day, and the
// releases that consumers take over. All through the verbs; what may be asked is asked of the desk first.
import { addDays, type FileNumber, type LawId, type MatterId, type PlainDate, type RecordId } from "../domain/terms/index.ts";
import type { CaseAbout, EventDraft, FieldValues, Told } from "../domain/events/index.ts";
import type { ApplicationPurpose } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import { RELEASES, acknowledgeReleases, actOnProcedure, asksAbout, caseOfMatter, passDay, type Acknowledging, type ProcedureRequest } from "../service/index.ts";
import { Agenda } from "./agenda.ts";
import { turnOf } from "./case-course.ts";
import { workingDays, type Workbench } from "./case-steps.ts";
import { ASKED } from "./case-words.ts";
import { chanceOf } from "./chance.ts";
import { evidenceOf } from "./evidence.ts";
import { officeFor } from "./ground.ts";

/** Something an organisation means to ask, or an office to open, on a day. */
export type Wish =
  | { readonly by: "organisation"; readonly file: FileNumber; readonly about: CaseAbout; readonly purpose: ApplicationPurpose; readonly procedure?: LawId; readonly words?: string; readonly fields?: FieldValues }
  | { readonly by: "office"; readonly office: FileNumber; readonly file: FileNumber; readonly about: CaseAbout; readonly purpose: ApplicationPurpose; readonly procedure: LawId; readonly statement: string; readonly fields?: FieldValues };

export interface Docket {
  readonly bench: Workbench;
  readonly until: PlainDate;
  readonly wishes: Agenda<Wish>;
  readonly turns: Agenda<MatterId>;
  readonly acknowledgements: Agenda<Omit<Acknowledging, "releases" | "consumer"> & { readonly release: string; readonly consumer: LawId }>;
  /** Days on which something ends by itself: those are passed on the day. */
  readonly ends: Set<PlainDate>;
  /** Which office handed a record in. */
  readonly reporters: Map<RecordId, FileNumber>;
  /** Records that a case put on file, rather than a sheet. */
  readonly foundByCase: Set<RecordId>;
  /** Listings and records that a case was opened about, or that are gone: an office opens none of its own about them. */
  readonly touched: Set<string>;
  /** What an office opens it opens once about one organisation. */
  readonly opened: Set<string>;
  toldUpTo: number;
  /** What has been told since it was looked at last, for who waits for it. */
  readonly onTold: (told: Told, day: PlainDate) => void;
  readonly onActed: (events: readonly EventDraft[], day: PlainDate) => void;
  readonly refusals: string[];
  readonly count: (what: string) => void;
  readonly regionOf: (file: FileNumber) => string | undefined;
}

const PER_THOUSAND = { evidence: 350, appealed: 300, acknowledgedLate: 60, neverAcknowledged: 15 } as const;
/** Days between two looks at what ended by itself; the days of known Ends come on top. */
const PASSED_EVERY = 7;

/** Remembers what an event leaves nothing to open about. */
export function touch({ touched }: Docket, event: EventDraft): void {
  if (event.type === "ListingRemoved") touched.add(event.body.listing);
  if (event.type === "RecordCorrected" || event.type === "RecordRepaired") touched.add(event.body.record);
  if (event.type === "CaseOpened" && event.body.about.kind === "listing") touched.add(event.body.about.listing);
  if (event.type === "CaseOpened" && event.body.about.kind === "record") touched.add(event.body.about.record);
}

/** One day of all cases that are no listings. */
export async function runDocket(docket: Docket, day: PlainDate, passed: number): Promise<void> {
  for (const wish of docket.wishes.takeDue(day)) await fulfil(docket, wish, day);
  for (const matter of docket.turns.takeDue(day)) await takeTurn(docket, matter, day);
  if (passed % PASSED_EVERY === 0 || docket.ends.has(day) || day === docket.until) await passDay(docket.bench.registry, day);
  await hearTold(docket, day);
  await acknowledge(docket, day);
}

async function fulfil(docket: Docket, wish: Wish, day: PlainDate): Promise<void> {
  const request = wish.by === "office" ? openingBy(docket, wish) : await askBy(docket, wish, day);
  if (request !== undefined) await act(docket, request, day);
}

function openingBy({ opened, touched }: Docket, { office, file, about, purpose, procedure, statement, fields }: Extract<Wish, { readonly by: "office" }>): ProcedureRequest | undefined {
  const key = JSON.stringify([procedure, about, about.kind === "organisation" ? file : ""]);
  if (opened.has(key) || (about.kind === "listing" && touched.has(about.listing)) || (about.kind === "record" && touched.has(about.record))) return undefined;
  opened.add(key);
  return { by: { kind: "office", office, officers: ["handler-1", "handler-2"] }, command: { type: "OpenCase", file, about, purpose, procedure, statement, ...(fields === undefined ? {} : { fields }) } };
}

/** An organisation asks what its desk says can be asked; what opens later it asks then. */
async function askBy(docket: Docket, wish: Extract<Wish, { readonly by: "organisation" }>, day: PlainDate): Promise<ProcedureRequest | undefined> {
  const { bench: { registry, seed } } = docket;
  const { file, about, purpose, fields } = wish;
  const found = await asksAbout(registry, file, about, purpose);
  const asks = found.ok ? found.value : [];
  const chance = chanceOf(seed, "ask", file, JSON.stringify(about), purpose);
  const possible = asks.filter(({ allowed }) => allowed);
  if (possible.length === 0) {
    const [opens] = asks.flatMap(({ exit }) => (exit?.earliest !== undefined && exit.earliest > day ? [exit.earliest] : [])).toSorted();
    if (opens !== undefined) docket.wishes.add(addDays(opens, chance.between(1, 20)), wish);
    return undefined;
  }
  const { exit } = chance.oneOf(possible);
  const evidence = about.kind !== "organisation" && chance.happens(PER_THOUSAND.evidence) ? evidenceOf(registry, chance) : undefined;
  return {
    by: { kind: "organisation", file },
    command: {
      type: "OpenCase", file, about, purpose, statement: wish.words ?? chance.oneOf(ASKED[about.kind === "join" ? "join" : purpose] ?? []),
      ...(exit === undefined ? {} : { exit: exit.exit }), ...(wish.procedure === undefined ? {} : { procedure: wish.procedure }), ...(fields === undefined ? {} : { fields }), ...(evidence === undefined ? {} : { attachments: evidence.attachments }),
    },
    ...(evidence === undefined ? {} : { contents: evidence.contents }),
  };
}

async function takeTurn(docket: Docket, matter: MatterId, day: PlainDate): Promise<void> {
  const found = await caseOfMatter(docket.bench.registry, matter);
  const turn = found.ok && found.value.kind === "procedure" ? turnOf(docket.bench, found.value, day) : undefined;
  if (turn !== undefined) await act(docket, turn.request, day);
}

async function act(docket: Docket, request: ProcedureRequest, day: PlainDate): Promise<void> {
  const { bench } = docket;
  const acted = await actOnProcedure(bench.registry, request);
  if (!acted.ok) {
    docket.refusals.push(`${acted.error.message} [${acted.error.citation ?? acted.error.code}]`);
    return;
  }
  docket.onActed(acted.value.events, day);
  await plan(docket, acted.value.matter, day);
}

/** What comes next in the case; from one that turned the organisation down it may go to the office above. */
async function plan(docket: Docket, matter: MatterId, day: PlainDate): Promise<void> {
  const { bench } = docket;
  const found = await caseOfMatter(bench.registry, matter);
  if (!found.ok || found.value.kind !== "procedure") throw new Error(`assertion failed: a case that was acted on can be read: ${matter}`);
  const { state, inLaw: { progress, governing: { procedure } } } = found.value;
  const turn = turnOf(bench, found.value, day);
  if (turn !== undefined) docket.turns.add(turn.on, matter);
  else if ((progress.phase === "refused" || progress.phase === "notAccepted") && procedure.purpose !== "appeal" && state.openedBy === "organisation") {
    const chance = chanceOf(bench.seed, "appeal", matter);
    if (chance.happens(PER_THOUSAND.appealed)) docket.wishes.add(addDays(day, chance.between(3, 30)), { by: "organisation", file: state.file, about: { kind: "matter", matter }, purpose: "appeal" });
  }
}

/** What was told is put before those who take it over. */
async function hearTold(docket: Docket, day: PlainDate): Promise<void> {
  const { bench } = docket;
  const told = await bench.registry.ledger.toldAfter(docket.toldUpTo, 100_000);
  docket.toldUpTo = told.at(-1)?.sequence ?? docket.toldUpTo;
  for (const each of told) {
    docket.onTold(each, day);
    const { consumers } = each.detail;
    if (!RELEASES.includes(each.what) || !Array.isArray(consumers)) continue;
    for (const consumer of consumers) plannedAcknowledgement(docket, each, consumer as LawId, day);
  }
}

function plannedAcknowledgement({ bench, acknowledgements, regionOf }: Docket, { key, files: [file] }: Told, consumer: LawId, day: PlainDate): void {
  const office: OpenOffice | undefined = officeFor(bench.ground, consumer, (file === undefined ? undefined : regionOf(file)) ?? "");
  const chance = chanceOf(bench.seed, "acknowledge", key, consumer);
  if (office === undefined || chance.happens(PER_THOUSAND.neverAcknowledged)) return;
  acknowledgements.add(workingDays(bench, day, chance.happens(PER_THOUSAND.acknowledgedLate) ? chance.between(5, 15) : chance.between(0, 2)), { by: office.file, officers: ["handler-1"], release: key, consumer });
}

async function acknowledge({ acknowledgements, bench, refusals, count }: Docket, day: PlainDate): Promise<void> {
  const due = acknowledgements.takeDue(day);
  if (due.length === 0) return;
  for (const own of Map.groupBy(due, ({ by, consumer }) => `${by} ${consumer}`).values()) {
    const [{ by, officers, consumer } = { by: "", officers: [], consumer: "" }] = own;
    const acknowledged = await acknowledgeReleases(bench.registry, { by, officers, consumer, releases: own.map(({ release }) => release) });
    if (!acknowledged.ok) refusals.push(acknowledged.error.message);
    for (const result of acknowledged.ok ? acknowledged.value : []) {
      if (result.ok) count("ReleaseAcknowledged");
      else refusals.push(result.error.message);
    }
  }
}
