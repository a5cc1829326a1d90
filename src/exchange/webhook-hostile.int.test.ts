// Webhooks against whoever means harm: addresses of this machine and the networks around it in every spelling, names that lead there, and
// receivers that answer slowly, without end or in no language at all. Nothing here leaves this machine: names are resolved by this file.
import type { LookupAddress } from "node:dns";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { instant } from "../../test/support/sample-events.ts";
import { isPublicAddress, webhookAddress, webhookTransport, type Delivery, type Letter } from "./index.ts";

const names = new Map<string, readonly LookupAddress[]>();
const lookedUp: string[] = [];
vi.mock("node:dns", () => ({
  lookup: (host: string, _options: object, callback: (error: Error | null, addresses: readonly LookupAddress[]) => void) => {
    lookedUp.push(host);
    const found = names.get(host);
    setImmediate(() => callback(found === undefined ? new Error(`getaddrinfo ENOTFOUND ${host}`) : null, found ?? []));
  },
}));

/** What it says to whoever connects, and how many did. */
const server = { answer: (_socket: Socket): void => undefined, connections: 0 };
const open = new Set<Socket>();
let listening: Server;
let port = 0;
beforeAll(async () => {
  listening = createServer((socket) => {
    server.connections += 1;
    socket.on("error", () => undefined);
    open.add(socket);
    socket.once("close", () => void open.delete(socket));
    socket.once("data", () => server.answer(socket));
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  port = (listening.address() as AddressInfo).port;
});
afterAll(() => void listening.close());
beforeEach(() => {
  Object.assign(server, { answer: () => undefined, connections: 0 });
  lookedUp.length = 0;
});

const letter = (to: string): Letter => ({ key: "alert:a:1", to, subject: "watch.changed", text: "{}", attachments: [], notBefore: instant("2026-03-02T09:00:00.000Z") });

/** This machine, the networks around it, the addresses at which clouds tell machines their secrets, and what carries one of these. */
const SPELLINGS = [
  "127.0.0.1", "127.1", "127.0.0.1.", "127.255.255.254", "2130706433", "017700000001", "0177.0.0.1", "0x7f000001", "0x7f.0.0.1", "0x7F.1", "１２７.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "%31%32%37.0.0.1", "0", "0.0.0.0", "00.0x0.0",
  "localhost", "LOCALHOST", "localhost.", "%6cocalhost", "ｌocalhost", "any.localhost", "any.localhost.",
  "10.0.0.1", "012.0.0.1", "167772161", "172.16.0.1", "172.31.255.255", "192.168.0.1", "0xc0a80001", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255",
  "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "100.100.100.200", "192.0.0.192", "168.63.129.16",
  "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:a9fe:a9fe]", "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[2001:db8::1]",
  "[fe80::1]", "[febf::1]", "[fec0::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[100::1]", "[5f00::1]",
];

describe("addresses that are not public", () => {
  it("are refused however they are spelled, before anything is looked up or connected to", async () => {
    for (const host of SPELLINGS) {
      for (const url of [`https://${host}/`, `https://${host}:${port}/hook?a=1`, `HTTPS:\\\\${host}:${port}\\`, ` https://${host}:0${port}/ `, `http://${host}:${port}/`]) {
        expect([url, webhookAddress(url, { loopback: false }).ok]).toEqual([url, false]);
        expect([url, await webhookTransport({ loopback: false }, 300).send(letter(url))]).toMatchObject([url, { kind: "refused" }]);
      }
    }
    expect([server.connections, lookedUp]).toEqual([0, []]);
  });

  it("are no more open to whoever says who they are, or what they want besides", () => {
    for (const url of [
      "https://example.com@127.0.0.1/", "https://127.0.0.1@example.com/", "https://user:@example.com/", "https://:pass@example.com/", "https://example.com#@127.0.0.1/", "https://example.com/#", "https://", "https:///", "//example.com/", "example.com", "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/",
      "unix:/var/run/docker.sock", "javascript:alert(1)", "data:text/plain,x", "https://[::1%25lo]/", "https://[fe80::1%eth0]/", "https://exa mple.com/", "https://example.com:99999/", `https://example.com/${"a".repeat(2000)}`, "https://256.0.0.1/", "https://1.2.3.4.5/", "", " ",
    ]) {
      const address = webhookAddress(url, { loopback: false });
      // An empty fragment is none; whatever is taken goes to the host that was named and no other.
      expect([url, address.ok ? address.value.hostname : "refused"]).toEqual([url, url === "https://example.com/#" ? "example.com" : "refused"]);
    }
  });

  it("are told from public ones at the edges of each range", () => {
    const edges = ["9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2000::1", "2001:200::1", "2003::1", "2606:4700::1111", "3ffe:ffff::1"];
    expect(edges.filter((address) => !isPublicAddress(address))).toEqual([]);
    expect(["1fff:ffff::1", "4000::", "2001:1ff::1", "2002::", "3fff::1", "::ffff:8.8.8.8", "1.2.3", "", "example.com"].filter(isPublicAddress)).toEqual([]);
  });
});

describe("names that lead where nothing may be sent", () => {
  const PUBLIC: LookupAddress = { address: "8.8.8.8", family: 4 };
  it.each([
    ["this machine", [{ address: "127.0.0.1", family: 4 }]], ["this machine by six", [{ address: "::1", family: 6 }]], ["a cloud's secrets", [{ address: "169.254.169.254", family: 4 }]], ["a carried address", [{ address: "::ffff:127.0.0.1", family: 6 }]], ["a link", [{ address: "fe80::1%lo", family: 6 }]],
    ["a public and a private address", [PUBLIC, { address: "10.0.0.1", family: 4 }]], ["a private and a public address", [{ address: "127.0.0.1", family: 4 }, PUBLIC]], ["nowhere", []],
  ] as const)("to %s are not connected to", async (_what, addresses) => {
    names.set("hook.example", addresses);
    expect(webhookAddress(`https://hook.example:${port}/`, { loopback: false }).ok).toBe(true);
    const sent = await webhookTransport({ loopback: false }, 1000).send(letter(`https://hook.example:${port}/`));
    expect(sent).toEqual({ kind: "failed", error: "it cannot be reached: the name leads to an address that is not public" });
    expect(server.connections).toBe(0);
  });

  it("are looked up once for each attempt, and what was looked at is what is connected to", async () => {
    names.set("hook.example", [{ address: "127.0.0.1", family: 4 }]);
    server.answer = (socket) => void socket.end("HTTP/1.1 204 No Content\r\n\r\n");
    // Where this machine is allowed its name is looked up in the same way, so that the way itself is seen to work.
    names.set("localhost", [{ address: "127.0.0.1", family: 4 }]);
    expect(await webhookTransport({ loopback: true }, 1000).send(letter(`http://localhost:${port}/`))).toEqual({ kind: "sent" });
    expect([lookedUp, server.connections]).toEqual([["localhost"], 1]);
    names.set("localhost", [{ address: "10.0.0.1", family: 4 }]);
    expect(await webhookTransport({ loopback: true }, 1000).send(letter(`http://localhost:${port}/`))).toMatchObject({ kind: "failed" });
    expect([lookedUp, server.connections]).toEqual([["localhost", "localhost"], 1]);
  });

  it("and redirects there are not followed, whatever their number", async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      server.connections = 0;
      server.answer = (socket) => void socket.end(`HTTP/1.1 ${status} Elsewhere\r\nLocation: http://127.0.0.1:${port}/inner\r\nRefresh: 0; url=http://127.0.0.1:${port}/inner\r\nContent-Length: 0\r\n\r\n`);
      expect(await webhookTransport({ loopback: true }, 1000).send(letter(`http://127.0.0.1:${port}/`))).toEqual({ kind: "failed", error: `it answered ${status} and would lead elsewhere; redirects are not followed` });
      expect(server.connections).toBe(1);
    }
  });
});

