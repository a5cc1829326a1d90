const origin = "http://127.0.0.1:8080";
const organisation = "91990101MA0FERRY0G";
const act = "cn:bid-government-procurement";

interface Evaluation {
  readonly decision: boolean;
  readonly context: { readonly verdict: "bound" | "clear" | "undetermined"; readonly words: { readonly en: { readonly sentence: string } } };
}

const reply = await fetch(`${origin}/access/v1/evaluation`, {
  method: "POST", headers: { "content-type": "application/json" },
  body: JSON.stringify({ subject: { type: "organisation", id: organisation }, action: { name: act }, context: { explain: true } }),
});
if (!reply.ok) throw new Error(await reply.text());
const { decision, context } = (await reply.json()) as Evaluation;
process.stdout.write(`${decision ? "may" : "may not"}: ${context.verdict}. ${context.words.en.sentence}\n`);
