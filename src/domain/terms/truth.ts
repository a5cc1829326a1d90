// Truth: three-valued. A fact nobody handed in is unknown, not false, and unknown carries up (Kleene's strong logic).

export type Truth = "true" | "false" | "unknown";

export function truthOf(value: boolean): Truth {
  return value ? "true" : "false";
}

export function not(a: Truth): Truth {
  return a === "unknown" ? "unknown" : a === "true" ? "false" : "true";
}

export function allOf(values: readonly Truth[]): Truth {
  if (values.includes("false")) return "false";
  return values.includes("unknown") ? "unknown" : "true";
}

export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes("true")) return "true";
  return values.includes("unknown") ? "unknown" : "false";
}

/** At least `count` of `values` hold. */
export function atLeast(count: number, values: readonly Truth[]): Truth {
  const held = values.filter((value) => value === "true").length;
  if (held >= count) return "true";
  return held + values.filter((value) => value === "unknown").length >= count ? "unknown" : "false";
}
