// What can be said of every page without a browser: words stay text, links keep the clocks, colours keep their contrast.
import { describe, expect, it } from "vitest";
import { atClocks, pageAddress, permanent } from "./addresses.ts";
import { assets, styleText } from "./assets.ts";
import { messagesIn } from "./dictionary.ts";
import { codeText, dayText, money, sentence, spoken } from "./format.ts";
import { gallery } from "./gallery.ts";
import { markup } from "./html.ts";
import { notFoundPage } from "./pages/error-pages.ts";
import type { Frame, Language } from "./view-models.ts";

const LANGUAGES: readonly Language[] = ["zh", "en"];
/** Scripts that help are files of their own among the assets. */
const OUR_SCRIPTS = /<script type="module" src="\/assets\/[a-z]+\.[0-9a-f]{12}\.js"><\/script>/g;
const HOSTILE = `<script>alert(1)</script>"'>`;

describe("pages", () => {
  it.each(LANGUAGES)("write a hostile name as text everywhere, in %s", (language) => {
    const pages = gallery(language, HOSTILE).map((exhibit) => markup(exhibit.page));
    expect(pages.filter((page) => page.includes("&lt;script&gt;alert(1)")).length).toBeGreaterThanOrEqual(8);
    for (const page of pages) {
      expect(page.replaceAll(OUR_SCRIPTS, "")).not.toMatch(/<script/i);
      expect(page).not.toContain(`"'>`);
    }
  });

  it.each(LANGUAGES)("stand alone without scripts and styles of their own, in %s", (language) => {
    for (const { name, page } of gallery(language)) {
      const text = markup(page);
      expect(text, name).toMatch(/^<!doctype html>\n<html lang="(zh-CN|en)">/);
      expect(text.replaceAll(OUR_SCRIPTS, ""), name).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|undefined|\[object/);
      expect(text.indexOf('class="model"'), name).toBeLessThan(text.indexOf('class="masthead"'));
      expect(text.match(/\sid="[^"]+"/g), name).toEqual([...new Set(text.match(/\sid="[^"]+"/g))]);
    }
  });

  it.each(LANGUAGES)("never use the words the register does not use, in %s", (language) => {
    const words = JSON.stringify(messagesIn(language)) + gallery(language).map(({ page }) => markup(page)).join("");
    expect(words).not.toMatch(/blacklist|offender|dishonest|trust-breaking|punish|purge|黑名单|老赖|失信者|曝光/i);
  });

  it("have no model notice where the register is not the model", () => {
    const real = markup(notFoundPage({ ...FRAME, register: { name: { en: "Register" } } }));
    expect(real).not.toContain('class="model"');
  });
});

const FRAME: Frame = {
  language: "en", origin: "http://127.0.0.1:1", path: "/organisations/P00000018", query: { act: "mdb:award-contract@ebrd" },
  clocks: { on: "2025-01-07", law: "2025-01-07", known: 1200, today: "2026-11-20", latest: 1234 }, register: { name: { en: "Register" } }, law: {},
};

describe("addresses", () => {
  it("keep every clock that does not stand at now", () => {
    expect(pageAddress(FRAME, "/lists/mdb:wbg-debarred")).toBe("/en/lists/mdb:wbg-debarred?on=2025-01-07&known=1200");
    expect(pageAddress({ ...FRAME, clocks: { on: "2026-11-20", law: "2014-06-14", known: 1234, today: "2026-11-20", latest: 1234 } }, "/")).toBe("/en/?law=2014-06-14");
    expect(atClocks(FRAME, { law: "2021-12-31" })).toBe("/en/organisations/P00000018?act=mdb:award-contract@ebrd&on=2025-01-07&law=2021-12-31&known=1200");
  });

  it("write every clock into the permanent one", () => {
    expect(permanent(FRAME)).toBe("http://127.0.0.1:1/en/organisations/P00000018?act=mdb:award-contract@ebrd&on=2025-01-07&law=2025-01-07&known=1200");
  });

  it.each(LANGUAGES)("of every link within a page carry the moved clocks, in %s", (language) => {
    const page = gallery(language).find(({ name }) => name === "organisation-undetermined");
    const links = [...markup(page?.page ?? notFoundPage(FRAME)).matchAll(/<a [^>]*href="(\/(?:zh|en)[^"]*)"/g)].map((match) => match[1] ?? "");
    // A feed and a calendar know no clocks.
    const moved = links.filter((link) => !link.includes("known=171904") && !link.endsWith("#time") && !/\.(atom|json|ics)$/.test(link));
    expect(links.length).toBeGreaterThan(30);
    // Only the way back to now lets go of them; the steps of the timeline move one and keep the others.
    expect(links.filter((link) => link.endsWith("#time")).every((link) => ["on=", "law=", "known="].every((clock) => link.includes(clock)))).toBe(true);
    expect(moved).toEqual([`/${language}/organisations/P00000018?act=mo:land`]);
  });
});

