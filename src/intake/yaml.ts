// YAML to located values: a law file's text in, a tree out in which every value keeps its place `path:line:column`.
// Knows the format, not the meaning; domain/rules reads the tree. What would make a file mean more than it shows
// (aliases, merge keys, tags) is refused, so that what a lawyer reads is what is loaded.
import { Composer, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, Parser, type CST, type Document, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import { err, ok, type Finding, type Located, type LocatedDocument, type Place, type Result } from "../domain/terms/index.ts";

/** Every finding this file can make, by code, with what it means. */
export const YAML_FINDINGS = {
  "yaml-alias": "A value is marked for reuse, or refers to one elsewhere in the file",
  "yaml-duplicate-key": "A key stands twice in one mapping",
  "yaml-empty": "A file holds nothing",
  "yaml-key": "A key is not a text",
  "yaml-many-documents": "A file holds several documents",
  "yaml-merge": "`<<` merges a mapping into another",
  "yaml-number": "A number is not finite",
  "yaml-syntax": "A file is not YAML",
  "yaml-tag": "A tag gives a value a type of its own",
  "yaml-too-deep": "Values are nested deeper than 64",
  "yaml-too-large": "A file is larger than 4 MiB",
} as const satisfies Record<string, string>;
export type YamlFindingCode = keyof typeof YAML_FINDINGS;

export const YAML_BYTES_MAX = 4 * 1024 * 1024;
export const YAML_DEPTH_MAX = 64;

/** Reads one document. `path` is below `law/`, as findings and entries shall name it. */
export function readYaml(path: string, text: string): Result<LocatedDocument, readonly Finding[]> {
  if (Buffer.byteLength(text, "utf8") > YAML_BYTES_MAX) {
    const code: YamlFindingCode = "yaml-too-large";
    return err([{ code, at: path, message: `\`${path}\` is larger than 4 MiB`, remedy: "split the file; many entries may be spread over many files" }]);
  }
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const reader = new TreeReader(path, lines);
  const tooDeep = offsetTooDeep(tokens);
  if (tooDeep !== undefined) {
    reader.report("yaml-too-deep", reader.place(tooDeep), `values are nested deeper than ${YAML_DEPTH_MAX} here`, "give the inner values a file of their own, or check the brackets and the indentation");
    return err(reader.findings);
  }
  const documents = [...new Composer({ version: "1.2", merge: false, uniqueKeys: true, strict: true, prettyErrors: false }).compose(tokens)];
  return reader.readAll(documents);
}

/** The offset of the first value nested too deep, found without recursion so that no file can exhaust the stack. */
function offsetTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > YAML_DEPTH_MAX) return "offset" in next.token ? next.token.offset : 0;
    for (const child of childrenOf(next.token)) open.push({ token: child, depth: next.depth + 1 });
  }
  return undefined;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (token.type !== "block-map" && token.type !== "block-seq" && token.type !== "flow-collection") return [];
  const children: CST.Token[] = [];
  for (const item of token.items) {
    if (item.key !== undefined && item.key !== null) children.push(item.key);
    if (item.value !== undefined) children.push(item.value);
  }
  return children;
}

class TreeReader {
  readonly findings: Finding[] = [];
  readonly #path: string;
  readonly #lines: LineCounter;

  constructor(path: string, lines: LineCounter) {
    this.#path = path;
    this.#lines = lines;
  }

  readAll(documents: readonly Document.Parsed[]): Result<LocatedDocument, readonly Finding[]> {
    const [document, second] = documents;
    for (const each of documents) this.#reportSyntax(each);
    if (second !== undefined) this.report("yaml-many-documents", this.place(second.range[0]), "a second document begins here", "write one document in a file; many entries stand under `entries:`");
    const contents = document?.contents;
    if (contents === undefined || contents === null || (isScalar(contents) && contents.value === null)) {
      this.report("yaml-empty", `${this.#path}:1:1`, `\`${this.#path}\` holds nothing`, "write an entry, or remove the file");
      return err(this.findings);
    }
    const root = this.#read(contents);
    return this.findings.length > 0 ? err(this.findings) : ok({ path: this.#path, root });
  }

  report(code: YamlFindingCode, at: Place, message: string, remedy: string): void {
    this.findings.push({ code, at, message, remedy });
  }

  place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.#path}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  }

  #reportSyntax(document: Document.Parsed): void {
    for (const error of document.errors) {
      const at = this.place(error.pos[0]);
      if (error.code === "DUPLICATE_KEY") this.report("yaml-duplicate-key", at, "this key stands twice in one mapping", "keep one of the two; several values by date are written with `dated:`");
      else this.report("yaml-syntax", at, `this is not YAML: ${error.message}`, "check indentation, brackets and quotes; a text with `: ` or ` #` in it needs quotes");
    }
    for (const warning of document.warnings) this.report("yaml-syntax", this.place(warning.pos[0]), `this is not plain YAML: ${warning.message}`, "write plain mappings, lists, texts, numbers and flags");
  }

  #read(node: ParsedNode | null): Located {
    if (node === null) return { kind: "nothing", at: this.#path };
    const at = this.place(node.range[0]);
    if (isAlias(node)) {
      this.report("yaml-alias", at, `\`*${node.source}\` refers to a value elsewhere in the file`, "write the value out");
      return { kind: "nothing", at };
    }
    if (node.anchor !== undefined) this.report("yaml-alias", at, `\`&${node.anchor}\` marks a value for reuse`, "remove the mark and write values out");
    if (node.tag !== undefined) this.report("yaml-tag", at, `\`${node.tag}\` gives a value a type of its own`, "remove the tag; quote the value if it shall be text");
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#readMap(node, at);
    if (isSeq<ParsedNode>(node)) return { kind: "items", items: node.items.map((item) => this.#read(item)), at };
    return this.#readScalar(node, at);
  }

  #readMap(node: YAMLMap<ParsedNode, ParsedNode | null>, at: Place): Located {
    const fields = new Map<string, Located>();
    const keyPlaces = new Map<string, Place>();
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const keyAt = pair.key === null ? at : this.place(pair.key.range[0]);
      const key = isScalar(pair.key) && typeof pair.key.value === "string" ? pair.key.value : undefined;
      if (key === undefined) {
        const shown = isScalar(pair.key) ? `\`${pair.key.source ?? String(pair.key.value)}\`` : "this key";
        this.report("yaml-key", keyAt, `${shown} is not a text`, "quote the key, or write a list of mappings");
        continue;
      }
      if (key === "<<") {
        this.report("yaml-merge", keyAt, "`<<` merges another mapping into this one", "write the fields out");
        continue;
      }
      fields.set(key, pair.value === null ? { kind: "nothing", at: keyAt } : this.#read(pair.value));
      keyPlaces.set(key, keyAt);
    }
    return { kind: "fields", fields, keyPlaces, at };
  }

  #readScalar(node: Scalar, at: Place): Located {
    const { value } = node;
    if (typeof value === "string") return { kind: "text", value, at };
    if (typeof value === "boolean") return { kind: "flag", value, at };
    if (typeof value === "number" && Number.isFinite(value)) return { kind: "number", value, source: node.source ?? String(value), at };
    if (value === null || value === undefined) return { kind: "nothing", at };
    this.report("yaml-number", at, `\`${node.source ?? String(value)}\` is not a finite number`, "write a whole number, or quote the text");
    return { kind: "nothing", at };
  }
}
