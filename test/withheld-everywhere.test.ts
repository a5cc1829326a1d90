// What the public may never see again: a record repaired or annulled, a listing annulled, removed or masked, a batch withdrawn, a list deleted.
// A server as it runs, with everything it keeps in memory warm, is walked page by page and file by file before and after these acts, in today's
// words and in those of days and positions before them: nothing that named what has gone is anywhere, and it was somewhere before.
import type { FastifyInstance } from "fastify";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainDate, present, type FileNumber, type LawId, type ListingId, type MatterId, type RecordId } from "../src/domain/terms/index.ts";
import type { EventDraft } from "../src/domain/events/index.ts";
import { appendEvents } from "../src/service/append.ts";
import { addAlert, buildIndex, ensureKey, KeptFaces, KeptIndex, keepNames, passDay, sendOutbox, tellWatchers, watchSuppliers, type Registry } from "../src/service/index.ts";
import { createServer } from "../src/web/index.ts";
import { EBRD, ebrdCsv, handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse, type House } from "./support/run.ts";

const [BEFORE, TODAY] = ["2026-04-01", "2026-06-01"];
const FROM = plainDate("2026-03-01");
const [ORGANISATION, PARENT] = ["Tarn Quarzil Survey Ltd", "Umbra Quarzil Holding JSC"];
/** Told of by one batch that is withdrawn, by one list that is deleted. */
const [WITHDRAWN, DELETED] = ["Vanishing Kettle Works Ltd", "Evaporating Lantern Supplies LLC"];
const MAIL = "hidden@quarzil.example";
const LIST = "cn:samr-serious";

let house: House;
let registry: Registry;
let server: FastifyInstance;
let [file, parent, withdrawn, deleted]: readonly FileNumber[] = [];
let [token, batch] = ["", ""];
/** What everything said before and after, by address. */
let [before, after]: readonly ReadonlyMap<string, string>[] = [];

function listed(name: string, of: FileNumber): EventDraft {
  return { type: "ListingDecided", body: {
    matter: `matter.${name}` as MatterId, file: of, list: LIST as LawId, authority: "cn:samr" as LawId, outcome: "listed", listing: `listing.${name}` as ListingId, reasons: `reasons of ${name}`, basis: [],
    decidedOn: FROM, effectiveFrom: FROM, publishedFrom: FROM, end: { kind: "fixed", until: plainDate("2029-03-01") }, exits: [], conditions: [], criteria: [], regions: [],
  } };
}

function reported(name: string, of: FileNumber): EventDraft {
  return { type: "RecordReported", body: { record: `record.${name}` as RecordId, file: of, recordType: "cn:administrative-penalty" as LawId, fields: { documentNumber: `number-${name}`, field: "food" }, decidedOn: FROM, publishedFrom: FROM } };
}

async function fileOf(name: string): Promise<FileNumber> {
  return String(present([...(await house.json("find", name))["found"] ?? []][0], name)["file"]) as FileNumber;
}

/** An organisation with records and listings, its parent with a listing of its own, and two that one batch each tells of. */
async function fill(): Promise<void> {
  const [office, one, other] = await house.ledger.mintFiles(3);
  const [OFFICE, FILE, OWNER] = [present(office, "an office"), present(one, "a file"), present(other, "another")];
  const drafts: readonly EventDraft[] = [
    { type: "OfficeOpened", body: { file: OFFICE, authority: "cn:samr" as LawId, names: { en: "Market office", zh: "市场监管局" } } },
    { type: "OrganisationRegistered", body: { file: FILE, names: [{ text: ORGANISATION, kind: "main" }], codes: [], email: MAIL } }, { type: "OrganisationRegistered", body: { file: OWNER, names: [{ text: PARENT, kind: "main" }], codes: [], email: MAIL } },
    { type: "RelationReported", body: { from: FILE, to: OWNER, relation: "subsidiaryOf" } },
    ...["repairedone", "annulledone", "standing"].map((name) => reported(name, FILE)), ...["removed", "annulled", "masked", "staying"].map((name) => listed(name, FILE)), listed("owner", OWNER),
  ];
  for (const draft of drafts) expect((await appendEvents(house.registry, { batch: null, drafts: [draft], office: OFFICE })).ok).toBe(true);
  await handIn(house, worldBankCsv("2026-03-31", [{ name: DELETED, info: "*77case", address: "9 Dew Lane", from: "2026-03-01", to: "2029-03-01", grounds: "Corrupt practice" }]), WORLD_BANK);
  batch = String((await handIn(house, ebrdCsv([{ name: WITHDRAWN, effective: "2026-03-05" }]), EBRD, "--as-of", "2026-03-31"))["batch"]);
  [file, parent, withdrawn, deleted] = [FILE, OWNER, await fileOf(WITHDRAWN), await fileOf(DELETED)];
}

