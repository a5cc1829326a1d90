// Money as text: whole minor units to figures, in the way of each language.
import type { Language, Money } from "../domain/terms/index.ts";

/** Whole minor units to figures, without floating point: 128000000 fen is `CNY 1,280,000`, in Chinese `1,280,000元`. */
export function moneyText(value: Money, language: Language): string {
  const digits = minorDigits(value.currency);
  const figures = String(Math.abs(value.minor)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits).replace(/\B(?=(\d{3})+$)/g, ",");
  const part = figures.slice(figures.length - digits);
  const amount = `${value.minor < 0 ? "-" : ""}${whole}${digits === 0 || /^0*$/.test(part) ? "" : `.${part}`}`;
  return language === "zh" && value.currency === "CNY" ? `${amount}元` : `${value.currency} ${amount}`;
}

function minorDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
