// Scoreboard: authorities measured by the register's own ledger over a span of days: notices, services, decisions and publications in time,
// decisions that did not stand, how long objections and repairs took, releases not taken over. Public: figures of offices, and of nobody else.
import { addDays, addYears, err, ok, parsePlainDate, type FileNumber, type LawId, type MatterId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import { factsOfCase, factsOfListing, factsOfRecords, figuresOf, type Figures, type Measuring, type ScoreFact } from "../domain/cases/index.ts";
import { replay, type OpenOffice, type Register } from "../domain/register/index.ts";
import { lawAndClocks, readOffices, withAbove } from "./case-ground.ts";
import { casesWhere, type CaseInHand } from "./open-cases.ts";
import { problem, type Problem } from "./problem.ts";
import { timeZoneOf, today, workdaysOf, type Registry } from "./registry.ts";
import { overdueByAuthority } from "./releases.ts";

export interface ScoreboardRequest {
  /** The first day; default a year before `until`. */
  readonly from?: string;
  /** The first day that is not counted any more; default tomorrow. */
  readonly until?: string;
}

export interface OfficeScore {
  /** Null: what was handed in without an office. */
  readonly office: { readonly file: FileNumber; readonly names: Names; readonly region: string | null } | null;
  readonly figures: Figures;
}

export interface AuthorityScore {
  readonly authority: LawId | null;
  readonly figures: Figures;
  /** What it has not taken over: waiting, and beyond the law's time, today. */
  readonly releases: { readonly open: number; readonly overdue: number; readonly oldest: PlainDate | null };
  readonly offices: readonly OfficeScore[];
}

export interface Scoreboard {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly on: PlainDate;
  readonly whole: Figures;
  readonly authorities: readonly AuthorityScore[];
}

const NO_RELEASES = { open: 0, overdue: 0, oldest: null } as const;

/** What the register can say of its authorities in a span of days; default the last year. */
export async function scoreboardOf(registry: Registry, request: ScoreboardRequest = {}): Promise<Result<Scoreboard, Problem>> {
  const on = today(registry);
  const until = dayAsked(request.until, addDays(on, 1));
  const from = until.ok ? dayAsked(request.from, addYears(until.value, -1)) : until;
  if (!until.ok || !from.ok) return err(problem("day-invalid", from.ok ? "the span has no last day" : from.error, "Write days as YYYY-MM-DD."));
  if (until.value <= from.value) return err(problem("day-invalid", `the span from ${from.value} until ${until.value} has no days`, "Let `until` lie after `from`."));
  return ok(await keptBoard(registry, { law: registry.rulebook, from: from.value, until: until.value, today: on }));
}

/** What was made of one state of a register: its events, what was told, the law and the day. */
interface BoardsKept {
  readonly state: string;
  readonly boards: Map<string, Promise<Scoreboard>>;
}

// Everybody asks for the same spans: as long as nothing new is on record, the board of a span is made once. An older state is forgotten.
const KEPT = new WeakMap<Registry["ledger"], BoardsKept>();
const SPANS_KEPT = 16;

async function keptBoard(registry: Registry, measuring: Measuring): Promise<Scoreboard> {
  const { ledger, rulebook } = registry;
  const state = [await ledger.head(), await ledger.toldHead(), rulebook.hash, measuring.today].join(" ");
  const found = KEPT.get(ledger);
  const boards = found?.state === state ? found.boards : new Map<string, Promise<Scoreboard>>();
  KEPT.set(ledger, { state, boards });
  const span = `${measuring.from} ${measuring.until}`;
  const known = boards.get(span);
  if (known !== undefined) return known;
  const [oldest] = boards.keys();
  if (oldest !== undefined && boards.size >= SPANS_KEPT) boards.delete(oldest);
  const board = measure(registry, measuring);
  boards.set(span, board);
  // What failed is not kept: whoever asks next tries again.
  board.catch(() => boards.delete(span));
  return board;
}

async function measure(registry: Registry, measuring: Measuring): Promise<Scoreboard> {
  const { from, until, today: on } = measuring;
  const offices = await readOffices(registry);
  const [facts, overdue] = await Promise.all([factsIn(registry, offices, measuring), overdueByAuthority(registry)]);
  const byAuthority = Map.groupBy(facts, ({ office }) => authorityOf(offices, office));
  const named = [...new Set<LawId | null>([...byAuthority.keys(), ...overdue.map(({ consumer }) => consumer)])];
  const authorities = named.map((authority): AuthorityScore => {
    const own = byAuthority.get(authority) ?? [];
    const { open, overdue: late, oldest } = overdue.find(({ consumer }) => consumer === authority) ?? { ...NO_RELEASES };
    return { authority, figures: figuresOf(own), releases: { open, overdue: late, oldest }, offices: [...Map.groupBy(own, ({ office }) => office)].map(([office, some]) => ({ office: officeNamed(offices, office), figures: figuresOf(some) })).toSorted(byOffice) };
  });
  return { from, until, on, whole: figuresOf(facts), authorities: authorities.toSorted((a, b) => ((a.authority ?? "~") < (b.authority ?? "~") ? -1 : 1)) };
}

function dayAsked(text: string | undefined, otherwise: PlainDate): Result<PlainDate, string> {
  return text === undefined || text === "" ? ok(otherwise) : parsePlainDate(text);
}

async function factsIn(registry: Registry, offices: Register["offices"], measuring: Measuring): Promise<readonly ScoreFact[]> {
  const cases = await casesWhere(registry, () => true);
  const overturned = new Set(cases.flatMap(overturnedBy));
  return [...cases.flatMap((each) => factsOf(each, overturned, measuring)), ...(await recordFacts(registry, offices, measuring))];
}

/** The matter whose decision an appeal turned over. */
function overturnedBy(each: CaseInHand): readonly MatterId[] {
  return each.kind === "procedure" && each.state.about.kind === "matter" && each.inLaw.progress.phase === "granted" ? [each.state.about.matter] : [];
}

function factsOf(each: CaseInHand, overturned: ReadonlySet<MatterId>, measuring: Measuring): readonly ScoreFact[] {
  const procedure = each.kind === "listing" ? each.ground.registry.rulebook.get("list", each.state.list)?.procedure : each.state.procedure;
  const { calendar, suspensions = [] } = lawAndClocks(each.ground, procedure);
  const clock = { calendar, suspensions };
  return each.kind === "listing" ? factsOfListing({ state: each.state, office: each.office, clock }, measuring) : factsOfCase({ state: each.state, inLaw: each.inLaw, clock }, overturned, measuring);
}

/** Records that reached the register in the span, batches taken back left out. */
async function recordFacts(registry: Registry, offices: Register["offices"], measuring: Measuring): Promise<readonly ScoreFact[]> {
  const { clock: time, ledger, rulebook } = registry;
  const zone = timeZoneOf(registry, undefined);
  const after = await ledger.positionBefore(time.startOf(measuring.from, zone));
  const events = await ledger.read({ types: ["RecordReported", "BatchReceived", "BatchWithdrawn"], after });
  const days = new Map(events.map(({ position, recordedAt }) => [position, time.dayOf(recordedAt, zone)]));
  const clock = { calendar: workdaysOf(registry) };
  const above = new Map<string | undefined, readonly string[]>();
  const measured = [...replay(events).records.values()].flatMap((record) => {
    const office = record.office === null ? undefined : offices.get(record.office);
    const regions = above.get(office?.region) ?? withAbove(rulebook, office?.region);
    above.set(office?.region, regions);
    const recordedOn = days.get(record.position);
    return recordedOn === undefined ? [] : [{ record, authority: office?.authority, regions, recordedOn, clock }];
  });
  return factsOfRecords(measured, measuring);
}

function authorityOf(offices: Register["offices"], office: FileNumber | null): LawId | null {
  return (office === null ? undefined : offices.get(office))?.authority ?? null;
}

function officeNamed(offices: ReadonlyMap<FileNumber, OpenOffice>, file: FileNumber | null): OfficeScore["office"] {
  const office = file === null ? undefined : offices.get(file);
  return office === undefined ? null : { file: office.file, names: office.names, region: office.region ?? null };
}

function byOffice(a: OfficeScore, b: OfficeScore): number {
  return (a.office?.file ?? "~") < (b.office?.file ?? "~") ? -1 : 1;
}
