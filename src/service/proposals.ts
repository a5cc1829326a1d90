// Proposals: organisations about whom records came in lately, for whom criteria of lists hold on which an office may list, and who neither stand
// on the list nor are about to. The register says what it sees; whether anything is proposed, and on which facts, an officer decides.
import { err, ok, parseFileNumber, parseLawId, type FileNumber, type LawId, type MatterId, type PlainDate, type RecordId, type Result } from "../domain/terms/index.ts";
import { caseOf, mayList } from "../domain/cases/index.ts";
import { valueOn, type List } from "../domain/rules/index.ts";
import { isKnown } from "../domain/register/index.ts";
import { assessOrganisations } from "./assess-organisations.ts";
import type { CaseAsks } from "./case-actions.ts";
import { readOffices } from "./case-ground.ts";
import { officeWithPosts, organisationOfFile, type OfficeWithPosts } from "./sign-in.ts";
import { problem, type Problem } from "./problem.ts";
import { timeZoneOf, today, type Registry } from "./registry.ts";

export interface Proposal {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly list: LawId;
  /** Ids of the criteria that hold. */
  readonly met: readonly string[];
  readonly records: readonly RecordId[];
  /** The day the newest record about it came in. */
  readonly since: PlainDate;
}

/** How far back the register looks, in positions of the ledger, and at how many organisations at most. */
const POSITIONS_BACK = 20_000;
const ORGANISATIONS_MAX = 60;

/** What the criteria propose to an office, for what it and the offices below it handed in; the newest first. */
export async function proposalsFor(registry: Registry, office: string): Promise<readonly Proposal[]> {
  const found = await officeWithPosts(registry, office);
  if (found === undefined) return [];
  const lately = await reportedLately(registry, found);
  const assessed = await assessOrganisations(registry, [...lately.keys()]);
  const closed = await casesOnLists(registry);
  const proposals = assessed.flatMap(({ file, assessments }) => assessments.filter(({ list, truth, listed }) => truth === "true" && !listed && onWhichMayList(registry, found, list)).map(({ list, met, records }) => ({ file, list, met, records })));
  const open = proposals.filter(({ file, list }) => {
    const before = closed.get(`${file} ${list}`);
    return before === undefined || (before.open === null && before.last < (lately.get(file)?.position ?? 0));
  });
  const named = await Promise.all(open.map(async ({ file, ...rest }) => ({ ...rest, organisation: (await organisationOfFile(registry, file)) ?? { file, name: file }, since: lately.get(file)?.day ?? today(registry) })));
  return named.toSorted((a, b) => (a.since > b.since ? -1 : a.since < b.since ? 1 : a.organisation.file < b.organisation.file ? -1 : 1));
}

export interface ProposalAsked {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly list: LawId;
  readonly met: readonly string[];
  readonly records: readonly RecordId[];
  /** A case about the same listing that is under way. */
  readonly underWay: MatterId | null;
  readonly listed: boolean;
  readonly mayList: boolean;
  /** What the law's step asks beside the facts. */
  readonly asks: CaseAsks;
  /** Which criteria govern hangs on the day of the act, which then has to be stated. */
  readonly asksActedOn: boolean;
}

/** What there is to propose one organisation for one list on; `met` is empty where no criterion holds. */
export async function proposalOf(registry: Registry, asked: { readonly office: string; readonly organisation: string; readonly list: string }): Promise<Result<ProposalAsked, Problem>> {
  const parsed = parseLawId(asked.list);
  const list = parsed.ok ? registry.rulebook.on(today(registry)).get("list", parsed.value) : undefined;
  if (list === undefined) return err(problem("law-entry-unknown", `the law in force knows no list \`${asked.list}\``, "Choose one of the lists shown.", { facts: { kind: "list", list: asked.list } }));
  const file = parseFileNumber(asked.organisation);
  const organisation = file.ok ? await organisationOfFile(registry, file.value) : undefined;
  if (organisation === undefined) return err(problem("organisation-not-found", `no organisation has the file number \`${asked.organisation}\``, "Search by name or code with `find`.", { facts: { kind: "file", file: asked.organisation } }));
  const office = await officeWithPosts(registry, asked.office);
  if (office === undefined) return err(problem("office-unknown", `\`${asked.office}\` is not an office of this register`, "Give the file number of an office that has been opened.", { facts: { kind: "office", office: asked.office } }));
  const [assessed] = await assessOrganisations(registry, [organisation.file]);
  const assessment = assessed?.assessments.find((each) => each.list === list.id);
  const before = (await casesOnLists(registry)).get(`${organisation.file} ${list.id}`);
  return ok({
    organisation, list: list.id, met: assessment?.truth === "true" ? assessment.met : [], records: assessment?.records ?? [], underWay: before?.open ?? null, listed: assessment?.listed === true, mayList: onWhichMayList(registry, office, list.id), asks: asksOfProposal(registry, list, office), asksActedOn: list.criteriaAnchor === "act",
  });
}

