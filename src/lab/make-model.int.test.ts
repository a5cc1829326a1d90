// The model jurisdiction, made on memory ledgers under the project's own law: the same again from the same seed, nothing real, nobody,
// every kind of standing, resumed after an interruption.
import { beforeAll, describe, expect, it } from "vitest";
import { readCode } from "../domain/identity/index.ts";
import { caseOf, constructListing, workingCalendar } from "../domain/cases/index.ts";
import { addYears, parseFileNumber, plainDate, present, type FileNumber, type PlainDate } from "../domain/terms/index.ts";
import type { KnownEvent, StoredEvent } from "../domain/events/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { replay } from "../domain/register/index.ts";
import { checkOrganisation, openCases, passDay, queueOf, standingOf, verifyRegister, whatHasToGo, type Registry, type Standing } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { makeModelJurisdiction, modelOf, needsModel, ORGANISATIONS_USUALLY, type ModelReport } from "./index.ts";
import { SURNAMES } from "./name-words.ts";
import { recordingLedger } from "./recording-ledger.ts";

const UNTIL = plainDate("2026-11-20");
const SMALL = 300;

let law: Rulebook;
beforeAll(async () => {
  law = await loadLaw("law");
});

function emptyRegistry(): Registry {
  let salt = 0;
  const randomBytes = (count: number): Uint8Array => new Uint8Array(count).fill((salt += 1) % 256);
  return registryOver(createMemoryLedger({ node: "test", randomBytes }), law, { day: UNTIL });
}

async function made(seed: number, organisations = SMALL, until: PlainDate = UNTIL): Promise<{ readonly registry: Registry; readonly report: ModelReport; readonly events: readonly StoredEvent[] }> {
  const registry = emptyRegistry();
  const report = await makeModelJurisdiction(registry, { seed, organisations, until });
  return { registry, report, events: await registry.ledger.read({}) };
}

/** Everything of an event but what the ledger itself adds by chance. */
function said(events: readonly StoredEvent[]): readonly unknown[] {
  return events.map(({ commitment: _commitment, ...event }) => event);
}

function of<T extends KnownEvent["type"]>(events: readonly StoredEvent[], type: T): readonly KnownEvent<T>[] {
  return events.filter((event): event is StoredEvent & KnownEvent<T> => event.type === type && event.body !== null);
}

