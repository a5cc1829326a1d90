// Saying a change in a sentence, in both languages: what began, what ended, what a value was and is.
import type { Names } from "../../terms/index.ts";
import type { Entry } from "../../rules/index.ts";
import { KIND_WORDS, say, type Words } from "../say.ts";
import { FIELD_WORDS, sayValue } from "./say-value.ts";

export function began(entry: Entry): Words {
  const kind = KIND_WORDS[entry.kind];
  return say(`The ${kind.en} “${entry.names.en}” began.`, `${kind.zh}“${chinese(entry.names)}”开始施行。`);
}

export function ended(entry: Entry, replacement: Entry | undefined): Words {
  const kind = KIND_WORDS[entry.kind];
  const then = replacement === undefined ? say("", "") : say(`; “${replacement.names.en}” took its place`, `，由“${chinese(replacement.names)}”取代`);
  return say(`The ${kind.en} “${entry.names.en}” ended${then.en}.`, `${kind.zh}“${chinese(entry.names)}”终止${then.zh}。`);
}

export function changed(entry: Entry, field: string, before: unknown, after: unknown): Words {
  const what = FIELD_WORDS[field] ?? say(field, field);
  const { was, is } = sayValue(entry, field, before, after);
  return say(`${what.en} of “${entry.names.en}”: ${was.en} → ${is.en}.`, `“${chinese(entry.names)}”的${what.zh}：${was.zh} → ${is.zh}。`);
}

export function joined(entry: Entry, party: Names): Words {
  return say(`${party.en} became a party of “${entry.names.en}”.`, `${chinese(party)}加入“${chinese(entry.names)}”。`);
}

function chinese(names: Names): string {
  return names.zh ?? names.en;
}
