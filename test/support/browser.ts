// A Chromium for tests: the machine's own where CHROMIUM names one, otherwise the one npm brought (Linux x64).
// Used by tests that look at pages; needs no download and works as root.
import packaged from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";

/** The caller closes it. Pages are opened through `browser.newContext()`, which the accessibility checks require. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env["CHROMIUM"];
  if (own !== undefined && own !== "") return chromium.launch({ executablePath: own, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  // One process for everything does not survive closing a context, so that flag of the package is left out.
  const args = packaged.args.filter((arg) => arg !== "--single-process" && !arg.startsWith("--headless"));
  return chromium.launch({ executablePath: await packaged.executablePath(), args, headless: true });
}
