// Watch lists: made of the rows a form carries, read by whoever has the address, forgotten when asked.
import { atomText, forgetWatch, jsonFeedText, timeZoneOf, watchOf, watchSuppliers, watchWithAlerts, writeTable } from "../../service/index.ts";
import { SHEET_FORMS, takenAlong, watchAddress, watchedSheet, watchPage, type AlertsModel } from "../portal/index.ts";
import { textOf, type Form } from "../form.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { actChoices, bodiesShown } from "../models/acts.ts";
import { watchFeed, watchModel } from "../models/watch-model.ts";
import type { Asked, Reply } from "./asked.ts";
import { problemPage } from "./problems.ts";
import { matchedFiles, type Given } from "./suppliers.ts";

/** Keeps what the list that was sent came to, and leads to its page. */
export async function watchMade(asked: Asked, form: Form): Promise<Reply> {
  const files = await matchedFiles(asked, form);
  if ("again" in files) return files.again;
  const token = await watchSuppliers(asked.registry, { label: textOf(form, "label"), files: files.files });
  return token.ok ? { location: watchAddress(asked.frame, token.value) } : files.refused;
}

/** The page of the token's list, with what was just done about its alerts. */
export async function watchShown(asked: Asked, status: number, said: Omit<AlertsModel, "alerts"> = {}): Promise<Reply> {
  const { registry, request, frame, parameter: token } = asked;
  const found = await watchWithAlerts(registry, token, await actsShown(asked));
  if (!found.ok) return problemPage(registry, request, found.error, "");
  return { status, html: watchPage(frame, { ...watchModel(found.value, token, request.language), ...said, alerts: found.value.alerts }) };
}

/** The acts that count for a state on pages. */
async function actsShown({ registry, frame, clocks }: Asked): Promise<ReadonlySet<string>> {
  return new Set(actChoices(registry, clocks.law, await bodiesShown(registry, frame.register.model !== undefined)).map(({ value }) => value));
}

/** The page of the token, or with an ending its feed (`.atom`, `.json`) or its table as a file (`.csv`, `.xlsx`). */
export async function watch(asked: Asked): Promise<Reply | Given> {
  const { registry, request, frame, parameter } = asked;
  const [token = "", ending] = parameter.split(".");
  const sheetForm = SHEET_FORMS.find((form) => form === ending);
  if (sheetForm === undefined && ending !== "atom" && ending !== "json") return watchShown({ ...asked, parameter: token }, 200);
  const found = await watchOf(registry, token, await actsShown(asked));
  if (!found.ok) return problemPage(registry, request, found.error, "");
  if (sheetForm !== undefined) {
    const rows = takenAlong({ ...frame, query: { ...frame.query, table: "today" } }, (view) => [watchedSheet(view, { ...watchModel(found.value, token, request.language), alerts: [] })])?.rows ?? [];
    return { download: { name: `watch.${sheetForm}`, mediaType: MEDIA_TYPES[sheetForm], bytes: writeTable(sheetForm, "watch", rows) } };
  }
  const form = ending === "atom" ? "atom" : "json";
  const feed = watchFeed(registry, timeZoneOf(registry, registry.rulebook.bodies[0]), frame, found.value, token, form);
  return { download: { name: "", mediaType: MEDIA_TYPES[form], bytes: Buffer.from(form === "atom" ? atomText(feed) : jsonFeedText(feed), "utf8") } };
}

export async function watchDeleted({ registry, request, parameter }: Asked): Promise<Reply> {
  const gone = await forgetWatch(registry, parameter);
  return gone.ok ? { location: `/${request.language}/suppliers` } : problemPage(registry, request, gone.error, "");
}
