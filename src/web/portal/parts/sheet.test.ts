// Sheets: sorted by their headings both ways, with what says nothing last, and taken along as the text of their cells.
import { describe, expect, it } from "vitest";
import { html, markup, textIn } from "../html.ts";
import type { Frame } from "../view-models.ts";
import { sheetTable, sheetTexts, type Sheet } from "./sheet.ts";
import { under } from "./table.ts";
import { viewOf, type View } from "./view.ts";

const FRAME: Frame = { language: "en", origin: "http://127.0.0.1:1", path: "/lists", query: {}, clocks: { on: "2025-01-07", law: "2025-01-07", known: 12, today: "2026-11-20", latest: 12 }, register: { name: { en: "x" } }, law: {} };
const SHEET: Sheet = {
  name: "lists", ids: "Id", columns: [{ key: "list", title: "List", plain: true }, { key: "today", title: "Listed", number: true }, { title: "Note" }],
  rows: [
    { of: "b", cells: [html`<a href="/x">Beta</a>${under("kept")}`, "9", null], under: [{ cells: ["its office", "1", null] }] }, { of: "a", cells: ["Alpha", html`<span class="nil">unknown</span>`, html`<code>&lt;&amp;&gt;</code>`] }, { of: "c", cells: ["Gamma", "1,200", null] },
  ],
  last: { cells: ["all", "1,209", null] },
};

function sorted(sort?: string): View {
  return viewOf({ ...FRAME, query: sort === undefined ? {} : { sort } });
}

const first = (sort?: string): readonly string[] => sheetTexts(sorted(sort), SHEET).slice(1).map(([, cell = ""]) => cell);

describe("a sheet", () => {
  it("keeps its own order where none of its own is asked for", () => {
    for (const sort of [undefined, "lists.colour", "editions.list", "lists.list.x", "name"]) expect(first(sort)).toEqual(["Beta · kept", "its office", "Alpha", "Gamma", "all"]);
  });

  it("is sorted by words and by figures, both ways: what belongs to a row stays under it, what says nothing and the sum come last", () => {
    expect(first("lists.list")).toEqual(["Alpha", "Beta · kept", "its office", "Gamma", "all"]);
    expect(first("-lists.list")).toEqual(["Gamma", "Beta · kept", "its office", "Alpha", "all"]);
    expect(first("lists.today")).toEqual(["Beta · kept", "its office", "Gamma", "Alpha", "all"]);
    expect(first("-lists.today")).toEqual(["Gamma", "Beta · kept", "its office", "Alpha", "all"]);
  });

  it("says in its headings how it is sorted and turns round where it is asked again, with the clocks kept", () => {
    const page = markup(sheetTable(sorted("lists.today"), SHEET));
    expect(page).toContain('<th scope="col" class="number" aria-sort="ascending"><a href="/en/lists?sort=-lists.today&amp;on=2025-01-07#lists">');
    expect(markup(sheetTable(sorted("-lists.today"), SHEET))).toContain('aria-sort="descending"><a href="/en/lists?sort=lists.today&amp;on=2025-01-07#lists">');
    expect(page.match(/aria-sort/g)).toHaveLength(1);
    for (const form of ["csv", "xlsx"]) expect(page).toContain(`href="/en/lists.${form}?sort=lists.today&amp;table=lists&amp;on=2025-01-07" download`);
    expect(page).toContain("3 rows, at ledger position 12");
  });

  it("is taken along with ids and the words a reader reads", () => {
    expect(sheetTexts(sorted(), SHEET).slice(0, 3)).toEqual([["Id", "List", "Listed", "Note"], ["b", "Beta · kept", "9", ""], ["", "its office", "1", ""]]);
    expect(sheetTexts(sorted(), SHEET).slice(-2).map(([, , figure]) => figure)).toEqual(["1200", "1209"]);
    expect(textIn(html`<dl><div><dt>${"a<b"}</dt><dd>1</dd></div><div><dt>c</dt><dd>2</dd></div></dl>`)).toBe("a<b: 1 · c: 2");
    expect(textIn(html`${"&lt;script&gt;"}`)).toBe("&lt;script&gt;");
  });
});
