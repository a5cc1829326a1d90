// The door of publication: who sees what, until when. Whoever may see only what is published gets, for any day asked, only what is
// published today.
export * from "./publication.ts";
export * from "./published-thing.ts";
export * from "./sight.ts";
export * from "./publication-end.ts";
export * from "./release.ts";
export * from "./beginnings.ts";
export * from "./count-listings.ts";
