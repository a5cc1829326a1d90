// A program that sends what waits in an outbox until nothing is due or it is killed: the other process of kill-outbox.test.ts.
// It starts, says `ready`, waits for a line of JSON on standard input, sends by SMTP at the moment it is told, and says `done`.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { smtpTransport } from "../../src/exchange/index.ts";
import { sendOutbox } from "../../src/service/send-outbox.ts";
import { openLedger } from "../../src/store/open-ledger.ts";
import { instant } from "./sample-events.ts";

interface Orders {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  readonly smtp: string;
  /** What its clock shows. */
  readonly now: string;
}

writeSync(1, "ready\n");
for await (const line of createInterface({ input: process.stdin })) {
  const { smtp, now, ...place }: Orders = JSON.parse(line);
  const transport = smtpTransport(smtp, "register@example.org");
  if (!transport.ok) throw new Error(transport.error);
  const ledger = await openLedger({ node: "sender", randomBytes, ...place });
  const unasked = (): never => {
    throw new Error("an outbox is sent by instants, not by days");
  };
  await sendOutbox({ ledger, clock: { now: () => instant(now), dayOf: unasked, startOf: unasked } }, transport.value);
  await ledger.close();
  writeSync(1, "done\n");
  break;
}
process.exit(0);