describe("receivers that answer slowly, without end, or nothing that is HTTP", () => {
  const send = (): Promise<Delivery> => webhookTransport({ loopback: true }, 400).send(letter(`http://127.0.0.1:${port}/`));
  const failing: readonly (readonly [string, (socket: Socket) => void, string])[] = [
    ["a heading a byte at a time", (socket) => { socket.write("HTTP/1.1 200 OK\r\nX: "); endlessly("x", 20)(socket); }, "no answer within 0.4 seconds"],
    ["to be continued for ever", endlessly("HTTP/1.1 100 Continue\r\n\r\n", 5), "no answer within 0.4 seconds"],
    ["headings without end", endlessly(`X: ${"x".repeat(4000)}\r\n`, 1), "it cannot be reached: Parse Error"],
    ["the greeting of a mail server", (socket) => void socket.write("220 mail.example ESMTP\r\n"), "it cannot be reached: Parse Error"],
    ["nothing, and hangs up", (socket) => void socket.destroy(), "it cannot be reached: "],
  ];
  it.each(failing)("%s: it has failed, in time, and nobody is left connected", async (_what, answer, error) => {
    server.answer = answer;
    const before = performance.now();
    expect(await send()).toEqual({ kind: "failed", error: expect.stringContaining(error) });
    expect(performance.now() - before).toBeLessThan(2000);
    await expect.poll(() => open.size).toBe(0);
  });

  it.each([["quickly", "x".repeat(100_000), 1], ["slowly", "x", 20]] as const)("a taken message whose answer goes on for ever %s is taken, and the answer is cut", async (_how, text, every) => {
    server.answer = (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      endlessly(text, every)(socket);
    };
    expect(await send()).toEqual({ kind: "sent" });
    await expect.poll(() => open.size, { timeout: 3000 }).toBe(0);
  });
});

/** Again and again until nobody listens. */
function endlessly(text: string, every: number): (socket: Socket) => void {
  return (socket) => {
    const timer = setInterval(() => void socket.write(text), every);
    socket.once("close", () => void clearInterval(timer));
  };
}
