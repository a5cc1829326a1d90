// The contract every ledger keeps: one suite, run on memory, SQLite and PostgreSQL by ledger.int.test.ts. The rules are in SPEC.md.
import { afterEach, describe, expect, it } from "vitest";
import type { StoredEvent, Told } from "../domain/events/index.ts";
import { makeFileNumber, parseDigest, plainDate, present, type Digest, type FileNumber } from "../domain/terms/index.ts";
import { answerEvent, attachmentId, batchId, batchOf, instant, lawId, nameRow, organisationEvent, position, recordEvent, recordId } from "../../test/support/sample-events.ts";
import { verifyCommitment } from "./commitment.ts";
import type { EventsOfKey, Ledger, NameQuery } from "./ledger.ts";
import type { KeptRulebook } from "./ledger-types.ts";

export function describeLedger(name: string, open: () => Promise<Ledger>): void {
  const opened: Ledger[] = [];
  const openFresh = async (): Promise<Ledger> => {
    const ledger = await open();
    opened.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  describe(`${name}: watching`, () => {
    it("R38 whoever watches is called at once for an append, and no more once the watch has ended", async () => {
      const ledger = await openFresh();
      await ledger.head();
      let called = 0;
      const end = ledger.watch(() => void (called += 1));
      const before = called;
      await ledger.append(batchOf([recordEvent({ id: "a" })]));
      expect(called).toBeGreaterThan(before);
      end();
      const ended = called;
      await ledger.append(batchOf([recordEvent({ id: "b" })]));
      expect(called).toBe(ended);
    });
  });

  describe(`${name}: appending`, () => {
    it("R1 a batch is appended whole and answers with its first and last position", async () => {
      const ledger = await openFresh();
      expect(await ledger.append(batchOf([recordEvent({ id: "a" }), recordEvent({ id: "b" })]))).toEqual({ ok: true, value: { first: 1, last: 2 } });
      expect(await ledger.append(batchOf([recordEvent({ id: "c" })]))).toEqual({ ok: true, value: { first: 3, last: 3 } });
      expect(await ledger.head()).toBe(3);
    });

    it("R1 an empty batch answers with the head", async () => {
      const ledger = await openFresh();
      expect(await ledger.append(batchOf([]))).toEqual({ ok: true, value: { first: 0, last: 0 } });
      await ledger.append(batchOf([recordEvent({ id: "a" })]));
      expect(await ledger.append(batchOf([]))).toEqual({ ok: true, value: { first: 1, last: 1 } });
    });

    it("R1 a body that cannot be written takes its batch with it", async () => {
      const ledger = await openFresh();
      const broken = recordEvent({ id: "b" });
      const unwritable = { ...broken, body: { ...broken.body, fields: { amount: Number.NaN } } };
      await expect(ledger.append(batchOf([recordEvent({ id: "a" }), unwritable as typeof broken]))).rejects.toThrow(/NaN/);
      expect(await ledger.head()).toBe(0);
      expect(await ledger.keysLike("", 10)).toEqual([]);
    });

    it("R2 batches appended at the same time lie one after the other without gaps", async () => {
      const ledger = await openFresh();
      const batches = Array.from({ length: 12 }, (_, batch) => batchOf(Array.from({ length: batch + 1 }, (_unused, index) => recordEvent({ id: `r-${batch}-${index}` })), { batch: batchId(`b-${batch}`) }));
      await Promise.all(batches.map((batch) => ledger.append(batch)));
      const events = await ledger.read({});
      expect(events.map((event) => event.position)).toEqual(Array.from({ length: 78 }, (_, index) => index + 1));
      for (let index = 1; index < events.length; index += 1) {
        const sameBatchBefore = events.slice(0, index).some((event) => event.batch === events[index]?.batch);
        expect(sameBatchBefore).toBe(events[index - 1]?.batch === events[index]?.batch);
      }
    });

    it("R2 a conflict uses no position", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a", keys: ["matter:1"] })]));
      await ledger.append(batchOf([recordEvent({ id: "b" }), recordEvent({ id: "c" })], { expect: { keys: ["matter:1"], after: position(0) } }));
      expect(await ledger.append(batchOf([recordEvent({ id: "d" })]))).toEqual({ ok: true, value: { first: 2, last: 2 } });
    });

    it("R3 an event with an expected key after the expected position is a conflict, and the first one is named", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a", keys: ["x", "y"] }), recordEvent({ id: "b", keys: ["z"] }), recordEvent({ id: "c", keys: ["y"] })]));
      const next = [recordEvent({ id: "d", keys: ["y"] })];
      expect(await ledger.append(batchOf(next, { expect: { keys: ["y", "x"], after: position(0) } }))).toEqual({ ok: false, error: { key: "x", position: 1 } });
      expect(await ledger.append(batchOf(next, { expect: { keys: ["x", "y"], after: position(1) } }))).toEqual({ ok: false, error: { key: "y", position: 3 } });
      expect(await ledger.head()).toBe(3);
      expect(await ledger.append(batchOf(next, { expect: { keys: ["x", "y"], after: position(3) } }))).toMatchObject({ ok: true });
      expect(await ledger.append(batchOf([], { expect: { keys: ["nobody"], after: position(0) } }))).toMatchObject({ ok: true });
    });

    it("R3 of two who expect the same one is appended", async () => {
      const ledger = await openFresh();
      const both = await Promise.all(["a", "b"].map((id) => ledger.append(batchOf([recordEvent({ id, keys: ["matter:7"] })], { expect: { keys: ["matter:7"], after: position(0) } }))));
      expect(both.filter((result) => result.ok)).toHaveLength(1);
      expect(await ledger.head()).toBe(1);
    });

    it("R4 an event keeps what was handed in, with batch, instant and origin", async () => {
      const ledger = await openFresh();
      const handed = recordEvent({ id: "a", note: "“quoted” \\ \u0001 \u{20BB7}野家 \ud800" });
      await ledger.append(batchOf([{ ...handed, officer: "desk 3" }], { batch: batchId("b-1"), recordedAt: instant("2026-03-02T09:00:00.123Z") }));
      const [event] = await ledger.read({});
      expect(event).toMatchObject({
        position: 1, origin: { node: "test-node", position: 1 }, batch: "b-1", recordedAt: "2026-03-02T09:00:00.123Z", type: "RecordReported", version: 1, matter: null,
        office: makeFileNumber(900), officer: "desk 3", files: [makeFileNumber(1)], visibility: "public",
      });
      expect(event?.body).toEqual(handed.body);
    });

    it("R5 the commitment verifies with its salt and body and with nothing else", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a" }), recordEvent({ id: "a" })]));
      const events = await ledger.read({});
      const sealed = await ledger.readBodies([position(2), position(1), position(9)]);
      expect(sealed.map((body) => body.position)).toEqual([1, 2]);
      const [first, second] = [present(events[0], "event 1"), present(events[1], "event 2")];
      const [firstSalt, secondSalt] = [present(sealed[0], "body 1").salt, present(sealed[1], "body 2").salt];
      expect(firstSalt).toHaveLength(16);
      expect(first.commitment).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(first.commitment).not.toBe(second.commitment);
      expect(verifyCommitment(first, firstSalt)).toBe(true);
      expect(verifyCommitment(first, secondSalt)).toBe(false);
      expect(verifyCommitment({ ...first, commitment: second.commitment }, firstSalt)).toBe(false);
      expect(present(sealed[0], "body 1").body).toEqual(first.body);
    });

    it("R33 a body of an earlier version is read as of today, and its commitment is over what was written", async () => {
      const ledger = await openFresh();
      const { attachments: _attachments, ...event } = answerEvent([]);
      const written = { matter: event.matter, file: makeFileNumber(1), statement: "It was paid.", receivedOn: "2026-03-02" };
      await ledger.append(batchOf([{ ...event, version: 1, body: written } as typeof event]));
      const [read] = await ledger.read({});
      const sealed = present((await ledger.readBodies([position(1)]))[0], "the body");
      expect(read?.body).toEqual({ ...written, attachments: [], hearing: false });
      expect(sealed.body).toEqual(written);
      expect(verifyCommitment({ body: sealed.body, commitment: present(read, "the event").commitment }, sealed.salt)).toBe(true);
      expect(verifyCommitment(present(read, "the event"), sealed.salt)).toBe(false);
    });

    it("R41 an append tells how far it is, and one that is aborted on the way leaves nothing", async () => {
      const ledger = await openFresh();
      const many = Array.from({ length: 4500 }, (_, index) => recordEvent({ id: `r-${index}`, keys: [`row:${index}`] }));
      for (const at of [1, 4500]) {
        const stop = new AbortController();
        const progress = (done: number): void => (done >= at ? stop.abort(new Error("enough")) : undefined);
        await expect(ledger.append(batchOf(many, { signal: stop.signal, progress }))).rejects.toThrow("enough");
        await expect(ledger.append(batchOf(many.slice(0, 1), { signal: stop.signal }))).rejects.toThrow("enough");
        expect([await ledger.head(), await ledger.keysLike("", 10), await ledger.read({ limit: 1 })]).toEqual([0, [], []]);
      }
      const told: number[] = [];
      expect(await ledger.append(batchOf(many, { signal: new AbortController().signal, progress: (done) => void told.push(done) }))).toEqual({ ok: true, value: { first: 1, last: 4500 } });
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(4500);
      expect((await ledger.read({ keys: ["row:0", "row:1999", "row:2000", "row:4499"] })).map((event) => event.position)).toEqual([1, 2000, 2001, 4500]);
    });

    it("R27 an attachment's id stands once in a batch, wherever it stands", async () => {
      const ledger = await openFresh();
      const attached = (id: string) => answerEvent([{ id: attachmentId(id), content: new Uint8Array([1]) }]);
      for (const between of [0, 150, 2500]) {
        const events = [attached("same"), ...Array.from({ length: between }, (_, index) => recordEvent({ id: `r-${index}` })), attached("same")];
        await expect(ledger.append(batchOf(events))).rejects.toThrow(/used once|is new/);
        expect(await ledger.head()).toBe(0);
      }
    });

    it("R7 keys and names that are not plain text, and what is no instant, stop the append, and nothing of it is kept", async () => {
      const ledger = await openFresh();
      const file = makeFileNumber(1);
      await expect(ledger.append(batchOf([recordEvent({ id: "a", keys: ["a\0b"] })]))).rejects.toThrow(/plain text/);
      await expect(ledger.append(batchOf([recordEvent({ id: "a" }), organisationEvent(file, [nameRow(file, "Half \ud800")])]))).rejects.toThrow(/plain text/);
      await expect(ledger.append(batchOf([...Array.from({ length: 2500 }, (_, index) => recordEvent({ id: `r-${index}` })), recordEvent({ id: "last", keys: ["a\0b"] })]))).rejects.toThrow(/plain text/);
      await expect(ledger.append(batchOf([], { recordedAt: "yesterday" as ReturnType<typeof instant> }))).rejects.toThrow(/is an instant/);
      await expect(ledger.positionBefore("2026-03-02")).rejects.toThrow(/is an instant/);
      expect(await ledger.head()).toBe(0);
    });
  });

  describe(`${name}: reading`, () => {
    async function openFilled(): Promise<Ledger> {
      const ledger = await openFresh();
      const file = makeFileNumber(5);
      await ledger.append(batchOf([organisationEvent(file, [nameRow(file, "Polar Works")]), recordEvent({ id: "a", file, keys: ["k", "l"] }), recordEvent({ id: "b", file, keys: ["l"] })], { recordedAt: instant("2026-01-01T00:00:00.000Z") }));
      await ledger.append(batchOf([recordEvent({ id: "c", keys: ["k", "k"] }), organisationEvent(makeFileNumber(6), []), recordEvent({ id: "d", keys: ["m"] })], { recordedAt: instant("2026-01-03T00:00:00.000Z") }));
      return ledger;
    }
    const positions = (events: readonly StoredEvent[]): readonly number[] => events.map((event) => event.position);

    it("R8 an event that carries several of the keys comes once, in order of position", async () => {
      const ledger = await openFilled();
      expect(positions(await ledger.read({ keys: ["l", "k", "k"] }))).toEqual([2, 3, 4]);
      expect(positions(await ledger.read({}))).toEqual([1, 2, 3, 4, 5, 6]);
    });

    it("R9 keys, types, after, upTo and limit narrow together", async () => {
      const ledger = await openFilled();
      expect(positions(await ledger.read({ types: ["OrganisationRegistered"] }))).toEqual([1, 5]);
      expect(positions(await ledger.read({ types: ["OrganisationRegistered", "RecordReported"], after: position(4) }))).toEqual([5, 6]);
      expect(positions(await ledger.read({ keys: ["k", "m"], types: ["RecordReported"], after: position(2), upTo: position(5) }))).toEqual([4]);
      expect(positions(await ledger.read({ after: position(1), upTo: position(3) }))).toEqual([2, 3]);
      expect(positions(await ledger.read({ after: position(1), limit: 2 }))).toEqual([2, 3]);
      expect(positions(await ledger.read({ keys: ["k", "l"], limit: 2 }))).toEqual([2, 3]);
      expect(positions(await ledger.read({ limit: 0 }))).toEqual([]);
    });

    it("R9 an empty list of keys or types finds nothing, and what is not there is not found", async () => {
      const ledger = await openFilled();
      expect(await ledger.read({ keys: [] })).toEqual([]);
      expect(await ledger.read({ types: [] })).toEqual([]);
      expect(await ledger.read({ keys: ["nobody"] })).toEqual([]);
      expect(await ledger.read({ keys: ["k"], types: ["NoSuchType"] })).toEqual([]);
    });

    it("R9 thousands of keys are one question", async () => {
      const ledger = await openFilled();
      expect(positions(await ledger.read({ keys: ["m", ...Array.from({ length: 40_000 }, (_, index) => `none:${index}`)] }))).toEqual([6]);
    });

    it("R10 a stream gives what a reading gives, up to the head at its start", async () => {
      const ledger = await openFresh();
      const events = Array.from({ length: 3500 }, (_, index) => recordEvent({ id: `r${index}`, keys: [`every:${index % 700}`, "all"] }));
      await ledger.append(batchOf(events));
      for (const query of [{}, { keys: ["every:3"] }, { keys: ["all"], limit: 1500 }, { after: position(900), upTo: position(2950) }, { types: ["RecordReported"], limit: 7 }]) {
        const streamed: StoredEvent[] = [];
        for await (const event of ledger.stream(query)) streamed.push(event);
        expect(streamed).toEqual(await ledger.read(query));
        expect(streamed.length).toBeGreaterThan(0);
      }
      const seen: number[] = [];
      for await (const event of ledger.stream({ after: position(3498) })) {
        seen.push(event.position);
        if (seen.length === 1) await ledger.append(batchOf([recordEvent({ id: "late" })]));
      }
      expect(seen).toEqual([3499, 3500]);
    });

    it("R12 the position before an instant is the last recorded earlier", async () => {
      const ledger = await openFilled();
      expect(await ledger.positionBefore("2026-01-01T00:00:00.000Z")).toBe(0);
      expect(await ledger.positionBefore("2026-01-01T00:00:00.001Z")).toBe(3);
      expect(await ledger.positionBefore("2026-01-03T00:00:00.000Z")).toBe(3);
      expect(await ledger.positionBefore("2030-01-01T00:00:00.000Z")).toBe(6);
    });

    it("R42 what lies under the keys of a prefix comes key by key, whole and in order, however many there are and whatever they say", async () => {
      const ledger = await openFresh();
      const notes = ["plain", "tab\tline\nend\r\\N \\. \b\f\v \u0001", "“quoted” \\ \"x\" 延迟付款 \u{20BB7} \ud800", "\\N"];
      const key = (number: number): string => (number % 7 === 0 ? `file:延${number % 50}` : `file:${number % 50}`);
      const events = Array.from({ length: 2600 }, (_, index) => ({ ...recordEvent({ id: `r${index}`, note: notes[index % notes.length] ?? "", keys: [key(index), "other:1", ...(index % 3 === 0 ? [`file:${(index + 1) % 50}`] : [])] }), officer: index % 5 === 0 ? "desk\t\\3" : null }));
      await ledger.append(batchOf(events, { batch: batchId("b-1") }));
      await ledger.append(batchOf([recordEvent({ id: "late", keys: ["file:1"] })]));
      await ledger.forget([position(4)]);
      const streamed: EventsOfKey[] = [];
      for await (const each of ledger.streamByKey({ prefix: "file:", upTo: position(2600) })) streamed.push(each);
      const keys = (await ledger.keysLike("file:", 1000)).map((each) => each.key);
      expect(streamed.map((each) => each.key)).toEqual(keys);
      for (const each of streamed) expect(each.events).toEqual(await ledger.read({ keys: [each.key], upTo: position(2600) }));
      expect(streamed.find((each) => each.key === "file:3")?.events.find((event) => event.position === 4)?.body).toBeNull();
    });

    it("R42 a body that somebody reads in brief is what they make of its text, or whole", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a", note: "in brief" }), recordEvent({ id: "b", note: "whole" }), organisationEvent(makeFileNumber(1), [], [`file:${makeFileNumber(1)}`])]));
      const whole = await ledger.read({});
      const short = { record: recordId("a"), file: makeFileNumber(1), recordType: lawId("cn:administrative-penalty"), fields: {} };
      const streamed: EventsOfKey[] = [];
      for await (const each of ledger.streamByKey({ prefix: "file:", upTo: position(3), brief: (type, text) => (type === "RecordReported" && text.includes("in brief") ? short : undefined) })) streamed.push(each);
      expect([whole, [{ ...whole[0], body: short }, ...whole.slice(1)]]).toContainEqual(streamed.flatMap((each) => each.events));
    });

    it("R42 nobody need read to the end, and an empty ledger has nothing under any key", async () => {
      const ledger = await openFresh();
      const read = async (prefix: string, stopAt: number): Promise<number> => {
        let count = 0;
        for await (const _ of ledger.streamByKey({ prefix, upTo: position(5000) })) {
          count += 1;
          if (count === stopAt) break;
        }
        return count;
      };
      expect(await read("file:", 1)).toBe(0);
      await ledger.append(batchOf(Array.from({ length: 3000 }, (_, index) => recordEvent({ id: `r${index}`, keys: [`file:${index}`, "it's:1"] }))));
      for (let turn = 0; turn < 12; turn += 1) expect(await read("file:", 2)).toBe(2);
      expect(await read("it's:", 5)).toBe(1);
      expect(await ledger.head()).toBe(3000);
    });

    it("R13 changing what was handed in changes nothing that is kept", async () => {
      const ledger = await openFresh();
      const files = [makeFileNumber(1)];
      const event = recordEvent({ id: "a" });
      const fields = { note: "as it was" };
      await ledger.append(batchOf([{ ...event, files, body: { ...event.body, fields } } as typeof event]));
      files.push(makeFileNumber(2));
      fields.note = "as it is not";
      expect(await ledger.read({})).toMatchObject([{ files: [makeFileNumber(1)], body: { fields: { note: "as it was" } } }]);
    });
  });

  describe(`${name}: keys and names`, () => {
    it("R14 keys with a prefix come in order, each with its number of events", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a", keys: ["list:b", "list:a", "other"] }), recordEvent({ id: "b", keys: ["list:b", "list:\u{1F600}", "list:\uFB01", "list%x", "List:a"] })]));
      expect(await ledger.keysLike("list:", 10)).toEqual([{ key: "list:a", events: 1 }, { key: "list:b", events: 2 }, { key: "list:\uFB01", events: 1 }, { key: "list:\u{1F600}", events: 1 }]);
      expect(await ledger.keysLike("list:", 1)).toEqual([{ key: "list:a", events: 1 }]);
      expect(await ledger.keysLike("nothing", 10)).toEqual([]);
    });

    const [north, south, east] = [makeFileNumber(1), makeFileNumber(2), makeFileNumber(3)];
    async function openNamed(): Promise<Ledger> {
      const ledger = await openFresh();
      await ledger.append(batchOf([
        organisationEvent(north, [nameRow(north, "Ice Works"), nameRow(north, "冰厂", { pinyin: "bingchang", initials: "bc", blocks: ["冰厂"] })]),
        organisationEvent(south, [nameRow(south, "Ice Works South"), nameRow(south, "Big Ice Works", { blocks: ["ice", "100%_\\"] })]),
        organisationEvent(east, [nameRow(east, "Dice"), nameRow(east, "Ice Works")]),
        organisationEvent(north, [nameRow(north, "Ice Works")]),
      ]));
      return ledger;
    }
    const found = async (ledger: Ledger, query: Partial<NameQuery>): Promise<readonly (readonly [FileNumber, string])[]> =>
      (await ledger.findNames({ text: "iceworks", how: "inside", in: ["levelled"], limit: 10, ...query })).map((row) => [row.file, row.text]);

    it("R15 exact comes first, then prefix, then inside; a name given twice comes once", async () => {
      const ledger = await openNamed();
      expect(await found(ledger, { how: "exact" })).toEqual([[north, "Ice Works"], [east, "Ice Works"]]);
      expect(await found(ledger, { how: "prefix" })).toEqual([[north, "Ice Works"], [east, "Ice Works"], [south, "Ice Works South"]]);
      expect(await found(ledger, { how: "inside" })).toEqual([[north, "Ice Works"], [east, "Ice Works"], [south, "Ice Works South"], [south, "Big Ice Works"]]);
      expect(await found(ledger, { how: "inside", limit: 3 })).toEqual([[north, "Ice Works"], [east, "Ice Works"], [south, "Ice Works South"]]);
    });

    it("R15 several columns are asked in their order and a name found by two comes once", async () => {
      const ledger = await openNamed();
      expect(await found(ledger, { text: "bing", in: ["levelled", "pinyin", "initials"], how: "prefix" })).toEqual([[north, "冰厂"]]);
      expect(await found(ledger, { text: "dice", in: ["levelled", "pinyin"], how: "inside", limit: 2 })).toEqual([[east, "Dice"]]);
      expect(await found(ledger, { text: "iw", in: ["pinyin", "initials"], how: "prefix" })).toEqual([[north, "Ice Works"], [east, "Ice Works"], [south, "Ice Works South"]]);
      expect(await found(ledger, { text: "冰", how: "prefix" })).toEqual([[north, "冰厂"]]);
    });

    it("R15 blocks are compared whole, and signs mean themselves", async () => {
      const ledger = await openNamed();
      expect(await found(ledger, { text: "ice", in: ["blocks"], how: "exact" })).toEqual([[north, "Ice Works"], [south, "Big Ice Works"], [south, "Ice Works South"], [east, "Ice Works"]]);
      expect(await found(ledger, { text: "ic", in: ["blocks"], how: "inside" })).toEqual([]);
      expect(await found(ledger, { text: "100%_\\", in: ["blocks"], how: "exact" })).toEqual([[south, "Big Ice Works"]]);
      expect(await found(ledger, { text: "%", how: "inside" })).toEqual([]);
    });

    it("R40 of many blocks those are told that a name has, each once, until it is forgotten", async () => {
      const ledger = await openFresh();
      expect(await ledger.blocksAmong(["ice"])).toEqual([]);
      await ledger.append(batchOf([organisationEvent(north, [{ ...nameRow(north, "Ice Works"), blocks: ["ice", "works", "冰", "100%_"] }]), organisationEvent(south, [{ ...nameRow(south, "Ice Ferry"), blocks: ["ice", "ferry"] }])]));
      const many = Array.from({ length: 2000 }, (_, index) => `nobody ${index}`);
      expect((await ledger.blocksAmong([...many, "ice", "冰", "i", "", "ice", "100%_", "Ice"])).toSorted()).toEqual(["100%_", "ice", "冰"]);
      expect(await ledger.blocksAmong([])).toEqual([]);
      await ledger.forget([position(1)]);
      expect((await ledger.blocksAmong(["ice", "冰", "ferry"])).toSorted()).toEqual(["ferry", "ice"]);
    });

    it("R37 names given come in order with their batch, all or those that hold a text", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([organisationEvent(north, [nameRow(north, "Ice Works"), nameRow(north, "冰厂")])], { batch: batchId("b-1") }));
      await ledger.append(batchOf([recordEvent({ id: "a" }), organisationEvent(south, [nameRow(south, "100%_")]), organisationEvent(south, [nameRow(south, "Ice Works")])]));
      const given = async (holding?: readonly string[]) => (await Array.fromAsync(ledger.namesGiven(holding === undefined ? {} : { holding }))).map((name) => [name.position, name.ordinal, name.batch, name.file, name.text]);
      expect(await given()).toEqual([[1, 0, "b-1", north, "Ice Works"], [1, 1, "b-1", north, "冰厂"], [3, 0, null, south, "100%_"], [4, 0, null, south, "Ice Works"]]);
      expect(await given(["冰", "works"])).toEqual([[1, 0, "b-1", north, "Ice Works"], [1, 1, "b-1", north, "冰厂"], [4, 0, null, south, "Ice Works"]]);
      expect(await given(["%"])).toEqual([[3, 0, null, south, "100%_"]]);
      await ledger.forget([position(1)]);
      expect(await given(["works"])).toEqual([[4, 0, null, south, "Ice Works"]]);
    });

    it("R15 a name comes back as it was given", async () => {
      const ledger = await openNamed();
      expect(await ledger.findNames({ text: "bc", how: "exact", in: ["initials"], limit: 5 })).toEqual([{ file: north, text: "冰厂", levelled: "冰厂", pinyin: "bingchang", initials: "bc", blocks: ["冰厂"] }]);
    });
  });

  describe(`${name}: numbers, settings, told`, () => {
    it("R16 file numbers are minted once", async () => {
      const ledger = await openFresh();
      expect(await ledger.mintFiles(2)).toEqual([makeFileNumber(1), makeFileNumber(2)]);
      const all = (await Promise.all([3, 0, 4].map((count) => ledger.mintFiles(count)))).flat();
      expect(new Set(all)).toEqual(new Set([3, 4, 5, 6, 7, 8, 9].map(makeFileNumber)));
    });

    it("R17 a setting has the value set last", async () => {
      const ledger = await openFresh();
      expect(await ledger.setting("seed")).toBeNull();
      await ledger.setSetting("seed", "7");
      await ledger.setSetting("seed", "八");
      expect(await ledger.setting("seed")).toBe("八");
    });

    const told = (key: string): Omit<Told, "sequence"> => {
      const rulebook = parseDigest(`sha256:${"0".repeat(64)}`);
      return { key, what: "termEnded", files: [makeFileNumber(1)], day: plainDate("2026-03-02"), known: position(3), rulebook: present(rulebook.ok ? rulebook.value : null, "a digest"), detail: { listing: "l-1", n: 2 } };
    };

    it("R18 what is told is told once, in an unbroken sequence", async () => {
      const ledger = await openFresh();
      expect(await ledger.tell([])).toEqual([]);
      expect(await ledger.tell([told("a"), told("b"), told("a")])).toEqual([{ ...told("a"), sequence: 1 }, { ...told("b"), sequence: 2 }]);
      expect(await ledger.tell([told("b"), told("c")])).toEqual([{ ...told("c"), sequence: 3 }]);
      expect(await ledger.tell([told("c")])).toEqual([]);
      expect((await ledger.toldAfter(1, 10)).map((entry) => entry.key)).toEqual(["b", "c"]);
      expect(await ledger.toldAfter(0, 1)).toEqual([{ ...told("a"), sequence: 1 }]);
      expect(await ledger.toldHead()).toBe(3);
      const [other] = await ledger.tell([{ ...told("d"), files: [makeFileNumber(2), makeFileNumber(3)] }]);
      expect([(await ledger.toldAbout(makeFileNumber(1))).map(({ key }) => key), await ledger.toldAbout(makeFileNumber(3)), await ledger.toldAbout(makeFileNumber(4))]).toEqual([["a", "b", "c"], [other], []]);
    });

    it("R18 told at the same time, each is new for one", async () => {
      const ledger = await openFresh();
      const answers = await Promise.all([["a", "b"], ["b", "c"], ["c", "a"]].map((keys) => ledger.tell(keys.map(told))));
      expect(answers.flat().map((entry) => entry.sequence).toSorted()).toEqual([1, 2, 3]);
    });
  });

  describe(`${name}: rulebooks`, () => {
    function hashOf(digit: string): Digest {
      const digest = parseDigest(`sha256:${digit.padStart(64, "0")}`);
      if (!digest.ok) throw new Error(digest.error);
      return digest.value;
    }
    const kept = (digit: string, more: Partial<KeptRulebook> = {}): KeptRulebook => ({ hash: hashOf(digit), format: "one", compiled: `{"law": "信用 ${digit}"}`, files: [{ path: "cn/body.yaml", text: "body: cn\n# 名单\n" }], ...more });

    it("R25 a rulebook is kept under its hash with its files", async () => {
      const ledger = await openFresh();
      expect([await ledger.keptRulebook(hashOf("a1")), await ledger.rulebooksLike("sha256:", 10)]).toEqual([null, []]);
      await ledger.keepRulebook(kept("a1", { compiled: "law ".repeat(500_000) }));
      await ledger.keepRulebook(kept("b2", { files: [] }));
      expect(await ledger.keptRulebook(hashOf("a1"))).toEqual(kept("a1", { compiled: "law ".repeat(500_000) }));
      expect(await ledger.keptRulebook(hashOf("b2"))).toEqual(kept("b2", { files: [] }));
    });

    it("R25 kept again its compiled form is the newer one, and its files stay", async () => {
      const ledger = await openFresh();
      await ledger.keepRulebook(kept("a1"));
      await ledger.keepRulebook(kept("a1", { format: "two", compiled: "newer", files: [] }));
      expect(await ledger.keptRulebook(hashOf("a1"))).toEqual(kept("a1", { format: "two", compiled: "newer" }));
    });

    it("R25 rulebooks are found by the beginning of their hash, in its order", async () => {
      const ledger = await openFresh();
      for (const digit of ["c3", "a1", "b2"]) await ledger.keepRulebook(kept(digit));
      expect((await ledger.rulebooksLike("sha256:", 2)).map(({ hash }) => hash)).toEqual([hashOf("a1"), hashOf("b2")]);
      expect(await ledger.rulebooksLike(hashOf("c3"), 2)).toEqual([{ hash: hashOf("c3"), format: "one" }]);
      expect(await ledger.rulebooksLike("sha256:1", 2)).toEqual([]);
    });
  });

  describe(`${name}: attachments`, () => {
    const [photo, letter] = [attachmentId("a-photo"), attachmentId("a-letter")];
    const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255);

    it("R27 a file is kept apart from the body it came with, byte for byte", async () => {
      const ledger = await openFresh();
      const large = bytes(5_000_000);
      await ledger.append(batchOf([answerEvent([{ id: photo, content: large }, { id: letter, content: new Uint8Array() }]), recordEvent({ id: "a" })]));
      const kept = present(await ledger.attachment(photo), "the photo");
      expect(kept.length).toBe(5_000_000);
      expect(Buffer.compare(kept, large)).toBe(0);
      expect(await ledger.attachment(letter)).toEqual(new Uint8Array());
      expect(await ledger.attachment(attachmentId("a-none"))).toBeNull();
      expect(JSON.stringify(await ledger.read({}))).not.toContain("content");
    });

    it("R13 R27 what is handed in and what is given out are copies", async () => {
      const ledger = await openFresh();
      const content = bytes(3);
      await ledger.append(batchOf([answerEvent([{ id: photo, content }])]));
      content[0] = 99;
      present(await ledger.attachment(photo), "the photo")[1] = 99;
      expect(await ledger.attachment(photo)).toEqual(bytes(3));
    });

    it("R27 what fails to be appended leaves no file", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([recordEvent({ id: "a", keys: ["x"] })]));
      expect(await ledger.append(batchOf([answerEvent([{ id: photo, content: bytes(9) }])], { expect: { keys: ["x"], after: position(0) } }))).toMatchObject({ ok: false });
      const broken = recordEvent({ id: "b" });
      await expect(ledger.append(batchOf([answerEvent([{ id: photo, content: bytes(9) }]), { ...broken, body: { ...broken.body, fields: { amount: Number.NaN } } } as typeof broken]))).rejects.toThrow(/NaN/);
      expect(await ledger.attachment(photo)).toBeNull();
      expect(await ledger.append(batchOf([answerEvent([{ id: photo, content: bytes(9) }])]))).toMatchObject({ ok: true });
      expect(await ledger.attachment(photo)).toEqual(bytes(9));
    });

    it("R27 an id is used once", async () => {
      const ledger = await openFresh();
      const twice = answerEvent([{ id: photo, content: bytes(1) }, { id: photo, content: bytes(2) }]);
      await expect(ledger.append(batchOf([twice]))).rejects.toThrow(/used once/);
      await ledger.append(batchOf([answerEvent([{ id: photo, content: bytes(1) }])]));
      await expect(ledger.append(batchOf([recordEvent({ id: "a" }), answerEvent([{ id: letter, content: bytes(1) }, { id: photo, content: bytes(2) }])]))).rejects.toThrow(/`a-photo` is new/);
      expect([await ledger.head(), await ledger.attachment(photo), await ledger.attachment(letter)]).toEqual([1, bytes(1), null]);
    });

    it("R19 R27 files are forgotten with the event they came with, and no other", async () => {
      const ledger = await openFresh();
      await ledger.append(batchOf([answerEvent([{ id: photo, content: bytes(70_000) }]), answerEvent([{ id: letter, content: bytes(9) }])]));
      for (let times = 0; times < 2; times += 1) {
        await ledger.forget([position(1)]);
        expect([await ledger.attachment(photo), await ledger.attachment(letter)]).toEqual([null, bytes(9)]);
      }
    });
  });

  describe(`${name}: forgetting`, () => {
    it("R19 body, salt and names go; envelope, keys and place stay", async () => {
      const ledger = await openFresh();
      const file = makeFileNumber(4);
      await ledger.append(batchOf([organisationEvent(file, [nameRow(file, "Gone Works")], ["code:x:1"]), recordEvent({ id: "a" })]));
      const [before] = await ledger.read({});
      for (let times = 0; times < 2; times += 1) {
        await ledger.forget([position(1), position(8)]);
        const [after, other] = await ledger.read({});
        expect(after).toEqual({ ...before, body: null });
        expect(other?.body).not.toBeNull();
      }
      expect((await ledger.readBodies([position(1), position(2)])).map((sealed) => sealed.position)).toEqual([2]);
      for (const [column, text] of [["levelled", "goneworks"], ["pinyin", "goneworks"], ["initials", "gw"], ["blocks", "gone"]] as const) {
        expect(await ledger.findNames({ text, how: "inside", in: [column], limit: 5 })).toEqual([]);
      }
      expect(await ledger.read({ keys: ["code:x:1"] })).toHaveLength(1);
      const event = present((await ledger.read({}))[0], "event 1");
      expect(verifyCommitment(event, new Uint8Array(16))).toBe(false);
      expect(await ledger.append(batchOf([recordEvent({ id: "b" })]))).toEqual({ ok: true, value: { first: 3, last: 3 } });
    });
  });
}
