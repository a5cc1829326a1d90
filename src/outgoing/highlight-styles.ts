// Highlighted twins of a workbook's cell styles: the same font, format and border on a marked ground.

export interface HighlightStyles {
  /** The index of the highlighted twin of a cell style; undefined where the workbook has no styles to build on. */
  readonly highlight: (style: number) => number | undefined;
  /** The styles part with the twins in it; undefined where nothing was added. */
  readonly xml: () => string | undefined;
}

const FILL = (prefix: string): string => `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FFFFE08A"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
const STYLE = /<([\w.-]+:)?xf\b(?:"[^"]*"|'[^']*'|[^>"'])*?(?:\/>|>[\s\S]*?<\/(?:[\w.-]+:)?xf>)/g;

export function addHighlights(styles: string | undefined): HighlightStyles {
  const fills = styles === undefined ? null : /<((?:[\w.-]+:)?)fills\b[^>]*>([\s\S]*?)<\/(?:[\w.-]+:)?fills>/.exec(styles);
  const cellStyles = styles === undefined ? null : /<((?:[\w.-]+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/(?:[\w.-]+:)?cellXfs>/.exec(styles);
  if (styles === undefined || fills === null || cellStyles === null) return { highlight: () => undefined, xml: () => undefined };
  const prefix = fills[1] ?? "";
  const fillCount = (fills[2] ?? "").match(/<(?:[\w.-]+:)?fill[\s>/]/g)?.length ?? 0;
  const known = (cellStyles[2] ?? "").match(STYLE) ?? [];
  const twins = new Map<number, number>();
  const added: string[] = [];
  return {
    highlight: (style) => {
      const before = twins.get(style);
      const xf = known[style];
      if (before !== undefined || xf === undefined) return before;
      added.push(withFill(xf, fillCount));
      const index = known.length + added.length - 1;
      twins.set(style, index);
      return index;
    },
    xml: () => (added.length === 0 ? undefined : styles
      .replace(fills[0], () => `<${prefix}fills count="${fillCount + 1}">${fills[2] ?? ""}${FILL(prefix)}</${prefix}fills>`)
      .replace(cellStyles[0], () => `<${prefix}cellXfs count="${known.length + added.length}">${cellStyles[2] ?? ""}${added.join("")}</${prefix}cellXfs>`)),
  };
}

function withFill(xf: string, fill: number): string {
  const end = /^<(?:[\w.-]+:)?xf\b/.exec(xf)?.[0].length ?? 0;
  const close = xf.search(/\/?>/);
  const attributes = xf.slice(end, close).replace(/\s+(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
  return `${xf.slice(0, end)}${attributes.trimEnd()} fillId="${fill}" applyFill="1"${xf.slice(close)}`;
}
