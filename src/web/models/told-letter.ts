// A told letter to page: its title in both languages, where it stands, and what became of it.
import type { MessageState, ToldLetter } from "../../service/index.ts";
import type { LetterSent, ToldLetterView } from "../portal/index.ts";

export function toldLetterView({ sequence, title: { en, zh }, on, matter, message }: ToldLetter): ToldLetterView {
  return { sequence, title: { en: en ?? zh ?? "", ...(zh === undefined ? {} : { zh }) }, day: on, ...(matter === null ? {} : { matter }), ...letterSent(message) };
}

/** What became of a letter; nothing where the register never sent it. */
export function letterSent(message: MessageState | null): LetterSent {
  return message === null ? {} : { state: message.state, ...(message.on === null ? {} : { on: message.on }) };
}
