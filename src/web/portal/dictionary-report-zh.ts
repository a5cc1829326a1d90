// The words of the page that asks for a credit report and of the page that verifies one, in Chinese; dictionary-zh.ts takes them up. They give the
// shape for the other language. What a report itself says is worded where it is printed.
export const reportZh = {
  title: (name: string) => `${name}：公共信用报告`, head: "公共信用报告", tool: "信用报告",
  lead: "一份签名的报告，按所述用途和期间说明登记册上可以公开的内容，用来代替各机关的一叠无违法违规证明。",
  form: "用途与期间", purpose: "用途", choose: "请选择", stated: "用途说明", statedHint: "选“其他用途”时必填，其他情况可以不填；200字以内。",
  from: "期间首日", until: "期间之后的首日", periodHint: "期间不含末项所填之日。不填则为截至所问之日的三年。",
  show: "查看报告内容",
  preview: "报告内容", previewNote: "尚未签名；下载时出具",
  take: "出具", paper: { zh: "中文PDF", en: "英文PDF" }, signed: "签名文件", takeNote: "出具的报告带有验证码和二维码，签名文件附在PDF内。登记册不保存已出具的报告。",
  verify: {
    title: "验证公共信用报告", link: "验证信用报告", lead: "输入纸件上的验证码，或者上传PDF或签名文件。登记册不保存报告，而是重新得出。",
    code: "验证码", codeHint: "八组数字和字母，大小写和空格不限。", check: "验证", file: "PDF或签名文件", fileHint: "16 MB以内。文件只用于验证，不予保存。", upload: "上传并验证",
    byCode: "按验证码", byFile: "按文件", said: "当时所述", saidNote: "今日仍可公开的部分",
    valid: "签名有效", notValid: "无效", none: "没有选择文件", noneNote: "请选择出具的PDF或签名文件。", tooLarge: "文件过大", tooLargeNote: "登记册出具的PDF都在16 MB以内。请核对是否为所收到的文件；很大的批次请逐份验证。",
    paper: { none: "这是单独的签名文件。", same: "纸件与签名内容所绘制的完全一致。", notDrawn: "仅证明了PDF内的签名文件：此处不能重新绘制纸件，请与下文核对。" },
    signedBy: (at: string, kid: string) => `出具于${at}，签名密钥${kid}。`, ofLot: (shown: number, count: number) => (shown === count ? `共${count}份。` : `一批${count}份中的${shown}份。`), failed: "未能出具", again: "登记册今日",
    statedNote: "用途说明不在验证码内，只有签名文件能够证明。",
  },
};

export type ReportMessages = typeof reportZh;
