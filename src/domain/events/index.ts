// The door of events: every event type and its versions; no logic.
export * from "./events.ts";
