// Whole numbers and amounts of money as people write them: thousands separators, full-width digits, ￥, 元, CNY. Never a floating point number.
import { err, ok, type Result } from "../domain/terms/index.ts";

export type AmountFault = "amount-not-read" | "amount-too-fine" | "amount-too-large";

/** Signs and words for a currency; a three-letter code stands for itself. */
const CURRENCY_WORDS: Readonly<Record<string, string>> = { "¥": "CNY", 元: "CNY", 圆: "CNY", 人民币: "CNY", 人民币元: "CNY", RMB: "CNY", "€": "EUR", $: "USD", US$: "USD" };
const PLAIN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

export interface ReadMoney {
  readonly minor: number;
  readonly currency: string;
}

/** Minor units of `text`; `currency` where the text names none. */
export function readMoney(text: string, currency: string): Result<ReadMoney, AmountFault> {
  const levelled = text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "");
  const match = /^([^\d+-]*)([+-]?[\d.,]+)([^\d]*)$/.exec(levelled);
  if (match === null) return err("amount-not-read");
  const [, before = "", number = "", after = ""] = match;
  const named = [before, after].filter((word) => word !== "").map(currencyOf);
  const [first, second] = named;
  if (named.includes(undefined) || (first !== undefined && second !== undefined && first !== second)) return err("amount-not-read");

  const parts = PLAIN.exec(number);
  if (parts === null) return err("amount-not-read");
  const fraction = (parts[3] ?? "").replace(/0+$/, "");
  if (fraction.length > 2) return err("amount-too-fine");
  const minor = Number(`${parts[1] ?? ""}${(parts[2] ?? "").replaceAll(",", "")}${fraction.padEnd(2, "0")}`);
  if (!Number.isSafeInteger(minor)) return err("amount-too-large");
  return ok({ minor: minor === 0 ? 0 : minor, currency: first ?? currency });
}

function currencyOf(word: string): string | undefined {
  const upper = word.toUpperCase();
  return CURRENCY_WORDS[upper] ?? (/^[A-Z]{3}$/.test(upper) ? upper : undefined);
}

/** A whole number in canonical digits, as text so that no digit is lost. */
export function readInteger(text: string): string | undefined {
  const parts = PLAIN.exec(text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, ""));
  if (parts === null || /[1-9]/.test(parts[3] ?? "")) return undefined;
  const digits = (parts[2] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  return parts[1] === "-" && digits !== "0" ? `-${digits}` : digits;
}
