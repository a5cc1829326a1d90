// Listings on file: the listings of the whole register at a position, and the names of whom they are about. What looks at all lists at once, and at
// one list whole, begins here.
import type { FileNumber, Position } from "../domain/terms/index.ts";
import { joinedFiles, keyOf, mainName, replay, type Register } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

const LISTING_TYPES = ["ListingReported", "ListingDecided", "ListingRemoved", "EffectsStayed", "StayEnded", "EditionReceived", "BatchWithdrawn", "BatchReceived", "RowHeld", "HeldRowSettled", "FilesJoined", "FilesSeparated", "OfficeOpened"];
const SNAPSHOTS_KEPT = 3;

interface Snapshot {
  readonly register: Register;
  /** Of each organisation the file it goes by. */
  readonly files: readonly FileNumber[];
}

const snapshots = new WeakMap<Registry, Map<Position, Snapshot>>();

/** All listings on file at a position. The last few are kept: the head until the ledger moves on, and what was looked back at. */
export async function snapshotAt(registry: Registry, position: Position): Promise<Snapshot> {
  const kept = snapshots.get(registry) ?? new Map<Position, Snapshot>();
  snapshots.set(registry, kept);
  const found = kept.get(position);
  if (found !== undefined) return found;
  const [listings, registered] = [await registry.ledger.read({ types: LISTING_TYPES, upTo: position }), await registry.ledger.read({ types: ["OrganisationRegistered", "BatchWithdrawn"], upTo: position })];
  const register = replay(listings);
  const joined = new Set(register.joins.flatMap((join) => join.files));
  const heads = new Set([...replay(registered).files.keys()].map((file) => (joined.has(file) ? ([...joinedFiles(register, file)].sort()[0] ?? file) : file)));
  const made = { register, files: [...heads] };
  const [oldest] = kept.keys();
  if (kept.size >= SNAPSHOTS_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(position, made);
  return made;
}

/** Main names of organisations, by file. */
export async function namesOf(registry: Registry, files: readonly FileNumber[], known?: Position): Promise<ReadonlyMap<FileNumber, string>> {
  if (files.length === 0) return new Map();
  const register = await readClosure(registry, [...new Set(files)].map(keyOf.file), known);
  return new Map([...register.files.values()].map((file) => [file.file, mainName(file)]));
}

