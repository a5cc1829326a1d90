// The door of intake: bytes in, located plain values out. It knows formats, not meaning; what is wrong comes back as findings.
export { readInteger, readMoney } from "./amount-reading.ts";
export * from "./apply-template.ts";
export * from "./attachment.ts";
export { isPdf, pdfAttachments } from "./pdf-attachments.ts";
export * from "./read-sheet.ts";
export * from "./sheet-finding.ts";
export * from "./sheet-limits.ts";
export * from "./sheet.ts";
export type { CodeFault, TemplateLaw } from "./template-law.ts";
export { readYaml, YAML_FINDINGS } from "./yaml.ts";
