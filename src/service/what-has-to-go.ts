// What has to go: what still rests on records whose act fell, for an office, for one organisation, or for all. Derived each time it is asked;
// worklists, desks, standings and deadlines show it, and passDay tells what has not gone in time.
import { bodyOf, type FileNumber, type PlainDate, type Position } from "../domain/terms/index.ts";
import type { Told } from "../domain/events/index.ts";
import { fallenRecords, idOfThing, thingsToGo, type ThingToGo } from "../domain/cases/index.ts";
import { isKnown, keyOf, organisationOf, type Register } from "../domain/register/index.ts";
import { groundIn, groundOf, lawAndClocks, readOffices, withAbove, type CaseGround } from "./case-ground.ts";
import type { PassedDays } from "./missed-duties.ts";
import { readClosure } from "./read.ts";
import { today, workdaysOf, type Registry } from "./registry.ts";

/** Something that has to go, with the organisation it lies with. */
export interface ToGo extends ThingToGo {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
}

/** Whose it is to end, on whose file it lies, or all there is. */
export type ToGoAsked =
  | { readonly kind: "office"; readonly office: FileNumber }
  | { readonly kind: "organisation"; readonly file: FileNumber }
  | { readonly kind: "all" };

/** What has to go on the day, what is due first at the top. */
export async function whatHasToGo(registry: Registry, asked: ToGoAsked, on: PlainDate = today(registry)): Promise<readonly ToGo[]> {
  switch (asked.kind) {
    case "organisation":
      return toGoOn(await groundOf(registry, asked.file, on));
    case "office":
      return (await everyToGo(registry, on)).filter(({ office }) => office === asked.office);
    case "all":
      return everyToGo(registry, on);
  }
}

/** The same of one organisation whose ground was read already. */
export function toGoOn(ground: CaseGround): readonly ToGo[] {
  const { registry, register, offices, organisation, files, today: on } = ground;
  if (organisation === undefined) return [];
  const { file, name } = organisation;
  return thingsToGo({
    register, files, offices, law: registry.rulebook, calendar: workdaysOf(registry), on,
    regionsOf: (office) => withAbove(registry.rulebook, office?.region), suspensionsOf: (procedure) => lawAndClocks(ground, procedure).suspensions ?? [],
  }).map((each) => ({ ...each, organisation: { file, name } }));
}

/** The same over a register as it was known, at no cost where no act fell. */
export async function toGoIn(registry: Registry, register: Register, file: FileNumber, on: PlainDate): Promise<readonly ToGo[]> {
  const files = organisationOf(register, file)?.files ?? [];
  return fallenRecords({ register, files, law: registry.rulebook, on }).length === 0 ? [] : toGoOn(groundIn(registry, register, await readOffices(registry), file, on));
}

const CHUNK = 100;

async function everyToGo(registry: Registry, on: PlainDate): Promise<readonly ToGo[]> {
  const files = await filesWithFallen(registry);
  if (files.length === 0) return [];
  const offices = await readOffices(registry);
  const found: ToGo[] = [];
  for (let index = 0; index < files.length; index += CHUNK) {
    const chunk = files.slice(index, index + CHUNK);
    const register = await readClosure(registry, chunk.map(keyOf.file));
    const grounds = new Map(chunk.map((file) => groundIn(registry, register, offices, file, on)).map((ground) => [ground.organisation?.file, ground]));
    for (const ground of grounds.values()) found.push(...toGoOn(ground));
  }
  // Files of one organisation may lie in two chunks.
  const once = new Map(found.map((each) => [keyOfToGo(each), each]));
  return [...once.values()].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Files on which a record was annulled, or an office opened a case about one. */
async function filesWithFallen(registry: Registry): Promise<readonly FileNumber[]> {
  const events = await registry.ledger.read({ types: ["RecordCorrected", "CaseOpened"] });
  const fallen = events.filter(isKnown).filter((event) => (event.type === "RecordCorrected" ? event.body.annulled : event.type === "CaseOpened" && event.body.by === "office" && event.body.about.kind === "record"));
  return [...new Set(fallen.flatMap((event) => event.files))];
}

function keyOfToGo({ fallen, thing }: ThingToGo): string {
  return `${fallen.record}:${idOfThing(thing)}`;
}

function orderOf(each: ToGo): string {
  return `${each.due?.until ?? "9999"} ${each.organisation.file} ${keyOfToGo(each)}`;
}

/** What has to be told of things that did not go in time. */
export async function toGoPassed(registry: Registry, passed: readonly PassedDays[], known: Position): Promise<readonly Omit<Told, "sequence">[]> {
  const last = new Map(passed.map(({ body, to }) => [body, to]));
  const latest = [...last.values()].sort().at(-1);
  return (await whatHasToGo(registry, { kind: "all" }, latest)).flatMap((each): Omit<Told, "sequence">[] => {
    const { procedure, step, due, fallen, thing, file, office } = each;
    const to = procedure === null ? undefined : last.get(bodyOf(procedure));
    if (procedure === null || step === null || due === null || to === undefined || to < due.until) return [];
    return [{
      key: `deadlinePassed:${procedure}:${keyOfToGo(each)}`, what: "deadlinePassed", files: [file], day: due.until, known, rulebook: registry.rulebook.hash,
      detail: { procedure, step: step.id, by: "office", lastDay: due.lastDay, fallen: fallen.record, fellOn: fallen.fellOn, ...toldOf(thing), ...(office === null ? {} : { office }), ...(due.provisional ? { provisional: true } : {}) },
    }];
  });
}

function toldOf(thing: ThingToGo["thing"]): Told["detail"] {
  switch (thing.kind) {
    case "listing":
      return { listing: thing.listing, matter: thing.matter };
    case "case":
      return { matter: thing.matter };
    case "record":
      return { record: thing.record };
  }
}
