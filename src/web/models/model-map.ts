// The map of the model jurisdiction, by region code: which tile each invented city has. It is drawn, not measured: the nation is nowhere.
// A region that is not here, as all those of real places, has no tile.

export const MODEL_MAP: ReadonlyMap<string, { readonly column: number; readonly row: number }> = new Map([
  ["990202", { column: 0, row: 0 }], ["990203", { column: 1, row: 0 }], ["990103", { column: 2, row: 0 }],
  ["990201", { column: 0, row: 1 }], ["990101", { column: 1, row: 1 }], ["990102", { column: 2, row: 1 }],
  ["990301", { column: 1, row: 2 }], ["990302", { column: 2, row: 2 }],
]);
