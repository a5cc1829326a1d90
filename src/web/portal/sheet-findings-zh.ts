// Findings of sheets in Chinese: what is wrong with a file, a row or a cell that was handed in, and how to mend it. `text`: the words of the file
// that the finding is about, where it names any.
import type { Finding } from "../../service/index.ts";
import type { SaidProblem } from "./saying.ts";

type Facts = NonNullable<Finding["facts"]>;

const FILE_AGAIN = "请另存后重新报送。";
const SAVE_AS = `请存为\`CSV UTF-8\`或\`.xlsx\`工作簿后重新报送。`;
const FILL = "请改正单元格。";

/** By code; the codes of amounts, days and numbers that forms share stand in problems-zh.ts. */
export const sheetFindingsZh: Readonly<Record<string, (facts: Facts) => SaidProblem>> = {
  "file-empty": () => ({ message: "文件是空的。", remedy: "请报送填有内容的文件。" }),
  "file-too-large": () => ({ message: "文件过大：字节、行数或单元格数超过可以读取的数量。", remedy: "请分成几个文件报送。" }),
  "encoding-unknown": () => ({ message: "文件既不是可以识别的文本，也不是工作簿。", remedy: SAVE_AS }),
  "encoding-utf16": () => ({ message: "文件是电子表格所称的“统一码文本”，不能读取。", remedy: SAVE_AS }),
  "quotes-unbalanced": () => ({ message: "文件中有一个引号没有成对，其后的各行无法分辨。", remedy: "请把引号内的引号写成两个，并使每个单元格的引号成对。" }),
  "json-damaged": () => ({ message: "文件以`[`或`{`开头，而不能读取。", remedy: "请报送一个数组，每行一个对象。" }),
  "json-not-rows": () => ({ message: "其中有的项不是对象，或者有的值不是单一的值。", remedy: "请报送一个数组，每行一个对象，每个值是文字、数字、真假或空。" }),
  "workbook-damaged": () => ({ message: "工作簿不完整，或者各部分互相矛盾。", remedy: `请打开它，${FILE_AGAIN}` }),
  "workbook-encrypted": () => ({ message: "工作簿有密码保护，或者是旧的`.xls`格式。", remedy: "请取消密码，存为`.xlsx`后重新报送。" }),
  "workbook-unsafe": () => ({ message: "工作簿的各部分互相重叠、重名，或者指向它以外。", remedy: `请打开它，${FILE_AGAIN}` }),
  "workbook-too-large": () => ({ message: "工作簿的部分过多，或者展开后过大。", remedy: "请分成几个文件报送，并删去不需要的工作表。" }),
  "sheet-empty": () => ({ message: "工作簿没有一张可见而有内容的工作表。", remedy: "请填写工作表，或取消隐藏后重新报送。" }),
  "row-broken": () => ({ message: "这一行不完整，无法分成单元格。", remedy: "请改正这一行：一条记录一行，引号成对。" }),
  "row-too-wide": () => ({ message: "这一行的列数过多，其后的没有读取。", remedy: "请删去报送表没有的列。" }),
  "cell-too-long": () => ({ message: "单元格的文字超过电子表格允许的长度。", remedy: "请缩短文字。" }),
  "format-not-accepted": () => ({ message: "这张报送表不收这种文件。", remedy: "请下载这张报送表，以它的格式报送。" }),
  "header-not-found": () => ({ message: "没有一行是这张报送表的表头。", remedy: "请下载这张报送表，使用它的表头。" }),
  "column-missing": ({ text }) => ({ message: `缺少必需的列\`${text ?? ""}\`。`, remedy: "请补上这一列。" }),
  "column-twice": ({ text }) => ({ message: `列\`${text ?? ""}\`出现了两次。`, remedy: "请只保留一列。" }),
  "column-unknown": ({ text }) => ({ message: text === undefined ? "这一列有内容而没有表头，没有读取。" : `报送表没有列\`${text}\`，没有读取。`, remedy: "如果表头没有写错，可以不改。" }),
  "cell-without-column": () => ({ message: "单元格在最后一个表头的右边；这一行可能有未加引号的分隔符。", remedy: "请给含有分隔符的单元格加上引号。" }),
  "edition-day-not-read": ({ text }) => ({ message: `文件所写的版本日期\`${text ?? ""}\`不是日历上的一天。`, remedy: "请改正，或者在报送时写明版本日期。" }),
  "formula-in-cell": () => ({ message: "单元格里是公式；公式不会运行，其结果也不采信。", remedy: "请以值代替公式（复制后选择性粘贴为值）。" }),
  "cell-fault": ({ text }) => ({ message: `单元格里是错误值\`${text ?? ""}\`。`, remedy: FILL }),
  "cell-missing": () => ({ message: "这里是空的，而报送表要求填写。", remedy: "请填写。" }),
  "person-identifier": () => ({ message: "单元格里是自然人的身份号码。", remedy: "请删去号码：登记册只登记组织。" }),
  "number-lost-digits": () => ({ message: "单元格里的长数字被电子表格舍入，位数已经丢失。", remedy: "请把这一列设为文本格式，重新填写。" }),
  "day-out-of-range": ({ text }) => ({ message: `\`${text ?? ""}\`在1900年至2200年之外。`, remedy: "请核对年份；没有终止日的，按填写说明书写。" }),
  "flag-not-read": ({ text }) => ({ message: `\`${text ?? ""}\`既不是“是”也不是“否”。`, remedy: "请写是或否。" }),
  "choice-unknown": ({ text }) => ({ message: `\`${text ?? ""}\`不是这一列的选项。`, remedy: "请从报送表的下拉选项中选择。" }),
  "authority-unknown": ({ text }) => ({ message: `\`${text ?? ""}\`不是法规中的机关。`, remedy: "请写机关的全称、简称或编号。" }),
  "code-not-read": ({ text }) => ({ message: text === undefined ? "代码有误。" : `代码\`${text}\`有误。`, remedy: "请对照证照改正代码，写全每一位，并写在它自己的列中。" }),
  "mail-address-not-read": ({ text }) => ({ message: `\`${text ?? ""}\`不是邮件地址。`, remedy: "请改正地址，或者不填。" }),
  "name-missing": () => ({ message: "这一行没有写组织的名称。", remedy: "请填写名称。" }),
  "natural-person": () => ({ message: "这一行看来是自然人；除行号外没有保存任何内容。", remedy: "登记册只登记组织。如果是组织，请在名称或单独的列中写明组织形式后重新报送。" }),
  "row-held": () => ({ message: "这一行可能是在册的一家组织，但不能确定，等待由人判断。", remedy: "请在待定的各行中判断，或者改正名称或代码后重新报送。" }),
};
