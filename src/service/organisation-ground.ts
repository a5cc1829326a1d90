// Organisation ground: the ground of the organisation that a file number, code or whole name means, for its desk and its deadlines.
import { err, ok, type Result } from "../domain/terms/index.ts";
import { groundOf, type CaseGround } from "./case-ground.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { resolveFile } from "./resolve-file.ts";

/** The ground of an organisation on file; whoever is not is a problem that says where to look. */
export async function organisationGround(registry: Registry, text: string): Promise<Result<CaseGround, Problem>> {
  const resolved = await resolveFile(registry, text);
  if (!resolved.ok) return resolved;
  if (resolved.value.kind === "code") return err(problem("organisation-not-found", `no organisation with the code \`${resolved.value.value}\` is on file`, "Search by name or code with `find`.", { facts: { kind: "code", code: resolved.value.value } }));
  const ground = await groundOf(registry, resolved.value.file, today(registry));
  return ground.organisation === undefined ? err(problem("organisation-not-found", `no organisation has the file number \`${resolved.value.file}\``, "Search by name or code with `find`.", { facts: { kind: "file", file: resolved.value.file } })) : ok(ground);
}
