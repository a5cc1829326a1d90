// Operations of those who follow: news, days to come, watch lists and their alerts. What they write is taken from this machine alone.
import { json, JSON_TYPE, type Operation } from "./openapi-operation.ts";

const WRITTEN = [403, 404, 422] as const;
const ALERT = "/v1/watch-lists/{token}/alerts/{alert}";

export const WATCH_OPERATIONS: readonly Operation[] = [
  { id: "news", group: "watch", method: "get", path: "/v1/news", words: { en: "What the register, a list or an organisation has to tell today, as its feeds do.", zh: "登记册、名单或组织今日可公开的动态，与订阅源相同。" }, may: ["about"], answers: json("news"), problems: [404, 409, 422] },
  { id: "dates", group: "watch", method: "get", path: "/v1/dates", words: { en: "Days to come of a list, an organisation or the law, as its calendar has them.", zh: "名单、组织或法规将到的日期，与日历相同。" }, may: ["about"], answers: json("dates"), problems: [404, 409, 422] },
  { id: "make-watch", group: "watch", method: "post", path: "/v1/watch-lists", words: { en: "Makes a watch list; its token is shown once.", zh: "建立关注名单，其口令只显示一次。" }, body: { type: JSON_TYPE, question: "watched", example: ({ organisation }) => ({ organisations: [organisation], label: "Suppliers" }) }, answers: json("watchMade"), status: 201, problems: [403, 404, 409, 422], writes: true },
  { id: "watch", group: "watch", method: "get", path: "/v1/watch-lists/{token}", words: { en: "What changed for those watched, where each stands, and the alerts.", zh: "所关注组织的变动、现状以及提醒。" }, answers: json("watch"), problems: [404] },
  { id: "set-watch", group: "watch", method: "put", path: "/v1/watch-lists/{token}", words: { en: "Watches these organisations from now on, and no others.", zh: "此后只关注这些组织。" }, body: { type: JSON_TYPE, question: "watched" }, answers: json("watchSet"), problems: [403, 404, 409, 422], writes: true },
  { id: "delete-watch", group: "watch", method: "delete", path: "/v1/watch-lists/{token}", words: { en: "Deletes the list and its alerts.", zh: "删除关注名单及其提醒。" }, answers: [], status: 204, problems: [403, 404], writes: true },
  { id: "add-alert", group: "watch", method: "post", path: "/v1/watch-lists/{token}/alerts", words: { en: "Adds an alert by mail or webhook; a webhook's secret is shown once.", zh: "添加邮件或Webhook提醒，Webhook密钥只显示一次。" }, body: { type: JSON_TYPE, question: "alert", example: () => ({ target: "https://example.com/hooks/probity", pace: "daily" }) }, answers: json("alertMade"), status: 201, problems: WRITTEN, writes: true },
  { id: "remove-alert", group: "watch", method: "delete", path: ALERT, words: { en: "Removes an alert.", zh: "删除提醒。" }, answers: [], status: 204, problems: [403, 404], writes: true },
  { id: "test-alert", group: "watch", method: "post", path: `${ALERT}/test`, words: { en: "Sends a test.", zh: "发送测试。" }, body: { type: JSON_TYPE, question: "nothing" }, answers: json("alert"), status: 202, problems: WRITTEN, writes: true },
  { id: "rotate-alert", group: "watch", method: "post", path: `${ALERT}/secret`, words: { en: "A new secret for a webhook, shown once.", zh: "更换Webhook密钥，只显示一次。" }, body: { type: JSON_TYPE, question: "nothing" }, answers: json("alertMade"), problems: WRITTEN, writes: true },
  { id: "resume-alert", group: "watch", method: "post", path: `${ALERT}/resume`, words: { en: "Goes on with an alert that was stopped.", zh: "恢复已停止的提醒。" }, body: { type: JSON_TYPE, question: "nothing" }, answers: json("alert"), problems: WRITTEN, writes: true },
];
