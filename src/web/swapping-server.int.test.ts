// The listening server while its law changes: real connections on a free port of the loopback address.
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { Registry } from "../service/index.ts";
import { createMemoryLedger } from "../store/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { loadLaw } from "../../test/support/law.ts";
import { registryOver } from "../../test/support/registry.ts";
import { listenSwapping, type SwappingServer } from "./swapping-server.ts";

const open: SwappingServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function listening(registry: Registry): Promise<SwappingServer> {
  const server = await listenSwapping({ registry, log: () => {} }, { host: "127.0.0.1", port: 0 });
  open.push(server);
  return server;
}

async function lawNamed(hash: string): Promise<Rulebook> {
  return { ...(await loadLaw("test/bodies")), hash: hash as Rulebook["hash"] };
}

/** A ledger whose next question waits until it is let go. */
function holding(registry: Registry): { readonly registry: Registry; readonly asked: Promise<void>; readonly letGo: () => void } {
  const { ledger } = registry;
  const asked = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const head = async () => {
    asked.resolve();
    await gate.promise;
    return ledger.head();
  };
  return { registry: { ...registry, ledger: Object.assign(Object.create(ledger), { head, close: () => ledger.close() }) }, asked: asked.promise, letGo: gate.resolve };
}

async function json(url: string): Promise<ReturnType<typeof JSON.parse>> {
  return (await fetch(url)).json();
}

describe("a server whose law changes", () => {
  it("answers what came before from the old registry, what comes after from the new, and keeps nobody waiting", async () => {
    const old = registryOver(createMemoryLedger({ node: "test", randomBytes }), await lawNamed("old"));
    const held = holding(old);
    const server = await listening(held.registry);
    const before = json(`${server.origin()}/readyz`);
    await held.asked;
    await server.swap({ ...old, rulebook: await lawNamed("new") });
    expect((await json(`${server.origin()}/readyz`)).rulebook).toBe("new");
    held.letGo();
    expect((await before).rulebook).toBe("old");
    expect((await json(`${server.origin()}/v1/law`)).act).toHaveLength(3);
  });

  it("keeps its address through any number of changes, in links too", async () => {
    const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await lawNamed("0"));
    const server = await listening(registry);
    const origin = server.origin();
    for (const hash of ["1", "2", "3"]) await server.swap({ ...registry, rulebook: await lawNamed(hash) });
    expect([server.origin(), (await json(`${origin}/readyz`)).rulebook]).toEqual([origin, "3"]);
    expect((await json(`${origin}/.well-known/authzen-configuration`)).policy_decision_point).toBe(origin);
    expect((await fetch(`${origin}/en/law`)).status).toBe(200);
  });

  it("says on /readyz what is wrong with the law while it goes on, and no longer once it is mended", async () => {
    const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await lawNamed("good"));
    const server = await listening(registry);
    const findings = [{ code: "bad-day", at: "cn/a.yaml:1:1", message: "no day", remedy: "write one" }];
    await server.swap({ ...registry, lawRefused: { code: "law-unreadable", message: "one finding", remedy: "mend it", findings } });
    expect(await json(`${server.origin()}/readyz`)).toEqual({ status: "ready", known: 0, rulebook: "good", warnings: [{ code: "law-unreadable", message: "one finding", remedy: "mend it", findings }] });
    await server.swap(registry);
    expect((await json(`${server.origin()}/readyz`)).warnings).toEqual([]);
  });

  it("tells a port that is taken", async () => {
    const registry = registryOver(createMemoryLedger({ node: "test", randomBytes }), await lawNamed("one"));
    const server = await listening(registry);
    await expect(listenSwapping({ registry, log: () => {} }, { host: "127.0.0.1", port: Number(new URL(server.origin()).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
