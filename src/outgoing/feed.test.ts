import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { present, parseInstant, type Instant } from "../domain/terms/index.ts";
import { atomText, jsonFeedText, type Feed } from "./feed.ts";

const HOSTILE = `<b onclick="x()">&amp; “quoted”</b>`;

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const FEED: Feed = {
  id: "urn:probity:law-changes:en", title: HOSTILE, subtitle: "all", language: "en", page: "http://127.0.0.1/en/law/changes?sector=C&region=990000", self: "http://127.0.0.1/en/law/changes.atom?sector=C&region=990000", updated: instant("2026-04-01T00:00:00.000Z"), author: "Register",
  entries: [{
    id: "urn:probity:law-changes:en:2026-04-01", title: "1 April 2026", link: "http://127.0.0.1/en/law/diff?from=2026-03-31&to=2026-04-01", published: instant("2026-04-01T00:00:00.000Z"), updated: instant("2026-04-01T00:00:00.000Z"), summary: "1 began", tags: ["list"],
    lines: [{ text: HOSTILE, link: "http://127.0.0.1/en/law/t:x?law=2026-04-01&q=1" }, { text: "without a link" }],
  }],
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  text: string;
}

/** Elements by the path of their names. */
function elementsOf(xml: string): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, text: "" };
    open.push(element);
    const path = open.map((each) => each.name).join("/");
    found.set(path, [...(found.get(path) ?? []), element]);
  });
  parser.on("text", (text) => { const inner = open.at(-1); if (inner !== undefined) inner.text += text; });
  parser.on("closetag", () => { open.pop(); });
  parser.write(xml).close();
  return found;
}

describe("a feed", () => {
  it("is well formed Atom with everything RFC 4287 asks of a feed and an entry, once", () => {
    const elements = elementsOf(atomText(FEED));
    const one = (path: string): Element => {
      const list = elements.get(path) ?? [];
      expect({ path, times: list.length }).toEqual({ path, times: 1 });
      return present(list[0], path);
    };
    expect(one("feed").attributes).toMatchObject({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" });
    for (const path of ["feed/id", "feed/title", "feed/updated", "feed/author/name", "feed/entry/id", "feed/entry/title", "feed/entry/updated", "feed/entry/published", "feed/entry/summary", "feed/entry/content"]) expect(one(path).text).not.toBe("");
    expect(one("feed/title").text).toBe(HOSTILE);
    expect(one("feed/updated").text).toBe("2026-04-01T00:00:00.000Z");
    expect((elements.get("feed/link") ?? []).map((link) => [link.attributes["rel"], link.attributes["href"]])).toEqual([["self", FEED.self], ["alternate", FEED.page]]);
    expect(one("feed/entry/link").attributes["href"]).toBe(FEED.entries[0]?.link);
    expect(one("feed/entry/category").attributes["term"]).toBe("list");
  });

  it("writes its lines as HTML in which foreign words stay words", () => {
    const content = present(elementsOf(atomText(FEED)).get("feed/entry/content")?.[0], "the content");
    expect(content.attributes["type"]).toBe("html");
    expect(content.text).toBe(`<ul><li><a href="http://127.0.0.1/en/law/t:x?law=2026-04-01&amp;q=1">&lt;b onclick=&quot;x()&quot;&gt;&amp;amp; “quoted”&lt;/b&gt;</a></li><li>without a link</li></ul>`);
  });

  it("says the same as JSON Feed 1.1", () => {
    const feed: unknown = JSON.parse(jsonFeedText(FEED));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1", title: HOSTILE, home_page_url: FEED.page, feed_url: FEED.self, language: "en",
      items: [{ id: FEED.entries[0]?.id, url: FEED.entries[0]?.link, date_published: "2026-04-01T00:00:00.000Z", content_html: expect.stringContaining("without a link") }],
    });
  });

  it("of no news is a feed still", () => {
    expect(elementsOf(atomText({ ...FEED, entries: [] })).get("feed/entry")).toBeUndefined();
    expect(JSON.parse(jsonFeedText({ ...FEED, entries: [] }))).toMatchObject({ items: [] });
  });
});
