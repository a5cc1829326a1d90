// Foresee a listing: what would bind an organisation if a list took it on a day: a dry run. The listing is supposed beside what is on file
// (domain/restrictions/foresee.ts), and what the asker may not see stays unseen; nothing is stored.
import { err, ok, parseLawId, type Names, type Result } from "../domain/terms/index.ts";
import { foresee, type AnsweredOrganisation, type AsOf, type Asker, type Foreseen } from "../domain/restrictions/index.ts";
import { readClocks, type ClocksAsked } from "./clocks.ts";
import { organisationAsked } from "./organisation-asked.ts";
import { problem, type Problem } from "./problem.ts";
import { calendarOf, type Registry } from "./registry.ts";

export interface ForeseeRequest extends ClocksAsked {
  readonly organisation: string;
  readonly list: string;
}

export interface ListingForeseen extends Foreseen {
  readonly organisation: AnsweredOrganisation;
  readonly names: Names;
  readonly asOf: AsOf;
}

/** What a listing on the list, made on the day asked about, would bring. */
export async function foreseeListing(registry: Registry, asker: Asker, request: ForeseeRequest): Promise<Result<ListingForeseen, Problem>> {
  const id = parseLawId(request.list);
  const entry = id.ok ? registry.rulebook.get("list", id.value) : undefined;
  if (entry === undefined) return err(problem("law-entry-unknown", `\`${request.list}\` is no list of the law`, "`law show` without an id lists the lists in force."));
  const clocks = await readClocks(registry, request, entry.id);
  if (!clocks.ok) return clocks;
  const { on, law } = clocks.value;
  const statute = registry.rulebook.on(law);
  if (statute.get("list", entry.id) === undefined) return err(problem("law-entry-unknown", `the list \`${entry.id}\` is not in force on ${law}`, `It is in force from ${entry.from ?? "the beginning"}${entry.until === undefined ? "" : ` until ${entry.until}`}; choose another day.`));
  const found = await organisationAsked(registry, asker, request.organisation, clocks.value);
  if (!found.ok) return found;
  const { answered, asking: { scene, organisation }, asOf } = found.value;
  const foreseen = foresee({ rulebook: scene.rulebook, statute, register: scene.register, organisation: organisation.file, list: entry.id, on, calendar: calendarOf(registry), seen: scene });
  if (foreseen === undefined) return err(problem("organisation-not-found", `\`${request.organisation}\` is a valid code, but no organisation on this register has it`, "What a listing would bring follows from what is on file: name an organisation of this register."));
  return ok({ organisation: answered, names: entry.names, ...foreseen, asOf });
}
