// The office's desk: its worklist, the queue of releases it takes over, and many alike cases decided at once.
import { acknowledgeRelease, actOnCases, missedIn, officeNamed, casesToDecide, listingDraft, organisationOfFile, proposalsFor, today, worklistOf, type CaseRequest, type CaseToDecide, type Registry } from "../../service/index.ts";
import { deskDecidePage, deskOfficePage, deskReleasesPage, type DeskDecideModel, type DeskWrong } from "../portal/index.ts";
import { caseRow, consentRow, proposalRow, releaseRow } from "../models/desk-office-model.ts";
import { stepForm } from "../models/desk-case-model.ts";
import { askingOf, besideOf, decisionOutcome, lines, typedIn } from "../models/desk-commands.ts";
import { toGoRow } from "../models/to-go-rows.ts";
import { textOf, textsOf } from "../form.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem, wrongOf } from "./desk-case.ts";

export async function deskOffice({ registry, frame, who }: OfficeAsked): Promise<DeskReply> {
  const { file } = who.office;
  const worklist = await worklistOf(registry, file);
  if (!worklist.ok) return deskProblem({ frame }, worklist.error);
  const [proposals, deciding] = await Promise.all([proposalsFor(registry, file), casesToDecide(registry, { kind: "office", office: file, officers: [who.officer] })]);
  const office = await officeNamed(registry, file);
  const missed = office.ok ? await missedIn(registry, office.value) : [];
  const decidable = new Set(deciding.map(({ row }) => row.matter));
  const { cases, consents, releases, toGo } = worklist.value;
  return {
    status: 200,
    html: deskOfficePage(frame, {
      on: today(registry), cases: cases.map((row) => caseRow(row, decidable.has(row.matter))), consents: consents.map(consentRow), proposals: proposals.map((each) => proposalRow(registry, each)),
      toGo: toGo.map(toGoRow),
      missed: missed.map(({ file: organisation, name, procedure, year, lastDay }) => ({ organisation: { file: organisation, name }, procedure, year, lastDay })),
      releases: { open: releases.length, overdue: releases.filter(({ overdue }) => overdue).length },
    }),
  };
}

/** The queue of the consumers this office speaks for, what is late first. */
export async function deskReleases(asked: OfficeAsked): Promise<DeskReply> {
  const taken = Number.parseInt(asked.request.query["taken"] ?? "", 10);
  return releasesPage(asked, 200, { wrong: [], ...(Number.isSafeInteger(taken) && taken > 0 ? { taken } : {}) });
}

/** Takes over each release that was ticked; those that cannot be are said one by one. */
export async function deskTakeReleases(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, who, form, request } = asked;
  const chosen = textsOf(form, "release");
  if (chosen.length === 0) return releasesPage(asked, 422, { wrong: [{ code: "input-invalid", message: "no release was ticked", remedy: "Tick at least one first; nothing was written.", facts: { kind: "noRelease" } }] });
  const wrong: DeskWrong[] = [];
  for (const value of chosen) {
    const [consumer = "", ...key] = value.split(" ");
    const acknowledged = await acknowledgeRelease(registry, { by: who.office.file, officers: [who.officer], consumer, release: key.join(" ") });
    if (!acknowledged.ok) wrong.push(wrongOf(acknowledged.error));
  }
  if (wrong.length === 0) return { location: `/${request.language}/desk/office/releases?taken=${chosen.length}` };
  return releasesPage(asked, 409, { wrong, ...(chosen.length === wrong.length ? {} : { taken: chosen.length - wrong.length }) });
}

async function releasesPage({ registry, frame, who }: OfficeAsked, status: number, said: { readonly taken?: number; readonly wrong: readonly DeskWrong[] }): Promise<DeskReply> {
  const worklist = await worklistOf(registry, who.office.file);
  if (!worklist.ok) return deskProblem({ frame }, worklist.error);
  const waiting = worklist.value.releases;
  const names = await namesOf(registry, waiting.flatMap(({ files }) => files));
  const rows = waiting.map((each) => releaseRow(each, names)).toSorted((a, b) => ((a.takeOverBy ?? "9999") < (b.takeOverBy ?? "9999") ? -1 : 1));
  return { status, html: deskReleasesPage(frame, { ...said, rows }) };
}

