// Evidence: a small file an organisation hands in with what it says. Invented like everything else, and a real file: a text that can be opened.
import { parseAttachmentId, type AttachmentId } from "../domain/terms/index.ts";
import type { Attachment } from "../domain/events/index.ts";
import type { Registry } from "../service/index.ts";
import { EVIDENCE } from "./case-words.ts";
import type { Chance } from "./chance.ts";

export interface Evidence {
  readonly attachments: readonly Attachment[];
  readonly contents: ReadonlyMap<AttachmentId, Uint8Array>;
}

export function evidenceOf(registry: Registry, chance: Chance): Evidence {
  const id = parseAttachmentId(registry.freshId("a"));
  if (!id.ok) throw new Error(`assertion failed: ${id.error}`);
  const { name, text } = chance.oneOf(EVIDENCE);
  const content = new TextEncoder().encode(`${text}（编号${chance.between(1, 9999)}）\n`);
  return { attachments: [{ id: id.value, name, mediaType: "text/plain", bytes: content.length, digest: registry.digest(content) }], contents: new Map([[id.value, content]]) };
}
