// The words of alerts of a watch list, in English; dictionary-en.ts takes them up.
import type { AlertsMessages } from "./dictionary-alerts-zh.ts";

export const alertsEn: AlertsMessages = {
  title: "Alerts", note: "by mail or webhook, when something changes; only what is public", none: "There is no alert yet.", noneNote: "Give a mail address or the address of a webhook to hear of changes.",
  target: "Where to", targetNote: "A mail address, or the https address of a webhook. Whoever reads the mail confirms first; webhooks are signed as Standard Webhooks says.", pace: "How often", paces: { atOnce: "At once", daily: "Once a day" }, add: "Add alert",
  kinds: { mail: "Mail", webhook: "Webhook" }, states: { unconfirmed: "Waits for its reader to confirm", on: "On", stopped: "Stopped" }, why: { "": "", reader: "Its reader wants no more.", undelivered: "It could not be delivered for days and is sent no more." },
  do: { test: "Send a test", rotate: "Change the secret", resume: "Begin again", remove: "Remove" },
  secret: (target) => `Secret that signs for ${target}`, secretNote: "It is shown here this once. Keep it now; lost, it can only be changed.", asked: (target) => `A letter was sent to ${target}. Nothing is told there before its reader confirms.`,
  columns: { message: "Last messages", state: "Outcome", tries: "Tries", at: "When" }, test: "test", noDeliveries: "Nothing was sent yet.",
  deliveries: { waiting: "Waits to be sent", sending: "Being sent", sent: "Delivered", refused: "Given up", uncertain: "Uncertain" }, verify: "How to verify a signature is in docs/reference/watch-lists.md.",
  reader: {
    title: "Alerts of a watch list", list: (label) => (label === "" ? "A watch list" : `The watch list “${label}”`), lead: (list, target) => `${list} sends alerts to ${target}.`,
    states: { unconfirmed: "Not confirmed: nothing is sent before you confirm.", on: "Confirmed: you are told when something changes.", stopped: "Stopped: nothing is sent any more." }, yes: "Confirm", no: "Stop these alerts",
  },
};
