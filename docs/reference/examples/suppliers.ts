const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";

interface Row { readonly row: number; readonly is: "matched" | "held" | "absent" | "refused"; readonly state?: string }

const reply = await fetch(`${origin}/v1/suppliers`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify([{ code: organisation }, { name: "Nobody Ltd." }]) });
if (!reply.ok) throw new Error(await reply.text());
const { rows } = (await reply.json()) as { readonly rows: readonly Row[] };
for (const { row, is, state } of rows) process.stdout.write(`${row}: ${is}${state === undefined ? "" : `, ${state}`}\n`);
