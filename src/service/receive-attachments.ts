// Receive attachments: files handed in with an act become the attachments its event lists, with their contents by id, as the verbs that run
// cases take them; or everything that is wrong with them, and then none is taken.
import { err, ok, type AttachmentId, type Finding, type Result } from "../domain/terms/index.ts";
import type { Attachment } from "../domain/events/index.ts";
import { ATTACHMENTS_MAX, attachmentFinding, readAttachment } from "../intake/index.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface FileHandedIn {
  /** As whoever handed it in calls it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReceivedAttachments {
  readonly attachments: readonly Attachment[];
  readonly contents: ReadonlyMap<AttachmentId, Uint8Array>;
}

/** Takes all of the files, or none and says of each what is wrong with it. */
export async function receiveAttachments(registry: Pick<Registry, "digest" | "freshId">, files: readonly FileHandedIn[]): Promise<Result<ReceivedAttachments, Problem>> {
  const findings: Finding[] = [];
  const attachments: Attachment[] = [];
  const contents = new Map<AttachmentId, Uint8Array>();
  if (files.length > ATTACHMENTS_MAX) findings.push(attachmentFinding("attachments-too-many", "", `${files.length} files were handed in at once, and at most ${ATTACHMENTS_MAX} are taken`, "Put several into one PDF, or hand the rest in with the next step.", { files: files.length }));
  for (const { name: given, bytes } of files.slice(0, ATTACHMENTS_MAX)) {
    const read = await readAttachment(given, bytes);
    if (!read.ok) {
      findings.push(...read.error);
      continue;
    }
    const { name, mediaType } = read.value;
    const id = registry.freshId("a") as AttachmentId;
    attachments.push({ id, name, mediaType, bytes: bytes.length, digest: registry.digest(bytes) });
    contents.set(id, bytes);
  }
  if (findings.length === 0) return ok({ attachments, contents });
  return err(problem("attachment-refused", `${findings.length === 1 ? "a file" : "some files"} cannot be taken: ${findings.map(({ at, message }) => `\`${at}\`: ${message}`).join("; ")}`, findings.map(({ remedy }) => remedy).filter((remedy, index, all) => all.indexOf(remedy) === index).join(" "), { findings }));
}
