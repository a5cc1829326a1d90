// Law mutation: how many figures of the law its worked examples pin down. Reads the files the rulebook in use was adopted from, as the
// register keeps them; writes nothing.
import { err, ok, parseLawId, type LawId, type LocatedDocument, type Result } from "../domain/terms/index.ts";
import { loadLaw, type LoadedLaw } from "../domain/rules/index.ts";
import { lint, mutateLaw as mutated, mutationReport, type MutationOptions, type MutationReport } from "../domain/survey/index.ts";
import { readYaml } from "../intake/index.ts";
import type { LawFile } from "./open-registry.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface MutationRequest extends Pick<MutationOptions, "sample" | "progress"> {
  readonly list?: string;
  readonly entry?: string;
}

export async function mutateLaw(registry: Registry, { list, entry, ...options }: MutationRequest): Promise<Result<MutationReport, Problem>> {
  const { ledger, rulebook, digest } = registry;
  const kept = await ledger.keptRulebook(rulebook.hash);
  if (kept === null) return err(problem("rulebook-unknown", `the files of the rulebook \`${rulebook.hash}\` are not kept here`, "Start once with the law's folder, so that its files are kept with the rulebook."));
  const law = loadedFrom(kept.files, digest);
  if (law === undefined) return err(problem("law-unreadable", "the files of the rulebook in use cannot be read again", "Adopt the law anew with this program."));
  const wanted = [wantedId(law, "list", list), wantedId(law, "entry", entry)];
  for (const each of wanted) if (!each.ok) return each;
  const [onList, onEntry] = wanted.map((each) => (each.ok ? each.value : undefined));
  return ok(mutationReport(mutated(law, { ...options, ...(onList === undefined ? {} : { list: onList }), ...(onEntry === undefined ? {} : { entry: onEntry }), lint })));
}

function loadedFrom(files: readonly LawFile[], digest: Registry["digest"]): LoadedLaw | undefined {
  const documents = files.flatMap((file): readonly LocatedDocument[] => {
    const read = readYaml(file.path, file.text);
    return read.ok ? [read.value] : [];
  });
  const loaded = loadLaw(documents, digest);
  return loaded.ok && documents.length === files.length ? loaded.value : undefined;
}

/** The entry an option means, one about persons too; nothing where the option is not given. */
function wantedId({ rulebook }: LoadedLaw, what: "list" | "entry", text: string | undefined): Result<LawId | undefined, Problem> {
  if (text === undefined) return ok(undefined);
  const id = parseLawId(text);
  const entry = id.ok ? (rulebook.find(id.value) ?? rulebook.people.find((each) => each.id === id.value)) : undefined;
  if (entry === undefined || (what === "list" && entry.kind !== "list")) return err(problem("law-entry-unknown", `\`${text}\` is no ${what} of the law`, "`law show` without an id lists the kinds and ids."));
  return ok(entry.id);
}
