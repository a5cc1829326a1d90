// Report: the form that asks for a credit report with what it would say, and the page that verifies one by its code. Reading writes nothing: a
// report is signed when its paper is fetched, and none is kept.
import { checkReport, previewReport, PUBLIC, PURPOSES, REPORT_BYTES_MAX, remakeReport, standingOf, type Registry } from "../../service/index.ts";
import { reportPage, verifyReportPage, type UploadedReport } from "../portal/index.ts";
import { clocksText, type Asked, type Reply } from "./asked.ts";
import { wrongOf } from "./desk-case.ts";
import { problemPage } from "./problems.ts";

/** Problems that lie in what was typed into the form, rather than in whom the page is about. */
const OF_THE_FORM: readonly string[] = ["input-invalid", "day-invalid"];

export async function report({ registry, request, clocks, frame, parameter }: Asked): Promise<Reply> {
  const typed = { purpose: request.query["purpose"] ?? "", stated: request.query["stated"] ?? "", from: request.query["from"] ?? "", until: request.query["until"] ?? "" };
  const standing = await standingOf(registry, PUBLIC, { organisation: parameter, ...clocksText(clocks) });
  if (!standing.ok) return problemPage(registry, request, standing.error, parameter, frame);
  const { file, name } = standing.value.organisation;
  const model = { file: file ?? parameter, name: name ?? parameter, purposes: PURPOSES, typed };
  if (typed.purpose === "") return { status: 200, html: reportPage(frame, model) };
  const preview = await previewReport(registry, { organisation: model.file, ...typed, ...clocksText(clocks) });
  if (preview.ok) return { status: 200, html: reportPage(frame, { ...model, preview: preview.value }) };
  if (!OF_THE_FORM.includes(preview.error.code)) return problemPage(registry, request, preview.error, parameter, frame);
  const { status, ...wrong } = wrongOf(preview.error);
  return { status, html: reportPage(frame, { ...model, wrong }) };
}

export async function verifyReport({ registry, request, frame }: Asked): Promise<Reply> {
  const code = request.query["code"] ?? "";
  return { status: 200, html: verifyReportPage(frame, { code, ...(code.trim() === "" ? {} : { remade: await remakeReport(registry, code.slice(0, CODE_LENGTH_MAX)) }) }) };
}

const CODE_LENGTH_MAX = 400;

/** What is proven of a file handed in; larger ones are not read. */
export async function uploadedReport(registry: Registry, bytes: Uint8Array | undefined): Promise<UploadedReport> {
  if (bytes === undefined || bytes.length === 0) return { kind: "none" };
  if (bytes.length > REPORT_BYTES_MAX) return { kind: "tooLarge" };
  const checked = await checkReport({ bytes, registry, digest: registry.digest });
  if (!checked.ok) throw new Error(`assertion failed: the register's own keys can be read: ${checked.error.message}`);
  return checked.value.ok ? { kind: "valid", reports: checked.value.value } : { kind: "notValid", findings: checked.value.error };
}
