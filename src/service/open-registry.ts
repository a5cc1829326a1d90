// Opening: reads the law, from its compiled form where nothing has changed since; adopts the rulebook where it is another than the
// last, and keeps it. Called by main.ts.
import { err, ok, type Digest, type Finding, type Result } from "../domain/terms/index.ts";
import { loadRulebook, packRulebook, unpackRulebook, type Rulebook } from "../domain/rules/index.ts";
import { keyOf } from "../domain/register/index.ts";
import { readYaml } from "../intake/index.ts";
import { compiledKey, programFormat, readCompiled, readLawBytes, textOf, writeCompiled, type LawBytes, type LawFile } from "../store/index.ts";
import { appendEvents } from "./append.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export type { LawFile } from "../store/index.ts";
type DigestOf = (text: string) => Digest;

/** The files of the law as a rulebook, or everything that is wrong with them at once. */
export function readLaw(files: readonly LawFile[], digest: DigestOf): Result<Rulebook, readonly Finding[]> {
  const read = files.map((file) => readYaml(file.path, file.text));
  const findings = read.flatMap((result) => (result.ok ? [] : result.error));
  const loaded = loadRulebook(read.flatMap((result) => (result.ok ? [result.value] : [])), digest);
  if (loaded.ok && findings.length === 0) return loaded;
  return err([...findings, ...(loaded.ok ? [] : loaded.error)]);
}

/** The law, or the problem to show. */
export function requireLaw(files: readonly LawFile[], digest: DigestOf): Result<Rulebook, Problem> {
  if (files.length === 0) return err(problem("law-unreadable", "there is no file of the law", "Name the folder that holds it in PROBITY_LAW, or leave PROBITY_LAW out for the law that comes with the program."));
  const law = readLaw(files, digest);
  if (law.ok) return ok(law.value);
  return err(problem("law-unreadable", `the law files have ${law.error.length} finding${law.error.length === 1 ? "" : "s"}`, "Mend what stands below; a running registry goes on with the law it has.", { findings: law.error }));
}

/** A rulebook with the files it comes from. */
export interface OpenedLaw {
  readonly rulebook: Rulebook;
  readonly files: () => readonly LawFile[];
  /** Keeps what was compiled in a register's folder, if there is one, so that the next start finds it. */
  readonly keepCompiled: (dataDir: string) => void;
}

/** The law of a folder. Where `dataDir` holds what was compiled from just these files by just this program, that; else the files are read. */
export function openLaw(folder: string, dataDir: string | undefined, digest: DigestOf): Result<OpenedLaw, Problem> {
  const found = bytesIn(folder);
  if (!found.ok) return found;
  const bytes = found.value;
  const key = compiledKey(bytes);
  const files = (): readonly LawFile[] => bytes.map(textOf);
  const compiled = dataDir === undefined ? undefined : readCompiled(dataDir, key);
  const unpacked = compiled === undefined ? undefined : unpackRulebook(compiled);
  if (unpacked?.ok === true) return ok({ rulebook: unpacked.value, files, keepCompiled: () => {} });
  const read = requireLaw(files(), digest);
  if (!read.ok) return read;
  return ok({ rulebook: read.value, files, keepCompiled: (to) => writeCompiled(to, key, packRulebook(read.value)) });
}

/** A folder that is not there, or not ours to read, must not end a registry that runs. */
function bytesIn(folder: string): Result<readonly LawBytes[], Problem> {
  try {
    return ok(readLawBytes(folder));
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && typeof fault.code === "string")) throw fault;
    return err(problem("law-unreadable", `the law cannot be read: ${fault.message}`, "Check the folder named in PROBITY_LAW, or leave PROBITY_LAW out for the law that comes with the program."));
  }
}

/** Records which rulebook answers from now on, once for each change, and keeps it: questions can be asked under it for as long as the registry lives. */
export async function adoptRulebook(registry: Registry, files?: () => readonly LawFile[]): Promise<void> {
  const { ledger, rulebook } = registry;
  if (files !== undefined) await keepRulebook(registry, rulebook, files);
  const adopted = await ledger.read({ keys: [keyOf.rulebook] });
  const last = adopted.at(-1);
  if (last?.type === "RulebookAdopted" && last.body?.hash === rulebook.hash) return;
  await appendEvents(registry, { batch: null, drafts: [{ type: "RulebookAdopted", body: { hash: rulebook.hash, bodies: rulebook.bodies } }] });
}

async function keepRulebook({ ledger }: Registry, rulebook: Rulebook, files: () => readonly LawFile[]): Promise<void> {
  const [kept] = await ledger.rulebooksLike(rulebook.hash, 1);
  if (kept?.format === programFormat()) return;
  await ledger.keepRulebook({ hash: rulebook.hash, format: programFormat(), compiled: packRulebook(rulebook), files: files() });
}

/** A rulebook this registry was run by: as it was compiled, or read again from its files where another program compiled it. */
export async function restoreRulebook({ ledger }: Pick<Registry, "ledger">, hash: Digest): Promise<Result<Rulebook, Problem>> {
  const kept = await ledger.keptRulebook(hash);
  if (kept === null) return err(problem("rulebook-unknown", `the rulebook \`${hash}\` is not kept here`, "Answers can be had under every rulebook adopted since rulebooks are kept; this one was adopted before, or elsewhere."));
  const unpacked = kept.format === programFormat() ? unpackRulebook(kept.compiled) : undefined;
  if (unpacked?.ok === true) return ok(unpacked.value);
  // The hash it was adopted under stays its name, whatever this program would compute.
  const read = requireLaw(kept.files, () => hash);
  if (!read.ok) return err({ ...read.error, message: `the rulebook \`${hash}\` was kept by another version of this program, and this one cannot read it: ${read.error.message}`, remedy: "Ask with the program that adopted it." });
  await ledger.keepRulebook({ ...kept, format: programFormat(), compiled: packRulebook(read.value) });
  return read;
}

/** The rulebook adopted last, while the files of the law cannot be read. */
export async function lastAdopted(registry: Pick<Registry, "ledger">): Promise<Rulebook | undefined> {
  const adopted = await registry.ledger.read({ keys: [keyOf.rulebook] });
  const last = adopted.at(-1);
  if (last?.type !== "RulebookAdopted" || last.body === null) return undefined;
  const restored = await restoreRulebook(registry, last.body.hash);
  return restored.ok ? restored.value : undefined;
}
