// Open the offices the law names: each gets its file number once, superiors before those below them. Doing it again opens nothing.
import { ok, present, type FileNumber, type LawId, type Result } from "../domain/terms/index.ts";
import type { Office } from "../domain/rules/index.ts";
import type { EventDraft } from "../domain/events/index.ts";
import { keyOf, replay, type OpenOffice } from "../domain/register/index.ts";
import { decideAndAppend } from "./append.ts";
import type { Registry } from "./registry.ts";

/** Every office of the register after it, those that were open before among them. */
export async function openOffices(registry: Registry): Promise<readonly OpenOffice[]> {
  const opened: Result<readonly OpenOffice[], never> = await decideAndAppend(registry, async () => {
    const after = await registry.ledger.head();
    const open = replay(await registry.ledger.read({ keys: [keyOf.offices] })).offices;
    const files = new Map<LawId, FileNumber>([...open.values()].flatMap((office) => (office.entry === undefined ? [] : [[office.entry, office.file] as const])));
    const missing = superiorsFirst(registry.rulebook.all("office").filter((office) => !files.has(office.id)));
    const minted = await registry.ledger.mintFiles(missing.length);
    missing.forEach((office, index) => files.set(office.id, present(minted[index], "a file number for every office")));
    const bodies = missing.map((office): OpenOffice => {
      const superior = office.superior === undefined ? undefined : files.get(office.superior);
      const { en, zh } = office.names;
      return {
        file: present(files.get(office.id), "a file number for every office"), entry: office.id, authority: office.authority, names: { en, ...(zh === undefined ? {} : { zh }) }, region: office.region,
        ...(superior === undefined ? {} : { superior }),
      };
    });
    return ok({ batch: null, drafts: bodies.map((body): EventDraft => ({ type: "OfficeOpened", body })), expect: { keys: [keyOf.offices], after }, value: [...open.values(), ...bodies] });
  });
  if (!opened.ok) throw new Error("assertion failed: opening offices cannot be refused");
  return opened.value;
}

/** The law's own order, except that no office comes before the one above it. */
function superiorsFirst(offices: readonly Office[]): readonly Office[] {
  const ordered = new Set<Office>();
  const add = (office: Office): void => {
    const superior = offices.find((other) => other.id === office.superior);
    if (superior !== undefined && !ordered.has(superior)) add(superior);
    ordered.add(office);
  };
  for (const office of offices) add(office);
  return [...ordered];
}
