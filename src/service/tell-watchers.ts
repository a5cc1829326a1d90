// Tell watchers: what changed for the organisations of watch lists since each alert was last told, as messages of the outbox. Compared is what
// the public sees today with what it saw then: of what has ended it is said that less binds, and never which listing it was. The message that
// is due is kept with the alert in the step in which the alert moves on, and put after it: whenever a process ends, the same message is put
// under the same key by the next.
import type { FileNumber, LawId, Names, PlainDate } from "../domain/terms/index.ts";
import { alertLetter, webhookHeaders, type AlertLetter, type AlertLine } from "../outgoing/index.ts";
import type { Letter } from "../exchange/index.ts";
import type { OutgoingMessage, WatchAlert, WatchList } from "../store/index.ts";
import type { OrganisationState } from "./filter-organisations.ts";
import { today, type Registry } from "./registry.ts";
import { watchOfList, type Watch } from "./watch-suppliers.ts";

/** How one stood: state, in how many acts, and its earliest way out. */
interface StoodThen {
  readonly state: OrganisationState;
  readonly acts: number;
  readonly earliest: PlainDate | null;
}

/** Up to what an alert was told. */
interface ToldThen {
  readonly day: PlainDate;
  readonly head: number;
  readonly timepoint: number;
  readonly states: Readonly<Record<string, StoodThen>>;
}

interface AlertChange {
  readonly organisation: { readonly file: FileNumber; readonly name: string };
  readonly what: AlertLine["what"];
  readonly before: StoodThen;
  readonly now: StoodThen;
  /** Lists it was told to stand on since. */
  readonly lists: readonly { readonly list: LawId; readonly day: PlainDate }[];
}

/** Puts what is due into the outbox; gives how many messages. Alerts whose message was given up are stopped, those of a list that is gone forgotten. */
export async function tellWatchers(registry: Registry): Promise<number> {
  let put = 0;
  for (const [digest, alerts] of Map.groupBy(await registry.ledger.watchAlerts.of(), ({ list }) => list)) {
    const list = await registry.ledger.watchLists.find(digest);
    const seen = { now: undefined as Seen | undefined };
    for (const alert of alerts) {
      if (list === null) await registry.ledger.watchAlerts.remove(alert.id);
      else put += await tellOne(registry, list, alert, async () => (seen.now ??= await look(registry, list)));
    }
  }
  return put;
}

/** A list as it was looked at, and how far the told log went before: what is told while one looks is told again rather than never. */
interface Seen {
  readonly watch: Watch;
  readonly timepoint: number;
}

async function look(registry: Registry, list: WatchList): Promise<Seen> {
  const timepoint = await registry.ledger.toldHead();
  return { timepoint, watch: await watchOfList(registry, list) };
}

async function tellOne(registry: Registry, list: WatchList, alert: WatchAlert, lookAtList: () => Promise<Seen>): Promise<number> {
  const { ledger } = registry;
  const put = await putDue(registry, alert);
  if (alert.state !== "on" || alert.due !== "") return put;
  if (alert.kind === "webhook") await sendAgain(registry, alert);
  if (await isGivenUp(registry, alert)) {
    await ledger.watchAlerts.move(alert, { ...alert, state: "stopped", why: "undelivered" });
    return 0;
  }
  const told = toldOf(alert);
  const [day, head, timepoint] = [today(registry), await ledger.head(), await ledger.toldHead()];
  if (alert.pace === "daily" ? told.day >= day : told.day === day && told.head === head && told.timepoint === timepoint) return 0;
  const seen = await lookAtList();
  const changes = changesSince(told, seen.watch);
  const moved: WatchAlert = { ...alert, told: toldText(seen) };
  if (changes.length === 0) {
    await ledger.watchAlerts.move(alert, moved);
    return 0;
  }
  const count = alert.count + 1;
  const due: WatchAlert = { ...moved, count, due: JSON.stringify(messageOf(registry, alert, String(count), contentOf(registry, { alert, list, changes }))) };
  return (await ledger.watchAlerts.move(alert, due)) ? putDue(registry, due) : 0;
}

/** Puts the message that is due, if one is; whoever else does the same puts the same one. */
export async function putDue({ ledger }: Registry, alert: WatchAlert): Promise<number> {
  if (alert.due === "") return 0;
  const message: OutgoingMessage = JSON.parse(alert.due);
  const put = await ledger.outbox.put([message]);
  await ledger.watchAlerts.move(alert, { ...alert, due: "" });
  return put;
}

/** A message of an alert, under a key of its own. */
export function messageOf({ clock }: Pick<Registry, "clock">, { id, target }: Pick<WatchAlert, "id" | "target">, which: string, { subject, text }: AlertLetter): OutgoingMessage {
  return { key: `alert:${id}:${which}`, to: target, subject, text, attachments: [], notBefore: clock.now() };
}

