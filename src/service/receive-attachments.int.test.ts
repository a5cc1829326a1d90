// Files become attachments that a case can list: all of them, or none.
import { expect, it } from "vitest";
import { present } from "../domain/terms/index.ts";
import { digest } from "../../test/support/law.ts";
import { receiveAttachments } from "./receive-attachments.ts";

let minted = 0;
const registry = { digest, freshId: (prefix: string) => `${prefix}${(minted += 1)}` };
const words = (text: string): Uint8Array => new TextEncoder().encode(text);

it("gives each file an id, its length and digest, and keeps its contents by id", async () => {
  const received = await receiveAttachments(registry, [{ name: "一.txt", bytes: words("一") }, { name: "two.txt", bytes: words("two") }]);
  const { attachments, contents } = present(received.ok ? received.value : undefined, "attachments");
  expect(attachments).toEqual([
    { id: "a1", name: "一.txt", mediaType: "text/plain", bytes: 3, digest: digest(words("一")) },
    { id: "a2", name: "two.txt", mediaType: "text/plain", bytes: 3, digest: digest(words("two")) },
  ]);
  expect(attachments.map(({ id }) => contents.get(id))).toEqual([words("一"), words("two")]);
  expect(await receiveAttachments(registry, [])).toEqual({ ok: true, value: { attachments: [], contents: new Map() } });
});

it("takes none where one cannot be taken, and says of each what is wrong", async () => {
  const received = await receiveAttachments(registry, [{ name: "good.txt", bytes: words("good") }, { name: "empty.txt", bytes: words("") }, { name: "a.pdf", bytes: words("no PDF") }]);
  expect(received).toMatchObject({ ok: false, error: { code: "attachment-refused", findings: [{ code: "attachment-empty", at: "empty.txt" }, { code: "attachment-not-as-named", at: "a.pdf" }] } });
  const many = await receiveAttachments(registry, Array.from({ length: 6 }, (_each, index) => ({ name: `${index}.txt`, bytes: words("x") })));
  expect(many).toMatchObject({ ok: false, error: { findings: [{ code: "attachments-too-many" }] } });
});
