// The transports against a real folder and a real SMTP server that takes letters, refuses them, puts them off and breaks the line.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { answer, startMailServer, type MailServer, type MailServerOptions } from "../../test/support/mail-server.ts";
import { instant } from "../../test/support/sample-events.ts";
import { fileTransport, smtpTransport, type Letter, type Transport } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "probity-letters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FROM = "register@example.org";
const letter = (key: string, more: Partial<Letter> = {}): Letter => ({ key, to: "desk@example.com", subject: "Notice 通知", text: "Please answer.\n请答复。\n", attachments: [], notBefore: instant("2026-03-02T09:00:00.000Z"), ...more });
const pdf = { name: "通知.pdf", mediaType: "application/pdf", content: Uint8Array.from({ length: 100_000 }, (_, index) => index & 255) };

describe("letters to files", () => {
  it("writes one file a letter, with its files, and the same again changes nothing", async () => {
    const place = join(folder, "made", "on the way");
    const transport = fileTransport(place, FROM);
    const one = letter("notice:m-1:1", { attachments: [pdf] });
    expect(await Promise.all([transport.send(one), transport.send(one), transport.send(one)])).toEqual([{ kind: "sent" }, { kind: "sent" }, { kind: "sent" }]);
    const [name = "", ...others] = readdirSync(place);
    expect([name, others]).toEqual([expect.stringMatching(/^notice-m-1-1-[0-9a-f]{16}\.eml$/), []]);
    const written = readFileSync(join(place, name));
    expect(await transport.send(one)).toEqual({ kind: "sent" });
    expect([readdirSync(place), Buffer.compare(readFileSync(join(place, name)), written)]).toEqual([[name], 0]);
    const text = written.toString("utf8");
    expect(text).toMatch(/^From: register@example\.org\r?$/m);
    expect(text).toMatch(/^To: desk@example\.com\r?$/m);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(text).toMatch(/^Date: Mon, 02 Mar 2026 09:00:00 \+0000\r?$/m);
    expect(text).toMatch(/^Message-ID: <[0-9a-f]{40}@example\.org>\r?$/m);
    expect(text).toContain(Buffer.from(pdf.content).toString("base64").slice(0, 60));
  });

  it("gives every key a file of its own inside the folder, whatever the key", async () => {
    const place = join(folder, "keys");
    const keys = ["../../etc/passwd", "..", "a/b", "a-b", "a b", "通知", "x".repeat(500), "con", ".hidden"];
    for (const key of keys) expect(await fileTransport(place, FROM).send(letter(key))).toEqual({ kind: "sent" });
    expect(readdirSync(place)).toHaveLength(keys.length);
  });

  it("writes the same bytes wherever it writes", async () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    for (const place of [one, two]) await fileTransport(place, FROM).send(letter("a", { attachments: [pdf] }));
    const [name = ""] = readdirSync(one);
    expect(readFileSync(join(two, name), "utf8")).toBe(readFileSync(join(one, name), "utf8"));
  });

  it("takes a letter to somebody without a mail address, and lets no line of it become a header", async () => {
    const place = join(folder, "names");
    await fileTransport(place, FROM).send(letter("a", { to: "Tideway Ferry Co. Ltd.\r\nBcc: all@example.com", subject: "One\r\nBcc: all@example.com" }));
    const text = readFileSync(join(place, readdirSync(place)[0] ?? ""), "utf8");
    expect(text).toContain("Tideway Ferry");
    expect(text).not.toMatch(/^Bcc:/m);
  });

  it("says so where the folder cannot be written, and leaves nothing half written", async () => {
    const place = join(folder, "a file");
    writeFileSync(place, "");
    expect(await fileTransport(place, FROM).send(letter("a"))).toEqual({ kind: "unreachable", error: expect.stringContaining("cannot be written") });
  });
});

