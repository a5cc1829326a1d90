// The door of events: every event type, and how bodies of earlier versions are read; no other logic.
export * from "./events.ts";
export { upgradedBody, versionOf } from "./upgrade.ts";
