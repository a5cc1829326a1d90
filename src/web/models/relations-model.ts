// Relations to the drawing of owners and branches: names in the reader's language.
import type { Relations, Relative } from "../../service/index.ts";
import type { Language, RelationsView, RelativeView } from "../portal/index.ts";
import { namesFor } from "./answer-model.ts";

/** Undefined where nothing is on file. */
export function relationsView({ organisation, above, below, more }: Relations, language: Language): RelationsView | undefined {
  if (above.length + below.length === 0) return undefined;
  const level = (relatives: readonly Relative[]): readonly RelativeView[] => relatives.map((relative) => ({
    file: relative.organisation.file ?? "", name: namesFor(language, relative.organisation)[0], relation: relative.relation, with: relative.with, state: relative.state, ...(relative.since === null ? {} : { since: relative.since }),
  }));
  return { file: organisation.file ?? "", name: namesFor(language, organisation)[0], above: above.map(level), below: below.map(level), more };
}
