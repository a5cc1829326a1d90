// Opening: reads the law, opens the ledger, adopts the rulebook where it is another than the last. Called by main.ts.
import { err, ok, type Digest, type Finding, type Result } from "../domain/terms/index.ts";
import { loadRulebook, type Rulebook } from "../domain/rules/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { readYaml } from "../intake/index.ts";
import { appendEvents } from "./append.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface LawFile {
  readonly path: string;
  readonly text: string;
}

/** The files of the law as a rulebook, or everything that is wrong with them at once. */
export function readLaw(files: readonly LawFile[], digest: (text: string) => Digest): Result<Rulebook, readonly Finding[]> {
  const read = files.map((file) => readYaml(file.path, file.text));
  const findings = read.flatMap((result) => (result.ok ? [] : result.error));
  const loaded = loadRulebook(read.flatMap((result) => (result.ok ? [result.value] : [])), digest);
  if (loaded.ok && findings.length === 0) return loaded;
  return err([...findings, ...(loaded.ok ? [] : loaded.error)]);
}

/** The law, or the problem to show. */
export function requireLaw(files: readonly LawFile[], digest: (text: string) => Digest): Result<Rulebook, Problem> {
  if (files.length === 0) return err(problem("law-unreadable", "there is no file of the law; nothing was started", "Name the folder that holds it in PROBITY_LAW, or leave PROBITY_LAW out for the law that comes with the program."));
  const law = readLaw(files, digest);
  if (law.ok) return ok(law.value);
  return err(problem("law-unreadable", `the law files have ${law.error.length} finding${law.error.length === 1 ? "" : "s"}; nothing was started`, "Mend what stands below; a running registry goes on with the law it has.", { findings: law.error }));
}

/** Records which rulebook answers from now on, once for each change. */
export async function adoptRulebook(registry: Registry): Promise<void> {
  const adopted = await registry.ledger.read({ keys: [keyOf.rulebook] });
  const last = adopted.at(-1);
  if (last?.type === "RulebookAdopted" && last.body?.hash === registry.rulebook.hash) return;
  await appendEvents(registry, { batch: null, drafts: [{ type: "RulebookAdopted", body: { hash: registry.rulebook.hash, bodies: registry.rulebook.bodies } }] });
}

