// `outbox`, `outbox send`, `outbox resolve`: what is to be sent, sending it, and a person's word on what nobody else can know.
import { InvalidArgumentError, Option, type Command } from "commander";
import { fillOutbox, tellWatchers, listOutbox, OUTBOX_STATES, resolveMessage, sendOutbox, type OutboxEntry, type OutboxSent, type OutboxState, type Registry, type Transport } from "../service/index.ts";
import { printJson, printProblem, readCount, STATUS, withCommonOptions, withRegistry, type CommonOptions, type World } from "./command.ts";

interface ListOptions extends CommonOptions {
  readonly state?: OutboxState;
  readonly to?: string;
  readonly limit: number;
}

/** How often the server looks for letters and sends what is due. */
const ROUND_MILLISECONDS = 30_000;

export function addOutbox(program: Command, world: World): void {
  const outbox = withCommonOptions(program.command("outbox"))
    .description("messages to be sent, newest first, and how many there are in each state")
    .addOption(new Option("--state <state>", "only those in this state").choices(OUTBOX_STATES))
    .option("--to <address>", "only those that go there")
    .option("--limit <n>", "at most so many", readCount, 50)
    .action((options: ListOptions) =>
      withRegistry(world, options, async (registry) => {
        const { state, to, limit } = options;
        const listed = await listOutbox(registry, { limit, ...(state === undefined ? {} : { state }), ...(to === undefined ? {} : { to }) });
        if (options.json === true) printJson(world, listed);
        else {
          world.out(`${OUTBOX_STATES.map((each) => `${listed.counts[each]} ${each}`).join(", ")}\n`);
          for (const message of listed.messages) world.out(`  ${message.state.padEnd(9)}  ${message.key}  to ${message.to}: ${message.subject}${message.error === null ? "" : `\n    ${message.error}`}\n${adviceOn(message)}`);
        }
        return STATUS.done;
      }));

  withCommonOptions(outbox.command("send"))
    .description("put the letters of new events into the outbox and send what is due (the server does it every half minute)")
    // Options that `outbox` knows as well are taken by it, wherever they stand.
    .action((_options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      return withRegistry(world, options, async (registry) => {
        const transport = await world.transport(options.data);
        const put = (await fillWhole(registry)) + (await tellWatchers(registry));
        const sent = await sendOutbox(registry, transport);
        if (options.json === true) printJson(world, { put, ...sent });
        else world.out(`${put} put, ${wordsOf(sent)}\n`);
        return sent.failed + sent.refused + sent.uncertain === 0 ? STATUS.done : STATUS.refused;
      });
    });

  withCommonOptions(outbox.command("resolve <key> <word>"))
    .description("say of an uncertain or refused message that it has arrived (`sent`), or have it sent again (`again`)")
    .action((key: string, word: string, _options: CommonOptions, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      if (word !== "sent" && word !== "again") throw new InvalidArgumentError("The word is `sent` or `again`.");
      return withRegistry(world, options, async (registry) => {
        const resolved = await resolveMessage(registry, key, word);
        if (!resolved.ok) return printProblem(world, resolved.error, options.json);
        if (options.json === true) printJson(world, resolved.value);
        else world.out(`${resolved.value.key} is ${resolved.value.state}\n`);
        return STATUS.done;
      });
    });
}

/** Puts the letters of everything new into the outbox, a page at a time; gives how many. */
async function fillWhole(registry: Registry): Promise<number> {
  for (let put = 0; ; ) {
    const filled = await fillOutbox(registry);
    put += filled.put;
    if (!filled.more) return put;
  }
}

/** Puts and sends every half minute until it is stopped; one round ends before the next begins. */
export function keepSending(world: World, registry: () => Registry, transport: Transport): { readonly stop: () => Promise<void> } {
  let stopping = false;
  let running: Promise<void> | undefined;
  const said = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (fault) {
      world.say(`probity: ${what}, it is tried again in half a minute: ${fault instanceof Error ? fault.message : String(fault)}\n`);
    }
  };
  const round = async (): Promise<void> => {
    // A page of letters is sent before the next is printed: on days on which thousands come about, nobody waits for all of them.
    for (let more = true; more && !stopping; ) {
      more = false;
      await said("letters could not be put into the outbox", async () => void ({ more } = await fillOutbox(registry())));
      await said("those who watch could not be told", async () => void (await tellWatchers(registry())));
      await said("the outbox could not be sent", async () => {
        const sent = await sendOutbox(registry(), transport, () => stopping);
        if (sent.failed + sent.refused + sent.uncertain > 0) world.say(`probity: outbox: ${wordsOf(sent)}\n`);
      });
    }
    running = undefined;
  };
  const begin = (): void => void (running ??= round());
  begin();
  const timer = setInterval(begin, ROUND_MILLISECONDS);
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** What a person can do about a message that nobody sends any more. */
function adviceOn({ key, state, to }: OutboxEntry): string {
  if (key.startsWith("alert:")) return state === "refused" ? "    Whoever keeps the watch list begins its alert again; what it said then is not sent any more.\n" : "";
  if (state === "refused" && !to.includes("@")) return `    The register has no mail address for it: hand the address in with a sheet of organisations (column Email) and run \`outbox resolve ${key} again\`, or give the letter over by hand and run \`outbox resolve ${key} sent\`.\n`;
  if (state === "refused") return `    \`outbox resolve ${key} again\` has it sent again, to the address the register has then.\n`;
  return state === "uncertain" ? `    Ask whether it arrived, and run \`outbox resolve ${key} sent\` or \`outbox resolve ${key} again\`.\n` : "";
}

function wordsOf({ sent, failed, refused, uncertain, stopped }: OutboxSent): string {
  return `${sent} sent, ${failed} to be tried again, ${refused} given up, ${uncertain} uncertain${stopped === undefined ? "" : `; the rest waits: ${stopped}`}`;
}
