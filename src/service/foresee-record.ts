// Foresee a record: what would follow if a record of a kind about an organisation were decided on the day asked about, and what the law of other
// years would have made of it: a dry run. The record is supposed beside what is on file (domain/restrictions/foresee-record.ts); nothing is
// stored, and what the asker may not see stays unseen.
import { err, ok, parseLawId, parsePlainDate, type Finding, type LawId, type Names, type PlainDate, type Result } from "../domain/terms/index.ts";
import type { FieldValues } from "../domain/events/index.ts";
import type { Field, RecordType } from "../domain/rules/index.ts";
import { countsOfForeseen, fieldsOfKind, foreseeRecord, kindsThatCount, type AnsweredOrganisation, type AsOf, type Asker, type ForeseenCounts, type KindOfRecord, type RecordForeseen, type SupposedRecord } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { readFields } from "./read-fields.ts";
import { calendarOf, type Registry } from "./registry.ts";
import { sceneOf } from "./scene.ts";

export interface PreflightRequest extends ClocksAsked {
  readonly organisation: string;
  /** The kind of record. */
  readonly type: string;
  /** What it states, as typed, by the name of the field; a field that is left out or empty is unknown. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The day of the act it is about; default the day asked about, on which it is decided. */
  readonly acted?: string;
}

/** What the law that stands for a year would have made of it. */
export interface RegimeForeseen {
  readonly names: Names;
  readonly law: PlainDate;
  /** Null where that law had no such kind of record. */
  readonly counts: ForeseenCounts | null;
  /** Lists whose criteria it would have met, then those the law itself would have added. */
  readonly lists: readonly LawId[];
}

export interface RecordPreflight extends RecordForeseen {
  readonly organisation: AnsweredOrganisation;
  readonly names: Names;
  readonly actedOn: PlainDate;
  readonly fields: FieldValues;
  readonly counts: ForeseenCounts;
  readonly regimes: readonly RegimeForeseen[];
  readonly asOf: AsOf;
}

/** What the record would bring, at the three clocks, and under the law of each regime. */
export async function preflightRecord(registry: Registry, asker: Asker, request: PreflightRequest): Promise<Result<RecordPreflight, Problem>> {
  const id = parseLawId(request.type);
  const type = id.ok ? registry.rulebook.get("record-type", id.value) : undefined;
  if (type === undefined) return err(problem("law-entry-unknown", `\`${request.type}\` is no kind of record of the law`, nearKinds(registry, request.type)));
  const clocks = await readClocks(registry, request, type.id);
  if (!clocks.ok) return clocks;
  const { on, law, known } = clocks.value;
  const statute = registry.rulebook.on(law);
  if (statute.get("record-type", type.id) === undefined) return err(problem("law-entry-unknown", `the law of ${law} knows no record \`${type.id}\``, `It is in force from ${type.from ?? "the beginning"}${type.until === undefined ? "" : ` until ${type.until}`}; choose another day.`));
  const stated = readStated(type, request, on);
  if (!stated.ok) return stated;
  const lists = statute.all("list").map((list) => list.id);
  const found = await organisationAsked(registry, asker, request.organisation, clocks.value, lists);
  if (!found.ok) return found;
  const { answered, asking: { scene, organisation }, asOf } = found.value;
  if (!answered.onFile) return err(problem("organisation-not-found", `\`${request.organisation}\` is a valid code, but no organisation on this register has it`, "What a record would bring follows from what is on file: name an organisation of this register."));
  const foreseen = foreseeRecord({ scene, organisation }, stated.value, calendarOf(registry));
  if (foreseen === undefined) throw new Error(`assertion failed: \`${type.id}\` is in force on ${law}`);
  const regimes = regimesFor(registry, type.id).map(({ names, law: day }): RegimeForeseen => {
    const then = sceneOf(registry, asker, scene.register, registry.rulebook.on(day), on, scene.newest?.register);
    const made = foreseeRecord({ scene: then, organisation }, stated.value, calendarOf(registry));
    return { names, law: day, counts: made === undefined ? null : countsOfForeseen(made), lists: made === undefined ? [] : [...made.proposals.map(({ list }) => list), ...made.direct.entailed] };
  });
  return ok({ organisation: answered, names: type.names, actedOn: stated.value.actedOn ?? on, fields: stated.value.fields, counts: countsOfForeseen(foreseen), ...foreseen, regimes, asOf: { ...asOf, known } });
}

const GIVEN = "field.";

/** What a query or a form gives of fields, as `field.kinds=closure`; a name may come several times, or its values with commas between. */
export function fieldsGiven(query: Readonly<Record<string, string | readonly string[] | undefined>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(query).flatMap(([name, value]) => (name.startsWith(GIVEN) && value !== undefined ? [[name.slice(GIVEN.length), [value].flat()] as const] : [])));
}

