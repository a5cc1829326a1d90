// Frame: what stands round every page: language, path, clocks, the register's name, the names of the law's entries.
import { registerName, today, type Registry } from "../../service/index.ts";
import type { Frame, Language, LawName, Names } from "../portal/index.ts";

export interface PageRequest {
  readonly language: Language;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly origin: string;
}

const CLOCKS = ["on", "law", "known"];
const lawNames = new WeakMap<Registry, Readonly<Record<string, LawName>>>();

export interface StandingClocks {
  readonly on: string;
  readonly law: string;
  readonly known: number;
}

/** @param clocks where they stand, read and found to be days and a position */
export async function frameOf(registry: Registry, request: PageRequest, clocks: StandingClocks): Promise<Frame> {
  const latest = await registry.ledger.head();
  const model = await registry.ledger.setting("model");
  return {
    language: request.language, origin: request.origin, path: request.path === "" ? "/" : request.path,
    query: Object.fromEntries(Object.entries(request.query).filter(([name, value]) => !CLOCKS.includes(name) && value !== "")),
    clocks: { ...clocks, today: today(registry), latest },
    rulebook: registry.rulebook.hash,
    register: registerName(registry, model !== null),
    law: namesOfLaw(registry), posts: namesOfPosts(registry),
  };
}

/** Where the register could not be read: nothing is said of it. */
export function bareFrame(registry: Registry, request: PageRequest): Frame {
  return { language: request.language, origin: request.origin, path: request.path, query: {}, register: registerName(registry, false), law: {} };
}

/** `cn` of `cn:gac`. */
export function bodyOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}

function namesOfLaw(registry: Registry): Readonly<Record<string, LawName>> {
  const kept = lawNames.get(registry);
  if (kept !== undefined) return kept;
  const names = Object.fromEntries([...registry.rulebook.entries, ...registry.rulebook.people].map((entry) => [entry.id, { names: entry.names, kind: entry.kind }]));
  lawNames.set(registry, names);
  return names;
}

const postNames = new WeakMap<Registry, Readonly<Record<string, Names>>>();

/** The law's names of the posts that act for offices, by their ids. */
function namesOfPosts(registry: Registry): Readonly<Record<string, Names>> {
  const kept = postNames.get(registry);
  if (kept !== undefined) return kept;
  const names = Object.fromEntries(registry.rulebook.all("office").flatMap(({ posts }) => posts.map((post) => [post.id, post.names] as const)));
  postNames.set(registry, names);
  return names;
}

/** The law's word for a value of one of its taxonomies, or the value itself. */
export function termNames(registry: Registry, taxonomy: "region" | "sector" | "legal-form" | "status", value: string | undefined): { readonly en: string; readonly zh?: string } | undefined {
  if (value === undefined) return undefined;
  return registry.rulebook.all("term").find((term) => term.taxonomy === taxonomy && term.value === value)?.names ?? { en: value };
}
