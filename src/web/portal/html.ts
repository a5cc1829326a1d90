// Html: markup that is known to be safe, and the tagged template that makes it.
// Every value put into a template is escaped by where it stands; only Html itself passes unchanged.
// Used by every part and page of the portal; turned into text once, by `markup`.

class SafeMarkup {
  // INVARIANT: made only by `html`, `raw` and `joined` below, so the text never carries a caller's unescaped words.
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  get text(): string {
    return this.#text;
  }
}

export type Html = SafeMarkup;
export type Insert = Html | string | number | false | null | undefined | readonly Insert[];

/** Where a value stands: between tags, among the attributes of a tag, in an attribute, or at the start of an address. */
type Gap = "text" | "tag" | "attribute" | "address";

/** `html` with quotes round attributes: `<a href="${address}">${name}</a>`. */
export function html(strings: TemplateStringsArray, ...values: readonly Insert[]): Html {
  const gaps = gapsOf(strings);
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    text += written(value, gaps[index] ?? "text") + (strings[index + 1] ?? "");
  });
  return new SafeMarkup(text);
}

/** Our own constant markup. It takes no values, so nothing that was not written in the source can enter. */
export function raw(strings: TemplateStringsArray): Html {
  if (strings.length !== 1) throw new Error("assertion failed: raw markup is a constant");
  return new SafeMarkup(strings[0] ?? "");
}

export const nothing: Html = new SafeMarkup("");

export function joined(parts: readonly Html[], separator: Html = nothing): Html {
  return new SafeMarkup(parts.map((part) => part.text).join(separator.text));
}

/** A script that helps: a file of our own among the assets, run when the page has been read. The one way in which a page carries any. */
export function scriptAt(path: string): Html {
  if (!/^\/assets\/[a-z0-9.-]+\.js$/.test(path)) throw new Error(`assertion failed: \`${path}\` is a script of the portal`);
  return new SafeMarkup(`<script type="module" src="${path}"></script>`);
}

/** The text to send. */
export function markup(page: Html): string {
  return page.text;
}

/** What a reader reads of it, as one line of text: what stands under something comes after it with a mark between. */
export function textIn(markup: Html): string {
  return markup.text.replaceAll(/<span class="under"[^>]*>|<(?:li|p|dt)\b[^>]*>/g, " · ").replaceAll(/<dd\b[^>]*>/g, ": ").replaceAll(/<[^>]*>/g, "").replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => NAMED[entity] ?? entity).replaceAll(/\s+/g, " ").replaceAll(/^[ ·]+|[ ·]+$/g, "");
}

const NAMED: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const REPLACED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REPLACED[character] ?? character);
}

function written(value: Insert, gap: Gap): string {
  if (value === false || value === null || value === undefined) return "";
  if (value instanceof SafeMarkup) {
    if (gap === "attribute" || gap === "address") throw new Error("assertion failed: an attribute takes text, not markup");
    return value.text;
  }
  if (typeof value === "object") return value.map((item) => written(item, gap)).join("");
  if (gap === "tag") throw new Error(`assertion failed: among attributes stands markup only, not \`${value}\``);
  const text = String(value);
  return escaped(gap === "address" ? harmless(text) : text);
}

/** An address of the web or of this site; anything else (`javascript:`, `data:`) leads nowhere. */
function harmless(address: string): string {
  const scheme = /^[\s\u0000-\u0020]*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === "https" || scheme === "http" ? address : "#";
}

const known = new WeakMap<TemplateStringsArray, readonly Gap[]>();

function gapsOf(strings: TemplateStringsArray): readonly Gap[] {
  const found = known.get(strings) ?? scan(strings);
  known.set(strings, found);
  return found;
}

const ADDRESSES = new Set(["href", "src", "action", "formaction", "cite"]);

function scan(strings: readonly string[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let state: "text" | "tag" | "quoted" = "text";
  let attribute = "";
  for (const piece of strings) {
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at];
      if (state === "text" && character === "<" && /^<[a-z/]/i.test(piece.slice(at, at + 2))) state = "tag";
      else if (state === "tag" && character === ">") state = "text";
      else if (state === "tag" && character === '"') {
        state = "quoted";
        attribute = /([a-z:-]+)\s*=\s*$/i.exec(piece.slice(0, at))?.[1]?.toLowerCase() ?? "";
        if (attribute.startsWith("on") || attribute === "style") throw new Error(`assertion failed: no \`${attribute}\` attributes in pages`);
      } else if (state === "quoted" && character === '"') state = "tag";
    }
    if (state === "tag" && /=\s*$/.test(piece)) throw new Error(`assertion failed: the attribute at the end of \`${piece.slice(-40)}\` is quoted`);
    gaps.push(state === "text" ? "text" : state === "tag" ? "tag" : ADDRESSES.has(attribute) && piece.endsWith('"') ? "address" : "attribute");
  }
  if (/<(script|style)\b/i.test(strings.join(""))) throw new Error("assertion failed: pages carry no scripts and no styles of their own");
  return gaps;
}
