// The door of web: the server over the verbs, with its API and its portal.
export { createServer, originOf, type ServerOptions } from "./server.ts";
export { datesCalendar, deadlineWords, planWords } from "./portal/index.ts";
export { listenSwapping, type SwappingServer } from "./swapping-server.ts";
