// Alerts of watch lists, from what changes on the register to what arrives: at a webhook of this machine, whose signature another program
// verifies, and as letters.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Webhook } from "standardwebhooks";
import { present } from "../domain/terms/index.ts";
import { byAddress, webhookTransport, type Letter, type Transport } from "../exchange/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "../../test/support/invented-lists.ts";
import { openHouse, type House } from "../../test/support/run.ts";
import { findOrganisations } from "./find-organisations.ts";
import type { Registry } from "./registry.ts";
import { sendOutbox } from "./send-outbox.ts";
import { tellWatchers } from "./tell-watchers.ts";
import { addAlert, alertOfReader, answerOfReader, removeAlert, resumeAlert, rotateSecret, testAlert, watchWithAlerts } from "./watch-alerts.ts";
import { forgetWatch, setWatched, watchSuppliers } from "./watch-suppliers.ts";

const STANDS = { name: "Tarn Quarzil Survey Ltd", from: "2024-12-10", to: "2026-12-09" };
const OTHER = { name: "Umbra Quarzil JSC", from: "2024-12-10", to: "2026-12-09" };
const SITE = "http://127.0.0.1:8080";

interface Heard {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function hook(): Promise<{ readonly url: string; readonly heard: Heard[]; status: number }> {
  const found = { url: "", heard: [] as Heard[], status: 204 };
  const server = createServer((request, reply) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => {
      found.heard.push({ headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])), body });
      reply.writeHead(found.status).end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  found.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return found;
}

async function house(): Promise<House & { readonly registry: Registry; readonly token: string; readonly file: string }> {
  const opened = await openHouse({ day: "2025-03-01" });
  const registry: Registry = { ...opened.registry, webhookLoopback: true };
  await handIn(opened, worldBankCsv("2025-02-28", [STANDS, OTHER]), WORLD_BANK);
  const file = present((await findOrganisations(registry, STANDS.name)).found[0], "the firm").file;
  const token = await watchSuppliers(registry, { label: "ours", files: [file] });
  if (!token.ok) throw new Error(token.error.message);
  return { ...opened, registry, token: token.value, file };
}

function post(letters: Letter[] = []): Transport {
  return byAddress({ send: async (letter) => (letters.push(letter), { kind: "sent" }) }, webhookTransport({ loopback: true }));
}

async function made(registry: Registry, token: string, target: string, pace: "atOnce" | "daily" = "atOnce"): Promise<{ readonly id: string; readonly secret: string }> {
  const alert = await addAlert(registry, token, { target, pace, language: "en", site: SITE });
  if (!alert.ok) throw new Error(alert.error.message);
  return { id: alert.value.alert.id, secret: alert.value.secret ?? "" };
}

async function send(registry: Registry, transport: Transport): Promise<void> {
  await tellWatchers(registry);
  await sendOutbox(registry, transport);
}

/** Its properties, each function tied to it. */
function bound(target: object): Readonly<Record<string | symbol, unknown>> {
  return Object.fromEntries([...Object.getOwnPropertyNames(target), ...Object.getOwnPropertyNames(Object.getPrototypeOf(target))].map((name) => { const value: unknown = Reflect.get(target, name); return [name, typeof value === "function" ? value.bind(target) : value]; }));
}

/** As a receiver verifies it with the library of the standard, at the time it was sent. */
function verified(secret: string, { headers, body }: Heard): ReturnType<typeof JSON.parse> {
  vi.useFakeTimers({ toFake: ["Date"], now: Number(headers["webhook-timestamp"]) * 1000 });
  try {
    return new Webhook(secret).verify(body, { ...headers });
  } finally {
    vi.useRealTimers();
  }
}

