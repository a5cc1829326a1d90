// Webhooks against a real server on this machine: what is sent, what each answer means, and which addresses nothing is ever sent to.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../test/support/sample-events.ts";
import { byAddress, isPublicAddress, webhookAddress, webhookTransport, type Letter } from "./index.ts";

const heard: { readonly path: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = [];
let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((request, reply) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      heard.push({ path: request.url ?? "", headers: request.headers, body });
      if (request.url === "/silent") return;
      const status = Number((request.url ?? "").slice(1)) || 204;
      reply.writeHead(status, status === 302 ? { location: "/204" } : {});
      if (request.url === "/200") reply.write("x".repeat(1_000_000));
      reply.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const letter = (to: string, more: Partial<Letter> = {}): Letter => ({ key: "alert:a:1", to, subject: "watch.changed", text: "{\"观\":1}", attachments: [], notBefore: instant("2026-03-02T09:00:00.000Z"), ...more });

describe("webhooks", () => {
  it("post the text as it is, with the headers of the message", async () => {
    const sent = await webhookTransport({ loopback: true }).send(letter(`${base}/204`, { headers: { "webhook-id": "m1" } }));
    expect(sent).toEqual({ kind: "sent" });
    expect(heard.at(-1)).toMatchObject({ path: "/204", body: "{\"观\":1}", headers: { "webhook-id": "m1", "content-type": "application/json" } });
  });

  it("say what came of it: taken, to be tried again, gone; a redirect is not followed, silence ends, a long answer is cut", async () => {
    const to = (path: string) => webhookTransport({ loopback: true }, 300).send(letter(`${base}${path}`));
    expect(await to("/200")).toEqual({ kind: "sent" });
    expect(await to("/500")).toEqual({ kind: "failed", error: "it answered 500" });
    expect(await to("/410")).toMatchObject({ kind: "refused" });
    const before = heard.length;
    expect(await to("/302")).toMatchObject({ kind: "failed", error: expect.stringContaining("redirects are not followed") });
    expect(heard.length).toBe(before + 1);
    expect(await to("/silent")).toEqual({ kind: "failed", error: "no answer within 0.3 seconds" });
    expect(await webhookTransport({ loopback: true }).send(letter("http://127.0.0.1:1/"))).toMatchObject({ kind: "failed" });
  });

  it("go to no address that is not public, however it is written, nor to a name that leads to one", async () => {
    const before = heard.length;
    const port = base.slice(base.lastIndexOf(":"));
    for (const host of ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0", "10.0.0.1", "169.254.169.254", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:1]", "192.168.1.1", "a.localhost"]) {
      for (const scheme of ["https", "http"]) expect([host, await webhookTransport({ loopback: false }, 300).send(letter(`${scheme}://${host}${port}/204`))]).toMatchObject([host, { kind: "refused" }]);
    }
    // Only what is looked up at the moment of connecting can tell that this name leads here.
    expect(webhookAddress("https://localhost.localdomain/", { loopback: false }).ok).toBe(true);
    expect((await webhookTransport({ loopback: false }, 2000).send(letter(`https://localhost.localdomain${port}/204`))).kind).toBe("failed");
    expect(heard.length).toBe(before);
    expect(["8.8.8.8", "2606:4700::1111", "not a number"].map(isPublicAddress)).toEqual([true, true, false]);
    for (const text of ["ftp://example.com/", "https://user:pass@example.com/", "https://example.com/#x", "nothing"]) expect([text, webhookAddress(text, { loopback: true }).ok]).toEqual([text, false]);
    expect([webhookAddress("http://example.com/", { loopback: true }).ok, webhookAddress("https://example.com/hook", { loopback: false }).ok]).toEqual([false, true]);
  });

  it("are told from letters by their address", async () => {
    const by = byAddress({ send: async () => ({ kind: "refused", error: "mail" }) }, webhookTransport({ loopback: true }));
    expect([await by.send(letter("desk@example.com")), await by.send(letter(`${base}/204`))]).toEqual([{ kind: "refused", error: "mail" }, { kind: "sent" }]);
  });
});
