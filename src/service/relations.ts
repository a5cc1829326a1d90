// Relations: whom one organisation belongs to and who belongs to it, two levels up and two down, each with its state: branches, subsidiaries and
// what is controlled, as they are on file on the day. Organisations alone: a natural person who owns one is on no file of this register.
import { ok, type FileNumber, type PlainDate, type Result } from "../domain/terms/index.ts";
import { joinedFiles, keyOf, type Register, type Relation } from "../domain/register/index.ts";
import type { Asker, AsOf } from "../domain/restrictions/index.ts";
import { stateIn, type OrganisationState } from "./filter-organisations.ts";
import type { Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";
import { standingOf, type Standing, type StandingRequest } from "./standing.ts";
import { standingsOf, type BriefStanding } from "./standings.ts";

/** At most so many on a level; there may be more. */
const RELATIVES_MAX = 60;
const LEVELS = 2;

export interface Relative {
  readonly organisation: Pick<Standing["organisation"], "file" | "name" | "names" | "codes">;
  readonly relation: Relation["relation"];
  /** The organisation it has the relation with: of an owner the one that is owned, of a branch the one it belongs to. */
  readonly with: FileNumber;
  readonly since: PlainDate | null;
  /** The gravest over the acts that count. */
  readonly state: OrganisationState;
}

export interface Relations {
  readonly organisation: Pick<Standing["organisation"], "file" | "name" | "names" | "codes">;
  /** Level by level, the nearest first: those it belongs to, and those that belong to it. */
  readonly above: readonly (readonly Relative[])[];
  readonly below: readonly (readonly Relative[])[];
  /** A level has more than is told. */
  readonly more: boolean;
  readonly asOf: AsOf;
}

/** The relations of one organisation as an asker may see it. Problems are those of its standing. */
export async function relationsOf(registry: Registry, asker: Asker, request: StandingRequest): Promise<Result<Relations, Problem>> {
  const standing = await standingOf(registry, asker, request);
  return standing.ok ? ok(await relationsFrom(registry, asker, standing.value)) : standing;
}

/** @param acts the acts that count for a state; absent: all */
export async function relationsFrom(registry: Registry, asker: Asker, { organisation, asOf }: Standing, acts?: ReadonlySet<string>): Promise<Relations> {
  const own = await readClosure(registry, organisation.files.map(keyOf.file), asOf.known);
  const asked = { asker, acts, asOf, own };
  const [above, below] = [await levels(registry, asked, organisation, "above"), await levels(registry, asked, organisation, "below")];
  const { file, name, names, codes } = organisation;
  return { organisation: { file, name, names, codes }, above: above.levels, below: below.levels, more: above.more || below.more, asOf };
}

interface Asked {
  readonly asker: Asker;
  readonly acts: ReadonlySet<string> | undefined;
  readonly asOf: AsOf;
  /** What leads from and to the organisation itself: most have no relations, and nothing more is read. */
  readonly own: Register;
}

async function levels(registry: Registry, { asker, acts, asOf, own }: Asked, start: Standing["organisation"], way: "above" | "below"): Promise<{ readonly levels: readonly (readonly Relative[])[]; readonly more: boolean }> {
  const found: (readonly Relative[])[] = [];
  // By each of its files the organisation they are; who was met once is not met again, however relations run in a circle.
  let named = new Map(start.files.map((file) => [file, start.file ?? file]));
  const met = new Set<FileNumber>();
  let more = false;
  for (let level = 0; level < LEVELS && named.size > 0; level += 1) {
    const register = level === 0 ? own : await readClosure(registry, [...named.keys()].map(keyOf.file), asOf.known);
    const here = new Map([...named].flatMap(([each, head]) => joinedFiles(register, each).map((file) => [file, head] as const)));
    for (const file of here.keys()) met.add(file);
    const edges = register.relations.filter((edge) => holdsOn(edge, asOf.on)).map((edge) => ({ edge, near: way === "above" ? edge.from : edge.to, far: way === "above" ? edge.to : edge.from }));
    const next = edges.filter(({ near, far }) => here.has(near) && !met.has(far));
    if (next.length === 0) break;
    const told = next.slice(0, RELATIVES_MAX);
    more ||= next.length > told.length;
    const standings = await standingsOf(registry, asker, { files: [...new Set(told.map(({ far }) => far))], on: asOf.on, law: asOf.law, known: asOf.known });
    const relatives = told.flatMap(({ edge, near, far }): readonly Relative[] => {
      const standing = standings.get(far);
      return standing === undefined ? [] : [relativeOf(standing, edge, here.get(near) ?? near, acts)];
    });
    if (relatives.length > 0) found.push([...new Map(relatives.map((each) => [`${each.organisation.file} ${each.with} ${each.relation}`, each])).values()]);
    named = new Map([...standings].map(([file, { organisation }]) => [file, organisation.file ?? file]));
  }
  return { levels: found, more };
}

function holdsOn({ since, until }: Relation, on: PlainDate): boolean {
  return (since === undefined || since <= on) && (until === undefined || on < until);
}

function relativeOf({ organisation: { file, name, names, codes }, acts: all }: BriefStanding, { relation, since }: Relation, beside: FileNumber, acts: ReadonlySet<string> | undefined): Relative {
  return { organisation: { file, name, names, codes }, relation, with: beside, since: since ?? null, state: stateIn(all.filter(({ act }) => acts?.has(act) !== false)).state };
}
