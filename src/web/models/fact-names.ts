// Names of facts and criteria, as the law gives them: a path or an id is shown only where the law names nothing.
import type { LawId } from "../../domain/terms/index.ts";
import type { Missing } from "../../domain/restrictions/index.ts";
import { criteriaOf, type Registry } from "../../service/index.ts";
import type { Names } from "../portal/index.ts";

/** A fact by its path, in words where the law names it. */
export function missingNames(registry: Registry, missing: Pick<Missing, "kind" | "fact">): Names {
  if (missing.kind === "where") return { en: "The place of the act", zh: "办理的地点" };
  if (missing.kind === "reading") return { en: `Which rule governs: ${ruleNames(registry, missing.fact).en}`, zh: `适用何种规则：${ruleNames(registry, missing.fact).zh ?? missing.fact}` };
  if (missing.kind === "edition") return { en: "An edition that is not too old", zh: "未过时的名单版本" };
  return factNames(registry, missing.fact);
}

const OF_THE_REGISTER: Readonly<Record<string, Names>> = {
  decidedOn: { en: "Day of the decision", zh: "决定日" }, actedOn: { en: "Day of the act in breach", zh: "行为发生日" }, effectiveFrom: { en: "First day", zh: "生效日" }, until: { en: "First free day", zh: "恢复之日" },
  publishedOn: { en: "Published on", zh: "公布日" }, originator: { en: "First decided by", zh: "原决定机关" }, publisher: { en: "Published by", zh: "公布机关" }, regions: { en: "Where the listing was made", zh: "列入的地区" }, endKind: { en: "Kind of end", zh: "终止方式" },
};

/** `record.fine` or `listing.practices` by the name the law gives the field. */
export function factNames(registry: Registry, path: string): Names {
  const [group, name = ""] = path.split(".");
  const fields = group === "listing" ? registry.rulebook.all("list").flatMap((list) => list.fields) : group === "record" ? registry.rulebook.all("record-type").flatMap((type) => type.fields) : [];
  return fields.find((field) => field.name === name)?.names ?? OF_THE_REGISTER[name] ?? { en: path };
}

/** A rule by its names; an id the law does not know stands for itself. */
export function ruleNames(registry: Registry, id: string): Names {
  return registry.rulebook.entries.find((entry) => entry.id === id)?.names ?? { en: id };
}

/** @param list where it stands: an id is a list's own, and others may use it for something else */
export function criterionNames(registry: Registry, id: string, list?: LawId): Names {
  return (list === undefined ? undefined : criteriaOf(registry, list).get(id)?.names) ?? criteriaOf(registry).get(id)?.names ?? registry.rulebook.all("measure").find((measure) => measure.id === id)?.names ?? { en: id };
}
