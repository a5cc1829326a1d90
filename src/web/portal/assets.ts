// Assets: the style sheet, the fonts, the mark and the scripts that help, read once from the repository and from npm's packages.
// Each path carries the hash of its bytes, so that a browser may keep it for ever. Served by the routes of web/.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export type AssetName = "style.css" | "mark.svg" | "suggest.js" | "submission.js" | "keys.js";

/** In the order of the cascade. */
const SHEETS = ["tokens", "base", "forms", "frame", "signs", "answer", "tables", "pages", "law", "survey", "desk", "own", "handin", "report", "drawing", "time", "charts", "suppliers", "feeds", "preflight", "plan", "api", "narrow", "print"] as const;

interface Face {
  readonly file: string;
  readonly family: string;
  readonly weights: string;
  readonly range: string;
}

const LATIN = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_MORE = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";
/** Without the middle dot, dash, quotation marks and ellipsis: in Chinese text those come full width from the Han font. */
const LATIN_IN_HAN = "U+0000-00B6,U+00B8-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-2013,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

const SANS = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2";
const SANS_MORE = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2";
const SERIF = "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
const CODE = "@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2";

const FACES: readonly Face[] = [
  { file: SANS, family: "Source Sans 3", weights: "200 900", range: LATIN },
  { file: SANS_MORE, family: "Source Sans 3", weights: "200 900", range: LATIN_MORE },
  { file: SANS, family: "Source Sans 3 in Han", weights: "200 900", range: LATIN_IN_HAN },
  { file: SANS_MORE, family: "Source Sans 3 in Han", weights: "200 900", range: LATIN_MORE },
  { file: SERIF, family: "Source Serif 4", weights: "200 900", range: LATIN },
  { file: SERIF, family: "Source Serif 4 in Han", weights: "200 900", range: LATIN_IN_HAN },
  { file: CODE, family: "Source Code Pro", weights: "200 900", range: LATIN },
];

/** Arial, made as wide and as tall as Source Sans, so that nothing moves when the font arrives. */
const STAND_IN = `@font-face{font-family:"Sans until then";src:local("Arial"),local("Liberation Sans"),local("Helvetica");size-adjust:93.76%;ascent-override:109.21%;descent-override:42.66%;line-gap-override:0%}`;

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#0F2F3A"/><g fill="none" stroke="#F2F8F8" stroke-width="3"><path d="M19 11V6.5H6.5v19H19V21"/><path d="M13 16h14m-4.6-4.6L27 16l-4.6 4.6"/></g></svg>`;

const made = make();

/** Everything to be served, each at its path. */
export function assets(): readonly Asset[] {
  return [...made.values()];
}

export function assetPath(name: AssetName): string {
  const asset = made.get(name);
  if (asset === undefined) throw new Error(`assertion failed: there is an asset \`${name}\``);
  return asset.path;
}

/** The sheet as text, for the test that recomputes its contrasts. */
export function styleText(): string {
  return SHEETS.map((name) => readFileSync(new URL(`./style/${name}.css`, import.meta.url), "utf8")).join("\n");
}

function make(): ReadonlyMap<string, Asset> {
  const resolve = createRequire(import.meta.url).resolve;
  const fonts = new Map([...new Set(FACES.map((face) => face.file))].map((file) => [file, asset(file.slice(file.lastIndexOf("/") + 1), "font/woff2", readFileSync(resolve(file)))]));
  const faces = FACES.map((face) => `@font-face{font-family:"${face.family}";font-style:normal;font-display:swap;font-weight:${face.weights};src:url("${fonts.get(face.file)?.path}") format("woff2");unicode-range:${face.range}}`);
  const style = asset("style.css", "text/css; charset=utf-8", Buffer.from([...faces, STAND_IN, styleText()].join("\n")));
  const scripts = (["suggest.js", "submission.js", "keys.js"] as const).map((name) => [name, asset(name, "text/javascript; charset=utf-8", readFileSync(new URL(`./script/${name}`, import.meta.url)))] as const);
  return new Map([["style.css", style], ...scripts, ["mark.svg", asset("mark.svg", "image/svg+xml", Buffer.from(MARK))], ...fonts]);
}

function asset(name: string, contentType: string, bytes: Uint8Array): Asset {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const dot = name.lastIndexOf(".");
  return { path: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, contentType, bytes };
}
