// The door of the portal: pages in Chinese and English, rendered on the server and complete without scripts.
// The routes of web/ fill a Frame and a view model, call one of these, send `markup(page)`, and serve `assets()` at their paths.
export { assets, type Asset } from "./assets.ts";
export { allClocks, lawPath, movedClocks, organisationPath, pageAddress, permanent } from "./addresses.ts";
export { amountText, money } from "./format.ts";
export { markup, type Html } from "./html.ts";
export { badQuestionPage, faultPage, notFoundPage, organisationNotFoundPage } from "./pages/error-pages.ts";
export { homePage } from "./pages/home-page.ts";
export { authorityPage } from "./pages/authority-page.ts";
export { instrumentPage } from "./pages/instrument-page.ts";
export { diffAddress, feedAddress, lawChangesPage } from "./pages/law-changes-page.ts";
export { lawDiffPage } from "./pages/law-diff-page.ts";
export { lawEntryPage } from "./pages/law-entry-page.ts";
export { lawLintPage } from "./pages/law-lint-page.ts";
export { lawPage } from "./pages/law-page.ts";
export { lawSearchPage } from "./pages/law-search-page.ts";
export { lawShelfPage } from "./pages/law-shelf-page.ts";
export { lawFeed } from "./law-feed.ts";
export { listPage } from "./pages/list-page.ts";
export { listsPage } from "./pages/lists-page.ts";
export { memorandaPage } from "./pages/memoranda-page.ts";
export { memorandumPage } from "./pages/memorandum-page.ts";
export { modelPage } from "./pages/model-page.ts";
export { organisationPage } from "./pages/organisation-page.ts";
export { searchPage } from "./pages/search-page.ts";
export { fieldsOf, valueOf } from "./parts/read-values.ts";
export type * from "./view-models.ts";
export type * from "./view-models-law.ts";
