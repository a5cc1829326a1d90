import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { html, joined, markup, raw } from "./html.ts";

const NAME = `<script>alert(1)</script>"'>`;

describe("html", () => {
  it("writes a name as text between tags and in attributes", () => {
    expect(markup(html`<p title="${NAME}">${NAME}</p>`)).toBe(
      `<p title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;</p>`,
    );
  });

  it("lets no text out of its place, whatever the text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = markup(html`<i title="${text}">${text}</i>`);
        expect(written.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
        expect(written.match(/"/g)).toHaveLength(2);
      }),
    );
  });

  it("keeps markup, drops nothing and false, and joins lists", () => {
    expect(markup(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${false}${null}${undefined}</ul>`)).toBe("<ul><li>1</li><li>2</li></ul>");
    expect(markup(joined([raw`<b>a</b>`, html`${"&"}`], raw`, `))).toBe("<b>a</b>, &amp;");
  });

  it("takes attributes as markup and refuses bare text among them", () => {
    expect(markup(html`<a href="/"${html` aria-current="page"`}>x</a>`)).toBe('<a href="/" aria-current="page">x</a>');
    expect(() => html`<a ${"onclick=alert(1)"}>x</a>`).toThrow("among attributes");
    expect(() => html`<a title="${html`<b>x</b>`}">x</a>`).toThrow("an attribute takes text");
  });

  it("refuses attributes without quotes, event attributes, styles and scripts", () => {
    expect(() => html`<a href=${"x"}>x</a>`).toThrow("is quoted");
    expect(() => html`<a onclick="${"x"}">x</a>`).toThrow("onclick");
    expect(() => html`<p style="${"x"}">x</p>`).toThrow("style");
    expect(() => html`<script>${"x"}</script>`).toThrow("no scripts");
  });

  it("lets an address lead only to the web or to this site", () => {
    for (const bad of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "\u0001vbscript:x"]) {
      expect(markup(html`<a href="${bad}">x</a>`)).toBe('<a href="#">x</a>');
    }
    expect(markup(html`<a href="${"/en/law/cn:x?a=1&b=2"}">x</a>`)).toBe('<a href="/en/law/cn:x?a=1&amp;b=2">x</a>');
    expect(markup(html`<a href="/x?q=${"javascript:1"}">x</a>`)).toBe('<a href="/x?q=javascript:1">x</a>');
  });

  it("takes as raw markup only what stands in the source", () => {
    const template = Object.assign(["<b>", "</b>"], { raw: ["<b>", "</b>"] });
    expect(() => raw(template)).toThrow("constant");
  });
});