describe("a small model", () => {
  let first: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    first = await made(1);
  });

  it("R1 the same seed gives the same events, another seed others", async () => {
    const again = await made(1);
    const other = await made(2);
    expect(said(again.events)).toEqual(said(first.events));
    expect(other.events.length).toBeGreaterThan(SMALL);
    expect(of(other.events, "OrganisationRegistered").map((event) => event.body.names[0]?.text)).not.toEqual(of(first.events, "OrganisationRegistered").map((event) => event.body.names[0]?.text));
  });

  it("R2 is recorded in order, from the first day of the year to the last and not ahead of the clock", () => {
    const moments = first.events.map((event) => event.recordedAt);
    expect([...moments].sort()).toEqual(moments);
    expect(moments[0]?.slice(0, 10)).toBe(addYears(UNTIL, -1));
    expect(present(moments.at(-1), "a last event") <= `${UNTIL}T12:00:00.000Z`).toBe(true);
    expect(new Set(moments.map((moment) => moment.slice(0, 7))).size).toBe(13);
  });

  it("R3 every organisation on file has a valid code in a region nobody has, or came in without one", () => {
    const registered = of(first.events, "OrganisationRegistered");
    const schemes = law.all("identifier");
    const coded = registered.filter((event) => event.body.codes.length > 0);
    expect(coded.length).toBeGreaterThanOrEqual(SMALL);
    for (const { body } of coded) {
      for (const code of body.codes) {
        expect(readCode(schemes, code.value)).toEqual({ ok: true, value: { scheme: code.scheme, value: code.value } });
        expect(code.value.slice(2, 8)).toMatch(/^99\d{4}$/);
      }
    }
    const own = registered.filter((event) => event.body.establishedOn !== undefined);
    expect(own).toHaveLength(SMALL);
    expect(new Set(own.map((event) => event.body.codes[0]?.value)).size).toBe(SMALL);
    expect(own.every((event) => /^99\d{4}$/.test(event.body.region ?? ""))).toBe(true);
    expect(of(first.events, "OfficeOpened").every((event) => /^99\d{4}$/.test(event.body.region ?? ""))).toBe(true);
  });

  it("R6 offices are those the law names, each below the one the law puts it under", () => {
    const offices = of(first.events, "OfficeOpened").map((event) => event.body);
    expect(offices.map((office) => office.entry).toSorted()).toEqual(law.all("office").map((office) => office.id).toSorted());
    for (const entry of law.all("office")) {
      const superior = offices.find((office) => office.entry === entry.superior)?.file;
      expect(offices.find((office) => office.entry === entry.id)?.superior).toBe(superior);
    }
    expect(of(first.events, "BatchReceived").every((event) => event.office !== null)).toBe(true);
  });

  it("R9 every step is one the law allows, and every listing can be made of its case", () => {
    expect(first.report.year.refusals).toEqual([]);
    const clock = { calendar: workingCalendar(law.all("calendar")) };
    const matters = replay(first.events).matters;
    const listed = of(first.events, "ListingDecided").filter((event) => event.body.outcome === "listed");
    expect(listed.length).toBeGreaterThan(0);
    for (const { body } of listed) {
      const listing = constructListing(caseOf(body.matter, matters.get(body.matter) ?? []), { law, clock });
      expect(listing.ok ? listing.value.exits.length : listing.error.message).toBeGreaterThan(0);
    }
  });

  it("R7 what was found before the year has its own days, and is recorded on the first", () => {
    const from = addYears(UNTIL, -1);
    const before = of(first.events, "ListingDecided").filter((event) => event.body.decidedOn < from);
    expect(before.length).toBeGreaterThan(0);
    expect(before.every((event) => event.recordedAt.slice(0, 10) === from)).toBe(true);
  });

  it("R8 nothing is proposed but on records that were handed in", () => {
    const records = new Set<string>(of(first.events, "RecordReported").map((event) => event.body.record));
    const proposals = of(first.events, "ListingProposed");
    expect(proposals.length).toBeGreaterThan(0);
    expect(proposals.every(({ body }) => body.records.length > 0 && body.records.every((record) => records.has(record)))).toBe(true);
  });

  it("R11 is made once, where nothing is kept yet", async () => {
    const registry = emptyRegistry();
    expect(await needsModel(registry)).toBe(true);
    expect(await needsModel(first.registry)).toBe(false);
    expect(await modelOf(first.registry.ledger)).toMatchObject({ seed: 1, organisations: SMALL, until: UNTIL, from: addYears(UNTIL, -1), made: true, rulebook: law.hash, records: of(first.events, "RecordReported").length });
    const used = registryOver(recordingLedger().ledger, law, { day: UNTIL });
    for (const event of of(first.events, "OfficeOpened").slice(0, 1)) {
      await used.ledger.append({ batch: null, recordedAt: event.recordedAt, events: [{ ...event, keys: ["offices"], names: [] }], expect: { keys: [], after: event.position } });
    }
    expect(await needsModel(used)).toBe(false);
  });

  it("R12 a making that was interrupted is finished by the next, from what the first was begun from", async () => {
    const registry = emptyRegistry();
    let appends = 0;
    const failing: Registry = {
      ...registry,
      ledger: {
        ...recordingLedger().ledger,
        append: async (batch) => {
          if ((appends += 1) > 40) throw new Error("the lights went out");
          return registry.ledger.append(batch);
        },
        read: (query) => registry.ledger.read(query), head: () => registry.ledger.head(), mintFiles: (count) => registry.ledger.mintFiles(count),
        setting: (name) => registry.ledger.setting(name), setSetting: (name, value) => registry.ledger.setSetting(name, value), tell: (entries) => registry.ledger.tell(entries),
      },
    };
    await expect(makeModelJurisdiction(failing, { seed: 1, organisations: SMALL, until: UNTIL })).rejects.toThrow("the lights went out");
    expect(await registry.ledger.head()).toBeGreaterThan(0);
    expect(await needsModel(registry)).toBe(true);
    await makeModelJurisdiction(registry, { seed: 99, organisations: 5, until: plainDate("2025-01-01") });
    expect(said(await registry.ledger.read({}))).toEqual(said(first.events));
    expect(await needsModel(registry)).toBe(false);
    const minted = [...(await registry.ledger.mintFiles(1))].map(String);
    expect(of(first.events, "OrganisationRegistered").map((event) => String(event.body.file))).not.toContain(minted[0]);
  });

  it("R12 what is kept agrees with itself, and what was told in the year is told here", async () => {
    const verified = await verifyRegister(first.registry, () => {});
    expect(verified.differences).toEqual([]);
    // Nothing of the year is left to be told, and the next day goes on from there.
    expect((await first.registry.ledger.toldAfter(0, 1)).length).toBe(1);
    expect((await passDay(first.registry, UNTIL)).told).toEqual([]);
  });
});

