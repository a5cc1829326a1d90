// What applying a template needs to be told: the law's authorities and code schemes, and how codes are checked.
// The checkers are arguments because the rules of codes belong to domain/identity, which intake does not import.
import type { Authority, IdentifierScheme, Template, TemplateColumn } from "../domain/rules/index.ts";
import type { LawId, Result } from "../domain/terms/index.ts";
import { levelText } from "./levelled-text.ts";

/** Why a text is no code, and what to do about it. Never repeats what may be a person's number. */
export interface CodeFault {
  readonly message: string;
  readonly remedy: string;
}

export interface TemplateLaw {
  readonly authorities: readonly Authority[];
  readonly schemes: readonly IdentifierScheme[];
  /** Whether a text, spaces and hyphens aside, is the identity number of a natural person. */
  readonly isPersonIdentifier: (text: string) => boolean;
  /** The code a text is, under the scheme a column is about. */
  readonly readCode: (text: string, scheme: LawId) => Result<{ readonly scheme: LawId; readonly value: string }, CodeFault>;
}

/** The same with its look-ups made once for a whole sheet. */
export interface PreparedLaw extends TemplateLaw {
  readonly authorityByText: ReadonlyMap<string, LawId>;
  /** The choice each levelled text means, for the columns that have choices. */
  readonly choiceByText: ReadonlyMap<TemplateColumn, ReadonlyMap<string, string>>;
}

/** A name in a sheet means an authority of the template's own body of law before one of another that is called the same. */
export function prepareLaw(law: TemplateLaw, template: Template): PreparedLaw {
  const authorityByText = new Map<string, LawId>();
  const own = template.id.slice(0, template.id.indexOf(":") + 1);
  const isOwn = (authority: Authority): boolean => authority.id.startsWith(own);
  for (const authority of [...law.authorities.filter(isOwn), ...law.authorities.filter((each) => !isOwn(each))]) {
    const texts = [authority.id, authority.names.en, authority.names.zh, authority.short, ...authority.aliases];
    for (const text of texts) {
      // The first to claim a text keeps it: the law's own order decides.
      if (text !== undefined && !authorityByText.has(levelText(text))) authorityByText.set(levelText(text), authority.id);
    }
  }
  return { ...law, readCode: rememberingLast(law.readCode), authorityByText, choiceByText: new Map(template.columns.map((column) => [column, choicesByText(column)])) };
}

/** Every code is read twice in a row: by the search for numbers of persons, and by its column. */
function rememberingLast(readCode: TemplateLaw["readCode"]): TemplateLaw["readCode"] {
  let last: { readonly text: string; readonly scheme: LawId; readonly read: ReturnType<TemplateLaw["readCode"]> } | undefined;
  return (text, scheme) => {
    if (last?.text !== text || last.scheme !== scheme) last = { text, scheme, read: readCode(text, scheme) };
    return last.read;
  };
}

/** As with authorities, the first choice to claim a text keeps it. */
function choicesByText({ choices }: TemplateColumn): ReadonlyMap<string, string> {
  const byText = new Map<string, string>();
  for (const { value, texts, names } of choices) {
    for (const text of [value, ...texts, names.en, ...(names.zh === undefined ? [] : [names.zh])]) if (!byText.has(levelText(text))) byText.set(levelText(text), value);
  }
  return byText;
}
