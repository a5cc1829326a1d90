// Names of things in the two languages of the product.

export type Language = "zh" | "en";

/** `by: "us"` marks that one of the names is ours, not the source's. */
export interface Names {
  readonly en: string;
  readonly zh?: string;
  readonly by?: "us";
}

/** The name in `language`, or in English where there is none. */
export function nameIn(names: Names, language: Language): string {
  return language === "zh" ? (names.zh ?? names.en) : names.en;
}
