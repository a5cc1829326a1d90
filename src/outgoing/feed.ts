// Feed: news of the register as Atom (RFC 4287) and as JSON Feed 1.1, from the same values. Texts come worded; whoever makes a feed
// gives every entry an id and instants that stay the same.
import type { Instant, Language } from "../domain/terms/index.ts";
import { plainText } from "./shown-text.ts";
import { xmlText } from "./xml-text.ts";

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** Addresses: of the page that says the same, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly updated: Instant;
  readonly author: string;
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly summary: string;
  readonly lines: readonly { readonly text: string; readonly link?: string }[];
  readonly tags: readonly string[];
}

const LOCALES = { zh: "zh-CN", en: "en" } as const satisfies Record<Language, string>;

export function atomText(feed: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LOCALES[feed.language]}">
<id>${feedText(feed.id)}</id>
<title>${feedText(feed.title)}</title>
<subtitle>${feedText(feed.subtitle)}</subtitle>
<updated>${feed.updated}</updated>
<author><name>${feedText(feed.author)}</name></author>
<link rel="self" type="application/atom+xml" href="${feedText(feed.self)}"/>
<link rel="alternate" type="text/html" href="${feedText(feed.page)}"/>
<generator>Probity</generator>
${feed.entries.map(atomEntry).join("\n")}
</feed>
`;
}

function atomEntry(entry: FeedEntry): string {
  return `<entry>
<id>${feedText(entry.id)}</id>
<title>${feedText(entry.title)}</title>
<link rel="alternate" type="text/html" href="${feedText(entry.link)}"/>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
${entry.tags.map((tag) => `<category term="${feedText(tag)}"/>`).join("")}
<summary type="text">${feedText(entry.summary)}</summary>
<content type="html">${feedText(htmlOf(entry))}</content>
</entry>`;
}

export function jsonFeedText(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1", title: said(feed.title), description: said(feed.subtitle), home_page_url: feed.page, feed_url: feed.self, language: LOCALES[feed.language], authors: [{ name: said(feed.author) }],
    items: feed.entries.map((entry) => ({
      id: entry.id, url: entry.link, title: said(entry.title), summary: said(entry.summary), content_html: htmlOf(entry), date_published: entry.published, date_modified: entry.updated, tags: entry.tags.map(said),
    })),
  }, null, 2);
}

/** The lines as a list of links, for readers of feeds. */
function htmlOf({ lines }: FeedEntry): string {
  return `<ul>${lines.map(({ text, link }) => `<li>${link === undefined ? feedText(text) : `<a href="${feedText(link)}">${feedText(text)}</a>`}</li>`).join("")}</ul>`;
}

/** Foreign text as a reader of feeds may be shown it: signs that steer the text around them, and those XML cannot hold, as their numbers. */
function said(text: string): string {
  return plainText(text).replaceAll(/[\ufffe\uffff]/g, "〔U+FFFE〕");
}

function feedText(text: string): string {
  return xmlText(said(text));
}
