// `watch …` from the command line, every command and each wrong use of it: a list made, looked at, changed and deleted, and its alerts by mail
// and by webhook. What is sent arrives at a receiver of this machine.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byAddress, webhookTransport, type Letter } from "../src/exchange/index.ts";
import { handIn, WORLD_BANK, worldBankCsv } from "./support/invented-lists.ts";
import { openHouse, type House, type Ran } from "./support/run.ts";

const [STANDS, OTHER] = [{ name: "Tarn Quarzil Survey Ltd", from: "2024-12-10", to: "2026-12-09" }, { name: "Umbra Quarzil JSC", from: "2024-12-10", to: "2026-12-09" }];
const NOBODY = "A".repeat(32);

let house: House;
let url = "";
const letters: Letter[] = [];
const heard: { status: number; readonly bodies: string[] } = { status: 204, bodies: [] };
const receiver = createServer((request, reply) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => {
    heard.bodies.push(body);
    reply.writeHead(heard.status).end();
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  house = await openHouse({ day: "2025-03-01", loopback: true, transport: byAddress({ send: async (letter) => (letters.push(letter), { kind: "sent" }) }, webhookTransport({ loopback: true })) });
  await handIn(house, worldBankCsv("2025-02-28", [STANDS, OTHER]), WORLD_BANK);
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const watch = (...args: readonly string[]): Promise<Ran> => house.run("watch", ...args);

async function done(...args: readonly string[]): Promise<string> {
  const ran = await watch(...args);
  expect([args, ran.status, ran.stderr]).toEqual([args, 0, ""]);
  return ran.stdout;
}

async function list(...names: readonly string[]): Promise<string> {
  return (await done("make", ...names, "--label", "ours")).split("\n")[0] ?? "";
}

describe("watch make, show, set, delete", () => {
  it("make a list that only its token finds, show it, change whom it names, and delete it", async () => {
    const made = await done("make", STANDS.name, "--label", "  our\nsuppliers ");
    expect(made).toMatch(/^[\w-]{32}\n1 watched; keep the token, it is shown this once\n$/);
    const token = made.split("\n")[0] ?? "";
    expect(await done("show", token)).toMatch(/^our suppliers, on 2025-03-01: 1 watched\n[^]* {2}P\d{8} {2}Tarn Quarzil Survey Ltd {2}bound, earliest way out 2026-12-10\n$/);
    expect(await done("set", token, OTHER.name, STANDS.name, OTHER.name)).toBe("2 watched\n");
    const shown = await house.json("watch", "show", token);
    expect([...shown["organisations"] ?? []].map((each) => each["organisation"]?.["name"])).toEqual([OTHER.name, STANDS.name]);
    expect(await done("delete", token)).toBe("deleted\n");
    for (const command of ["show", "delete"]) expect((await watch(command, token)).status).toBe(1);
  });

  it("say what is wrong: nobody of this name, whoever may be meant, no list, no organisation named", async () => {
    const made = await watch("make", STANDS.name, "Nobody at all", "Quarzil");
    expect([made.status, made.stdout]).toEqual([1, ""]);
    expect(made.stderr).toContain("2 of 3 organisations cannot be watched");
    // A number of a person is not said again.
    const person = await watch("make", "11010519491231002X");
    expect([person.status, `${person.stdout}${person.stderr}`.includes("11010519491231002X")]).toEqual([1, false]);
    for (const args of [["show", NOBODY], ["delete", NOBODY], ["set", NOBODY, STANDS.name], ["alert", NOBODY, "desk@example.com"], ["test", NOBODY, "w1"], ["secret", NOBODY, "w1"], ["resume", NOBODY, "w1"], ["remove", NOBODY, "w1"]]) {
      const ran = await watch(...args);
      expect([args, ran.status, ran.stdout, ran.stderr.includes("there is no watch list at this address")]).toEqual([args, 1, "", true]);
      const json = await house.json("watch", ...args);
      expect([args, json["error"]?.["code"]]).toEqual([args, "watch-unknown"]);
    }
  });

  it("are used wrongly with status 2 and a word on how", async () => {
    for (const args of [[], ["make"], ["show"], ["set", NOBODY], ["delete"], ["alert", NOBODY], ["test", NOBODY], ["secret", NOBODY], ["resume"], ["remove", NOBODY], ["nothing"], ["make", "x", "--colour", "red"], ["alert", NOBODY, "a@example.com", "--language", "fr"], ["alert", NOBODY, "a@example.com", "--origin", "register.example"], ["alert", NOBODY, "a@example.com", "--origin", "https://register.example/zh"], ["alert", NOBODY, "a@example.com", "--origin", "javascript:alert(1)"], ["show", NOBODY, "too", "many"]]) {
      const ran = await watch(...args);
      expect([args, ran.status, ran.stdout]).toEqual([args, 2, ""]);
      expect(ran.stderr.length).toBeGreaterThan(10);
    }
  });
});

describe("watch alert, test, secret, resume, remove", () => {
  it("tell a webhook, try it out, change its secret, begin again where it was given up, and remove it", async () => {
    const token = await list(STANDS.name);
    const made = await done("alert", token, url, "--at-once", "--language", "en");
    const [, id = "", secret = ""] = /^ {2}alert (w\w+): webhook to http:\/\/127\.0\.0\.1:\d+\/hook, at once, on\n(whsec_[\w+/=]+)\n$/.exec(made) ?? [];
    expect(id).not.toBe("");
    expect(await done("show", token)).toContain(`  alert ${id}: webhook to ${url}, at once, on\n`);
    expect(await done("test", token, id)).toMatch(new RegExp(`^ {2}alert ${id}: .*\n {4}alert_${id}_test-\\w+: waiting\n$`));
    expect((await house.run("outbox", "send")).status).toBe(0);
    expect(JSON.parse(heard.bodies.at(-1) ?? "{}")).toMatchObject({ type: "watch.test", data: { list: { label: "ours" }, changes: [] } });
    const rotated = await done("secret", token, id);
    expect(rotated).toMatch(/^whsec_[\w+/=]{44}\n$/);
    expect(rotated).not.toBe(`${secret}\n`);
    // Neither is shown again, as words or as JSON.
    for (const shown of [await done("show", token), JSON.stringify(await house.json("watch", "show", token))]) expect(shown).not.toContain("whsec_");
    expect((await watch("resume", token, id)).status).toBe(1);
    heard.status = 410;
    house.setDay("2025-03-05");
    await handIn(house, worldBankCsv("2025-03-04", [OTHER]), WORLD_BANK);
    for (let round = 0; round < 2; round += 1) await house.run("outbox", "send");
    expect(await done("show", token)).toMatch(/, stopped \(undelivered\)\n {4}alert_\w+_1: refused: it answered 410/);
    // Whoever looks through the outbox is told whose word is waited for.
    const outbox = await house.run("outbox", "--state", "refused");
    expect([outbox.stdout.includes("begins its alert again"), outbox.stdout.includes("mail address")]).toEqual([true, false]);
    expect((await watch("test", token, id)).status).toBe(1);
    heard.status = 204;
    expect(await done("resume", token, id)).toContain(`alert ${id}: webhook to ${url}, at once, on\n`);
    expect(await done("remove", token, id)).toBe("removed\n");
    for (const command of ["test", "secret", "resume", "remove"]) {
      const ran = await watch(command, token, id);
      expect([command, ran.status, ran.stderr.includes("there is no such alert")]).toEqual([command, 1, true]);
    }
  });

  it("ask a mail address first and have no secret for it; an alert of one list is none of another's", async () => {
    const [token, other] = [await list(STANDS.name), await list(OTHER.name)];
    const made = await house.json("watch", "alert", token, "desk@example.com", "--origin", "https://register.example");
    expect(made).toMatchObject({ secret: null, alert: { kind: "mail", state: "unconfirmed", pace: "daily", language: "zh" } });
    const id = String(made["alert"]?.["id"]);
    await house.run("outbox", "send");
    expect(letters.at(-1)).toMatchObject({ to: "desk@example.com", text: expect.stringContaining("https://register.example/zh/watch-alerts/") });
    for (const [command, words] of [["secret", "mail has no secret"], ["test", "nothing is sent to this address now"], ["resume", "there is nothing to begin again"]] as const) {
      const ran = await watch(command, token, id);
      expect([command, ran.status, ran.stderr.includes(words)]).toEqual([command, 1, true]);
    }
    for (const command of ["test", "secret", "resume", "remove"]) expect((await watch(command, other, id)).stderr).toContain("there is no such alert");
    expect((await watch("alert", token, "desk@example.com")).stderr).toContain("tells this address already");
    for (const target of ["nothing", "http://register.example/", "https://10.0.0.1/", "https://user:secret@example.com/"]) {
      const ran = await watch("alert", token, target);
      expect([target, ran.status, ran.stdout]).toEqual([target, 1, ""]);
    }
    expect(await done("delete", token)).toBe("deleted\n");
    expect(await house.ledger.watchAlerts.find(id)).toBeNull();
  });
});
