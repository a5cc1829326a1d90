// The words of the pages about suppliers, in Chinese; dictionary-zh.ts takes them up.
import type { SupplierHow, SupplierRowView, SupplierShown, SuppliersWrong } from "./view-models-suppliers.ts";

type Refused = Extract<SupplierRowView, { readonly kind: "refused" }>["why"];
type Held = Extract<SupplierRowView, { readonly kind: "held" }>["why"];

/** Of findings about a file; what is not here is said by `unreadable`. */
const findings: Readonly<Record<string, string>> = {
  "file-empty": "文件是空的。", "file-too-large": "文件的行或单元格太多。请分成几个文件。", "encoding-unknown": "文件的编码认不出来。请存为UTF-8编码的CSV，或存为.xlsx。", "encoding-utf16": "文件是UTF-16编码。请存为UTF-8编码的CSV，或存为.xlsx。",
  "quotes-unbalanced": "CSV里有引号没有配对。请在表格软件里另存一次。", "json-damaged": "JSON不完整，读不了。", "json-not-rows": "JSON不是由行组成的。", "workbook-damaged": "工作簿已损坏。请在表格软件里打开，另存为新的.xlsx。",
  "workbook-encrypted": "工作簿有密码，或者是旧的.xls格式。请去掉密码，存为.xlsx。", "workbook-unsafe": "工作簿里有正常的工作簿不会有的部分，没有打开。请只留数值，另存为新的.xlsx。", "workbook-too-large": "工作簿展开后太大，没有打开。请只留名称和代码，另存为新的.xlsx。", "sheet-empty": "工作表是空的。",
};

export const suppliersZh = {
  title: "整份供应商名单一次查清", short: "供应商名单", link: "核对整份供应商名单",
  lead: "交来名称和代码的清单，逐行回答：是登记册里的哪个组织，现在受不受限，最早何时有出路。", nothingKept: "交来的内容不保存，也不写入日志。",
  file: "表格文件", fileNote: (rows: string) => `.xlsx或CSV，至多10 MB、${rows}行。只读标题为名称、代码、国家的列；没有标题时只读第一个文字列。`,
  or: "或者", lines: "逐行粘贴", linesNote: "一行一个：名称，或者代码，或者名称与代码之间用制表符或逗号隔开。", linesExample: "示例贸易有限公司, 91990101MA0FERRY0G",
  act: "事项", anyAct: "全部事项（取最重的状态）", send: "核对", again: "重新核对", another: "核对另一份名单", place: "地点",
  result: (rows: string) => `供应商名单：共${rows}行`, forAct: "状态针对", overAll: "状态取全部事项中最重的",
  counts: { matched: "已对上", held: "待选择", absent: "此处无档案", refused: "未受理" }, countNotes: { matched: "对上登记册里的一个组织", held: "可能指几个组织，或与档案有矛盾", absent: "不等于不受限", refused: "只记行号" },
  bySign: "已对上的", rows: "逐行结果", show: "显示", shown: { all: "全部行", bound: "受限", undetermined: "无法确定", may: "可能受限", favoured: "优待", clear: "不受限", held: "待选择", absent: "此处无档案", refused: "未受理" } satisfies Record<SupplierShown, string>,
  showing: (n: string, total: string) => `显示${total}行中的${n}行`, none: "没有这样的行。", noneNote: "请改选要显示的行。",
  columns: { row: "行", asked: "交来的", organisation: "登记册里的", state: "状态", earliest: "最早出路" },
  how: { file: "按档案号", code: "按代码", name: "名称完全相同", alias: "别名或曾用名完全相同", score: "按比对结果", chosen: "由您选择", part: "名称的一部分相同", near: "名称只差一个字" } satisfies Record<SupplierHow["by"], string>,
  score: (score: string, parts: string) => `${score}／1000分：${parts}`, part: { name: "名称", code: "代码", country: "国家", address: "地址", form: "组织形式", local: "本地文字的名称", branch: "分支机构", number: "名称里的数字" } as Readonly<Record<string, string>>,
  otherName: "交来的名称不是它在案的名称", inActs: (n: number) => `${n}项`, notThen: "所问时点尚无档案",
  held: "待选择", heldWhy: { several: "可能指其中任何一个，请选择：", contradicts: "与档案有矛盾，请核实后选择：", uncertain: "不够确定，请核实后选择：" } satisfies Record<Held, string>, choose: (name: string) => `第几行指的是：${name}`, notChosen: "都不是，或先不选",
  absent: "此处无档案", absentNote: "不等于不受限：别处可能有记录，名称也可能写得不同。", search: "查询",
  refused: { person: "看来是自然人的号码。本登记册没有自然人，这一行没有查询，内容不再显示。", formula: "单元格里是公式。请改成数值。", broken: "这一行读不了。", long: "文字太长，超过300个字符。", code: "这一行没有名称，而代码不成立。" } satisfies Record<Refused, string>, refusedMark: "未受理",
  download: "带走", csv: "CSV", xlsx: "工作簿", receipt: "签名回执（整份一张）", receiptNote: "选定事项后可取回执。",
  wrong: { nothing: "没有选择文件，也没有粘贴任何内容。", unreadable: "文件里没有能读的供应商名单。请交.xlsx或CSV，每行一个供应商。", tooMany: "行数太多。请分成几份。", tooLarge: "文件超过10 MB。请只留名称和代码，或分成几份。", tooLong: "粘贴的内容太长。请改交文件，或分成几份。", act: "所选日期的法规没有这个事项，或不能在这个地点办理。请另选。", receipt: "回执会过大。请分成几份，每份一张回执。", nothingMatched: "没有一行对上组织，没有可以关注的。", foreign: "关注名单只能从本机的页面建立和删除；什么都没有写入。" } satisfies Record<SuppliersWrong["kind"], string>,
  watch: {
    title: "关注名单", keep: "继续关注这些组织", keepNote: (matched: string) => `已对上的${matched}个组织会得到一个只有您知道的地址：每天早上看有什么变化，也可以订阅。只保存档案号和您写的名称。`, label: "名称", make: "建立关注名单",
    lead: (n: string) => `关注${n}个组织：近日变化和今天的状态。`, secret: "请保存本页地址：有地址的人都能看到，别处找不到。登记册只存地址的摘要。",
    changes: "有什么变化", since: "自", today: "今天的状态", none: (days: string) => `近${days}天没有可以公开告知的变化。`, noneNote: "登记册没有就这些组织公布新的列入。", endedNote: "已经结束的列入不再公开是谁的，所以不在这里出现；今天的状态已经反映。",
    day: "日期", what: "变化", list: "名单", told: { listed: "列入", published: "公布列入" }, feeds: "订阅", feedsNote: "有变化时，阅读器会收到", entry: (name: string, what: string, list: string) => `${name}：${what}，${list}`, feedTitle: (label: string) => `关注名单：${label}`,
    delete: "删除", deleteNote: "删除后，本页和订阅地址都不再有效。", deleteButton: "删除这份关注名单",
  },
  findings, fileName: "供应商名单核对", sheetHow: "怎样对上", sheetCode: "代码", sheetFile: "档案号",
};

export type SuppliersMessages = typeof suppliersZh;
