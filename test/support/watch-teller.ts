// A program that tells those who watch what is due and sends it, and kills itself with SIGKILL at the step it is told: the other process of
// kill-alerts.test.ts. Before and after each call that keeps or sends something is a step; it says each as it comes to it.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { webhookTransport } from "../../src/exchange/index.ts";
import { sendOutbox, tellWatchers } from "../../src/service/index.ts";
import { openLedger, type Ledger } from "../../src/store/index.ts";
import { loadLaw } from "./law.ts";
import { registryOver } from "./registry.ts";

interface Orders {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  readonly day: string;
  /** The step it dies at, from 0. */
  readonly dieAt: number;
}

const law = await loadLaw("test/bodies");
const steps = { next: 0, dieAt: 0 };

function step(name: string): void {
  writeSync(1, `at ${name}\n`);
  if (steps.next === steps.dieAt) {
    process.kill(process.pid, "SIGKILL");
    // Nothing is done any more by a process that is on its way out.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  steps.next += 1;
}

/** The same, with a step before and after each call of these names. */
function stepping<T extends object>(target: T, room: string, names: ReadonlySet<string>): T {
  return new Proxy(target, {
    get: (_target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (!names.has(String(name))) return value.bind(target);
      return async (...given: readonly unknown[]): Promise<unknown> => {
        step(`before ${room}.${String(name)}`);
        const done: unknown = await value.apply(target, given);
        step(`after ${room}.${String(name)}`);
        return done;
      };
    },
  });
}

async function tellAndSend({ day, dieAt, ...place }: Orders): Promise<void> {
  const opened = await openLedger({ node: "teller", randomBytes, ...place });
  const alerts = stepping(opened.watchAlerts, "watchAlerts", new Set(["move"]));
  const outbox = stepping(opened.outbox, "outbox", new Set(["put", "claim", "settle", "resolve"]));
  const ledger: Ledger = new Proxy(opened, { get: (target, name) => { const value: unknown = name === "watchAlerts" ? alerts : name === "outbox" ? outbox : Reflect.get(target, name, target); return typeof value === "function" ? value.bind(target) : value; } });
  const registry = { ...registryOver(ledger, law, { day }), webhookLoopback: true };
  steps.dieAt = dieAt;
  await tellWatchers(registry);
  await sendOutbox(registry, stepping(webhookTransport({ loopback: true }), "webhook", new Set(["send"])));
  await opened.close();
}

writeSync(1, "ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  await tellAndSend(JSON.parse(line));
  writeSync(1, "done\n");
  break;
}
process.exit(0);
