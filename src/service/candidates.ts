// Candidates: organisations on file, and rows accepted before in the same batch, that share a rare word with a row's name.
// Fetched by blocking words; judged by domain/identity.
import type { FileNumber } from "../domain/terms/index.ts";
import type { OrganisationFacts } from "../domain/events/index.ts";
import { blockingKeys, matchOrganisation, type Candidate, type Match } from "../domain/identity/index.ts";
import { keyOf, organisationOf, type Register } from "../domain/register/index.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

const CANDIDATES_PER_BLOCK = 60;
const FILES_PER_READ = 400;
/** Most blocks of a new file are of nobody on file: which are is asked of many at once. */
const BLOCKS_PER_READ = 500;

export interface CandidatePool {
  /** Judges a row against everything known so far. */
  judge(facts: OrganisationFacts): Match;
  /** Adds an accepted row, so that later rows of the batch can match it. */
  add(file: FileNumber, facts: OrganisationFacts): void;
}

/** Loads the candidates of all rows at once. */
export async function loadCandidates(registry: Registry, rows: readonly OrganisationFacts[], progress: (done: number, total: number) => Promise<void>): Promise<CandidatePool> {
  const blocks = [...new Set(rows.flatMap((facts) => facts.names.flatMap((name) => blockingKeys(name.text))))];
  const byBlock = new Map<string, Set<FileNumber>>();
  for (let from = 0; from < blocks.length; from += BLOCKS_PER_READ) {
    for (const block of await registry.ledger.blocksAmong(blocks.slice(from, from + BLOCKS_PER_READ))) {
      const found = await registry.ledger.findNames({ text: block, how: "exact", in: ["blocks"], limit: CANDIDATES_PER_BLOCK });
      if (found.length > 0 && found.length < CANDIDATES_PER_BLOCK) byBlock.set(block, new Set(found.map((row) => row.file)));
    }
    await progress(Math.min(from + BLOCKS_PER_READ, blocks.length), blocks.length);
  }
  const candidates = new Map<FileNumber, Candidate>();
  const files = [...new Set([...byBlock.values()].flatMap((set) => [...set]))];
  for (let index = 0; index < files.length; index += FILES_PER_READ) {
    const chunk = files.slice(index, index + FILES_PER_READ);
    const register = await readClosure(registry, chunk.map(keyOf.file));
    for (const file of chunk) {
      const candidate = candidateOf(register, file);
      if (candidate !== undefined) candidates.set(file, candidate);
    }
  }
  /** A word that many names share says nothing, whether they were on file before or came in this batch. */
  const nearBy = (block: string): readonly FileNumber[] => {
    const found = byBlock.get(block);
    return found === undefined || found.size >= CANDIDATES_PER_BLOCK ? [] : [...found];
  };
  return {
    judge(facts) {
      const near = new Set(facts.names.flatMap((name) => blockingKeys(name.text)).flatMap((block) => nearBy(block)));
      return matchOrganisation(asCandidate("" as FileNumber, facts), [...near].flatMap((file) => candidates.get(file) ?? []));
    },
    add(file, facts) {
      candidates.set(file, asCandidate(file, facts));
      for (const block of facts.names.flatMap((name) => blockingKeys(name.text))) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(file));
    },
  };
}

function candidateOf(register: Register, file: FileNumber): Candidate | undefined {
  const onFile = register.files.get(file);
  if (onFile === undefined || organisationOf(register, file) === undefined) return undefined;
  return asCandidate(file, { names: onFile.names, codes: onFile.codes, ...onFile.attributes });
}

function asCandidate(file: FileNumber, facts: OrganisationFacts): Candidate {
  return {
    file, names: facts.names, codes: facts.codes.map(({ scheme, value }) => ({ scheme, value })),
    ...(facts.country === undefined ? {} : { country: facts.country }),
    ...(facts.address === undefined ? {} : { address: facts.address }),
  };
}
