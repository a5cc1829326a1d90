import { describe, expect, it } from "vitest";
import { DECISION, HOSTILE, NOTICE } from "./letter-fixtures.ts";
import { letterText } from "./letter-text.ts";

describe("a letter as text", () => {
  it("says what the page says, in its order", () => {
    expect(letterText(DECISION, "en")).toBe(`[Wangyu is an invented country: its authorities, organisations and records are made up.]

Harbour Customs of Linzhu
P00000182

Decision
Decision to list

To: Baiwei Hengdu Precision Machinery Co., Ltd.; 白苇市衡渡精密机械有限公司
Unified code: 91990102MA3K7Q2D96
File number: P00012343
Reference: case:P00000182:2026-0031
Date: 20 November 2026

== Decision ==
Your organisation is put on the list.

== Reasons ==
贵单位在答复中没有否认事实；税款至今没有缴清。 (original in Chinese)

== Legal basis ==
1. Instrument: Charter of lists (example); Article: Article 4, item 2; “Whoever underpays duty of one million or more is listed.”
2. Instrument: Rules of procedure (example); Article: Article 11 (unsure)

== End ==
Free again on: 15 December 2029; What: The term is over

== Remedies ==
What: Administrative review; To whom: General Customs of Wangyu; Time: Within 60 days of learning of the decision; Last day: Not stated

Unsure: the register is not certain of this provision; the published text governs.

Office: Harbour Customs of Linzhu
Posts that acted: Officer, section for enterprises; Head of legal section
Date: 20 November 2026
`);
  });

  it("is Chinese with Chinese signs in the other language", () => {
    const text = letterText(NOTICE, "zh");
    for (const line of ["致：白苇市衡渡精密机械有限公司；Baiwei Hengdu Precision Machinery Co., Ltd.", "最后一日：2027年1月6日（暂定）；方式：书面陈述或者在登记册网页上提交", "1. 在期限内陈述意见，可以附证据文件。", "2. 措施：加强进出口货物查验（存疑）；机关：临渚港海关；效力：机关可裁量，尚未决定；根据：未写明"]) expect(text.split("\n")).toContain(line);
  });

  it("lets no value begin a line or steer the text", () => {
    const text = letterText(HOSTILE, "zh");
    expect(text).toContain("姓名\n    == 决定 ==：one line\n    another\tend 〔U+D800〕（原文为英文）");
    expect(text.split("\n").filter((line) => line.startsWith("== 决定"))).toEqual([]);
    expect(text).toContain("abc〔U+202E〕dcba〔U+202C〕〔U+200F〕x〔U+0007〕y");
    expect(letterText(HOSTILE, "en")).toContain("深圳𪚥科技😀有限公司 שלום");
  });
});
