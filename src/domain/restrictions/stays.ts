// Stays: what an order holds back on a day. A stayed listing or record stands, and nothing binds because of it. Read from what is on
// file; the triggers carry it, and an answer names who ordered it and since when.
import { allOf, covers, type PlainDate, type Truth } from "../terms/index.ts";
import type { ListingOnFile, RecordOnFile, Register, Stay } from "../register/index.ts";
import type { StayInForce } from "./answer.ts";

/** The stays that run on the day over one listing or record. */
export function staysOn(register: Register, onFile: ListingOnFile | RecordOnFile, on: PlainDate): readonly StayInForce[] {
  return onFile.stays.filter((stay) => covers(stay, on)).map((stay) => ({ about: aboutOf(onFile), since: stay.from, ...untilOfStay(stay), ...orderedBy(register, stay) }));
}

export function isStayed({ stays }: Pick<ListingOnFile | RecordOnFile, "stays">, on: PlainDate): boolean {
  return stays.some((stay) => covers(stay, on));
}

const withStays = new WeakMap<Register, boolean>();

/** Whether anything at all was ever stayed: where nothing was, each criterion is evaluated once. */
export function knowsStays(register: Register): boolean {
  const known = withStays.get(register) ?? [...register.listings.values(), ...register.records.values()].some(({ stays }) => stays.length > 0);
  withStays.set(register, known);
  return known;
}

/** What is true both of all that stands and of what no stay holds back: a stay neither sets a burden off nor lets one through. */
export function trueOfBoth(standing: Truth, unstayed: Truth): Truth {
  return allOf([standing, unstayed]);
}

function aboutOf(onFile: ListingOnFile | RecordOnFile): StayInForce["about"] {
  return "holds" in onFile ? { kind: "listing", list: onFile.list, listing: onFile.id } : { kind: "record", type: onFile.type, record: onFile.id };
}

function untilOfStay({ until }: Stay): { readonly until?: PlainDate } {
  return until === undefined ? {} : { until };
}

function orderedBy(register: Register, { office }: Stay): Pick<StayInForce, "orderedBy"> {
  const opened = office === null ? undefined : register.offices.get(office);
  return office === null ? {} : { orderedBy: { office, ...(opened === undefined ? {} : { authority: opened.authority, names: opened.names }) } };
}
