import ICAL from "ical.js";
import { describe, expect, it, vi } from "vitest";
import { parseInstant, plainDate, type Instant } from "../domain/terms/index.ts";
import { calendarText, type CalendarDeadline } from "./calendar.ts";

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const PLAIN: CalendarDeadline = { id: "deadline:1", day: plainDate("2026-12-15"), title: "Time to answer", text: "The last day.", provisional: false, passed: false };
const HOSTILE_TITLES = [
  "comma, semicolon; back\\slash: colon", "two\nlines", "END:VEVENT\nBEGIN:VALARM\nTRIGGER:-PT1M", "名称".repeat(150), "x".repeat(300), "😀".repeat(80), "👩‍🔬 and \"quotes\" \\n \\, \\;", " spaces at both ends ", "<b>&amp;</b>", "tab\there",
];

function written(deadlines: readonly CalendarDeadline[], language: "zh" | "en" = "en"): string {
  return calendarText({ names: { en: "Deadlines, of; one", zh: "期限" }, language, deadlines, madeAt: instant("2026-11-20T08:30:00.000Z") });
}

function eventsOf(text: string): readonly ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
}

describe("a calendar of deadlines", () => {
  it("has an all-day event on the last day of each, made when it was made, without alarms", () => {
    const [event, ...others] = eventsOf(written([PLAIN]));
    expect(others).toEqual([]);
    const start = event?.getFirstPropertyValue("dtstart");
    expect([start instanceof ICAL.Time && start.isDate, String(start)]).toEqual([true, "2026-12-15"]);
    expect(["uid", "summary", "description", "status", "transp", "dtstamp", "dtend", "url"].map((name) => event?.getFirstPropertyValue(name)?.toString())).toEqual(["deadline:1", "Time to answer", "The last day.", "CONFIRMED", "TRANSPARENT", "2026-11-20T08:30:00Z", undefined, undefined]);
    expect(event?.getAllSubcomponents("valarm")).toEqual([]);
  });

  it("is whole by the rules: version, maker, name, lines ended by CR LF and folded at 75 bytes within no character", () => {
    const text = written(HOSTILE_TITLES.map((title, index) => ({ ...PLAIN, id: `d:${index}`, title, text: title })));
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect([calendar.getFirstPropertyValue("version"), calendar.getFirstPropertyValue("prodid"), calendar.getFirstPropertyValue("x-wr-calname")]).toEqual(["2.0", "-//Probity//Deadlines//EN", "Deadlines, of; one"]);
    const lines = text.split("\r\n");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(20);
    expect(lines.filter((line) => /[\ud800-\udbff]$|^ ?[\udc00-\udfff]/.test(line))).toEqual([]);
  });

  it("gives hostile titles back as they were", () => {
    const events = eventsOf(written(HOSTILE_TITLES.map((title, index) => ({ ...PLAIN, id: `d:${index}`, title, text: title }))));
    expect(events.map((event) => event.getFirstPropertyValue("summary"))).toEqual(HOSTILE_TITLES);
    expect(events.map((event) => event.getFirstPropertyValue("description"))).toEqual(HOSTILE_TITLES);
    expect(events.map((event) => event.getAllSubcomponents().length)).toEqual(HOSTILE_TITLES.map(() => 0));
  });

  it("shows by its number what no calendar may hold or what steers the text", () => {
    expect(eventsOf(written([{ ...PLAIN, title: "a\u0007b\u202Ec\ud800" }]))[0]?.getFirstPropertyValue("summary")).toBe("a〔U+0007〕b〔U+202E〕c〔U+D800〕");
  });

  it("marks a day that may move as tentative and by a word, and a passed one by a word", () => {
    const events = eventsOf(written([{ ...PLAIN, provisional: true }, { ...PLAIN, id: "deadline:2", passed: true }], "zh"));
    expect(events.map((event) => [event.getFirstPropertyValue("status"), event.getFirstPropertyValue("summary")])).toEqual([["TENTATIVE", "Time to answer（暂定）"], ["CONFIRMED", "Time to answer（已过）"]]);
    expect(events[0]?.getFirstPropertyValue("description")).toContain("\n\n暂定：");
    expect(eventsOf(written([{ ...PLAIN, provisional: true, passed: true }]))[0]?.getFirstPropertyValue("summary")).toBe("Time to answer (provisional) (passed)");
  });

  it("carries an address that ends nothing and begins nothing", () => {
    const text = written([{ ...PLAIN, url: "https://register.example/cases/1?a=1,2;b\r\nX-MORE:1" }]);
    expect(eventsOf(text)[0]?.getFirstPropertyValue("url")).toBe("https://register.example/cases/1?a=1%2C2%3BbX-MORE:1");
  });

  it("is the same text for the same deadlines, in every time zone of the machine", () => {
    try {
      const texts = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"].map((name) => { vi.stubEnv("TZ", name); return written([PLAIN]); });
      expect(new Set(texts).size).toBe(1);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("with no deadline is a calendar still, and one with two of the same id is a bug", () => {
    expect(eventsOf(written([]))).toEqual([]);
    expect(() => written([PLAIN, PLAIN])).toThrow("an id of its own");
  });
});
