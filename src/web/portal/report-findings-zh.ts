// Findings about a credit report handed in to be verified, in Chinese; problems-zh.ts takes them up.
import type { SaidProblem } from "./saying.ts";

const ASK_AGAIN = "请勿依赖；请向交给您的人索取登记册原样的文件，或者向登记册再次查询。";
const GIVE = "请原样交出登记册出具的PDF或签名文件。";

export const reportFindingsZh = {
  "report-too-large": () => ({ message: "文件过大，登记册出具的纸件和供验证的文件都没有这么大。", remedy: "请核对是否为所收到的文件；很大的批次请逐份验证。" }),
  "report-cut-off": () => ({ message: "文件开头是签名报告，而中途截断。", remedy: "请再次索取完整的文件。" }),
  "not-a-report": () => ({ message: "这不是登记册的信用报告，或者其中没有、不止一份签名文件：可能经打印或另存。", remedy: `${GIVE}也可以输入纸件上的验证码。` }),
  "report-newer": () => ({ message: "报告的版本比这里能读的更新。", remedy: "请用更新的程序验证。" }),
  "paper-changed": () => ({ message: "PDF内的签名文件有效，而纸面不是按签名内容绘制的那一份：被改动、经其他程序另存，或由另一版本绘制。", remedy: "请勿依赖纸面所示；可以取出所附的签名文件单独验证。" }),
  "not-canonical": () => ({ message: "文件的写法不是签名报告的写法：被改动，或经编辑器重新排版。", remedy: "请索取逐字节不变的原文件。" }),
  "signature-refused": () => ({ message: "签名不予接受：其头部不是登记册签名的头部。", remedy: ASK_AGAIN }),
  "signature-wrong": () => ({ message: "签名与内容不符：内容被改动，或有人冒用密钥之名。", remedy: ASK_AGAIN }),
  "content-changed": () => ({ message: "签名之后内容被改动、删去、添加或移位。", remedy: ASK_AGAIN }),
  "key-unknown": () => ({ message: "签名的密钥不是本登记册的：由其他登记册签名，或者密钥集已旧。", remedy: "请到出具报告的登记册验证。" }),
  "key-revoked": () => ({ message: "签名的密钥在报告所称的出具时间之前已经作废。", remedy: ASK_AGAIN }),
} as const satisfies Record<string, () => SaidProblem>;
