// Join and separate: judgements that two files are one organisation, or are not; recorded, and undone without a trace in answers.
import { err, ok, parseFileNumber, type FileNumber, type Result } from "../domain/terms/index.ts";
import { joinedFiles, keyOf } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import { problem, type Problem } from "./problem.ts";
import { readClosure } from "./read.ts";
import type { Registry } from "./registry.ts";

export interface Judged {
  readonly files: readonly [FileNumber, FileNumber];
  readonly together: boolean;
}

/** A person judges that two files are one organisation. */
export async function joinFiles(registry: Registry, a: string, b: string, reason: string): Promise<Result<Judged, Problem>> {
  return judge(registry, a, b, (files, joined) => {
    if (joined) return err(problem("input-invalid", `\`${files[0]}\` and \`${files[1]}\` are joined already`, "Nothing is left to do."));
    return ok([{ type: "FilesJoined" as const, body: { files, judgedBy: "person" as const, score: 1000, reasons: [{ part: "person", score: 1000, because: reason }] } }]);
  });
}

/** They are not one organisation after all: every answer from now on is as if they had never been joined. */
export async function separateFiles(registry: Registry, a: string, b: string, reason: string): Promise<Result<Judged, Problem>> {
  return judge(registry, a, b, (files, joined, direct) => {
    if (!joined) return err(problem("input-invalid", `\`${files[0]}\` and \`${files[1]}\` are not joined`, "Look at the organisation's joins with `standing`."));
    if (!direct) return err(problem("input-invalid", `\`${files[0]}\` and \`${files[1]}\` are one organisation only through other files`, "Separate the pair that was joined; `standing` lists the joins."));
    return ok([{ type: "FilesSeparated" as const, body: { files, reason } }]);
  });
}

type Draft = { readonly type: "FilesJoined"; readonly body: { readonly files: readonly [FileNumber, FileNumber]; readonly judgedBy: "person"; readonly score: number; readonly reasons: readonly { readonly part: string; readonly score: number; readonly because: string }[] } }
  | { readonly type: "FilesSeparated"; readonly body: { readonly files: readonly [FileNumber, FileNumber]; readonly reason: string } };

async function judge(
  registry: Registry, textA: string, textB: string,
  decide: (files: readonly [FileNumber, FileNumber], joined: boolean, direct: boolean) => Result<readonly Draft[], Problem>,
): Promise<Result<Judged, Problem>> {
  const a = parseFileNumber(textA);
  const b = parseFileNumber(textB);
  if (!a.ok) return err(problem("input-invalid", a.error, "Give file numbers; `find` prints them."));
  if (!b.ok) return err(problem("input-invalid", b.error, "Give file numbers; `find` prints them."));
  const files = [a.value, b.value] as const;
  return decideAndAppend<Judged, Problem>(registry, async () => {
    const after = await registry.ledger.head();
    const register = await readClosure(registry, files.map(keyOf.file));
    for (const file of files) if (!register.files.has(file)) return err(problem("organisation-not-found", `no organisation has the file number \`${file}\``, "`find` prints file numbers."));
    const joined = joinedFiles(register, files[0]).includes(files[1]);
    const direct = register.joins.some((join) => join.files.includes(files[0]) && join.files.includes(files[1]));
    const drafts = decide(files, joined, direct);
    if (!drafts.ok) return drafts;
    return ok({ batch: null, drafts: drafts.value, expect: { keys: files.map(keyOf.file), after }, value: { files, together: drafts.value[0]?.type === "FilesJoined" } });
  });
}
