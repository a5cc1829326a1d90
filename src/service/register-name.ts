// The register's name: of the model jurisdiction that of its invented nation, of a register of real lists nothing but what it is.
import { bodyOf, type Names } from "../domain/terms/index.ts";
import type { Registry } from "./registry.ts";

export interface RegisterName {
  readonly name: Names;
  /** Present in the model jurisdiction: the name of the invented nation. */
  readonly model?: { readonly nation: Names };
}

/** @param model whether the data are the model jurisdiction's */
export function registerName(registry: Pick<Registry, "rulebook">, model: boolean): RegisterName {
  const nation = nationOf(registry);
  if (!model || nation === undefined) return { name: { en: "Public credit register", zh: "公共信用登记册" } };
  return { name: { en: `Public credit register of ${nation.en}`, zh: `${nation.zh ?? nation.en}公共信用登记册` }, model: { nation } };
}

/** The invented nation is the region that lies in no other, of the body of law that only the model jurisdiction has. */
function nationOf({ rulebook }: Pick<Registry, "rulebook">): Names | undefined {
  return rulebook.all("term").find((term) => term.taxonomy === "region" && term.parent === undefined && rulebook.bodyFacts.get(bodyOf(term.id))?.extends !== undefined)?.names;
}
