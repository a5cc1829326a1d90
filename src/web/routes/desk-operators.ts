// The operators' page: for whoever is on this machine, which is the keeper of the register.
import { operationsOf, type Operations, type Registry } from "../../service/index.ts";
import { deskOperatorsPage, type OperatorsModel } from "../portal/index.ts";
import { closed, type DeskAsked, type DeskReply } from "./desk-asked.ts";

export async function deskOperators(asked: DeskAsked): Promise<DeskReply> {
  if (!asked.fromHere) return closed(asked, "keeper");
  return { status: 200, html: deskOperatorsPage(asked.frame, operatorsModel(asked.registry, await operationsOf(asked.registry))) };
}

function operatorsModel({ rulebook }: Registry, { day, known, imports, held, cases, releases, outbox, storage, views, warnings }: Operations): OperatorsModel {
  return {
    day, known, held, cases, releases, storage, rulebook: rulebook.hash, warnings: warnings.map(({ code, message, remedy, findings }) => ({ code, message, remedy, ...(findings === undefined ? {} : { findings }) })),
    imports: imports.map(({ template, day: on, counts, officeNames }) => ({ template, day: on, counts, ...(officeNames === null ? {} : { office: officeNames }) })),
    outbox: { counts: outbox.counts, failed: outbox.failed.map(({ subject, to, state, tries, error }) => ({ subject, to, state, tries, error: error ?? "" })) },
    views: (["names", "index", "snapshot"] as const).map((view) => ({ view, position: views[view] })),
  };
}
