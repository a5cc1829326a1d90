// Text of a CSV or JSON file from its bytes: UTF-8 if it is valid UTF-8, else GB18030 if it decodes cleanly, else a finding.
import iconv from "iconv-lite";
import { err, ok, type Finding, type Result } from "../domain/terms/index.ts";
import { sheetFinding } from "./sheet-finding.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-8-bom" | "gb18030";
}

/** Control characters no text file holds: a file with them is no text, whatever it decodes to. */
export const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\ufffd\ufffe\uffff]/;

export function decodeText(bytes: Uint8Array, name: string): Result<DecodedText, Finding> {
  if (looksLikeUtf16(bytes)) {
    return err(sheetFinding("encoding-utf16", name, `the file ${name} is UTF-16 (“Unicode text”)`, "Save it as “CSV UTF-8” or as a workbook (.xlsx)."));
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined && !NO_TEXT.test(utf8.replaceAll("\ufffd", ""))) {
    return ok({ text: utf8.replace(/^\ufeff/, ""), encoding: utf8.startsWith("\ufeff") ? "utf-8-bom" : "utf-8" });
  }
  const gb18030 = utf8 === undefined ? iconv.decode(bytes, "gb18030") : "";
  if (gb18030 !== "" && !NO_TEXT.test(gb18030)) return ok({ text: gb18030, encoding: "gb18030" });
  return err(sheetFinding("encoding-unknown", name, `the file ${name} is neither UTF-8 nor GB18030 text, nor a workbook`, "Save it as “CSV UTF-8” or as a workbook (.xlsx)."));
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder's only way of saying that the bytes are not UTF-8.
    return undefined;
  }
}

/** A byte-order mark, or zeros at every second place of the first bytes (UTF-16 without a mark). */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const head = bytes.subarray(0, 64);
  const zerosAt = (parity: number): number => head.filter((byte, index) => index % 2 === parity && byte === 0).length;
  return head.length >= 4 && (zerosAt(0) === Math.ceil(head.length / 2) || zerosAt(1) === Math.floor(head.length / 2));
}
