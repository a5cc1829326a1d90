// Cascade layout: where the boxes and ribbons of a memorandum stand. Numbers only; cascade.ts draws them.
// Left to right: criteria, lists, authorities, effects. A ribbon is as wide as it has clauses.
import { languageOf } from "../format.ts";
import type { Effect, Id } from "../view-models.ts";

export interface CascadeInput {
  readonly lists: readonly { readonly id: Id; readonly name: string; readonly notes: readonly string[]; readonly criteria: readonly { readonly name: string; readonly note?: string | undefined }[] }[];
  /** Where one listing leads onto the lists: it stands to their left, in the place of criteria. */
  readonly root?: { readonly name: string; readonly notes: readonly string[]; readonly leadsTo: readonly { readonly list: Id; readonly certain: boolean }[] };
  readonly authorities: readonly { readonly id: Id; readonly name: string }[];
  /** In the order they are drawn, with their words. */
  readonly effects: readonly { readonly effect: Effect; readonly name: string }[];
  readonly clauses: readonly { readonly authority: Id; readonly lists: readonly Id[]; readonly effects: readonly Effect[]; readonly discretion: boolean }[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Bold lines, then plain ones. */
  readonly name: readonly string[];
  readonly notes: readonly string[];
}

export interface Ribbon {
  readonly path: string;
  readonly discretion: boolean;
}

export interface Cascade {
  readonly width: number;
  readonly height: number;
  readonly columns: { readonly criteria: number | null; readonly lists: number; readonly authorities: number; readonly effects: number };
  readonly criteria: readonly Box[];
  readonly proposals: readonly string[];
  /** Links that need nobody's decision. */
  readonly entailments: readonly string[];
  readonly lists: readonly Box[];
  readonly authorities: readonly (Box & { readonly clauses: number })[];
  readonly effects: readonly (Box & { readonly clauses: number })[];
  readonly ribbons: readonly Ribbon[];
  /** Below everything: where the way back runs. */
  readonly floor: number;
}

const TOP = 62;
const LINE = 17;
const WIDTH = 1220;
/** Where the columns stand and how wide their boxes are; without criteria the lists take the room. */
const WITH = { criteria: 1, lists: 300, authorities: 606, effects: 1036, widths: { criteria: 214, lists: 186, authorities: 196, effects: 10 } } as const;
const WITHOUT = { criteria: 1, lists: 1, authorities: 500, effects: 1000, widths: { criteria: 0, lists: 270, authorities: 250, effects: 10 } } as const;
type Columns = typeof WITH | typeof WITHOUT;

export function layOut(input: CascadeInput): Cascade {
  const columns = input.root !== undefined || input.lists.some((list) => list.criteria.length > 0) ? WITH : WITHOUT;
  const unit = Math.max(5, Math.min(16, 420 / Math.max(1, flows(input).length)));
  const unplaced = { authorities: authorityBoxes(input, columns, unit), lists: listBoxes(input, columns, unit), effects: effectBoxes(input, columns, unit) };
  const tall = Math.max(heightOf(unplaced.authorities, 10), heightOf(unplaced.lists, 16), heightOf(unplaced.effects, 22), 120);

  const authorities = spread(unplaced.authorities, tall, 10, 14);
  const lists = spread(unplaced.lists, tall, 16, 40);
  const effects = spread(unplaced.effects, tall, 22, 40);
  const root = input.root === undefined ? undefined : rootBox(input, columns, lists);
  const criteria = root !== undefined ? [] : columns === WITH ? criterionBoxes(input, columns, lists) : [];
  const floor = Math.max(TOP + tall, below(criteria.map((one) => one.box)), below(root === undefined ? [] : [root.box]));
  return {
    width: WIDTH,
    height: floor + 116,
    columns: { criteria: columns === WITH ? columns.criteria : null, lists: columns.lists, authorities: columns.authorities, effects: columns.effects },
    criteria: root === undefined ? criteria.map((one) => one.box) : [root.box],
    proposals: root === undefined ? criteria.map((one) => one.path) : root.links.flatMap((link) => (link.certain ? [] : [link.path])),
    entailments: root === undefined ? [] : root.links.flatMap((link) => (link.certain ? [link.path] : [])),
    lists,
    authorities,
    effects,
    ribbons: [...toAuthorities(input, lists, authorities, unit), ...toEffects(input, authorities, effects, unit)],
    floor,
  };
}

interface Flow {
  readonly list: Id;
  readonly authority: Id;
  readonly discretion: boolean;
}

/** One for each clause and each list that sets it off, in the order they leave the lists and reach the authorities. */
function flows(input: CascadeInput): readonly Flow[] {
  return input.authorities.flatMap((authority) =>
    [false, true].flatMap((discretion) =>
      input.lists.flatMap((list) => input.clauses.filter((clause) => clause.authority === authority.id && clause.discretion === discretion && clause.lists.includes(list.id)).map(() => ({ list: list.id, authority: authority.id, discretion }))),
    ),
  );
}

function authorityBoxes(input: CascadeInput, columns: Columns, unit: number): readonly (Box & { readonly clauses: number })[] {
  const all = flows(input);
  const width = columns.widths.authorities;
  return input.authorities.map((authority) => {
    const own = input.clauses.filter((clause) => clause.authority === authority.id);
    const name = lines(authority.name, width - 46);
    const arriving = all.filter((flow) => flow.authority === authority.id).length;
    const leaving = own.reduce((sum, clause) => sum + clause.effects.length, 0);
    return { x: columns.authorities, y: 0, width, height: Math.max(name.length * LINE + 8, Math.max(arriving, leaving) * unit + 4), name, notes: [], clauses: own.length };
  });
}

function listBoxes(input: CascadeInput, columns: Columns, unit: number): readonly Box[] {
  const all = flows(input);
  const width = columns.widths.lists;
  return input.lists.map((list) => {
    const name = lines(list.name, width - 24);
    const notes = list.notes.flatMap((note) => lines(note, width - 24));
    const height = Math.max((name.length + notes.length) * LINE + 22, all.filter((flow) => flow.list === list.id).length * unit + 4);
    return { x: columns.lists, y: 0, width, height, name, notes };
  });
}

function effectBoxes(input: CascadeInput, columns: Columns, unit: number): readonly (Box & { readonly clauses: number })[] {
  return input.effects.map(({ effect, name }) => {
    const clauses = input.clauses.filter((clause) => clause.effects.includes(effect)).length;
    return { x: columns.effects, y: 0, width: columns.widths.effects, height: Math.max(20, clauses * unit), name: [name], notes: [], clauses };
  });
}

function criterionBoxes(input: CascadeInput, columns: Columns, lists: readonly Box[]): readonly { readonly box: Box; readonly path: string }[] {
  const { criteria: x } = columns;
  const width = columns.widths.criteria;
  const boxes = input.lists.flatMap((list, index) =>
    list.criteria.map((criterion) => {
      const name = lines(criterion.name, width - 22);
      const notes = criterion.note === undefined ? [] : lines(criterion.note, width - 22);
      return { x, y: 0, width, height: (name.length + notes.length) * LINE + 16, name, notes, list: lists[index] };
    }),
  );
  const first = lists[0];
  const last = lists.at(-1);
  const middle = first === undefined || last === undefined ? TOP + 100 : (first.y + last.y + last.height) / 2;
  let y = Math.max(TOP, middle - heightOf(boxes, 14) / 2);
  return boxes.map((box) => {
    const placed = { ...box, y };
    y += box.height + 14;
    const from = placed.y + placed.height / 2;
    const to = box.list === undefined ? from : box.list.y + box.list.height / 2;
    const start = x + width;
    const end = (box.list?.x ?? start + 80) - 1;
    const bend = (start + end) / 2;
    return { box: placed, path: `M${start} ${round(from)}C${bend} ${round(from)} ${bend} ${round(to)} ${end} ${round(to)}` };
  });
}

function rootBox({ lists, root }: CascadeInput, columns: Columns, placed: readonly Box[]): { readonly box: Box; readonly links: readonly { readonly path: string; readonly certain: boolean }[] } {
  const { criteria: x } = columns;
  const width = columns.widths.criteria;
  const name = lines(root?.name ?? "", width - 22);
  const notes = (root?.notes ?? []).flatMap((note) => lines(note, width - 22));
  const height = (name.length + notes.length) * LINE + 16;
  const middle = (placed[0]?.y ?? TOP) + (below(placed) - (placed[0]?.y ?? TOP)) / 2;
  const box = { x, y: round(Math.max(TOP, middle - height / 2)), width, height, name, notes };
  const start = x + width;
  const links = (root?.leadsTo ?? []).flatMap(({ list, certain }) => {
    const to = placed[lists.findIndex((each) => each.id === list)];
    if (to === undefined) return [];
    const [from, end, at] = [box.y + height / 2, to.x - 1, to.y + to.height / 2];
    const bend = (start + end) / 2;
    return [{ path: `M${start} ${round(from)}C${bend} ${round(from)} ${bend} ${round(at)} ${end} ${round(at)}`, certain }];
  });
  return { box, links };
}

function heightOf(boxes: readonly Box[], gap: number): number {
  return boxes.reduce((sum, box) => sum + box.height + gap, -gap);
}

/** Stands boxes one under another, in the middle of the height, no closer than `gap` and no further apart than `most`. */
function spread<T extends Box>(boxes: readonly T[], tall: number, gap: number, most: number): readonly T[] {
  const room = tall - heightOf(boxes, 0);
  const space = boxes.length < 2 ? 0 : Math.max(gap, Math.min(room / (boxes.length - 1), most));
  let y = TOP + Math.max(0, (room - space * (boxes.length - 1)) / 2);
  return boxes.map((box) => {
    const placed = { ...box, y: round(y) };
    y += box.height + space;
    return placed;
  });
}

function toAuthorities(input: CascadeInput, lists: readonly Box[], authorities: readonly Box[], unit: number): readonly Ribbon[] {
  const all = flows(input);
  const leave = starts(lists, input.lists.map((list) => all.filter((flow) => flow.list === list.id).length), unit);
  const arrive = starts(authorities, input.authorities.map((authority) => all.filter((flow) => flow.authority === authority.id).length), unit);
  return grouped(all).map((group) => {
    const from = input.lists.findIndex((list) => list.id === group.flow.list);
    const to = input.authorities.findIndex((authority) => authority.id === group.flow.authority);
    return ribbon(lists[from], take(leave, from, group.count * unit), authorities[to], take(arrive, to, group.count * unit), group.count * unit, group.flow.discretion);
  });
}

function toEffects(input: CascadeInput, authorities: readonly Box[], effects: readonly Box[], unit: number): readonly Ribbon[] {
  const leave = starts(authorities, input.authorities.map((authority) => input.clauses.filter((clause) => clause.authority === authority.id).reduce((sum, clause) => sum + clause.effects.length, 0)), unit);
  const arrive = starts(effects, input.effects.map(({ effect }) => input.clauses.filter((clause) => clause.effects.includes(effect)).length), unit);
  return input.authorities.flatMap((authority, from) =>
    input.effects.flatMap(({ effect }, to) =>
      [false, true].flatMap((discretion) => {
        const wide = unit * input.clauses.filter((clause) => clause.authority === authority.id && clause.discretion === discretion && clause.effects.includes(effect)).length;
        return wide === 0 ? [] : [ribbon(authorities[from], take(leave, from, wide), effects[to], take(arrive, to, wide), wide, discretion)];
      }),
    ),
  );
}

function grouped(all: readonly Flow[]): readonly { readonly flow: Flow; readonly count: number }[] {
  const groups = new Map<string, { flow: Flow; count: number }>();
  for (const flow of all) {
    const key = `${flow.authority} ${flow.discretion} ${flow.list}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { flow, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()];
}

/** Where the first ribbon at each box stands: all of them together in the middle of its side. */
function starts(boxes: readonly Box[], counts: readonly number[], unit: number): number[] {
  return boxes.map((box, index) => box.y + (box.height - (counts[index] ?? 0) * unit) / 2);
}

/** The place for a ribbon of this width at a box; the next one stands below it. */
function take(places: number[], index: number, wide: number): number {
  const at = places[index] ?? TOP;
  places[index] = at + wide;
  return at;
}

function ribbon(from: Box | undefined, y1: number, to: Box | undefined, y2: number, wide: number, discretion: boolean): Ribbon {
  const x1 = (from?.x ?? 0) + (from?.width ?? 0);
  const x2 = to?.x ?? x1;
  const bend = (x1 + x2) / 2;
  const [a, b, w] = [round(y1 + 0.75), round(y2 + 0.75), round(Math.max(1.5, wide - 1.5))];
  return { path: `M${x1} ${a}C${bend} ${a} ${bend} ${b} ${x2} ${b}v${w}C${bend} ${round(b + w)} ${bend} ${round(a + w)} ${x1} ${round(a + w)}z`, discretion };
}

function below(boxes: readonly Box[]): number {
  return boxes.reduce((most, box) => Math.max(most, box.y + box.height), 0);
}

/** Breaks words into lines that fit: nothing is cut off. Widths of 13 px type, rounded up. */
export function lines(text: string, width: number): readonly string[] {
  const words = languageOf(text) === "zh" ? (text.match(/[\p{Script=Latin}\d.,-]+|\s|./gu) ?? []) : text.split(/(?<=\s)/);
  const result: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && !/^[，。；：、）”」》]/.test(word) && textWidth((line + word).trimEnd()) > width) {
      result.push(line.trim());
      line = "";
    }
    line += word;
  }
  return [...result, line.trim()].filter((one) => one !== "");
}

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]/.test(character) ? 13.2 : /[A-Zmw]/.test(character) ? 8.6 : 6.7;
  return width;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
