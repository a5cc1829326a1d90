// Check: may this organisation do this act, where, on this day, under the law of that day, as known then? Reads the organisation's
// closure, derives, and words the answer when asked.
import { err, ok, parseFileNumber, parseLawId, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { Act, Statute } from "../domain/rules/index.ts";
import { readCode } from "../domain/identity/index.ts";
import { derive, explain, type Answer, type AnsweredOrganisation, type Asker, type Derived, type Where } from "../domain/restrictions/index.ts";
import { readClocks, type Clocks, type ClocksAsked } from "./clocks.ts";
import { underRulebook } from "./kept-rulebooks.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { schemesOf, type Registry } from "./registry.ts";

export interface CheckRequest extends ClocksAsked {
  readonly organisation: string;
  /** `cn:act` or `mdb:act@ebrd`. */
  readonly act: string;
  readonly where?: string;
  /** A hash, or the beginning of one, of a rulebook this registry was run by; default the one in use. */
  readonly rulebook?: string;
  readonly explain?: boolean;
}

/** Answers one check: from the index where there is one that can, else by deriving. Errors say what could not be found and list candidates. */
export async function checkOrganisation(inUse: Registry, asker: Asker, request: CheckRequest): Promise<Result<Answer, Problem>> {
  const indexed = request.rulebook === undefined ? await inUse.index?.check(asker, request) : undefined;
  if (indexed !== undefined && (request.explain !== true || indexed.asOf.by === "index")) return ok(request.explain === true ? { ...indexed, words: explain(indexed, inUse.rulebook) } : indexed);
  return deriveAnswer(inUse, asker, request);
}

/** The answer of the plain twin. */
async function deriveAnswer(inUse: Registry, asker: Asker, request: CheckRequest): Promise<Result<Answer, Problem>> {
  const under = await underRulebook(inUse, request.rulebook);
  if (!under.ok) return under;
  const registry = under.value;
  const asked = await readQuestion(registry, request);
  if (!asked.ok) return asked;
  const { act, statute, on, law, known } = asked.value;
  const where = await resolveWhere(registry, statute, act, asked.value.where);
  if (!where.ok) return where;
  const found = await organisationAsked(registry, asker, request.organisation, { on, law, known }, listsOf(statute, act.id));
  if (!found.ok) return found;
  const { asking, answered, asOf, keys } = found.value;
  const derived = derive({ ...asking, act, where: where.value });
  const answer = answerOf(registry, derived, answered, where.value.text === undefined ? act.id : `${act.id}@${where.value.text}`, asOf, request.explain === true);
  // A name may come to mean another without any of these keys.
  if (request.rulebook === undefined && request.explain !== true && isNumbered(registry, request.organisation)) inUse.index?.keep(asker, request, answer, keys);
  return ok(answer);
}

function isNumbered(registry: Registry, organisation: string): boolean {
  return parseFileNumber(organisation).ok || readCode(schemesOf(registry), organisation).ok;
}

function answerOf(registry: Registry, derived: Derived, organisation: AnsweredOrganisation, act: string, asOf: Answer["asOf"], wordy: boolean): Answer {
  const answer: Answer = {
    organisation, act, verdict: derived.verdict, decision: derived.decision, effects: derived.effects, possible: derived.possible, favours: derived.favours,
    spared: wordy ? derived.spared : [], missing: derived.missing, presumed: derived.presumed, exits: derived.exits, ...(derived.readings === undefined ? {} : { readings: derived.readings }), ...(derived.stayed === undefined ? {} : { stayed: derived.stayed }), asOf,
  };
  return wordy ? { ...answer, words: explain(answer, registry.rulebook) } : answer;
}

/** Lists whose listings may bear on an act: their editions are part of the answer. */
export function listsOf(statute: Statute, act: LawId): readonly LawId[] {
  return [...new Set(statute.measuresOn(act).flatMap((measure) => (measure.trigger.kind === "list" ? measure.trigger.lists : [])))].sort();
}

export interface AskedQuestion extends Clocks {
  readonly act: Act;
  readonly where: string | undefined;
  readonly statute: Statute;
}

/** Reads the act and the three clocks of a request. */
export async function readQuestion(registry: Registry, request: Omit<CheckRequest, "organisation">): Promise<Result<AskedQuestion, Problem>> {
  const [actText = "", ...rest] = request.act.split("@");
  const id = parseLawId(actText);
  if (!id.ok) return err(problem("act-unknown", id.error, "`law show` lists the acts one can ask about."));
  const clocks = await readClocks(registry, request, id.value);
  if (!clocks.ok) return clocks;
  const statute = registry.rulebook.on(clocks.value.law);
  const act = statute.get("act", id.value);
  if (act === undefined) return err(actUnknown(registry, id.value, clocks.value.law));
  return ok({ act, where: request.where ?? (rest.length > 0 ? rest.join("@") : undefined), statute, ...clocks.value });
}

function actUnknown(registry: Registry, id: LawId, law: PlainDate): Problem {
  const entry = registry.rulebook.get("act", id);
  if (entry !== undefined) return problem("act-unknown", `\`${id}\` is no act of the law of ${law}`, `It is in force from ${entry.from ?? "the beginning"}${entry.until === undefined ? "" : ` until ${entry.until}`}; choose another --law.`);
  const near = registry.rulebook.all("act").map((act) => act.id).filter((act) => act.startsWith(`${id.slice(0, id.indexOf(":"))}:`)).slice(0, 12);
  return problem("act-unknown", `\`${id}\` is not an act of the law`, near.length === 0 ? "`law show` lists the acts." : `Acts of this body of law: ${near.join(", ")}${near.length === 12 ? ", …" : ""}.`);
}

/** WHERE of design.md 6: an authority of the act's body (its id, short word or name), an office's file number, or a region's code. */
export async function resolveWhere(registry: Registry, statute: Statute, act: Act, text: string | undefined): Promise<Result<Where & { readonly text?: string }, Problem>> {
  if (text === undefined || text === "") return ok({});
  const body = act.id.slice(0, act.id.indexOf(":"));
  const wanted = text.toLowerCase();
  const authority = statute.all("authority").find((each) => each.id === text || each.id === `${body}:${wanted}` || (each.id.startsWith(`${body}:`) && each.short === wanted));
  if (authority !== undefined) {
    if (act.where === "authority" && act.authorities.length > 0 && !act.authorities.includes(authority.id)) return err(whereUnknown(act, text));
    return ok({ authority: authority.id, text: authority.short ?? authority.id.slice(authority.id.indexOf(":") + 1) });
  }
  const region = statute.all("term").find((term) => term.taxonomy === "region" && term.value === text);
  if (region !== undefined && act.where !== "authority") return ok({ region: region.value, text: region.value });
  const office = await resolveOffice(registry, text);
  if (office !== undefined) return ok({ authority: office.authority, ...(office.region === undefined ? {} : { region: office.region }), text: text.toUpperCase() });
  return err(whereUnknown(act, text));
}

async function resolveOffice(registry: Registry, text: string): Promise<{ readonly authority: LawId; readonly region?: string } | undefined> {
  const events = await registry.ledger.read({ keys: [`file:${text.toUpperCase()}`], types: ["OfficeOpened"] });
  const [event] = events;
  return event?.type === "OfficeOpened" && event.body !== null ? { authority: event.body.authority, ...(event.body.region === undefined ? {} : { region: event.body.region }) } : undefined;
}

function whereUnknown(act: Act, text: string): Problem {
  const known = act.authorities.map((id) => id.slice(id.indexOf(":") + 1)).join(", ");
  return problem("where-unknown", `\`${text}\` is not a place where \`${act.id}\` can be done`, known === "" ? "Give a region's code or an office's file number." : `Choose one of: ${known}.`);
}

