// Listing draft: what an office need not write itself when it proposes, notifies or decides: the list's legal basis in force, and everything
// that would follow for this organisation under every memorandum in force (domain/restrictions/foresee.ts).
import { covers, err, ok, parseLawId, type FileNumber, type LawId, type PlainDate, type Result } from "../domain/terms/index.ts";
import { valueOn, type Interval, type List } from "../domain/rules/index.ts";
import type { StatedBasis } from "../domain/cases/index.ts";
import { foresee, type Foreseen } from "../domain/restrictions/index.ts";
import { groundOf } from "./case-ground.ts";
import { problem, type Problem } from "./problem.ts";
import { todayFor, type Registry } from "./registry.ts";

export interface ListingDraft {
  readonly list: LawId;
  readonly basis: readonly StatedBasis[];
  readonly foreseen: Foreseen;
  /** Measures the notice tells as consequences: those that would bind, may be decided, or hang on a fact nobody handed in. */
  readonly consequences: readonly LawId[];
  /** The time to answer that the law gives. */
  readonly answer: Interval | null;
}

/** What the law itself says of a listing of this organisation, were it made today. */
export async function listingDraft(registry: Registry, { list: id, file }: { readonly list: string; readonly file: FileNumber }): Promise<Result<ListingDraft, Problem>> {
  const parsed = parseLawId(id);
  const list = parsed.ok ? registry.rulebook.get("list", parsed.value) : undefined;
  if (list === undefined) return err(problem("law-entry-unknown", `the law in use knows no list \`${id}\``, "`law show` lists what it knows.", { facts: { kind: "list", list: id } }));
  const on = todayFor(registry, list.id);
  const { register } = await groundOf(registry, file, on);
  const foreseen = foresee({ rulebook: registry.rulebook, statute: registry.rulebook.on(on), register, organisation: file, list: list.id, on });
  if (foreseen === undefined) return err(problem("thing-unknown", `\`${file}\` is not on file, or the list \`${id}\` is not in force`, "Give the file number of an organisation and a list in force.", { facts: { kind: "draft", file, list: id } }));
  const { binding, possible, officeHolders, open } = foreseen;
  return ok({ list: list.id, basis: statedBasisOf(registry, list, on), foreseen, consequences: [...new Set([...binding, ...possible, ...officeHolders, ...open].map(({ measure }) => measure))], answer: answerTimeOf(registry, list, on) });
}

/** The list's own instruments that are in force on the day. */
export function statedBasisOf({ rulebook }: Registry, list: List, on: PlainDate): readonly StatedBasis[] {
  return list.basis.flatMap(({ instrument, article }) => {
    const known = rulebook.get("instrument", instrument);
    return known === undefined || !covers(known, on) ? [] : [{ instrument, ...(article === undefined ? {} : { article }) }];
  });
}

function answerTimeOf({ rulebook }: Registry, list: List, on: PlainDate): Interval | null {
  const procedure = list.procedure === undefined ? undefined : rulebook.get("procedure", list.procedure);
  return (procedure === undefined ? [] : (valueOn(procedure.steps, on) ?? [])).find((step) => step.kind === "defence")?.within ?? null;
}
