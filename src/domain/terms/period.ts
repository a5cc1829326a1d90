// Period: half open, [from, until): `until` is the first free day.
import type { PlainDate } from "./plain-date.ts";

export interface Period {
  readonly from: PlainDate;
  readonly until?: PlainDate;
}

export function covers(period: { readonly from?: PlainDate; readonly until?: PlainDate }, day: PlainDate): boolean {
  return (period.from === undefined || period.from <= day) && (period.until === undefined || day < period.until);
}

export function overlaps(a: { readonly from?: PlainDate; readonly until?: PlainDate }, b: { readonly from?: PlainDate; readonly until?: PlainDate }): boolean {
  return (a.until === undefined || b.from === undefined || b.from < a.until) && (b.until === undefined || a.from === undefined || a.from < b.until);
}
