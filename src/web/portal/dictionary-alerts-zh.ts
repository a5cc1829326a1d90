// The words of alerts of a watch list, in Chinese; dictionary-zh.ts takes them up. They give the shape for the other language.
import type { AlertView } from "./view-models-alerts.ts";

export const alertsZh = {
  title: "通知", note: "有变动时发到邮箱或者网络回调；只含公开的内容", none: "还没有通知。", noneNote: "写一个邮箱或者网络回调地址，就能在有变动时收到。",
  target: "发到哪里", targetNote: "邮箱地址，或者https网络回调地址。邮箱须先由收件人点击确认；网络回调按Standard Webhooks签名。", pace: "多久一次", paces: { atOnce: "有变动即发", daily: "每天一次" } satisfies Record<AlertView["pace"], string>, add: "添加通知",
  kinds: { mail: "邮件", webhook: "网络回调" } satisfies Record<AlertView["kind"], string>, states: { unconfirmed: "待收件人确认", on: "正在发送", stopped: "已停止" } satisfies Record<AlertView["state"], string>,
  why: { "": "", reader: "收件人不再接收。", undelivered: "多日无法送达，已停止发送。" } satisfies Record<AlertView["why"], string>,
  do: { test: "发送测试", rotate: "更换密钥", resume: "重新开始", remove: "删除" },
  secret: (target: string) => `${target}的签名密钥`, secretNote: "只在这里显示这一次。请现在保存；丢失后只能更换。", asked: (target: string) => `已向${target}发出确认信。收件人确认之前不发送通知。`,
  columns: { message: "最近的发送", state: "结果", tries: "次数", at: "时间" }, test: "测试", noDeliveries: "还没有发送过。",
  deliveries: { waiting: "等待发送", sending: "正在发送", sent: "已送达", refused: "已放弃", uncertain: "不能确定" } satisfies Record<AlertView["deliveries"][number]["state"], string>, verify: "怎样核对签名，见docs/reference/watch-lists.md。",
  reader: {
    title: "关注名单的通知", list: (label: string) => (label === "" ? "一份关注名单" : `关注名单“${label}”`), lead: (list: string, target: string) => `${list}把变动通知发到${target}。`,
    states: { unconfirmed: "尚未确认：没有确认之前不发送任何通知。", on: "已确认：有变动时会发送。", stopped: "已停止：不再发送。" } satisfies Record<AlertView["state"], string>, yes: "确认接收", no: "不再接收",
  },
};

export type AlertsMessages = typeof alertsZh;
