// A list of suppliers: the form, and the answer to what was sent with it: a page, or the same as a sheet or a signed receipt. Nothing is kept.
import { matchSuppliers, parseFileNumber, PUBLIC, receiptOfSuppliers, supplierRowsCarried, supplierRowsOfFile, supplierRowsOfText, suppliersOf, SUPPLIERS_MAX, writeTable, type Problem, type Result, type SupplierRow, type Suppliers } from "../../service/index.ts";
import type { FileNumber } from "../../domain/terms/index.ts";
import { messagesIn, SUPPLIER_SHOWN, suppliersPage, type SuppliersModel, type SuppliersWrong } from "../portal/index.ts";
import { textOf, type Form } from "../form.ts";
import { MEDIA_TYPES } from "../media-types.ts";
import { actAsked, actChoices, bodiesShown, placesOf } from "../models/acts.ts";
import { bodyOf } from "../models/frame.ts";
import { suppliersResult, suppliersTable } from "../models/suppliers-model.ts";
import type { Asked, Reply } from "./asked.ts";
import type { Download } from "./desk-asked.ts";

/** Something to take along in place of a page. */
export interface Given {
  readonly download: Download;
}

/** The empty form. */
export async function suppliers(asked: Asked): Promise<Reply> {
  return { status: 200, html: suppliersPage(asked.frame, await offered(asked, asked.request.query["act"] ?? "", ""), SUPPLIERS_MAX) };
}

/** What came of the list that was sent. */
export async function suppliersSent(asked: Asked, form: Form): Promise<Reply | Given> {
  const [act = "", at = ""] = textOf(form, "act").split("@");
  const where = at === "" ? textOf(form, "where") : at;
  const offer = await offered(asked, act, where);
  const again = (wrong: SuppliersWrong): Reply => ({ status: 422, html: suppliersPage(asked.frame, { ...offer, wrong, typed: typedAgain(form) }, SUPPLIERS_MAX) });
  const over = overWhat(form);
  if (over !== undefined) return again({ kind: over, codes: [] });
  const rows = rowsSent(asked, form);
  if (!rows.ok) return again(wrongOf(rows.error));
  if (rows.value.length === 0) return again({ kind: "nothing", codes: [] });
  // An act that is done at one place or another is asked at one of them.
  const wanted = act === "" ? undefined : where !== "" && (offer.places.some(({ value }) => value === where) || at !== "") ? `${act}@${where}` : act;
  const chosen = chosenIn(form);
  const { on, law, known } = asked.clocks;
  const answer = await suppliersOf(asked.registry, PUBLIC, { rows: rows.value, chosen, acts: new Set(offer.acts.map(({ value }) => value)), ...(wanted === undefined ? {} : { act: wanted }), on, law, known });
  if (!answer.ok) return again({ kind: "act", codes: [] });
  return given(asked, form, answer.value) ?? receiptGiven(asked, form, answer.value, again) ?? { status: 200, html: suppliersPage(asked.frame, { ...offer, result: suppliersResult(answer.value, {
    language: asked.request.language, rows: rows.value, chosen, shown: SUPPLIER_SHOWN.find((shown) => shown === textOf(form, "show")) ?? "all", ...(wanted === undefined ? {} : { act: actAsked(asked.registry, offer.acts, wanted) }),
  }) }, SUPPLIERS_MAX) };
}

/** The organisations the list that was sent came to; `refused` where they cannot be watched. */
export async function matchedFiles(asked: Asked, form: Form): Promise<{ readonly files: readonly FileNumber[]; readonly refused: Reply } | { readonly again: Reply }> {
  const rows = rowsSent(asked, form);
  const again = await refusedAt(asked, rows.ok ? { kind: "nothingMatched", codes: [] } : wrongOf(rows.error));
  if (!rows.ok) return { again };
  const matched = await matchSuppliers(asked.registry, rows.value, asked.clocks.known, chosenIn(form));
  return { files: matched.flatMap((row) => (row.kind === "matched" ? [row.organisation.file] : [])), refused: again };
}

/** The empty form with what is wrong. */
export async function refusedAt(asked: Asked, wrong: SuppliersWrong): Promise<Reply> {
  return { status: wrong.kind === "foreign" ? 403 : 422, html: suppliersPage(asked.frame, { ...(await offered(asked, "", "")), wrong }, SUPPLIERS_MAX) };
}

/** The acts and places of the form, as chosen. */
async function offered({ registry, clocks, frame }: Asked, act: string, where: string): Promise<SuppliersModel> {
  const bodies = await bodiesShown(registry, frame.register.model !== undefined);
  const acts = actChoices(registry, clocks.law, act === "" ? bodies : new Set([...bodies, bodyOf(act)]));
  const listed = acts.some(({ value }) => value === act) ? act : acts.find(({ value }) => value === `${act}@${where}`)?.value;
  return { acts, places: listed === act ? placesOf(registry, act) : [], ...(listed === undefined || act === "" ? {} : { act: listed }), ...(where === "" || listed !== act ? {} : { place: where }) };
}

/** What was typed goes back into its field, but for a text that may hold a number of a person. */
function typedAgain(form: Form): string {
  const text = textOf(form, "lines");
  return /\d{15}/.test(text.normalize("NFKC").replaceAll(/[\s-]/g, "")) ? "" : text;
}

function overWhat(form: Form): SuppliersWrong["kind"] | undefined {
  if (form.over.some(({ kind }) => kind === "text")) return "tooLong";
  return form.over.some(({ kind }) => kind === "fileSize") ? "tooLarge" : undefined;
}

function rowsSent({ registry }: Asked, form: Form): Result<readonly SupplierRow[], Problem> {
  const carried = textOf(form, "carried");
  if (carried !== "") return supplierRowsCarried(registry, carried);
  const file = form.files.find(({ field }) => field === "file");
  return file === undefined ? supplierRowsOfText(registry, textOf(form, "lines")) : supplierRowsOfFile(registry, file);
}

function wrongOf({ code, findings = [] }: Problem): SuppliersWrong {
  return code === "input-invalid" ? { kind: "tooMany", codes: [] } : { kind: "unreadable", codes: [...new Set(findings.map((finding) => finding.code))] };
}

function chosenIn({ texts }: Form): ReadonlyMap<number, FileNumber> {
  return new Map([...texts].flatMap(([field, values]) => {
    const row = /^choose-([1-9]\d{0,6})$/.exec(field)?.[1];
    const file = parseFileNumber(values[0] ?? "");
    return row === undefined || !file.ok ? [] : [[Number(row), file.value] as const];
  }));
}

function given({ request: { language } }: Asked, form: Form, answer: Suppliers): Given | undefined {
  const format = textOf(form, "give");
  if (format !== "csv" && format !== "xlsx") return undefined;
  const { fileName, short } = messagesIn(language).suppliers;
  return { download: { name: `${fileName}.${format}`, mediaType: MEDIA_TYPES[format], bytes: writeTable(format, short, suppliersTable(answer, language)) } };
}

function receiptGiven({ registry, request: { language } }: Asked, form: Form, answer: Suppliers, again: (wrong: SuppliersWrong) => Reply): Promise<Reply | Given> | undefined {
  if (textOf(form, "give") !== "receipt" || answer.act === null) return undefined;
  return receiptOfSuppliers(registry, PUBLIC, answer).then((receipt) => (receipt.ok ? { download: { name: `${messagesIn(language).suppliers.fileName}.receipt`, mediaType: "application/octet-stream", bytes: Buffer.from(receipt.value, "utf8") } } : again({ kind: "receipt", codes: [] })));
}