function asksOfProposal(registry: Registry, list: List, { posts }: OfficeWithPosts): CaseAsks {
  const procedure = list.procedure === undefined ? undefined : registry.rulebook.get("procedure", list.procedure);
  const step = (procedure === undefined ? [] : (valueOn(procedure.steps, today(registry)) ?? [])).find(({ kind }) => kind === "proposal");
  const carried = ["facts", "criteria", "records"];
  return {
    outcomes: [], states: (step?.states ?? []).filter((word) => !carried.includes(word)), officers: step?.officers ?? 1, legalReview: step?.legalReview === true, fields: [], attachments: false, posts,
  };
}

function onWhichMayList(registry: Registry, { authority }: Pick<OfficeWithPosts, "authority">, id: LawId): boolean {
  const list = registry.rulebook.get("list", id);
  return list !== undefined && list.holds === "kept" && mayList(registry.rulebook, list, authority, today(registry));
}

/** Organisations by the newest record that the office or one below it handed in about them. */
async function reportedLately(registry: Registry, { file }: OfficeWithPosts): Promise<ReadonlyMap<FileNumber, { readonly day: PlainDate; readonly position: number }>> {
  const below = await officesBelow(registry, file);
  const head = await registry.ledger.head();
  const events = await registry.ledger.read({ types: ["RecordReported"], ...(head > POSITIONS_BACK ? { after: Math.max(0, head - POSITIONS_BACK) as typeof head } : {}) });
  const lately = new Map<FileNumber, { readonly day: PlainDate; readonly position: number }>();
  for (const event of events.toReversed()) {
    const [about] = event.files;
    if (lately.size === ORGANISATIONS_MAX) break;
    if (about === undefined || event.office === null || !below.has(event.office) || lately.has(about)) continue;
    lately.set(about, { day: registry.clock.dayOf(event.recordedAt, timeZoneOf(registry, undefined)), position: event.position });
  }
  return lately;
}

async function officesBelow(registry: Registry, file: FileNumber): Promise<ReadonlySet<FileNumber>> {
  const offices = await readOffices(registry);
  const below = new Set<FileNumber>([file]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { file: each, superior } of offices.values()) {
      if (superior === undefined || below.has(each) || !below.has(superior)) continue;
      below.add(each);
      grown = true;
    }
  }
  return below;
}

/** By organisation and list: the case under way, and where the last one was begun or ended. */
async function casesOnLists(registry: Registry): Promise<ReadonlyMap<string, { readonly open: MatterId | null; readonly last: number }>> {
  const events = (await registry.ledger.read({ types: ["ListingProposed", "ListingDecided", "ProposalWithdrawn"] })).filter(isKnown);
  const cases = new Map<string, { readonly open: MatterId | null; readonly last: number }>();
  for (const [matter, own] of Map.groupBy(events, (event) => event.matter)) {
    const state = matter === null ? undefined : caseOf(matter, own);
    const last = own.at(-1)?.position ?? 0;
    if (matter === null || state === undefined || state.kind === "notBegun") continue;
    const key = `${state.file} ${state.list}`;
    const ended = own.some(({ type }) => type !== "ListingProposed");
    cases.set(key, { open: ended ? (cases.get(key)?.open ?? null) : matter, last: Math.max(last, cases.get(key)?.last ?? 0) });
  }
  return cases;
}
