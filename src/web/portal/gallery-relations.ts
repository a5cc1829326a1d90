// Gallery of owners and branches: invented organisations on two levels each way. For tests and for looking, like gallery.ts, which shows it.
import type { RelationsView } from "./view-models-relations.ts";

/** `name` is a hostile text where a test asks for one. */
export function relationsShown(name: string): RelationsView {
  const branch = (index: number): RelationsView["below"][number][number] => ({ file: `P0000010${index}`, name: `${name} ${index}`, relation: index === 0 ? "subsidiaryOf" : "branchOf", with: "P00000018", since: "2020-05-01", state: index === 1 ? "bound" : index === 2 ? "undetermined" : "clear" });
  return {
    file: "P00000018", name, more: true,
    above: [[{ file: "P00000075", name: "澄湾砺川集团", relation: "subsidiaryOf", with: "P00000018", since: "2016-05-09", state: "favoured" }, { file: "P00000091", name: "Harbour Holding", relation: "controlledBy", with: "P00000018", state: "may" }], [{ file: "P00000083", name: "澄湾控股", relation: "controlledBy", with: "P00000075", state: "clear" }]],
    below: [[0, 1, 2, 3, 4, 5, 6].map(branch), [{ file: "P00000208", name: "Lichuan Valley Branch", relation: "branchOf", with: "P00000100", state: "clear" }]],
  };
}
