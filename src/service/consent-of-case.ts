// Consent of a case: what a case waits for from the office above the one that acts in it, or what that office said. Worklists, case pages and
// the question who may see a case are answered from here; whether consent is needed and possible is the deciders' (domain/cases).
import type { FileNumber, LawId, MatterId, Names, PlainDate } from "../domain/terms/index.ts";
import { valueOn, type Step } from "../domain/rules/index.ts";
import { consentAwaited, consentAwaitedInCase, hasSuperior } from "../domain/cases/index.ts";
import { lawAndClocks, readOffices } from "./case-ground.ts";
import { casesWhere, isOpen, type CaseInHand } from "./open-cases.ts";
import type { Registry } from "./registry.ts";

/** A step of an open case that asks for the consent of the office above. */
export interface ConsentOfCase {
  readonly step: string;
  readonly names: Names;
  /** The office that takes the step. */
  readonly office: FileNumber;
  /** The office above it; null: this register knows none. */
  readonly superior: { readonly file: FileNumber; readonly names: Names } | null;
  readonly state: "awaited" | "given" | "refused";
  /** Since when it is awaited; the day on which it was given or refused. */
  readonly since: PlainDate;
  readonly reason: string | null;
}

/** What is awaited, or else what was said last; null where nobody is asked, or the case is closed. */
export function consentOf(each: CaseInHand): ConsentOfCase | null {
  if (!isOpen(each)) return null;
  const awaited = awaitedIn(each);
  if (awaited !== undefined) {
    const office = each.ground.offices.get(awaited.office);
    const level = office === undefined ? undefined : each.ground.registry.rulebook.get("authority", office.authority)?.level;
    if (office === undefined || !hasSuperior({ level: level ?? "other", ...(office.superior === undefined ? {} : { superior: office.superior }) })) return null;
    return { step: awaited.step.id, names: awaited.step.names, office: office.file, superior: namedOffice(each, office.superior), state: "awaited", since: awaited.since, reason: null };
  }
  const last = each.state.consents.at(-1);
  const office = each.office;
  if (last === undefined || office === null) return null;
  const names = stepsOf(each).find(({ id }) => id === last.step)?.names ?? { en: last.step };
  return { step: last.step, names, office, superior: namedOffice(each, last.office), state: last.given ? "given" : "refused", since: last.on, reason: last.reason ?? null };
}

function namedOffice({ ground }: CaseInHand, file: FileNumber | undefined): ConsentOfCase["superior"] {
  return file === undefined ? null : { file, names: ground.offices.get(file)?.names ?? { en: file } };
}

interface Awaited {
  readonly step: Step;
  readonly since: PlainDate;
  readonly office: FileNumber;
}

function awaitedIn(each: CaseInHand): Awaited | undefined {
  const { ground } = each;
  if (each.kind === "listing") {
    const procedure = ground.registry.rulebook.get("list", each.state.list)?.procedure;
    const awaited = each.office === null ? undefined : consentAwaited(each.state, lawAndClocks(ground, procedure), ground.today);
    return awaited === undefined || each.office === null ? undefined : { ...awaited, office: each.office };
  }
  const awaited = consentAwaitedInCase(each.state, each.inLaw.progress);
  const office = awaited?.instance === 2 ? ground.offices.get(each.office)?.superior : each.office;
  return awaited === undefined || office === undefined ? undefined : { step: awaited.step, since: awaited.since, office };
}

function stepsOf(each: CaseInHand): readonly Step[] {
  if (each.kind === "procedure") return each.inLaw.governing.steps;
  const { rulebook } = each.ground.registry;
  const procedure = rulebook.get("procedure", rulebook.get("list", each.state.list)?.procedure ?? each.state.list);
  return procedure === undefined ? [] : (valueOn(procedure.steps, each.state.proposal.proposedOn) ?? []);
}

/** A case of an office below that waits for the consent of an office. */
export interface ConsentRow {
  readonly matter: MatterId;
  readonly purpose: string;
  readonly list: LawId | null;
  readonly procedure: LawId | null;
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  /** What the office below proposes; null: it proposes nothing by itself. */
  readonly outcome: "listed" | null;
  readonly step: string;
  readonly names: Names;
  readonly office: { readonly file: FileNumber; readonly names: Names };
  readonly since: PlainDate;
}

/** The cases that wait for an office's consent, the longest waiting first. */
export async function consentsAwaitedBy(registry: Registry, superior: FileNumber): Promise<readonly ConsentRow[]> {
  if (!registry.rulebook.all("procedure").some(({ steps }) => steps.some(({ value }) => value.some(({ superiorConsent }) => superiorConsent)))) return [];
  const offices = await readOffices(registry);
  const below = new Set([...offices.values()].filter((office) => office.superior === superior).map(({ file }) => file));
  // An appeal is decided by an office below that stands above the one that decided first.
  const first = new Set([...below, ...[...offices.values()].filter((office) => office.superior !== undefined && below.has(office.superior)).map(({ file }) => file)]);
  const cases = await casesWhere(registry, (_matter, events) => events.some((event) => (event.type === "ListingProposed" && event.office !== null && first.has(event.office)) || (event.type === "CaseOpened" && event.body !== null && first.has(event.body.office))));
  return cases.flatMap((each): ConsentRow[] => {
    const consent = consentOf(each);
    if (consent?.state !== "awaited" || consent.superior?.file !== superior) return [];
    return [consentRow(each, consent)];
  }).toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.matter < b.matter ? -1 : 1));
}

function consentRow(each: CaseInHand, { step, names, office, since }: ConsentOfCase): ConsentRow {
  const { ground, matter, state } = each;
  const list = each.kind === "listing" ? each.state.list : null;
  return {
    matter, purpose: each.kind === "listing" ? "listing" : each.inLaw.governing.procedure.purpose, list, procedure: each.kind === "listing" ? (ground.registry.rulebook.get("list", each.state.list)?.procedure ?? null) : each.state.procedure,
    organisation: { file: ground.organisation?.file ?? state.file, name: ground.organisation?.name ?? state.file }, outcome: each.kind === "listing" ? "listed" : null,
    step, names, office: { file: office, names: ground.offices.get(office)?.names ?? { en: office } }, since,
  };
}
