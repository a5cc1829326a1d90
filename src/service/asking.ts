// Asking: who asks for a step: an office through its posts, or an organisation for itself. Turned into what the deciders know them by.
import { err, ok, parseFileNumber, type FileNumber, type Result } from "../domain/terms/index.ts";
import type { Office } from "../domain/rules/index.ts";
import type { Actor, Party } from "../domain/cases/index.ts";
import type { OpenOffice } from "../domain/register/index.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

/** An office by its file number with the posts that act for it, or an organisation by one of its file numbers. */
export type Asking = { readonly kind: "office"; readonly office: string; readonly officers: readonly string[] } | { readonly kind: "organisation"; readonly file: string };

/** The office as an actor: where the law names its posts, only they act for it. */
export function actorOf(registry: Registry, offices: ReadonlyMap<FileNumber, OpenOffice>, office: string, officers: readonly string[]): Result<Actor, Problem> {
  const file = parseFileNumber(office);
  const open = file.ok ? offices.get(file.value) : undefined;
  if (open === undefined) return err(problem("office-unknown", `\`${office}\` is not an office of this register`, "Give the file number of an office that has been opened.", { facts: { kind: "office", office } }));
  const posts = postsOf(registry, open);
  const stranger = posts.length === 0 ? undefined : officers.find((officer) => !posts.some((post) => post.id === officer));
  if (stranger !== undefined) return err(problem("officer-unknown", `the office has no post \`${stranger}\``, `Its posts are ${posts.map((post) => `\`${post.id}\``).join(", ")}.`, { facts: { kind: "officer", officer: stranger, posts: posts.map(({ names }) => names) } }));
  return ok({ office: open.file, authority: open.authority, level: registry.rulebook.get("authority", open.authority)?.level ?? "other", officers, ...(open.superior === undefined ? {} : { superior: open.superior }) });
}

/** The posts the law gives an office; none where it names none. */
export function postsOf(registry: Registry, { entry }: Pick<OpenOffice, "entry">): Office["posts"] {
  return entry === undefined ? [] : (registry.rulebook.get("office", entry)?.posts ?? []);
}

/** The party as the decider of procedures knows it; `files`: those of the organisation the case is about. */
export function partyOf(registry: Registry, offices: ReadonlyMap<FileNumber, OpenOffice>, files: readonly FileNumber[], by: Asking): Result<Party, Problem> {
  if (by.kind === "office") {
    const actor = actorOf(registry, offices, by.office, by.officers);
    return actor.ok ? ok({ kind: "office", actor: actor.value }) : actor;
  }
  const file = parseFileNumber(by.file);
  if (!file.ok) return err(problem("input-invalid", file.error, "Give the organisation's file number."));
  return ok({ kind: "organisation", files: files.includes(file.value) ? files : [file.value] });
}