async function namesOf(registry: Registry, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const file of new Set(files)) names.set(file, (await organisationOfFile(registry, file))?.name ?? file);
  return names;
}

/** The form for the cases that were ticked. */
export async function deskDecide(asked: OfficeAsked): Promise<DeskReply> {
  const cases = await chosenCases(asked);
  return { status: 200, html: deskDecidePage({ ...asked.frame, query: {} }, await decideModel(asked, cases, { decided: [] })) };
}

/** Decides all of them in one append; those that are refused come back with why and with what was typed. */
export async function deskDecideAll(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, who, form } = asked;
  const cases = await chosenCases(asked);
  const again = async (status: number, wrong: DeskWrong): Promise<DeskReply> => ({ status, html: deskDecidePage(asked.frame, { ...(await decideModel(asked, cases, { decided: [] })), wrong }) });
  if (cases.length === 0) return { status: 409, html: deskDecidePage(asked.frame, await decideModel(asked, cases, { decided: [] })) };
  const outcome = decisionOutcome(form);
  if (!outcome.ok) return again(422, outcome.error);
  const beside = besideOf(form);
  if (!beside.ok) return again(422, beside.error);
  const asking = askingOf(who, form);
  const requests: CaseRequest[] = [];
  for (const { row } of cases) {
    const draft = await listingDraft(registry, { list: row.list ?? "", file: row.organisation.file });
    if (!draft.ok) return again(409, wrongOf(draft.error));
    requests.push({
      by: who.office.file, officers: asking.kind === "office" ? asking.officers : [],
      command: { type: "DecideListing", matter: row.matter, outcome: outcome.value, reasons: textOf(form, `reasons:${row.matter}`), basis: draft.value.basis, conditions: lines(textOf(form, "conditions")), ...beside.value },
    });
  }
  const results = await actOnCases(registry, requests);
  const wrong = new Map(results.flatMap((result, index) => (result.ok ? [] : [[cases[index]?.row.matter ?? "", wrongOf(result.error)] as const])));
  const decided = cases.filter(({ row }) => !wrong.has(row.matter));
  return { status: wrong.size === 0 ? 200 : 409, html: deskDecidePage({ ...asked.frame, query: {} }, await decideModel(asked, cases.filter(({ row }) => wrong.has(row.matter)), { decided, wrong })) };
}

async function chosenCases({ registry, who, form }: OfficeAsked): Promise<readonly CaseToDecide[]> {
  const chosen = textsOf(form, "matter");
  return chosen.length === 0 ? [] : (await casesToDecide(registry, { kind: "office", office: who.office.file, officers: [who.officer] })).filter(({ row }) => chosen.includes(row.matter));
}

/** Only outcomes that every one of them may have; whatever one of them asks for, the form asks for. */
async function decideModel({ who, form }: OfficeAsked, cases: readonly CaseToDecide[], said: { readonly decided: readonly CaseToDecide[]; readonly wrong?: ReadonlyMap<string, DeskWrong> }): Promise<DeskDecideModel> {
  const asks = cases.map((each) => each.asks);
  const common = {
    outcomes: (asks[0]?.outcomes ?? []).filter((outcome) => asks.every(({ outcomes }) => outcomes.includes(outcome))), states: [...new Set(asks.flatMap(({ states }) => states))], officers: Math.max(0, ...asks.map(({ officers }) => officers)),
    legalReview: asks.some(({ legalReview }) => legalReview), fields: [], attachments: false, posts: asks[0]?.posts ?? [],
  };
  return {
    decided: said.decided.map(({ row }) => caseRow(row, false)),
    cases: cases.map(({ row }) => {
      const wrong = said.wrong?.get(row.matter);
      return { row: caseRow(row, true), reasons: textOf(form, `reasons:${row.matter}`), ...(wrong === undefined ? {} : { wrong }) };
    }),
    form: stepForm(common, { typed: typedIn(form), hearing: false, officer: who.officer }),
  };
}
