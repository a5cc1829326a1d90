// Remake a report: what the register finds behind a verification code. It makes the report again as it was when it was issued, to see whether the
// code is of it; what it shows is only what may be shown today. Nothing was kept and nothing is written.
import { parsePosition, type Digest, type Position, type Result } from "../domain/terms/index.ts";
import { differencesOf, pieceOf, readReportCode, coreDigest, type CodeParts, type CodeProblem, type ReportContent, type ReportDifference } from "../domain/proof/index.ts";
import { joinedFiles, keyOf } from "../domain/register/index.ts";
import { underRulebook } from "./kept-rulebooks.ts";
import type { Problem } from "./problem.ts";
import { readOrganisation } from "./read.ts";
import { today, type Registry } from "./registry.ts";
import { reportContent, reportGround, rulebookAdoptedBy } from "./report-content.ts";

export type Remade =
  | { readonly kind: "unreadable"; readonly problem: CodeProblem }
  /** The register has not come to that position, or knows no such organisation there: another register's, or a copy from before. */
  | { readonly kind: "elsewhere"; readonly parts: CodeParts }
  /** What the report rested on has had to be forgotten since: the code can no longer be held against it. */
  | { readonly kind: "forgotten"; readonly parts: CodeParts; readonly positions: readonly Position[] }
  /** The register says something else of that position than the code does. */
  | { readonly kind: "notIssued"; readonly parts: CodeParts }
  | {
      readonly kind: "issued";
      readonly parts: CodeParts;
      readonly code: string;
      /** What it said, as far as that may be shown today. */
      readonly said: ReportContent;
      /** Something in it is no longer public, or was forgotten; what, is told to nobody. */
      readonly less: boolean;
      /** The same question today; null where the organisation is no longer on file. */
      readonly today: ReportContent | null;
      readonly differences: readonly ReportDifference[];
    };

/** What the register finds behind a code, as somebody typed it. */
export async function remakeReport(registry: Registry, text: string): Promise<Remade> {
  const read = readReportCode(text);
  if (!read.ok) return { kind: "unreadable", problem: read.error };
  const { parts, piece, text: code } = read.value;
  const known = parsePosition(String(parts.known));
  if (!known.ok || known.value > (await registry.ledger.head())) return { kind: "elsewhere", parts };
  const under = await underRulebook(registry, await rulebookAdoptedBy(registry, parts.known));
  if (!under.ok) return { kind: "notIssued", parts };
  const issued = await contentOf(asIssued(under.value, parts), parts);
  if (!issued.ok) return { kind: "elsewhere", parts };
  if (pieceOf(coreDigest(issued.value, registry.digest)) !== piece) {
    const positions = await forgottenOf(registry, parts);
    return positions.length > 0 ? { kind: "forgotten", parts, positions } : { kind: "notIssued", parts };
  }
  const said = await contentOf(under.value, parts);
  if (!said.ok) return { kind: "elsewhere", parts };
  const now = await contentOf(registry, { ...parts, on: today(registry), law: today(registry), known: await registry.ledger.head() });
  return {
    kind: "issued", parts, code, said: said.value, less: !sameCore(issued.value, said.value, registry.digest), today: now.ok ? now.value : null,
    differences: now.ok ? differencesOf(said.value, now.value) : [],
  };
}

/** The register as it was when the report was issued: by its clock, and with what was public then. */
function asIssued({ publishedBy: _since, index: _newest, ...registry }: Registry, { issuedAt }: CodeParts): Registry {
  return { ...registry, publishedAsKnown: true, clock: { ...registry.clock, now: () => issuedAt, dayOf: (instant, zone) => registry.clock.dayOf(instant, zone), startOf: (day, zone) => registry.clock.startOf(day, zone) } };
}

async function contentOf(registry: Registry, { file, on, law, known, period, purpose, issuedAt }: CodeParts): Promise<Result<ReportContent, Problem>> {
  const ground = await reportGround(registry, { clocks: { on, law, known }, period, purpose, issuedAt });
  return reportContent(ground, file);
}

function sameCore(a: ReportContent, b: ReportContent, digest: (bytes: Uint8Array) => Digest): boolean {
  return coreDigest(a, digest) === coreDigest(b, digest);
}

/** Positions of events about the organisation, of that time, whose content the register has had to forget since. */
async function forgottenOf(registry: Registry, { file, known }: CodeParts): Promise<readonly Position[]> {
  const { register } = await readOrganisation(registry, file, []);
  const events = await registry.ledger.read({ keys: joinedFiles(register, file).map(keyOf.file), upTo: known });
  return events.filter((event) => event.body === null).map(({ position }) => position);
}
