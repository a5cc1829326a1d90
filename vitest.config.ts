// Three projects: units beside their files, integration tests beside theirs, and what spans rooms under test/.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    pool: "forks",
    // Vitest leaves one processor to itself, which on a machine of two would leave one to the tests.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: ["default"],
    projects: [
      { test: { name: "unit", setupFiles: ["test/support/seed.ts"], include: ["src/**/*.test.ts"], exclude: ["src/**/*.int.test.ts"], testTimeout: 20_000 } },
      { test: { name: "integration", setupFiles: ["test/support/seed.ts"], include: ["src/**/*.int.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
      { test: { name: "whole", setupFiles: ["test/support/seed.ts"], include: ["test/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 } },
    ],
  },
});
