// Deadlines: what an office or an organisation has to do by when, as rows; as a calendar they are in desk-calendar.ts.
import { ok, parseFileNumber, type FileNumber, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Asking } from "./asking.ts";
import { readOffices } from "./case-ground.ts";
import { openCases, type Due } from "./open-cases.ts";
import { organisationDues, type OrganisationDesk } from "./organisation-desk.ts";
import type { Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { organisationOnFile } from "./sign-in.ts";
import { whatHasToGo, type ToGo } from "./what-has-to-go.ts";

export interface Deadlines {
  readonly of: { readonly file: FileNumber; readonly names: Names };
  /** Whose calendar it is. */
  readonly asking: Asking;
  readonly on: PlainDate;
  /** In cases, each with the organisation the case is about; what comes first at the top. */
  readonly due: readonly (Due & { readonly organisation: string })[];
  /** What an organisation owes every year. */
  readonly duties: OrganisationDesk["duties"];
  /** What rests on a record whose act fell: of an office what it has to end, of an organisation what is on its file. */
  readonly toGo: readonly ToGo[];
}

/** What is due in the cases of an office, or of an organisation with what it owes beside them. */
export async function deadlinesOf(registry: Registry, text: string): Promise<Result<Deadlines, Problem>> {
  const on = today(registry);
  const file = parseFileNumber(text);
  const office = file.ok ? (await readOffices(registry)).get(file.value) : undefined;
  if (office !== undefined) {
    const due = (await openCases(registry, office.file)).flatMap(({ due: own, ground }) => own.map((each) => ({ ...each, organisation: ground.organisation?.name ?? each.file })));
    return ok({ of: { file: office.file, names: office.names }, asking: { kind: "office", office: office.file, officers: [] }, on, due: due.toSorted(byDay), duties: [], toGo: await whatHasToGo(registry, { kind: "office", office: office.file }) });
  }
  const found = await organisationOnFile(registry, text);
  if (!found.ok) return found;
  const dues = await organisationDues(registry, found.value.file);
  if (!dues.ok) return dues;
  const { name, due, duties, toGo } = dues.value;
  return ok({ of: { file: found.value.file, names: { en: name, zh: name } }, asking: { kind: "organisation", file: found.value.file }, on, due: due.map((each) => ({ ...each, organisation: name })).toSorted(byDay), duties, toGo });
}

function byDay(a: Due, b: Due): number {
  return a.until < b.until ? -1 : a.until > b.until ? 1 : a.matter < b.matter ? -1 : 1;
}
