// The tests of src/domain/cases alone, for `npm run mutate:cases`: mutants are tried against the rules of that room and nothing else.
// Tests by chance stay out: what kills a mutant must kill it every time. Files share one world (`isolate: false`), for all
// the room keeps are shelves by book of law, and setting up a world for each file took about a third of the work.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["src/domain/cases/**/*.test.ts"], exclude: ["**/*.property.test.ts"], isolate: false, testTimeout: 20_000 },
});
