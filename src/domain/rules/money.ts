// Money and rates from their text: whole minor units and two whole numbers, never a floating-point figure.
import { err, ok, type Money, type Rate, type Result } from "../terms/index.ts";

/** Decimal places of a currency's minor unit (ISO 4217) where they are not two. */
const DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3, BIF: 0, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3, OMR: 3, PYG: 0, RWF: 0, TND: 3, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
};

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** `0.05 CNY` → 5 fen. Spaces, underscores and commas may group digits of the whole part by three. */
export function parseMoney(text: string): Result<Money, string> {
  const match = /^(\d+|\d{1,3}(?:[ ,_]\d{3})+)(?:\.(\d+))? ?([A-Z]{3})$/.exec(text.trim());
  const [, whole, fraction = "", currency] = match ?? [];
  if (whole === undefined || currency === undefined) return err(`\`${text}\` is not a figure with its currency`);
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals))) return err(`\`${text}\` is finer than the smallest unit of ${currency}`);
  const minor = Number(whole.replace(/[ ,_]/g, "") + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? ok({ minor, currency }) : err(`\`${text}\` is too large`);
}

/** `5/100` → 5 of 100. */
export function parseRate(text: string): Result<Rate, string> {
  const match = /^(\d{1,12})\s*\/\s*(\d{1,12})$/.exec(text.trim());
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || denominator === 0) return err(`\`${text}\` is not a rate of two whole numbers`);
  return ok({ numerator, denominator });
}
