// Signing keys: by which receipts are signed, kept so that every process of a register shares them. One is in use; the private part is kept
// of that one alone and is erased when it is retired or revoked. Public parts stay for ever, or old receipts could not be checked.
import { assert, type Instant, type PlainDate } from "../domain/terms/index.ts";

export interface SigningKey {
  /** What the key is called by whoever checks a signature. */
  readonly kid: string;
  /** The public key. */
  readonly x: string;
  readonly madeAt: Instant;
  readonly retiredAt: Instant | null;
  /** `from`: the first instant of `since`; `at`: when it was said. */
  readonly revoked: { readonly since: PlainDate; readonly from: Instant; readonly at: Instant; readonly reason: string | null } | null;
  /** Whether its private part is kept here: of the key in use, where this register made it. */
  readonly inUse: boolean;
}

export interface KeyToAdd {
  readonly kid: string;
  readonly x: string;
  readonly secret: Uint8Array;
  readonly at: Instant;
}

export interface SigningKeys {
  /** In the order they were made. Private parts are never among it. */
  list(): Promise<readonly SigningKey[]>;
  /** The key in use with its private part; null where none is in use, or it was made elsewhere. */
  current(): Promise<{ readonly kid: string; readonly secret: Uint8Array } | null>;
  /** Puts a key into use and retires those before it. `whereNone`: not where one is in use already, whoever put it there; false then. */
  add(key: KeyToAdd, when: "always" | "whereNone"): Promise<boolean>;
  /** Revokes a key and erases its private part; false where there is no such key or it is revoked from that day or an earlier one. */
  revoke(kid: string, revoked: NonNullable<SigningKey["revoked"]>): Promise<boolean>;
}

/** What only a bug can hand in. */
export function assertKey({ kid, x, secret }: KeyToAdd): void {
  assert(kid !== "" && x !== "" && secret.length > 0, "a key has an id, a public and a private part");
}
