// Samples: what this register itself has to show as examples: somebody who stands on a list, the list, an act that is closed to it. Only what the
// public sees; what there is none of is left out, and the form stays empty.
import { addDays, kindsToSuppose, listOn, officesWithPosts, overview, PUBLIC, standingOf, today, type PlainDate, type Registry } from "../../service/index.ts";
import { actChoices, bodiesShown } from "../models/acts.ts";
import type { Samples } from "./openapi-operation.ts";
import type { SampleOf } from "./openapi-parameters.ts";

const YEAR_DAYS = 365;

/** One value of each kind that the register has. */
export async function samplesOf(registry: Registry): Promise<Samples> {
  const day = today(registry);
  const statute = registry.rulebook.on(day);
  const seen = await overview(registry, PUBLIC, day);
  const on = seen.lists.filter(({ standing }) => standing !== null && standing > 0).flatMap(({ list }) => statute.find(list) ?? []).flatMap((entry) => (entry.kind === "list" ? [entry] : []));
  const list = on.find(({ colour, holds }) => colour === "black" && holds === "kept") ?? on.find(({ colour }) => colour === "black") ?? on[0];
  const some = list ?? statute.all("list")[0];
  const organisation = (list === undefined ? undefined : await firstOn(registry, list.id)) ?? seen.latest.find(({ file }) => file !== null)?.file ?? undefined;
  const bodies = await bodiesShown(registry, (await registry.ledger.setting("model")) !== null);
  const found: Readonly<Record<SampleOf, string | undefined>> = {
    organisation, list: some?.id, listed: list?.id ?? some?.id, act: await actFor(registry, day, bodies, organisation), measure: statute.all("measure")[0]?.id, memorandum: statute.all("memorandum")[0]?.id,
    authority: some?.owner, instrument: some?.basis[0]?.instrument, recordType: kindsToSuppose(registry, day, bodies)[0]?.type.id, office: (await officesWithPosts(registry))[0]?.file, today: day, law: addDays(day, -YEAR_DAYS),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

async function firstOn(registry: Registry, list: string): Promise<string | undefined> {
  const listed = await listOn(registry, PUBLIC, list, {});
  return listed.ok ? listed.value.listings[0]?.file : undefined;
}

/** An act that is closed to it, else any act of the law. */
async function actFor(registry: Registry, day: PlainDate, bodies: ReadonlySet<string>, organisation: string | undefined): Promise<string | undefined> {
  const standing = organisation === undefined ? undefined : await standingOf(registry, PUBLIC, { organisation });
  const bound = standing?.ok === true ? standing.value.acts.filter(({ verdict }) => verdict === "bound").map(({ act }) => act) : [];
  return bound.find((act) => !act.includes("@")) ?? bound[0] ?? actChoices(registry, day, bodies)[0]?.value;
}
