// Relations of one organisation: two levels each way, as they are on file on the day, joined files as one, with their states.
import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { createServer } from "../web/index.ts";
import { makeFileNumber, plainDate, present, type PlainDate } from "../domain/terms/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import type { Relation } from "../domain/register/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { appendEvents } from "./append.ts";
import type { Registry } from "./registry.ts";
import { relationsOf, type Relative } from "./relations.ts";

let registry: Registry;
const [GRAND, PARENT, OWN, TWIN, BRANCH, BELOW, FORMER] = [makeFileNumber(1), makeFileNumber(2), makeFileNumber(3), makeFileNumber(4), makeFileNumber(5), makeFileNumber(6), makeFileNumber(7)];

function related(from: typeof OWN, to: typeof OWN, relation: Relation["relation"], days: { readonly since?: PlainDate; readonly until?: PlainDate } = {}): EventDraft {
  return { type: "RelationReported", body: { from, to, relation, ...days } };
}

beforeAll(async () => {
  registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await loadLaw("law"), { day: "2026-03-02" });
  const drafts: readonly EventDraft[] = [
    ...[GRAND, PARENT, OWN, TWIN, BRANCH, BELOW, FORMER].map((file, index): EventDraft => ({ type: "OrganisationRegistered", body: { file, names: [{ text: `Tarn Quarzil ${index}`, kind: "main" }], codes: [] } })),
    { type: "FilesJoined", body: { files: [OWN, TWIN], judgedBy: "person", score: 1000, reasons: [] } },
    related(OWN, PARENT, "subsidiaryOf", { since: plainDate("2020-01-01") }), related(PARENT, GRAND, "controlledBy"), related(BRANCH, TWIN, "branchOf"), related(BELOW, BRANCH, "subsidiaryOf"),
    related(FORMER, OWN, "branchOf", { until: plainDate("2025-01-01") }), related(GRAND, BELOW, "controlledBy"),
  ];
  const appended = await appendEvents(registry, { batch: null, drafts });
  expect(appended.ok).toBe(true);
});

const told = (levels: readonly (readonly Relative[])[]): readonly (readonly string[])[] => levels.map((level) => level.map(({ organisation, relation, with: near, state }) => `${organisation.file} ${relation} ${near} ${state}`));

it("has the owners above and the branches below, two levels each, joined files as one, and no circle", async () => {
  const found = await relationsOf(registry, { kind: "public" }, { organisation: OWN });
  const { above, below, more } = present(found.ok ? found.value : undefined, "relations");
  const state = above[0]?.[0]?.state ?? "";
  expect(told(above)).toEqual([[`${PARENT} subsidiaryOf ${OWN} ${state}`], [`${GRAND} controlledBy ${PARENT} ${state}`]]);
  expect([told(below), more]).toEqual([[[`${BRANCH} branchOf ${OWN} ${state}`], [`${BELOW} subsidiaryOf ${BRANCH} ${state}`]], false]);
});

it("has what was on file on the day asked about", async () => {
  const found = await relationsOf(registry, { kind: "public" }, { organisation: TWIN, on: "2019-06-01" });
  expect(found.ok && [told(found.value.above), found.value.below[0]?.map(({ organisation }) => organisation.file)]).toEqual([[], [BRANCH, FORMER]]);
});

it("is drawn on the page in both languages, and is in the API", async () => {
  const server = createServer({ registry, log: () => {} });
  try {
    for (const language of ["zh", "en"]) {
      const page = await server.inject(`/${language}/organisations/${OWN}`);
      expect([language, page.statusCode, page.body.includes('id="relations"'), page.body.includes(`/${language}/organisations/${BELOW}`)]).toEqual([language, 200, true, true]);
    }
    expect((await server.inject(`/v1/organisations/${BELOW}/relations`)).json<{ readonly above: readonly unknown[] }>().above).toHaveLength(2);
  } finally {
    await server.close();
  }
});
