// Scope: which variables an expression may name at its place in the law, and their types.
import type { Field } from "../language.ts";

/** What an expression may do with a fact. Days are text that is known to be a day; money is a whole number. */
export interface FactType {
  readonly type: "text" | "day" | "integer" | "flag" | "choice" | "choices";
  readonly choices?: readonly string[];
}

export type Variables = Readonly<Record<string, Readonly<Record<string, FactType>>>>;

export interface Scope {
  /** Says the same for scopes that declare the same. */
  readonly key: string;
  readonly variables: Variables;
}

const TEXT: FactType = { type: "text" };
const DAY: FactType = { type: "day" };
const FLAG: FactType = { type: "flag" };
const END_KINDS = ["fixed", "untilDone", "reviewFrom", "permanent", "notStated"];

const EVERYWHERE = { organisation: { kind: TEXT, legalForm: TEXT, status: TEXT, region: TEXT, sector: TEXT }, asked: { on: DAY } } as const satisfies Variables;
const LISTING = {
  list: TEXT, publisher: TEXT, originator: TEXT, decidedOn: DAY, effectiveFrom: DAY, until: DAY, endKind: { type: "choice", choices: END_KINDS }, publishedOn: FLAG, ownListingOnFile: FLAG, affiliate: FLAG,
} as const satisfies Variables[string];
const RECORD = { decidedOn: DAY, actedOn: DAY } as const satisfies Variables[string];
const PARTY = { authority: TEXT, sinceEarliest: DAY, sinceLatest: DAY } as const satisfies Variables[string];

/** Names a list's own field cannot take, with the field type under which it may say the same again. */
export const LISTING_WORDS: Readonly<Record<string, string>> = {
  list: "", publisher: "authority", originator: "authority", decidedOn: "day", effectiveFrom: "day", until: "day", endKind: "", publishedOn: "", ownListingOnFile: "", affiliate: "flag",
};
export const RECORD_WORDS: Readonly<Record<string, string>> = { decidedOn: "day", actedOn: "day" };

export const ORGANISATION_SCOPE: Scope = scope(EVERYWHERE);

/** `fields`: of each list that may be the trigger; an expression may name those which all of them have. */
export function withListing(outer: Scope, fieldsOfLists: readonly (readonly Field[])[]): Scope {
  return scope({ ...outer.variables, listing: { ...shared(fieldsOfLists), ...LISTING } });
}

export function withRecord(outer: Scope, fields: readonly Field[]): Scope {
  return scope({ ...outer.variables, record: { ...shared([fields]), ...RECORD } });
}

export function withParties(outer: Scope): Scope {
  return scope({ ...outer.variables, party: PARTY, decider: PARTY });
}

function scope(variables: Variables): Scope {
  return { key: JSON.stringify(variables), variables };
}

function shared(fieldsOfLists: readonly (readonly Field[])[]): Readonly<Record<string, FactType>> {
  const [first = [], ...others] = fieldsOfLists;
  const facts: Record<string, FactType> = {};
  for (const field of first) {
    const everywhere = others.every((fields) => fields.some((each) => each.name === field.name && each.type === field.type));
    const fact = everywhere ? factTypeOf(field, others) : undefined;
    if (fact !== undefined) facts[field.name] = fact;
  }
  return facts;
}

/** Rates have no order an expression could use, so they are not declared. */
function factTypeOf(field: Field, others: readonly (readonly Field[])[]): FactType | undefined {
  switch (field.type) {
    case "text":
    case "authority":
    case "code":
      return TEXT;
    case "day":
      return DAY;
    case "flag":
      return FLAG;
    case "money":
    case "integer":
      return { type: "integer" };
    case "choice":
    case "choices": {
      const choices = new Set(field.choices);
      for (const fields of others) for (const choice of fields.find((each) => each.name === field.name)?.choices ?? []) choices.add(choice);
      return { type: field.type, choices: [...choices] };
    }
    case "rate":
      return undefined;
  }
}