describe("formats", () => {
  it("write days as each language does", () => {
    expect([dayText("2026-12-05", "zh"), dayText("2026-12-05", "en")]).toEqual(["2026年12月5日", "5 December 2026"]);
    expect(markup(sentence("free again on 2028-12-15, see `mdb:ebrd`", "en"))).toBe('free again on <time datetime="2028-12-15">15 December 2028</time>, see <code>mdb:ebrd</code>');
    expect(markup(sentence("自2025年2月8日起", "zh"))).toBe('自<time datetime="2025-02-08">2025年2月8日</time>起');
  });

  it("group a unified code by padding, so that its text stays the bare code", () => {
    expect(markup(codeText("91990102MA5K2Q7H3T")).replace(/<[^>]+>/g, "")).toBe("91990102MA5K2Q7H3T");
    expect(markup(codeText("LEI-1"))).toBe('<span class="code">LEI-1</span>');
  });

  it("write money from whole minor units", () => {
    expect([money({ minor: 128000000, currency: "CNY" }, "zh"), money({ minor: 5, currency: "EUR" }, "en"), money({ minor: 1200, currency: "JPY" }, "en"), money({ minor: -123456, currency: "USD" }, "en")]).toEqual(["1,280,000元", "EUR 0.05", "JPY 1,200", "USD -1,234.56"]);
  });

  it("mark words of the other language", () => {
    expect([markup(spoken("砺川", "en")), markup(spoken("砺川", "zh")), markup(spoken("Lichuan", "zh")), markup(spoken("2026", "zh"))]).toEqual(['<span lang="zh-CN">砺川</span>', "砺川", '<span lang="en">Lichuan</span>', "2026"]);
  });
});

