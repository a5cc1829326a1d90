import { describe, expect, it } from "vitest";
import { mailAddressFault } from "./mail-address.ts";

describe("a mail address", () => {
  it.each(["desk@example.org", "a@b.co", "first.last+tag@mail.example.com", "o'brien_{x}@ex-ample.org", "信用@例子.中国", "büro@müller.example", "पता@उदाहरण.भारत", "x@xn--fiqs8s.cn", `${"n".repeat(64)}@example.org`, "1@2.com"])("can be %s", (text) => {
    expect(mailAddressFault(text)).toBeUndefined();
  });

  it.each([
    "", "@", "desk", "desk@", "@example.org", "desk@example", "desk@@example.org", "a@b@example.org", "desk @example.org", "desk@ example.org", "desk@example..org", ".desk@example.org", "desk.@example.org", "a..b@example.org",
    "desk@-example.org", "desk@example-.org", "desk@.example.org", "desk@example.org.", "desk@10.0.0.1", "desk@[10.0.0.1]", "Desk <desk@example.org>", "<desk@example.org>", "mailto:desk@example.org", "\"a b\"@example.org", "desk(comment)@example.org",
    "desk@example.org, ", "desk＠example.org", "ｄesk@example.org", "desk@example。org", "desk\u200B@example.org", "desk\u202E@example.org", "desk\u00A0@example.org", `${"n".repeat(65)}@example.org`, `desk@${"x".repeat(64)}.org`, `a@${"x.".repeat(130)}org`, "http://example.org/@a b",
    `${"信".repeat(22)}@example.org`, "没有", "-", "无@",
  ])("is not %j", (text) => {
    expect(mailAddressFault(text)).toBe("form");
  });

  it.each(["desk@example.org\r\nBcc: all@example.com", "desk@example.org\nSubject: x", "desk\r@example.org", "desk@example.org\u0000", "desk@example.org\u2028x", "desk@example.org\u0085x", "\tdesk@example.org", "desk@example.org\n\nbody"])("never adds lines to a letter: %j", (text) => {
    expect(mailAddressFault(text)).toBe("lines");
  });

  it("is one, not several", () => {
    expect(["a@example.org;b@example.org", "a@example.org, b@example.org", "a@example.org、b@example.org"].map(mailAddressFault)).toEqual(["several", "several", "several"]);
  });

  it("is looked at in a moment however long it is", () => {
    for (const text of ["a".repeat(200_000), `${"a.".repeat(100_000)}@b.cc`, `a@${"b-".repeat(100_000)}`, `${"@".repeat(100_000)}`, `a@${"-".repeat(100_000)}.org`]) expect(mailAddressFault(text)).toBe("form");
  });
});
