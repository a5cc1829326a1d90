import { describe, expect, it } from "vitest";
import { nearest, suggestion } from "./nearest.ts";

describe("nearest words", () => {
  it("R2 finds slips of the finger, nearest first", () => {
    expect(nearest("ownre", ["owner", "holder", "colour"])).toEqual(["owner"]);
    expect(nearest("customs-serius", ["customs-serious", "customs-scenes", "tax-serious"])).toEqual(["customs-serious", "customs-scenes"]);
    expect(nearest("zzz", ["owner"])).toEqual([]);
  });

  it("R2 says what is allowed where nothing lies near", () => {
    expect(suggestion("ownre", ["owner"])).toBe("did you mean `owner`?");
    expect(suggestion("zzzzz", ["black", "red"])).toBe("it may be `black`, `red`");
  });
});
