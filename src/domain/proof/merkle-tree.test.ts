// The tree, against the published values of RFC 6962's reference log and over trees of every size.
import fc from "fast-check";
import { expect, it } from "vitest";
import { present, type Digest } from "../terms/index.ts";
import { leafOf, pathOf, rootFrom, rootOf } from "./merkle-tree.ts";
import { digest } from "./proof-fixtures.ts";

const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const leavesOf = (count: number): readonly Digest[] => Array.from({ length: count }, (_, index) => leafOf(`line ${index}`, digest));

it("R4 roots are those RFC 6962 publishes, for trees of one to eight leaves and of none", () => {
  // All leaves of the published trees are bytes that are text as well.
  const leaves = LEAVES.map((hex) => leafOf(Buffer.from(hex, "hex").toString("latin1"), digest));
  expect(ROOTS.map((_, index) => rootOf(leaves.slice(0, index + 1), digest))).toEqual(ROOTS.map((root) => `sha256:${root}`));
  expect(rootOf([], digest)).toBe("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

it("R5 in trees of every size up to forty each leaf's path leads to the root, and no other place or leaf does", () => {
  for (let count = 1; count <= 40; count += 1) {
    const leaves = leavesOf(count);
    const root = rootOf(leaves, digest);
    for (const [index, leaf] of leaves.entries()) {
      const path = pathOf(leaves, index, digest);
      expect(rootFrom({ leaf, index, count, path }, digest)).toBe(root);
      for (const other of [index - 1, index + 1, index ^ 1, count]) expect(other === index || rootFrom({ leaf, index: other, count, path }, digest) !== root).toBe(true);
      expect(rootFrom({ leaf: leafOf("another", digest), index, count, path }, digest)).not.toBe(root);
    }
  }
});

it("R5 a path that is longer, shorter or changed leads elsewhere", () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), (count, at, step) => {
    const leaves = leavesOf(count);
    const index = at % count;
    const [root, path, leaf] = [rootOf(leaves, digest), pathOf(leaves, index, digest), present(leaves[index], "a leaf")];
    const changed = path.with(step % path.length, leafOf("another", digest));
    for (const wrong of [path.slice(1), path.slice(0, -1), [...path, leaf], changed]) expect(rootFrom({ leaf, index, count, path: wrong }, digest)).not.toBe(root);
  }), { numRuns: 50 });
});
