// Three projects: units beside their files, integration tests beside theirs, and what spans rooms under test/.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    pool: "forks",
    reporters: ["default"],
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts"], exclude: ["src/**/*.int.test.ts"], testTimeout: 20_000 } },
      { test: { name: "integration", include: ["src/**/*.int.test.ts"], testTimeout: 240_000, hookTimeout: 240_000 } },
      { test: { name: "whole", include: ["test/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false } },
    ],
  },
});
