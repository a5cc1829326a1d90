// Watch suppliers: a list of organisations under an address nobody can guess, with what the public was told of them in the last days and how
// each stands today. Kept are file numbers and a label; the token itself is not. Of what has ended nobody is told whose it was: a list that is
// over stands on no page, and today's state says the rest.
import { randomBytes } from "node:crypto";
import { addDays, err, ok, type Digest, type FileNumber, type Finding, type LawId, type PlainDate, type Position, type Result } from "../domain/terms/index.ts";
import { PUBLIC } from "../domain/restrictions/index.ts";
import type { WatchList } from "../store/index.ts";
import { toldToPublic, type Change } from "./changes.ts";
import { stateIn, type StateInActs } from "./filter-organisations.ts";
import { KeptFaces, type Face } from "./kept-faces.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { resolveFile } from "./resolve-file.ts";
import { standingsOf } from "./standings.ts";
import { toldSince } from "./told-since.ts";

const WATCHED_MAX = 3000;
const WATCH_LABEL_MAX = 80;
/** Days a morning page looks back. */
export const WATCH_DAYS = 14;
const TOKEN_BYTES = 24;
const FILES_EACH = 100;

/** A list that was just made: its token, and whom it watches. */
interface WatchMade {
  readonly token: string;
  readonly organisations: readonly FileNumber[];
}

/** Makes a list of the organisations that file numbers, codes and whole names mean. */
export async function watchNamed(registry: Registry, { label, organisations }: { readonly label: string; readonly organisations: readonly string[] }): Promise<Result<WatchMade, Problem>> {
  const files = await filesNamed(registry, organisations);
  if (!files.ok) return files;
  const token = await watchSuppliers(registry, { label, files: files.value });
  return token.ok ? ok({ token: token.value, organisations: files.value }) : token;
}

/** Makes a list and gives its token, once: from now on only whoever has it finds the list. */
export async function watchSuppliers(registry: Registry, { label, files }: { readonly label: string; readonly files: readonly FileNumber[] }): Promise<Result<string, Problem>> {
  const watched = watchable(files);
  if (!watched.ok) return watched;
  let token = randomToken();
  // It is written behind commands, where one that begins with a dash would be read as an option: one in 64.
  while (token.startsWith("-")) token = randomToken();
  await registry.ledger.watchLists.put({ token: registry.digest(token), label: label.replaceAll(/\s+/g, " ").trim().slice(0, WATCH_LABEL_MAX), files: watched.value });
  return ok(token);
}

function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

export interface WatchedChange {
  readonly timepoint: number;
  readonly day: PlainDate;
  readonly what: "listed" | "published";
  readonly list: LawId;
  readonly organisation: Pick<Face, "file" | "name" | "names">;
}

interface WatchedOrganisation {
  readonly organisation: Pick<Face, "file" | "files" | "name" | "names" | "codes">;
  readonly stands?: StateInActs;
}

export interface Watch {
  /** Digest of its token: what its feed is called by. */
  readonly id: Digest;
  readonly label: string;
  readonly on: PlainDate;
  readonly since: PlainDate;
  readonly known: Position;
  /** The newest first. */
  readonly changes: readonly WatchedChange[];
  readonly organisations: readonly WatchedOrganisation[];
}

/** @param acts the acts that count for a state; absent: all */
export async function watchOf(registry: Registry, token: string, acts?: ReadonlySet<string>): Promise<Result<Watch, Problem>> {
  const list = await watchListAt(registry, token);
  return list.ok ? ok(await watchOfList(registry, list.value, acts)) : list;
}

/** The list of a token as it is kept. */
export async function watchListAt({ ledger, digest }: Pick<Registry, "ledger" | "digest">, token: string): Promise<Result<WatchList, Problem>> {
  const list = await ledger.watchLists.find(digest(token));
  return list === null ? err(unknown()) : ok(list);
}

/** The same of a list that was found already. */
export async function watchOfList(registry: Registry, list: WatchList, acts?: ReadonlySet<string>): Promise<Watch> {
  const [known, on] = [await registry.ledger.head(), today(registry)];
  const since = addDays(on, -WATCH_DAYS);
  const faces = await (registry.faces ?? new KeptFaces(registry, known)).of(list.files, known);
  const shown = [...new Map([...faces.values()].map((face) => [face.file, face])).values()];
  const stands = new Map<FileNumber, StateInActs>();
  for (let from = 0; from < shown.length; from += FILES_EACH) {
    const files = shown.slice(from, from + FILES_EACH).map(({ file }) => file);
    for (const [file, standing] of await standingsOf(registry, PUBLIC, { files, on, law: on, known })) stands.set(file, stateIn(standing.acts.filter(({ act }) => acts?.has(act) !== false)));
  }
  return {
    id: list.token, label: list.label, on, since, known, changes: await changesOf(registry, shown, since),
    organisations: shown.map((face) => { const state = stands.get(face.file); return { organisation: { ...namedAs(face), files: face.files, codes: face.codes }, ...(state === undefined ? {} : { stands: state }) }; }),
  };
}

