// Watch alerts: who is told of the changes of a watch list. One is made, confirmed by whoever reads its address, tried out, given another secret,
// stopped and forgotten here; what is told, and when, is tell-watchers.ts; how it leaves, send-outbox.ts.
import { randomBytes } from "node:crypto";
import { err, ok, type Instant, type Language, type Result } from "../domain/terms/index.ts";
import { isMailAddress, webhookAddress } from "../exchange/index.ts";
import { alertLetter, confirmLetter, webhookSecret } from "../outgoing/index.ts";
import type { OutboxState, WatchAlert, WatchList } from "../store/index.ts";
import { problem, type Problem } from "./problem.ts";
import { today, type Registry } from "./registry.ts";
import { messageOf, pageOf, putDue, toldNow } from "./tell-watchers.ts";
import { watchListAt, watchOf, type Watch } from "./watch-suppliers.ts";

const ALERTS_MAX = 5;
const TARGET_MAX = 2000;
const SECRET_BYTES = 32;
const DELIVERIES_SHOWN = 5;
const DELIVERIES_READ = 200;

interface AlertAsked {
  /** A mail address, or the https address of a webhook. */
  readonly target: string;
  readonly pace: WatchAlert["pace"];
  readonly language: Language;
  /** Where the pages of this register are. */
  readonly site: string;
}

/** An alert as its list shows it: without its code and its secret. */
export interface AlertShown extends Pick<WatchAlert, "id" | "kind" | "target" | "language" | "pace" | "state" | "why"> {
  /** The newest first. */
  readonly deliveries: readonly AlertDelivery[];
}

interface AlertDelivery {
  readonly id: string;
  readonly test: boolean;
  readonly state: OutboxState;
  readonly tries: number;
  readonly error: string | null;
  readonly at: Instant | null;
}

/** A webhook has a secret, which is shown now and never again; mail asks first whether it is wanted. */
export interface AlertMade {
  readonly alert: AlertShown;
  readonly secret: string | null;
}

/** Makes an alert of the list of this token. */
export async function addAlert(registry: Registry, token: string, { target: given, pace, language, site }: AlertAsked): Promise<Result<AlertMade, Problem>> {
  const list = await watchListAt(registry, token);
  if (!list.ok) return list;
  const target = given.trim();
  const kind = isMailAddress(target) && target.length <= TARGET_MAX ? "mail" : "webhook";
  const address = kind === "mail" ? undefined : webhookAddress(target, { loopback: registry.webhookLoopback === true });
  if (address?.ok === false) return err(problem("alert-refused", WRONG[address.error], "Give a mail address, or the https address of a webhook that can be reached from everywhere.", { facts: { kind: FACTS[address.error] } }));
  const there = await registry.ledger.watchAlerts.of(list.value.token);
  if (there.some((each) => each.target === target)) return err(problem("alert-refused", "this list tells this address already", "Change or remove the alert that is there.", { facts: { kind: "alertThere" } }));
  if (there.length >= ALERTS_MAX) return err(problem("alert-refused", `a watch list has at most ${ALERTS_MAX} alerts`, "Remove one.", { facts: { kind: "alertMany" } }));
  const secret = kind === "webhook" ? webhookSecret(randomBytes(SECRET_BYTES)) : "";
  const made: WatchAlert = {
    id: registry.freshId("w"), list: list.value.token, kind, target: address?.ok === true ? address.value.href : target, language, pace, state: kind === "mail" ? "unconfirmed" : "on", why: "", code: randomBytes(24).toString("base64url"), secret, site, count: 0, due: "",
    told: await toldNow(registry, list.value),
  };
  const alert: WatchAlert = kind === "webhook" ? made : { ...made, due: JSON.stringify(messageOf(registry, made, "confirm", confirmLetter(language, list.value.label, pageOf(made)))) };
  await registry.ledger.watchAlerts.put(alert);
  await putDue(registry, alert);
  return ok({ alert: await shown(registry, alert), secret: secret === "" ? null : secret });
}

const WRONG = {
  form: "this is neither a mail address nor the address of a webhook", http: "a webhook is reached by https", private: "this address is not a public one; nothing is sent into the networks around this machine",
} as const;

const FACTS = { form: "alertForm", http: "alertHttp", private: "alertPrivate" } as const;

/** The alerts of a list, with what became of their last messages. */
async function alertsOf(registry: Registry, token: string): Promise<Result<readonly AlertShown[], Problem>> {
  const list = await watchListAt(registry, token);
  if (!list.ok) return list;
  const found: AlertShown[] = [];
  for (const alert of await registry.ledger.watchAlerts.of(list.value.token)) found.push(await shown(registry, alert));
  return ok(found);
}

/** What changed for a list, and who is told of it. */
export interface WatchWithAlerts extends Watch {
  readonly alerts: readonly AlertShown[];
}

export async function watchWithAlerts(registry: Registry, token: string, acts?: ReadonlySet<string>): Promise<Result<WatchWithAlerts, Problem>> {
  const [watch, alerts] = [await watchOf(registry, token, acts), await alertsOf(registry, token)];
  if (!watch.ok) return watch;
  return alerts.ok ? ok({ ...watch.value, alerts: alerts.value }) : alerts;
}

