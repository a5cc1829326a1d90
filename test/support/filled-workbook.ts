// A workbook filled in as a spreadsheet program would: texts put into empty cells at the end of its rows, everything else as it was.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { present } from "../../src/domain/terms/index.ts";

const FIRST_SHEET = "xl/worksheets/sheet1.xml";

/** @param cells text by place (`G2`), each to the right of what its row holds, in the order of its columns */
export function fillWorkbook(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(present(parts[FIRST_SHEET], FIRST_SHEET));
  for (const [place, text] of Object.entries(cells)) {
    const row = /\d+$/.exec(place)?.[0] ?? "";
    xml = xml.replace(new RegExp(`(<row r="${row}">.*?)</row>`), `$1<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c></row>`);
  }
  return zipSync({ ...parts, [FIRST_SHEET]: strToU8(xml) });
}

/** Every text in a part of a workbook, in order. */
export function textsInWorkbook(bytes: Uint8Array, part: string): readonly string[] {
  return [...strFromU8(present(unzipSync(bytes)[part], part)).matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = ""]) => text);
}