/** What is done, in this order. */
async function act(): Promise<void> {
  const [about, on, secret] = [present(file, "the organisation"), plainDate(TODAY), { reasons: "secret reasons" }];
  const drafts: readonly EventDraft[] = [
    { type: "RecordRepaired", body: { matter: "matter.repair" as MatterId, record: "record.repairedone" as RecordId, file: about, repairedOn: on, ...secret } },
    { type: "RecordCorrected", body: { record: "record.annulledone" as RecordId, file: about, reason: "secret reasons", annulled: true } },
    { type: "ListingRemoved", body: { matter: null, listing: "listing.removed" as ListingId, file: about, act: "repair", removedOn: on, retroactive: false, ...secret } },
    { type: "ListingRemoved", body: { matter: null, listing: "listing.owner" as ListingId, file: present(parent, "its parent"), act: "repair", removedOn: on, retroactive: false, ...secret } },
    { type: "ListingRemoved", body: { matter: null, listing: "listing.annulled" as ListingId, file: about, act: "annulment", removedOn: on, retroactive: true, ...secret } },
    { type: "EffectsStayed", body: { matter: "matter.stay" as MatterId, file: about, about: { kind: "listing", listing: "listing.masked" as ListingId }, mask: true, from: on, ...secret } },
  ];
  for (const draft of drafts) expect((await appendEvents(registry, { batch: null, drafts: [draft] })).ok).toBe(true);
  expect((await house.run("withdraw", batch)).stderr).toBe("");
  expect((await house.run("delete-list", "mdb:wbg-debarred", "--reason", "secret reasons")).status).toBe(0);
}

beforeAll(async () => {
  house = await openHouse({ day: BEFORE, loopback: true });
  await fill();
  await ensureKey(house.registry);
  const names = await keepNames(house.registry, () => {});
  const index = new KeptIndex(house.registry, { load: async () => undefined, build: () => buildIndex(house.registry), say: () => {} });
  registry = { ...house.registry, names, faces: new KeptFaces(house.registry, await house.ledger.head()), index };
  await index.start();
  await index.settled();
  const watched = [file, parent, withdrawn, deleted].map((each) => present(each, "a file"));
  const made = await watchSuppliers(registry, { label: "ours", files: watched });
  token = made.ok ? made.value : "";
  expect((await addAlert(registry, token, { target: "http://127.0.0.1:9/hook", pace: "atOnce", language: "en", site: "http://127.0.0.1:8080" })).ok).toBe(true);
  server = createServer({ registry, log: (line) => process.stderr.write(`${line}\n`) });
  await passDay(registry);
  const known = Number(await house.ledger.head());
  before = await walk(known);
  house.setDay(TODAY);
  await act();
  await passDay(registry);
  const sent: string[] = [];
  await tellWatchers(registry);
  await sendOutbox(registry, { send: async ({ text }) => (sent.push(text), { kind: "sent" }) });
  // Of the other it is said that nothing binds it any more, and not what did.
  expect(sent.map((each) => JSON.parse(each).data.changes.map(({ organisation: { name }, what }: { readonly organisation: { readonly name: string }; readonly what: string }) => `${name} ${what}`))).toEqual([[`${PARENT} freed`]]);
  after = new Map([...(await walk(known)), ["what watchers are sent", sent.join("\n")]]);
}, 120_000);
afterAll(async () => {
  registry.index?.close();
  await server.close();
});

/** Where the public looks, before it follows any link. */
function doors(known: number): readonly string[] {
  const asked = (path: string): readonly string[] => ["", `on=${BEFORE}&known=${known}`, `known=${known}`].map((query) => (query === "" ? path : `${path}${path.includes("?") ? "&" : "?"}${query}`));
  const of = (path: string, ends: readonly string[]): readonly string[] => ends.map((end) => path + end);
  return [
    ...[file, parent, withdrawn, deleted].flatMap((one) => [
      ...of(`/v1/organisations/${one}`, ["", "/standing", "/timeline", "/relations", "/plan", "/restrictions", "/freeing?act=cn:undergo-inspection", "/applies", "/report?purpose=tender"]).flatMap(asked), ...of(`/en/organisations/${one}`, ["", "/plan", "/timeline"]).flatMap(asked),
      ...of(`/en/organisations/${one}`, ["?shelf=list", "?shelf=penalty", "?shelf=history", "/plan.ics", "/applies", "/preflight", ".atom", ".json", ".ics", ".csv", ".xlsx", ".csv?shelf=history"]), `/zh/organisations/${one}`, `/v1/news?about=${one}`, `/v1/dates?about=${one}`,
    ]),
    ...[LIST, "mdb:wbg-debarred", "mdb:ebrd-ineligible"].flatMap((list) => [...of(`/v1/`, [`listings?list=${list}`, `law/${list}/bound`]).flatMap(asked), ...asked(`/en/lists/${list}`), ...of(`/en/lists/${list}`, [".csv", ".xlsx", ".atom", ".json", ".ics"]), `/v1/news?about=${list}`, `/v1/dates?about=${list}`, `/v1/statistics?list=${list}&from=2026-01-01&until=2026-04-01`, `/en/search?list=${list}`, `/en/search.csv?list=${list}`]),
    ...["quarzil", "vanishing", "evaporating", "number-repairedone", "record.repairedone", "listing.masked", MAIL, "77case"].flatMap((text) => of("", ["/en/search?q=", "/en/search.csv?q=", "/v1/organisations?text=", "/en/suggest?q="]).map((path) => path + encodeURIComponent(text))),
    ...asked("/v1/statistics?from=2026-01-01&until=2026-04-01"), "/en/", "/zh/", "/en/lists", "/en/feed.atom", "/en/feed.json", "/en/statistics", "/en/statistics.csv?table=lists", "/en/authorities", "/en/api", "/openapi.json", "/v1/overview", "/v1/news", "/v1/dates", "/v1/scoreboard", "/v1/changes?timepoint=0", "/v1/releases/overdue", "/metrics",
    `/v1/watch-lists/${token}`, ...of(`/en/watch/${token}`, ["", ".atom", ".json"]),
  ];
}

