const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";

const reply = await fetch(`${origin}/v1/organisations/${encodeURIComponent(organisation)}/report?purpose=tender`);
if (!reply.ok) throw new Error(await reply.text());
const { lines } = (await reply.json()) as { readonly lines: readonly { readonly line: { readonly code: string } }[] };
for (const { line: { code } } of lines) {
  const verified = await fetch(`${origin}/v1/verify-report?${new URLSearchParams({ code })}`);
  const { kind } = (await verified.json()) as { readonly kind: string };
  process.stdout.write(`${code}: ${kind}\n`);
}
