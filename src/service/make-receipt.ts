// Make a receipt: what was answered becomes lines, and the lines, one or a whole lot, become one signed text. What was withheld from the
// asker is withheld here in the same way: the line is made of the answer that was given.
import { randomBytes } from "node:crypto";
import { err, ok, parseLawId, parsePosition, type Digest, type JsonObject, type Names, type Position, type Result } from "../domain/terms/index.ts";
import type { Rulebook } from "../domain/rules/index.ts";
import { explain, type Answer, type Asker } from "../domain/restrictions/index.ts";
import { lineText, SALT_BYTES, sealReceipt, type AskedInReceipt, type ReceiptAnswer, type ReceiptLine } from "../domain/proof/index.ts";
import type { CheckRequest } from "./check-organisation.ts";
import { underRulebook } from "./kept-rulebooks.ts";
import { problem, type Problem } from "./problem.ts";
import { receiptSigner } from "./receipt-keys.ts";
import type { Registry } from "./registry.ts";

/** A question and what was said to it. `asked` is undefined where the question could not be read. */
export interface Answered {
  readonly asked: CheckRequest | undefined;
  readonly said: Result<Answer, { readonly code: string; readonly message: string }>;
}

/** The line of a receipt about one question, as text to be handed to `issueReceipt`. */
export async function receiptLine(registry: Registry, { asked, said }: Answered): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString("base64url");
  if (!said.ok) {
    const { code, message } = said.error;
    // Who asked about a person is not to carry the number about on a signed paper.
    return lineText({ kind: "error", salt, asked: code === "not-an-organisation" || asked === undefined ? null : askedIn(asked), error: { code, message: message.toWellFormed() } });
  }
  const { words: _words, ...answer } = said.value;
  const rulebook = await rulebookOf(registry, answer.asOf.rulebook);
  const line: ReceiptLine = {
    kind: "answer", salt, asked: asked === undefined ? null : askedIn(asked), answer: plainAnswer(answer), words: explain(answer, rulebook), names: namesIn(answer, rulebook),
    commitment: await commitmentAt(registry, answer.asOf.known),
  };
  return lineText(line);
}

/** The receipt for one line or many, in the order they were asked. An error where it would be larger than anybody reads. */
export async function issueReceipt(registry: Registry, asker: Asker, lines: readonly string[]): Promise<Result<string, Problem>> {
  const signer = await receiptSigner(registry);
  const sealed = sealReceipt({ asker: asker.kind, issuedAt: registry.clock.now(), lines, signer, digest: registry.digest });
  return sealed.ok ? sealed : err(problem("receipt-too-large", `a receipt for ${lines.length} lines would be larger than receipts are read`, "Ask in several lots, each with a receipt of its own."));
}

/** The receipt of a single question. */
export async function receiptOf(registry: Registry, asker: Asker, asked: CheckRequest, answer: Answer): Promise<Result<string, Problem>> {
  return issueReceipt(registry, asker, [await receiptLine(registry, { asked, said: ok(answer) })]);
}

/** The answer without its words, as plain JSON: what is signed, and what a later answer is compared with. */
export function plainAnswer(answer: Omit<Answer, "words">): ReceiptAnswer {
  const plain: JsonObject = JSON.parse(JSON.stringify(answer));
  return { ...plain, organisation: { ...answer.organisation }, act: answer.act, verdict: answer.verdict, decision: answer.decision, asOf: { ...answer.asOf } };
}

function askedIn({ explain: _explain, ...asked }: CheckRequest): AskedInReceipt {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value.toWellFormed()]));
}

async function rulebookOf(registry: Registry, hash: Digest): Promise<Rulebook> {
  const under = await underRulebook(registry, hash);
  if (!under.ok) throw new Error(`assertion failed: the rulebook \`${hash}\` that has just answered is here`);
  return under.value.rulebook;
}

/** What the act and the lists are called whose editions the answer rests on. */
function namesIn({ act, asOf }: Omit<Answer, "words">, rulebook: Rulebook): Readonly<Record<string, Names>> {
  return Object.fromEntries([act.split("@")[0] ?? "", ...Object.keys(asOf.editions)].flatMap((text) => {
    const id = parseLawId(text);
    const names = id.ok ? rulebook.find(id.value)?.names : undefined;
    return names === undefined ? [] : [[text, { en: names.en, ...(names.zh === undefined ? {} : { zh: names.zh }) }]];
  }));
}

/** Of the event at a position; null before the first. */
export async function commitmentAt({ ledger }: Pick<Registry, "ledger">, position: Position): Promise<Digest | null> {
  const before = parsePosition(String(position - 1));
  const [event] = before.ok ? await ledger.read({ after: before.value, upTo: position }) : [];
  return event?.commitment ?? null;
}
