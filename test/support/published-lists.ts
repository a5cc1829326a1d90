// The folder of the two published lists, named by PROBITY_LISTS where the machine has them. They are not part of the repository:
// tests of them are skipped, and say so, where it is not set.
import { existsSync } from "node:fs";

const named = process.env["PROBITY_LISTS"];

/** Undefined where the variable is not set; a folder that is not there is a slip of whoever set it. */
export const listsFolder: string | undefined = named === undefined || named === "" ? undefined : existing(named);

export const WITHOUT_LISTS = "(set PROBITY_LISTS to the folder of the two published lists to run these)";

function existing(folder: string): string {
  if (!existsSync(folder)) throw new Error(`PROBITY_LISTS names the folder \`${folder}\`, which is not there`);
  return folder;
}
