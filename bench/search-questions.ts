// What is asked of a search by name, in classes: each question is made from a name that is there, as somebody would type a part of it.
import { pinyin } from "pinyin-pro";
import { levelName } from "../src/domain/identity/index.ts";
import type { Draw, InventedName } from "./invented-names.ts";
import { Converter } from "opencc-js/cn2t";

export const CLASSES = ["code", "exact", "prefix-4", "inside-2", "inside-3", "pinyin", "initials-5", "typo", "traditional"] as const;
export type SearchClass = (typeof CLASSES)[number];

export interface Asked {
  readonly text: string;
}

const toTraditional = Converter({ from: "cn", to: "t" });

/** Questions of a class: as many as asked for, the same for the same draws. */
export function askedOf(kind: SearchClass, names: readonly InventedName[], count: number, draw: Draw): readonly Asked[] {
  const asked: Asked[] = [];
  while (asked.length < count) {
    const name = names[draw(names.length)];
    const text = name === undefined ? undefined : questionAbout(kind, name, draw);
    if (text !== undefined) asked.push({ text });
  }
  return asked;
}

function questionAbout(kind: SearchClass, { text, code }: InventedName, draw: Draw): string | undefined {
  const levelled = levelName(text);
  const chinese = /^\p{Script=Han}+$/u.test(levelled);
  const part = (length: number): string => {
    const from = draw(Math.max(1, levelled.length - length + 1));
    return levelled.slice(from, from + length);
  };
  switch (kind) {
    case "code":
      return code;
    case "exact":
      return text;
    case "prefix-4":
      return levelled.slice(0, 4);
    case "inside-2":
      return chinese ? part(2) : undefined;
    case "inside-3":
      return part(3);
    case "pinyin":
      return chinese ? saidOf(part(3)) : undefined;
    case "initials-5":
      return chinese ? saidOf(part(5), "initials") : undefined;
    case "typo":
      return chinese && draw(2) === 0 ? slipped(saidOf(part(4)), draw, "abcdefghijklmnopqrstuvwxyz") : slipped(part(chinese ? 6 : 10), draw, chinese ? "华金天中大" : "aeionrst");
    case "traditional":
      return chinese ? toTraditional(part(4)) : undefined;
  }
}

/** As it is read: the likeliest readings. */
export function saidOf(text: string, what: "syllables" | "initials" = "syllables"): string {
  const syllables = pinyin(text, { toneType: "none", type: "array", v: true }).map((syllable) => syllable.replace(/ü/gu, "v"));
  return syllables.map((syllable) => (what === "initials" ? syllable.charAt(0) : syllable)).join("");
}

/** A letter more, less, another, or two exchanged. */
function slipped(text: string, draw: Draw, letters: string): string {
  const at = 1 + draw(Math.max(1, text.length - 2));
  const other = letters.charAt(draw(letters.length));
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  return [head + other + tail, head + tail.slice(1), head + other + tail.slice(1), head + tail.charAt(1) + tail.charAt(0) + tail.slice(2)][draw(4)] ?? text;
}
