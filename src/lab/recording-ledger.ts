// A memory ledger that also keeps what was appended to it, batch by batch, as it was handed in. The model is made on one; the batches
// then go into the registry's own ledger as they are.
import type { Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";

export type Ledger = Registry["ledger"];
export type Batch = Parameters<Ledger["append"]>[0];

export interface RecordingLedger {
  readonly ledger: Ledger;
  readonly batches: readonly Batch[];
  /** File numbers that were minted. */
  readonly minted: () => number;
}

export function recordingLedger(): RecordingLedger {
  // Salts of this ledger are never kept: the registry's own ledger draws its own.
  const memory = createMemoryLedger({ node: "model", randomBytes: (count) => new Uint8Array(count) });
  const batches: Batch[] = [];
  let minted = 0;
  const ledger: Ledger = {
    append: async (batch) => {
      const appended = await memory.append(batch);
      if (appended.ok && batch.events.length > 0) batches.push({ ...batch, events: batch.events.slice(0, batch.events.length) });
      return appended;
    },
    mintFiles: async (count) => {
      minted += count;
      return memory.mintFiles(count);
    },
    read: (query) => memory.read(query),
    stream: (query) => memory.stream(query),
    streamByKey: (query) => memory.streamByKey(query),
    head: () => memory.head(),
    positionBefore: (instant) => memory.positionBefore(instant),
    findNames: (query) => memory.findNames(query),
    blocksAmong: (blocks) => memory.blocksAmong(blocks),
    namesGiven: (query) => memory.namesGiven(query),
    keysLike: (prefix, limit) => memory.keysLike(prefix, limit),
    readBodies: (positions) => memory.readBodies(positions),
    attachment: (id) => memory.attachment(id),
    forget: (positions) => memory.forget(positions),
    watch: (changed) => memory.watch(changed),
    tell: (entries) => memory.tell(entries),
    toldAfter: (sequence, limit) => memory.toldAfter(sequence, limit),
    toldAbout: (file) => memory.toldAbout(file),
    toldHead: () => memory.toldHead(),
    setting: (name) => memory.setting(name),
    setSetting: (name, value) => memory.setSetting(name, value),
    keepRulebook: (rulebook) => memory.keepRulebook(rulebook),
    keptRulebook: (hash) => memory.keptRulebook(hash),
    rulebooksLike: (prefix, limit) => memory.rulebooksLike(prefix, limit),
    outbox: memory.outbox,
    signingKeys: memory.signingKeys,
    watchLists: memory.watchLists, watchAlerts: memory.watchAlerts,
    close: () => memory.close(),
  };
  return { ledger, batches, minted: () => minted };
}
