// Files as they come from strangers: whole ones, cut ones, ones that are two things at once or say they are something else.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ATTACHMENT_BYTES_MAX, readAttachment, shownName } from "./attachment.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const PDF = bytes("%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF", [0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9]);
/** An archive of one stored part `a` with one sign in it. */
const ZIP = bytes(
  [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], "ax",
  [0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "a",
  [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 32, 0, 0, 0, 0, 0],
);

async function read(name: string, content: Uint8Array): Promise<string> {
  const found = await readAttachment(name, content);
  return found.ok ? `${found.value.mediaType} ${found.value.name}` : found.error.map(({ code }) => code).join(" ");
}

describe("what a file is", () => {
  it("is read from its bytes", async () => {
    expect(await read("整改报告.pdf", PDF)).toBe("application/pdf 整改报告.pdf");
    expect(await read("stamp.PNG", PNG)).toBe("image/png stamp.PNG");
    expect(await read("photo.jpeg", JPEG)).toBe("image/jpeg photo.jpeg");
    expect(await read("说明.txt", Buffer.from("\ufeff我单位已缴清罚款。\r\n"))).toBe("text/plain 说明.txt");
  });

  it("needs no ending, and figures are none", async () => {
    expect(await read("letter of 2026.11.28", PDF)).toBe("application/pdf letter of 2026.11.28");
    expect(await read("letter", Buffer.from("We object."))).toBe("text/plain letter");
  });

  it("is words, also where they begin like a picture or a program", async () => {
    for (const words of ["BM Trading Ltd objects.", "MZ is our mark.", "GIF89a was the name", "{\\rtf1 is how it began"]) expect([words, await read("a.txt", Buffer.from(words))]).toEqual([words, "text/plain a.txt"]);
  });

  it("is nothing that is taken where it is an archive, a page with code, or no text at all", async () => {
    expect(await read("report.zip", ZIP)).toBe("attachment-kind");
    expect(await read("report.pdf", ZIP)).toBe("attachment-kind");
    expect(await read("a.exe", bytes("MZ", [0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]))).toBe("attachment-kind");
    expect(await read("a.gif", bytes("GIF89a", [1, 0, 1, 0, 0, 0, 0, 0x3b]))).toBe("attachment-kind");
    expect(await read("utf-16.txt", Buffer.from("\ufeffWe object.", "utf16le"))).toBe("attachment-kind");
    expect(await read("latin.txt", bytes("S", [0xf6], "hne"))).toBe("attachment-kind");
    expect(await read("nul.txt", bytes("a", [0], "b"))).toBe("attachment-kind");
    expect(await read("page.html", Buffer.from("<script>alert(1)</script>"))).toBe("attachment-not-as-named");
    expect(await read("picture.svg", Buffer.from("<svg onload='alert(1)'/>"))).toBe("attachment-not-as-named");
  });

  it("is held against its name", async () => {
    expect(await read("report.pdf", PNG)).toBe("attachment-not-as-named");
    expect(await read("report.png", PDF)).toBe("attachment-not-as-named");
    expect(await read("report.pdf.exe", PDF)).toBe("attachment-not-as-named");
    expect(await read("report.pdf", Buffer.from("only words"))).toBe("attachment-not-as-named");
  });

  it("is one thing, with its end where it ends", async () => {
    expect(await read("a.pdf", bytes("PK\u0003\u0004 junk ", Buffer.from(PDF).toString("latin1")))).toBe("attachment-kind");
    expect(await read("a.pdf", Buffer.concat([PDF, ZIP]))).toBe("attachment-damaged");
    expect(await read("a.pdf", Buffer.concat([PDF, ZIP, Buffer.from("\n%%EOF\n")]))).toBe("attachment-two-in-one");
    expect(await read("a.pdf", PDF.subarray(0, 60))).toBe("attachment-damaged");
    expect(await read("a.png", PNG.subarray(0, -9))).toBe("attachment-damaged");
    expect(await read("a.png", Buffer.concat([PNG, ZIP]))).toBe("attachment-damaged");
    expect(await read("a.jpg", JPEG.subarray(0, -2))).toBe("attachment-damaged");
    expect(await read("a.jpg", Buffer.concat([JPEG, ZIP]))).toBe("attachment-two-in-one");
    expect(await read("a.jpg", Buffer.concat([JPEG.subarray(0, 20), PDF, JPEG.subarray(20)]))).toBe("attachment-two-in-one");
    expect(await read("a.txt", PDF.subarray(1))).toBe("text/plain a.txt");
    expect(await read("a.txt", Buffer.from(`words\n${Buffer.from(PDF).toString()}`))).toBe("attachment-two-in-one");
  });

  it("has something in it, and not too much", async () => {
    expect(await read("a.pdf", new Uint8Array())).toBe("attachment-empty");
    expect(await read("a.txt", Buffer.alloc(ATTACHMENT_BYTES_MAX, "a"))).toBe("text/plain a.txt");
    expect(await read("a.txt", Buffer.alloc(ATTACHMENT_BYTES_MAX + 1, "a"))).toBe("attachment-too-large");
  });

  it("never fails on noise, and takes none of it for a document", async () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const noise = createHash("shake256", { outputLength: 24 + (seed % 200) }).update(`noise ${seed}`).digest();
      for (const head of [Buffer.alloc(0), PNG.subarray(0, 16), PDF.subarray(0, 8), ZIP.subarray(0, 8)]) expect([seed, await read("noise.pdf", Buffer.concat([head, noise]))]).toEqual([seed, expect.stringMatching(/^attachment-(kind|damaged|two-in-one)$/)]);
    }
  });
});

describe("what a file is called", () => {
  it.each(["../../etc/passwd", "C:\\temp\\a.pdf", "a/b.pdf", "..", "", "   ", "a\u0000.pdf", "a\n.pdf", "\u202Efdp.exe", "invoice\u2066.pdf", "a\u200f.pdf"])("%j is refused", async (name) => {
    expect(await read(name, PDF)).toContain("attachment-name");
  });

  it("says all that is wrong at once", async () => {
    expect(await read("a/b.png", PDF)).toBe("attachment-name attachment-not-as-named");
    expect(await read("a/b.png", new Uint8Array())).toBe("attachment-name attachment-empty");
  });

  it("is shown on one line, without signs nobody sees, and cut before its ending", () => {
    expect(shownName(" 整改\u200b报告\u00a0 (1).pdf ")).toBe("整改报告 (1).pdf");
    expect(shownName("e\u0301tat.pdf")).toBe("état.pdf");
    expect(shownName(`${"长".repeat(300)}.pdf`)).toBe(`${"长".repeat(115)}….pdf`);
    expect([...shownName("🐟".repeat(300))]).toHaveLength(120);
    expect(shownName("a\ud800b\u202ec")).toBe("a\ufffdb c");
  });
});