/** The kinds of record one may suppose under the law of a day, each with the fields its conditions read; those of some bodies of law. */
export function kindsToSuppose(registry: Registry, law: PlainDate, bodies: ReadonlySet<string>): readonly KindOfRecord[] {
  const inForce = registry.rulebook.on(law);
  // Fields another year's law reads are asked for too: its answer stands beside today's.
  return kindsThatCount(inForce).filter(({ type }) => bodies.has(bodyOf(type.id))).map(({ type }) => ({ type, fields: fieldsOfKind(registry.rulebook, type.id) }));
}

/** A kind the law has at some day, with its fields; undefined where it never had it. */
export function kindOfAnyDay({ rulebook }: Registry, text: string): KindOfRecord | undefined {
  const id = parseLawId(text);
  const type = id.ok ? rulebook.get("record-type", id.value) : undefined;
  return type === undefined ? undefined : { type, fields: fieldsOfKind(rulebook, type.id) };
}

function bodyOf(id: LawId): string {
  return id.slice(0, id.indexOf(":"));
}

/** The regimes of the body of law the kind belongs to, or of one it extends. */
function regimesFor({ rulebook }: Registry, id: LawId): readonly { readonly law: PlainDate; readonly names: Names }[] {
  const facts = rulebook.bodyFacts.get(bodyOf(id));
  const wider = facts?.extends === undefined ? undefined : rulebook.bodyFacts.get(facts.extends);
  return facts !== undefined && facts.regimes.length > 0 ? facts.regimes : (wider?.regimes ?? []);
}

function readStated(type: RecordType, { fields, acted }: PreflightRequest, on: PlainDate): Result<SupposedRecord, Problem> {
  const texts = new Map([...fields].map(([name, given]) => [name, type.fields.some((field) => field.name === name && field.type === "choices") ? given.flatMap((text) => text.split(",")) : given]));
  const findings = [...texts].flatMap(([name, given]) => given.filter((text) => text.trim() !== "").flatMap((text) => wrongWith(type, name, text.trim()) ?? []));
  if (findings.length > 0) return err(problem("input-invalid", findings.map(({ message }) => message).join("; "), findings.map(({ remedy }) => remedy).join(" "), { findings }));
  const flags = type.fields.filter((field) => field.type === "flag").flatMap(({ name }) => { const [first = ""] = texts.get(name) ?? []; return FALSE.has(first.trim()) ? [[name, false] as const] : []; });
  const read = readFields(type.fields.filter(({ name }) => !flags.some(([flag]) => flag === name)), texts);
  if (!read.ok) return read;
  const actedOn = acted === undefined || acted === "" ? ok(on) : parsePlainDate(acted);
  if (!actedOn.ok) return err(problem("day-invalid", actedOn.error, "Give the day of the act as YYYY-MM-DD."));
  if (actedOn.value > on) return err(problem("day-invalid", `the act of ${actedOn.value} comes after ${on}, the day of the decision about it`, "Give a day of the act that is not after the day asked about."));
  return ok({ type: type.id, fields: { ...read.value, ...Object.fromEntries(flags) }, on, actedOn: actedOn.value });
}

const TRUE: ReadonlySet<string> = new Set(["yes", "true"]);
const FALSE: ReadonlySet<string> = new Set(["no", "false"]);

/** What reading the value does not find by itself: a field there is none of, a word that is no choice. */
function wrongWith(type: RecordType, name: string, text: string): Finding | undefined {
  const field = type.fields.find((each) => each.name === name);
  const shown = text.slice(0, 60);
  if (field === undefined) return { code: "field-unknown", at: name, message: `a record \`${type.id}\` has no field \`${name.slice(0, 60)}\``, remedy: `It has ${type.fields.map((each) => each.name).join(", ")}.`, facts: { text: name.slice(0, 60) } };
  const facts = { text: shown, field: name, fieldZh: field.names.zh ?? name };
  const allowed = allowedFor(field);
  return allowed === undefined || allowed.includes(text) ? undefined : { code: "choice-unknown", at: field.names.en, message: `\`${shown}\` is none of the choices of \`${name}\``, remedy: `Write one of ${allowed.join(", ")}.`, facts };
}

function allowedFor({ type, choices }: Field): readonly string[] | undefined {
  if (type === "flag") return [...TRUE, ...FALSE];
  return type === "choice" || type === "choices" ? choices : undefined;
}

function nearKinds(registry: Registry, text: string): string {
  const slug = text.slice(text.indexOf(":") + 1).toLowerCase();
  const near = kindsThatCount(registry.rulebook).map(({ type }) => type.id).filter((id) => slug !== "" && id.includes(slug)).slice(0, 8);
  return near.length === 0 ? "`law show cn:administrative-penalty` is one; `/v1/law` lists every kind." : `Did you mean: ${near.join(", ")}?`;
}
