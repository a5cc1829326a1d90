// Alerts of watch lists: made and looked after from the page of the list; confirmed and stopped by whoever reads their letters.
import { addAlert, alertOfReader, answerOfReader, removeAlert, resumeAlert, rotateSecret, testAlert, type AlertMade, type Problem, type Result } from "../../service/index.ts";
import { alertReaderPage, watchAddress, type AlertsModel } from "../portal/index.ts";
import { textOf, type Form } from "../form.ts";
import { statusOf } from "../api/problem.ts";
import type { Asked, Reply } from "./asked.ts";
import { wrongOf } from "./desk-case.ts";
import { problemPage } from "./problems.ts";
import { watchShown } from "./watch.ts";

/** Makes one, and shows the list's page with its secret, or with what is wrong. */
export async function alertMade(asked: Asked, form: Form): Promise<Reply> {
  const target = textOf(form, "target");
  const made = await addAlert(asked.registry, asked.parameter, { target, pace: textOf(form, "pace") === "atOnce" ? "atOnce" : "daily", language: asked.request.language, site: asked.request.origin });
  if (!made.ok) return refused(asked, made.error, { typed: target });
  return withSecret(asked, made.value);
}

/** Whatever else a button of one alert asks. */
export async function alertChanged(asked: Asked, form: Form, id: string): Promise<Reply> {
  const { registry, parameter: token } = asked;
  const what = textOf(form, "do");
  if (what === "rotate") {
    const rotated = await rotateSecret(registry, token, id);
    return rotated.ok ? withSecret(asked, rotated.value) : refused(asked, rotated.error, {});
  }
  const doing: Promise<Result<unknown, Problem>> = what === "test" ? testAlert(registry, token, id) : what === "resume" ? resumeAlert(registry, token, id) : removeAlert(registry, token, id);
  const done = await doing;
  return done.ok ? { location: `${watchAddress(asked.frame, token)}#alerts` } : refused(asked, done.error, {});
}

async function withSecret(asked: Asked, { alert, secret }: AlertMade): Promise<Reply> {
  return watchShown(asked, 200, secret === null ? { asked: alert.target } : { secret: { target: alert.target, secret } });
}

function refused(asked: Asked, error: Problem, more: Pick<AlertsModel, "typed">): Promise<Reply> {
  return error.code === "watch-unknown" ? problemPage(asked.registry, asked.request, error, "") : watchShown(asked, statusOf(error), { ...more, wrong: wrongOf(error) });
}

/** What the reader of an address sees. */
export async function alertReader({ registry, request, frame, parameter: code }: Asked): Promise<Reply> {
  const found = await alertOfReader(registry, code);
  return found.ok ? { status: 200, html: alertReaderPage({ ...frame, path: `/watch-alerts/${code}` }, { ...found.value, code }) } : problemPage(registry, request, found.error, "");
}

/** The reader's word. */
export async function alertAnswered({ registry, request, parameter: code }: Asked, form: Form): Promise<Reply> {
  const answered = await answerOfReader(registry, code, textOf(form, "do") === "yes");
  return answered.ok ? { location: `/${request.language}/watch-alerts/${code}` } : problemPage(registry, request, answered.error, "");
}
