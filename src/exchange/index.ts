// The door of exchange: the ways to other machines. Transports hand over one message each and say what became of it; what is to be
// sent, when, and how often is settled by whoever calls them (service/send-outbox.ts).
export { fileTransport } from "./file-transport.ts";
export type { Delivery, Letter, Transport } from "./letter.ts";
export { isMailAddress } from "./letter.ts";
export { smtpTransport } from "./smtp-transport.ts";
export { byAddress, isPublicAddress, webhookAddress, webhookTransport } from "./webhook.ts";
