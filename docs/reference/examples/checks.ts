const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";
const act = "cn:bid-government-procurement";

type Line = { readonly verdict: string; readonly asOf: { readonly on: string } } | { readonly error: { readonly message: string } };

const questions = [{ organisation, act }, { organisation, act, on: "2025-01-15" }];
const reply = await fetch(`${origin}/v1/checks`, {
  method: "POST", headers: { "content-type": "application/x-ndjson" },
  body: questions.map((question) => `${JSON.stringify(question)}\n`).join(""),
});
if (!reply.ok) throw new Error(await reply.text());
for (const text of (await reply.text()).trimEnd().split("\n")) {
  const line = JSON.parse(text) as Line;
  process.stdout.write("error" in line ? `not answered: ${line.error.message}\n` : `${line.asOf.on} ${line.verdict}\n`);
}
