// PostgreSQL ear: a connection of its own that hears what writers say when they commit. While it has none it calls every second, so that
// nothing is missed for long.
import { Client } from "pg";

const AGAIN_MILLISECONDS = 1000;

export class PostgresEar {
  readonly #url: string;
  readonly #channel: string;
  readonly #heard: () => void;
  #client: Client | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** Listens from now on, and after a connection broke as soon as there is another. */
  constructor(url: string, channel: string, heard: () => void) {
    this.#url = url;
    this.#channel = channel;
    this.#heard = heard;
    void this.#listen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    await this.#client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new Client({ connectionString: this.#url, application_name: "probity listens", keepAlive: true });
    this.#client = client;
    client.on("notification", () => this.#heard());
    client.on("error", () => undefined);
    client.once("end", () => this.#later());
    try {
      await client.connect();
      await client.query(`listen ${this.#channel}`);
      // What was written before it could hear.
      this.#heard();
    } catch {
      await client.end().catch(() => undefined);
      this.#later();
    }
  }

  #later(): void {
    if (this.#closed || this.#again !== undefined) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#heard();
      void this.#listen();
    }, AGAIN_MILLISECONDS).unref();
  }
}
