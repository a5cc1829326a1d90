// SPEC.md and tests of a room, held against each other: every rule is tried, and every test that names a rule names one that exists.
import { readRepositoryFile, repositoryFiles, type HouseFinding } from "./source-file.ts";

export interface RoomSpec {
  readonly room: string;
  readonly spec: string | undefined;
  readonly tests: readonly { readonly path: string; readonly text: string }[];
  /** Tests under test/ that ask this room, among others: their titles may try its rules, and rules of other rooms. */
  readonly wider: readonly { readonly path: string; readonly text: string }[];
}

/** Rooms of types only have no rules to try. */
const WITHOUT_RULES = ["src/domain/events"];

/** Every room of the domain, and every other that has a SPEC.md. */
export function readRoomSpecs(): readonly RoomSpec[] {
  const paths = repositoryFiles().filter((path) => path.startsWith("src/"));
  const wide = repositoryFiles().filter((path) => /^test\/[^/]+\.test\.ts$/.test(path)).map((path) => ({ path, text: readRepositoryFile(path) }));
  const domain = new Set(paths.flatMap((path) => /^src\/domain\/[^/]+/.exec(path) ?? []));
  const specified = new Set(paths.filter((path) => path.endsWith("/SPEC.md")).map((path) => path.slice(0, -"/SPEC.md".length)));
  return [...new Set([...domain, ...specified])].filter((room) => !WITHOUT_RULES.includes(room)).sort().map((room) => ({
    room,
    spec: specified.has(room) ? readRepositoryFile(`${room}/SPEC.md`) : undefined,
    tests: paths.filter((path) => path.startsWith(`${room}/`) && /\.(?:test|contract)\.ts$/.test(path)).map((path) => ({ path, text: readRepositoryFile(path) })),
    wider: wide.filter(({ text }) => text.includes(`"../${room}/`)),
  }));
}

/** Numbers of the rules a SPEC.md states: `- R4 …` or `- **R4** …`. */
export function rulesOf(spec: string): readonly string[] {
  return [...spec.matchAll(/^[-*] \**(R\d+)\b/gm)].map((match) => match[1] ?? "");
}

/** Rules that test titles begin with: `R4 …`, `R4, R5: …`. */
export function rulesTried(text: string): readonly string[] {
  return [...text.matchAll(/["'`](R\d+(?:(?:,| and| to)? R\d+)*)[ :,]/g)].flatMap((match) => [...(match[1] ?? "").matchAll(/R\d+/g)].map(([rule]) => rule));
}

export function specFindings({ room, spec, tests, wider }: RoomSpec): readonly HouseFinding[] {
  if (spec === undefined) return [{ at: `${room}:1`, what: "a room without SPEC.md", instead: "write its rules down, numbered `- R1 …`" }];
  const rules = rulesOf(spec);
  const tried = new Set([...tests, ...wider].flatMap(({ text }) => rulesTried(text)));
  const at = `${room}/SPEC.md:1`;
  return [
    ...(rules.length === 0 ? [{ at, what: "no numbered rule", instead: "begin each rule with its number: `- R1 …`" }] : []),
    ...rules.filter((rule, index) => rules.indexOf(rule) < index).map((rule) => ({ at, what: `${rule} stands twice`, instead: "give each rule a number of its own" })),
    ...rules.filter((rule) => !tried.has(rule)).map((rule) => ({ at, what: `${rule} is tried by no test`, instead: `a test whose title begins with ${rule}` })),
    ...tests.flatMap(({ path, text }) => [...new Set(rulesTried(text))].filter((rule) => !rules.includes(rule)).map((rule) => ({ at: `${path}:1`, what: `a title names ${rule}, which ${room}/SPEC.md does not state`, instead: "name the rule it tries, or state it" }))),
  ];
}

/** Paths of one machine and hosts of a package registry, in any file that is kept. */
export function placeFindings(path: string, text: string): readonly HouseFinding[] {
  const machine = /(?<![\w.~)-])\/(?:home|Users|root|work|tmp|mnt|private|var\/folders)\/[\w.-]+/g;
  const registry = /\b(?:registry\.[\w-]+\.(?:org|com|io|dev)|npm\.pkg\.github\.com|[\w.-]*(?:artifactory|nexus|verdaccio|pypi)[\w-]*\.[a-z]{2,})\b/gi;
  return text.split("\n").flatMap((line, index) => [
    ...[...line.matchAll(machine)].map(([found]) => ({ at: `${path}:${index + 1}`, what: `${found} is a place of one machine`, instead: "a path below the repository, an option or an environment variable" })),
    ...[...line.matchAll(registry)].map(([found]) => ({ at: `${path}:${index + 1}`, what: `${found} is the host of a registry`, instead: "leave it to npm's own settings; the lock file carries versions and hashes" })),
  ]);
}
