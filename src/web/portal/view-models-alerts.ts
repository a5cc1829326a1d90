// What the page of a watch list shows of its alerts, and the page of whoever reads an alert's letters, as plain data in no language.
import type { DeskWrong } from "./view-models-desk.ts";

export interface AlertsModel {
  readonly alerts: readonly AlertView[];
  /** Of a webhook just made or given another: shown this once. */
  readonly secret?: { readonly target: string; readonly secret: string };
  /** A letter was just sent that asks whether it is wanted. */
  readonly asked?: string;
  /** What was typed, when something is wrong with it. */
  readonly typed?: string;
  readonly wrong?: DeskWrong;
}

export interface AlertView {
  readonly id: string;
  readonly kind: "mail" | "webhook";
  readonly target: string;
  readonly pace: "atOnce" | "daily";
  readonly state: "unconfirmed" | "on" | "stopped";
  readonly why: "" | "reader" | "undelivered";
  readonly deliveries: readonly { readonly id: string; readonly test: boolean; readonly state: "waiting" | "sending" | "sent" | "refused" | "uncertain"; readonly tries: number; readonly error: string | null; readonly at: string | null }[];
}

/** What the reader of an address may see: which list, and whether it is told. */
export interface AlertReaderModel {
  readonly code: string;
  readonly label: string;
  readonly target: string;
  readonly pace: AlertView["pace"];
  readonly state: AlertView["state"];
}
