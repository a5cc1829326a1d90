// The invented harbour with what reverse questions meet besides: a memorandum of two lists, a list of one region, a status, a rule of
// precedence. Used by tests only.
import { present, type FileNumber } from "../terms/index.ts";
import { meetingLaw, precedence } from "../rules/test-meeting-law.ts";
import { organisationOf } from "../register/index.ts";
import type { Asking } from "./all-that-binds.ts";
import { derive, type Derived } from "./derive.ts";
import type { Scene } from "./facts.ts";
import type { Where } from "./measure-outcome.ts";
import { A, basis, ENTRIES, from, list, measure } from "./release-fixtures.ts";

export const wide = meetingLaw(
  ...ENTRIES,
  list("local", "black", { regions: ["990100"] }),
  { kind: "act", id: "fish", names: "Fish", undetermined: "opens", where: "region" } as never,
  { kind: "act", id: "tow", names: "Tow", undetermined: "opens", where: "authority", authorities: ["master", "pilot"] } as never,
  { kind: "authority", id: "pilot", names: "Pilots", level: "national", powers: ["enforce"] } as never,
  measure("local-fishing", { list: "local" }, "fish", "restrict", { within: "regionOfList" }),
  measure("no-towing", { list: ["local", "alarmed"] }, "tow", "deny", { authority: "pilot" }),
  measure("dissolved", { status: "deregistered" }, "fish", "deny"),
  measure("milder-mooring", { list: "silent" }, "moor", "consider"),
  {
    kind: "memorandum", id: "pact", names: "Pact", from, signedOn: from, trigger: { list: ["serious", "eyed", "warned"] }, force: "mandatory", basis, parties: [{ authority: "master", since: from }, { authority: "pilot", since: from }],
    clauses: [{ id: "fish", names: "Fish", authority: "master", acts: "fish", effects: "scrutinise" }, { id: "tow", names: "Tow", authority: "pilot", acts: "tow", effects: "deny", force: "discretionary" }],
  } as never,
  // While it stands on the silent list, what the serious one would set off beside it is kept away.
  precedence("silent-first", { rule: "prefers", among: ["serious", "silent"], prefer: ["silent", "serious"] }),
  { kind: "term", id: "status-deregistered", names: "Deregistered", taxonomy: "status", value: "deregistered" } as never,
);

/** A question about one organisation, before an act is named. */
export function askingOf(scene: Scene, file: FileNumber = A): Asking {
  return { scene, organisation: present(organisationOf(scene.register, file), "the organisation"), find: (other) => organisationOf(scene.register, other), calendar: [] };
}

/** Every check there is about the organisation: each act at every authority, in every region, and without a place. */
export function everyCheck(scene: Scene, file: FileNumber = A): readonly { readonly act: string; readonly where: Where; readonly derived: Derived }[] {
  const { statute } = scene;
  const regions = statute.all("term").filter(({ taxonomy }) => taxonomy === "region").map(({ value }) => ({ region: value }));
  return statute.all("act").flatMap((act) => (act.where === "authority" ? act.authorities.map((authority) => ({ authority })) : [{}, ...regions]).map((where) => ({ act: act.id, where, derived: derive({ ...askingOf(scene, file), act, where }) })));
}