/** The page on which whoever has the code confirms and stops. */
export function pageOf({ site, language, code }: Pick<WatchAlert, "site" | "language" | "code">): string {
  return `${site}/${language}/watch-alerts/${code}`;
}

/** What is told from now on is told in comparison with this. */
export async function toldNow(registry: Registry, list: WatchList): Promise<string> {
  return toldText(await look(registry, list));
}

function toldText({ watch, timepoint }: Seen): string {
  return JSON.stringify({ ...stateOf(watch), day: watch.on, head: watch.known, timepoint } satisfies ToldThen);
}

/** Under each of its files: files are joined and separated meanwhile. */
function stateOf({ organisations }: Watch): Pick<ToldThen, "states"> {
  return { states: Object.fromEntries(organisations.flatMap(({ organisation, stands }) => (stands === undefined ? [] : organisation.files.map((each) => [each, { state: stands.state, acts: stands.acts[stands.state] ?? 0, earliest: stands.earliest?.day ?? null }])))) };
}

function toldOf({ told }: WatchAlert): ToldThen {
  const read: ToldThen = JSON.parse(told);
  return read;
}

/** Whom the list names only since then is new to it, and nothing of it has changed. */
function changesSince(told: ToldThen, watch: Watch): readonly AlertChange[] {
  const { states } = stateOf(watch);
  return watch.organisations.flatMap(({ organisation: { file, files, name } }): AlertChange[] => {
    const [before, now] = [files.flatMap((each) => told.states[each] ?? [])[0], states[file]];
    if (before === undefined || now === undefined) return [];
    const lists = watch.changes.filter(({ timepoint, organisation }) => timepoint > told.timepoint && organisation.file === file).map(({ list, day }) => ({ list, day }));
    const what = now.state === "bound" && before.state !== "bound" ? "bound" : before.state === "bound" && now.state !== "bound" ? "freed" : lists.length > 0 ? "listed" : before.state !== now.state || before.acts !== now.acts ? "changed" : before.earliest !== now.earliest ? "day" : undefined;
    return what === undefined ? [] : [{ organisation: { file, name }, what, before, now, lists: [...new Map(lists.map((each) => [each.list, each])).values()] }];
  });
}

interface Telling {
  readonly alert: WatchAlert;
  readonly list: WatchList;
  readonly changes: readonly AlertChange[];
}

function contentOf(registry: Registry, { alert, list: { label }, changes }: Telling): AlertLetter {
  const on = today(registry);
  if (alert.kind === "webhook") return { subject: "watch.changed", text: JSON.stringify({ type: "watch.changed", timestamp: registry.clock.now(), data: { list: { label }, on, changes } }) };
  const names = (id: LawId): Names => registry.rulebook.get("list", id)?.names ?? { en: id };
  const lines = changes.map(({ organisation: { file, name }, what, now, lists }): AlertLine => ({ name, address: `${alert.site}/${alert.language}/organisations/${file}`, what, earliest: now.state === "bound" ? now.earliest : null, lists: lists.map(({ list }) => names(list)) }));
  return alertLetter(alert.language, { label, on, lines, page: pageOf(alert) });
}

/** What may have arrived or not is sent again to a webhook, which can tell by its id; of mail that is for a person to say. */
async function sendAgain({ ledger: { outbox }, clock }: Registry, { id, target }: WatchAlert): Promise<void> {
  for (const { key } of await outbox.list({ state: "uncertain", to: target, limit: UNCERTAIN_MAX })) if (key.startsWith(`alert:${id}:`)) await outbox.resolve(key, "waiting", clock.now());
}

const UNCERTAIN_MAX = 100;

/** Whether its last message was given up. */
async function isGivenUp({ ledger: { outbox } }: Registry, { id, count }: WatchAlert): Promise<boolean> {
  const [last] = count === 0 ? [] : await outbox.entries([`alert:${id}:${count}`]);
  return last?.state === "refused";
}

/** A message of an alert as it leaves: signed, or with the way to stop more; undefined: its alert is gone or was stopped. Others are left as they are. */
export async function readyToSend({ ledger, clock }: Pick<Registry, "ledger" | "clock">, letter: Letter): Promise<Letter | undefined> {
  const [, id, which] = /^alert:([^:]+):([^:]+)$/.exec(letter.key) ?? [];
  if (id === undefined) return letter;
  const alert = await ledger.watchAlerts.find(id);
  if (alert === null || alert.state === "stopped" || (alert.state === "unconfirmed" && which !== "confirm")) return undefined;
  if (alert.kind === "mail") return { ...letter, headers: { "List-Unsubscribe": `<${pageOf(alert)}>` } };
  return { ...letter, headers: webhookHeaders({ id: letter.key.replaceAll(":", "_"), at: clock.now(), body: letter.text, secret: alert.secret }) };
}
