// The door of proof: what a receipt or a credit report says, the tree that holds its lines together, the keys that sign it, and how a receipt is read and
// judged by whoever holds nothing but the file and the public keys. Digests and signatures are made and checked by what it is handed.
export * from "./compare-answer.ts";
export * from "./key-set.ts";
export * from "./merkle-tree.ts";
export * from "./part-of-receipt.ts";
export * from "./read-receipt.ts";
export * from "./receipt.ts";
export * from "./receipt-words.ts";
export * from "./compare-report.ts";
export * from "./read-report.ts";
export * from "./report.ts";
export * from "./report-code.ts";
export * from "./report-statement.ts";
export * from "./seal-receipt.ts";
export * from "./signed-kind.ts";
export * from "./verify-receipt.ts";
export * from "./verify-report.ts";
