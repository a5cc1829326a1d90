// Base64url without padding (RFC 7515, 2), read strictly: one spelling for the same bytes.

export function toBase64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

/** Undefined where the text is not what `toBase64Url` would have written. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = Uint8Array.fromBase64(text, { alphabet: "base64url" });
  return toBase64Url(bytes) === text ? bytes : undefined;
}
