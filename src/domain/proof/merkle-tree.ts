// Merkle tree: many texts under one digest, so that each can be shown by itself and held against it. Hashing is that of RFC 6962, 2.1:
// leaves and inner nodes begin with different bytes, so that no inner node can be passed off as a leaf.
import type { Digest } from "../terms/index.ts";

/** SHA-256 of bytes, as `sha256:` and 64 hexadecimal digits. */
export type DigestOf = (bytes: Uint8Array) => Digest;

const [LEAF, NODE] = [0, 1];
const HEX_FROM = "sha256:".length;

/** The digest of one leaf: of a zero byte and the text in UTF-8. */
export function leafOf(text: string, digest: DigestOf): Digest {
  const bytes = new TextEncoder().encode(text);
  const leaf = new Uint8Array(bytes.length + 1);
  leaf[0] = LEAF;
  leaf.set(bytes, 1);
  return digest(leaf);
}

/** The digest over all leaves in their order; of none, the digest of no bytes. */
export function rootOf(leaves: readonly Digest[], digest: DigestOf): Digest {
  const [only] = leaves;
  if (only === undefined) return digest(new Uint8Array(0));
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, split), digest), rootOf(leaves.slice(split), digest), digest);
}

/** The digests that lead from one leaf to the root, from the leaf upwards (RFC 6962, 2.1.1). `index` counts from 0. */
export function pathOf(leaves: readonly Digest[], index: number, digest: DigestOf): readonly Digest[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...pathOf(leaves.slice(0, split), index, digest), rootOf(leaves.slice(split), digest)]
    : [...pathOf(leaves.slice(split), index - split, digest), rootOf(leaves.slice(0, split), digest)];
}

/** A leaf, its place among `count`, and the digests on its way up. */
export interface Inclusion {
  readonly leaf: Digest;
  readonly index: number;
  readonly count: number;
  readonly path: readonly Digest[];
}

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); undefined where such a tree has no such place or path. */
export function rootFrom({ leaf, index, count, path }: Inclusion, digest: DigestOf): Digest | undefined {
  if (index < 0 || index >= count) return undefined;
  let [own, last, root] = [index, count - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (own % 2 === 1 || own === last) {
      root = nodeOf(sibling, root, digest);
      while (own % 2 === 0 && own !== 0) [own, last] = [Math.floor(own / 2), Math.floor(last / 2)];
    } else root = nodeOf(root, sibling, digest);
    [own, last] = [Math.floor(own / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

/** The greatest power of two below the number of leaves. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function nodeOf(left: Digest, right: Digest, digest: DigestOf): Digest {
  const bytes = new Uint8Array(65);
  bytes[0] = NODE;
  bytes.set(Uint8Array.fromHex(left.slice(HEX_FROM)), 1);
  bytes.set(Uint8Array.fromHex(right.slice(HEX_FROM)), 33);
  return digest(bytes);
}
