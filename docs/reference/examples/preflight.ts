const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";
const type = "cn:administrative-penalty";

interface Preflight { readonly proposals: readonly { readonly list: string }[]; readonly plan: readonly unknown[] }

const reply = await fetch(`${origin}/v1/organisations/${encodeURIComponent(organisation)}/preflight?${new URLSearchParams({ type })}`);
if (!reply.ok) throw new Error(await reply.text());
const { proposals, plan } = (await reply.json()) as Preflight;
process.stdout.write(`${proposals.length} lists could follow, ${plan.length} ways out\n`);
