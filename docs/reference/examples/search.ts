const origin = "http://127.0.0.1:8080";

const reply = await fetch(`${origin}/v1/organisations?${new URLSearchParams({ q: "公司", limit: "5" })}`);
if (!reply.ok) throw new Error(await reply.text());
const { found, more } = (await reply.json()) as { readonly found: readonly { readonly file: string; readonly name: string }[]; readonly more: boolean };
for (const { file, name } of found) process.stdout.write(`${file} ${name}\n`);
if (more) process.stdout.write("and more\n");
