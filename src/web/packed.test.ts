// What is packed, and for whom.
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { packedOnce, packingFor } from "./packed.ts";

it("the best packing that is taken is chosen, and none that is refused", () => {
  expect(["gzip, deflate, br, zstd", "gzip", "br;q=0, gzip;q=0.5", "*", "identity", "br;q=0,*;q=0", "GZIP", "", undefined].map(packingFor)).toEqual(["br", "gzip", "gzip", "br", undefined, undefined, "gzip", undefined, undefined]);
});

it("what is packed once comes out as it went in, and only where it is smaller", () => {
  const text = Buffer.from("a{color:red}".repeat(200));
  const ways = packedOnce(text);
  expect(ways(undefined)).toEqual({ bytes: text });
  const [br, zip] = [ways("br"), ways("gzip")];
  expect([br.packing, zip.packing, br.bytes.length < text.length]).toEqual(["br", "gzip", true]);
  expect([brotliDecompressSync(br.bytes).equals(text), gunzipSync(zip.bytes).equals(text)]).toEqual([true, true]);
  expect(packedOnce(Buffer.from("x"))("gzip")).toEqual({ bytes: Buffer.from("x") });
});
