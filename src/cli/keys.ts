// `keys`, `keys rotate`, `keys revoke`: the keys by which receipts are signed. Public parts are printed, private ones by nothing.
import type { Command } from "commander";
import { receiptKeys, receiptKeySet, revokeKey, rotateKeys, type SigningKey } from "../service/index.ts";
import { printJson, printProblem, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

export function addKeys(program: Command, world: World): void {
  const keys = withCommonOptions(program.command("keys"))
    .description("the keys by which receipts are signed; with --json the public keys as a file for `verify-receipt --keys`")
    .action((options: CommonOptions) =>
      withRegistry(world, options, async (registry) => {
        if (options.json === true) printJson(world, await receiptKeySet(registry));
        else {
          const known = await receiptKeys(registry);
          if (known.length === 0) world.out("no key yet; the first receipt makes one\n");
          for (const key of known) world.out(`${keyInWords(key)}\n`);
        }
        return STATUS.done;
      }));

  withCommonOptions(keys.command("rotate"))
    .description("put a new key into use; what the one before it signed stays good")
    // Options that `keys` knows as well are taken by it, wherever they stand.
    .action((_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      return withRegistry(world, options, async (registry) => {
        const key = await rotateKeys(registry);
        if (options.json === true) printJson(world, key);
        else world.out(`${keyInWords(key)}\n`);
        return STATUS.done;
      });
    });

  withCommonOptions(keys.command("revoke <kid>"))
    .description("disown a key: from a day on nothing it signed is to be believed")
    .requiredOption("--since <day>", "the first day on which it is not to be believed")
    .option("--reason <text>", "why; shown to everybody")
    .action((kid: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly since: string; readonly reason?: string }>();
      return withRegistry(world, options, async (registry) => {
        const { since, reason } = options;
        const revoked = await revokeKey(registry, { kid, since, ...(reason === undefined ? {} : { reason }) });
        if (!revoked.ok) return printProblem(world, revoked.error, options.json);
        if (options.json === true) printJson(world, revoked.value);
        else world.out(`${keyInWords(revoked.value)}\n  Receipts it signed from that day on are no longer valid; hand out the keys anew (\`keys --json\`, or /.well-known/jwks.json).\n`);
        return STATUS.done;
      });
    });
}

function keyInWords({ kid, madeAt, retiredAt, revoked, inUse }: SigningKey): string {
  const state =
    revoked !== null ? `revoked since ${revoked.since}${revoked.reason === null ? "" : ` (${revoked.reason})`}`
    : inUse ? "in use"
    : retiredAt !== null ? `retired at ${retiredAt}`
    : "made elsewhere: checks receipts, and signs none here";
  return `${kid}  made at ${madeAt}, ${state}`;
}
