// Attachments given out: a file handed in with an act, for whoever may see the case it belongs to. receive-attachments.ts takes them in; their
// bytes are kept apart from the event and are forgotten with its body.
import { err, ok, parseAttachmentId, type Result } from "../domain/terms/index.ts";
import { isKnown, keyOf } from "../domain/register/index.ts";
import { caseOfMatter, maySeeCase, type CaseViewer } from "./case-view.ts";
import { problem, type Problem } from "./problem.ts";
import type { Registry } from "./registry.ts";

export interface AttachmentGiven {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An attachment with its bytes, for whoever may see the case it was handed in with. */
export async function attachmentFor(registry: Registry, viewer: CaseViewer, text: string): Promise<Result<AttachmentGiven, Problem>> {
  const unknown = err(problem("case-unknown", `there is no attachment \`${text}\` that can be shown here`, "The case it was handed in with lists it.", { facts: { kind: "attachment", attachment: text } }));
  const id = parseAttachmentId(text);
  if (!id.ok) return unknown;
  const [event] = (await registry.ledger.read({ keys: [keyOf.attachment(id.value)] })).filter(isKnown);
  const listed = event !== undefined && "attachments" in event.body ? event.body.attachments.find((each) => each.id === id.value) : undefined;
  if (event === undefined || event.matter === null || listed === undefined) return unknown;
  const found = await caseOfMatter(registry, event.matter);
  if (!found.ok || !maySeeCase(found.value, viewer)) return unknown;
  const bytes = await registry.ledger.attachment(id.value);
  return bytes === null ? unknown : ok({ name: listed.name, mediaType: listed.mediaType, bytes });
}
