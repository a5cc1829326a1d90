// Answers written as bytes, many together, against the same answers one by one as JSON.stringify writes them: random histories, names of all kinds,
// organisations on file, unknown and not to be found.
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { present } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { alikeRows, codeOf, codesNamed, FILES, market, MARKET_ACTS, marketLaw, registeredWithCodes } from "../src/domain/restrictions/index-fixtures.ts";
import type { Answer } from "../src/domain/restrictions/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { buildIndex, checkOrganisation, KeptIndex, type Registry } from "../src/service/index.ts";
import { createMemoryLedger } from "../src/store/index.ts";
import { AnswerBytes, KeptForm } from "../src/web/api/answer-bytes.ts";
import { answerText, evaluationText } from "../src/web/api/answer-text.ts";
import { registryOver } from "./support/registry.ts";

const NAMES = ["Söhne & Cie", "平湖渡船有限公司", 'The "Heron" \\ Ltd', "Tab\tLtd", "\u{1f6a2} Boats", "渡".repeat(1100), "é渡", "N", "\u07ff\u0800\uffff"];
const ORGANISATIONS = [...[1, 2, 3, 4, 1, 2, 3].map(codeOf), ...FILES, "no code", "", codeOf(9), codeOf(1).toLowerCase(), 'x"y', ...Array.from({ length: 300 }, (_, index) => codeOf(1 + (index % 4)))];

/** Histories in which two organisations are told alike, so that no run is without them. */
const alikeHistories = ["2024-06-01", "2025-04-01"].map((on): [{ events: readonly EventDraft[]; codes: readonly number[]; names: string[]; on: string }] => [{ events: alikeRows, codes: [1, 2, 3], names: NAMES.slice(0, 3), on }]);

const history = fc.record({ events: fc.oneof(market, fc.constant(alikeRows)), codes: fc.constantFrom<readonly number[]>([1, 2, 3], [1, 2, 3], [1, 1, 2], [12, 2, 3]), names: fc.array(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 3 }), on: fc.constantFrom("2024-06-01", "2025-04-01") });

function registered(codes: readonly number[], names: readonly string[]): readonly EventDraft[] {
  return registeredWithCodes((file) => codesNamed(codes[FILES.indexOf(file)] ?? 0))
    .map((draft, index): EventDraft => (draft.type === "OrganisationRegistered" ? { ...draft, body: { ...draft.body, names: [{ text: names[index] ?? "", kind: "main" }] } } : draft));
}

async function withIndex(plain: Registry): Promise<Registry & { readonly index: KeptIndex }> {
  const index = new KeptIndex(plain, { load: async () => undefined, build: () => buildIndex(plain), say: (line) => process.stderr.write(`${line}\n`) });
  await index.start();
  await index.settled();
  return { ...plain, index };
}

const FORMS: readonly { readonly form: KeptForm; readonly whole: (answer: Answer) => object }[] = [
  { form: new KeptForm(answerText), whole: (answer) => answer },
  { form: new KeptForm(evaluationText), whole: ({ decision, ...context }) => ({ decision, context }) },
];

it("R44 many answers written together are each what JSON says of it alone", async () => {
  let [alike, alone] = [0, 0];
  await fc.assert(fc.asyncProperty(history, async ({ events, codes, names, on }) => {
    const plain = registryOver(createMemoryLedger({ node: "test", randomBytes }), marketLaw, { day: "2025-04-01" });
    await appendEvents(plain, { batch: null, drafts: [...registered(codes, names), ...events] });
    const registry = await withIndex(plain);
    for (const act of MARKET_ACTS) {
      const request = { act: `t:${act}`, on };
      await checkOrganisation(registry, { kind: "keeper" }, { ...request, organisation: codeOf(1) });
      const ready = registry.index.ready({ kind: "keeper" }, request);
      if (ready === undefined) continue;
      for (const { form, whole } of FORMS) {
        const expected: string[] = [];
        const written = new AnswerBytes(form, "\n");
        written.begin("[");
        for (let at = 0; at < ORGANISATIONS.length; at += 1) {
          const next = written.putAnswers(ready, ORGANISATIONS, at);
          for (; at < next; at += 1) expected.push(JSON.stringify(whole(present(registry.index.checkNow({ kind: "keeper" }, { ...request, organisation: ORGANISATIONS[at] ?? "" }), "an answer at once"))));
          if (at < ORGANISATIONS.length) expect(registry.index.checkNow({ kind: "keeper" }, { ...request, organisation: ORGANISATIONS[at] ?? "" })).toBeUndefined();
        }
        expect([written.answers, written.end("]").toString()]).toEqual([expected.length, `[${expected.join("\n")}]`]);
        alone += expected.length;
        if (ready.group.find(ORGANISATIONS, 0) > 0 && [0, 1, 2].some((place) => (ready.likeness(place)?.derived.effects.length ?? 0) > 0)) alike += 1;
      }
    }
    registry.index.close();
  }), { numRuns: 24, examples: alikeHistories });
  expect([alike > 0, alone > 1000]).toEqual([true, true]);
});