describe("the model at its usual size", () => {
  let model: Awaited<ReturnType<typeof made>>;
  let standings: (list: (standing: Standing) => boolean, files: readonly FileNumber[]) => Promise<Standing | undefined>;
  beforeAll(async () => {
    model = await made(1, ORGANISATIONS_USUALLY);
    standings = async (wanted, files) => {
      for (const file of files.slice(0, 500)) {
        const standing = await standingOf(model.registry, { kind: "keeper" }, { organisation: file, on: UNTIL });
        if (standing.ok && wanted(standing.value)) return standing.value;
      }
      return undefined;
    };
  });

  const filesOf = (type: "ListingDecided" | "ListingRemoved" | "ListingReported" | "RecordReported" | "MeasureDecided", wanted: (body: KnownEvent<typeof type>["body"]) => boolean): readonly FileNumber[] =>
    [...new Set(of(model.events, type).filter((event) => wanted(event.body)).map((event) => event.body.file))].reverse();

  it("R10 some are bound, some may be, some cannot be told, some are favoured, some released", async () => {
    const listed = filesOf("ListingDecided", (body) => "outcome" in body && body.outcome === "listed");
    expect(await standings((standing) => standing.verdicts.bound > 0, listed)).toBeDefined();
    expect(await standings((standing) => standing.acts.some((act) => act.possible.length > 0), listed)).toBeDefined();
    expect(await standings((standing) => standing.verdicts.undetermined > 0, filesOf("RecordReported", () => true))).toBeDefined();
    expect(await standings((standing) => standing.acts.some((act) => act.favours.length > 0), filesOf("ListingReported", () => true))).toBeDefined();
    expect(await standings((standing) => standing.listings.some((listing) => listing.state === "removed") && standing.verdicts.bound === 0, filesOf("ListingRemoved", () => true))).toBeDefined();
    expect(await standings((standing) => standing.listings.some((listing) => listing.state === "ended"), filesOf("ListingDecided", (body) => "decidedOn" in body && body.decidedOn < "2024-01-01"))).toBeDefined();
    expect(await standings((standing) => standing.listings.some((listing) => listing.state === "annulled"), filesOf("ListingRemoved", (body) => "retroactive" in body && body.retroactive))).toBeDefined();
  });

  it("R10 a red listing is lost where a black one stands, and three scrutiny lists make a warning", async () => {
    const red = new Set(filesOf("ListingReported", (body) => "list" in body && law.get("list", body.list)?.colour === "red"));
    const black = filesOf("ListingDecided", (body) => "list" in body && law.get("list", body.list)?.colour === "black");
    const joined = of(model.events, "FilesJoined").map((event) => event.body.files);
    const both = black.filter((file) => joined.some(([old, own]) => old === file && red.has(own)));
    const lost = await standings((standing) => standing.listings.filter((listing) => listing.state === "stands").map((listing) => law.get("list", listing.list)?.colour).filter((colour) => colour === "red" || colour === "black").length > 1, both);
    expect(lost?.acts.flatMap((act) => act.favours)).toEqual([]);
    const warned = await standings((standing) => standing.listings.some((listing) => listing.holds === "entailed"), filesOf("ListingReported", (body) => "list" in body && law.get("list", body.list)?.colour === "scrutiny"));
    expect(warned).toBeDefined();
  });

  it("R10 a list of one city binds there, and nobody can say without being told where", async () => {
    const local = filesOf("ListingDecided", (body) => "outcome" in body && body.outcome === "listed" && (law.get("list", body.list)?.regions.length ?? 0) > 0);
    const standing = await standings((each) => each.acts.some((act) => act.missing.some((missing) => missing.kind === "where")), local);
    const act = present(standing?.acts.find((each) => each.missing.some((missing) => missing.kind === "where")), "an act that asks where").act;
    const region = present(law.all("list").find((list) => list.regions.some((code) => code.startsWith("99")))?.regions[0], "the city of the list");
    const organisation = present(standing?.organisation.file, "an organisation");
    const there = await checkOrganisation(model.registry, { kind: "keeper" }, { organisation, act, where: region, on: UNTIL });
    expect(there.ok && there.value.verdict).toBe("bound");
    const elsewhere = await checkOrganisation(model.registry, { kind: "keeper" }, { organisation, act, where: "990300", on: UNTIL });
    expect(elsewhere.ok && elsewhere.value.verdict).toBe("clear");
  });

  it("R4 nothing of a refused row is kept, and nobody is on file", () => {
    const refused = of(model.events, "RowRefused");
    expect(new Set(refused.flatMap((event) => event.body.codes))).toEqual(new Set(["cell-missing", "code-not-read", "formula-in-cell", "natural-person"]));
    expect(refused.every((event) => Object.keys(event.body).toSorted().join() === "batch,codes,row")).toBe(true);
    const names = of(model.events, "OrganisationRegistered").flatMap((event) => event.body.names.map((name) => name.text));
    expect(names.filter((name) => SURNAMES.includes(name.slice(0, 1)) && name.length < 5)).toEqual([]);
    const held = of(model.events, "RowHeld");
    expect(held.length).toBeGreaterThan(0);
    expect(held.every((event) => event.body.content.facts.names.every((name) => name.text.length > 5))).toBe(true);
  });

  it("R5 the law decides: cases of every list that an authority with an office here keeps, each with the outcomes its procedure knows", () => {
    const here = new Set(law.all("office").flatMap((office) => {
      const line = [office.authority];
      for (let next = law.get("authority", office.authority)?.superior; next !== undefined; next = law.get("authority", next)?.superior) line.push(next);
      return line;
    }));
    const kept = law.all("list").filter((list) => list.holds === "kept" && list.procedure !== undefined && list.entailed === undefined && here.has(list.owner));
    expect(kept.length).toBeGreaterThan(4);
    const decided = of(model.events, "ListingDecided").map((event) => event.body);
    expect(new Set(decided.map((body) => body.list))).toEqual(new Set(kept.filter((list) => law.on(UNTIL).find(list.id) !== undefined).map((list) => list.id)));
    expect(new Set(decided.map((body) => body.outcome))).toEqual(new Set(["listed", "conditional", "reprimanded", "noAction"]));
    expect(of(model.events, "NoticeServed").some((event) => event.body.substitute)).toBe(true);
    expect(of(model.events, "ProposalWithdrawn").length).toBeGreaterThan(0);
    expect(of(model.events, "MeasureDecided").length).toBeGreaterThan(0);
    expect(model.report.year.refusals).toEqual([]);
    expect(parseFileNumber(decided[0]?.file ?? "").ok).toBe(true);
  });

  it("R13 due process is lived whole: what is asked, ordered and found, and what comes of it", () => {
    const steps = new Map(Object.entries(model.report.year.steps));
    const kinds = [
      "OfficerRecused", "ConsentGiven", "HearingHeld", "CaseWithdrawn", "EffectsStayed", "EffectsStayed:mask", "FilesSeparated", "FilesJoined", "RecordCorrected", "RecordRepaired", "StayEnded",
      "ListingRemoved:objection", "ListingRemoved:annulment", "ListingRemoved:performance", "ListingRemoved:repair", "ReleaseAcknowledged",
      ...["accepted", "notAccepted", "granted", "refused", "attended", "notAttended", "kept", "broken"].map((outcome) => `StepTaken:${outcome}`),
    ];
    expect(kinds.filter((kind) => (steps.get(kind) ?? 0) === 0)).toEqual([]);
    const purposes = new Set([...steps.keys()].flatMap((what) => (what.startsWith("CaseOpened:") ? (law.all("procedure").find(({ id }) => `CaseOpened:${id}` === what)?.purpose ?? []) : [])));
    expect([...purposes].toSorted()).toEqual(["annual-report", "appeal", "commitment", "interview", "listing", "objection", "removal", "repair"]);
    const opened = of(model.events, "CaseOpened").map(({ body }) => body);
    expect(new Set(opened.filter((body) => body.by === "organisation").map((body) => body.about.kind))).toEqual(new Set(["listing", "record", "join", "matter", "organisation"]));
    expect(opened.some(({ attachments }) => attachments.length > 0)).toBe(true);
    expect(of(model.events, "DefenceReceived").every((event) => event.office === null)).toBe(true);
  });

  it("R14 on the last day cases are open in every state, some are late, and some releases are overdue", async () => {
    const cases = await openCases(model.registry);
    const states = new Set(cases.map((each) => (each.kind === "listing" ? each.state.kind : each.inLaw.governing.procedure.purpose)));
    for (const state of ["proposed", "noticed", "served", "answered", "objection", "repair", "annual-report"]) expect([...states]).toContain(state);
    const late = cases.filter(({ due }) => due.some(({ passed, by }) => passed && by === "office"));
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(cases.length / 2);
    const queue = await queueOf(model.registry, () => true);
    const taken = queue.filter(({ acknowledgedOn }) => acknowledgedOn !== null);
    expect(taken.filter(({ overdue }) => !overdue).length).toBeGreaterThan(taken.length / 2);
    expect(taken.some(({ overdue }) => overdue)).toBe(true);
    expect(queue.some(({ overdue, acknowledgedOn }) => overdue && acknowledgedOn === null)).toBe(true);
    const toGo = await whatHasToGo(model.registry, { kind: "all" });
    expect(toGo.some(({ thing, procedure, due }) => thing.kind === "listing" && procedure !== null && due?.passed === false)).toBe(true);
    const told = await model.registry.ledger.toldAfter(0, 1_000_000);
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(["listed", "published", "termEnded", "removed", "annulled", "repaired", "stayed", "stayEnded", "publicationEnded", "dutyOpened", "deadlinePassed"]));
  });

  it("R3 some organisations have branches, former names and namesakes", () => {
    const registered = of(model.events, "OrganisationRegistered").map((event) => event.body).filter((body) => body.establishedOn !== undefined);
    expect(registered).toHaveLength(ORGANISATIONS_USUALLY);
    expect(of(model.events, "RelationReported").length).toBeGreaterThan(100);
    expect(registered.some((body) => body.names.some((name) => name.kind === "former"))).toBe(true);
    const mains = registered.map((body) => body.names[0]?.text);
    expect(mains.length - new Set(mains).size).toBe(ORGANISATIONS_USUALLY / 400);
  });
});
