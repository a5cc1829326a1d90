// The fixtures of the linter: a good and a bad small law for each rule, on the ground of test/lint/base.yaml. Loaded as the program does.
import { existsSync } from "node:fs";
import { readLaw, type LawFile } from "../../src/service/index.ts";
import type { Rulebook } from "../../src/domain/rules/index.ts";
import { digest } from "./law.ts";
import { readRepositoryFile, ROOT } from "./source-file.ts";

const BASE: readonly LawFile[] = [
  { path: "t/body.yaml", text: readRepositoryFile("test/lint/body.yaml") },
  { path: "t/base.yaml", text: readRepositoryFile("test/lint/base.yaml") },
];

/** The law of one fixture: `test/lint/<rule>/<good|bad>/law.yaml`, and `people.yaml` for what lies under people/. */
export function lintFixture(rule: string, side: "good" | "bad"): Rulebook {
  const folder = `test/lint/${rule}/${side}`;
  const own = [["law.yaml", "t/law.yaml"], ["people.yaml", "t/people/law.yaml"]] as const;
  const files = own.filter(([name]) => existsSync(`${ROOT}${folder}/${name}`)).map(([name, path]) => ({ path, text: readRepositoryFile(`${folder}/${name}`) }));
  if (files.length === 0) throw new Error(`${folder} holds no law`);
  return lawOf(files);
}

/** The ground of the fixtures with some files more. */
export function lawOf(files: readonly LawFile[], base: readonly LawFile[] = BASE): Rulebook {
  const law = readLaw([...base, ...files], digest);
  if (law.ok) return law.value;
  throw new Error(law.error.map((finding) => `${finding.at}: ${finding.message}. ${finding.remedy}`).join("\n"));
}
