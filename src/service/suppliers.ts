// Suppliers: a whole list at once: which organisations it means, and how each stands on a day, in one act or by the gravest state of all. What
// is not on file is said to be just that, and never clear. Nothing that was handed in is kept.
import { err, ok, type FileNumber, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import type { Answer, Asker } from "../domain/restrictions/index.ts";
import { checkOrganisation } from "./check-organisation.ts";
import { ORGANISATION_STATES, stateIn, type OrganisationState, type StateInActs } from "./filter-organisations.ts";
import { issueReceipt, receiptLine, type Answered } from "./make-receipt.ts";
import { matchSuppliers, type MatchedSupplier } from "./match-suppliers.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";
import { standingsOf } from "./standings.ts";
import type { SupplierRow } from "./supplier-rows.ts";

export interface SuppliersRequest {
  readonly rows: readonly SupplierRow[];
  /** `cn:act` or `mdb:act@ebrd`; absent: the gravest state over all acts that count. */
  readonly act?: string;
  /** The acts that count where none is asked; absent: all. */
  readonly acts?: ReadonlySet<string>;
  readonly chosen?: ReadonlyMap<number, FileNumber>;
  readonly on: PlainDate;
  readonly law: PlainDate;
  readonly known: Position;
}

/** A row with the state of its organisation; without one where it is held, not on file or refused, or was not on file at the clocks asked. */
export type SupplierStanding = MatchedSupplier & { readonly stands?: StateInActs; readonly answer?: Answer };

export interface Suppliers {
  /** In the order handed in. */
  readonly rows: readonly SupplierStanding[];
  readonly counts: Readonly<Record<MatchedSupplier["kind"], number>> & { readonly states: Readonly<Record<OrganisationState, number>> };
  readonly act: string | null;
  readonly asOf: { readonly on: PlainDate; readonly law: PlainDate; readonly known: Position; readonly rulebook: string };
}

const FILES_EACH = 100;

export async function suppliersOf(registry: Registry, asker: Asker, request: SuppliersRequest): Promise<Result<Suppliers, Problem>> {
  const { act, on, law, known } = request;
  const matched = await matchSuppliers(registry, request.rows, await registry.ledger.head(), request.chosen);
  const files = [...new Set(matched.flatMap((row) => (row.kind === "matched" ? [row.organisation.file] : [])))];
  const stands = act === undefined ? ok(await overAllActs(registry, asker, files, request)) : await inOneAct(registry, asker, files, { act, on, law, known });
  if (!stands.ok) return stands;
  const rows = matched.map((row): SupplierStanding => ({ ...row, ...(row.kind === "matched" ? stands.value.get(row.organisation.file) : {}) }));
  return ok({ rows, counts: countsOf(rows), act: act ?? null, asOf: { on, law, known, rulebook: registry.rulebook.hash } });
}

interface Stand {
  readonly stands: StateInActs;
  readonly answer?: Answer;
}

async function overAllActs(registry: Registry, asker: Asker, files: readonly FileNumber[], { acts, on, law, known }: SuppliersRequest): Promise<ReadonlyMap<FileNumber, Stand>> {
  const found = new Map<FileNumber, Stand>();
  for (let from = 0; from < files.length; from += FILES_EACH) {
    const standings = await standingsOf(registry, asker, { files: files.slice(from, from + FILES_EACH), on, law, known });
    for (const [file, standing] of standings) found.set(file, { stands: stateIn(standing.acts.filter(({ act }) => acts?.has(act) !== false)) });
  }
  return found;
}

/** An act that is not of the law is a problem of the whole, also where no row came to an organisation. */
async function inOneAct(registry: Registry, asker: Asker, files: readonly FileNumber[], { act, on, law, known }: { readonly act: string; readonly on: PlainDate; readonly law: PlainDate; readonly known: Position }): Promise<Result<ReadonlyMap<FileNumber, Stand>, Problem>> {
  const found = new Map<FileNumber, Stand>();
  if (!registry.rulebook.on(law).all("act").some(({ id }) => id === act.split("@")[0])) return err(problem("act-unknown", `\`${act}\` is no act of the law of ${law}`, "Choose an act of the law, such as `law show` lists them."));
  for (const file of files) {
    const answer = await checkOrganisation(registry, asker, { organisation: file, act, on, law, known: String(known) });
    if (!answer.ok && answer.error.code === "organisation-not-found") continue;
    if (!answer.ok) return answer;
    found.set(file, { stands: stateIn([answer.value]), answer: answer.value });
  }
  return ok(found);
}

function countsOf(rows: readonly SupplierStanding[]): Suppliers["counts"] {
  const of = (kind: MatchedSupplier["kind"]): number => rows.filter((row) => row.kind === kind).length;
  const states = ORGANISATION_STATES.map((state) => [state, rows.filter(({ stands }) => stands?.state === state).length] as const);
  return { matched: of("matched"), held: of("held"), absent: of("absent"), refused: of("refused"), states: { bound: 0, undetermined: 0, may: 0, favoured: 0, clear: 0, ...Object.fromEntries(states) } };
}

/** One signed receipt for the lot, a line a row in the order handed in: the answer, or why there is none. An act has to have been asked. */
export async function receiptOfSuppliers(registry: Registry, asker: Asker, { rows, act, asOf }: Suppliers): Promise<Result<string, Problem>> {
  if (act === null) return err(problem("input-invalid", "a receipt is of the answers to one act, and none was asked", "Choose an act and ask again."));
  const lines: string[] = [];
  for (const row of rows) lines.push(await receiptLine(registry, await answeredOf(registry, asker, row, { act, on: asOf.on, law: asOf.law, known: String(asOf.known) })));
  return issueReceipt(registry, asker, lines);
}

async function answeredOf(registry: Registry, asker: Asker, row: SupplierStanding, asked: { readonly act: string; readonly on: string; readonly law: string; readonly known: string }): Promise<Answered> {
  switch (row.kind) {
    case "matched": {
      const organisation = row.organisation.file;
      return { asked: { organisation, ...asked }, said: row.answer === undefined ? err({ code: "organisation-not-found", message: `file \`${organisation}\` was not on the register at position ${asked.known}` }) : ok(row.answer) };
    }
    case "held":
      return { asked: { organisation: row.asked.code ?? row.asked.name ?? "", ...asked }, said: err({ code: "organisation-ambiguous", message: `row ${row.row}: it could mean ${row.candidates.length === 1 ? "an organisation that does not agree with it in everything" : "several organisations"}, and nobody has chosen` }) };
    case "absent": {
      // Of a code that is not on file a check says so itself.
      const organisation = row.asked.code ?? row.asked.name ?? "";
      const answer = row.asked.code === undefined ? undefined : await checkOrganisation(registry, asker, { organisation, ...asked });
      return { asked: { organisation, ...asked }, said: answer?.ok === true ? answer : err({ code: "organisation-not-found", message: `row ${row.row}: nothing is on file here under this name or code` }) };
    }
    case "refused":
      return { asked: undefined, said: err({ code: row.why === "person" ? "not-an-organisation" : "input-invalid", message: `row ${row.row} was refused` }) };
  }
}

/** The answer as JSON has it. */
export function suppliersJson({ rows, counts, act, asOf }: Suppliers): object {
  const brief = ({ file, name, codes }: { readonly file: FileNumber; readonly name: string; readonly codes: readonly { readonly scheme: string; readonly value: string }[] }): object => ({ file, name, codes: codes.map(({ scheme, value }) => ({ scheme, value })) });
  return {
    act, counts, asOf,
    rows: rows.map((row): object => {
      if (row.kind === "refused") return { row: row.row, is: row.kind, why: row.why };
      const base = { row: row.row, is: row.kind, asked: row.asked };
      if (row.kind === "absent") return base;
      if (row.kind === "held") return { ...base, why: row.why, candidates: row.candidates.map(({ organisation, ...how }) => ({ ...brief(organisation), ...how })) };
      const { stands } = row;
      return { ...base, organisation: brief(row.organisation), by: row.by, ...(row.score === undefined ? {} : { score: row.score, reasons: row.reasons }), otherName: row.otherName, ...(stands === undefined ? { onFileThen: false } : { state: stands.state, ...(act === null ? { acts: stands.acts } : {}), earliest: stands.earliest }) };
    }),
  };
}
