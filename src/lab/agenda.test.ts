// The agenda: what is due comes out once, the earliest first, in the order in which it was put in.
import { describe, expect, it } from "vitest";
import { plainDate } from "../domain/terms/index.ts";
import { Agenda } from "./agenda.ts";

describe("agenda", () => {
  it("R1 what is due comes out once, by day and then as put in", () => {
    const agenda = new Agenda<string>();
    agenda.add(plainDate("2026-03-05"), "third");
    agenda.add(plainDate("2026-03-02"), "first");
    agenda.add(plainDate("2026-03-02"), "second");
    agenda.add(plainDate("2026-03-06"), "later");
    expect(agenda.takeDue(plainDate("2026-03-05"))).toEqual(["first", "second", "third"]);
    expect(agenda.takeDue(plainDate("2026-03-05"))).toEqual([]);
    expect(agenda.takeDue(plainDate("2026-12-31"))).toEqual(["later"]);
  });
});