/** Pages followed beside the doors. */
const FOLLOWED_MAX = 120;

async function walk(known: number): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  const [ours, links] = [new RegExp(`/(?:organisations|lists|watch|statistics|timeline|search)|${file}|${parent}`), new Set<string>()];
  const inDoors = doors(known);
  for (const path of [...inDoors, ...links]) said.set(path, await say(path, (link) => ours.test(link) && !inDoors.includes(link) && links.add(link)));
  for (const path of [...links].slice(0, FOLLOWED_MAX)) said.set(path, await say(path, () => undefined));
  return said;
}

/** What is there; what is not says that it is not. What was searched for is the reader's own word. */
async function say(path: string, follow: (link: string) => unknown): Promise<string> {
  const { body, statusCode, headers, rawPayload } = await server.inject({ url: path, headers: { host: "127.0.0.1:8080" } });
  expect([path, statusCode < 500 ? "" : body.slice(0, 500)]).toEqual([path, ""]);
  const type = String(headers["content-type"]);
  if (type.includes("text/html")) for (const [, link = ""] of body.matchAll(/(?:href|src)="(\/en\/[^"#]*)/g)) if (!/\/law\/|sort=|report\.pdf|\/desk/.test(link)) follow(link.replaceAll("&amp;", "&"));
  if (type.includes("spreadsheetml")) return Object.values(unzipSync(new Uint8Array(rawPayload))).map((part) => Buffer.from(part).toString("utf8")).join("\n");
  const { searchParams } = new URL(path, "http://register.example");
  const own = searchParams.get("q") ?? searchParams.get("text") ?? "";
  return own === "" ? released(path, body) : body.replaceAll(own, "");
}

/** Of what has ended the stream of changes says the id alone, which its reader may have been told before, and nothing that says whose it was. */
function released(path: string, body: string): string {
  if (!path.startsWith("/v1/changes")) return body;
  const changes: readonly Readonly<Record<string, unknown>>[] = JSON.parse(body).changes;
  expect(changes.length).toBeGreaterThan(0);
  return JSON.stringify(changes.filter((change) => Object.keys(change).some((name) => !["timepoint", "what", "day", "listing", "record"].includes(name))));
}

function where(said: ReadonlyMap<string, string> | undefined, text: string): readonly string[] {
  return [...present(said, "what was said")].filter(([, each]) => each.toLowerCase().includes(text.toLowerCase())).map(([path]) => path);
}

describe("what the public may see no more is on no page, in no file, answer, feed, calendar or message", () => {
  it.each([
    ["a record repaired", ["record.repairedone", "number-repairedone"], ["matter.repair", "secret reasons"]], ["a record annulled", ["record.annulledone", "number-annulledone"], []],
    ["a listing removed by repair", ["listing.removed"], ["matter.removed", "reasons of removed"]], ["the only listing of another", ["listing.owner"], ["matter.owner", "reasons of owner"]], ["a listing annulled", ["listing.annulled"], ["matter.annulled", "reasons of annulled"]], ["a listing masked", ["listing.masked"], ["matter.masked", "reasons of masked", "matter.stay"]],
    ["a batch withdrawn", [WITHDRAWN], []], ["a list deleted", [DELETED, "77case", "Dew Lane"], []],
  ] as const)("%s", (_what, there, never) => {
    // What is looked for could be found: some of it was there.
    expect(where(before, there[0]).length).toBeGreaterThan(1);
    for (const text of [...there, ...never]) expect([text, where(after, text)]).toEqual([text, []]);
  });

  it("and what stays is there as before; a mail address is shown to nobody at any time", () => {
    for (const text of [ORGANISATION, PARENT, "listing.staying", "record.standing"]) expect([text, where(after, text).length > 1]).toEqual([text, true]);
    expect([where(before, MAIL), where(after, MAIL)]).toEqual([[], []]);
    expect(after?.size).toBeGreaterThan(250);
  });
});
