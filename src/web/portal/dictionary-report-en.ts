// The words of the page that asks for a credit report and of the page that verifies one, in English; dictionary-en.ts takes them up.
import type { ReportMessages } from "./dictionary-report-zh.ts";

export const reportEn: ReportMessages = {
  title: (name: string) => `${name}: public credit report`, head: "Public credit report", tool: "Credit report",
  lead: "One signed report in place of a stack of certificates of no violation: what may be public, for a stated purpose and period.",
  form: "Purpose and period", purpose: "Purpose", choose: "Choose one", stated: "Purpose in words", statedHint: "Needed for another purpose, else it may be left empty; 200 characters at most.",
  from: "First day of the period", until: "First day no longer in it", periodHint: "The second day is not in the period. Left empty it is the three years up to the day asked about.",
  show: "Show what it says",
  preview: "What the report says", previewNote: "not signed yet; it is made when it is downloaded",
  take: "Make it", paper: { zh: "PDF in Chinese", en: "PDF in English" }, signed: "Signed file", takeNote: "It carries a verification code and a QR code, and the signed file inside the PDF. The register keeps no report it has made.",
  verify: {
    title: "Verify a credit report", link: "Verify a credit report", lead: "Type the verification code of the paper, or hand in the PDF or the signed file. The register keeps no reports: it makes them again.",
    code: "Verification code", codeHint: "Eight groups of figures and letters; case and spaces do not matter.", check: "Verify", file: "PDF or signed file", fileHint: "16 MB at most. It is used to verify and not kept.", upload: "Hand in and verify",
    byCode: "By the code", byFile: "By the file", said: "What it said", saidNote: "as far as it may be public today",
    valid: "The signature is valid", notValid: "Not valid", none: "No file was chosen.", noneNote: "Choose the PDF or the signed file the register made.", tooLarge: "The file is too large.", tooLargeNote: "No PDF of a register has more than 16 MB. Check that it is the file you were given; verify a large lot report by report.",
    paper: { none: "This is the signed file by itself.", same: "The paper is the one that is drawn of what was signed, to the byte.", notDrawn: "Only the signed file in the PDF is proven: the paper cannot be drawn again here. Compare it with what follows." },
    signedBy: (at: string, kid: string) => `Made at ${at}, signed by the key ${kid}.`, ofLot: (shown: number, count: number) => (shown === count ? (count === 1 ? "One report." : `${count} reports.`) : `${shown} of a lot of ${count}.`), failed: "Not made", again: "The register today",
    statedNote: "The purpose in words is not in the code; only the signed file proves it.",
  },
};
