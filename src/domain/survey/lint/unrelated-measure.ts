// unrelated-measure: a burden on an act that has nothing to do with the conduct: the domains of list and act differ, and no text cited
// speaks of the act's domain. A machine cannot weigh it, so it is a note for a reader.
import type { Act, List, Measure, TaxonomyTerm } from "../../rules/index.ts";
import { groundsOf, isBurden, NO_FIELD } from "../ground.ts";
import type { LawBook } from "../law-book.ts";
import { listsOf } from "../place.ts";
import { listing, say, type Words } from "../say.ts";
import { workedOut } from "../worked-out.ts";
import type { Found, LintRule } from "./lint-rule.ts";

export const unrelatedMeasure: LintRule = {
  names: say("Unrelated measure", "措施与失信行为无关联"),
  why: say("A measure should be connected with the wrong it answers; the further away it lies, the more it looks like punishment for its own sake.", "惩戒措施应当与失信行为相关联，相距越远，越近于为惩戒而惩戒。"),
  remedy: say("Say which text connects the two fields, or leave the act out.", "载明将两个领域相联系的依据，或者不再涉及该事项。"),
  severities: ["note"],
  look: (book) => book.all("measure").filter(isBurden).flatMap((measure) => lookAt(book, measure)),
};

function lookAt(book: LawBook, measure: Measure): readonly Found[] {
  const lists = listsOf(book, measure).filter((list) => list.domain !== undefined && list.domain !== NO_FIELD);
  if (lists.length === 0) return [];
  const spoken = new Set(groundsOf(book, measure).flatMap(({ instrument }) => instrument.domains).filter((domain) => domain !== NO_FIELD));
  const acts = measure.acts.flatMap((id) => book.get("act", id) ?? []).filter((act) => isUnrelated(book, act, lists) && !spoken.has(act.domain ?? ""));
  if (acts.length === 0) return [];
  const [theirs, ours] = [listing([...new Set(lists.map((list) => list.domain ?? ""))].map((domain) => domainNames(book, domain))), listing(acts.map((act) => say(`${act.names.en} (${domainNames(book, act.domain ?? "").en})`, `${act.names.zh ?? act.names.en}（${domainNames(book, act.domain ?? "").zh}）`)))];
  return [{ entry: measure, severity: "note", what: say(`A listing about ${theirs.en} bears on ${ours.en}, and no text cited speaks of that field.`, `${theirs.zh}领域的列入影响到${ours.zh}，所引依据均未涉及该领域。`) }];
}

/** Related where it is the field of one of the lists, or one of the two lies within the other. */
function isUnrelated(book: LawBook, act: Act, lists: readonly List[]): boolean {
  const { domain } = act;
  if (domain === undefined || domain === NO_FIELD) return false;
  return lists.every((list) => list.domain !== undefined && !around(book, domain).includes(list.domain) && !around(book, list.domain).includes(domain));
}

const domainsOf = workedOut((book: LawBook): ReadonlyMap<string, TaxonomyTerm> => new Map(book.all("term").filter((term) => term.taxonomy === "domain").map((term) => [term.value, term])));

function domainNames(book: LawBook, domain: string): Words {
  const term = domainsOf(book).get(domain);
  return term === undefined ? say(domain, domain) : say(term.names.en, term.names.zh ?? term.names.en);
}

function around(book: LawBook, domain: string): readonly string[] {
  const found = [domain];
  for (let next = domainsOf(book).get(domain)?.parent; next !== undefined && !found.includes(next); next = domainsOf(book).get(next)?.parent) found.push(next);
  return found;
}
