// Cited articles: the articles of the law behind the citation of a refusal: those of the step or entry it names. A rule of this register's own
// rests on none.
import { parseLawId, type LawId, type Names, type PlainDate } from "../domain/terms/index.ts";
import { valueOn, type Basis, type Rulebook } from "../domain/rules/index.ts";

/** Where in the law it stands. */
export interface CitedArticle {
  readonly instrument: LawId;
  readonly names: Names;
  readonly article?: string;
}

/** The articles behind `cn:procedure#step`, `cn:list` or another entry; of a step that states none of its own, its procedure's. `on`: whose version of the steps is meant. */
export function citedArticles(law: Pick<Rulebook, "find" | "get">, citation: string, on: PlainDate): readonly CitedArticle[] {
  const [text = "", step] = citation.split("#");
  const id = parseLawId(text);
  const entry = id.ok ? law.find(id.value) : undefined;
  if (entry === undefined || !("basis" in entry)) return [];
  const own = entry.kind === "procedure" ? (valueOn(entry.steps, on) ?? []).find((each) => each.id === step)?.basis : undefined;
  const basis: readonly Basis[] = own === undefined || own.length === 0 ? entry.basis : own;
  return basis.map(({ instrument, article }) => ({ instrument, names: law.get("instrument", instrument)?.names ?? { en: instrument }, ...(article === undefined ? {} : { article }) }));
}
