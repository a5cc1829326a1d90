// Gallery of the exit plan: invented values with every kind of step. For tests and for looking, like gallery.ts, which shows it.
import type { Exhibit } from "./gallery.ts";
import { planPage } from "./pages/plan-page.ts";
import type { PlanModel, PlanStepView, PlanWayView } from "./view-models-plan.ts";
import type { Frame } from "./view-models.ts";

const BURDEN = { effect: "deny", measure: "mo:bar-procurement", authority: "mo:treasury", acts: ["mo:bid"] } as const;
const WAY: PlanWayView = {
  words: { en: "credit repair: 20 November 2027 at the earliest", zh: "信用修复：最早2027年11月20日" }, opensOn: "2027-11-20", provisional: true, decidedBy: "mo:customs", within: { count: 20, unit: "workingDays" }, decideBy: "2027-12-18", reading: "mo:repair-rules",
  conditions: [{ kind: "wait", until: "2027-11-20", done: false }, { kind: "left", list: "mo:warning", done: true }, { kind: "shown", names: { en: "The breach is corrected", zh: "违法行为已改正" } }, { kind: "asked", done: false }], basis: [{ instrument: "mo:repair-rules", article: "8", confidence: "high" }],
};
const STEP: PlanStepView = { state: "later", kind: "listing", id: "l1", of: "mo:customs-list", way: WAY, others: [{ ...WAY, words: { en: "removal at the end of the term: 20 November 2029", zh: "期满移出：2029年11月20日" } }], end: { kind: "fixed", until: "2029-11-20" }, frees: [BURDEN, { ...BURDEN, measure: "mo:m-1" }, { ...BURDEN, measure: "mo:m-2" }], begins: [{ ...BURDEN, effect: "consider" }] };

/** `name` is a hostile text where a test asks for one. */
export function planExhibits(frame: Frame, name: string): readonly Exhibit[] {
  const at: Frame = { ...frame, path: "/organisations/P00000018/plan", query: {} };
  const { opensOn: _opensOn, decideBy: _decideBy, reading: _reading, ...noDay } = WAY;
  const bound: PlanModel = {
    organisation: { file: "P00000018", name }, on: "2026-11-20", own: false, acts: 11, burdens: 4, freeOn: { day: "2027-11-20", provisional: true }, done: [], stays: [], whole: false, withheld: false,
    steps: [
      { ...STEP, state: "open", kind: "record", id: "r1", of: "mo:penalty", way: { ...WAY, opensOn: "2026-11-01", provisional: false }, frees: [], begins: [], others: [] }, STEP,
      { ...STEP, state: "itself", id: "l3", other: { file: "P00000026", name: "Lichuan Shipping" }, way: { ...noDay, opensOn: "2028-01-01", conditions: [{ kind: "wait", until: "2028-01-01", done: false }] }, frees: [BURDEN] },
    ],
  };
  const { freeOn: _freeOn, ...stuck } = bound;
  const own: PlanModel = {
    ...stuck, own: true, whole: true, stays: [{ kind: "status", measure: "mo:m-5" }, { kind: "withheld" }], done: [{ kind: "listing", id: "l0", of: "mo:warning", how: "removed", on: "2026-01-05" }, { kind: "record", id: "r0", of: "mo:penalty", how: "annulled" }],
    steps: [{ ...STEP, state: "asked", case: { matter: "m.7", openedOn: "2026-11-02", next: { step: { en: "Decision", zh: "决定" }, by: "office", lastDay: "2026-11-10", provisional: true, passed: true } } }, { state: "stuck", kind: "listing", id: "l9", of: "mo:customs-list", others: [], end: { kind: "permanent", basis: "Charter, article 8" }, frees: [BURDEN], begins: [] }],
  };
  return [
    { name: "plan", page: planPage(at, bound) }, { name: "plan-own", page: planPage({ ...at, path: "/desk/organisation/plan" }, own) }, { name: "plan-own-new", page: planPage({ ...at, path: "/desk/organisation/plan" }, { ...own, done: [] }) },
    { name: "plan-withheld", page: planPage(at, { ...stuck, steps: [], withheld: true }) }, { name: "plan-clear", page: planPage(at, { ...stuck, burdens: 0, acts: 0, steps: [] }) },
  ];
}
