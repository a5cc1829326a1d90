const origin = "http://127.0.0.1:8080";

interface Changes { readonly changes: readonly { readonly timepoint: number; readonly what: string; readonly day: string }[]; readonly timepoint: number; readonly more: boolean }

// From the beginning, page after page; the last timepoint is where one goes on tomorrow.
let timepoint = 0;
for (let more = true; more; ) {
  const reply = await fetch(`${origin}/v1/changes?${new URLSearchParams({ timepoint: String(timepoint), limit: "500" })}`);
  if (!reply.ok) throw new Error(await reply.text());
  const page = (await reply.json()) as Changes;
  for (const { what, day } of page.changes) process.stdout.write(`${day} ${what}\n`);
  ({ timepoint, more } = page);
}
process.stdout.write(`go on from ${timepoint}\n`);
