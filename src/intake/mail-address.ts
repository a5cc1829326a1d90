// Mail address: whether a text is written as an address to which a letter can go (RFC 5321, internationalised by RFC 6531). Only how it is
// written is looked at: whether anybody reads mail there, nobody asks. Quoted names, comments and numbers of hosts are not taken.

const NAME_BYTES_MAX = 64;
const ADDRESS_BYTES_MAX = 254;
const LABEL_BYTES_MAX = 63;
/** RFC 5322 `atext`, and the letters, marks and figures of every script. */
const NAME_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/** Why a text is no mail address: `lines` could add lines to the head of a letter. */
export type MailAddressFault = "lines" | "several" | "form";

/** What is wrong with it; undefined: it can be an address. */
export function mailAddressFault(text: string): MailAddressFault | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "lines";
  const at = text.lastIndexOf("@");
  const [name, host] = [text.slice(0, at), text.slice(at + 1)];
  if (/[;,，；、]/u.test(text) && text.indexOf("@") !== at) return "several";
  // Full-width signs look alike and are others.
  if (at < 1 || text.normalize("NFKC") !== text || bytesOf(text) > ADDRESS_BYTES_MAX) return "form";
  return isName(name) && isHost(host) ? undefined : "form";
}

function isName(name: string): boolean {
  return bytesOf(name) <= NAME_BYTES_MAX && name.split(".").every((part) => NAME_PART.test(part));
}

/** A name of a host below another, such as `example.org`; never a number. */
function isHost(host: string): boolean {
  const labels = host.split(".");
  return labels.length > 1 && labels.every((label) => LABEL.test(label) && bytesOf(label) <= LABEL_BYTES_MAX) && !/^\d+$/.test(labels.at(-1) ?? "");
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
