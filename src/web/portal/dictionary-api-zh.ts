// The words of the pages about the API, in Chinese; dictionary-zh.ts takes them up.

export const apiZh = {
  title: "接口说明", link: "接口说明", schemas: "数据结构",
  lead: "程序能问的，都在这里：每个地址、参数、答复的结构，以及可以当场试用的表单。说明由正在运行的服务器给出，与它实际的答复逐项核对。",
  document: "完整说明（OpenAPI 3.1）", language: "字段说明取自程序本身，为英文。",
  columns: { operation: "地址", about: "用途", name: "名称", where: "位置", field: "字段", type: "类型", meaning: "含义", present: "有无", status: "状态", given: "媒体类型" },
  in: { path: "地址中", query: "问号后", header: "标头" }, required: "必填", optional: "可缺", writes: "写入", noForm: "这里没有表单。",
  writesNote: "此操作会写入，只受理本机程序发来的请求；办事请到工作台。", toDesk: "工作台",
  parameters: "参数", noParameters: "没有参数。", body: "请求正文", answer: "答复", line: "每行一条，每条的结构如下。", plain: "文本或文件，无结构说明。", problems: "可能的问题", problem: "问题说明（RFC 9457）",
  oneOf: (n: number, of: number) => `第${n}种形式，共${of}种`, always: "总有", sometimes: "有时有", noFields: "没有字段。", shape: "结构",
  try: "当场试用", tryGet: "表单直接前往该地址，答复由浏览器显示。", tryPost: "问题由服务器以公众身份提出，答复显示在本页，不作保存。", ask: "提问", choose: "不填",
  wrong: { missing: "标为必填的参数没有填写。", tooLong: "正文太长，至多20,000个字符。", foreign: "只受理本机页面提交的表单，没有提问。" }, wrongTitle: "没有提问",
  tried: "这次的答复", request: "请求", status: "状态", headers: "标头", cut: (all: string) => `答复共${all}个字符，这里只显示开头。`, empty: "没有正文。",
  examples: "示例", exampleLanguage: { sh: "curl", ts: "TypeScript", py: "Python" }, exampleNote: "地址是本服务器的，标识取自登记册里已有的内容。",
  usedBy: "用在", nowhere: "只用在操作的请求或答复里。", all: "全部操作",
  fields: (name: string) => `${name}的字段`,
};

export type ApiMessages = typeof apiZh;
