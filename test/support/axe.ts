// Axe: what keeps people from using a page, found in the page that is open. Axe is put into the page once and asked directly, which takes a
// third of the time of opening a second page for its report, as its own driver does. Used by every test that looks at pages.
import { source, type Result } from "axe-core";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What colours alone decide. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** Every rule of WCAG 2.2 AA and of good practice; one line a place that breaks one. */
export function axeFindings(page: Page): Promise<readonly string[]> {
  return asked(page, { type: "tag", values: TAGS });
}

/** The rules about colours alone: for a page that has been looked at in others. */
export function axeFindingsOfColours(page: Page): Promise<readonly string[]> {
  return asked(page, { type: "rule", values: OF_COLOURS });
}

async function asked(page: Page, runOnly: { readonly type: "tag" | "rule"; readonly values: readonly string[] }): Promise<readonly string[]> {
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(source);
  const violations = await page.evaluate<readonly Pick<Result, "id" | "nodes">[]>(`axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ["violations"] })}).then(({ violations }) => violations)`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`));
}
