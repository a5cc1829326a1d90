// A peer: another program that holds the same facts and law and answers the same question. Peers are no dependency of the project; each is
// taken from the folder PROBITY_PEERS names, where `npm install` has put it, or else from node_modules, and one that is not there is absent.
import { createRequire } from "node:module";
import { join } from "node:path";
import type { PeerAnswer } from "../check-answer.ts";
import type { CheckFacts } from "../check-facts.ts";
import type { BenchLaw } from "../check-law.ts";

export interface Held {
  readonly facts: CheckFacts;
  readonly law: BenchLaw;
}

export interface Peer {
  readonly name: string;
  /** How many organisations it holds; the first ones of the facts. */
  readonly organisations: number;
  check(code: string, act: string, on: number): PeerAnswer;
  close(): void;
}

/** A peer that answers later, so that several questions can be under way at once. */
export interface LaterPeer {
  readonly name: string;
  readonly organisations: number;
  check(code: string, act: string, on: number): Promise<PeerAnswer>;
  close(): void;
}

/** The module a package exports, unchecked; undefined, with a line why, where the package is not installed or does not run on this machine. */
export function peerModule(name: string): unknown {
  const places = [process.env["PROBITY_PEERS"] ?? "", join(import.meta.dirname, "..", "..")].filter((place) => place !== "");
  for (const place of places) {
    const found = runs(name, () => createRequire(join(place, "package.json"))(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a peer's own code gives; undefined, with a line why, where it cannot run: its binary may be missing, or be another machine's. */
export function runs<T>(name: string, start: () => T): T | undefined {
  try {
    return start();
  } catch (fault) {
    process.stderr.write(`${name} is absent: ${fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : String(fault)}\n`);
    return undefined;
  }
}
