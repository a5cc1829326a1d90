// The form by which an organisation asks: what it is about, the ways there are to choose from with what each asks for, and what was typed.
import type { CaseAbout } from "../../domain/events/index.ts";
import type { Ask, OrganisationDesk, Registry } from "../../service/index.ts";
import type { DeskWrong, Language, OwnAbout, OwnAskModel, OwnPurpose, OwnTyped, OwnWay } from "../portal/index.ts";
import { groundsOf, recordValues } from "./file-rows.ts";
import { aboutText } from "./own-things.ts";

export const NOTHING_TYPED: OwnTyped = { statement: "", documents: [], fields: {}, files: false };

export interface AskShown {
  readonly purpose: OwnPurpose;
  readonly about: CaseAbout;
  readonly asks: readonly Ask[];
  /** The way out, or the procedure, the address names. */
  readonly chosen: { readonly exit: string; readonly procedure: string };
  readonly typed: OwnTyped;
  readonly wrong?: DeskWrong;
}

export function ownAskModel(registry: Registry, desk: Pick<OrganisationDesk, "standing" | "closed" | "on">, shown: AskShown, language: Language): OwnAskModel {
  const { purpose, about, asks, chosen, typed, wrong } = shown;
  const way = chosenAsk(asks, chosen);
  return {
    purpose, aboutText: aboutText(about), about: aboutView(registry, desk, about, language), ways: asks.map((ask) => wayOf(registry, ask, desk.on)), fields: way?.fields ?? [], typed,
    authorities: way?.fields.some(({ type }) => type === "authority") === true ? registry.rulebook.all("authority").map(({ id }) => id) : [],
    ...(way === undefined ? {} : { chosen: wayOf(registry, way, desk.on) }), ...(way?.procedure == null ? {} : { governing: way.procedure }),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

/** The way that is named, or the only one there is; nothing where it is not open. */
export function chosenAsk(asks: readonly Ask[], { exit, procedure }: AskShown["chosen"]): Ask | undefined {
  const named = asks.filter((ask) => (exit === "" || ask.exit?.exit === exit) && (procedure === "" || ask.procedure === procedure));
  const [only, ...more] = named;
  return more.length === 0 && only?.allowed === true ? only : undefined;
}

function wayOf(registry: Registry, { exit, procedure, allowed, why, documents }: Ask, on: string): OwnWay {
  const names = exit?.names ?? (procedure === null ? undefined : registry.rulebook.get("procedure", procedure)?.names);
  return {
    allowed, documents, ...(names === undefined ? {} : { names }), ...(exit === undefined ? (procedure === null ? {} : { procedure }) : { exit: exit.exit }),
    ...(exit?.earliest === undefined || exit.earliest <= on ? {} : { opens: exit.earliest }), ...(why === undefined ? {} : { why }), ...(exit?.by === undefined ? {} : { decidedBy: exit.by }),
    ...(exit?.decideBy === undefined ? {} : { decideBy: { day: exit.decideBy, provisional: exit.provisional === true } }), ...(exit?.reading === undefined ? {} : { reading: exit.reading }),
  };
}

function aboutView(registry: Registry, { standing, closed }: Pick<OrganisationDesk, "standing" | "closed">, about: CaseAbout, language: Language): OwnAbout {
  switch (about.kind) {
    case "organisation":
      return { kind: "organisation" };
    case "listing": {
      const listing = standing.listings.find((each) => each.listing === about.listing);
      const grounds = groundsOf(listing?.fields ?? {});
      return listing === undefined ? { kind: "organisation" } : { kind: "listing", of: listing.list, values: grounds === undefined ? [] : [{ names: { en: "Grounds", zh: "事由" }, value: grounds }], on: listing.decidedOn ?? listing.effectiveFrom };
    }
    case "record": {
      const record = standing.records.find((each) => each.record === about.record);
      return record === undefined ? { kind: "organisation" } : { kind: "record", of: record.type, values: recordValues(registry, record, language), ...(record.decidedOn === null ? {} : { on: record.decidedOn }) };
    }
    case "join": {
      const join = standing.joins.find(({ files }) => about.files.every((file) => files.includes(file)));
      return { kind: "join", files: about.files, reasons: (join?.reasons ?? []).filter(({ score }) => score > 0).map(({ because }) => because) };
    }
    case "matter": {
      const row = closed.find(({ matter }) => matter === about.matter);
      return row === undefined ? { kind: "organisation" } : { kind: "matter", purpose: row.purpose, state: row.state, openedOn: row.openedOn };
    }
  }
}
