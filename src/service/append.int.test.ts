// Files handed in with an event: every one that a body lists comes with its bytes, and is kept and forgotten with the event.
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { answerEvent, attachmentId, position } from "../../test/support/sample-events.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createMemoryLedger } from "../store/index.ts";
import { appendEvents } from "./append.ts";

const photo = attachmentId("a-photo");
const content = Uint8Array.from([1, 2, 3]);
const { type, body } = answerEvent([{ id: photo, content }]);
const draft = { type, body } as Parameters<typeof appendEvents>[1]["drafts"][number];
const law = loadLaw("test/bodies");

describe("appending an answer with a file", () => {
  it("keeps the file with the event and forgets it with the event", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const appended = await appendEvents(registryOver(ledger, await law), { batch: null, drafts: [draft], attachments: new Map([[photo, content]]) });
    expect(appended).toEqual({ ok: true, value: { first: 1, last: 1 } });
    expect(await ledger.attachment(photo)).toEqual(content);
    await ledger.forget([position(1)]);
    expect(await ledger.attachment(photo)).toBeNull();
  });

  it("stops where the file's bytes are missing or are others than the body says", async () => {
    const ledger = createMemoryLedger({ node: "test", randomBytes });
    const registry = registryOver(ledger, await law);
    await expect(appendEvents(registry, { batch: null, drafts: [draft] })).rejects.toThrow(/the content of the attachment `a-photo`/);
    await expect(appendEvents(registry, { batch: null, drafts: [draft], attachments: new Map([[photo, Uint8Array.from([1, 2, 4])]]) })).rejects.toThrow(/has the length and digest its body says/);
    expect(await ledger.head()).toBe(0);
  });
});
