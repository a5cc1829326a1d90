// The words of relations between organisations, in English; dictionary-en.ts takes them up.
import type { RelationsMessages } from "./dictionary-relations-zh.ts";

export const relationsEn: RelationsMessages = {
  title: "Owners and branches", note: "above: whom it belongs to; below: what belongs to it; two levels each, organisations only",
  label: "Owners and branches drawn", description: (above, below) => `${above} above and ${below} below, each with its state on the day. The table has all of it.`,
  kinds: { branchOf: "branch", subsidiaryOf: "subsidiary", controlledBy: "controlled" },
  above: "above", below: "below", rest: (n) => `${n} more in the table`, more: "There are more than are told here.",
  columns: { level: "Level", organisation: "Organisation", relation: "Relation", with: "With", since: "Since", state: "State (the gravest)" },
  level: (way, level) => `${level} ${way}`,
  says: { above: { branchOf: "is the head office of", subsidiaryOf: "is the parent of", controlledBy: "controls" }, below: { branchOf: "is a branch of", subsidiaryOf: "is a subsidiary of", controlledBy: "is controlled by" } },
  asTable: "Read as a table", persons: "Shares have not been reported. Natural persons who own are on no file of this register: that none stand here does not mean there are none.",
};
