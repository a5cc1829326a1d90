// The words of handing in files, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { SheetView, SubmissionRowView } from "./view-models-handin.ts";

const figure = (n: number): string => n.toLocaleString("zh-CN");

export const handinZh = {
  title: "报送文件", lead: "填好报送表后在这里报送。每一行成为一条记录，或者是重复的、待定的、被拒收的；收下的各行一起入册。有问题的原样还给您，并在旁边写明如何改正。",
  toHandIn: "报送文件", toHandInNote: "报送记录和名单，下载报送表，撤回有误的批次，判断待定的各行",
  form: "报送", sheet: "报送表", chooseSheet: "请选择报送表", file: "文件", fileNote: (megabytes: number) => `工作簿（.xlsx）、CSV或JSON，不超过${megabytes} MB。`, asOf: "版本日期", asOfNote: "名单在哪一天的情况；不填则取文件所写的日期，文件没有写的取其中最新的日期。",
  strict: "有任何问题即整份不收", strictNote: "不勾选时，没有问题的各行入册，其余还给您。", send: "报送文件",
  cancelled: "报送已取消，没有留下任何内容。", noSheets: "本机关没有可以报送的表。", noSheetsNote: "名单的报送表由名单的主管机关及其下级报送；记录的报送表由有记录职权的机关报送。",
  recent: "正在报送和刚刚结束的", recentNote: (minutes: number) => `结束后在内存中保留${minutes}分钟`, recentColumns: { file: "文件", sheet: "报送表", state: "状态" },
  states: { running: "正在报送", done: "已入册", refused: "没有收下", fault: "出错" } satisfies Record<SubmissionRowView["state"], string>,
  sheets: "报送表", sheetsNote: "工作簿中有下拉选项和填写说明；表头请保持原样", sheetColumns: { sheet: "报送表", about: "内容", required: "必填的列", columns: "列数", download: "下载" },
  kinds: { record: "记录", list: "名单", organisation: "组织" } satisfies Record<SheetView["kind"], string>, complete: "完整版本：不再列出的即行终止", notInForce: "现已不施行", workbook: (name: string) => `XLSX，${name}`, csv: (name: string) => `CSV，${name}`,
  batches: "已报送的批次", batchesNote: "最近的在最上面", noBatches: "本机关还没有报送过文件。", noBatchesNote: "报送后的批次列在这里。", older: (n: number) => `另有更早的${n}个批次。`,
  batchColumns: { day: "报送日期", sheet: "报送表", rows: "行数", records: "入册", duplicates: "重复", held: "待定", refused: "拒收", state: "状态" }, openBatch: (sheet: string, day: string) => `查看${day}报送的${sheet}`, withdrawnWord: "已撤回", waitingWord: (n: number) => `${n}行待定`, inForce: "有效",
  running: { title: (name: string) => `正在报送${name}`, note: "本页自动更新。各行存入之前可以取消，取消后不留任何内容。", cancel: "取消报送", progress: "进度", rows: (done: string, total: string) => `${done} / ${total}`, refresh: "刷新进度" },
  steps: { reading: "正在读取文件", "looking up codes": "正在查对代码", "looking up records": "正在查对记录", "looking for organisations": "正在查找组织", "comparing with what is on file": "正在与登记册比对", storing: "正在存入" } as Readonly<Record<string, string>>,
  done: {
    title: (name: string) => `${name}的报送结果`, all: (n: number) => `全部${figure(n)}行已入册。`, some: (records: number, rows: number) => `${figure(rows)}行中有${figure(records)}行入册。`, none: "没有新的记录入册。", repeated: "这份文件以前报送过，没有改动任何内容。", repeatedNote: "下面是当时的批次。", tooLate: "来不及取消：报送已经结束。有误的批次可以撤回。",
    counts: { rows: "行数", records: "入册", duplicates: "重复", held: "待定", refused: "拒收" }, batch: "批次", asOf: "版本日期", asOfWord: "版本日期", inferred: "推定", joins: (n: number) => `${n}行并入了在册的组织。`, since: (changed: number, gone: number) => `与上一版本相比：${changed}行有变化，${gone}行不再列出。`,
    toBatch: "查看批次", again: "改正后再次报送",
  },
  refused: { title: (name: string) => `${name}没有收下` }, fault: { head: "报送时出错，没有存入任何内容。", note: (reference: string) => `请再报送一次；仍然如此时，请报告编号${reference}。` },
  findings: "问题和更正方法", findingsNote: (n: number) => `共${n}处`, moreFindings: (n: number) => `另有${n}处，全部写在批注副本中。`, noFindings: "没有发现问题。", noFindingsNote: "每一行都符合报送表。",
  copy: "下载批注副本", copyNote: (minutes: number) => `副本是您报送的文件，每处问题写在它所在的行。文件只在内存中保留${minutes}分钟，只给本机关，然后删除。改正后可以直接再次报送，批注的两列不会读取。`,
  held: "待定的各行", heldNote: "每一行由人判断是哪一家组织", row: (n: number) => `第${n}行`, rowWord: "行号", candidates: "可能是", newOne: "都不是：这是一家还没有在册的组织", because: "理由", reason: "判断的理由", settle: "按此判断", settleFor: (n: number) => `按此判断第${n}行`, noCandidates: "现在没有可能的组织。",
  why: { "its code and its name point to different organisations": "它的代码和名称指向不同的组织。", "it may be an organisation on file, and that is not certain": "它可能是在册的一家组织，但不能确定。" } as Readonly<Record<string, string>>,
  batch: {
    day: "报送于", title: (sheet: string) => `批次：${sheet}`, settled: "已判断，这一行已入册。", taken: "批次已撤回；此后的答复如同从未报送过它。", withdrawn: (reason: string) => `已撤回。理由：${reason}`,
    take: "撤回批次", takeNote: "撤回之后，一切答复如同从未报送过它；登记册仍保存曾经报送和撤回的事实。", reason: "撤回的理由", takeButton: "撤回这一批次", refusedRows: "被拒收的行", refusedNote: "除行号和原因外没有保存任何内容", codes: "原因", back: "返回报送", noHeld: "没有待定的行。",
  },
  said: { noFile: "没有选择文件。", noFileRemedy: "请选择一份文件后再报送；没有写入任何内容。", noReason: "没有写明理由。", noReasonRemedy: "请写明理由；没有写入任何内容。", noChoice: "没有选择是哪一家组织。", noChoiceRemedy: "请从可能的组织中选择，或者选择都不是；没有写入任何内容。", over: "文件过大。", overRemedy: "请分成几个文件报送；没有写入任何内容。", settleHere: "请在本页判断，或者改正名称或代码后重新报送。" },
};
export type HandinMessages = typeof handinZh;