describe("watch alerts", () => {
  it("tell a webhook once what changed, signed, and of what has ended only that less binds", async () => {
    const at = await house();
    const receiver = await hook();
    const { secret } = await made(at.registry, at.token, receiver.url);
    await send(at.registry, post());
    expect(receiver.heard).toEqual([]);
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    await send(at.registry, post());
    await send(at.registry, post());
    expect(receiver.heard).toHaveLength(1);
    const told = verified(secret, present(receiver.heard[0], "a message"));
    expect(told).toMatchObject({ type: "watch.changed", data: { list: { label: "ours" }, on: "2025-03-05", changes: [{ organisation: { file: at.file, name: STANDS.name }, what: "freed", before: { state: "bound" }, lists: [] }] } });
    expect(receiver.heard[0]?.body).not.toContain("wbg");
    // On again: newly bound, and told which list.
    at.setDay("2025-03-08");
    await handIn(at, worldBankCsv("2025-03-07", [STANDS, OTHER]), WORLD_BANK);
    await send(at.registry, post());
    expect(verified(secret, present(receiver.heard[1], "a second message")).data.changes).toMatchObject([{ what: "bound", now: { state: "bound" }, lists: [{ list: "mdb:wbg-debarred" }] }]);
    expect(receiver.heard[1]?.headers["webhook-id"]).not.toBe(receiver.heard[0]?.headers["webhook-id"]);
  });

  it("are sent again under the same id where they were not taken, and stop with the reason said where they never are", async () => {
    const at = await house();
    const receiver = await hook();
    const { id } = await made(at.registry, at.token, receiver.url);
    receiver.status = 500;
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    for (let day = 5; day < 13; day += 1) {
      at.setDay(`2025-03-${String(day).padStart(2, "0")}`);
      await send(at.registry, post());
      // Its clock stands still within a day: what waits for minutes or hours is due by the next.
    }
    expect(receiver.heard.length).toBeGreaterThan(2);
    expect(new Set(receiver.heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    receiver.status = 410;
    at.setDay("2025-03-20");
    await send(at.registry, post());
    await send(at.registry, post());
    const shown = await watchWithAlerts(at.registry, at.token);
    expect(shown.ok ? shown.value.alerts : []).toMatchObject([{ id, state: "stopped", why: "undelivered", deliveries: [{ state: "refused", error: expect.stringContaining("410") }] }]);
    receiver.status = 204;
    expect((await resumeAlert(at.registry, at.token, id)).ok).toBe(true);
    at.setDay("2025-03-22");
    await handIn(at, worldBankCsv("2025-03-21", [STANDS, OTHER]), WORLD_BANK);
    const before = receiver.heard.length;
    await send(at.registry, post());
    expect(receiver.heard.length).toBe(before + 1);
  });

  it("whatever a process leaves undone when it ends is done by the next, under the same key, and no change is lost", async () => {
    const at = await house();
    const receiver = await hook();
    const { id } = await made(at.registry, at.token, receiver.url);
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    // It ended after the alert had moved on and before the message was in the outbox; then something else changed.
    const { ledger } = at.registry;
    const failing: Registry = { ...at.registry, ledger: new Proxy(ledger, { get: (target, name) => (name === "outbox" ? { ...bound(target.outbox), put: () => Promise.reject(new Error("killed")) } : bound(target)[name]) }) };
    await expect(tellWatchers(failing)).rejects.toThrow("killed");
    expect((await at.registry.ledger.watchAlerts.find(id))?.due).not.toBe("");
    at.setDay("2025-03-08");
    await handIn(at, worldBankCsv("2025-03-07", [STANDS, OTHER]), WORLD_BANK);
    await send(at.registry, post());
    await send(at.registry, post());
    expect(receiver.heard.map(({ headers, body }) => [headers["webhook-id"], JSON.parse(body).data.changes[0].what])).toEqual([[`alert_${id}_1`, "freed"], [`alert_${id}_2`, "bound"]]);
  });

  it("ask by letter first, tell only whom they were confirmed for, once a day, with the way to stop in every letter", async () => {
    const at = await house();
    const letters: Letter[] = [];
    await made(at.registry, at.token, "desk@example.com", "daily");
    await send(at.registry, post(letters));
    expect(letters.map(({ to }) => to)).toEqual(["desk@example.com"]);
    const code = /\/en\/watch-alerts\/([\w-]+)/.exec(letters[0]?.text ?? "")?.[1] ?? "";
    expect((await alertOfReader(at.registry, code)).ok).toBe(true);
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    await send(at.registry, post(letters));
    expect(letters).toHaveLength(1);
    expect(await answerOfReader(at.registry, code, true)).toMatchObject({ ok: true, value: { state: "on" } });
    await handIn(at, worldBankCsv("2025-03-05", [STANDS, OTHER]), WORLD_BANK);
    await send(at.registry, post(letters));
    expect(letters).toHaveLength(1);
    at.setDay("2025-03-06");
    await send(at.registry, post(letters));
    expect(letters).toHaveLength(2);
    expect(letters[1]).toMatchObject({ subject: "Watch list: 1 organisation changed", headers: { "List-Unsubscribe": `<${SITE}/en/watch-alerts/${code}>` } });
    expect(letters[1]?.text).toContain(`${STANDS.name}: newly bound`);
    await answerOfReader(at.registry, code, false);
    at.setDay("2025-03-09");
    await handIn(at, worldBankCsv("2025-03-08", [OTHER]), WORLD_BANK);
    await send(at.registry, post(letters));
    expect(letters).toHaveLength(2);
    expect((await resumeAlert(at.registry, at.token, (await at.registry.ledger.watchAlerts.of())[0]?.id ?? "")).ok).toBe(false);
  });

  it("what a reader says while one looks counts, and so does a secret given meanwhile: nothing puts back what was there before", async () => {
    const at = await house();
    const letters: Letter[] = [];
    const receiver = await hook();
    await made(at.registry, at.token, "desk@example.com");
    const { id, secret } = await made(at.registry, at.token, receiver.url);
    const code = present((await at.registry.ledger.watchAlerts.of()).find(({ kind }) => kind === "mail"), "the alert by mail").code;
    await answerOfReader(at.registry, code, true);
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    let again = "";
    const interrupted: Registry = { ...at.registry, ledger: new Proxy(at.registry.ledger, { get: (target, name) => (name !== "toldHead" ? bound(target)[name] : async () => {
      await answerOfReader(at.registry, code, false);
      const rotated = again === "" ? await rotateSecret(at.registry, at.token, id) : undefined;
      if (rotated?.ok === true) again = rotated.value.secret ?? "";
      return target.toldHead();
    }) }) };
    await tellWatchers(interrupted);
    expect((await at.registry.ledger.watchAlerts.withCode(code))).toMatchObject({ state: "stopped", why: "reader" });
    await send(at.registry, post(letters));
    expect(letters).toEqual([]);
    expect(again).not.toBe(secret);
    expect(verified(again, present(receiver.heard[0], "a message"))).toMatchObject({ data: { changes: [{ what: "freed" }] } });
  });

  it("what comes in while one looks is told next time, to every alert of the list", async () => {
    const at = await house();
    const receivers = [await hook(), await hook()];
    for (const { url } of receivers) await made(at.registry, at.token, url);
    at.setDay("2025-03-05");
    await handIn(at, worldBankCsv("2025-03-04", [STANDS]), WORLD_BANK);
    let asked = 0;
    // The first alert has looked at the list when another edition comes in; the second is told by what the first has seen.
    const racing: Registry = { ...at.registry, ledger: new Proxy(at.registry.ledger, { get: (target, name) => (name !== "toldHead" ? bound(target)[name] : async () => {
      asked += 1;
      if (asked === 4) await handIn(at, worldBankCsv("2025-03-05", [OTHER]), WORLD_BANK);
      return target.toldHead();
    }) }) };
    await tellWatchers(racing);
    expect(asked).toBe(4);
    await send(at.registry, post());
    expect(receivers.map(({ heard }) => heard.map(({ body }) => JSON.parse(body).data.changes[0].what))).toEqual([["freed"], ["freed"]]);
  });

  it("follow an organisation whose files are joined and separated", async () => {
    const at = await house();
    const receiver = await hook();
    const other = present((await findOrganisations(at.registry, OTHER.name)).found[0], "the other").file;
    at.setDay("2025-03-03");
    await handIn(at, worldBankCsv("2025-03-02", [OTHER]), WORLD_BANK);
    await made(at.registry, at.token, receiver.url);
    at.setDay("2025-03-05");
    expect((await at.run("join", at.file, other, "--reason", "one firm")).stderr).toBe("");
    await send(at.registry, post());
    expect((await at.run("separate", at.file, other, "--reason", "two after all")).stderr).toBe("");
    await send(at.registry, post());
    expect(receiver.heard.map(({ body }) => JSON.parse(body).data.changes.map(({ what }: { readonly what: string }) => what))).toEqual([["bound"], ["freed"]]);
  });

  it("are tried out, get another secret, and are gone with the list; nothing leaves for an alert that is gone", async () => {
    const at = await house();
    const receiver = await hook();
    const { id, secret } = await made(at.registry, at.token, receiver.url);
    await testAlert(at.registry, at.token, id);
    await send(at.registry, post());
    expect(verified(secret, present(receiver.heard[0], "a test"))).toMatchObject({ type: "watch.test", data: { changes: [] } });
    const again = await rotateSecret(at.registry, at.token, id);
    expect([again.ok && again.value.secret !== secret, again.ok && again.value.secret?.startsWith("whsec_")]).toEqual([true, true]);
    await testAlert(at.registry, at.token, id);
    await forgetWatch(at.registry, at.token);
    expect(await at.registry.ledger.watchAlerts.of()).toEqual([]);
    await send(at.registry, post());
    expect(receiver.heard).toHaveLength(1);
    expect((await watchWithAlerts(at.registry, at.token)).ok).toBe(false);
  });

  it("are refused for what is no public address, twice, and beyond five; whom a list names anew is no change", async () => {
    const at = await house();
    const closed: Registry = { ...at.registry, webhookLoopback: false };
    for (const [target, kind] of [["nothing", "alertForm"], ["http://example.com/", "alertHttp"], ["https://10.0.0.1/", "alertPrivate"], ["https://localhost/", "alertPrivate"]] as const) {
      expect(await addAlert(closed, at.token, { target, pace: "atOnce", language: "en", site: SITE })).toMatchObject({ ok: false, error: { code: "alert-refused", facts: { kind } } });
    }
    for (let index = 0; index < 5; index += 1) await made(at.registry, at.token, `desk${index}@example.com`);
    expect(await addAlert(closed, at.token, { target: "desk1@example.com", pace: "atOnce", language: "en", site: SITE })).toMatchObject({ error: { facts: { kind: "alertThere" } } });
    expect(await addAlert(closed, at.token, { target: "more@example.com", pace: "atOnce", language: "en", site: SITE })).toMatchObject({ error: { facts: { kind: "alertMany" } } });
    for (const { id } of await at.registry.ledger.watchAlerts.of()) await removeAlert(at.registry, at.token, id);
    const receiver = await hook();
    await made(at.registry, at.token, receiver.url);
    const other = present((await findOrganisations(at.registry, OTHER.name)).found[0], "the other").file;
    expect((await setWatched(at.registry, at.token, [other])).ok).toBe(true);
    at.setDay("2025-03-02");
    await send(at.registry, post());
    expect(receiver.heard).toEqual([]);
  });
});
