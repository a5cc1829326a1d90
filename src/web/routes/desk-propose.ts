// Proposing: the form for an organisation and a list that the criteria suggest, and the proposal itself. The criteria and records are looked up
// by the register; the officer writes the facts.
import { actOnCase, caseView, listingDraft, parseMatterId, proposalOf } from "../../service/index.ts";
import { deskProposePage, type DeskWrong } from "../portal/index.ts";
import { foreseenView, stepForm } from "../models/desk-case-model.ts";
import { criterionNames } from "../models/desk-office-model.ts";
import { askingOf, besideOf, dayOf, typedIn } from "../models/desk-commands.ts";
import { textOf } from "../form.ts";
import type { DeskReply, OfficeAsked } from "./desk-asked.ts";
import { deskProblem, wrongOf } from "./desk-case.ts";

export function deskPropose(asked: OfficeAsked): Promise<DeskReply> {
  return proposePage(asked, 200);
}

/** Proposes. The case's id was minted with the form, so that the same form sent twice is one case. */
export async function deskProposeListing(asked: OfficeAsked): Promise<DeskReply> {
  const { registry, who, form, request } = asked;
  const matter = parseMatterId(textOf(form, "matter"));
  const [organisation, list] = [textOf(form, "organisation"), textOf(form, "list")];
  const there = matter.ok ? await caseView(registry, askingOf(who), matter.value) : undefined;
  if (there?.ok === true && there.value.organisation.file === organisation && there.value.list === list) return { location: `/${request.language}/desk/cases/${there.value.matter}` };
  const found = await proposalOf(registry, { office: who.office.file, organisation, list });
  if (!found.ok) return deskProblem(asked, found.error);
  if (found.value.underWay !== null) return proposePage(asked, 409);
  const beside = besideOf(form);
  const actedOn = dayOf(form, "actedOn");
  if (!beside.ok) return proposePage(asked, 422, beside.error);
  if (!actedOn.ok) return proposePage(asked, 422, actedOn.error);
  const asking = askingOf(who, form);
  const acted = await actOnCase(registry, {
    by: who.office.file, officers: asking.kind === "office" ? asking.officers : [],
    command: {
      type: "ProposeListing", file: found.value.organisation.file, list: found.value.list, facts: textOf(form, "facts"), ...beside.value,
      ...(matter.ok ? { matter: matter.value } : {}), ...(actedOn.value === undefined ? {} : { actedOn: actedOn.value }),
    },
  });
  if (acted.ok) return { location: `/${request.language}/desk/cases/${acted.value.matter}?done=ListingProposed` };
  const wrong = wrongOf(acted.error);
  return proposePage(asked, wrong.status, wrong);
}

async function proposePage(asked: OfficeAsked, status: number, wrong?: DeskWrong): Promise<DeskReply> {
  const { registry, who, form, frame } = asked;
  const found = await proposalOf(registry, { office: who.office.file, organisation: textOf(form, "organisation"), list: textOf(form, "list") });
  if (!found.ok) return deskProblem(asked, found.error);
  const { organisation, list, met, records, listed, mayList, underWay, asks, asksActedOn } = found.value;
  const possible = mayList && !listed && underWay === null && met.length > 0;
  const draft = possible ? await listingDraft(registry, { list, file: organisation.file }) : undefined;
  const html = deskProposePage({ ...frame, query: { organisation: organisation.file, list } }, {
    organisation, list, met: criterionNames(registry, met), records: records.length, listed, mayList, matter: registry.freshId("m"), asksActedOn,
    form: stepForm(asks, { typed: typedIn(form), hearing: false, officer: who.officer }),
    ...(underWay === null ? {} : { underWay }), ...(draft?.ok === true ? { foreseen: foreseenView(draft.value) } : {}), ...(wrong === undefined ? {} : { wrong }),
  });
  return { status, html };
}