/** Sends a message that says that it is one, as every other would go. */
export async function testAlert(registry: Registry, token: string, id: string): Promise<Result<AlertShown, Problem>> {
  const found = await alertOf(registry, token, id);
  if (!found.ok) return found;
  const { alert, list } = found.value;
  if (alert.state !== "on") return err(problem("alert-refused", "nothing is sent to this address now", alert.state === "unconfirmed" ? "Whoever reads it has to confirm first." : "Begin again first.", { facts: { kind: "alertNotOn" } }));
  const content = alert.kind === "mail" ? alertLetter(alert.language, { label: list.label, on: today(registry), lines: [], page: pageOf(alert) })
    : { subject: "watch.test", text: JSON.stringify({ type: "watch.test", timestamp: registry.clock.now(), data: { list: { label: list.label }, on: today(registry), changes: [] } }) };
  await registry.ledger.outbox.put([messageOf(registry, alert, `test-${registry.freshId("")}`, content)]);
  return ok(await shown(registry, alert));
}

/** Another secret instead of the one there was, which counts no more; given now and never again. */
export async function rotateSecret(registry: Registry, token: string, id: string): Promise<Result<AlertMade, Problem>> {
  const found = await alertOf(registry, token, id);
  if (!found.ok) return found;
  if (found.value.alert.kind === "mail") return err(problem("alert-refused", "mail has no secret", "Only webhooks are signed.", { facts: { kind: "alertMail" } }));
  const secret = webhookSecret(randomBytes(SECRET_BYTES));
  const changed = await change(registry, id, (alert) => ({ ...alert, secret }));
  return changed === null ? err(unknown()) : ok({ alert: await shown(registry, changed), secret });
}

/** Begins again after it was stopped, from now on; an address whose reader said no is not asked again. */
export async function resumeAlert(registry: Registry, token: string, id: string): Promise<Result<AlertShown, Problem>> {
  const found = await alertOf(registry, token, id);
  if (!found.ok) return found;
  const { alert, list } = found.value;
  if (alert.state !== "stopped" || alert.why === "reader") return err(problem("alert-refused", "there is nothing to begin again", "Make another alert.", { facts: { kind: "alertNotStopped" } }));
  const told = await toldNow(registry, list);
  // The message that could not be delivered stays given up: the next has another number.
  const changed = await change(registry, id, (each) => ({ ...each, state: "on", why: "", told, count: each.count + 1, due: "" }));
  return changed === null ? err(unknown()) : ok(await shown(registry, changed));
}

export async function removeAlert(registry: Registry, token: string, id: string): Promise<Result<null, Problem>> {
  const found = await alertOf(registry, token, id);
  if (!found.ok) return found;
  return (await registry.ledger.watchAlerts.remove(id)) ? ok(null) : err(unknown());
}

/** What whoever has the code of a letter may see: which list, and whether it is told. */
interface AlertOfReader {
  readonly label: string;
  readonly target: string;
  readonly pace: WatchAlert["pace"];
  readonly state: WatchAlert["state"];
}

export async function alertOfReader(registry: Registry, code: string): Promise<Result<AlertOfReader, Problem>> {
  const alert = await registry.ledger.watchAlerts.withCode(code);
  const list = alert === null ? null : await registry.ledger.watchLists.find(alert.list);
  return alert === null || list === null ? err(unknown()) : ok({ label: list.label, target: alert.target, pace: alert.pace, state: alert.state });
}

/** The reader's word: wanted from now on, or no more. */
export async function answerOfReader(registry: Registry, code: string, wanted: boolean): Promise<Result<AlertOfReader, Problem>> {
  const alert = await registry.ledger.watchAlerts.withCode(code);
  const list = alert === null ? null : await registry.ledger.watchLists.find(alert.list);
  if (alert === null || list === null) return err(unknown());
  const told = wanted ? await toldNow(registry, list) : alert.told;
  await change(registry, alert.id, (each) => (wanted ? (each.state === "on" ? each : { ...each, state: "on", why: "", told, count: each.count + 1, due: "" }) : { ...each, state: "stopped", why: "reader", due: "" }));
  return alertOfReader(registry, code);
}

/** Tries again as long as somebody else moves it on meanwhile. */
async function change({ ledger: { watchAlerts } }: Registry, id: string, to: (alert: WatchAlert) => WatchAlert): Promise<WatchAlert | null> {
  for (;;) {
    const alert = await watchAlerts.find(id);
    if (alert === null) return null;
    const changed = to(alert);
    if (changed === alert || (await watchAlerts.move(alert, changed))) return changed;
  }
}

async function shown({ ledger: { outbox } }: Registry, { id, kind, target, language, pace, state, why }: WatchAlert): Promise<AlertShown> {
  const own = (await outbox.list({ to: target, limit: DELIVERIES_READ })).filter(({ key }) => key.startsWith(`alert:${id}:`)).slice(0, DELIVERIES_SHOWN);
  return { id, kind, target, language, pace, state, why, deliveries: own.map(({ key, state: became, tries, error, changedAt }) => ({ id: key.replaceAll(":", "_"), test: key.includes(":test-"), state: became, tries, error, at: changedAt })) };
}

async function alertOf(registry: Registry, token: string, id: string): Promise<Result<{ readonly alert: WatchAlert; readonly list: WatchList }, Problem>> {
  const list = await watchListAt(registry, token);
  if (!list.ok) return list;
  const alert = await registry.ledger.watchAlerts.find(id);
  return alert === null || alert.list !== list.value.token ? err(unknown()) : ok({ alert, list: list.value });
}

function unknown(): Problem {
  return problem("watch-unknown", "there is no such alert: it was removed, or the address is not whole", "Look at the page of the watch list.");
}