/** Of what is on file about it no more than what it is called. */
function namedAs({ file, name, names }: Face): Pick<Face, "file" | "name" | "names"> {
  return { file, name, names };
}

/** Watches others under the same address, named as in making a list; alerts tell of them from now on. */
export async function setWatched(registry: Registry, token: string, organisations: readonly string[]): Promise<Result<Pick<WatchMade, "organisations">, Problem>> {
  const files = await filesNamed(registry, organisations);
  if (!files.ok) return files;
  const watched = watchable(files.value);
  if (!watched.ok) return watched;
  return (await registry.ledger.watchLists.replace(registry.digest(token), watched.value)) ? ok({ organisations: watched.value }) : err(unknown());
}

/** The files that file numbers, codes and whole names mean, in their order; where one means none or several, all such are said. */
async function filesNamed(registry: Registry, texts: readonly string[]): Promise<Result<readonly FileNumber[], Problem>> {
  if (texts.length > WATCHED_MAX) return err(problem("input-invalid", `a watch list holds at most ${WATCHED_MAX} organisations`, "Make several."));
  const found: FileNumber[] = [];
  const findings: Finding[] = [];
  for (const [index, text] of texts.entries()) {
    const resolved = await resolveFile(registry, text);
    if (resolved.ok && resolved.value.kind === "file") found.push(resolved.value.file);
    // A person's number is repeated nowhere.
    else findings.push({ code: resolved.ok ? "organisation-not-found" : resolved.error.code, at: String(index + 1), message: resolved.ok ? "nothing is on file about it" : resolved.error.message, remedy: resolved.ok ? "Give an organisation that is on file." : resolved.error.remedy });
  }
  return findings.length === 0 ? ok(found) : err(problem("input-invalid", `${findings.length} of ${texts.length} organisations cannot be watched; nothing was written`, "Mend what the findings name.", { findings }));
}

function watchable(files: readonly FileNumber[]): Result<readonly FileNumber[], Problem> {
  const watched = [...new Set(files)];
  if (watched.length === 0) return err(problem("input-invalid", "no row of the list came to an organisation", "There is nothing to watch; choose what the held rows mean, or hand in other names."));
  if (watched.length > WATCHED_MAX) return err(problem("input-invalid", `a watch list holds at most ${WATCHED_MAX} organisations`, "Make several."));
  return ok(watched);
}

/** Forgets the list: its address leads nowhere from then on, and nobody is told of it. */
export async function forgetWatch(registry: Registry, token: string): Promise<Result<null, Problem>> {
  for (const { id } of await registry.ledger.watchAlerts.of(registry.digest(token))) await registry.ledger.watchAlerts.remove(id);
  return (await registry.ledger.watchLists.remove(registry.digest(token))) ? ok(null) : err(unknown());
}

function unknown(): Problem {
  return problem("watch-unknown", "there is no watch list at this address: it was deleted, or the address is not whole", "Check the address, or make a new list.");
}

/** What the public may be told of these organisations, of the days since; joined files are one organisation. */
async function changesOf(registry: Registry, faces: readonly Face[], since: PlainDate): Promise<readonly WatchedChange[]> {
  const byFile = new Map(faces.flatMap((face) => face.files.map((file) => [file, face] as const)));
  const told = (await toldSince(registry, since)).filter(({ files, day }) => day >= since && files.some((file) => byFile.has(file)));
  const shown = await toldToPublic(registry, told);
  return shown.flatMap((change) => changeOf(change, byFile)).toSorted((a, b) => b.timepoint - a.timepoint);
}

function changeOf({ timepoint, day, what, list, files = [] }: Change, byFile: ReadonlyMap<FileNumber, Face>): readonly WatchedChange[] {
  const face = files.flatMap((file) => byFile.get(file) ?? [])[0];
  return face === undefined || list === undefined || (what !== "listed" && what !== "published") ? [] : [{ timepoint, day, what, list, organisation: namedAs(face) }];
}
