// Gallery of the alerts of a watch list: invented addresses in every state. For tests and for looking, like gallery.ts, which shows it.
import type { Exhibit } from "./gallery.ts";
import { alertReaderPage } from "./pages/alert-reader-page.ts";
import { watchPage } from "./pages/watch-page.ts";
import type { AlertView } from "./view-models-alerts.ts";
import type { WatchModel } from "./view-models-suppliers.ts";
import type { Frame } from "./view-models.ts";

const DELIVERY = { id: "alert_w1_2", test: false, state: "sent", tries: 1, error: null, at: "2026-11-20T08:00:00.000Z" } as const;
const ALERTS: readonly AlertView[] = [
  { id: "w1", kind: "webhook", target: "https://example.com/hooks/probity", pace: "atOnce", state: "on", why: "", deliveries: [DELIVERY, { ...DELIVERY, id: "alert_w1_test-1", test: true, state: "waiting", tries: 3, error: "it answered 500" }] },
  { id: "w2", kind: "mail", target: "desk@example.com", pace: "daily", state: "unconfirmed", why: "", deliveries: [] },
  { id: "w3", kind: "webhook", target: "https://example.org/gone", pace: "atOnce", state: "stopped", why: "undelivered", deliveries: [{ ...DELIVERY, id: "alert_w3_9", state: "refused", tries: 9, error: "it answered 410: nobody listens there any more" }] },
];

export function alertExhibits(at: Frame, watch: WatchModel): readonly Exhibit[] {
  const page: Frame = { ...at, path: `/watch/${watch.token}` };
  return [
    { name: "watch-alerts", page: watchPage(page, { ...watch, alerts: ALERTS, secret: { target: "https://example.com/hooks/probity", secret: "whsec_bm8gcmVhbCBzZWNyZXQgYXQgYWxsLCBqdXN0IHRleHQ=" } }) },
    { name: "watch-alerts-wrong", page: watchPage(page, { ...watch, alerts: [], asked: "desk@example.com", typed: watch.label, wrong: { code: "alert-refused", message: "this address is not a public one", remedy: "Give another.", facts: { kind: "alertPrivate" } } }) },
    ...(["unconfirmed", "on", "stopped"] as const).map((state) => ({ name: `alert-${state}`, page: alertReaderPage({ ...at, path: "/watch-alerts/c1" }, { code: "c1", label: state === "on" ? "" : watch.label, target: "desk@example.com", pace: "daily", state }) })),
  ];
}