describe("the sheet", () => {
  const [light, dark] = themes(styleText());
  const STATES = ["bound", "clear", "undetermined", "favoured", "released", "provisional"];

  it.each([["light", light], ["dark", dark]] as const)("keeps the contrast of text in %s", (_name, theme) => {
    for (const ground of ["surface", "page", "sunken"]) {
      for (const text of ["ink", "ink-2", "ink-3", "link", "visited", ...STATES]) expect([text, ground, contrast(theme, text, ground)]).toEqual([text, ground, expect.toSatisfy((ratio: number) => ratio >= 4.5)]);
      expect(contrast(theme, "edge", ground)).toBeGreaterThanOrEqual(3);
    }
    for (const state of STATES) {
      expect(contrast(theme, state, `${state}-tint`)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme, "ink", `${state}-tint`)).toBeGreaterThanOrEqual(7);
    }
    expect(contrast(theme, "surface", "bound")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "on-dai", "dai")).toBeGreaterThanOrEqual(7);
    expect(contrast(theme, "on-dai-2", "dai")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "on-action", "action")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "ink", "mark")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme, "focus", "page")).toBeGreaterThanOrEqual(3);
  });

  it.each([["light", light, [12, 11, 9, 9.5]], ["dark", dark, [14, 11, 9.5, 7.5]]] as const)("keeps the states apart for every eye in %s", (_name, theme, least) => {
    const nearest = SIGHTS.map((sight) => Math.min(...STATES.flatMap((a, at) => STATES.slice(at + 1).map((b) => distance(seen(theme.get(a) ?? "", sight), seen(theme.get(b) ?? "", sight))))));
    nearest.forEach((value, index) => expect(value).toBeGreaterThanOrEqual(least[index] ?? Number.POSITIVE_INFINITY));
  });

  it("names colours nowhere but among its tokens", () => {
    const outside = styleText().replace(/:root \{[^}]*\}/g, "").match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(outside.every((colour) => colour === "#000000" || colour === "#hatch")).toBe(true);
    expect(outside.length).toBeLessThan(6);
  });

  it("is served with its fonts, each at a path that carries its hash", () => {
    const sheet = assets().find((asset) => asset.contentType.startsWith("text/css"));
    const text = new TextDecoder().decode(sheet?.bytes);
    const fonts = [...text.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1]);
    expect(new Set(fonts)).toEqual(new Set(assets().filter((asset) => asset.contentType === "font/woff2").map((asset) => asset.path)));
    for (const asset of assets()) expect(asset.path).toMatch(/^\/assets\/[a-z0-9-]+\.[0-9a-f]{12}\.(css|js|svg|woff2)$/);
    expect(text.match(/font-display:swap/g)?.length).toBe(7);
    for (const point of [0xb7, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]) expect(covers(text, "Source Sans 3 in Han", point)).toBe(false);
    expect(covers(text, "Source Sans 3 in Han", 0x2013)).toBe(true);
  });
});

type Theme = ReadonlyMap<string, string>;

/** Tokens of the first `:root`, and the same with those of the dark one laid over. */
function themes(sheet: string): readonly [Theme, Theme] {
  const roots = [...sheet.matchAll(/:root \{([^}]*)\}/g)].map((match) => new Map([...(match[1] ?? "").matchAll(/--([a-z0-9-]+): (#[0-9A-F]{6})/g)].map((token) => [token[1] ?? "", token[2] ?? ""] as const)));
  const [light = new Map<string, string>()] = roots;
  const dark = roots.find((root, index) => index > 0 && root.has("bound")) ?? new Map<string, string>();
  return [light, new Map([...light, ...dark])];
}

/** WCAG 2.2, relative luminance and contrast. */
function contrast(theme: Theme, a: string, b: string): number {
  const [x, y] = [luminance(theme.get(a) ?? ""), luminance(theme.get(b) ?? "")];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Triple = readonly [number, number, number];

function linear(colour: string): Triple {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Ordinary sight, and Machado's matrices (2009) for full protanopia, deuteranopia and tritanopia. */
const SIGHTS: readonly (readonly [Triple, Triple, Triple])[] = [
  [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
];

function times(rows: readonly [Triple, Triple, Triple], [x, y, z]: Triple): Triple {
  const row = (of: Triple): number => of[0] * x + of[1] * y + of[2] * z;
  return [row(rows[0]), row(rows[1]), row(rows[2])];
}

/** A colour as seen, in OKLab times a hundred. */
function seen(colour: string, sight: readonly [Triple, Triple, Triple]): Triple {
  const [red, green, blue] = times(sight, linear(colour));
  const inGamut: Triple = [Math.min(1, Math.max(0, red)), Math.min(1, Math.max(0, green)), Math.min(1, Math.max(0, blue))];
  const [l, m, s] = times([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]], inGamut);
  const [lightness, a, b] = times([[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]], [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
  return [lightness * 100, a * 100, b * 100];
}

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function covers(sheet: string, family: string, point: number): boolean {
  const faces = sheet.split("@font-face").filter((face) => face.includes(`"${family}"`));
  const ranges = faces.flatMap((face) => /unicode-range:([^;}]+)/.exec(face)?.[1]?.split(",") ?? []);
  return ranges.some((range) => {
    const [first = "", last = first] = range.replace("U+", "").split("-");
    return Number.parseInt(first, 16) <= point && point <= Number.parseInt(last, 16);
  });
}
