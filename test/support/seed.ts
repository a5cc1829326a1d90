// Seed: random histories are the same in every run, so that a run that passed passes again; `PROBITY_SEED=random`, or a number, walks others.
import fc from "fast-check";

const seed = process.env["PROBITY_SEED"] ?? "20261129";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
