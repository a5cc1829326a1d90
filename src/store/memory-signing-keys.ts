// Signing keys in memory, for the laboratory and for tests.
import { assert } from "../domain/terms/index.ts";
import { assertKey, type KeyToAdd, type SigningKey, type SigningKeys } from "./signing-keys.ts";

export class MemorySigningKeys implements SigningKeys {
  readonly #keys = new Map<string, Omit<SigningKey, "inUse">>();
  #secret: { readonly kid: string; readonly secret: Uint8Array } | null = null;

  async list(): Promise<readonly SigningKey[]> {
    return [...this.#keys.values()].map((key) => ({ ...key, inUse: key.kid === this.#secret?.kid }));
  }

  async current(): Promise<{ readonly kid: string; readonly secret: Uint8Array } | null> {
    return this.#secret === null ? null : { kid: this.#secret.kid, secret: Uint8Array.from(this.#secret.secret) };
  }

  async add(key: KeyToAdd, when: "always" | "whereNone"): Promise<boolean> {
    assertKey(key);
    const { kid, x, secret, at } = key;
    if (when === "whereNone" && this.#secret !== null) return false;
    assert(!this.#keys.has(kid), `the key \`${kid}\` is new`);
    for (const earlier of this.#keys.values()) if (earlier.retiredAt === null) this.#keys.set(earlier.kid, { ...earlier, retiredAt: at });
    this.#keys.set(kid, { kid, x, madeAt: at, retiredAt: null, revoked: null });
    this.#secret = { kid, secret: Uint8Array.from(secret) };
    return true;
  }

  async revoke(kid: string, revoked: NonNullable<SigningKey["revoked"]>): Promise<boolean> {
    const key = this.#keys.get(kid);
    if (key === undefined || (key.revoked !== null && key.revoked.since <= revoked.since)) return false;
    this.#keys.set(kid, { ...key, revoked });
    if (this.#secret?.kid === kid) this.#secret = null;
    return true;
  }
}
