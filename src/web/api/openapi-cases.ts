// Operations of those who act: cases and their steps, offices, submissions. What they write is taken from this machine alone.
import { json, JSON_TYPE, type Operation } from "./openapi-operation.ts";

const WRITTEN = [403, 404, 409, 422] as const;

export const CASE_OPERATIONS: readonly Operation[] = [
  { id: "open-case", group: "cases", method: "post", path: "/v1/cases", words: { en: "Proposes a listing or opens a case.", zh: "提出列入建议或启动案件。" }, may: ["key"], body: { type: JSON_TYPE, question: "opening" }, answers: json("step"), status: 201, problems: WRITTEN, writes: true },
  { id: "step", group: "cases", method: "post", path: "/v1/cases/{matter}/steps", words: { en: "Takes a step in a case.", zh: "办理案件的一个步骤。" }, may: ["key"], body: { type: JSON_TYPE, question: "step" }, answers: json("step"), problems: WRITTEN, writes: true },
  { id: "decisions", group: "cases", method: "post", path: "/v1/cases/decisions", words: { en: "A step in each of up to 500 cases, in one append.", zh: "一次为最多500个案件各办理一个步骤。" }, may: ["key"], body: { type: JSON_TYPE, question: "decisions" }, answers: json("decisions"), problems: WRITTEN, writes: true },
  { id: "case", group: "cases", method: "get", path: "/v1/cases/{matter}", words: { en: "The whole path of a case, for those it concerns.", zh: "案件全程，仅对相关方显示。" }, may: ["as"], answers: json("case"), problems: [403, 404, 422] },
  { id: "cases", group: "cases", method: "get", path: "/v1/organisations/{organisation}/cases", words: { en: "The cases of an organisation, for those they concern.", zh: "组织的案件，仅对相关方显示。" }, may: ["as"], answers: json("cases"), problems: [403, 404, 409, 422] },
  { id: "offices", group: "cases", method: "get", path: "/v1/offices", words: { en: "The offices with their posts.", zh: "机关及其岗位。" }, answers: json("offices") },
  { id: "worklist", group: "cases", method: "get", path: "/v1/offices/{office}/worklist", words: { en: "What waits for an office, for that office.", zh: "机关待办，仅对该机关显示。" }, may: ["as"], answers: json("worklist"), problems: [403, 404, 422] },
  { id: "releases", group: "cases", method: "get", path: "/v1/offices/{office}/releases", words: { en: "The ends an office takes over, for that office.", zh: "机关须接收的解除信息，仅对该机关显示。" }, may: ["as"], answers: json("releases"), problems: [403, 404, 422] },
  { id: "measures", group: "cases", method: "get", path: "/v1/offices/{office}/measures", words: { en: "Measures that are an office's to decide and those that bind through it, for that office.", zh: "留给机关决定的措施和经其约束的措施，仅对该机关显示。" }, may: ["limit", "cursor", "as"], answers: json("measures"), problems: [403, 404, 422] },
  { id: "answer-measures", group: "cases", method: "post", path: "/v1/offices/{office}/measures", words: { en: "Decides measures, or reports what became of them.", zh: "决定措施，或者反馈执行情况。" }, may: ["key"], body: { type: JSON_TYPE, question: "measureAnswers" }, answers: json("answeredMeasures"), problems: WRITTEN, writes: true },
  { id: "office-memoranda", group: "cases", method: "get", path: "/v1/offices/{office}/memoranda", words: { en: "What memoranda ask of an office, and of others because of its lists, for that office.", zh: "备忘录要求该机关做什么、要求其他机关因其名单做什么，仅对该机关显示。" }, may: ["as"], answers: json("memorandaOfOffice"), problems: [403, 404, 422] },
  { id: "acknowledge", group: "cases", method: "post", path: "/v1/offices/{office}/acknowledgements", words: { en: "Says that releases were taken over.", zh: "确认已接收解除信息。" }, may: ["key"], body: { type: JSON_TYPE, question: "acknowledgements" }, answers: json("acknowledged"), problems: WRITTEN, writes: true },
  { id: "overdue", group: "cases", method: "get", path: "/v1/releases/overdue", words: { en: "By authority: releases not taken over.", zh: "按机关列出未接收的解除信息。" }, answers: json("overdue") },
  {
    id: "hand-in", group: "submissions", method: "post", path: "/v1/submissions", words: { en: "Hands a file in; it is read in the background.", zh: "报送文件，后台读取。" }, needs: ["template"], may: ["by", "name", "asOf", "strict", "key"],
    body: { type: "application/octet-stream" }, answers: json("submission"), status: 202, problems: [403, 409, 422], writes: true,
  },
  { id: "submission", group: "submissions", method: "get", path: "/v1/submissions/{submission}", words: { en: "How far it is, and what came of it.", zh: "报送的进度与结果。" }, may: ["as"], answers: json("submission"), problems: [403, 404] },
  { id: "copy", group: "submissions", method: "get", path: "/v1/submissions/{submission}/copy", words: { en: "The annotated copy.", zh: "批注副本。" }, may: ["as", "language"], answers: [{ type: "application/octet-stream" }], problems: [403, 404, 422] },
  { id: "cancel", group: "submissions", method: "delete", path: "/v1/submissions/{submission}", words: { en: "Stops it; nothing of it is left.", zh: "中止报送，不留任何内容。" }, may: ["as"], answers: [], status: 204, problems: [403, 404, 409], writes: true },
];