describe("letters by SMTP", () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  async function serve(options: MailServerOptions = {}): Promise<MailServer> {
    const server = await startMailServer(options);
    stops.push(() => server.stop());
    return server;
  }
  function over(url: string, silenceMilliseconds = 5000): Transport {
    const transport = smtpTransport(url, FROM, silenceMilliseconds);
    if (!transport.ok) throw new Error(transport.error);
    return transport.value;
  }
  /** A server that does not know the protocol, or breaks it: what it does with each piece that comes. */
  async function talk(hear: (socket: Socket, said: string) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.write("220 here\r\n");
      socket.on("data", (part) => hear(socket, part.toString()));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    stops.push(() => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }));
    const address = server.address();
    return `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  }

  it("hands a letter over whole, under an id made of its key", async () => {
    const server = await serve();
    const transport = over(server.url);
    expect(await transport.send(letter("a", { attachments: [pdf], text: "One.\n.\nTwo.\n" }))).toEqual({ kind: "sent" });
    expect(await transport.send(letter("b"))).toEqual({ kind: "sent" });
    expect(await transport.send(letter("a", { attachments: [pdf] }))).toEqual({ kind: "sent" });
    const [first, second, again] = server.taken;
    expect([first?.from, first?.to]).toEqual([FROM, ["desk@example.com"]]);
    expect(first?.text).toContain(Buffer.from(pdf.content).toString("base64").slice(0, 60));
    expect(first?.text).toContain("Two.");
    expect(first?.messageId).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
    expect(first?.messageId).not.toBe(second?.messageId);
    expect(again?.messageId).toBe(first?.messageId);
  });

  it("signs in where the address names somebody, and says that it cannot be let in", async () => {
    const server = await serve({ authOptional: false, allowInsecureAuth: true, onAuth: ({ username, password }, _session, done) => (username === "us er" && password === "p@ss" ? done(null, { user: "us" }) : done(new Error("wrong password"))) });
    const url = (who: string): string => server.url.replace("//", `//${who}@`);
    expect(await over(url("us%20er:p%40ss")).send(letter("a"))).toEqual({ kind: "sent" });
    const refused = await over(url("us%20er:secret")).send(letter("b"));
    expect(refused).toEqual({ kind: "unreachable", error: expect.stringContaining("wrong password") });
    expect(JSON.stringify(refused)).not.toContain("secret");
    expect(server.taken).toHaveLength(1);
  });

  it("tells never from not now, by the server's word", async () => {
    const words = [answer(550, "nobody of this name"), answer(451, "come again"), answer(421, "too busy")];
    const server = await serve({ onRcptTo: (_address, _session, done) => done(words.shift()), onLetter: (_letter, before) => (before === 0 ? undefined : answer(554, "no letters of this kind")) });
    const transport = over(server.url);
    expect(await transport.send(letter("a"))).toEqual({ kind: "refused", error: expect.stringContaining("nobody of this name") });
    expect(await transport.send(letter("b"))).toEqual({ kind: "failed", error: expect.stringContaining("come again") });
    expect(await transport.send(letter("b"))).toEqual({ kind: "failed", error: expect.stringContaining("too busy") });
    expect(await transport.send(letter("b"))).toEqual({ kind: "sent" });
    expect(await transport.send(letter("c"))).toEqual({ kind: "refused", error: expect.stringContaining("no letters of this kind") });
    expect(server.taken).toHaveLength(1);
  });

  it("does not hand over a letter that is too large, and never will", async () => {
    const server = await serve({ size: 10_000 });
    expect(await over(server.url).send(letter("a", { attachments: [pdf] }))).toEqual({ kind: "refused", error: expect.stringMatching(/size|larger|exceed/i) });
    expect(server.taken).toEqual([]);
  });

  it("is uncertain where the server has the letter and does not say so, and only there", async () => {
    const silent = await serve({ onLetter: () => true });
    expect(await over(silent.url, 300).send(letter("a"))).toEqual({ kind: "uncertain", error: expect.stringContaining("before the mail server said") });
    expect(silent.taken).toHaveLength(1);
    const atTheEnd = await talk((socket, said) => void (/\r\n\.\r\n$/.test(said) ? socket.destroy() : socket.write(said.startsWith("DATA") ? "354 go on\r\n" : "250 yes\r\n")));
    expect((await over(atTheEnd).send(letter("a"))).kind).toBe("uncertain");
  });

  it("has failed where the line breaks before the letter's end", async () => {
    for (const word of ["MAIL", "RCPT", "DATA"]) {
      const url = await talk((socket, said) => void (said.startsWith(word) ? socket.destroy() : socket.write("250 yes\r\n")));
      expect([word, await over(url).send(letter("a"))]).toEqual([word, { kind: "failed", error: expect.stringContaining("broke") }]);
    }
    const large = { ...pdf, content: new Uint8Array(30_000_000) };
    let heard = 0;
    const amid = await talk((socket, said) => {
      if (heard === 0) return void (said.startsWith("DATA") ? ((heard = 1), socket.write("354 go on\r\n")) : socket.write("250 yes\r\n"));
      heard += said.length;
      if (heard > 200_000) socket.destroy();
    });
    expect(await over(amid).send(letter("a", { attachments: [large] }))).toEqual({ kind: "failed", error: expect.stringContaining("broke") });
  });

  it("says that nobody can be reached: no server, one that hangs up, one that speaks no SMTP, one that is silent", async () => {
    const gone = await startMailServer();
    await gone.stop();
    const urls = [gone.url, await talk((socket) => socket.destroy()), await talk((socket) => void socket.write("what?\r\n"))];
    for (const url of urls) expect(await over(url).send(letter("a"))).toEqual({ kind: "unreachable", error: expect.stringContaining("cannot be reached") });
    expect((await over(await talk(() => undefined), 300).send(letter("a"))).kind).toBe("unreachable");
  });

  it("encrypts where it is told to, or sends nothing", async () => {
    const server = await serve();
    expect((await over(`${server.url}?requireTLS=true`).send(letter("a"))).kind).toBe("unreachable");
    expect((await over(server.url.replace("smtp:", "smtps:"), 2000).send(letter("a"))).kind).toBe("unreachable");
    expect(server.taken).toEqual([]);
  });

  it("sends to nobody who has no mail address", async () => {
    const server = await serve();
    for (const to of ["Tideway Ferry Co. Ltd.", "a@b.example, c@d.example", "a@b.example\r\nRCPT TO:<c@d.example>", "<a@b.example>"]) expect(await over(server.url).send(letter("a", { to }))).toEqual({ kind: "refused", error: expect.stringContaining("no mail address") });
    expect(server.taken).toEqual([]);
  });

  it("takes no settings that name no server, and repeats no password", () => {
    for (const url of ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://user:secret@"]) {
      const made = smtpTransport(url, FROM);
      expect([url, made.ok]).toEqual([url, false]);
      expect(JSON.stringify(made)).not.toContain("secret");
    }
    expect(smtpTransport("smtp://mail.example.org", "nobody").ok).toBe(false);
  });
});
