const origin = "http://127.0.0.1:8080";
const list = "cn:samr-serious";

interface Listed { readonly total: number; readonly listings: readonly { readonly file: string; readonly name: string }[] }

const reply = await fetch(`${origin}/v1/listings?${new URLSearchParams({ list })}`);
if (!reply.ok) throw new Error(await reply.text());
const { total, listings } = (await reply.json()) as Listed;
process.stdout.write(`${total} on ${list}\n`);
for (const { file, name } of listings) process.stdout.write(`${file} ${name}\n`);
