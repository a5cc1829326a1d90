// Gallery of the pages about suppliers: invented values with every kind of row. For tests and for looking, like gallery.ts, which shows them.
import type { Exhibit } from "./gallery.ts";
import { suppliersPage } from "./pages/suppliers-page.ts";
import { alertExhibits } from "./gallery-alerts.ts";
import { watchPage } from "./pages/watch-page.ts";
import type { Frame } from "./view-models.ts";
import type { SupplierRowView, SuppliersModel } from "./view-models-suppliers.ts";

const MOST = 3000;
const CODE = { scheme: "mo:unified-code", value: "91990102MA5K2Q7H3T" };
const FORM: SuppliersModel = { acts: [{ value: "mo:bid", names: { en: "Bid for government procurement", zh: "参加政府采购投标" } }, { value: "mo:bond", names: { en: "Clear goods through customs", zh: "进出口货物通关" } }], places: [] };

/** `name` is a hostile text where a test asks for one. */
export function supplierExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const at: Frame = { ...frame, path: "/suppliers", query: {} };
  const organisation = { file: "P00000018", name, code: CODE };
  const other = { file: "P00000026", name: "Lichuan Trading" };
  const scored = { by: "score", score: 770, parts: [{ part: "name", score: 600 }, { part: "country", score: 120 }, { part: "form", score: -150 }] } as const;
  const rows: readonly SupplierRowView[] = [
    { kind: "matched", row: 2, name, code: CODE.value, organisation, how: { by: "code" }, otherName: true, state: "bound", acts: 11, earliest: { day: "2027-01-13", provisional: true }, candidates: [] },
    { kind: "matched", row: 3, name: "Lichuan", organisation: other, how: scored, otherName: true, state: "clear", acts: 87, candidates: [] },
    { kind: "matched", row: 4, name, organisation: other, how: { ...scored, by: "chosen" }, otherName: true, state: "bound", acts: 1, candidates: [{ organisation, how: { by: "part" }, chosen: false }, { organisation: other, how: scored, chosen: true }] },
    { kind: "held", row: 5, name, why: "several", candidates: [{ organisation, how: { by: "near" }, chosen: false }, { organisation: other, how: scored, chosen: false }] },
    { kind: "absent", row: 6, name }, { kind: "absent", row: 7, code: CODE.value },
    { kind: "refused", row: 8, why: "person" }, { kind: "refused", row: 9, why: "formula" },
    { kind: "matched", row: 10, code: CODE.value, organisation, how: { by: "file" }, otherName: false, candidates: [] },
  ];
  const counts = { matched: 4, held: 1, absent: 2, refused: 2 };
  const states = { bound: 2, undetermined: 0, may: 0, favoured: 0, clear: 1 };
  const watch = { token: "kX0b8mZ3Yq2vW7", label: name, on: "2026-11-20", since: "2026-11-06", days: 14, states, alerts: [] } as const;
  return [
    { name: "watch", page: watchPage({ ...at, path: "/watch/kX0b8mZ3Yq2vW7" }, { ...watch, changes: [{ day: "2026-11-19", what: "listed", list: "mo:customs-list", organisation }], organisations: [{ organisation, state: "bound", acts: 11, earliest: { day: "2027-01-13", provisional: true } }, { organisation: other, state: "clear", acts: 87 }, { organisation: other }] }) },
    ...alertExhibits(at, { ...watch, label: name, changes: [], organisations: [{ organisation: other, state: "bound", acts: 1 }] }),
    { name: "watch-quiet", page: watchPage({ ...at, path: "/watch/kX0b8mZ3Yq2vW7" }, { ...watch, label: "", changes: [], organisations: [{ organisation: other, state: "bound", acts: 1 }] }) },
    { name: "suppliers", page: suppliersPage(at, FORM, MOST) },
    { name: "suppliers-wrong", page: suppliersPage(at, { ...FORM, typed: name, wrong: { kind: "unreadable", codes: ["workbook-too-large"] } }, MOST) },
    { name: "suppliers-result", page: suppliersPage(at, { ...FORM, act: "mo:bid", places: [{ value: "990101", names: { en: "Chengwan", zh: "澄湾市" } }], result: { asked: { value: "mo:bid", names: { en: "Bid for government procurement", zh: "参加政府采购投标" } }, total: rows.length, counts, states, shown: "all", rows, carried: `2\t${name}\t${CODE.value}\t`, kept: [] } }, MOST) },
    { name: "suppliers-none", page: suppliersPage(at, { ...FORM, result: { total: rows.length, counts, states, shown: "favoured", rows: [], carried: "", kept: [{ row: 4, file: "P00000026" }] } }, MOST) },
  ];
}
