const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";

const reply = await fetch(`${origin}/v1/organisations/${encodeURIComponent(organisation)}/standing`);
if (!reply.ok) throw new Error(await reply.text());
const { acts, asOf } = (await reply.json()) as { readonly acts: readonly { readonly act: string; readonly verdict: string }[]; readonly asOf: { readonly on: string; readonly known: number } };
const bound = acts.filter(({ verdict }) => verdict === "bound");
process.stdout.write(`on ${asOf.on}, as known at ${asOf.known}: ${bound.length} of ${acts.length} acts are closed\n`);
